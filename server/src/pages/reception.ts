import type { Day } from '@romduol/shared/ids';
import { type Keyring, recipientsOf } from '@romduol/shared/sealing/keyring';
import type { Reception } from '@romduol/web/pages/deployment';

/**
 * Whether the report page takes reports, and for which teams: those in which somebody can read, of organisations that are
 * open. `null`: no keyring yet. `closed`: ids of organisations that take none.
 */
export function receptionOf(keyring: Keyring | null, today: Day, closed: readonly string[]): Reception {
  const organisations = new Map(keyring?.organisations.map(({ id, name }) => [id, name]));
  const staffed = (keyring?.teams ?? []).filter(({ id }) => keyring !== null && recipientsOf(keyring, id).length > 0);
  const teams = staffed
    .filter(({ organisation }) => !closed.includes(organisation))
    .map(({ id, name, organisation, showsHandles }) => ({
      id,
      name,
      organisation: organisations.get(organisation) ?? name,
      members:
        keyring === null || showsHandles !== true
          ? []
          : recipientsOf(keyring, id).map((member) => ({ id: member.id, handle: member.handle })),
      ...(keyring?.recoveries.has(organisation) === true && { hasCard: true as const }),
    }));
  if (keyring === null || staffed.length === 0) return { accepting: false, why: 'nobody' };
  if (teams.length === 0) return { accepting: false, why: 'closed' };
  return { accepting: true, teams, uncheckedSince: today > keyring.expires ? keyring.expires : null };
}
