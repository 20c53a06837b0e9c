"""The clerk's script as a whole: every row of the returned files, merged, in one new workbook; no checks."""

import sys
from pathlib import Path

import openpyxl

folder = Path(sys.argv[1])
merged = {}
for path in sorted((folder / "returns").iterdir()):
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    head = sheet.cell(2, 2).value
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if isinstance(row[1], (int, float)):
            merged[(head, int(row[1]))] = row
book = openpyxl.Workbook()
for (head, _), row in merged.items():
    book.active.append([head, *row])
book.save(folder / "merged.xlsx")
print(len(merged))
