import { expect, test } from 'vitest';
import { callText } from './call-text';
import { argumentsOf, Mistyped, type Draft } from './values';
import type { CallForm } from '../call-forms';
import { callForm as call, parameter } from '../../testing/sample';

const body = (form: CallForm, draft: Draft, family = 'AF_INET') => argumentsOf(form, draft, family).body;

const required = { required: true };
const RECV = call(
  'recv',
  parameter('bufsize', 'integer', required),
  parameter('flags', 'flags', { default: '0' }),
  parameter('wait', 'number', { in: 'query' }),
);
const BIND = call('bind', parameter('address', 'address', required));
const SENDMSG = call(
  'sendmsg',
  parameter('buffers', 'buffers', required),
  parameter('ancdata', 'ancillary'),
  parameter('flags', 'flags', { default: '0' }),
  parameter('address', 'address'),
);

test('what is left empty is left out', () => {
  expect(body(RECV, { bufsize: '4096', flags: '' })).toEqual({ bufsize: 4096 });
});

test('flags go by their names, and a query is no part of the body', () => {
  expect(argumentsOf(RECV, { bufsize: '1', flags: 'MSG_PEEK|MSG_DONTWAIT', wait: '0.5' }, 'AF_INET')).toEqual({
    query: { wait: '0.5' },
    body: { bufsize: 1, flags: 'MSG_PEEK|MSG_DONTWAIT' },
  });
});

test('a number that is none goes to the server, which knows what is wrong with it', () => {
  expect(body(RECV, { bufsize: 'many' })).toEqual({ bufsize: 'many' });
});

test('an address has the members of its family', () => {
  expect(body(BIND, { address: '127.0.0.1:7000' })).toEqual({
    address: { host: '127.0.0.1', port: 7000 },
  });
  expect(body(BIND, { address: '@name' }, 'AF_UNIX')).toEqual({ address: { path: '\0name' } });
});

test('an address of the other version of IP is sent, for its error to be seen, but none of another kind', () => {
  expect(body(BIND, { address: '127.0.0.1:7000' }, 'AF_INET6')).toEqual({ address: { host: '127.0.0.1', port: 7000 } });
  expect(() => body(BIND, { address: '@name' }, 'AF_INET6')).toThrow(Mistyped);
});

test('an optional address that is empty is left out', () => {
  expect(body(SENDMSG, { 'buffers.rows': '0' })).toEqual({ buffers: [] });
});

test('a choice in place of an address is its family alone', () => {
  const connect = call('connect', parameter('address', 'address', { required: true, choices: ['AF_UNSPEC'] }));
  const draft = { address: '127.0.0.1:7000', 'address.family': 'AF_UNSPEC' };
  expect(body(connect, draft)).toEqual({ address: { family: 'AF_UNSPEC' } });
  expect(callText(connect, draft, 'AF_INET')).toBe('connect(AF_UNSPEC)');
});

test('sockets go along by their ids, which is how SCM_RIGHTS is written where nothing else is chosen', () => {
  const draft = {
    'ancdata.rows': '1',
    'ancdata.0.level': 'SOL_SOCKET',
    'ancdata.0.type': 'SCM_RIGHTS',
    'ancdata.0': 's-1, s-2',
  };
  expect(body(SENDMSG, draft).ancdata).toEqual([
    { level: 'SOL_SOCKET', type: 'SCM_RIGHTS', value: { sockets: ['s-1', 's-2'] } },
  ]);
  expect(callText(SENDMSG, draft, 'AF_UNIX')).toBe(
    'sendmsg([], [(SOL_SOCKET, SCM_RIGHTS, {"sockets":["s-1","s-2"]})])',
  );
});

test('a control message may be in words', () => {
  const draft = {
    'ancdata.rows': '1',
    'ancdata.0.level': 'IPPROTO_IP',
    'ancdata.0.type': 'IP_TTL',
    'ancdata.0': '64',
    'ancdata.0.as': 'words',
  };
  expect(body(SENDMSG, draft).ancdata).toEqual([{ level: 'IPPROTO_IP', type: 'IP_TTL', value: 64 }]);
  expect(() => body(SENDMSG, { ...draft, 'ancdata.0': 'many' })).toThrow(Mistyped);
});

test('buffers and control messages are rows of bytes in any form', () => {
  const draft = {
    'buffers.rows': '2',
    'buffers.0': 'ab',
    'buffers.1': '00 ff',
    'buffers.1.as': 'hex',
    'ancdata.rows': '1',
    'ancdata.0.level': 'SOL_SOCKET',
    'ancdata.0.type': 'SCM_RIGHTS',
    'ancdata.0': '03000000',
    'ancdata.0.as': 'hex',
  };
  expect(body(SENDMSG, draft)).toEqual({
    buffers: ['YWI=', 'AP8='],
    ancdata: [{ level: 'SOL_SOCKET', type: 'SCM_RIGHTS', data: 'AwAAAA==' }],
  });
  expect(callText(SENDMSG, draft, 'AF_UNIX')).toBe(
    String.raw`sendmsg([b'ab', b'\x00\xff'], [(SOL_SOCKET, SCM_RIGHTS, b'\x03\x00\x00\x00')])`,
  );
});

test('null is a value where it is one', () => {
  const settimeout = call('settimeout', parameter('timeout', 'number', { required: true, nullable: true }));
  expect(body(settimeout, { timeout: '5', 'timeout.none': 'true' })).toEqual({ timeout: null });
  expect(callText(settimeout, { 'timeout.none': 'true' }, 'AF_INET')).toBe('settimeout(None)');
});

test('what is required and untouched has its default', () => {
  const setblocking = call('setblocking', parameter('flag', 'boolean', { required: true, default: 'true' }));
  expect(body(setblocking, {})).toEqual({ flag: true });
  expect(body(setblocking, { flag: 'false' })).toEqual({ flag: false });
});

test('bytes that are none are said to be none', () => {
  const send = call('send', parameter('data', 'bytes', required));
  expect(() => body(send, { data: '4g', 'data.as': 'hex' })).toThrow(Mistyped);
});
