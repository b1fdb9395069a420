import { useId } from 'preact/hooks';
import { times } from '../browser/settings';
import { language } from '../lib/dictionary';
import { word } from '../lib/words';
import { filter, marks } from '../filter/traffic-filter';
import { PlaceFilter } from '../filter/place-filter';
import { Icon, type IconName } from '../ui/icon';
import { MenuButton, type Item } from '../ui/menu';
import { Looks } from './looks';
import { chooseDirection, chooseOnly, filterName, type Wishes } from './wishes';
import type { Direction, View } from './view';

const DIRECTIONS: readonly [Direction | null, string][] = [
  [null, word('traffic.all')],
  ['sent', word('traffic.sent')],
  ['received', word('traffic.received')],
];

interface ToolbarProps {
  socketId: string | null;
  /** The recording that has it, which brings nothing new to follow; null for what passes. */
  recorded: string | null;
  view: View;
  wishes: Wishes;
  find: { told: string; go: (step: 1 | -1) => void };
  more: () => readonly Item[];
  onExport: () => void;
}

/** What is shown of the traffic, and how. */
export function Toolbar({ socketId, recorded, view, wishes, find, more, onExport }: ToolbarProps) {
  return (
    <div class="flow-bar">
      <Directions chosen={wishes.direction} />
      <PlaceFilter
        on="traffic"
        name={filterName(socketId)}
        label={word('traffic.filter')}
        inForce={filter}
        marks={marks}
        onGo={find.go}
      >
        <FindTools find={find} only={wishes.only} />
      </PlaceFilter>
      {recorded === null && <FollowButton view={view} />}
      {recorded === null && <PauseButton view={view} />}
      <Looks time={times} preview={wishes.preview} />
      <IconButton name="download" words={word('traffic.export')} onClick={onExport} />
      <MenuButton name={word('traffic.more')} icon="more" items={more} />
    </div>
  );
}

function FindTools({ find: { told, go }, only }: { find: ToolbarProps['find']; only: boolean }) {
  if (filter.value === '') return null;
  return (
    <>
      <span class="filter-told" role="status">
        {told}
      </span>
      <IconButton
        small
        name="up"
        words={word('traffic.find.previous')}
        onClick={() => {
          go(-1);
        }}
      />
      <IconButton
        small
        name="down"
        words={word('traffic.find.next')}
        onClick={() => {
          go(1);
        }}
      />
      <IconButton
        small
        name="highlight"
        words={word('traffic.highlight')}
        pressed={!only}
        onClick={() => {
          chooseOnly(!only);
        }}
      />
    </>
  );
}

interface IconButtonProps {
  name: IconName;
  words: string;
  pressed?: boolean;
  small?: boolean;
  onClick: () => void;
}

export function IconButton({ name, words, pressed, small = false, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`quiet icon-only${small ? ' small' : ''}`}
      aria-label={words}
      title={words}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
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

export function FollowButton({ view }: { view: View }) {
  return (
    <IconButton
      name="follow"
      words={word('traffic.follow')}
      pressed={view.following.value}
      onClick={() => {
        toggleFollow(view);
      }}
    />
  );
}

function PauseButton({ view }: { view: View }) {
  const paused = view.frozen.value !== null;
  return (
    <IconButton
      name={paused ? 'resume' : 'pause'}
      words={word(paused ? 'traffic.resume' : 'traffic.pause')}
      pressed={paused}
      onClick={() => {
        togglePause(view);
      }}
    />
  );
}

export function Directions({ chosen }: { chosen: Direction | null }) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{word('traffic.direction')}</legend>
      {DIRECTIONS.map(([direction, text]) => (
        <label key={text}>
          <input
            type="radio"
            name={name}
            checked={direction === chosen}
            onChange={() => {
              chooseDirection(direction);
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** So many came since the view left its end. */
export function Fresh({ count, view }: { count: number; view: View }) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="fresh primary"
      onClick={() => {
        view.catchUp();
      }}
    >
      {word('traffic.fresh', { n: count.toLocaleString(language) })}
    </button>
  );
}
