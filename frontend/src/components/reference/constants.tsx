import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Outcome } from '../../lib/api';
import { counted } from '../../lib/format';
import { go, place, withQuery } from '../../lib/router';
import { table } from '../../stores/tables';
import { Copyable } from '../copyable';
import { explanations } from '../errors/explanations';
import { ErrorPage } from './error-page';
import { Missing } from './missing';
import { hexadecimal, search, type Constant } from './search';

type List = Outcome<{ items: Constant[] }>;

/** Rows at a time: a table that a browser draws at once and a screen reader can leave. */
const STEP = 100;

export function ConstantList() {
  const query = place.value.searchParams.get('q') ?? '';
  const outcome = table<{ items: Constant[] }>('/constants');
  return (
    <>
      <h1>Constants</h1>
      <form class="search" onSubmit={(event) => { event.preventDefault(); }}>
        <label for="constant-search">Search names, values and meanings</label>
        <input id="constant-search" type="search" value={query} placeholder="AF_, 0x10, broadcast" spellcheck={false}
          autocomplete="off" onInput={(event) => { go(withQuery({ q: event.currentTarget.value }), { replace: true }); }} />
      </form>
      {outcome && <Found key={query} outcome={outcome} query={query} />}
    </>
  );
}

function Found({ outcome, query }: { outcome: List; query: string }) {
  const shown = useSignal(STEP);
  const found = useMemo(() => (outcome.ok ? search(outcome.value.items, query) : []), [outcome, query]);
  if (!outcome.ok) return <p class="problem" role="alert">{outcome.problem.detail}</p>;
  return (
    <>
      <p role="status" class="hint">{counted(found.length, 'constant')}, with the values of this host</p>
      {found.length > 0 && <ConstantTable constants={found.slice(0, shown.value)} />}
      {found.length > shown.value && (
        <button type="button" onClick={() => { shown.value += STEP; }}>
          Show {Math.min(STEP, found.length - shown.value)} more
        </button>
      )}
    </>
  );
}

function ConstantTable({ constants }: { constants: readonly Constant[] }) {
  return (
    <table class="answers terms">
      <caption class="visually-hidden">Constants and their values on this host</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Hex</th>
          <th scope="col">Group</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>{constants.map((constant) => <ConstantRow key={constant.name} constant={constant} />)}</tbody>
    </table>
  );
}

function ConstantRow({ constant: { name, value, group, summary } }: { constant: Constant }) {
  return (
    <tr>
      <th scope="row"><a href={`/reference/constants/${name}`}><code>{name}</code></a></th>
      <td data-name="Value"><Copyable what={`the value of ${name},`} text={String(value)} /></td>
      <td data-name="Hex"><code>{hexadecimal(value)}</code></td>
      <td data-name="Group"><code>{group}</code></td>
      <td data-name="Meaning">{summary}</td>
    </tr>
  );
}

export function ConstantPage({ name }: { name: string }) {
  const outcome = table<Constant>(`/constants/${encodeURIComponent(name)}`);
  if (outcome === null || explanations() === null) return <h1>{name}</h1>;
  if (!outcome.ok) return <Missing what="constant" name={name} />;
  const { value, group, summary } = outcome.value;
  if (explanations()?.has(name) === true) return <ErrorPage name={name} />;
  return (
    <>
      <h1><code>{name}</code></h1>
      <p>{summary}</p>
      <dl class="answer">
        <div><dt>Value on this host</dt><dd><Copyable what="value" text={String(value)} /></dd></div>
        <div><dt>Hexadecimal</dt><dd><Copyable what="value" text={hexadecimal(value)} /></dd></div>
        <div><dt>Name</dt><dd><Copyable what="name" text={name} /></dd></div>
        <div><dt>Group</dt><dd><a href={`/reference/constants?q=${encodeURIComponent(`${group}_`)}`}>{group}</a></dd></div>
      </dl>
    </>
  );
}
