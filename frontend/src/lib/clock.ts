/** As `14:02:11.204`, in the browser's zone. */
export function clockTime(time: string): string {
  const date = new Date(time);
  return `${seconds(date)}.${padded(date.getMilliseconds(), 3)}`;
}

/** As `2026-11-30 14:02:11`, in the browser's zone. */
export function dayAndTime(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())} ${seconds(date)}`;
}

function seconds(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => padded(part)).join(':');
}

function padded(part: number, width = 2): string {
  return String(part).padStart(width, '0');
}
