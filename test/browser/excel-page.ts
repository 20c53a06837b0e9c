import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { bootExcel, type BootedExcel } from '../excel-host/boot';
import type { ExcelHost } from '../excel-host/host';
import { runtimeSets } from '../excel-host/office-stub';
import type { WireRequest, WireResponse } from '../excel-host/protocol/wire';
import type { BuiltPages } from './built-pages';
import { offerExcel, type BridgeAnswer, type ExcelWindow } from './excel-window';

export interface ExcelPageOptions {
  readonly width?: number;
  readonly height?: number;
  /** Highest `ExcelApi` Excel declares: 1.9 is the product's floor. */
  readonly excelApi?: string;
  readonly language?: 'zh-CN' | 'en-US';
  readonly isDark?: boolean;
  /** What the page takes for today. */
  readonly today?: string;
  /** Milliseconds a round trip takes. */
  readonly latency?: number;
  /** The built page in the pane: the pane’s, or that of the ribbon’s commands. */
  readonly path?: string;
}

/** Where the built pages take office.js from; answered out of the package, so that nothing leaves the machine. */
const OFFICE_FOLDER = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const PACKAGE_FOLDER = 'node_modules/@microsoft/office-js/dist';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8' };

/** The library's numbers for requests that fail as a whole; 5001 is its “internal error”. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/**
 * The built task pane in a browser, inside a simulated Excel: office.js boots itself by `window.external`, and every
 * request goes to the workbook in this process. `host` is what a test seeds, disturbs and inspects.
 */
export class ExcelPage {
  private constructor(
    readonly page: Page,
    private readonly booted: BootedExcel,
  ) {}

  /** `seed` may put something into the workbook before the pane opens. */
  static async open(
    pages: BuiltPages,
    options: ExcelPageOptions = {},
    seed: (host: ExcelHost) => unknown = () => undefined,
  ): Promise<ExcelPage> {
    const { excelApi = '1.14', language = 'zh-CN', width = 350, height = 700 } = options;
    const booted = bootExcel({ excelApi, language, latency: options.latency ?? 0 });
    booted.uninstall();
    await seed(booted.host);
    const page = await pages.blank(width, height);
    await page.route(`${OFFICE_FOLDER}**`, async (route) => {
      const file = new URL(route.request().url()).pathname.slice(new URL(OFFICE_FOLDER).pathname.length);
      const body = await readFile(join(PACKAGE_FOLDER, file)).catch(() => undefined);
      if (body === undefined) await route.abort();
      else await route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
    });
    await page.exposeFunction('excelRequest', (text: string, flags: number) =>
      answer(booted.host, text, flags),
    );
    const excel: ExcelWindow = {
      hostInfo: `Excel$Win32$16.01$${language}$$$$0`,
      language,
      requirementSets: { ...runtimeSets, ExcelApi: excelApi },
      theme: options.isDark === true ? DARK : LIGHT,
    };
    await page.addInitScript(offerExcel, excel);
    booted.host.onPush(({ entries }) => {
      const arrays = entries.map((entry) => [
        entry.messageCategory,
        entry.messageType,
        entry.targetId,
        entry.message,
      ]);
      void page.evaluate(pushEntries, arrays).catch(() => undefined);
    });
    if (options.today !== undefined)
      await page.addInitScript(fixToday, Date.parse(`${options.today}T09:00:00`));
    await page.goto(`${pages.origin}/${options.path ?? 'taskpane.html'}`);
    return new ExcelPage(page, booted);
  }

  get host(): ExcelHost {
    return this.booted.host;
  }

  /** @throws with everything the product asked of Excel that the simulated one does not know. */
  async close(): Promise<void> {
    await this.page.close();
    this.booted.host.assertNothingUnmodelled();
  }
}

/** office.js tells the application on its own that it listens for ribbon commands; that concerns no workbook. */
const OWN_SERVICE = 'Microsoft.InternalService.AddinInternalService';

async function answer(host: ExcelHost, text: string, flags: number): Promise<BridgeAnswer> {
  if (text.includes(OWN_SERVICE)) return { status: 0, body: acknowledged(JSON.parse(text) as WireRequest) };
  const { Body, ErrorCode } = await host.execute(text, flags);
  if (Body !== null) return { status: 0, body: JSON.stringify(Body) };
  return { status: STATUS_OF_CODE[ErrorCode ?? ''] ?? 5001, body: '' };
}

function acknowledged({ Actions }: WireRequest): string {
  const Results = Actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
  return JSON.stringify({ Results, TraceIds: [] } satisfies WireResponse);
}

/** Runs in the page before any script: the clock stands still, its timers run on. */
function fixToday(now: number): void {
  const Genuine = Date;
  window.Date = class extends Genuine {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}

/** Runs in the page. */
function pushEntries(entries: readonly (readonly unknown[])[]): void {
  (window as unknown as { excelPush: (arrays: typeof entries) => void }).excelPush(entries);
}

const LIGHT = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x262626,
  controlBackgroundColor: 0xffffff,
  controlForegroundColor: 0x262626,
};
const DARK = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x363636,
  controlForegroundColor: 0xffffff,
};
