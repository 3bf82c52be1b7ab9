import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { compileSodium } from '../intake/compile-sodium.ts';
import { writeReport } from '../log/output.ts';
import { runProgram } from '../run-program.ts';
import type { OpenDeployment } from '../start.ts';
import { tellAccounts } from './accounts-file.ts';
import { LEAST_CASES, USUAL_CASES } from './case-quotas.ts';
import { openDemo } from './open-demo.ts';
import { deriveInThread } from './receipts.ts';
import { instantiateSodium } from './instantiate-sodium.ts';

/** Where the build put this file: `server/dist/program`. */
const ROOT = join(import.meta.dirname, '../../..');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readCases(): number {
  const { values } = parseArgs({ options: { cases: { type: 'string' } }, strict: false });
  if (values.cases === undefined) return USUAL_CASES;
  const cases = Number(values.cases);
  if (!Number.isInteger(cases) || cases < LEAST_CASES)
    throw new ConfigError(`--cases takes a whole number from ${LEAST_CASES} on.`);
  return cases;
}

async function start(): Promise<OpenDeployment> {
  const began = Date.now();
  const wasm = await compileSodium(ROOT);
  const receiptThread = new URL('receipt-worker.js', import.meta.url);
  const { deployment, accounts } = await openDemo({
    config: readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] || 'data/demo' }),
    clock: Date.now,
    root: ROOT,
    report: writeReport,
    cases: readCases(),
    loadSodium: () => instantiateSodium(wasm),
    receipts: (fingerprint, count) => deriveInThread(receiptThread, { wasm, fingerprint, count }),
    progress: (line) => say(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}`),
  });
  const { origins } = await deployment.listen();
  const [address] = origins;
  say('');
  say('This is a demonstration: every person, story and organisation in it is invented.');
  say('Sign in to the console with a name and its passphrase:');
  say(tellAccounts(accounts));
  say('');
  say(`Report page   ${address}/en/report   ${address}/km/report`);
  say(`Statistics    ${address}/en/statistics`);
  say(`Console       ${address}/console`);
  say(`Ready: ${origins.join(' ')}`);
  return deployment;
}

await runProgram(start);
