import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
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
      // What several pages need is one file, else the first page makes a dozen requests; not what it does not need.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 2, test: /^(?!.*\/src\/(?:traffic|hex|composer|errors|conversation)\/)/ },
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
    pool: 'threads',
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
