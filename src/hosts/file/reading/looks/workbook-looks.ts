import { admit } from '../package/gate';
import { markedEncoding } from '../package/encoding';
import type { ZipPackage } from '../package/package';
import { WorkbookReader } from '../xlsx/workbook-part';
import { LookStylesReader, type CellLook } from './look-styles';
import { ThemeReader } from './palette';
import { SheetLooks } from './sheet-looks';

/** How the sheets of a workbook look in its file; each is read when it is first asked for. */
export class WorkbookLooks {
  private readonly parts: ZipPackage;
  /** The parts of the sheets by their names. */
  private readonly sheetParts: ReadonlyMap<string, string>;
  private readonly styles: readonly CellLook[];
  private readonly read = new Map<string, SheetLooks>();

  /** @throws WorkbookFileError */
  constructor(bytes: Uint8Array) {
    const { parts, main } = admit(bytes);
    this.parts = parts;
    const relationships = parts.relationships(main).filter(({ external }) => !external);
    const workbook = new WorkbookReader();
    parts.readXml(main, workbook);
    const targets = new Map(relationships.map(({ id, target }) => [id, target]));
    this.sheetParts = new Map(
      workbook.sheets.flatMap(({ name, relationship }): [string, string][] => {
        const part = targets.get(relationship);
        return part === undefined ? [] : [[name, part]];
      }),
    );
    const partOf = (kind: string) => relationships.find(({ type }) => type === kind)?.target;
    const [themePart, stylesPart] = [partOf('theme'), partOf('styles')];
    const theme = new ThemeReader();
    if (themePart !== undefined && parts.has(themePart)) parts.readXml(themePart, theme);
    const styles = new LookStylesReader(theme.colors);
    if (stylesPart !== undefined) parts.readXml(stylesPart, styles);
    this.styles = styles.looks;
  }

  /** `undefined` where the workbook has no such sheet. @throws WorkbookFileError */
  sheet(name: string): SheetLooks | undefined {
    const part = this.sheetParts.get(name);
    if (part === undefined) return undefined;
    const known = this.read.get(name) ?? new SheetLooks(this.textOf(part), this.styles);
    this.read.set(name, known);
    return known;
  }

  private textOf(part: string): string {
    const bytes = this.parts.readBytes(part);
    return new TextDecoder(markedEncoding(bytes) ?? 'utf-8').decode(bytes);
  }
}
