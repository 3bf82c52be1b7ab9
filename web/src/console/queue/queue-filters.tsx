import { CASE_STATES } from '@romduol/shared/casework/states';
import { stateWords } from '@romduol/shared/casework/words';
import { LEVELS } from '@romduol/shared/casework/triage';
import { ageAnswer } from '@romduol/shared/codebook/person';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { levelWords } from '../messages/casework.ts';
import { queueWords } from '../messages/queue.ts';
import { choicesOf } from '../parts/choices.ts';
import { SelectField, TextField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';
import type { Filter } from './queue-lines.ts';

export function QueueFilters({ filter, onChange }: { readonly filter: Filter; onChange(filter: Filter): void }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = useConsole();
  const teams = view.teams.filter(({ id }) => view.member.teams.includes(id));
  const { text, ...others } = filter;
  const narrowed = Object.values(others).filter((value) => value !== '').length;
  // Shown from the beginning where something narrows the list; from then on as its reader leaves it.
  const [open, setOpen] = useState(narrowed > 0);
  const colleagues = view.colleagues.filter(
    ({ id, active, roles }) =>
      active && id !== view.member.id && (roles.includes('caseworker') || roles.includes('supervisor')),
  );
  const people = [
    { code: 'me', label: say(queueWords.assigneeMe) },
    { code: 'nobody', label: say(queueWords.assigneeNobody) },
    ...colleagues.map(({ id, handle }) => ({ code: id as string, label: handle })),
  ];
  const any = say(queueWords.any);
  return (
    <search>
      <div class="search-line">
        <TextField
          type="search"
          label={say(queueWords.search)}
          hint={say(queueWords.searchReach)}
          placeholder={say(queueWords.searchHint)}
          value={text}
          onInput={(typed) => onChange({ ...filter, text: typed })}
        />
      </div>
      <details class="narrowing" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{narrowed === 0 ? say(queueWords.filters) : say(queueWords.filtersOn, { count: narrowed })}</summary>
        <div class="filters">
          <SelectField
            label={say(queueWords.level)}
            empty={any}
            value={filter.level}
            choices={LEVELS.map((code) => ({ code, label: say(levelWords[code]) }))}
            onChoose={(code) => onChange({ ...filter, level: LEVELS.find((one) => one === code) ?? '' })}
          />
          <SelectField
            label={say(queueWords.state)}
            empty={any}
            value={filter.state}
            choices={CASE_STATES.map((code) => ({ code, label: say(stateWords[code]) }))}
            onChoose={(code) => onChange({ ...filter, state: CASE_STATES.find((one) => one === code) ?? '' })}
          />
          <SelectField
            label={say(queueWords.province)}
            empty={any}
            value={filter.province}
            choices={choicesOf(provinceAnswer, language)}
            onChoose={(code) => onChange({ ...filter, province: code })}
          />
          <SelectField
            label={say(queueWords.age)}
            empty={any}
            value={filter.age}
            choices={choicesOf(ageAnswer, language)}
            onChoose={(code) => onChange({ ...filter, age: code })}
          />
          <SelectField
            label={say(queueWords.assignee)}
            empty={any}
            value={filter.assignee}
            choices={people}
            onChoose={(code) => onChange({ ...filter, assignee: code as Filter['assignee'] })}
          />
          {teams.length > 1 ? (
            <SelectField
              label={say(queueWords.team)}
              empty={any}
              value={filter.team}
              choices={teams.map(({ id, name }) => ({ code: id, label: name[language] }))}
              onChoose={(code) => onChange({ ...filter, team: teams.find(({ id }) => id === code)?.id ?? '' })}
            />
          ) : null}
        </div>
      </details>
    </search>
  );
}
