import { word } from '../../lib/words';
import { Icon, type IconName } from '../../ui/icon';
import { NumberInput, Select, TextInput } from './fields';
import type { RuleForm } from './form';

interface RuleProps {
  form: RuleForm;
  index: number;
  change: (part: Partial<RuleForm>) => void;
}

interface RowProps extends RuleProps {
  isLast: boolean;
  move: (step: -1 | 1) => void;
  remove: () => void;
}

/** A rule: for what, what is said, how, and what comes then. */
export function RuleRow({ form, index, isLast, change, move, remove }: RowProps) {
  return (
    <tr>
      <th scope="row">{index + 1}</th>
      <td data-name={word('rules.part.on')}>
        <For form={form} index={index} change={change} />
      </td>
      <td data-name={form.on === 'data' ? word('rules.part.match') : undefined}>
        {form.on === 'data' && <Match form={form} index={index} change={change} />}
      </td>
      <td data-name={word('rules.part.reply')}>
        <Reply form={form} index={index} change={change} />
      </td>
      <td data-name={word('rules.pace')}>
        <Pace form={form} index={index} change={change} />
      </td>
      <td data-name={word('rules.part.then')}>
        <Select
          label={named('then', index)}
          value={form.then}
          options={{
            nothing: word('rules.then.nothing'),
            close: word('rules.then.close'),
            shutdown: word('rules.then.shutdown'),
            reset: word('rules.then.reset'),
          }}
          onValue={(then) => {
            change({ then });
          }}
        />
      </td>
      <td>
        <Act
          name={named('up', index)}
          icon="up"
          isOff={index === 0}
          run={() => {
            move(-1);
          }}
        />
        <Act
          name={named('down', index)}
          icon="down"
          isOff={isLast}
          run={() => {
            move(1);
          }}
        />
        <Act name={named('remove', index)} icon="close" isOff={false} run={remove} />
      </td>
    </tr>
  );
}

type Part =
  'on' | 'every' | 'match' | 'wanted' | 'where' | 'reply' | 'answer' | 'delay' | 'size' | 'pause' | 'then' | Move;
type Move = 'up' | 'down' | 'remove';

/** What a part is called, and of which rule. */
function named(part: Part, index: number): string {
  return word('rules.of', { part: word(`rules.part.${part}`), n: index + 1 });
}

function For({ form: { on, every }, index, change }: RuleProps) {
  return (
    <>
      <Select
        label={named('on', index)}
        value={on}
        options={{ data: word('rules.on.data'), open: word('rules.on.open'), end: word('rules.on.end') }}
        onValue={(event) => {
          change({ on: event });
        }}
      />
      <NumberInput
        label={named('every', index)}
        place={`rules.${index}.every`}
        around="rules.every"
        placeholder="1"
        min={1}
        value={every}
        onValue={(nth) => {
          change({ every: nth });
        }}
      />
    </>
  );
}

function Match({ form: { match, wanted, where }, index, change }: RuleProps) {
  return (
    <>
      <Select
        label={named('match', index)}
        value={match}
        options={{
          all: word('rules.match.all'),
          text: word('rules.text'),
          hex: word('rules.hex'),
          re: word('rules.match.re'),
        }}
        onValue={(kind) => {
          change({ match: kind });
        }}
      />
      {(match === 'text' || match === 'hex') && (
        <Select
          label={named('where', index)}
          value={where}
          options={{
            equals: word('rules.where.equals'),
            contains: word('rules.where.contains'),
            starts: word('rules.where.starts'),
            ends: word('rules.where.ends'),
          }}
          onValue={(place) => {
            change({ where: place });
          }}
        />
      )}
      {match !== 'all' && (
        <TextInput
          label={named('wanted', index)}
          place={`rules.${index}.match`}
          placeholder={match === 're' ? String.raw`^GET (\S+)` : undefined}
          value={wanted}
          onValue={(typed) => {
            change({ wanted: typed });
          }}
        />
      )}
    </>
  );
}

function Reply({ form: { reply, answer }, index, change }: RuleProps) {
  return (
    <>
      <Select
        label={named('reply', index)}
        value={reply}
        options={{ text: word('rules.text'), hex: word('rules.hex'), none: word('rules.reply.none') }}
        onValue={(kind) => {
          change({ reply: kind });
        }}
      />
      {reply !== 'none' && (
        <TextInput
          label={named('answer', index)}
          place={`rules.${index}.reply`}
          placeholder={reply === 'text' ? String.raw`OK $1\r\n` : '4f 4b'}
          value={answer}
          onValue={(typed) => {
            change({ answer: typed });
          }}
        />
      )}
    </>
  );
}

function Pace({ form: { delay, chunkSize, chunkDelay }, index, change }: RuleProps) {
  return (
    <>
      <NumberInput
        label={named('delay', index)}
        place={`rules.${index}.delay`}
        around="rules.delay"
        placeholder="0"
        min={0}
        step="any"
        value={delay}
        onValue={(seconds) => {
          change({ delay: seconds });
        }}
      />
      <NumberInput
        label={named('size', index)}
        place={`rules.${index}.chunk_size`}
        around="rules.size"
        placeholder={word('rules.whole')}
        min={1}
        value={chunkSize}
        onValue={(size) => {
          change({ chunkSize: size });
        }}
      />
      <NumberInput
        label={named('pause', index)}
        place={`rules.${index}.chunk_delay`}
        around="rules.pause"
        placeholder="0"
        min={0}
        step="any"
        value={chunkDelay}
        onValue={(seconds) => {
          change({ chunkDelay: seconds });
        }}
      />
    </>
  );
}

interface ActProps {
  name: string;
  icon: IconName;
  isOff: boolean;
  run: () => void;
}

function Act({ name, icon, isOff, run }: ActProps) {
  return (
    <button
      type="button"
      class="quiet small icon-only"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) run();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
