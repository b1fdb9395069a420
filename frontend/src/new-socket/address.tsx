import { formatAddress, spell } from '../lib/address';
import { fieldsOf } from '../call/address-fields';
import { counted, word } from '../lib/words';
import { duration } from '../lib/duration';
import { isSpelled } from '../lib/spelling';
import { printable } from '../lib/text';
import { before } from './before';
import { change, draft } from './draft';
import { addressed, isAddressed, isLookedUp, thenOf } from './form';
import { Glyph } from './glyph';
import { making } from './making';
import { answersOf, resolution } from './resolution';
import { lack } from './state';
import { Understood } from './understood';

/** The one field for an address in every spelling, and what it was understood as. */
export function Address() {
  const { role, family } = draft.value;
  const then = thenOf(draft.value);
  if (then === 'pair' || then === 'none') return null;
  if (role === 'custom' && !isSpelled(family)) return <Members />;
  return (
    <div class="named address-row" data-part="address">
      <label for="new-address">{word('new.address')}</label>
      <Field />
      <Understood />
      <Answers />
      {making.value.failure === null && <Spellings />}
    </div>
  );
}

function Field() {
  const { address } = draft.value;
  return (
    <>
      <input
        class="address"
        id="new-address"
        value={address}
        list="new-addresses"
        placeholder="example.org:443"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="none"

        autofocus
        aria-describedby="new-understood"
        aria-invalid={lack.value !== null && lack.value !== 'local'}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
        onInput={({ currentTarget }) => {
          lack.value = null;
          draft.value = addressed(draft.peek(), currentTarget.value);
        }}
      />
      <datalist id="new-addresses">
        {before().map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}

/** Which of the addresses of a name is tried. */
function Answers() {
  const answers = answersOf(resolution.value);
  const { answer } = draft.value;
  if (!isLookedUp(draft.value) || answers.length === 0) return null;
  return (
    <div class="segments small" role="group" aria-label={word('new.answers')}>
      {answers.length > 1 && (
        <button
          type="button"
          aria-pressed={answer === ''}
          onClick={() => {
            change({ answer: '' });
          }}
        >
          {word('new.answers.each')}
        </button>
      )}
      {answers.map((each) => {
        const text = formatAddress(each) ?? '';
        return (
          <button
            type="button"
            class="mono"
            key={text}
            aria-pressed={answer === text || answers.length === 1}
            onClick={() => {
              change({ answer: text });
            }}
          >
            {printable(each.host ?? spell(each))}
          </button>
        );
      })}
    </div>
  );
}

/** What the resolver said, at the end of the line. */
export function Resolved() {
  const found = resolution.value;
  if (!isAddressed(draft.value) || !isLookedUp(draft.value)) return null;
  if (found.kind === 'asking') return <span class="end">{word('new.resolving')}</span>;
  if (found.kind === 'failed')
    return (
      <span class="end bad">
        <Glyph is="bad" /> {word('new.unresolved', { why: found.problem.symbol ?? found.problem.detail })}
      </span>
    );
  if (found.kind !== 'found') return null;
  return <span class="end">{counted('new.resolved', found.answers.length, { took: duration(found.took) })}</span>;
}

const SPELLINGS = [
  ['[::1]:80', 'new.spelling.six'],
  ['/run/x.sock', 'new.spelling.path'],
  [':8080', 'new.spelling.all'],
  ['@abstract', 'new.spelling.abstract'],
] as const;

function Spellings() {
  return (
    <>
      <p class="also">{word('new.also')}</p>
      <dl class="spellings">
        {SPELLINGS.map(([text, says]) => (
          <div key={text}>
            <dt>
              <button
                type="button"
                onClick={() => {
                  draft.value = addressed(draft.peek(), text);
                  document.getElementById('new-address')?.focus();
                }}
              >
                {text}
              </button>
            </dt>
            <dd class="cut">{word(says)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The members of an address of a family that has no spelling. */
function Members() {
  const { family, members } = draft.value;
  return (
    <div class="pairs" data-part="address">
      {fieldsOf(family).map(({ name, isNumber, example }) => (
        <label key={name} class="named">
          <span>{word(`address.field.${name}`)}</span>
          <input
            value={members[name] ?? ''}
            placeholder={example}
            spellcheck={false}
            autocomplete="off"
            inputMode={isNumber ? 'numeric' : 'text'}
            onInput={({ currentTarget }) => {
              change({ members: { ...draft.peek().members, [name]: currentTarget.value } });
            }}
          />
        </label>
      ))}
    </div>
  );
}
