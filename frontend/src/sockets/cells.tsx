import { effect, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { Row } from '../live/sockets';
import { stateLook } from '../live/state-look';
import { Icon } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { acceptedBy, collapsed } from './accepted';
import { hrefOf } from './place';
import { History, second } from './rate';
import { useComputedOf } from './use-computed-of';
import { firstWaitingOn } from './waiting';

/** The number, and the switch of the tree where there is one. */
export function NumberCell({ row: { id } }: { row: Row }) {
  const isListener = useComputedOf(id, () => acceptedBy(id) > 0);
  return (
    <>
      {isListener.value && <Toggle id={id} />}
      <a href={hrefOf(id)} tabIndex={-1}>
        {printable(id)}
      </a>
    </>
  );
}

function Toggle({ id }: { id: string }) {
  const isOpen = !collapsed.value.has(id);
  return (
    <button
      type="button"
      class="toggle"
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={word('sockets.accepted-of', { id })}
      data-act="fold"
    >
      <Icon name="down" />
    </button>
  );
}

export function StateCell({ row }: { row: Row }) {
  const look = useComputedOf(row, () => stateLook(row.socket.value, firstWaitingOn(row.id)));
  const text = useComputedOf(row, () => look.value.text);
  // Another look has another text, and is drawn only then.
  return <StateChip {...look.peek()} text={text.value} />;
}

const SIZE = { width: 72, height: 16 };

/** Bytes a second of the last minute, as far as the row was in sight. */
export function RateCell({ row }: { row: Row }) {
  const points = useSignal('');
  const rate = useSignal(0);
  useLayoutEffect(() => {
    const history = new History();
    return effect(() => {
      const { bytes_received, bytes_sent } = row.socket.peek();
      history.add(bytes_received + bytes_sent, second.value);
      rate.value = history.last();
      points.value = history.points(SIZE);
    });
  }, [row]);
  return (
    <span class="rate">
      <svg {...SIZE} aria-hidden="true">
        <polyline points={points} />
      </svg>
      {rate.value === 0 ? '–' : `${bytes(rate.value)}/s`}
    </span>
  );
}
