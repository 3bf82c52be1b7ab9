import { labelOf } from '@romduol/shared/codebook/code-list';
import { provinceAnswer } from '@romduol/shared/codebook/province';
import { sector } from '@romduol/shared/codebook/sector';
import { coverageOf } from '@romduol/shared/casework/directory';
import { TileMap } from '../../charts/tile-map.tsx';
import { useConsole } from '../console-context.ts';
import { directoryWorkWords } from '../messages/directory-work.ts';
import { directoryWords } from '../messages/directory.ts';
import { choicesOf, codeIn } from '../parts/choices.ts';
import { SelectField } from '../parts/fields.tsx';
import { ScreenHeading, Trouble, Waiting } from '../parts/trouble.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useReading } from '../parts/use-reading.ts';
import { linkTo } from '../routes.ts';
import { useLanguage, useSay } from '../words.tsx';

/** For each kind of help the provinces in which nobody verified and friendly gives it. */
export function CoveragePage() {
  const say = useSay();
  const language = useLanguage();
  const { acts, view } = useConsole();
  const reading = useReading('directory', () => acts.directory());
  const look = useDraft('directory/coverage', () => ({ sector: 'health' }));
  const wanted = codeIn(sector, look.value.sector) ?? 'health';
  const entries = (reading.value ?? []).map(({ entry }) => entry);
  const bars = [...coverageOf(entries, wanted, view.today)].map(([code, value]) => ({
    code,
    label: labelOf(provinceAnswer, code, language),
    value,
  }));
  const gaps = bars.filter(({ value }) => value === 0).map(({ label }) => label);
  return (
    <div class="directory">
      <p class="trail">
        <a href={linkTo({ screen: 'directory' })}>← {say(directoryWords.back)}</a>
      </p>
      <ScreenHeading>{say(directoryWorkWords.coverageTitle)}</ScreenHeading>
      <p class="hint">{say(directoryWorkWords.coverageHint)}</p>
      <Trouble refusal={reading.refusal} onRetry={reading.again} />
      <SelectField
        label={say(directoryWords.sector)}
        value={wanted}
        choices={choicesOf(sector, language)}
        onChoose={(code) => look.set({ sector: code })}
      />
      {reading.value === null ? (
        <Waiting>{say(directoryWords.reading)}</Waiting>
      ) : (
        <>
          <output>
            {gaps.length === 0
              ? say(directoryWorkWords.noGaps)
              : say(directoryWorkWords.gaps, { provinces: gaps.join(', ') })}
          </output>
          <div class="coverage">
            <TileMap
              id="coverage"
              title={`${say(directoryWorkWords.coverageTitle)}: ${labelOf(sector, wanted, language)}`}
              bars={bars}
              language={language}
            />
          </div>
        </>
      )}
    </div>
  );
}
