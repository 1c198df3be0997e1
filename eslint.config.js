import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What core and features may not reach for: it arrives with the command, so that a rule can be tested by its inputs. */
const outsideWorld = ['Date', 'process', 'fetch', 'console', 'setTimeout', 'setInterval', 'performance'].map(
  (name) => ({
    name,
    message: 'Time, ids, people and texts arrive with the command (docs/adding-a-feature.md).',
  }),
);
const noRandom = { object: 'Math', property: 'random', message: 'Randomness arrives with the command.' };
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' };
const noDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The present moment arrives with the command or by the clock port.',
};

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'node_modules', '.data'] },
  ...tseslint.configs.strictTypeChecked,
  prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      complexity: ['error', 10],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', noEnum],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/core/**', 'src/features/**', 'src/assistant/**'],
    rules: {
      'no-restricted-globals': ['error', ...outsideWorld.filter(({ name }) => name !== 'Date')],
      'no-restricted-properties': ['error', noRandom, { object: 'Date', property: 'now', message: noDate.message }],
      'no-restricted-syntax': ['error', noEnum, noDate],
    },
  },
  {
    files: ['test/**', 'tools/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['eslint.config.js', 'tools/run.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
