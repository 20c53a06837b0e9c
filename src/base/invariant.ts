/** Something that cannot be, whatever anybody typed or handed in: the product itself is at fault. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * The value, which is there by what the code around it has made sure of. What comes from outside may be missing and has its own
 * answer; here a default would only hide the fault until it stands in somebody's workbook.
 * @param what for whoever looks for the fault: “the text of measure 12”
 * @throws InvariantError when there is none
 */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new InvariantError(`missing: ${what}`);
  return value;
}
