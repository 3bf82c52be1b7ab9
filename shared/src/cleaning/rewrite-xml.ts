import { CannotClean } from './cannot-clean.ts';

/** A start tag: its name and its attributes without their prefixes, and what is to become of it. */
export type Tag = { readonly name: string; readonly attributes: readonly Attribute[] };
/** `whole` is the name with its prefix; `value` as it stands between the quotes, entities not resolved. */
export type Attribute = { readonly whole: string; readonly name: string; readonly value: string };

export type XmlRules = {
  /** Whether an element stays, with all that is in it. */
  readonly keepsElement: (tag: Tag) => boolean;
  /** The value that an attribute is given, null to drop it. */
  readonly attribute: (attribute: Attribute, tag: Tag) => string | null;
  /** The text that takes the place of one inside an element of this name. */
  readonly text: (text: string, element: string) => string;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
/** Sticky: one token at a time, each character read once, however hostile. */
const TOKEN =
  /<!\[CDATA\[([^]*?)\]\]>|<!--[^]*?-->|<\?[^]*?\?>|<\/([^\s<>"'/]+)\s*>|<([^\s<>"'/!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|[^<]+/y;
const ATTRIBUTE = /\s*([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')|(\s*\/?\s*$)/y;

/**
 * Rewrites a part of an office document. Names are compared without their prefixes, which each writer chooses. Comments
 * and processing instructions go; a document type, or what is not well formed, is refused.
 */
export function rewriteXml(xml: string, rules: XmlRules): string {
  const open: string[] = [];
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  // The depth at which an element was opened that is being dropped.
  let dropped = Infinity;
  TOKEN.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (TOKEN.lastIndex < xml.length) {
    const token = TOKEN.exec(xml);
    if (token === null) throw new CannotClean('damaged');
    const [all, , closing, opening, rest = ''] = token;
    if (closing !== undefined) {
      if (open.pop() !== closing) throw new CannotClean('damaged');
      if (open.length < dropped) out.push(all);
      else if (open.length === dropped) dropped = Infinity;
    } else if (opening !== undefined) {
      const isEmpty = rest.endsWith('/');
      const tag = { name: localName(opening), attributes: attributesOf(rest) };
      const isKept = open.length < dropped && rules.keepsElement(tag);
      if (isKept) out.push(`<${opening}${writeAttributes(tag, rules)}${isEmpty ? '/>' : '>'}`);
      else if (!isEmpty && dropped === Infinity) dropped = open.length;
      if (!isEmpty) open.push(opening);
    } else if (open.length > 0 && dropped === Infinity && !all.startsWith('<!--') && !all.startsWith('<?')) {
      out.push(rules.text(all, localName(open.at(-1) ?? '')));
    }
  }
  if (open.length > 0) throw new CannotClean('damaged');
  return out.join('');
}

function attributesOf(rest: string): Attribute[] {
  const attributes: Attribute[] = [];
  ATTRIBUTE.lastIndex = 0;
  while (ATTRIBUTE.lastIndex < rest.length) {
    const found = ATTRIBUTE.exec(rest);
    if (found === null) throw new CannotClean('damaged');
    const [, whole, double, single] = found;
    if (whole !== undefined) attributes.push({ whole, name: localName(whole), value: double ?? single ?? '' });
  }
  return attributes;
}

function writeAttributes(tag: Tag, rules: XmlRules): string {
  return tag.attributes
    .map((attribute) => {
      const isNamespace = attribute.whole === 'xmlns' || attribute.whole.startsWith('xmlns:');
      const value = isNamespace ? attribute.value : rules.attribute(attribute, tag);
      return value === null ? '' : ` ${attribute.whole}="${value.replaceAll('"', '&quot;')}"`;
    })
    .join('');
}

export function valueOf(tag: Tag, name: string): string {
  return tag.attributes.find((attribute) => attribute.whole === name)?.value ?? '';
}
