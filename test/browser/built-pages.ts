import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from './chromium';
import { keepAs, putBack } from './kept-session';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

const ANOTHER_MACHINE = 'measures.test';

/** How a page is opened, where not as usual. */
interface Visit {
  /** Folder of the server the page lies in, with a slash at both ends. */
  readonly folder?: string;
  /** Not the machine itself, so no secure context. */
  readonly fromAnotherMachine?: boolean;
  /** The browser can write files where the clerk says: into its private folder, as 新台账.xlsx. */
  readonly savesFiles?: boolean;
  /** Run before the page's own scripts. */
  readonly script?: string;
}

/** The dialogue needs a person: a headless browser has none. */
const NO_SAVE_DIALOGUE = 'window.showSaveFilePicker = undefined;';
const SAVE_DIALOGUE = `
  window.asked = 0;
  window.showSaveFilePicker = async () => {
    window.asked++;
    return (await navigator.storage.getDirectory()).getFileHandle('新台账.xlsx', { create: true });
  };`;

/** A page of nothing, from the pages' origin: from there what they keep can be changed while none of them is open. */
const NO_PAGE = 'nothing.html';
const NOTHING = '<link rel="icon" href="data:,">';

/** A busy machine takes its time; a test that waits for nothing ends by its own limit. */
const PATIENCE_MS = 100_000;

/** The built pages on a port of their own, and a browser to open them. */
export class BuiltPages {
  /** Requests that left the page's own origin. */
  readonly foreignRequests: string[] = [];
  readonly faults: string[] = [];
  /** Where the beginnings are kept; the pages that begin with one share it, one after the other. */
  private begun: BrowserContext | undefined;
  private readonly beginnings = new Set<string>();

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly origin: string,
  ) {}

  static async open(): Promise<BuiltPages> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = normalize(decodeURIComponent(pathname)).replace(/^.*?\/(?=(?:assets\/)?[^/]*$)/, '');
      if (path === NO_PAGE) {
        response.writeHead(200, { 'content-type': TYPES['.html'] }).end(NOTHING);
        return;
      }
      const file = join('dist', path === '' ? 'index.html' : path);
      readFile(file).then(
        (bytes) => {
          response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
          response.end(bytes);
        },
        () => {
          response.writeHead(404);
          response.end();
        },
      );
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const browser = await startChromium(`--host-resolver-rules=MAP ${ANOTHER_MACHINE} 127.0.0.1`);
    return new BuiltPages(server, browser, `http://127.0.0.1:${port}`);
  }

  async page(width: number, height = 800, visit: Visit = {}): Promise<Page> {
    const origin = visit.fromAnotherMachine ? this.origin.replace('127.0.0.1', ANOTHER_MACHINE) : this.origin;
    const page = await this.blank(width, height, origin);
    await page.addInitScript(visit.savesFiles === true ? SAVE_DIALOGUE : NO_SAVE_DIALOGUE);
    if (visit.script !== undefined) await page.addInitScript(visit.script);
    await page.goto(`${origin}${visit.folder ?? '/'}`);
    return page;
  }

  /**
   * A page as it comes back when it is closed after `work`. The work is done once for all pages that begin so, and what the page
   * kept of it is put back for each.
   */
  async pageAfter(
    name: string,
    work: (page: Page) => Promise<void>,
    width: number,
    height = 800,
  ): Promise<Page> {
    this.begun ??= await this.context(this.origin);
    if (!this.beginnings.has(name)) {
      const first = await this.startedIn(this.begun, 1280, 800);
      await putBack(first, null);
      await first.goto(`${this.origin}/`);
      await work(first);
      await keepAs(first, name);
      await first.close();
      this.beginnings.add(name);
    }
    const page = await this.startedIn(this.begun, width, height);
    await putBack(page, name);
    await page.goto(`${this.origin}/`);
    return page;
  }

  private async startedIn(context: BrowserContext, width: number, height: number): Promise<Page> {
    for (const left of context.pages()) await left.close();
    const page = await this.watched(context, width, height);
    await page.addInitScript(NO_SAVE_DIALOGUE);
    await page.goto(`${this.origin}/${NO_PAGE}`);
    return page;
  }

  /** The page after its process was killed, whatever it was at: opened anew by the same browser. @param begins Done before it is gone to. */
  async killed(page: Page, begins: (next: Page) => Promise<void>): Promise<Page> {
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
    const gone = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => undefined);
    await gone;
    await page.close();
    const next = await this.watched(page.context(), width, height);
    await next.addInitScript(NO_SAVE_DIALOGUE);
    await begins(next);
    await next.goto(`${this.origin}/`);
    return next;
  }

  /** A page that shows nothing yet, in a browser session of its own. */
  async blank(width: number, height: number, origin = this.origin): Promise<Page> {
    return this.watched(await this.context(origin), width, height);
  }

  private async context(origin: string): Promise<BrowserContext> {
    const context = await this.browser.newContext({ acceptDownloads: true });
    context.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) {
        this.foreignRequests.push(request.url());
      }
    });
    return context;
  }

  private async watched(context: BrowserContext, width: number, height: number): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
    return page;
  }

  /** What a click has the browser download. */
  async downloaded(page: Page, click: () => Promise<void>): Promise<Uint8Array> {
    const [download] = await Promise.all([page.waitForEvent('download'), click()]);
    return new Uint8Array(await readFile(await download.path()));
  }

  async stopServing(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stopServing();
  }
}
