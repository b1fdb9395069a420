/** Says whether it worked: on plain HTTP browsers have no navigator.clipboard, and both ways can be refused. */
export async function copyText(text: string): Promise<boolean> {
  return (await copyByClipboard(text)) || copyBySelection(text);
}

async function copyByClipboard(text: string): Promise<boolean> {
  try {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    return false;
  }
}

/** The copy's source stands inside an open dialog where there is one: the rest of the page is inert then. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const source = document.createElement('textarea');
  source.value = text;
  source.className = 'visually-hidden';
  (document.querySelector('dialog[open]') ?? document.body).append(source);
  source.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
  const copied = document.execCommand('copy');
  source.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
