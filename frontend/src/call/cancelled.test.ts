import { expect, test } from 'vitest';
import { cancelledText } from './cancelled';

test('a cancel says what it did', () => {
  expect(cancelledText({ call: 'recv', progress: 0, total: null })).toBe(
    'Cancelled. Nothing was received. The socket is still open.',
  );
  expect(cancelledText({ call: 'file.readline', progress: 0, total: null })).toContain('Nothing was received.');
  expect(cancelledText({ call: 'file.write', progress: 0, total: null })).toContain('Nothing was sent.');
  expect(cancelledText({ call: 'sendall', progress: 3_407_872, total: 8_388_608 })).toBe(
    'Cancelled after sending 3,407,872 of 8,388,608 bytes. The socket is still open.',
  );
});
