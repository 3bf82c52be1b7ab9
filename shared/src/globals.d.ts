// The few globals that browsers, workers and Node all have. `shared` is compiled without the types of any of them, so
// that nothing else, no file, no socket, no document, can be named in it.
declare var TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } };
declare var TextDecoder: {
  new (encoding: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean }): { decode(bytes: Uint8Array): string };
};
declare function atob(text: string): string;
/** Standard since ECMAScript 2026, not yet everywhere. */
interface Uint8ArrayConstructor {
  fromBase64?(text: string, options: { alphabet: 'base64url' }): Uint8Array<ArrayBuffer>;
}
declare var crypto: { randomUUID(): string; getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T };
