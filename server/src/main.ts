import { join } from 'node:path';
import { readConfig } from './config.ts';
import { logLine, ownValue } from './log/log-line.ts';
import { tellOperator, writeReport } from './log/output.ts';
import { runProgram } from './run-program.ts';
import { type OpenDeployment, openDeployment } from './start.ts';

/** Where the build put this file: `server/dist/program`. */
const ROOT = join(import.meta.dirname, '../../..');

async function start(): Promise<OpenDeployment> {
  const config = readConfig(process.env);
  const deployment = await openDeployment({ config, kind: 'live', clock: Date.now, root: ROOT, report: writeReport });
  const { origins } = await deployment.listen();
  const [address] = origins;
  tellOperator(logLine`Ready: ${ownValue(origins.join(' '))}`);
  if (config.trustedProxies.length === 0 && origins.some((one) => one.startsWith('https:')))
    tellOperator(
      logLine`TRUSTED_PROXIES is not set: behind a proxy everybody counts as one, and a flood of requests slows everybody alike.`,
    );
  if (!config.factorRequired)
    tellOperator(
      logLine`SECOND_FACTOR=offered: a passphrase alone opens the accounts of supervisors, publishers and administrators.`,
    );
  if (deployment.foundingToken !== null) {
    tellOperator(
      logLine`The database is empty. Set up the deployment by this link, which works once and until the next start:`,
    );
    tellOperator(logLine`${ownValue(address ?? '')}/console#found=${ownValue(deployment.foundingToken)}`);
  }
  if (deployment.connection.engine === 'pglite')
    tellOperator(
      logLine`Using the built-in database, which survives a crash of this program but not a loss of power. For real use set DATABASE_URL.`,
    );
  return deployment;
}

await runProgram(start);
