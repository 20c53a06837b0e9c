import type { Block, Paper } from './paper';
import { copyLine, dayLine, headLine, noteLine } from './paper-lines';

/** A paper as text to paste elsewhere, where a file cannot be had: tables with tabs between their cells, charts left out. */
export function plainText(paper: Paper): string {
  const { head, title, addressee, body, signature, note, annexes, imprint } = paper;
  const copies = imprint === null ? null : copyLine(imprint);
  return [
    ...(head === null ? [] : [headLine(head), head.number, '']),
    title,
    '',
    ...(addressee === null ? [] : [`${addressee}：`]),
    ...body.flatMap(linesOf),
    ...(signature === null ? [] : ['', signature.authority, dayLine(signature)]),
    ...(note === '' ? [] : [noteLine(note)]),
    ...annexes.flatMap((annex) => ['', annex.title, ...annex.body.flatMap(linesOf)]),
    ...(copies === null ? [] : ['', copies]),
  ].join('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [`${block.lead}${block.text}`];
    case 'table': {
      const rows = [block.columns.map(({ header }) => header), ...block.rows];
      const cells = rows.map((row) => row.map((cell) => cell.replace(/\s*\n\s*/gu, '')).join('\t'));
      return [
        ...(block.caption === '' ? [] : [block.caption]),
        ...cells,
        ...(block.note === undefined ? [] : [block.note]),
      ];
    }
    case 'chart':
      return [];
  }
}
