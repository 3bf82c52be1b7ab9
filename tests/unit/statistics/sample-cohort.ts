import { codesOf, type CodeList } from '@romduol/shared/codebook/code-list';
import { CODEBOOK } from '@romduol/shared/codebook/index';
import type { Quarter } from '@romduol/shared/ids';
import { chachaStream } from '@romduol/shared/sealing/random-stream';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import type { RandomStream } from '@romduol/shared/statistics/circulation';
import type { IncidentRecord, OutcomeRecord } from '@romduol/shared/statistics/coded-record';
import type { OpenStream } from '@romduol/shared/statistics/round';

useSodium(await loadSumoSodium());

export const COHORT = '2026-Q1' as Quarter;

/** The streams of a seed that a number stands for. */
export function streamsOf(seed: number): OpenStream {
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(0, seed, true);
  return (label) => chachaStream(key, label);
}

/** A draw from a list in which each code is `skew` times as likely as the one after it. */
function pick<C extends string>(list: CodeList<C>, stream: RandomStream, skew = 1.3): C {
  const codes = codesOf(list);
  const weights = codes.map((_, i) => Math.ceil(1000 * skew ** -i));
  let at = stream.below(weights.reduce((a, b) => a + b, 0));
  for (const [i, weight] of weights.entries()) {
    if (at < weight) return codes[i]!;
    at -= weight;
  }
  return codes[0];
}

function pickSome<C extends string>(list: CodeList<C>, stream: RandomStream, most: number): C[] {
  const picked = Array.from({ length: stream.below(most + 1) }, () => pick(list, stream));
  return [...new Set(picked)];
}

export function sampleIncidents(count: number, seed: number): IncidentRecord[] {
  const stream = streamsOf(seed)('sample incidents');
  const form = CODEBOOK.form;
  return Array.from({ length: count }, () => {
    const forms = pickSome(form, stream, 3).filter((code) => code !== 'none');
    return {
      kind: 'incident',
      codebook: 1,
      quarter: stream.below(20) === 0 ? ('2025-Q4' as Quarter) : COHORT,
      type: pick(CODEBOOK.incident_type, stream),
      forms: forms.length === 0 ? ['none'] : forms,
      domain: pick(CODEBOOK.domain, stream),
      perpetrator: pick(CODEBOOK.perpetrator, stream, 1.1),
      setting: pick(CODEBOOK.setting, stream),
      authorityAbuse: pick(CODEBOOK.authority_abuse, stream),
      ground: pickSome(CODEBOOK.ground, stream, 2),
      identity: pick(CODEBOOK.identity_band, stream),
      age: pick(CODEBOOK.age_band, stream),
      disability: pick(CODEBOOK.disability, stream, 2),
      province: pick(CODEBOOK.province, stream, 1.1),
      delay: pick(CODEBOOK.delay_band, stream),
      told: pickSome(CODEBOOK.told, stream, 3),
      response: pickSome(CODEBOOK.response, stream, 2),
      needs: pickSome(CODEBOOK.need, stream, 3),
      repeat: pick(CODEBOOK.repeat, stream),
    };
  });
}

export function sampleOutcomes(count: number, seed: number): OutcomeRecord[] {
  const stream = streamsOf(seed)('sample outcomes');
  const stages = codesOf(CODEBOOK.referral_stage).slice(1) as OutcomeRecord['stage'][];
  return Array.from({ length: count }, () => {
    const sector = pick(CODEBOOK.outcome_sector, stream);
    return {
      kind: 'outcome',
      codebook: 1,
      quarter: stream.below(20) === 0 ? ('2025-Q4' as Quarter) : COHORT,
      sector,
      stage: sector === 'none' ? 'none' : stages[stream.below(stages.length)]!,
      refusal: pick(CODEBOOK.refusal_reason, stream, 1.2),
      barriers: pickSome(CODEBOOK.barrier, stream, 2),
      outcome: pick(CODEBOOK.outcome, stream),
      closing: pick(CODEBOOK.closing_reason, stream),
      training: pick(CODEBOOK.training_level, stream),
      zone: pick(CODEBOOK.zone, stream),
    };
  });
}
