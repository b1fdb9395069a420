import { expect, test } from 'vitest';
import { callText } from './call-text';
import { callForm as call, parameter } from '../../testing/sample';

const required = { required: true };
const RECV = call(
  'recv',
  parameter('bufsize', 'integer', required),
  parameter('flags', 'flags', { default: '0' }),
  parameter('after', 'integer'),
  parameter('wait', 'number', { in: 'query' }),
);
const BIND = call('bind', parameter('address', 'address', required));

test('the call is written as Python writes it', () => {
  expect(callText(BIND, { address: '10.0.0.5:7000' }, 'AF_INET')).toBe("bind(('10.0.0.5', 7000))");
  expect(callText(RECV, { bufsize: '16', flags: 'MSG_PEEK|MSG_OOB', after: '5', wait: '1' }, 'AF_INET')).toBe(
    'recv(16, MSG_PEEK | MSG_OOB)',
  );
});
