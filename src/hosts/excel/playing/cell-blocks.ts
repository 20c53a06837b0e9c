import { ACTION_BYTES } from '../requests';

/** Something for one cell. */
export interface Placed<Value> {
  readonly row: number;
  readonly column: number;
  readonly value: Value;
}

/** A rectangle of cells, `null` where a cell is not meant. Row and column are those of its first cell. */
export interface Block<Value> {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (Value | null)[])[];
  readonly bytes: number;
}

/** Cells this far apart in a row are not put into one block: the clerk may have something between them. */
const WIDEST_GAP = 3;
/** What a block of its own costs, in bytes; some, because each action costs time besides. */
const BLOCK_COST = 6 * ACTION_BYTES;
const NULL_BYTES = 5;
/** Larger ones are divided, so that they can go into different requests. */
const BLOCK_BYTES = 400_000;

/**
 * Cells as few rectangles: neighbours go together, and those near each other where the cells between them, which are left
 * as they are, weigh less than a rectangle more. Every cell of a row and its neighbours in that row are in one rectangle.
 */
export function blocksOf<Value>(
  cells: readonly Placed<Value>[],
  bytesOf: (value: Value) => number,
): readonly Block<Value>[] {
  const inOrder = cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
  const done: GrowingBlock<Value>[] = [];
  let open: GrowingBlock<Value>[] = [];
  for (const part of rowParts(inOrder, bytesOf)) {
    const [near, far] = divided(open, (block) => block.isNear(part.row));
    done.push(...far);
    open = near;
    if (!open.some((block) => block.take(part))) open.push(new GrowingBlock(part));
  }
  return [...done, ...open].map((block) => block.finished());
}

/** Neighbours in one row. */
interface RowPart<Value> {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly Placed<Value>[];
  readonly bytes: number;
}

function rowParts<Value>(
  inOrder: readonly Placed<Value>[],
  bytesOf: (value: Value) => number,
): readonly RowPart<Value>[] {
  const parts: Placed<Value>[][] = [];
  for (const cell of inOrder) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    const follows = last?.row === cell.row && cell.column - last.column <= WIDEST_GAP;
    if (follows && part !== undefined) part.push(cell);
    else parts.push([cell]);
  }
  return parts.map((part) => ({
    row: part[0]?.row ?? 0,
    left: part[0]?.column ?? 0,
    right: part.at(-1)?.column ?? 0,
    cells: part,
    bytes: part.reduce((sum, { value }) => sum + bytesOf(value), 0),
  }));
}

class GrowingBlock<Value> {
  private readonly parts: RowPart<Value>[];
  private left: number;
  private right: number;
  private cells: number;
  private bytes: number;

  constructor(first: RowPart<Value>) {
    this.parts = [first];
    ({ left: this.left, right: this.right, bytes: this.bytes } = first);
    this.cells = first.cells.length;
  }

  /** Whether a row may still belong to it. */
  isNear(row: number): boolean {
    return (row - this.bottom - 1) * NULL_BYTES <= BLOCK_COST;
  }

  /** Whether the part fits in. */
  take(part: RowPart<Value>): boolean {
    const [left, right] = [Math.min(this.left, part.left), Math.max(this.right, part.right)];
    const apart = part.left > this.right + WIDEST_GAP || part.right < this.left - WIDEST_GAP;
    const padding = this.size(part.row, left, right) - this.cells - part.cells.length;
    const more = padding - (this.size(this.bottom, this.left, this.right) - this.cells);
    if (apart || more * NULL_BYTES > BLOCK_COST || this.bytes > BLOCK_BYTES) return false;
    this.parts.push(part);
    [this.left, this.right] = [left, right];
    this.cells += part.cells.length;
    this.bytes += part.bytes + more * NULL_BYTES;
    return true;
  }

  finished(): Block<Value> {
    const { left, right, top } = this;
    const values = Array.from({ length: this.bottom - top + 1 }, () =>
      Array.from({ length: right - left + 1 }, (): Value | null => null),
    );
    for (const { row, column, value } of this.parts.flatMap(({ cells }) => cells)) {
      const line = values[row - top];
      if (line !== undefined) line[column - left] = value;
    }
    return { row: top, column: left, values, bytes: this.bytes };
  }

  private get top(): number {
    return this.parts[0]?.row ?? 0;
  }

  private get bottom(): number {
    return this.parts.at(-1)?.row ?? 0;
  }

  private size(bottom: number, left: number, right: number): number {
    return (bottom - this.top + 1) * (right - left + 1);
  }
}

function divided<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  const [first, second]: [Item[], Item[]] = [[], []];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}
