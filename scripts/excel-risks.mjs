/** Members whose documented behaviour, or a public issue, decides how they are used. Issues are those of OfficeDev/office-js. */
export const RISKS = [
  {
    members: [
      'Excel.Worksheet.notes',
      'Excel.NoteCollection.add',
      'Excel.NoteCollection.getItemOrNullObject',
    ],
    documented: 'Notes are not comments; a cell has one of the two; a size may not be loaded on the web.',
    source: 'issues 1416, 6198; Learn, Excel.NoteCollection',
    test: 'test/hosts/excel/documented/notes.test.ts',
  },
  {
    members: ['Excel.CommentCollection.add'],
    documented: 'Not implemented in some builds of Excel 2019; refused over a note.',
    source: 'issues 932, 1416, 1847',
    test: 'test/hosts/excel/marks.test.ts',
  },
  {
    members: [
      'Excel.WorksheetFreezePanes.freezeAt',
      'Excel.WorksheetFreezePanes.freezeRows',
      'Excel.WorksheetFreezePanes.freezeColumns',
      'Excel.WorksheetFreezePanes.unfreeze',
      'Excel.Worksheet.showGridlines',
      'Excel.Worksheet.activate',
      'Excel.Worksheet.delete',
      'Excel.WorksheetCollection.add',
      'Excel.Table.clearFilters',
      'Excel.Range.select',
    ],
    documented: 'GeneralException, InvalidSelection for `delete`, while another workbook is in front.',
    source: 'Learn, “Troubleshooting Excel add-ins”; issue 2196',
    test: 'test/hosts/excel/documented/other-window.test.ts',
  },
  {
    members: ['Excel.Range.getMergedAreasOrNullObject'],
    documented:
      'Fails beyond 512 areas; an area is told where its first cell lies; the address may hold first cells alone.',
    source: 'Learn, Excel.Range; issues 1590, 3611',
    test: 'test/hosts/excel/documented/merges.test.ts',
  },
  {
    members: ['Excel.WorksheetProtection.unprotect'],
    documented: 'AccessDenied in some builds, without a password too.',
    source: 'issue 6784',
    test: 'test/hosts/excel/marks.test.ts',
  },
  {
    members: ['Excel.Application.calculate'],
    documented: 'With manual calculation nothing is worked out unless asked for.',
    source: 'Learn, Excel.CalculationMode',
    test: 'test/hosts/excel/calculation.test.ts',
  },
  {
    members: ['Excel.Range.values', 'Excel.Range.formulas'],
    documented:
      'A text that begins with = becomes a formula, and fails from about 8,192 characters on; an answer holds 5 MB at most.',
    source: 'Learn, “Resource limits and performance optimization”; issue 3256',
    test: 'test/hosts/excel/text.test.ts',
  },
  {
    members: ['Excel.createWorkbook'],
    documented: 'Takes no macros on a Mac; fails wholly where a policy hardens extensions.',
    source: 'issues 2537, 3568',
    test: 'test/hosts/excel/documented/limits.test.ts',
  },
  {
    members: ['Excel.Functions.date'],
    documented:
      'Stands for the missing member that says whether days count from 1904; nothing hangs on its answer coming.',
    source: 'Learn, Excel.Functions',
    test: 'test/hosts/excel/documented/limits.test.ts',
  },
  {
    members: ['Excel.WorksheetCollection.onChanged'],
    documented:
      'Says from ExcelApi 1.14 on whether this add-in changed the cells; events of sheets do not say it.',
    source: 'Learn, Excel.EventTriggerSource',
    test: 'test/taskpane/watch-live.test.ts',
  },
  {
    members: ['Office.UI.displayDialogAsync'],
    documented: 'With `displayInIframe` no second dialog opens on the web; some hosts have no dialogs.',
    source: 'issue 5199; Learn, “Dialog API requirement sets”',
    test: 'test/browser/excel-ribbon.test.ts',
  },
  {
    members: ['Office.UI.openBrowserWindow'],
    documented:
      'Opens http and https alone, not on the web. It is the way out where the webview drops downloads without a word, as on Mac and iPad.',
    source: 'issues 3, 503, 2700, 2870, 3385, 3662, 3848; Learn, “Open Browser Window API requirement sets”',
    test: 'test/hosts/excel/documented/downloads.test.ts',
  },
  {
    members: ['Office.onReady'],
    documented: 'Never resolves where a file of office.js is kept back.',
    source: 'issues 6040, 6148',
    test: 'test/browser/starting.test.ts',
  },
];
