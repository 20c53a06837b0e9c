import { Text } from '@fluentui/react-components';
import { leadersText } from '../../../ledger/units/assignments';
import type { Translate } from '../../../locales/translate';
import type { Measure } from '../../../plan/plan';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';

/** “2017-12-31”, or how else a measure is bound in time. */
export function dueWords({ deadline, deadlineKind }: Measure, t: Translate): string {
  return deadline ?? t(`pane.plan.due.${deadlineKind === 'date' ? 'none' : deadlineKind}`);
}

/** “市财政局（配合：市审计局）”. */
export function unitWords(measure: Measure, t: Translate): string {
  const units = leadersText(measure);
  return t('pane.plan.unitLine', {
    units: units === '' ? t('pane.plan.nobody') : units,
    support: measure.supportUnits.join(t('pane.listComma')),
    supported: measure.supportUnits.length > 0 ? 'yes' : 'no',
  });
}

/** A measure in a list: number and words, below them who does it until when. */
export function MeasureLine({ measure }: { readonly measure: Measure }) {
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      <Text block lang="zh-CN">
        {measure.no}. {measure.text}
      </Text>
      <Text block size={200} className={layout.muted}>
        {t('pane.plan.line', { units: unitWords(measure, t), due: dueWords(measure, t) })}
      </Text>
    </>
  );
}
