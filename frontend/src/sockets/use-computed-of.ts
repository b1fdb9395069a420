import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/** A computed value of what a recycled row shows now. */
export function useComputedOf<T>(of: unknown, compute: () => T): ReadonlySignal<T> {
  return useMemo(() => computed(compute), [of]);
}
