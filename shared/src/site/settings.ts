import { z } from '../schema.ts';
import { fromUtf8, utf8 } from '../sealing/bytes.ts';

/** How long an organisation keeps what belongs to a case that has come to rest. */
export const Retention = z.strictObject({
  v: z.literal(1),
  /** Days after closing for whoever could not be reached or wanted no help. */
  unreachableDays: z.int().min(30).max(730),
  /** Days after closing for contact details. */
  contactDays: z.int().min(14).max(365),
  /** Months after closing for everything else. */
  contentMonths: z.int().min(1).max(120),
});
export type Retention = z.output<typeof Retention>;

/** What holds until an organisation has signed something else. */
export const RETENTION_DEFAULTS: Retention = { v: 1, unreachableDays: 90, contactDays: 30, contentMonths: 12 };

/** Whether an organisation takes reports. One that has signed nothing does, as soon as somebody can read them. */
export const ReceptionSetting = z.strictObject({ v: z.literal(1), open: z.boolean() });
export type ReceptionSetting = z.output<typeof ReceptionSetting>;

/** The bytes that are signed and stored. */
export const writeSetting = (setting: Retention | ReceptionSetting): Uint8Array => utf8(JSON.stringify(setting));

function read<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    return schema.parse(JSON.parse(fromUtf8(bytes)));
  } catch {
    return null;
  }
}

/** Null for bytes that are no such setting. */
export const readRetention = (bytes: Uint8Array): Retention | null => read(Retention, bytes);
export const readReception = (bytes: Uint8Array): ReceptionSetting | null => read(ReceptionSetting, bytes);
