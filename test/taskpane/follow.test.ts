import { isOfficeKnown, issuingOffice } from '../../src/documents/office';
import { unzipSync } from 'fflate';
import { ledgerBytes } from '../../src/app/runner/ledger-bytes';
import { openLedgerFile } from '../../src/app/runner/opened-file';
import { FileWorkbookHost } from '../../src/hosts/file/file-host';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import { foldLedger } from '../../src/ledger/fold';
import type { Ledger } from '../../src/ledger/ledger';
import { lettersIssued } from '../../src/ledger/letters';
import { remindersFor } from '../../src/ledger/figures/reminders';
import { trend } from '../../src/ledger/figures/trend';
import { readLedger } from '../../src/sheets/reading/read-ledger';
import { cycleFigures, stepState } from '../../src/taskpane/screens/home/cycle';
import { owedForms } from '../../src/taskpane/screens/issue/form-choices';
import { CLAIM_KINDS, claimsOf, isOfKind } from '../../src/taskpane/screens/report/verify/claims';
import {
  applicationFault,
  canBeExtended,
  deadlineOf,
  extensionsOf,
  unitsOwing,
} from '../../src/taskpane/screens/report/extension/extension-views';
import { recentActs } from '../../src/taskpane/screens/report/recent-acts';
import { reportYear, reportYears } from '../../src/taskpane/screens/report/report-years';
import { measuresFault, measuresIn } from '../../src/taskpane/screens/settings/split-edits';
import { day, period } from '../ledger/builders';
import { threePeriods } from '../ledger/three-periods';
import { MemoryExcel } from '../support/memory-files';
import { EMPTY_WORKBOOK, notice, page } from '../support/pane-page';
import { unzipped } from '../support/unzipped';

/** A page over genuine .xlsx files, with three periods of returns in its ledger. */
function threePeriodsOpen(ledger: Ledger = threePeriods()) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const here = page({
    files: () => Promise.resolve(createWorkbookFiles()),
    openLedger: openLedgerFile,
    ledgerBytes,
    download: (name, bytes) => files.push({ name, bytes }),
    save: async (name, _known, bytes) => {
      files.push({ name, bytes: await bytes() });
      return { name, file: null };
    },
  });
  const opened = { findings: [], fileName: '台账.xlsx', source: null, sampleReturns: [], unsaved: true };
  here.store.dispatch({ kind: 'opened', ledger, ...opened });
  const saveAndOpen = async () => {
    await here.commands.download();
    const bytes = files.at(-1)?.bytes.slice() ?? new Uint8Array();
    await here.commands.opening.open({ name: '台账.xlsx', arrayBuffer: () => Promise.resolve(bytes.buffer) });
  };
  return { ...here, files, saveAndOpen };
}

const claimsByKind = (ledger: Ledger) =>
  CLAIM_KINDS.map((kind) => claimsOf(ledger).filter((claim) => isOfKind(claim, kind)).length);

const LETTERS = [
  { kind: 'request', office: '市编办' },
  { kind: 'supervision', office: '市发改委' },
] as const;

describe('verification', () => {
  test('two claims are closed as one batch, kept in the file, and taken back together', async () => {
    const here = threePeriodsOpen();
    const before = claimsByKind(here.store.ledger);
    await here.commands.follow.verify([
      { measure: 5, unit: '市司法局', verification: 'closed', reason: '' },
      { measure: 6, unit: '市财政局', verification: 'closed', reason: '' },
    ]);
    expect(notice(here)).toEqual(['success', 'pane.report.verified']);
    const [done = 0, pending = 0, sentBack = 0, closed = 0] = before;
    const after = [done - 2, pending - 2, sentBack, closed + 2];
    expect(claimsByKind(here.store.ledger)).toEqual(after);

    await here.saveAndOpen();
    expect(claimsByKind(here.store.ledger)).toEqual(after);
    const [last] = recentActs(here.store.ledger, 5);
    expect(last).toMatchObject({ kind: 'verification', details: { length: 2 } });
    await here.commands.follow.undo(last?.batch ?? '');
    expect(claimsByKind(here.store.ledger)).toEqual(before);
    expect(here.store.ledger.log.at(-1)).toMatchObject({ action: 'undo', detail: last?.batch });
  });

  test('a claim sent back shows its reason; without one nothing is entered', async () => {
    const here = threePeriodsOpen();
    const back = { measure: 6, unit: '市财政局', verification: 'sentBack', reason: '缺少合同' } as const;
    await here.commands.follow.verify([{ ...back, reason: ' ' }]);
    expect(notice(here)).toEqual(['error', 'act.reason-missing']);
    await here.commands.follow.verify([back]);
    expect(claimsOf(here.store.ledger).filter((claim) => isOfKind(claim, 'sentBack'))).toMatchObject([
      { measure: 6, unit: '市财政局', reason: '缺少合同' },
    ]);
  });

  test('taking back what was never done changes nothing and says so', async () => {
    const here = threePeriodsOpen();
    const before = here.store.ledger;
    await here.commands.follow.undo('B9999');
    expect(notice(here)).toEqual(['error', 'pane.fault.undoAct']);
    expect(here.store.ledger).toBe(before);
  });
});

describe('extensions', () => {
  const application = {
    measure: 4,
    unit: '市物价局',
    newDeadline: day('2019-06-30'),
    reason: '职责刚刚划转',
  };

  test('applied for, approved: the new day counts, and the old one is back once that is undone', async () => {
    const here = threePeriodsOpen();
    await here.commands.follow.applyForExtension(application, day('2018-04-20'));
    expect(extensionsOf(here.store.ledger).map(({ decision }) => decision)).toEqual(['pending', 'approved']);
    await here.commands.follow.decideExtension(application, 'approved', '');
    expect(deadlineOf(here.store.ledger, application)).toBe('2019-06-30');
    const [decision] = recentActs(here.store.ledger, 1);
    await here.commands.follow.undo(decision?.batch ?? '');
    expect(deadlineOf(here.store.ledger, application)).toBe('2018-12-31');
    await here.commands.follow.decideExtension(application, 'refused', '无实质理由');
    expect(notice(here)).toEqual(['success', 'pane.report.decided.refused']);
    expect(deadlineOf(here.store.ledger, application)).toBe('2018-12-31');
  });

  test('what cannot be applied for is said with its measure and its day, and nothing is entered', async () => {
    const here = threePeriodsOpen();
    const before = here.store.ledger;
    await here.commands.follow.applyForExtension({ ...application, measure: 3 }, day('2018-04-20'));
    expect(here.store.snapshot().notice).toMatchObject({
      key: 'act.deadline-passed',
      values: { measure: 3, unit: '市物价局', deadline: '2017-12-31' },
    });
    expect(here.store.ledger).toBe(before);
  });

  const typed = {
    isOwed: true,
    deadline: day('2018-12-31'),
    appliedOn: day('2018-04-20'),
    newDeadline: day('2019-06-30'),
    reason: '交接',
  };
  test.each([
    ['whole', {}, null],
    ['of no measure', { isOwed: false }, 'noMeasure'],
    ['of a measure without a deadline', { deadline: null }, 'noDeadline'],
    ['after the deadline', { appliedOn: day('2019-01-01') }, 'deadlinePassed'],
    ['without a new day', { newDeadline: null }, 'noNewDeadline'],
    ['to the same day', { newDeadline: day('2018-12-31') }, 'notLater'],
    ['without a reason', { reason: ' ' }, 'noReason'],
  ])('an application %s', (_, changes, fault) => {
    expect(applicationFault({ ...typed, ...changes })).toBe(fault);
  });

  test('a measure can be extended until its deadline, as long as any unit has one', () => {
    const ledger = threePeriods();
    const on = (date: string) => [1, 2, 4, 7, 99].map((no) => canBeExtended(ledger, no, day(date)));
    expect(on('2018-04-20')).toEqual([false, true, true, false, false]);
    expect(on('2018-06-30')).toEqual([false, true, true, false, false]);
    expect(on('2018-07-01')).toEqual([false, false, true, false, false]);
  });

  test('a measure of several units asks which', () => {
    expect([5, 1, 99].map((no) => unitsOwing(threePeriods(), no))).toEqual([
      ['市财政局', '市司法局'],
      ['市编办'],
      [],
    ]);
  });
});

describe('letters', () => {
  test('go to the successor: downloaded as drafts that register nothing, registered by themselves, downloaded again under their numbers', async () => {
    const here = threePeriodsOpen();
    const order = { only: LETTERS, withCircular: false };
    await here.commands.follow.downloadLetters(order);
    expect(notice(here)).toEqual(['success', 'pane.report.lettersDownloaded']);
    expect(lettersIssued(here.store.ledger)).toEqual([]);
    await here.commands.follow.registerLetters(order);
    expect(notice(here)).toEqual(['success', 'pane.report.registered']);
    await here.commands.follow.downloadLetters(order);
    const [drafts, letters] = here.files.map(({ bytes }) => unzipSync(bytes));
    expect(here.files[0]?.name).toBe('2018-04-20_督办发文.zip');
    const names = ['商请函_市编办_某法建函〔2018〕1号.docx', '督办单_市发改委_某法建督〔2018〕1号.docx'];
    expect(Object.keys(drafts ?? {})).toEqual(names.map((name) => `草稿_${name}`));
    expect(Object.keys(letters ?? {})).toEqual(names);
    expect(Object.values(letters ?? {})).toEqual(Object.values(drafts ?? {}));
    const [, toSuccessor = new Uint8Array()] = Object.values(letters ?? {});
    expect(unzipped(toSuccessor)['word/document.xml']).toContain('规范政府定价');
    expect(lettersIssued(here.store.ledger).map(({ unit, office }) => [unit, office])).toEqual([
      ['市编办', '市编办'],
      ['市物价局', '市发改委'],
    ]);
  });

  test('registered, they are taken back: unregistered the number is free again, undone it is not; the log has both', async () => {
    const here = threePeriodsOpen();
    const [, supervision] = LETTERS;
    const order = { only: [supervision], withCircular: false };
    const register = async () => {
      await here.commands.follow.registerLetters(order);
      const [acts] = recentActs(here.store.ledger, 1);
      expect(acts).toMatchObject({ kind: 'letter', details: { length: 1 } });
      return [lettersIssued(here.store.ledger).at(-1)?.serial, acts?.batch ?? ''] as const;
    };
    const [first, unsent] = await register();
    await here.commands.follow.takeBackLetters(unsent);
    expect(here.store.ledger.log.at(-1)).toMatchObject({
      action: 'undo',
      detail: `${unsent} 督办单〔2018〕1号`,
    });
    const [second, undone] = await register();
    await here.commands.follow.undo(undone);
    expect(lettersIssued(here.store.ledger)).toEqual([]);
    const [third] = await register();
    expect([first, second, third]).toEqual([1, 1, 2]);
  });

  test('one by one each has the next number of its kind; one that is not due is refused, whatever is asked of it', async () => {
    const here = threePeriodsOpen();
    for (const choice of LETTERS.toReversed()) {
      await here.commands.follow.registerLetters({ only: [choice], withCircular: false });
      await here.commands.follow.downloadLetter({ only: [choice], withCircular: false });
    }
    expect(here.files.map(({ name }) => name)).toEqual([
      '督办单_市发改委_某法建督〔2018〕1号.docx',
      '商请函_市编办_某法建函〔2018〕1号.docx',
    ]);
    const notDue = { kind: 'supervision', office: '市教育局' } as const;
    for (const ask of ['downloadLetter', 'registerLetters'] as const) {
      await here.commands.follow[ask]({ only: [notDue], withCircular: false });
      expect(notice(here)).toEqual(['error', 'pane.fault.letters']);
    }
    expect(here.files).toHaveLength(2);
  });

  test('cancelled half way, nothing is downloaded', async () => {
    const here = threePeriodsOpen();
    const before = here.store.ledger;
    const stop = here.store.subscribe(() => {
      if ((here.store.snapshot().work?.total ?? 0) > 0) here.commands.cancel();
    });
    await here.commands.follow.downloadLetters({ only: LETTERS, withCircular: false });
    stop();
    expect(notice(here)).toEqual(['info', 'pane.cancelled']);
    expect(here.store.ledger).toBe(before);
    expect(here.files).toEqual([]);
  });

  test('inside Excel they are remembered in the workbook', async () => {
    const live = new MemoryExcel(EMPTY_WORKBOOK);
    const files: string[] = [];
    const here = page({ live, download: (name) => files.push(name) });
    await here.commands.tryDemo();
    await here.commands.setSettings({ ...here.store.ledger.settings, asOf: day('2018-01-15') });
    const finance = { kind: 'supervision', office: '市财政局' } as const;
    await here.commands.follow.registerLetters({ only: [finance], withCircular: false });
    await here.commands.follow.downloadLetter({ only: [finance], withCircular: false });
    expect(files).toEqual(['督办单_市财政局_荆法建督〔2018〕1号.docx']);
    const again = page({ live });
    await again.commands.opening.openLive();
    expect(lettersIssued(again.store.ledger)).toMatchObject([{ office: '市财政局', year: 2018, serial: 1 }]);
  });
});

test('three periods with a successor come right in all the pane shows', () => {
  const ledger = threePeriods();
  expect(trend(ledger).map(({ total }) => [total.done, total.overdue])).toEqual([
    [1, 0],
    [2, 1],
    [2, 2],
  ]);
  expect(owedForms(ledger).map(({ office, measures }) => [office, measures])).toEqual([
    ['市编办', 3],
    ['市发改委', 2],
    ['市市场监管局', 1],
    ['市财政局', 3],
    ['市司法局', 2],
  ]);
  expect(remindersFor(ledger, period('2018Q1')).offices.map(({ office }) => office)).toEqual([
    '市编办',
    '市发改委',
    '市司法局',
  ]);
  const overdue = foldLedger(ledger).assignments.filter(({ timeliness }) => timeliness === 'overdue');
  expect(overdue.map(({ assignment }) => [assignment.measure, assignment.unit])).toEqual([
    [1, '市编办'],
    [3, '市物价局'],
  ]);
  const figures = cycleFigures(ledger);
  expect(figures).toMatchObject({ toVerify: 2, letters: 0 });
  expect(stepState('report', figures)).toBe('attention');
  expect([
    stepState('report', { ...figures, toVerify: 0 }),
    stepState('report', { ...figures, toVerify: 0, letters: 1 }),
  ]).toEqual(['ahead', 'done']);
});

describe('the yearly report', () => {
  test('is a paper named by place, year and subject', async () => {
    const here = threePeriodsOpen();
    await here.commands.follow.downloadReport(2017);
    expect(here.files.map(({ name }) => name)).toEqual(['某市2017年度法治政府建设进展报告.docx']);
    const { bytes = new Uint8Array() } = here.files[0] ?? {};
    expect(unzipped(bytes)['word/document.xml']).toContain('主要举措和成效');
  });

  test.each([
    ['2018-03-31', 2017],
    ['2018-04-01', 2018],
    ['2016-02-01', 2016],
  ])('on %s that of %d is offered first, of the years of the plan that have begun', (asOf, year) => {
    const ledger = threePeriods();
    const then = { ...ledger, settings: { ...ledger.settings, asOf: day(asOf) } };
    expect(reportYear(then)).toBe(year);
    expect(reportYears(then)).toContain(year);
    expect(reportYears(then).at(-1)).toBe(2016);
  });
});

describe('the issuing office', () => {
  const office = {
    name: '某市司法局',
    letterWord: '某司法',
    contact: '李四',
    phone: '0724-2333333',
    replyWithinDays: 5,
  };

  test('is kept in the file as text, logged old → new, and names the letters', async () => {
    const here = threePeriodsOpen();
    await here.commands.setSettings({ ...here.store.ledger.settings, office });
    expect(here.store.ledger.log.at(-1)?.detail).toBe(
      '发文机关：某市人民政府法制办公室 → 某市司法局；机关代字：某法建 → 某司法；联系人：（空） → 李四；联系电话：（空） → 0724-2333333；反馈期限天数：10 → 5',
    );
    await here.saveAndOpen();
    expect(here.store.ledger.settings.office).toEqual(office);
    await here.commands.follow.downloadLetter({ only: [LETTERS[1]], withCircular: false });
    expect(here.files[1]?.name).toBe('草稿_督办单_市发改委_某司法督〔2018〕1号.docx');
  });

  test('who it is is asked, not made up from the place of the plan', async () => {
    const here = page();
    await here.commands.build();
    const { office } = here.store.ledger.settings;
    expect(office).toMatchObject({ name: '', letterWord: '', replyWithinDays: 10 });
    expect(isOfficeKnown(office)).toBe(false);
    expect(issuingOffice(here.store.ledger).name).toBe('【请填写：发文机关】');
  });

  test('days for an answer that are no number are damage, said with their row; a missing row is none', async () => {
    const here = threePeriodsOpen();
    await here.commands.download();
    const host = await FileWorkbookHost.open(here.files[0]?.bytes ?? new Uint8Array(), '台账.xlsx');
    const raw = await host.read();
    const settingsWith = (
      change: (row: (typeof raw.sheets)[number]['rows'][number]) => typeof row | null,
    ) => ({
      ...raw,
      sheets: raw.sheets.map((sheet) =>
        sheet.name === '设置' ? { ...sheet, rows: sheet.rows.flatMap((row) => change(row) ?? []) } : sheet,
      ),
    });
    const isDays = (row: (typeof raw.sheets)[number]['rows'][number]) =>
      row.cells[0]?.value === '反馈期限天数';
    const spoilt = settingsWith((row) =>
      isDays(row)
        ? { ...row, cells: row.cells.map((cell) => (cell.column === 2 ? { ...cell, value: '十天' } : cell)) }
        : row,
    );
    expect(() => readLedger(spoilt)).toThrow(
      expect.objectContaining({ code: 'damaged', sheet: '设置', row: 13, fault: 'cell-unreadable' }),
    );
    const without = settingsWith((row) => (isDays(row) ? null : row));
    expect(readLedger(without).ledger.settings.office.replyWithinDays).toBe(10);
  });
});

describe('measures that go to another office', () => {
  const owed = [3, 4, 7];
  const others = [{ office: '市市场监管局', measures: [4] }];
  test.each([
    ['7、3', null],
    ['3，3', null],
    ['', { kind: 'unreadable', measures: [] }],
    ['三', { kind: 'unreadable', measures: ['三'] }],
    ['3、5', { kind: 'notOwed', measures: [5] }],
    ['3、4', { kind: 'taken', measures: [4] }],
  ])('“%s”', (text, fault) => {
    expect(measuresFault(text, owed, others)).toEqual(fault);
  });

  test('are numbers, each once, in order', () => {
    expect(measuresIn('7、3，3')).toEqual([3, 7]);
  });
});
