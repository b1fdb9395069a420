import { hexByte } from './number';

interface ByteBoxesProps {
  title: string;
  /** In the order of their addresses. */
  bytes: readonly number[];
}

export function ByteBoxes({ title, bytes }: ByteBoxesProps) {
  return (
    <figure class="boxes">
      <figcaption>{title}</figcaption>
      <ol>
        {bytes.map((byte, index) => (
          <li key={index}>
            <span class="offset">+{index}</span>
            <code>{hexByte(byte)}</code>
          </li>
        ))}
      </ol>
    </figure>
  );
}
