import type { CheckedFile } from '../../../src/app/inbox/check-returns';
import { ExcelWorkbookHost } from '../../../src/hosts/excel/excel-host';
import type { RawWorkbook } from '../../../src/base/raw-sheet';
import { TAB } from '../../../src/sheets/words';
import { useExcelFrom } from '../../excel-host/support';
import { drawIn, lookIn, runIn } from '../../support/ledger-in';
import { first, fresh, second } from './cycle-at-fault';
import { differences } from './two-hosts';

const { excel, from } = useExcelFrom({ excelApi: '1.14' });
const [mine, theirs] = ['mine', 'theirs'].map((token) => new ExcelWorkbookHost(undefined, token)) as [
  ExcelWorkbookHost,
  ExcelWorkbookHost,
];

const drawn = () =>
  from('drawn', async () => {
    excel().host.workbook.behaviour.computesFormulas = false;
    await drawIn(mine, fresh);
  });

const collect = (pane: ExcelWorkbookHost, checked: CheckedFile) =>
  runIn(pane, 'collect', { checked: [checked] });

/** The workbook after one pane and then the other. */
async function oneAfterTheOther(...returns: readonly CheckedFile[]): Promise<RawWorkbook> {
  await drawn();
  for (const one of returns) await collect(mine, one);
  return mine.read();
}

const orders = new Map<string, Promise<readonly RawWorkbook[]>>();

async function inEitherOrder(): Promise<readonly RawWorkbook[]> {
  const [a, b] = [await first, await second];
  const known =
    orders.get('both') ??
    oneAfterTheOther(a, b).then(async (one) => [one, await oneAfterTheOther(b, a)] as const);
  orders.set('both', known);
  return known;
}

describe('two panes that collect different returns at once', () => {
  test.each([1, 2, 3, 4])(
    'both end with both, where one begins before round trip %i of the other',
    async (sync) => {
      const wanted = await inEitherOrder();
      await drawn();
      const { host } = excel();
      host.traffic.reset();
      let others: Promise<unknown> = Promise.reject(new Error('did not begin'));
      others.catch(() => undefined);
      const theirReturn = await second;
      host.faults.at(sync, {
        kind: 'between',
        act: () => {
          others = collect(theirs, theirReturn);
        },
      });
      await collect(mine, await first);
      await others;
      const { ledger } = await lookIn(mine);
      expect(new Set(ledger.submissions.map(({ office }) => office))).toEqual(
        new Set(['市编办', '市委办公室']),
      );
      expect(ledger.entries.filter((entry) => entry.kind === 'report' && entry.origin !== 'return')).toEqual(
        [],
      );
      const end = await mine.read();
      const apart = wanted.map((one) => differences(one, end));
      expect(apart.filter(({ length }) => length === 0)).not.toEqual([]);
    },
  );

  test('what one has undone meanwhile is not undone by the other once more', async () => {
    await drawn();
    const { batch } = await collect(mine, await first);
    const both = [mine, theirs].map((pane) => runIn(pane, 'undo', { batches: [batch ?? ''] }));
    const done = await Promise.allSettled(both);
    expect(done.map(({ status }) => status).sort()).toContain('fulfilled');
    const { ledger } = await lookIn(mine);
    expect(ledger.entries.filter(({ kind }) => kind === 'undo')).toHaveLength(1);
  });
});

describe('another person’s hand while a pane works', () => {
  test.each([1, 2, 3, 4])('what is written beside ours before round trip %i stays', async (sync) => {
    await drawn();
    const { host } = excel();
    host.user.type(`${TAB.ledger}!R3`, '领导批示');
    host.traffic.reset();
    host.faults.at(sync, {
      kind: 'between',
      act: () => {
        host.user.type(`${TAB.ledger}!R5`, '请抓紧');
        host.user.type(`${TAB.entries}!Z40`, '已核对');
      },
    });
    await collect(mine, await first);
    expect(host.values(`${TAB.ledger}!R5`)).toEqual([['请抓紧']]);
    expect(host.values(`${TAB.entries}!Z40`)).toEqual([['已核对']]);
    expect((await lookIn(mine)).ledger.submissions).toHaveLength(1);
  });
});
