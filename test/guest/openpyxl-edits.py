"""What a clerk does to a ledger, by openpyxl: a function an edit, named as its case. Usage: BASE FOLDER [NAME…] writes FOLDER/NAME.xlsx of each; --chain BASE OUT NAME… makes them one upon the other."""
import datetime
import os
import sys
import traceback

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableColumn

L = '台账'
HEAD = '填报状态'
EDITS = []


def edit(function):
    EDITS.append(function)
    return function


def header(ws, word=HEAD):
    """The row of a tab's header, and the column of each of its words."""
    for row in ws.iter_rows(min_row=1, max_row=14):
        if any(cell.value == word for cell in row):
            return row[0].row, {cell.value: cell.column for cell in row if cell.value}
    raise KeyError(word)


def row_of(ws, number):
    h, columns = header(ws)
    for r in range(h + 1, ws.max_row + 1):
        if ws.cell(r, columns['序号']).value in (number, str(number)):
            return r
    raise KeyError(number)


def cell_of(ws, number, column):
    return ws.cell(row_of(ws, number), header(ws)[1][column])


def label_row(ws, label, column=1):
    return next(r for r in range(1, ws.max_row + 1) if str(ws.cell(r, column).value or '').strip() == label)


def retable(ws, columns=0, rows=0, down=0):
    """As Excel keeps a table over its cells: its extent and the names of its columns follow."""
    table = list(ws.tables.values())[0]
    left, top, right, bottom = range_boundaries(table.ref)
    top, bottom, right = top + down, bottom + down + rows, right + columns
    table.ref = f'{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}'
    if table.autoFilter:
        table.autoFilter.ref = table.ref
    count = right - left + 1
    known = table.tableColumns
    while len(known) < count:
        known.append(TableColumn(id=max(c.id for c in known) + 1, name='x'))
    del known[count:]
    if table.autoFilter:
        table.autoFilter.filterColumn = [f for f in table.autoFilter.filterColumn if f.colId < count]
    for i, column in enumerate(known):
        column.name = str(ws.cell(top, left + i).value)
        column.calculatedColumnFormula = None


def swap(ws, a, b, columns):
    for k in columns:
        ws.cell(a, k).value, ws.cell(b, k).value = ws.cell(b, k).value, ws.cell(a, k).value


def measures(ws):
    h, columns = header(ws)
    return [r for r in range(h + 1, ws.max_row + 1) if isinstance(ws.cell(r, columns['序号']).value, (int, float))]


def sort_by(ws, column, reverse=False):
    h, columns = header(ws)
    rows = measures(ws)
    fixed = [k for k in range(1, ws.max_column + 1) if not str(ws.cell(rows[0], k).value or '').startswith('=')]
    data = [[ws.cell(r, k).value for k in fixed] for r in rows]
    at = fixed.index(columns[column])
    for r, line in zip(rows, sorted(data, key=lambda x: str(x[at]), reverse=reverse)):
        for k, value in zip(fixed, line):
            ws.cell(r, k).value = value


# --- columns, rows, text -------------------------------------------------------------------------------------------

@edit
def own_column_right(wb):
    ws = wb[L]
    h, _ = header(ws)
    k = ws.max_column + 1
    ws.cell(h, k).value = '领导批示'
    ws.cell(h + 2, k).value = '请抓紧办理'


@edit
def own_column_in_table(wb):
    own_column_right(wb)
    retable(wb[L], columns=1)


def insert_column(ws, before, head='自留列', text='自留备注'):
    h, columns = header(ws)
    k = columns[before]
    ws.insert_cols(k)
    # Merged cells go with their columns, which openpyxl leaves to its caller.
    for merged in ws.merged_cells.ranges:
        if merged.min_col >= k:
            merged.shift(col_shift=1)
        elif merged.max_col >= k:
            merged.expand(right=1)
    ws.cell(h, k).value = head
    ws.cell(h + 2, k).value = text
    retable(ws, columns=1)


@edit
def own_column_before_number(wb):
    insert_column(wb[L], '序号')


@edit
def own_column_before_status(wb):
    insert_column(wb[L], '填报状态')


@edit
def own_columns_at_two_places(wb):
    insert_column(wb[L], '措施内容')
    insert_column(wb[L], '核实状态', '第二列', '第二备注')


@edit
def own_column_in_entries(wb):
    insert_column(wb['填报明细'], '进度')


@edit
def own_column_in_submissions(wb):
    ws = wb['报送情况']
    h, _ = header(ws, '报送期')
    k = ws.max_column + 1
    ws.cell(h, k).value = '催报电话'
    ws.cell(h + 1, k).value = '0724-111'


@edit
def own_column_in_directory(wb):
    ws = wb['单位目录']
    h = next(r for r in range(1, 8) if ws.cell(r, 1).value == '单位' or '单位' in str(ws.cell(r, 1).value) and r > 2)
    k = ws.max_column + 1
    ws.cell(h, k).value = '分管领导电话'
    ws.cell(h + 1, k).value = '0724-222'


@edit
def columns_swapped(wb):
    ws = wb[L]
    h, c = header(ws)
    a, b = c['最新进展'], c['存在问题']
    for r in range(h, ws.max_row + 1):
        ws.cell(r, a).value, ws.cell(r, b).value = ws.cell(r, b).value, ws.cell(r, a).value
    retable(ws)


@edit
def sorted_by_unit(wb):
    sort_by(wb[L], '牵头单位')


@edit
def sorted_by_status_down(wb):
    sort_by(wb[L], '填报状态', True)


@edit
def entries_sorted_by_unit(wb):
    ws = wb['填报明细']
    h, c = header(ws)
    rows = [r for r in range(h + 1, ws.max_row + 1) if ws.cell(r, 1).value is not None]
    data = [[ws.cell(r, k).value for k in range(1, ws.max_column + 1)] for r in rows]
    formulas = {k for k in range(1, ws.max_column + 1) if str(data[0][k - 1] or '').startswith('=')}
    unit = c['牵头单位']
    for r, line in zip(rows, sorted(data, key=lambda x: str(x[unit - 1]))):
        for k, value in enumerate(line, 1):
            if k not in formulas:
                ws.cell(r, k).value = value


@edit
def blank_row_between(wb):
    wb[L].insert_rows(6)
    retable(wb[L], rows=1)


@edit
def heading_row_between(wb):
    ws = wb[L]
    ws.insert_rows(7)
    ws.cell(7, 2).value = '以下为第二部分'
    retable(ws, rows=1)


@edit
def line_above(wb):
    wb[L].insert_rows(1)
    wb[L]['A1'] = '内部资料'
    retable(wb[L], down=1)


@edit
def lines_above_summary(wb):
    wb['汇总'].insert_rows(1, 2)
    wb['汇总']['A1'] = '内部资料'


@edit
def second_header_line(wb):
    ws = wb[L]
    h, _ = header(ws)
    ws.insert_rows(h)
    ws.cell(h, 7).value = '本期填报'
    retable(ws, down=1)


@edit
def text_below(wb):
    ws = wb[L]
    ws.cell(ws.max_row + 3, 2).value = '以上由综合科整理'


@edit
def text_right_below_entries(wb):
    ws = wb['填报明细']
    ws.cell(ws.max_row + 1, 2).value = '以上已核对'


@edit
def text_right_below_submissions(wb):
    ws = wb['报送情况']
    ws.cell(ws.max_row + 1, 1).value = '以上为催报名单'


@edit
def text_right_below_log(wb):
    ws = wb['操作记录']
    ws.cell(ws.max_row + 1, 2).value = '此后由小李接手'


@edit
def text_beside_summary(wb):
    wb['汇总']['Z3'] = '供会议使用'


@edit
def text_below_summary(wb):
    ws = wb['汇总']
    ws.cell(ws.max_row + 2, 1).value = '数据截至会前'


@edit
def text_below_pivot(wb):
    wb['单位透视']['A60'] = '透视说明'


@edit
def text_beside_leaders(wb):
    wb['领导参阅']['P5'] = '请主任阅'


@edit
def text_below_trend(wb):
    ws = wb['趋势']
    ws.cell(ws.max_row + 2, 1).value = '趋势说明'


@edit
def text_below_scores(wb):
    ws = wb['考核']
    ws.cell(ws.max_row + 1, 1).value = '考核说明'


@edit
def row_in_settings(wb):
    ws = wb['设置']
    ws.cell(ws.max_row + 2, 1).value = '打印机'
    ws.cell(ws.max_row, 2).value = '三楼'


@edit
def unit_added_below_directory(wb):
    ws = wb['单位目录']
    ws.cell(ws.max_row + 2, 1).value = '以上单位名称以编办文件为准'


# --- looks -----------------------------------------------------------------------------------------------------------

@edit
def yellow_fill(wb):
    cell_of(wb[L], 3, '措施内容').fill = PatternFill('solid', fgColor='FFFFFF00')


@edit
def red_bold_status(wb):
    cell_of(wb[L], 5, '填报状态').font = Font(b=True, color='FFFF0000')


@edit
def borders_and_alignment(wb):
    side = Side(style='double', color='FF00B050')
    cell = cell_of(wb[L], 2, '最新进展')
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.alignment = Alignment(horizontal='right', wrap_text=True)


@edit
def number_format(wb):
    for r in measures(wb[L]):
        wb[L].cell(r, header(wb[L])[1]['完成日期']).number_format = 'yyyy"年"m"月"d"日"'


@edit
def fill_in_summary(wb):
    ws = wb['汇总']
    ws.cell(5, 1).fill = PatternFill('solid', fgColor='FFFFFF00')


@edit
def widths_and_heights(wb):
    ws = wb[L]
    ws.column_dimensions['D'].width = 81
    ws.row_dimensions[5].height = 99


@edit
def hidden_column_and_row(wb):
    wb[L].column_dimensions['B'].hidden = True
    wb[L].row_dimensions[6].hidden = True


@edit
def grouped_rows_and_columns(wb):
    wb[L].row_dimensions.group(5, 7, hidden=False)
    wb[L].column_dimensions.group('B', 'C', hidden=True)


@edit
def merged_beside(wb):
    wb[L]['R4'] = '合并说明'
    wb[L].merge_cells('R4:S6')


@edit
def merged_over_ours(wb):
    wb[L].merge_cells('B4:C4')


@edit
def merged_in_summary(wb):
    ws = wb['汇总']
    last = ws.max_row + 2
    ws.cell(last, 1).value = '合并的结语'
    ws.merge_cells(start_row=last, end_row=last, start_column=1, end_column=6)


# --- notes, links, rules ---------------------------------------------------------------------------------------------

@edit
def note_on_measure(wb):
    cell_of(wb[L], 4, '措施内容').comment = Comment('记得催办', '小王')


@edit
def note_on_summary(wb):
    wb['汇总']['B5'].comment = Comment('此数已核', '小王')


@edit
def note_in_entries(wb):
    wb['填报明细']['C5'].comment = Comment('原件在三楼', '小王')


@edit
def link_on_measure(wb):
    cell = cell_of(wb[L], 4, '措施内容')
    cell.hyperlink = 'https://example.invalid/plan'


@edit
def link_in_own_column(wb):
    ws = wb[L]
    h, _ = header(ws)
    k = ws.max_column + 1
    ws.cell(h, k).value = '文件'
    ws.cell(h + 1, k).value = '原文'
    ws.cell(h + 1, k).hyperlink = 'https://example.invalid/file'


@edit
def own_conditional_format(wb):
    wb[L].conditional_formatting.add('H4:H10', CellIsRule(operator='lessThan', formula=['33'], fill=PatternFill('solid', bgColor='FFFFC7CE')))


@edit
def own_data_bar(wb):
    wb[L].conditional_formatting.add('H4:H10', DataBarRule(start_type='num', start_value=0, end_type='num', end_value=100, color='FF638EC6'))


@edit
def own_conditional_format_in_entries(wb):
    wb['填报明细'].conditional_formatting.add('A4:T200', CellIsRule(operator='equal', formula=['"市编办"'], font=Font(b=True)))


@edit
def own_validation(wb):
    ws = wb[L]
    rule = DataValidation(type='list', formula1='"张三,李四"', allow_blank=True)
    ws.add_data_validation(rule)
    rule.add('Q4:Q10')


@edit
def own_validation_over_ours(wb):
    ws = wb[L]
    rule = DataValidation(type='list', formula1='"已完成,推进中,未启动,长期坚持,其他"', allow_blank=True)
    ws.add_data_validation(rule)
    rule.add('G4:G10')


@edit
def own_formula_column(wb):
    ws = wb[L]
    h, c = header(ws)
    k = ws.max_column + 1
    ws.cell(h, k).value = '剩余'
    for r in measures(ws):
        ws.cell(r, k).value = f'=100-N(H{r})'


@edit
def own_formula_on_own_sheet(wb):
    ws = wb.create_sheet('我的统计')
    ws['A1'] = "=COUNTIF(台账!G4:G10,\"已完成\")"
    ws['A2'] = "=SUM('填报明细'!A4:A30)"
    ws['A3'] = "=VLOOKUP(3,台账!A4:O10,7,FALSE)"


@edit
def own_name(wb):
    wb.defined_names.append(DefinedName('我的区域', attr_text="'台账'!$G$4:$G$10"))


@edit
def own_name_into_entries(wb):
    wb.defined_names.append(DefinedName('明细区', attr_text="'填报明细'!$A$4:$F$20"))


# --- view, print -----------------------------------------------------------------------------------------------------

@edit
def panes_elsewhere(wb):
    wb[L].freeze_panes = 'F4'


@edit
def zoom(wb):
    wb[L].sheet_view.zoomScale = 130


@edit
def gridlines_shown(wb):
    wb['汇总'].sheet_view.showGridLines = True


@edit
def filter_on_ledger(wb):
    ws = wb[L]
    table = list(ws.tables.values())[0]
    from openpyxl.worksheet.filters import AutoFilter, FilterColumn, Filters
    table.autoFilter = AutoFilter(ref=table.ref)
    table.autoFilter.filterColumn.append(FilterColumn(colId=6, filters=Filters(filter=['已完成'])))
    for r in measures(ws):
        if ws.cell(r, 7).value != '已完成':
            ws.row_dimensions[r].hidden = True


@edit
def print_area_and_setup(wb):
    ws = wb[L]
    ws.print_area = 'A1:K12'
    ws.page_setup.orientation = 'portrait'
    ws.page_margins.left = 0.33
    ws.oddHeader.center.text = '内部使用'


@edit
def page_break(wb):
    wb[L].row_breaks.append(Break(id=6))


@edit
def footer_of_own(wb):
    wb[L].oddFooter.right.text = '经办 小王'


@edit
def tab_colour(wb):
    wb[L].sheet_properties.tabColor = 'FF00B050'


@edit
def tabs_in_other_order(wb):
    wb.move_sheet('汇总', offset=-1)
    wb.move_sheet('操作记录', offset=-6)


@edit
def tab_hidden(wb):
    wb['趋势'].sheet_state = 'hidden'


@edit
def tab_very_hidden(wb):
    wb['趋势'].sheet_state = 'veryHidden'


@edit
def hidden_tab_shown(wb):
    wb['统计底表'].sheet_state = 'visible'


@edit
def own_sheet_between(wb):
    wb.create_sheet('会议记录', 1)['A1'] = '十二月例会'


@edit
def own_chart(wb):
    ws = wb[L]
    chart = BarChart()
    chart.add_data(Reference(ws, min_col=8, min_row=4, max_row=10))
    chart.title = '我的进度图'
    ws.add_chart(chart, 'R12')


@edit
def own_table_beside(wb):
    ws = wb[L]
    ws['T3'], ws['U3'] = '甲', '乙'
    ws['T4'], ws['U4'] = '一', 1
    ws['T5'], ws['U5'] = '二', 2
    ws.add_table(Table(displayName='我的表', ref='T3:U5'))


@edit
def sheet_protected(wb):
    wb['汇总'].protection.sheet = True


@edit
def structure_protected(wb):
    wb.security = WorkbookProtection(lockStructure=True)


@edit
def copy_of_tab(wb):
    copy = wb.copy_worksheet(wb[L])
    copy.title = '台账 (2)'


@edit
def properties(wb):
    wb.properties.title = '本办台账'
    wb.properties.creator = '小王'
    wb.properties.keywords = '法治'


# --- data: what is ours and was changed ------------------------------------------------------------------------------

@edit
def status_typed(wb):
    cell_of(wb[L], 2, '填报状态').value = '已完成'
    cell_of(wb[L], 2, '完成日期').value = datetime.date(2018, 4, 10)


@edit
def numbers_as_text(wb):
    ws = wb[L]
    for r in measures(ws):
        ws.cell(r, 1).value = str(ws.cell(r, 1).value)


@edit
def number_cleared(wb):
    cell_of(wb[L], 4, '序号').value = None


@edit
def measure_text_changed(wb):
    cell_of(wb[L], 4, '措施内容').value = '改写了的措施'


@edit
def formula_pasted_over(wb):
    cell_of(wb[L], 3, '时限状态').value = '正常'


@edit
def summary_number_typed_over(wb):
    ws = wb['汇总']
    for row in ws.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith('='):
                cell.value = 99
                return


@edit
def summary_header_renamed(wb):
    ws = wb['汇总']
    for row in ws.iter_rows():
        for cell in row:
            if cell.value == '已完成':
                cell.value = '完成数'
                return


@edit
def summary_rows_deleted(wb):
    wb['汇总'].delete_rows(5, 3)


@edit
def summary_emptied(wb):
    ws = wb['汇总']
    ws['A40'] = '我写的话'
    for row in ws.iter_rows(max_row=38):
        for cell in row:
            if cell.__class__.__name__ == 'Cell':
                cell.value = None


@edit
def summary_words_replaced(wb):
    ws = wb['汇总']
    n = 0
    for row in ws.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith('='):
                n += 1
                cell.value = f'我写的第{n}处'


@edit
def findings_table_gone(wb):
    ws = wb['校验结果']
    for name in list(ws.tables):
        del ws.tables[name]
    h = 3
    for k in range(1, ws.max_column + 1):
        ws.cell(h, k).value = f'列{k}'
    ws['B6'] = '我在这里记事'


@edit
def findings_column_deleted(wb):
    ws = wb['校验结果']
    ws.delete_cols(3)
    retable(ws, columns=-1)
    ws['B8'] = '我在这里记事'


@edit
def table_made_range(wb):
    ws = wb[L]
    for name in list(ws.tables):
        del ws.tables[name]


@edit
def entries_table_made_range(wb):
    ws = wb['填报明细']
    for name in list(ws.tables):
        del ws.tables[name]


@edit
def tab_deleted_summary(wb):
    del wb['汇总']


@edit
def tab_deleted_ledger(wb):
    del wb[L]


@edit
def tab_renamed_summary(wb):
    wb['汇总'].title = '总表'


@edit
def tab_renamed_findings(wb):
    wb['校验结果'].title = '上次校验'


@edit
def tab_renamed_ledger(wb):
    wb[L].title = '总台账'


@edit
def tab_renamed_entries(wb):
    wb['填报明细'].title = '明细'


@edit
def tab_deleted_entries(wb):
    del wb['填报明细']


@edit
def header_renamed(wb):
    ws = wb[L]
    h, c = header(ws)
    ws.cell(h, c['填报状态']).value = '目前状态'
    retable(ws)


@edit
def header_renamed_of_shown_column(wb):
    ws = wb[L]
    h, c = header(ws)
    ws.cell(h, c['时限状态']).value = '是否逾期'
    retable(ws)


@edit
def header_doubled_in_entries(wb):
    ws = wb['填报明细']
    h, _ = header(ws)
    ws.cell(h, ws.max_column + 1).value = HEAD


@edit
def column_deleted(wb):
    ws = wb[L]
    h, c = header(ws)
    ws.delete_cols(c['存在问题'])
    retable(ws, columns=-1)


@edit
def row_deleted(wb):
    ws = wb[L]
    ws.delete_rows(row_of(ws, 4))
    retable(ws, rows=-1)


@edit
def row_doubled(wb):
    ws = wb[L]
    r = row_of(ws, 4)
    ws.insert_rows(r + 1)
    for k in range(1, ws.max_column + 1):
        ws.cell(r + 1, k).value = ws.cell(r, k).value
    retable(ws, rows=1)


@edit
def entry_deleted(wb):
    ws = wb['填报明细']
    ws.delete_rows(6)
    retable(ws, rows=-1)


@edit
def entry_numbers_as_text(wb):
    ws = wb['填报明细']
    h, c = header(ws)
    for r in range(h + 1, ws.max_row + 1):
        if isinstance(ws.cell(r, 1).value, (int, float)):
            ws.cell(r, 1).value = str(ws.cell(r, 1).value)


@edit
def entry_batch_emptied(wb):
    ws = wb['填报明细']
    h, c = header(ws)
    ws.cell(h + 2, c['批次']).value = None


@edit
def entry_status_in_words(wb):
    ws = wb['填报明细']
    h, c = header(ws)
    ws.cell(h + 2, c['填报状态']).value = '差不多了'


@edit
def entry_date_in_words(wb):
    ws = wb['填报明细']
    h, c = header(ws)
    for r in range(h + 1, ws.max_row + 1):
        if ws.cell(r, c['完成日期']).value:
            ws.cell(r, c['完成日期']).value = '三月初'
            return


@edit
def settings_rows_swapped(wb):
    ws = wb['设置']
    rows = [r for r in range(1, 20) if isinstance(ws.cell(r, 2).value, (int, float)) and not isinstance(ws.cell(r, 2).value, bool)]
    swap(ws, rows[0], rows[-1], (1, 2, 3))


@edit
def settings_day_in_words(wb):
    wb['设置']['B4'] = '四月二十日'


@edit
def settings_day_error(wb):
    wb['设置']['B4'] = '=1/0'


@edit
def settings_days_as_text(wb):
    wb['设置']['B6'] = '30'


@edit
def settings_label_renamed(wb):
    wb['设置']['A6'] = '预警天数'


@edit
def settings_row_deleted(wb):
    wb['设置'].delete_rows(6)


@edit
def weights_swapped(wb):
    ws = wb['考核']
    rows = [r for r in range(1, 20) if '得分' in str(ws.cell(r, 1).value or '') and isinstance(ws.cell(r, 2).value, (int, float))][:3]
    swap(ws, rows[0], rows[2], (1, 2, 3))


@edit
def weight_in_words(wb):
    ws = wb['考核']
    ws.cell(label_row(ws, '按时完成得分'), 2).value = '满分'


@edit
def weight_label_renamed(wb):
    ws = wb['考核']
    ws.cell(label_row(ws, '按时完成得分'), 1).value = '按期得分'


@edit
def unit_deleted(wb):
    ws = wb['单位目录']
    ws.delete_rows(label_row(ws, '市财政局'))


@edit
def unit_renamed(wb):
    ws = wb['单位目录']
    ws.cell(label_row(ws, '市财政局'), 1).value = '财政局'


@edit
def unit_doubled(wb):
    ws = wb['单位目录']
    r = ws.max_row + 1
    ws.cell(r, 1).value = '市财政局'


@edit
def unit_marks_ticked(wb):
    ws = wb['单位目录']
    for row in ws.iter_rows():
        for cell in row:
            if cell.value == '是':
                cell.value = '√'


@edit
def unit_mark_in_words(wb):
    ws = wb['单位目录']
    for row in ws.iter_rows():
        for cell in row:
            if cell.value == '是':
                cell.value = '大概是'
                return


@edit
def successor_day_in_words(wb):
    ws = wb['单位目录']
    for row in ws.iter_rows():
        for cell in row:
            if isinstance(cell.value, (datetime.datetime, datetime.date)):
                cell.value = '年初'
                return


@edit
def log_line_with_batch_in_words(wb):
    ws = wb['操作记录']
    h, c = header(ws, '批次')
    ws.cell(h + 1, c['批次']).value = '第一批'


@edit
def log_line_with_high_batch(wb):
    ws = wb['操作记录']
    h, c = header(ws, '批次')
    ws.cell(h + 1, c['批次']).value = 'B0900'


@edit
def log_emptied(wb):
    ws = wb['操作记录']
    h, c = header(ws, '批次')
    for r in range(h + 1, ws.max_row + 1):
        for k in range(1, ws.max_column + 1):
            ws.cell(r, k).value = None


@edit
def identity_sheet_removed(wb):
    del wb['_ledger']


@edit
def plan_sheet_removed(wb):
    del wb['_plan']


@edit
def basis_sheet_removed(wb):
    del wb['统计底表']


@edit
def statuses_all_cleared(wb):
    ws = wb[L]
    h, c = header(ws)
    for r in measures(ws):
        for word in ('填报状态', '进度', '完成日期', '最新进展', '存在问题'):
            ws.cell(r, c[word]).value = None


@edit
def status_column_shifted(wb):
    """A sort of the status columns alone: every answer now stands beside another measure."""
    ws = wb[L]
    h, c = header(ws)
    rows = measures(ws)
    words = ('填报状态', '进度', '完成日期', '最新进展', '存在问题')
    lines = [[ws.cell(r, c[w]).value for w in words] for r in rows]
    for r, line in zip(rows, lines[1:] + lines[:1]):
        for w, value in zip(words, line):
            ws.cell(r, c[w]).value = value


def save(function, wb, folder):
    function(wb)
    wb.save(os.path.join(folder, f'{function.__name__}.xlsx'))


def chain(base, out, names):
    """One edit upon the other; those that do not find what they edit change nothing."""
    wb = openpyxl.load_workbook(base)
    known = {function.__name__: function for function in EDITS}
    for name in names:
        try:
            known[name](wb)
        except (KeyError, StopIteration, IndexError, ValueError):
            pass
    wb.save(out)


def main():
    if sys.argv[1] == '--chain':
        chain(sys.argv[2], sys.argv[3], sys.argv[4:])
        return
    base, folder = sys.argv[1:3]
    chosen = set(sys.argv[3:])
    # Each edit has a copy of the process, in which the workbook is read already.
    wb = openpyxl.load_workbook(base)
    for function in EDITS:
        if chosen and function.__name__ not in chosen:
            continue
        child = os.fork()
        if child == 0:
            try:
                save(function, wb, folder)
            except BaseException:
                traceback.print_exc()
                sys.stderr.flush()
                os._exit(1)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            sys.exit(f'{function.__name__} failed')


main()
