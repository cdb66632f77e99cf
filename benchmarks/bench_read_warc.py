"""Memory that reading a WARC archive takes, while the archive grows: it has to stay flat.

    python benchmarks/bench_read_warc.py [--megabytes 1000]

Writes two archives of pages to a temporary folder, the second ten times the first, reads each in a process of its
own, and prints the peak memory of both and their ratio. No two pages are the same.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

from bench_read_html import page

from minutier.read import read_file

POSTS = 200


def record(number: int, payload: bytes) -> bytes:
    """An answer as a crawler archives it."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://journal.example/{number}\r\n"
        "WARC-Date: 2021-06-27T20:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def write(path: Path, size: int) -> None:
    """An archive of at least ``size`` bytes."""
    payload = page(POSTS).encode()
    with path.open("wb") as file:
        number = 0
        while file.tell() < size:
            own = payload.replace(b"2021-06-27", f"{2000 + number % 25}-06-{number % 28 + 1:02}".encode())
            file.write(record(number, own.replace(b"post-", f"post-{number}-".encode())))
            number += 1


def measure(path: Path) -> tuple[int, float, int]:
    """Live blogs found, seconds of processor time, and peak memory in KiB."""
    start = time.process_time()
    found = sum(1 for _ in read_file(path))
    return found, time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=1000)
    whole = parser.parse_args().megabytes * 1_000_000
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for part in (whole // 10, whole):
            path = Path(folder) / f"{part}.warc"
            write(path, part)
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                found, seconds, peak = pool.apply(measure, (path,))
            peaks.append(peak)
            size = path.stat().st_size / 1e6
            print(f"{size:7.0f} MB  {found:5} live blogs  {seconds:6.1f} s  peak {peak // 1024} MiB")
    print(f"ten times the archive takes {peaks[1] / peaks[0]:.2f} times the memory")


if __name__ == "__main__":
    main()
