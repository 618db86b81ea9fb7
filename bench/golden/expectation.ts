/** The hand-checked expectations of one real repository, as `golden/*.json` holds them. */
export interface Golden {
  /** `owner/name` */
  readonly repo: string;
  /** The commit it was read at. */
  readonly sha: string;
  readonly expect: readonly Expectation[];
}

export interface Expectation {
  readonly edge?: ExpectedEdge;
  readonly declares?: ExpectedDeclaration;
  readonly conflict?: ExpectedConflict;
  readonly absent?: { readonly code: string; readonly subject: string; readonly file?: string };
  readonly why: string;
}

export interface ExpectedEdge {
  readonly kind: "imports" | "bridges";
  readonly mechanism?: string;
  readonly from: string;
  readonly line: number;
  readonly specifier?: string;
  readonly to: string;
}

export interface ExpectedDeclaration {
  readonly manifest: string;
  readonly line: number;
  readonly package: string;
  readonly range: string;
  readonly scope: string;
}

export interface ExpectedConflict {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly subject: string;
}
