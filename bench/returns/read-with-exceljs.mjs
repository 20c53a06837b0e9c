// What a clerk's script would do with returned files: read every row and merge them, no checks.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, library] = process.argv.slice(2);
const ExcelJS = createRequire(join(library, 'package.json'))('exceljs');
const begun = process.cpuUsage();
const merged = new Map();
for (const name of readdirSync(join(folder, 'returns')).sort()) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, 'returns', name));
  const sheet = workbook.worksheets[0];
  const head = sheet.getCell('B2').value;
  sheet.eachRow((row, number) => {
    const measure = row.getCell(2).value;
    if (number > 4 && typeof measure === 'number') merged.set(`${head} ${measure}`, row.values.slice(6));
  });
}
const { user, system } = process.cpuUsage(begun);
console.log(merged.size, (user + system) / 1e6);
