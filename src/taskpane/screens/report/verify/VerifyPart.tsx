import { Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Verification } from '../../../../ledger/records';
import { TAB } from '../../../../sheets/words';
import { useFollowed } from '../../../following/use-followed';
import { ChoiceField } from '../../../parts/fields/ChoiceField';
import { FindField } from '../../../parts/fields/FindField';
import { hasWords } from '../../../parts/has-words';
import { useLayout } from '../../../parts/layout';
import { MoreOf } from '../../../parts/MoreOf';
import { usePicks } from '../../../parts/use-picks';
import { isOneOf, isText, useScreenState } from '../../../parts/use-screen-state';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';
import { VERIFY } from '../../state-names';
import { ClaimActions } from './ClaimActions';
import { ClaimItem } from './ClaimItem';
import { CLAIM_KINDS, claimsOf, isOfKind, type ClaimKind } from './claims';

/** 核实: what units claim, to be closed or sent back, several at once. */
export function VerifyPart({ ledger, commands }: LedgerScreenProps) {
  const layout = useLayout();
  const t = useWords();
  const [kind, setKind] = useScreenState<ClaimKind>(VERIFY.kind, 'done', isOneOf(CLAIM_KINDS));
  const [words, setWords] = useScreenState(VERIFY.words, '', isText);
  const { isPicked, pick, reset } = usePicks('verify.picked', 'nothing');
  const claims = useMemo(() => claimsOf(ledger), [ledger]);
  const shown = claims.filter((claim) => isOfKind(claim, kind) && hasWords(claim, words));
  const chosen = shown.filter(({ key }) => isPicked(key));
  const settle = (verification: Verification, reason: string) => {
    reset();
    void commands.follow.verify(chosen.map(({ measure, unit }) => ({ measure, unit, verification, reason })));
  };
  const kindWord = (one: ClaimKind) =>
    t(`pane.report.claims.${one}`, { count: claims.filter((claim) => isOfKind(claim, one)).length });
  useFollowed(commands, {
    tab: TAB.ledger,
    why: t('pane.beside.verify', { kind: kindWord(kind) }),
    measures: shown.map(({ measure }) => measure),
  });
  const none =
    words.trim() === '' ? (`pane.report.claims.none.${kind}` as const) : 'pane.report.claims.noneShown';
  return (
    <>
      <div className={layout.column}>
        <ChoiceField
          label={t('pane.report.claims.show')}
          value={kind}
          choices={CLAIM_KINDS}
          wordOf={kindWord}
          onChange={setKind}
        />
        <FindField words={words} onChange={setWords} />
      </div>
      {shown.length === 0 ? (
        <Text>{t(none)}</Text>
      ) : (
        <ClaimActions
          kind={kind}
          picked={chosen.length}
          shown={shown.length}
          onPickAll={(picked) =>
            pick(
              shown.map(({ key }) => key),
              picked,
            )
          }
          onSettle={settle}
        />
      )}
      <MoreOf name="verify" items={shown}>
        {(some) => (
          <ul className={layout.list} aria-label={t('pane.report.claims')}>
            {some.map((claim) => (
              <ClaimItem
                key={claim.key}
                claim={claim}
                isPicked={isPicked(claim.key)}
                onPick={(picked) => pick([claim.key], picked)}
                ledger={ledger}
                commands={commands}
              />
            ))}
          </ul>
        )}
      </MoreOf>
    </>
  );
}
