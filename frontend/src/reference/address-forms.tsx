import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request } from '../browser/api';
import { word } from '../lib/words';
import { Copyable } from '../ui/copyable';
import { base64Of, hexByte } from './number';

/** The four bytes as an address, there and back by the server's own functions. */
export function AddressForms({ bytes }: { bytes: readonly number[] }) {
  const dotted = bytes.join('.');
  const packed = base64Of(bytes);
  return (
    <section class="width" aria-labelledby="address-forms">
      <h2 id="address-forms">{word('reference.as-address')}</h2>
      <dl class="answer">
        <Form call="inet_aton" shown={`'${dotted}'`} query={{ ip_string: dotted }} />
        <Form call="inet_pton" shown={`AF_INET, '${dotted}'`} query={{ family: 'AF_INET', ip_string: dotted }} />
        <Form call="inet_ntoa" shown={pythonBytes(bytes)} query={{ packed_ip: packed }} />
        <Form
          call="inet_ntop"
          shown={`AF_INET, ${pythonBytes(bytes)}`}
          query={{ family: 'AF_INET', packed_ip: packed }}
        />
      </dl>
    </section>
  );
}

interface FormProps {
  call: string;
  shown: string;
  query: Record<string, string>;
}

function Form({ call, shown, query }: FormProps) {
  const answer = useSignal('');

  useEffect(() => {
    const control = new AbortController();
    request<{ data?: string; ip_string?: string }>('GET', `/byteorder/${call}`, { query, signal: control.signal }).then(
      (outcome) => {
        answer.value = outcome.ok ? textOf(outcome.value) : outcome.problem.detail;
      },
      () => undefined,
    );
    return () => {
      control.abort();
    };
  }, [call, shown]);

  return (
    <div>
      <dt>
        <code>
          {call}({shown})
        </code>
      </dt>
      {answer.value !== '' && (
        <dd>
          <Copyable what={call} text={answer.value} />
        </dd>
      )}
    </div>
  );
}

function textOf({ data, ip_string = '' }: { data?: string; ip_string?: string }): string {
  return data === undefined ? ip_string : pythonBytes(Array.from(atob(data), (byte) => byte.charCodeAt(0)));
}

function pythonBytes(bytes: readonly number[]): string {
  return `b'${bytes.map((byte) => String.raw`\x` + hexByte(byte)).join('')}'`;
}
