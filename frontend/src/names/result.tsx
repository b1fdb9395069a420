import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { request, type Outcome } from '../browser/api';
import { duration } from '../lib/duration';
import type { Subject } from '../lib/subject';
import type { AddressInfo } from '../lib/wire';
import { remember } from './lookups';
import { CopyButton } from '../ui/copy-button';
import { useInView } from '../ui/use-in-view';
import { FailedCard } from '../call/failed-card';
import { rich, word } from '../lib/words';
import { AddressTable } from './address-table';
import { queryOf, type NameCall } from './calls';
import { curlCommand, pythonCode, subjectOf } from './code';
import { ConnectFailure, useConnecting } from './connect';
import { dnsHref } from './dns/lookup';
import { Facts } from './facts';

type Answer = Record<string, unknown>;

interface ResultProps {
  call: NameCall;
  query: URLSearchParams;
}

/** Asks what the address says, and shows what comes. */
export function Result({ call, query }: ResultProps) {
  const outcome = useSignal<Outcome<Answer> | null>(null);
  const again = useSignal(0);
  const asked = queryOf(call, query);
  const subject = subjectOf(call, asked);

  useEffect(() => {
    const control = new AbortController();
    outcome.value = null;
    remember({ href: `/names/${call.name}${query.size === 0 ? '' : `?${query.toString()}`}`, text: subject.text });
    request<Answer>('GET', call.path, { query: asked, signal: control.signal }).then(
      (found) => {
        outcome.value = found;
      },
      () => undefined,
    );
    return () => {
      control.abort();
    };
  }, [call, query.toString(), again.value]);

  const section = useRef<HTMLElement>(null);
  useInView(section, outcome.value, document.activeElement !== document.body);

  return (
    <section ref={section} class="result" aria-labelledby="names-result">
      <h2 id="names-result">{rich('names.result', { call: <code>{subject.text}</code> })}</h2>
      <p role="status" class="hint">
        {outcome.value ? said(outcome.value, call) : word('names.waiting')}
      </p>
      {outcome.value && (
        <Found
          outcome={outcome.value}
          subject={subject}
          retry={() => {
            again.value += 1;
          }}
        />
      )}
      <CompareWithDns name={nameIn(call, asked)} />
      <Code call={call} asked={asked} />
    </section>
  );
}

function said(outcome: Outcome<Answer>, { path }: NameCall): string {
  const source = word(path.startsWith('/dns/') ? 'names.source.resolver' : 'names.source.database');
  return `${word(outcome.ok ? 'names.answered' : 'names.failed', { took: duration(tookOf(outcome)) })} ${source}`;
}

/** A failure has the time of the call, and one duration is told: an answer has only that of its way here and back. */
function tookOf(outcome: Outcome<Answer>): number {
  return outcome.ok || outcome.problem.elapsed === undefined ? outcome.took : outcome.problem.elapsed * 1000;
}

function Found({ outcome, subject, retry }: { outcome: Outcome<Answer>; subject: Subject; retry: () => void }) {
  const connecting = useConnecting();
  if (!outcome.ok) return <FailedCard problem={outcome.problem} call={subject} onRetry={retry} />;
  const { items } = outcome.value;
  return (
    <>
      {Array.isArray(items) ? (
        <AddressTable items={items as AddressInfo[]} connecting={connecting} />
      ) : (
        <Facts answer={outcome.value} />
      )}
      <ConnectFailure connecting={connecting} />
      <details>
        <summary>{word('names.raw')}</summary>
        <Listing name={word('names.raw.name')} text={JSON.stringify(outcome.value, null, 2)} />
      </details>
    </>
  );
}

/** Which parameter of a call is a name that DNS could have. */
const NAMES: Record<string, string> = { getaddrinfo: 'host', gethostbyname: 'hostname', gethostbyname_ex: 'hostname' };

function nameIn({ name }: NameCall, asked: Record<string, string>): string {
  return asked[NAMES[name] ?? ''] ?? '';
}

function CompareWithDns({ name }: { name: string }) {
  if (name === '') return null;
  return (
    <p>
      <a href={dnsHref(name)}>{word('names.dns.compare')}</a>
    </p>
  );
}

function Code({ call, asked }: { call: NameCall; asked: Record<string, string> }) {
  return (
    <details>
      <summary>{word('names.code')}</summary>
      <Listing name="Python" text={pythonCode(call, asked)} />
      <Listing name="curl" text={curlCommand(call, asked, location.origin)} />
    </details>
  );
}

function Listing({ name, text }: { name: string; text: string }) {
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it on a narrow screen */}
      <pre class="command" tabIndex={0} aria-label={name} role="region">
        <code>{text}</code>
      </pre>
      <CopyButton what={name} text={() => text} />
    </>
  );
}
