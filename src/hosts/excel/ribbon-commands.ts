/** What a button of the ribbon does; it ends with a sentence to show, or `null` where the workbook shows the result. */
export type RibbonStep = () => Promise<string | null>;

/** A button that is never released blocks the others, and some builds do not tell when the window is closed. */
const RELEASE_AFTER_MS = 60_000;

/** Of the screen, in percent. */
const MESSAGE_SIZE = { height: 22, width: 26 } as const;

/**
 * Binds the ribbon's buttons to steps by the names the manifest calls them. A button runs in a page of its own, without
 * the pane, so that what it has to say comes up in a small window.
 * @param messagePage Address of the page that shows the `text` of its query.
 */
export function bindRibbon(steps: Readonly<Record<string, RibbonStep>>, messagePage: string): void {
  for (const [name, step] of Object.entries(steps)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void step()
        .then((text) => (text === null ? undefined : showMessage(messagePage, text)))
        .finally(() => {
          event.completed();
        });
    });
  }
}

/**
 * Resolves once the window is closed, or could not be opened. Without `displayInIframe`, after which no
 * button may open anything on the web until the page is loaded anew (OfficeDev/office-js issue 5199); where Excel has no windows for add-ins the workbook alone shows what was done.
 */
function showMessage(page: string, text: string): Promise<void> {
  const address = `${page}?text=${encodeURIComponent(text)}`;
  if (!Office.context.requirements.isSetSupported('DialogApi', '1.1')) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, RELEASE_AFTER_MS);
    Office.context.ui.displayDialogAsync(address, MESSAGE_SIZE, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) resolve();
      else opened.value.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    });
  });
}
