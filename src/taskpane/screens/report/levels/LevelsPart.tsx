import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useMemo } from 'react';
import { levelFigures } from '../../../../ledger/figures/place-figures';
import { liveLevels } from '../../../../ledger/levels/in-force';
import { ownPlace } from '../../../../ledger/levels/own-place';
import { useLayout } from '../../../parts/layout';
import { periodName } from '../../../parts/periods';
import { isText, useScreenState } from '../../../parts/use-screen-state';
import { LevelCommands } from '../../../session/commands/level-steps';
import { useWords } from '../../../words-context';
import type { LedgerScreenProps } from '../../screen';

/** 上下级: the report for the place above, and the measures for those below. */
export function LevelsPart(props: LedgerScreenProps) {
  const { desk } = props.commands;
  const levels = useMemo(() => new LevelCommands(desk), [desk]);
  return (
    <>
      <ReportUpPart {...props} levels={levels} />
      <HandDownPart {...props} levels={levels} />
    </>
  );
}

interface LevelsProps extends LedgerScreenProps {
  readonly levels: LevelCommands;
}

function ReportUpPart({ ledger, levels }: LevelsProps) {
  const layout = useLayout();
  const t = useWords();
  const { places } = useMemo(() => levelFigures(ledger), [ledger]);
  const missing = places.filter(({ isReported }) => !isReported).map(({ path }) => path);
  const place = ownPlace(ledger.plan);
  const period = periodName(ledger.settings.period, t);
  return (
    <section className={layout.column}>
      <h3 className={layout.heading}>{t('pane.reportUp.title')}</h3>
      <Text size={200}>
        {place === '' ? t('pane.fault.reportUp.noPlace') : t('pane.reportUp.what', { place, period })}
      </Text>
      {places.length > 0 && (
        <Text size={200}>
          {t('pane.reportUp.below', { count: places.length, reported: places.length - missing.length })}
        </Text>
      )}
      {missing.length > 0 && (
        <Text size={200}>{t('pane.reportUp.missing', { places: missing.join(t('pane.listComma')) })}</Text>
      )}
      <div className={layout.row}>
        <Button appearance="primary" disabled={place === ''} onClick={() => void levels.reportUp()}>
          {t('pane.reportUp.make', { period })}
        </Button>
      </div>
    </section>
  );
}

function HandDownPart({ ledger, levels }: LevelsProps) {
  const layout = useLayout();
  const t = useWords();
  const [place, setPlace] = useScreenState('handDown.place', '', isText);
  const [numbers, setNumbers] = useScreenState('handDown.measures', '', isText);
  const { handDowns } = liveLevels(ledger);
  const handDown = async () => {
    if (!(await levels.handDown(place, numbers))) return;
    setPlace('');
    setNumbers('');
  };
  return (
    <section className={layout.column}>
      <h3 className={layout.heading}>{t('pane.handDown.title')}</h3>
      <Text size={200}>{t('pane.handDown.what')}</Text>
      <div className={layout.fields}>
        <Field label={t('pane.handDown.place')} hint={t('pane.handDown.place.hint')}>
          <Input value={place} onChange={(_event, { value }) => setPlace(value)} />
        </Field>
        <Field label={t('pane.handDown.measures')} hint={t('pane.handDown.measures.hint')}>
          <Input value={numbers} onChange={(_event, { value }) => setNumbers(value)} />
        </Field>
      </div>
      <div className={layout.row}>
        <Button disabled={place.trim() === ''} onClick={() => void handDown()}>
          {t('pane.handDown.make')}
        </Button>
      </div>
      {handDowns.length > 0 && (
        <ul className={layout.list} aria-label={t('pane.handDown.given')}>
          {handDowns.toReversed().map((one) => {
            const { batch, on, measures } = one;
            const what = { place: one.place, on, count: measures.length };
            return (
              <li key={batch} className={layout.item}>
                <Text size={200} block>
                  {t('pane.handDown.one', what)}
                </Text>
                <div className={layout.row}>
                  <Button
                    size="small"
                    aria-label={t('pane.handDown.again.label', what)}
                    onClick={() => void levels.giveAgain(one)}
                  >
                    {t('pane.handDown.again')}
                  </Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t('pane.handDown.undo.label', what)}
                    onClick={() => void levels.takeBack(one)}
                  >
                    {t('pane.handDown.undo')}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
