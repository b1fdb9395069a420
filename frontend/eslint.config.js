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

// What a person reads stands in messages.properties, so that another language is a file. Prose is told by its small words.
const SMALL = 'the|is|was|has|have|not|that|this|until|without|only|already|will|cannot';
const PROSE = new RegExp(String.raw`\w\s+(${SMALL})(?![\w-])|\b(${SMALL})\s+\w`, 'i');

const words = {
  create: (context) => {
    const refuse = (node, text) => {
      if (typeof text === 'string' && PROSE.test(text))
        context.report({ node, message: 'Words of the page: put them into messages.properties.' });
    };
    return {
      Literal: (node) => refuse(node, node.value),
      TemplateElement: (node) => refuse(node, node.value.raw),
      JSXText: (node) => refuse(node, node.value),
    };
  },
};

// From the top to the ground: a room may import those below it.
const ROOMS = [
  'app',
  'app/palette',
  'sockets',
  'socket',
  'socket/options',
  'socket/play',
  'socket/rules',
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
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.*', 'src/testing/**'],
    plugins: { page: { rules: { words } } },
    rules: { 'page/words': 'error' },
  },
);
