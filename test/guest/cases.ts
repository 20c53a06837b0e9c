import type { LookedAt } from './looked-at';

/** What is right: nothing of the clerk's is lost and no figure changes; the same, and what was ours is told as put right; taken in; or refused. */
export type Answer = 'kept' | 'same' | 'restored' | 'taken' | 'refused';

/** One thing a clerk does to a workbook; made by the function of this name in openpyxl-edits.py. */
export interface GuestCase {
  readonly id: string;
  /** In the clerk's words, as docs/guest.md prints it. */
  readonly edit: string;
  readonly answer: Answer;
  /** Of a refusal: what is wrong. */
  readonly fault?: string;
  /** Whether what the clerk put there is still there. */
  readonly holds?: (book: LookedAt) => boolean;
}

type Probe = NonNullable<GuestCase['holds']>;

const says =
  (sheet: string, ...texts: readonly string[]): Probe =>
  (book) =>
    texts.every((text) => book.has(sheet, text));
const written =
  (sheet: string, ...pieces: readonly RegExp[]): Probe =>
  (book) =>
    pieces.every((piece) => piece.test(book.part(sheet)));
const hangs =
  (sheet: string, type: string, piece: RegExp): Probe =>
  (book) =>
    book.hanging(sheet, type).some((xml) => piece.test(xml));
const inWorkbook =
  (...pieces: readonly RegExp[]): Probe =>
  (book) =>
    pieces.every((piece) => piece.test(book.workbookPart()));

const kept = (id: string, edit: string, holds: Probe): GuestCase => ({ id, edit, answer: 'kept', holds });
const same = (id: string, edit: string): GuestCase => ({ id, edit, answer: 'same' });
const restored = (id: string, edit: string, holds?: Probe): GuestCase => ({
  id,
  edit,
  answer: 'restored',
  ...(holds === undefined ? {} : { holds }),
});
const refused = (id: string, edit: string, fault: string): GuestCase => ({
  id,
  edit,
  answer: 'refused',
  fault,
});

/** Columns, rows and words of the clerk's. */
const WORDS: readonly GuestCase[] = [
  kept('own_column_right', '台账右侧加一栏“领导批示”', says('台账', '领导批示', '请抓紧办理')),
  kept('own_column_in_table', '在台账的表格里加一栏', says('台账', '领导批示', '请抓紧办理')),
  kept('own_column_before_number', '在“序号”前插入一栏', says('台账', '自留列', '自留备注')),
  kept('own_column_before_status', '在“填报状态”前插入一栏', says('台账', '自留列', '自留备注')),
  kept('own_columns_at_two_places', '在台账两处各插入一栏', says('台账', '自留备注', '第二备注')),
  kept('own_column_in_entries', '在填报明细中间插入一栏', says('填报明细', '自留列', '自留备注')),
  kept('own_column_in_submissions', '在报送情况右侧加一栏', says('报送情况', '催报电话', '0724-111')),
  kept('own_column_in_directory', '在单位目录右侧加一栏', says('单位目录', '分管领导电话', '0724-222')),
  same('columns_swapped', '连表头对调台账的两栏'),
  same('sorted_by_unit', '台账按牵头单位排序'),
  same('sorted_by_status_down', '台账按填报状态倒序'),
  same('entries_sorted_by_unit', '填报明细按单位排序'),
  same('blank_row_between', '台账中间插入空行'),
  kept('heading_row_between', '台账中间插入小标题行', says('台账', '以下为第二部分')),
  kept('line_above', '台账上方加一行“内部资料”', says('台账', '内部资料')),
  kept('lines_above_summary', '汇总上方插入两行', says('汇总', '内部资料')),
  kept('second_header_line', '台账表头上再加一行表头', says('台账', '本期填报')),
  kept('text_below', '台账下方写一句话', says('台账', '以上由综合科整理')),
  kept('text_right_below_entries', '紧贴填报明细末行写一句话', says('填报明细', '以上已核对')),
  kept('text_right_below_submissions', '紧贴报送情况末行写一句话', says('报送情况', '以上为催报名单')),
  kept('text_right_below_log', '紧贴操作记录末行写一句话', says('操作记录', '此后由小李接手')),
  kept('text_beside_summary', '汇总旁边写字', says('汇总', '供会议使用')),
  kept('text_below_summary', '汇总下方写字', says('汇总', '数据截至会前')),
  kept('text_below_pivot', '单位透视下方写字', says('单位透视', '透视说明')),
  kept('text_beside_leaders', '领导参阅旁边写字', says('领导参阅', '请主任阅')),
  kept('text_below_trend', '趋势下方写字', says('趋势', '趋势说明')),
  kept('text_below_scores', '考核下方写字', says('考核', '考核说明')),
  kept('row_in_settings', '设置里加一行自己的项目', says('设置', '打印机', '三楼')),
  kept('unit_added_below_directory', '单位目录下方写一句说明', says('单位目录', '以编办文件为准')),
  kept('own_sheet_between', '中间插入自己的工作表', says('会议记录', '十二月例会')),
  kept('own_formula_column', '台账右侧加公式栏', (book) =>
    book.cells('台账').some(({ formula }) => /^100-N\(/.test(formula ?? '')),
  ),
  kept(
    'own_formula_on_own_sheet',
    '自己的工作表引用台账和明细',
    (book) => book.cells('我的统计').filter(({ formula }) => formula !== undefined).length === 3,
  ),
  kept('own_table_beside', '台账旁边另建一张表格', (book) =>
    book.hanging('台账', 'table').some((xml) => xml.includes('我的表')),
  ),
  kept('copy_of_tab', '复制一份台账工作表', says('台账 (2)', '序号')),
];

/** Looks, notes, rules, view, print. */
const LOOKS: readonly GuestCase[] = [
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

/** What is ours and was changed. */
const OURS: readonly GuestCase[] = [
  { id: 'status_typed', edit: '在台账里手工填状态和完成日期', answer: 'taken' },
  restored('numbers_as_text', '台账的序号存成文本'),
  restored('number_cleared', '清空一项措施的序号'),
  restored('measure_text_changed', '改写措施内容'),
  restored('formula_pasted_over', '时限状态的公式被粘贴成文字'),
  restored('summary_number_typed_over', '汇总的数字被改写'),
  restored('summary_header_renamed', '汇总的表头被改写'),
  restored('summary_rows_deleted', '汇总删去三行'),
  restored('summary_emptied', '汇总清空，只留自己的一句话', says('汇总', '我写的话')),
  refused('summary_words_replaced', '汇总改得面目全非', 'tab-unrecognised'),
  refused('findings_table_gone', '校验结果的表头全改、表格转为区域', 'tab-unrecognised'),
  restored('findings_column_deleted', '校验结果删去一栏', says('校验结果', '我在这里记事')),
  same('table_made_range', '台账的表格转为区域'),
  same('entries_table_made_range', '填报明细的表格转为区域'),
  restored('tab_deleted_summary', '删除汇总'),
  restored('tab_deleted_ledger', '删除台账'),
  restored('tab_renamed_summary', '汇总改名', (book) => book.sheet('总表') !== undefined),
  restored('tab_renamed_findings', '校验结果改名', (book) => book.sheet('上次校验') !== undefined),
  refused('tab_renamed_ledger', '台账改名', 'tab-renamed'),
  refused('tab_renamed_entries', '填报明细改名', 'tab-renamed'),
  refused('tab_deleted_entries', '删除填报明细', 'tab-missing'),
  refused('header_renamed', '台账的“填报状态”改名', 'column-missing'),
  refused('header_renamed_of_shown_column', '台账的“时限状态”改名', 'column-missing'),
  refused('header_doubled_in_entries', '填报明细出现两个同名表头', 'column-twice'),
  refused('column_deleted', '台账删去一栏', 'column-missing'),
  restored('row_deleted', '台账删去一行'),
  refused('row_doubled', '台账一行重复', 'row-twice'),
  refused('entry_deleted', '填报明细删去一行', 'entry-missing'),
  restored('entry_numbers_as_text', '填报明细的条目号存成文本'),
  refused('entry_batch_emptied', '填报明细的批次被清空', 'cell-unreadable'),
  refused('entry_status_in_words', '填报明细的状态写成“差不多了”', 'cell-unreadable'),
  refused('entry_date_in_words', '填报明细的日期写成“三月初”', 'cell-unreadable'),
  same('settings_rows_swapped', '设置里两行对调'),
  refused('settings_day_in_words', '统计截止日写成文字', 'cell-unreadable'),
  refused('settings_day_error', '统计截止日是错误值', 'cell-unreadable'),
  same('settings_days_as_text', '临期天数存成文本'),
  refused('settings_label_renamed', '设置的项目改名', 'row-missing'),
  refused('settings_row_deleted', '设置删去一行', 'row-missing'),
  same('weights_swapped', '考核的分值行对调'),
  refused('weight_in_words', '考核的分值写成文字', 'cell-unreadable'),
  refused('weight_label_renamed', '考核的分值改名', 'row-missing'),
  refused('unit_deleted', '单位目录删去一个单位', 'row-missing'),
  refused('unit_renamed', '单位目录的单位改名', 'row-missing'),
  refused('unit_doubled', '单位目录的单位重复', 'row-twice'),
  restored('unit_marks_ticked', '单位目录用“√”代“是”'),
  refused('unit_mark_in_words', '单位目录写“大概是”', 'cell-unreadable'),
  refused('successor_day_in_words', '承接日期写成“年初”', 'cell-unreadable'),
  same('log_line_with_batch_in_words', '操作记录的批次写成文字'),
  same('log_line_with_high_batch', '操作记录的批次写成很大的号'),
  same('log_emptied', '清空操作记录'),
  refused('identity_sheet_removed', '删除隐藏的 _ledger', 'not-a-ledger'),
  refused('plan_sheet_removed', '删除隐藏的 _plan', 'tab-missing'),
  restored('basis_sheet_removed', '删除隐藏的统计底表'),
];

/** All of them, in the order of docs/guest.md. */
export const GUEST_CASES: readonly GuestCase[] = [...WORDS, ...LOOKS, ...OURS];
