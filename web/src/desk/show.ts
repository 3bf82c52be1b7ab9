import { listReleases } from '@romduol/shared/api/statistics';
import { proposeIncident, proposeOutcome } from '@romduol/shared/casework/coding';
import { dayAt, daysBetween } from '@romduol/shared/language/dates';
import { toHex } from '@romduol/shared/sealing/bytes';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import type { Member } from '@romduol/shared/sealing/keyring';
import { KEYRING_DAYS } from '@romduol/shared/sealing/keyring-shape';
import { releaseHash } from '@romduol/shared/sealing/release-signature';
import { nameSeries } from '@romduol/shared/statistics/series';
import { parseRelease } from '@romduol/shared/statistics/release-file';
import { unconfirmedChanges } from './confirm.ts';
import type { Desk } from './desk.ts';
import { handleOf } from './members.ts';
import type { OpenCase } from './open-case.ts';
import type { CaseView, Colleague, DeskView } from './views.ts';
import type { ReleaseView } from './release-views.ts';

/** What a screen may show, without anything that opens anything. */
export function showDesk(desk: Desk): DeskView {
  const { keyring } = desk;
  // By its newest name: it may have been given another since the desk was opened.
  const organisation = keyring.organisations.find(({ id }) => id === desk.organisation.id) ?? desk.organisation;
  const today = dayAt(desk.clock());
  return {
    member: showColleague(desk.member),
    organisation,
    sharesPages: keyring.organisations.length > 1,
    teams: keyring.teams.filter((team) => team.organisation === organisation.id).map(({ id, name }) => ({ id, name })),
    allTeams: keyring.teams,
    colleagues: keyring.members.filter((m) => m.organisation === organisation.id).map(showColleague),
    keyring: {
      version: keyring.version,
      expires: keyring.expires,
      expired: today > keyring.expires,
      renewable: daysBetween(today, keyring.expires) <= KEYRING_DAYS / 2,
    },
    hasCard: keyring.recoveries.has(organisation.id),
    changes: unconfirmedChanges(desk),
    quickUnlock: desk.quickUnlock,
    today,
    rootWords: fingerprintWords(keyring.fingerprint),
  };
}

function showColleague(member: Member): Colleague {
  const { id, handle, teams, roles, publisher, status } = member;
  return { id, handle, teams, roles, publisher, active: status === 'active' };
}

export function showCase(desk: Desk, open: OpenCase): CaseView {
  const { stored, answers, contact, flags, erasure, handOver } = open;
  return {
    caseId: open.caseId,
    team: stored.team,
    day: stored.day,
    sealedBy: open.report.sealedBy,
    handOver,
    answers,
    contact,
    files: open.report.attachments.map(({ name, type, length }) => ({ name, type, length })),
    flags,
    erasure,
    case: open.case,
    log: open.case.log.map(({ seq, author, entry }) => ({
      seq,
      author: { id: author, handle: handleOf(desk, author) },
      entry,
    })),
    proposal: open.case.proposal,
    proposedRecords: {
      incident: proposeIncident(answers, stored.day),
      outcome: proposeOutcome(open.case, dayAt(desk.clock())),
    },
  };
}

/** Published releases as anybody may read them, each parsed from the bytes that were signed. */
export async function readReleases({ call, keyring }: Pick<Desk, 'call' | 'keyring'>): Promise<ReleaseView[]> {
  const { releases } = await call(listReleases);
  return releases.map((stored) => ({
    release: parseRelease(stored.file),
    whose: nameSeries(stored.series, keyring).whose,
    hash: toHex(releaseHash(stored)),
    published: stored.day,
  }));
}
