import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { counted } from '../../lib/format';
import { entriesFor } from './entries';
import type { Entry } from './entry';
import { loadKnown } from './known';
import { remember } from './recent';
import { Modal } from '../../ui/modal';

export { registerCommand } from '../../ui/commands';

const isOpen = signal(false);

export function openPalette(): void {
  isOpen.value = true;
  void loadKnown();
}

/** Search over everything that one can go to or do. */
export function Palette() {
  return (
    <Modal name="Search or run a command" open={isOpen} kind="palette">
      <Search />
    </Modal>
  );
}

function Search() {
  const query = useSignal('');
  const active = useSignal(0);
  const entries = entriesFor(query.value);
  const at = Math.min(active.value, entries.length - 1);

  function choose(entry: Entry | undefined): void {
    if (!entry) return;
    isOpen.value = false;
    remember(entry.id);
    entry.run();
  }

  function move(event: KeyboardEvent): void {
    const to = event.isComposing ? undefined : TARGETS[event.key]?.(at, entries.length);
    if (event.key === 'Enter' && !event.isComposing) choose(entries[at]);
    else if (to !== undefined) active.value = to;
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Search or run a command"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `palette-${at}`}
        autocomplete="off"
        spellcheck={false}
        placeholder="connect 10.0.0.5:80, getaddrinfo example.org, or a word"
        onKeyDown={move}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
        }}
      />
      <div id="palette-list" class="results" role="listbox" aria-label="Results">
        {entries.map((entry, index) => (
          <Option key={entry.id} entry={entry} index={index} selected={index === at} choose={choose} />
        ))}
      </div>
      <p class={entries.length === 0 ? 'hint' : 'visually-hidden'} role="status">
        {entries.length === 0 ? 'Nothing fits' : counted(entries.length, 'result')}
      </p>
    </>
  );
}

/** Where a key leads from an option of so many. */
const TARGETS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % Math.max(count, 1),
  ArrowUp: (at, count) => (at + count - 1) % Math.max(count, 1),
  PageDown: (at, count) => Math.min(at + 10, count - 1),
  PageUp: (at) => Math.max(at - 10, 0),
};

interface OptionProps {
  entry: Entry;
  index: number;
  selected: boolean;
  choose: (entry: Entry) => void;
}

function Option({ entry, index, selected, choose }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox has the keys
    <div
      ref={element}
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onClick={() => {
        choose(entry);
      }}
    >
      <span class="name">{entry.name}</span>
      <span class="hint">{entry.hint}</span>
      <span class="kind">{entry.kind}</span>
    </div>
  );
}
