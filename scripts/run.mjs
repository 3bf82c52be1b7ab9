// What the scripts of package.json call. Node's own modules only: it runs before anything is installed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTests } from './run-tests.mjs';
import { build, buildPrograms, install } from './prepare.mjs';
import { must, root } from './run-command.mjs';

const [what = '', ...given] = process.argv.slice(2);
// npm takes the first `--` away itself; whoever calls this file may leave it in.
const args = given[0] === '--' ? given.slice(1) : given;

/** Goes on as another program, in this very process: signals reach it, and nothing stands between it and the terminal. */
async function become(file) {
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(join(root, file)).href);
}

const WORK = {
  async start() {
    build();
    await become('server/dist/program/main.js');
  },
  async demo() {
    build();
    await become('server/dist/program/demo.js');
  },
  test() {
    build();
    process.exit(runTests({ long: false }) ? 0 : 1);
  },
  'test:long'() {
    build();
    process.exit(runTests({ long: true }) ? 0 : 1);
  },
  async 'verify-web'() {
    build();
    // Always anew, and beside what a server here may be serving.
    must('vite', ['build', '-c', 'web/vite.config.ts', '--outDir', 'dist/checked', '--logLevel', 'warn']);
    await become('server/dist/program/verify-web.js');
  },
  async bench() {
    build();
    buildPrograms();
    await become('tests/dist/program/bench.js');
  },
  async screenshots() {
    build();
    buildPrograms();
    await become('tests/dist/program/screenshots.js');
  },
};

const work = WORK[what];
if (work === undefined) {
  console.error(`Say what to run: ${Object.keys(WORK).join(', ')}.`);
  process.exit(1);
}
install();
await work();
