/** Puts bytes on the person's disk under this name. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer> | Blob, type = 'application/octet-stream'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
