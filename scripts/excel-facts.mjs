// docs/excel-facts.md: every member of Excel and Office that the product uses, and which requirement set it is in, by the type definitions.
// With --check it writes nothing and fails where the file is not what it would write, or a member above the floor is not guarded.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';
import { RISKS } from './excel-risks.mjs';

const FILE = 'docs/excel-facts.md';
const ROOM = 'src/hosts/excel';
/** What the manifest asks for. */
const FLOOR = 9;

/** What a file that calls these has asked before: the minor version of ExcelApi. */
const GUARDS = [
  [/\b(?:hasNotes|notesOf|addNotesSteps)\(/, 18],
  [/\bcommentsOf\(/, 10],
  ...[10, 12, 13, 18].map((minor) => [new RegExp(`supportsExcelApi\\('1\\.${minor}'\\)`), minor]),
];

/** Used only where another file has asked: a table is kept when its header is known, which `survey` asks for from 1.13 on. */
const ASKED_ELSEWHERE = [['Excel.Table.resize', 'src/hosts/excel/writing/write-tables.ts']];

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** “ExcelApi 1.9”, as the comment before a declaration has it. */
function setOf(declaration) {
  for (let node = declaration; node !== undefined; node = node.parent) {
    const comments = ts.getJSDocCommentsAndTags(node).map((comment) => comment.getText());
    const found = /\[?\s*Api set:\s*([A-Za-z]+ [\d.]+)/.exec(comments.join('\n'));
    if (found) return found[1];
  }
  return '';
}

/** “Excel.Range.values”, or nothing of what is not the library's. */
function nameOf(declaration) {
  const names = [];
  for (let node = declaration; node !== undefined; node = node.parent) {
    if (ts.isSourceFile(node) || !('name' in node) || node.name === undefined) continue;
    names.unshift(node.name.getText());
  }
  const name = names.join('.');
  return /^(?:Excel|Office)\.\w/.test(name) ? name : undefined;
}

/** Where the type definitions are. */
const LIBRARY = /[\\/]office-js[\\/]index\.d\.ts$/;

function membersUsed() {
  const files = filesIn(ROOM);
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  );
  const program = ts.createProgram(files, config.options);
  const checker = program.getTypeChecker();
  const used = new Map();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const visit = (node) => {
      if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), file);
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText();
        note(checker.getTypeAtLocation(node.parent).getProperty(name), file);
      }
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(source, visit);
  }
  return used;

  function note(symbol, file) {
    const declaration = symbol?.declarations?.find((one) => LIBRARY.test(one.getSourceFile().fileName));
    const name = declaration === undefined ? undefined : nameOf(declaration);
    if (name === undefined) return;
    const known = used.get(name) ?? { set: setOf(declaration), files: new Set() };
    known.files.add(file);
    used.set(name, known);
  }
}

/** Files that use a member above the floor and ask for nothing. */
function unguarded(name, { set, files }) {
  const minor = Number(/^ExcelApi 1\.(\d+)$/.exec(set)?.[1] ?? 0);
  if (minor <= FLOOR) return [];
  return [...files].filter((file) => {
    const text = readFileSync(file, 'utf8');
    if (ASKED_ELSEWHERE.some(([member, where]) => member === name && where === file)) return false;
    return !GUARDS.some(([guard, known]) => known >= minor && guard.test(text));
  });
}

function guardWord({ set }, missing) {
  const minor = Number(/^ExcelApi 1\.(\d+)$/.exec(set)?.[1] ?? 0);
  if (minor <= FLOOR) return 'the floor';
  return missing.length === 0 ? 'guarded' : '**not guarded**';
}

const used = new Map([...membersUsed()].sort(([one], [other]) => one.localeCompare(other, 'en')));
const faults = [];
const rows = [...used].map(([name, member]) => {
  const missing = unguarded(name, member);
  faults.push(...missing.map((file) => `${name} (${member.set}) is used in ${file} without asking for it`));
  const files = [...member.files].map((file) => basename(file, '.ts')).join(', ');
  return `| ${name} | ${member.set} | ${guardWord(member, missing)} | ${files} |`;
});
for (const { members } of RISKS) {
  faults.push(
    ...members.filter((name) => !used.has(name)).map((name) => `${name} is a risk that is not used`),
  );
}
const risks = RISKS.map(
  ({ members, documented, source, test }) =>
    `| ${members.join(', ')} | ${documented} | ${source} | \`${test}\` |`,
);

const text = `# What is used of Excel

Written by \`node scripts/excel-facts.mjs\` from the sources and the type definitions of office.js; a test holds it to them. The manifest
asks for ExcelApi 1.${FLOOR}: what is above is asked for before it is used.

## Where the documentation or a public issue warns

| members | documented | source | test |
| --- | --- | --- | --- |
${risks.join('\n')}

## All ${used.size} members

| member | requirement set | | used in |
| --- | --- | --- | --- |
${rows.join('\n')}
`;

const formatted = await prettier.format(text, {
  ...(await prettier.resolveConfig(FILE)),
  parser: 'markdown',
});
if (!process.argv.includes('--check')) writeFileSync(FILE, formatted);
else if (readFileSync(FILE, 'utf8') !== formatted)
  faults.push(`${FILE} is not up to date: node scripts/excel-facts.mjs`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
