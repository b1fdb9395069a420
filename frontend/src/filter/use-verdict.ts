import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import { SOUND, verdictOn, type On, type Verdict } from './verdict';

const PAUSE = 200;

interface Judged {
  on: On;
  text: Signal<string>;
  /** The filter of the place: it needs no pause. */
  value: string;
  /** Hears what was typed, and what the server says of it. */
  told: (typed: string, verdict: Verdict) => void;
}

/** What the server says of the text while it is typed; what it says of a text that is no longer there is dropped. */
export function useVerdict({ on, text, value, told }: Judged): Signal<Verdict> {
  const verdict = useSignal<Verdict>(SOUND);

  useSignalEffect(() => {
    const typed = text.value;
    const stopped = new AbortController();
    const timer = setTimeout(() => void judge(typed, stopped.signal), typed === value ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  });

  async function judge(typed: string, signal: AbortSignal): Promise<void> {
    const found = await verdictOn(typed, on, signal).catch(() => null);
    if (found === null) return;
    verdict.value = found;
    told(typed, found);
  }

  return verdict;
}
