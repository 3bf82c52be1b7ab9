import { ROLES, type Role } from '@romduol/shared/api/contract';
import type { TeamId } from '@romduol/shared/ids';
import { useConsole } from '../console-context.ts';
import { foundingWords, roleWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { CheckField, ChoiceField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';

/** What somebody is, as an administrator enters it. */
export type Standing = { roles: Role[]; publisher: boolean; teams: TeamId[] };

const works = ({ roles }: Pick<Standing, 'roles'>): boolean =>
  roles.includes('caseworker') || roles.includes('supervisor');

/** Only who reads reports belongs to teams. */
export const settled = (standing: Standing): Standing => (works(standing) ? standing : { ...standing, teams: [] });

export const isWhole = (standing: Standing): boolean =>
  standing.roles.length > 0 && (!works(standing) || standing.teams.length > 0);

export function StandingFields({
  standing,
  onChange,
}: {
  readonly standing: Standing;
  onChange(change: Partial<Standing>): void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  return (
    <>
      <ChoiceField
        label={say(memberWords.roles)}
        many
        choices={ROLES.map((code) => ({ code, label: say(roleWords[code]) }))}
        chosen={standing.roles}
        onChoose={(codes) => onChange({ roles: ROLES.filter((role) => codes.includes(role)) })}
      />
      {works(standing) ? (
        <ChoiceField
          label={say(memberWords.inTeams)}
          many
          choices={view.teams.map(({ id, name }) => ({ code: id, label: name[language] }))}
          chosen={standing.teams}
          onChoose={(codes) => onChange({ teams: view.teams.map(({ id }) => id).filter((id) => codes.includes(id)) })}
        />
      ) : null}
      <CheckField
        label={say(foundingWords.publisher)}
        checked={standing.publisher}
        onChange={(publisher) => onChange({ publisher })}
      />
    </>
  );
}

/** The root key's seed, off its card, where an act needs it. */
export function RootSeedField({ value, onInput }: { readonly value: string; onInput(value: string): void }) {
  const say = useSay();
  return (
    <TextField
      label={say(memberWords.rootSeed)}
      hint={say(memberWords.rootSeedHint)}
      type="password"
      autoComplete="off"
      spellCheck={false}
      value={value}
      onInput={onInput}
    />
  );
}
