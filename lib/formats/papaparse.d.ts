/** The functions used. The published types (`@types/papaparse`) bring Node's and the DOM's into the pure part. */
declare module 'papaparse' {
  interface UnparseConfig {
    readonly quotes?: boolean | readonly boolean[];
    readonly newline?: string;
    readonly header?: boolean;
    readonly escapeFormulae?: boolean | RegExp;
  }
  interface ParseResult {
    readonly data: readonly Readonly<Record<string, string>>[];
    readonly errors: readonly { readonly message: string }[];
  }
  const Papa: {
    parse(text: string, config: { readonly header: true; readonly skipEmptyLines?: boolean }): ParseResult;
    unparse(data: readonly (readonly (string | number | boolean)[])[], config?: UnparseConfig): string;
  };
  export default Papa;
}
