import { nameFile, readName } from '@romduol/web/enhance/name-file';
import { expect, test } from 'vitest';

test('a name that a device gave is not told: it says when the file was made', () => {
  for (const name of [
    'IMG_20261122_051234.jpg',
    'IMG-20261122-WA0003.jpg',
    'DSC_0042.JPG',
    'Screenshot 2026-11-22.png',
  ]) {
    expect(nameFile('attachments', name, 2, 'jpg')).toBe('file-3.jpg');
  }
  expect(nameFile('attachments', 'scan0001.xyz', 0)).toBe('file-1.xyz');
  expect(nameFile('attachments', '20261122', 0)).toBe('file-1');
});

test('a name that a person gave is kept, with the extension of what the file has become', () => {
  expect(nameFile('attachments', 'លិខិត 1.HEIC', 0, 'jpg')).toBe('លិខិត 1.jpg');
  expect(nameFile('attachments', 'letter.final.docx', 0, 'docx')).toBe('letter.final.docx');
  expect(nameFile('attachments', 'odd.xyz', 0)).toBe('odd.xyz');
  expect(nameFile('attachments', 'plain', 0)).toBe('plain');
});

test('a recording has no name', () => {
  expect(nameFile('voice', 'Recording at noon.m4a', 0, 'm4a')).toBe('');
});

test('what is shown to the sender holds nothing invisible and no path, and ends somewhere', () => {
  expect(readName('a/b\\c\u202Egpj.exe')).toBe('abcgpj.exe');
  expect(readName('e\u0301.png')).toBe('\u00e9.png');
  expect([...readName(`${'ក'.repeat(500)}.jpg`)]).toHaveLength(124);
});
