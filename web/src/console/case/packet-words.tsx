import { packetText, textIn } from '@romduol/shared/casework/packet-text';
import type { PacketLine } from '@romduol/shared/casework/packet';
import type { PacketItem } from '@romduol/shared/codebook/referral-lists';
import type { Language } from '@romduol/shared/language/language';
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
      {packetText(items, lines).map(({ heading, parts }) => (
        <div key={heading.en}>
          <dt>{heading[language]}</dt>
          {parts.length === 0 ? <dd class="quietly">({referralPaneWords.nothingSaid[language]})</dd> : null}
          {parts.map(({ label, text }, at) => (
            <dd key={at}>
              {label === null ? null : <small>{label[language]}</small>}
              {typeof text === 'string' ? (
                <span class="words" lang={/[\u1780-\u17ff]/.test(text) ? 'km' : 'en'}>
                  {text}
                </span>
              ) : (
                textIn(text, language)
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
