// Measures what the list of sockets costs a browser: 10,000 sockets, 2,000 updates a second, standing still and
// scrolling. The page is the built one of a server that runs; what comes over its WebSocket is made up here.
//
//   SOCKET_CONSOLE_TOKEN=… node bench/page/live-list.mjs http://127.0.0.1:8080
//
// Reports CPU milliseconds of the main thread per frame (budgets: 2 standing still, 8 scrolling), from the thread ticks
// of the DevTools protocol, beside those of an empty page that draws as many frames.
import { launch } from './browser.mjs';

const [server = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const TOKEN = process.env.SOCKET_CONSOLE_TOKEN ?? '';
const SOCKETS = 10_000;
const PER_TICK = 200;
const TICK = 100;
const SECONDS = 10;

setTimeout(() => {
  console.error('no end after two minutes');
  process.exit(1);
}, 120_000).unref();

const motion = process.env.MOTION ?? 'no-preference';
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-US', reducedMotion: motion });
await page.routeWebSocket(/\/api\/v1\/live$/, feed);
await page.goto(`${server}/sockets#token=${TOKEN}`);
await page.getByRole('row').nth(10).waitFor();

report('standing still', await measure(page, false));
report('scrolling', await measure(page, true));
report('an empty page', await measure(await browser.newPage(), false));
await browser.close();

function feed(socket) {
  const sockets = Array.from({ length: SOCKETS }, (_, index) => made(index + 1));
  let n = 0;
  let next = 0;
  let acknowledged = 0;
  let timer;
  const say = (frame) => {
    socket.send(JSON.stringify({ n: (n += 1), ...frame }));
  };
  socket.onMessage((text) => {
    const frame = JSON.parse(text);
    if (frame.ack !== undefined) acknowledged = frame.ack;
    if (frame.subscribe === undefined || timer !== undefined) return;
    say({
      hello: { host: 'bench', platform: 'Linux', version: '', byte_order: 'little', epoch: 'bench' },
      snapshot: { sockets, waiting: [], total: SOCKETS },
    });
    timer = setInterval(() => {
      if (n - acknowledged < 3) say({ delta: delta() });
    }, TICK).unref();
  });
  socket.onClose(() => {
    clearInterval(timer);
  });

  // Half of the updates are of what is in sight, as they are when a person looks at what is busy.
  function delta() {
    const changed = Array.from({ length: PER_TICK }, (_, index) => {
      const place = index % 2 === 0 ? index % 40 : (next += 1) % SOCKETS;
      const socket = sockets[place];
      socket.bytes_received += 100;
      socket.unread = socket.bytes_received % 300;
      socket.last_activity = new Date().toISOString();
      return socket;
    });
    return { sockets: [...new Set(changed)], gone: [], waiting: [], ended: [], total: SOCKETS };
  }
}

/** With all that the server sends of a socket: `Socket` in docs/openapi.json. */
function made(number) {
  const address = { family: 'AF_INET', host: '127.0.0.1', port: 1024 + (number % 60_000) };
  const time = '2026-01-01T00:00:00Z';
  return {
    id: `s-${number}`,
    fd: number,
    family: 'AF_INET',
    type: 'SOCK_STREAM',
    proto: 'IPPROTO_TCP',
    state: 'CONNECTED',
    timeout: null,
    label: null,
    local_address: address,
    peer_address: address,
    bytes_sent: 0,
    bytes_received: 0,
    created_at: time,
    origin: 'socket',
    parent: null,
    last_activity: time,
    last_error: null,
    closed_at: null,
    peer_ended: null,
    connected_to_itself: false,
    unread: 0,
    unaccepted: null,
    backlog: null,
    responder: null,
    replies: null,
  };
}

async function measure(shown, scrolls) {
  await shown.bringToFront();
  const devtools = await shown.context().newCDPSession(shown);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await busy(devtools);
  const frames = await shown.evaluate(countFrames, { seconds: SECONDS, scrolls });
  return { frames, cpu: (await busy(devtools)) - before };
}

function countFrames({ seconds, scrolls }) {
  return new Promise((done) => {
    const end = performance.now() + seconds * 1000;
    const list = document.querySelector('[role=grid]');
    const scroller = [list, list?.parentElement].find((box) => box && box.scrollHeight > box.clientHeight);
    let frames = 0;
    const step = () => {
      frames += 1;
      if (scrolls) scroller.scrollBy(0, 140);
      if (performance.now() < end) requestAnimationFrame(step);
      else done(frames);
    };
    requestAnimationFrame(step);
  });
}

async function busy(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

function report(what, { frames, cpu }) {
  console.log(`CPU of a frame, ms, ${what}: ${(cpu / frames).toFixed(2)}`);
  console.log(`frames a second, ${what}: ${(frames / SECONDS).toFixed(0)}`);
}
