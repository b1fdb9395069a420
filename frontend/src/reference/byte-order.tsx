import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request } from '../browser/api';
import { go, place } from '../browser/router';
import { table } from '../browser/tables';
import { AddressForms } from './address-forms';
import { ByteBoxes } from './byte-boxes';
import { rich, word } from '../lib/words';
import { Copyable } from '../ui/copyable';
import { bytesOf, hexWord, numberOf } from './number';

export function ByteOrder() {
  const text = place.value.searchParams.get('x') ?? '0x1234';
  const number = numberOf(text);
  const little = isLittleEndian();
  if (little === null)
    return (
      <>
        <h1>{word('reference.byte-order')}</h1>
        <p>{word('reference.order.asking')}</p>
      </>
    );
  return (
    <>
      <h1>{word('reference.byte-order')}</h1>
      <ThisHost little={little} />
      <form
        class="sought"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label for="byte-order-x">{word('reference.number')}</label>
        <input
          id="byte-order-x"
          value={text}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="byte-order-problem"
          aria-invalid={number === null}
          onInput={(event) => {
            go(`?x=${encodeURIComponent(event.currentTarget.value)}`, { replace: true });
          }}
        />
        <p id="byte-order-problem" class="problem" role="alert">
          {number === null && word('reference.number.wrong')}
        </p>
      </form>
      {number !== null && <Conversions number={number} little={little} />}
    </>
  );
}

/** What htons makes of 1 tells: it stays 1 where the network's order is the host's. */
function isLittleEndian(): boolean | null {
  const outcome = table<{ value: number }>('/byteorder/htons?x=1');
  return outcome?.ok ? outcome.value.value !== 1 : null;
}

function ThisHost({ little }: { little: boolean }) {
  return (
    <p>
      {rich(little ? 'reference.order.little' : 'reference.order.big', {
        order: <strong>{word(little ? 'settings.endian.little' : 'settings.endian.big')}</strong>,
      })}
    </p>
  );
}

function Conversions({ number, little }: Pick<WidthProps, 'number' | 'little'>) {
  return (
    <>
      {number <= 0xffff && <Width number={number} little={little} size={2} calls={['htons', 'ntohs']} />}
      <Width number={number} little={little} size={4} calls={['htonl', 'ntohl']} />
      <AddressForms bytes={bytesOf(number, 4)} />
    </>
  );
}

interface WidthProps {
  number: number;
  little: boolean;
  size: 2 | 4;
  calls: readonly string[];
}

function Width({ number, little, size, calls }: WidthProps) {
  const network = bytesOf(number, size);
  const id = `byte-order-${size}`;
  return (
    <section class="width" aria-labelledby={id}>
      <h2 id={id}>{rich('reference.bits', { n: size * 8, hex: <code>{hexWord(number, size)}</code>, number })}</h2>
      <dl class="answer">
        {calls.map((call) => (
          <Conversion key={call} call={call} number={number} size={size} />
        ))}
      </dl>
      <div class="layouts">
        <ByteBoxes
          title={word('reference.memory', {
            order: word(little ? 'settings.endian.little' : 'settings.endian.big'),
          })}
          bytes={little ? network.toReversed() : network}
        />
        <ByteBoxes title={word('reference.network')} bytes={network} />
      </div>
    </section>
  );
}

/** The server converts, not this browser: its host may have the other order. Its answer has its room before it comes. */
function Conversion({ call, number, size }: { call: string; number: number; size: 2 | 4 }) {
  const value = useSignal<number | null>(null);
  const isKnown = value.value !== null;
  const shown = value.value ?? number;

  useEffect(() => {
    const control = new AbortController();
    request<{ value: number }>('GET', `/byteorder/${call}`, { query: { x: number }, signal: control.signal }).then(
      (outcome) => {
        value.value = outcome.ok ? outcome.value.value : null;
      },
      () => undefined,
    );
    return () => {
      control.abort();
    };
  }, [call, number]);

  return (
    <div>
      <dt>
        <code>
          {call}({hexWord(number, size)})
        </code>
      </dt>
      <dd style={{ visibility: isKnown ? undefined : 'hidden' }}>
        <Copyable what={call} text={hexWord(shown, size)} />
        <Copyable what={call} text={String(shown)} />
      </dd>
    </div>
  );
}
