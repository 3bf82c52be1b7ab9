import { sodium } from '@romduol/shared/sealing/sodium';

/** A UUID of version 4 with 120 random bits. The call that makes one is missing from browsers before 2021. */
export const makeUuid = (): string =>
  '00000000-0000-4000-a000-000000000000'.replace(/0/g, () => ((sodium().randomBytes(1)[0] ?? 0) & 15).toString(16));
