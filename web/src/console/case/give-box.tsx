import { INSIDE, type Referral } from '@romduol/shared/casework/referral';
import { RESTING_STATES } from '@romduol/shared/casework/states';
import { useState } from 'preact/hooks';
import type { GivenCase, ReceiptWay } from '../../desk/give-case.ts';
import { useConsole } from '../console-context.ts';
import { giveWords } from '../messages/give.ts';
import { paneWords } from '../messages/panes.ts';
import { ChoiceField } from '../parts/fields.tsx';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { linkTo } from '../routes.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { ReceiptCard } from './receipt-card.tsx';

/** A referral within the system: the case is handed over here, once, and then this one may rest. */
export function GiveBox({ referral }: { readonly referral: Referral }) {
  const say = useSay();
  const { acts } = useConsole();
  const { view, hear } = useCaseWork();
  const [way, setWay] = useState<ReceiptWay | null>(null);
  const [looked, setLooked] = useState(false);
  const [given, setGiven] = useState<GivenCase | null>(null);
  const acting = useAct(async () => {
    setLooked(true);
    if (way === null) return;
    setGiven(await acts.giveCase(view.caseId, referral.id, way));
    await hear();
  });
  if (referral.sent?.delivery !== INSIDE) return null;
  const hasArrived = referral.handing?.arrived === true;
  if (given === null && !hasArrived && referral.state !== 'sent') return null;
  return (
    <section class="says" aria-label={say(giveWords.title)}>
      {given === null && !hasArrived ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void acting.run();
          }}
        >
          <p>{say(giveWords.does, { recipient: referral.recipient.name })}</p>
          <ChoiceField
            label={say(giveWords.receipt)}
            problem={looked && way === null ? say(paneWords.missing) : null}
            choices={[
              { code: 'page', label: say(giveWords.byPage), hint: say(giveWords.byPageHint) },
              { code: 'read_out', label: say(giveWords.byVoice), hint: say(giveWords.byVoiceHint) },
            ]}
            chosen={way === null ? [] : [way]}
            onChoose={([code]) => setWay(code === 'page' || code === 'read_out' ? code : null)}
          />
          <Trouble refusal={acting.refusal} />
          <p class="buttons">
            <button class="primary" disabled={acting.busy}>
              {say(giveWords.now)}
            </button>
          </p>
          {acting.busy ? <Waiting>{say(paneWords.recording)}</Waiting> : null}
        </form>
      ) : (
        <>
          <output>
            {given === null
              ? say(giveWords.arrived)
              : say(giveWords.done, { recipient: referral.recipient.name, who: given.readers.join(', ') })}
          </output>
          {given === null ? null : given.receipt === null ? (
            <p>{say(giveWords.waits)}</p>
          ) : (
            <>
              <p class="caution">{say(giveWords.readOut)}</p>
              <ReceiptCard receipt={given.receipt} />
            </>
          )}
          {RESTING_STATES.includes(view.case.state) ? null : (
            <p>
              {say(giveWords.rest)}{' '}
              <a class="button" href={linkTo({ screen: 'case', caseId: view.caseId, task: 'state', referral: null })}>
                {say(giveWords.toState)}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
