"""How fast rows are read from entries: the whole extraction, and each table, on the shipped chronicles.

Run: python benchmarks/bench_extract.py [--repeat N]

Prints, for all tables together and for each alone, millions of characters a second and the ratio of its time to
that of finding the people of the documents, taken in the same run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from minutier import extract as extraction
from minutier.document import Document, Entry, Liveblog
from minutier.extract.people import People
from minutier.languages import Language, detect, language
from minutier.read import read_file
from minutier.segment import day_of, segment

SOURCES = Path(__file__).parent.parent / "data" / "sources"

Case = tuple[Document, tuple[Entry, ...], Liveblog, Language]


def cases() -> list[Case]:
    """The shipped chronicles, read and segmented."""
    found = []
    for path in sorted(SOURCES.iterdir()):
        for document in read_file(path):
            tongue = language(detect(document.text) or "fr")
            zone = "Europe/Paris" if tongue.code == "fr" else "Europe/London"
            day = day_of(document, tongue) or date(2017, 1, 1)
            entries = segment(document, tongue, day, ZoneInfo(zone)).entries
            liveblog = Liveblog(
                liveblog_id=path.stem, language=tongue.code, timezone=zone, date=day, contest_id="contest", round=1
            )
            found.append((document, entries, liveblog, tongue))
    return found


def seconds(run: Callable[[], object], repeat: int) -> float:
    """The best processor time of several runs, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    documents = cases()
    size = sum(len(document.text) for document, *_ in documents) / 1e6
    tables = dict(extraction.TABLES)

    def read() -> None:
        for case in documents:
            extraction.extract(*case)

    read()  # vocabularies are compiled once
    people = seconds(lambda: [People(document.text, tongue) for document, _, _, tongue in documents], repeat)
    print(f"{'what':28} {'MB/s':>8} {'ratio':>8}")
    for name in ("all", *tables):
        extraction.TABLES.clear()
        extraction.TABLES.update(tables if name == "all" else {name: tables[name]})
        taken = seconds(read, repeat)
        print(f"{name:28} {size / taken:8.2f} {taken / people:8.1f}")
    extraction.TABLES.update(tables)


if __name__ == "__main__":
    main()
