import { expect, test } from 'vitest';
import { addresses, failure, rcode } from '../../testing/dns';
import { differences, type Answered, type Answers } from './differences';

const HOSTS_FIRST = 'files mdns4_minimal [NOTFOUND=return] dns';

function server(address: string, of = addresses('x.test.'), configured = true): Answered {
  return { server: { address, port: 53 }, configured, found: of };
}

function told(answers: Partial<Answers>) {
  return differences({
    name: 'x.test',
    nsswitch: HOSTS_FIRST,
    libc: ['192.0.2.1'],
    servers: [server('9.9.9.9', addresses('x.test.', '192.0.2.1'))],
    waits: false,
    ...answers,
  });
}

function reasons(answers: Partial<Answers>): readonly string[] {
  return told(answers).map(({ says }) => says.replace('names.dns.', ''));
}

test('where all say the same, they agree', () => {
  expect(reasons({})).toEqual(['agree']);
  expect(reasons({ libc: [], servers: [server('9.9.9.9', rcode('x.test.', 'NXDOMAIN'))] })).toEqual(['agree']);
  const silent = server('8.8.8.8', failure('x.test.', 'timeout'));
  expect(reasons({ servers: [server('9.9.9.9', addresses('x.test.', '192.0.2.1')), silent] })).toEqual([
    'own.silent',
    'agree.others',
  ]);
});

test('as long as one has not answered, nobody agrees', () => {
  expect(reasons({ waits: true })).toEqual([]);
  expect(reasons({ libc: null, waits: true })).toEqual([]);
});

test('libc that could not find out agrees with nobody', () => {
  expect(reasons({ libc: null })).toEqual(['useless.libc']);
});

test('what libc alone has is from a source before DNS', () => {
  const [difference] = told({ libc: ['10.0.0.1'], servers: [server('9.9.9.9', rcode('x.test.', 'NXDOMAIN'))] });
  expect(difference).toEqual({
    says: 'names.dns.only-libc.before',
    values: { addresses: '10.0.0.1', sources: 'files mdns4_minimal' },
  });
});

test.each([
  ['localhost', 'only-libc.localhost'],
  ['a.localhost.', 'only-libc.localhost'],
  ['127.0.0.1', 'only-libc.literal'],
  ['::1', 'only-libc.literal'],
])('no server is asked for %s', (name, reason) => {
  expect(reasons({ name, servers: [server('9.9.9.9', rcode(`${name}.`, 'NXDOMAIN'))] })).toEqual([reason]);
});

test('what its own servers lack, libc has not from DNS, whatever a further one says', () => {
  const own = server('9.9.9.9', rcode('x.test.', 'NXDOMAIN'));
  const further = server('127.0.0.1', addresses('x.test.', '192.0.2.1'), false);
  expect(reasons({ servers: [own, further] })).toEqual(['only-libc.before', 'among.further']);
});

test('where libc asks DNS first, what it alone has is of another moment', () => {
  expect(reasons({ nsswitch: 'dns files', servers: [server('9.9.9.9')] })).toEqual(['only-libc.moment']);
});

test('what a server could not say is not lacked', () => {
  expect(reasons({ servers: [server('9.9.9.9', rcode('x.test.', 'SERVFAIL'))] })).toEqual(['own.useless']);
});

test('libc does not ask a server that is not its own', () => {
  const further = server('127.0.0.1', addresses('x.test.', '192.0.2.7'), false);
  const own = server('9.9.9.9', rcode('x.test.', 'NXDOMAIN'));
  expect(reasons({ libc: [], servers: [own, further] })).toEqual(['only-dns.further', 'among.further']);
});

test.each([
  ['no dns in nsswitch.conf', { nsswitch: 'files', libc: [] }, 'only-dns.unasked'],
  ['a negative answer to libc', { libc: [] }, 'only-dns.negative'],
  ['another answer to libc', { libc: ['192.0.2.1'] }, 'only-dns.moment'],
])('what DNS alone has is due to %s', (_, answers, reason) => {
  const servers = [server('9.9.9.9', addresses('x.test.', '192.0.2.1', '192.0.2.2'))];
  expect(reasons({ servers, ...answers })).toEqual([reason]);
});

test('libc that found the name looks no further', () => {
  const servers = [server('9.9.9.9', addresses('x.test.', '192.0.2.2'))];
  expect(reasons({ libc: ['10.0.0.1'], servers })).toEqual(['only-libc.before', 'only-dns.ended']);
});

test('servers that differ are named', () => {
  const one = server('9.9.9.9', addresses('x.test.', '192.0.2.1'));
  const other = server('8.8.8.8', rcode('x.test.', 'NXDOMAIN'));
  expect(told({ servers: [one, other] })).toEqual([
    { says: 'names.dns.among', values: { server: '9.9.9.9', servers: '8.8.8.8' } },
  ]);
});

test('another order of the same is told, within a family', () => {
  const servers = [server('9.9.9.9', addresses('x.test.', '192.0.2.2', '192.0.2.1', '2001:db8:0:0:0:0:0:1'))];
  expect(reasons({ libc: ['2001:db8::1', '192.0.2.2', '192.0.2.1'], servers })).toEqual(['agree']);
  expect(reasons({ libc: ['2001:db8::1', '192.0.2.1', '192.0.2.2'], servers })).toEqual(['order']);
});

test('the search domain that completed the name is told', () => {
  const servers = [server('9.9.9.9', addresses('x.test.lan.', '192.0.2.1'))];
  expect(told({ servers })[0]).toEqual({
    says: 'names.dns.completed',
    values: { name: 'x.test', full: 'x.test.lan.', servers: '9.9.9.9' },
  });
});

test.each([
  ['timeout', true, 'own.silent'],
  ['timeout', false, 'further.silent'],
  ['socket-error', true, 'own.useless'],
  ['socket-error', false, 'further.useless'],
] as const)('a server that ends in %s, asked by libc: %s, is %s', (kind, configured, reason) => {
  expect(reasons({ servers: [server('9.9.9.9', failure('x.test.', kind), configured)] })).toEqual([reason]);
});

const refused = failure('x.test.', 'invalid-argument', '`name` is none');

test('of a name that can be none no server is blamed', () => {
  expect(told({ libc: null, servers: [server('9.9.9.9', refused), server('8.8.8.8', refused)] })).toEqual([
    { says: 'names.dns.refused', values: { why: '`name` is none' } },
  ]);
});

test('one that could not be asked hides nothing of the others', () => {
  const further = server('nowhere', refused, false);
  const [first, second] = told({ servers: [server('9.9.9.9', addresses('x.test.', '192.0.2.1')), further] });
  expect(first).toEqual({ says: 'names.dns.refused.one', values: { server: 'nowhere', why: '`name` is none' } });
  expect(second?.says).toBe('names.dns.agree.others');
});
