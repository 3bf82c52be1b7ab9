import { type Language, say } from '@romduol/shared/language/language';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { kindOfFile } from './file-kinds.ts';
import { fileFactWords } from './words/file-facts.ts';

const MEGABYTE = 1_000_000;

/**
 * What a file is called: the name that its sender gave it, or that it is a recording. Without what cannot be seen: a sign
 * that turns the direction of writing could make `…gpj.exe` look like a picture. Our own pages send none, others may.
 */
export const callFile = ({ name }: Pick<AttachmentNote, 'name'>, language: Language): string =>
  name.replace(/\p{C}/gu, '') || say(fileFactWords.recording, language);

/** Name, kind and size, as reporter and caseworker see them. */
export function FileFacts({
  language,
  file,
}: {
  readonly language: Language;
  readonly file: Pick<AttachmentNote, 'name' | 'type' | 'length'>;
}) {
  const { name, type, length } = file;
  const size =
    length < MEGABYTE
      ? say(fileFactWords.kilobytes, language, { count: Math.ceil(length / 1000) })
      : say(fileFactWords.megabytes, language, { count: Math.round(length / (MEGABYTE / 10)) / 10 });
  const called = callFile(file, language);
  return (
    <>
      <b class="words" lang={name === '' || /[\u1780-\u17ff]/.test(name) ? undefined : 'en'}>
        {called}
      </b>{' '}
      · {say(fileFactWords[kindOfFile(type)], language)} · {size}
    </>
  );
}
