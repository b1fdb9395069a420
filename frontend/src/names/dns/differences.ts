import type { Word } from '../../lib/words';
import { addressesIn, isConclusive, refusalOf, typeOf, TYPES, verdictOf, type Found, type NameServer } from './answer';
import { spelled } from './spelled';
import { whole } from './search';
import { asksServers, sourcesBefore, type Nsswitch } from './sources';

/** What has come so far. */
export interface Answers {
  name: string;
  nsswitch: Nsswitch;
  /** In libc's order; empty where it found that there is none, null where it has not found out. */
  libc: readonly string[] | null;
  servers: readonly Answered[];
  /** Whether more is to come. */
  waits: boolean;
}

export interface Answered {
  server: NameServer;
  configured: boolean;
  found: Found;
}

/** A sentence, and what stands in it. */
export interface Difference {
  says: Word;
  values: Readonly<Record<string, string>>;
}

/** Where libc and the servers differ, and why; that they agree where they do. */
export function differences(answers: Answers): readonly Difference[] {
  const refusal = refusalAmong(answers);
  if (refusal !== null) return [{ says: 'names.dns.refused', values: { why: refusal } }];
  const differing = [onlyLibc, onlyDns, amongServers, inOrder].flatMap((reason) => reason(answers));
  const useless = [...answers.servers.flatMap(unanswered), ...unansweredByLibc(answers)];
  const agreement = differing.length === 0 && agrees(answers) ? [agree(useless.length > 0)] : [];
  return [...completed(answers), ...differing, ...useless, ...agreement];
}

/** The console asks nobody for what can be no name. */
function refusalAmong({ servers }: Answers): string | null {
  const refusals = servers.map(({ found }) => refusalOf(found));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

function agree(onlyOthers: boolean): Difference {
  return { says: onlyOthers ? 'names.dns.agree.others' : 'names.dns.agree', values: {} };
}

function onlyLibc(answers: Answers): readonly Difference[] {
  const addresses = lackedByDns(answers);
  if (addresses.length === 0) return [];
  const values = { addresses: listed(addresses), sources: sourcesBefore(answers.nsswitch).join(' ') };
  return [{ says: whyOnlyLibc(answers), values }];
}

/** Those of libc that its servers could have and none has; where they say nothing, those of the further one. */
function lackedByDns({ libc, servers }: Answers): readonly string[] {
  const own = servers.filter(({ configured, found }) => configured && found.replies.some(isConclusive));
  return (libc ?? []).filter((address) => {
    const verdicts = (own.length > 0 ? own : servers).map(({ found }) => verdictOf(found, address));
    return verdicts.includes('no') && verdicts.every((verdict) => typeof verdict === 'string');
  });
}

function whyOnlyLibc(answers: Answers): Word {
  if (isLiteral(answers.name)) return 'names.dns.only-libc.literal';
  if (/^(?:.+\.)?localhost\.?$/i.test(answers.name)) return 'names.dns.only-libc.localhost';
  return sourcesBefore(answers.nsswitch).length > 0 ? 'names.dns.only-libc.before' : 'names.dns.only-libc.moment';
}

function isLiteral(name: string): boolean {
  return name.includes(':') || /^[\d.]+$/.test(name);
}

function onlyDns(answers: Answers): readonly Difference[] {
  const { libc, servers } = answers;
  if (libc === null) return [];
  const lacking = ({ found }: Answered) => hostsIn(found).filter((address) => !libc.includes(address));
  const holders = servers.filter((one) => lacking(one).length > 0);
  if (holders.length === 0) return [];
  const values = { addresses: listed(holders.flatMap(lacking)), servers: named(holders) };
  return [{ says: whyOnlyDns(answers, holders), values }];
}

function whyOnlyDns(answers: Answers, holders: readonly Answered[]): Word {
  if (holders.every(({ configured }) => !configured)) return 'names.dns.only-dns.further';
  if (!asksServers(answers.nsswitch)) return 'names.dns.only-dns.unasked';
  if (answers.libc?.length === 0) return 'names.dns.only-dns.negative';
  return lackedByDns(answers).length > 0 ? 'names.dns.only-dns.ended' : 'names.dns.only-dns.moment';
}

function amongServers({ servers }: Answers): readonly Difference[] {
  const [first, ...others] = servers.filter(({ found }) => isAnswer(found));
  if (first === undefined) return [];
  const differing = others.filter(({ found }) => !isSame(hostsIn(found), hostsIn(first.found)));
  if (differing.length === 0) return [];
  const isChoice = [first, ...differing].filter(({ configured }) => configured).length > 1;
  const values = { server: spelled(first.server), servers: named(differing) };
  return [{ says: isChoice ? 'names.dns.among' : 'names.dns.among.further', values }];
}

/** Within a family, for a server is asked for each alone. */
function inOrder({ libc, servers }: Answers): readonly Difference[] {
  if (libc === null) return [];
  const turned = servers.filter(({ found }) => {
    const addresses = hostsIn(found);
    return isSame(addresses, libc) && TYPES.some((type) => ofType(type, addresses) !== ofType(type, libc));
  });
  return turned.length === 0 ? [] : [{ says: 'names.dns.order', values: { servers: named(turned) } }];
}

function ofType(type: string, addresses: readonly string[]): string {
  return addresses.filter((address) => typeOf(address) === type).join(' ');
}

/** The name may have been completed before it was found. */
function completed({ name, servers }: Answers): readonly Difference[] {
  const by = servers.filter(({ found }) => addressesIn(found).length > 0 && found.name !== whole(name));
  const names = new Set(by.map(({ found }) => found.name));
  return [...names].map((full) => ({
    says: 'names.dns.completed',
    values: { name, full, servers: named(by.filter(({ found }) => found.name === full)) },
  }));
}

/** What libc does about a server that says nothing to the purpose. */
function unanswered({ server, configured, found }: Answered): readonly Difference[] {
  if (found.replies.every(isConclusive)) return [];
  const why = refusalOf(found);
  if (why !== null) return [{ says: 'names.dns.refused.one', values: { server: spelled(server), why } }];
  const isSilent = found.replies.some(({ outcome }) => !outcome.ok && outcome.problem.kind === 'timeout');
  const how = isSilent ? 'silent' : 'useless';
  const says: Word = configured ? `names.dns.own.${how}` : `names.dns.further.${how}`;
  return [{ says, values: { server: spelled(server) } }];
}

function unansweredByLibc({ libc, waits }: Answers): readonly Difference[] {
  return libc === null && !waits ? [{ says: 'names.dns.useless.libc', values: {} }] : [];
}

function agrees({ libc, servers, waits }: Answers): boolean {
  return !waits && libc !== null && servers.some(({ found }) => isAnswer(found));
}

function isAnswer({ replies }: Found): boolean {
  return replies.length > 0 && replies.every(isConclusive);
}

function hostsIn(found: Found): readonly string[] {
  return addressesIn(found).map(({ address }) => address);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((address) => right.has(address));
}

function named(servers: readonly Answered[]): string {
  return listed(servers.map(({ server }) => spelled(server)));
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ');
}
