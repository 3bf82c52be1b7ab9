import { isOverdue } from '@romduol/shared/casework/next-step';
import { openTasks, type Task } from '@romduol/shared/casework/tasks';
import { taskWords } from '@romduol/shared/casework/words';
import { useConsole } from '../console-context.ts';
import { caseWords, panelWords } from '../messages/case.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';
import { handleIn, useCaseWork } from './case-work.ts';
import { PaneLink } from './pane-link.tsx';

export function TaskBox() {
  const say = useSay();
  const { view } = useCaseWork();
  const tasks = openTasks(view.case);
  return (
    <section class="box">
      <h3>{say(panelWords.tasks)}</h3>
      {tasks.length === 0 ? (
        <p class="quietly">{say(panelWords.noTasks)}</p>
      ) : (
        <ul class="tasks">
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      )}
      <p class="buttons">
        <PaneLink task="task" words={panelWords.setTask} />
      </p>
    </section>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const { view: desk } = useConsole();
  const { record } = useCaseWork();
  const acting = useAct(() => record({ kind: 'task_done', taskId: task.id }));
  const whose =
    task.member === undefined
      ? null
      : task.member === desk.member.id
        ? say(caseWords.you)
        : handleIn(desk, task.member);
  return (
    <li>
      <div>
        <b>{taskWords[task.kind][language]}</b>
        <span class={isOverdue(task, desk.today) ? 'when late' : 'when'}>{days.due(task.due)}</span>
        {whose === null ? null : <span class="quietly">{whose}</span>}
        {task.text ? <p class="words">{task.text}</p> : null}
        <Trouble refusal={acting.refusal} />
      </div>
      <button type="button" disabled={acting.busy} onClick={() => void acting.run()}>
        {say(panelWords.taskDone)}
      </button>
    </li>
  );
}
