import type { Schemas, Wire } from '../../lib/wire';
import { fromBase64, toBase64, toHex } from '../../lib/bytes';
import { parse } from '../../lib/encodings';
import { language } from '../../lib/dictionary';
import { counted, word } from '../../lib/words';
import { printable, wordOf } from '../../lib/text';

export type Option = Omit<Wire<Schemas['SocketOption']>, 'value' | 'error'> & {
  value: unknown;
  error: Schemas['Errno'] | null;
};

/** What a value is edited with. */
export type Editor = 'flag' | 'number' | 'text' | 'members' | 'bytes';

const EDITORS: Partial<Record<Option['kind'], Editor>> = {
  flag: 'flag',
  int: 'number',
  uint: 'number',
  ulong: 'number',
  ifindex: 'text',
  net_ifindex: 'text',
  timeval: 'number',
  string: 'text',
  in_addr: 'text',
  multicast_if: 'text',
  in6_addr: 'text',
  raw: 'bytes',
  sock_filter: 'bytes',
};

const MEMBERS: Partial<Record<Option['kind'], readonly string[]>> = {
  linger: ['onoff', 'linger'],
  txtime: ['clockid', 'flags'],
  repair_window: ['snd_wl1', 'snd_wnd', 'max_window', 'rcv_wnd', 'rcv_wup'],
  ip_mreqn: ['multiaddr', 'address', 'ifindex'],
  ip_mreq_source: ['multiaddr', 'interface', 'sourceaddr'],
  ipv6_mreq: ['multiaddr', 'interface'],
};

/** What a member that has no value yet begins with: any interface. */
const ANY: Record<string, string> = {
  address: '0.0.0.0',
  interface: '0.0.0.0',
  ifindex: '0',
  'ipv6_mreq.interface': '0',
};

export function editorOf({ kind }: Option): Editor {
  return EDITORS[kind] ?? (MEMBERS[kind] ? 'members' : 'bytes');
}

export function membersOf({ kind }: Option): readonly string[] {
  return MEMBERS[kind] ?? [];
}

/** A value as one reads it; bytes as hex where there is nothing better. */
export function valueText({ value, data }: Pick<Option, 'value' | 'data'>): string {
  if (Array.isArray(value)) return counted('options.instructions', value.length);
  if (typeof value === 'object' && value !== null)
    return printable(
      Object.entries(value)
        .map(([name, member]) => `${name} ${String(member)}`)
        .join(', '),
    );
  if (typeof value === 'number') return value.toLocaleString(language, { maximumFractionDigits: 6 });
  if (value !== null && value !== undefined) return printable(wordOf(value));
  return data === null || data === '' ? '' : hexText(fromBase64(data));
}

/** Some have hundreds: getsockopt among the operations shows them all. */
const SHOWN = 32;

function hexText(bytes: Uint8Array): string {
  const more = bytes.length - SHOWN;
  return toHex(bytes.subarray(0, SHOWN)) + (more > 0 ? ` … ${counted('options.more', more)}` : '');
}

/** What is in the fields before they are changed. */
export function typedOf(option: Option): Record<string, string> {
  const { value, kind } = option;
  if (editorOf(option) === 'members')
    return Object.fromEntries(
      membersOf(option).map((name) => [name, memberOf(value, name) ?? ANY[`${kind}.${name}`] ?? ANY[name] ?? '']),
    );
  if (editorOf(option) === 'bytes') return { value: option.data === null ? '' : toHex(fromBase64(option.data)) };
  return { value: value === null || value === undefined ? '' : wordOf(value) };
}

/** What the server takes. */
export function wantedOf(
  option: Option,
  typed: Record<string, string>,
): { ok: true; value: unknown } | { ok: false; message: string } {
  const text = typed.value ?? '';
  switch (editorOf(option)) {
    case 'flag':
      return { ok: true, value: Number(text) };
    case 'number':
      return { ok: true, value: numberOf(text) };
    case 'text':
      return { ok: true, value: text };
    case 'members':
      return {
        ok: true,
        value: Object.fromEntries(Object.entries(typed).map(([name, member]) => [name, numberOf(member)])),
      };
    case 'bytes':
      return bytes(text);
  }
}

function bytes(text: string): { ok: true; value: string } | { ok: false; message: string } {
  const parsed = parse('hex', text);
  return parsed.ok ? { ok: true, value: toBase64(parsed.bytes) } : parsed;
}

function memberOf(value: unknown, name: string): string | null {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return found === undefined || found === null ? null : wordOf(found);
}

function numberOf(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : text;
}

const DOUBLED = new Set(['SO_RCVBUF', 'SO_SNDBUF', 'SO_RCVBUFFORCE', 'SO_SNDBUFFORCE']);

/** They are read in another form than they can be set in: an interface's name is an index or an address then. */
const READ_OTHERWISE = new Set([
  'IP_MULTICAST_IF',
  'IP_UNICAST_IF',
  'IPV6_MULTICAST_IF',
  'IPV6_UNICAST_IF',
  'SO_BINDTOIFINDEX',
  'SO_ATTACH_FILTER',
]);

/** What to know when the kernel keeps another value than was asked for; empty where it keeps that one. */
export function noteOf(name: string, asked: unknown, kept: Pick<Option, 'value' | 'data'>): string {
  const wanted = valueText({ value: asked, data: null });
  const now = valueText(kept);
  if (wanted === now || now === '' || READ_OTHERWISE.has(name)) return '';
  return word(DOUBLED.has(name) ? 'options.doubled' : 'options.otherwise', { wanted, now });
}
