import { Handle } from '@romduol/shared/api/accounts';
import type { OrganisationId } from '@romduol/shared/ids';
import { useState } from 'preact/hooks';
import { useConsole } from '../console-context.ts';
import { foundingWords } from '../messages/founding.ts';
import { memberWords } from '../messages/members.ts';
import { ActForm } from '../parts/act-form.tsx';
import { CheckField, TextField } from '../parts/fields.tsx';
import { QrCode } from '../../pages/qr-code.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSay } from '../words.tsx';
import { type Standing, StandingFields, isWhole, settled } from './standing-fields.tsx';
import { nameOf, slugOf } from './teams-draft.ts';

type InviteDraft = Standing & { handle: string; joins: boolean; nameEn: string; nameKm: string };
const newInvite = (): InviteDraft => ({
  handle: '',
  roles: ['caseworker'],
  publisher: false,
  teams: [],
  joins: false,
  nameEn: '',
  nameKm: '',
});

/** Invites a member, or the first administrator of a partner organisation; shows the code once. */
export function InviteForm({ onInvited }: { onInvited(): void }) {
  const say = useSay();
  const { acts } = useConsole();
  const draft = useDraft<InviteDraft>('invite', newInvite);
  const [made, setMade] = useState<{ handle: string; code: string } | null>(null);
  const [looked, setLooked] = useState(false);
  const { handle: typed, joins } = draft.value;
  const handle = typed.trim();
  const name = nameOf(draft.value);
  const id = slugOf(name.en, new Set());
  const handleWrong = !Handle.safeParse(handle).success;
  const nameWrong = joins && (name.en === '' || name.km === '' || id === null);
  const standing: Standing = joins ? { roles: ['administrator'], publisher: false, teams: [] } : settled(draft.value);
  const acting = useAct(async () => {
    setLooked(true);
    if (handleWrong || nameWrong || !isWhole(standing)) return;
    const organisation = joins ? { id: (id ?? '') as OrganisationId, name } : null;
    const code = await acts.invite({ handle, ...standing, organisation });
    setMade({ handle, code });
    setLooked(false);
    draft.forget();
    onInvited();
  });
  if (made !== null) return <InvitationCode {...made} onDone={() => setMade(null)} />;
  return (
    <details class="invite">
      <summary>{say(memberWords.invite)}</summary>
      <ActForm acting={acting}>
        <TextField
          label={say(foundingWords.handle)}
          hint={say(foundingWords.handleHint)}
          problem={looked && handleWrong ? say(foundingWords.handleWrong) : null}
          lang="en"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onInput={(value) => draft.set({ handle: value })}
        />
        <CheckField
          label={
            <>
              {say(memberWords.joins)}
              <small>{say(memberWords.joinsHint)}</small>
            </>
          }
          checked={joins}
          onChange={(value) => draft.set({ joins: value })}
        />
        {joins ? (
          <div class="row-of-fields">
            <TextField
              label={say(foundingWords.nameEn)}
              problem={looked && nameWrong ? say(foundingWords.organisationName) : null}
              lang="en"
              value={draft.value.nameEn}
              onInput={(nameEn) => draft.set({ nameEn })}
            />
            <TextField
              label={say(foundingWords.nameKm)}
              lang="km"
              value={draft.value.nameKm}
              onInput={(nameKm) => draft.set({ nameKm })}
            />
          </div>
        ) : (
          <StandingFields standing={draft.value} onChange={(change) => draft.set(change)} />
        )}
        {looked && !isWhole(standing) ? <p class="wrong">{say(memberWords.standingWrong)}</p> : null}
        <Trouble refusal={acting.refusal} />
        <p class="buttons">
          <button class="primary" disabled={acting.busy}>
            {say(memberWords.makeInvitation)}
          </button>
        </p>
      </ActForm>
    </details>
  );
}

function InvitationCode({ handle, code, onDone }: { readonly handle: string; readonly code: string; onDone(): void }) {
  const say = useSay();
  const link = `${location.origin}/console#invite=${code}`;
  return (
    <section class="item">
      <p>{say(memberWords.codeOnce, { handle })}</p>
      <QrCode text={link} label={say(memberWords.linkQr)} />
      <p>
        {say(memberWords.link)}:{' '}
        <code class="invitation-link" lang="en">
          {link}
        </code>
      </p>
      <p>
        {say(memberWords.orTyped)}:{' '}
        <code class="invitation-code" lang="en">
          {code}
        </code>
      </p>
      <button type="button" onClick={onDone}>
        {say(memberWords.done)}
      </button>
    </section>
  );
}
