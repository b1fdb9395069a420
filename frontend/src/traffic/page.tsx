import { useRef } from 'preact/hooks';
import { useTitle } from '../browser/title';
import { word } from '../lib/words';
import { TrafficPane } from './traffic-pane';

export default function Traffic() {
  const section = useRef<HTMLElement>(null);
  useTitle(word('rail.traffic'));
  return (
    <section ref={section} class="column traffic-page fill" aria-labelledby="traffic-heading">
      <header class="traffic-head">
        <h1 id="traffic-heading">{word('rail.traffic')}</h1>
        <button type="button" class="quiet" onClick={() => void toggleFullScreen(section.current)}>
          {word('traffic.full')}
        </button>
      </header>
      <TrafficPane socketId={null} />
    </section>
  );
}

async function toggleFullScreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await element?.requestFullscreen();
}
