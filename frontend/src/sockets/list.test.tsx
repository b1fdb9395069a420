// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { showSockets } from '../live/sockets';
import { socket } from '../testing/sample';
import { SocketsList } from './list';
import { lines, nameOf } from './view';

afterEach(() => {
  render(null, document.body);
});

test('the rows have their order before anything is painted', () => {
  showSockets({ sockets: [socket('s-1'), socket('s-2')], waiting: [], total: 2 });
  render(<SocketsList />, document.body);
  expect(lines.value.map(nameOf)).toEqual(['s-2', 's-1']);
});
