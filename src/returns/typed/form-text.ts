import { cleanText, squeezed } from '../../base/clean-text';
import { fileDigest } from '../../base/file-digest';
import { WorkbookFileError } from '../../base/file-fault';
import { parsePeriod } from '../../ledger/period';
import { FORM_SIGN } from './form-sign';
import { ANSWER_COLUMNS, FOOT_LABELS, type AnswerField, type TypedForm } from './typed-form';

/** Raised when a text of today's could be misread by an earlier reader. */
const TEXT_VERSION = 1;

const START = new RegExp(`【${FORM_SIGN}\\s*第\\s*(\\d+)\\s*版】`, 'gu');
/** A bracket of ours within an answer. */
const OUR_SIGNS = new RegExp(`【(?=${FORM_SIGN}|填报结束)`, 'gu');
const END = /【填报结束\s*共\s*(\d+)\s*项\s*校验\s*([0-9a-f]{8})】/u;
const MEASURE = /^〔\s*(\d{1,5})\s*〕$/u;
const LABELLED = /^([^：:]{1,8})[：:](.*)$/u;
/** Stands for a line break within an answer: a line of the text is one answer. */
const BREAK = '⏎';

const HEAD = { unit: '单位', period: '报送期', plan: '方案' } as const;
const FIELD_OF: ReadonlyMap<string, AnswerField> = new Map(
  ANSWER_COLUMNS.map(({ field, header }) => [header, field]),
);

/** A form as a text that can be sent in a message: people can read it, and it tells when some of it was lost. */
export function formText(form: TypedForm): string {
  const lines = [
    `【${FORM_SIGN} 第${TEXT_VERSION}版】`,
    `${HEAD.unit}：${form.unit}`,
    `${HEAD.period}：${form.period}`,
    `${HEAD.plan}：${form.plan}`,
    ...form.rows.flatMap(({ measure, answers }) => [
      `〔${measure}〕`,
      ...ANSWER_COLUMNS.flatMap(({ field, header }) => written(header, answers[field])),
    ]),
    ...FOOT_LABELS.flatMap((word) => written(word, form.foot[word])),
    `【填报结束 共${form.rows.length}项 校验${checksum(form)}】`,
  ];
  return lines.join('\n');
}

function written(label: string, answer: string | undefined): readonly string[] {
  const text = plainAnswer(answer);
  return text === '' ? [] : [`${label}：${text.replaceAll('\n', BREAK)}`];
}

/** Without what cannot be seen, and without the signs by which the text itself is told. */
function plainAnswer(answer = ''): string {
  const lines = cleanText(answer.replaceAll(BREAK, ' ').replace(OUR_SIGNS, '['));
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The form that a text holds, whatever a chat has put before and behind it; `undefined` when it holds none.
 * @throws WorkbookFileError when some of it was lost on the way, when it holds several, or is of a later version
 */
export function readFormText(text: string): TypedForm | undefined {
  const [start, ...more] = text.matchAll(START);
  if (start === undefined) return undefined;
  if (more.length > 0) throw new WorkbookFileError('file-text-several');
  if (Number(start[1]) > TEXT_VERSION) throw new WorkbookFileError('file-text-newer');
  const rest = text.slice(start.index + start[0].length);
  const end = END.exec(rest);
  if (end === null) throw new WorkbookFileError('file-text-cut');
  const form = formOfLines(rest.slice(0, end.index).split(/\r\n?|\n/u));
  if (form?.rows.length !== Number(end[1]) || checksum(form) !== end[2])
    throw new WorkbookFileError('file-text-changed');
  return form;
}

function formOfLines(lines: readonly string[]): TypedForm | undefined {
  const head = new Map<string, string>();
  const foot = new Map<string, string>();
  const rows: { measure: number; answers: Partial<Record<AnswerField, string>> }[] = [];
  for (const line of lines) {
    const measure = MEASURE.exec(line.trim())?.[1];
    if (measure !== undefined) rows.push({ measure: Number(measure), answers: {} });
    const [, label, said = ''] = LABELLED.exec(line.trim()) ?? [];
    if (label === undefined) continue;
    const answer = said.trim().replaceAll(BREAK, '\n');
    const field = FIELD_OF.get(label);
    const row = rows.at(-1);
    if (field !== undefined && row !== undefined) row.answers[field] = answer;
    else if (FOOT_LABELS.some((word) => word === label)) foot.set(label, answer);
    else head.set(label, answer);
  }
  const period = parsePeriod(head.get(HEAD.period) ?? '');
  const [unit, plan] = [head.get(HEAD.unit), head.get(HEAD.plan)];
  if (period === undefined || !unit || !plan) return undefined;
  return { unit, plan, period, rows, foot: Object.fromEntries(foot) };
}

/** Of what the form says, not of how it is set: a chat may change spaces and widths, and nothing else. */
function checksum({ unit, period, plan, rows, foot }: TypedForm): string {
  const said = [
    unit,
    period,
    plan,
    ...rows.flatMap(({ measure, answers }) => [
      String(measure),
      ...ANSWER_COLUMNS.map(({ field }) => plainAnswer(answers[field])),
    ]),
    ...FOOT_LABELS.map((word) => plainAnswer(foot[word])),
  ];
  const plain = said.map((part) => squeezed(part)).join('\n');
  return fileDigest(new TextEncoder().encode(plain)).slice(0, CHECKED);
}

const CHECKED = 8;
