import { indicatorsOf, type Share, type Spell, type Supervised } from '@romduol/shared/casework/supervision';
import { addDays } from '@romduol/shared/language/dates';
import { formatNumber } from '@romduol/shared/language/numerals';
import { useMemo, useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { supervisionWords } from '../messages/supervision.ts';
import { SelectField } from '../parts/fields.tsx';
import { useLanguage, useSay } from '../words.tsx';

const PERIODS = { days30: 30, days90: 90, days365: 365, ever: null } as const;
type Period = keyof typeof PERIODS;
const isPeriod = (code: string): code is Period => code in PERIODS;

/** Time to first contact, to closing, follow-ups and referrals: of the team's own cases, for the team. */
export function IndicatorList({ cases }: { readonly cases: readonly Supervised[] }) {
  const say = useSay();
  const language = useLanguage();
  const { today } = useConsole().view;
  const [period, setPeriod] = useState<Period>('days90');
  const days = PERIODS[period];
  const shown = useMemo(
    () => indicatorsOf(cases, days === null ? null : addDays(today, -days), today),
    [cases, days, today],
  );
  const number = (value: number): string => formatNumber(value, language);
  const spell = ({ median, cases: of }: Spell): string =>
    median === null
      ? say(supervisionWords.noneYet)
      : say(supervisionWords.middle, { days: number(median), cases: number(of) });
  const share = ({ part, of }: Share): string =>
    of === 0 ? say(supervisionWords.noneYet) : say(supervisionWords.share, { part: number(part), of: number(of) });
  const lines = [
    ['received', number(shown.received)],
    ['toFirstContact', spell(shown.toFirstContact)],
    ['withoutContact', number(shown.withoutContact)],
    ['openedToClosed', spell(shown.openedToClosed)],
    ['followUpsDone', share(shown.followUpsDone)],
    ['followUpsInTime', share(shown.followUpsInTime)],
    ['accepted', share(shown.accepted)],
    ['serviceReceived', share(shown.serviceReceived)],
  ] as const;
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{say(supervisionWords.indicators)}</h2>
      <SelectField
        label={say(supervisionWords.period)}
        value={period}
        choices={Object.keys(PERIODS).map((code) => ({ code, label: say(supervisionWords[code as Period]) }))}
        onChoose={(code) => setPeriod(isPeriod(code) ? code : 'ever')}
      />
      <dl class="indicators">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{say(supervisionWords[name])}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
