import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLayout } from './layout';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { paddingInline: tokens.spacingHorizontalSNudge },
});

interface PartTabsProps<Part extends string> {
  /** Of the screen, before the ids of its tabs. */
  readonly name: string;
  /** What the parts are of, for those who hear the page. */
  readonly label: string;
  readonly parts: readonly Part[];
  readonly wordOf: (part: Part) => string;
  readonly selected: Part;
  readonly onSelect: (part: Part) => void;
  readonly children: ReactNode;
}

/** The parts of a screen, one of which is shown below their tabs. */
export function PartTabs<Part extends string>(props: PartTabsProps<Part>) {
  const { name, label, parts, wordOf, selected, onSelect, children } = props;
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={layout.column}>
      <TabList
        size="small"
        appearance="subtle"
        className={styles.tabs}
        selectedValue={selected}
        onTabSelect={(_event, { value }) => {
          const part = parts.find((one) => one === value);
          if (part !== undefined) onSelect(part);
        }}
        aria-label={label}
      >
        {parts.map((part) => (
          <Tab key={part} id={`${name}-${part}`} value={part} className={styles.tab}>
            {wordOf(part)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`${name}-${selected}`} className={layout.column}>
        {children}
      </div>
    </div>
  );
}
