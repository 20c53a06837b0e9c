import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportPreview, PreviewKind, PreviewLine } from '../../../app/inbox/preview-import';
import { FocusHeading } from '../../parts/FocusHeading';
import { useLayout } from '../../parts/layout';
import { useOpenItems } from '../../parts/use-open-items';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { changeWords, rejectionWords } from './change-words';

const KINDS = ['added', 'changed', 'unchanged', 'rejected'] as const satisfies readonly PreviewKind[];

/** Enough to judge by; the rest on demand, so that two hundred rows do not bury the buttons. */
const FIRST_LINES = 20;

const useStyles = makeStyles({
  box: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  count: { marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
  header: { display: 'flex', width: '100%' },
});

interface PreviewProps extends Pick<LedgerScreenProps, 'commands'> {
  readonly preview: ImportPreview;
  /** The files that have not been taken in, by their keys. */
  readonly waiting: ReadonlySet<string>;
}

/** What an import would change, each row listed, before anything is written. */
export function ImportPreviewPart({ preview, waiting, commands }: PreviewProps) {
  const styles = useStyles();
  const layout = useLayout();
  const t = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const opened = useOpenItems('preview');
  const { levels } = preview;
  const changes = preview.added.length + preview.changed.length;
  return (
    <section className={styles.box} aria-label={t('pane.preview.title')}>
      <FocusHeading of="part">{t('pane.preview.title')}</FocusHeading>
      <Accordion multiple collapsible {...opened}>
        {KINDS.map((kind) => (
          <AccordionItem key={kind} value={kind} disabled={preview[kind].length === 0}>
            <AccordionHeader size="small">
              <span className={styles.header}>
                {t(`pane.preview.${kind}`)}
                <span className={styles.count}>
                  {t('pane.preview.count', { count: preview[kind].length })}
                </span>
              </span>
            </AccordionHeader>
            <AccordionPanel>
              <Lines lines={preview[kind]} isRejected={kind === 'rejected'} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {levels.length > 0 && (
        <Text>
          {t('pane.levels.preview', {
            count: levels.length,
            places: levels.map(({ place }) => place).join(t('pane.listComma')),
          })}
        </Text>
      )}
      <div className={layout.row}>
        <Button appearance="primary" onClick={() => void commands.returns.collect()}>
          {changes === 0 && levels.length > 0
            ? t('pane.levels.collect', { count: levels.length })
            : t('pane.returns.collect', { count: changes })}
        </Button>
        {waiting.size > 0 && <Button onClick={() => setIsAsked(true)}>{t('pane.returns.putAside')}</Button>}
      </div>
      {isAsked && (
        <div className={layout.row} role="group" aria-label={t('pane.returns.putAside')}>
          <Text>{t('pane.putAside.ask', { count: waiting.size })}</Text>
          <Button
            onClick={() => {
              setIsAsked(false);
              commands.returns.putAside(waiting);
            }}
          >
            {t('pane.putAside.yes')}
          </Button>
          <Button onClick={() => setIsAsked(false)}>{t('pane.putAside.no')}</Button>
        </div>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly PreviewLine[];
  /** Each says why. */
  readonly isRejected: boolean;
}

function Lines({ lines, isRejected }: LinesProps) {
  const layout = useLayout();
  const t = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <>
      <ul className={layout.list}>
        {shown.map((line, index) => (
          <li key={index} className={layout.item}>
            <Text size={200} weight="semibold">
              {t('pane.measureOf', { no: line.measure, unit: line.unit })}
            </Text>{' '}
            <Text size={200}>{changeWords(line, t)}</Text>
            {isRejected && (
              <Text size={200} block className={layout.muted}>
                {rejectionWords(line, t)}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="small" appearance="subtle" onClick={() => setIsWhole(true)}>
          {t('pane.showAll', { count: lines.length })}
        </Button>
      )}
    </>
  );
}
