import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { go, place, withQuery } from '../../browser/router';
import { age } from '../../lib/format';
import { groupBy } from '../../lib/group';
import { counted, word } from '../../lib/words';
import type { Socket } from '../../lib/wire';
import { now } from '../../live/age';
import { Icon } from '../../ui/icon';
import { FOLDED, groupOf, GROUPS, isMembership, type Group } from './groups';
import { Memberships } from './groups-joined';
import { membershipsIn } from './memberships';
import type { Option } from './option';
import { hrefOf, Row } from './row';
import { isChanged, useOptions, type Options as Read } from './use-options';
import { DetailText } from '../../ui/detail-text';

const VIEWS = ['all', 'changed', 'unreadable'] as const;
type View = (typeof VIEWS)[number];

/** Every option that is known for this kind of socket, as the kernel has it. */
export function Options({ socket }: { socket: Socket }) {
  return socket.state === 'CLOSED' ? <p class="hint">{word('options.closed')}</p> : <Known socket={socket} />;
}

function Known({ socket }: { socket: Socket }) {
  const options = useOptions(socket.id);
  const answer = options.answer.value;
  return (
    <div class="column options-tab">
      {answer === null && (
        <p class="hint" role="status">
          {word('options.reading')}
        </p>
      )}
      {answer?.ok === false && (
        <p class="problem" role="alert">
          <DetailText text={answer.problem.detail} />
        </p>
      )}
      {answer?.ok === true && <List socket={socket} options={options} items={answer.value.items} />}
    </div>
  );
}

interface ListProps {
  socket: Socket;
  options: Read;
  items: readonly Option[];
}

function List({ socket, options, items }: ListProps) {
  const view = useSignal<View>('all');
  const wanted = (place.value.searchParams.get('option') ?? '').trim().toLowerCase();
  const single = items.filter((option) => !isMembership(option) && !isTwin(option, items, wanted));
  const changed = single.filter((option) => isChanged(socket.id, option, options.calls));
  const of: Record<View, readonly Option[]> = {
    all: single,
    changed,
    unreadable: single.filter(({ error }) => error !== null),
  };
  const shown = of[view.value].filter((option) => textOf(option).includes(wanted));
  return (
    <>
      <Bar socket={socket} options={options} view={view} of={of} />
      <p class="visually-hidden" role="status">
        {counted('options.count', shown.length)}
      </p>
      <div class="option-list">
        <Table socket={socket} options={options} shown={shown} wanted={wanted} view={view.value} items={items} />
      </div>
    </>
  );
}

/** The same under its longer name, of which nobody asks. */
function isTwin({ name }: Option, items: readonly Option[], wanted: string): boolean {
  const [, older] = /^(\w+)_NEW$/.exec(name) ?? [];
  return older !== undefined && !wanted.includes('_new') && items.some((one) => one.name === older);
}

function textOf({ level, name, summary }: Option): string {
  return `${level} ${name} ${summary}`.toLowerCase();
}

interface BarProps {
  socket: Socket;
  options: Read;
  view: Signal<View>;
  of: Record<View, readonly Option[]>;
}

function Bar({ socket, options, view, of }: BarProps) {
  return (
    <div class="strip options-bar">
      <div class="segments" role="group" aria-label={word('options.views')}>
        {VIEWS.map((one) => (
          <button
            type="button"
            key={one}
            aria-pressed={view.value === one}
            onClick={() => {
              view.value = one;
            }}
          >
            {word(`options.view.${one}`, { n: of[one].length })}
          </button>
        ))}
      </div>
      <input
        type="search"
        aria-label={word('options.find')}
        placeholder={word('options.find.example')}
        value={place.value.searchParams.get('option') ?? ''}
        onInput={({ currentTarget }) => {
          go(withQuery({ option: currentTarget.value }), { replace: true });
        }}
      />
      <span class="age">{word('options.read', { age: age(Math.max(0, now.value - options.at.value)) })}</span>
      <button type="button" class="quiet" title={word('options.again')} onClick={() => void options.read()}>
        <Icon name="refresh" />
        <span class="visually-hidden">{word('options.again')}</span>
      </button>
      <a class="button" href={hrefOf(socket.id, 'getsockopt')}>
        {word('options.raw')}
      </a>
    </div>
  );
}

interface TableProps extends ListProps {
  shown: readonly Option[];
  view: View;
  /** What is looked for is shown wherever it is folded. */
  wanted: string;
}

function Table({ socket, options, items, shown, view, wanted }: TableProps) {
  const isSearch = wanted !== '';
  const top = useTop(socket.id, options);
  const above = shown.filter(({ name }) => top.has(name));
  const below = groupBy(
    shown.filter(({ name }) => !top.has(name)),
    groupOf,
  );
  const rows = (list: readonly Option[]) =>
    list.map((option) => <Row key={option.name} option={option} socket={socket} options={options} />);
  const hasGroups = socket.type !== 'SOCK_STREAM' && view === 'all' && areGroupsWanted(items, wanted);
  return (
    <table class="option-table">
      <colgroup>
        <col class="name" />
        <col class="value" />
        <col class="was" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{word('options.column.option')}</th>
          <th scope="col">{word('options.column.value')}</th>
          <th scope="col" class="was">
            {word('options.column.was')}
          </th>
          <th scope="col" class="note">
            {word('options.column.note')}
          </th>
        </tr>
      </thead>
      {above.length > 0 && (
        <Section name={word('options.group.changed')} n={above.length}>
          {rows(above)}
        </Section>
      )}
      {hasGroups && (
        <Section name={word('options.group.multicast')} n={membershipsIn(options.calls).length}>
          <Memberships options={options} />
        </Section>
      )}
      {GROUPS.map((group) => (
        <Group key={group} group={group} options={below.get(group) ?? []} isOpen={isSearch || view !== 'all'}>
          {rows}
        </Group>
      ))}
    </table>
  );
}

/** By what is said of them, or by an option that would join or leave one. */
function areGroupsWanted(items: readonly Option[], wanted: string): boolean {
  const says = `${word('options.group.multicast')} ${word('options.join')}`.toLowerCase();
  const texts = items.filter(isMembership).map((option) => `${says} ${textOf(option)}`);
  return texts.some((text) => text.includes(wanted));
}

/** Which stand on top: those that were changed when the options were last read, so that no row leaves the pointer. */
function useTop(id: string, options: Read): ReadonlySet<string> {
  const top = useSignal<{ at: number; names: ReadonlySet<string> }>({ at: -1, names: new Set() });
  const at = options.at.value;
  const answer = options.answer.peek();
  if (top.peek().at === at || answer?.ok !== true) return top.peek().names;
  const names = answer.value.items.filter((option) => isChanged(id, option, options.calls)).map(({ name }) => name);
  top.value = { at, names: new Set(names) };
  return top.peek().names;
}

interface GroupProps {
  group: Group;
  options: readonly Option[];
  isOpen: boolean;
  children: (options: readonly Option[]) => ComponentChildren;
}

function Group({ group, options, isOpen, children }: GroupProps) {
  if (options.length === 0) return null;
  return (
    <Section
      key={String(isOpen)}
      name={word(`options.group.${group}`)}
      n={options.length}
      folded={FOLDED.has(group) && !isOpen}
      hint={options.map(({ name }) => name).join(', ')}
    >
      {children(options)}
    </Section>
  );
}

interface SectionProps {
  name: string;
  n: number;
  folded?: boolean;
  /** What is in it, where it is folded. */
  hint?: string;
  children: ComponentChildren;
}

function Section({ name, n, folded = false, hint = '', children }: SectionProps) {
  const isOpen = useSignal(!folded);
  return (
    <tbody>
      <tr class="group-row">
        <th colSpan={4} scope="rowgroup">
          <span class="group-line">
            <button
              type="button"
              aria-expanded={isOpen.value}
              onClick={() => {
                isOpen.value = !isOpen.peek();
              }}
            >
              <Icon name={isOpen.value ? 'down' : 'right'} />
              {name}
            </button>
            <span class="count">{n}</span>
            {!isOpen.value && <span class="hint cut">{hint}</span>}
          </span>
        </th>
      </tr>
      {isOpen.value && children}
    </tbody>
  );
}
