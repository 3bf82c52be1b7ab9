import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { useId } from 'preact/hooks';
import { foundingWords } from '../messages/founding.ts';
import { CheckField, ChoiceField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';
import { type TeamDraft, type TeamsDraft, coverOf, newTeamDraft, withoutTeam } from './teams-draft.ts';

/** An organisation's teams. `elsewhere` names the team of another organisation that covers a province. */
export function TeamsFields(props: {
  readonly draft: TeamsDraft;
  /** Whether the duty team may be chosen here: exactly one of all organisations has it. */
  readonly mayHaveDuty: boolean;
  elsewhere(province: string): string | null;
  onChange(draft: TeamsDraft): void;
}) {
  const say = useSay();
  const { draft, mayHaveDuty, elsewhere, onChange } = props;
  const { teams } = draft;
  const set = (place: number, change: Partial<TeamDraft>): void =>
    onChange({ ...draft, teams: teams.map((one, at) => (at === place ? { ...one, ...change } : one)) });
  return (
    <>
      <p class="hint">{say(foundingWords.teamsHint)}</p>
      {teams.map((team, place) => (
        <TeamFields
          key={place}
          draft={draft}
          place={place}
          team={team}
          mayHaveDuty={mayHaveDuty}
          elsewhere={elsewhere}
          onChange={(change) => set(place, change)}
          onDuty={() => onChange({ ...draft, duty: place })}
          onRemove={teams.length > 1 ? () => onChange(withoutTeam(draft, place)) : null}
        />
      ))}
      <button type="button" onClick={() => onChange({ ...draft, teams: [...teams, newTeamDraft()] })}>
        {say(foundingWords.addTeam)}
      </button>
      <CheckField
        label={say(foundingWords.showsHandles)}
        checked={draft.showsHandles}
        onChange={(showsHandles) => onChange({ ...draft, showsHandles })}
      />
    </>
  );
}

function TeamFields(props: {
  readonly draft: TeamsDraft;
  readonly place: number;
  readonly team: TeamDraft;
  readonly mayHaveDuty: boolean;
  elsewhere(province: string): string | null;
  onChange(change: Partial<TeamDraft>): void;
  onDuty(): void;
  readonly onRemove: (() => void) | null;
}) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const { draft, place, team, onChange } = props;
  const nameAt = (at: number): string => {
    const named = draft.teams[at];
    return (language === 'en' ? named?.nameEn : named?.nameKm) || say(foundingWords.teamNumber, { number: at + 1 });
  };
  const takenBy = (province: string): string | null => {
    const cover = coverOf(draft, province);
    if (cover === place) return null;
    const name = cover === null ? props.elsewhere(province) : nameAt(cover);
    return name === null ? null : say(foundingWords.takenBy, { team: name });
  };
  // A province lies with one team: what another covers is not offered here.
  const free = KH_PROVINCE.filter((province) => takenBy(province) === null);
  const taken = KH_PROVINCE.filter((province) => takenBy(province) !== null);
  return (
    <fieldset class="item">
      <legend>{nameAt(place)}</legend>
      <div class="row-of-fields">
        <TextField
          label={say(foundingWords.nameEn)}
          lang="en"
          value={team.nameEn}
          onInput={(nameEn) => onChange({ nameEn })}
        />
        <TextField
          label={say(foundingWords.nameKm)}
          lang="km"
          value={team.nameKm}
          onInput={(nameKm) => onChange({ nameKm })}
        />
      </div>
      <details>
        <summary>
          {say(foundingWords.provinces)} · {say(foundingWords.covered, { count: team.provinces.length })}
        </summary>
        <button type="button" onClick={() => onChange({ provinces: [...free] })}>
          {say(foundingWords.rest)}
        </button>
        <ChoiceField
          label={say(foundingWords.provinces)}
          many
          choices={free.map((code) => ({ code, label: labelOf(provinceAnswer, code, language) }))}
          chosen={team.provinces}
          onChoose={(provinces) => onChange({ provinces })}
        />
        {taken.length === 0 ? null : (
          <ul class="taken">
            {taken.map((code) => (
              <li key={code}>
                {labelOf(provinceAnswer, code, language)}: {takenBy(code)}
              </li>
            ))}
          </ul>
        )}
      </details>
      {props.mayHaveDuty ? (
        <label class="option check" for={`${id}-duty`}>
          <input
            id={`${id}-duty`}
            type="radio"
            name="duty-team"
            checked={draft.duty === place}
            onChange={props.onDuty}
          />
          <span>{say(foundingWords.duty)}</span>
        </label>
      ) : null}
      {props.onRemove === null ? null : (
        <button type="button" class="quiet" onClick={props.onRemove}>
          {say(foundingWords.removeTeam)}
        </button>
      )}
    </fieldset>
  );
}
