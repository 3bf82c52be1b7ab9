import type { SealedDirectoryEntry } from '@romduol/shared/api/directory';
import type { DirectoryEntryId, DraftId, OrganisationId } from '@romduol/shared/ids';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { openDraft, sealDraft } from '@romduol/shared/sealing/draft';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { people, seedOf } from './fixtures.ts';
import { format } from './vector-format.ts';
const draftOf = (seed: Uint8Array) => ({
  vaultKey: identityFromSeed(seed).vaultKey,
  memberId: people.sokha.id,
  draftId: '77777777-2222-4333-8444-555555555555' as DraftId,
});

/** What members keep for themselves and for one another. */
export const DESK_FORMATS = {
  draft: format({
    inputs: { seed: seedOf(90), content: { place: 'note', value: { text: 'ពាក្យ' }, at: 1 } },
    make: ({ seed, content }) => sealDraft({ ...draftOf(seed), content }),
    open: (sealed, { seed }) => openDraft({ ...draftOf(seed), sealed }),
  }),

  directory: format({
    inputs: { organisation: 'lotus' as OrganisationId, directoryKey: seedOf(80), content: { name: 'មន្ទីរពេទ្យ' } },
    make: (inputs): SealedDirectoryEntry =>
      sealDirectoryEntry({
        ...inputs,
        entryId: '99999999-2222-4333-8444-555555555555' as DirectoryEntryId,
        revision: 1,
        epoch: 1,
      }),
    open: (entry, inputs) => openDirectoryEntry(entry, inputs),
  }),
};
