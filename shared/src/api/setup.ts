import { z } from '../schema.ts';
import { operation } from './contract.ts';

/** Whether any report has ever come in for the caller's organisation: so that a test report is seen to have arrived. */
export const readSetup = operation({
  method: 'get',
  path: '/api/setup',
  access: ['administrator'],
  answer: z.object({ reports: z.boolean() }),
});
