"""How fast two packages are compared, and in how much memory: a million rows a side by default.

    python benchmarks/bench_diff.py                  a million rows a side, CSV
    python benchmarks/bench_diff.py --parquet        the same as Parquet
    python benchmarks/bench_diff.py --rows 100000

The tables have an identifier, a time, numbers, a boolean and texts; a thousandth of the rows are removed, as
many added, a hundredth changed, and all stand in another order. Measured is the command as one runs it: seconds,
memory at the peak, and the ratio to a bare reading of the same two files by pyarrow in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

FIELDS = [
    {"name": "vote_result_id", "type": "string"},
    {"name": "entry_id", "type": "string"},
    {"name": "announced_at", "type": "datetime"},
    {"name": "option", "type": "string"},
    {"name": "gp_unit", "type": "string"},
    {"name": "round", "type": "integer"},
    {"name": "vote_pct", "type": "number"},
    {"name": "votes", "type": "integer"},
    {"name": "is_approximate", "type": "boolean"},
    {"name": "rule", "type": "string"},
]
READING = "import sys, pyarrow.csv as csv, pyarrow.parquet as pq\nfor path in sys.argv[1:]: {read}(path)"


def row(number: int) -> list[Any]:
    draw = random.Random(number)
    votes = draw.randrange(50_000)
    return [
        f"result-{draw.getrandbits(48):012x}",
        f"fr-night-{number % 97}.20170129T{18 + number % 5}{number % 60:02}.{draw.getrandbits(32):08x}",
        f"2017-01-29T{18 + number % 5}:{number % 60:02}:00+01:00",
        draw.choice(["Benoît Hamon", "Manuel Valls", "Arnaud Montebourg", "Vincent Peillon"]),
        f"Commune n° {number % 35_000}",
        number % 2 + 1,
        draw.randrange(10_000) / 100,
        votes if votes % 7 else None,
        votes % 5 == 0,
        "vote_results.figure_for_option",
    ]


def write(folder: Path, rows: list[list[Any]], form: str) -> Path:
    import polars as pl

    folder.mkdir()
    names = [str(field["name"]) for field in FIELDS]
    frame = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    path = folder / f"vote_results.{form}"
    if form == "parquet":
        frame.write_parquet(path)
    else:
        frame.write_csv(path)
    schema = {"fields": FIELDS, "primaryKey": "vote_result_id"}
    resources = [{"name": "vote_results", "type": "table", "path": path.name, "format": form, "schema": schema}]
    (folder / "datapackage.json").write_text(json.dumps({"name": "bench", "resources": resources}), encoding="utf-8")
    return path


def packages(folder: Path, count: int, form: str) -> list[Path]:
    gone = count // 1000
    old = [row(number) for number in range(count)]
    paths = [write(folder / "old", old, form)]
    new = old[gone:] + [row(number) for number in range(count, count + gone)]
    for number in range(0, len(new), 100):
        new[number] = [*new[number][:6], (new[number][6] or 0) + 0.01, *new[number][7:]]
    random.Random(0).shuffle(new)
    paths.append(write(folder / "new", new, form))
    return paths


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and MiB at the peak of a command."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--parquet", action="store_true")
    options = parser.parse_args()
    form = "parquet" if options.parquet else "csv"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = packages(folder, options.rows, form)
        size = sum(path.stat().st_size for path in paths) / 1e6
        read = "pq.read_table" if options.parquet else "csv.read_csv"
        reading, _ = measured(["-c", READING.format(read=read), *map(str, paths)])
        command = ["-m", "minutier", "diff", str(folder / "old"), str(folder / "new"), "--format", "json"]
        seconds, memory = measured(command)
        print(f"{options.rows:,} rows a side, {size:.0f} MB of {form} in all")
        print(f"reading by pyarrow  {reading:6.1f} s")
        print(f"minutier diff       {seconds:6.1f} s  {memory:6.0f} MiB  {seconds / reading:.1f} times the reading")


if __name__ == "__main__":
    main()
