import type { Language } from '@romduol/shared/language/language';
import type { TextName } from '@romduol/shared/site/items';
import { Blocks, Heading } from './blocks.tsx';
import { addressOf } from './addresses.ts';
import { type Block, readMarkdown } from './markdown.ts';
import type { OwnText } from './site.ts';
import { BUILT_IN } from './texts/built-in.ts';

/** The built-in text, parsed. */
export const builtInBlocks = (name: TextName, language: Language): Block[] =>
  readMarkdown(BUILT_IN[name][language], addressOf('home', language));

type OwnTextsProps = {
  readonly name: TextName;
  readonly language: Language;
  readonly texts: readonly OwnText[];
  /** Of the first headings in it. */
  readonly level?: number;
};

/** What organisations have written, each under its name where several share the address; else what is built in. */
export function OwnTexts({ name, language, texts, level = 2 }: OwnTextsProps) {
  if (texts.length === 0) return <Blocks blocks={builtInBlocks(name, language)} level={level} />;
  return (
    <>
      {texts.map(({ organisation, blocks }, at) =>
        organisation === null ? (
          <Blocks key={at} blocks={blocks} level={level} />
        ) : (
          <section key={at}>
            <Heading level={level}>{organisation[language]}</Heading>
            <Blocks blocks={blocks} level={level + 1} />
          </section>
        ),
      )}
    </>
  );
}
