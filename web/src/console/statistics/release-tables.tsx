import { figuresOf } from '@romduol/shared/statistics/figures';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { gateWords, sayTable, sayTableId } from '@romduol/shared/statistics/table-words';
import { TableFigure } from '../../charts/table-figure.tsx';
import { statisticsWords } from '../messages/statistics.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Every published table as its chart, with the figures beneath; and what the gate left out or made coarser. */
export function ReleaseTables({ release }: { readonly release: PublishedRelease }) {
  const say = useSay();
  const language = useLanguage();
  // What is not published yet has no hash; a chart shows none.
  const figures = figuresOf({ release, hash: '' });
  const titleOf = (id: string): string => {
    const table = release.tables.find((one) => one.id === id);
    return table === undefined ? sayTableId(id, language) : sayTable(table, language);
  };
  return (
    <>
      <section class="tables">
        <h2>{say(statisticsWords.tables)}</h2>
        {release.tables.map((table) => (
          <TableFigure key={table.id} figures={figures} table={table} language={language} />
        ))}
      </section>
      <section class="gate">
        <h2>{say(statisticsWords.gate)}</h2>
        {release.gate.length === 0 ? (
          <p>{say(statisticsWords.gateNone)}</p>
        ) : (
          <ul>
            {release.gate.map(({ table, reason, instead }) => (
              <li key={table}>
                <b>{titleOf(table)}</b>: {gateWords[reason][language]}{' '}
                {instead.length === 0
                  ? null
                  : say(statisticsWords.instead, { tables: instead.map(titleOf).join(' · ') })}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
