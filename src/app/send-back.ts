import { periodLabel } from '../ledger/period';
import type { Translate } from '../locales/translate';
import type { FindingLine } from '../sheets/findings-tab';
import { sendBackWorkbook } from '../sheets/send-back-tab';
import {
  WorkbookFileError,
  type CellMark,
  type MarkedCopy,
  type WorkbookFiles,
} from '../sheets/workbook-host';
import type { CheckedFile } from './check-returns';
import { findingLines } from './describe-finding';
import { sendBackMessage } from './send-back-message';

/** What a unit gets: a copy of its own file with the faults marked, and the words to send it with. */
export interface SentBack {
  /** The name of the file it answers. */
  readonly file: string;
  /** “原名_退回.xlsx”. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** A paragraph in Chinese, ready to paste into a message. */
  readonly message: string;
}

const ORDER = ['error', 'warning', 'corrected'] as const;

/** Whether a unit has anything to do about its file. */
export function needsAnswer(checked: CheckedFile): boolean {
  return checked.findings.some(({ severity }) => severity !== 'corrected');
}

/**
 * 退回: the unit's own file with a first tab 退回说明, its faulty cells filled and noted; a file that cannot be marked is
 * answered with that tab alone. The original is not touched.
 * @param chinese What goes to a unit is Chinese, whatever the clerk's language.
 */
export async function sendBack(
  checked: CheckedFile,
  original: Uint8Array,
  files: WorkbookFiles,
  chinese: Translate,
): Promise<SentBack> {
  const lines = findingLines([checked], chinese).toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  const subject = subjectOf(checked);
  const copy = await markedCopy(subject, lines, original, files);
  const fileName = sentBackName(checked.file, copy.extension);
  return {
    file: checked.file,
    fileName,
    bytes: copy.bytes,
    message: sendBackMessage(checked, lines, fileName),
  };
}

async function markedCopy(
  subject: string,
  lines: readonly FindingLine[],
  original: Uint8Array,
  files: WorkbookFiles,
): Promise<MarkedCopy> {
  try {
    return await files.mark(
      original,
      sendBackWorkbook({ subject, lines, marked: true }),
      lines.flatMap(fileMark),
    );
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    const bytes = await files.write(sendBackWorkbook({ subject, lines, marked: false }));
    return { bytes, extension: 'xlsx' };
  }
}

function fileMark({ sheet, cell, severity, message, suggestion }: FindingLine): readonly CellMark[] {
  if (cell === '') return [];
  return [{ sheet, cell, severity, note: `${message}\n${suggestion}` }];
}

function subjectOf({ unit, period, file }: CheckedFile): string {
  if (unit === null) return file;
  return period === null ? unit : `${unit} ${periodLabel(period)}填报表`;
}

/** The name under which a copy goes back; one that came back before keeps a single mark. */
function sentBackName(file: string, extension: MarkedCopy['extension']): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const stem = name.replace(/\.[^.]{1,5}$/, '').replace(/_退回$/, '');
  return `${stem}_退回.${extension}`;
}
