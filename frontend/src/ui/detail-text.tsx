import { printable } from '../lib/text';

/** What the server says of a failure; what stands in backticks there is code. */
export function DetailText({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return (
    <>{parts.map((part, index) => (index % 2 === 0 ? printable(part) : <code key={index}>{printable(part)}</code>))}</>
  );
}
