import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  Text,
} from '@fluentui/react-components';
import { ledgerAssignments, type Ledger } from '../../../ledger/ledger';
import type { Unit, UnitGroup } from '../../../ledger/records';
import { useLayout } from '../../parts/layout';
import { useOpenItems } from '../../parts/use-open-items';
import { useWords } from '../../words-context';
import type { ScreenProps } from '../screen';
import { UnitFields } from './UnitFields';

interface DirectoryProps extends Pick<ScreenProps, 'commands'> {
  readonly ledger: Ledger;
}

/** Units with their other names, successors and contacts, and who belongs to the plan's collective names. */
export function DirectoryEditor({ ledger, commands }: DirectoryProps) {
  const layout = useLayout();
  const t = useWords();
  const { units, groups } = ledger.directory;
  const openedUnit = useOpenItems('units');
  return (
    <>
      <section aria-label={t('pane.units.title', { count: units.length })}>
        <h3 className={layout.heading}>{t('pane.units.title', { count: units.length })}</h3>
        <Accordion collapsible {...openedUnit}>
          {units.map((unit) => (
            <AccordionItem key={unit.name} value={unit.name}>
              <AccordionHeader size="small">
                <span lang="zh-CN">
                  {unit.name} <AlsoKnown unit={unit} />
                </span>
              </AccordionHeader>
              <AccordionPanel>
                <UnitFields
                  unit={unit}
                  owed={measuresOwed(ledger, unit.name)}
                  onEdit={(edit) => void commands.editUnit(unit.name, edit)}
                />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      </section>
      {groups.map((group) => (
        <GroupMembers
          key={group.name}
          group={group}
          units={units}
          onChange={(unit, isMember) => void commands.setMember(group.name, unit, isMember)}
        />
      ))}
    </>
  );
}

function measuresOwed(ledger: Ledger, unit: string): readonly number[] {
  return ledgerAssignments(ledger).flatMap((one) => (one.unit === unit ? [one.measure] : []));
}

function AlsoKnown({ unit: { shortNames, successor } }: { readonly unit: Unit }) {
  const layout = useLayout();
  const t = useWords();
  const names = shortNames.join(t('pane.listComma'));
  return (
    <Text size={200} className={layout.muted}>
      {successor === null ? names : t('pane.units.succeeded', { names, successor: successor.name })}
    </Text>
  );
}

interface GroupMembersProps {
  readonly group: UnitGroup;
  readonly units: readonly Unit[];
  readonly onChange: (unit: string, isMember: boolean) => void;
}

function GroupMembers({ group, units, onChange }: GroupMembersProps) {
  const layout = useLayout();
  const t = useWords();
  const opened = useOpenItems(`group.${group.name}`);
  const title = t('pane.groups.title', { name: group.name, count: group.members.length });
  return (
    <Accordion collapsible {...opened}>
      <AccordionItem value={group.name}>
        <AccordionHeader size="small">{title}</AccordionHeader>
        <AccordionPanel>
          <Text size={200} className={layout.muted}>
            {t('pane.groups.hint', { name: group.name })}
          </Text>
          <ul className={layout.list}>
            {units.map(({ name }) => (
              <li key={name}>
                <Checkbox
                  label={name}
                  checked={group.members.includes(name)}
                  onChange={(_event, { checked }) => onChange(name, checked === true)}
                />
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
