// Holds the sentences of src/locales against each other and against the source that says them. Part of `npm run lint`.
// Prints one line a fault and ends with 1 when there is any. Looks at the folders named, or at the one it is run in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

const DEFAULT = 'zh-CN';
const OTHERS = ['en-US'];
/** The rooms that speak; the pure rooms and the hosts say no sentences. */
const SPEAKING = ['app', 'taskpane', 'cli'];

const roots = process.argv.length > 2 ? process.argv.slice(2) : ['.'];
let root = '.';
const faults = [];
const fault = (where, what) => faults.push(`${root === '.' ? '' : `${root}: `}${where}: ${what}`);

/** A key given twice is lost silently by JSON.parse. */
function readMessages(language) {
  const file = join('src/locales', `${language}.json`);
  const text = readFileSync(join(root, file), 'utf8');
  const messages = JSON.parse(text);
  const keys = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)+)"\s*:/gm)].map((match) =>
    JSON.parse(`"${match[1]}"`),
  );
  const seen = new Set();
  for (const key of keys) {
    if (seen.has(key)) fault(language, `“${key}” is given twice`);
    seen.add(key);
  }
  const sorted = [...seen].sort();
  const stray = [...seen].findIndex((key, at) => key !== sorted[at]);
  if (stray >= 0) fault(language, `“${[...seen][stray]}” is out of order: keys are sorted`);
  return messages;
}

/** Every placeholder of a message: its name, and for a choice by word also the words. */
function placeholders(elements, found = new Set()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if (element.type === TYPE.tag) placeholders(element.children, found);
    if (element.type === TYPE.select) {
      for (const word of Object.keys(element.options)) found.add(`${element.value}:${word}`);
    }
    found.add(element.value);
    for (const option of Object.values(element.options ?? {})) placeholders(option.value, found);
  }
  return found;
}

function parsed(language, key, message) {
  try {
    return parse(message);
  } catch (error) {
    fault(language, `“${key}” is no valid message: ${error.message}`);
    return undefined;
  }
}

function compare(language, key, first, second) {
  const [wanted, got] = [parsed(DEFAULT, key, first), parsed(language, key, second)];
  if (wanted === undefined || got === undefined) return;
  const names = (set) => [...set].sort().join(', ') || 'none';
  const [one, other] = [names(placeholders(wanted)), names(placeholders(got))];
  if (one !== other) fault(language, `“${key}” has the placeholders ${other}; ${DEFAULT} has ${one}`);
}

/** Chinese words and marks may be quoted in an English sentence, never stand in it. */
const QUOTED = /“[^”]*”|‘[^’]*’|"[^"]*"|\([^)]*\)|\[[^\]]*\]/g;
/** A language is offered under its own name. */
const OWN_NAMES = new Set(['pane.settings.chinese']);
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Signs of the typewriter, where print has others: “Unit's”, "so", ..., 1 - 2. */
const TYPEWRITTEN = /(?<=\p{L})'|'(?=\p{L})|"|\.{3}|\s--?\s/u;

function checkEnglish(language, messages) {
  for (const [key, message] of Object.entries(messages)) {
    const found = CHINESE.exec(message.replaceAll(QUOTED, ''));
    if (found && !OWN_NAMES.has(key))
      fault(language, `“${key}” has “${found[0]}” outside quotation marks and brackets`);
    const typed = TYPEWRITTEN.exec(message);
    if (typed) fault(language, `“${key}” has “${typed[0].trim()}” where print has ’ “ ” … or –`);
  }
}

function sourceFiles() {
  return SPEAKING.flatMap((room) => {
    const folder = join('src', room);
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
        .map((name) => join(folder, name));
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  });
}

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `finding.${code}.message` names every key of that shape. */
function shapeOf(template) {
  const parts = [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
  return { text: parts.join('…'), pattern: new RegExp(`^${parts.map(escaped).join('[^.]+')}$`) };
}

/** The keys and key shapes the source names, by their first word being one the messages have. */
function keysNamed(namespaces) {
  const looksLikeKey = new RegExp(`^(?:${namespaces.map(escaped).join('|')})(?:\\.[A-Za-z0-9-]+)+$`);
  const looksLikeShape = new RegExp(`^(?:${namespaces.map(escaped).join('|')})\\.`);
  const keys = new Map();
  const shapes = new Map();
  for (const file of sourceFiles()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const where = (node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node) => {
      if (ts.isStringLiteralLike(node) && looksLikeKey.test(node.text)) keys.set(node.text, where(node));
      if (ts.isTemplateExpression(node) && looksLikeShape.test(node.head.text)) {
        const { text, pattern } = shapeOf(node);
        shapes.set(text, { pattern, where: where(node) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { keys, shapes };
}

function checkUse(messages) {
  const all = Object.keys(messages);
  const { keys, shapes } = keysNamed([...new Set(all.map((key) => key.split('.')[0]))]);
  for (const [key, where] of keys) if (!Object.hasOwn(messages, key)) fault(where, `no message “${key}”`);
  for (const [text, { pattern, where }] of shapes) {
    if (!all.some((key) => pattern.test(key))) fault(where, `no message of the shape “${text}”`);
  }
  const patterns = [...shapes.values()].map(({ pattern }) => pattern);
  for (const key of all) {
    if (!keys.has(key) && !patterns.some((pattern) => pattern.test(key)))
      fault(DEFAULT, `no source says “${key}”`);
  }
}

function checkLanguages() {
  const messages = readMessages(DEFAULT);
  for (const [key, message] of Object.entries(messages)) {
    if (message.trim() === '') fault(DEFAULT, `“${key}” is empty`);
  }
  for (const language of OTHERS) {
    const others = readMessages(language);
    for (const key of Object.keys(messages)) {
      if (!Object.hasOwn(others, key)) fault(language, `lacks “${key}”`);
    }
    for (const [key, message] of Object.entries(others)) {
      if (!Object.hasOwn(messages, key)) fault(DEFAULT, `lacks “${key}”`);
      else compare(language, key, messages[key], message);
      if (message.trim() === '') fault(language, `“${key}” is empty`);
    }
    checkEnglish(language, others);
  }
  checkUse(messages);
  return Object.keys(messages).length;
}

let count = 0;
for (root of roots) count += checkLanguages();
for (const line of faults) console.error(line);
console.log(`${count} messages in ${OTHERS.length + 1} languages, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
