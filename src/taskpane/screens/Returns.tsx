import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Button,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useRef, type DragEvent } from 'react';
import { collectReturns } from '../../app/collect-returns';
import { describeFinding } from '../../app/describe-finding';
import type { CheckedFile } from '../../app/check-returns';
import { summarise } from '../../ledger/summary';
import type { Verdict } from '../../ledger/types';
import type { ScreenProps } from '../Pane';
import { returnFilesOf } from '../session/downloads';
import { useWords } from '../words-context';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  drop: {
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  hidden: { display: 'none' },
  header: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    flexWrap: 'wrap',
    minWidth: 0,
  },
  findings: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3 },
});

const VERDICT_COLOR = {
  accepted: 'success',
  'needs-correction': 'warning',
  rejected: 'danger',
} as const satisfies Record<Verdict, string>;

/** 回收校验: pick or drop the returned files, see what is wrong with each, take in what is sound. */
export function Returns({ session, commands }: ScreenProps) {
  const styles = useStyles();
  const t = useWords();
  const { ledger, checked, chosen, sampleReturns, lastBatch } = session;
  const preview = useMemo(
    () =>
      ledger === null || checked.length === 0
        ? null
        : collectReturns(ledger, checked, { at: '1970-01-01T00:00:00.000Z', chosen }),
    [ledger, checked, chosen],
  );
  const missing = useMemo(
    () => (ledger === null ? [] : summarise(ledger).units.filter(({ returned }) => !returned)),
    [ledger],
  );
  return (
    <div className={styles.column}>
      <FileDrop commands={commands} />
      {sampleReturns.length > 0 && checked.length === 0 && (
        <Button onClick={() => void commands.check(sampleReturns)}>{t('pane.returns.sample')}</Button>
      )}
      {preview !== null && (
        <div className={styles.column}>
          <Text>
            {t('pane.returns.preview', { added: preview.added.length, unchanged: preview.unchanged })}
          </Text>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => void commands.collect()}>
              {t('pane.returns.collect')}
            </Button>
          </div>
        </div>
      )}
      {lastBatch !== null && (
        <div className={styles.buttons}>
          <Button onClick={() => void commands.undo()}>{t('pane.returns.undo')}</Button>
          <Button onClick={() => commands.go('overdue')}>{t('pane.next.overdue')}</Button>
        </div>
      )}
      {preview !== null && (
        <Accordion multiple collapsible aria-label={t('pane.returns.files')}>
          {preview.files.map((file, index) => (
            <ReturnedFile key={`${file.sha256} ${index}`} file={file} commands={commands} />
          ))}
        </Accordion>
      )}
      {checked.length === 0 && missing.length > 0 && (
        <Text size={200} className={styles.muted}>
          {t('pane.returns.missing', {
            count: missing.length,
            units: missing.map(({ unit }) => unit).join('、'),
          })}
        </Text>
      )}
    </div>
  );
}

function FileDrop({ commands }: Pick<ScreenProps, 'commands'>) {
  const styles = useStyles();
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) void commands.check(returnFilesOf(files));
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <div className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={dropped}>
      <Text size={200}>{t('pane.returns.hint')}</Text>
      <div>
        <Button onClick={() => input.current?.click()}>{t('pane.returns.pick')}</Button>
      </div>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        accept=".xlsx,.xlsm,.xls,.csv,.et,.zip"
        aria-label={t('pane.returns.pick')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

function ReturnedFile({ file, commands }: { readonly file: CheckedFile } & Pick<ScreenProps, 'commands'>) {
  const styles = useStyles();
  const t = useWords();
  const isRival = file.findings.some(({ code }) => code === 'several-files');
  return (
    <AccordionItem value={file.sha256}>
      <AccordionHeader size="small">
        <span className={styles.header}>
          <Badge color={VERDICT_COLOR[file.verdict]}>{t(`verdict.${file.verdict}`)}</Badge>
          <span>{file.unit ?? file.file}</span>
          {file.findings.length > 0 && (
            <span className={styles.muted}>{t('pane.returns.count', { count: file.findings.length })}</span>
          )}
        </span>
      </AccordionHeader>
      <AccordionPanel>
        <Text size={200} className={styles.muted}>
          {file.file}
        </Text>
        <ul className={styles.findings}>
          {file.findings.map((finding, index) => {
            const { message, suggestion } = describeFinding(finding, t);
            const place = finding.where.cell === '' ? '' : `${finding.where.cell} `;
            return (
              <li key={index}>
                <Text size={200} weight="semibold">
                  {place}
                  {t(`severity.${finding.severity}`)}
                </Text>{' '}
                <Text size={200}>
                  {message}
                  {suggestion}
                </Text>
              </li>
            );
          })}
        </ul>
        {isRival && (
          <Button size="small" onClick={() => commands.choose(file.sha256)}>
            {t('pane.returns.choose')}
          </Button>
        )}
      </AccordionPanel>
    </AccordionItem>
  );
}
