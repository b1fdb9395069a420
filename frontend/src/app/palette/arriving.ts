import { signal } from '@preact/signals';

/** The place was gone to from where the focus cannot stay: it goes to what the place is about. */
export const arriving = signal(false);
