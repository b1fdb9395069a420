import { save } from './save';

/** Where bytes go as they come. */
export interface Sink {
  /** As the person knows it. */
  name: string;
  /** How many fit. */
  most: number;
  put: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** What was written is the person's from now on. */
  close: () => Promise<void>;
}

interface Picking {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/** What a browser that writes no file as the bytes come keeps of them in memory. */
export const MOST_IN_MEMORY = 64 * 1024 * 1024;

/** A file that the person chooses, else memory, which becomes a download; null for a person who chose none. */
export async function openSink(name: string): Promise<Sink | null> {
  const picking = window as Window & Picking;
  return picking.showSaveFilePicker
    ? fileSink(() => picking.showSaveFilePicker?.({ suggestedName: name }))
    : memorySink(name);
}

async function fileSink(pick: () => Promise<FileSystemFileHandle> | undefined): Promise<Sink | null> {
  try {
    const file = await pick();
    if (!file) return null;
    const stream = await file.createWritable();
    return {
      name: file.name,
      most: Infinity,
      // eslint-disable-next-line no-restricted-syntax -- to a file, not to a document
      put: (bytes) => stream.write(bytes),
      close: () => stream.close(),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

function memorySink(name: string): Sink {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    name,
    most: MOST_IN_MEMORY,
    put: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    close: () => {
      save(name, new Blob(pieces));
      return Promise.resolve();
    },
  };
}
