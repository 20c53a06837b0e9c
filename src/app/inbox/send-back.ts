import { SEVERITIES } from '../../base/severity';
import { WorkbookFileError, type FileFaultCode } from '../../base/file-fault';
import { periodLabel } from '../../ledger/period';
import type { PeriodCode } from '../../ledger/records';
import type { Translate } from '../../locales/translate';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { sendBackWorkbook } from '../../sheets/tabs/send-back-tab';
import { type CellMark, type MarkedCopy, type WorkbookFiles } from '../../base/workbook-port';
import { ownBytes } from './check-file';
import type { CheckedFile, Progress, ReturnFile } from './check-returns';
import { findingLines } from '../wording/describe-finding';
import { safeFileName } from '../wording/safe-file-name';
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

/** In an archive of copies: the paragraphs to send them with. */
export const MESSAGES_FILE = '退回说明.txt';

export function packedCopiesName(period: PeriodCode): string {
  return `${period}_退回件.zip`;
}

/** Whether a unit has anything to do about its file. A report of a lower place is made anew: no cell of it can be corrected. */
export function needsAnswer(checked: CheckedFile): boolean {
  return checked.level === undefined && checked.findings.some(({ severity }) => severity !== 'corrected');
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
  const lines = gravestFirst(checked, chinese);
  const wasRead = !checked.findings.some(({ code }) => UNREAD.has(code));
  const { bytes, extension } = await markedCopy(
    subjectOf(checked),
    lines,
    wasRead ? original : new Uint8Array(),
    files,
  );
  return {
    file: checked.file,
    fileName: `${sentBackStem(checked.file)}.${extension}`,
    bytes,
    message: sendBackMessage(checked, lines, sentBackStem(checked.file)),
  };
}

/** The paragraph to send a copy with, before there is one. */
export function sendBackText(checked: CheckedFile, chinese: Translate): string {
  return sendBackMessage(checked, gravestFirst(checked, chinese), sentBackStem(checked.file));
}

/**
 * 退回 of every file that needs an answer, in the order of the files; of two copies of one name the second is numbered.
 * @param original The bytes of a file itself; one that is not there any more is answered with 退回说明 alone.
 */
export async function sendBackAll(
  checked: readonly CheckedFile[],
  original: (file: CheckedFile) => Promise<Uint8Array | undefined>,
  files: WorkbookFiles,
  chinese: Translate,
  progress: Progress = () => undefined,
): Promise<ReadonlyMap<CheckedFile, SentBack>> {
  const owed = checked.filter(needsAnswer);
  const taken = new Set<string>();
  const answers = new Map<CheckedFile, SentBack>();
  for (const [index, file] of owed.entries()) {
    await progress(index, owed.length, file.file);
    const back = await sendBack(file, (await original(file)) ?? new Uint8Array(), files, chinese);
    answers.set(file, { ...back, fileName: freeName(back.fileName, taken) });
  }
  return answers;
}

/**
 * The bytes of one checked file among those that were handed in; `undefined` when the file is gone or has changed since.
 */
export async function handedInBytes(
  checked: CheckedFile,
  returned: readonly ReturnFile[],
  files: WorkbookFiles,
): Promise<Uint8Array | undefined> {
  for (const candidate of returned.filter(({ name }) => name === checked.source)) {
    const bytes = await candidate.read().catch(() => undefined);
    const own = bytes && (await ownBytes(checked, bytes, files));
    if (own !== undefined) return own;
  }
  return undefined;
}

function gravestFirst(checked: CheckedFile, chinese: Translate): readonly FindingLine[] {
  return findingLines([checked], chinese).toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** Refused because reading them did not come to an end, or might not: nobody is to try it again. */
const UNREAD: ReadonlySet<string> = new Set([
  'file-too-slow',
  'file-too-heavy',
  'file-legacy-xls',
] satisfies readonly FileFaultCode[]);

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

function subjectOf({ office, period, file }: CheckedFile): string {
  if (office === null) return file;
  return period === null ? office : `${office} ${periodLabel(period)}填报表`;
}

/** The name under which a copy goes back, without its extension; one that came back before keeps a single mark. */
function sentBackStem(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return `${safeFileName(name.replace(/\.[^.]{1,5}$/, '').replace(/_退回$/, ''))}_退回`;
}

function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1)
    free = `${name.slice(0, dot)}(${number})${name.slice(dot)}`;
  taken.add(free.toLowerCase());
  return free;
}
