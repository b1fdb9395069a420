import type { ComponentChildren } from 'preact';

interface PartProps {
  name: string;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  children: ComponentChildren;
}

/** A step that may be left out. */
export function Part({ name, chosen, choose, children }: PartProps) {
  return (
    <fieldset class="part">
      <legend>
        <label>
          <input
            type="checkbox"
            checked={chosen}
            onChange={({ currentTarget }) => {
              choose(currentTarget.checked);
            }}
          />
          {name}
        </label>
      </legend>
      {chosen && <div class="row">{children}</div>}
    </fieldset>
  );
}
