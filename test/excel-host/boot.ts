/// <reference types="office-js" />
import './node-globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ExcelHost } from './host';
import { addNotes, type LibraryHelpers } from './later-library';
import { createOffice, isSupported, runtimeSets, type OfficeStub, type RibbonAction } from './office-stub';
import type { ExecutorResponse, WireRequest } from './protocol/wire';

export interface BootOptions {
  /** Highest `ExcelApi` declared; the library's own is 1.15, the product's floor 1.9. */
  readonly excelApi?: string;
  /** Further sets, by name. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly platform?: 'PC' | 'Mac' | 'iOS' | 'OfficeOnline';
  readonly language?: 'zh-CN' | 'en-US';
  /** Milliseconds a round trip takes. */
  readonly latency?: number;
}

export interface BootedExcel {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: OfficeStub;
  readonly host: ExcelHost;
  /** What the add-in associated with its ribbon buttons. */
  readonly commands: ReadonlyMap<string, RibbonAction>;
  /** The addresses it had the system's browser open. */
  readonly browserWindows: readonly string[];
  /** Takes the globals away again. */
  uninstall(): void;
}

/** The parts of the library that tests plug into; they are not in its published types. */
interface LibraryInternals extends LibraryHelpers {
  readonly SessionBase: { _overrideSession: unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly _testSetRichApiMessageReadyImpl: (ready: () => Promise<void>) => void;
  readonly _testTriggerRichApiMessageEvent: (message: unknown) => void;
}

interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & LibraryInternals;
}

const libraryFile = '@microsoft/office-js/dist/excel-web-16.00.debug.js';
const globalNames = ['Excel', 'OfficeExtension', 'Office'] as const;

let evaluate: ((window: object) => Library) | undefined;

/**
 * The genuine, unmodified library over a fresh simulated Excel, put where an add-in looks for it: `globalThis.Excel`,
 * `.OfficeExtension`, `.Office`. Every call gives a new library and a new workbook.
 */
export function bootExcel(options: BootOptions = {}): BootedExcel {
  const { excelApi = '1.15', platform = 'PC', language = 'zh-CN', latency = 0 } = options;
  const requirementSets = { ...runtimeSets, ExcelApi: excelApi, ...options.requirementSets };
  const { office, commands, browserWindows } = createOffice({ platform, language, requirementSets });
  const library = runLibrary(office);
  if (isSupported(requirementSets, 'ExcelApi', '1.18')) addNotes(library.Excel, library.OfficeExtension);
  const host = new ExcelHost(library.Excel);
  host.settings.latency = latency;
  host.workbook.language = language;
  host.workbook.saysWhoChanged = isSupported(requirementSets, 'ExcelApi', '1.14');
  plug(library, host);
  const uninstall = install({
    Excel: library.Excel,
    OfficeExtension: library.OfficeExtension,
    Office: office,
  });
  return {
    Excel: library.Excel,
    OfficeExtension: library.OfficeExtension,
    Office: office,
    host,
    commands,
    browserWindows,
    uninstall,
  };
}

/**
 * Evaluated inside a window of its own, so that each boot has its own state, in the realm of the test, so that its
 * errors and arrays are the test's.
 */
function runLibrary(office: OfficeStub): Library {
  evaluate ??= compile();
  const window = {
    Office: office,
    /** Names the library declares: assigned here, as in a page, because they are there already. */
    Excel: undefined,
    OfficeExtension: undefined,
    Promise,
    navigator: { userAgent: 'test' },
    location: { href: 'https://localhost/' },
  };
  const library = evaluate(Object.assign(window, { window }));
  // The library puts its own namespace there, which knows no application.
  window.Office = office;
  return library;
}

/** `with` stands for the page's global scope, in which a property of the window is a variable. */
function compile(): NonNullable<typeof evaluate> {
  const file = createRequire(__filename).resolve(libraryFile);
  const source = readFileSync(file, 'utf8');
  return new Function('window', 'document', `with (window) {${source}\nreturn window;}`) as NonNullable<
    typeof evaluate
  >;
}

function plug({ OfficeExtension: extension }: Library, host: ExcelHost): void {
  const executor = {
    executeAsync: (
      _: string,
      flags: number,
      message: { readonly Body: WireRequest },
    ): Promise<ExecutorResponse> => host.execute(JSON.stringify(message.Body), flags),
  };
  extension.SessionBase._overrideSession = {
    _createRequestExecutorOrNull: () => executor,
    _resolveRequestUrlAndHeaderInfo: () =>
      Promise.resolve({ url: 'http://document.localhost/', headers: {} }),
  };
  extension.CommonUtility._doApiNotSupportedCheck = true;
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  host.onPush((message) => extension._testTriggerRichApiMessageEvent(message));
}

function install(values: Readonly<Record<(typeof globalNames)[number], unknown>>): () => void {
  Object.assign(globalThis, values);
  return () => {
    for (const name of globalNames) Reflect.deleteProperty(globalThis, name);
  };
}
