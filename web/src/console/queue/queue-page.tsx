import { labelOf } from '@romduol/shared/codebook/code-list';
import { category } from '@romduol/shared/codebook/category';
import { ageAnswer } from '@romduol/shared/codebook/person';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { LANGUAGES } from '@romduol/shared/language/language';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { nextStepWords, stateWords } from '@romduol/shared/casework/words';
import { levelWords } from '../messages/casework.ts';
import { queueWords } from '../messages/queue.ts';
import { shellWords } from '../messages/shell.ts';
import { caseNumber } from '../parts/case-number.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useReading } from '../parts/use-reading.ts';
import { useDraft } from '../parts/use-draft.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { QueueFilters } from './queue-filters.tsx';
import {
  type Filter,
  type QueueLine,
  type View,
  VIEWS,
  groupTodo,
  isInView,
  NO_FILTER,
  passesFilter,
  queueLines,
} from './queue-lines.ts';
import { QueueList } from './queue-list.tsx';
import { TendedNotices } from './tended-notices.tsx';
import { useQueueKeys, useReturnToRow } from './use-queue-keys.ts';

export function QueuePage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const reading = useReading('queue', () => acts.queue());
  const look = useDraft<{ view: View; filter: Filter }>('queue', () => ({ view: 'todo', filter: NO_FILTER }));
  const isSupervisor = view.member.roles.includes('supervisor');
  const lines = useMemo(
    () => queueLines(reading.value ?? [], { id: view.member.id, isSupervisor, today: view.today }),
    [reading.value, view.today],
  );
  const textOf = useTextOf(lines);
  const passing = lines.filter((line) => passesFilter(line, look.value.filter, textOf));
  const shown = passing.filter((line) => isInView(line, look.value.view));
  const search = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useQueueKeys(list, search);
  useReturnToRow(list, reading.value !== null);
  const isFiltered = Object.values(look.value.filter).some((value) => value !== '');
  return (
    <div class="queue">
      <div class="screen-head">
        <ScreenHeading>{say(queueWords.title)}</ScreenHeading>
        <p class="hint keys">{say(queueWords.keys)}</p>
        <a class="button" href={linkTo({ screen: 'take' })}>
          {say(queueWords.take)}
        </a>
        <button type="button" class="quiet" disabled={reading.busy} onClick={reading.again}>
          {say(shellWords.reload)}
        </button>
      </div>
      <fieldset class="tabs" aria-label={say(queueWords.views)}>
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === look.value.view}
            onClick={() => look.set({ view: one })}
          >
            {say(queueWords[one])}{' '}
            <span class="count">{formatNumber(passing.filter((line) => isInView(line, one)).length, language)}</span>
          </button>
        ))}
      </fieldset>
      <div ref={search}>
        <QueueFilters filter={look.value.filter} onChange={(filter) => look.set({ filter })} />
      </div>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? null : <TendedNotices onChanged={reading.again} />}
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(queueWords.reading)}</Waiting>
        ) : null
      ) : (
        <div ref={list}>
          <output class="away">
            {shown.length === 1 ? say(queueWords.countOne) : say(queueWords.count, { count: shown.length })}
          </output>
          {shown.length === 0 ? (
            <Empty
              words={lines.length === 0 ? 'noneAtAll' : look.value.view === 'todo' && !isFiltered ? 'noneTodo' : 'none'}
              onClear={isFiltered ? () => look.set({ filter: NO_FILTER }) : null}
            />
          ) : look.value.view === 'todo' ? (
            groupTodo(shown).map(({ group, lines: grouped }) => (
              <QueueList
                key={group}
                heading={say(
                  group === 'overdue'
                    ? queueWords.groupOverdue
                    : group === 'new'
                      ? queueWords.groupNew
                      : queueWords.groupMine,
                )}
                lines={grouped}
              />
            ))
          ) : (
            <QueueList key={look.value.view} heading={null} lines={shown} />
          )}
        </div>
      )}
    </div>
  );
}

function Empty({
  words,
  onClear,
}: {
  readonly words: 'none' | 'noneTodo' | 'noneAtAll';
  readonly onClear: (() => void) | null;
}) {
  const say = useSay();
  return (
    <div class="empty">
      <p>{say(queueWords[words])}</p>
      {onClear === null ? null : (
        <button type="button" onClick={onClear}>
          {say(queueWords.clear)}
        </button>
      )}
    </div>
  );
}

/** What can be searched in a line: its words in both languages, worked out once a reading and kept. */
function useTextOf(lines: readonly QueueLine[]): (line: QueueLine) => string {
  const { view } = useConsole();
  const [texts] = useState(() => new Map<QueueLine, string>());
  useEffect(() => texts.clear(), [lines]);
  return useCallback(
    (line) => {
      const known = texts.get(line);
      if (known !== undefined) return known;
      const text = [
        caseNumber(line.caseId),
        view.colleagues.find(({ id }) => id === line.summary?.assignee)?.handle ?? '',
        ...LANGUAGES.flatMap((language) => {
          const team = view.teams.find(({ id }) => id === line.team)?.name[language] ?? '';
          const { summary } = line;
          if (summary === null) return [team];
          return [
            team,
            levelWords[line.level][language],
            stateWords[summary.state][language],
            nextStepWords[summary.next.step][language],
            summary.province === null ? '' : labelOf(provinceAnswer, summary.province, language),
            summary.age === null ? '' : labelOf(ageAnswer, summary.age, language),
            ...summary.categories.map((code) => labelOf(category, code, language)),
          ];
        }),
      ]
        .join(' ')
        .toLowerCase();
      texts.set(line, text);
      return text;
    },
    [view],
  );
}
