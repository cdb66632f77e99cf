"""What is drawn on a terminal with rich: tables that fit its width, bars, and how the shares of a contest moved.

Nothing of this is printed into a pipe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutier.document import Row
from minutier.publish.files import csv_text

if TYPE_CHECKING:
    from rich.bar import Bar
    from rich.console import Group
    from rich.table import Table

BAR = 24
"""Characters of the longest bar."""

GAP = 2
"""Characters between two columns."""

SHORT = 12
"""Up to this width a column is never folded, so that a narrow terminal folds long texts and not names."""

ANNOUNCEMENT = 13
"""Characters that the head of an announcement may take."""


LEAD = "lead"
"""The clock of an introduction: it sums up the night, and announces nothing."""


def table(
    title: str,
    heads: Sequence[str],
    lines: Sequence[Sequence[str]],
    width: int,
    right: Collection[int] = (),
    bars: Sequence[float] = (),
    cut: Collection[int] = (),
) -> Table:
    """A table for a terminal of ``width`` characters. Columns without any value are left out.

    Columns in ``right`` stand to the right, those in ``cut`` lose the end of long values; ``bars`` (parts of one)
    stand beside the lines. A rule's name loses the name of its table, which the title tells.
    """
    from rich.text import Text

    shown = [place for place in range(len(heads)) if not lines or any(line[place] for line in lines)]
    cells = [[_unprefixed(line[place], title) for place in shown] for line in lines]
    widths = [max([len(heads[place]), *(len(line[n]) for line in cells)]) for n, place in enumerate(shown)]
    room = width - GAP * len(shown) - (BAR + GAP if bars else 0) - sum(each for each in widths if each <= SHORT)
    long = sum(each > SHORT for each in widths)
    is_narrow = room < SHORT * long
    drawn = _empty(title)
    for place, widest in zip(shown, widths, strict=True):
        drawn.add_column(
            Text(heads[place]),
            justify="right" if place in right else "left",
            overflow="ellipsis" if place in cut else "fold",
            no_wrap=place in cut,
            max_width=max(SHORT, room // max(1, long)) if place in cut else None,
            min_width=widest if widest <= SHORT and not is_narrow else None,
        )
    if bars:
        drawn.add_column("", width=BAR)
    for number, line in enumerate(cells):
        drawn.add_row(*map(Text, line), *([bar(bars[number])] if bars else []))
    return drawn


def _empty(title: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    return Table(
        title=Text(title, style="bold") if title else None, title_justify="left", box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0), pad_edge=False,
    )  # fmt: skip


def _unprefixed(cell: str, title: str) -> str:
    return cell.removeprefix(f"{title.partition(' ')[0]}.") if title else cell


def bar(part: float) -> Bar:
    """A bar for a part of one."""
    from rich.bar import Bar

    return Bar(1.0, 0.0, part, width=BAR)


@dataclass
class Race:
    """The shares of one contest and round: announcement → option → row, announcements in order of time."""

    contest: str
    round: int | None
    announcements: dict[tuple[str, str, str], dict[str, Row]] = field(default_factory=dict)

    @property
    def latest(self) -> dict[str, Row]:
        """The last row of each option, options with the largest share first."""
        rows: dict[str, Row] = {}
        for shares in self.announcements.values():
            rows |= shares
        return dict(sorted(rows.items(), key=lambda item: (-share(item[1]), item[0])))


def share(row: Row) -> float:
    """The share that a row tells; the middle of a range; 0 when it has neither."""
    ends = [end for end in (row["vote_pct_min"], row["vote_pct_max"]) if end is not None]
    if row["vote_pct"] is not None:
        return float(row["vote_pct"])
    return sum(ends) / len(ends) if ends else 0.0


def races(rows: Sequence[Row], times: Mapping[str, str]) -> list[Race]:
    """The contests and rounds of which the whole was told, and of more than one option or more than once.

    ``rows`` are those of vote_results in order of time, ``times`` the clock of each entry.
    """
    found: dict[tuple[str, int | None], Race] = {}
    for row in rows:
        if row["gp_unit"] or not share(row) or times.get(row["entry_id"]) == LEAD:
            continue
        race = found.setdefault((row["contest_id"] or "", row["round"]), Race(row["contest_id"] or "", row["round"]))
        source = row["pollster"] or row["announced_by"] or row["relayed_by"] or ""
        announcement = (times.get(row["entry_id"], ""), row["result_stage"] or "", source)
        race.announcements.setdefault(announcement, {}).setdefault(row["option"], row)
    return [race for race in found.values() if len(race.latest) > 1 or len(race.announcements) > 1]


def shares(rows: Sequence[Row], times: Mapping[str, str], width: int) -> Iterator[Group]:
    """One table for each contest and round: options, their share in each announcement, a bar of the last one.

    Of more announcements than the width has room for, the last ones are shown.
    """
    from rich.console import Group
    from rich.text import Text

    for race in races(rows, times):
        latest = race.latest
        shown = _fitting(race, width - max(map(len, latest)) - BAR - 3 * GAP)
        hidden = len(race.announcements) - len(shown)
        title = f"shares in percent, {race.contest} round {race.round}"
        title += f" ({hidden} earlier announcement{'s' if hidden > 1 else ''} left out)" if hidden else ""
        chart = _empty("")
        chart.add_column("option", overflow="fold")
        for announcement, _ in shown:
            chart.add_column(Text("\n".join(_heads(announcement))), justify="right", no_wrap=True)
        chart.add_column("last", width=BAR)
        for option, row in latest.items():
            told = (Text(_printed(given[option]) if option in given else "") for _, given in shown)
            chart.add_row(Text(option), *told, bar(share(row) / 100))
        yield Group(Text(title, style="bold"), chart)


def _fitting(race: Race, room: int) -> list[tuple[tuple[str, str, str], dict[str, Row]]]:
    """The last announcements whose columns fit ``room``; one, when there is room for none."""
    shown: list[tuple[tuple[str, str, str], dict[str, Row]]] = []
    for announcement, given in reversed(race.announcements.items()):
        room -= GAP + max(map(len, [*_heads(announcement), *map(_printed, given.values())]))
        if shown and room < 0:
            break
        shown.insert(0, (announcement, given))
    return shown


def _heads(announcement: tuple[str, str, str]) -> list[str]:
    """The lines above the shares of an announcement: when, of which stage, by whom."""
    return [_cut(text) for text in announcement if text]


def _cut(text: str) -> str:
    return text if len(text) <= ANNOUNCEMENT else f"{text[: ANNOUNCEMENT - 1].rstrip()}…"


def _printed(row: Row) -> str:
    about = "~" if row["is_approximate"] else ""
    if row["vote_pct"] is not None:
        return about + csv_text(row["vote_pct"])
    return f"{about}{csv_text(row['vote_pct_min'])}–{csv_text(row['vote_pct_max'])}"
