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

// The WebSocket of the page opens while its script is on the way; `live/connection` takes it. The server waits five
// seconds for the token, and how it ends then is how it ends for a wrong one.
if (document.currentScript.dataset.live === 'true') {
  const hasToken = location.hash.includes('#token=') || sessionStorage.getItem('socket-console.token') !== null;
  if (hasToken) window.firstSocket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/live`);
  setTimeout(() => {
    window.firstSocket?.close();
  }, 4_000);
}
