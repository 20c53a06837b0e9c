"""The figures of 单位透视, made anew by pandas from what the ledger says and not from 透视底表. Usage: FOLDER prints, for each
workbook in it, {workbook: {PivotTable: {"shown": figures, "pandas": figures}}}, figures being {row: {column: number}} without blanks."""
import glob
import json
import os
import re
import sys

import openpyxl
import pandas
from openpyxl.utils.cell import range_boundaries

TOTAL = '总计'


def table(book, tab, name):
    """A tab's table, a column by its header; blank cells are None."""
    sheet = book[tab]
    left, top, right, bottom = range_boundaries(sheet.tables[name].ref)
    head, *rows = sheet.iter_rows(top, bottom, left, right, values_only=True)
    return pandas.DataFrame(rows, columns=head, dtype=object)


def period_order(code):
    """Periods by their last month; of two that end together the longer one comes later."""
    year, quarter, month = re.fullmatch(r'(\d{4})(?:Q(\d)|-(\d\d))?', str(code)).groups()
    last = int(quarter) * 3 if quarter else int(month or 12)
    length = 3 if quarter else 1 if month else 12
    return int(year) * 12 + last, length


def owed(book):
    """Who owes what: a row a measure and unit, groups opened by 单位目录."""
    units = table(book, '单位目录', 'UnitsTable')
    measures = table(book, '台账', 'LedgerTable')
    members = lambda name: list(units.loc[units[name] == '是', '单位']) if name in units.columns else [name]
    sections = list(dict.fromkeys(measures['部分']))
    return pandas.DataFrame(
        [
            {'序号': no, '单位': unit, '部分': f'{sections.index(section) + 1}.{re.sub("^(.+?[)、])", "", section)}'}
            for no, section, leaders in measures[['序号', '部分', '牵头单位']].itertuples(index=False)
            for unit in dict.fromkeys(one for leader in str(leaders).split('、') for one in members(leader))
        ]
    )


def standing(status, completed):
    """A claim of completion counts only with its date."""
    if pandas.isna(status):
        return '未填报'
    return '推进中' if status == '已完成' and pandas.isna(completed) else status


def assignments(book):
    """A row an assignment and period, as 填报明细 has it: what was last reported up to the period, if anything was."""
    entries = table(book, '填报明细', 'EntriesTable')
    reports = entries[entries['类型'].isin(['填报', '手工修改']) & (entries['是否有效'] != '已撤销')]
    settings = {row[0]: row[1] for row in book['设置'].iter_rows(values_only=True)}
    current = str(settings['当前报送期'])
    returns = table(book, '报送情况', 'SubmissionsTable')
    # Papers that are kept, and returns that went back, say of no period that something was reported.
    others = ['已撤销', '收存', '退件']
    handed_in = returns.loc[returns['报送日期'].notna() & ~returns['报送情况'].isin(others), '报送期']
    known = {str(one) for one in [*reports['报送期'], *handed_in] if one is not None} | {current}
    everything = []
    for period in sorted(known, key=period_order):
        if period_order(period) > period_order(current):
            continue
        # Whatever is reported ahead of its time already holds now.
        of = reports if period == current else reports.loc[[period_order(one) <= period_order(period) for one in reports['报送期']]]
        order = [(*period_order(one), number) for one, number in zip(of['报送期'], of['条目号'])]
        last = of.assign(order=order).sort_values('order').drop_duplicates(['序号', '牵头单位'], keep='last')
        last = last.rename(columns={'牵头单位': '单位'})[['序号', '单位', '填报状态', '完成日期', '进度']]
        rows = owed(book).merge(last, how='left', on=['序号', '单位'])
        everything.append(rows.assign(报送期=period, 本期=period == current))
    rows = pandas.concat(everything)
    rows['填报状态'] = [standing(*said) for said in zip(rows['填报状态'], rows['完成日期'])]
    rows['进度'] = pandas.to_numeric(rows['进度'])
    rows['应报'] = 1
    rows['已完成'] = (rows['填报状态'] == '已完成').astype(int)
    rows['计入'] = rows['已完成'].where(rows['填报状态'] != '长期坚持')
    rows = rows.reset_index(drop=True)
    deadline, as_of = in_force(book, rows), pandas.Timestamp(settings['统计截止日'])
    is_open = rows['已完成'] == 0
    rows['逾期'] = (is_open & (deadline < as_of)).astype(int)
    soon = as_of + pandas.Timedelta(days=int(settings['临期天数']))
    rows['临期'] = (is_open & (deadline >= as_of) & (deadline <= soon)).astype(int)
    return rows


def planned_deadlines(book):
    """Of measures that are to be done by the end of a month or year, as the plan's own text has it."""
    found = {}
    for _, line, *_ in book['_plan'].iter_rows(values_only=True):
        measure = re.match(r'\((\d+)\).*?(\d{4})年(?:(\d+)月)?底完成', str(line))
        if measure:
            no, year, month = measure.groups()
            found[int(no)] = pandas.Timestamp(int(year), int(month or 12), 1) + pandas.offsets.MonthEnd(0)
    return found


def in_force(book, rows):
    """The deadline of each row: what the plan says, unless another one was approved."""
    acts = table(book, '核实督办', 'ActsTable')
    asked = acts[acts['类型'] == '延期'].sort_values('条目号')
    approved = asked[(asked['结果'] == '批准') & (asked['是否有效'] != '已撤销')]
    planned = planned_deadlines(book)
    later = {(int(no), unit): day for no, unit, day in approved[['序号', '牵头单位', '新时限']].itertuples(index=False)}
    days = [later.get((no, unit), planned.get(no)) for no, unit in rows[['序号', '单位']].itertuples(index=False)]
    return pandas.to_datetime(pandas.Series(days, index=rows.index), errors='coerce')


def plain(frame):
    """{row: {column: figure}} of a pivot table, blanks left out."""
    word = lambda key: ' '.join(key) if isinstance(key, tuple) else str(key)
    return {
        str(row): {word(column): round(float(figure), 9) for column, figure in figures.items() if pandas.notna(figure)}
        for row, figures in frame.iterrows()
    }


def by_pandas(book):
    rows = assignments(book)
    now = rows[rows['本期']]
    sums = {'aggfunc': 'sum', 'margins': True, 'margins_name': TOTAL}
    by_section = now.pivot_table('应报', '部分', '填报状态', **sums)
    shares = by_section.div(by_section[TOTAL], axis=0)
    side_by_side = {'项数': by_section, '占比': shares}
    by_unit = rate(now)
    by_period = {
        (period, caption): figures
        for period, of in rows.groupby('报送期')
        for caption, figures in rate(of)[['完成项数', '平均进度（%）']].items()
    }
    return {
        'UnitStatusPivot': plain(now.pivot_table('应报', '单位', '填报状态', **sums)),
        'UnitMeasurePivot': plain(by_unit),
        'SectionStatusPivot': plain(pandas.concat(side_by_side, axis=1).swaplevel(axis=1)),
        'UnitPeriodPivot': plain(pandas.DataFrame(by_period)),
    }


def rate(rows):
    """Counts, average progress and completion rate by unit and in all."""
    values = {'应报': 'sum', '已完成': 'sum', '逾期': 'sum', '临期': 'sum', '进度': 'mean', '计入': 'mean'}
    made = [
        rows.pivot_table(column, '单位', aggfunc=how, margins=True, margins_name=TOTAL, dropna=False)
        for column, how in values.items()
    ]
    names = {
        '应报': '应报项数',
        '已完成': '完成项数',
        '逾期': '逾期项数',
        '临期': '临期项数',
        '进度': '平均进度（%）',
        '计入': '完成率',
    }
    return pandas.concat(made, axis=1).rename(columns=names)


def shown(book):
    """What each PivotTable shows before anybody refreshes it."""
    sheet = book['单位透视']
    return {pivot.name: lines(sheet, pivot) for pivot in sheet._pivots}


def lines(sheet, pivot):
    left, top, right, bottom = range_boundaries(pivot.location.ref)
    cells = [list(row) for row in sheet.iter_rows(top, bottom, left, right, values_only=True)]
    heads, body = cells[: pivot.location.firstDataRow], cells[pivot.location.firstDataRow :]
    names = list(pandas.Series(heads[-2 if len(heads) > 2 else -1][1:]).ffill())
    captions = heads[-1][1:] if len(heads) > 2 else [None] * len(names)
    columns = [name if caption is None else f'{name} {caption}' for name, caption in zip(names, captions)]
    return {
        str(name): {
            column: round(float(figure), 9)
            for column, figure in zip(columns, figures)
            if figure is not None
        }
        for name, *figures in body
    }


def compared(path):
    book = openpyxl.load_workbook(path, data_only=True)
    made, seen = by_pandas(book), shown(book)
    return {name: {'shown': seen.get(name), 'pandas': made[name]} for name in made}


if __name__ == '__main__':
    paths = sorted(glob.glob(os.path.join(sys.argv[1], '*.xlsx')))
    print(json.dumps({os.path.basename(path): compared(path) for path in paths}))
