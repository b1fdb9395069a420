import { useEffect, useRef } from 'preact/hooks';
import { token } from '../browser/session';
import { useTitle } from '../browser/title';
import { word } from '../lib/words';

/** What Swagger UI leaves in its window. */
interface Swagger extends Window {
  ui?: { preauthorizeApiKey: (scheme: string, token: string) => unknown };
}

const SCHEME = 'token';
const PACE = 100;

/** The API's own page, in the frame of ours: signed in as we are, with our keys around it. */
export default function ApiPage() {
  useTitle(word('rail.api'));
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (frame.current && authorize(frame.current)) clearInterval(timer);
    }, PACE);
    return () => {
      clearInterval(timer);
    };
  }, [token.value]);
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

/** Whether it could be told: it knows the scheme only when it has read the document. */
function authorize(frame: HTMLIFrameElement): boolean {
  const isRead = frame.contentDocument?.querySelector('.opblock') != null;
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
