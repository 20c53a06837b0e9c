import { createHash } from 'node:crypto';
import { FORM_DATA_ID, type FormPageData } from '../../src/app/papers/form-page-data';
import { pagesOfForms } from '../../src/app/papers/form-pages';
import { issueForms } from '../../src/app/changes/issue-forms';
import { fillForm } from '../../src/app/demo/fill-form';
import { checkReturns } from '../../src/app/inbox/check-returns';
import { collectReturns } from '../../src/app/changes/collect-returns';
import { checkDraft } from '../../src/form-page/check-draft';
import {
  EMPTY_DRAFT,
  readDraft,
  typedForm,
  withAnswer,
  withFoot,
  type Draft,
} from '../../src/form-page/draft';
import { filledWorkbook } from '../../src/form-page/filled-workbook';
import { createWorkbookFiles } from '../../src/hosts/file/workbook-files';
import type { Ledger } from '../../src/ledger/ledger';
import { formText } from '../../src/returns/typed/form-text';
import { formWorkbook } from '../../src/sheets/tabs/form';
import { day, report } from '../ledger/builders';
import { NEXT, UNIT, nextPeriod } from '../returns/forms/next-period';

const files = createWorkbookFiles();
const SCRIPT = "document.title = '</script><!--';\r\n";
const LICENCES = 'core-js 3.51.0\r\nMIT\r\n\r\nBy somebody <a@b.c> --> </Script><!-- <script>\r\n';

async function pageOf(ledger: Ledger, unit = UNIT): Promise<string> {
  const forms = await issueForms(ledger, files, { period: NEXT, offices: [unit] });
  const [page] = pagesOfForms(ledger, forms, NEXT, { script: SCRIPT, licences: LICENCES });
  return new TextDecoder().decode(page?.bytes);
}

function dataIn(page: string): FormPageData {
  const held = new RegExp(`id="${FORM_DATA_ID}">(.*?)</script>`, 'su').exec(page)?.[1] ?? '';
  return JSON.parse(held) as FormPageData;
}

const sha = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the page lets its own script and style run, and nothing else, and reaches no network', async () => {
  const page = await pageOf(nextPeriod());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1];
  const style = /<style>(.*?)<\/style>/su.exec(page)?.[1];
  const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gsu)].map((match) => match[1]);
  expect(scripts).toHaveLength(1);
  expect(policy).toBe(
    `default-src 'none'; script-src ${sha(scripts[0])}; style-src ${sha(style)}; base-uri 'none'; form-action 'none'`,
  );
  expect(page.replaceAll('http://www.w3.org', '').match(/https?:/gu)).toBeNull();
  expect(page).not.toMatch(/\ssrc=|<link|@import|url\(/u);
});

test('what a unit or a measure is called ends no element', async () => {
  const evil = '</script><img src=x onerror=alert(1)><!--';
  const start = nextPeriod();
  const ledger: Ledger = {
    ...start,
    plan: {
      ...start.plan,
      title: evil,
      measures: start.plan.measures.map((measure) =>
        measure.no === 48 ? { ...measure, text: evil, task: evil } : measure,
      ),
    },
  };
  const page = await pageOf(ledger);
  expect(page.match(/<\/script>/giu)).toHaveLength(3);
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<!--');
  expect(dataIn(page).content.measures[0]).toMatchObject({ text: evil });
});

test('the licences of what runs in the page travel within it, to be read and not run', async () => {
  const page = await pageOf(nextPeriod());
  const text = /<script type="text\/plain" id="third-party-licenses">\n(.*?)<\/script>/su.exec(page)?.[1];
  expect(text).toBe('core-js 3.51.0\nMIT\n\nBy somebody <a@b.c> --> < /Script>< !-- < script>\n');
});

/** The answers as somebody types them into the page. */
function draftOf(answers: Readonly<Record<number, Readonly<Record<string, string>>>>): Draft {
  let draft = withFoot(withFoot(EMPTY_DRAFT, '填报人', '王建国'), '填报日期', '2018-01-04');
  for (const [measure, said] of Object.entries(answers)) {
    for (const [field, text] of Object.entries(said))
      draft = withAnswer(draft, Number(measure), field as 'progress', text);
  }
  return draft;
}

const SOUND = draftOf({
  48: {
    claimedStatus: '已完成',
    percent: '100',
    completedOn: '2018-01-02',
    progress: '=综合报告已印发，共 12 个单位',
    evidence: '荆审发〔2018〕1号',
  },
  127: { claimedStatus: '无变化' },
  128: { claimedStatus: '推进中', percent: '50', progress: '已征求 14 个单位意见，\n正在修改' },
});

async function entriesOf(ledger: Ledger, bytes: Uint8Array, name: string) {
  const checked = await checkReturns(ledger, [{ name, read: () => Promise.resolve(bytes) }], files);
  const { ledger: taken } = collectReturns(ledger, checked, { at: '2018-01-05 09:00' });
  const added = taken.entries.slice(ledger.entries.length);
  return {
    verdict: checked[0]?.verdict,
    codes: checked[0]?.findings.map(({ code }) => code),
    returnedOn: checked[0]?.returnedOn,
    entries: added.map((entry) => (entry.kind === 'report' ? { ...entry, file: '', sha256: '' } : entry)),
  };
}

test('the workbook and the text that the page gives back say what the form would, typed into by hand', async () => {
  const ledger = nextPeriod();
  const data = dataIn(await pageOf(ledger));
  const byHand = fillForm(
    formWorkbook(ledger, UNIT, NEXT),
    new Map([
      [
        48,
        report({
          status: 'done',
          percent: 100,
          completedOn: day('2018-01-02'),
          progress: '=综合报告已印发，共 12 个单位',
          evidence: '荆审发〔2018〕1号',
        }),
      ],
      [127, report()],
      [128, report({ status: 'inProgress', percent: 50, progress: '已征求 14 个单位意见，\n正在修改' })],
    ]),
    { preparedBy: '王建国', reviewedBy: '', phone: '', preparedOn: day('2018-01-04') },
  );
  const sheets = byHand.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) =>
      row[1] === 127 ? row.map((cell, at) => (at === 6 ? '无变化' : cell)) : row,
    ),
  }));
  const expected = await entriesOf(ledger, await files.write({ ...byHand, sheets }), 'a.xlsx');
  expect(expected).toMatchObject({
    verdict: 'accepted',
    codes: ['unchanged-taken-over'],
    returnedOn: '2018-01-04',
  });
  expect(expected.entries).toHaveLength(3);
  expect(await entriesOf(ledger, filledWorkbook(data, SOUND), 'a.xlsx')).toEqual(expected);
  const text = formText(typedForm(data.content, SOUND));
  expect(await entriesOf(ledger, new TextEncoder().encode(text), 'a.txt')).toEqual(expected);
});

test('the page finds what the check of its file finds', async () => {
  const ledger = nextPeriod();
  const start = dataIn(await pageOf(ledger));
  const data = { ...start, content: { ...start.content, sample: false } };
  const faulty = draftOf({
    48: { claimedStatus: '已完成', percent: '80', completedOn: '2018-03-01', progress: '完成' },
    127: {
      claimedStatus: '推进中',
      percent: '120',
      completedOn: '2017-13-01',
      progress: '高度重视，积极推进各项工作',
    },
    128: { claimedStatus: '无变化' },
  });
  const inPage = checkDraft(data, faulty, day('2018-01-05')).map(({ code, measure, field }) => [
    code,
    measure,
    field,
  ]);
  expect(inPage).toEqual([
    ['date-future', 48, 'completedOn'],
    ['done-without-evidence', 48, 'evidence'],
    ['percent-contradicts-done', 48, 'percent'],
    ['progress-short', 48, 'progress'],
    ['percent-out-of-range', 127, 'percent'],
    ['date-impossible', 127, 'completedOn'],
    ['progress-empty', 127, 'progress'],
    ['unchanged-sent-back', 128, 'claimedStatus'],
  ]);
  const [file] = await checkReturns(
    ledger,
    [{ name: 'a.xlsx', read: () => Promise.resolve(filledWorkbook(data, faulty)) }],
    files,
  );
  expect(file?.findings.map(({ code, measure, field }) => [code, measure, field])).toEqual(inPage);
});

test('what was kept is read back, and what somebody else kept is not', () => {
  expect(readDraft(JSON.stringify(SOUND))).toEqual(SOUND);
  for (const odd of ['', 'null', '[]', '{"answers":1,"foot":{}}', '{"answers":{}}'])
    expect(readDraft(odd)).toBeUndefined();
  expect(readDraft('{"answers":{"1":{"progress":5,"x":"y"},"2":null},"foot":{"填报人":[]}}')).toEqual({
    answers: { 1: {}, 2: {} },
    foot: {},
  });
});
