import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { EVERYWHERE, ONE_PLACE, PURE } from './tools/eslint/bans.mjs';
import directions from './tools/eslint/import-direction.mjs';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'];
const APP = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'];

/**
 * ESLint's options for a rule replace each other, so a file gets its whole list of bans at once: one configuration for
 * each place that may do something others may not, from the widest place to the narrowest.
 */
const PLACES = [
  'electron/**/*.ts',
  'electron/ipc/**/*.ts',
  'electron/preload.ts',
  'electron/window/links.ts',
  'electron/powershell/**/*.ts',
  'electron/powershell/shell.ts',
];

const bansFor = (file) => ONE_PLACE.filter(({ allowed }) => !allowed.test(file)).flatMap(({ bans }) => bans);
const restrict = (bans) => ({ 'no-restricted-syntax': ['error', ...EVERYWHERE, ...bans] });

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/', '**/bin/', '**/obj/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: APP,
    plugins: { winnow: directions },
    rules: { 'winnow/import-direction': 'error', ...restrict(bansFor('')) },
  },
  { files: ['shared/**/*.ts'], ignores: TESTS, rules: restrict([...bansFor(''), ...PURE]) },
  ...PLACES.map((place) => ({ files: [place], rules: restrict(bansFor(place.replace('/**/*.ts', '/'))) })),
  { files: ['electron/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // About libraries that React's compiler cannot optimise; the compiler is not used.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    // Tests name what must not be there, start programs and shorten data; what they say must still be true.
    files: TESTS,
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { 'max-lines': ['error', 400], 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
);
