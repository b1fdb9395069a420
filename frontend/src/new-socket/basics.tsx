import { word } from '../lib/words';
import { change, draft } from './draft';
import { thenOf, type Mode } from './form';
import { Kind } from './kind';
import { making } from './making';

/** What is set for each socket: its name and how long its calls wait. */
export function Basics() {
  const { role } = draft.value;
  return (
    <>
      {role === 'custom' && <Kind />}
      {role === 'udp' && <Ends />}
      {making.value.failure === null && thenOf(draft.value) !== 'pair' && (
        <div class="pairs">
          <label class="named" data-part="label">
            <span>{word('new.label')}</span>
            <input
              value={draft.value.label}
              placeholder={word('new.label.example')}
              autocomplete="off"
              onInput={({ currentTarget }) => {
                change({ label: currentTarget.value });
              }}
            />
          </label>
          <Wait />
        </div>
      )}
    </>
  );
}

/** Whether datagrams have one peer, or come from everybody. */
function Ends() {
  const then = thenOf(draft.value);
  return (
    <div class="segments" role="group" aria-label={word('new.udp')}>
      {(['connect', 'bind'] as const).map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={then === each}
          onClick={() => {
            change({ then: each });
          }}
        >
          {word(`new.udp.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** Seconds that are often wanted. */
const SECONDS = ['1', '5', '30', '120'];

export function Wait() {
  const { mode, seconds } = draft.value;
  const value = mode === 'seconds' ? (SECONDS.includes(seconds) ? seconds : 'other') : mode;
  return (
    <div class="named" data-part="mode">
      <label for="new-wait">{word('new.wait')}</label>
      <div class="joined">
        <select
          id="new-wait"
          value={value}
          onChange={({ currentTarget }) => {
            change(waiting(currentTarget.value));
          }}
        >
          <option value="blocking">{word('new.wait.blocking')}</option>
          {SECONDS.map((each) => (
            <option key={each} value={each}>
              {word('new.wait.seconds', { n: each })}
            </option>
          ))}
          <option value="other">{word('new.wait.other')}</option>
          <option value="non-blocking">{word('new.wait.non-blocking')}</option>
        </select>
        {value === 'other' && (
          <input
            type="number"
            min={0}
            step="any"
            aria-label={word('new.wait.number')}
            value={seconds}
            onInput={({ currentTarget }) => {
              change({ seconds: currentTarget.value });
            }}
          />
        )}
      </div>
    </div>
  );
}

function waiting(value: string): { mode: Mode; seconds?: string } {
  if (value === 'other') return { mode: 'seconds', seconds: '10' };
  return SECONDS.includes(value) ? { mode: 'seconds', seconds: value } : { mode: value as Mode };
}
