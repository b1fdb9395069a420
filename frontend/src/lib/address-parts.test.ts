import { expect, test } from 'vitest';
import { partsOf } from './address-parts';

test.each([
  ['127.0.0.1:19001', { host: '127.0.0.1', port: '19001' }],
  ['udp://127.0.0.1:53', { host: '127.0.0.1', port: '53' }],
  ['[::1]:80', { host: '::1', port: '80' }],
  ['https://example.org/', { host: 'example.org', port: '443' }],
  ['localhost', null],
  ['::1', null],
  ['7000', null],
])('%s in the field of a host is %o', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});
