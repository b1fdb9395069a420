import { word } from '../lib/words';
import { Copyable } from '../ui/copyable';

/** An answer of a few members. */
export function Facts({ answer }: { answer: Record<string, unknown> }) {
  return (
    <dl class="answer">
      {Object.entries(answer).map(([name, value]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          {[value].flat().map((item) => (
            <dd key={String(item)}>
              <Fact name={name} text={String(item)} />
            </dd>
          ))}
          {Array.isArray(value) && value.length === 0 && <dd class="hint">{word('names.nothing')}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  const next = nextLookup(name, text);
  return (
    <>
      <Copyable what={name} text={text} />
      {next && <a href={next.href}>{next.words}</a>}
    </>
  );
}

function nextLookup(name: string, text: string): { href: string; words: string } | null {
  const value = encodeURIComponent(text);
  if (name === 'address' || name === 'ipaddrlist') {
    return { href: `/names/gethostbyaddr?ip_address=${value}`, words: word('names.reverse') };
  }
  return name === 'hostname' ? { href: `/names/getaddrinfo?host=${value}`, words: word('names.forward') } : null;
}
