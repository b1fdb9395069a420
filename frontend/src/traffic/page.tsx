import { useRef } from 'preact/hooks';
import { TrafficPane } from './traffic-pane';
import { useTitle } from '../browser/title';

export default function Traffic() {
  const section = useRef<HTMLElement>(null);
  useTitle('Traffic');
  return (
    <section ref={section} class="traffic-page" aria-labelledby="traffic-heading">
      <header class="traffic-head">
        <h1 id="traffic-heading">Traffic</h1>
        <button type="button" onClick={() => void toggleFullScreen(section.current)}>
          Full screen
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
