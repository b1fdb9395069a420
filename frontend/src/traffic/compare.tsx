import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { go, place, withQuery } from '../browser/router';
import type { Bytes, Range } from '../lib/bytes';
import { counted, word } from '../lib/words';
import { payloadOf } from '../live/payloads';
import { HexView } from '../hex/hex-view';
import { useIsWide } from '../hex/use-width';
import { Icon, type IconName } from '../ui/icon';
import { Modal } from '../ui/modal';
import { say } from '../ui/notices';
import { differences, upTo } from './differences';
import { chooseA } from './wishes';

/** The first chunk is A; the next one is compared with it. The same one again takes the mark away. */
export function mark(a: number | null, seq: number): void {
  if (a !== null && a !== seq) {
    go(withQuery({ compare: `${a}-${seq}` }));
    return;
  }
  chooseA(a === null ? seq : null);
  say(word(a === null ? 'traffic.a.told' : 'traffic.a.untold', { n: seq }));
}

/** Two chunks side by side, as the address says: going back closes it. */
export function Compare() {
  const open = useSignal(false);
  const pair = useComputed(() => pairOf(place.value.searchParams.get('compare'))).value;
  if ((pair !== null) !== open.peek()) open.value = pair !== null;
  useEffect(() =>
    open.subscribe((isOpen) => {
      if (!isOpen && place.peek().searchParams.has('compare')) go(withQuery({ compare: null }), { replace: true });
    }),
  );
  if (!pair) return null;
  const [a, b] = pair;
  return (
    <Modal name={word('traffic.compare.title.of', { a, b })} open={open} kind="compare">
      <Loaded key={`${a}-${b}`} a={a} b={b} />
    </Modal>
  );
}

function pairOf(text: string | null): readonly [number, number] | null {
  const found = /^(\d+)-(\d+)$/.exec(text ?? '');
  return found ? [Number(found[1]), Number(found[2])] : null;
}

interface Side {
  seq: number;
  bytes: Bytes;
}

function Loaded({ a, b }: { a: number; b: number }) {
  const sides = useSignal<readonly [Bytes | null, Bytes | null] | null>(null);
  useEffect(() => {
    void Promise.all([payloadOf(a), payloadOf(b)]).then((found) => {
      sides.value = found;
    });
  }, []);
  if (!sides.value) return <p class="hint">{word('traffic.loading')}</p>;
  const [left, right] = sides.value;
  if (!left || !right) return <p class="problem">{word('hex.gone', { n: left ? b : a })}</p>;
  return <Sides left={{ seq: a, bytes: left }} right={{ seq: b, bytes: right }} />;
}

function Sides({ left, right }: { left: Side; right: Side }) {
  const pane = useRef<HTMLDivElement>(null);
  const selected = useSignal<Range | null>(null);
  const found = useMemo(() => differences(left.bytes, right.bytes), [left, right]);
  const columns = useIsWide(pane, 1130) ? 16 : 8;

  useEffect(() => {
    selected.value = found[0] ?? null;
  }, [found]);

  function step(by: 1 | -1): void {
    const at = found.findIndex(({ from }) => from === selected.peek()?.from);
    selected.value = found[(at + by + found.length) % found.length] ?? null;
  }

  return (
    <div ref={pane} class="compare-sides">
      <div class="strip">
        <p role="status">{told(found, left, right)}</p>
        <StepButton
          name="up"
          words={word('traffic.compare.previous')}
          disabled={found.length === 0}
          run={() => {
            step(-1);
          }}
        />
        <StepButton
          name="down"
          words={word('traffic.compare.next')}
          disabled={found.length === 0}
          run={() => {
            step(1);
          }}
        />
      </div>
      {[left, right].map(({ seq, bytes }) => (
        <HexView
          key={seq}
          name={word('hex.chunk', { n: seq })}
          bytes={bytes}
          columns={columns}
          selected={selected.value && (upTo([selected.value], bytes.length)[0] ?? null)}
          differing={upTo(found, bytes.length)}
          onSelect={(range) => {
            selected.value = range;
          }}
        />
      ))}
    </div>
  );
}

interface StepButtonProps {
  name: IconName;
  words: string;
  disabled: boolean;
  run: () => void;
}

function StepButton({ name, words, disabled, run }: StepButtonProps) {
  return (
    <button
      type="button"
      class="quiet icon-only"
      aria-label={words}
      title={words}
      aria-disabled={disabled}
      onClick={run}
    >
      <Icon name={name} />
    </button>
  );
}

function told(found: readonly Range[], { bytes: a }: Side, { bytes: b }: Side): string {
  const [first] = found;
  if (!first) return counted('traffic.compare.same', a.length);
  return word('traffic.compare.first', {
    offset: `0x${first.from.toString(16)}`,
    a: byteText(a[first.from]),
    b: byteText(b[first.from]),
    places: counted('traffic.compare.places', found.length),
  });
}

function byteText(value: number | undefined): string {
  return value === undefined ? word('traffic.compare.end') : `0x${value.toString(16).padStart(2, '0')}`;
}
