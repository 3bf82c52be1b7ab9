import { daysBetween, formatDay } from '@romduol/shared/language/dates';
import type { Day } from '@romduol/shared/ids';
import { queueWords } from '../messages/queue.ts';
import { useConsole } from '../console-context.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Days farther away than this are named by their date. */
const NEAR_DAYS = 14;

export type DayWords = {
  /** "3 days ago". */
  ago(day: Day): string;
  /** "in 3 days", "2 days late". */
  due(day: Day): string;
  /** "5 January 2026". */
  date(day: Day): string;
};

export function useDayWords(): DayWords {
  const say = useSay();
  const language = useLanguage();
  const { today } = useConsole().view;
  const date = (day: Day): string => formatDay(day, language);
  return {
    date,
    ago(day) {
      const days = daysBetween(day, today);
      if (days <= 0) return say(queueWords.today);
      if (days === 1) return say(queueWords.yesterday);
      return days <= NEAR_DAYS ? say(queueWords.daysAgo, { days }) : date(day);
    },
    due(day) {
      const days = daysBetween(today, day);
      if (days === -1) return say(queueWords.lateOne);
      if (days < 0) return say(queueWords.late, { days: -days });
      if (days === 0) return say(queueWords.dueToday);
      if (days === 1) return say(queueWords.dueTomorrow);
      return days <= NEAR_DAYS ? say(queueWords.dueIn, { days }) : date(day);
    },
  };
}
