// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Answer } from './answer';

afterEach(() => {
  render(null, document.body);
});

function shown(value: unknown): string[] {
  render(<Answer value={value} took={1} />, document.body);
  return [...document.querySelectorAll('dd')].map((dd) => dd.textContent);
}

test('a control message stands in words beside its bytes', () => {
  const [ancdata] = shown({
    ancdata: [
      {
        level: 'IPPROTO_IP',
        type: 'IP_PKTINFO',
        data: 'AQ==',
        value: { ifindex: 1, spec_dst: '127.0.0.1', addr: '127.0.0.1' },
      },
    ],
  });
  expect(ancdata).toContain('value ifindex 1 spec_dst 127.0.0.1 addr 127.0.0.1');
});

test('a socket that came along is a link, whatever its id', () => {
  shown({ ancdata: [{ level: 'SOL_SOCKET', type: 'SCM_RIGHTS', data: '', value: { sockets: ['s-5'] } }] });
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/sockets/s-5');
});

test('what was cut off and the flags of the message are members of the answer', () => {
  expect(shown({ size: 4, length: 10, msg_flags: 'MSG_TRUNC' })).toEqual(['4', '10', 'MSG_TRUNC']);
});
