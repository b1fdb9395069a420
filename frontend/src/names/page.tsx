import { CALLS, isAsked } from './calls';
import { LookupForm } from './form';
import { History } from './history';
import { Result } from './result';
import { place } from '../browser/router';
import { printable } from '../lib/text';
import { useTitle } from '../browser/title';

export default function Names() {
  const [, , name = 'getaddrinfo'] = place.value.pathname.split('/');
  const query = place.value.searchParams;
  const call = CALLS.find((candidate) => candidate.name === name);
  useTitle(call ? `${call.name} – Names` : 'Names');
  return (
    <div class="names">
      <h1>Names</h1>
      <ul class="link-row" aria-label="Look-ups">
        {CALLS.map((each) => (
          <li key={each.name}>
            <a href={`/names/${each.name}`} aria-current={each === call ? 'page' : undefined}>
              {each.name}
            </a>
          </li>
        ))}
      </ul>
      {call ? (
        <>
          <p>{call.summary}</p>
          <LookupForm key={call.name} call={call} query={query} />
          {isAsked(call, query) && <Result call={call} query={query} />}
        </>
      ) : (
        <p>
          There is no look-up <code>{printable(name)}</code>. The ones that there are stand above.
        </p>
      )}
      <History />
    </div>
  );
}
