import { Directions, toggleFollow } from '../traffic/toolbar';
import type { View } from '../traffic/view';
import { CODES, TEXTS, type Show } from './shown';
import { chooseShow, toggleWrap, type Wishes } from './wishes';

interface ToolbarProps {
  view: View;
  wishes: Wishes;
  onStep: (step: 1 | -1) => void;
}

export function Toolbar({ view, wishes, onStep }: ToolbarProps) {
  const fresh = view.fresh(wishes.direction);
  return (
    <div class="traffic-bar">
      <Directions chosen={wishes.direction} />
      <button
        type="button"
        aria-pressed={view.following.value}
        onClick={() => {
          toggleFollow(view);
        }}
      >
        Follow
      </button>
      {fresh > 0 && (
        <button
          type="button"
          class="primary"
          onClick={() => {
            view.catchUp();
          }}
        >
          {fresh.toLocaleString('en-US')} new
        </button>
      )}
      <span class="traffic-looks">
        <ShowAs chosen={wishes.show} />
        <button
          type="button"
          aria-pressed={wishes.wrap}
          onClick={() => {
            toggleWrap(wishes);
          }}
        >
          Wrap
        </button>
        <button
          type="button"
          aria-label="Previous turn"
          onClick={() => {
            onStep(-1);
          }}
        >
          ↑<span class="word"> Turn</span>
        </button>
        <button
          type="button"
          aria-label="Next turn"
          onClick={() => {
            onStep(1);
          }}
        >
          ↓<span class="word"> Turn</span>
        </button>
      </span>
    </div>
  );
}

function ShowAs({ chosen }: { chosen: Show }) {
  return (
    <label>
      <span>Show as</span>
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          chooseShow(currentTarget.value);
        }}
      >
        <optgroup label="Text">{TEXTS.map(option)}</optgroup>
        <optgroup label="Bytes">{CODES.map(option)}</optgroup>
      </select>
    </label>
  );
}

function option([show, word]: readonly [Show, string]) {
  return (
    <option key={show} value={show}>
      {word}
    </option>
  );
}
