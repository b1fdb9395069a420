import type { Schemas } from '../lib/wire';
import { rich, word } from '../lib/words';
import { table } from '../browser/tables';
import { aboutHref, explanations, type Explanation } from '../errors/explanations';

interface Row {
  symbol: string;
  number: number | null;
  text: string;
}

type Catalogue = ReadonlyMap<string, Explanation>;

export function ErrnoList() {
  const outcome = table<{ items: Schemas['Errno'][] }>('/errno');
  const catalogue = explanations();
  const rows = outcome?.ok
    ? outcome.value.items.map(({ errno, symbol, strerror }) => ({ symbol, number: errno, text: strerror }))
    : [];
  return (
    <>
      <h1>{word('reference.errno')}</h1>
      <p>{rich('reference.errno.says', { call: <code>strerror</code> })}</p>
      {catalogue && rows.length > 0 && <Errors of="kernel" rows={rows} catalogue={catalogue} />}
      {catalogue && <Errors of="console" rows={ofKind(catalogue, 'console')} catalogue={catalogue} />}
    </>
  );
}

export function ResolverErrors() {
  const catalogue = explanations();
  return (
    <>
      <h1>{word('reference.eai')}</h1>
      <p>{rich('reference.eai.says', { kernel: <code>EPERM</code>, resolver: <code>HOST_NOT_FOUND</code> })}</p>
      {catalogue && <Errors of="gaierror" rows={ofKind(catalogue, 'gaierror')} catalogue={catalogue} />}
      {catalogue && <Errors of="herror" rows={ofKind(catalogue, 'herror')} catalogue={catalogue} />}
    </>
  );
}

function ofKind(catalogue: Catalogue, kind: Explanation['kind']): Row[] {
  return [...catalogue.values()]
    .filter((item) => item.kind === kind)
    .map(({ symbol, number, meaning }) => ({ symbol, number, text: meaning }));
}

interface ErrorsProps {
  of: 'kernel' | 'console' | 'gaierror' | 'herror';
  rows: readonly Row[];
  catalogue: Catalogue;
}

function Errors({ of, rows, catalogue }: ErrorsProps) {
  const id = `errors-${of}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{word(`reference.errors.${of}`)}</h2>
      <table class="answers terms">
        <thead>
          <tr>
            <th scope="col">{word('reference.column.symbol')}</th>
            <th scope="col">{word('reference.column.number')}</th>
            <th scope="col">{word('reference.column.text')}</th>
            <th scope="col">{word('reference.column.plain')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ErrorRow key={row.symbol} row={row} summary={catalogue.get(row.symbol)?.summary} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ErrorRow({ row: { symbol, number, text }, summary }: { row: Row; summary: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        <a href={aboutHref(symbol)}>
          <code>{symbol}</code>
        </a>
      </th>
      <td data-name={word('reference.column.number')}>
        <code>{number ?? '–'}</code>
      </td>
      <td data-name={word('reference.column.text')}>{text}</td>
      <td data-name={word('reference.column.plain')}>{summary ?? ''}</td>
    </tr>
  );
}
