"""Reading and segmenting text, beside the least that anybody could do: decode, split lines, split at times.

    python benchmarks/bench_segment.py

Prints MB of text per second on one core and how many times slower than the baseline that is, both taken in
this run: posts of one sentence (a ticker) and posts of a paragraph, in pages of one night.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

SENTENCE = "Sur 60 % des bulletins, la candidate obtient 23,5 % des voix, selon l'estimation publiée vers 20h30. "
LAYOUTS = {
    "20h41: (a sentence)": ("{h:02}h{m:02}: ", 1),
    "20h41: (a paragraph)": ("{h:02}h{m:02}: ", 5),
    "22h45 (alone on its line)": ("{h:02}h{m:02}\n", 3),
    "22 avril à 20h41 – (a sentence)": ("22 avril à {h:02}h{m:02} – ", 1),
    "12.11.2023, 18:30 heures": ("12.11.2023, {h:02}:{m:02} heures\n", 3),
}
POSTS = 60
RUNS = 15
FRENCH, DAY, PARIS = language("fr"), date(2023, 11, 12), ZoneInfo("Europe/Paris")
TIMES = re.compile(r"(?m)^\W*\d{1,2} ?[h:.] ?\d\d")


def page(label: str, sentences: int) -> bytes:
    """One night: POSTS posts, the newest first."""
    minutes = (8 * 60 + 15 * post for post in reversed(range(POSTS)))
    posts = (label.format(h=minute // 60 % 24, m=minute % 60) + SENTENCE * sentences for minute in minutes)
    return ("La soirée en direct\n\n" + "\n\n".join(posts)).encode()


def work(data: bytes) -> None:
    """What is measured."""
    segment(read_text(data), FRENCH, DAY, PARIS)


def baseline(data: bytes) -> None:
    """The least: characters, lines, and the text cut at the times that begin them."""
    text = data.decode()
    text.splitlines()
    TIMES.split(text)


def seconds(run: Callable[[bytes], None], data: bytes) -> float:
    """The shortest of RUNS runs, over ten pages each."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        for _ in range(10):
            run(data)
        best = min(best, (time.process_time() - start) / 10)
    return best


def main() -> None:
    """Print one line for each layout."""
    print(f"{'layout':32} {'bytes':>8} {'MB/s':>7} {'baseline':>9} {'ratio':>6}")
    for name, (label, sentences) in LAYOUTS.items():
        data = page(label, sentences)
        work(data)
        took, least = seconds(work, data), seconds(baseline, data)
        speed, plain = len(data) / took / 1e6, len(data) / least / 1e6
        print(f"{name:32} {len(data):8} {speed:7.1f} {plain:9.1f} {took / least:6.1f}")


if __name__ == "__main__":
    main()
