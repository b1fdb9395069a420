import { posix } from 'node:path';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

// What peers send is hostile text. None of these may exist, so that none can be reached.
const htmlSinks = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|cssText|srcdoc)$/]', message: 'HTML sink.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: 'HTML sink.',
  },
  { selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcdoc)$/]', message: 'HTML sink.' },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'HTML sink.' },
  {
    selector: 'JSXAttribute[name.name="style"] > Literal',
    message: 'A style string is blocked by the CSP; use a class.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'A style attribute is blocked by the CSP; use a class or element.style.x.',
  },
];

// From the top to the ground: a room may import those below it.
const ROOMS = [
  'app',
  'app/palette',
  'sockets',
  'socket',
  'socket/options',
  'recordings',
  'conversation',
  'composer',
  'new-socket',
  'traffic',
  'activity',
  'names',
  'names/dns',
  'call/form',
  'call',
  'reference',
  'filter',
  'hex',
  'errors',
  'live',
  'ui',
  'browser',
  'lib',
];

/** What begins as the way from one room to another, and names a file there. */
const wayTo = (there, here) => {
  const way = posix.relative(here, there);
  return `^${way.startsWith('..') ? way : `./${way}`}/[^/]+$`
    .replaceAll('.', String.raw`\.`)
    .replaceAll('/', String.raw`\/`);
};

const order = ROOMS.slice(1).map((room, index) => ({
  files: [`src/${room}/*.{ts,tsx}`],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...htmlSinks,
      ...ROOMS.slice(0, index + 1).map((above) => ({
        selector: `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/${wayTo(above, room)}/]`,
        message: `${above} is above ${room}: see CONTRIBUTING.`,
      })),
    ],
  },
}));

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'generated'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, jsxA11y.flatConfigs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'jsx-a11y': { attributes: { for: ['for', 'htmlFor'] } } },
    rules: {
      'no-restricted-syntax': ['error', ...htmlSinks],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  ...order,
);
