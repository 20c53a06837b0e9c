import type { GuestCase } from './guest-case';

const kept = (id: string, edit: string): GuestCase => ({ id, edit, answer: 'kept' });

/** What openpyxl cannot make, and Excel does: made in the package itself. */
export const EDITS_OF_PACKAGES: readonly GuestCase[] = [
  kept('sparklines', '台账旁边加迷你图'),
  kept('newer_conditional_format', '台账加新式条件格式'),
  kept('custom_xml', '文件里带自定义 XML'),
  kept('macros', '工作簿带宏（.xlsm）'),
  kept('threaded_comment', '填报明细加线程批注'),
  kept('own_pivot_table', '台账旁边自建透视表'),
  kept('own_slicer', '台账的表格加切片器'),
  { id: 'rows_out_of_order', edit: '其他软件把行写得前后颠倒', answer: 'same' },
];
