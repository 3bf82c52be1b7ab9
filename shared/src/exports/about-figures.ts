/** What stands in every file beside the figures, so that none can be read without it. */
import { RIGHTS_STATUS, RIGHTS_VERSION } from '../codebook/rights-map.ts';
import { formatDay, formatQuarter } from '../language/dates.ts';
import { defineMessages, say, type Language, type Words } from '../language/language.ts';
import { formatNumber } from '../language/numerals.ts';
import { releasePath, type Figures } from '../statistics/figures.ts';
import { gateWords, sayCaveat, sayLeftOut, sayTableId } from '../statistics/table-words.ts';

export const aboutWords = defineMessages({
  what: { en: 'What is counted', km: 'អ្វីដែលបានរាប់' },
  incident: { en: 'Reports received', km: 'របាយការណ៍ដែលបានទទួល' },
  outcome: { en: 'What became of cases that were closed', km: 'លទ្ធផលនៃសំណុំរឿងដែលបានបិទ' },
  series: { en: 'Whose', km: 'របស់អ្នកណា' },
  period: { en: 'Period', km: 'រយៈពេល' },
  fromTo: { en: '{from} to {to}', km: '{from} ដល់ {to}' },
  total: { en: 'Total', km: 'សរុប' },
  caveat: { en: 'What to know', km: 'អ្វីដែលត្រូវដឹង' },
  base: { en: 'Base: every figure is a multiple of', km: 'គោល៖ តួលេខនីមួយៗជាពហុគុណនៃ' },
  error: { en: 'E: the truth may differ by up to', km: 'កម្រិតលម្អៀង៖ ការពិតអាចខុសពីតួលេខបានដល់' },
  method: { en: 'Method', km: 'វិធី' },
  methodIs: {
    en: 'Circulation rounding, version {version}: cells are rounded at random, up or down, so that every table still adds up. Counted once and never again.',
    km: 'ការបង្គត់តាមចរន្តបិទ កំណែទី {version}៖ តួលេខត្រូវបង្គត់ឡើង ឬចុះដោយចៃដន្យ ដោយឱ្យតារាងនីមួយៗនៅតែបូកត្រូវគ្នា។ រាប់តែម្តង ហើយមិនរាប់ឡើងវិញទេ។',
  },
  summed: {
    en: 'Sum of {count} releases. Only published figures were added; the possible differences add up too.',
    km: 'ផលបូកនៃការផ្សព្វផ្សាយចំនួន {count}។ មានតែតួលេខដែលបានផ្សព្វផ្សាយទេដែលត្រូវបូក។ កម្រិតលម្អៀងក៏បូកចូលគ្នាដែរ។',
  },
  waited: {
    en: '{cohort} also counts {quarters}, when too few had come to be published.',
    km: '{cohort} រាប់បញ្ចូល {quarters} ដែលមានចំនួនតិចពេកមិនអាចផ្សព្វផ្សាយ។',
  },
  openedLate: {
    en: '{cohort}: what would be counted was laid down only after the period had begun.',
    km: '{cohort}៖ អ្វីដែលត្រូវរាប់ ត្រូវបានកំណត់ក្រោយពេលរយៈពេលនេះបានចាប់ផ្តើម។',
  },
  oneSignature: {
    en: '{cohort}: signed by one publisher only.',
    km: '{cohort}៖ ចុះហត្ថលេខាដោយអ្នកផ្សព្វផ្សាយតែម្នាក់។',
  },
  codebook: { en: 'Codebook, version', km: 'សៀវភៅកូដ កំណែទី' },
  release: { en: 'Release', km: 'ការផ្សព្វផ្សាយ' },
  releaseIs: {
    en: '{address} (hash of the signed file: {hash})',
    km: '{address} (លេខសម្គាល់ឯកសារដែលបានចុះហត្ថលេខា៖ {hash})',
  },
  code: { en: 'Of', km: 'ចំពោះ' },
  rights: { en: 'Rights map, version {version}', km: 'តារាងសិទ្ធិ កំណែទី {version}' },
  notSummed: { en: 'Not in every release, so not summed', km: 'មិនមានក្នុងការផ្សព្វផ្សាយទាំងអស់ ដូច្នេះមិនបានបូក' },
  withheld: { en: 'Not published', km: 'មិនបានផ្សព្វផ្សាយ' },
});

export type AboutLine = { readonly key: keyof typeof aboutWords; readonly label: string; readonly text: string };

/** Line by line, in one language: the same in every kind of file. */
export function aboutFigures(figures: Figures, language: Language): AboutLine[] {
  const { kind, parts, period, base, error, codebook, total, notSummed } = figures;
  const line = (key: keyof typeof aboutWords, text: string): AboutLine => ({
    key,
    label: say(aboutWords[key] as Words, language, { version: RIGHTS_VERSION }),
    text,
  });
  const from = formatDay(period.start, language);
  const methods = [...new Set(parts.map(({ release }) => formatNumber(release.method, language)))].join(', ');
  return [
    line('what', aboutWords[kind][language]),
    line('series', seriesOf(figures).join(', ')),
    line('period', say(aboutWords.fromTo, language, { from, to: formatDay(period.end, language) })),
    line('total', formatNumber(total, language)),
    line('caveat', sayCaveat(figures, language)),
    line('base', formatNumber(base, language)),
    line('error', formatNumber(error, language)),
    line('method', say(aboutWords.methodIs, language, { version: methods })),
    ...(parts.length === 1 ? [] : [line('method', say(aboutWords.summed, language, { count: parts.length }))]),
    ...peculiarities(figures, language).map((text) => line('method', text)),
    line('codebook', formatNumber(codebook, language)),
    ...parts.map(({ release, hash }) =>
      line('release', say(aboutWords.releaseIs, language, { address: releasePath(release), hash })),
    ),
    line('rights', RIGHTS_STATUS[language]),
    ...notSummed.map((id) => line('notSummed', sayTableId(id, language))),
    ...withheld(figures, language).map(({ table, why }) => line('withheld', `${sayTableId(table, language)}: ${why}`)),
  ];
}

/** Tables that are not published, and of those that are, the lines that they do not show. */
function withheld({ parts, tables }: Figures, language: Language): { table: string; why: string }[] {
  const gate = parts.length > 1 ? [] : parts.flatMap(({ release }) => release.gate);
  return [
    ...gate
      .filter(({ reason }) => reason !== 'few_in_a_line')
      .map(({ table, reason }) => ({ table, why: gateWords[reason][language] })),
    ...tables.flatMap((table) => {
      const why = sayLeftOut(table, tables, language);
      return why === null ? [] : [{ table: table.id, why }];
    }),
  ];
}

/** The ids of whose figures these are, each once. */
export function seriesOf({ parts }: Figures): string[] {
  return [...new Set(parts.map(({ release }) => release.series))].sort();
}

/** What is unusual about the releases: earlier quarters counted with one, rules laid down late, one signature. */
export function peculiarities({ parts }: Figures, language: Language): string[] {
  return parts.flatMap(({ release: { cohort: quarter, waited, openedLate, signatures } }) => {
    const cohort = formatQuarter(quarter, language);
    const quarters = waited.map((one) => formatQuarter(one, language)).join(', ');
    return [
      ...(quarters === '' ? [] : [say(aboutWords.waited, language, { cohort, quarters })]),
      ...(openedLate ? [say(aboutWords.openedLate, language, { cohort })] : []),
      ...(signatures === 1 ? [say(aboutWords.oneSignature, language, { cohort })] : []),
    ];
  });
}
