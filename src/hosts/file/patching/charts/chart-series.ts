import { isCellError, type CellRange, type RawValue } from '../../../../base/raw-sheet';
import type { ChartBlueprint } from '../../../../base/blueprint';
import { absoluteReference } from '../../writing/sheet-reference';
import { xmlText } from '../../writing/package/xml-text';
import { withPrefix, XmlElement } from '../xml/xml-element';
import type { BookValues } from './book-values';

const SERIES_ORDER = [
  'idx',
  'order',
  'tx',
  'spPr',
  'invertIfNegative',
  'pictureOptions',
  'marker',
  'dPt',
  'dLbls',
  'trendline',
  'errBars',
  'cat',
  'val',
  'smooth',
  'shape',
  'extLst',
];
const CHART_KIND = /Chart$/;

/**
 * A chart part whose series look at other cells; its looks stay.
 * @param title The one it has so far, which is renewed where nobody changed it.
 * @param model A chart as we would draw it: series it lacks come from there.
 * @throws WorkbookFileError
 */
export function withSeries(
  part: string,
  xml: string,
  chart: ChartBlueprint,
  values: BookValues,
  title: string,
  model?: string,
): string {
  const space = XmlElement.parse(part, xml);
  space.change('chart', (root) => {
    if (title !== chart.title) root.change('title', (element) => renamed(element, title, chart.title));
    root.change('plotArea', (area) => {
      const kinds = area.pieces.filter(({ name }) => CHART_KIND.test(name));
      let at = 0;
      kinds.forEach(({ name }, index) => {
        if (kinds.findIndex((kind) => kind.name === name) !== index) return;
        area.change(name, (kind) => {
          kind.change('ser', (series) => {
            const own = chart.series[at];
            at += 1;
            return own === undefined ? undefined : pointed(series, chart, own, values);
          });
          return kind;
        });
      });
      if (at < chart.series.length) addSeries(part, area, chart, values, model, at);
      return area;
    });
    return root;
  });
  return space.toString();
}

function addSeries(
  part: string,
  area: XmlElement,
  chart: ChartBlueprint,
  values: BookValues,
  model: string | undefined,
  from: number,
): void {
  const kind = area.pieces.find(({ name }) => CHART_KIND.test(name))?.name;
  const fresh = model === undefined ? [] : seriesOf(part, model);
  if (kind === undefined) return;
  area.change(kind, (element) => {
    const last = element.pieces.findLastIndex(({ name }) => name === 'ser');
    const news = chart.series.slice(from).flatMap((own, index) => {
      const series = fresh[from + index];
      if (series === undefined) return [];
      return [{ name: 'ser', xml: String(pointed(series, chart, own, values)) }];
    });
    element.pieces.splice(last + 1, 0, ...news);
    return element;
  });
}

/** The series of a chart part, in order. */
export function seriesOf(part: string, xml: string): readonly XmlElement[] {
  const area = XmlElement.parse(part, xml).first('chart')?.first('plotArea');
  return (area?.elements() ?? [])
    .filter(({ name }) => CHART_KIND.test(name))
    .flatMap((kind) => kind.elements('ser'));
}

function pointed(
  series: XmlElement,
  { sheet, categories }: ChartBlueprint,
  { nameCell, values: range }: ChartBlueprint['series'][number],
  values: BookValues,
): XmlElement {
  const { prefix } = series;
  const { row, column } = nameCell;
  const name = { top: row, left: column, bottom: row, right: column };
  const put = (element: string, inside: string): void => {
    series.place(element, withPrefix(`<${element}>${inside}</${element}>`, prefix), SERIES_ORDER);
  };
  put('tx', reference('str', sheet, name, values));
  put('cat', reference('str', sheet, categories, values));
  put('val', reference('num', sheet, range, values));
  return series;
}

/** A reference with what stands there now, for viewers that do not look. */
function reference(kind: 'str' | 'num', sheet: string, range: CellRange, values: BookValues): string {
  const found = values.range(sheet, range).flat();
  const points = found.flatMap((value, idx) => {
    const text = pointText(kind, value);
    return text === undefined ? [] : [`<pt idx="${idx}"><v>${xmlText(text)}</v></pt>`];
  });
  const format = kind === 'num' ? '<formatCode>General</formatCode>' : '';
  return (
    `<${kind}Ref><f>${xmlText(absoluteReference(sheet, range))}</f>` +
    `<${kind}Cache>${format}<ptCount val="${found.length}"/>${points.join('')}</${kind}Cache></${kind}Ref>`
  );
}

/** A point as a chart writes it; `undefined` where it has none. */
export function pointText(kind: 'str' | 'num', value: RawValue | undefined): string | undefined {
  if (value === undefined || isCellError(value)) return undefined;
  return kind === 'num' && typeof value !== 'number' ? undefined : String(value);
}

/** A title that nobody changed says what it is to say now: in its first run, whose look it keeps. */
function renamed(title: XmlElement, was: string, now: string): XmlElement {
  const xml = title.toString();
  if (title.text.trim() !== was.trim()) return title;
  let isFirst = true;
  const changed = xml.replace(
    /(<((?:\w+:)?t)(?:\s[^>]*)?>)[^<]*(<\/\2>)/g,
    (_, open: string, __, close: string) => {
      const text = isFirst ? xmlText(now) : '';
      isFirst = false;
      return open + text + close;
    },
  );
  return XmlElement.parse('', changed);
}
