// Fails when what a browser downloads, gzipped, is more than the page may weigh.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = new URL('../../target/classes/static/assets/', import.meta.url);
const budgets = { '.js': 60 * 1024, '.css': 15 * 1024 };

const gzipped = (name) => gzipSync(readFileSync(new URL(name, built)), { level: 9 }).length;

for (const [ending, budget] of Object.entries(budgets)) {
  const files = readdirSync(built).filter((name) => name.endsWith(ending));
  const size = files.map(gzipped).reduce((sum, bytes) => sum + bytes, 0);
  console.log(`${ending.padEnd(5)} ${size} of ${budget} bytes gzipped, ${files.length} file(s)`);
  if (files.length === 0 || size > budget) process.exitCode = 1;
}
