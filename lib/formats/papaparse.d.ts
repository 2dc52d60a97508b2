/** The functions used. The published types (`@types/papaparse`) bring Node's and the DOM's into the pure part. */
declare module 'papaparse' {
  interface UnparseConfig {
    readonly quotes?: boolean | readonly boolean[];
    readonly newline?: string;
    readonly header?: boolean;
    readonly escapeFormulae?: boolean | RegExp;
  }
  interface ParseError {
    readonly message: string;
    readonly type?: string;
    readonly row?: number;
  }
  interface ParseResult<Row> {
    readonly data: readonly Row[];
    readonly errors: readonly ParseError[];
    readonly meta: { readonly fields?: readonly string[] };
  }
  const Papa: {
    parse(
      text: string,
      config: { readonly header: true; readonly skipEmptyLines?: boolean },
    ): ParseResult<Readonly<Record<string, string>>>;
    parse(
      text: string,
      config: { readonly header: false; readonly delimiter: string; readonly newline: string },
    ): ParseResult<readonly string[]>;
    unparse(data: readonly (readonly (string | number | boolean)[])[], config?: UnparseConfig): string;
  };
  export default Papa;
}
