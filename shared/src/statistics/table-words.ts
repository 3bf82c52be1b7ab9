/** What tables, their gate and their caveat are called where people read them. */
import { labelOf } from '../codebook/code-list.ts';
import { defineMessages, say, type Language, type Words } from '../language/language.ts';
import { findList } from './default-programme.ts';
import type { GateNote, ReleaseTable } from './release-table.ts';
import { linesLeftOut } from './thin-lines.ts';

/** By variable; `cascade` is the one table that is not named after one. */
const VARIABLE_WORDS: Readonly<Record<string, Words>> = {
  type: { en: 'Type of incident', km: 'ប្រភេទហេតុការណ៍' },
  perpetrator_band: { en: 'Who did it', km: 'អ្នកប្រព្រឹត្ត' },
  domain: { en: 'Part of life', km: 'ផ្នែកនៃជីវិត' },
  setting_band: { en: 'Where it happened', km: 'ទីកន្លែងកើតហេតុ' },
  province: { en: 'Province', km: 'ខេត្ត រាជធានី' },
  zone: { en: 'Zone', km: 'តំបន់' },
  authority_abuse: { en: 'Abuse by an authority', km: 'ការរំលោភបំពានដោយអាជ្ញាធរ' },
  identity: { en: 'Identity', km: 'អត្តសញ្ញាណ' },
  age: { en: 'Age group', km: 'ក្រុមអាយុ' },
  disability: { en: 'Disability', km: 'ពិការភាព' },
  delay: { en: 'Time before the report', km: 'រយៈពេលមុនពេលរាយការណ៍' },
  arrival: { en: 'When it was counted', km: 'ពេលដែលបានរាប់' },
  form: { en: 'Forms of violence', km: 'ទម្រង់នៃអំពើហិង្សា' },
  ground: { en: 'Why it was done', km: 'មូលហេតុនៃអំពើ' },
  told: { en: 'Who was told', km: 'អ្នកដែលបានប្រាប់' },
  response: { en: 'What those who were told did', km: 'អ្វីដែលអ្នកបានដឹងរឿងបានធ្វើ' },
  needs: { en: 'Help asked for', km: 'ជំនួយដែលបានស្នើសុំ' },
  sector: { en: 'Main referral', km: 'ការបញ្ជូនសំខាន់' },
  stage: { en: 'How far the referral came', km: 'ដំណាក់កាលនៃការបញ្ជូន' },
  cascade: { en: 'How far referrals came', km: 'ដំណាក់កាលដែលការបញ្ជូនបានទៅដល់' },
  training: { en: 'Training of the service or authority', km: 'ការបណ្តុះបណ្តាលរបស់សេវា ឬអាជ្ញាធរ' },
  acceptance: { en: 'Whether it was accepted', km: 'ការទទួលយក' },
  refusal: { en: 'Why it was refused', km: 'មូលហេតុនៃការបដិសេធ' },
  outcome: { en: 'Outcome', km: 'លទ្ធផល' },
  closing: { en: 'Why the case was closed', km: 'មូលហេតុបិទសំណុំរឿង' },
  barrier: { en: 'Barriers', km: 'ឧបសគ្គ' },
};

const words = defineMessages({
  leftOut: {
    en: 'Not shown here, because few, or beside the only one that is: {lines}. They are counted in the tables of one question.',
    km: 'មិនបង្ហាញនៅទីនេះ ព្រោះមានតិច ឬនៅជាមួយជួរតែមួយដែលមានតិច៖ {lines}។ វាត្រូវបានរាប់ក្នុងតារាងដែលមានសំណួរតែមួយ។',
  },
  crossed: { en: '{rows}, by: {columns}', km: '{rows} តាម៖ {columns}' },
  caveat: {
    en: 'Figures are multiples of {base} and may differ from the truth by up to {error}. 0 does not mean none. Tables add up. These are reports received, not how often it happens.',
    km: 'តួលេខនីមួយៗជាពហុគុណនៃ {base} ហើយអាចខុសពីការពិតរហូតដល់ {error}។ លេខសូន្យមិនមែនមានន័យថាគ្មានទេ។ តារាងនានាបូកត្រូវគ្នា។ ទាំងនេះជារបាយការណ៍ដែលបានទទួល មិនមែនជាចំនួនដងដែលហេតុការណ៍កើតឡើងទេ។',
  },
});

/** Why a table is not there, as a whole sentence. */
export const gateWords: Readonly<Record<GateNote['reason'], Words>> = {
  too_few_per_cell: {
    en: 'There were too few reports for so many figures.',
    km: 'មានរបាយការណ៍តិចពេក សម្រាប់តួលេខច្រើនដូច្នេះ។',
  },
  few_in_a_line: {
    en: 'Rows and columns with few reports are not shown in it; what they add up to is.',
    km: 'ជួរដេក និងជួរឈរដែលមានរបាយការណ៍តិច មិនបង្ហាញក្នុងតារាងនេះទេ តែចំនួនសរុបរបស់វាបង្ហាញ។',
  },
  one_category: {
    en: 'Nearly all reports fell into one category.',
    km: 'របាយការណ៍ស្ទើរតែទាំងអស់ស្ថិតក្នុងក្រុមតែមួយ។',
  },
  margin_left_out: {
    en: 'One of the two tables that it would add up to is not published.',
    km: 'តារាងមួយក្នុងចំណោមតារាងពីរ ដែលវាត្រូវបូកត្រូវគ្នា មិនត្រូវបានផ្សព្វផ្សាយ។',
  },
  cohort_too_small: {
    en: 'There were too few reports; only the total is published.',
    km: 'មានរបាយការណ៍តិចពេក ដូច្នេះផ្សព្វផ្សាយតែចំនួនសរុបប៉ុណ្ណោះ។',
  },
};

/** What a variable is called; its own id where this build does not know it. */
export function sayVariable(id: string, language: Language): string {
  return Object.hasOwn(VARIABLE_WORDS, id) ? (VARIABLE_WORDS[id]?.[language] ?? id) : id;
}

/** The title of a table. */
export function sayTable({ id, shape, dimensions }: Omit<ReleaseTable, 'values' | 'of'>, language: Language): string {
  const [rows, columns] = dimensions;
  if (rows === undefined || columns === undefined) return sayVariable(id, language);
  const inner = shape === 'cascade' ? 'cascade' : columns.variable;
  return say(words.crossed, language, {
    rows: sayVariable(rows.variable, language),
    columns: sayVariable(inner, language),
  });
}

/** What a table is called that may not be there: a crossing's id is made of its two variables. */
export function sayTableId(id: string, language: Language): string {
  return id
    .split('_by_')
    .map((variable) => sayVariable(variable, language))
    .join(' × ');
}

/** The code's label, or the bare code of a list that this build does not know. */
export function labelCode(list: string, code: string, language: Language): string {
  const found = findList(list);
  return found === null ? code : labelOf(found, code, language);
}

/** Which rows and columns a crossing does not show; null where it shows all. */
export function sayLeftOut(table: ReleaseTable, tables: readonly ReleaseTable[], language: Language): string | null {
  const lines = linesLeftOut(table, tables).map(({ variable, list, codes }) => {
    const labels = codes.map((code) => labelCode(list, code, language));
    return `${sayVariable(variable, language)} – ${labels.join(', ')}`;
  });
  return lines.length === 0 ? null : say(words.leftOut, language, { lines: lines.join('; ') });
}

/** What every reader is told, on every page and in every file. */
export function sayCaveat(
  { base, error }: { readonly base: number; readonly error: number },
  language: Language,
): string {
  return say(words.caveat, language, { base, error });
}
