import { caseloads, type Supervised } from '@romduol/shared/casework/supervision';
import { useMemo } from 'preact/hooks';
import type { Colleague } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { supervisionWords } from '../messages/supervision.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { queueLines } from '../queue/queue-lines.ts';
import { QueueRow } from '../queue/queue-row.tsx';
import { useQueue } from '../queue/use-queue.ts';
import { useSay } from '../words.tsx';
import { AccessReasons } from './access-reasons.tsx';
import { CaseloadTable } from './caseload-table.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { ReassignForm } from './reassign-form.tsx';

/** Cases that a list on this screen shows; the queue has all. */
const MOST = 15;

/** What a supervisor looks at: what waits for them, who has what in hand, and how the work goes. Counted here. */
export function SupervisionPage() {
  const say = useSay();
  const { view } = useConsole();
  const queue = useQueue();
  const cases = useMemo(
    (): Supervised[] =>
      (queue.rows ?? []).flatMap(({ summary, answered, unanswered }) =>
        summary === null ? [] : [{ summary, answered, unanswered }],
      ),
    [queue.rows],
  );
  const lines = useMemo(
    () => queueLines(queue.rows ?? [], { id: view.member.id, isSupervisor: true, today: view.today }),
    [queue.rows, view.today],
  );
  const people = view.colleagues.filter(doesCasework);
  const loads = useMemo(
    () =>
      caseloads(
        cases,
        people.map(({ id }) => id),
        view.today,
      ),
    [cases, view],
  );
  const waiting = lines.filter(({ summary, bundleWaits }) => bundleWaits || summary?.next.step === 'approve_closure');
  const overdue = lines.filter((line) => line.overdue);
  return (
    <div class="supervision">
      <ScreenHeading>{say(supervisionWords.title)}</ScreenHeading>
      <p class="caution" role="note">
        {say(supervisionWords.internal)}
      </p>
      <Trouble refusal={queue.refusal} onRetry={queue.again} />
      {!queue.whole ? (
        <Waiting>{say(directoryWorkWords.readingCases)}</Waiting>
      ) : (
        <>
          <Rows
            id="approvals"
            heading={say(supervisionWords.approvals)}
            none={say(supervisionWords.noApprovals)}
            lines={waiting}
          />
          <Rows
            id="late"
            heading={say(supervisionWords.overdue)}
            none={say(supervisionWords.noOverdue)}
            lines={overdue}
          />
          <CaseloadTable loads={loads} />
          <ReassignForm people={people} rows={queue.rows ?? []} />
          <IndicatorList cases={cases} />
          <AccessReasons rows={queue.rows ?? []} />
        </>
      )}
    </div>
  );
}

const doesCasework = ({ active, roles }: Colleague): boolean =>
  active && (roles.includes('caseworker') || roles.includes('supervisor'));

function Rows({
  id,
  heading,
  none,
  lines,
}: {
  readonly id: string;
  readonly heading: string;
  readonly none: string;
  readonly lines: ReturnType<typeof queueLines>;
}) {
  const say = useSay();
  return (
    <section class="rows" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {lines.length === 0 ? (
        <p class="quietly">{none}</p>
      ) : (
        <ul>
          {lines.slice(0, MOST).map((line) => (
            <li key={line.caseId}>
              <QueueRow line={line} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > MOST ? <p class="hint">{say(supervisionWords.more, { count: lines.length - MOST })}</p> : null}
    </section>
  );
}
