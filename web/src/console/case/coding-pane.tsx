import { checkCoding } from '@romduol/shared/casework/check-coding';
import { codingProblemWords } from '@romduol/shared/casework/advice-words';
import type { RecordId } from '@romduol/shared/ids';
import { formatQuarter } from '@romduol/shared/language/dates';
import { IncidentRecord, MOST_FORMS, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import { codingWords } from '../messages/coding.ts';
import { paneWords } from '../messages/panes.ts';
import { choicesOf } from '../parts/choices.ts';
import { CheckField, ChoiceField, SelectField } from '../parts/fields.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useLanguage, useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { CODING_FIELDS, type CodingPart } from './coding-fields.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';

type Typed = {
  readonly recordId: RecordId;
  readonly record: Readonly<Record<string, unknown>>;
  readonly stands: boolean;
  readonly looked: boolean;
};

/** Fills a record of codes from proposals; what only a person can judge is left open, and nothing is guessed. */
export function CodingPane({ part }: { readonly part: CodingPart }) {
  const say = useSay();
  const language = useLanguage();
  const { view, record } = useCaseWork();
  const earlier = view.case.coded[part];
  const proposal: Readonly<Record<string, unknown>> = view.proposedRecords[part];
  const place = draftPlace(view.caseId, part === 'incident' ? 'code_incident' : 'code_outcome');
  const draft = useDraft<Typed>(place, () => ({
    recordId: earlier?.recordId ?? (crypto.randomUUID() as string as RecordId),
    record: earlier?.record ?? proposal,
    stands: false,
    looked: false,
  }));
  const { record: coded, stands, looked } = draft.value;
  const read = part === 'incident' ? IncidentRecord.safeParse(coded) : OutcomeRecord.safeParse(coded);
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0] ?? '')));
  const problems = read.success ? checkCoding(read.data, view.case) : [];
  const quarter = typeof coded['quarter'] === 'string' ? (coded['quarter'] as IncidentRecord['quarter']) : null;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (!read.success || (problems.length > 0 && !stands)) return;
    const ids = { recordId: draft.value.recordId, revision: (earlier?.revision ?? 0) + 1 };
    await record(
      read.data.kind === 'incident'
        ? { kind: 'coded', part: 'incident', ...ids, record: read.data }
        : { kind: 'coded', part: 'outcome', ...ids, record: read.data },
      place,
    );
  });
  const set = (field: string, value: unknown): void =>
    draft.set({ record: { ...coded, [field]: value }, stands: false });
  return (
    <Pane
      title={say(part === 'incident' ? codingWords.incident : codingWords.outcome)}
      does={say(codingWords.does)}
      acting={acting}
    >
      {earlier === null ? null : <p class="hint">{say(codingWords.revision, { number: earlier.revision })}</p>}
      {quarter === null ? null : (
        <p>
          {say(codingWords.quarter)}: <b>{formatQuarter(quarter, language)}</b>
        </p>
      )}
      {Object.entries(CODING_FIELDS[part]).map(([field, { label, list, many }]) => (
        <Field
          key={field}
          label={say(label)}
          hint={field === 'forms' ? say(codingWords.atMostForms) : null}
          origin={originOf(earlier === null, proposal[field], coded[field], part)}
          problem={looked && wrong.has(field) ? say(codingWords.missing) : null}
          list={list}
          many={many}
          value={coded[field]}
          most={field === 'forms' ? MOST_FORMS : null}
          onChange={(value) => set(field, value)}
        />
      ))}
      {looked && !read.success ? (
        <p class="wrong" role="alert">
          {say(codingWords.missingCount, { count: wrong.size })}
        </p>
      ) : null}
      {problems.length === 0 ? null : (
        <div class="caution" role="note">
          <p>
            <b>{say(codingWords.problems)}</b>
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{codingProblemWords[problem][language]}</li>
            ))}
          </ul>
          <CheckField
            label={say(codingWords.stands)}
            checked={stands}
            onChange={(checked) => draft.set({ stands: checked })}
          />
          {looked && !stands ? <p class="wrong">{say(codingWords.missing)}</p> : null}
        </div>
      )}
    </Pane>
  );
}

type Origin = 'proposed' | 'proposedCase' | 'decide' | null;

/** Where a field's value comes from, as long as nobody changed it. */
function originOf(first: boolean, proposed: unknown, value: unknown, part: CodingPart): Origin {
  if (value === null) return 'decide';
  if (!first || proposed === null || JSON.stringify(proposed) !== JSON.stringify(value)) return null;
  return part === 'incident' ? 'proposed' : 'proposedCase';
}

function Field(props: {
  readonly label: string;
  readonly hint: string | null;
  readonly origin: Origin;
  readonly problem: string | null;
  readonly list: Parameters<typeof choicesOf>[0];
  readonly many: boolean;
  readonly most: number | null;
  readonly value: unknown;
  onChange(value: unknown): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { label, list, many, value, problem, origin, onChange, most } = props;
  const hint =
    [props.hint, origin === null ? null : say(codingWords[origin])].filter((part) => part !== null).join(' · ') || null;
  const choices = choicesOf(list, language);
  if (!many) {
    return (
      <SelectField
        label={label}
        hint={hint}
        problem={problem}
        empty={say(paneWords.choose)}
        value={typeof value === 'string' ? value : ''}
        choices={choices}
        onChoose={(code) => onChange(code === '' ? null : code)}
      />
    );
  }
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <ChoiceField
      many
      label={label}
      hint={hint}
      problem={problem ?? (most !== null && chosen.length > most ? say(codingWords.atMostForms) : null)}
      choices={choices}
      chosen={chosen}
      onChoose={onChange}
    />
  );
}
