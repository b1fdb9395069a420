import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { counted, word } from '../../lib/words';
import { rowAfter } from '../../lib/roving';
import { arriveBy } from './arriving';
import { entriesFor } from './entries';
import type { Entry } from './entry';
import { remember } from './recent';
import { Modal } from '../../ui/modal';

const isOpen = signal(false);

export function openPalette(): void {
  isOpen.value = true;
}

/** Search over everything that one can go to or do. */
export function Palette() {
  return (
    <Modal name={word('palette.name')} open={isOpen} kind="palette" bare>
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
    void arriveBy(entry.run);
  }

  function move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const to = IN_TEXT.has(event.key) ? null : rowAfter(event.key, at, entries.length, PAGE);
    if (event.key === 'Enter') choose(entries[at]);
    else if (to !== null) active.value = to;
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={word('palette.name')}
        aria-expanded={entries.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `palette-${at}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={word('palette.example')}
        onKeyDown={move}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
        }}
      />
      <div id="palette-list" class="results" role="listbox" aria-label={word('palette.results')}>
        {entries.map((entry, index) => (
          <Option key={entry.id} entry={entry} index={index} selected={index === at} choose={choose} />
        ))}
      </div>
      <p class={entries.length === 0 ? 'hint' : 'visually-hidden'} role="status">
        {entries.length === 0 ? word('palette.none') : counted('palette.found', entries.length)}
      </p>
    </>
  );
}

/** Options in sight. */
const PAGE = 10;

/** Keys that move in what is typed. */
const IN_TEXT = new Set(['Home', 'End']);

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
      <span class="name cut">{entry.name}</span>
      <span class="hint cut">{entry.hint}</span>
      <span class="kind">{word(`palette.kind.${entry.kind}`)}</span>
    </div>
  );
}
