import { signal } from '@preact/signals';

export interface Command {
  /** Verb first, as on a button. */
  name: string;
  /** Other words that find it. */
  keywords?: string;
  run: () => void | Promise<void>;
}

export const commands = signal<readonly Command[]>([]);

/** The palette offers it from here on. */
export function registerCommand(command: Command): void {
  commands.value = [...commands.peek().filter(({ name }) => name !== command.name), command];
}

/** The parts of what is shown, for as long as it is; the keywords tell of what they are. */
export const parts = signal<readonly Command[]>([]);

/** A page, as the palette finds it. */
export interface PageCommand {
  href: string;
  name: string;
  about: string;
}

export const pages = signal<readonly PageCommand[]>([]);
