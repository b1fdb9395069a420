import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import { chooseColumns, chosen, usualColumns } from './chosen';
import { keepsClosed } from './closed';
import { COLUMNS } from './columns';
import { choose } from './place';
import { sort } from './view';

/** Which columns there are, their order, and by which of them the list is sorted. */
export function ColumnsMenu() {
  const id = useId();
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="quiet icon-only"
        popovertarget={id}
        title={word('sockets.columns')}
        aria-label={word('sockets.columns')}
      >
        <Icon name="columns" />
      </button>
      <div
        id={id}
        popover="auto"
        class="panel columns-menu"
        role="dialog"
        aria-label={word('sockets.columns')}
        onBeforeToggle={({ newState }) => {
          isOpen.value = newState === 'open';
        }}
      >
        {isOpen.value && <Choice />}
      </div>
    </>
  );
}

function Choice() {
  const keys = chosen.value.map(({ key }) => key);
  const others = COLUMNS.filter(({ key }) => !keys.includes(key));
  return (
    <>
      <SortSelect />
      <ClosedCheck />
      <ul>
        {chosen.value.map(({ key, name }, index) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked
                disabled={keys.length === 1}
                onChange={() => {
                  chooseColumns(keys.toSpliced(index, 1));
                }}
              />
              {name}
            </label>
            <button
              type="button"
              aria-label={word('sockets.column-up', { column: name })}
              disabled={index === 0}
              onClick={() => {
                chooseColumns(moved(keys, index, -1));
              }}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={word('sockets.column-down', { column: name })}
              disabled={index === keys.length - 1}
              onClick={() => {
                chooseColumns(moved(keys, index, 1));
              }}
            >
              ↓
            </button>
          </li>
        ))}
        {others.map(({ key, name }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={false}
                onChange={() => {
                  chooseColumns([...keys, key]);
                }}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" onClick={usualColumns}>
        {word('sockets.columns.usual')}
      </button>
    </>
  );
}

function SortSelect() {
  const { key, descending } = sort.value;
  const put = (by: string, down: boolean) => {
    choose('sort', by === 'id' && !down ? null : `${down ? '-' : ''}${by}`);
  };
  return (
    <div class="row">
      <label>
        {word('sockets.sort')}
        <select
          value={key}
          onChange={({ currentTarget }) => {
            put(currentTarget.value, descending);
          }}
        >
          {COLUMNS.map((column) => (
            <option key={column.key} value={column.key}>
              {column.name}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={descending}
          onChange={() => {
            put(key, !descending);
          }}
        />
        {word('sockets.largest-first')}
      </label>
    </div>
  );
}

function ClosedCheck() {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={keepsClosed.value}
        onChange={({ currentTarget }) => {
          keepsClosed.value = currentTarget.checked;
        }}
      />
      {word('sockets.closed.show')}
    </label>
  );
}

function moved(keys: readonly string[], index: number, step: number): string[] {
  const [key = ''] = keys.slice(index);
  return keys.toSpliced(index, 1).toSpliced(index + step, 0, key);
}
