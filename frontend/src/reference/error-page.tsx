import { printable } from '../lib/text';
import { word } from '../lib/words';
import { Copyable } from '../ui/copyable';
import { explanations, general, type Check, type Explanation } from '../errors/explanations';
import { Missing } from './missing';
import { constants, type Constant } from './search';

/** An error of the kernel, of the resolver or of this console. */
export function ErrorPage({ name }: { name: string }) {
  const all = constants();
  const catalogue = explanations();
  if (all === null || catalogue === null) return <h1>{printable(name)}</h1>;
  const constant = all.find((each) => each.name === name);
  const explanation = explain(name, constant, catalogue);
  if (!explanation && constant?.group !== 'ERRNO') return <Missing what="error" name={name} />;
  return (
    <>
      <h1>
        <code>{name}</code>
        {explanation && <> — {explanation.summary}</>}
      </h1>
      {constant && <Numbers constant={constant} preferred={explanation?.symbol ?? name} />}
      {explanation ? <Explained explanation={explanation} /> : <p>{word('reference.error.unused')}</p>}
    </>
  );
}

/** `EWOULDBLOCK` is another name of `EAGAIN`. */
function explain(
  name: string,
  constant: Constant | undefined,
  catalogue: ReadonlyMap<string, Explanation>,
): Explanation | undefined {
  const known = catalogue.get(name);
  if (known || constant?.group !== 'ERRNO') return known;
  return [...catalogue.values()].find((item) => item.kind === 'errno' && item.number === constant.value);
}

function Numbers({ constant: { name, value, summary }, preferred }: { constant: Constant; preferred: string }) {
  return (
    <>
      <p>{summary}</p>
      <dl class="answer">
        <div>
          <dt>{word('reference.number.here')}</dt>
          <dd>
            <Copyable what={word('reference.what.number')} text={String(value)} />
          </dd>
        </div>
        {preferred !== name && (
          <div>
            <dt>{word('reference.alias')}</dt>
            <dd>
              <code>{preferred}</code>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Explained({ explanation: { meaning, calls, causes, checks } }: { explanation: Explanation }) {
  const places = checks.map(general).filter((check) => check !== null);
  return (
    <>
      <p>{meaning}</p>
      <section aria-labelledby="error-calls">
        <h2 id="error-calls">{word('reference.error.calls')}</h2>
        <p>
          {calls.map((call) => (
            <code class="term" key={call}>
              {call}
            </code>
          ))}
        </p>
      </section>
      <section aria-labelledby="error-causes">
        <h2 id="error-causes">{word('reference.error.causes')}</h2>
        <ol>
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ol>
      </section>
      {places.length > 0 && <ToCheck checks={places} />}
    </>
  );
}

function ToCheck({ checks }: { checks: readonly Check[] }) {
  return (
    <section aria-labelledby="error-checks">
      <h2 id="error-checks">{word('reference.error.checks')}</h2>
      <ul>
        {checks.map(({ label, action, href }) => (
          <li key={action}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
