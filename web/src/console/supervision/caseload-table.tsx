import type { Caseload } from '@romduol/shared/casework/supervision';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useConsole } from '../console-context.ts';
import { supervisionWords } from '../messages/supervision.ts';
import { NO_FILTER } from '../queue/queue-lines.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

const FIGURES = ['open', 'grave', 'overdue', 'unanswered'] as const;

/** What everybody has in hand; a link leads to their cases in the queue. */
export function CaseloadTable({ loads }: { readonly loads: readonly Caseload[] }) {
  const say = useSay();
  const language = useLanguage();
  const { drafts, view } = useConsole();
  const nameOf = (member: Caseload['member']): string => {
    if (member === null) return say(supervisionWords.nobody);
    const handle = view.colleagues.find(({ id }) => id === member)?.handle ?? member.slice(0, 8);
    return member === view.member.id ? say(supervisionWords.you, { handle }) : handle;
  };
  const title = say(supervisionWords.caseload);
  return (
    <>
      <h2>{title}</h2>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard */}
      <section class="chart-table" aria-label={title} tabIndex={0}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say(supervisionWords.who)}</th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col">
                  {say(supervisionWords[figure])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.member ?? 'nobody'}>
                <th scope="row">
                  <a
                    href={linkTo({ screen: 'queue' })}
                    onClick={() =>
                      drafts.set('queue', { view: 'all', filter: { ...NO_FILTER, assignee: load.member ?? 'nobody' } })
                    }
                  >
                    {nameOf(load.member)}
                  </a>
                </th>
                {FIGURES.map((figure) => (
                  <td key={figure}>{formatNumber(load[figure], language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
