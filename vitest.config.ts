import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

export default defineConfig({
  ...jsx,
  test: {
    projects: [
      {
        ...jsx,
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
        },
      },
      {
        ...jsx,
        extends: true,
        test: {
          name: 'server',
          include: ['tests/database/**/*.test.ts', 'tests/http/**/*.test.{ts,tsx}', 'tests/attack/**/*.test.ts'],
          globalSetup: ['tests/database/servers.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        ...jsx,
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: ['tests/database/servers.ts'],
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
