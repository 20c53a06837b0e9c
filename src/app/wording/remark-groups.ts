import type { Remark, RemarkCode } from '../../plan/plan';

/**
 * What depends on a remark: 1 that something may be missing or nobody does it, 2 that words were not or only half read,
 * 3 that a reading was chosen, 4 only a way of writing.
 */
const WEIGHT: Readonly<Record<RemarkCode, 1 | 2 | 3 | 4>> = {
  headingLikeMeasure: 1,
  noClause: 1,
  noLeadUnit: 1,
  forSeveral: 1,
  impossibleDate: 1,
  yearUnknown: 1,
  severalPlans: 1,
  unusualUnit: 2,
  unreadWords: 2,
  unknownLabel: 2,
  headingClause: 2,
  unclosedBracket: 2,
  textAfterClause: 2,
  splitParagraph: 2,
  numberGap: 2,
  unnumberedHeading: 2,
  relativeDeadline: 2,
  yearUncertain: 2,
  yearsGuessed: 2,
  monthAmbiguous: 2,
  andOthers: 3,
  omittedPrefix: 3,
  personNamed: 3,
  unitGroup: 3,
  noDeadline: 3,
  severalDeadlines: 3,
  deadlineFromBody: 3,
  inheritedClause: 3,
  sharedClause: 3,
  clauseInSentence: 3,
  joinedParagraphs: 3,
  severalLeadUnits: 4,
  yearFromPlan: 4,
  numbersReassigned: 4,
  missingCompletionWord: 4,
  responsibleUnitLabel: 4,
  commaBeforeDeadline: 4,
  fullStopInClause: 4,
  innerBrackets: 4,
  strayWhitespace: 4,
};

/** Remarks of one kind, in the order of the text. */
export interface RemarkGroup {
  readonly code: RemarkCode;
  /** A measure may be missing or be nobody's. */
  readonly isGrave: boolean;
  readonly remarks: readonly Remark[];
}

/** The remarks by kind, those first on which most depends. */
export function groupRemarks(remarks: readonly Remark[]): readonly RemarkGroup[] {
  const groups = new Map<RemarkCode, Remark[]>();
  for (const remark of remarks) {
    const own = groups.get(remark.code);
    if (own) own.push(remark);
    else groups.set(remark.code, [remark]);
  }
  return [...groups]
    .map(([code, own]) => ({ code, isGrave: WEIGHT[code] === 1, remarks: own }))
    .sort((a, b) => WEIGHT[a.code] - WEIGHT[b.code]);
}
