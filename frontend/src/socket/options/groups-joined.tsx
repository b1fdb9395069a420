import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { FailedCard } from '../../call/failed-card';
import { clockTime } from '../../lib/clock';
import { isMulticast } from '../../lib/spelling';
import { printable } from '../../lib/text';
import { word } from '../../lib/words';
import { joining, membershipsIn, type Membership } from './memberships';
import type { Options } from './use-options';

/** The groups that the socket listens to, each with its way out, and a line that joins another. */
export function Memberships({ options }: { options: Options }) {
  const joined = membershipsIn(options.calls);
  return (
    <>
      {joined.map((one) => (
        <Joined key={`${one.leave.option} ${one.group} ${one.source ?? ''}`} one={one} options={options} />
      ))}
      <Join options={options} />
    </>
  );
}

function Joined({ one, options }: { one: Membership; options: Options }) {
  const { group, by, source, since, leave } = one;
  const said = source === null ? word('options.any-sender') : word('options.one-sender', { source: printable(source) });
  return (
    <>
      <tr class="joined">
        <th scope="row">
          <code>{printable(group)}</code>
        </th>
        <td>
          <span class="read">{by === '' ? word('options.any-interface') : printable(by)}</span>
        </td>
        <td class="was">{clockTime(since).slice(0, 8)}</td>
        <td class="note">
          <span class="acts">
            <span class="hint cut">{said}</span>
            <button
              type="button"
              aria-label={word('options.leave.group', { group })}
              onClick={() => void options.set(leave.option, leave.value)}
            >
              {word('options.leave')}
            </button>
          </span>
        </td>
      </tr>
      <Refused option={leave.option} options={options} />
    </>
  );
}

function Join({ options }: { options: Options }) {
  const group = useSignal('');
  const by = useSignal('');
  const source = useSignal('');
  const last = useSignal('');
  const lack = useSignal<string | null>(null);

  async function join(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    lack.value = lackOf(group.peek().trim());
    if (lack.peek() !== null) {
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    const { option, value } = joining(group.peek().trim(), by.peek().trim(), source.peek().trim());
    last.value = option;
    if (await options.set(option, value)) group.value = source.value = '';
  }

  return (
    <>
      <tr class="joining">
        <td colSpan={4}>
          <form aria-label={word('options.join')} onSubmit={(event) => void join(event)}>
            <Field of={group} label={word('options.group')} example="239.0.0.1" />
            <Field of={by} label={word('options.by')} example={word('options.any-interface')} />
            <Field of={source} label={word('options.source')} example={word('options.any-sender')} />
            <button>{word('options.join')}</button>
            {lack.value !== null && (
              <span class="problem" role="alert">
                {lack.value}
              </span>
            )}
          </form>
        </td>
      </tr>
      <Refused option={last.value} options={options} />
    </>
  );
}

/** What is missing for a group to be joined. */
function lackOf(group: string): string | null {
  if (group === '') return word('options.group.needed');
  return isMulticast(group) ? null : word('options.group.not', { group: printable(group) });
}

function Field({ of, label, example }: { of: { value: string }; label: string; example: string }) {
  return (
    <input
      aria-label={label}
      placeholder={example}
      value={of.value}
      spellcheck={false}
      autocomplete="off"
      onInput={({ currentTarget }) => {
        of.value = currentTarget.value;
      }}
    />
  );
}

function Refused({ option, options }: { option: string; options: Options }) {
  const failed = options.failures.value.get(option);
  return failed ? (
    <tr class="failed">
      <td colSpan={4}>
        <FailedCard {...failed} />
      </td>
    </tr>
  ) : null;
}
