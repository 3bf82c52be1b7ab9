import { type Language, say } from '@romduol/shared/language/language';
import type { Clip } from './site.ts';
import { textWords } from './words/texts.ts';

/** What is spoken for a section, if anything is. The browser's own player: it needs no script and fetches when asked. */
export function SectionClip({ language, clips }: { readonly language: Language; readonly clips: readonly Clip[] }) {
  return (
    <>
      {clips.map(({ organisation, address }) => {
        const label =
          organisation === null
            ? say(textWords.listen, language)
            : say(textWords.listenTo, language, { organisation: organisation[language] });
        return (
          <p key={address}>
            {label}
            {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- it speaks the words that stand right below. */}
            <audio preload="none" controls src={address} aria-label={label} />
          </p>
        );
      })}
    </>
  );
}
