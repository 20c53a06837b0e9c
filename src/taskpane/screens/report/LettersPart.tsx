import {
  Button,
  Checkbox,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { composeLetters, type LetterChoice } from '../../../documents/letters/compose-letters';
import { isOfficeKnown, issuingOffice } from '../../../documents/office';
import { AsOfField } from '../../parts/fields/AsOfField';
import { useLayout } from '../../parts/layout';
import { usePicks } from '../../parts/use-picks';
import { isFlag, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { letterKey } from './LetterItem';
import { LetterList } from './LetterList';
import { LettersOut } from './LettersOut';

/** 发文: which office gets which letter today; the letters, one by one or packed. Whatever goes out is remembered. */
export function LettersPart({ ledger, session, commands, isLive }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const { findings, lettersOut } = session;
  const { outlet } = commands;
  const { asOf } = ledger.settings;
  const [withCircular, setWithCircular] = useScreenState(`letters.withCircular.${asOf}`, false, isFlag);
  const { isPicked, pick } = usePicks(`letters.leftOut.${asOf}`, 'everything');
  const office = useMemo(() => issuingOffice(ledger), [ledger]);
  const { letters, own, waiting } = useMemo(
    () => composeLetters(ledger, { asOf, office, findings, withCircular }),
    [ledger, asOf, office, findings, withCircular],
  );
  const picked = letters.filter((letter) => isPicked(letterKey(letter)));
  const order = (chosen: readonly LetterChoice[]) => ({
    only: chosen.map(({ kind, office: to }) => ({ kind, office: to })),
    withCircular,
  });
  const makeAll = () => void commands.follow.downloadLetters(order(picked));
  return (
    <>
      <AsOfField settings={ledger.settings} onChange={commands.setSettings} />
      {isOfficeKnown(ledger.settings.office) ? (
        <Text size={200} className={layout.muted}>
          {t('pane.report.letters.from', { office: office.name })}{' '}
          <Link onClick={() => commands.go('settings')}>{t('pane.report.letters.toSettings')}</Link>
        </Text>
      ) : (
        <MessageBar layout="multiline" intent="warning">
          <MessageBarBody>{t('pane.report.letters.officeUnknown')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => commands.go('settings')}>{t('pane.report.letters.sayOffice')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Checkbox
        label={t('pane.report.letters.withCircular')}
        checked={withCircular}
        onChange={(_event, { checked }) => setWithCircular(checked === true)}
      />
      {letters.length === 0 && <Text>{t('pane.report.letters.none', { asOf })}</Text>}
      {letters.length > 0 && (
        <Button appearance="primary" disabled={picked.length === 0} onClick={makeAll}>
          {t(outlet === 'download' ? 'pane.report.letters.downloadAll' : 'pane.report.letters.makeAll', {
            count: picked.length,
          })}
        </Button>
      )}
      {letters.length > 0 && (
        <Text size={200} className={layout.muted}>
          {t('pane.report.letters.remembered')}
        </Text>
      )}
      {lettersOut !== null && (
        <LettersOut
          outlet={outlet === 'download' && isLive ? 'live' : outlet}
          batch={lettersOut.batch}
          onArrived={commands.follow.lettersArrived}
          onTakeBack={(batch) => void commands.follow.takeBackLetters(batch)}
        />
      )}
      {waiting.length > 0 && (
        <Text size={200}>{t('pane.report.letters.waiting', { count: waiting.length })}</Text>
      )}
      {own.length > 0 && (
        <Text size={200}>{t('pane.report.letters.own', { measures: own.join(t('pane.listComma')) })}</Text>
      )}
      <LetterList
        letters={letters}
        isPicked={isPicked}
        pick={pick}
        isDownload={outlet === 'download'}
        onMake={(letter) => void commands.follow.downloadLetter(order([letter]))}
      />
    </>
  );
}
