import { utf8 } from './bytes.ts';

/** What a signature, hash or additional data is for: nothing made for one purpose verifies for another. */
export const label = (name: string): Uint8Array => utf8(`romduol/v1/${name}`);
