import { useComputed, useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatRange, parseRange, type Bytes, type Range } from '../lib/bytes';
import { counted } from '../lib/format';
import { isNarrow } from '../browser/media';
import { go, place, withQuery } from '../browser/router';
import { save } from '../browser/save';
import { payloadOf } from '../live/payloads';
import { CopyAs } from './copy-as';
import { HexView } from './hex-view';
import { Inspector } from './inspector';
import { parseOffset } from './selection';

/** A chunk's bytes; null while they are asked for, and `gone` when the server has them no more. */
type Payload = Bytes | 'gone' | null;

/** The chunk that was chosen: its bytes, and what they mean. */
export function BytesPane({ seq }: { seq: number }) {
  const payload = useSignal<Payload>(null);
  useEffect(() => {
    let current = true;
    void payloadOf(seq).then((bytes) => {
      if (current) payload.value = bytes ?? 'gone';
    });
    return () => {
      current = false;
    };
  }, [seq]);

  const bytes = payload.value;
  if (bytes === null) return <p class="hint">Loading the bytes of chunk {seq}</p>;
  if (bytes === 'gone') return <p class="hint">The server no longer has the bytes of chunk {seq}.</p>;
  if (bytes.length === 0) return <p class="hint">Chunk {seq} has no bytes.</p>;
  return <Bytes seq={seq} bytes={bytes} />;
}

function Bytes({ seq, bytes }: { seq: number; bytes: Bytes }) {
  const pane = useRef<HTMLDivElement>(null);
  const offset = useRef<HTMLInputElement>(null);
  const selected = useComputed(() => parseRange(place.value.searchParams.get('bytes'), bytes.length)).value;
  const chosen = () => (selected ? bytes.subarray(selected.from, selected.to + 1) : bytes);

  function goTo(to: number): void {
    select({ from: to, to });
    pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }

  return (
    <div ref={pane} class="bytes">
      <div class="bytes-bar">
        <GoTo field={offset} size={bytes.length} onGoTo={goTo} />
        <CopyAs bytes={chosen} />
        <button
          type="button"
          onClick={() => {
            save(`chunk-${seq}.bin`, bytes);
          }}
        >
          Download {counted(bytes.length, 'byte')}
        </button>
      </div>
      <div class="bytes-panes">
        <HexView
          name={`chunk ${seq}`}
          bytes={bytes}
          columns={isNarrow.value ? 8 : 16}
          selected={selected}
          onSelect={select}
          onGoTo={() => {
            offset.current?.focus();
          }}
        />
        <Inspector bytes={bytes} selected={selected} />
      </div>
    </div>
  );
}

function select(range: Range | null): void {
  go(withQuery({ bytes: range && formatRange(range) }), { replace: true });
}

interface GoToProps {
  field: { current: HTMLInputElement | null };
  size: number;
  onGoTo: (offset: number) => void;
}

function GoTo({ field, size, onGoTo }: GoToProps) {
  const id = useId();
  const problem = useSignal('');

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const offset = parseOffset(field.current?.value ?? '');
    problem.value =
      offset !== null && offset < size ? '' : `Offsets are 0 to ${size - 1}, or 0x0 to 0x${(size - 1).toString(16)}`;
    if (problem.value === '') onGoTo(offset ?? 0);
  }

  return (
    <form class="go-to" onSubmit={submit}>
      <label for={id}>Offset</label>
      <input
        ref={field}
        id={id}
        class="short"
        placeholder="0x10"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem.value !== ''}
      />
      <button>Go</button>
      <span id={`${id}-problem`} role="alert" class="problem">
        {problem}
      </span>
    </form>
  );
}
