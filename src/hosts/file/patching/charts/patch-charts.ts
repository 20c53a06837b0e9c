import type { ChartBlueprint } from '../../../../base/blueprint';
import type { ChangedTab } from '../../../../base/workbook-difference';
import { absoluteReference } from '../../writing/sheet-reference';
import { linkFrom, type Book } from '../../grafting/book';
import { attributesOf } from '../xml/tag-attributes';
import { XmlElement, type XmlPiece } from '../xml/xml-element';
import type { BookValues } from './book-values';
import { seriesOf, withSeries } from './chart-series';
import { drawingOf, freeShapeNumber, keepDrawing } from './drawing-part';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** A chart of a sheet: its name, its place in the drawing, its part. */
interface FoundChart {
  readonly name: string;
  readonly piece: XmlPiece;
  readonly id: string;
  readonly part: string;
}

/** The charts of a tab: changed in place, taken out, put in. @param scratch The sheet part that holds those that come in. */
export function patchCharts(
  book: Book,
  part: string,
  root: XmlElement,
  { charts: { removed, added } }: ChangedTab,
  values: BookValues,
  scratch: { readonly book: Book; readonly part: string } | undefined,
): void {
  if (removed.length + added.length === 0) return;
  const { parts } = book;
  const drawn = drawingOf(parts, part);
  const { part: target, root: drawing } = drawn;
  const before = drawing.toString();
  const standing = chartsOf(book, target, drawing);
  const models = scratch === undefined ? new Map<string, FoundChart>() : scratchCharts(scratch);
  for (const chart of removed.filter(({ name }) => !added.some((other) => other.name === name))) {
    const found = findChart(book, standing, chart);
    if (found === undefined) continue;
    drawing.pieces = drawing.pieces.filter((piece) => piece !== found.piece);
    parts.remove(found.part);
    const rest = parts.relationships(target).filter(({ id }) => id !== found.id);
    parts.setRelationships(target, rest);
  }
  for (const chart of added) {
    const was = removed.find(({ name }) => name === chart.name);
    const found =
      was === undefined ? standing.find(({ name }) => name === chart.name) : findChart(book, standing, was);
    const model = models.get(chart.name);
    const modelXml = model === undefined ? undefined : scratch?.book.parts.text(model.part);
    if (found !== undefined) {
      const title = was?.title ?? chart.title;
      parts.set(found.part, withSeries(found.part, parts.text(found.part), chart, values, title, modelXml));
    } else if (model !== undefined && modelXml !== undefined) {
      const name = parts.freeName('xl/charts/chart.xml');
      parts.set(name, withSeries(name, modelXml, chart, values, chart.title, modelXml));
      parts.types.set(name, CHART_TYPE);
      const id = linkFrom(parts, target, 'chart', name);
      const anchor = model.piece.xml.replace(/(\sr:id=")[^"]*"/, `$1${id}"`);
      drawing.pieces.push({ name: model.piece.name, xml: withNumber(anchor, freeShapeNumber(drawn)) });
    }
  }
  if (drawing.toString() !== before) keepDrawing(parts, part, root, drawn);
}

function scratchCharts({
  book,
  part,
}: {
  readonly book: Book;
  readonly part: string;
}): Map<string, FoundChart> {
  const target = book.parts.relationships(part).find(({ type }) => type === 'drawing')?.target;
  if (target === undefined) return new Map();
  const charts = chartsOf(book, target, XmlElement.parse(target, book.parts.text(target)));
  return new Map(charts.map((chart) => [chart.name, chart]));
}

function chartsOf({ parts }: Book, target: string, drawing: XmlElement): readonly FoundChart[] {
  if (!parts.has(target)) return [];
  const relationships = parts.relationships(target);
  return drawing.pieces.flatMap((piece) => {
    const tag = /<(?:\w+:)?chart\s[^>]*>/.exec(piece.xml)?.[0] ?? '';
    const id = Object.entries(attributesOf(tag)).find(([name]) => name.endsWith(':id'))?.[1];
    const part = relationships.find(
      (relationship) => relationship.id === id && relationship.type === 'chart',
    );
    if (id === undefined || part === undefined || !parts.has(part.target)) return [];
    const properties = /<(?:\w+:)?cNvPr\s[^>]*>/.exec(piece.xml)?.[0] ?? '';
    return [{ name: attributesOf(properties)['name'] ?? '', piece, id, part: part.target }];
  });
}

/** By name, or by what it looks at: some programs give charts names of their own when they save. */
function findChart(
  { parts }: Book,
  standing: readonly FoundChart[],
  chart: ChartBlueprint,
): FoundChart | undefined {
  const named = standing.find(({ name }) => name === chart.name);
  if (named !== undefined) return named;
  const wanted = chart.series.map(({ values }) => plain(absoluteReference(chart.sheet, values))).join(' ');
  return standing.find(({ part }) => {
    const found = seriesOf(part, parts.text(part)).map((series) =>
      plain(series.first('val')?.first('numRef')?.first('f')?.text ?? ''),
    );
    return wanted !== '' && found.join(' ') === wanted;
  });
}

function plain(reference: string): string {
  return reference.replace(/['$\s]/g, '');
}

function withNumber(anchor: string, number: number): string {
  return anchor.replace(/(<(?:\w+:)?cNvPr\s[^>]*?\bid=")\d+/, `$1${number}`);
}
