import { useId } from 'preact/hooks';
import { go, withQuery } from '../browser/router';
import { times } from '../browser/settings';
import type { Preview } from './columns';
import type { Direction, View } from './view';

const DIRECTIONS: readonly [Direction | null, string][] = [
  [null, 'All'],
  ['sent', '→ Sent'],
  ['received', '← Received'],
];

const TIME_WORDS: Record<typeof times.value, string> = {
  absolute: 'Clock',
  relative: 'Since the first',
  delta: 'Since the row above',
};

interface ToolbarProps {
  view: View;
  direction: Direction | null;
  preview: Preview;
}

export function Toolbar({ view, direction, preview }: ToolbarProps) {
  const fresh = view.fresh(direction);
  return (
    <div class="traffic-bar">
      <Directions chosen={direction} />
      <PauseButton view={view} />
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
        <Times />
        <Previews chosen={preview} />
      </span>
    </div>
  );
}

export function togglePause(view: View): void {
  if (view.frozen.peek() === null) view.pause();
  else view.resume();
}

export function toggleFollow(view: View): void {
  if (view.following.peek()) view.leaveEnd();
  else view.catchUp();
}

function PauseButton({ view }: { view: View }) {
  const paused = view.frozen.value !== null;
  return (
    <button
      type="button"
      onClick={() => {
        togglePause(view);
      }}
    >
      {paused ? 'Resume' : 'Pause'}
    </button>
  );
}

export function Directions({ chosen }: { chosen: Direction | null }) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">Direction</legend>
      {DIRECTIONS.map(([direction, word]) => (
        <label key={word}>
          <input
            type="radio"
            name={name}
            checked={direction === chosen}
            onChange={() => {
              go(withQuery({ direction }));
            }}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Times() {
  return (
    <label>
      <span>Time</span>
      <select
        value={times.value}
        onChange={({ currentTarget }) => {
          times.value = currentTarget.value as typeof times.value;
        }}
      >
        {Object.entries(TIME_WORDS).map(([mode, words]) => (
          <option key={mode} value={mode}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Previews({ chosen }: { chosen: Preview }) {
  return (
    <label>
      <span>Preview</span>
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          go(withQuery({ preview: currentTarget.value === 'hex' ? 'hex' : null }));
        }}
      >
        <option value="text">Text</option>
        <option value="hex">Hex</option>
      </select>
    </label>
  );
}
