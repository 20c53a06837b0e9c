/** What the application says of itself before the first request; sets are named as the library asks for them. */
export interface ExcelWindow {
  /** `Excel$Win32$16.01$zh-CN$$$$0`: which script office.js loads for which application. */
  readonly hostInfo: string;
  /** Of the interface. */
  readonly language: string;
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Colours as Windows has them, 0xRRGGBB. */
  readonly theme: Readonly<Record<string, number>>;
}

/** How a page asks the workbook outside it; put there by `ExcelPage`. */
export interface Bridge {
  excelRequest(requestText: string, flags: number): Promise<BridgeAnswer>;
}

/** A status other than 0 is one of the library's own numbers for a request that failed as a whole. */
export interface BridgeAnswer {
  readonly status: number;
  readonly body: string;
}

type Listener = (eventId: number, payload: unknown) => void;

interface PageWindow extends Bridge {
  excelPush?: (entries: readonly (readonly unknown[])[]) => void;
  external: unknown;
}

/**
 * Runs in the page before any script: `window.external` as Excel on Windows offers it to office.js, which then boots
 * itself. Ids 93 and 33 are the library's own for a request and for the events of the workbook.
 */
export function offerExcel(excel: ExcelWindow): void {
  const page = window as unknown as PageWindow;
  const safeArray = (values: readonly unknown[]) => ({ toArray: () => values, dimensions: () => 1 });
  let listener: Listener | undefined;
  page.excelPush = (entries) => listener?.(33, safeArray(entries));
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'bcc6f9a8-863a-4773-b432-68df43317109',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => excel.language,
    GetAppDataLocale: () => excel.language,
    GetDocUrl: () => 'Book1.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    // An entitlement token, which office.js parses as XML for the ids in it.
    GetSolutionToken: () => encodeURIComponent('<r><t aid="" cid="" oid="" /></r>'),
    GetSupportedMatrix: () => JSON.stringify(excel.requirementSets),
    GetHostFullVersion: () => '16.0.17928.20000',
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    GetOfficeThemeInfo: () => JSON.stringify(excel.theme),
  };
  page.external = {
    GetHostInfo: () => excel.hostInfo,
    GetContext: () => context,
    Execute: (id: number, [message]: readonly unknown[][], answer: (response: unknown) => void) => {
      if (id !== 93 || message === undefined) throw new Error(`Excel knows no method ${id}`);
      void page.excelRequest(String(message[4]), Number(message[6])).then(({ status, body }) => {
        answer(status === 0 ? safeArray([0, [200, [], body]]) : status);
      });
    },
    RegisterEvent: (_id: number, _target: string, handler: Listener, done: (status: number) => void) => {
      listener = handler;
      done(0);
    },
    UnregisterEvent: (_id: number, _target: string, done: (status: number) => void) => {
      listener = undefined;
      done(0);
    },
  };
}
