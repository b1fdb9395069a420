// Runs before the first paint: a page of the wrong colour or density does not flash by.
if (matchMedia('(pointer: coarse)').matches) document.documentElement.dataset.density = 'touch';
for (const name of ['theme', 'density']) {
  try {
    const kept = localStorage.getItem(`socket-console.${name}`);
    if (kept !== null) document.documentElement.dataset[name] = kept;
  } catch {
    // A browser that keeps nothing throws.
  }
}
