import { CASE_STATES } from '@romduol/shared/casework/states';
import { stateWords } from '@romduol/shared/casework/words';
import { LEVELS } from '@romduol/shared/casework/triage';
import { useConsole } from '../console-context.ts';
import { levelWords } from '../messages/casework.ts';
import { queueWords } from '../messages/queue.ts';
import { SelectField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';
import type { Filter } from './queue-lines.ts';

export function QueueFilters({ filter, onChange }: { readonly filter: Filter; onChange(filter: Filter): void }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const teams = view.teams.filter(({ id }) => view.member.teams.includes(id));
  return (
    <search class="filters">
      <TextField
        type="search"
        label={say(queueWords.search)}
        placeholder={say(queueWords.searchHint)}
        value={filter.text}
        onInput={(text) => onChange({ ...filter, text })}
      />
      <SelectField
        label={say(queueWords.state)}
        empty={say(queueWords.any)}
        value={filter.state}
        choices={CASE_STATES.map((code) => ({ code, label: say(stateWords[code]) }))}
        onChoose={(code) => onChange({ ...filter, state: CASE_STATES.find((one) => one === code) ?? '' })}
      />
      <SelectField
        label={say(queueWords.level)}
        empty={say(queueWords.any)}
        value={filter.level}
        choices={LEVELS.map((code) => ({ code, label: say(levelWords[code]) }))}
        onChoose={(code) => onChange({ ...filter, level: LEVELS.find((one) => one === code) ?? '' })}
      />
      {teams.length > 1 ? (
        <SelectField
          label={say(queueWords.team)}
          empty={say(queueWords.any)}
          value={filter.team}
          choices={teams.map(({ id, name }) => ({ code: id, label: name[language] }))}
          onChoose={(code) => onChange({ ...filter, team: teams.find(({ id }) => id === code)?.id ?? '' })}
        />
      ) : null}
    </search>
  );
}
