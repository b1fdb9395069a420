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

/** What has a token is not written out. */
const written = {
  'declaration-property-value-disallowed-list': {
    'border-radius': ['4px'],
    'font-size': ['12px', '13px'],
    font: [/^12\.5px/],
    '/gap$/': [/(^| )(4|8|12|16)px/],
  },
};

export default {
  extends: ['stylelint-config-recommended'],
  rules: { ...rawColours, ...written, 'no-descending-specificity': null, 'declaration-no-important': true },
  overrides: [
    {
      files: ['src/styles/tokens.css'],
      rules: Object.fromEntries(Object.keys(rawColours).map((rule) => [rule, null])),
    },
  ],
};
