import { CannotClean } from './cannot-clean.ts';
import { type XmlRules, valueOf } from './rewrite-xml.ts';

/** What becomes of a part of a Word document. */
export type PartFate = 'rewrite' | 'links' | 'list' | 'picture' | 'keep' | 'drop';

/** In this order. A part that none of them names makes the document one that cannot be cleaned. */
const FATES: readonly (readonly [RegExp, PartFate])[] = [
  [/^\[Content_Types\]\.xml$/, 'list'],
  // Names, dates, times, templates, labels of an organisation, data bound to fields, comments and their authors.
  [
    /^(docProps|customXml|docMetadata|_xmlsignatures|word\/(glossary|printerSettings|_rels\/settings\.xml\.rels$))/,
    'drop',
  ],
  [/^word\/(comments\w*|people|webSettings|stylesWithEffects|intelligence2?|tasks|documenttasks.*)\.xml$/, 'drop'],
  [/^word\/_rels\/(comments\w*|people|webSettings|stylesWithEffects|fontTable)\.xml\.rels$/, 'links'],
  [
    /^(_rels\/\.rels|word\/_rels\/(document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml\.rels)$/,
    'links',
  ],
  [/^word\/(theme|diagrams)\/_rels\/\w+\.xml\.rels$/, 'links'],
  [/^word\/(document|styles|settings|fontTable|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$/, 'rewrite'],
  [/^word\/(theme|diagrams)\/\w+\.xml$/, 'rewrite'],
  [/^word\/media\/[\w.-]+$/, 'picture'],
  // Fonts that were packed with the document, scrambled.
  [/^word\/fonts\/\w+\.odttf$/, 'keep'],
];

export function fateOf(part: string): PartFate {
  const fate = FATES.find(([pattern]) => pattern.test(part))?.[1];
  if (fate === undefined) throw new CannotClean('unknown_parts');
  return fate;
}

const DROPPED_ELEMENTS = new Set(
  [
    'commentRangeStart commentRangeEnd commentReference annotationRef rsids docVars docId attachedTemplate mailMerge',
    'printerSettings dataBinding presenceInfo saveThroughXslt activeWritingStyle proofErr',
    'removePersonalInformation removeDateAndTime',
  ].flatMap((names) => names.split(' ')),
);
/** Who, when, in which sitting, and ids that stay the same from copy to copy. */
const DROPPED_ATTRIBUTE = /^(rsid\w*|date|dateUtc|paraId|textId|initials|userId|gfxdata|durableId)$/;
/** Elements that describe a picture; Word puts the name and path of its file there. */
const DESCRIPTIONS = new Set(['docPr', 'cNvPr']);
const DESCRIBED = new Set(['descr', 'title']);
/** Fields that name files and sources elsewhere. */
const FIELD_OF_ELSEWHERE = /\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|FILENAME)\b/i;
const fieldOf = (text: string): string => (FIELD_OF_ELSEWHERE.test(text) ? '' : text);

/** For the parts that hold text, styles and settings. */
export const PART_RULES: XmlRules = {
  keepsElement: ({ name }) => !DROPPED_ELEMENTS.has(name),
  attribute: ({ whole, name, value }, tag) => {
    if (DROPPED_ATTRIBUTE.test(name)) return null;
    if (name === 'author') return '';
    if (name === 'instr') return fieldOf(value);
    if (DESCRIPTIONS.has(tag.name)) return DESCRIBED.has(name) ? null : name === 'name' ? '' : value;
    const isOldDescription = tag.name === 'imagedata' || tag.name === 'shape';
    if (isOldDescription && ['o:title', 'o:href', 'alt', 'title'].includes(whole)) return null;
    return value;
  },
  text: (text, element) => (element === 'instrText' || element === 'delInstrText' ? fieldOf(text) : text),
};

const asTheyAre: Pick<XmlRules, 'attribute' | 'text'> = { attribute: ({ value }) => value, text: (text) => text };
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** For the list of parts and their types: without those that are dropped; with no macros and no template. */
export const LIST_RULES: XmlRules = {
  ...asTheyAre,
  keepsElement: (tag) => {
    if (tag.name !== 'Override') return true;
    const part = valueOf(tag, 'PartName').replace(/^\//, '');
    if (part === 'word/document.xml' && valueOf(tag, 'ContentType') !== DOCUMENT)
      throw new CannotClean('unknown_parts');
    return fateOf(part) !== 'drop';
  },
};

/** For links from a part in `folder` to other parts and to the world. Of the latter only addresses of the web stay. */
export function linkRules(folder: string): XmlRules {
  return {
    ...asTheyAre,
    keepsElement: (tag) => {
      if (tag.name !== 'Relationship') return true;
      if (valueOf(tag, 'TargetMode') !== 'External') return fateOf(resolve(folder, valueOf(tag, 'Target'))) !== 'drop';
      if (!valueOf(tag, 'Type').endsWith('/hyperlink')) throw new CannotClean('unknown_parts');
      return true;
    },
    attribute: ({ name, value }, tag) => {
      if (name !== 'Target' || valueOf(tag, 'TargetMode') !== 'External') return value;
      return /^(https?:|mailto:|tel:|#)/i.test(value) ? value : 'about:blank';
    },
  };
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
