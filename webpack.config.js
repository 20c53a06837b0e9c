const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { fillManifest } = require('./scripts/manifest.cjs');
const { browserslist: WEBVIEWS } = require('./package.json');
const { OfflineFiles } = require('./scripts/offline-files.cjs');
const { ShippedPackages } = require('./scripts/shipped-packages.cjs');
const { withoutLookbehind } = require('./scripts/without-lookbehind.cjs');

/** Build settings: where the add-in is served from and where office.js comes from. */
const ADDIN_ORIGIN = process.env.ADDIN_ORIGIN ?? 'https://localhost:3000';
const OFFICE_JS_URL =
  process.env.OFFICE_JS_URL ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const SUPPORT_URL = process.env.SUPPORT_URL ?? `${ADDIN_ORIGIN}/support.html`;

/**
 * Fluent's style engine adds empty style elements and fills them by insertRule, which no policy forbids: with the hash of the
 * empty text it needs no 'unsafe-inline'.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Its name never changes: that is how the browser finds the next version. */
const SERVICE_WORKER = 'service-worker.js';

/** The script of the forms that are pages, and the licences of what is in it: built first, and carried as text by what issues them. */
const FORM_PAGE = path.resolve(__dirname, 'dist/form-page/form-page.js');
const LICENCES = 'third-party-licenses.txt';
const FORM_PAGE_LICENCES = path.join(path.dirname(FORM_PAGE), LICENCES);
/** Browsers that came with the Linux desktops of offices, and what is older than a phone is. */
const FORM_BROWSERS = ['chrome >= 80', 'edge >= 80', 'firefox >= 78', 'safari >= 13.1'];

/** @param targets What runs it, as a browserslist has it. @param others Rules of it alone. */
const modulesFor = (targets, others = []) => ({
  rules: [
    {
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: 'swc-loader',
      options: {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        env: { targets },
      },
    },
    {
      // These packages write static blocks, which WebKit before 16.4 does not know.
      test: /[\\/]node_modules[\\/](?:@formatjs|intl-messageformat|tabster)[\\/].*\.js$/,
      loader: 'swc-loader',
      options: { env: { targets } },
    },
    { test: /\.(txt|sql)$/, type: 'asset/source' },
    { test: (file) => file === FORM_PAGE, type: 'asset/source' },
    ...withoutLookbehind,
    ...others,
  ],
});

const MESSAGES = /locales[\\/][\w-]+\.json$/;
/** What a page says before it has loaded a language. */
const SAID_BEFORE = /starting[\\/]starting-notice\.ts$/;

/** What takes the English of the ribbon's buttons. */
const SAID_BY_RIBBON = /ribbon[\\/]ribbon-words\.ts$/;

const withoutMessages = (...beginning) => ({
  type: 'json',
  loader: './scripts/without-messages.cjs',
  options: { beginning },
});

/** Messages that the command never says. */
const SEEN_ON_PAGES = [
  ...['excel.', 'grid.', 'keeping.', 'ribbon.'],
  ...['pane.fault.', 'pane.plan.', 'pane.report.', 'pane.returns.', 'pane.settings.', 'pane.starting.'],
];

/** The messages of both languages, but for those whose keys begin so. */
const messagesWithout = (...beginning) => ({
  test: MESSAGES,
  oneOf: [
    // Modules of their own, of which the few sentences that are taken are all that is bundled.
    { issuer: SAID_BEFORE, ...withoutMessages('cli.', 'finding.', 'remark.') },
    { issuer: SAID_BY_RIBBON, ...withoutMessages('cli.', 'grid.', 'keeping.', 'pane.') },
    withoutMessages(...beginning),
  ],
});

const shared = {
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    alias: { 'form-page-script.txt$': FORM_PAGE, 'form-page-licences.txt$': FORM_PAGE_LICENCES },
  },
  performance: false,
};

/** The licences of every package that is in a bundle, beside it. What is worked on is not shipped. */
const shipped = (mode) => (mode === 'production' ? [new ShippedPackages(LICENCES)] : []);

/** Where office.js is waited for, `starting` is there before it. */
function page(mode, filename, chunk, officeJs) {
  return new HtmlPlugin({
    filename,
    chunks: chunk === 'taskpane' ? ['starting', chunk] : [chunk],
    chunksSortMode: 'manual',
    inject: false,
    template: 'src/taskpane/page.html',
    templateParameters: {
      officeJs,
      waits: chunk === 'taskpane',
      outlined: chunk === 'browser',
      emptyStyle: EMPTY_STYLE,
      officeOrigin: officeJs === '' ? '' : new URL(officeJs, ADDIN_ORIGIN).origin,
      devConnect: mode === 'production' ? '' : 'ws: wss:',
    },
  });
}

/** What units are sent is small, however the pages that issue it are built. */
const formPage = () => ({
  ...shared,
  /** What is typed into it are words: no cell of it has a number format, so the library that plays them is left out. */
  resolve: { ...shared.resolve, alias: { ...shared.resolve.alias, numfmt$: false } },
  module: modulesFor(FORM_BROWSERS),
  name: 'form-page',
  mode: 'production',
  target: `browserslist:${FORM_BROWSERS.join(', ')}`,
  entry: { 'form-page': './src/form-page/form-page.ts' },
  output: { path: path.dirname(FORM_PAGE), filename: '[name].js', clean: true },
  devtool: false,
  /** It is written where the pages are made with it, and what a development server puts into pages is not for units. */
  devServer: false,
  plugins: shipped('production'),
});

const browser = (mode) => ({
  ...shared,
  dependencies: ['form-page'],
  module: modulesFor(WEBVIEWS, [messagesWithout('cli.')]),
  name: 'pages',
  mode,
  target: 'browserslist',
  entry: {
    browser: './src/taskpane/index.tsx',
    starting: './src/taskpane/starting/starting.ts',
    taskpane: './src/taskpane/excel.tsx',
    'service-worker': { import: './src/taskpane/service-worker.ts', filename: SERVICE_WORKER },
    ribbon: './src/taskpane/ribbon.ts',
    message: './src/taskpane/message.ts',
    papers: './src/taskpane/papers/papers-page.ts',
  },
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: mode === 'production' ? '[name].[contenthash:8].js' : '[name].js',
    chunkFilename: mode === 'production' ? '[name].[contenthash:8].js' : '[name].js',
    publicPath: 'auto',
    clean: { keep: /^(?:cli|form-page)\// },
  },
  devtool: mode === 'production' ? false : 'source-map',
  optimization: { splitChunks: { chunks: 'async' } },
  plugins: [
    page(mode, 'index.html', 'browser', ''),
    page(mode, 'taskpane.html', 'taskpane', OFFICE_JS_URL),
    new OfflineFiles(SERVICE_WORKER),
    ...shipped(mode),
    page(mode, 'ribbon.html', 'ribbon', OFFICE_JS_URL),
    page(mode, 'message.html', 'message', ''),
    page(mode, 'papers.html', 'papers', ''),
    new CopyPlugin({
      patterns: [
        { from: 'assets/*.{png,css}' },
        { from: 'assets/support.html', to: 'support.html' },
        {
          from: 'manifest.xml',
          transform: (content) =>
            fillManifest(content.toString(), { origin: ADDIN_ORIGIN, supportUrl: SUPPORT_URL }),
        },
      ],
    }),
  ],
  devServer: {
    /** What is being worked on is nobody else's to see, unless told otherwise. */
    host: process.env.DEV_HOST ?? '127.0.0.1',
    port: 3000,
    open: process.env.CI ? false : ['/index.html'],
    hot: false,
    liveReload: true,
    client: { overlay: { errors: true, warnings: false } },
    headers: { 'Access-Control-Allow-Origin': new URL(ADDIN_ORIGIN).origin },
  },
});

const command = (mode) => ({
  ...shared,
  dependencies: ['form-page'],
  module: modulesFor('node 20', [messagesWithout(...SEEN_ON_PAGES)]),
  name: 'command',
  mode,
  target: 'node20',
  entry: { ledger: './src/cli/main.ts' },
  output: {
    path: path.resolve(__dirname, 'dist/cli'),
    filename: '[name].cjs',
    chunkFilename: 'parts/[name].cjs',
    clean: true,
  },
  devtool: false,
  /** What it comes with is for one machine, and only who asks for figures of many ledgers installs it. */
  externals: { '@duckdb/node-api': 'node-commonjs @duckdb/node-api' },
  /** `ledger.cjs` loads of the parts beside it what a command needs: whoever carries it carries the folder. */
  plugins: [
    ...shipped(mode),
    /** For engines elsewhere. */
    new CopyPlugin({ patterns: [{ from: 'src/exports/sql', to: 'sql' }] }),
  ],
  optimization: { minimize: false, splitChunks: { chunks: 'all', minSize: 0, maxAsyncRequests: 8 } },
});

/** With HTTPS=1 the pages are served the way Excel wants them, under a certificate this machine trusts. */
async function served(config, env) {
  if (!env.WEBPACK_SERVE || process.env.HTTPS !== '1') return config;
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  const server = { type: 'https', options: await getHttpsServerOptions() };
  return { ...config, devServer: { ...config.devServer, server } };
}

module.exports = async (env, { mode = 'development' }) => [
  formPage(mode),
  await served(browser(mode), env),
  command(mode),
];
