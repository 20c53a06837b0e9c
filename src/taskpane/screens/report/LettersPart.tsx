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
import { isFlag, isText, useScreenState } from '../../parts/use-screen-state';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { letterKey } from './LetterItem';
import { LetterList } from './LetterList';
import { LetterSteps } from './LetterSteps';
import { LetterPreview } from './LetterPreview';

/** 发文: which office gets which letter today. Each is seen as a paper; downloading and registering are two things. */
export function LettersPart({ ledger, session, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const { findings } = session;
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
  const unregistered = picked.filter(({ isReprint }) => !isReprint);
  const [previewed, setPreviewed] = useScreenState(`letters.previewed.${asOf}`, '', isText);
  const seen = letters.find((letter) => letterKey(letter) === previewed);
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
      {letters.length === 0 ? (
        <Text>{t('pane.report.letters.none', { asOf })}</Text>
      ) : (
        <LetterSteps
          picked={picked.length}
          unregistered={unregistered.length}
          outlet={outlet}
          onRegister={() => void commands.follow.registerLetters(order(unregistered))}
          onDownload={() => void commands.follow.downloadLetters(order(picked))}
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
        onPreview={(letter) => setPreviewed(letterKey(letter))}
      />
      {seen !== undefined && (
        <LetterPreview
          letter={seen}
          outlet={outlet}
          onDownload={() => void commands.follow.downloadLetter(order([seen]))}
          onRegister={() => void commands.follow.registerLetters(order([seen]))}
          onClose={() => setPreviewed('')}
        />
      )}
    </>
  );
}
