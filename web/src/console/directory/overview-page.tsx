import { type ReferralGap, gapsOf } from '@romduol/shared/casework/referral-gaps';
import { nameOfEntry } from '@romduol/shared/casework/directory';
import { type Cascade, overviewOf } from '@romduol/shared/casework/referral-overview';
import { authorityType } from '@romduol/shared/codebook/authority';
import { type CodeList, labelOf } from '@romduol/shared/codebook/code-list';
import { barrier, referralStage, refusalReason } from '@romduol/shared/codebook/referral-lists';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { sector } from '@romduol/shared/codebook/sector';
import { formatNumber } from '@romduol/shared/language/numerals';
import { CascadeChart } from '../../charts/cascade-chart.tsx';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { useQueue } from '../queue/use-queue.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

const STAGES = ['offered', 'consented', 'sent', 'accepted', 'received'] as const;

/** How far referrals came, by kind of help and of authority, and what stopped them: counted in this browser, for its reader. */
export function OverviewPage() {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const directory = useReading('directory', () => acts.directory());
  const queue = useQueue();
  const entries = new Map((directory.value ?? []).map(({ entryId, entry }) => [entryId, entry]));
  const summaries = (queue.rows ?? []).flatMap(({ summary }) => (summary === null ? [] : [summary]));
  const overview = overviewOf(summaries, (entryId) => entries.get(entryId)?.type ?? null);
  const recipients = [...overview.byRecipient].map(([entryId, cascade]) => {
    const entry = entryId === null ? undefined : entries.get(entryId);
    return { name: entry === undefined ? say(directoryWorkWords.unknownType) : nameOfEntry(entry, language), cascade };
  });
  const rows = (list: CodeList, groups: ReadonlyMap<string | null, Cascade>) =>
    [...groups].map(([code, cascade]) => ({
      name: code === null ? say(directoryWorkWords.unknownType) : labelOf(list, code, language),
      cascade,
    }));
  const counted = (list: CodeList, counts: ReadonlyMap<string, number>) =>
    counts.size === 0 ? (
      <p class="quietly">{say(directoryWorkWords.nothingYet)}</p>
    ) : (
      <ul>
        {[...counts].map(([code, count]) => (
          <li key={code}>
            {labelOf(list, code, language)}: {formatNumber(count, language)}
          </li>
        ))}
      </ul>
    );
  return (
    <div class="directory">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <ScreenHeading>{say(directoryWorkWords.overviewTitle)}</ScreenHeading>
      <p class="caution">{say(directoryWorkWords.internal)}</p>
      <Trouble refusal={queue.refusal} onRetry={queue.again} />
      <Trouble refusal={directory.refusal} onRetry={directory.again} />
      {!queue.whole || directory.value === null ? (
        <Waiting>{say(directoryWorkWords.readingCases)}</Waiting>
      ) : overview.total === 0 ? (
        <p class="empty">{say(directoryWorkWords.noReferrals)}</p>
      ) : (
        <>
          <div class="coverage">
            <CascadeChart
              id="cascade"
              title={say(directoryWorkWords.overviewTitle)}
              steps={STAGES.map((code) => ({
                code,
                label: labelOf(referralStage, code, language),
                value: overview.all[code],
              }))}
              error={0}
              language={language}
            />
          </div>
          <CascadeTable title={say(directoryWorkWords.bySector)} rows={rows(sector, overview.bySector)} />
          <CascadeTable title={say(directoryWorkWords.byAuthority)} rows={rows(authorityType, overview.byAuthority)} />
          <CascadeTable title={say(directoryWorkWords.byRecipient)} rows={recipients} />
          <h2>{say(directoryWorkWords.refusals)}</h2>
          {counted(refusalReason, overview.refusals)}
          <h2>{say(directoryWorkWords.barriers)}</h2>
          {counted(barrier, overview.barriers)}
          <p class="hint">{say(directoryWorkWords.sameAsCoded)}</p>
        </>
      )}
      {!queue.whole || directory.value === null ? null : <GapTable gaps={gapsOf(summaries, [...entries.values()])} />}
    </div>
  );
}

/** What was needed and found nobody, by kind of help and province. */
function GapTable({ gaps }: { readonly gaps: readonly ReferralGap[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <h2>{say(directoryWorkWords.needGaps)}</h2>
      <p class="hint">{say(directoryWorkWords.needGapsHint)}</p>
      {gaps.length === 0 ? (
        <p class="quietly">{say(directoryWorkWords.noNeedGaps)}</p>
      ) : (
        <FigureTable
          title={say(directoryWorkWords.needGaps)}
          columns={[directoryWorkWords.needed, directoryWorkWords.nobodyTook, directoryWorkWords.nobodyThere].map(
            (words) => say(words),
          )}
          rows={gaps.map(({ sector: need, province, needed, refused, nobody }) => {
            const place =
              province === null ? say(directoryWorkWords.noProvince) : labelOf(provinceAnswer, province, language);
            return { name: `${labelOf(sector, need, language)} · ${place}`, figures: [needed, refused, nobody] };
          })}
        />
      )}
    </>
  );
}

type TableProps = {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly cascade: Cascade }[];
};

function CascadeTable({ title, rows }: TableProps) {
  const language = useLanguage();
  return (
    <>
      <h2>{title}</h2>
      <FigureTable
        title={title}
        columns={STAGES.map((stage) => labelOf(referralStage, stage, language))}
        rows={rows.map(({ name, cascade }) => ({ name, figures: STAGES.map((stage) => cascade[stage]) }))}
      />
    </>
  );
}

type FigureProps = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly number[] }[];
};

function FigureTable({ title, columns, rows }: FigureProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
    <section class="chart-table" aria-label={title} tabIndex={0}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{say(directoryWorkWords.kind)}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {figures.map((figure, place) => (
                <td key={place}>{formatNumber(figure, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
