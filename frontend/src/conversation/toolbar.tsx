import { word } from '../lib/words';
import { Directions, FollowButton, IconButton } from '../traffic/toolbar';
import type { View } from '../traffic/view';
import { FindBar } from './find-bar';
import { SaveAs } from './save-as';
import { CODES, TEXTS, type Show } from './shown';
import type { useFind } from './use-find';
import { chooseShow, toggleWrap, type Wishes } from './wishes';

interface ToolbarProps {
  socketId: string;
  recorded: string | null;
  view: View;
  wishes: Wishes;
  find: ReturnType<typeof useFind>;
  onStep: (step: 1 | -1) => void;
}

export function Toolbar({ socketId, recorded, view, wishes, find, onStep }: ToolbarProps) {
  return (
    <div class="flow-bar">
      <Directions chosen={wishes.direction} />
      <FindBar text={wishes.find} problem={find.problem} told={find.told} onType={find.type} onGo={find.go} />
      <ShowAs chosen={wishes.show} />
      {recorded === null && <FollowButton view={view} />}
      <IconButton
        name="up"
        words={word('conversation.turn.previous')}
        onClick={() => {
          onStep(-1);
        }}
      />
      <IconButton
        name="down"
        words={word('conversation.turn.next')}
        onClick={() => {
          onStep(1);
        }}
      />
      <IconButton
        name="wrap"
        words={word('conversation.wrap')}
        pressed={wishes.wrap}
        onClick={() => {
          toggleWrap(wishes);
        }}
      />
      <SaveAs socketId={socketId} show={wishes.show} direction={wishes.direction} />
    </div>
  );
}

function ShowAs({ chosen }: { chosen: Show }) {
  return (
    <select
      aria-label={word('conversation.show')}
      title={word('conversation.show')}
      value={chosen}
      onChange={({ currentTarget }) => {
        chooseShow(currentTarget.value);
      }}
    >
      <optgroup label={word('conversation.show.text')}>{TEXTS.map(option)}</optgroup>
      <optgroup label={word('conversation.show.bytes')}>{CODES.map(option)}</optgroup>
    </select>
  );
}

function option([show, text]: readonly [Show, string]) {
  return (
    <option key={show} value={show}>
      {text}
    </option>
  );
}
