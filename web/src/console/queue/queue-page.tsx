import { formatNumber } from '@romduol/shared/language/numerals';
import { useMemo, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { queueWords } from '../messages/queue.ts';
import { shellWords } from '../messages/shell.ts';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { KeysHelp } from './keys-help.tsx';
import { QueueFilters } from './queue-filters.tsx';
import {
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
import { type Look, SavedViews } from './saved-views.tsx';
import { TendedNotices } from './tended-notices.tsx';
import { LAST_OPENED, useQueueKeys, useReturnToRow } from './use-queue-keys.ts';
import { useQueue } from './use-queue.ts';
import { useSearch } from './use-search.ts';

const FIRST_LOOK: Look = { view: 'todo', filter: NO_FILTER };

export function QueuePage() {
  const say = useSay();
  const { drafts, view } = useConsole();
  const queue = useQueue();
  const draft = useDraft<Look>('queue', () => FIRST_LOOK);
  // One kept by an earlier edition of the console may lack a filter.
  const look = { ...draft.value, filter: { ...NO_FILTER, ...draft.value.filter } };
  const { id } = view.member;
  const isSupervisor = view.member.roles.includes('supervisor');
  const lines = useMemo(
    () => queueLines(queue.rows ?? [], { id, isSupervisor, today: view.today }),
    [queue.rows, view.today],
  );
  const found = useSearch(lines, look.filter.text);
  const passing = useMemo(
    () => lines.filter((line) => passesFilter(line, look.filter, found, id)),
    [lines, draft.value, found],
  );
  const search = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  useQueueKeys(list, search, () => setHelping((before) => !before));
  const [last] = useState(() => drafts.get(LAST_OPENED) as string | undefined);
  useReturnToRow(list, queue.rows !== null);
  const isFiltered = Object.values(look.filter).some((value) => value !== '');
  return (
    <div class="queue">
      <div class="screen-head">
        <ScreenHeading>{say(queueWords.title)}</ScreenHeading>
        <p class="hint keys">{say(queueWords.keys)}</p>
        <a class="button" href={linkTo({ screen: 'take' })}>
          {say(queueWords.take)}
        </a>
        <button type="button" class="quiet keys" aria-expanded={helping} onClick={() => setHelping(!helping)}>
          {say(queueWords.keysHelp)}
        </button>
        <button type="button" class="quiet" disabled={queue.busy} onClick={queue.again}>
          {say(shellWords.reload)}
        </button>
      </div>
      {helping ? <KeysHelp /> : null}
      <Views passing={passing} view={look.view} onChoose={(chosen) => draft.set({ view: chosen })} />
      <SavedViews look={look} onChoose={({ view: chosen, filter }) => draft.set({ view: chosen, filter })} />
      <div ref={search}>
        <QueueFilters filter={look.filter} onChange={(filter) => draft.set({ filter })} />
      </div>
      <Trouble refusal={queue.refusal} onRetry={queue.again} />
      {queue.whole ? <TendedNotices onChanged={queue.again} /> : null}
      {queue.rows === null ? (
        queue.busy ? (
          <Waiting>{say(queueWords.reading)}</Waiting>
        ) : null
      ) : (
        <>
          {queue.whole ? null : <p class="hint filling">{say(queueWords.filling, { count: queue.rows.length })}</p>}
          <div ref={list} aria-busy={!queue.whole}>
            <Lines
              passing={passing}
              look={look}
              until={last}
              empty={lines.length === 0 ? 'noneAtAll' : look.view === 'todo' && !isFiltered ? 'noneTodo' : 'none'}
              onClear={isFiltered ? () => draft.set({ filter: NO_FILTER }) : null}
            />
          </div>
        </>
      )}
    </div>
  );
}

function Views({
  passing,
  view,
  onChoose,
}: {
  readonly passing: readonly QueueLine[];
  readonly view: View;
  onChoose(view: View): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const counts = useMemo(() => VIEWS.map((one) => passing.filter((line) => isInView(line, one)).length), [passing]);
  return (
    <fieldset class="tabs" aria-label={say(queueWords.views)}>
      {VIEWS.map((one, at) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onChoose(one)}>
          {say(queueWords[one])} <span class="count">{formatNumber(counts[at] ?? 0, language)}</span>
        </button>
      ))}
    </fieldset>
  );
}

const HEADINGS = {
  overdue: queueWords.groupOverdue,
  new: queueWords.groupNew,
  mine: queueWords.groupMine,
} as const;

function Lines({
  passing,
  look,
  until,
  empty,
  onClear,
}: {
  readonly passing: readonly QueueLine[];
  readonly look: Look;
  readonly until: string | undefined;
  readonly empty: 'none' | 'noneTodo' | 'noneAtAll';
  readonly onClear: (() => void) | null;
}) {
  const say = useSay();
  const shown = useMemo(() => passing.filter((line) => isInView(line, look.view)), [passing, look.view]);
  return (
    <>
      <output class="away">
        {shown.length === 1 ? say(queueWords.countOne) : say(queueWords.count, { count: shown.length })}
      </output>
      {shown.length === 0 ? (
        <div class="empty">
          <p>{say(queueWords[empty])}</p>
          {onClear === null ? null : (
            <button type="button" onClick={onClear}>
              {say(queueWords.clear)}
            </button>
          )}
        </div>
      ) : look.view === 'todo' ? (
        groupTodo(shown).map(({ group, lines }) => (
          <QueueList key={group} heading={say(HEADINGS[group])} lines={lines} until={until} />
        ))
      ) : (
        <QueueList key={look.view} heading={null} lines={shown} until={until} />
      )}
    </>
  );
}
