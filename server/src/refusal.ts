import { ERROR_CODES, type ErrorCode } from '@romduol/shared/api/contract';

/** Why a request is not served. Anything else that is thrown is a fault of ours and answers `internal`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }

  get status(): (typeof ERROR_CODES)[ErrorCode] {
    return ERROR_CODES[this.code];
  }
}
