import type { JSX } from 'preact';

const SHAPES = {
  search: (
    <>
      <circle cx="11" cy="11" r="7" />
      <path d="M16 16l5 5" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  system: <path d="M3 5h18v11H3zM8 20h8M12 16v4" />,
  light: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2" />
    </>
  ),
  dark: <path d="M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z" />,
  pause: <path d="M8 5v14M16 5v14" />,
  resume: <path d="M7 4l12 8-12 8z" />,
  up: <path d="M6 15l6-6 6 6" />,
  down: <path d="M6 9l6 6 6-6" />,
  follow: <path d="M12 3v13M6 11l6 6 6-6M5 21h14" />,
  download: <path d="M12 3v12M7 11l5 5 5-5M4 20h16" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3 2" />
    </>
  ),
  highlight: <path d="M4 20h16M7 16l9-12 4 3-9 12H7z" />,
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="5" cy="12" r="1.8" />
      <circle cx="12" cy="12" r="1.8" />
      <circle cx="19" cy="12" r="1.8" />
    </g>
  ),
  close: <path d="M5 5l14 14M19 5L5 19" />,
} satisfies Record<string, JSX.Element>;

export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
