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

// The WebSocket of the page opens and asks for the list while its script is on the way; `live/connection` takes it, with
// what was said and heard. A filter in the address is the script's to read: without it, all would be seen.
if (document.currentScript.dataset.live === 'true') {
  try {
    const inAddress = /#token=([^&\s]+)/.exec(location.hash);
    const token = inAddress ? decodeURIComponent(inAddress[1]) : sessionStorage.getItem('socket-console.token');
    const list = { subscribe: { filter: '', traffic: null, after: 0, epoch: null } };
    if (token !== null) {
      const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/live`);
      const frames = location.search.includes('filter=') ? [{ token }] : [{ token }, list];
      const first = { socket, said: frames.map((frame) => JSON.stringify(frame)), heard: [] };
      socket.addEventListener('open', () => {
        for (const frame of first.said) socket.send(frame);
      });
      socket.onmessage = (event) => first.heard.push(event);
      window.first = first;
    }
  } catch {
    // A token that is none, or a browser that keeps nothing: the script finds out too.
  }
}
