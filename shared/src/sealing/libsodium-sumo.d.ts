// The raw library comes without types. These are the C functions that `sodium-thin.ts` binds: pointers and lengths are
// numbers, a 64-bit length is two of them (low word first), the answer is 0 for success.
declare module 'libsodium-sumo' {
  type Call = (...pointersAndLengths: number[]) => number;
  type WasmImports = object;
  export type RawSodium = {
    /** Replaced whenever the heap grows: never keep it. */
    readonly HEAPU8: Uint8Array;
    readonly _malloc: (length: number) => number;
    readonly _free: (pointer: number) => void;
    readonly _sodium_init: Call;
    readonly _crypto_generichash: Call;
    readonly _crypto_kdf_derive_from_key: Call;
    readonly _crypto_aead_xchacha20poly1305_ietf_encrypt: Call;
    readonly _crypto_aead_xchacha20poly1305_ietf_decrypt: Call;
    readonly _crypto_kem_xwing_seed_keypair: Call;
    readonly _crypto_kem_xwing_enc: Call;
    readonly _crypto_kem_xwing_dec: Call;
    readonly _crypto_sign_seed_keypair: Call;
    readonly _crypto_sign_detached: Call;
    readonly _crypto_sign_verify_detached: Call;
    readonly _crypto_pwhash: Call;
    readonly _crypto_stream_chacha20_ietf: Call;
    readonly _crypto_secretstream_xchacha20poly1305_init_pull: Call;
    readonly _crypto_secretstream_xchacha20poly1305_push: Call;
    readonly _crypto_secretstream_xchacha20poly1305_pull: Call;
  };
  const load: (options: {
    getRandomValue: () => number;
    instantiateWasm: (imports: WasmImports, done: (instance: object) => void) => void | Promise<void>;
  }) => Promise<RawSodium>;
  export default load;
}
