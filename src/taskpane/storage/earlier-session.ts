type Fields = Readonly<Record<string, unknown>>;

/**
 * What an earlier version of the page kept, as this one keeps it: records of what an office handed in, and of what was found in
 * it, named the office `unit` there.
 */
export function fromEarlierVersion(kept: Fields): Fields {
  const { ledger } = kept;
  return {
    ...kept,
    ...renamedIn(kept, 'checked'),
    ...renamedIn(kept, 'findings'),
    ...(isRecord(ledger) ? { ledger: { ...ledger, ...renamedIn(ledger, 'submissions') } } : {}),
  };
}

function renamedIn(fields: Fields, list: string): Fields {
  const records = fields[list];
  return Array.isArray(records) ? { [list]: records.map((record: unknown) => withOffice(record)) } : {};
}

function withOffice(record: unknown): unknown {
  if (!isRecord(record) || 'office' in record || !('unit' in record)) return record;
  const { unit, ...rest } = record;
  return { ...rest, office: unit };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
