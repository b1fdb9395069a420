const COOKIE = 'socket-console.language';
const YEAR = 365 * 24 * 60 * 60;

/** Those that the page can be in. */
export const LANGUAGES = (document.documentElement.dataset.languages ?? '').split(' ');

/** The server draws the page in it from now on. */
export function chooseLanguage(tag: string): void {
  document.cookie = `${COOKIE}=${tag}; path=/; max-age=${YEAR}; samesite=strict`;
  location.reload();
}

export function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
