import { PartTabs } from '../../parts/PartTabs';
import { useLayout } from '../../parts/layout';
import { isOneOf, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { ExtensionPart } from './extension/ExtensionPart';
import { LettersPart } from './LettersPart';
import { RecentActs } from './RecentActs';
import { RemindersPart } from './RemindersPart';
import { VerifyPart } from './verify/VerifyPart';
import { YearPart } from './YearPart';

const PARTS = {
  reminders: RemindersPart,
  verify: VerifyPart,
  extension: ExtensionPart,
  letters: LettersPart,
  year: YearPart,
} as const;

type PartId = keyof typeof PARTS;
const PART_IDS = Object.keys(PARTS) as readonly PartId[];

/** 督办: reminders, verification, extensions, letters, the yearly report; what was done can be taken back. */
export function Report(props: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [part, setPart] = useScreenState<PartId>('report.part', 'reminders', isOneOf(PART_IDS));
  const Part = PARTS[part];
  return (
    <div className={layout.column}>
      <PartTabs
        name="report"
        label={t('pane.report.parts')}
        parts={PART_IDS}
        wordOf={(id) => t(`pane.report.part.${id}`)}
        selected={part}
        onSelect={setPart}
      >
        <Part {...props} />
      </PartTabs>
      {part !== 'reminders' && part !== 'year' && <RecentActs {...props} />}
    </div>
  );
}
