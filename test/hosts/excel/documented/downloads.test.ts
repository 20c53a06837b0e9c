import { unzipSync } from 'fflate';
import { composeLetters } from '../../../../src/documents/letters/compose-letters';
import { issuingOffice } from '../../../../src/documents/office';
import { ExcelWorkbookHost } from '../../../../src/hosts/excel/excel-host';
import { fileOutlet, openInBrowser } from '../../../../src/hosts/excel/file-outlet';
import { createWorkbookFiles } from '../../../../src/hosts/file/workbook-files';
import { papersOfAddress } from '../../../../src/documents/papers-in-address';
import { lettersIssued } from '../../../../src/ledger/letters';
import { bootExcel, type BootOptions } from '../../../excel-host/boot';
import { day, SMALL_PLAN } from '../../../ledger/builders';
import { notice, page } from '../../../support/pane-page';

const BROWSER = { OpenBrowserWindowApi: '1.1' };

/** The pane over an Excel of its own, as the page in Excel puts it together. */
async function paneIn(options: BootOptions) {
  const booted = bootExcel({ excelApi: '1.14', ...options });
  const files: string[] = [];
  const live = new ExcelWorkbookHost();
  const here = page({
    live,
    files: () => Promise.resolve(createWorkbookFiles()),
    outlet: fileOutlet(),
    download: (name) => files.push(name),
    openPapers: (papers) => openInBrowser(`https://localhost:3000/papers.html#${papers}`),
  });
  await here.commands.build(SMALL_PLAN);
  await here.commands.setSettings({ asOf: day('2018-01-15') });
  const { ledger } = here.store;
  const { asOf } = ledger.settings;
  const due = composeLetters(ledger, {
    asOf,
    office: issuingOffice(ledger),
    findings: [],
    withCircular: false,
  });
  const only = due.letters.map(({ kind, office }) => ({ kind, office }));
  return { ...here, booted, files, only };
}

/** OfficeDev/office-js issues 2700, 503, 3385, 3662; Learn, “Open Browser Window API requirement sets”. */
test.each([
  ['PC', BROWSER, 'download'],
  ['OfficeOnline', {}, 'download'],
  ['Mac', BROWSER, 'browser'],
  ['iOS', BROWSER, 'browser'],
  ['Mac', {}, 'none'],
] as const)('in Excel on %s with %j files go by “%s”', (platform, requirementSets, outlet) => {
  const { uninstall } = bootExcel({ platform, requirementSets });
  expect(fileOutlet()).toBe(outlet);
  uninstall();
});

test('on a Mac letters become a page of the browser, never a download; registered by themselves, they give their numbers back', async () => {
  const { commands, store, booted, files, only, ...rest } = await paneIn({
    platform: 'Mac',
    requirementSets: BROWSER,
  });
  await commands.follow.downloadLetters({ only, withCircular: false });
  expect(notice({ commands, store, ...rest })).toEqual(['success', 'pane.report.lettersInBrowser']);
  expect(lettersIssued(store.ledger)).toEqual([]);
  await commands.follow.registerLetters({ only, withCircular: false });
  expect(files).toEqual([]);
  const [address = ''] = booted.browserWindows;
  const papers = papersOfAddress(address.split('#')[1] ?? '') ?? [];
  const issued = lettersIssued(store.ledger);
  expect(papers).toHaveLength(only.length);
  expect(new Set(issued.map(({ office }) => office))).toEqual(new Set(only.map(({ office }) => office)));

  await commands.follow.takeBackLetters(issued[0]?.batch ?? '');
  expect(lettersIssued(store.ledger)).toEqual([]);
  await commands.opening.openLive();
  await commands.follow.registerLetters({ only, withCircular: false });
  expect(lettersIssued(store.ledger).map(({ letter, serial, office }) => [letter, serial, office])).toEqual(
    issued.map(({ letter, serial, office }) => [letter, serial, office]),
  );
  booted.uninstall();
  booted.host.assertNothingUnmodelled();
});

test('where no browser can be opened either, letters are registered all the same', async () => {
  const { commands, store, booted, files, only, ...rest } = await paneIn({ platform: 'Mac' });
  await commands.follow.registerLetters({ only: only.slice(0, 1), withCircular: false });
  expect(notice({ commands, store, ...rest })).toEqual(['success', 'pane.report.registered']);
  expect([files, booted.browserWindows]).toEqual([[], []]);
  expect(lettersIssued(store.ledger)).not.toEqual([]);
  booted.uninstall();
});

test('on a Mac a form opens as a workbook of its own, and the report goes to the browser', async () => {
  const { commands, store, booted, files } = await paneIn({ platform: 'Mac', requirementSets: BROWSER });
  await commands.issue.openForm(store.ledger.settings.period, '市编办');
  const [form = null] = booted.host.createdWorkbooks;
  expect(Object.keys(unzipSync(form ?? new Uint8Array()))).toContain('xl/workbook.xml');
  await commands.follow.downloadReport(2017);
  const [address = ''] = booted.browserWindows;
  expect(papersOfAddress(address.split('#')[1] ?? '')).toMatchObject([
    { fileName: '某市2017年度法治政府建设进展报告.docx' },
  ]);
  expect(files).toEqual([]);
  booted.uninstall();
});
