import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isPhone } from '../browser/media';
import { Icon, type IconName } from '../ui/icon';

interface FoldProps {
  icon: IconName;
  /** What is in it, and what of it is chosen. */
  name: string;
  children: ComponentChildren;
}

/** What is seldom chosen, behind an icon that says what is. */
export function Fold({ icon, name, children }: FoldProps) {
  const id = useId();
  return (
    <>
      <button type="button" class="quiet icon-only" popovertarget={id} aria-label={name} title={name}>
        <Icon name={icon} />
      </button>
      <div id={id} class="panel" popover="auto" role="group" aria-label={name}>
        {children}
      </div>
    </>
  );
}

const ICONS = ['flag', 'sum', 'repeat'] as const;

interface FoldsProps {
  /** One of each. */
  summaries: readonly string[];
  /** On a phone it is in the menu too, over the others. */
  first: { name: string; button: ComponentChildren };
  children: readonly ComponentChildren[];
}

/** Each behind its icon; on a phone all behind one. */
export function Folds({ summaries, first, children }: FoldsProps) {
  if (isPhone.value)
    return (
      <Fold icon="more" name={[first.name, ...summaries].join(', ')}>
        <div class="all">
          {first.button}
          {children}
        </div>
      </Fold>
    );
  return (
    <>
      {ICONS.map((icon, index) => (
        <Fold key={icon} icon={icon} name={summaries[index] ?? ''}>
          {children[index]}
        </Fold>
      ))}
    </>
  );
}
