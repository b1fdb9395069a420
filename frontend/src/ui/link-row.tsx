import { useRevealed } from './reveal';

interface LinkRowProps {
  name?: string;
  links: readonly { href: string; text: string; isCurrent: boolean }[];
}

/** The parts of a page; on a telephone they scroll sideways. */
export function LinkRow({ name, links }: LinkRowProps) {
  const row = useRevealed<HTMLUListElement>(links.find(({ isCurrent }) => isCurrent)?.href);
  return (
    <ul ref={row} class="link-row" aria-label={name}>
      {links.map(({ href, text, isCurrent }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
