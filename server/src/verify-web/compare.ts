import { createHash } from 'node:crypto';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { Deployed, Fetched } from './deployed.ts';
import { type ExpectedFile, OF_THE_LINE } from './expected-files.ts';
import { clipHash } from './signed-inputs.ts';

/** As browsers would ask, and as a program would: one of them might be answered otherwise. */
const ENCODINGS = ['identity', 'gzip', 'br'] as const;

function* headerDifferences({ path, headers }: ExpectedFile, answer: Fetched): Generator<string> {
  for (const [name, value] of headers) {
    const sent = answer.headers.get(name);
    if (sent === null) yield `${path}: the header ${name} is missing; it should be “${value}”.`;
    else if (sent !== value) yield `${path}: the header ${name} is “${sent}”; it should be “${value}”.`;
  }
  for (const [name, value] of answer.headers)
    if (!headers.has(name) && !OF_THE_LINE.has(name))
      yield `${path}: the header ${name} (“${value}”) is sent, and should not be.`;
}

function hasExpectedBody({ sha256, clipHash: hash }: ExpectedFile, { body }: Fetched): boolean {
  if (hash !== null) return sodium().equal(clipHash(body), hash);
  return createHash('sha256').update(body).digest('hex') === sha256;
}

/** What is wrong with what a deployment answers for one file, a sentence each; none when it is as it should be. */
export async function compareFile(deployed: Deployed, expected: ExpectedFile): Promise<string[]> {
  const { path, status } = expected;
  const wrongs = new Set<string>();
  for (const encoding of ENCODINGS) {
    const answer = await deployed.fetch(path, encoding).catch(() => null);
    if (answer === null) {
      wrongs.add(`${path}: no answer came, or one that cannot be decompressed.`);
      continue;
    }
    if (answer.status !== status) wrongs.add(`${path}: answered with ${answer.status}; it should be ${status}.`);
    else if (!hasExpectedBody(expected, answer))
      wrongs.add(`${path}: its bytes are not those that the source and the signed texts give.`);
    for (const wrong of headerDifferences(expected, answer)) wrongs.add(wrong);
  }
  return [...wrongs];
}
