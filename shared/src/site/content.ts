import { fromUtf8 } from '../sealing/bytes.ts';
import { audioTypeOf } from './audio-type.ts';
import { readHelpNumbers } from './help-numbers.ts';
import { readOrganisationSettings } from './organisation-settings.ts';
import { RETENTION_ITEM, SETTINGS_ITEM, type SiteItem, type SiteItemKind, kindOf } from './items.ts';
import { readReception, readRetention } from './settings.ts';

/** Bytes. A clip of two mebibytes is two minutes of speech even in an old format. */
export const CONTENT_MAX: Readonly<Record<SiteItemKind, number>> = {
  text: 24 * 1024,
  numbers: 64 * 1024,
  clip: 2 * 1024 * 1024,
  setting: 1024,
};

/** The type of an edition that takes something back: no bytes at all. */
export const EMPTY_TYPE = 'application/x-empty';

/**
 * The MIME type that an item's content has, read from the content itself; null when it is none that this item may hold.
 * An empty edition takes the item back: the page shows what it would show had it never been written.
 */
export function contentType(item: SiteItem, content: Uint8Array): string | null {
  const kind = kindOf(item);
  if (content.length === 0) return EMPTY_TYPE;
  if (content.length > CONTENT_MAX[kind]) return null;
  if (kind === 'clip') return audioTypeOf(content);
  if (kind === 'numbers') return readHelpNumbers(content) === null ? null : 'application/json';
  if (kind === 'setting') return readSetting(item, content) === null ? null : 'application/json';
  return readSiteText(content) === null ? null : 'text/markdown';
}

function readSetting(item: SiteItem, content: Uint8Array): unknown {
  if (item === SETTINGS_ITEM) return readOrganisationSettings(content);
  return item === RETENTION_ITEM ? readRetention(content) : readReception(content);
}

/** Control characters but tab and line feed, and those that turn the direction: they mislead whoever reads before signing. */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/** The words of a text; null for bytes that are not UTF-8 in normal form C, or hold what cannot be seen. */
export function readSiteText(content: Uint8Array): string | null {
  try {
    const text = fromUtf8(content);
    return text === text.normalize('NFC') && !HIDDEN.test(text) ? text : null;
  } catch {
    return null;
  }
}
