import { periodLabel } from '../../ledger/period';
import type { FindingLine } from '../../sheets/tabs/findings-tab';
import type { CheckedFile } from './check-returns';

/** Cells named in one line of a message; more are counted. */
const MOST_PLACES = 6;

/**
 * A paragraph to paste into a message to a unit: what it must correct and what it is asked to check, the same fault of
 * several cells in one line. What was only tidied is not mentioned.
 */
export function sendBackMessage(
  { office, period, file }: CheckedFile,
  lines: readonly FindingLine[],
  attachment: string,
): string {
  const form = period === null ? `“${file}”` : `${periodLabel(period)}填报表`;
  const errors = lines.filter(({ severity }) => severity === 'error');
  const doubts = lines.filter(({ severity }) => severity === 'warning');
  const asked = [listed('需更正以下', errors), listed('请核实以下', doubts)].filter((part) => part !== '');
  const begin = `${office === null ? '' : `${office}：`}贵单位报送的${form}`;
  const end = `详见附件“${attachment}”，${errors.length > 0 ? '请改正后重新报送' : '如需改正，请改后重新报送'}。`;
  return `${begin}${errors.length > 0 ? '' : '，'}${asked.join('\n另')}\n${end}`;
}

function listed(asks: string, lines: readonly FindingLine[]): string {
  if (lines.length === 0) return '';
  const groups = new Map<string, FindingLine[]>();
  for (const line of lines) {
    const said = saidOf(line);
    groups.set(said, [...(groups.get(said) ?? []), line]);
  }
  const numbered = [...groups].map(([said, same], index) => `${index + 1}. ${placesOf(same)}${said}`);
  return `${asks} ${lines.length} 处：\n${numbered.join('\n')}`;
}

/** Problem and cure without the measure's number, which stands with the cell. */
function saidOf({ measure, message, suggestion }: FindingLine): string {
  const problem = measure === null ? message : message.replace(new RegExp(`^第 ?${measure} ?项的?`), '');
  return problem + suggestion;
}

/** “F12、F15（第12、15项）：”; nothing when the fault is the file's. */
function placesOf(lines: readonly FindingLine[]): string {
  const cells = distinct(lines.map(({ cell }) => cell).filter((cell) => cell !== ''));
  const measures = distinct(lines.flatMap(({ measure }) => (measure === null ? [] : [String(measure)])));
  const items = measures.length === 0 ? '' : `第${counted(measures, '项', '项')}`;
  if (cells.length === 0) return items === '' ? '' : `${items}：`;
  return `${counted(cells, '', '处')}${items === '' ? '' : `（${items}）`}：`;
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

function counted(words: readonly string[], end: string, unit: string): string {
  return words.length <= MOST_PLACES
    ? `${words.join('、')}${end}`
    : `${words.slice(0, MOST_PLACES).join('、')}等 ${words.length} ${unit}`;
}
