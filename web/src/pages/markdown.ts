import type { Token, Tokens } from 'marked';
import { lexer } from 'marked';

/*
 * What an administrator writes, as a small tree of our own. The parser only says where things begin and end: whatever is
 * not in this tree, HTML above all, stays the plain text that it is. Nothing here ever becomes markup by being copied.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'em' | 'strong'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Inline[] };

export type Block =
  /** `rank` counts from 0: how far below the text's first level. Ranks never skip one on the way down. */
  | { readonly kind: 'heading'; readonly rank: number; readonly inside: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  /** A list's line, without the space that stands around a paragraph. */
  | { readonly kind: 'line'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] };

/** Deeper than anybody writes, and shallow enough for every parser. */
const DEEPEST = 12;

/** Reads Markdown (CommonMark, without GitHub's additions). `place` is the address that relative links start from. */
export function readMarkdown(text: string, place: string): Block[] {
  if (nests(text)) return [plain(text)];
  const depths: number[] = [];
  return lexer(text, { gfm: false }).flatMap((token) => blockOf(token, place, depths));
}

/** The parser descends once for each mark that a line begins with: a line of nothing else would exhaust its stack. */
function nests(text: string): boolean {
  return text.split('\n').some((line) => {
    const marks = /^(?:\s*(?:[>*+-]|\d+[.)]))*/.exec(line)?.[0] ?? '';
    return !/^[\s*-]*$/.test(line) && (marks.match(/[>*+.)-]/g)?.length ?? 0) > DEEPEST;
  });
}

const plain = (text: string): Block => ({ kind: 'paragraph', inside: [{ kind: 'text', text }] });

function blockOf(token: Token, place: string, depths: number[]): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      while ((depths.at(-1) ?? 0) >= depth) depths.pop();
      depths.push(depth);
      return [{ kind: 'heading', rank: depths.length - 1, inside: inlines(tokens, place) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', inside: inlines((token as Tokens.Paragraph).tokens, place) }];
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return [{ kind: 'line', inside: tokens === undefined ? [{ kind: 'text', text }] : inlines(tokens, place) }];
    }
    case 'blockquote':
      return [{ kind: 'quote', inside: blocksIn((token as Tokens.Blockquote).tokens, place) }];
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      return [
        {
          kind: 'list',
          start: ordered ? Number(start) || 0 : null,
          items: items.map(({ tokens }) => blocksIn(tokens, place)),
        },
      ];
    }
    default:
      return token.raw.trim() === '' ? [] : [plain(token.raw.trim())];
  }
}

/** Inside a quotation or a list a heading is a line in bold: the page's outline is not theirs. */
const blocksIn = (tokens: readonly Token[], place: string): Block[] =>
  tokens
    .flatMap((token) => blockOf(token, place, []))
    .map((block) =>
      block.kind === 'heading' ? { kind: 'paragraph', inside: [{ kind: 'strong', inside: block.inside }] } : block,
    );

const inlines = (tokens: readonly Token[], place: string): Inline[] =>
  tokens.flatMap((token) => inlineOf(token, place));

function inlineOf(token: Token, place: string): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape': {
      const { tokens, text } = token as Tokens.Text;
      return tokens === undefined ? [{ kind: 'text', text }] : inlines(tokens, place);
    }
    case 'br':
      return [{ kind: 'break' }];
    case 'em':
    case 'strong':
      return [{ kind: token.type, inside: inlines((token as Tokens.Em).tokens, place) }];
    case 'link': {
      const { href, tokens, raw } = token as Tokens.Link;
      const safe = safeHref(href, place);
      return safe === null
        ? [{ kind: 'text', text: raw }]
        : [{ kind: 'link', href: safe, inside: inlines(tokens, place) }];
    }
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

/** Nobody's: what still points here was relative. */
const HERE = 'https://here.invalid';

/**
 * The address that a link may lead to, written as the browser itself would read it; null for any that is not http, https,
 * tel or relative, or that pretends to be another (`https://us@them/`).
 */
export function safeHref(href: string, place: string): string | null {
  if (href.trim() === '' || !URL.canParse(href, HERE + place)) return null;
  const url = new URL(href, HERE + place);
  if (url.username !== '' || url.password !== '') return null;
  if (url.origin === HERE) return url.pathname.startsWith('//') ? null : url.pathname + url.search + url.hash;
  if (url.protocol === 'tel:') return /^tel:\+?[\d-]{2,24}$/.test(url.href) ? url.href : null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
