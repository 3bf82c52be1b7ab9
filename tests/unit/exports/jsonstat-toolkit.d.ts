/** The package comes without types. What it gives is checked by what the tests expect of it. */
declare module 'jsonstat-toolkit' {
  // oxlint-disable-next-line typescript/no-explicit-any -- a reader's answers, whatever they are
  export default function JSONstat(response: unknown): any;
}
