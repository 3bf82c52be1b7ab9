import { labelOf } from '@romduol/shared/codebook/code-list';
import { closingReason } from '@romduol/shared/codebook/outcome';
import { consentGiver, consentMode, packetItem } from '@romduol/shared/codebook/referral-lists';
import { contactMode } from '@romduol/shared/codebook/reply';
import type { CaseEntry, EntryOf } from '@romduol/shared/casework/entries';
import { levelWords, stateWords, taskWords } from '@romduol/shared/casework/words';
import { formatDay } from '@romduol/shared/language/dates';
import { type Language, say } from '@romduol/shared/language/language';
import type { CaseView, DeskView, LogLine } from '../../desk/views.ts';
import { bundleLogWords, bundleWords } from '../messages/bundle.ts';
import { logWords, readersChangedWords } from '../messages/log.ts';
import { caseNumber } from '../parts/case-number.ts';
import { handleIn } from './case-work.ts';
import { tellSafetyPlan } from './safety-plan-parts.ts';
import { tellStep } from './tell-step.ts';

/** A line of the log in a person's language. */
export type Told = {
  readonly did: string;
  /** Said by codes. */
  readonly details: readonly string[];
  /** Typed by a person, shown as it is. */
  readonly words: string | null;
};

export function tellEntry(line: LogLine, view: CaseView, desk: DeskView, language: Language): Told {
  const who = line.author.handle;
  if (line.entry === null) return { did: say(logWords.unreadable, language, { who }), details: [], words: null };
  return tell(line.entry, { who, seq: line.seq, view, desk, language });
}

type Telling = {
  readonly who: string;
  readonly seq: number;
  readonly view: CaseView;
  readonly desk: DeskView;
  readonly language: Language;
};

function tell(entry: CaseEntry, telling: Telling): Told {
  const { who, seq, view, desk, language } = telling;
  const told = (did: string, words?: string, details: readonly string[] = []): Told => ({
    did,
    details,
    words: words || null,
  });
  switch (entry.kind) {
    case 'opened':
      return told(
        say(isFirstOpening(view, seq) ? logWords.opened : logWords.openedAgain, language, { who }),
        entry.reason,
      );
    case 'triaged':
      return tellTriage(entry, telling);
    case 'assigned':
      return told(say(logWords.assigned, language, { who, member: handleIn(desk, entry.member) }));
    case 'status':
      return told(say(logWords.status, language, { who, state: stateWords[entry.to][language] }), entry.comment);
    case 'note':
      return told(say(logWords.note, language, { who }), entry.text);
    case 'conference_note':
      return told(say(logWords.conferenceNote, language, { who }), entry.text);
    case 'safety_plan':
      return told(say(logWords.safetyPlan, language, { who }), tellSafetyPlan(entry.plan, language));
    case 'consent_given':
      return tellConsent(entry, telling);
    case 'consent_withdrawn':
      return told(say(logWords.consentWithdrawn, language, { who }), entry.comment);
    case 'counting_consent':
      return told(say(entry.answer === 'yes' ? logWords.countingYes : logWords.countingNo, language, { who }));
    case 'counted_elsewhere':
      return told(say(entry.elsewhere ? logWords.countedElsewhere : logWords.countedHere, language, { who }));
    case 'referral':
      return tellStep(entry, view, who, language);
    case 'coded': {
      const again = entry.revision > 1;
      const words =
        entry.part === 'incident'
          ? again
            ? logWords.codedAgain
            : logWords.coded
          : again
            ? logWords.codedOutcomeAgain
            : logWords.codedOutcome;
      return told(say(words, language, { who }));
    }
    case 'task_set': {
      const task = taskWords[entry.task.kind][language];
      return told(
        say(logWords.taskSet, language, { who, task, day: formatDay(entry.task.due, language) }),
        entry.task.text,
      );
    }
    case 'task_done': {
      const task = view.case.tasks.find(({ id }) => id === entry.taskId);
      const name = taskWords[task?.kind ?? 'other'][language];
      return told(say(logWords.taskDone, language, { who, task: name }), entry.comment);
    }
    case 'contact_attempt': {
      const mode = labelOf(contactMode, entry.mode, language);
      const words = entry.reached ? logWords.attemptReached : logWords.attemptMissed;
      return told(say(words, language, { who, mode }), entry.comment);
    }
    case 'readers_changed':
      return tellReaders(entry, telling);
    case 'merged':
      return told(say(logWords.merged, language, { who, number: caseNumber(entry.from) }), entry.words);
    case 'handed_over': {
      const team = desk.teams.find(({ id }) => id === entry.team)?.name[language] ?? entry.team;
      return told(say(logWords.handedOver, language, { who, team }), entry.reason);
    }
    case 'member_added':
      return told(say(logWords.memberAdded, language, { who, member: handleIn(desk, entry.member) }));
    case 'member_removed':
      return told(say(logWords.memberRemoved, language, { who, member: handleIn(desk, entry.member) }));
    case 'conflict_declared':
      return tellConflict(entry, telling);
    case 'closure_requested': {
      const reason = labelOf(closingReason, entry.reason, language);
      const details = entry.keepEvidence ? [say(logWords.keepEvidence, language)] : [];
      return told(say(logWords.closureRequested, language, { who, reason }), entry.comment, details);
    }
    case 'closure_approved':
      return told(say(logWords.closureApproved, language, { who }), entry.comment);
    case 'reopened':
      return told(say(logWords.reopened, language, { who }), entry.reason);
    case 'bundle_requested':
      return told(
        say(bundleLogWords.requested, language, { who, recipient: entry.bundle.recipient }),
        entry.bundle.reason,
        [say(bundleWords[entry.bundle.basis], language), entry.bundle.key],
      );
    case 'bundle_approved':
    case 'bundle_made': {
      const recipient = view.case.bundles.find(({ id }) => id === entry.bundleId)?.recipient ?? '';
      return entry.kind === 'bundle_made'
        ? told(say(bundleLogWords.made, language, { who, recipient }), undefined, [entry.hash])
        : told(say(bundleLogWords.approved, language, { who, recipient }), entry.comment);
    }
  }
}

function isFirstOpening(view: CaseView, seq: number): boolean {
  return view.log.find(({ entry }) => entry?.kind === 'opened')?.seq === seq;
}

function tellTriage(entry: EntryOf<'triaged'>, { who, language }: Telling): Told {
  const level = levelWords[entry.level][language];
  const did =
    entry.level === entry.proposed
      ? say(logWords.triaged, language, { who, level })
      : say(logWords.triagedOther, language, { who, level, proposed: levelWords[entry.proposed][language] });
  return { did, details: [], words: entry.comment || null };
}

function tellConsent({ consent }: EntryOf<'consent_given'>, { who, language }: Telling): Told {
  const items = consent.items.map((item) => labelOf(packetItem, item, language)).join(' · ');
  const by = labelOf(consentGiver, consent.by, language);
  const mode = labelOf(consentMode, consent.mode, language);
  const { purpose, recipient, until } = consent;
  return {
    did: say(logWords.consentGiven, language, { who, recipient: recipient.name }),
    details: [
      say(logWords.consentDetail, language, { items, by, mode, purpose }),
      ...(until === null ? [] : [say(logWords.consentUntil, language, { day: formatDay(until, language) })]),
    ],
    words: null,
  };
}

function tellReaders({ why, readers }: EntryOf<'readers_changed'>, { who, desk, language }: Telling): Told {
  const names = readers.map((member) => handleIn(desk, member)).join(' · ');
  const did = say(readersChangedWords[why], language, { who });
  return { did, details: [say(logWords.readers, language, { names })], words: null };
}

function tellConflict({ about, reason }: EntryOf<'conflict_declared'>, { who, view, desk, language }: Telling): Told {
  const name =
    about.who === 'member'
      ? handleIn(desk, about.member)
      : (view.case.referrals.find(({ recipient }) => recipient.entryId === about.entryId)?.recipient.name ??
        say(logWords.conflictRecipient, language));
  return { did: say(logWords.conflict, language, { who, about: name }), details: [], words: reason || null };
}
