export type PlanParseErrorCode = 'empty' | 'noMeasure';

/** The text is no plan: it is empty, or nowhere in it does a clause say who does what or until when. */
export class PlanParseError extends Error {
  override readonly name = 'PlanParseError';

  constructor(readonly code: PlanParseErrorCode) {
    super(code);
  }
}
