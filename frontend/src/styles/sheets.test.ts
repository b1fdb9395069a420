import postcss from 'postcss';
import { expect, test } from 'vitest';
import list from './main.css?raw';

const sheets = Object.entries(
  import.meta.glob<string>(['../**/*.css', '!../styles/*'], { query: '?raw', import: 'default', eager: true }),
);

test.each(sheets)('%s is nested in the one class that it is named for', (path, css) => {
  const name = /([\w-]+)\.css$/.exec(path)?.[1];
  const roots = postcss.parse(css).nodes.filter(({ type }) => type !== 'comment');
  expect(roots.map((node) => (node.type === 'rule' ? node.selector : node.type))).toEqual([`.${name}`]);
});

test('each sheet is in the list, once, and no two have one name', () => {
  const listed = [...list.matchAll(/url\('(\.\.\/[^']+)'\)/g)].map(([, path]) => path);
  expect(listed.toSorted()).toEqual(sheets.map(([path]) => path).toSorted());
  const names = sheets.map(([path]) => path.replace(/.*\//, ''));
  expect(new Set(names).size).toBe(names.length);
});
