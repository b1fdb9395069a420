import { useEffect } from 'preact/hooks';
import { hasData } from '../live/age';
import { filter } from '../live/sockets';
import { printable } from '../lib/text';
import { useTitle } from '../browser/title';
import { clearFilter } from '../filter/place-filter';
import { FilterBar } from './filter-bar';
import { ColumnsMenu } from './columns-menu';
import { Foot } from './foot';
import { Grid } from './grid';
import { shown } from './lingering';
import { opened } from './place';
import { startSeconds } from './rate';
import { Start } from './start';
import { startView } from './view';

export function SocketsList() {
  useEffect(startView, []);
  useEffect(startSeconds, []);
  return (
    <section class="sockets-list" aria-labelledby="sockets">
      <div class="list-head">
        {opened.value === null ? <Title /> : <h2 id="sockets">Sockets</h2>}
        <FilterBar />
        <ColumnsMenu />
      </div>
      {hasData.value && <Body />}
    </section>
  );
}

/** Beside a detail that is the page's subject, the list is a part. */
function Title() {
  useTitle('Sockets');
  return <h1 id="sockets">Sockets</h1>;
}

function Body() {
  const isEmpty = shown.value.length === 0;
  if (isEmpty && filter.value === '') return <Start />;
  return (
    <>
      {isEmpty ? <NoneFits /> : <Grid />}
      <Foot />
    </>
  );
}

function NoneFits() {
  return (
    <div class="notice">
      <p>
        No socket matches <code>{printable(filter.value)}</code>
      </p>
      <button type="button" onClick={clearFilter}>
        Clear filter
      </button>
    </div>
  );
}
