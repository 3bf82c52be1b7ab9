import { ConfigError } from './config.ts';
import { FolderInUse } from './database/lock-folder.ts';
import { logLine, nameFault, ownValue } from './log/log-line.ts';
import { writeReport } from './log/output.ts';
import type { OpenDeployment } from './start.ts';

/** Starts a deployment and serves it until the process is told to stop; then lets open requests end. */
export async function runProgram(start: () => Promise<OpenDeployment>): Promise<void> {
  /** A person is told what to mend; anything else only by class: messages can hold what people wrote. */
  const fail = (error: unknown): never => {
    const explained = error instanceof ConfigError || error instanceof FolderInUse;
    // Sentences of ours, made of the configuration.
    writeReport(explained ? logLine`${ownValue(error.message)}` : logLine`fault ${nameFault(error)}`);
    process.exit(1);
  };
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
}
