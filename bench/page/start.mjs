// Measures how long a browser takes from the address to the list of sockets, live, with one socket in it: each time in
// a new profile, so that nothing is cached. The page is the built one of a server that runs.
//
//   SOCKET_CONSOLE_TOKEN=… node bench/page/start.mjs http://127.0.0.1:8080
import { launch } from './browser.mjs';

const [server = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const TOKEN = process.env.SOCKET_CONSOLE_TOKEN ?? '';
const TIMES = Number(process.env.ROUNDS ?? 5) + 2;

const headers = { Authorization: `Bearer ${TOKEN}` };
const made = await fetch(`${server}/api/v1/sockets`, {
  method: 'POST',
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: '{}',
});
const { id } = await made.json();
const browser = await launch();
const starts = [];
for (let i = 0; i < TIMES; i += 1) starts.push(await start());
await browser.close();
await fetch(`${server}/api/v1/sockets/${id}`, { method: 'DELETE', headers });

// The first of all warms the server up.
const [, ...rest] = starts;
report(
  'DOMContentLoaded',
  rest.map(({ loaded }) => loaded),
);
report(
  'the list has its socket',
  rest.map(({ listed }) => listed),
);

async function start() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server}/sockets#token=${TOKEN}`);
  await page.getByRole('row').filter({ hasText: id }).first().waitFor();
  const times = await page.evaluate(() => ({
    loaded: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
    listed: performance.now(),
  }));
  await context.close();
  return times;
}

function report(what, times) {
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
  console.log(`${what}: ${median.toFixed(0)} ms after the start of the navigation, median of ${times.length}`);
}
