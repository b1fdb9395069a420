import { useEffect, useRef } from 'preact/hooks';
import { media } from '../browser/media';
import { token } from '../browser/session';
import { theme } from '../browser/settings';
import { useTitle } from '../browser/title';
import { word } from '../lib/words';

/** What Swagger UI leaves in its window. */
interface Swagger extends Window {
  ui?: { preauthorizeApiKey: (scheme: string, token: string) => unknown };
}

const SCHEME = 'token';
const PACE = 100;

const isSystemDark = media('(prefers-color-scheme: dark)');

/** The API's own page, in the frame of ours: signed in as we are, with our keys around it. */
export default function ApiPage() {
  useTitle(word('rail.api'));
  const frame = useRef<HTMLIFrameElement>(null);
  const isDark = theme.value === 'dark' || (theme.value === 'system' && isSystemDark.value);
  useEffect(() => {
    const tell = () => {
      if (frame.current && authorize(frame.current, isDark)) clearInterval(timer);
    };
    const timer = setInterval(tell, PACE);
    tell();
    return () => {
      clearInterval(timer);
    };
  }, [token.value, isDark]);
  return (
    <div class="api-page">
      <h1 class="visually-hidden">{word('rail.api')}</h1>
      <iframe
        ref={frame}
        src="/swagger-ui/index.html"
        title={word('app.api.frame')}
        onLoad={({ currentTarget }) => {
          currentTarget.contentDocument?.addEventListener('keydown', handOver);
        }}
      />
    </div>
  );
}

/** Whether it could be told: it knows the scheme only when it has read the document, and no theme but the system's. */
function authorize(frame: HTMLIFrameElement, isDark: boolean): boolean {
  const page = frame.contentDocument;
  // A document that is just being loaded has no root yet.
  page?.querySelector('html')?.classList.toggle('dark-mode', isDark);
  const isRead = page?.querySelector('.opblock') != null;
  const { ui } = (frame.contentWindow ?? {}) as Swagger;
  if (!isRead || !ui) return false;
  ui.preauthorizeApiKey(SCHEME, token.peek() ?? '');
  return true;
}

/** Keys that type there stay there; the others are ours as everywhere. */
function handOver(event: KeyboardEvent): void {
  const target = event.target as Element | null;
  if (target?.closest('input, textarea, select, [contenteditable]') && !event.ctrlKey && !event.metaKey) return;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const ours = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, metaKey, shiftKey, altKey },
    bubbles: true,
    cancelable: true,
  });
  if (!document.body.dispatchEvent(ours)) event.preventDefault();
}
