"""The stage of a row, where what the figure counts or what is said after it tells more than its sentence."""

from __future__ import annotations

import re

from minutier.document import Row
from minutier.extract.options import Option
from minutier.extract.results.reading import Reading, staged
from minutier.extract.scope import Scope
from minutier.extract.stages import Night, Stage


def settled(scope: Scope, column: str, value: float | None, option: Option, reading: Reading) -> Stage:
    """The stage of a figure by what it counts, where that says more than the words."""
    told = scope.stage
    if column == "votes" and told.rule == "under_way" and _is_declared(scope, reading):
        return Stage("final", "declared")
    if column == "votes" and told.name == "projection":  # ballots are counted, not estimated
        is_counted = value is not None and value % _ROUND != 0
        if is_counted and (told.is_own or scope.gp_unit):
            told = Stage()  # what is expected is something else
        elif not told.is_own:
            return Stage("partial", "ballots")
    is_ahead = column == "seats" and scope.round > reading.context.liveblog.round and told.rule != "words"
    if is_ahead and told.name == "opinion_poll" and not scope.night.is_before_estimates:
        return told._replace(name="projection")  # what an institute makes of the votes cast
    if told.name:
        return told
    text, start = reading.context.text, reading.sentence_start
    if not scope.gp_unit and reading.context.count and reading.grammar.still_by.search(text, start, start + _HEAD):
        return Stage(reading.context.count, "still_by")  # “Le reste du tableau, toujours d'après le ministère : …”
    if column == "seats" and not scope.gp_unit and (tally := _of_tally(value, scope, option, reading)).name:
        return tally
    if column in ("votes", "seats") or (option.type == "answer" and scope.gp_unit):
        return Stage("final", "declared")
    return Stage("final", "summary") if reading.entry.section == "lead" else told


_ROUND = 100
"""What a number of ballots that is foretold is rounded to: one that is not was counted."""

_HEAD = 80
"""Characters of a sentence in which it says whose figures they are still."""


def _is_declared(scope: Scope, reading: Reading) -> bool:
    """``X holds on with 20,030 votes; Y is trailing on 6,121``: whether the post has told who has won a seat,
    and with how many votes.
    """
    won = {call.option.name for call in reading.calls if call.status == "winner"}
    return any(
        row["option"] in won and row.get("votes") is not None and (row["gp_unit"] or "") == scope.gp_unit
        for row, stage in zip(reading.rows, reading.stages, strict=False)
        if stage.name == "final"
    )


def _of_tally(value: float | None, scope: Scope, option: Option, reading: Reading) -> Stage:
    """The stage of seats of the whole contest: by the tally of the lead, written when all was over, or the hour."""
    if reading.entry.section == "lead":
        return Stage()
    last = reading.context.tally.get(option.name)
    if last is not None and value is not None:
        return Stage("final" if value == last else "partial", "tally")
    is_open = scope.night.is_counting or reading.context.count == "partial"
    return Stage("partial", "still_counting") if is_open else Stage()


def remember_tally(reading: Reading) -> None:
    """The seats of the whole contest that the lead gives, those that are still counted left out."""
    if reading.entry.section != "lead":
        return
    for row, stage in zip(reading.rows, reading.stages, strict=False):
        if stage.name == "final" and row.get("seats") is not None and not row["gp_unit"]:
            reading.context.tally.setdefault(row["option"], row["seats"])


def hold_for_sentence(before: int, scope: Scope, reading: Reading) -> None:
    """``36 to 39 seats``: no count is a range; the other figures of its sentence are estimates with it."""
    new = range(before, len(reading.rows))
    if any(reading.rows[i].get("seats_min") or reading.rows[i].get("vote_pct_min") for i in new):
        name = "opinion_poll" if scope.night.is_before_estimates else "projection"
        for index in new:
            if reading.stages[index].name in ("", "final") or reading.stages[index].rule == "still_counting":
                reading.stages[index] = Stage(name, "range")


def hold_for_figures_before(before: int, scope: Scope, carried: Scope, reading: Reading) -> None:
    """``X is on 39.8%, Y on 35.6%. Nine booths to come.``: how the count stands, said after the figures of the post
    or, with figures of its own, behind a semicolon.
    """
    text, start = reading.context.text, reading.sentence_start
    is_said_after = scope.stage.rule == "words" and len(reading.rows) == before and carried.stage != scope.stage
    if is_said_after and reading.grammar.that_is.match(text, start):
        for index in range(before):  # “Labour 239, the SNP 58. That is the exit poll”
            if reading.stages[index].rule in _OPEN:
                reading.stages[index] = Stage(scope.stage.name, "told_after")
    if scope.stage.rule not in ("count_told", "share_counted"):
        return
    area = scope.gp_unit if scope.gp_unit != carried.gp_unit else ""
    has_own = len(reading.rows) > before
    for index in range(reading.rows_before_sentence if has_own else 0, before):
        row = reading.rows[index]
        is_open = reading.stages[index].rule in ("", "declared", "under_way", "still_counting")
        if is_open and row["round"] == reading.context.liveblog.round and area in ("", row["gp_unit"]):
            reading.stages[index] = Stage(scope.stage.name, "count_told_after")
            for column in ("counted_pct", "sub_units_reported", "total_sub_units"):
                row[column] = row[column] if row[column] is not None else getattr(scope, column)


_OPEN = ("", "declared", "under_way", "still_counting", "before_count")
"""What gives way to a stage that is said after the figures."""


def hold_for_place(reading: Reading) -> None:
    """``Dans le Nord-Est, X a 38,7 % et deux sièges, Y 19,4 % et le dernier``: where the seats or votes of one place
    are declared, so are the other figures that the post gives of the same vote there.
    """
    rows, stages = reading.rows, reading.stages
    declared = {
        (row["gp_unit"], row["round"])
        for row, stage in zip(rows, stages, strict=True)
        if stage == Stage("final", "declared") and row["gp_unit"]
    }
    for index, row in enumerate(rows):
        if not stages[index].name and (row["gp_unit"], row["round"]) in declared:
            stages[index] = Stage("final", "declared_beside")


def remember_count(night: Night, reading: Reading) -> None:
    """How the count of the whole contest stands, by what the post says of figures without an area. Before the first
    estimates only a partial count tells that it has begun; the lead was written when all was over.
    """
    if reading.entry.date_published is None:
        return
    covered = reading.context.liveblog.round
    for row, stage in zip(reading.rows, reading.stages, strict=False):
        tells = stage.name == "partial" if night.is_before_estimates else stage.name and stage.rule != "declared"
        if tells and not row["gp_unit"] and row["round"] == covered:
            reading.context.count = stage.name


_ITEM = re.compile(r"[ \u00a0]?[-–—•*·▪►■][ \u00a0]")


def _is_item(row: Row, text: str) -> bool:
    """Whether a row is read from a line of a list."""
    return _ITEM.match(text, text.rfind("\n", 0, row["char_start"]) + 1) is not None


def hold_for_outcomes(reading: Reading) -> None:
    """``X is elected in Ely with 54.2%; Y has 45.8%``: where places are declared once they are counted, whoever is said
    to have won or lost one tells that the count is over, when nothing else tells the stage.
    """
    context = reading.context
    if context.polling_zone not in (context.language["results"].get("declared_when_counted") or ()):
        return
    covered = context.liveblog.round
    open_here = [
        row
        for row in reading.rows
        if row["result_stage"] is None
        and row["gp_unit"]
        and row["round"] == covered
        and row.get("vote_pct") is not None
    ]
    decided = {row["gp_unit"] for row in open_here if row["candidate_status"] in ("winner", "defeated")}
    listed = [row for row in open_here if _is_item(row, context.text)]
    lines = {context.text.rfind("\n", 0, row["char_start"]) for row in listed}
    if len(lines) > 1 and any(row["gp_unit"] in decided for row in listed):
        decided |= {row["gp_unit"] for row in listed}  # “- Ely: X 54.9% ↵ - Ayr: Y beats Z, 53.2%”
    for row in open_here:
        if row["gp_unit"] in decided:
            row |= staged(row["rule"], Stage("final", "decided"))
