import { expect, test } from 'vitest';
import { asksServers, sourcesBefore } from './sources';

test.each([
  ['files mdns4_minimal [NOTFOUND=return] dns myhostname', ['files', 'mdns4_minimal'], true],
  ['dns [!UNAVAIL=return] files', [], true],
  ['files', ['files'], false],
  [null, ['files'], true],
])('%s', (nsswitch, before, asks) => {
  expect(sourcesBefore(nsswitch)).toEqual(before);
  expect(asksServers(nsswitch)).toBe(asks);
});
