/** Name and description of each chart by its number in the package. */
export type ChartNames = Map<number, { readonly name: string; readonly description: string }>;

/** What must still be done to the package the library writes, because it cannot. */
export interface PackageEdits {
  /** Texts of parts we write ourselves, by part name. */
  readonly parts: Map<string, string>;
  readonly chartNames: ChartNames;
}

export function noEdits(): PackageEdits {
  return { parts: new Map(), chartNames: new Map() };
}
