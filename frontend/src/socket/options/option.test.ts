import { expect, test } from 'vitest';
import { editorOf, noteOf, typedOf, valueText, wantedOf, type Option } from './option';

function option(kind: Option['kind'], value: unknown, members: Partial<Option> = {}): Option {
  return {
    level: 'SOL_SOCKET',
    name: 'SO_X',
    optname: 1,
    kind,
    value,
    data: null,
    writable: true,
    summary: '',
    error: null,
    ...members,
  };
}

test('a value reads as what it is, bytes as hex', () => {
  expect(valueText(option('int', 131_072))).toBe('131,072');
  expect(valueText(option('linger', { onoff: 1, linger: 5 }))).toBe('onoff 1, linger 5');
  expect(valueText(option('string', 'bbr\u202e'))).toBe(String.raw`bbr\u202e`);
  expect(valueText(option('sock_filter', [{ code: 6, jt: 0, jf: 0, k: 0 }], { data: 'BgAAAAAAAAA=' }))).toBe(
    '1 instruction',
  );
  expect(valueText(option('raw', null, { data: 'AP8=' }))).toBe('00 ff');
});

test('each kind has its editor, and what is typed goes back as the kind’s own', () => {
  const linger = option('linger', { onoff: 0, linger: 0 });
  expect(editorOf(linger)).toBe('members');
  expect(wantedOf(linger, { ...typedOf(linger), onoff: '1', linger: '5' })).toEqual({
    ok: true,
    value: { onoff: 1, linger: 5 },
  });
  expect(wantedOf(option('flag', 0), { value: '1' })).toEqual({ ok: true, value: 1 });
  expect(wantedOf(option('timeval', 0), { value: '2.5' })).toEqual({ ok: true, value: 2.5 });
  expect(wantedOf(option('raw', null), { value: '00 ff' })).toEqual({ ok: true, value: 'AP8=' });
  expect(wantedOf(option('ifindex', 0), { value: 'lo' })).toEqual({ ok: true, value: 'lo' });
  expect(wantedOf(option('multicast_if', '0.0.0.0'), { value: '1' })).toEqual({ ok: true, value: '1' });
  expect(wantedOf(option('sock_filter', []), { value: '06 00 00 00 00 00 00 00' })).toEqual({
    ok: true,
    value: 'BgAAAAAAAAA=',
  });
  expect(wantedOf(option('raw', null), { value: '4g' })).toMatchObject({ ok: false });
});

test('a membership that is not there yet begins with any interface', () => {
  const membership = option('ip_mreqn', null);
  expect(wantedOf(membership, { ...typedOf(membership), multiaddr: '239.0.0.1' })).toEqual({
    ok: true,
    value: { multiaddr: '239.0.0.1', address: '0.0.0.0', ifindex: 0 },
  });
});

test('a value that the kernel did not keep is told, with the reason where it is known', () => {
  expect(noteOf('SO_RCVBUF', 65_536, option('int', 131_072))).toBe(
    'asked 65,536, kernel keeps 131,072: Linux doubles it for its own bookkeeping',
  );
  expect(noteOf('IP_TTL', 64, option('int', 255))).toBe('asked 64, kernel keeps 255');
  expect(noteOf('IP_TTL', 64, option('int', 64))).toBe('');
  expect(noteOf('IPV6_MULTICAST_IF', 'lo', option('ifindex', 1))).toBe('');
});
