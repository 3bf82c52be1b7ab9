import type { Language, Words } from '@romduol/shared/language/language';
import { Blocks } from './blocks.tsx';
import type { OwnText } from './site.ts';

export type BriefTextProps = {
  readonly language: Language;
  readonly texts: readonly OwnText[];
  /** What is built in: a sentence or two, without marks. */
  readonly builtIn: Words;
  readonly class: 'n' | 'h';
};

/** A short text within a page: what organisations have written, else what is built in. */
export function BriefText({ language, texts, builtIn, class: look }: BriefTextProps) {
  if (texts.length === 0) return <p class={look}>{builtIn[language]}</p>;
  return (
    <div class={look}>
      {texts.map(({ organisation, blocks }, at) => (
        <div key={at}>
          {organisation === null ? null : (
            <p>
              <b>{organisation[language]}</b>
            </p>
          )}
          <Blocks blocks={blocks} level={2} />
        </div>
      ))}
    </div>
  );
}
