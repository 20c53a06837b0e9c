import { fieldsOf, joinedFields, KeptPieces, type PieceKey } from '../../../src/taskpane/storage/kept-pieces';

type Stored = Map<string, readonly [key: string | PieceKey, value: unknown]>;

const records = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
const ledgerOf = (entries: readonly object[]) => ({ settings: 1, entries, submissions: [], log: records(3) });

/** What is kept after a field was written, and how many pieces were. */
function keep(pieces: KeptPieces, stored: Stored, value: unknown): number {
  const write = pieces.write('ledger', value);
  stored.set('ledger', ['ledger', structuredClone(write.value)]);
  for (const [key, piece] of write.puts) stored.set(String(key), [key, structuredClone(piece)]);
  for (const key of write.drops) stored.delete(String(key));
  pieces.noteKept('ledger', value);
  return write.puts.length;
}

function read(stored: Stored) {
  const keys = [...stored.values()].map(([key]) => key);
  const values = [...stored.values()].map(([, value]) => value);
  const fields = fieldsOf(keys, values);
  return { fields, joined: joinedFields(keys, values, fields)['ledger'] };
}

let pieces: KeptPieces;
let stored: Stored;

beforeEach(() => {
  pieces = new KeptPieces();
  stored = new Map();
});

test('a ledger kept in pieces is read as it was', () => {
  const ledger = ledgerOf(records(1_201));
  expect(keep(pieces, stored, ledger)).toBe(4);
  expect(read(stored).joined).toEqual(ledger);
});

test('an entry more writes the piece it is in and no other; of fewer entries nothing stays behind', () => {
  const ledger = ledgerOf(records(1_201));
  keep(pieces, stored, ledger);
  const longer = { ...ledger, entries: [...ledger.entries, { id: 1_201 }] };
  expect(keep(pieces, stored, longer)).toBe(1);
  expect(read(stored).joined).toEqual(longer);
  const shorter = { ...ledger, entries: ledger.entries.slice(0, 400) };
  expect(keep(pieces, stored, shorter)).toBe(1);
  expect(read(stored).joined).toEqual(shorter);
  expect([...stored.keys()].filter((key) => key.includes('entries'))).toHaveLength(1);
});

test('an entry that was replaced in the middle is written, whatever its number', () => {
  const ledger = ledgerOf(records(1_201));
  keep(pieces, stored, ledger);
  const other = { ...ledger, entries: ledger.entries.with(700, { id: 700 }) };
  expect(keep(pieces, stored, other)).toBe(1);
});

test('what was read in pieces is not written again; what an earlier build kept whole is, with the first change', () => {
  const ledger = ledgerOf(records(1_201));
  keep(pieces, stored, ledger);
  const { fields, joined } = read(stored);
  const next = new KeptPieces();
  next.noteRead('ledger', fields['ledger'], joined);
  expect(next.write('ledger', joined).puts).toEqual([]);

  const fresh = new KeptPieces();
  fresh.noteRead('ledger', ledger, ledger);
  expect(fresh.write('ledger', ledger).puts).toHaveLength(4);
  expect(joinedFields(['ledger'], [ledger], { ledger })).toEqual({ ledger });
});

test('a list of which a piece is missing is not taken for a shorter one', () => {
  keep(pieces, stored, ledgerOf(records(1_201)));
  stored.delete('ledger,entries,1');
  expect(read(stored).joined).toMatchObject({ entries: { pieces: 3 }, log: records(3) });
});

test('of ways to files names and digests are kept', () => {
  const handedIn = [{ name: '市司法局.xlsx', sha256: 'ab', read: () => Promise.resolve(new Uint8Array()) }];
  const { puts } = pieces.write('inbox', { items: [], handedIn, chosen: [] });
  expect(puts).toEqual([[['inbox', 'handedIn', 0], [{ name: '市司法局.xlsx', sha256: 'ab' }]]]);
});

test('a field without such lists is kept as it is, and so is nothing', () => {
  expect(pieces.write('tab', '台账')).toEqual({ value: '台账', puts: [], drops: [] });
  expect(pieces.write('ledger', null)).toEqual({ value: null, puts: [], drops: [] });
});
