// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyGroups, quietLetters, useKeys } from './keys';
import { singleKeys } from './settings';

const letter = vi.fn();
const palette = vi.fn();
const names = vi.fn();
const own = vi.fn((event: Event) => {
  event.preventDefault();
});

function Page() {
  useKeys({ n: { says: 'A letter', run: letter }, 'g n': names, 'g (.)': () => undefined, '$mod+k': palette });
  return (
    <>
      <input aria-label="Text" />
      <button>Button</button>
      <div role="listbox" tabIndex={0} onKeyDown={own} />
      <div role="menu" />
    </>
  );
}

beforeEach(async () => {
  singleKeys.value = 'on';
  letter.mockReset();
  palette.mockReset();
  names.mockReset();
  own.mockClear();
  await act(() => {
    render(<Page />, document.body);
  });
});

afterEach(() => {
  render(null, document.body);
});

function press(selector: string, key: string, more: KeyboardEventInit = {}): void {
  document
    .querySelector(selector)
    ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

test('a letter is a command', () => {
  press('button', 'n');
  expect(letter).toHaveBeenCalledOnce();
});

test('keys are taken as soon as what they are for is drawn', () => {
  const Drawn = () => {
    useKeys({ x: { says: 'Another letter', run: letter } });
    return null;
  };
  render(<Drawn />, document.body);
  press('body', 'x');
  expect(letter).toHaveBeenCalledOnce();
});

test('a letter is text where one types, and the palette opens there too', () => {
  press('input', 'n');
  press('input', 'k', { ctrlKey: true });
  expect(letter).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledOnce();
});

test.each(['button', '[role=listbox]', 'body'])(
  'the last key of a sequence is nobody else’s, with the focus in %s',
  (focused) => {
    press(focused, 'g');
    own.mockClear();
    press(focused, 'n');
    expect(names).toHaveBeenCalledOnce();
    expect(letter).not.toHaveBeenCalled();
    expect(own).not.toHaveBeenCalled();
  },
);

test('a sequence that is mistyped does nothing, and the key after it is a command again', () => {
  press('[role=listbox]', 'g');
  own.mockClear();
  press('[role=listbox]', 'x');
  expect(own).not.toHaveBeenCalled();
  press('button', 'n');
  expect(letter).toHaveBeenCalledOnce();
});

test('a letter in an open menu is the menu’s', () => {
  press('[role=menu]', 'n');
  expect(letter).not.toHaveBeenCalled();
});

test('letters that are switched off are no commands', () => {
  singleKeys.value = 'off';
  press('button', 'n');
  expect(letter).not.toHaveBeenCalled();
});

test('an open dialog has the keys to itself', () => {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  press('button', 'k', { ctrlKey: true });
  dialog.remove();
  expect(palette).not.toHaveBeenCalled();
});

test('what says what it does is listed for as long as it is there', async () => {
  expect(keyGroups.value).toEqual([{ name: 'On this page', keys: [['n', 'A letter']] }]);
  await act(() => {
    render(null, document.body);
  });
  expect(keyGroups.value).toEqual([]);
});

test('what is typed on when a field went away is no command, until nobody types', () => {
  vi.useFakeTimers();
  quietLetters();
  for (let typed = 0; typed < 3; typed++) {
    vi.advanceTimersByTime(600);
    press('button', 'n');
  }
  expect(letter).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_001);
  press('button', 'n');
  expect(letter).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
