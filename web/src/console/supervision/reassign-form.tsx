import { RESTING_STATES } from '@romduol/shared/casework/states';
import { useState } from 'preact/hooks';
import type { Colleague, QueueRow } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { supervisionWords } from '../messages/supervision.ts';
import { SelectField } from '../parts/fields.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useSay } from '../words.tsx';

type Done = { readonly done: number; readonly left: number; readonly count: number; readonly over: boolean };

/** Hands the open cases of somebody who is ill, away, or has too many to somebody else, one signed entry each. */
export function ReassignForm({
  people,
  rows,
}: {
  readonly people: readonly Colleague[];
  readonly rows: readonly QueueRow[];
}) {
  const say = useSay();
  const { acts } = useConsole();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [told, setTold] = useState<Done | null>(null);
  const receiver = people.find(({ id }) => id === to);
  const open = rows.filter(({ summary }) => summary !== null && !RESTING_STATES.includes(summary.state));
  const own = open.filter(({ summary }) => summary?.assignee === from);
  const movable = own.filter(({ readers }) => receiver !== undefined && readers.includes(receiver.id));
  const acting = useAct(async () => {
    if (receiver === undefined) return;
    const count = movable.length;
    let done = 0;
    let failed = 0;
    const tell = (over: boolean): void => setTold({ done, left: own.length - count + failed, count, over });
    for (const { caseId } of movable) {
      tell(false);
      // One that a colleague is at, or that does not verify, stays where it is; the others go on.
      await acts.record(caseId, { kind: 'assigned', member: receiver.id }).then(
        () => (done += 1),
        () => (failed += 1),
      );
    }
    tell(true);
    setFrom('');
  });
  const has = new Set(open.map(({ summary }) => summary?.assignee ?? null));
  const choicesOf = (some: readonly Colleague[]) =>
    some.map(({ id, handle }) => ({ code: id as string, label: handle }));
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void acting.run();
      }}
    >
      <h2>{say(supervisionWords.reassign)}</h2>
      <p class="hint">{say(supervisionWords.reassignDoes)}</p>
      <SelectField
        label={say(supervisionWords.from)}
        empty={say(supervisionWords.choose)}
        value={from}
        choices={choicesOf(people.filter(({ id }) => has.has(id)))}
        onChoose={setFrom}
      />
      <SelectField
        label={say(supervisionWords.to)}
        empty={say(supervisionWords.choose)}
        value={to}
        choices={choicesOf(people.filter(({ id }) => id !== from))}
        onChoose={setTo}
      />
      <Trouble refusal={acting.refusal} />
      <p class="buttons">
        <button class="primary" disabled={acting.busy || movable.length === 0}>
          {say(supervisionWords.reassignButton, { count: movable.length })}
        </button>
      </p>
      <output>
        {told === null ? '' : say(told.over ? supervisionWords.reassigned : supervisionWords.reassigning, told)}
      </output>
    </form>
  );
}
