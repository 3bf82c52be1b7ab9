import fc from 'fast-check';
import type { SealedRecord } from '@romduol/shared/api/statistics';
import type { Day, MemberId, RecordId } from '@romduol/shared/ids';
import type { RecordList } from '@romduol/shared/sealing/record-list';
import { listChecker } from '@romduol/web/desk/record-lists';
import { expect, test } from 'vitest';

const AUTHORS = ['a', 'b', 'c'] as unknown as MemberId[];

/** What becomes of a record between its author's list and the publisher. */
const FATES = ['served', 'kept_back', 'earlier', 'counted', 'revised_by_another', 'taken_back', 'unlisted'] as const;

const cohort = fc.uniqueArray(
  fc.record({
    recordId: fc.uuid().map((id) => id as RecordId),
    author: fc.constantFrom(...AUTHORS),
    revision: fc.integer({ min: 2, max: 5 }),
    fate: fc.constantFrom(...FATES),
  }),
  { selector: ({ recordId }) => recordId, maxLength: 60 },
);

test('what a list names and the server does not hand out is missing, and nothing else is', () => {
  fc.assert(
    fc.property(cohort, (records) => {
      const inOrder = records.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));
      const other = (author: MemberId): MemberId => AUTHORS[(AUTHORS.indexOf(author) + 1) % AUTHORS.length]!;
      const lists = AUTHORS.map((member): RecordList => ({
        member,
        number: 1,
        day: '2026-06-01' as Day,
        records: inOrder.flatMap(({ recordId, author, revision, fate }) => {
          const revised = fate === 'revised_by_another' || fate === 'taken_back';
          if (revised && other(author) === member) return [{ recordId, revision: revision + 1 }];
          return author === member && fate !== 'unlisted' ? [{ recordId, revision }] : [];
        }),
      }));
      const served = inOrder.flatMap(({ recordId, author, revision, fate }) => {
        if (fate === 'kept_back' || fate === 'counted') return [];
        if (fate === 'earlier') return [{ recordId, author, revision: revision - 1 }];
        if (fate === 'revised_by_another') return [{ recordId, author: other(author), revision: revision + 1 }];
        return [{ recordId, author, revision }];
      });
      const counted = new Set(records.flatMap(({ recordId, fate }) => (fate === 'counted' ? [recordId] : [])));
      const checker = listChecker({ lists, counted });
      const named = served.filter((record) => checker.isNamed(record as SealedRecord)).map(({ recordId }) => recordId);
      const withFate = (...fates: string[]) => inOrder.filter(({ fate }) => fates.includes(fate));
      expect(named).toEqual(withFate('served', 'revised_by_another', 'taken_back').map(({ recordId }) => recordId));
      const { missing, superseded } = checker.finish();
      // Handed out as it was before a colleague revised it: named by its author, and not to be counted.
      expect([...superseded].toSorted()).toEqual(withFate('taken_back').map(({ recordId }) => recordId));
      const lost = [
        ...withFate('kept_back', 'earlier').map(({ author }) => author),
        ...withFate('taken_back').map(({ author }) => other(author)),
      ];
      expect(Object.fromEntries(missing)).toEqual(
        Object.fromEntries(
          AUTHORS.map((author) => [author, lost.filter((one) => one === author).length] as const).filter(
            ([, many]) => many > 0,
          ),
        ),
      );
    }),
    { numRuns: 300 },
  );
});

test('of an author without a list nothing is taken', () => {
  const checker = listChecker({ lists: [], counted: new Set() });
  expect(checker.isNamed({ recordId: 'x', author: 'a', revision: 1 } as unknown as SealedRecord)).toBe(false);
  expect([...checker.finish().missing]).toEqual([]);
});
