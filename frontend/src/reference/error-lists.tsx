import type { Schemas } from '../lib/wire';
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
      <h1>Error numbers</h1>
      <p>
        The numbers of Linux with the text of <code>strerror</code>. Those with an explanation lead to causes and
        checks.
      </p>
      {catalogue && rows.length > 0 && <Errors title="Of system calls" rows={rows} catalogue={catalogue} />}
      {catalogue && <Errors title="Of this console" rows={ofKind(catalogue, 'console')} catalogue={catalogue} />}
    </>
  );
}

export function ResolverErrors() {
  const catalogue = explanations();
  return (
    <>
      <h1>Resolver errors</h1>
      <p>
        They are numbers of their own: 1 is <code>EPERM</code> of a system call, but <code>HOST_NOT_FOUND</code> here.
      </p>
      {catalogue && (
        <Errors title="Of getaddrinfo and getnameinfo" rows={ofKind(catalogue, 'gaierror')} catalogue={catalogue} />
      )}
      {catalogue && (
        <Errors title="Of gethostbyname and gethostbyaddr" rows={ofKind(catalogue, 'herror')} catalogue={catalogue} />
      )}
    </>
  );
}

function ofKind(catalogue: Catalogue, kind: Explanation['kind']): Row[] {
  return [...catalogue.values()]
    .filter((item) => item.kind === kind)
    .map(({ symbol, number, meaning }) => ({ symbol, number, text: meaning }));
}

function Errors({ title, rows, catalogue }: { title: string; rows: readonly Row[]; catalogue: Catalogue }) {
  const id = `errors-${title.replaceAll(' ', '-').toLowerCase()}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table class="answers terms">
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">Number</th>
            <th scope="col">Text</th>
            <th scope="col">In plain words</th>
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
      <td data-name="Number">
        <code>{number ?? '–'}</code>
      </td>
      <td data-name="Text">{text}</td>
      <td data-name="In plain words">{summary ?? ''}</td>
    </tr>
  );
}
