/** Numbers under which the library waits for events, and the target of those of the whole workbook. */
export const MessageType = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelectionChanged: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  sheetFormatChanged: 18,
  sheetProtectionChanged: 24,
  sheetNameChanged: 25,
  sheetVisibilityChanged: 26,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export const workbookTarget = 'Workbook';
