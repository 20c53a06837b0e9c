import { itemKey, kindOf, type Inbox } from '../../app/inbox/inbox';
import type { CheckedFile } from '../../app/inbox/check-returns';
import { isRecord, type Fields } from './fields';

/**
 * The files of the last drop and what their check came to, as the page kept them before there was an inbox. What is not as it should be
 * stays so, to be found by whoever checks it.
 */
export function earlierInbox({
  returned = [],
  checked,
  checkedInPlace = false,
  chosen = [],
}: Fields): unknown {
  if (!Array.isArray(checked) || !Array.isArray(returned)) return null;
  const items = new Map(
    checked.map((file: unknown) => itemOf(file, checkedInPlace)).map((one) => [one.key, one]),
  );
  const handedIn = returned.map((file: unknown) => withDigest(file, checked));
  return { handedIn, items: [...items.values()], chosen } satisfies Record<keyof Inbox, unknown>;
}

function itemOf(checked: unknown, isSheet: unknown) {
  const isChecked =
    isRecord(checked) && Array.isArray(checked['findings']) && checked['findings'].every(isRecord);
  const file = checked as CheckedFile;
  return {
    key: isChecked ? itemKey(file) : '',
    kind: isChecked ? kindOf(file) : 'return',
    checked,
    receivedAt: '',
    sentBackOn: null,
    isSheet,
  };
}

/** Of an archive nobody noted the digest: its name will do to tell it. */
function withDigest(file: unknown, checked: readonly unknown[]): unknown {
  if (!isRecord(file) || !(file['bytes'] instanceof Uint8Array)) return file;
  const itself = checked.find(
    (one) => isRecord(one) && one['file'] === file['name'] && one['source'] === file['name'],
  );
  const known = isRecord(itself) ? itself['sha256'] : undefined;
  return { ...file, sha256: known ?? `name ${String(file['name'])}` };
}
