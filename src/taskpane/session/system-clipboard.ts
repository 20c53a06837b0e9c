/** Puts a text on the clipboard; false when neither way is open to the page (plain http, a strict webview). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Pages served over plain http on an intranet have no clipboard interface, only this older command. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.style.position = 'fixed';
  document.body.append(holder);
  const focused = document.activeElement;
  holder.select();
  const isCopied = hasCopied();
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** A webview may refuse the older command too, or not know it. */
function hasCopied(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
