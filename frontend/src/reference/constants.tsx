import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { counted, word } from '../lib/words';
import { go, place, withQuery } from '../browser/router';
import { printable } from '../lib/text';
import { Copyable } from '../ui/copyable';
import { explanations } from '../errors/explanations';
import { ErrorPage } from './error-page';
import { Missing } from './missing';
import { constants, hexadecimal, search, type Constant } from './search';

/** Rows at a time: a table that a browser draws at once and a screen reader can leave. */
const STEP = 100;

export function ConstantList() {
  const query = place.value.searchParams.get('q') ?? '';
  const all = constants();
  return (
    <>
      <h1>{word('reference.constants')}</h1>
      <form
        class="sought"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label for="constant-search">{word('reference.search')}</label>
        <input
          id="constant-search"
          type="search"
          value={query}
          placeholder="AF_, 0x10, broadcast"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            go(withQuery({ q: event.currentTarget.value }), { replace: true });
          }}
        />
      </form>
      {all && <Found key={query} all={all} query={query} />}
    </>
  );
}

function Found({ all, query }: { all: readonly Constant[]; query: string }) {
  const shown = useSignal(STEP);
  const found = useMemo(() => search(all, query), [all, query]);
  return (
    <>
      <p role="status" class="hint">
        {counted('reference.found', found.length)}
      </p>
      {found.length > 0 && <ConstantTable rows={found.slice(0, shown.value)} />}
      {found.length > shown.value && (
        <button
          type="button"
          onClick={() => {
            shown.value += STEP;
          }}
        >
          {word('reference.more', { n: Math.min(STEP, found.length - shown.value) })}
        </button>
      )}
    </>
  );
}

function ConstantTable({ rows }: { rows: readonly Constant[] }) {
  return (
    <table class="answers terms">
      <caption class="visually-hidden">{word('reference.constants.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('reference.column.name')}</th>
          <th scope="col">{word('reference.column.value')}</th>
          <th scope="col">{word('reference.column.hex')}</th>
          <th scope="col">{word('reference.column.group')}</th>
          <th scope="col">{word('reference.column.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((constant) => (
          <ConstantRow key={constant.name} constant={constant} />
        ))}
      </tbody>
    </table>
  );
}

function ConstantRow({ constant: { name, value, group, summary } }: { constant: Constant }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/reference/constants/${name}`}>
          <code>{name}</code>
        </a>
      </th>
      <td data-name={word('reference.column.value')}>
        <Copyable what={word('reference.what.value-of', { name })} text={String(value)} />
      </td>
      <td data-name={word('reference.column.hex')}>
        <code>{hexadecimal(value)}</code>
      </td>
      <td data-name={word('reference.column.group')}>
        <code>{group}</code>
      </td>
      <td data-name={word('reference.column.meaning')}>{summary}</td>
    </tr>
  );
}

export function ConstantPage({ name }: { name: string }) {
  const all = constants();
  if (all === null || explanations() === null) return <h1>{printable(name)}</h1>;
  const constant = all.find((each) => each.name === name);
  if (!constant) return <Missing what="constant" name={name} />;
  const { value, group, summary } = constant;
  if (explanations()?.has(name) === true) return <ErrorPage name={name} />;
  return (
    <>
      <h1>
        <code>{name}</code>
      </h1>
      <p>{summary}</p>
      <dl class="answer">
        <div>
          <dt>{word('reference.value.here')}</dt>
          <dd>
            <Copyable what={word('reference.what.value')} text={String(value)} />
          </dd>
        </div>
        <div>
          <dt>{word('reference.hexadecimal')}</dt>
          <dd>
            <Copyable what={word('reference.what.value')} text={hexadecimal(value)} />
          </dd>
        </div>
        <div>
          <dt>{word('reference.column.name')}</dt>
          <dd>
            <Copyable what={word('reference.what.name')} text={name} />
          </dd>
        </div>
        <div>
          <dt>{word('reference.column.group')}</dt>
          <dd>
            <a href={`/reference/constants?q=${encodeURIComponent(`${group}_`)}`}>{group}</a>
          </dd>
        </div>
      </dl>
    </>
  );
}
