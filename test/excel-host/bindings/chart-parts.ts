import { Handle, type Argument, type ClassModel } from '../protocol/handles';
import type { Json } from '../protocol/wire';
import { invalidArgument } from '../protocol/errors';
import { ensureAllowed } from '../model/protection';
import type { Chart } from '../model/chart';
import { colorOf } from './arguments';

/** A part of a chart: where its settings are kept, and under which path. */
export interface ChartPart {
  readonly chart: Chart;
  readonly settings: Map<string, Json>;
  readonly path: string;
}

/** Defaults of the settings a part may have; a value must be of the default's type (null: any scalar). */
export type Defaults = Readonly<Record<string, Json>>;

export function part(from: ChartPart, name: string): ChartPart {
  return { ...from, path: from.path === '' ? name : `${from.path}.${name}` };
}

function keyOf(from: ChartPart, name: string): string {
  return part(from, name).path;
}

function setting(from: ChartPart, name: string, fallback: Json): Json {
  return from.settings.get(keyOf(from, name)) ?? fallback;
}

function set(from: ChartPart, name: string, value: Json): void {
  ensureAllowed(from.chart.sheet, 'allowEditObjects');
  from.settings.set(keyOf(from, name), value);
}

/** Plain settings as members of a class, read back as they were set. */
function settingMembers(defaults: Defaults): {
  read: Record<string, (target: ChartPart) => Json>;
  write: Record<string, (target: ChartPart, value: Argument) => void>;
} {
  const entries = Object.entries(defaults);
  return {
    read: Object.fromEntries(
      entries.map(([name, fallback]) => [name, (target) => setting(target, name, fallback)]),
    ),
    write: Object.fromEntries(
      entries.map(([name, fallback]) => [
        name,
        (target, value) => {
          set(target, name, checked(name, value, fallback));
        },
      ]),
    ),
  };
}

function checked(name: string, value: Argument, fallback: Json): Json {
  const isScalar = value !== null && typeof value !== 'object';
  const fits = isScalar && (fallback === null || typeof value === typeof fallback);
  if (!fits) throw invalidArgument(name);
  return name === 'Color' ? colorOf(value, name) : value;
}

/** Navigation to parts of the same name, and the class of each. */
export function partNavigation(
  types: Readonly<Record<string, string>>,
): Record<string, (target: ChartPart) => Handle<ChartPart>> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, (target) => new Handle(type, part(target, name))]),
  );
}

/** Members of a part, for a class whose target is the whole. */
export function lifted<Target>(toPart: (target: Target) => ChartPart, defaults: Defaults) {
  const members = settingMembers(defaults);
  const read = Object.entries(members.read).map(([name, get]) => [
    name,
    (target: Target): Json => get(toPart(target)),
  ]);
  const write = Object.entries(members.write).map(([name, put]) => [
    name,
    (target: Target, value: Argument): void => put(toPart(target), value),
  ]);
  return {
    read: Object.fromEntries(read) as Record<string, (target: Target) => Json>,
    write: Object.fromEntries(write) as Record<string, (target: Target, value: Argument) => void>,
  };
}

const looks = partNavigation({ Font: 'ChartFont', Fill: 'ChartFill', Border: 'ChartBorder' });
const line = settingMembers({ Color: '#000000', LineStyle: 'Automatic', Weight: 0.75 });

/** A title shows as soon as it has a text. */
const titleText = {
  read: {
    Text: (target) => setting(target, 'Text', ''),
    Visible: (target) => setting(target, 'Visible', setting(target, 'Text', '') !== ''),
  },
  write: {
    Text: (target, value) => {
      set(target, 'Text', checked('Text', value, ''));
      set(target, 'Visible', true);
    },
    Visible: (target, value) => set(target, 'Visible', checked('Visible', value, true)),
  },
} satisfies ClassModel<ChartPart>;

const title = settingMembers({ Overlay: false, HorizontalAlignment: 'Center', Position: 'Automatic' });
const axis = settingMembers({
  Maximum: null,
  Minimum: null,
  MajorUnit: null,
  MinorUnit: null,
  NumberFormat: 'General',
  ReversePlotOrder: false,
  TickLabelPosition: 'NextToAxis',
  TickLabelSpacing: null,
  Visible: true,
  CategoryType: 'Automatic',
  LinkNumberFormat: true,
  MajorTickMark: 'None',
  MinorTickMark: 'None',
});

export const chartPartClasses = {
  ChartTitle: {
    read: { ...titleText.read, ...title.read },
    write: { ...titleText.write, ...title.write },
    navigate: partNavigation({ Format: 'ChartTitleFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartTitleFormat: { navigate: looks } satisfies ClassModel<ChartPart>,
  ChartLegend: {
    ...settingMembers({ Visible: true, Position: 'Bottom', Overlay: false }),
    navigate: partNavigation({ Format: 'ChartLegendFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartLegendFormat: { navigate: looks } satisfies ClassModel<ChartPart>,
  ChartDataLabels: {
    ...settingMembers({
      Position: 'OutsideEnd',
      ShowValue: true,
      ShowSeriesName: false,
      ShowCategoryName: false,
      ShowPercentage: false,
      ShowLegendKey: false,
      Separator: ', ',
      NumberFormat: 'General',
    }),
    navigate: partNavigation({ Format: 'ChartDataLabelFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartDataLabelFormat: { navigate: looks } satisfies ClassModel<ChartPart>,
  ChartAreaFormat: {
    ...settingMembers({ RoundedCorners: false }),
    navigate: looks,
  } satisfies ClassModel<ChartPart>,
  ChartPlotArea: {
    navigate: partNavigation({ Format: 'ChartPlotAreaFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartPlotAreaFormat: {
    navigate: partNavigation({ Fill: 'ChartFill', Border: 'ChartBorder' }),
  } satisfies ClassModel<ChartPart>,
  ChartAxes: {
    navigate: partNavigation({ CategoryAxis: 'ChartAxis', ValueAxis: 'ChartAxis' }),
  } satisfies ClassModel<ChartPart>,
  ChartAxis: {
    ...axis,
    navigate: partNavigation({
      Title: 'ChartAxisTitle',
      Format: 'ChartAxisFormat',
      MajorGridlines: 'ChartGridlines',
      MinorGridlines: 'ChartGridlines',
    }),
  } satisfies ClassModel<ChartPart>,
  ChartAxisTitle: {
    ...titleText,
    navigate: partNavigation({ Format: 'ChartAxisTitleFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartAxisTitleFormat: { navigate: looks } satisfies ClassModel<ChartPart>,
  ChartAxisFormat: {
    navigate: partNavigation({ Font: 'ChartFont', Fill: 'ChartFill', Line: 'ChartLineFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartGridlines: {
    ...settingMembers({ Visible: true }),
    navigate: partNavigation({ Format: 'ChartGridlinesFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartGridlinesFormat: {
    navigate: partNavigation({ Line: 'ChartLineFormat' }),
  } satisfies ClassModel<ChartPart>,
  ChartFont: settingMembers({
    Bold: false,
    Color: '#000000',
    Italic: false,
    Name: 'Calibri',
    Size: 10,
    Underline: 'None',
  }) satisfies ClassModel<ChartPart>,
  ChartFill: {
    call: {
      SetSolidColor: (target, [color]) => set(target, 'Color', colorOf(color, 'color')),
      Clear: (target) => set(target, 'Color', null),
    },
  } satisfies ClassModel<ChartPart>,
  ChartLineFormat: {
    ...line,
    call: { Clear: (target) => set(target, 'LineStyle', 'None') },
  } satisfies ClassModel<ChartPart>,
  ChartBorder: {
    ...line,
    call: { Clear: (target) => set(target, 'LineStyle', 'None') },
  } satisfies ClassModel<ChartPart>,
};
