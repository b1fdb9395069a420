import { expect, test } from 'vitest';
import { socket } from '../testing/sample';
import { asCurl, asPython, failedIn, textOf } from './code';
import { formLike, startingAt, type Form } from './form';
import { attempts, creation, lookup, steps } from './steps';

const program = (form: Form) => textOf(asPython(attempts(form), lookup(form)));
const python = (...lines: string[]) => ['import socket', '', ...lines].join('\n');
const names = (form: Form) => steps(form).map(({ name }) => name);
const client = (address: string): Form => ({ ...startingAt('TCP client'), address });

test('a TCP server is made as a program makes it', () => {
  expect(program(startingAt('TCP server'))).toBe(
    python(
      's = socket.socket(socket.AF_INET, socket.SOCK_STREAM)',
      's.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)',
      "s.bind(('127.0.0.1', 0))",
      's.listen()',
    ),
  );
});

test.each([
  ['127.0.0.1:80', 'socket.AF_INET', "s.connect(('127.0.0.1', 80))"],
  ['[::1]:80', 'socket.AF_INET6', "s.connect(('::1', 80))"],
  ['/run/x.sock', 'socket.AF_UNIX', "s.connect('/run/x.sock')"],
  ['@x', 'socket.AF_UNIX', String.raw`s.connect('\x00x')`],
  ['./@x', 'socket.AF_UNIX', "s.connect('./@x')"],
])('%s is connected to in its own family', (address, family, connect) => {
  expect(program(client(address))).toBe(python(`s = socket.socket(${family}, socket.SOCK_STREAM)`, connect));
});

test.each(['', 'example.org', '[example.org]:80'])('as long as %o is no address, the plan has a gap', (address) => {
  expect(program(client(address))).toContain('s.connect(…)');
  expect(textOf(asCurl(attempts(client(address)), 'http://x'))).toContain('{"address":"…"}');
});

test('an address to connect from that is none is a gap too', () => {
  expect(program({ ...client('127.0.0.1:80'), local: '127.0.0.2' })).toContain('s.bind(…)');
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
      .map(({ args }) => args),
  ).toEqual([
    { level: 'IPPROTO_TCP', optname: 'TCP_NODELAY', value: 1 },
    { level: 'AF_VSOCK', optname: 'SO_VM_SOCKETS_BUFFER_SIZE', value: 4096 },
    { level: 'SOL_SOCKET', optname: 'SO_BINDTODEVICE', text: '7' },
  ]);
});

test('the mode is set before the socket waits for the first time', () => {
  const form = { ...client('127.0.0.1:80'), mode: 'seconds', seconds: '2.5' } as const;
  expect(names(form)).toEqual(['socket', 'settimeout', 'connect']);
});

test('the address to connect from is bound before', () => {
  expect(program({ ...client('127.0.0.1:80'), local: '127.0.0.2:0' })).toContain(
    "s.bind(('127.0.0.2', 0))\ns.connect(('127.0.0.1', 80))",
  );
});

const answers = [
  { family: 'AF_INET6', host: '::1', port: 80 },
  { family: 'AF_INET', host: '10.0.0.1', port: 80 },
];

test('each address of a name is tried with a socket of its family', () => {
  const list = attempts(client('a:80'), known, answers);
  expect(list.map(([first]) => first?.args.family)).toEqual(['AF_INET6', 'AF_INET']);
  const text = textOf(asPython(list, lookup(client('a:80'))));
  expect(text).toContain("    'a', 80, type=socket.SOCK_STREAM)");
  expect(text).toContain('        s.connect(address)\n        break');
  expect(textOf(asCurl(list, 'http://x'))).toContain('} ||\n{');
});

test('one address of a name is tried alone', () => {
  const list = attempts({ ...client('a:80'), answer: '10.0.0.1:80' }, known, answers);
  expect(list).toHaveLength(1);
  expect(textOf(asPython(list, null))).toContain("s.connect(('10.0.0.1', 80))");
});

test('a name that is not looked up yet is written as a program would find it', () => {
  expect(program(client('a:http'))).toContain("    'a', 'http', type=socket.SOCK_STREAM)");
});

test('a pair is one call', () => {
  expect(program(startingAt('Pair'))).toBe(python('a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)'));
});

test('creating alone leaves out what opens a port or needs a peer', () => {
  expect(names(creation(startingAt('TCP server')))).toEqual(['socket', 'setsockopt']);
  expect(names(creation(client('[::1]:80')))).toEqual(['socket']);
  expect(steps(creation(client('[::1]:80')))[0]?.args).toEqual({ family: 'AF_INET6', type: 'SOCK_STREAM' });
});

test('curl keeps the id of what was made, and quotes for the shell', () => {
  const text = textOf(asCurl(attempts({ ...client('[::1]:7'), label: "Ana's" }), 'http://localhost:8080'));
  expect(text).toContain('ID=$(curl -sf "http://localhost:8080/api/v1/sockets"');
  expect(text).toContain(String.raw`"label":"Ana'\''s"`);
  expect(text).toContain('"http://localhost:8080/api/v1/sockets/$ID/connect"');
  expect(text).toContain('| jq -r .id)');
});

test('text that would end the string is escaped', () => {
  expect(program(client("/tmp/it's\u0007x"))).toContain(String.raw`s.connect('/tmp/it\'s\x07x')`);
});

test('another like a listener asks for any free port', () => {
  const like = formLike(
    socket('s-1', { state: 'LISTENING', local_address: { family: 'AF_INET', host: '127.0.0.1', port: 7000 } }),
  );
  expect(program(like)).toContain("s.bind(('127.0.0.1', 0))\ns.listen()");
});

test('the line that failed has the exception beneath it', () => {
  const lines = failedIn(
    asPython(attempts(client('[::1]:7'))),
    { part: 'address', name: 'connect' },
    { kind: 'socket-error', detail: '', symbol: 'ECONNREFUSED', errno: 111, strerror: 'Connection refused' },
  );
  expect(lines.filter(({ failed }) => failed).map(({ text }) => text)).toEqual([
    "s.connect(('::1', 7))",
    '# ConnectionRefusedError: [Errno 111] Connection refused',
  ]);
});
