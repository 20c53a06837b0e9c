// How the time of `ledger plan` grows from 0.5 to 5 MB of plan, with line breaks and as one line. Needs a build. The start of
// the command, measured with a plan of one measure, is taken off; each figure is the best of three.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = join(dirname(fileURLToPath(import.meta.url)), '../dist/cli/ledger.cjs');
const SIZES = [0.5, 1, 2.5, 5];
const UNITS = ['市发展改革委', '市财政局', '市教育局', '市人力资源和社会保障局', '市住建局', '市卫生健康委'];
const HAN = '一二三四五六七八九';

/** A plan of as many megabytes in UTF-8: sections, tasks and measures of the usual shapes. */
function plan(megabytes, between) {
  const lines = ['江口市2023年重点工作任务分解方案'];
  let bytes = 0;
  for (let task = 0; bytes < megabytes * 1e6; task += 1) {
    if (task % 5 === 0) lines.push(`${HAN.charAt((task / 5) % 9)}、重点工作`);
    lines.push(`（${HAN.charAt(task % 5)}）推进任务`);
    for (let no = 1; no <= 8; no += 1) {
      const unit = (step) => UNITS[(task + no + step) % UNITS.length];
      const clause = `（牵头单位：${unit(0)}；责任单位：${unit(1)}、${unit(2)}；完成时限：2023年${no + 2}月底前）`;
      const line = `${no}．加快建设县（市、区）项目，完善“一窗受理”制度，做到应改尽改、不留死角，确保各项工作落到实处、取得实效。${clause}`;
      bytes += Buffer.byteLength(line);
      lines.push(line);
    }
  }
  return lines.join(between);
}

function milliseconds(file) {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'plan', file, '--json'], {
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - begun;
  });
  return Math.min(...times);
}

const folder = mkdtempSync(join(tmpdir(), 'plan-bench-'));
try {
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const start = milliseconds(file('one.txt', plan(0.0001, '\n')));
  console.log('| plan | MB | ms | ms/MB | time ÷ the first | size ÷ the first |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, between] of [
    ['lines', '\n'],
    ['one line', ''],
  ]) {
    let first;
    for (const size of SIZES) {
      const time = milliseconds(file(`${size}.txt`, plan(size, between))) - start;
      first ??= time;
      const figures = [
        size,
        time.toFixed(0),
        (time / size).toFixed(0),
        (time / first).toFixed(1),
        size / SIZES[0],
      ];
      console.log(`| ${name} | ${figures.join(' | ')} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
