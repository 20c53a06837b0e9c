import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const script = join(__dirname, '../../scripts/check-locales.mjs');

type Messages = Readonly<Record<string, string>>;

const SOUND: Messages = { 'a.count': '{n} 项', 'a.late': '逾期', 'b.one': '一' };
const SOUND_ENGLISH: Messages = { 'a.count': '{n} items', 'a.late': 'overdue', 'b.one': 'one' };
const SOUND_SOURCE = "t('a.count', { n: 1 }); t('a.late'); t(`b.${number}`);";

interface Project {
  readonly chinese?: Messages | string;
  readonly english?: Messages | string;
  readonly source?: string;
}

const FAULTY: readonly (readonly [sentence: string, project: Project, fault: string])[] = [
  [
    'a key that English lacks',
    { english: { 'a.count': '{n} items', 'b.one': 'one' } },
    'en-US: lacks “a.late”',
  ],
  ['a key that only English has', { english: { ...SOUND_ENGLISH, 'b.two': 'two' } }, 'zh-CN: lacks “b.two”'],
  [
    'another placeholder',
    { english: { ...SOUND_ENGLISH, 'a.count': '{count} items' } },
    'en-US: “a.count” has the placeholders count; zh-CN has n',
  ],
  [
    'a placeholder left out',
    { english: { ...SOUND_ENGLISH, 'a.count': 'items' } },
    'en-US: “a.count” has the placeholders none; zh-CN has n',
  ],
  [
    'a placeholder inside one choice only',
    {
      chinese: { ...SOUND, 'a.late': '{x, select, no {} other {{days} 天}}' },
      english: { ...SOUND_ENGLISH, 'a.late': '{x, select, no {} other {days}}' },
    },
    'en-US: “a.late” has the placeholders x, x:no, x:other; zh-CN has days, x, x:no, x:other',
  ],
  [
    'a choice with other words',
    {
      chinese: { ...SOUND, 'a.late': '{x, select, no {} other {晚}}' },
      english: { ...SOUND_ENGLISH, 'a.late': '{x, select, none {} other {late}}' },
    },
    'en-US: “a.late” has the placeholders x, x:none, x:other; zh-CN has x, x:no, x:other',
  ],
  [
    'a message that cannot be parsed',
    { english: { ...SOUND_ENGLISH, 'a.count': '{n items' } },
    'en-US: “a.count” is no valid message',
  ],
  ['an empty message', { english: { ...SOUND_ENGLISH, 'a.late': ' ' } }, 'en-US: “a.late” is empty'],
  [
    'a key no source says',
    { source: SOUND_SOURCE.replace("t('a.late');", '') },
    'zh-CN: no source says “a.late”',
  ],
  [
    'a key the source says and nobody wrote',
    { source: `${SOUND_SOURCE} t('a.gone');` },
    'speak.ts:1: no message “a.gone”',
  ],
  [
    'a shape of keys nobody wrote',
    { source: `${SOUND_SOURCE} t(\`b.\${number}.why\`);` },
    'speak.ts:1: no message of the shape “b.….why”',
  ],
  [
    'an apostrophe of the typewriter',
    { english: { ...SOUND_ENGLISH, 'a.late': "the unit's" } },
    "en-US: “a.late” has “'” where print has",
  ],
  [
    'three points for an ellipsis',
    { english: { ...SOUND_ENGLISH, 'a.late': 'opening...' } },
    'en-US: “a.late” has “...” where print has',
  ],
  [
    'Chinese words in an English sentence',
    { english: { ...SOUND_ENGLISH, 'a.late': 'it is 逾期' } },
    'en-US: “a.late” has “逾” outside quotation marks and brackets',
  ],
  [
    'Chinese marks in an English sentence',
    { english: { ...SOUND_ENGLISH, 'a.late': 'late，very' } },
    'en-US: “a.late” has “，” outside quotation marks and brackets',
  ],
  [
    'a key given twice',
    { chinese: '{\n"a.count": "{n}",\n"a.late": "逾期",\n"a.late": "晚",\n"b.one": "一"\n}' },
    'zh-CN: “a.late” is given twice',
  ],
  [
    'keys out of order',
    { chinese: { 'a.late': '逾期', 'a.count': '{n} 项', 'b.one': '一' } },
    'zh-CN: “a.late” is out of order',
  ],
];

const FINE: readonly (readonly [sentence: string, project: Project])[] = [
  ['sound languages', {}],
  [
    'Chinese quoted in an English sentence',
    { english: { ...SOUND_ENGLISH, 'a.late': 'marked “逾期” (红) in the ledger' } },
  ],
  [
    'keys that stand in a table, a choice or a shape',
    { source: "const words = { one: 'a.count' }; t(late ? 'a.late' : words.one); t(`b.${number}`);" },
  ],
];

const base = mkdtempSync(join(tmpdir(), 'locales-'));
afterAll(() => {
  rmSync(base, { recursive: true });
});

/** A small project on disk; gives its folder. */
function write({ chinese = SOUND, english = SOUND_ENGLISH, source = SOUND_SOURCE }: Project): string {
  const folder = mkdtempSync(join(base, 'project-'));
  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const json = (messages: Messages | string): string =>
    typeof messages === 'string' ? messages : JSON.stringify(messages, null, 2);
  put('src/locales/zh-CN.json', json(chinese));
  put('src/locales/en-US.json', json(english));
  put('src/app/speak.ts', source);
  return folder;
}

/** Runs the script once over many projects; gives its exit code and the faults of each folder. */
function check(folders: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [script, ...folders], { encoding: 'utf8' });
  const lines = stderr.trim().split('\n');
  const faultsIn = (folder: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${folder}: `)).map((line) => line.slice(folder.length + 2));
  return { status, faultsIn };
}

describe('faulty languages', () => {
  const folders = FAULTY.map(([, project]) => write(project));
  const { status, faultsIn } = check(folders);

  test.each(FAULTY.map((row, at) => [...row, folders[at] ?? ''] as const))(
    'found: %s',
    (_sentence, _project, fault, folder) => {
      expect(faultsIn(folder)).toEqual([expect.stringContaining(fault)]);
    },
  );

  test('the script fails', () => {
    expect(status).toBe(1);
  });
});

describe('sound languages', () => {
  const folders = FINE.map(([, project]) => write(project));
  const { status, faultsIn } = check(folders);

  test.each(FINE.map(([sentence], at) => [sentence, folders[at] ?? ''] as const))(
    'no fault: %s',
    (_, folder) => {
      expect(faultsIn(folder)).toEqual([]);
    },
  );

  test('the script succeeds', () => {
    expect(status).toBe(0);
  });
});
