import { word } from '../../lib/words';
import { NumberInput, Select, TextInput } from './fields';
import type { FramingForm } from './form';

interface FramingProps {
  form: FramingForm;
  change: (part: Partial<FramingForm>) => void;
}

/** What a message of a stream is. */
export function Framing({ form, change }: FramingProps) {
  return (
    <div class="section-head">
      <h3>{word('rules.framing')}</h3>
      <Select
        label={word('rules.framing')}
        value={form.kind}
        options={{
          chunk: word('rules.framing.chunk'),
          line: word('rules.framing.line'),
          size: word('rules.framing.size'),
          delimiter: word('rules.framing.delimiter'),
          prefix: word('rules.framing.prefix'),
        }}
        onValue={(kind) => {
          change({ kind });
        }}
      />
      <More form={form} change={change} />
    </div>
  );
}

function More({ form, change }: FramingProps) {
  switch (form.kind) {
    case 'size':
      return (
        <NumberInput
          label={word('rules.framing.bytes')}
          place="framing.size"
          min={1}
          value={form.size}
          onValue={(size) => {
            change({ size });
          }}
        />
      );
    case 'delimiter':
      return <Delimiter form={form} change={change} />;
    case 'prefix':
      return <Prefix form={form} change={change} />;
    default:
      return null;
  }
}

function Delimiter({ form: { notation, delimiter }, change }: FramingProps) {
  return (
    <>
      <Select
        label={word('composer.notation')}
        value={notation}
        options={{ text: word('rules.text'), hex: word('rules.hex') }}
        onValue={(chosen) => {
          change({ notation: chosen });
        }}
      />
      <TextInput
        label={word('rules.framing.delimiter')}
        place="framing.delimiter"
        value={delimiter}
        onValue={(typed) => {
          change({ delimiter: typed });
        }}
      />
    </>
  );
}

const SIZES = { 1: '1', 2: '2', 4: '4', 8: '8' } as const;

function Prefix({ form: { prefix, order, includesItself }, change }: FramingProps) {
  return (
    <>
      <Select
        label={word('rules.framing.bytes')}
        value={prefix}
        options={SIZES}
        onValue={(size) => {
          change({ prefix: size });
        }}
      />
      <Select
        label={word('rules.framing.order')}
        value={order}
        options={{ big: word('rules.framing.big'), little: word('rules.framing.little') }}
        onValue={(chosen) => {
          change({ order: chosen });
        }}
      />
      <label>
        <input
          type="checkbox"
          checked={includesItself}
          onChange={({ currentTarget }) => {
            change({ includesItself: currentTarget.checked });
          }}
        />{' '}
        {word('rules.framing.itself')}
      </label>
    </>
  );
}
