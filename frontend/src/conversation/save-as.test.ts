// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveRaw, saveText } from './save-as';
import { forgetTraffic, receiveTraffic, showTraffic, trafficWanted } from '../live/traffic';
import { payloads, said, serve } from '../testing/said';

afterEach(() => {
  forgetTraffic();
  payloads.clear();
  vi.unstubAllGlobals();
});

describe('save as', () => {
  const saved: { name: string; blob: Blob }[] = [];
  const blobOf = () => saved[0]?.blob ?? new Blob();

  async function conversation(): Promise<void> {
    serve();
    saved.length = 0;
    let last = new Blob();
    vi.stubGlobal(
      'URL',
      class extends URL {
        static override createObjectURL(made: Blob | MediaSource): string {
          if (made instanceof Blob) last = made;
          return 'blob:x';
        }
        static override revokeObjectURL(): void {
          // nothing is kept
        }
      },
    );
    vi.stubGlobal('document', {
      createElement: () => ({
        download: '',
        click() {
          saved.push({ name: this.download, blob: last });
        },
      }),
    });
    showTraffic('s-1');
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    receiveTraffic({
      chunks: [
        said(1, 'sent', 'GET\r\n'),
        said(
          2,
          'received',
          Uint8Array.from({ length: 300 }, (_, value) => value),
        ),
        said(3, 'sent', 'x'.repeat(70)),
      ],
      gap: 0,
    });
  }

  it.each([
    [null, 's-1.bin', [1, 2, 3]],
    ['sent', 's-1-sent.bin', [1, 3]],
    ['received', 's-1-received.bin', [2]],
  ] as const)('raw of %s is the bytes as they were', async (direction, name, seqs) => {
    await conversation();
    const wanted = seqs.flatMap((seq) => [...(payloads.get(seq) ?? [])]);
    expect(await saveRaw('s-1', direction)).toBe(`Saved ${wanted.length} bytes`);
    expect(saved[0]?.name).toBe(name);
    expect([...new Uint8Array(await blobOf().arrayBuffer())]).toEqual(wanted);
  });

  it('says what it lacks', async () => {
    await conversation();
    payloads.delete(3);
    expect(await saveRaw('s-1', 'sent')).toBe('Saved 5 bytes, without 1 chunk that the server no longer has');
  });

  it('text is what is shown, with who said it', async () => {
    await conversation();
    await saveText('s-1', 'utf-8', 'sent');
    expect(saved[0]?.name).toBe('s-1.txt');
    expect(await blobOf().text()).toMatch(/^→ Sent \S+ 5 bytes\nGET\\r\n\n\n→ Sent \S+ 70 bytes\nx{70}\n$/);
  });
});
