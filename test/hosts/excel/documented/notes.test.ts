import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { applyForExtension, decideExtension } from '../../../../src/ledger/change/acts';
import { ledgerWorkbook } from '../../../../src/sheets/ledger-workbook';
import { TAB } from '../../../../src/sheets/words';
import { recentActs } from '../../../../src/taskpane/screens/report/recent-acts';
import type { LeftUndone } from '../../../../src/base/workbook-port';
import type { Ledger } from '../../../../src/ledger/ledger';
import { AT, day, smallLedger } from '../../../ledger/builders';
import { bootExcel, type BootedExcel } from '../../../excel-host/boot';
import { addNote } from '../../../excel-host/model/note';
import { runIn } from '../../../support/ledger-in';

// OfficeDev/office-js issue 1416: comments know nothing of notes, and a cell that has one takes no comment; notes are there for
// add-ins from ExcelApi 1.18 on (learn.microsoft.com/javascript/api/excel/excel.notecollection).

const target = { measure: 2, unit: '市编办' };
const fresh = smallLedger();
const applied = applyForExtension(
  fresh,
  { ...target, newDeadline: day('2018-06-30'), reason: '方案尚待省里批复' },
  day('2017-10-20'),
  AT,
).ledger;
const extended = decideExtension(
  applied,
  target,
  { decision: 'approved', reason: '同意' },
  day('2017-10-25'),
  AT,
).ledger;

const MARKED = /^原时限/u;
const DEADLINE = notesOfTab(extended).find(({ text }) => MARKED.test(text)) ?? {
  row: 0,
  column: 0,
  text: '',
};

function notesOfTab(ledger: Ledger) {
  return ledgerWorkbook(ledger).sheets.find(({ name }) => name === TAB.ledger)?.notes ?? [];
}

let booted: BootedExcel;
afterEach(() => {
  booted.uninstall();
  booted.host.assertNothingUnmodelled();
});

/** The ledger as the command writes it, opened in Excel. */
async function opened(excelApi: string, ledger: Ledger) {
  booted = bootExcel({ excelApi });
  const { host } = booted;
  host.workbook.behaviour.computesFormulas = false;
  await host.load(await createWorkbookFiles().write(ledgerWorkbook(ledger)), '台账.xlsx');
  const live = new ExcelWorkbookHost();
  const undone: LeftUndone[] = [];
  live.onUndone((what) => undone.push(what));
  return { host, live, undone, sheet: host.sheet(TAB.ledger) };
}

const decide = (live: ExcelWorkbookHost, ledger: Ledger) =>
  runIn(
    live,
    'decideExtension',
    { target, decision: 'approved', reason: '同意', on: day('2017-10-25') },
    ledger,
  );

const textsOf = (notes: readonly { readonly content: string }[]) => notes.map(({ content }) => content);

describe.each(['1.9', '1.14', '1.18'])('ExcelApi %s', (excelApi) => {
  test('a ledger that the command made, with an extension, goes through every use case, and its notes stay', async () => {
    const { live, sheet, undone } = await opened(excelApi, extended);
    const before = textsOf(sheet.notes);
    expect(before.some((text) => MARKED.test(text))).toBe(true);
    await runIn(live, 'markOverdue', { asOf: day('2018-02-01') }, extended);
    await runIn(live, 'buildSummary', {}, extended);
    expect([textsOf(sheet.notes), sheet.comments, undone]).toEqual([before, [], []]);
  });

  test('written whole, the clerk’s own notes and comments stay', async () => {
    const { live, sheet, host } = await opened(excelApi, fresh);
    addNote(sheet, 5, 3, '请催办');
    await live.write(ledgerWorkbook(extended));
    await live.write(ledgerWorkbook(extended));
    expect(textsOf(host.sheet(TAB.ledger).notes)).toContain('请催办');
  });
});

describe('where add-ins get at notes', () => {
  test('an approved extension puts one over its deadline, and undone it is gone', async () => {
    const { live, sheet } = await opened('1.18', applied);
    const { ledger } = await decide(live, applied);
    const ours = sheet.notes.filter(({ content }) => MARKED.test(content));
    expect(ours).toMatchObject([{ row: DEADLINE.row, column: DEADLINE.column, content: DEADLINE.text }]);
    expect(sheet.comments).toEqual([]);
    addNote(sheet, 5, 3, DEADLINE.text);
    const batch = recentActs(ledger, 1)[0]?.batch ?? '';
    await runIn(live, 'undo', { batches: [batch] }, ledger);
    expect(sheet.notes.filter(({ content }) => MARKED.test(content))).toMatchObject([{ row: 5, column: 3 }]);
  });

  test('a note of the clerk’s over that cell stays alone', async () => {
    const { live, sheet, undone } = await opened('1.18', applied);
    addNote(sheet, DEADLINE.row, DEADLINE.column, '主任口头同意');
    await decide(live, applied);
    expect(textsOf(sheet.notes.filter(({ row }) => row === DEADLINE.row))).toEqual(['主任口头同意']);
    expect(undone).toEqual([]);
  });

  test('so does a comment, with which Excel refuses a note: everything else is written', async () => {
    const { live, sheet, undone, host } = await opened('1.18', applied);
    host.user.activate(TAB.ledger);
    await Excel.run(async (context) => {
      const { row, column } = DEADLINE;
      const { comments } = context.workbook.worksheets.getItem(TAB.ledger);
      comments.add(`${String.fromCharCode(64 + column)}${row}`, '主任口头同意');
      await context.sync();
    });
    await decide(live, applied);
    expect([textsOf(sheet.comments), sheet.notes.filter(({ content }) => MARKED.test(content))]).toEqual([
      ['主任口头同意'],
      [],
    ]);
    expect(undone).toEqual([]);
    const after = await live.read();
    expect(JSON.stringify(after.sheets)).toContain('2018');
  });
});

describe('before ExcelApi 1.18', () => {
  test('an approved extension is the cell’s input message, and undone that is gone', async () => {
    const { live, sheet } = await opened('1.14', applied);
    const messages = () =>
      sheet.validations.filter(({ validation }) => MARKED.test(validation.prompt.message));
    const { ledger } = await decide(live, applied);
    expect(messages()).toMatchObject([{ rect: { top: DEADLINE.row, left: DEADLINE.column } }]);
    await runIn(live, 'undo', { batches: [recentActs(ledger, 1)[0]?.batch ?? ''] }, ledger);
    expect(messages()).toEqual([]);
  });

  test('an input message that the clerk gave the cell stays', async () => {
    const { live, sheet } = await opened('1.14', applied);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets
        .getItem(TAB.ledger)
        .getCell(DEADLINE.row - 1, DEADLINE.column - 1);
      cell.dataValidation.prompt = { showPrompt: true, title: '', message: '主任口头同意' };
      await context.sync();
    });
    await decide(live, applied);
    const over = sheet.validations.filter(
      ({ rect }) => rect.top === DEADLINE.row && rect.left === DEADLINE.column,
    );
    expect(over.map(({ validation }) => validation.prompt.message)).toEqual(['主任口头同意']);
  });
});
