export * from './schema/accounts.ts';
export * from './schema/audit.ts';
export * from './schema/cases.ts';
export * from './schema/directory.ts';
export * from './schema/keyring.ts';
export * from './schema/reports.ts';
export * from './schema/statistics.ts';
