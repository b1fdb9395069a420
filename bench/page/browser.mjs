// The browser of the tests: that of CHROMIUM, else the one in the npm package, else Debian's.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const frontend = new URL('../../frontend/', import.meta.url);
const { chromium } = createRequire(new URL('package.json', frontend))('playwright-core');

export function launch() {
  return chromium.launch(options());
}

/** With a profile that is kept in a directory, with all that a browser caches. */
export function launchWith(profile) {
  return chromium.launchPersistentContext(profile, options());
}

function options() {
  return { executablePath: executable(), args: ['--no-sandbox', '--disable-gpu'] };
}

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const isInNpm = existsSync(new URL('node_modules/@sparticuz/chromium', frontend));
  return isInNpm
    ? execFileSync('node', ['scripts/chromium-path.mjs'], { cwd: frontend }).toString()
    : '/usr/bin/chromium';
}
