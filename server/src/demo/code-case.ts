import type { EntryDraft } from '@romduol/web/desk/acts';
import type { Case } from '@romduol/shared/casework/case';
import { proposeIncident, proposeOutcome } from '@romduol/shared/casework/coding';
import type { AuthorityAbuse } from '@romduol/shared/codebook/authority-abuse';
import type { ClosingReason, Outcome } from '@romduol/shared/codebook/outcome';
import { bandOfPerpetrator } from '@romduol/shared/codebook/perpetrator';
import type { DelayBand } from '@romduol/shared/codebook/time';
import { type Day, RecordId } from '@romduol/shared/ids';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import type { Dice } from './dice.ts';
import type { DrawnReport } from './material/draw-report.ts';
import type { Scenario } from './material/scenario.ts';
import { SCENARIOS } from './material/scenarios.ts';

/** Writes an entry on what the case then says, as a person at the console does. */
export type Move = (facts: Case, today: Day) => EntryDraft;

const newRecordId = (): RecordId => RecordId.parse(crypto.randomUUID());

/** Codes the incident: what follows from the answers as it is proposed, and the rest as somebody judged the story. */
export function drawIncidentCoding(dice: Dice, report: DrawnReport): Move {
  const scenario = SCENARIOS[report.scenario];
  const perpetrator = report.answers.perpetrators?.[0] ?? 'unk';
  const isAuthority = bandOfPerpetrator(perpetrator) === 'authority';
  const judged = {
    type: dice.weighted(scenario.type),
    forms: dice.some(scenario.forms, 2),
    domain: scenario.domain,
    perpetrator,
    authorityAbuse: drawAbuse(dice, scenario, isAuthority),
    delay: dice.weighted<DelayBand>([
      ['d4_5', 2],
      ['d6_14', 5],
      ['d15_30', 4],
    ]),
    repeat: dice.weighted<IncidentRecord['repeat']>([
      ['no', 5],
      ['yes', 4],
      ['unk', 2],
    ]),
  };
  const recordId = newRecordId();
  return ({ answers, received }) => {
    const proposed = proposeIncident(answers, received);
    const record: IncidentRecord = {
      ...proposed,
      kind: 'incident',
      codebook: 1,
      quarter: proposed.quarter ?? never('quarter'),
      type: judged.type,
      forms: judged.forms,
      domain: judged.domain,
      perpetrator: judged.perpetrator,
      setting: proposed.setting ?? 'unk',
      authorityAbuse: judged.authorityAbuse,
      ground: proposed.ground ?? [],
      identity: proposed.identity ?? 'unk',
      age: proposed.age ?? 'unk',
      disability: proposed.disability ?? 'pns',
      province: proposed.province ?? 'unk',
      delay: proposed.delay ?? judged.delay,
      told: proposed.told ?? [],
      response: proposed.response ?? [],
      needs: proposed.needs ?? [],
      repeat: proposed.repeat ?? judged.repeat,
    };
    return { kind: 'coded', part: 'incident', recordId, revision: 1, record };
  };
}

function drawAbuse(dice: Dice, { authorityAbuse }: Scenario, isAuthority: boolean): AuthorityAbuse {
  const drawn = dice.weighted(authorityAbuse);
  if (!isAuthority) return drawn === 'refused_complaint' || drawn === 'pressured_mediation' ? drawn : 'none';
  return drawn === 'none' ? 'verbal' : drawn;
}

/** Codes how the case ended, on the day it is closed. */
export function drawOutcomeCoding(dice: Dice, closing: ClosingReason): Move {
  const without = dice.weighted<Outcome>(
    closing === 'needs_met'
      ? [
          ['safer', 6],
          ['authority_resolved', 3],
          ['complaint_filed', 2],
          ['redress', 1],
          ['protective_measure', 1],
          ['disciplinary_action', 1],
        ]
      : [
          ['no_action', 3],
          ['survivor_withdrew', 2],
          ['case_dropped', 2],
          ['unk', 2],
          ['safer', 1],
        ],
  );
  const servedWell = dice.chance(0.7);
  const recordId = newRecordId();
  return (facts, today) => {
    const proposed = proposeOutcome(facts, today);
    const served = proposed.stage === 'received' && servedWell;
    const record: OutcomeRecord = {
      ...proposed,
      kind: 'outcome',
      codebook: 1,
      quarter: proposed.quarter ?? never('quarter'),
      sector: proposed.sector ?? 'none',
      stage: proposed.stage ?? 'none',
      refusal: proposed.refusal ?? 'none',
      barriers: proposed.barriers ?? [],
      outcome: served ? 'service_received' : without,
      closing: proposed.closing ?? closing,
      training: proposed.training ?? 'unk',
      zone: proposed.zone ?? 'other_unk',
    };
    return { kind: 'coded', part: 'outcome', recordId, revision: 1, record };
  };
}

function never(field: string): never {
  throw new Error(`casework proposed no ${field}`);
}
