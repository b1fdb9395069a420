import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Milliseconds between the beginnings of two loads. */
const PAUSE = 500;

interface Loaded<T> {
  /** What came last; null before the first. */
  value: T | null;
  reload: () => void;
}

/**
 * What the loader brings, again with each other key, at most twice a second. A load that begins ends the one before it,
 * so that nothing comes late.
 */
export function useLoaded<T>(key: unknown, loader: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const value = useSignal<T | null>(null);
  const wish = useSignal(0);
  const began = useRef(-PAUSE);
  const current = useRef<AbortController | null>(null);
  const latest = useRef(loader);
  latest.current = loader;

  async function load(): Promise<void> {
    current.current?.abort();
    const control = new AbortController();
    current.current = control;
    began.current = performance.now();
    try {
      const found = await latest.current(control.signal);
      if (!control.signal.aborted) value.value = found;
    } catch (error) {
      if (!control.signal.aborted) throw error;
    }
  }

  useEffect(() => {
    const timer = setTimeout(() => void load(), Math.max(0, began.current + PAUSE - performance.now()));
    return () => {
      clearTimeout(timer);
    };
  }, [key, wish.value]);
  useEffect(
    () => () => {
      current.current?.abort();
    },
    [],
  );
  return {
    value: value.value,
    reload: () => {
      wish.value++;
    },
  };
}
