import { formatNumber } from '@romduol/shared/language/numerals';
import type { AuthorsReport } from '../../desk/release-views.ts';
import { authorsWords } from '../messages/authors.ts';
import { useDayWords } from '../parts/use-day-words.ts';
import { useLanguage, useSay } from '../words.tsx';

/** Whose records are not there, or not as they handed them in: to be spoken of before anybody signs. */
export function AuthorsNotes({ authors: { missing, unexpected, silent } }: { readonly authors: AuthorsReport }) {
  const say = useSay();
  const language = useLanguage();
  const days = useDayWords();
  const trouble = missing.length + unexpected.length > 0;
  return (
    <>
      {trouble ? (
        <div class="trouble" role="alert">
          {missing.length === 0 ? null : (
            <>
              <p>{say(authorsWords.missing)}</p>
              <ul>
                {missing.map(({ author, records }) => (
                  <li key={author}>
                    <b>{author}</b>: {formatNumber(records, language)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {unexpected.length === 0 ? null : <p>{say(authorsWords.unexpected, { authors: unexpected.join(', ') })}</p>}
          <p>{say(authorsWords.before)}</p>
        </div>
      ) : null}
      {silent.length === 0 ? null : (
        <div class="caution" role="note">
          <p>{say(authorsWords.silent)}</p>
          <ul>
            {silent.map(({ author, day }) => (
              <li key={author}>
                <b>{author}</b>:{' '}
                {day === null ? say(authorsWords.never) : say(authorsWords.last, { day: days.date(day) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
