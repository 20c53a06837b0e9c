import { changedFields, type PreviewLine } from '../../../app/inbox/preview-import';
import { describeFinding } from '../../../app/wording/describe-finding';
import type { Report } from '../../../ledger/records';
import type { Translate } from '../../../locales/translate';

/** What a row says: “推进中 60%”; of a changed one also what stood before and which other fields change. */
export function changeWords({ before, after }: Pick<PreviewLine, 'before' | 'after'>, t: Translate): string {
  if (before === null) return claimWords(after, t);
  const others = changedFields(before, after).filter((field) => field !== 'status' && field !== 'percent');
  const claim =
    before.status === after.status && before.percent === after.percent
      ? claimWords(after, t)
      : t('pane.preview.change', { before: claimWords(before, t), after: claimWords(after, t) });
  if (others.length === 0) return claim;
  const fields = others.map((field) => t(`pane.field.${field}`)).join(t('pane.listComma'));
  return t('pane.preview.alsoChanges', { claim, fields });
}

/** Why a row is not imported: its errors, or that its file is one of several of which another is chosen, or none yet. */
export function rejectionWords({ errors }: Pick<PreviewLine, 'errors'>, t: Translate): string {
  if (errors.length === 0) return t('pane.preview.rival');
  return errors.map((error) => describeFinding(error, t).message).join(' ');
}

function claimWords({ status, percent }: Report, t: Translate): string {
  const claim = t(`pane.claim.${status ?? 'none'}`);
  return percent === null ? claim : t('pane.claim.withPercent', { claim, percent });
}
