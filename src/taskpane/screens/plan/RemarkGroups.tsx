import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Text,
  makeStyles,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { describeRemark } from '../../../app/wording/describe-remark';
import { groupRemarks, type RemarkGroup } from '../../../app/wording/remark-groups';
import type { Plan, Remark } from '../../../plan/plan';
import { useLayout } from '../../parts/layout';
import { MoreOf } from '../../parts/MoreOf';
import { useOpenItems } from '../../parts/use-open-items';
import { useWords } from '../../words-context';

const useStyles = makeStyles({
  /** However many there are, the measures stay in sight. */
  kinds: { maxHeight: '14rem', overflowY: 'auto' },
});

interface RemarkGroupsProps {
  readonly plan: Plan;
  /** Numbers of the measures that were looked at: their remarks are settled. */
  readonly accepted: ReadonlySet<number>;
  /** A remark leads to its measure. */
  readonly onSelect: (no: number) => void;
}

/** What is to be said of the reading, by kind, the gravest first; each kind opens to its single remarks. */
export function RemarkGroups({ plan, accepted, onSelect }: RemarkGroupsProps) {
  const styles = useStyles();
  const t = useWords();
  const groups = useMemo(
    () => groupRemarks(plan.remarks.filter(({ no }) => no === null || !accepted.has(no))),
    [plan, accepted],
  );
  const all = useOpenItems('reading.remarks', groups.some(({ isGrave }) => isGrave) ? ['all'] : []);
  const kinds = useOpenItems('reading.remarks.kinds');
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { remarks }) => sum + remarks.length, 0);
  return (
    <Accordion collapsible {...all}>
      <AccordionItem value="all">
        <AccordionHeader as="h3" size="small">
          {t('pane.plan.remarks', { count, kinds: groups.length })}
        </AccordionHeader>
        <AccordionPanel className={styles.kinds}>
          <Accordion collapsible multiple {...kinds}>
            {groups.map((group) => (
              <KindItem key={group.code} group={group} onSelect={onSelect} />
            ))}
          </Accordion>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function KindItem({
  group: { code, isGrave, remarks },
  onSelect,
}: { readonly group: RemarkGroup } & Pick<RemarkGroupsProps, 'onSelect'>) {
  const layout = useLayout();
  const t = useWords();
  const suggestions = new Set(remarks.map((remark) => describeRemark(remark, t).suggestion));
  return (
    <AccordionItem value={code}>
      <AccordionHeader as="h4" size="small">
        <span className={layout.row}>
          <Badge appearance="tint" color={isGrave ? 'danger' : 'informative'}>
            {remarks.length}
          </Badge>
          {t(`remark.${code}.kind`)}
        </span>
      </AccordionHeader>
      <AccordionPanel className={layout.tight}>
        {suggestions.size === 1 && (
          <Text block size={200} className={layout.muted}>
            {[...suggestions]}
          </Text>
        )}
        <MoreOf name={`reading.remarks.${code}`} items={remarks}>
          {(some) => (
            <ul className={layout.list}>
              {some.map((remark, index) => (
                <li key={index} className={layout.item}>
                  <OneRemark remark={remark} isAdvised={suggestions.size > 1} onSelect={onSelect} />
                </li>
              ))}
            </ul>
          )}
        </MoreOf>
      </AccordionPanel>
    </AccordionItem>
  );
}

interface OneRemarkProps extends Pick<RemarkGroupsProps, 'onSelect'> {
  readonly remark: Remark;
  /** What to do is not the same for all of the kind. */
  readonly isAdvised: boolean;
}

function OneRemark({ remark, isAdvised, onSelect }: OneRemarkProps) {
  const t = useWords();
  const { no } = remark;
  const { message, suggestion } = describeRemark(remark, t);
  return (
    <Text block size={200}>
      {no !== null && (
        <>
          <Button size="small" onClick={() => onSelect(no)}>
            {t('pane.plan.ofMeasure', { no })}
          </Button>{' '}
        </>
      )}
      {message} {isAdvised && suggestion}
    </Text>
  );
}
