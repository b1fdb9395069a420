import { signal } from '@preact/signals';

/** Why a part of the page could not be loaded: the server is another than the one that this page is of, or is silent. */
export const notLoaded = signal<'outdated' | 'unreachable' | null>(null);

/** A part of the page; null where it does not come, which the page then says. */
export async function load<T>(importer: () => Promise<T>): Promise<T | null> {
  try {
    const found = await importer();
    notLoaded.value = null;
    return found;
  } catch {
    notLoaded.value = (await answers()) ? 'outdated' : 'unreachable';
    return null;
  }
}

async function answers(): Promise<boolean> {
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
