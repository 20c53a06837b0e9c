import type { Translate } from '../../locales/translate';
import type { Remark } from '../../plan/plan';

/** A remark in a user's language: what is doubtful, and what to do about it. */
export interface DescribedRemark {
  readonly message: string;
  readonly suggestion: string;
}

export function describeRemark({ code, found }: Remark, t: Translate): DescribedRemark {
  return {
    message: t(`remark.${code}.message`, { found }),
    suggestion: t(`remark.${code}.suggestion`, { found }),
  };
}
