import type { CaseTask } from '../routes.ts';
import { AssignPane, StatePane } from './standing-panes.tsx';
import { BundlePane } from './bundle-pane.tsx';
import { ClosePane } from './close-pane.tsx';
import { CodingPane } from './coding-pane.tsx';
import { ConflictPane } from './conflict-pane.tsx';
import { ElsewherePane } from './elsewhere-pane.tsx';
import { HandOverPane } from './hand-over-pane.tsx';
import { AttemptPane, CountingPane, SetTaskPane } from './small-panes.tsx';
import { ReadersPane } from './readers-pane.tsx';
import { ReferPane } from './refer-pane.tsx';
import { ReferralPane } from './referral-pane.tsx';
import { SafetyPane } from './safety-pane.tsx';
import { TriagePane } from './triage-pane.tsx';

/** The pane of a task, in the place of the panel. */
export function TaskPane({ task, referral }: { readonly task: CaseTask; readonly referral: string | null }) {
  switch (task) {
    case 'triage':
      return <TriagePane />;
    case 'assign':
      return <AssignPane />;
    case 'state':
      return <StatePane />;
    case 'task':
      return <SetTaskPane />;
    case 'safety_plan':
      return <SafetyPane />;
    case 'contact_attempt':
      return <AttemptPane />;
    case 'counting':
      return <CountingPane />;
    case 'counted_elsewhere':
      return <ElsewherePane />;
    case 'hand_over':
      return <HandOverPane />;
    case 'readers':
      return <ReadersPane />;
    case 'conflict':
      return <ConflictPane />;
    case 'refer':
      return <ReferPane />;
    case 'referral':
      return <ReferralPane referralId={referral ?? ''} />;
    case 'code_incident':
      return <CodingPane part="incident" />;
    case 'code_outcome':
      return <CodingPane part="outcome" />;
    case 'close':
      return <ClosePane />;
    case 'bundle':
      return <BundlePane />;
  }
}
