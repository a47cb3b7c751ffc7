import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start programs, arenas or browsers. Many at once on a small machine would only make each other late. */
const SPAWNING = [
  'harness/{arena,program,run}/**/*.test.ts',
  'grading/*.test.ts',
  'grading/{audit,batch,cli,exports}/**/*.test.ts',
  'grading/reports/**/*browser*.test.ts',
  'assignments/**/*.test.ts',
  'reference/**/*.test.ts',
  'bench/**/*.test.ts',
];
const exclude = [...configDefaults.exclude, 'dist/**', 'assignments/*/{starter,submissions}/**'];
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{harness,grading}/**/*.test.ts'],
          exclude: [...exclude, ...SPAWNING],
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: { name: 'programs', include: SPAWNING, exclude, maxWorkers: 2, sequence: { groupOrder: 1 }, ...patience },
      },
    ],
  },
});
