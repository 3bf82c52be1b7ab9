import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';

/** What stays of an erased case, here and in the table: nothing that names it to whoever lacks the secret. */
export type Tombstone = {
  /** `Secret.tombstone` of the case id, 16 bytes. */
  readonly caseHash: Uint8Array;
  /** `YYYY-MM` of the erasure. */
  readonly month: string;
  /** W, 32 bytes, where a reporter withdrew. */
  readonly withdrawal: Uint8Array | null;
};

/** Tombstones outside the database, so that a backup of before, restored, forgets again. */
export type TombstoneFile = {
  /** On the disk when this returns. */
  append(tombstones: readonly Tombstone[]): void;
  readAll(): Tombstone[];
};

const LINE = /^([0-9a-f]{32}) (\d{4}-\d{2}) ([\w-]{43}|-)$/;

const writeLine = ({ caseHash, month, withdrawal }: Tombstone): string =>
  `${Buffer.from(caseHash).toString('hex')} ${month} ${withdrawal === null ? '-' : toBase64url(withdrawal)}\n`;

/** A line of text a tombstone, only ever added to. A file that is not there holds none. */
export function openTombstoneFile(file: string): TombstoneFile {
  const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    append(tombstones) {
      if (tombstones.length === 0) return;
      const text = read();
      // A loss of power may have cut the last line; its erasure was not done then.
      const begin = text === '' || text.endsWith('\n') ? '' : '\n';
      const descriptor = openSync(file, 'a', 0o600);
      try {
        writeSync(descriptor, begin + tombstones.map(writeLine).join(''));
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
    readAll: () =>
      read()
        .split('\n')
        .flatMap((line) => {
          const [, hash, month, withdrawal] = LINE.exec(line) ?? [];
          if (hash === undefined || month === undefined || withdrawal === undefined) return [];
          return {
            caseHash: new Uint8Array(Buffer.from(hash, 'hex')),
            month,
            withdrawal: withdrawal === '-' ? null : fromBase64url(withdrawal),
          };
        }),
  };
}
