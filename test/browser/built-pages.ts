import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The built pages on a port of their own, and a browser to open them. */
export class BuiltPages {
  /** Requests that left the page's own origin. */
  readonly foreignRequests: string[] = [];
  readonly faults: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    readonly origin: string,
  ) {}

  static async open(): Promise<BuiltPages> {
    const server = createServer((request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
      const file = join('dist', path === '/' ? 'index.html' : path);
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
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
    return new BuiltPages(server, browser, `http://127.0.0.1:${port}`);
  }

  async page(width: number, height = 800): Promise<Page> {
    const page = await this.blank(width, height);
    await page.goto(`${this.origin}/`);
    return page;
  }

  /** A page that shows nothing yet, in a browser session of its own. */
  async blank(width: number, height: number): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width, height }, acceptDownloads: true });
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== this.origin) {
        this.foreignRequests.push(request.url());
      }
    });
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
