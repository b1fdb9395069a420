/** A string as Python writes it. */
export function text(value: string): string {
  const escaped = value.replace(/[\\'\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escape);
  return `'${escaped}'`;
}

/** A constant of the module under its name, a number as it is. */
export function constant(name: string): string {
  return /^[A-Z]/.test(name) ? `socket.${name}` : name;
}

export function tuple(values: readonly (string | number)[]): string {
  const written = values.map((value) => (typeof value === 'number' ? String(value) : text(value)));
  return written.length === 1 ? (written[0] ?? '') : `(${written.join(', ')})`;
}

function escape(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
