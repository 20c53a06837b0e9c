import { Button, Text } from '@fluentui/react-components';
import type { BoardLine } from '../../../app/inbox/board';
import type { Paper } from '../../../app/inbox/papers';
import { returnsOwed } from '../../../ledger/figures/submissions';
import { ChoiceField } from '../../parts/fields/ChoiceField';
import { useLayout } from '../../parts/layout';
import { useWords } from '../../words-context';
import type { LedgerScreenProps } from '../screen';
import { SendBackPart } from './SendBackPart';

interface PapersPartProps extends LedgerScreenProps {
  readonly line: BoardLine;
}

/** Photos, scans and evidence: whose they are, and that the ledger remembers them. */
export function PapersPart({ line: { papers, kept }, ...screen }: PapersPartProps) {
  const layout = useLayout();
  const t = useWords();
  if (papers.length === 0 && kept.length === 0) return null;
  return (
    <div className={layout.tight}>
      {papers.map((paper) => (
        <PaperLine key={paper.key} paper={paper} {...screen} />
      ))}
      {kept.map(({ kind, file, sha256, on }) => (
        <Text key={`${kind} ${sha256}`} size={200} className={layout.muted}>
          {t('pane.papers.inLedger', { kind: t(`pane.papers.kind.${kind}`), file, on })}
        </Text>
      ))}
    </div>
  );
}

function PaperLine({
  paper,
  ledger,
  commands,
  isLive,
}: Omit<PapersPartProps, 'line'> & { readonly paper: Paper }) {
  const layout = useLayout();
  const t = useWords();
  const { key, kind, checked, office, period, measures } = paper;
  const offices = returnsOwed(ledger, period).map((one) => one.office);
  return (
    <div className={layout.tight}>
      <Text>
        {t('pane.papers.line', {
          kind: t(`pane.papers.kind.${kind}`),
          file: checked.file,
          measures: measures.join(t('pane.listComma')),
          count: measures.length,
        })}
      </Text>
      {kind === 'picture' && <Text size={200}>{t('pane.papers.notRead')}</Text>}
      <ChoiceField
        label={t('pane.papers.whose')}
        value={office ?? ''}
        choices={office === null ? ['', ...offices] : offices}
        wordOf={(one) => (one === '' ? t('pane.papers.nobody') : one)}
        onChange={(one) => commands.returns.nameOffice(key, one)}
      />
      <div className={layout.row}>
        {office !== null && (
          <Button size="small" appearance="primary" onClick={() => void commands.returns.keepPapers([paper])}>
            {t('pane.papers.keep')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => commands.returns.putAside(new Set([key]))}
          aria-label={t('pane.board.takeOut.label', { file: checked.file })}
        >
          {t('pane.putAside.yes')}
        </Button>
        {kind === 'picture' && (
          <SendBackPart file={checked} isSheet={false} commands={commands} isLive={isLive} />
        )}
      </div>
    </div>
  );
}
