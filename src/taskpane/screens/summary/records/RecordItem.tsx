import { Badge, Text, type BadgeProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Deduction } from '../../../../ledger/figures/scores';
import type { Ledger } from '../../../../ledger/ledger';
import { LETTER_WORD, letterNumber } from '../../../../ledger/letters';
import { PATH_SEPARATOR } from '../../../../ledger/levels/levels';
import type { LetterEntry, Submission } from '../../../../ledger/records';
import { LETTER_STAGE_WORD } from '../../../../sheets/words';
import { DossierLink } from '../../../dossier/DossierLink';
import { LocateButton } from '../../../parts/LocateButton';
import { useLayout } from '../../../parts/layout';
import { periodName } from '../../../parts/periods';
import { useWords } from '../../../words-context';
import { PlaceBadges } from '../places/PlaceBadges';
import type { RecordRow, RecordSubject } from './record-rows';

interface RecordItemProps {
  readonly record: RecordRow;
  readonly ledger: Ledger;
  /** The tab that holds it. */
  readonly tab: string;
  /** `null` where no cell can be shown. */
  readonly onLocate: ((cell: string) => void) | null;
}

/** One of what a figure counts: what it is, whose, and of which measures. */
export function RecordItem({ record: { subject, rows }, ledger, tab, onLocate }: RecordItemProps) {
  const layout = useLayout();
  const [row] = rows;
  const place = row === undefined ? null : { sheet: tab, cell: `A${row}` };
  const locate = place !== null && onLocate !== null && (
    <LocateButton place={place} onLocate={() => onLocate(place.cell)} />
  );
  return (
    <li className={layout.item}>
      <SubjectLines subject={subject} ledger={ledger} locate={locate} />
    </li>
  );
}

interface LinesProps<Subject> {
  readonly subject: Subject;
  readonly ledger: Ledger;
  readonly locate: ReactNode;
}

function SubjectLines({ subject, ...rest }: LinesProps<RecordSubject>) {
  switch (subject.kind) {
    case 'return':
      return <ReturnLines subject={subject} {...rest} />;
    case 'deduction':
      return <DeductionLines subject={subject.deduction} {...rest} />;
    case 'letter':
      return <LetterLines subject={subject.letter} {...rest} />;
    case 'place':
      return <PlaceLines subject={subject} {...rest} />;
  }
}

const SUBMISSION_COLOR = {
  submitted: 'success',
  late: 'warning',
  missing: 'danger',
} as const satisfies Record<Submission, BadgeProps['color']>;

function ReturnLines({
  subject: { owed, period, record },
  locate,
}: LinesProps<RecordSubject & { kind: 'return' }>) {
  const layout = useLayout();
  const t = useWords();
  const { office, submission } = owed;
  return (
    <>
      <div className={layout.row}>
        <UnitLink unit={office} />
        <Badge appearance="tint" color={SUBMISSION_COLOR[submission]}>
          {t(`pane.pivot.item.submission.${submission}`)}
        </Badge>
        <Text size={200} className={layout.grow}>
          {record !== undefined && 'returnedOn' in record ? record.returnedOn : periodName(period, t)}
        </Text>
        {locate}
      </div>
      {record !== undefined && (
        <Text size={200} className={layout.twoLines} title={record.file} lang="zh-CN">
          {record.file}
        </Text>
      )}
    </>
  );
}

function DeductionLines({
  subject: { kind, unit, measure, period, points },
  ledger,
  locate,
}: LinesProps<Deduction>) {
  const layout = useLayout();
  const t = useWords();
  return (
    <>
      <div className={layout.row}>
        <UnitLink unit={unit} />
        <Badge appearance="tint" color="warning">
          {t(`pane.deduction.${kind}`)}
        </Badge>
        <Text size={200} className={layout.grow}>
          {[
            ...(period === null ? [] : [periodName(period, t)]),
            t('pane.deduction.points', { points: Math.round(10 * points) / 10 }),
          ].join(' · ')}
        </Text>
        {locate}
      </div>
      {measure !== null && <MeasureLine no={measure} ledger={ledger} />}
    </>
  );
}

function LetterLines({ subject: letter, ledger, locate }: LinesProps<LetterEntry>) {
  const layout = useLayout();
  return (
    <>
      <div className={layout.row}>
        <Text size={200} weight="semibold" lang="zh-CN">
          {LETTER_WORD[letter.letter]}
          {letterNumber(letter)}
        </Text>
        <span className={layout.grow}>
          <UnitLink unit={letter.office} />
        </span>
        {locate}
      </div>
      <Text size={200} block>
        {letter.on} <span lang="zh-CN">{LETTER_STAGE_WORD[letter.stage]}</span>
      </Text>
      {letter.measures.map((no) => (
        <MeasureLine key={no} no={no} ledger={ledger} />
      ))}
    </>
  );
}

function PlaceLines({ subject: { path, measure }, locate }: LinesProps<RecordSubject & { kind: 'place' }>) {
  const layout = useLayout();
  const t = useWords();
  const { no, isOwn, text, state } = measure;
  return (
    <>
      <div className={layout.row}>
        <Text size={200} weight="semibold" lang="zh-CN">
          {path.replaceAll(PATH_SEPARATOR, ' / ')}
        </Text>
        {isOwn ? (
          <Text size={200}>{t('pane.places.own', { no })}</Text>
        ) : (
          <DossierLink of={{ measure: no }}>{t('pane.dossier.measure', { no })}</DossierLink>
        )}
        <span className={layout.grow}>
          <PlaceBadges state={state} />
        </span>
        {locate}
      </div>
      <Text size={200} className={layout.twoLines} title={text} lang="zh-CN">
        {text}
      </Text>
    </>
  );
}

function UnitLink({ unit }: { readonly unit: string }) {
  return (
    <DossierLink of={{ unit }}>
      <span lang="zh-CN">{unit}</span>
    </DossierLink>
  );
}

/** Its number and its text; a revision of the plan may have left it out. */
function MeasureLine({ no, ledger }: { readonly no: number; readonly ledger: Ledger }) {
  const layout = useLayout();
  const t = useWords();
  const text = ledger.plan.measures.find((measure) => measure.no === no)?.text;
  return (
    <div>
      <DossierLink of={{ measure: no }}>{t('pane.dossier.measure', { no })}</DossierLink>
      <Text size={200} className={layout.twoLines} title={text} lang="zh-CN">
        {text}
      </Text>
    </div>
  );
}
