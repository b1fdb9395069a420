import { signal } from '@preact/signals';
import { useKeys } from '../browser/keys';
import { cyclePanes, focusFilter } from '../browser/panes';
import { go } from '../browser/router';
import { togglePause } from '../live/age';
import { singleKeys } from '../browser/settings';
import { Modal } from '../ui/modal';
import { openNewSocket } from '../new-socket/new-socket';
import { openPalette } from './palette/palette';

const isOpen = signal(false);

export function openShortcuts(): void {
  isOpen.value = true;
}

/** The keys of the whole console, and the sheet that lists them with those of its parts. */
export function Shortcuts() {
  useKeys({
    '$mod+k': openPalette,
    '?': openShortcuts,
    'Shift+?': openShortcuts,
    '/': focusFilter,
    n: openNewSocket,
    p: togglePause,
    'g s': () => {
      go('/sockets');
    },
    'g t': () => {
      go('/traffic');
    },
    'g n': () => {
      go('/names');
    },
    'g r': () => {
      go('/reference');
    },
    F6: () => {
      cyclePanes(1);
    },
    'Shift+F6': () => {
      cyclePanes(-1);
    },
  });
  return (
    <Modal name="Keyboard shortcuts" open={isOpen} kind="shortcuts">
      <h2>Keyboard shortcuts</h2>
      {singleKeys.value === 'off' && <p class="hint">Single-letter keys are off in the settings.</p>}
      <div class="groups">
        {GROUPS.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
      <form method="dialog">
        <button>Close</button>
      </form>
    </Modal>
  );
}

interface GroupProps {
  name: string;
  keys: readonly (readonly [string, string])[];
}

/** What does it, and what it does. A comma stands between keys, `then` between strokes. */
const GROUPS: readonly GroupProps[] = [
  {
    name: 'Everywhere',
    keys: [
      ['Ctrl K', 'Search or run a command'],
      ['?', 'Keyboard shortcuts'],
      ['/', 'Filter'],
      ['n', 'New socket'],
      ['p', 'Pause or resume'],
      ['g then s', 'Go to the sockets'],
      ['g then t', 'Go to the traffic'],
      ['g then n', 'Go to the names'],
      ['g then r', 'Go to the reference'],
      ['F6, Shift F6', 'Next or previous pane'],
      ['Esc', 'Close, or leave the field'],
    ],
  },
  {
    name: 'In a list',
    keys: [
      ['↑ ↓, j k', 'Move'],
      ['Home, End', 'First or last'],
      ['Enter', 'Open'],
      ['Shift F10', 'Menu of the row'],
    ],
  },
  {
    name: 'On a socket',
    keys: [
      ['s', 'Go to the composer'],
      ['Ctrl Enter', 'Send'],
      ['r', 'Receive once'],
      ['a', 'Accept'],
      ['x', 'Close the socket'],
      ['1 to 8', 'Tab'],
    ],
  },
  {
    name: 'Between panes',
    keys: [
      ['← →', 'Resize by 16 pixels'],
      ['Shift ← →', 'Resize by 64'],
      ['Home, End', 'Narrowest or widest'],
    ],
  },
];

function Group({ name, keys }: GroupProps) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
