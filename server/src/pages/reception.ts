import type { Day } from '@romduol/shared/ids';
import { type Keyring, recipientsOf } from '@romduol/shared/sealing/keyring';
import type { Reception } from '@romduol/web/pages/deployment';

/**
 * Whether the report page takes reports, and for which teams: those in which somebody can read. `null`: no keyring yet.
 */
export function receptionOf(keyring: Keyring | null, today: Day): Reception {
  const organisations = new Map(keyring?.organisations.map(({ id, name }) => [id, name]));
  const teams = (keyring?.teams ?? [])
    .filter(({ id }) => keyring !== null && recipientsOf(keyring, id).length > 0)
    .map(({ id, name, organisation, showsHandles }) => ({
      id,
      name,
      organisation: organisations.get(organisation) ?? name,
      members:
        keyring === null || showsHandles !== true
          ? []
          : recipientsOf(keyring, id).map((member) => ({ id: member.id, handle: member.handle })),
    }));
  if (keyring === null || teams.length === 0) return { accepting: false };
  return { accepting: true, teams, uncheckedSince: today > keyring.expires ? keyring.expires : null };
}
