// Reads what has been authenticated and decoded from JSON. By hand, since the report page's worker carries no schema
// library. All throw `malformed`.
import { fromBase64url } from './bytes.ts';
import { SealingError } from './errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function malformed(): never {
  throw new SealingError('malformed');
}

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : malformed();
}

export function list<T>(value: unknown, item: (value: unknown) => T): T[] {
  return Array.isArray(value) ? value.map((one) => item(one)) : malformed();
}

/** Ids, slugs, days and names; which of them it is, `pattern` says. The caller names the branded type. */
export function text<T extends string = string>(value: unknown, pattern = /^[^]{1,200}$/): T {
  return typeof value === 'string' && pattern.test(value) ? (value as T) : malformed();
}

export const day = <T extends string>(value: unknown): T => text<T>(value, /^\d{4}-\d\d-\d\d$/);

export function whole(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : malformed();
}

/** `length` bytes in base64url. */
export function byteString(value: unknown, length: number): Uint8Array {
  const encoded = text(value, /^[\w-]+$/);
  return encoded.length === Math.ceil((length * 4) / 3) ? fromBase64url(encoded) : malformed();
}
