import { z } from './schema.ts';

/** A case: UUIDv4, lower case, chosen by whoever seals the report. */
export const CaseId = z.uuidv4().lowercase().brand<'CaseId'>();
export type CaseId = z.output<typeof CaseId>;

/** A member of an organisation: UUIDv4. Handles may change, ids never do. */
export const MemberId = z.uuidv4().lowercase().brand<'MemberId'>();
export type MemberId = z.output<typeof MemberId>;

/** A coded record, deliberately unrelated to the case it was coded from. */
export const RecordId = z.uuidv4().lowercase().brand<'RecordId'>();
export type RecordId = z.output<typeof RecordId>;

/** An entry of the sealed directory of authorities and services. */
export const DirectoryEntryId = z.uuidv4().lowercase().brand<'DirectoryEntryId'>();
export type DirectoryEntryId = z.output<typeof DirectoryEntryId>;

/** Something that a member began to write. */
export const DraftId = z.uuidv4().lowercase().brand<'DraftId'>();
export type DraftId = z.output<typeof DraftId>;

const SLUG = '[a-z][a-z0-9-]{1,31}';
const slug = z.string().regex(new RegExp(`^${SLUG}$`));
export const OrganisationId = slug.brand<'OrganisationId'>();
export type OrganisationId = z.output<typeof OrganisationId>;
export const TeamId = slug.brand<'TeamId'>();
export type TeamId = z.output<typeof TeamId>;

/** Whose figures are published one after another: an organisation's, `rock`, or one of its teams', `rock.north`. */
export const SeriesId = z
  .string()
  .regex(new RegExp(`^${SLUG}(\\.${SLUG})?$`))
  .brand<'SeriesId'>();
export type SeriesId = z.output<typeof SeriesId>;

/** A calendar day, `YYYY-MM-DD`, in the deployment's time zone (Asia/Phnom_Penh): the finest time the server keeps. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.output<typeof Day>;

/** A quarter, `YYYY-Qn`: the step in which cases are counted. */
export const Quarter = z
  .string()
  .regex(/^\d{4}-Q[1-4]$/)
  .brand<'Quarter'>();
export type Quarter = z.output<typeof Quarter>;
