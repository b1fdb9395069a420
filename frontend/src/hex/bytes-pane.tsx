import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { formatRange, parseRange, type Bytes, type Range } from '../lib/bytes';
import { allHitsIn, hitAfter, type Needle } from '../lib/search';
import { counted, word } from '../lib/words';
import { go, place, withQuery } from '../browser/router';
import { payloadOf } from '../live/payloads';
import { CopyAs } from './copy-as';
import { FindIn } from './find-in';
import { HexView } from './hex-view';
import { Inspector } from './inspector';
import { needleOf } from './needle';
import { useIsWide } from './use-width';

/** A chunk's bytes; null while they are asked for, and `gone` when the server has them no more. */
type Payload = Bytes | 'gone' | null;

export interface BytesPaneProps {
  seq: number;
  /** What stands before the selection and behind it, in the bar over the bytes. */
  facts: ComponentChildren;
  tools: (chosen: () => Bytes) => ComponentChildren;
  /** What is looked for elsewhere: its hits are marked here too. */
  needles: readonly Needle[];
  onMark: () => void;
  onMenu: (chosen: Bytes, at: { x: number; y: number }) => void;
}

/** More are not marked. */
const MOST = 1_000;
const SIXTEEN = 600;

/** The chunk that was chosen: its bytes, and what they mean. */
export function BytesPane(props: BytesPaneProps) {
  const { seq, facts } = props;
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
  if (bytes !== null && bytes !== 'gone' && bytes.length > 0) return <Shown {...props} bytes={bytes} />;
  return (
    <div class="bytes">
      <div class="bytes-bar">{facts}</div>
      <p class="hint">
        {word(bytes === null ? 'hex.loading' : bytes === 'gone' ? 'hex.gone' : 'hex.none', { n: seq })}
      </p>
    </div>
  );
}

function Shown({ seq, bytes, facts, tools, needles, onMark, onMenu }: BytesPaneProps & { bytes: Bytes }) {
  const pane = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const text = useSignal('');
  const columns = useIsWide(pane, SIXTEEN) ? 16 : 8;
  const selected = useComputed(() => parseRange(place.value.searchParams.get('bytes'), bytes.length)).value;
  const chosen = () => (selected ? bytes.subarray(selected.from, selected.to + 1) : bytes);
  const own = useMemo(() => hitsOf(bytes, [needleOf(text.value)].filter(isThere)), [bytes, text.value]);
  const found = useMemo(
    () => (text.value === '' ? hitsOf(bytes, needles) : own),
    [bytes, needles, own, text.value === ''],
  );

  function goTo(from: number, to = from): void {
    select({ from, to });
  }

  function step(by: 1 | -1): void {
    const hit = hitAfter(own, selected?.from ?? -1, by) ?? own.at(by > 0 ? 0 : -1);
    if (hit) goTo(hit.from, hit.to);
  }

  function type(next: string): void {
    text.value = next;
    const needle = needleOf(next);
    const [hit] = needle ? hitsOf(bytes, [needle]) : [];
    if (hit) goTo(hit.from, hit.to);
  }

  function open(field: string): void {
    panel.current?.showPopover();
    panel.current?.querySelector<HTMLInputElement>(field)?.focus();
  }

  return (
    <div ref={pane} class="bytes">
      <div class="bytes-bar">
        {facts}
        <span class="cut bytes-selected">{selected && selectedText(selected)}</span>
        <FindIn
          panel={panel}
          size={bytes.length}
          text={text.value}
          hits={own}
          selected={selected}
          onType={type}
          onGo={step}
          onGoTo={(offset) => {
            goTo(offset);
            panel.current?.hidePopover();
            pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
          }}
        />
        <CopyAs bytes={chosen} />
        {tools(chosen)}
      </div>
      <div class="bytes-panes">
        <HexView
          name={word('hex.chunk', { n: seq })}
          bytes={bytes}
          columns={columns}
          selected={selected}
          found={found}
          onSelect={select}
          onGoTo={() => {
            open('[data-offset]');
          }}
          onFind={() => {
            open('[data-find]');
          }}
          onMark={onMark}
          onMenu={(at) => {
            onMenu(chosen(), at);
          }}
        />
        <Inspector bytes={bytes} selected={selected} />
      </div>
    </div>
  );
}

function hitsOf(bytes: Bytes, needles: readonly Needle[]): readonly Range[] {
  return allHitsIn(bytes, needles, MOST);
}

function isThere<T>(value: T | null): value is T {
  return value !== null;
}

function select(range: Range | null): void {
  go(withQuery({ bytes: range && formatRange(range) }), { replace: true });
}

function selectedText({ from, to }: Range): string {
  const hex = (offset: number) => `0x${offset.toString(16)}`;
  if (from === to) return word('hex.selected.at', { offset: hex(from) });
  return counted('hex.selected.range', to - from + 1, { from: hex(from), to: hex(to) });
}
