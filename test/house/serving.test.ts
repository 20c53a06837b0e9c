import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(file, 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(read('docs/deployment.md'))?.[1] ?? '';

interface Served {
  readonly devServer?: { readonly host: string; readonly headers: Readonly<Record<string, string>> };
}

/** The settings of the pages, as webpack gets them with these variables set. */
async function pages(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    let settings: Promise<readonly (Served & { readonly name?: string })[]> = Promise.resolve([]);
    jest.isolateModules(() => {
      const config =
        jest.requireActual<(env: object, argv: object) => typeof settings>('../../webpack.config.js');
      settings = config({}, { mode: 'development' });
    });
    return (await settings).find(({ name }) => name === 'pages') ?? {};
  } finally {
    process.env = before;
  }
}

test('the development server listens to this machine alone, unless it is told another address', async () => {
  expect((await pages()).devServer?.host).toBe('127.0.0.1');
  expect((await pages({ DEV_HOST: '0.0.0.0' })).devServer?.host).toBe('0.0.0.0');
});

test('what the development server serves may be read by pages of the add-in’s own origin, not by any', async () => {
  const { headers } = (await pages({ ADDIN_ORIGIN: 'https://oa.example.gov.cn/ledger' })).devServer ?? {};
  expect(headers).toEqual({ 'Access-Control-Allow-Origin': 'https://oa.example.gov.cn' });
});

/** Where Excel on the web shows the pane in a frame. */
const FRAMES =
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.sharepoint.com https://*.partner.officewebapps.cn https://*.sharepoint.cn";

test.each([
  [
    'Nginx',
    'nginx',
    `add_header Content-Security-Policy "${FRAMES}" always;`,
    'add_header X-Content-Type-Options nosniff always;',
  ],
  [
    'IIS',
    'xml',
    `<add name="Content-Security-Policy" value="${FRAMES}" />`,
    '<add name="X-Content-Type-Options" value="nosniff" />',
  ],
])(
  'the settings given for %s say who may frame a page and that its type is not guessed, and forbid no frame',
  (_, language, ...lines) => {
    const settings = block(language);
    for (const line of lines) expect(settings).toContain(line);
    expect(settings).not.toMatch(/add_header X-Frame-Options|<add name="X-Frame-Options"/);
  },
);

test('each place of the Nginx settings that sends a header sends all: one there hides those around it', () => {
  const places = block('nginx')
    .split(/location [^{]*\{/)
    .slice(1);
  expect(places).toHaveLength(2);
  for (const place of places) expect(place).toContain('X-Content-Type-Options nosniff');
});

test('the page itself forbids what is not its own, and asks no more of its service worker than its folder', () => {
  expect(read('src/taskpane/page.html')).toContain('Content-Security-Policy');
  const registering = read('src/taskpane/storage/work-offline.ts');
  expect(registering).toMatch(/register\('service-worker\.js', \{ updateViaCache: 'none' \}\)/);
  expect(registering).not.toContain('scope');
});

test('the manual says that the protection of sheets keeps nobody out', () => {
  expect(read('docs/manual.zh-CN.md')).toMatch(/工作表保护能防人吗\s*\|\s*不能。/);
});
