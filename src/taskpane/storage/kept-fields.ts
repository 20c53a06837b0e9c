import { EMPTY_SESSION, type KeptSession } from '../session/session';

type Field = keyof KeptSession;
type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
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

const isFile = shaped({ name: isText, bytes: (value) => value instanceof Uint8Array });

const isLedger = shaped({
  plan: shaped({ text: isText, measures: listOf(isObject) }),
  directory: shaped({ units: listOf(shaped({ name: isText })), groups: listOf(isObject) }),
  settings: shaped({ asOf: isText, period: isText, weights: isObject, office: isObject }),
  entries: listOf(shaped({ id: (value) => typeof value === 'number', batch: isText })),
  submissions: listOf(isObject),
  log: listOf(isObject),
});

/** What is the clerk's work: were one of these not as it should be, going on would lose or spoil it. */
const WORK = {
  ledger: orNull(isLedger),
  draft: orNull(shaped({ typed: isText, texts: listOf(isText), accepted: listOf(isText) })),
  findings: listOf(isObject),
  fileName: isText,
  source: orNull((value) => value instanceof Uint8Array),
  sampleReturns: listOf(isFile),
  returned: listOf(isFile),
  checked: listOf(
    shaped({ file: isText, sha256: isText, findings: listOf(isObject), rows: listOf(isObject) }),
  ),
  checkedInPlace: isFlag,
  chosen: listOf(isText),
  imported: orNull(isText),
  edits: listOf(listOf(isText)),
  unsaved: isFlag,
} as const satisfies Partial<Record<Field, Check>>;

/** What is only seen: it starts anew where it cannot be understood. */
const VIEW = {
  ownSheets: listOf(isObject),
  savedFile: orNull(isObject),
  returnedSheet: orNull(isObject),
  tab: isText,
  place: orNull(isObject),
  screen: isText,
} as const satisfies Partial<Record<Field, Check>>;

/**
 * The fields as this build keeps them; `undefined` when one that holds the clerk's work is not what it should be. A field an
 * earlier build did not have is empty; one that this build does not know is left out.
 */
export function checkedFields(
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const known = Object.entries({ ...WORK, ...VIEW }).map(([field, check]) => {
    const value = fields[field] ?? EMPTY_SESSION[field as Field];
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
