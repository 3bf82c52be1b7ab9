import { formatQuarter } from '@romduol/shared/language/dates';
import { formatNumber } from '@romduol/shared/language/numerals';
import type { Counting } from '@romduol/shared/statistics/ledger';
import { useState } from 'preact/hooks';
import type { CohortsView } from '../../desk/release-views.ts';
import { useConsole } from '../console-context.ts';
import { countingWords } from '../messages/statistics.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLanguage, useSay } from '../words.tsx';

const DIVISIONS = ['organisation', 'teams'] as const satisfies readonly Counting['division'][];
const BASES = [5, 3] as const satisfies readonly Counting['base'][];

type Props = Pick<CohortsView, 'teams'> & {
  readonly next: NonNullable<CohortsView['next']>;
  onCohorts(cohorts: CohortsView): void;
};

/** How the first quarter that is not open yet will be counted, and the decision that it be otherwise. */
export function CountingCard({ next, teams, onCohorts }: Props) {
  const say = useSay();
  const language = useLanguage();
  const { acts } = useConsole();
  const [wanted, setWanted] = useState<Counting>({ division: next.division, base: next.base });
  const settling = useAct(async () => onCohorts(await acts.settleCounting(wanted)));
  const quarter = formatQuarter(next.quarter, language);
  const change = (part: Partial<Counting>): void => setWanted({ ...wanted, ...part });
  return (
    <details class="card counting">
      <summary>{say(countingWords.title, { quarter })}</summary>
      <p>{say(countingWords.now, { quarter, how: say(countingWords[next.division]), base: next.base })}</p>
      {teams < 2 ? null : (
        <ChoiceField
          label={say(countingWords.division)}
          hint={say(countingWords.divisionHint)}
          choices={DIVISIONS.map((code) => ({ code, label: say(countingWords[code]) }))}
          chosen={[wanted.division]}
          onChoose={([code]) => change({ division: DIVISIONS.find((one) => one === code) ?? wanted.division })}
        />
      )}
      <ChoiceField
        label={say(countingWords.base)}
        hint={say(countingWords.baseHint)}
        choices={BASES.map((base) => ({ code: String(base), label: formatNumber(base, language) }))}
        chosen={[String(wanted.base)]}
        onChoose={([code]) => change({ base: BASES.find((one) => String(one) === code) ?? wanted.base })}
      />
      <div class="says">
        <p>{say(countingWords.does, { quarter })}</p>
      </div>
      <Trouble refusal={settling.refusal} />
      <p class="buttons">
        <button type="button" disabled={settling.busy} onClick={() => void settling.run()}>
          {say(countingWords.settle, { quarter })}
        </button>
      </p>
      {settling.busy ? <Waiting>{say(countingWords.settling)}</Waiting> : null}
    </details>
  );
}
