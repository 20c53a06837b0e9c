import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import { FileWorkbookHost } from '../../../src/hosts/file/file-host';
import type { WorkbookBlueprint } from '../../../src/base/blueprint';
import { formWorkbook } from '../../../src/sheets/tabs/form';
import { ledgerWorkbook } from '../../../src/sheets/ledger-workbook';
import { faultsOfFile, useExcel } from '../../excel-host/support';
import { richWorkbook } from '../file/rich-workbook';
import { threePeriods } from '../../ledger/three-periods';
import { lookOf } from './look';
import { collectedSample, type Sample } from './sample';
import { differences } from './two-hosts';

jest.setTimeout(240_000);

const excel = useExcel();
const live = new ExcelWorkbookHost();

let sample: Sample;

beforeAll(async () => {
  sample = await collectedSample();
});

async function throughBoth(blueprint: WorkbookBlueprint): Promise<FileWorkbookHost> {
  const file = FileWorkbookHost.create('Book1.xlsx');
  await file.write(blueprint);
  await live.write(blueprint);
  excel().host.user.deleteSheet('Sheet1');
  return file;
}

function extendedForm(): WorkbookBlueprint {
  const ledger = threePeriods();
  return formWorkbook(ledger, '市编办', ledger.settings.period);
}

const BLUEPRINTS: readonly (readonly [string, () => WorkbookBlueprint])[] = [
  ['the ledger before any return', () => ledgerWorkbook(sample.fresh)],
  ['the ledger with its returns', () => ledgerWorkbook(sample.collected, sample.findings)],
  ['a ledger of three periods', () => ledgerWorkbook(threePeriods())],
  ['a form with an extended deadline', () => extendedForm()],
  ['a form', () => formWorkbook(sample.fresh, '市编办', sample.fresh.settings.period)],
  ['a workbook with one of everything', () => richWorkbook()],
];

describe('one blueprint, two hosts', () => {
  test.each(BLUEPRINTS)('%s holds the same and looks the same when saved', async (_, blueprint) => {
    const file = await throughBoth(blueprint());
    expect(differences(await file.read(), await live.read())).toEqual([]);
    const saved = await excel().host.save();
    const [one, other] = [await lookOf(await file.toBytes(), blueprint()), await lookOf(saved, blueprint())];
    const places = [...one.keys()].filter((place) => one.get(place) !== other.get(place));
    expect(places.map((place) => [place, one.get(place), other.get(place)])).toEqual([]);
    expect(other.size).toBe(one.size);
    expect(faultsOfFile(saved)).toEqual([]);
  });

  test('a cell that differs is found', async () => {
    const file = await throughBoth(richWorkbook());
    excel().host.user.unprotect('台账');
    excel().host.user.type('台账!A5', '别的');
    expect(differences(await file.read(), await live.read())).toEqual(['台账!A5 value: 2 / "别的"']);
  });
});
