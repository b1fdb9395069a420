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
  close: <path d="M5 5l14 14M19 5L5 19" />,
  right: <path d="M9 6l6 6-6 6" />,
  down: <path d="M6 9l6 6 6-6" />,
  connect: <path d="M4 12h13M12 6l6 6-6 6M21 4v16" />,
  listen: (
    <>
      <path d="M4 12h9M9 8l-4 4 4 4" />
      <path d="M16 6a8 8 0 0 1 0 12M19 3a12 12 0 0 1 0 18" />
    </>
  ),
  datagram: <path d="M4 6h16v12H4zM4 7l8 6 8-6" />,
  custom: (
    <>
      <path d="M5 4v6M5 15v5M12 4v3M12 12v8M19 4v9M19 18v2" />
      <circle cx="5" cy="12.5" r="2" />
      <circle cx="12" cy="9.5" r="2" />
      <circle cx="19" cy="15.5" r="2" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name]}
    </svg>
  );
}
