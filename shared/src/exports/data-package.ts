/**
 * Published figures as a Frictionless data package (https://specs.frictionlessdata.io/data-package/): a zip of every
 * format, the signed files themselves, and `datapackage.json` with the size and SHA-256 of each file.
 */
import { definitionOf } from '../codebook/code-list.ts';
import { RIGHTS_STATUS, RIGHTS_VERSION } from '../codebook/rights-map.ts';
import { LANGUAGES } from '../language/language.ts';
import { toHex } from '../sealing/bytes.ts';
import { findList } from '../statistics/default-programme.ts';
import { codesByList, nameOf, type Figures } from '../statistics/figures.ts';
import { writeRelease } from '../statistics/release-file.ts';
import { labelCode } from '../statistics/table-words.ts';
import { aboutFigures, seriesOf } from './about-figures.ts';
import { writeCsv } from './csv.ts';
import { writeFiguresWorkbook } from './figures-workbook.ts';
import { writeJsonStat } from './json-stat.ts';
import { rightsRows } from './rights-rows.ts';
import { CSV_FIELDS, writeTidyCsv } from './tidy-csv.ts';
import { bytesOf, zipFiles, type NamedFile } from './zip-files.ts';

/** SHA-256 of bytes. Asked of the caller: the format names this hash, nothing secret rests on it. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

type Field = { readonly name: string; readonly type: string };

/** A file of the package; with `fields` it is a table of these columns. */
interface Resource extends NamedFile {
  readonly title: string;
  readonly mediatype: string;
  readonly fields?: readonly Field[];
}

const columns = (rows: readonly (readonly (string | number)[])[], integers: readonly string[]): Field[] =>
  (rows[0] ?? []).map((name) => ({
    name: String(name),
    type: integers.includes(String(name)) ? 'integer' : 'string',
  }));

/** The zip's bytes; equal figures give equal bytes. */
export async function writeDataPackage(figures: Figures, sha256: Sha256): Promise<Uint8Array<ArrayBuffer>> {
  const resources = resourcesOf(figures);
  const described = await Promise.all(
    resources.map(async (resource) => {
      const { name, title, mediatype, fields } = resource;
      const bytes = bytesOf(resource);
      return {
        name: name.replaceAll('.', '-').toLowerCase(),
        path: name,
        title,
        format: name.split('.').at(-1),
        mediatype,
        ...(typeof resource.content === 'string' ? { encoding: 'utf-8' } : {}),
        bytes: bytes.length,
        hash: `sha256:${toHex(await sha256(bytes))}`,
        ...(fields === undefined ? {} : { profile: 'tabular-data-resource', schema: { fields } }),
      };
    }),
  );
  const { kind, period, base, error, codebook, parts } = figures;
  const [en, km] = LANGUAGES.map((language) => aboutFigures(figures, language));
  const descriptor = {
    profile: 'data-package',
    name: nameOf(figures),
    title: `Romduol: ${en!.find(({ key }) => key === 'what')!.text}, ${period.start} – ${period.end}`,
    description: [...en!, ...km!].map(({ label, text }) => `${label}: ${text}`).join('\n'),
    version: parts.map(({ release }) => release.number).join('.'),
    contributors: seriesOf(figures).map((title) => ({ title, role: 'publisher' })),
    kind,
    period,
    base,
    error,
    codebook,
    rights: { version: RIGHTS_VERSION, status: RIGHTS_STATUS },
    releases: parts.map(({ hash }) => hash),
    resources: described,
  };
  return zipFiles([{ name: 'datapackage.json', content: `${JSON.stringify(descriptor, null, 1)}\n` }, ...resources]);
}

/** Readers of packages know the encoding, and take a byte order mark for a part of the first column's name. */
const withoutMark = (csv: string): string => csv.replace(/^\uFEFF/, '');

function resourcesOf(figures: Figures): Resource[] {
  const codes = codebookRows(figures);
  const rights = rightsRows(figures);
  const csv = { mediatype: 'text/csv' };
  const json = { mediatype: 'application/json' };
  return [
    {
      name: 'figures.csv',
      title: 'Every figure, a row each',
      ...csv,
      content: withoutMark(writeTidyCsv([figures])),
      fields: CSV_FIELDS,
    },
    {
      name: 'figures.hxl.csv',
      title: 'The same with a row of HXL tags',
      ...csv,
      content: withoutMark(writeTidyCsv([figures], { hxl: true })),
    },
    {
      name: 'codebook.csv',
      title: 'Codes, labels and definitions',
      ...csv,
      content: withoutMark(writeCsv(codes)),
      fields: columns(codes, ['version']),
    },
    {
      name: 'rights.csv',
      title: `Rights map. ${RIGHTS_STATUS.en}`,
      ...csv,
      content: withoutMark(writeCsv(rights)),
      fields: columns(rights, ['version']),
    },
    ...LANGUAGES.map((language) => ({
      name: `figures.${language}.json`,
      title: `JSON-stat 2.0, labels in ${language}`,
      ...json,
      content: writeJsonStat(figures, language),
    })),
    {
      name: 'figures.xlsx',
      title: 'A sheet a table',
      mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: writeFiguresWorkbook(figures),
    },
    {
      name: 'README.txt',
      title: 'What to know',
      mediatype: 'text/plain',
      content: `${LANGUAGES.map((language) =>
        aboutFigures(figures, language)
          .map(({ label, text }) => `${label}: ${text}`)
          .join('\n'),
      ).join('\n\n')}\n`,
    },
    ...figures.parts.map(({ release, hash }) => ({
      name: `release-${release.series}-${release.kind}-${release.cohort.toLowerCase()}.json`,
      title: `The file that was signed; its hash is ${hash}`,
      ...json,
      content: writeRelease(release),
    })),
  ];
}

/** The codes that the figures use: a heading, then a row each. */
function codebookRows(figures: Figures): (string | number)[][] {
  return [
    ['list', 'code', 'label_en', 'label_km', 'definition_en', 'definition_km', 'version'],
    ...[...codesByList(figures)].flatMap(([list, codes]) =>
      codes.map((code) => {
        const known = findList(list);
        return [
          list,
          code,
          ...LANGUAGES.map((language) => labelCode(list, code, language)),
          ...LANGUAGES.map((language) => (known === null ? '' : (definitionOf(known, code, language) ?? ''))),
          figures.codebook,
        ];
      }),
    ),
  ];
}
