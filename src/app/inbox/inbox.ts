import type { CalendarDate } from '../../base/calendar';
import { onceFor } from '../../base/once-for';
import type { FileFaultCode } from '../../base/file-fault';
import type { FindingCode } from '../../returns/findings/catalogue';
import type { CheckedFile } from './check-file';
import type { ReturnFile } from './check-returns';
import { returnKey, withDuplicates } from './duplicates';

/** What a file turned out to be by its content, whatever it is called. */
export type FileKind = 'return' | 'ledger' | 'plan' | 'other';

/** A file as it was handed in, an archive whole, by the digest of its bytes. */
export interface HandedIn extends ReturnFile {
  readonly sha256: string;
}

/** One file that came, alone or in an archive, and what has become of it. */
export interface InboxItem {
  /** The same for the same content, wherever it lay. */
  readonly key: string;
  readonly kind: FileKind;
  /** With the corrections that were agreed to. */
  readonly checked: CheckedFile;
  /** In local time to the minute; empty where nobody noted it. */
  readonly receivedAt: string;
  /** The day it was last sent back. */
  readonly sentBackOn: CalendarDate | null;
  /** A sheet of the open workbook: its cells can be gone to, and there is no file to mark. */
  readonly isSheet: boolean;
  /** Whose it is as the clerk says, where it cannot be read. */
  readonly namedOffice?: string;
}

/** Whatever has come in, of every period, until the clerk says otherwise. */
export interface Inbox {
  readonly handedIn: readonly HandedIn[];
  /** In the order in which they first came. */
  readonly items: readonly InboxItem[];
  /** SHA-256 of the files chosen where an office sent several for a period. */
  readonly chosen: readonly string[];
}

export const EMPTY_INBOX: Inbox = { handedIn: [], items: [], chosen: [] };

/** What one drop or pick brought. */
export interface Arrival {
  readonly handedIn: readonly HandedIn[];
  readonly files: readonly ArrivedFile[];
  readonly at: string;
  readonly isSheet: boolean;
}

export interface ArrivedFile {
  readonly kind: FileKind;
  readonly checked: CheckedFile;
}

/** SHA-256 of no bytes at all. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Files of which there is no content, since they could not be opened, are told apart by their names. */
export function itemKey({ sha256, file }: CheckedFile): string {
  return sha256 === '' || sha256 === NOTHING ? `name ${file}` : sha256;
}

/** By what a file was refused for that is no return and no attempt at one. */
const KIND_OF_FAULT: Readonly<Partial<Record<FindingCode, FileKind>>> = {
  'file-is-ledger': 'ledger',
  'file-is-confirmation': 'other',
  'file-not-workbook': 'other',
  'file-picture': 'other',
} satisfies Partial<Record<FileFaultCode, FileKind>>;

/** What is handed in for looking at, not for reading: a photo, a scan, a PDF. */
export function isPicture({ findings }: CheckedFile): boolean {
  return findings.some(
    ({ code, details }) =>
      code === 'file-picture' || (code === 'file-word-or-pdf' && details['detail'] !== 'Word'),
  );
}

/** What a checked file is; that a document is a plan only reading it as one tells. */
export function kindOf({ findings }: CheckedFile): FileKind {
  for (const { code } of findings) {
    const kind = KIND_OF_FAULT[code];
    if (kind !== undefined) return kind;
  }
  return 'return';
}

/**
 * The inbox with what came. Nothing in it is replaced but by itself: a file that was there keeps its place, its day and what was
 * decided on it, and shows its newest check. A file that could not be opened goes once one of its name can; of a sheet of the open
 * workbook, which can have been typed into, the last check counts. Where one of several files of an office was chosen and another
 * comes, which of them counts is open again.
 */
export function withArrival(inbox: Inbox, arrival: Arrival): Inbox {
  return arrivedIn(inbox)(arrival);
}

/** Asked for what it would be before it is, an inbox is the same one afterwards. */
const arrivedIn = onceFor((inbox: Inbox) => onceFor((arrival: Arrival) => arrived(inbox, arrival)));

function arrived(inbox: Inbox, { handedIn, files, at, isSheet }: Arrival): Inbox {
  const known = new Set(inbox.handedIn.map(({ sha256 }) => sha256));
  const items = new Map(inbox.items.map((item) => [item.key, item]));
  for (const { kind, checked } of files) {
    const key = itemKey(checked);
    const before = items.get(key);
    if (key === checked.sha256) items.delete(`name ${checked.file}`);
    items.set(key, {
      key,
      kind,
      checked: before === undefined ? checked : { ...checked, file: before.checked.file },
      receivedAt: before?.receivedAt ?? at,
      ...(before?.namedOffice === undefined ? {} : { namedOffice: before.namedOffice }),
      sentBackOn: before?.sentBackOn ?? null,
      isSheet,
    });
    if (isSheet) dropEarlierChecks(items, key, checked.source);
  }
  return noted({
    ...inbox,
    handedIn: [...inbox.handedIn, ...once(handedIn).filter(({ sha256 }) => !known.has(sha256))],
    items: [...items.values()],
    chosen: stillDecided(inbox, files),
  });
}

/** Without what was chosen before another file of its office and period had come. */
function stillDecided({ items, chosen }: Inbox, files: readonly ArrivedFile[]): readonly string[] {
  const known = new Set(items.map(({ key }) => key));
  const came = new Set(
    files.flatMap(({ checked }) => (known.has(itemKey(checked)) ? [] : (returnKey(checked) ?? []))),
  );
  const reopened = new Set(
    items.flatMap(({ checked }) => (came.has(returnKey(checked) ?? '') ? [checked.sha256] : [])),
  );
  return chosen.filter((sha256) => !reopened.has(sha256));
}

function dropEarlierChecks(items: Map<string, InboxItem>, key: string, sheet: string): void {
  for (const item of [...items.values()])
    if (item.isSheet && item.checked.source === sheet && item.key !== key) items.delete(item.key);
}

function once(files: readonly HandedIn[]): readonly HandedIn[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/** Files of one office and period say so of each other. */
function noted(inbox: Inbox): Inbox {
  const checked = withDuplicates(inbox.items.map((item) => item.checked));
  return {
    ...inbox,
    items: inbox.items.map((item, index) => {
      const now = checked[index];
      return now === undefined || now === item.checked ? item : { ...item, checked: now };
    }),
  };
}

/** The inbox after some of its files were checked anew, with other corrections. */
export function withRechecked(inbox: Inbox, files: readonly CheckedFile[]): Inbox {
  const byKey = new Map(files.map((file) => [itemKey(file), file]));
  return noted({
    ...inbox,
    items: inbox.items.map((item) => {
      const checked = byKey.get(item.key);
      return checked === undefined ? item : { ...item, checked };
    }),
  });
}

/** Of the files of one office and period only one can be chosen. */
export function withChoice(inbox: Inbox, sha256: string): Inbox {
  const picked = inbox.items.find(({ checked }) => checked.sha256 === sha256)?.checked;
  if (picked === undefined) return inbox;
  const rivals = new Set(
    inbox.items
      .filter(({ checked }) => checked.office === picked.office && checked.period === picked.period)
      .map(({ checked }) => checked.sha256),
  );
  return { ...inbox, chosen: [...inbox.chosen.filter((digest) => !rivals.has(digest)), sha256] };
}

/** The clerk has sent these back on that day, or has not after all. */
export function withSentBack(inbox: Inbox, keys: ReadonlySet<string>, on: CalendarDate | null): Inbox {
  return {
    ...inbox,
    items: inbox.items.map((item) => (keys.has(item.key) ? { ...item, sentBackOn: on } : item)),
  };
}

/** Whether a table that was read says nowhere whose it is, nor do its measures tell. */
export function namesNobody({ office, findings }: CheckedFile): boolean {
  return office === null && findings.some(({ code, where }) => code === 'unit-unknown' && where.cell === '');
}

/** Whose a file is that cannot be read. */
export function withNamedOffice(inbox: Inbox, key: string, namedOffice: string): Inbox {
  return { ...inbox, items: inbox.items.map((item) => (item.key === key ? { ...item, namedOffice } : item)) };
}

/** The inbox without these files; of what was handed in stays what another of its files lay in. */
export function without(inbox: Inbox, keys: ReadonlySet<string>): Inbox {
  const items = inbox.items.filter(({ key }) => !keys.has(key));
  const left = new Set(items.map(({ checked }) => checked.source));
  const digests = new Set(items.map(({ checked }) => checked.sha256));
  return noted({
    handedIn: inbox.handedIn.filter(({ name, sha256 }) => left.has(name) && !keys.has(sha256)),
    items,
    chosen: inbox.chosen.filter((digest) => digests.has(digest)),
  });
}

/**
 * The inbox after the plan was revised: what was read goes by numbers that may be others' now, so nothing of it can be taken in until
 * it has been checked again. What was agreed to, chosen and sent back stays.
 */
export function unread(inbox: Inbox): Inbox {
  return {
    ...inbox,
    items: inbox.items
      .filter(({ isSheet }) => !isSheet)
      .map((item) => ({
        ...item,
        checked: isPicture(item.checked)
          ? item.checked
          : { ...item.checked, verdict: 'rejected', rows: [], findings: [] },
      })),
  };
}

/** Nothing is known of it until it has been checked again: whatever was refused says for what. */
export function isUnread({ checked }: InboxItem): boolean {
  return checked.verdict === 'rejected' && checked.findings.length === 0;
}

/** What is to be taken in, or was: the checks of all files. */
export function checkedFiles({ items }: Inbox): readonly CheckedFile[] {
  return items.map(({ checked }) => checked);
}
