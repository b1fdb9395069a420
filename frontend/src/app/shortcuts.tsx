import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { keyGroups, MODIFIER, useKeys, useKeySheet, type KeyGroup } from '../browser/keys';
import { cyclePanes, focusFilter, keepFocus, leadKeysToLists, leaveFieldsByEscape } from '../browser/panes';
import { go } from '../browser/router';
import { singleKeys } from '../browser/settings';
import { word } from '../lib/words';
import { togglePause } from '../live/age';
import { openNewSocket } from '../new-socket/new-socket';
import { Modal } from '../ui/modal';
import { arriveBy } from './palette/arriving';
import { openPalette } from './palette/palette';
import { PAGES } from './pages';

const isOpen = signal(false);

export function openShortcuts(): void {
  isOpen.value = true;
}

const TO_PAGES = Object.fromEntries(
  PAGES.flatMap(({ key, name, paths }) =>
    key === undefined
      ? []
      : [
          [
            `g ${key}`,
            {
              says: word('keys.go', { page: word(name) }),
              run: () => {
                void arriveBy(() => {
                  go(paths[0]);
                });
              },
            },
          ],
        ],
  ),
);

/** The keys of the whole console, and the sheet that lists them with those of its parts. */
export function Shortcuts() {
  useKeys(
    {
      '$mod+k': { says: word('keys.palette'), run: openPalette },
      '?': { says: word('keys.sheet'), run: openShortcuts },
      'Shift+?': openShortcuts,
      '/': { says: word('keys.filter'), run: focusFilter },
      n: { says: word('keys.new'), run: openNewSocket },
      p: { says: word('keys.pause'), run: togglePause },
      ...TO_PAGES,
      // Mistyped, it is nothing: `g x` closes no socket.
      'g (.)': () => undefined,
      F6: {
        says: word('keys.next-pane'),
        run: () => {
          cyclePanes(1);
        },
      },
      'Shift+F6': {
        says: word('keys.previous-pane'),
        run: () => {
          cyclePanes(-1);
        },
      },
    },
    word('keys.everywhere'),
  );
  useKeySheet(word('keys.everywhere'), [['Escape', word('keys.escape')]]);
  useEffect(leaveFieldsByEscape, []);
  useEffect(leadKeysToLists, []);
  useEffect(keepFocus, []);
  useKeySheet(word('keys.separator'), [
    ['ArrowLeft, ArrowRight', word('keys.resize')],
    ['Shift+ArrowLeft, Shift+ArrowRight', word('keys.resize-far')],
    ['Home, End', word('keys.resize-end')],
  ]);
  return (
    <Modal name={word('keys.sheet')} open={isOpen} kind="shortcuts">
      <Sheet />
    </Modal>
  );
}

function Sheet() {
  return (
    <>
      {singleKeys.value === 'off' && <p class="hint">{word('keys.off')}</p>}
      <div class="groups">
        {keyGroups.value.map((group) => (
          <Group key={group.name} {...group} />
        ))}
      </div>
    </>
  );
}

function Group({ name, keys }: KeyGroup) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{shown(key)}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const NAMES: Record<string, string> = {
  $mod: MODIFIER,
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Shift: word('key.shift'),
  Enter: word('key.enter'),
  Space: word('key.space'),
  Home: word('key.home'),
  End: word('key.end'),
  PageUp: word('key.page-up'),
  PageDown: word('key.page-down'),
};

/** As it is printed on the keys; one press after another, and others that do as well. */
function shown(keys: string): string {
  return keys
    .split(', ')
    .map((way) =>
      way
        .split(' ')
        .map(pressShown)
        .join(` ${word('keys.then')} `),
    )
    .join(', ');
}

function pressShown(press: string): string {
  const keys = press.split('+');
  return keys.map((key) => NAMES[key] ?? (keys.length > 1 && key.length === 1 ? key.toUpperCase() : key)).join(' ');
}
