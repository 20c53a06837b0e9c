/** The parts of `Office` an add-in meets in Excel, as plain objects. */
export interface OfficeStub {
  readonly context: OfficeContext;
  onReady(callback?: (info: HostInfo) => void): Promise<HostInfo>;
  readonly actions: { associate(name: string, action: RibbonAction): void };
  readonly HostType: Readonly<Record<string, string>>;
  readonly PlatformType: Readonly<Record<string, string>>;
}

export interface HostInfo {
  readonly host: string;
  readonly platform: string;
}

export interface RibbonEvent {
  completed(): void;
}

export type RibbonAction = (event: RibbonEvent) => unknown;

interface OfficeContext {
  readonly host: string;
  platform: string;
  displayLanguage: string;
  contentLanguage: string;
  readonly requirements: { isSetSupported(name: string, version?: string | number): boolean };
  readonly diagnostics: { readonly host: string; readonly platform: string; readonly version: string };
  readonly officeTheme: { isDarkTheme: boolean };
  readonly document: { readonly mode: string; readonly url: string };
  readonly ui: { openBrowserWindow(address: string): void };
}

export interface OfficeOptions {
  readonly platform: string;
  readonly language: string;
  /** Highest version of each set the application declares; a set that is missing is not supported. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** What an application that declares ExcelApi 1.15 says of the other sets the library asks about. */
export const runtimeSets: Readonly<Record<string, string>> = {
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
  RichApiRuntime: '1.2',
  Pivot: '1.5',
};

/** @returns the stub, the ribbon commands the add-in associated, by name, and the addresses it had a browser open. */
export function createOffice(options: OfficeOptions): {
  readonly office: OfficeStub;
  readonly commands: ReadonlyMap<string, RibbonAction>;
  readonly browserWindows: readonly string[];
} {
  const commands = new Map<string, RibbonAction>();
  const browserWindows: string[] = [];
  const info = { host: 'Excel', platform: options.platform };
  const office: OfficeStub = {
    context: {
      ...info,
      displayLanguage: options.language,
      contentLanguage: options.language,
      requirements: {
        isSetSupported: (name, version) => isSupported(options.requirementSets, name, version),
      },
      diagnostics: { ...info, version: '16.0.17928.20000' },
      officeTheme: { isDarkTheme: false },
      document: { mode: 'readWrite', url: 'Book1.xlsx' },
      ui: {
        /** Learn, Office.UI: “Other protocols like mailto aren't supported”; OfficeDev/office-js issue 2870 has data: and blob: too. */
        openBrowserWindow: (address) => {
          if (/^https?:/i.test(address)) browserWindows.push(address);
        },
      },
    },
    onReady: async (callback) => {
      await Promise.resolve();
      callback?.(info);
      return info;
    },
    actions: { associate: (name, action) => void commands.set(name, action) },
    HostType: { Excel: 'Excel', Word: 'Word', PowerPoint: 'PowerPoint' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline' },
  };
  return { office, commands, browserWindows };
}

/** Version as text or number, compared part by part: “1.15” is above “1.9”. */
export function isSupported(
  sets: Readonly<Record<string, string>>,
  name: string,
  version: string | number = '1.0',
): boolean {
  const declared = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
  if (declared === undefined) return false;
  const [haveMajor = 0, haveMinor = 0] = declared.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = String(version).split('.').map(Number);
  return haveMajor > wantMajor || (haveMajor === wantMajor && haveMinor >= wantMinor);
}
