import type { Words } from '@romduol/shared/language/language';

/** How traces are cleared, by browser. Menus change: look again with each year's phones. */
export const tracesText: Words = {
  en: `## What nobody can erase for you

“Leave quickly” hides the page. It does not erase:

- the line in the browser’s history. It says “Romduol” and not what the page is for;
- what the Wi-Fi’s router and the phone company write down;
- the history that an account (Google, Apple, Facebook) shows on other devices;
- screenshots, and the small picture of the page in the list of open apps.

## How to clear traces

Delete only the lines that say “Romduol”: an empty history can make somebody suspicious. The names differ a little from phone to phone.

### Chrome on Android

1. Touch the three dots, then **History**.
2. Find “Romduol” and touch the ✕ beside it.
3. Close the tab, then close Chrome in the list of open apps.
4. If the phone is signed in to Google: open **myactivity.google.com** and delete the line there too.

Next time: three dots, **New Incognito tab**.

### Inside Facebook, Messenger or Telegram

A page opened from a message or a post opens inside the app, and the app may keep that you opened the link.

1. Facebook and Messenger: **Menu**, **Settings & privacy**, **Settings**, **Browser**, then clear the browsing data.
2. Telegram: **Settings**, **Chat settings**, **In-app browser**, then clear the history and cookies.
3. If a friend sent you the link, delete the message with the link too.

Next time: touch the three dots and **Open in browser**, or type the address into a private window.

### Safari on an iPhone

1. Touch the book, then the clock (**History**).
2. Push the line “Romduol” to the left and touch **Delete**.
3. Touch the two squares and close the page, then close Safari in the list of open apps.
4. With iCloud, other devices with the same Apple account show the history too, until it is deleted there.

Next time: the two squares, then **Private**.`,
  km: `## អ្វីដែលគ្មាននរណាអាចលុបជំនួសអ្នកបាន

«ចាកចេញភ្លាម» លាក់ទំព័រ។ វាមិនលុប៖

- បន្ទាត់ក្នុងប្រវត្តិរុករក។ បន្ទាត់នោះសរសេរថា «រំដួល» ហើយមិនប្រាប់ថាទំព័រនេះសម្រាប់អ្វីទេ
- អ្វីដែលឧបករណ៍ Wi-Fi និងក្រុមហ៊ុនទូរស័ព្ទកត់ត្រាទុក
- ប្រវត្តិដែលគណនី (Google, Apple, Facebook) បង្ហាញនៅលើឧបករណ៍ផ្សេង
- រូបថតអេក្រង់ និងរូបតូចនៃទំព័រក្នុងបញ្ជីកម្មវិធីដែលកំពុងបើក

## របៀបលុបដាន

សូមលុបតែបន្ទាត់ដែលសរសេរថា «រំដួល» ប៉ុណ្ណោះ៖ ប្រវត្តិទទេស្អាត អាចធ្វើឱ្យគេសង្ស័យ។ ឈ្មោះក្នុងម៉ឺនុយអាចខុសគ្នាបន្តិចបន្តួចតាមទូរស័ព្ទ។

### Chrome លើទូរស័ព្ទ Android

1. ចុចលើចំណុចបី រួចចុច **ប្រវត្តិ (History)**។
2. រក «រំដួល» ហើយចុចសញ្ញា ✕ នៅក្បែរវា។
3. បិទផ្ទាំងនោះ រួចបិទ Chrome ក្នុងបញ្ជីកម្មវិធីដែលកំពុងបើក។
4. បើទូរស័ព្ទបានចូលគណនី Google៖ បើក **myactivity.google.com** ហើយលុបបន្ទាត់នៅទីនោះផងដែរ។

លើកក្រោយ៖ ចុចចំណុចបី រួចចុច **ផ្ទាំងឯកជនថ្មី (New Incognito tab)**។

### ក្នុងកម្មវិធី Facebook, Messenger ឬ Telegram

ទំព័រដែលបើកពីសារ ឬពីការបង្ហោះ នឹងបើកក្នុងកម្មវិធីនោះផ្ទាល់ ហើយកម្មវិធីអាចរក្សាទុកថាអ្នកបានបើកតំណនោះ។

1. Facebook និង Messenger៖ **ម៉ឺនុយ (Menu)**, **ការកំណត់ និងឯកជនភាព (Settings & privacy)**, **ការកំណត់ (Settings)**, **កម្មវិធីរុករក (Browser)** រួចលុបទិន្នន័យរុករក។
2. Telegram៖ **ការកំណត់ (Settings)**, **ការកំណត់ការជជែក (Chat settings)**, **កម្មវិធីរុករកក្នុងកម្មវិធី (In-app browser)** រួចលុបប្រវត្តិ និងខូគី។
3. បើមិត្តភក្តិផ្ញើតំណមកអ្នក សូមលុបសារដែលមានតំណនោះផងដែរ។

លើកក្រោយ៖ ចុចចំណុចបី រួចចុច **បើកក្នុងកម្មវិធីរុករក (Open in browser)** ឬវាយអាសយដ្ឋានក្នុងផ្ទាំងឯកជន។

### Safari លើ iPhone

1. ចុចលើរូបសៀវភៅ រួចចុចរូបនាឡិកា (**ប្រវត្តិ – History**)។
2. រុញបន្ទាត់ «រំដួល» ទៅឆ្វេង ហើយចុច **លុប (Delete)**។
3. ចុចលើរូបការ៉េពីរ ហើយបិទទំព័រ រួចបិទ Safari ក្នុងបញ្ជីកម្មវិធីដែលកំពុងបើក។
4. បើប្រើ iCloud ឧបករណ៍ផ្សេងដែលមានគណនី Apple ដូចគ្នា ក៏បង្ហាញប្រវត្តិដែរ រហូតដល់លុបនៅទីនោះ។

លើកក្រោយ៖ ចុចរូបការ៉េពីរ រួចចុច **ឯកជន (Private)**។`,
};
