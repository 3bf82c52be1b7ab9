import { defineMessages } from '@romduol/shared/language/language';

export const chartWords = defineMessages({
  incident: { en: 'Reports', km: 'របាយការណ៍' },
  outcome: { en: 'Cases', km: 'សំណុំរឿង' },
  bars: {
    en: 'Bar chart of {count} figures, longest first: {most}. All figures are in the table below.',
    km: 'គំនូសតាងរបារ មានតួលេខចំនួន {count} តម្រៀបពីវែងទៅខ្លី៖ {most}។ តួលេខទាំងអស់មានក្នុងតារាងខាងក្រោម។',
  },
  cascade: {
    en: 'Step by step, how many came so far: {steps}.',
    km: 'ចំនួនដែលបានទៅដល់តាមដំណាក់កាលនីមួយៗ៖ {steps}។',
  },
  map: {
    en: 'Map of the 25 provinces as tiles of equal size, darker for more. Most: {most}. All figures are in the table below.',
    km: 'ផែនទីខេត្ត រាជធានីទាំង ២៥ ជាប្រឡោះស្មើគ្នា ពណ៌កាន់តែដិត មានន័យថាកាន់តែច្រើន។ ច្រើនជាងគេ៖ {most}។ តួលេខទាំងអស់មានក្នុងតារាងខាងក្រោម។',
  },
  mapOthers: { en: 'Not on the map: {others}.', km: 'មិនមានលើផែនទី៖ {others}។' },
  heat: {
    en: 'Table of shaded cells, {rows} rows by {columns} columns, darker for more. Most: {most}. All figures are in the table below.',
    km: 'តារាងប្រឡោះមានពណ៌ {rows} ជួរដេក និង {columns} ជួរឈរ ពណ៌កាន់តែដិត មានន័យថាកាន់តែច្រើន។ ច្រើនជាងគេ៖ {most}។ តួលេខទាំងអស់មានក្នុងតារាងខាងក្រោម។',
  },
  letters: { en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', km: 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយ' },
  lines: { en: '{said} From {from} to {to}.', km: '{said} ចាប់ពី{from} ដល់{to}។' },
  line: { en: '{label}: {values}.', km: '{label}៖ {values}។' },
  named: { en: '{label}: {trend}', km: '{label}៖ {trend}' },
  lineTrend: { en: '{label}: {values}; {trend}.', km: '{label}៖ {values}។ {trend}។' },
  band: {
    en: 'The band shows how far the truth may be from each figure: up to {error} either way. A hollow point counts several quarters and is not joined to the others.',
    km: 'ផ្ទៃស្រាលបង្ហាញថា ការពិតអាចខុសពីតួលេខនីមួយៗបានដល់ {error} ទាំងលើសទាំងខ្វះ។ ចំណុចប្រហោងរាប់ច្រើនត្រីមាសរួមគ្នា ហើយមិនភ្ជាប់ជាមួយចំណុចដទៃទេ។',
  },
  rose: { en: 'rose', km: 'កើនឡើង' },
  fell: { en: 'fell', km: 'ថយចុះ' },
  no_clear_change: { en: 'no clear change', km: 'គ្មានការប្រែប្រួលច្បាស់លាស់' },
  pair: { en: '{label} {value}', km: '{label} {value}' },
  whisker: {
    en: 'The thin line shows how far the truth may be from the figure: up to {error} either way.',
    km: 'បន្ទាត់ស្តើងបង្ហាញថា ការពិតអាចខុសពីតួលេខបានដល់ {error} ទាំងលើសទាំងខ្វះ។',
  },
  cascadeOf: {
    en: 'Each step counts those who came at least so far.',
    km: 'ដំណាក់កាលនីមួយៗ រាប់អ្នកដែលបានទៅដល់ទីនោះ ឬឆ្ងាយជាងនេះ។',
  },
  optionsOf: {
    en: 'One report may count under several of these.',
    km: 'របាយការណ៍មួយ អាចត្រូវបានរាប់ក្នុងចំណុចច្រើន។',
  },
  asTable: { en: 'The figures as a table', km: 'តួលេខជាតារាង' },
  range: { en: '{from} to {to}', km: '{from} ដល់ {to}' },
});
