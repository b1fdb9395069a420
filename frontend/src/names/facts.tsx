import { Copyable } from '../ui/copyable';

const NAMES: Record<string, string> = {
  address: 'Address',
  hostname: 'Host name',
  aliaslist: 'Aliases',
  ipaddrlist: 'Addresses',
  host: 'Host',
  service: 'Service',
  port: 'Port',
  servicename: 'Service',
  proto: 'Protocol number',
};

/** An answer of a few members. */
export function Facts({ answer }: { answer: Record<string, unknown> }) {
  return (
    <dl class="answer">
      {Object.entries(answer).map(([name, value]) => (
        <div key={name}>
          <dt>{NAMES[name] ?? name}</dt>
          {[value].flat().map((item) => (
            <dd key={String(item)}>
              <Fact name={name} text={String(item)} />
            </dd>
          ))}
          {Array.isArray(value) && value.length === 0 && <dd class="hint">none</dd>}
        </div>
      ))}
    </dl>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  const next = nextLookup(name, text);
  return (
    <>
      <Copyable what={NAMES[name]?.toLowerCase() ?? name} text={text} />
      {next && <a href={next.href}>{next.words}</a>}
    </>
  );
}

function nextLookup(name: string, text: string): { href: string; words: string } | null {
  const value = encodeURIComponent(text);
  if (name === 'address' || name === 'ipaddrlist') {
    return { href: `/names/gethostbyaddr?ip_address=${value}`, words: 'Reverse look-up' };
  }
  return name === 'hostname' ? { href: `/names/getaddrinfo?host=${value}`, words: 'Look up its addresses' } : null;
}
