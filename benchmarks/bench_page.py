"""How quick the page stays with a long night: 5,000 entries, as a ratio to 100 entries in the same run.

    python benchmarks/bench_page.py                   100 and 5,000 entries, in Chromium
    python benchmarks/bench_page.py --entries 20000   a longer night

For each night: the size of the page, the time that `minutier page` takes to make it, and what a reader waits
for in Chromium, each the median of several: until the page is drawn, until a letter typed into one of the two
searches has its results, until another thousand characters away a row is shown in the source. Then the ratios.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from minutier.cli import run
from minutier.package import open_package
from minutier.page import document, gather

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
POSTS = [
    "{time}: La participation atteint {a},{b}% à 17h dans la commune numéro {n}, selon la préfecture",
    "{time}: \"Nous irons jusqu'au bout, et plutôt {n} fois qu'une\", a lancé Jeanne Martin devant ses soutiens",
    "{time}: Jeanne Martin obtient {a},{b}% des voix selon une estimation Ipsos, Paul Durand {b},{a}%",
    "{time}: La salle numéro {n} se remplit peu à peu ; les militants attendent, les bénévoles servent le café",
    "{time}: Paul Durand appelle à voter pour Jeanne Martin, pour la {n}e fois de la journée",
]
SHOWN = """async () => {
  const rows = [...document.querySelectorAll("#quotes_list a.evidence")].map((link) => link.hash);
  const times = [];
  for (const hash of [rows[0], rows[rows.length - 1], rows[rows.length >> 1], rows[1], rows[rows.length - 2]]) {
    const start = performance.now();
    const arrived = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = hash;
    await arrived;
    document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}"""
TYPED = """(id) => ["n", "no", "nou", "nous", "nous 4", "nous 42", "nous 421"].map((text) => {
  const field = document.getElementById(id), start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - start;
})"""


def night(entries: int) -> str:
    """A live blog of so many posts, the latest first, over as many days as it takes at two posts a minute."""
    lines = []
    for number in range(entries):
        minute = number // 2 % 1440
        clock = f"{minute // 60:02d}h{minute % 60:02d}"
        lines.append(POSTS[number % len(POSTS)].format(time=clock, n=number, a=40 + number % 19, b=20 + number % 17))
    return "Une longue soirée, minute par minute\n\n" + "\n\n".join(reversed(lines)) + "\n"


def build(folder: Path, entries: int) -> Path:
    source = folder / f"{entries}.txt"
    source.write_text(night(entries), encoding="utf-8")
    known = [
        "--date",
        "2017-03-12",
        "--timezone",
        "Europe/Paris",
        "--language",
        "fr",
        "--contest",
        "fr-legislatives-2017",
    ]
    run(["build", str(source), "--out", str(folder / str(entries)), *known])
    return folder / str(entries)


def measured(browser: Any, package: Path) -> dict[str, float]:
    """Milliseconds, but ``size`` in megabytes."""
    start = time.perf_counter()
    text = document(gather(open_package(package)))
    made = time.perf_counter() - start
    path = package / "index.html"
    path.write_text(text, encoding="utf-8")
    loads = []
    for _ in range(5):
        tab = browser.new_page()
        tab.goto(path.as_uri())
        loads.append(tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
        if len(loads) < 5:
            tab.close()
    result = {
        "size": len(text.encode()) / 1e6,
        "made": made * 1000,
        "drawn": statistics.median(loads),
        "quotes searched": statistics.median(tab.evaluate(TYPED, "quotes_search")),
        "source searched": statistics.median(tab.evaluate(TYPED, "evidence_search")),
    }
    tab.reload()
    return {**result, "row shown": statistics.median(tab.evaluate(SHOWN))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=5000)
    entries = parser.parse_args().entries
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        packages = [build(Path(folder), count) for count in (100, entries)]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        short, long = (measured(browser, package) for package in packages)
        browser.close()
    print(f"{'':16}{100:>12}{entries:>12}{'ratio':>8}")
    for name in short:
        unit = "MB" if name == "size" else "ms"
        print(f"{name:16}{short[name]:>9.1f} {unit}{long[name]:>9.1f} {unit}{long[name] / short[name]:>8.1f}")


if __name__ == "__main__":
    main()
