"""How fast packages are validated, as a ratio to ``frictionless validate`` on the same files in the same run.

    python benchmarks/bench_validate.py               20,000 rows a table by both, CSV and Parquet
    python benchmarks/bench_validate.py --rows 1000000  the same at full size; frictionless takes minutes
    python benchmarks/bench_validate.py --large 1000000  besides, minutier alone on a large package
    python benchmarks/bench_validate.py --errors 10000   with that many seeded defects
    python benchmarks/bench_validate.py --rows 1000000 --estimate 20000  frictionless reads Parquet of 20,000 rows
                                                      only; its time for the million is estimated from that
    python benchmarks/bench_validate.py --rows 0 --start  how soon the answer on the shipped package is there

Each validator runs as a command of its own; what is printed are rows per second, memory at the peak, and
ratios: of the clock, for a machine that does nothing else, and of the processors' time, which holds on a busy one
too. The package has two tables, ``entries`` and ``quotes``, of as many rows each, with pattern,
enumeration, unique, required, minimum, times with zones, primary keys and a foreign key: at a million rows
440 MB of CSV.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

PARIS = timezone(timedelta(hours=1))
NIGHT = datetime(2017, 1, 29, 18, 0, tzinfo=PARIS)
POSTS = 200
"""Entries of one live blog."""
WORDS = """
bureau candidat chiffre commune conseil décompte dépouillement duel électeur équipe estimation heure ligne
maire majorité militant participation parti président projection province quartier rassemblement résultat
salle scrutin second sondage soirée soutien suffrage tendance tour urne victoire ville voix vote
""".split()  # noqa: SIM905 — read as words
TABLES = ("entries", "quotes")


def string(name: str, **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": "string", "constraints": constraints}


def integer(name: str, **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": "integer", "constraints": constraints}


REQUIRED = {"required": True}
SCHEMAS: dict[str, dict[str, Any]] = {
    "entries": {
        "fields": [
            string("entry_id", required=True, unique=True, pattern=r"[a-z0-9-]+\.[0-9T]+\.[0-9a-f]{8}"),
            string("liveblog_id", required=True),
            integer("position", required=True, minimum=1),
            string("section", required=True, enum=["lead", "update"]),
            string("time_label"),
            {"name": "date_published", "type": "datetime", "constraints": REQUIRED},
            string("text", required=True),
            integer("char_start", required=True, minimum=0),
            integer("char_end", required=True, minimum=0),
            {"name": "is_pinned", "type": "boolean", "constraints": REQUIRED},
        ],
        "primaryKey": ["entry_id"],
    },
    "quotes": {
        "fields": [
            string("quote_id", required=True, unique=True, pattern="quote-[0-9a-f]{12}"),
            string("entry_id", required=True),
            string("liveblog_id", required=True),
            integer("position", required=True, minimum=1),
            string("quote", required=True),
            string("quote_type", required=True, enum=["sentence", "fragment", "tweet"]),
            string("speaker"),
            string("speaker_type", enum=["person", "organization", "group", "anonymous"]),
            integer("char_start", required=True, minimum=0),
            integer("char_end", required=True, minimum=0),
            string("rule", required=True, pattern=r"[a-z0-9_]+(\.[a-z0-9_]+)*"),
        ],
        "primaryKey": ["quote_id"],
        "foreignKeys": [{"fields": ["entry_id"], "reference": {"resource": "entries", "fields": ["entry_id"]}}],
    },
}


def entry_of(number: int) -> tuple[str, str]:
    """Identifiers of an entry and its live blog."""
    blog = f"journal-du-soir-{number // POSTS:05d}"
    minute = NIGHT + timedelta(minutes=number % POSTS * 2)
    digest = hashlib.blake2s(number.to_bytes(8), digest_size=4).hexdigest()
    return f"{blog}.{minute:%Y%m%dT%H%M}.{digest}", blog


def text_of(number: int) -> str:
    """The text of an entry; quotation marks, commas and line breaks stand in one of five."""
    chance = random.Random(number)
    text = " ".join(chance.choices(WORDS, k=11))
    return f'{text[:40]}, "{text[40:]}"\n\n{text[:9]}' if number % 5 == 0 else text


def rows(table: str, count: int) -> Iterator[list[Any]]:
    """The rows of a table, always the same; a quote is part of its entry's text."""
    for number in range(count):
        identifier, blog = entry_of(number)
        text = text_of(number)
        place = number % POSTS
        start = place * 400
        if table == "entries":
            minute = NIGHT + timedelta(minutes=place * 2)
            section = "update" if place else "lead"
            yield [identifier, blog, place + 1, section, f"{minute:%Hh%M}", minute.isoformat(), text, start,
                   start + len(text), "true" if place == 3 else "false"]  # fmt: skip
        else:
            digest = hashlib.blake2s(number.to_bytes(8), digest_size=6).hexdigest()
            quote = text[10:-10]
            speaker = "" if place % 7 == 0 else f"{quote[:7].title()} {quote[-9:].title()}"
            kind = ("sentence", "fragment", "tweet")[place % 3]
            yield [f"quote-{digest}", identifier, blog, 1, quote, kind, speaker, "person" if speaker else "",
                   start + 10, start + 10 + len(quote), "after_verb.colon"]  # fmt: skip


def defect(row: list[Any], chance: random.Random) -> list[Any]:
    """The row with one defect: of type, of constraint, of key, or a row too long or too short."""
    kind = chance.randrange(6)
    if kind == 0:
        row[-3] = "many"
    elif kind == 1:
        row[3] = ""
    elif kind == 2:
        row[0] = "No Identifier"
    elif kind == 3:
        row[1] = "nowhere.20170129T1800.00000000"
    elif kind == 4:
        return [*row, "extra"]
    else:
        return row[:-1]
    return row


def make_csv(folder: Path, count: int, errors: int) -> None:
    """Write the package as CSV, with ``errors`` defects in all."""
    folder.mkdir(parents=True)
    chance = random.Random(errors)
    resources = []
    for table in TABLES:
        bad = set(chance.sample(range(count), min(count, errors // len(TABLES))))
        path = folder / f"{table}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([field["name"] for field in SCHEMAS[table]["fields"]])
            for number, row in enumerate(rows(table, count)):
                writer.writerow(defect(row, chance) if number in bad else row)
        resources.append(described(path, table, {"encoding": "utf-8"}))
    describe(folder, resources)


def make_parquet(folder: Path, source: Path) -> None:
    """Write the same tables as Parquet, typed."""
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    folder.mkdir(parents=True)
    kinds = {
        "string": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "datetime": pa.timestamp("us", "UTC"),
    }
    resources = []
    for table in TABLES:
        types = {field["name"]: kinds[field["type"]] for field in SCHEMAS[table]["fields"]}
        options = pyarrow.csv.ConvertOptions(column_types=types)
        parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
        path = folder / f"{table}.parquet"
        with (
            pyarrow.csv.open_csv(source / f"{table}.csv", parse_options=parse, convert_options=options) as reader,
            pyarrow.parquet.ParquetWriter(path, reader.schema) as writer,
        ):
            for batch in reader:
                writer.write_batch(batch)
        resources.append(described(path, table, {"format": "parquet"}))
    describe(folder, resources)


def described(path: Path, table: str, more: dict[str, Any]) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table,
        "type": "table",
        "path": path.name,
        "schema": SCHEMAS[table],
        **more,
    }
    if path.suffix == ".csv":  # frictionless calls the right size of a Parquet file wrong
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        resource |= {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}
    return resource


def describe(folder: Path, resources: list[dict[str, Any]]) -> None:
    schema = "https://datapackage.org/profiles/2.0/datapackage.json"
    text = json.dumps({"$schema": schema, "name": "benchmark", "resources": resources})
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


Outcome = tuple[float, float, int]
"""Seconds, seconds of processor on all cores, and memory at the peak in MiB."""


def measured(command: list[str]) -> Outcome:
    """What a command takes. On a busy machine the processor's seconds say more than those of the clock."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, **pipes) as process:  # type: ignore[call-overload]
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{errors.decode()}")
    memory = usage.ru_maxrss // (1024 if sys.platform != "darwin" else 1 << 20)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, memory


def minutier(folder: Path, *options: str) -> Outcome:
    descriptor = str(folder / "datapackage.json")
    return measured([sys.executable, "-m", "minutier", "validate", descriptor, "--format", "json", *options])


def frictionless(folder: Path) -> Outcome:
    descriptor = str(folder / "datapackage.json")
    return measured(
        [sys.executable, "-m", "frictionless", "validate", descriptor, "--json", "--limit-errors", "1000000"]
    )


def told(name: str, count: int, outcome: Outcome) -> None:
    seconds, processor, memory = outcome
    rate = 2 * count / seconds
    print(f"  {name:<30}{seconds:8.2f} s{processor:8.2f} s CPU{rate:14,.0f} rows/s{memory:8,} MiB", flush=True)


def compare(folder: Path, what: str, count: int, sample: tuple[Path, Path, int] | None = None) -> None:
    """Both validators on the same files; ours twice, the better counts, since it may meet a cold cache.

    With a ``sample`` (a package of a few rows, one of more, and how many) frictionless reads that alone, and its time
    for all rows is estimated as a start and so much for each row.
    """
    print(f"{what}, {count:,} rows in each of two tables")
    own = min(minutier(folder, "--no-rules"), minutier(folder, "--no-rules"))
    with_rules = minutier(folder)
    told("minutier", count, own)
    told("minutier, rules across tables", count, with_rules)
    if sample is None:
        other = frictionless(folder)
        told("frictionless", count, other)
    else:
        tiny, small, rows_read = sample
        start, measured_on = frictionless(tiny), frictionless(small)
        told(f"frictionless, {rows_read:,} rows", rows_read, measured_on)
        seconds, processor = (start[at] + (measured_on[at] - start[at]) * count / rows_read for at in (0, 1))
        other = (seconds, processor, measured_on[2])
        told("frictionless, estimated", count, other)
    for what, place in (("ratio", 0), ("ratio of CPU", 1)):
        print(
            f"  {what} {other[place] / own[place]:.1f}, with rules {other[place] / with_rules[place]:.1f}", flush=True
        )


def start_up() -> None:
    """The shipped package, five times by turns; the best of each counts."""
    root = Path(__file__).resolve().parent.parent
    rounds = [(minutier(root)[0], minutier(root, "--no-rules")[0], frictionless(root)[0]) for _ in range(5)]
    own, without, other = (min(times) for times in zip(*rounds, strict=True))
    print(f"the shipped package: minutier {own:.2f} s, without rules {without:.2f} s, frictionless {other:.2f} s")


def alone(folder: Path, what: str, count: int) -> None:
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    print(f"{what}, {count:,} rows in each of two tables, {size:,.0f} MB")
    told("minutier", count, min(minutier(folder, "--no-rules"), minutier(folder, "--no-rules")))
    told("minutier, rules across tables", count, minutier(folder))


def parquet_sample(folder: Path, count: int) -> Path:
    """The same tables with fewer rows, as Parquet."""
    source, made = folder / f"csv-{count}-0", folder / f"parquet-{count}"
    if not source.exists():
        make_csv(source, count, 0)
    if not made.exists():
        make_parquet(made, source)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000, help="rows of each table for both validators; 0 for none")
    parser.add_argument("--large", type=int, default=0, help="rows of each table for minutier alone")
    parser.add_argument("--errors", type=int, default=0, help="defects in the CSV package")
    parser.add_argument("--estimate", type=int, default=0, help="rows of Parquet for frictionless, in place of all")
    parser.add_argument("--start", action="store_true", help="besides, the time until the shipped package is judged")
    parser.add_argument("--no-parquet", action="store_true", help="leave out Parquet, on which frictionless is slow")
    parser.add_argument("--folder", type=Path, help="keep the packages here and use them again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for count, run in ((options.rows, compare), (options.large, alone)):
            if not count:
                continue
            csv_folder = folder / f"csv-{count}-{options.errors}"
            if not csv_folder.exists():
                make_csv(csv_folder, count, options.errors)
            run(csv_folder, f"CSV with {options.errors:,} defects" if options.errors else "CSV", count)
            if not options.errors and not options.no_parquet:
                parquet_folder = folder / f"parquet-{count}"
                if not parquet_folder.exists():
                    make_parquet(parquet_folder, csv_folder)
                if run is compare and options.estimate:
                    tiny, small = (parquet_sample(folder, size) for size in (20, options.estimate))
                    compare(parquet_folder, "Parquet", count, (tiny, small, options.estimate))
                else:
                    run(parquet_folder, "Parquet", count)
        if options.start:
            start_up()


if __name__ == "__main__":
    main()
