import { compareBatches, type Ledger } from '../../ledger/ledger';
import { lettersIssued } from '../../ledger/letters';
import { periodLabel } from '../../ledger/period';
import { submissionRecord } from '../../ledger/figures/submissions';
import { chineseDate, type CalendarDate } from '../../base/calendar';
import { youOf } from '../../ledger/units/addressee';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import { ourselves, replyBy } from '../office';
import { heading, paragraph, type Paper, type Table } from '../paper';
import { asPrinted, planNames } from '../wording';
import { headOf, imprintOf, noteOf, titleOf } from './letter-parts';
import type { SupervisionContext } from './supervision-letter';

/** A return that has to be corrected, and what the last check found in it. */
export interface FaultyReturn {
  readonly office: string;
  readonly file: string;
  readonly errors: readonly FindingLine[];
  readonly warnings: readonly FindingLine[];
}

/**
 * Returns of the current period in which the last check found errors, but for those whose office has since sent a sound
 * one, and those that were sent back before this day.
 */
export function faultyReturns(
  ledger: Ledger,
  findings: readonly FindingLine[],
  asOf: CalendarDate,
): readonly FaultyReturn[] {
  const { period } = ledger.settings;
  const sentBack = lettersIssued(ledger).filter(
    (letter) => letter.letter === 'sendBack' && letter.period === period && letter.on < asOf,
  );
  const offices = [...new Set(findings.map(({ office }) => office))].filter((unit) => unit !== '');
  return offices.flatMap((office) => {
    const found = findings.filter((finding) => finding.office === office);
    const errors = found.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const record = submissionRecord(ledger, office, period);
    const answered = sentBack.some(
      (letter) => letter.office === office && compareBatches(letter.batch, record?.batch ?? '') > 0,
    );
    if (first === undefined || record?.verdict === 'accepted' || answered) return [];
    // Of several the one that was taken in.
    const file = errors.find((line) => line.file === record?.file)?.file ?? first.file;
    const warnings = found.filter((line) => line.severity === 'warning' && line.file === file);
    return [{ office, file, errors: errors.filter((line) => line.file === file), warnings }];
  });
}

/** 退回通知: which return, what is wrong where, how to put it right, until when. */
export function sendBackLetter(
  { office: addressee, file, errors, warnings }: FaultyReturn,
  context: SupervisionContext,
  period: Ledger['settings']['period'],
): Paper {
  const { plan, office, asOf, sample, isOrdered } = context;
  const you = youOf(isOrdered);
  const { full, item } = planNames(plan);
  const us = ourselves(office);
  const rows = new Set(errors.flatMap(({ measure }) => (measure === null ? [] : [measure]))).size;
  const scope = rows === 0 ? '' : `，涉及${rows}项${item}，有关各项的填报暂未汇入台账，其余各项已汇入`;
  return {
    head: headOf(office, 'sendBack', context),
    title: titleOf(
      isOrdered
        ? `关于退回更正${periodLabel(period)}填报表的通知`
        : `关于商请更正${periodLabel(period)}填报表的函`,
      sample,
    ),
    addressee,
    body: [
      paragraph(
        `${you}报送的${full}${periodLabel(period)}填报表（${file}）收悉。` +
          `经校验，有${errors.length}处需要更正${scope}。${
            isOrdered
              ? '现将填报表退回，请按下列要求更正后重新报送。'
              : '现将填报表送还，商请按下列内容核对更正。'
          }`,
      ),
      heading(1, '一、需要更正的内容'),
      findingsTable(errors),
      ...(warnings.length === 0 ? [] : [heading(1, '二、请一并核对的内容'), findingsTable(warnings)]),
      heading(1, `${warnings.length === 0 ? '二' : '三'}、${isOrdered ? '报送要求' : '商请事项'}`),
      paragraph(
        `${isOrdered ? '请' : '烦请'}在原填报表上更正，于${chineseDate(replyBy(asOf, office))}前重新报送${us}。` +
          '序号、内容、完成时限等栏目由系统生成，请勿改动；不需要更正的内容请保持原样。',
      ),
      ...(isOrdered ? [] : [paragraph('特此致函，请予支持为盼。')]),
    ],
    signature: { authority: office.name, date: asOf },
    note: noteOf(office),
    annexes: [],
    imprint: imprintOf(office, asOf, isOrdered),
  };
}

function findingsTable(lines: readonly FindingLine[]): Table {
  return {
    kind: 'table',
    caption: '',
    hasTotal: false,
    columns: [
      { header: '序号', share: 12, align: 'center' },
      { header: '栏目', share: 20, align: 'center' },
      { header: '单元格', share: 17, align: 'center' },
      { header: '原内容', share: 27, align: 'left' },
      { header: '问题', share: 40, align: 'left' },
      { header: '更正办法', share: 40, align: 'left' },
    ],
    rows: lines.map((line) => [
      line.measure === null ? '—' : String(line.measure),
      line.field === '' ? '—' : line.field,
      line.cell === '' ? '—' : line.cell,
      line.value === '' ? '（空）' : asPrinted(line.value),
      asPrinted(line.message),
      asPrinted(line.suggestion),
    ]),
  };
}
