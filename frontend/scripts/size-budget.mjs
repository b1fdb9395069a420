// Fails when what a browser downloads, gzipped, is more than the page may weigh.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = new URL('../../target/classes/static/assets/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8'));

/** A module and all that it cannot start without. */
const closure = (key) => [manifest[key].file, ...(manifest[key].imports ?? []).flatMap(closure)];
const ending = (suffix) => readdirSync(built).filter((name) => name.endsWith(suffix));
const gzipped = (name) => gzipSync(readFileSync(new URL(name, built)), { level: 9 }).length;

function weigh(what, names, kibibytes) {
  const size = [...new Set(names)].reduce((sum, name) => sum + gzipped(name), 0);
  console.log(`${what.padEnd(18)} ${size} of ${kibibytes * 1024} bytes gzipped`);
  if (size === 0 || size > kibibytes * 1024) process.exitCode = 1;
}

weigh('first interaction', closure('src/app/main.ts'), 60);
weigh('all scripts', ending('.js'), 150);
weigh('all styles', ending('.css'), 15);
