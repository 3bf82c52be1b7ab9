import type { OrganisationId } from '../ids.ts';
import { le64, utf8 } from './bytes.ts';
import { checkSignature, signParts } from './signature.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** An edition of what an organisation says in public: whose, which, in which language, the how-manieth, and its hash. */
export type SiteItemToSign = {
  readonly organisation: OrganisationId;
  readonly item: string;
  /** `en`, `km`, or `-`. */
  readonly language: string;
  /** From 1, without a gap. */
  readonly number: number;
  /** `siteHash` of the content. */
  readonly hash: Uint8Array;
};

/** 32 bytes; what of a content is signed, so that a clip need not be fetched to check who published it. */
export function siteHash(content: Uint8Array): Uint8Array {
  return sodium().hash(32, content);
}

const siteParts = ({ organisation, item, language, number, hash }: SiteItemToSign): Uint8Array[] => [
  utf8(organisation),
  utf8(item),
  utf8(language),
  le64(number),
  hash,
];

/** An administrator's signature, 64 bytes. */
export function signSiteItem(item: SiteItemToSign, signing: KeyPair): Uint8Array {
  return signParts('text', siteParts(item), signing.secretKey);
}

/** Throws `bad_signature`. */
export function verifySiteItem(item: SiteItemToSign, signature: Uint8Array, signerKey: Uint8Array): void {
  checkSignature('text', siteParts(item), signature, signerKey);
}
