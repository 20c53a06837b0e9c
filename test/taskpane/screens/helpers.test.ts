import { buildLedger } from '../../../src/app/changes/build-ledger';
import type { CheckedFile } from '../../../src/app/inbox/check-file';
import { changedFields, previewImport } from '../../../src/app/inbox/preview-import';
import { lastImport } from '../../../src/app/changes/last-import';
import { collectReturns } from '../../../src/app/changes/collect-returns';
import { undoBatch } from '../../../src/ledger/change/changes';
import type { ClaimedStatus } from '../../../src/ledger/records';
import type { Finding } from '../../../src/returns/checked-return';
import type { FindingCode } from '../../../src/returns/findings/catalogue';
import { translator } from '../../../src/locales/translate';
import { zipFiles } from '../../../src/hosts/file/zip-files';
import { hasWords } from '../../../src/taskpane/parts/has-words';
import { offeredPeriods } from '../../../src/taskpane/parts/periods';
import { cycleFigures, nextStep } from '../../../src/taskpane/screens/home/cycle';
import { dueDate, owedForms, returnWithinDays } from '../../../src/taskpane/screens/issue/form-choices';
import { groupWarnings, warningsOf } from '../../../src/taskpane/screens/overdue/warnings';
import { rejectionWords } from '../../../src/taskpane/screens/returns/change-words';
import { rivalGroups } from '../../../src/taskpane/screens/returns/rivals';
import { namesOf } from '../../../src/taskpane/parts/names-of';
import { changeMember } from '../../../src/app/changes/change-directory';
import { openedAs } from '../../support/ledger-in';
import { AT, day, period, report } from '../../ledger/builders';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';

const PLAN = readFileSync('seeds/000_a65ed4e6259fe44e.txt', 'utf8');
const ledger = buildLedger(PLAN, { asOf: day('2017-12-12'), period: period('2017-11'), at: AT });

function returned(status: ClaimedStatus, sha256: string, sound = true): CheckedFile {
  return {
    file: `${sha256}.xlsx`,
    source: `${sha256}.xlsx`,
    office: '市审计局',
    period: period('2017-11'),
    verdict: sound ? 'accepted' : 'needs-correction',
    rows: [{ measure: 48, sheet: '填报表', row: 5, report: report({ status, progress: sha256 }), sound }],
    findings: [],
    agreed: [],
    returnedOn: day('2017-12-05'),
    sha256,
  };
}

const kinds = (preview: ReturnType<typeof previewImport>) =>
  (['added', 'changed', 'unchanged', 'rejected'] as const).map((kind) => preview[kind].length);

test('a preview tells new, changed, unchanged and rejected rows apart, and the import does just that', () => {
  const first = [returned('inProgress', 'a')];
  expect(kinds(previewImport(ledger, first, []))).toEqual([1, 0, 0, 0]);
  const after = collectReturns(ledger, first, { at: AT }).ledger;
  expect(kinds(previewImport(after, first, []))).toEqual([0, 0, 1, 0]);
  expect(kinds(previewImport(after, [returned('notStarted', 'b')], []))).toEqual([0, 1, 0, 0]);
  expect(kinds(previewImport(after, [returned('notStarted', 'c', false)], []))).toEqual([0, 0, 0, 1]);
});

test('a row that is not imported says why: its own errors, those of a refused file, or that another file was chosen', () => {
  const said = (file: CheckedFile, chosen: readonly string[] = []) =>
    previewImport(ledger, [file, returned('notStarted', 'z')], chosen)
      .rejected.filter((line) => line.file === file.file)
      .map((line) => rejectionWords(line, translator('zh-CN')));
  const error = (code: FindingCode, measure: number | null): Finding => ({
    code,
    severity: 'error',
    where: { file: 'a.xlsx', sheet: '填报表', cell: '' },
    measure,
    field: null,
    value: '',
    details: {},
  });
  const faulty = returned('inProgress', 'a', false);
  const findings = [error('status-missing', 48), error('status-missing', 49)];
  expect(said({ ...faulty, findings }, ['a'])).toEqual(['第 48 项没有填报状态。']);
  const refused = { ...faulty, verdict: 'rejected' as const, findings: [error('header-missing', null)] };
  expect(said(refused, ['a'])).toEqual([expect.stringMatching(/^没有找到填报表的表头/) as unknown as string]);
  expect(said(returned('inProgress', 'a'), ['z'])).toEqual(['同一单位还有别的填报表，没有选用这一份。']);
});

test('of two files of one unit neither counts until one is chosen; the same bytes twice count once', () => {
  const rivals = [returned('inProgress', 'a'), returned('notStarted', 'b')];
  expect(kinds(previewImport(ledger, rivals, []))).toEqual([0, 0, 0, 2]);
  expect(kinds(previewImport(ledger, rivals, ['b']))).toEqual([1, 0, 0, 1]);
  expect(
    kinds(previewImport(ledger, [returned('inProgress', 'a'), returned('inProgress', 'a')], [])),
  ).toEqual([1, 0, 0, 0]);
});

test('fields that differ are named, none for the same report', () => {
  const before = report({ status: 'inProgress', progress: '一' });
  expect(changedFields(before, before)).toEqual([]);
  expect(changedFields(before, { ...before, status: 'done', evidence: '文件' })).toEqual([
    'status',
    'evidence',
  ]);
});

test('the last import is remembered with what it did, and forgotten once taken back', () => {
  expect(lastImport(ledger)).toBeUndefined();
  const one = collectReturns(ledger, [returned('inProgress', 'a')], { at: AT });
  const two = collectReturns(one.ledger, [returned('notStarted', 'b', true)], { at: AT });
  expect(lastImport(two.ledger)).toMatchObject({ batch: two.batch, files: 1, added: 0, changed: 1 });
  const back = undoBatch(two.ledger, two.batch ?? '', AT);
  expect(back && lastImport(back)).toMatchObject({ batch: one.batch, added: 1, changed: 0 });
});

test.each([
  ['nothing went out', { returned: 0, issued: false, overdue: 40 }, 'issue'],
  ['forms went out', { returned: 0, issued: true, overdue: 40 }, 'returns'],
  ['some came back', { returned: 31, issued: false, overdue: 40 }, 'returns'],
  ['all came back, something is overdue', { returned: 33, issued: true, overdue: 6 }, 'overdue'],
  [
    'the overdue were written to, claims wait',
    { returned: 33, overdue: 6, letters: 4, toVerify: 9 },
    'report',
  ],
  ['all came back, nothing is', { returned: 33, issued: true, overdue: 0 }, 'summary'],
])('when %s, the next step is as the cycle has it', (_, changes, step) => {
  expect(nextStep({ ...cycleFigures(ledger), ...changes })).toBe(step);
});

test('the figures of the first screen are those of the plan', () => {
  expect(cycleFigures(ledger)).toEqual({
    measures: 140,
    assignments: 205,
    units: 33,
    issued: false,
    dueOn: '2017-12-10',
    returned: 0,
    faulty: 0,
    overdue: 40,
    dueSoon: 69,
    done: 0,
    toVerify: 0,
    letters: 0,
  });
});

test('33 forms are owed; a day for returning becomes days after the period, never fewer than none', () => {
  expect(owedForms(ledger)).toHaveLength(33);
  expect(dueDate(ledger)).toBe('2017-12-10');
  expect(returnWithinDays(ledger, day('2017-12-05'))).toBe(5);
  expect(returnWithinDays(ledger, day('2017-11-05'))).toBe(0);
});

test('warnings group by unit, the most overdue first, or by deadline, the oldest first', () => {
  const warnings = warningsOf(ledger);
  const units = groupWarnings(warnings, 'unit');
  const overdue = units.map(({ warnings: of }) => of.filter(({ kind }) => kind === 'overdue').length);
  expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
  expect(groupWarnings(warnings, 'deadline').map(({ name }) => name)).toEqual(['2016-12-31', '2017-12-31']);
  expect(warnings.filter((one) => hasWords(one, ' 48 ')).every(({ measure }) => measure === 48)).toBe(true);
});

test('rival files stand together, each once', () => {
  const finding = { code: 'several-files' } as CheckedFile['findings'][number];
  const rival = (sha256: string) => ({ ...returned('done', sha256), findings: [finding] });
  const groups = rivalGroups([rival('a'), rival('b'), rival('a'), returned('done', 'c')]);
  expect(groups.map((group) => group.map(({ sha256 }) => sha256))).toEqual([['a', 'b']]);
});

test('periods offered are in order, each once, the ledger’s own among them', () => {
  const offered = offeredPeriods(ledger);
  expect(offered).toContain('2017-11');
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toHaveLength(34);
});

test('names are read with any separator; a member joins in the order of the directory', () => {
  expect(namesOf('市府办，市政府办、市府办 ')).toEqual(['市府办', '市政府办']);
  const [group] = ledger.directory.groups;
  const name = group?.name ?? '';
  const member = (of: typeof ledger, isMember: boolean) =>
    changeMember(openedAs(of), { group: name, unit: '市财政局', isMember }).ledger;
  const left = member(ledger, false);
  expect(left.directory.groups[0]?.members).toHaveLength(32);
  expect(member(left, true).directory).toEqual(ledger.directory);
});

test('a zip holds every file under its Chinese name', () => {
  const zip = zipFiles([{ name: '市编办_2017Q3_填报表.xlsx', bytes: new Uint8Array([1, 2]) }]);
  expect(unzipSync(zip)).toEqual({ '市编办_2017Q3_填报表.xlsx': new Uint8Array([1, 2]) });
});
