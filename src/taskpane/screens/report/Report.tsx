import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLayout } from '../../parts/layout';
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

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { paddingInline: tokens.spacingHorizontalSNudge },
});

/** 督办报告: reminders, verification, extensions, letters, the yearly report; what was done can be taken back. */
export function Report(props: LedgerScreenProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [part, setPart] = useState<PartId>('reminders');
  const Part = PARTS[part];
  return (
    <div className={layout.column}>
      <TabList
        size="small"
        appearance="subtle"
        className={styles.tabs}
        selectedValue={part}
        onTabSelect={(_event, { value }) => setPart(PART_IDS.find((id) => id === value) ?? 'reminders')}
        aria-label={t('pane.report.parts')}
      >
        {PART_IDS.map((id) => (
          <Tab key={id} id={`report-${id}`} value={id} className={styles.tab}>
            {t(`pane.report.part.${id}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`report-${part}`} className={layout.column}>
        <Part {...props} />
      </div>
      {part !== 'reminders' && part !== 'year' && <RecentActs {...props} />}
    </div>
  );
}
