import { Badge, Button, Text, mergeClasses } from '@fluentui/react-components';
import type { ExtensionDecision, ExtensionEntry } from '../../../../ledger/records';
import { AssignmentLinks } from '../../../dossier/DossierLink';
import { useLayout } from '../../../parts/layout';
import { isFlag, useScreenState } from '../../../parts/use-screen-state';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { ReasonForm } from '../ReasonForm';

const COLOR = { pending: 'warning', approved: 'success', refused: 'danger' } as const satisfies Record<
  ExtensionDecision,
  string
>;

interface ExtensionItemProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly extension: ExtensionEntry;
}

/** An application, or how it was decided. */
export function ExtensionItem({ extension, commands }: ExtensionItemProps) {
  const layout = useLayout();
  const t = useWords();
  const { measure, unit, decision, oldDeadline, newDeadline, reason } = extension;
  const [isRefusing, setRefusing] = useScreenState(`extension.${extension.id}.refusing`, false, isFlag);
  const target = { measure, unit };
  const name = t('pane.measureOf', { no: measure, unit });
  return (
    <li className={mergeClasses(layout.item, layout.tight)}>
      <div className={layout.row}>
        <Badge appearance="tint" color={COLOR[decision]}>
          {t(`pane.report.extension.${decision}`)}
        </Badge>
        <Text size={200} weight="semibold" className={layout.grow}>
          <AssignmentLinks measure={measure} unit={unit} />
        </Text>
      </div>
      <Text size={200}>{t('pane.report.extension.days', { oldDeadline, newDeadline })}</Text>
      <Text size={200} className={mergeClasses(layout.twoLines, layout.muted)} title={reason}>
        {reason}
      </Text>
      {decision === 'pending' && !isRefusing && (
        <div className={layout.row}>
          <Button
            size="small"
            appearance="primary"
            aria-label={t('pane.copy.about', { label: t('pane.report.extension.approve'), about: name })}
            onClick={() => void commands.follow.decideExtension(target, 'approved', '')}
          >
            {t('pane.report.extension.approve')}
          </Button>
          <Button
            size="small"
            aria-label={t('pane.copy.about', { label: t('pane.report.extension.refuse'), about: name })}
            onClick={() => setRefusing(true)}
          >
            {t('pane.report.extension.refuse')}
          </Button>
        </div>
      )}
      {decision === 'pending' && isRefusing && (
        <ReasonForm
          name={`extension.${extension.id}.reason`}
          label={t('pane.report.extension.refusal')}
          hint={t('pane.report.extension.refusalHint')}
          action={t('pane.report.extension.confirmRefuse')}
          onSubmit={(refusal) => void commands.follow.decideExtension(target, 'refused', refusal)}
          onCancel={() => setRefusing(false)}
        />
      )}
    </li>
  );
}
