/** What the tests use of the Frictionless validator; it brings no types. */
declare module 'datapackage' {
  export interface Resource {
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }
  export class Package {
    static load(descriptor: string, options?: { readonly strict?: boolean }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resourceNames: readonly string[];
    getResource(name: string): Resource;
    readonly descriptor: {
      readonly flockmark: {
        readonly header: object;
        readonly project: object;
        readonly coverage: {
          readonly pages: readonly object[];
          readonly tables: Readonly<
            Record<
              string,
              { readonly rows: number; readonly from?: string; readonly unknown: Readonly<Record<string, number>> }
            >
          >;
        };
      };
    };
  }
}
