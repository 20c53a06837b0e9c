import type { FileKind } from '../../app/inbox/inbox';
import { SCREEN_IDS } from '../screens/registry';
import { PIVOT_FIELDS, PIVOT_VALUES } from '../../ledger/figures/pivot-choice';
import { EMPTY_SESSION, SUMMARY_PARTS, type KeptSession } from '../session/session';
import { fromEarlierVersion } from './earlier-session';

type Field = keyof KeptSession;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const shaped =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, check]) => check(value[key]));

const isRecordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

const isFile = shaped({ name: isText, bytes: (value) => value instanceof Uint8Array });
const isUnit = shaped({ name: isText, shortNames: listOf(isText), splits: listOf(isObject) });
const isMeasure = shaped({
  no: isNumber,
  text: isText,
  section: isText,
  leadUnits: listOf(isText),
  leadGroup: orNull(isText),
  deadline: orNull(isText),
});
const isReport = shaped({ status: orNull(isText), percent: orNull(isNumber), completedOn: orNull(isText) });

/** What an entry of each kind says besides its number, batch and time. */
const ENTRIES: Readonly<Record<string, Check>> = {
  report: shaped({ measure: isNumber, unit: isText, period: isText, origin: isText, report: isReport }),
  undo: shaped({ undone: isText }),
  verification: shaped({ measure: isNumber, unit: isText, verification: isText, on: isText, period: isText }),
  extension: shaped({ measure: isNumber, unit: isText, newDeadline: isText, decision: isText, on: isText }),
  letter: shaped({ unit: isText, office: isText, letter: isText, measures: listOf(isNumber), on: isText }),
  note: shaped({ measure: isNumber, item: isText, text: isText }),
};

const isEntry: Check = (value) =>
  shaped({ id: isNumber, batch: isText, at: isText, kind: isText })(value) &&
  ENTRIES[(value as { readonly kind: string }).kind]?.(value) === true;

const REPORTED = {
  places: listOf(shaped({ path: isText, asOf: orNull(isText) })),
  rows: listOf(
    shaped({ path: isText, upper: orNull(isNumber), measure: isNumber, standing: isText, unit: isText }),
  ),
};

const isLevels = shaped({
  handDowns: listOf(
    shaped({
      batch: isText,
      place: isText,
      plan: isText,
      measures: listOf(shaped({ handed: isNumber, now: isNumber })),
    }),
  ),
  reports: listOf(
    shaped({
      id: isNumber,
      batch: isText,
      place: isText,
      period: isText,
      digest: isText,
      ...REPORTED,
    }),
  ),
});

const isLevelFile = shaped({
  digest: isText,
  report: shaped({ place: isText, period: isText, handDown: isText, edition: isNumber, ...REPORTED }),
});

const isLedger = shaped({
  plan: shaped({
    text: isText,
    title: isText,
    years: shaped({ from: isNumber, to: isNumber }),
    sections: listOf(shaped({ no: isText, title: isText })),
    measures: listOf(isMeasure),
    remarks: listOf(isObject),
    headings: listOf(isObject),
    rest: listOf(isObject),
  }),
  directory: shaped({
    units: listOf(isUnit),
    groups: listOf(shaped({ name: isText, members: listOf(isText) })),
  }),
  settings: shaped({
    asOf: isText,
    period: isText,
    dueSoonDays: isNumber,
    slowStartDays: isNumber,
    returnWithinDays: isNumber,
    weights: isRecordOf(isNumber),
    office: shaped({ name: isText, letterWord: isText, replyWithinDays: isNumber }),
  }),
  entries: listOf(isEntry),
  submissions: listOf(shaped({ office: isText, period: isText, sha256: isText, batch: isText })),
  receipts: listOf(
    shaped({ kind: isText, office: isText, period: isText, sha256: isText, on: isText, batch: isText }),
  ),
  log: listOf(shaped({ at: isText, batch: isText, action: isText, detail: isText })),
  levels: (value) => value === undefined || isLevels(value),
});

const isChecked = shaped({
  file: isText,
  source: isText,
  sha256: isText,
  office: orNull(isText),
  period: orNull(isText),
  verdict: isText,
  findings: listOf(shaped({ code: isText, severity: isText, where: isObject, details: isObject })),
  rows: listOf(shaped({ measure: isNumber, report: isReport })),
  agreed: listOf(isObject),
  level: (value) => value === undefined || isLevelFile(value),
});

const FILE_KINDS = ['return', 'ledger', 'plan', 'other'] as const satisfies readonly FileKind[];

const isInbox = shaped({
  handedIn: listOf(shaped({ name: isText, sha256: isText })),
  items: listOf(
    shaped({
      key: isText,
      kind: (value) => FILE_KINDS.some((kind) => kind === value),
      checked: isChecked,
      receivedAt: isText,
      sentBackOn: orNull(isText),
      isSheet: isFlag,
      namedOffice: (value) => value === undefined || isText(value),
    }),
  ),
  chosen: listOf(isText),
});

/** What is the clerk's work: were one of these not as it should be, going on would lose or spoil it. */
const WORK = {
  ledger: orNull(isLedger),
  draft: orNull(shaped({ typed: isText, texts: listOf(isText), accepted: listOf(isText) })),
  findings: listOf(shaped({ file: isText, office: isText, severity: isText, message: isText })),
  fileName: isText,
  source: orNull((value) => value instanceof Uint8Array),
  sampleReturns: listOf(isFile),
  inbox: isInbox,
  imported: orNull(isText),
  edits: listOf(listOf(isText)),
  unsaved: isFlag,
} as const satisfies Partial<Record<Field, Check>>;

const isField: Check = (value) => PIVOT_FIELDS.some((field) => field === value);
const isPivotChoice = shaped({
  rows: isField,
  columns: orNull(isField),
  value: (value) => PIVOT_VALUES.some((one) => one === value),
  filters: listOf(shaped({ field: isField, item: orNull(isText) })),
});

/** What is only seen: it starts anew where it cannot be understood. */
const VIEW = {
  ownSheets: listOf(isObject),
  savedFile: orNull(isObject),
  watched: orNull(shaped({ handle: isObject, seen: listOf(isText) })),
  returnedSheet: orNull(isObject),
  summaryPart: (value) => SUMMARY_PARTS.some((part) => part === value),
  pivot: orNull(isPivotChoice),
  tab: isText,
  place: orNull(isObject),
  screenState: isObject,
  screen: (value) => SCREEN_IDS.some((id) => id === value),
} as const satisfies Partial<Record<Field, Check>>;

/**
 * The fields as this build keeps them; `undefined` when one that holds the clerk's work is not what it should be. A field an
 * earlier build did not have is empty; one that this build does not know is left out.
 */
export function checkedFields(
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const kept = fromEarlierVersion(fields);
  const known = Object.entries({ ...WORK, ...VIEW } satisfies Record<Field, Check>).map(([field, check]) => {
    const value = kept[field] ?? EMPTY_SESSION[field as Field];
    const isSound = check(value);
    return { field, isSound, value: isSound ? value : EMPTY_SESSION[field as Field] };
  });
  if (known.some(({ field, isSound }) => !isSound && Object.hasOwn(WORK, field))) return undefined;
  return Object.fromEntries(known.map(({ field, value }) => [field, value]));
}

/** What could not be read, as a file to keep: JSON, bytes in Base64. */
export function strayFile(fields: Readonly<Record<string, unknown>>): Uint8Array {
  const text = JSON.stringify(fields, (_key, value: unknown) =>
    value instanceof Uint8Array ? { base64: base64(value) } : value,
  );
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
