/** Everything that can be wrong with something sealed, signed or typed. Rooms above map these to words. */
export type SealingErrorCode =
  /** Does not authenticate: changed, cut, swapped, or sealed under another key. */
  | 'damaged'
  /** The key is not the one that the envelope or the grant commits to. */
  | 'commit_mismatch'
  | 'bad_signature'
  /** Signed by somebody whom the keyring or the authority list does not name, or not for this. */
  | 'unknown_signer'
  | 'bad_padding'
  /** Authentic, but not of the shape that its version has. */
  | 'malformed'
  | 'wrong_length'
  | 'too_long'
  | 'weak_parameters'
  | 'out_of_memory'
  | 'not_in_this_build'
  | 'bad_receipt'
  | 'no_recipient'
  | 'no_team'
  /** The keys handed over are not those that the signed keyring names. */
  | 'keys_differ'
  /** A log whose entries do not follow one another. */
  | 'chain_broken'
  /** A key was given by somebody who may not, or to somebody who may not have it. */
  | 'grant_refused'
  /** Older than what was seen before. */
  | 'case_rolled_back'
  | 'keyring_broken'
  | 'keyring_expired'
  | 'keyring_rolled_back'
  /** A change that lets somebody read more has one signature, though a second could have been given. */
  | 'second_signature_missing'
  /** Not the 24 words of a recovery card. */
  | 'bad_recovery_words'
  /** Signed by another root than the one pinned. */
  | 'wrong_root';

/** `code` is for programs; there is no prose, since nothing sealed may reach a message. */
export class SealingError extends Error {
  // Declared, not defined: a field would bring its helper for old browsers into every worker of a reporter's page.
  declare readonly code: SealingErrorCode;

  constructor(code: SealingErrorCode) {
    super(code);
    this.name = 'SealingError';
    this.code = code;
  }
}
