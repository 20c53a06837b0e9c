import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);

/** Draws the rows, and gives the bench what it does to them. */
globalThis.draw = ({ heads, rows }) => {
  const place = globalThis.document.getElementById('grid');
  const fields = heads.map((head, at) => ({
    field: `c${at}`,
    headerName: head,
    filter: true,
    editable: true,
  }));
  const rowData = rows.map((row) => Object.fromEntries(row.map((value, at) => [`c${at}`, value])));
  const api = createGrid(place, { columnDefs: fields, rowData, rowHeight: 24, undoRedoCellEditing: true });
  globalThis.grid = {
    scroller: '.ag-grid-viewport',
    sort: (column, isDescending) =>
      api.applyColumnState({
        state: [{ colId: `c${column}`, sort: isDescending ? 'desc' : 'asc' }],
        defaultState: { sort: null },
      }),
    filter: async (column, value) => {
      const model = value === null ? null : { type: 'equals', filter: value, filterType: 'text' };
      await api.setColumnFilterModel(`c${column}`, model);
      api.onFilterChanged();
    },
    edit: (row, column, value) => api.getDisplayedRowAtIndex(row).setDataValue(`c${column}`, value),
    count: () => api.getDisplayedRowCount(),
  };
};
