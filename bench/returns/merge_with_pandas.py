"""The same by pandas, which reads and writes through openpyxl."""

import sys
from pathlib import Path

import pandas

folder = Path(sys.argv[1])
frames = []
for path in sorted((folder / "returns").iterdir()):
    rows = pandas.read_excel(path, header=None)
    own = rows[pandas.to_numeric(rows[1], errors="coerce").notna()].copy()
    own.insert(0, "head", rows.iat[1, 1])
    frames.append(own)
merged = pandas.concat(frames).drop_duplicates(["head", 1], keep="last")
merged.to_excel(folder / "merged.xlsx", index=False)
print(len(merged))
