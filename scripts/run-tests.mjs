import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowser } from './require-browser.mjs';
import { root, run } from './run-command.mjs';

const RESULTS = join(root, 'dist/results');

const CHECKS = [
  ['types', 'tsc', ['-b']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['format', 'oxfmt', ['--check', '.']],
  ['unused code', 'knip', []],
];

/** Runs everything, even after a failure, and closes with the counts. True when nothing failed. */
export function runTests({ long }) {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const failed = CHECKS.filter(([name, command, parameters]) => !step(name, command, parameters)).map(([name]) => name);
  const counts = [runVitest(long), runPlaywright(long)];
  const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
  if (sum('skipped') > 0) console.log(`not run: ${sum('skipped')}`);
  console.log(`${sum('passed')} passed, ${sum('failed') + failed.length} failed`);
  return failed.length === 0 && sum('failed') === 0;
}

function step(name, command, parameters, more) {
  const at = performance.now();
  const succeeded = run(command, parameters, more);
  console.log(`[${name}] ${succeeded ? 'passed' : 'FAILED'} after ${((performance.now() - at) / 1000).toFixed(1)} s`);
  return succeeded;
}

function runVitest(long) {
  const file = join(RESULTS, 'vitest.json');
  const projects = ['unit', 'server', ...(long ? ['long'] : [])].flatMap((name) => ['--project', name]);
  const parameters = ['run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const succeeded = step('vitest', 'vitest', parameters, long ? { EVERY_ENGINE: 'yes' } : {});
  return countsOf(succeeded, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function runPlaywright(long) {
  if (!requireBrowser()) return { passed: 0, failed: 1, skipped: 0 };
  const file = join(RESULTS, 'playwright.json');
  const succeeded = step('end to end', 'playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...(long ? { LONG_WALKS: 'yes' } : {}),
  });
  // A test that passed at its second attempt has failed once too often.
  return countsOf(succeeded, file, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/** A run that failed without a failed test, or without leaving a report, counts as one failure. */
function countsOf(succeeded, file, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    succeeded = false;
  }
  return !succeeded && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
