import { effect } from '@preact/signals';
import { signIn, token } from '../browser/session';

type Message = { kind: 'wanted' } | { kind: 'token'; token: string };

/** Tabs of one origin hand the token to each other; sessionStorage alone is one tab's. */
export function startHandover(): void {
  const channel = new BroadcastChannel('socket-console.token');
  let received: string | null = null;

  function say(message: Message): void {
    channel.postMessage(message);
  }

  function tell(): void {
    if (token.value !== null) say({ kind: 'token', token: token.value });
  }

  function take(offered: string): void {
    if (token.peek() !== null) return;
    received = offered;
    signIn(offered);
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'wanted') tell();
    else take(data.token);
  };
  effect(() => {
    if (token.value !== received) tell();
  });
  if (token.peek() === null) say({ kind: 'wanted' });
}
