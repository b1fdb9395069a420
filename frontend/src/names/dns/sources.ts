/** Where libc looks where nsswitch.conf says nothing. */
const USUAL = 'files dns';
const SERVERS = 'dns';

/** What stands after `hosts:` in nsswitch.conf(5); null where no line begins so. */
export type Nsswitch = string | null;

/** Where libc looks before it asks name servers: everywhere where it does not ask them. */
export function sourcesBefore(nsswitch: Nsswitch): readonly string[] {
  const sources = sourcesOf(nsswitch);
  return asksServers(nsswitch) ? sources.slice(0, sources.indexOf(SERVERS)) : sources;
}

export function asksServers(nsswitch: Nsswitch): boolean {
  return sourcesOf(nsswitch).includes(SERVERS);
}

/** What libc does at the end of each stands in brackets between them. */
function sourcesOf(nsswitch: Nsswitch): readonly string[] {
  return (nsswitch ?? USUAL)
    .replace(/\[[^\]]*\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}
