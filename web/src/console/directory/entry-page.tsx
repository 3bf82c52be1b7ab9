import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { authorityType, friendliness, trainingLevel } from '@romduol/shared/codebook/authority';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { sector } from '@romduol/shared/codebook/sector';
import { nameOfEntry } from '@romduol/shared/casework/directory';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import type { DirectoryView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { giveWords } from '../messages/give.ts';
import { directoryWords } from '../messages/directory.ts';
import { shellWords } from '../messages/shell.ts';
import { choicesOf } from '../parts/choices.ts';
import { CheckField, ChoiceField, LongTextField, SelectField, TextField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';
import { type EntryProblem, readEntry, typedEntry } from './entry-draft.ts';

export function EntryPage({ entryId }: { readonly entryId: DirectoryEntryId | null }) {
  const say = useSay();
  const { acts } = useConsole();
  const reading = useReading('directory', () => acts.directory());
  const known = reading.value?.find((one) => one.entryId === entryId) ?? null;
  return (
    <div class="directory one-entry">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      {entryId === null || known !== null ? (
        <EntryForm key={entryId ?? 'new'} known={known} onSaved={reading.put} />
      ) : reading.value === null && reading.busy ? (
        <Waiting>{say(shellWords.loading)}</Waiting>
      ) : (
        <p>{say(directoryWords.gone)}</p>
      )}
    </div>
  );
}

type FormProps = { readonly known: DirectoryView | null; onSaved(all: readonly DirectoryView[]): void };

function EntryForm({ known, onSaved }: FormProps) {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const draft = useDraft(`directory/${known?.entryId ?? 'new'}`, () => ({
    ...typedEntry(known?.entry ?? null, crypto.randomUUID() as string as DirectoryEntryId),
    revision: known?.revision ?? 0,
    looked: false,
  }));
  const { looked, revision, ...typed } = draft.value;
  const read = readEntry(typed, view.today);
  const partners = view.allTeams.filter(({ id }) => !view.teams.some((own) => own.id === id));
  const problem = (field: EntryProblem, words: string): string | null =>
    looked && !read.ok && read.problems.has(field) ? words : null;
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (!read.ok) return;
    const all = await acts.saveDirectoryEntry(known?.entryId ?? null, read.entry);
    onSaved(all);
    draft.forget();
    location.hash = linkTo({ screen: 'directory' });
  });
  const text = (
    field: 'nameEn' | 'nameKm' | 'district' | 'commune' | 'village' | 'focalRole' | 'focalName' | 'hours' | 'cost',
  ) => ({
    label: say(directoryWords[field]),
    value: typed[field],
    maxLength: 200,
    onInput: (value: string) => draft.set({ [field]: value }),
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
      <ScreenHeading>
        {known === null ? say(directoryWords.newEntry) : nameOfEntry(known.entry, language)}
      </ScreenHeading>
      <div class="says">
        <p>{say(directoryWords.does, { organisation: view.organisation.name[language] })}</p>
      </div>
      {known !== null && known.revision !== revision ? (
        <div class="caution" role="alert">
          <p>{say(directoryWords.changedMeanwhile)}</p>
        </div>
      ) : null}
      <div class="row-of-fields">
        <TextField {...text('nameEn')} lang="en" problem={problem('name', say(directoryWords.nameMissing))} />
        <TextField {...text('nameKm')} lang="km" />
      </div>
      <div class="row-of-fields">
        <SelectField
          label={say(directoryWords.type)}
          problem={problem('type', say(directoryWords.missing))}
          empty="–"
          value={typed.type}
          choices={choicesOf(authorityType, language)}
          onChoose={(type) => draft.set({ type })}
        />
        <SelectField
          label={say(directoryWords.province)}
          problem={problem('province', say(directoryWords.missing))}
          empty="–"
          value={typed.province}
          choices={KH_PROVINCE.map((code) => ({ code, label: labelOf(provinceAnswer, code, language) }))}
          onChoose={(province) => draft.set({ province })}
        />
        <TextField {...text('district')} />
        <TextField {...text('commune')} />
        <TextField {...text('village')} />
      </div>
      <ChoiceField
        many
        label={say(directoryWords.sectors)}
        problem={problem('sectors', say(directoryWords.missing))}
        choices={choicesOf(sector, language)}
        chosen={typed.sectors}
        onChoose={(sectors) => draft.set({ sectors })}
      />
      <div class="row-of-fields">
        <TextField {...text('focalRole')} problem={problem('focal', say(directoryWords.focalRoleMissing))} />
        <TextField {...text('focalName')} />
      </div>
      <LongTextField
        label={say(directoryWords.channel)}
        rows={2}
        maxLength={500}
        value={typed.channel}
        onInput={(channel) => draft.set({ channel })}
      />
      <div class="row-of-fields">
        <TextField {...text('hours')} />
        <TextField {...text('cost')} />
      </div>
      <div class="row-of-fields">
        <SelectField
          label={say(directoryWords.training)}
          value={typed.training}
          choices={choicesOf(trainingLevel, language)}
          onChoose={(training) => draft.set({ training })}
        />
        <TextField
          type="date"
          label={say(directoryWords.trainingDay)}
          problem={problem('trainingDay', say(directoryWords.wrongDay))}
          max={view.today}
          value={typed.trainingDay}
          onInput={(trainingDay) => draft.set({ trainingDay })}
        />
        <SelectField
          label={say(directoryWords.friendly)}
          value={typed.friendly}
          choices={choicesOf(friendliness, language)}
          onChoose={(friendly) => draft.set({ friendly })}
        />
        <TextField
          type="date"
          label={say(directoryWords.verifiedOn)}
          problem={problem('verified', say(directoryWords.wrongDay))}
          max={view.today}
          value={typed.verified}
          onInput={(verified) => draft.set({ verified })}
        />
      </div>
      {partners.length === 0 ? null : (
        <SelectField
          label={say(giveWords.team)}
          empty={say(giveWords.noTeam)}
          value={typed.team}
          choices={partners.map(({ id, name }) => ({ code: id, label: name[language] }))}
          onChoose={(team) => draft.set({ team })}
        />
      )}
      <CheckField
        label={say(directoryWords.servesMinors)}
        checked={typed.servesMinors}
        onChange={(servesMinors) => draft.set({ servesMinors })}
      />
      <CheckField
        label={say(directoryWords.agreed)}
        checked={typed.agreed}
        onChange={(agreed) => draft.set({ agreed })}
      />
      <CheckField
        label={say(directoryWords.retire)}
        checked={typed.retired}
        onChange={(retired) => draft.set({ retired })}
      />
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy}>
          {say(directoryWords.save)}
        </button>
        <button type="button" onClick={() => draft.set({ verified: view.today })}>
          {say(directoryWords.verifiedToday)}
        </button>
      </p>
    </form>
  );
}
