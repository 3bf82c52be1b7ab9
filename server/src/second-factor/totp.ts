import { Secret, TOTP } from 'otpauth';

const STEP_MS = 30_000;
/** Half minutes that a generator's clock may be off, either way. */
const WINDOW = 1;

/**
 * The half minute (since 1970) whose code this is; null when it is none of those around `now`. RFC 6238 with SHA-1, six
 * digits, thirty seconds: what every generator knows. `secret` has 20 bytes.
 */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | null {
  const totp = new TOTP({
    secret: new Secret({ buffer: secret.slice().buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / STEP_MS) + delta;
}
