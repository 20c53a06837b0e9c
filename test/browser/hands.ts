import type { Page } from 'playwright-core';

/** A file as it lies in a hand. */
export interface InHand {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lets go of files over a part of the page, as a hand would. */
export async function dropOn(page: Page, where: string, ...files: readonly InHand[]): Promise<void> {
  await page
    .locator(where)
    .first()
    .evaluate(
      (target, dropped) => {
        const dataTransfer = new DataTransfer();
        for (const [name, base64] of dropped) {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          dataTransfer.items.add(new File([bytes], name));
        }
        for (const kind of ['dragover', 'drop'])
          target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      },
      files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')] as const),
    );
}

/** Lets go of files and folders of the disk over a part of the page: the browser itself makes of them what a page gets. */
export async function dropFromDisk(page: Page, where: string, ...paths: readonly string[]): Promise<void> {
  const box = await page.locator(where).first().boundingBox();
  if (box === null) throw new Error(`${where} is not shown`);
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

/** Pastes what a clipboard holds where nothing is typed. */
export async function paste(page: Page, clipboard: { html?: string; text: string }): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, clipboard);
}
