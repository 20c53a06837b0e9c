"""What a clerk's script would do with returned files: read every row and merge them, no checks."""

import sys
import time
from pathlib import Path

import openpyxl

begun = time.process_time()
merged = {}
for path in sorted((Path(sys.argv[1]) / "returns").iterdir()):
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    head = sheet.cell(2, 2).value
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if isinstance(row[1], (int, float)):
            merged[(head, int(row[1]))] = row[5:]
print(len(merged), time.process_time() - begun)
