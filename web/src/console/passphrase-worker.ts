import { deriveRoot } from '@romduol/shared/sealing/identity';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';
import { useSodium } from '@romduol/shared/sealing/sodium';
import { openDoor } from './desk-door.ts';

// The memory in which Argon2id works never shrinks again, and has held the passphrase: this worker is ended after one answer.

useSodium(await loadSumoSodium());
openDoor(self, { deriveRoot: async (...given: Parameters<typeof deriveRoot>) => deriveRoot(...given) });
