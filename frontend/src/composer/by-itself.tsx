import type { TargetedEvent } from 'preact';
import { isPhone } from '../browser/media';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { answerAgain, answerBy, answerNoMore, isAnswered, responderOf } from '../live/responder';
import { say } from '../ui/notices';

/** Whether a responder takes what comes: one that says nothing begins, and any ends. */
export function ByItself({ socket }: { socket: Socket }) {
  const isOn = isAnswered(socket);
  const isListener = socket.state === 'LISTENING';
  const name = word(isListener ? 'listener.by-itself' : 'composer.by-itself');

  async function turn({ currentTarget }: TargetedEvent<HTMLInputElement>): Promise<void> {
    const problem = await (currentTarget.checked ? begin(socket) : answerNoMore(socket.id));
    if (!problem) return;
    currentTarget.checked = isOn;
    say(problem.detail);
  }

  return (
    <label class="switch">
      <input type="checkbox" role="switch" aria-label={name} checked={isOn} onChange={(event) => void turn(event)} />
      {isPhone.value && !isListener ? word('composer.by-itself.short') : name}
    </label>
  );
}

/** One that has stopped is there still, with what it was to do. */
function begin(socket: Socket) {
  const stopped = responderOf(socket);
  return stopped ? answerAgain(socket.id, stopped) : answerBy(socket.id, { reply: 'none' });
}
