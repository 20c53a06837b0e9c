import type { FindingLine } from '../../src/sheets/tabs/findings-tab';

/** A fault for which a return goes back. */
export const FAULT_LINE: FindingLine = {
  file: '市编办.xlsx',
  office: '市编办',
  severity: 'error',
  measure: 1,
  field: '完成日期',
  sheet: '填报表',
  cell: 'G5',
  value: '2017-02-30',
  message: '没有这一天。',
  suggestion: '请填写实际完成日期。',
};
