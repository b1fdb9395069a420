import { expect, test } from 'vitest';
import { formLike, startingAt } from './form';
import { asCurl, asPython } from './listing';
import { creation, steps } from './steps';
import { socket } from '../testing/sample';

const python = (...lines: string[]) => ['import socket', '', ...lines].join('\n');

test('a TCP server is made as a program makes it', () => {
  expect(asPython(steps(startingAt('TCP server')))).toBe(
    python(
      's = socket.socket(socket.AF_INET, socket.SOCK_STREAM)',
      's.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)',
      "s.bind(('127.0.0.1', 0))",
      's.listen()',
    ),
  );
});

const known = new Map(
  (
    [
      ['IPPROTO_TCP', 'TCP_NODELAY', 'flag'],
      ['AF_VSOCK', 'SO_VM_SOCKETS_BUFFER_SIZE', 'ulong'],
      ['SOL_SOCKET', 'SO_BINDTODEVICE', 'string'],
    ] as const
  ).map(([level, name, kind]) => [name, { level, name, kind, writable: true, summary: '' }]),
);

test('each option has its level and its kind from the server’s table', () => {
  const options = [
    { name: 'TCP_NODELAY', value: '1' },
    { name: 'SO_VM_SOCKETS_BUFFER_SIZE', value: '4096' },
    { name: 'SO_BINDTODEVICE', value: '7' },
  ];
  expect(
    steps({ ...startingAt('Custom'), options }, known)
      .slice(1)
      .map(({ bodies }) => bodies[0]),
  ).toEqual([
    { level: 'IPPROTO_TCP', optname: 'TCP_NODELAY', value: 1 },
    { level: 'AF_VSOCK', optname: 'SO_VM_SOCKETS_BUFFER_SIZE', value: 4096 },
    { level: 'SOL_SOCKET', optname: 'SO_BINDTODEVICE', text: '7' },
  ]);
});

test('the mode is set before the socket waits for the first time', () => {
  const form = {
    ...startingAt('TCP client'),
    mode: 'seconds',
    seconds: '2.5',
    peer: { host: 'example.org', port: '80' },
  } as const;
  expect(steps(form).map(({ text }) => text)).toEqual([
    'socket(socket.AF_INET, socket.SOCK_STREAM)',
    'settimeout(2.5)',
    "connect(('example.org', 80))",
  ]);
});

test('addresses to be tried in turn are one step with several bodies', () => {
  const candidates = [
    { host: '10.0.0.1', port: '80' },
    { host: '10.0.0.2', port: '80' },
  ];
  const connect = steps({ ...startingAt('TCP client'), candidates }).at(-1);
  expect(connect?.bodies).toEqual(candidates.map(({ host }) => ({ address: { host, port: 80 } })));
  expect(connect?.python).toContain("for address in (('10.0.0.1', 80), ('10.0.0.2', 80)):");
});

test('a step says what it is about, whatever is in the path', () => {
  const form = { ...startingAt('UNIX'), local: { path: "/tmp/it's" } };
  expect(steps(form).find(({ name }) => name === 'bind')?.at).toEqual({ path: "/tmp/it's" });
});

test('a path is a string, a pair is one call', () => {
  expect(steps(startingAt('UNIX')).map(({ text }) => text)).toContain("bind('/tmp/console.sock')");
  expect(asPython(steps(startingAt('Pair')))).toBe(
    python('a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)'),
  );
});

test('creating alone leaves out what opens a port or needs a peer', () => {
  expect(creation(startingAt('TCP server')).map(({ name }) => name)).toEqual(['socket', 'setsockopt', 'bind']);
});

test('curl keeps the id of what was made, and quotes for the shell', () => {
  const text = asCurl(
    steps({ ...startingAt('TCP client'), label: "Ana's", peer: { host: '::1', port: '7' } }),
    'http://localhost:8080',
  );
  expect(text).toContain('ID=$(curl -sf "http://localhost:8080/api/v1/sockets"');
  expect(text).toContain(String.raw`"label":"Ana'\''s"`);
  expect(text).toContain('"http://localhost:8080/api/v1/sockets/$ID/connect"');
  expect(text).toContain('| jq -r .id)');
});

test('text that would end the string is escaped', () => {
  const form = { ...startingAt('UNIX'), local: { path: "/tmp/it's\n" } };
  expect(steps(form).map(({ text }) => text)).toContain(String.raw`bind('/tmp/it\'s\x0a')`);
});

test('another like a listener asks for any free port', () => {
  const like = formLike(
    socket('s-1', { state: 'LISTENING', local_address: { family: 'AF_INET', host: '127.0.0.1', port: 7000 } }),
  );
  expect(
    steps(like)
      .map(({ text }) => text)
      .slice(1),
  ).toEqual(["bind(('127.0.0.1', 0))", 'listen()']);
});
