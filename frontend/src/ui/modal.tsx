import type { Signal } from '@preact/signals';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { FIELDS, focusSubject } from '../browser/panes';
import { enterDialog, path } from '../browser/router';
import { word } from '../lib/words';
import { Icon } from './icon';

interface ModalProps {
  name: string;
  open: Signal<boolean>;
  kind: string;
  /** What is in it has a head of its own, or needs none. */
  bare?: boolean;
  children: ComponentChildren;
}

/** A native dialog: the browser keeps the focus in it, closes it with Esc and gives the focus back. */
export function Modal({ open, ...props }: ModalProps) {
  return open.value && props.children !== null && <Shown open={open} {...props} />;
}

function Shown({ name, open, kind, bare = false, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  const pressed = useRef<EventTarget | null>(null);
  // Before the paint, which may be late: the next key that is typed is the dialog's, and Back too.
  useLayoutEffect(() => {
    const leave = enterDialog(
      () => {
        open.value = true;
      },
      () => {
        open.value = false;
      },
    );
    before.current = document.activeElement;
    dialog.current?.showModal();
    const stop = focusFirst(dialog.current);
    return () => {
      stop();
      leave();
    };
  }, []);
  useEffect(() => {
    const from = path.peek();
    return () => {
      if (path.peek() !== from) focusSubject();
      else if (document.activeElement === document.body) giveBack(before.current);
    };
  }, []);

  /** A click of which the press was inside, such as one that marks text, has the dialog itself as its target. */
  function isOutside(target: EventTarget | null): boolean {
    return target === dialog.current;
  }

  return (
    /* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc does the same as a click */
    <dialog
      ref={dialog}
      class={kind}
      tabIndex={-1}
      aria-label={name}
      onClose={() => {
        open.value = false;
      }}
      onPointerDown={({ target }) => {
        pressed.current = target;
      }}
      onClickCapture={openBeside}
      onKeyDown={leaveField}
      onClick={({ target }) => {
        if (isOutside(target) && isOutside(pressed.current)) dialog.current?.close();
      }}
    >
      {!bare && (
        <DialogHead
          name={name}
          close={() => {
            open.value = false;
          }}
        />
      )}
      <div class="inside">{children}</div>
    </dialog>
  );
}

interface DialogHeadProps {
  name: string;
  close: () => void;
  children?: ComponentChildren;
}

/** It stays in sight, and so does the foot, which what is in the dialog ends with. */
export function DialogHead({ name, close, children }: DialogHeadProps) {
  return (
    <header class="dialog-head">
      <h2>{name}</h2>
      {children}
      <button
        type="button"
        class="quiet icon-only"
        aria-label={word('app.close')}
        title={word('app.close')}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Not what closes it, though that stands first. What is in it may come later; by then the person may be elsewhere. */
function focusFirst(dialog: HTMLDialogElement | null): () => void {
  const inside = dialog?.querySelector('.inside');
  if (!dialog || !inside) return () => undefined;
  const closing = dialog.querySelector('button') ?? dialog;
  const observer = new MutationObserver(focus);
  function focus(): void {
    const first = inside?.querySelector<HTMLElement>('[autofocus]') ?? inside?.querySelector<HTMLElement>(FOCUSED);
    if (first && (document.activeElement === closing || !dialog?.contains(document.activeElement))) first.focus();
    if (first) observer.disconnect();
  }
  closing.focus();
  observer.observe(inside, { childList: true, subtree: true });
  focus();
  return () => {
    observer.disconnect();
  };
}

const FOCUSED = ':is(input, select, textarea, button, a[href], [tabindex="0"]):not([aria-disabled="true"])';

/** As everywhere Esc leaves a field first; but what is little else than a field is left by it. */
function leaveField(event: TargetedKeyboardEvent<HTMLDialogElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== 'Escape' || currentTarget.matches('.palette') || !isField(target)) return;
  event.preventDefault();
  currentTarget.focus();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(FIELDS);
}

/** The focus never falls to the body, where no key is a pane's. */
function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
  else focusSubject();
}

/** A link leads to a tab beside: what is in the dialog would be lost, or lie over another page. */
function openBeside({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link || link.hasAttribute('download')) return;
  link.target = '_blank';
  link.rel = 'noopener';
}
