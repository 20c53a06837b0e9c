import { isTrue, type XmlAttributes, type XmlReader } from '../package/xml';
import { valueOf } from './attributes';
import { numberWords } from './number-words';

interface Level {
  start: number;
  format: string;
  /** “（%1）”: %1 stands for the number of the outermost level. */
  text: string;
  /** Begins anew after an item of a level below this one; 0 never does. */
  restartsAfter: number;
  /** All numbers in plain figures. */
  isLegal: boolean;
  /** The paragraph style whose paragraphs stand on this level. */
  style: string;
}

interface AbstractList {
  readonly levels: Level[];
  /** The list that a list style stands for, and the list that follows that style. */
  styleLink: string;
  followsStyle: string;
}

interface List {
  abstract: string;
  readonly overrides: Map<number, { start?: number; level?: Level }>;
}

const LEVELS = 9;

/** Word's levels are 0 to 8. */
function levelNumber(written: string | undefined, fallback: number): number {
  const level = Number(written ?? fallback);
  return Number.isInteger(level) && level >= 0 && level < LEVELS ? level : 0;
}

/** Reads the numbering part of a document: its lists and how each level counts (ECMA-376 part 1, 17.9). */
export class NumberingReader implements XmlReader {
  readonly abstracts = new Map<string, AbstractList>();
  readonly lists = new Map<string, List>();
  private abstract: AbstractList | undefined;
  private list: List | undefined;
  private level: Level | undefined;
  private override = 0;
  private choiceDepth = Infinity;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth > this.choiceDepth) return;
    const value = valueOf(attributes, 'val') ?? '';
    switch (name) {
      // A numbering that only newer Word knows; the fallback beside it says the same in the usual way.
      case 'Choice':
        this.choiceDepth = depth;
        break;
      case 'abstractNum':
        this.abstract = { levels: [], styleLink: '', followsStyle: '' };
        this.abstracts.set(valueOf(attributes, 'abstractNumId') ?? '', this.abstract);
        break;
      case 'num':
        this.list = { abstract: '', overrides: new Map() };
        this.lists.set(valueOf(attributes, 'numId') ?? '', this.list);
        break;
      case 'lvlOverride':
        this.override = levelNumber(valueOf(attributes, 'ilvl'), 0);
        this.list?.overrides.set(this.override, {});
        break;
      case 'startOverride':
        this.overridden({ start: Number(value) || 0 });
        break;
      case 'lvl':
        this.openLevel(valueOf(attributes, 'ilvl'));
        break;
      default:
        this.property(name, value);
    }
  }

  close(name: string, depth: number): void {
    if (depth === this.choiceDepth) this.choiceDepth = Infinity;
    if (name === 'abstractNum') this.abstract = undefined;
    if (name === 'num') this.list = undefined;
    if (name === 'lvl') this.level = undefined;
  }

  /** Some writers leave the level's number out: then they follow one another. */
  private openLevel(written: string | undefined): void {
    const next = this.abstract?.levels.length ?? this.override;
    const number = levelNumber(written, next);
    this.level = { start: 1, format: 'decimal', text: '', restartsAfter: number, isLegal: false, style: '' };
    if (this.abstract) this.abstract.levels[number] = this.level;
    else this.overridden({ level: this.level });
  }

  private overridden(change: { start?: number; level?: Level }): void {
    this.list?.overrides.set(this.override, { ...this.list.overrides.get(this.override), ...change });
  }

  private property(name: string, value: string): void {
    const { level, abstract, list } = this;
    if (name === 'abstractNumId' && list) list.abstract = value;
    if (name === 'styleLink' && abstract) abstract.styleLink = value;
    if (name === 'numStyleLink' && abstract) abstract.followsStyle = value;
    if (!level) return;
    if (name === 'start') level.start = Number(value) || 0;
    if (name === 'numFmt') level.format = value;
    if (name === 'lvlText') level.text = value;
    if (name === 'lvlRestart') level.restartsAfter = Number(value) || 0;
    if (name === 'isLgl') level.isLegal = value === '' || isTrue(value);
    if (name === 'pStyle') level.style = value;
  }
}

/** Counts the items of all lists of a document, in the order in which they stand. */
export class ListCounter {
  private readonly counts = new Map<AbstractList, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(private readonly numbering: NumberingReader) {}

  /** The level on which a list numbers the paragraphs of a style. */
  levelOfStyle(list: string, style: string): number {
    return Math.max(0, this.abstractOf(list)?.levels.findIndex((level) => level?.style === style) ?? 0);
  }

  /** The number of the next item, “（三）”; empty for bullets and for what is no list. */
  next(list: string, level: number): string {
    const abstract = this.abstractOf(list);
    const own = this.levelOf(list, level);
    if (!abstract || !own) return '';
    const counts = this.countsOf(abstract, list);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    for (let deeper = level + 1; deeper < LEVELS; deeper += 1) {
      if (level < (this.levelOf(list, deeper)?.restartsAfter ?? deeper)) counts[deeper] = undefined;
    }
    if (own.format === 'bullet') return '';
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = this.levelOf(list, at);
      return numberWords(
        counts[at] ?? other?.start ?? 1,
        own.isLegal ? 'decimal' : (other?.format ?? 'decimal'),
      );
    });
  }

  private countsOf(abstract: AbstractList, list: string): (number | undefined)[] {
    const counts = this.counts.get(abstract) ?? [];
    this.counts.set(abstract, counts);
    if (this.begun.has(list)) return counts;
    this.begun.add(list);
    for (const [level, { start }] of this.numbering.lists.get(list)?.overrides ?? []) {
      if (start !== undefined) counts[level] = start - 1;
    }
    return counts;
  }

  private levelOf(list: string, level: number): Level | undefined {
    const override = this.numbering.lists.get(list)?.overrides.get(level)?.level;
    return override ?? this.abstractOf(list)?.levels[level];
  }

  private abstractOf(list: string): AbstractList | undefined {
    const abstract = this.numbering.abstracts.get(this.numbering.lists.get(list)?.abstract ?? '');
    if (!abstract || abstract.levels.length > 0 || abstract.followsStyle === '') return abstract;
    return [...this.numbering.abstracts.values()].find(
      ({ styleLink }) => styleLink === abstract.followsStyle,
    );
  }
}
