import DataEditor, { GridCellKind } from '@glideapps/glide-data-grid';
import '@glideapps/glide-data-grid/dist/index.css';
import { createElement, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** It neither sorts nor filters: whoever uses it orders the rows that it asks for, as its own examples do. */
function Grid({ heads, rows }) {
  const [order, setOrder] = useState(() => rows.map((_row, at) => at));
  const [edits, setEdits] = useState(0);
  const editor = useRef(null);
  const cell = useCallback(
    ([column, line]) => {
      const value = rows[order[line]][column];
      const data = value === null ? '' : String(value);
      return { kind: GridCellKind.Text, data, displayData: data, allowOverlay: true };
    },
    [rows, order, edits],
  );
  globalThis.grid = {
    scroller: '.dvn-scroller',
    sort: (column, isDescending) => {
      const sign = isDescending ? -1 : 1;
      const of = (at) => rows[at][column];
      const sorted = [...order].sort((a, b) => sign * (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : a - b));
      flushSync(() => setOrder(sorted));
    },
    filter: (column, value) => {
      const all = rows.map((_row, at) => at);
      flushSync(() => setOrder(value === null ? all : all.filter((at) => rows[at][column] === value)));
    },
    edit: (line, column, value) => {
      rows[order[line]][column] = value;
      flushSync(() => setEdits(edits + 1));
      editor.current.updateCells([{ cell: [column, line] }]);
    },
    count: () => order.length,
  };
  return createElement(DataEditor, {
    ref: editor,
    columns: heads.map((title, at) => ({ title, id: `c${at}`, width: 120 })),
    rows: order.length,
    getCellContent: cell,
    rowHeight: 24,
    initialSize: [globalThis.innerWidth, globalThis.innerHeight],
    width: globalThis.innerWidth,
    height: globalThis.innerHeight,
  });
}

globalThis.draw = (table) => {
  createRoot(globalThis.document.getElementById('grid')).render(createElement(Grid, table));
};
