import { trainingLevel } from '@romduol/shared/codebook/authority';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { audience, engagementKind } from '@romduol/shared/codebook/engagement';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { nameOfEntry } from '@romduol/shared/casework/directory';
import { Engagement } from '@romduol/shared/casework/engagement';
import { Day, type DirectoryEntryId } from '@romduol/shared/ids';
import type { EngagementView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { directoryWords } from '../messages/directory.ts';
import { engagementWords } from '../messages/engagement.ts';
import { choicesOf, codeIn, codesAmong } from '../parts/choices.ts';
import { ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

/** What the programme has held, newest first, and a form for the next. */
export function EngagementsPage() {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('engagements', () => acts.engagements());
  return (
    <div class="directory one-entry">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <ScreenHeading>{say(engagementWords.title)}</ScreenHeading>
      <p class="hint">{say(engagementWords.intro)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {reading.value === null ? (
        reading.busy ? (
          <Waiting>{say(directoryWords.reading)}</Waiting>
        ) : null
      ) : (
        <>
          {reading.value.length === 0 ? <p class="empty">{say(engagementWords.none)}</p> : null}
          <ul class="entries">
            {reading.value.map((one) => (
              <li key={one.engagement.engagementId}>
                <Line one={one} />
              </li>
            ))}
          </ul>
          <EngagementForm onSaved={reading.put} />
        </>
      )}
    </div>
  );
}

function Line({ one: { engagement } }: { readonly one: EngagementView }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { day, kind, province, headcount, audience: whom, reached, level, materials } = engagement;
  return (
    <div class="entry card">
      <b>
        {say(engagementWords.line, {
          day: days.date(day),
          kind: labelOf(engagementKind, kind, language),
          province: labelOf(provinceAnswer, province, language),
          count: headcount,
        })}
      </b>
      <span>{whom.map((code) => labelOf(audience, code, language)).join(' · ')}</span>
      {reached.length === 0 ? null : (
        <span>
          {say(engagementWords.offices, { count: reached.length })}
          {level === null ? '' : ` · ${labelOf(trainingLevel, level, language)}`}
        </span>
      )}
      {materials === undefined ? null : <span class="words">{materials}</span>}
    </div>
  );
}

function EngagementForm({ onSaved }: { onSaved(all: readonly EngagementView[]): void }) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const directory = useReading('directory', () => acts.directory());
  const draft = useDraft('engagement', () => ({
    engagementId: crypto.randomUUID() as string as DirectoryEntryId,
    day: view.today as string,
    kind: '',
    province: '',
    district: '',
    audience: [] as readonly string[],
    headcount: '',
    materials: '',
    reached: [] as readonly string[],
    level: '',
    looked: false,
  }));
  const typed = draft.value;
  const day = Day.safeParse(typed.day);
  const dayWrong = !day.success || day.data > view.today;
  const kind = codeIn(engagementKind, typed.kind);
  const province = KH_PROVINCE.find((code) => code === typed.province);
  const whom = codesAmong(audience, typed.audience);
  const count = /^\d{1,5}$/.test(typed.headcount) ? Number(typed.headcount) : null;
  const offices = (directory.value ?? []).filter(({ entry }) => entry.province === province && !entry.retired);
  const problem = (isWrong: boolean, words: string): string | null => (typed.looked && isWrong ? words : null);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (dayWrong || !day.success || kind === undefined || province === undefined || whom.length === 0 || count === null)
      return;
    const reached = offices.map(({ entryId }) => entryId).filter((one) => typed.reached.includes(one));
    const level = codeIn(trainingLevel, typed.level);
    const engagement = Engagement.parse({
      engagementId: typed.engagementId,
      day: day.data,
      kind,
      province,
      ...(typed.district.trim() !== '' && { district: typed.district.trim() }),
      audience: whom,
      headcount: count,
      ...(typed.materials.trim() !== '' && { materials: typed.materials.trim() }),
      reached,
      level: reached.length === 0 ? null : (level ?? null),
    });
    onSaved(await acts.saveEngagement(engagement));
    draft.forget();
  });
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <h2>{say(engagementWords.add)}</h2>
      <TextField
        type="date"
        label={say(engagementWords.day)}
        max={view.today}
        problem={problem(dayWrong, say(directoryWords.wrongDay))}
        value={typed.day}
        onInput={(value) => draft.set({ day: value })}
      />
      <SelectField
        label={say(engagementWords.kind)}
        empty="–"
        problem={problem(kind === undefined, say(directoryWords.missing))}
        value={typed.kind}
        choices={choicesOf(engagementKind, language)}
        onChoose={(code) => draft.set({ kind: code })}
      />
      <SelectField
        label={say(directoryWords.province)}
        empty="–"
        problem={problem(province === undefined, say(directoryWords.missing))}
        value={typed.province}
        choices={KH_PROVINCE.map((code) => ({ code, label: labelOf(provinceAnswer, code, language) }))}
        onChoose={(code) => draft.set({ province: code, reached: [] })}
      />
      <TextField
        label={say(directoryWords.district)}
        maxLength={120}
        value={typed.district}
        onInput={(value) => draft.set({ district: value })}
      />
      <ChoiceField
        many
        label={say(engagementWords.audience)}
        problem={problem(whom.length === 0, say(directoryWords.missing))}
        choices={choicesOf(audience, language)}
        chosen={typed.audience}
        onChoose={(codes) => draft.set({ audience: codes })}
      />
      <TextField
        label={say(engagementWords.headcount)}
        maxLength={5}
        problem={problem(count === null, say(engagementWords.wrongNumber))}
        value={typed.headcount}
        onInput={(value) => draft.set({ headcount: value })}
      />
      <LongTextField
        label={say(engagementWords.materials)}
        hint={say(engagementWords.materialsHint)}
        rows={2}
        maxLength={1_000}
        value={typed.materials}
        onInput={(value) => draft.set({ materials: value })}
      />
      {offices.length === 0 ? null : (
        <>
          <ChoiceField
            many
            label={say(engagementWords.reached)}
            choices={offices.map(({ entryId, entry }) => ({ code: entryId, label: nameOfEntry(entry, language) }))}
            chosen={typed.reached}
            onChoose={(codes) => draft.set({ reached: codes })}
          />
          <SelectField
            label={say(engagementWords.level)}
            hint={say(engagementWords.levelHint)}
            empty={say(engagementWords.noLevel)}
            value={typed.level}
            choices={choicesOf(trainingLevel, language, ['none', 'unk'])}
            onChoose={(code) => draft.set({ level: code })}
          />
        </>
      )}
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(engagementWords.save)}
        </button>
      </p>
    </form>
  );
}
