'use strict';

const path = require('node:path');
const js = require('@eslint/js');
const { importX, createNodeResolver } = require('eslint-plugin-import-x');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const { default: regexp } = require('eslint-plugin-regexp');
const tseslint = require('typescript-eslint');
const noSilentDefault = require('./scripts/eslint/no-silent-default');
const noSyncInLoop = require('./scripts/eslint/no-sync-in-loop');
const noUntranslatedString = require('./scripts/eslint/no-untranslated-string');
const tidyFolders = require('./scripts/eslint/tidy-folders');
const { ROOMS, roomConfig, roomZones } = require('./scripts/eslint/rooms');

const house = {
  rules: {
    'no-silent-default': noSilentDefault,
    'no-sync-in-loop': noSyncInLoop,
    'no-untranslated-string': noUntranslatedString,
    'tidy-folders': tidyFolders,
  },
};

/** Rules that hold for every script and every source file. */
const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  // Full-width spaces and control characters are what this field's text and its cleaning are made of.
  'no-control-regex': 'off',
  'no-irregular-whitespace': [
    'error',
    { skipStrings: true, skipTemplates: true, skipRegExps: true, skipJSXText: true },
  ],
  'no-else-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-implicit-coercion': 'error',
  'no-template-curly-in-string': 'error',
  'no-unneeded-ternary': 'error',
  'no-useless-rename': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  'object-shorthand': 'error',
  'prefer-object-has-own': 'error',
};

/** Rules that need the types: the ones that find faults a reader misses. */
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
};

module.exports = [
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'seeds/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: everywhere },

  {
    name: 'scripts',
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'TextDecoder',
          'performance',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    name: 'scripts/commonjs',
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly' },
    },
  },

  ...[...tseslint.configs.strict, ...tseslint.configs.stylistic].map((config) => ({
    ...config,
    files: ['**/*.{ts,tsx}'],
  })),
  {
    name: 'typescript',
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, house },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    },
    rules: {
      ...typed,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['methods', 'arrowFunctions'] }],
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    name: 'untrusted text',
    files: ['src/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'no-restricted-properties': [
        'error',
        {
          property: 'normalize',
          message: 'A cell full of marks takes seconds: plainForms of base/clean-text.',
        },
      ],
    },
  },
  {
    name: 'rooms',
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: __dirname, zones: roomZones() }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'house/no-sync-in-loop': 'error',
      'house/tidy-folders': ['error', { root: path.join(__dirname, 'src'), most: 20 }],
      'no-console': 'error',
      complexity: ['error', 20],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // What comes from outside is read in other rooms: here nearly every value is the product's own.
    name: 'invariants',
    files: ['src/{base,ledger,sheets,documents,app}/**/*.ts'],
    rules: { 'house/no-silent-default': 'error' },
  },
  { name: 'declarations', files: ['**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
  {
    name: 'tests',
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      // The genuine office.js is evaluated in a window of its own.
      'no-new-func': 'off',
      'no-template-curly-in-string': 'off',
    },
  },
  {
    name: 'office types',
    files: ['src/hosts/excel/**/*.ts', 'test/excel-host/**/*.ts'],
    rules: { '@typescript-eslint/triple-slash-reference': ['error', { path: 'always' }] },
  },
  ...Object.keys(ROOMS).map(roomConfig),
  {
    name: 'excel',
    files: ['src/hosts/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    name: 'pane',
    files: ['src/taskpane/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    name: 'pane/words',
    files: ['src/taskpane/**/*.{ts,tsx}'],
    rules: { 'house/no-untranslated-string': 'error' },
  },
];
