import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { counted } from '../lib/format';
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
      <h1>Constants</h1>
      <form
        class="sought"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label for="constant-search">Search names, values and meanings</label>
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
        {counted(found.length, 'constant')}, with the values of this host
      </p>
      {found.length > 0 && <ConstantTable rows={found.slice(0, shown.value)} />}
      {found.length > shown.value && (
        <button
          type="button"
          onClick={() => {
            shown.value += STEP;
          }}
        >
          Show {Math.min(STEP, found.length - shown.value)} more
        </button>
      )}
    </>
  );
}

function ConstantTable({ rows }: { rows: readonly Constant[] }) {
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
      <td data-name="Value">
        <Copyable what={`the value of ${name},`} text={String(value)} />
      </td>
      <td data-name="Hex">
        <code>{hexadecimal(value)}</code>
      </td>
      <td data-name="Group">
        <code>{group}</code>
      </td>
      <td data-name="Meaning">{summary}</td>
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
          <dt>Value on this host</dt>
          <dd>
            <Copyable what="value" text={String(value)} />
          </dd>
        </div>
        <div>
          <dt>Hexadecimal</dt>
          <dd>
            <Copyable what="value" text={hexadecimal(value)} />
          </dd>
        </div>
        <div>
          <dt>Name</dt>
          <dd>
            <Copyable what="name" text={name} />
          </dd>
        </div>
        <div>
          <dt>Group</dt>
          <dd>
            <a href={`/reference/constants?q=${encodeURIComponent(`${group}_`)}`}>{group}</a>
          </dd>
        </div>
      </dl>
    </>
  );
}
