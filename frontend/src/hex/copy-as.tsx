import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { copyText } from '../browser/clipboard';
import { FORMS, type Form } from '../lib/copy-as';
import { counted } from '../lib/format';
import { REFUSED } from './hex-view';

/** The selected bytes, or all of them, in the form of a language. */
export function CopyAs({ bytes }: { bytes: () => Uint8Array }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const outcome = useSignal('');

  async function copy(form: Form): Promise<void> {
    menu.current?.hidePopover();
    const chosen = bytes();
    const done = await copyText(form.of(chosen));
    outcome.value = done ? `Copied ${counted(chosen.length, 'byte')} as ${form.name}` : REFUSED;
  }

  return (
    <span class="copy-as">
      <button type="button" popovertarget={id}>
        Copy as…
      </button>
      <div ref={menu} id={id} popover="auto" class="menu" role="group" aria-label="Copy as">
        {FORMS.map((form) => (
          <button key={form.name} type="button" onClick={() => void copy(form)}>
            {form.name}
          </button>
        ))}
      </div>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
