import type { PacketItem } from '@romduol/shared/codebook/referral-lists';
import type { Referral } from '@romduol/shared/casework/referral';
import type { Day } from '@romduol/shared/ids';
import { formatDay } from '@romduol/shared/language/dates';
import { say } from '@romduol/shared/language/language';
import { previewPacket } from '@romduol/shared/casework/preview-packet';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { referralPaneWords } from '../messages/referral.ts';
import { useLanguage } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { PacketWords } from './packet-words.tsx';

type Props = {
  readonly referral: Referral;
  readonly items: readonly PacketItem[];
  readonly purpose: string;
  readonly until: Day | null;
};

/** The words to read out, in the survivor's language, which need not be the screen's. */
export function ReadOut({ referral, items, purpose, until }: Props) {
  const screen = useLanguage();
  const { view: desk } = useConsole();
  const { view } = useCaseWork();
  const [other, setOther] = useState(false);
  const language = other ? (screen === 'en' ? 'km' : 'en') : screen;
  const lines = previewPacket(view.case, view.contact, referral, items, desk.today);
  return (
    <section class="read-out" lang={language} aria-label={referralPaneWords.readOut[language]}>
      <div class="screen-head">
        <h3>{referralPaneWords.readOut[language]}</h3>
        <button type="button" class="quiet" lang={language === 'en' ? 'km' : 'en'} onClick={() => setOther(!other)}>
          {language === 'en' ? 'ភាសាខ្មែរ' : 'English'}
        </button>
      </div>
      {items.length === 0 || lines === null ? (
        <p class="quietly">{referralPaneWords.readNothing[language]}</p>
      ) : (
        <>
          <p>{say(referralPaneWords.readIntro, language, { recipient: referral.recipient.name })}</p>
          <PacketWords items={items} lines={lines} language={language} />
          <p>{say(referralPaneWords.readPurpose, language, { purpose })}</p>
          <p>
            {until === null
              ? say(referralPaneWords.readOpen, language)
              : say(referralPaneWords.readUntil, language, { day: formatDay(until, language) })}
          </p>
          <p>{say(referralPaneWords.readRight, language)}</p>
        </>
      )}
    </section>
  );
}
