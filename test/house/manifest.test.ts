import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';

const root = join(__dirname, '../..');
const { fillManifest } = createRequire(__filename)('../../scripts/manifest.cjs') as {
  fillManifest: (text: string, addresses: { origin: string; supportUrl: string }) => string;
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  text: string;
}

/** Every element in order; throws where the text is no well-formed XML. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, parents: open.map((outer) => outer.name), text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

const source = readFileSync(join(root, 'manifest.xml'), 'utf8');
const origin = 'https://ledger.example';
const filled = fillManifest(source, { origin, supportUrl: `${origin}/support.html?a=1&b=2` });
const elements = elementsOf(filled);
const named = (name: string): readonly Element[] => elements.filter((element) => element.name === name);
const textOf = (name: string): string => named(name)[0]?.text ?? '';
const resources = elements.filter(
  (element) => element.parents.includes('Resources') && element.attributes['id'] !== undefined,
);

/** Width and height, from the header every PNG begins with. */
function pixelsOf(file: string): readonly [number, number] {
  const bytes = readFileSync(join(root, file));
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('what Excel asks of a task pane add-in is said', () => {
  expect(named('OfficeApp')[0]?.attributes['xsi:type']).toBe('TaskPaneApp');
  expect(textOf('Id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(textOf('DefaultLocale')).toBe('zh-CN');
  expect(textOf('Permissions')).toBe('ReadWriteDocument');
  expect(named('Set').map((set) => set.attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: '1.9' }]);
  expect(named('Host').map((host) => host.attributes)).toEqual([
    { Name: 'Workbook' },
    { 'xsi:type': 'Workbook' },
  ]);
});

test('the elements of the base stand in the order the schema wants', () => {
  expect(elements.filter((element) => element.parents.length === 1).map((element) => element.name)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
});

test('the version has four parts, is 1.0 or later (the store’s check refuses less) and is the package’s', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(textOf('Version')).toMatch(/^[1-9]\d*\.\d+\.\d+\.\d+$/);
  expect(textOf('Version')).toBe(`${version}.0`);
});

test('ids of resources are at most 32 characters, defined once, all used, and all that is used is defined', () => {
  const defined = resources.map((element) => element.attributes['id'] ?? '');
  const used = elements.flatMap((element) => element.attributes['resid'] ?? []);
  expect(defined.filter((id) => id.length > 32)).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
});

test.each([
  ['bt:ShortStrings', 125],
  ['bt:LongStrings', 250],
])('%s hold at most %i characters in either language', (group, limit) => {
  const strings = elements.filter((element) => element.parents.includes(group));
  const texts = strings.map(
    (element) => element.attributes['DefaultValue'] ?? element.attributes['Value'] ?? '',
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text === '' || text.length > limit)).toEqual([]);
});

test('the name holds at most 125 characters and the description 250', () => {
  const texts = (name: string): readonly string[] =>
    elements
      .filter((element) => element.parents.length <= 2 && [element.name, element.parents[1]].includes(name))
      .map((element) => element.attributes['DefaultValue'] ?? element.attributes['Value'] ?? '');
  expect(texts('DisplayName')).toEqual(['措施台账', 'Measures Ledger']);
  expect(texts('Description').filter((text) => text === '' || text.length > 250)).toEqual([]);
});

test('whatever is said in Chinese is said in English too', () => {
  const han = /\p{Script=Han}/u;
  for (const element of elements.filter((one) => han.test(one.attributes['DefaultValue'] ?? ''))) {
    const at = elements.indexOf(element);
    const override = elements[at + 1];
    expect(override?.name).toMatch(/^(bt:)?Override$/);
    expect(override?.attributes['Locale']).toBe('en-US');
    expect(override?.attributes['Value']).not.toMatch(han);
  }
});

test.each([
  ['IconUrl', 32],
  ['HighResolutionIconUrl', 64],
])('%s is a picture of %i pixels that is here', (name, size) => {
  const address = named(name)[0]?.attributes['DefaultValue'] ?? '';
  expect(address.startsWith(`${origin}/`)).toBe(true);
  expect(pixelsOf(address.slice(origin.length + 1))).toEqual([size, size]);
});

test('each icon of the ribbon comes in 16, 32 and 80 pixels, and the picture has them', () => {
  const images = elements.filter(
    (element) => element.name === 'bt:Image' && element.attributes['resid'] !== undefined,
  );
  expect(images.map((image) => Number(image.attributes['size']))).toEqual(
    Array.from({ length: 1 + BUTTONS.length }, () => [16, 32, 80]).flat(),
  );
  for (const image of images) {
    const resource = resources.find((one) => one.attributes['id'] === image.attributes['resid']);
    const file = resource?.attributes['DefaultValue']?.slice(origin.length + 1) ?? '';
    const size = Number(image.attributes['size']);
    expect(pixelsOf(file)).toEqual([size, size]);
  }
});

/** Label, what it does, and its picture. */
const BUTTONS = [
  ['OpenPane', '打开面板', 'ShowTaskpane', 'icon'],
  ['CheckSheet', '校验当前表', 'checkSheet', 'icon-check'],
  ['MarkOverdue', '标记逾期', 'markOverdue', 'icon-overdue'],
  ['BuildSummary', '生成汇总', 'buildSummary', 'icon-summary'],
] as const;

const said = (id: string): string | undefined =>
  resources.find((one) => one.attributes['id'] === id)?.attributes['DefaultValue'];

/** Elements inside the control of that id, in order. */
function inControl(id: string): readonly Element[] {
  const controls = named('Control').map((control) => elements.indexOf(control));
  const at = elements.findIndex(
    (element) => element.name === 'Control' && element.attributes['id'] === `Ledger.${id}`,
  );
  const end = controls.find((index) => index > at) ?? elements.findIndex(({ name }) => name === 'Resources');
  return elements.slice(at, end);
}

test('the ribbon has a tab of its own with four buttons', () => {
  expect(named('CustomTab')).toHaveLength(1);
  expect(said('Tab.Label')).toBe('措施台账');
  expect(named('Control').map((control) => control.attributes['id'])).toEqual(
    BUTTONS.map(([id]) => `Ledger.${id}`),
  );
});

test.each(BUTTONS)('%s says %s, does %s and shows %s', (id, label, action, icon) => {
  const parts = inControl(id);
  expect(said(`${id}.Label`)).toBe(label);
  expect(said(`${id}.Description`)?.length).toBeGreaterThan(10);
  const picture = parts.find(({ name }) => name === 'bt:Image')?.attributes['resid'] ?? '';
  expect(said(picture)).toBe(`${origin}/assets/${icon}-16.png`);
  const named = parts.find(({ name }) => name === 'FunctionName')?.text;
  expect(named ?? parts.find(({ name }) => name === 'Action')?.attributes['xsi:type']).toBe(action);
});

test('what a button runs is bound under that name, in a page the build makes', () => {
  const steps = readFileSync(join(root, 'src/taskpane/ribbon/ribbon-steps.ts'), 'utf8');
  const functions = named('FunctionName').map(({ text }) => text);
  expect(functions.filter((name) => !steps.includes(`${name}: step(`))).toEqual([]);
  expect(readFileSync(join(root, 'webpack.config.js'), 'utf8')).toContain("'ribbon.html', 'ribbon'");
  expect([said('Ribbon.Url'), said('Pane.Url')]).toEqual([
    `${origin}/ribbon.html`,
    `${origin}/taskpane.html`,
  ]);
});

test('every drawing comes in the four sizes', () => {
  for (const [, , , icon] of BUTTONS) {
    for (const size of [16, 32, 64, 80]) expect(pixelsOf(`assets/${icon}-${size}.png`)).toEqual([size, size]);
  }
});

/** Learn, “Add-in manifest schema”: what may stand in each, in this order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName', 'Title'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

test.each(Object.entries(ORDER))('what %s holds is known and stands in order', (outer, order) => {
  const holders = elements.flatMap((element, index) => (element.name === outer ? [index] : []));
  expect(holders.length).toBeGreaterThan(0);
  for (const at of holders) {
    const depth = elements[at]?.parents.length ?? 0;
    const end = elements.findIndex((one, index) => index > at && one.parents.length <= depth);
    const held = elements
      .slice(at + 1, end === -1 ? undefined : end)
      .filter(({ parents }) => parents.length === depth + 1)
      .map(({ name }) => order.indexOf(name));
    expect(held).toEqual(held.toSorted((one, other) => one - other));
    expect(held).not.toContain(-1);
  }
});

test('as it stands at the root it can be sideloaded: it is whole, and served where `npm run dev-server` serves', () => {
  expect(source).not.toMatch(/[{}]/);
  const addresses = [...source.matchAll(/"(https:\/\/[^"]*)"/g)].map(
    ([, address]) => new URL(address ?? '').origin,
  );
  expect(new Set(addresses)).toEqual(new Set(['https://localhost:3000']));
  expect(
    fillManifest(source, {
      origin: 'https://localhost:3000',
      supportUrl: 'https://localhost:3000/support.html',
    }),
  ).toBe(source.replace(/\s*<!--.*?-->/, ''));
});

const scripts = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  }
).scripts;

test.each(['start', 'stop', 'validate', 'dev-server', 'build', 'build:dev', 'watch', 'lint', 'lint:fix'])(
  'there is a script “%s”, as in Microsoft’s templates',
  (name) => {
    expect(scripts[name]).toBeTruthy();
  },
);

test('the function file stands before the extension points, as the schema wants it', () => {
  const order = elements
    .filter(({ parents }) => parents.at(-1) === 'DesktopFormFactor')
    .map(({ name }) => name);
  expect(order).toEqual(['GetStarted', 'FunctionFile', 'ExtensionPoint']);
});

test('filled, no place is left open and every address is ours', () => {
  expect(filled).not.toMatch(/[{}]/);
  const addresses = [...filled.matchAll(/"(https?:\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
  const ours = addresses.filter(
    (address) =>
      !address.startsWith('http://schemas.microsoft.com/') && !address.startsWith('http://www.w3.org/'),
  );
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
});

test.each([
  ['http://ledger.example', 'Excel refuses http'],
  ['https://ledger.example/', 'a slash at the end would be doubled'],
  ['ledger.example', 'no address at all'],
])('%s is refused as an origin: %s', (bad) => {
  expect(() => fillManifest(source, { origin: bad, supportUrl: 'https://a.example' })).toThrow(
    'ADDIN_ORIGIN',
  );
});

test('a folder of a server will do as an origin', () => {
  const xml = fillManifest(source, {
    origin: 'https://a.example/ledger',
    supportUrl: 'https://a.example/help',
  });
  expect(xml).toContain('"https://a.example/ledger/taskpane.html"');
});

test('the icons are drawn from the committed drawing, whose name is the product’s', () => {
  expect(readFileSync(join(root, 'assets/icon.svg'), 'utf8')).toContain(
    '<title>措施台账 · Measures Ledger</title>',
  );
});

test('the help page speaks both languages and fetches nothing from elsewhere', () => {
  const page = readFileSync(join(root, 'assets/support.html'), 'utf8');
  expect(page).toContain('怎样打开');
  expect(page).toContain('How to open it');
  expect(page).not.toMatch(/(?:src|href)="https?:|<script/);
});

test('Microsoft’s own tool reads it', () => {
  const tool = join(root, 'node_modules/office-addin-manifest/cli.js');
  const said = execFileSync(process.execPath, [tool, 'info', 'manifest.xml'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(said).toContain('Name: 措施台账');
  expect(said).toContain('Default Locale: zh-CN');
});
