import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { readWorkbook } from '../../../src/hosts/file/reading/xlsx/read-xlsx';
import { oldWorkbook } from '../../hosts/file/other-formats/old-workbook';
import { wordReturn } from '../../hosts/file/document/word-return-file';
import { convertWithLibreOffice, hasLibreOffice } from '../../support/libre-office';
import { bytesOf, withFile } from '../../support/open-xml';
import { hasOpenpyxl, pythonWith, runOpenpyxl } from '../../support/openpyxl';

const run = promisify(execFile);

/** Whether Gnumeric's converter is on this machine. */
const hasGnumeric = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'ssconvert')));

/** Who writes a file of which kind, and how it comes about from the form as the unit saved it. */
export interface Writer {
  readonly by: string;
  /** With the extension the file gets. */
  readonly kind: string;
  readonly isHere: boolean;
  readonly write: (form: Uint8Array) => Promise<Uint8Array>;
}

function libreOffice(kind: string, filter: string): Writer {
  const write = (form: Uint8Array) => convertWithLibreOffice(form, filter);
  return { by: 'LibreOffice', kind, isHere: hasLibreOffice, write };
}

function gnumeric(kind: string, exporter: string): Writer {
  const write = (form: Uint8Array) =>
    withFile(form, 'form.xlsx', async (path, folder) => {
      const made = join(folder, `made.${kind}`);
      await run('ssconvert', ['-T', exporter, path, made], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      return bytesOf(made);
    });
  return { by: 'Gnumeric', kind, isHere: hasGnumeric, write };
}

function sheetJs(kind: string, bookType: Parameters<typeof oldWorkbook>[1]): Writer {
  const write = (form: Uint8Array) =>
    Promise.resolve().then(() => oldWorkbook(readWorkbook(form, 'form.xlsx'), bookType));
  return { by: 'SheetJS', kind, isHere: true, write };
}

function python(by: string, isHere: boolean, script: string): Writer {
  return { by, kind: 'xlsx', isHere, write: (form) => runOpenpyxl(script, form) };
}

/** The form opened and saved again. */
const RESAVED = 'book = openpyxl.load_workbook(path)\nbook.save(path)';

/** The values of the form's sheet alone, as a list that somebody works through in pandas. */
const BY_PANDAS = `import pandas
table = pandas.read_excel(path, header=None)
table.to_excel(path, header=False, index=False)`;

function wordFileOf(form: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve().then(() => wordReturn(readWorkbook(form, 'form.xlsx')));
}

export const WRITERS: readonly Writer[] = [
  libreOffice('xlsx', 'xlsx:Calc MS Excel 2007 XML'),
  libreOffice('xls', 'xls:MS Excel 97'),
  libreOffice('ods', 'ods'),
  libreOffice('html', 'html:HTML (StarCalc)'),
  libreOffice('csv', 'csv:Text - txt - csv (StarCalc):44,34,76'),
  gnumeric('xlsx', 'Gnumeric_Excel:xlsx2'),
  gnumeric('xls', 'Gnumeric_Excel:excel_biff8'),
  gnumeric('ods', 'Gnumeric_OpenCalc:odf'),
  gnumeric('html', 'Gnumeric_html:html40'),
  gnumeric('csv', 'Gnumeric_stf:stf_csv'),
  sheetJs('xls', 'biff8'),
  sheetJs('xlsb', 'xlsb'),
  sheetJs('ods', 'ods'),
  sheetJs('xml', 'xlml'),
  sheetJs('html', 'html'),
  python('openpyxl', hasOpenpyxl, RESAVED),
  python('pandas', pythonWith('openpyxl', 'pandas') !== undefined, BY_PANDAS),
  { by: 'a word processor', kind: 'docx', isHere: true, write: wordFileOf },
  {
    by: 'LibreOffice, from a word processor',
    kind: 'docx',
    isHere: hasLibreOffice,
    write: async (form) =>
      convertWithLibreOffice(await wordFileOf(form), 'docx:MS Word 2007 XML', 'form.docx'),
  },
];
