import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

type Info = (id: string) => { importedIds: readonly string[] } | null;

const ENTRY = fileURLToPath(new URL('src/app/main.ts', import.meta.url));

/** All that the first page cannot begin without. Its styles are looked for with its script, not with this. */
function isOfStart(wanted: string, infoOf: Info): boolean {
  const found = new Set([ENTRY]);
  for (const id of found) for (const imported of infoOf(id)?.importedIds ?? []) found.add(imported);
  return found.has(wanted) && !wanted.endsWith('.css');
}

/** What is nested is a descendant: no `&` need say so, and the minifier writes a thousand. */
const withoutAmpersands: Plugin = {
  name: 'without-ampersands',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.css'))
        file.source = String(file.source).replace(/(?<=[{};,])& (?=[^&{}]*(?:,& [^&{}]*)*\{)/g, '');
  },
};

/** The server gives a browser what is packed here, and need not pack it for each. */
const packed: Plugin = {
  name: 'packed',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        const source = file.type === 'asset' ? file.source : file.code;
        if (/\.(?:js|css)$/.test(file.fileName))
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  },
};

export default defineConfig({
  plugins: [withoutAmpersands, packed],
  base: './',
  publicDir: false,
  build: {
    outDir: '../target/classes/static/assets',
    emptyOutDir: true,
    assetsDir: '',
    // Nothing inline: the pages' Content-Security-Policy allows neither data: nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: 'src/app/main.ts',
      // What the first page needs is one file, and what several of the others need another: else a page makes a dozen
      // requests, or the first one loads what it does not need.
      output: {
        codeSplitting: {
          groups: [
            { name: (id, modules) => (isOfStart(id, (of) => modules.getModuleInfo(of)) ? 'start' : null), priority: 2 },
            { name: 'parts', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  // The words of the tests are beside the server's.
  server: { fs: { allow: ['..'] } },
  test: {
    // The words are those of the file, not of a server.
    alias: [
      { find: /^.*\/dictionary$/, replacement: fileURLToPath(new URL('src/testing/dictionary', import.meta.url)) },
    ],
    // A style sheet is empty in tests otherwise.
    css: true,
    // One of two processors would be left idle.
    maxWorkers: '100%',
    // A context for each file, not a thread: happy-dom is loaded once, and who changes one of its prototypes changes it
    // back. What has an ES module for `require` beside its CommonJS must give the latter, which is all that a context can
    // load so.
    pool: 'vmThreads',
    execArgv: ['--no-experimental-require-module'],
    // Browsers share the two processors.
    testTimeout: 30_000,
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
