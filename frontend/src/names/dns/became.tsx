import type { ComponentChildren } from 'preact';
import type { Problem } from '../../browser/api';
import { aboutHref, explanations, symbolOf } from '../../errors/explanations';
import { duration } from '../../lib/duration';
import { printable } from '../../lib/text';
import { counted, word, type Word } from '../../lib/words';
import { addressesOf, addressesOfLibc, negativeTtl, type DnsAnswer, type Reply } from './answer';
import type { Asked, Comparison } from './ask';
import { spelled } from './spelled';

/** What became of each question. */
export function Became({ known: { libc, asked } }: { known: Comparison }) {
  return (
    <dl class="answer">
      <Term name={word('names.dns.libc')}>
        {libc === null && <Waiting />}
        {libc?.ok === true && (
          <dd>{joined(counted('names.dns.addresses', addressesOfLibc(libc).length), libc.took)}</dd>
        )}
        {libc?.ok === false && <Failed problem={libc.problem} />}
      </Term>
      {asked.map((one) => (
        <OfServer key={spelled(one.server)} asked={one} />
      ))}
    </dl>
  );
}

function Term({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      {children}
    </div>
  );
}

function Waiting() {
  return <dd class="hint">{word('names.dns.pending')}</dd>;
}

function OfServer({ asked: { server, configured, found } }: { asked: Asked }) {
  const values = { server: spelled(server) };
  return (
    <Term name={word(configured ? 'names.dns.configured' : 'names.dns.further', values)}>
      {found === null ? (
        <Waiting />
      ) : (
        found.replies.map((reply) => <OfType key={reply.type} name={found.name} reply={reply} />)
      )}
    </Term>
  );
}

function OfType({ name, reply }: { name: string; reply: Reply }) {
  const { type, outcome } = reply;
  const question = (
    <code>
      {printable(name)} {type}
    </code>
  );
  if (!outcome.ok) return <Failed problem={outcome.problem}>{question}</Failed>;
  const { elapsed, transport } = outcome.value;
  return (
    <dd>
      {question}
      <span>{joined(said(reply, outcome.value), elapsed * 1000, word(`names.dns.${transport}`))}</span>
    </dd>
  );
}

const RCODES: Record<string, Word> = {
  NOERROR: 'names.dns.rcode.NOERROR',
  NXDOMAIN: 'names.dns.rcode.NXDOMAIN',
  SERVFAIL: 'names.dns.rcode.SERVFAIL',
  REFUSED: 'names.dns.rcode.REFUSED',
};

function said(reply: Reply, answer: DnsAnswer): string {
  const addresses = addressesOf(reply);
  if (addresses.length > 0) return counted('names.dns.addresses', addresses.length);
  const rcode = RCODES[answer.rcode];
  const ttl = negativeTtl(answer);
  const words = rcode === undefined ? answer.rcode : word(rcode);
  return ttl === null ? words : word('names.dns.remembered', { words, ttl: duration(ttl * 1000) });
}

function Failed({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  const symbol = symbolOf(problem);
  // Of one that waited its own text says for what, and what came instead.
  const summary =
    problem.kind === 'timeout' ? problem.detail : (explanations()?.get(symbol)?.summary ?? problem.detail);
  return (
    <dd>
      {children}
      <a href={aboutHref(symbol)}>{symbol}</a>
      <span>{joined(printable(summary), (problem.elapsed ?? 0) * 1000)}</span>
    </dd>
  );
}

function joined(words: string, milliseconds: number, ...more: readonly string[]): string {
  return [words, duration(milliseconds), ...more].join(' · ');
}
