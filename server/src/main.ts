import { join } from 'node:path';
import { FolderInUse } from './database/lock-folder.ts';
import { ConfigError, readConfig } from './config.ts';
import { type OpenDeployment, openDeployment } from './start.ts';

/** Where the build put this file: `server/dist/program`. */
const ROOT = join(import.meta.dirname, '../../..');

const report = (line: string): void => console.error(line);

async function start(): Promise<OpenDeployment> {
  const config = readConfig(process.env);
  const deployment = await openDeployment({ config, kind: 'live', clock: Date.now, root: ROOT, report });
  const { origins } = await deployment.listen();
  const [address] = origins;
  console.log(`Ready: ${origins.join(' ')}`);
  if (deployment.foundingToken !== null) {
    console.log(
      'The database is empty. Set up the deployment by this link, which works once and until the next start:',
    );
    console.log(`${address}/console#found=${deployment.foundingToken}`);
  }
  if (deployment.connection.engine === 'pglite')
    console.log(
      'Using the built-in database, which survives a crash of this program but not a loss of power. For real use set DATABASE_URL.',
    );
  return deployment;
}

/** A person is told what to mend; anything else only by class: messages can hold what people wrote. */
function fail(error: unknown): never {
  const explained = error instanceof ConfigError || error instanceof FolderInUse;
  report(explained ? error.message : `fault ${error instanceof Error ? error.constructor.name : typeof error}`);
  process.exit(1);
}

// Node would print the error whole. A program in an unknown state stops, and whoever runs it starts it again.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

const deployment = await start().catch(fail);
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void deployment.stop().then(() => process.exit(0), fail);
  });
