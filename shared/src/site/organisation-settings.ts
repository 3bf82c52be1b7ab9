import { NEED_TO_KNOW_DAYS } from '../casework/need-to-know.ts';
import { z } from '../schema.ts';
import { fromUtf8, utf8 } from '../sealing/bytes.ts';

/** What an administrator decides and signs for an organisation, and no page shows. */
export const OrganisationSettings = z.strictObject({
  v: z.literal(1),
  /** Days after a case was assigned for which the whole team goes on reading it. */
  needToKnowDays: z.int().min(1).max(365),
});
export type OrganisationSettings = Readonly<Omit<z.output<typeof OrganisationSettings>, 'v'>>;

/** As long as nothing was signed. */
export const USUAL_SETTINGS: OrganisationSettings = { needToKnowDays: NEED_TO_KNOW_DAYS };

/** The bytes that are signed and stored. */
export function writeOrganisationSettings(settings: OrganisationSettings): Uint8Array {
  return utf8(JSON.stringify({ v: 1, ...settings }));
}

/** Null for bytes that are no settings. */
export function readOrganisationSettings(bytes: Uint8Array): OrganisationSettings | null {
  try {
    const { needToKnowDays } = OrganisationSettings.parse(JSON.parse(fromUtf8(bytes)));
    return { needToKnowDays };
  } catch {
    return null;
  }
}
