import { later } from '../../parts/later';
import { PartTabs } from '../../parts/PartTabs';
import { useLayout } from '../../parts/layout';
import { isOneOf, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { REPORT_PART } from '../state-names';
import { ExtensionPart } from './extension/ExtensionPart';
import { LettersPart } from './LettersPart';
import { RecentActs } from './RecentActs';
import { RemindersPart } from './RemindersPart';
import { VerifyPart } from './verify/VerifyPart';
import { YearPart } from './YearPart';

/** Its code knows how reports and plans for other places are written: it loads with the first look at it. */
const LevelsPart = later<LedgerScreenProps>(async () => (await import('./levels/LevelsPart')).LevelsPart);

const PARTS = {
  reminders: RemindersPart,
  verify: VerifyPart,
  extension: ExtensionPart,
  letters: LettersPart,
  year: YearPart,
  levels: LevelsPart,
} as const;

type PartId = keyof typeof PARTS;
const PART_IDS = Object.keys(PARTS) as readonly PartId[];
/** In which acts are done that can be taken back. */
const HAS_ACTS: readonly PartId[] = ['verify', 'extension', 'letters'];

/** 督办: reminders, verification, extensions, letters, the yearly report, what goes to other places; what was done can be taken back. */
export function Report(props: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [part, setPart] = useScreenState<PartId>(REPORT_PART, 'reminders', isOneOf(PART_IDS));
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
      {HAS_ACTS.includes(part) && <RecentActs {...props} />}
    </div>
  );
}
