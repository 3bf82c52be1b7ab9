import {
  AGE_RECIPIENT,
  BUNDLE_BASES,
  type Bundle,
  type BundleId,
  refuseApproval,
  refuseMaking,
} from '@romduol/shared/casework/bundle';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { bundleWords } from '../messages/bundle.ts';
import { paneWords } from '../messages/panes.ts';
import { CheckField, ChoiceField, LongTextField, TextField } from '../parts/fields.tsx';
import { saveFile } from '../parts/save-file.ts';
import { Trouble, Waiting } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSay } from '../words.tsx';
import { useCaseWork } from './case-work.ts';
import { draftPlace } from './pane-link.tsx';
import { Pane } from './pane.tsx';

/** Handing the whole case over: asked for here, approved by a supervisor, made once. */
export function BundlePane() {
  const say = useSay();
  const { view, record } = useCaseWork();
  const place = draftPlace(view.caseId, 'bundle');
  const draft = useDraft(place, () => ({
    // Kept with the draft: recording again after a lost answer asks for no second one.
    id: crypto.randomUUID() as string as BundleId,
    recipient: '',
    key: '',
    basis: '',
    reason: '',
    conversation: false,
    looked: false,
  }));
  const { id, conversation, looked } = draft.value;
  const recipient = draft.value.recipient.trim();
  const key = draft.value.key.replaceAll(/\s/g, '');
  const reason = draft.value.reason.trim();
  const basis = BUNDLE_BASES.find((one) => one === draft.value.basis);
  const keyWrong = !AGE_RECIPIENT.test(key);
  const acting = useAct(async () => {
    draft.set({ looked: true });
    if (recipient === '' || keyWrong || basis === undefined || reason === '') return;
    await record({ kind: 'bundle_requested', bundle: { id, recipient, key, basis, reason, conversation } }, place);
  });
  return (
    <Pane title={say(bundleWords.title)} does={say(bundleWords.does)} acting={acting} action={bundleWords.ask}>
      {view.case.bundles.map((bundle) => (
        <BundleItem key={bundle.id} bundle={bundle} />
      ))}
      {view.case.bundles.length === 0 ? null : <h3>{say(bundleWords.again)}</h3>}
      <TextField
        label={say(bundleWords.recipient)}
        hint={say(bundleWords.recipientHint)}
        problem={looked && recipient === '' ? say(paneWords.missingWords) : null}
        maxLength={200}
        value={draft.value.recipient}
        onInput={(typed) => draft.set({ recipient: typed })}
      />
      <LongTextField
        label={say(bundleWords.key)}
        hint={say(bundleWords.keyHint)}
        problem={looked && keyWrong ? say(bundleWords.keyWrong) : null}
        rows={2}
        maxLength={5_000}
        lang="en"
        spellCheck={false}
        value={draft.value.key}
        onInput={(typed) => draft.set({ key: typed })}
      />
      <ChoiceField
        label={say(bundleWords.basis)}
        problem={looked && basis === undefined ? say(paneWords.missing) : null}
        choices={BUNDLE_BASES.map((code) => ({ code, label: say(bundleWords[code]) }))}
        chosen={basis === undefined ? [] : [basis]}
        onChoose={([code]) => draft.set({ basis: code ?? '' })}
      />
      <LongTextField
        label={say(bundleWords.reason)}
        problem={looked && reason === '' ? say(paneWords.missingWords) : null}
        rows={3}
        maxLength={2_000}
        value={draft.value.reason}
        onInput={(typed) => draft.set({ reason: typed })}
      />
      <CheckField
        label={say(bundleWords.conversation)}
        checked={conversation}
        onChange={(checked) => draft.set({ conversation: checked })}
      />
    </Pane>
  );
}

function BundleItem({ bundle }: { readonly bundle: Bundle }) {
  const say = useSay();
  const { acts, view: desk } = useConsole();
  const { view, record, hear } = useCaseWork();
  const [saved, setSaved] = useState(false);
  const { recipient, key } = bundle;
  const by = { author: desk.member.id, isSupervisor: desk.member.roles.includes('supervisor') };
  const approval = refuseApproval(bundle, by);
  const mayMake = refuseMaking(view.case, bundle) === null;
  const approving = useAct(() => record({ kind: 'bundle_approved', bundleId: bundle.id }));
  const making = useAct(async () => {
    setSaved(false);
    // What draws the pages comes when it is needed.
    const { bundleIndexes } = await import('./bundle-index.tsx');
    const made = await acts.makeBundle(view.caseId, bundle.id, bundleIndexes(view, desk, recipient));
    saveFile(made.name, 'application/octet-stream', made.file);
    setSaved(true);
    await hear();
  });
  const standing =
    bundle.made !== null
      ? bundleWords.made
      : bundle.approved !== null
        ? bundleWords.approved
        : approval === 'own_request'
          ? bundleWords.waitingOther
          : bundleWords.waiting;
  return (
    <section class="item">
      <h3>
        {recipient} <small>{say(standing)}</small>
      </h3>
      <p class="quietly">
        {say(bundleWords[bundle.basis])}: {bundle.reason}
      </p>
      <p>
        <code lang="en">…{key.slice(-8)}</code>
      </p>
      <Trouble refusal={approving.refusal ?? making.refusal} />
      {approval === null || mayMake ? (
        <p class="buttons">
          {approval === null ? (
            <button type="button" disabled={approving.busy} onClick={() => void approving.run()}>
              {say(bundleWords.approve, { recipient })}
            </button>
          ) : null}
          {mayMake ? (
            <button type="button" disabled={making.busy} onClick={() => void making.run()}>
              {say(bundleWords.make, { recipient })}
            </button>
          ) : null}
        </p>
      ) : null}
      {making.busy ? <Waiting>{say(bundleWords.making)}</Waiting> : null}
      <output>{saved ? say(bundleWords.saved) : ''}</output>
    </section>
  );
}
