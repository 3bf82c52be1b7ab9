import { KH_PROVINCE } from '@romduol/shared/codebook/codes';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { useId } from 'preact/hooks';
import { foundingWords } from '../messages/founding.ts';
import { ChoiceField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';
import { coverOf, type FoundingDraft, type TeamDraft } from './founding-draft.ts';

type Props = {
  readonly draft: FoundingDraft;
  readonly at: FoundingDraft['duty'];
  readonly team: TeamDraft;
  onChange(change: Partial<TeamDraft>): void;
  onDuty(): void;
  readonly onRemove: (() => void) | null;
};

export function TeamFields({ draft, at, team, onChange, onDuty, onRemove }: Props) {
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const nameAt = ({ organisation, team: place }: FoundingDraft['duty']): string => {
    const named = draft.organisations[organisation]?.teams[place];
    return (language === 'en' ? named?.nameEn : named?.nameKm) || say(foundingWords.teamNumber, { number: place + 1 });
  };
  const elsewhere = (province: string): string | null => {
    const cover = coverOf(draft, province);
    if (cover === null || (cover.organisation === at.organisation && cover.team === at.team)) return null;
    return say(foundingWords.takenBy, { team: nameAt(cover) });
  };
  // A province lies with one team: what another covers is not offered here.
  const free = KH_PROVINCE.filter((province) => elsewhere(province) === null);
  const taken = KH_PROVINCE.filter((province) => elsewhere(province) !== null);
  const isDuty = draft.duty.organisation === at.organisation && draft.duty.team === at.team;
  return (
    <fieldset class="item">
      <legend>{nameAt(at)}</legend>
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
                {labelOf(provinceAnswer, code, language)}: {elsewhere(code)}
              </li>
            ))}
          </ul>
        )}
      </details>
      <label class="option check" for={`${id}-duty`}>
        <input id={`${id}-duty`} type="radio" name="duty-team" checked={isDuty} onChange={onDuty} />
        <span>{say(foundingWords.duty)}</span>
      </label>
      {onRemove === null ? null : (
        <button type="button" class="quiet" onClick={onRemove}>
          {say(foundingWords.removeTeam)}
        </button>
      )}
    </fieldset>
  );
}
