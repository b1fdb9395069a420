import { computed, signal } from '@preact/signals';
import { token } from '../browser/session';
import { perRun } from './run';

export type FeedState = 'locked' | 'connecting' | 'live' | 'paused' | 'reconnecting' | 'stale';

/** From here on what is on the screen is called old. */
const STALE_AFTER = 10_000;

export const now = signal(Date.now());
export const updatedAt = signal<number | null>(null);
export const failing = signal(false);

/** The person wants the view to stand still. */
export const paused = signal(false);

/** The list has come, if only an empty one. */
export const hasData = perRun(false);

/** Milliseconds since the last answer of the server. */
export const dataAge = computed(() => (updatedAt.value === null ? null : Math.max(0, now.value - updatedAt.value)));

export const feedState = computed<FeedState>(() => {
  if (token.value === null) return 'locked';
  if (dataAge.value !== null && dataAge.value >= STALE_AFTER) return 'stale';
  if (failing.value) return 'reconnecting';
  if (dataAge.value === null) return 'connecting';
  return paused.value ? 'paused' : 'live';
});

/** What is on the screen is what was: the server is silent, or has been. */
export const isStale = computed(() => feedState.value === 'reconnecting' || feedState.value === 'stale');

export function togglePause(): void {
  paused.value = !paused.value;
}
