import { type Streams, need } from './sodium-checked.ts';

/** As `checkLengths`, for what a page without files does not load. */
export function checkStreams(unchecked: Streams): Streams {
  return {
    aeadOpen(key, nonce, additional, ciphertext) {
      need(key, 32);
      need(nonce, 24);
      return ciphertext.length < 16 ? null : unchecked.aeadOpen(key, nonce, additional, ciphertext);
    },
    chacha20(length, nonce, key) {
      need(nonce, 12);
      need(key, 32);
      return unchecked.chacha20(length, nonce, key);
    },
    signKeypair(seed) {
      need(seed, 32);
      return unchecked.signKeypair(seed);
    },
    kemDecapsulate(ciphertext, secretKey) {
      need(ciphertext, 1120);
      need(secretKey, 32);
      return unchecked.kemDecapsulate(ciphertext, secretKey);
    },
    sign(message, secretKey) {
      need(secretKey, 64);
      return unchecked.sign(message, secretKey);
    },
    streamSealer(key, header) {
      need(key, 32);
      need(header, 24);
      return unchecked.streamSealer(key, header);
    },
    streamOpener(key, header) {
      need(key, 32);
      need(header, 24);
      const opener = unchecked.streamOpener(key, header);
      return {
        pull: (ciphertext, additional) => (ciphertext.length < 17 ? null : opener.pull(ciphertext, additional)),
      };
    },
  };
}
