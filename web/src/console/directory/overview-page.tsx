import { type Cascade, overviewOf } from '@romduol/shared/casework/referral-overview';
import { authorityType } from '@romduol/shared/codebook/authority';
import { type CodeList, labelOf } from '@romduol/shared/codebook/code-list';
import { barrier, referralStage, refusalReason } from '@romduol/shared/codebook/referral-lists';
import { sector } from '@romduol/shared/codebook/sector';
import { formatNumber } from '@romduol/shared/language/numerals';
import { CascadeChart } from '../../charts/cascade-chart.tsx';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

const STAGES = ['offered', 'consented', 'sent', 'accepted', 'received'] as const;

/** How far referrals came, by kind of help and of authority, and what stopped them: counted in this browser, for its reader. */
export function OverviewPage() {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const directory = useReading('directory', () => acts.directory());
  const queue = useReading('queue', () => acts.queue());
  const types = new Map((directory.value ?? []).map(({ entryId, entry }) => [entryId, entry.type]));
  const summaries = (queue.value ?? []).flatMap(({ summary }) => (summary === null ? [] : [summary]));
  const overview = overviewOf(summaries, (entryId) => types.get(entryId) ?? null);
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
      {queue.value === null ? (
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
          <h2>{say(directoryWorkWords.refusals)}</h2>
          {counted(refusalReason, overview.refusals)}
          <h2>{say(directoryWorkWords.barriers)}</h2>
          {counted(barrier, overview.barriers)}
        </>
      )}
    </div>
  );
}

type TableProps = {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly cascade: Cascade }[];
};

function CascadeTable({ title, rows }: TableProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <h2>{title}</h2>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard */}
      <section class="chart-table" aria-label={title} tabIndex={0}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say(directoryWorkWords.kind)}</th>
              {STAGES.map((stage) => (
                <th key={stage} scope="col">
                  {labelOf(referralStage, stage, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cascade }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {STAGES.map((stage) => (
                  <td key={stage}>{formatNumber(cascade[stage], language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
