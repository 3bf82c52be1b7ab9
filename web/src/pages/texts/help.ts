import type { Words } from '@romduol/shared/language/language';

/** Built in, below the numbers, until an organisation writes its own. */
export const helpText: Words = {
  en: `## After rape or a sexual assault

A hospital can help best within 72 hours (3 days): medicine against HIV, against pregnancy, and care for injuries. You may ask for this without going to the police.

## If you think of ending your life

You are not alone, and this feeling can pass. Please tell one person near you now, and do not stay alone tonight. Put away what you could hurt yourself with.

## What stays on this phone

“Leave quickly” takes you to another site at once. For ten minutes our pages do not open again in this browser, so that “Back” does not show them. It cannot erase everything:

- The browser’s history keeps our address. It calls the pages “Romduol” and does not say what they are for.
- A browser that is signed in to an account (Google, Apple) may show the history on other devices too.
- The owner of the Wi-Fi or the phone company can see that this address was visited, but not what you read or wrote.
- Some keyboards remember words that were typed.

How to clear traces, step by step: [How we keep it safe](safety).`,
  km: `## ក្រោយការរំលោភ ឬការបំពានផ្លូវភេទ

មន្ទីរពេទ្យអាចជួយបានល្អបំផុតក្នុងរយៈពេល ៧២ ម៉ោង (៣ ថ្ងៃ)៖ ថ្នាំការពារមេរោគអេដស៍ ថ្នាំការពារការមានផ្ទៃពោះ និងការព្យាបាលរបួស។ អ្នកអាចសុំជំនួយនេះ ដោយមិនចាំបាច់ទៅនគរបាលទេ។

## បើអ្នកគិតចង់បញ្ចប់ជីវិត

អ្នកមិនឯកោទេ ហើយអារម្មណ៍នេះអាចកន្លងផុតទៅបាន។ សូមប្រាប់មនុស្សម្នាក់ដែលនៅជិតអ្នកឥឡូវនេះ ហើយកុំនៅម្នាក់ឯងនៅយប់នេះ។ សូមទុកអ្វីៗដែលអាចធ្វើឱ្យអ្នករងរបួសឱ្យឆ្ងាយ។

## អ្វីដែលនៅសល់លើទូរស័ព្ទនេះ

«ចាកចេញភ្លាម» នាំអ្នកទៅគេហទំព័រផ្សេងភ្លាមៗ។ ក្នុងរយៈពេលដប់នាទី ទំព័ររបស់យើងនឹងមិនបើកវិញក្នុងកម្មវិធីរុករកនេះទេ ដូច្នេះប៊ូតុង «ថយក្រោយ» នឹងមិនបង្ហាញវាឡើយ។ វាមិនអាចលុបអ្វីៗទាំងអស់បានទេ៖

- ប្រវត្តិរុករករក្សាទុកអាសយដ្ឋានរបស់យើង។ វាហៅទំព័រទាំងនេះថា «រំដួល» ហើយមិនប្រាប់ថាសម្រាប់អ្វីទេ។
- កម្មវិធីរុករកដែលបានចូលគណនី (Google, Apple) អាចបង្ហាញប្រវត្តិនៅលើឧបករណ៍ផ្សេងទៀតផងដែរ។
- ម្ចាស់ Wi-Fi ឬក្រុមហ៊ុនទូរស័ព្ទ អាចឃើញថាមានគេបានចូលអាសយដ្ឋាននេះ ប៉ុន្តែមើលមិនឃើញអ្វីដែលអ្នកបានអាន ឬសរសេរទេ។
- ក្តារចុចខ្លះចងចាំពាក្យដែលបានវាយ។

របៀបលុបដាន ម្តងមួយជំហាន៖ [របៀបដែលយើងរក្សាសុវត្ថិភាព](safety)។`,
};
