/** The strictest rules of typescript-eslint, and the house's own. */
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** Rooms that take time, randomness and the network as arguments. */
const pureRooms = ['kernel', 'protocol', 'identity', 'icao9303'].map(
  (room) => `packages/${room}/src/**/*.ts`,
)
const ambient = 'Pure rooms take time, randomness, keys and the network as arguments.'

/** An interface is for adding to the types of others, inside `declare module`. */
const houseSyntax = [
  { selector: 'Program > ExportDefaultDeclaration', message: 'Exports have names.' },
  ...['TSInterfaceDeclaration', 'ExportNamedDeclaration > TSInterfaceDeclaration'].map((found) => ({
    selector: `Program > ${found}`,
    message: 'A type of ours is written with `type`.',
  })),
]

export default defineConfig(
  globalIgnores(['**/dist/', '**/.dist-*/', '.data/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Marked so that it stands out; the demo services use it for http://localhost alone.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'no-redeclare': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      'no-restricted-syntax': ['error', ...houseSyntax],
    },
  },
  {
    files: ['*.config.{ts,js}', '**/testing/setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: pureRooms,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'performance', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: ambient,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: ambient },
        { object: 'Math', property: 'random', message: ambient },
        { object: 'crypto', property: 'getRandomValues', message: ambient },
        { object: 'crypto', property: 'randomUUID', message: ambient },
      ],
      'no-restricted-syntax': [
        'error',
        ...houseSyntax,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: ambient },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^node:(?!(crypto|buffer|util)$)', message: ambient }] },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
)
