import { formatNumber } from '@romduol/shared/language/numerals';
import type { PublishedRelease } from '@romduol/shared/statistics/release-file';
import { sayCaveat } from '@romduol/shared/statistics/table-words';
import { statisticsWords } from '../messages/statistics.ts';
import { useLanguage, useSay } from '../words.tsx';
import { ReleaseTables } from './release-tables.tsx';

/** A release as it will be, or was, published: never without what every reader is told. */
export function ReleaseView({ release }: { readonly release: PublishedRelease }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class="release-view">
      <p class="total">{say(statisticsWords.total, { total: formatNumber(release.total, language) })}</p>
      <p class="caution">{sayCaveat(release, language)}</p>
      <ReleaseTables release={release} />
    </section>
  );
}
