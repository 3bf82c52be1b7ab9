import { plainName } from '@romduol/shared/cleaning/file-kinds';
import { VOICE } from '../pages/form-fields.ts';

const LONGEST_NAME = 120;
/** A year, a date, a telephone's own count: a device gave this name, and says in it when the file was made. */
const BY_A_DEVICE = /\d{4}/;

/** A file's name as its sender's device has it, in Unicode normal form C: to be shown to the sender. */
export function readName(name: string): string {
  const plain = name.replace(/[\p{C}\p{Surrogate}/\\]/gu, '').normalize('NFC');
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(plain) ?? [];
  return `${[...stem].slice(0, LONGEST_NAME).join('')}${ending}`;
}

/**
 * What a report says a file is called, `place` counting the files from 0: as a person named it, with the extension of what
 * it has become. A name that a device gave is not told, nor has a recording one: devices put the hour into it.
 */
export function nameFile(field: string, name: string, place: number, extension?: string): string {
  if (field === VOICE) return '';
  const shown = readName(name);
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]{1,8}))?$/.exec(shown) ?? [];
  const kept = extension ?? ending;
  if (BY_A_DEVICE.test(stem)) return plainName(place, kept);
  return kept === '' ? stem : `${stem}.${kept}`;
}
