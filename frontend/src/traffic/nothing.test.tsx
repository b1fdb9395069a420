// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import type { Socket } from '../lib/wire';
import { forgetTraffic } from '../live/traffic';
import { socket } from '../testing/sample';
import { Nothing } from './nothing';
import type { Direction } from './view';

beforeEach(forgetTraffic);

test.each<[Partial<Socket>, Direction | null, string]>([
  [{ state: 'CONNECTED' }, null, 'Nothing received yet. This socket is not reading: run recv.'],
  [{ state: 'CONNECTED' }, 'sent', 'Nothing sent yet. Write something below and send it.'],
  [{ state: 'CONNECTED', responder: 'echo' }, null, 'Nothing received yet. The responder has this socket.'],
  [{ state: 'LISTENING' }, null, 'A listening socket moves no bytes: the connections that it accepts do.'],
  [{ state: 'CLOSED' }, null, 'Nothing passed before this socket was closed.'],
  [{ state: 'CLOSED' }, 'sent', 'Nothing passed this way before this socket was closed.'],
])('of %o, %s, without traffic it is said: %s', (facts, direction, said) => {
  const { container } = render(<Nothing socket={socket('s-1', facts)} direction={direction} />);
  expect(container.textContent).toBe(said);
});
