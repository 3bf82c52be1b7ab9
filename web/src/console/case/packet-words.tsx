import { CODEBOOK } from '@romduol/shared/codebook/index';
import { labelOf } from '@romduol/shared/codebook/code-list';
import { packetItem, type PacketItem } from '@romduol/shared/codebook/referral-lists';
import type { PacketLine } from '@romduol/shared/casework/packet';
import type { Language } from '@romduol/shared/language/language';
import { QUESTIONS } from '@romduol/shared/questionnaire/questions';
import { referralPaneWords } from '../messages/referral.ts';

type Props = {
  readonly items: readonly PacketItem[];
  readonly lines: readonly PacketLine[];
  readonly language: Language;
};

/** What is shared, item by item, in the words in which it will be told. An item that holds nothing says so. */
export function PacketWords({ items, lines, language }: Props) {
  return (
    <dl class="packet-words">
      {items.map((item) => {
        const of = lines.filter((line) => line.item === item);
        return (
          <div key={item}>
            <dt>{labelOf(packetItem, item, language)}</dt>
            {of.length === 0 ? <dd class="quietly">({referralPaneWords.nothingSaid[language]})</dd> : null}
            {of.map((line) => (
              <dd key={line.question}>
                {/* With one question to an item the item's name says it all. */}
                {of.length > 1 && line.question !== 'reason' ? (
                  <small>{QUESTIONS[line.question].label[language]}</small>
                ) : null}
                {'text' in line ? (
                  <span class="words" lang={/[\u1780-\u17ff]/.test(line.text) ? 'km' : 'en'}>
                    {line.text}
                  </span>
                ) : (
                  line.codes.map((code) => labelOf(CODEBOOK[line.list], code, language)).join(' · ')
                )}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
