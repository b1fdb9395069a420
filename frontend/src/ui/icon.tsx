/** What is drawn with lines of 2 in a box of 24. */
const SHAPES = {
  search: 'M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM16 16l5 5',
  plus: 'M12 5v14M5 12h14',
  system: 'M3 5h18v11H3zM8 20h8M12 16v4',
  light: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  dark: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  pause: 'M8 5v14M16 5v14',
  resume: 'M7 4l12 8-12 8z',
  close: 'M5 5l14 14M19 5L5 19',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  help: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9.5 9a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 1-1 1.7M12 17h.01',
  back: 'M15 6l-6 6 6 6',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  wrap: 'M4 6h16M4 12h13a3 3 0 0 1 0 6h-3M16 16l-2 2 2 2M4 18h5',
  follow: 'M12 3v13M6 11l6 6 6-6M5 21h14',
  download: 'M12 3v12M7 11l5 5 5-5M4 20h16',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 2',
  highlight: 'M4 20h16M7 16l9-12 4 3-9 12H7z',
  receive: 'M12 3v13M6 11l6 6 6-6M5 21h14',
  accept: 'M4 12h10M10 7l5 5-5 5M20 4v16',
  sockets: 'M9 2v6M15 2v6M6 8h12v3a6 6 0 0 1-12 0zM12 17v5',
  traffic: 'M3 8h17M15 3l5 5-5 5M21 16H4M9 11l-5 5 5 5',
  names: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3 12h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18z',
  reference: 'M12 6c-2-2-5-2-9-2v15c4 0 7 0 9 2 2-2 5-2 9-2V4c-4 0-7 0-9 2zM12 6v15',
  activity: 'M3 12h4l3-8 4 16 3-8h4',
  recordings: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  api: 'M8 5l-6 7 6 7M16 5l6 7-6 7',
  settings:
    'M4 6h9M19 6h1M4 12h1M11 12h9M4 18h7M17 18h3M19 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM11 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM17 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  sum: 'M18 5H6l7 7-7 7h12',
  repeat: 'M17 3l4 4-4 4M3 11V9a2 2 0 0 1 2-2h16M7 21l-4-4 4-4M21 13v2a2 2 0 0 1-2 2H3',
  refresh: 'M20 12a8 8 0 1 1-2.4-5.7M20 3v4.5h-4.5',
  echo: 'M4 7h11a5 5 0 0 1 0 10H5M9 13l-4 4 4 4',
  connect: 'M4 12h13M12 6l6 6-6 6M21 4v16',
  listen: 'M4 12h9M9 8l-4 4 4 4M16 6a8 8 0 0 1 0 12M19 3a12 12 0 0 1 0 18',
  datagram: 'M4 6h16v12H4zM4 7l8 6 8-6',
  custom:
    'M5 4v6M5 15v5M12 4v3M12 12v8M19 4v9M19 18v2M7 12.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14 9.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM21 15.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
} satisfies Record<string, string>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
