import { writeCsv } from '@romduol/shared/exports/csv';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useState } from 'preact/hooks';
import type { AuditCheck, AuditFilter } from '../../desk/audit.ts';
import { useConsole } from '../console-context.ts';
import { actWords, auditWords } from '../messages/audit.ts';
import { saveFile } from '../parts/save-file.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';

/** What an auditor takes away: the acts as a table, and the mark by which a later look shows whether anything changed. */
export function AuditCopies({ filter }: { readonly filter: AuditFilter }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const [checked, setChecked] = useState<AuditCheck | null>(null);
  const saving = useAct(async () => {
    const lines = await acts.wholeAudit(filter);
    const header = ['number', 'day', 'member', 'act', `act_${language}`, 'object'];
    const rows = lines.map(({ number, day, by, act, object }) => [
      number,
      day,
      by ?? '',
      act,
      say(actWords[act]),
      object ?? '',
    ]);
    saveFile(`audit-log-${view.today}.csv`, 'text/csv', writeCsv([header, ...rows]));
  });
  const checking = useAct(async () => {
    setChecked(null);
    setChecked(await acts.checkAudit());
  });
  return (
    // Above the list, which may be as long as a year: below it nobody would find them.
    <details class="audit-copies">
      <summary>{say(auditWords.copies)}</summary>
      <section class="card">
        <p class="hint">{say(auditWords.saveDoes)}</p>
        <Trouble refusal={saving.refusal} />
        <p class="buttons">
          <button type="button" class="quiet" disabled={saving.busy} onClick={() => void saving.run()}>
            {say(auditWords.save)}
          </button>
        </p>
      </section>
      <section class="card">
        <p class="hint">{say(auditWords.checkDoes)}</p>
        <Trouble refusal={checking.refusal} />
        <p class="buttons">
          <button type="button" class="quiet" disabled={checking.busy} onClick={() => void checking.run()}>
            {say(auditWords.check)}
          </button>
        </p>
        {checking.busy ? <Waiting>{say(auditWords.checking)}</Waiting> : null}
        {checked === null ? null : <Checked checked={checked} />}
      </section>
    </details>
  );
}

function Checked({ checked }: { readonly checked: AuditCheck }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      {checked.broken === null ? (
        <output>{say(auditWords.holds, { count: checked.count })}</output>
      ) : (
        <p class="wrong" role="alert">
          {say(auditWords.broken, { number: checked.broken })}
        </p>
      )}
      <p>
        {say(auditWords.head)} {formatNumber(checked.count, language)}: <code lang="en">{checked.head}</code>
      </p>
    </>
  );
}
