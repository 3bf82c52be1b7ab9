import { ACTS } from '@romduol/shared/api/audit';
import { Day } from '@romduol/shared/ids';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { AuditFilter, AuditLine } from '../../desk/audit.ts';
import { useConsole } from '../console-context.ts';
import { actWords, auditWords } from '../messages/audit.ts';
import { SelectField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useReading } from '../parts/use-reading.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { AuditCopies } from './audit-copies.tsx';

const EVERYTHING: AuditFilter = { act: null, member: null, from: null, to: null };

/** What members did, for an auditor: filtered, followed back, saved, and its chain checked. */
export function AuditPage() {
  const say = useSay();
  const { acts } = useConsole();
  const look = useDraft<{ filter: AuditFilter }>('audit', () => ({ filter: EVERYTHING }));
  const { filter } = look.value;
  const reading = useReading(`audit ${JSON.stringify(filter)}`, () => acts.audit(filter, null));
  const page = reading.value;
  const older = useAct(async (before: number) => {
    const read = await acts.audit(filter, before);
    reading.put({ ...read, lines: [...(page?.lines ?? []), ...read.lines] });
  });
  const next = page?.next ?? null;
  return (
    <div class="audit">
      <ScreenHeading>{say(auditWords.title)}</ScreenHeading>
      <p class="hint">{say(auditWords.intro)}</p>
      <AuditFilters filter={filter} onChange={(changed) => look.set({ filter: changed })} />
      <AuditCopies filter={filter} />
      <Trouble refusal={reading.refusal ?? older.refusal} onRetry={reading.again} />
      {page === null ? null : <AuditLines lines={page.lines} />}
      {reading.busy || older.busy ? <Waiting>{say(auditWords.reading)}</Waiting> : null}
      {next === null ? null : (
        <p class="buttons">
          <button type="button" class="quiet" disabled={older.busy} onClick={() => void older.run(next)}>
            {say(auditWords.older)}
          </button>
        </p>
      )}
    </div>
  );
}

function AuditFilters({ filter, onChange }: { readonly filter: AuditFilter; onChange(filter: AuditFilter): void }) {
  const say = useSay();
  const { view } = useConsole();
  const dayOr = (text: string): Day | null => Day.safeParse(text).data ?? null;
  return (
    <search class="filters">
      <SelectField
        label={say(auditWords.act)}
        empty={say(auditWords.anyAct)}
        value={filter.act ?? ''}
        choices={ACTS.map((code) => ({ code, label: say(actWords[code]) }))}
        onChoose={(code) => onChange({ ...filter, act: ACTS.find((one) => one === code) ?? null })}
      />
      <SelectField
        label={say(auditWords.member)}
        empty={say(auditWords.anyone)}
        value={filter.member ?? ''}
        choices={view.colleagues.map(({ id, handle }) => ({ code: id, label: handle }))}
        onChoose={(code) => onChange({ ...filter, member: view.colleagues.find(({ id }) => id === code)?.id ?? null })}
      />
      <TextField
        type="date"
        label={say(auditWords.from)}
        value={filter.from ?? ''}
        onInput={(text) => onChange({ ...filter, from: dayOr(text) })}
      />
      <TextField
        type="date"
        label={say(auditWords.to)}
        value={filter.to ?? ''}
        onInput={(text) => onChange({ ...filter, to: dayOr(text) })}
      />
    </search>
  );
}

function AuditLines({ lines }: { readonly lines: readonly AuditLine[] }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  return (
    <>
      <output class="hint">
        {lines.length === 1 ? say(auditWords.shownOne) : say(auditWords.shown, { count: lines.length })}
      </output>
      {lines.length === 0 ? (
        <p class="empty">{say(auditWords.none)}</p>
      ) : (
        <ul class="audit-lines">
          {lines.map(({ number, day, by, act, object }) => (
            <li key={number}>
              <span class="quietly">
                {formatNumber(number, language)} · {days.date(day)}
              </span>
              <span>{by === null ? say(auditWords.nobody) : <b lang="en">{by}</b>}</span>
              <span>{say(actWords[act])}</span>
              {object === null ? null : <code lang="en">{object}</code>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
