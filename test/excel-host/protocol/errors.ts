/**
 * Messages of learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling,
 * in short: the product must go by the code.
 */
const statusOfCode: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidReference: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};

/** An error the simulated application answers with; the batch stops at it. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get httpStatus(): number {
    return statusOfCode[this.code] ?? 400;
  }
}

/** A member of the genuine library that this host does not know: never an answer, always a failed test. */
export class NotModelledError extends Error {
  override readonly name = 'NotModelledError';
  constructor(readonly member: string) {
    super(`${member} is not modelled by test/excel-host`);
  }
}

export function invalidArgument(what: string): HostError {
  return new HostError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format: ${what}`,
  );
}

export function itemNotFound(what: string): HostError {
  return new HostError('ItemNotFound', `The requested resource does not exist: ${what}`);
}

export function accessDenied(what: string): HostError {
  return new HostError('AccessDenied', `You cannot perform the requested operation: ${what}`);
}

export function invalidOperation(what: string): HostError {
  return new HostError('InvalidOperation', `The operation attempted is invalid on the object: ${what}`);
}
