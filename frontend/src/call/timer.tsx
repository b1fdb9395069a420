import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { elapsed } from '../lib/elapsed';

/** For how long a call waits. Alone in its clock: what stands beside it may have a field that someone types in. */
export function Timer({ began }: { began: number }) {
  return (
    <span class="timer" aria-hidden="true">
      {elapsed(useNow() - began)}
    </span>
  );
}

/** Ticks here: no traffic for it. */
export function useNow(): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now.value;
}
