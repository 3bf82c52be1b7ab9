import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { cleanFile } from '@romduol/shared/cleaning/clean-file';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { asText, cleaned, readFixture } from './fixture-files.ts';
import { findSecrets } from './secrets.ts';

describe('Word documents', () => {
  const letter = unzipSync(readFixture('letter.docx'));
  /** The letter with some parts in place of its own, or beside them. */
  const letterWith = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
    zipSync({
      ...letter,
      ...Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    });
  const part = (name: string): string => strFromU8(letter[name] ?? new Uint8Array(0));
  const partsOf = async (bytes: Uint8Array): Promise<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(unzipSync((await cleaned(bytes)).bytes)).map(([name, content]) => [name, strFromU8(content)]),
    );

  test('keep text, insertions, links and pictures, and lose everything about who and when', async () => {
    const parts = await partsOf(readFixture('letter.docx'));
    expect(Object.keys(parts).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/fontTable.xml',
      'word/media/image1.jpeg',
      'word/settings.xml',
      'word/styles.xml',
    ]);
    const document = parts['word/document.xml'] ?? '';
    expect(part('word/document.xml')).toMatch(/commentReference/);
    expect(document).not.toMatch(/comment|rsid|w:date|descr=/);
    expect(document).toMatch(/<w:ins [^>]*w:author=""/);
    expect(document).toContain('A letter that stays readable.');
    expect(document).toContain('This was added.');
    expect(parts['word/_rels/document.xml.rels']).toContain('Target="https://example.org/"');
    expect(parts['word/_rels/document.xml.rels']).not.toMatch(/people|comments/);
    expect(parts['_rels/.rels']).not.toMatch(/docProps/);
    expect(parts['[Content_Types].xml']).not.toMatch(/docProps|people|comments/);
    expect(parts['word/settings.xml']).not.toMatch(/rsid|docVar|attachedTemplate/);
  });

  test('have their pictures cleaned as pictures are', async () => {
    const media = letter['word/media/image1.jpeg'] ?? new Uint8Array(0);
    expect(findSecrets(media)).toContain('latitude in Exif');
    const after = unzipSync((await cleaned(readFixture('letter.docx'))).bytes)['word/media/image1.jpeg'];
    expect(after).toEqual(new Uint8Array((await cleaned(media)).bytes));
  });

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'unknown_parts'],
    ['packed files', { 'word/embeddings/oleObject1.bin': 'x' }, 'unknown_parts'],
    [
      'another document in place of a picture',
      { 'word/media/image1.jpeg': readFixture('letter.docx') },
      'unknown_parts',
    ],
    ['pictures of a kind that is not known', { 'word/media/image2.emf': 'x' }, 'unknown_parts'],
    ['parts that nobody knows', { 'word/secret.xml': '<a/>' }, 'unknown_parts'],
    ['a document type', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, 'damaged'],
    ['tags that do not match', { 'word/document.xml': '<a><b></a></b>' }, 'damaged'],
    ['bytes that are no text', { 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xfe) }, 'damaged'],
    [
      'a type that runs macros',
      { '[Content_Types].xml': part('[Content_Types].xml').replace('document.main', 'document.macroEnabled.main') },
      'unknown_parts',
    ],
    [
      'pictures that are fetched from elsewhere',
      {
        'word/_rels/document.xml.rels': part('word/_rels/document.xml.rels').replace(
          '</Relationships>',
          '<Relationship Id="x" Type="a/image" Target="http://canary.example/" TargetMode="External"/></Relationships>',
        ),
      },
      'unknown_parts',
    ],
  ] as const)('are refused with %s', async (_, parts, why) => {
    expect(await cleanFile(letterWith(parts))).toEqual({ kind: 'cannot_clean', why });
  });

  test('lose paths of links, of fields and of pictures, whatever the prefixes and quotes', async () => {
    const links = part('word/_rels/document.xml.rels').replace('https://example.org/', 'file:///C:/Users/Canary/x.doc');
    const document = `<?xml version='1.0'?><!-- Canary --><d:document xmlns:d="u" xmlns:q='Kept>' ><d:p d:rsidR='00CA7A4E'
      d:text="a > b"><d:instrText> INCLUDEPICTURE "C:\\Canary" </d:instrText><d:instrText> PAGE </d:instrText>
      <d:commentReference d:id="1"><d:t>Canary</d:t></d:commentReference><q:docPr id="1" name="Canary" descr='Canary'/>
      <d:t>Kept &amp; ខ្មែរ</d:t></d:p></d:document>`;
    const parts = await partsOf(letterWith({ 'word/document.xml': document, 'word/_rels/document.xml.rels': links }));
    expect(JSON.stringify(parts)).not.toContain('Canary');
    expect(parts['word/_rels/document.xml.rels']).toContain('Target="about:blank"');
    const after = parts['word/document.xml'];
    for (const kept of [' PAGE ', 'Kept &amp; ខ្មែរ', 'd:text="a > b"', 'xmlns:q="Kept>"', '<q:docPr id="1" name=""/>'])
      expect(after).toContain(kept);
  });
});

describe('PDF documents', () => {
  test('are refused behind a password', async () => {
    expect(await cleanFile(readFixture('locked.pdf'))).toEqual({ kind: 'cannot_clean', why: 'encrypted' });
  });

  test('lose what nobody sees, and notes; keep what is drawn and links of the web', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([200, 200]);
    const { context } = document;
    const said = PDFString.of('Canary');
    document.setAuthor('Canary');
    document.addJavaScript('canary', 'app.alert("Canary")');
    await document.attach(strToU8('Canary'), 'Canary.txt', {});
    const field = document.getForm().createTextField('Canary');
    field.setText('visible');
    field.addToPage(page, { x: 10, y: 10, width: 100, height: 20 });
    const note = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: said, T: said });
    const line = context.obj({ Type: 'Annot', Subtype: 'Underline', Rect: [0, 0, 9, 9], T: said, M: said, NM: said });
    const linkTo = (address: PDFString | PDFHexString) =>
      context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: address }, PA: said });
    const links = ['https://kept.example/', 'file:///home/Canary'].map((address) => linkTo(PDFString.of(address)));
    for (const one of [note, line, ...links]) page.node.addAnnot(context.register(one));
    page.node.set(PDFName.of('PieceInfo'), context.obj({ Canary: { LastModified: said } }));
    page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: said } }));
    page.node.Resources()?.set(PDFName.of('Metadata'), context.register(context.flateStream('Canary')));
    const bytes = await document.save();
    expect(findSecrets(bytes)).toContain('Canary as text');

    const after = await cleaned(bytes);
    expect(findSecrets(after.bytes)).toEqual([]);
    const text = asText(after.bytes);
    expect(text).toContain('(https://kept.example/)');
    expect(text).toContain('/Underline');
    expect(text).not.toMatch(/JavaScript|EmbeddedFile|PieceInfo|\/Info|Metadata|Producer|\/Subtype \/Text/);
    // What a form shows is drawn as a stamp, since the form itself is gone.
    expect(text).toMatch(/\/Subtype \/Stamp/);
    expect(text).not.toContain('AcroForm');
  });

  test('are refused with layers that may be hidden, and with pictures that are not taken apart', async () => {
    const layered = await PDFDocument.create();
    layered.addPage();
    layered.catalog.set(PDFName.of('OCProperties'), layered.context.obj({}));
    expect(await cleanFile(await layered.save())).toEqual({ kind: 'cannot_clean', why: 'unknown_parts' });

    const pictured = await PDFDocument.create();
    const stream = pictured.context.stream('x', { Type: 'XObject', Subtype: 'Image', Filter: 'JPXDecode' });
    pictured.addPage().node.newXObject('X', pictured.context.register(stream));
    expect(await cleanFile(await pictured.save())).toEqual({ kind: 'cannot_clean', why: 'unknown_parts' });
  });
});
