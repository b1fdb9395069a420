const rawColours = {
  'color-no-hex': true,
  'color-named': 'never',
  'function-disallowed-list': [
    'rgb',
    'rgba',
    'hsl',
    'hsla',
    'hwb',
    'lab',
    'lch',
    'oklab',
    'oklch',
    'color',
    'light-dark',
  ],
};

export default {
  extends: ['stylelint-config-recommended'],
  rules: { ...rawColours, 'no-descending-specificity': null, 'declaration-no-important': true },
  overrides: [
    {
      files: ['src/styles/tokens.css'],
      rules: Object.fromEntries(Object.keys(rawColours).map((rule) => [rule, null])),
    },
  ],
};
