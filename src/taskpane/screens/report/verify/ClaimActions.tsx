import { Button, Checkbox } from '@fluentui/react-components';
import type { Verification } from '../../../../ledger/records';
import { useLayout } from '../../../parts/layout';
import { tickOfAll } from '../../../parts/use-picks';
import { isFlag, useScreenState } from '../../../parts/use-screen-state';
import { useWords } from '../../../words-context';
import { ReasonForm } from '../ReasonForm';
import type { ClaimKind } from './claims';

interface ClaimActionsProps {
  readonly kind: ClaimKind;
  readonly picked: number;
  readonly shown: number;
  readonly onPickAll: (isPicked: boolean) => void;
  readonly onSettle: (verification: Verification, reason: string) => void;
}

/** What becomes of the claims ticked: closed, or sent back with a reason; what was settled can be opened again. */
export function ClaimActions({ kind, picked, shown, onPickAll, onSettle }: ClaimActionsProps) {
  const layout = useLayout();
  const t = useWords();
  const [isSendingBack, setSendingBack] = useScreenState('verify.sendingBack', false, isFlag);
  const isOpen = kind === 'done' || kind === 'pending';
  const settle = (verification: Verification, reason = '') => {
    setSendingBack(false);
    onSettle(verification, reason);
  };
  return (
    <>
      <Checkbox
        label={t('pane.report.claims.all', { picked, count: shown })}
        checked={tickOfAll(picked, shown)}
        onChange={(_event, { checked }) => onPickAll(checked === true)}
      />
      <div className={layout.row}>
        {isOpen && (
          <Button appearance="primary" disabled={picked === 0} onClick={() => settle('closed')}>
            {t('pane.report.claims.close', { count: picked })}
          </Button>
        )}
        {isOpen && (
          <Button disabled={picked === 0} onClick={() => setSendingBack(true)}>
            {t('pane.report.claims.sendBack', { count: picked })}
          </Button>
        )}
        {!isOpen && (
          <Button disabled={picked === 0} onClick={() => settle('pending')}>
            {t('pane.report.claims.reopen', { count: picked })}
          </Button>
        )}
      </div>
      {isSendingBack && picked > 0 && (
        <ReasonForm
          name="verify.reason"
          label={t('pane.report.claims.reason')}
          hint={t('pane.report.claims.reasonHint')}
          action={t('pane.report.claims.confirmSendBack', { count: picked })}
          onSubmit={(reason) => settle('sentBack', reason)}
          onCancel={() => setSendingBack(false)}
        />
      )}
    </>
  );
}
