"""How fast rows are read from entries: the whole extraction, and each table, on the shipped chronicles.

Run: python benchmarks/bench_extract.py [--repeat N] [--profile] [FILE ...]

Prints, for all tables together and for each alone, millions of characters a second and the ratio of its time to
that of finding the people of the documents, taken in the same run. With --profile it prints the share of each
module instead: its own lines, the regular expressions they run, and the other calls they make into C. FILEs are
live blogs to read instead of the shipped ones.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import time
from collections import Counter
from collections.abc import Callable, Sequence
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


def cases(paths: Sequence[Path]) -> list[Case]:
    """Live blogs, read and segmented."""
    found = []
    for path in paths:
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


def print_profile(run: Callable[[], object], repeat: int) -> None:
    """Which part of the time each module takes, in percent: own lines, expressions, other calls into C."""
    profile = cProfile.Profile(time.process_time)
    gc.disable()  # it would be charged to whoever happens to be running
    for _ in range(repeat):
        profile.runcall(run)
    gc.enable()
    own, patterns, others = Counter[str](), Counter[str](), Counter[str]()
    for (file, _, name), (_, _, taken, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        if "minutier" in file:
            own[_module(file)] += taken
            continue
        column = patterns if "re.Pattern" in name else others
        for (caller, _, _), (_, _, spent, _) in callers.items():
            column[_module(caller)] += spent
    whole = sum(own.values()) + sum(patterns.values()) + sum(others.values())
    print(f"{'module':28} {'all':>6} {'own':>6} {'regex':>6} {'other':>6}")
    for module, _ in (own + patterns + others).most_common(20):
        shares = (own[module], patterns[module], others[module])
        print(f"{module:28}", *(f"{100 * share / whole:5.1f}%" for share in (sum(shares), *shares)))


def _module(file: str) -> str:
    return file.rpartition("minutier/")[2].removesuffix(".py") if "minutier" in file else "libraries"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    repeat, documents = arguments.repeat, cases(arguments.files or sorted(SOURCES.iterdir()))
    size = sum(len(document.text) for document, *_ in documents) / 1e6
    tables = dict(extraction.TABLES)

    def read() -> None:
        for case in documents:
            extraction.extract(*case)

    read()  # vocabularies are compiled once
    if arguments.profile:
        print_profile(read, repeat)
        return
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
