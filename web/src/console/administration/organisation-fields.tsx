import { ROLES } from '@romduol/shared/api/contract';
import { useLanguage, useSay } from '../words.tsx';
import { foundingWords, roleWords } from '../messages/founding.ts';
import { CheckField, ChoiceField, TextField } from '../parts/fields.tsx';
import {
  type FoundingDraft,
  type MemberDraft,
  newMemberDraft,
  newTeamDraft,
  type OrganisationDraft,
} from './founding-draft.ts';
import { TeamFields } from './team-fields.tsx';

type Props = {
  readonly draft: FoundingDraft;
  readonly index: number;
  readonly organisation: OrganisationDraft;
  readonly removable: boolean;
  onChange(draft: FoundingDraft): void;
};

export function OrganisationFields({ draft, index, organisation, removable, onChange }: Props) {
  const say = useSay();
  const set = (change: Partial<OrganisationDraft>): void =>
    onChange({
      ...draft,
      organisations: draft.organisations.map((one, i) => (i === index ? { ...one, ...change } : one)),
    });
  const { teams, members } = organisation;
  /** Members name teams by place: a team that goes takes its place with it. */
  const removeTeam = (place: number): void => {
    const moved = (team: number): number => (team > place ? team - 1 : team);
    const { duty } = draft;
    onChange({
      organisations: draft.organisations.map((one, i) =>
        i !== index
          ? one
          : {
              ...one,
              teams: teams.filter((_, t) => t !== place),
              members: members.map((m) => ({ ...m, teams: m.teams.filter((t) => t !== place).map(moved) })),
            },
      ),
      duty:
        duty.organisation === index ? { organisation: index, team: duty.team === place ? 0 : moved(duty.team) } : duty,
    });
  };
  const removeOrganisation = (): void => {
    const { duty } = draft;
    const moved = duty.organisation > index ? { ...duty, organisation: duty.organisation - 1 } : duty;
    onChange({
      organisations: draft.organisations.filter((_, i) => i !== index),
      duty: duty.organisation === index ? { organisation: 0, team: 0 } : moved,
    });
  };
  return (
    <section class="card">
      <h2>{say(foundingWords.organisationNumber, { number: index + 1 })}</h2>
      <div class="row-of-fields">
        <TextField
          label={say(foundingWords.nameEn)}
          lang="en"
          value={organisation.nameEn}
          onInput={(nameEn) => set({ nameEn })}
        />
        <TextField
          label={say(foundingWords.nameKm)}
          lang="km"
          value={organisation.nameKm}
          onInput={(nameKm) => set({ nameKm })}
        />
      </div>
      <h3>{say(foundingWords.teams)}</h3>
      <p class="hint">{say(foundingWords.teamsHint)}</p>
      {teams.map((team, place) => (
        <TeamFields
          key={place}
          draft={draft}
          at={{ organisation: index, team: place }}
          team={team}
          onChange={(change) => set({ teams: teams.map((one, t) => (t === place ? { ...one, ...change } : one)) })}
          onDuty={() => onChange({ ...draft, duty: { organisation: index, team: place } })}
          onRemove={teams.length > 1 ? () => removeTeam(place) : null}
        />
      ))}
      <button type="button" onClick={() => set({ teams: [...teams, newTeamDraft()] })}>
        {say(foundingWords.addTeam)}
      </button>
      <h3>{say(foundingWords.members)}</h3>
      <p class="hint">{say(foundingWords.membersHint)}</p>
      {members.map((member, place) => (
        <MemberFields
          key={place}
          place={place}
          member={member}
          organisation={organisation}
          onChange={(change) => set({ members: members.map((one, m) => (m === place ? { ...one, ...change } : one)) })}
          onRemove={members.length > 1 ? () => set({ members: members.filter((_, m) => m !== place) }) : null}
        />
      ))}
      <CheckField
        label={say(foundingWords.showsHandles)}
        checked={organisation.showsHandles}
        onChange={(showsHandles) => set({ showsHandles })}
      />
      <p class="buttons">
        <button type="button" onClick={() => set({ members: [...members, newMemberDraft()] })}>
          {say(foundingWords.addMember)}
        </button>
        {removable ? (
          <button type="button" class="quiet" onClick={removeOrganisation}>
            {say(foundingWords.removeOrganisation)}
          </button>
        ) : null}
      </p>
    </section>
  );
}

function MemberFields(props: {
  readonly place: number;
  readonly member: MemberDraft;
  readonly organisation: OrganisationDraft;
  onChange(change: Partial<MemberDraft>): void;
  readonly onRemove: (() => void) | null;
}) {
  const say = useSay();
  const language = useLanguage();
  const { member, organisation, onChange, onRemove, place } = props;
  const works = member.roles.includes('caseworker') || member.roles.includes('supervisor');
  const teamName = (t: number): string => {
    const team = organisation.teams[t];
    return (language === 'en' ? team?.nameEn : team?.nameKm) || say(foundingWords.teamNumber, { number: t + 1 });
  };
  return (
    <fieldset class="item">
      <legend>{member.handle || say(foundingWords.memberNumber, { number: place + 1 })}</legend>
      <TextField
        label={say(foundingWords.handle)}
        hint={say(foundingWords.handleHint)}
        lang="en"
        spellCheck={false}
        autoComplete="off"
        value={member.handle}
        onInput={(handle) => onChange({ handle })}
      />
      <ChoiceField
        label={say(foundingWords.roles)}
        many
        choices={ROLES.map((code) => ({ code, label: say(roleWords[code]) }))}
        chosen={member.roles}
        onChoose={(codes) => onChange({ roles: ROLES.filter((role) => codes.includes(role)) })}
      />
      {works ? (
        <ChoiceField
          label={say(foundingWords.inTeams)}
          many
          choices={organisation.teams.map((_, t) => ({ code: String(t), label: teamName(t) }))}
          chosen={member.teams.map(String)}
          onChoose={(codes) => onChange({ teams: codes.map(Number) })}
        />
      ) : null}
      <CheckField
        label={say(foundingWords.publisher)}
        checked={member.publisher}
        onChange={(publisher) => onChange({ publisher })}
      />
      {onRemove === null ? null : (
        <button type="button" class="quiet" onClick={onRemove}>
          {say(foundingWords.removeMember)}
        </button>
      )}
    </fieldset>
  );
}
