import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { runsAway } from './attack-texts';

jest.setTimeout(300_000);

/** Where an expression is put together while the product runs, as `src/plan/x.ts:12`. */
function placesOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      places.push(`${file}:${line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}

const PLACES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => placesOf(join('src', name)));

/** The expressions put together so far, each with its place. */
const made = new Map<string, { readonly place: string; readonly expression: RegExp }>();

function placeOfCall(): string {
  const frame = (new Error().stack ?? '').split('\n').find((line) => /[\\/]src[\\/]/.test(line));
  const [, file = '', line = ''] = /\(?([^\s(]+\.tsx?):(\d+):\d+\)?$/.exec(frame ?? '') ?? [];
  return `${relative(process.cwd(), file)}:${line}`;
}

const genuine = globalThis.RegExp;

beforeAll(() => {
  const recorded = (...[pattern, flags]: ConstructorParameters<typeof RegExp>): RegExp => {
    const expression = new genuine(pattern, flags);
    const name = String(expression);
    if (!made.has(name)) made.set(name, { place: placeOfCall(), expression });
    return expression;
  };
  globalThis.RegExp = new Proxy(genuine, {
    construct: (_, args: ConstructorParameters<typeof RegExp>) => recorded(...args),
    apply: (_, __, args: ConstructorParameters<typeof RegExp>) => recorded(...args),
  });
});

afterAll(() => {
  globalThis.RegExp = genuine;
});

/** A plan behind a letter that names it. */
const LETTER = `江口市人民政府文件
现将《江口市2023年法治政府建设工作要点》印发给你们。
附件:江口市2023年法治政府建设工作要点
江口市2023年法治政府建设工作要点
一、工作任务 1.清理规范性文件。(牵头单位:市司法局。2023年底完成) 2.开展轮训。(牵头单位:市委党校。2023年底完成)
江口市人民政府`;

/** Loads whatever puts expressions together, and has those made that are made of what the product is given. */
async function playAll(): Promise<void> {
  for (const place of PLACES) {
    const [file = ''] = place.split(':');
    await import(join(process.cwd(), file));
  }
  const { parsePlan } = await import('../../src/plan/parse');
  const { placeOf, withoutPlace } = await import('../../src/plan/units/place');
  const plan = parsePlan(LETTER);
  withoutPlace('湖北省江口市财政局', placeOf(plan));
  const { sendBackMessage } = await import('../../src/app/inbox/send-back-message');
  const said = { severity: 'error', cell: 'F12', measure: 7, message: '第7项的状态', suggestion: '' };
  type Said = Parameters<typeof sendBackMessage>;
  sendBackMessage(
    { office: '市编办', period: null, file: 'a.xlsx' } as Said[0],
    [said as Said[1][number]],
    'b.xlsx',
  );
  const { runStep, standingWorkbook, STEPS } = await import('../guest/use-cases');
  const [collect] = STEPS;
  if (collect !== undefined) await runStep(await standingWorkbook(), collect);
}

test('no expression that is put together at run time runs away on a cell full of what it looks for', async () => {
  expect(PLACES.length).toBeGreaterThan(30);
  await playAll();
  const ours = [...made.values()].filter(({ place }) => place.startsWith('src'));
  const reached = new Set(ours.map(({ place }) => place));
  expect(PLACES.filter((place) => !reached.has(place))).toEqual([]);
  expect(ours.filter(({ expression }) => runsAway(expression)).map(({ place }) => place)).toEqual([]);
});
