import type { Words } from '@romduol/shared/language/language';
import { confidentialityLimits } from '@romduol/shared/questionnaire/sections';
import type { TextName } from '@romduol/shared/site/items';
import { textWords } from '../words/texts.ts';
import { helpText } from './help.ts';
import { homeText } from './home.ts';
import { nextText } from './next.ts';
import { rightsText } from './rights.ts';
import { safetyText } from './safety.ts';

/** What stands where no organisation has written its own, as Markdown: an editor starts from it. */
export const BUILT_IN: Readonly<Record<TextName, Words>> = {
  home: homeText,
  help: helpText,
  rights: rightsText,
  next: nextText,
  safety: safetyText,
  limits: confidentialityLimits,
  hours: textWords.hours,
};
