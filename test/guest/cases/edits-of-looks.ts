import { hangs, inWorkbook, kept, restored, same, says, written, type GuestCase } from './guest-case';

/** Looks, notes, rules, view, print. */
export const EDITS_OF_LOOKS: readonly GuestCase[] = [
  kept('yellow_fill', '措施内容涂黄', (book) =>
    book.parts(/styles\.xml$/).some((xml) => xml.includes('FFFFFF00')),
  ),
  kept('red_bold_status', '填报状态改红色加粗', (book) =>
    /applyFont|fontId="[1-9]/.test(book.style('台账', `G${book.rowOf(5)}`)),
  ),
  kept('borders_and_alignment', '加双线边框、改对齐', (book) =>
    book.parts(/styles\.xml$/).some((xml) => xml.includes('double')),
  ),
  kept('number_format', '改日期的显示格式', (book) =>
    book.parts(/styles\.xml$/).some((xml) => xml.includes('yyyy&quot;年&quot;m')),
  ),
  kept('fill_in_summary', '汇总里涂色', (book) =>
    book.parts(/styles\.xml$/).some((xml) => xml.includes('FFFFFF00')),
  ),
  kept('widths_and_heights', '改列宽、行高', written('台账', /width="81"/, /ht="99"/)),
  kept(
    'hidden_column_and_row',
    '隐藏行和列',
    written('台账', /<col [^>]*hidden="1"/, /<row [^>]*hidden="1"/),
  ),
  kept(
    'grouped_rows_and_columns',
    '行列分组',
    written('台账', /<row [^>]*outlineLevel="1"/, /<col [^>]*outlineLevel="1"/),
  ),
  kept('merged_beside', '旁边合并单元格', written('台账', /mergeCell ref="R4:S6"/)),
  restored('merged_over_ours', '把台账里的两格合并', written('台账', /mergeCell ref="B4:C4"/)),
  kept('merged_in_summary', '汇总下方合并单元格', says('汇总', '合并的结语')),
  kept('note_on_measure', '措施内容加批注', hangs('台账', 'comments', /记得催办/)),
  kept('note_on_summary', '汇总数字加批注', hangs('汇总', 'comments', /此数已核/)),
  kept('note_in_entries', '填报明细加批注', hangs('填报明细', 'comments', /原件在三楼/)),
  kept('link_on_measure', '措施内容加超链接', written('台账', /<hyperlink [^>]*r:id=/)),
  kept('link_in_own_column', '自己的栏里加超链接', written('台账', /<hyperlink [^>]*r:id=/)),
  kept('own_conditional_format', '台账加条件格式', written('台账', /operator="lessThan"/)),
  kept('own_data_bar', '台账加数据条', written('台账', /<dataBar/)),
  kept(
    'own_conditional_format_in_entries',
    '填报明细加条件格式',
    written('填报明细', /"市编办"|&quot;市编办&quot;/),
  ),
  kept('own_validation', '自己的栏加下拉列表', written('台账', /张三,李四/)),
  kept('own_validation_over_ours', '填报状态换成自己的下拉列表', written('台账', /长期坚持,其他/)),
  kept('own_name', '给区域起名字', inWorkbook(/我的区域/)),
  kept('own_name_into_entries', '给明细的区域起名字', inWorkbook(/明细区/)),
  kept('panes_elsewhere', '改冻结窗格', written('台账', /topLeftCell="F4"/)),
  kept('zoom', '改显示比例', written('台账', /zoomScale="130"/)),
  kept('gridlines_shown', '汇总显示网格线', (book) => !/showGridLines="0"/.test(book.part('汇总'))),
  kept('filter_on_ledger', '筛选台账', hangs('台账', 'table', /已完成/)),
  kept(
    'print_area_and_setup',
    '改打印区域、纸张方向、页眉',
    written('台账', /orientation="portrait"/, /内部使用/),
  ),
  kept('page_break', '加分页符', written('台账', /<brk id="6"/)),
  kept('footer_of_own', '页脚右侧写经办人', written('台账', /经办 小王/)),
  kept('tab_colour', '改标签颜色', written('台账', /00B050/)),
  same('tabs_in_other_order', '调换工作表次序'),
  kept('tab_hidden', '隐藏趋势', inWorkbook(/name="趋势"[^>]*state="hidden"/)),
  kept('tab_very_hidden', '深度隐藏趋势', inWorkbook(/name="趋势"[^>]*state="veryHidden"/)),
  same('hidden_tab_shown', '取消隐藏统计底表'),
  kept('own_chart', '台账上加图表', (book) =>
    book.parts(/charts\/chart/).some((xml) => xml.includes('我的进度图')),
  ),
  kept('sheet_protected', '保护汇总', written('汇总', /<sheetProtection/)),
  kept('structure_protected', '保护工作簿结构', inWorkbook(/lockStructure/)),
  kept('properties', '改文件属性', (book) =>
    book.parts(/core\.xml$/).some((xml) => xml.includes('本办台账')),
  ),
];
