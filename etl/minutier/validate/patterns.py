"""Patterns that RE2 reads as Python does, for matching in linear time whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# What RE2 and Python read the same way: literals, explicit classes, groups, alternation, repetition.
_SHARED_SYNTAX = re.compile(
    r"(?:[^\\.^$\[\](){}|?*+\W]|[ _\-,:;/'\"#=@&%<>!~]|\[\^?[A-Za-z0-9_ ,:;/'.@-]+\]"
    r"|\\[.\-/+*?()\[\]{}|]|\.|[|()?*+]|\(\?:|\{[0-9]{1,3}(?:,[0-9]{0,3})?\})*+"
)
_REPEATED_GROUP = re.compile(r"\)[*+{]")


@cache
def shared(pattern: str) -> str | None:
    """The pattern for RE2, matching a whole text as Python's ``fullmatch`` does; None when they may differ
    (``\\w`` and the like)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from minutier.validate import arrow

    core = pattern.removeprefix("^").removesuffix("$") if not pattern.endswith(r"\$") else pattern
    anchored_alternatives = "|" in core and core != pattern
    if anchored_alternatives or re.search(r"\(\?(?!:)", core) or _SHARED_SYNTAX.fullmatch(core) is None:
        return None
    whole = rf"\A(?:{core})\z"
    try:
        pc.match_substring_regex(arrow.texts(["a"]), whole)
    except pa.ArrowInvalid:
        return None
    return whole


def full_match(pattern: str) -> Callable[[str], bool]:
    """The test whether a whole text matches. A repeated group, on which Python may try for ages, is left to RE2
    where both read it the same way."""
    compiled = re.compile(pattern)
    if not _REPEATED_GROUP.search(pattern) or shared(pattern) is None:
        return lambda text: compiled.fullmatch(text) is not None
    import pyarrow.compute as pc

    from minutier.validate import arrow

    whole = shared(pattern)
    return lambda text: bool(pc.match_substring_regex(arrow.texts([text]), whole)[0].as_py())
