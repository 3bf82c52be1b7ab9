import * as accounts from '@romduol/shared/api/accounts';
import * as attachments from '@romduol/shared/api/attachments';
import * as audit from '@romduol/shared/api/audit';
import * as cases from '@romduol/shared/api/cases';
import * as changes from '@romduol/shared/api/changes';
import type { Access, AnyOperation } from '@romduol/shared/api/contract';
import * as conversation from '@romduol/shared/api/conversation';
import * as acknowledgements from '@romduol/shared/api/acknowledgements';
import * as directory from '@romduol/shared/api/directory';
import * as drafts from '@romduol/shared/api/drafts';
import * as grants from '@romduol/shared/api/grants';
import * as invitations from '@romduol/shared/api/invitations';
import * as keyring from '@romduol/shared/api/keyring';
import * as notifications from '@romduol/shared/api/notifications';
import * as passkeys from '@romduol/shared/api/passkeys';
import * as recovery from '@romduol/shared/api/recovery';
import * as retention from '@romduol/shared/api/retention';
import * as reports from '@romduol/shared/api/reports';
import * as secondFactor from '@romduol/shared/api/second-factor';
import * as setup from '@romduol/shared/api/setup';
import * as site from '@romduol/shared/api/site';
import * as statements from '@romduol/shared/api/statements';
import * as statistics from '@romduol/shared/api/statistics';
import { WHO_MAY } from './who-may.ts';

/** The contract's files by name; a test holds the list to the folder. */
export const ROOMS = {
  accounts,
  attachments,
  audit,
  cases,
  changes,
  conversation,
  acknowledgements,
  directory,
  drafts,
  grants,
  invitations,
  keyring,
  notifications,
  passkeys,
  reports,
  recovery,
  retention,
  'second-factor': secondFactor,
  setup,
  site,
  statements,
  statistics,
};

const isOperation = (value: unknown): value is AnyOperation =>
  typeof value === 'object' && value !== null && 'access' in value && 'answer' in value;

/** Every operation of the contract with its name. */
export const OPERATIONS = Object.values(ROOMS).flatMap((room) =>
  Object.entries(room).filter((entry): entry is [string, AnyOperation] => isOperation(entry[1])),
);

/** Who may call an operation, by the list that was written by hand: neither the contract's word nor the server's. */
export function accessOf({ method, path }: AnyOperation): Access {
  const access = WHO_MAY[`${method} ${path}`];
  if (access === undefined) throw new Error(`nobody has said who may ${method} ${path}`);
  return access;
}

/** Whether a member's roles let them in, by the same list. */
export function mayCall(
  person: { readonly roles: readonly string[]; readonly publisher: boolean },
  operation: AnyOperation,
): boolean {
  const access = accessOf(operation);
  if (access === 'public' || access === 'member') return true;
  return access.some((role) => (role === 'publisher' ? person.publisher : person.roles.includes(role)));
}
