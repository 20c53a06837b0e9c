import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchmarkDocument } from './documents';
import type { TrueClause } from './duties';

const FOLDER = join(__dirname, 'written');
const MARKED = /⟦([^⟧]*)⟧/g;

/** What is right of one measure: “lead、lead / support / until / section”. */
function truth(line: string, text: string): TrueClause {
  const [lead = '', support = '', until = '', section = ''] = line.split('/').map((part) => part.trim());
  const names = (list: string): readonly string[] => (list === '' ? [] : list.split('，'));
  return { text, lead: names(lead), support: names(support), until, section };
}

/** A document written by hand: its words, those of measures within ⟦⟧, and below a line of “=” its title and what is right of each: who leads, who supports, until when, in which section. */
function documentIn(file: string): BenchmarkDocument {
  const [written = '', right = ''] = readFileSync(join(FOLDER, file), 'utf8').split('\n====\n');
  const [title = '', ...lines] = right.trim().split('\n');
  const marked = [...written.matchAll(MARKED)].map(({ 1: words = '' }) => words);
  return {
    name: file.replace('.txt', ''),
    text: written.replace(MARKED, '$1'),
    title,
    clauses: lines.map((line, index) => truth(line, marked[index] ?? '')),
  };
}

export const WRITTEN: readonly BenchmarkDocument[] = readdirSync(FOLDER).sort().map(documentIn);
