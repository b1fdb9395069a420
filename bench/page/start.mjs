// Measures how long a browser takes from the address to the list of sockets, live and painted, with one socket in it:
// in a new profile, so that nothing is cached, and in one that was there before. The page is the built one of a server
// that runs. Of several servers each is visited in turn, so that all of them have the same of a busy machine; the
// floor is what the browser takes for a page that is nothing but that row.
//
//   SOCKET_CONSOLE_TOKEN=… node bench/page/start.mjs http://127.0.0.1:8080 http://127.0.0.1:8081
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, launchWith } from './browser.mjs';

const TOKEN = process.env.SOCKET_CONSOLE_TOKEN ?? '';
const TIMES = Number(process.env.ROUNDS ?? 5);
/** The first warm the server up, and let the browser keep what it compiled. */
const WARM_UP = 3;
const headers = { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' };

setTimeout(() => {
  console.error('no end after ten minutes');
  process.exit(1);
}, 600_000).unref();

const servers = process.argv.slice(2);
if (servers.length === 0) servers.push('http://127.0.0.1:8080');
const floor = await serveRow('s-0');
const subjects = [floor, ...(await Promise.all(servers.map(withSocket)))];

const profile = mkdtempSync(join(tmpdir(), 'profile-'));
const [fresh, known] = [await launch(), await launchWith(profile)];
for (let round = 0; round < WARM_UP + TIMES; round += 1)
  for (const subject of subjects) await visitTwice(subject, round);
await Promise.all([fresh.close(), known.close()]);
rmSync(profile, { recursive: true });
await Promise.all(subjects.map(({ done }) => done()));

for (const { name, cold, warm } of subjects) {
  console.log(`from the address to the live list in a new profile, ms, ${name}: ${median(cold)}`);
  console.log(`from the address to the live list in a known profile, ms, ${name}: ${median(warm)}`);
}

async function visitTwice(subject, round) {
  const context = await fresh.newContext();
  const [cold, warm] = [await visit(context, subject), await visit(known, subject)];
  await context.close();
  if (round < WARM_UP) return;
  subject.cold.push(cold);
  subject.warm.push(warm);
}

async function visit(context, { server, id }) {
  const page = await context.newPage();
  await page.addInitScript(noteWhenPainted, id);
  await page.goto(`${server}/sockets#token=${TOKEN}`);
  const time = await page.evaluate(() => window.painted);
  await page.close();
  return time;
}

/** In the page, for the driver's questions would be in its way. */
function noteWhenPainted(id) {
  window.painted = new Promise((painted) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll('[role=row]')].some((row) => row.textContent.includes(id))) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => painted(performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
}

async function withSocket(server) {
  const made = await fetch(`${server}/api/v1/sockets`, { method: 'POST', headers, body: '{}' });
  const { id } = await made.json();
  const done = () => fetch(`${server}/api/v1/sockets/${id}`, { method: 'DELETE', headers });
  return { name: server, server, id, done, cold: [], warm: [] };
}

async function serveRow(id) {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<!DOCTYPE html><title>floor</title><div role="row">${id}</div>`);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const done = () => server.close();
  return { name: 'floor', server: `http://127.0.0.1:${server.address().port}`, id, done, cold: [], warm: [] };
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)].toFixed(0);
}
