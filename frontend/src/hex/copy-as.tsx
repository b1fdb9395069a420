import { copyText } from '../browser/clipboard';
import { FORMS, type Form } from '../lib/copy-as';
import { counted, word } from '../lib/words';
import { MenuButton, type Item } from '../ui/menu';
import { say } from '../ui/notices';

export const REFUSED = word('hex.refused');

/** The bytes, in the form of a language. What came of it is told. */
export function copyItems(bytes: () => Uint8Array): Item[] {
  return FORMS.map((form) => ({
    name: form.name,
    run: () => void copy(form, bytes()),
  }));
}

async function copy(form: Form, bytes: Uint8Array): Promise<void> {
  const done = await copyText(form.of(bytes));
  say(done ? counted('hex.copied', bytes.length, { form: form.name }) : REFUSED);
}

export function CopyAs({ bytes }: { bytes: () => Uint8Array }) {
  return (
    <MenuButton name={word('hex.copy.as')} icon="down" items={() => copyItems(bytes)}>
      {word('hex.copy.as')}
    </MenuButton>
  );
}
