import { place } from '../browser/router';
import { useTitle } from '../browser/title';
import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import { LinkRow } from '../ui/link-row';
import { isAsked, nameCalls, type NameCall } from './calls';
import { Compare } from './compare';
import { Comparison } from './dns/comparison';
import { dnsLookup } from './dns/lookup';
import { LookupForm } from './form';
import { History } from './history';
import { Result } from './result';

export default function Names() {
  const [, , name = 'getaddrinfo'] = place.value.pathname.split('/');
  const query = place.value.searchParams;
  const calls = nameCalls();
  const lookups = calls && [...calls, dnsLookup()];
  const call = lookups?.find((candidate) => candidate.name === name);
  useTitle(call ? `${call.name} – ${word('rail.names')}` : word('rail.names'));
  return (
    <div class="column reader names fill">
      <header class="head">
        <h1>{word('rail.names')}</h1>
        <span class="hint cut">{call?.summary}</span>
      </header>
      <div class="scroll">
        <LinkRow
          name={word('names.calls')}
          links={(lookups ?? []).map((each) => ({
            href: `/names/${each.name}`,
            text: each.name,
            isCurrent: each === call,
          }))}
        />
        {lookups !== null && (
          <>
            <Shown name={name} call={call} query={query} />
            <History />
          </>
        )}
      </div>
    </div>
  );
}

/** A call of the module, or the comparison with DNS. */
type Lookup = NameCall | ReturnType<typeof dnsLookup>;

function Shown({ name, call, query }: { name: string; call: Lookup | undefined; query: URLSearchParams }) {
  if (name === 'compare') return <Compare key={query.toString()} query={query} />;
  if (call === undefined) return <p>{rich('names.none', { name: <code>{printable(name)}</code> })}</p>;
  return (
    <>
      <LookupForm key={call.name} call={call} query={query} />
      {isAsked(call, query) && ('path' in call ? <Result call={call} query={query} /> : <Comparison query={query} />)}
    </>
  );
}
