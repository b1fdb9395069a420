import { useEffect, useLayoutEffect } from 'preact/hooks';
import { hasData } from '../live/age';
import { filter } from '../live/sockets';
import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import { go, withQuery } from '../browser/router';
import { useTitle } from '../browser/title';
import { QuickFilters, SocketFilter } from './filter-bar';
import { ColumnsMenu } from './columns-menu';
import { Foot } from './foot';
import { Grid } from './grid';
import { quick } from './quick';
import { shown } from './shown';
import { opened } from './place';
import { startSeconds } from './rate';
import { Start } from './start';
import { startView } from './view';

export function SocketsList() {
  // Before the paint, which would else be one without rows.
  useLayoutEffect(startView, []);
  useEffect(startSeconds, []);
  return (
    <section class="column sockets-list" aria-labelledby="sockets">
      {opened.value === null ? (
        <Title />
      ) : (
        <h2 id="sockets" class="visually-hidden">
          {word('rail.sockets')}
        </h2>
      )}
      <div class="list-head">
        <SocketFilter />
        <ColumnsMenu />
      </div>
      <QuickFilters />
      {hasData.value && <Body />}
    </section>
  );
}

/** Beside a detail that is the page's subject, the list is a part. The rail and the pane say where one is. */
function Title() {
  useTitle(word('rail.sockets'));
  return (
    <h1 id="sockets" class="visually-hidden">
      {word('rail.sockets')}
    </h1>
  );
}

function Body() {
  const isEmpty = shown.value.length === 0;
  if (isEmpty && filter.value === '' && quick.value === 'open') return <Start />;
  return (
    <>
      {isEmpty ? <NoneFits /> : <Grid />}
      <Foot />
    </>
  );
}

function NoneFits() {
  const name = filter.value === '' ? word(`sockets.quick.${quick.value}`) : printable(filter.value);
  return (
    <div class="notice">
      <p>{rich('sockets.none-fits', { filter: <code>{name}</code> })}</p>
      <button
        type="button"
        onClick={() => {
          go(withQuery({ filter: null, quick: null }));
        }}
      >
        {word('sockets.clear-filter')}
      </button>
    </div>
  );
}
