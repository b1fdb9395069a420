import { word } from '../lib/words';
import type { Column } from './columns';
import { nextSort } from './order';
import { choose } from './place';
import { sort } from './view';

export function GridHead({ columns }: { columns: readonly Column[] }) {
  return (
    <div role="row" class="line" aria-rowindex={1}>
      <div role="columnheader" class="mark">
        <span class="visually-hidden">{word('sockets.selected-column')}</span>
      </div>
      {columns.map((column) => (
        <Head key={column.key} column={column} />
      ))}
      <div role="columnheader" class="acts">
        <span class="visually-hidden">{word('sockets.acts')}</span>
      </div>
    </div>
  );
}

function Head({ column: { key, name } }: { column: Column }) {
  const { key: by, descending } = sort.value;
  const direction = by !== key ? 'none' : descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" class={`cell ${key}`} aria-sort={direction}>
      <button
        type="button"
        title={word('sockets.sort-by', { column: name })}
        onClick={() => {
          choose('sort', nextSort(sort.value, key));
        }}
      >
        {arrow(key)}
        {name}
        {direction !== 'none' && <span aria-hidden="true">{descending ? ' ▾' : ' ▴'}</span>}
      </button>
    </div>
  );
}

const ARROWS: Record<string, string> = { received: '← ', sent: '→ ' };

function arrow(key: string) {
  return (
    ARROWS[key] && (
      <span class={key} aria-hidden="true">
        {ARROWS[key]}
      </span>
    )
  );
}
