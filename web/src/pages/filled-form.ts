import type { Field } from '@romduol/shared/questionnaire/read-answers';
import type { PageProblem } from './form-fields.ts';

/** A form to be shown again: what was typed, as it was typed, what to mend, and the files that must be chosen again. */
export type FilledForm = {
  readonly fields: readonly Field[];
  readonly problems: readonly PageProblem[];
  readonly files?: readonly string[];
};

export const EMPTY_FORM: FilledForm = { fields: [], problems: [] };
