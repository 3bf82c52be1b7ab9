import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

export default defineConfig({
  ...jsx,
  test: {
    projects: [
      {
        ...jsx,
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 120_000 },
      },
      {
        ...jsx,
        extends: true,
        test: {
          name: 'server',
          include: ['tests/database/**/*.test.ts', 'tests/http/**/*.test.{ts,tsx}', 'tests/attack/**/*.test.ts'],
          globalSetup: ['tests/database/servers.ts'],
          pool: 'forks',
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
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
