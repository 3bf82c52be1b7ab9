import { VOICE } from '../pages/form-fields.ts';

const LONGEST_NAME = 120;

/**
 * What a report says a file is called: as the sender's device called it, in Unicode normal form C and with the extension of
 * what it has become. A recording has no name: devices put the hour into it.
 */
export function nameFile(field: string, name: string, extension?: string): string {
  if (field === VOICE) return '';
  const plain = name.replaceAll(/[\p{C}\p{Surrogate}/\\]/gu, '').normalize('NFC');
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(plain) ?? [];
  return `${[...stem].slice(0, LONGEST_NAME).join('')}${extension === undefined ? ending : `.${extension}`}`;
}
