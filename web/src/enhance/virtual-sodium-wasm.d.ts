// The address of libsodium's WASM as a file of its own; `web/vite.config.ts` makes both.
declare module 'virtual:sodium-wasm' {
  const address: string;
  export default address;
}
