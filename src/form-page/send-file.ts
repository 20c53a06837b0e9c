import { element } from './elements';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A browser may still read the address after the click. */
const KEPT_MS = 60_000;

/** Gives the workbook to the browser's downloads. */
export function downloadWorkbook(file: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = element('a', { href: address, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** Copies a text that also stands selected in a box, for whoever has to copy it by hand. */
export function copyText(text: string, box: HTMLTextAreaElement, told: (isCopied: boolean) => void): void {
  box.focus();
  box.select();
  const byCommand = () => {
    try {
      // Where a page opened from a folder has no clipboard of its own.
      told(document.execCommand('copy'));
    } catch {
      told(false);
    }
  };
  const clipboard = 'clipboard' in navigator ? (navigator.clipboard as Clipboard | undefined) : undefined;
  if (clipboard === undefined) byCommand();
  else clipboard.writeText(text).then(() => told(true), byCommand);
}
