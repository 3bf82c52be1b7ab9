import type { Language, Words } from '../language/language.ts';

/** Raised with every change to a list. Records and answers carry the version they were written under. */
export const CODEBOOK_VERSION = 1;

/** A label, and for the lists that coders must judge by, one sentence that says what belongs under the code. */
export type CodeWords = Words & { readonly definition?: Words };

export type Code<C extends string = string> = { readonly code: C } & CodeWords;

/** A closed list in a fixed order. Tables are emitted in this order, so a code is never moved, only added in a version. */
export type CodeList<C extends string = string> = { readonly id: string; readonly codes: readonly Code<C>[] };

export type CodeOf<L> = L extends CodeList<infer C> ? C : never;

/** Makes a list from its words, in the order in which they are written. */
export function codeList<C extends string>(id: string, words: Readonly<Record<C, CodeWords>>): CodeList<C> {
  const codes = (Object.keys(words) as C[]).map((code) => ({ code, ...words[code] }));
  return { id, codes };
}

/** The codes alone, in order: what `z.enum` takes. */
export function codesOf<C extends string>(list: CodeList<C>): [C, ...C[]] {
  return list.codes.map(({ code }) => code) as [C, ...C[]];
}

export function isCodeOf<C extends string>(list: CodeList<C>, code: unknown): code is C {
  return list.codes.some((one) => one.code === code);
}

function findCode(list: CodeList, code: string): Code | undefined {
  return list.codes.find((one) => one.code === code);
}

/** The code's label; the bare code when the list has no such code, which a later codebook's record may hold. */
export function labelOf(list: CodeList, code: string, language: Language): string {
  return findCode(list, code)?.[language] ?? code;
}

/** The sentence that tells coders what belongs under the code, or null when the label says it all. */
export function definitionOf(list: CodeList, code: string, language: Language): string | null {
  return findCode(list, code)?.definition?.[language] ?? null;
}
