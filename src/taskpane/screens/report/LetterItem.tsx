import {
  Badge,
  Button,
  Checkbox,
  Text,
  mergeClasses,
  useRestoreFocusTarget,
  type BadgeProps,
} from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import type { LetterChoice } from '../../../documents/letters/compose-letters';
import type { Letter } from '../../../documents/letters/letter';
import { LETTER_WORD } from '../../../ledger/letters';
import type { LetterKind, LetterStage } from '../../../ledger/records';
import { LETTER_STAGE_WORD } from '../../../sheets/words';
import { DossierLink, MeasureLinks } from '../../dossier/DossierLink';
import { useLayout } from '../../parts/layout';
import type { Translate } from '../../../locales/translate';
import { useWords } from '../../words-context';
import { useReportStyles } from './styles';

const COLOR = {
  supervision: 'danger',
  request: 'brand',
  circular: 'important',
  sendBack: 'warning',
} as const satisfies Record<LetterKind, BadgeProps['color']>;

const STAGES = ['circular', 'second', 'first'] as const satisfies readonly LetterStage[];

/** One letter of each kind goes to an office on a day. */
export function letterKey({ kind, office }: LetterChoice): string {
  return `${kind} ${office}`;
}

/** What a letter is called: its kind, and to whom. */
export function letterName({ kind, office }: LetterChoice, t: Translate): string {
  return t('pane.report.letters.name', { kind: LETTER_WORD[kind], office });
}

interface LetterItemProps {
  readonly letter: Letter;
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
  /** To see it as a paper, where it is downloaded or registered. */
  readonly onPreview: () => void;
}

/** A letter that is due: to whom, for the how manieth time, under which number, about which measures. */
export function LetterItem({ letter, isPicked, onPick, onPreview }: LetterItemProps) {
  const layout = useLayout();
  const styles = useReportStyles();
  const t = useWords();
  const restoresFocus = useRestoreFocusTarget();
  const { kind, office, matters, isReprint, paper } = letter;
  const number = paper.head?.number ?? '';
  const name = letterName(letter, t);
  const measures = [...new Set(matters.flatMap((matter) => matter.measures))].sort((a, b) => a - b);
  const stage = STAGES.find((one) => matters.some((matter) => matter.stage === one));
  return (
    <li className={mergeClasses(layout.item, styles.pick)}>
      <Checkbox
        aria-label={name}
        checked={isPicked}
        onChange={(_event, { checked }) => onPick(checked === true)}
      />
      <div className={styles.body}>
        <div className={layout.row}>
          <Text size={200} weight="semibold" className={layout.grow} lang="zh-CN">
            {kind === 'circular' ? office : <DossierLink of={{ unit: office }}>{office}</DossierLink>}
          </Text>
          <Button
            {...restoresFocus}
            size="small"
            appearance="subtle"
            icon={<DocumentSearchRegular />}
            aria-label={t('pane.paper.previewOf', { paper: name })}
            onClick={onPreview}
          >
            {t('pane.paper.preview')}
          </Button>
        </div>
        <div className={layout.row} lang="zh-CN">
          <Badge appearance="tint" color={COLOR[kind]}>
            {LETTER_WORD[kind]}
          </Badge>
          {stage !== undefined && kind !== 'sendBack' && kind !== 'circular' && (
            <Badge appearance="outline" color={stage === 'first' ? 'informative' : 'danger'}>
              {LETTER_STAGE_WORD[stage]}
            </Badge>
          )}
          {isReprint && (
            <Badge appearance="tint" color="success">
              {t('pane.report.letters.issued')}
            </Badge>
          )}
          <Text size={200}>{number}</Text>
        </div>
        <Text size={200} className={layout.muted}>
          {measures.length === 0 ? t('pane.report.letters.noMeasures') : <MeasureLinks measures={measures} />}
        </Text>
      </div>
    </li>
  );
}
