import { type CodeList, definitionOf } from '@romduol/shared/codebook/code-list';
import type { Language } from '@romduol/shared/language/language';
import type { Choice } from './fields.tsx';

/** A code list as choices, in its order, each with its definition where it has one. */
export function choicesOf(list: CodeList, language: Language, except: readonly string[] = []): Choice[] {
  return list.codes
    .filter(({ code }) => !except.includes(code))
    .map(({ code, ...words }) => ({ code, label: words[language], hint: definitionOf(list, code, language) }));
}

/** The code of a list that a form's text is, or undefined while nothing, or nothing known, was chosen. */
export function codeIn<C extends string>(list: CodeList<C>, chosen: string): C | undefined {
  return list.codes.find(({ code }) => code === chosen)?.code;
}

/** The codes of a list among those that a form holds, in the list's order. */
export function codesAmong<C extends string>(list: CodeList<C>, chosen: readonly string[]): C[] {
  return list.codes.map(({ code }) => code).filter((code) => chosen.includes(code));
}
