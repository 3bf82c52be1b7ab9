// It brings no types: what of it is called here.
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    /** Reads a table and casts every cell to its field's type; throws where one is of another. */
    read(options: { readonly keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(
      descriptor: string | object,
      options: { readonly basePath: string; readonly strict: boolean },
    ): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  const module: { readonly Package: typeof Package };
  export default module;
}
