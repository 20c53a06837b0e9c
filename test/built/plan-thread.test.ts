import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PlanAnswerer } from '../../src/app/plan-reading/plan-answers';
import { WorkerPlanReader, type PlanRequest } from '../../src/app/plan-reading/plan-reader';
import { startPlanThread } from '../../src/cli/plan-thread';
import { fixture, type Fixture } from '../hosts/file/other-formats/fixture';

const BUILT = join(__dirname, '../../dist/cli/ledger.cjs');

let reader: WorkerPlanReader | undefined;

/** Threads of the built command; nothing is ever read outside of them. */
function threads(budgetMs: number, megabytes?: number): WorkerPlanReader {
  const here = () => Promise.reject<PlanAnswerer>(new Error('no thread answered'));
  reader = new WorkerPlanReader(startPlanThread(BUILT, megabytes), here, budgetMs);
  return reader;
}

afterEach(() => reader?.stop());

function file(name: Fixture): PlanRequest {
  return { kind: 'file', bytes: fixture(name), name };
}

const PATIENCE_MS = 60_000;

/** What stands in plan.xls, a line a measure. */
const MEASURES = [
  '开工重点项目100个: 市发展改革委/市财政局、市自然资源局 2024-12-31',
  '发行专项债券（备注：含再融资）: 市财政局/ openEnded',
  '举办展会10场: 市商务局/各县（市、区）人民政府 2024-09-30',
  '新建幼儿园5所: 市教育局/ 2024-08-31',
  '改造农贸市场3处: 市商务局/ 2024-10-31',
];

interface SaidMeasure {
  readonly text: string;
  readonly leadUnits: readonly string[];
  readonly supportUnits: readonly string[];
  readonly deadline: string | null;
  readonly deadlineKind: string;
}

function said({ text, leadUnits, supportUnits, deadline, deadlineKind }: SaidMeasure): string {
  return `${text}: ${leadUnits.join('、')}/${supportUnits.join('、')} ${deadline ?? deadlineKind}`;
}

test('a thread of the built command reads an .xls of Excel 97', async () => {
  const { plan } = await threads(PATIENCE_MS).ask(file('plan.xls'));
  expect(plan.measures.map(said)).toEqual(MEASURES);
});

test('over a file that takes too long it is ended with a sentence, and the next file is read by another', async () => {
  const reading = threads(2_000);
  await expect(reading.ask(file('takes-long.xls'))).rejects.toMatchObject({ fault: 'planFault.tooSlow' });
  const after = threads(PATIENCE_MS);
  expect((await after.ask(file('plan.xls'))).plan.measures).toHaveLength(MEASURES.length);
});

test('told to stop it ends in the midst of a file', async () => {
  const reading = threads(PATIENCE_MS);
  await reading.ask(file('plan.xls'));
  const stopped = reading.ask(file('takes-long.xls'));
  setTimeout(() => reading.stop(), 200);
  await expect(stopped).rejects.toThrow(expect.objectContaining({ name: 'ReadingStoppedError' }));
  expect((await reading.ask(file('plan.xls'))).plan.measures).toHaveLength(MEASURES.length);
});

test('what needs more memory than a plan may take is refused with a sentence', async () => {
  const line = '推进项目建设。（市财政局牵头，市教育局、市商务局配合，2024年6月底前完成）';
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index + 1}.${line}`);
  const text = ['江口市2024年工作要点', ...lines].join('\n');
  await expect(threads(PATIENCE_MS, 24).ask({ kind: 'text', text })).rejects.toMatchObject({
    fault: 'planFault.tooLarge',
  });
});

test('the command prints what stands in an .xls, and of a damaged one a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-built-'));
  const run = (name: string) =>
    promisify(execFile)(process.execPath, [BUILT, 'plan', join(folder, name), '--json']);
  try {
    await writeFile(join(folder, '任务分工.xls'), fixture('plan.xls'));
    await writeFile(join(folder, '断了.xls'), fixture('plan.xls').subarray(0, 2_000));
    const { stdout } = await run('任务分工.xls');
    expect((JSON.parse(stdout) as { measures: SaidMeasure[] }).measures.map(said)).toEqual(MEASURES);
    await expect(run('断了.xls')).rejects.toMatchObject({ code: 2, stdout: '' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
