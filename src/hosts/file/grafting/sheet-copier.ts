import { escapeCellText } from '../reading/xlsx/cell-text';
import type { MergedStyles } from './merge-styles';
import type { PackageParts } from './package-parts';
import { rewriteXml, type RewriteRules } from './rewrite-xml';
import { freeTableName } from './table-names';
import { must } from '../../../base/invariant';

/** Numbers that must be unlike those in use in the package that takes the parts in. */
export interface Renumbering {
  readonly tables: NumberSource;
  readonly pivotCaches: NumberSource;
}

/** Hands out the lowest numbers not in use, the same one for the same old number. */
export class NumberSource {
  private readonly used: Set<number>;
  private readonly given = new Map<number, number>();

  constructor(used: Iterable<number>) {
    this.used = new Set(used);
  }

  replacement(old: number): number {
    const known = this.given.get(old);
    if (known !== undefined) return known;
    let free = 1;
    while (this.used.has(free)) free += 1;
    this.used.add(free);
    this.given.set(old, free);
    return free;
  }
}

/** Copies parts, and what they point to, from a workbook we have just written into another. */
export class SheetCopier {
  private readonly copied = new Map<string, string>();

  constructor(
    private readonly source: PackageParts,
    private readonly target: PackageParts,
    private readonly styles: MergedStyles,
    private readonly texts: readonly string[],
    private readonly numbers: Renumbering,
  ) {}

  /** Gives the name the part has in the target. */
  copy(part: string): string {
    const known = this.copied.get(part);
    if (known !== undefined) return known;
    const name = this.target.freeName(part);
    this.copied.set(part, name);
    const type = this.source.types.of(part);
    this.target.types.set(name, type);
    this.target.set(name, this.content(part, type));
    const relationships = this.source.relationships(part);
    if (relationships.length > 0) {
      this.target.setRelationships(
        name,
        relationships.map((relationship) =>
          relationship.external ? relationship : { ...relationship, target: this.copy(relationship.target) },
        ),
      );
    }
    return name;
  }

  private content(part: string, type: string): Uint8Array | string {
    const rewrite = (rules: RewriteRules): string => rewriteXml(part, this.source.text(part), rules);
    if (type.endsWith('.worksheet+xml')) return rewrite(sheetRules(this.styles, this.texts));
    if (type.endsWith('.table+xml')) {
      const number = renumber('table', 'id', this.numbers.tables);
      return rewrite({
        open: (name, attributes, depth) => {
          if (depth === 1) this.nameTable(attributes);
          return number(name, attributes, depth);
        },
      });
    }
    if (type.endsWith('.pivotTable+xml')) {
      return rewrite({ open: renumber('pivotTableDefinition', 'cacheId', this.numbers.pivotCaches) });
    }
    return this.source.bytes(part);
  }

  /** A sheet of the clerk's may have a table of ours: one that was renamed, for one. */
  private nameTable(attributes: Record<string, string>): void {
    const free = freeTableName(this.target, attributes['displayName'] ?? '');
    attributes['displayName'] = free;
    if ('name' in attributes) attributes['name'] = free;
  }
}

const INLINE = ['<is><t xml:space="preserve">', '</t></is>'] as const;

/**
 * Moves the style indexes of cells and conditional formats (our sheets have none elsewhere), and the shared texts into
 * their cells: the table of the file that takes the sheet in does not grow with every write. A cell without a style has
 * style 0 of its own file.
 */
function sheetRules({ cells, differentials }: MergedStyles, texts: readonly string[]): RewriteRules {
  let shared = false;
  return {
    open: (name, attributes) => {
      if (name === 'c') {
        shared = attributes['t'] === 's';
        if (shared) attributes['t'] = 'inlineStr';
        attributes['s'] = String(must(cells[Number(attributes['s'] ?? 0)], 'a style that our cell names'));
      } else if (name === 'cfRule' && 'dxfId' in attributes) {
        attributes['dxfId'] = String(
          must(differentials[Number(attributes['dxfId'])], 'a format that our rule names'),
        );
      }
      return undefined;
    },
    tags: (name) => (shared && name === 'v' ? INLINE : undefined),
    text: (text, element) =>
      shared && element === 'v'
        ? escapeCellText(must(texts[Number(text)], 'a text that our cell names'))
        : text,
  };
}

function renumber(element: string, attribute: string, numbers: NumberSource) {
  return (name: string, attributes: Record<string, string>, depth: number): undefined => {
    if (depth === 1 && name === element) {
      attributes[attribute] = String(numbers.replacement(Number(attributes[attribute])));
    }
    return undefined;
  };
}
