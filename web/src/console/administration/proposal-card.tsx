import type { ProposalView } from '../../desk/views.ts';
import { useConsole } from '../console-context.ts';
import { memberWords } from '../messages/members.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../parts/use-act.ts';
import type { Reading } from '../parts/use-reading.ts';
import { useSay } from '../words.tsx';
import { ChangeList } from './changes.tsx';

/** A version that waits for its second signature: for its proposer to wait or take back, for others to sign or drop. */
export function ProposalCard({
  reading,
  onSigned,
}: {
  readonly reading: Reading<ProposalView | null>;
  onSigned(): void;
}) {
  const say = useSay();
  const { acts, refresh } = useConsole();
  const signing = useAct(async (id: string) => {
    refresh(await acts.secondProposal(id));
    reading.again();
    onSigned();
  });
  const dropping = useAct(async () => {
    await acts.dropProposal();
    reading.again();
  });
  const proposal = reading.value;
  if (proposal === null) return <Trouble refusal={reading.refusal} onRetry={reading.again} />;
  const busy = signing.busy || dropping.busy;
  return (
    <section class="card proposal">
      <h2>{say(memberWords.proposal)}</h2>
      <p>
        {proposal.own ? say(memberWords.proposalOwn) : say(memberWords.proposalOf, { handle: proposal.proposedBy })}
      </p>
      <ChangeList changes={proposal.changes} />
      <p class="hint">{say(memberWords.proposalAlone)}</p>
      <Trouble refusal={signing.refusal ?? dropping.refusal} />
      <p class="buttons">
        {proposal.own ? null : (
          <button type="button" class="primary" disabled={busy} onClick={() => void signing.run(proposal.id)}>
            {say(memberWords.second)}
          </button>
        )}
        <button type="button" class="quiet" disabled={busy} onClick={() => void dropping.run()}>
          {say(proposal.own ? memberWords.takeBack : memberWords.drop)}
        </button>
      </p>
    </section>
  );
}
