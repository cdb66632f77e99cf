"""Errors that a person can mend: each says where, what is wrong and what to do."""

from __future__ import annotations

import errno


class ExitCode:
    """Exit codes of the command line, the same for every command (docs/reference/exit-codes.md)."""

    OK = 0
    FINDINGS = 1  # the command ran; what it checked has findings, what it compared differs
    USAGE = 2  # bad options, or an input that could not be judged
    INPUT = 3  # a source, manifest or gold file that cannot be read, a correction that has gone stale
    OUTPUT = 4  # a folder or file that cannot be written
    NOTHING_NEW = 5  # nothing to do: no change since the last time
    INTERRUPTED = 130


class MinutierError(Exception):
    """A mistake in the input or its surroundings, told in three parts.

    ``place`` names the file (and line or field), ``problem`` what is wrong, ``remedy`` what to do.
    """

    exit_code = ExitCode.INPUT

    def __init__(self, place: str, problem: str, remedy: str = "") -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}: {problem}" + (f"\n  {remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[type[MinutierError], tuple[str, str, str]]:
        """Its three parts: errors travel between processes."""
        return type(self), (self.place, self.problem, self.remedy)


class InputError(MinutierError):
    """A source, manifest, package or gold file that cannot be used."""


class OutputError(MinutierError):
    """A place that cannot be written."""

    exit_code = ExitCode.OUTPUT


class UsageError(MinutierError):
    """Options that do not fit together or name things that do not exist."""

    exit_code = ExitCode.USAGE


def system_error(error: OSError) -> MinutierError:
    """What the system refuses, in the three parts: no room or right to write is an error of the output."""
    place = str(error.filename or "this machine")
    kind = OutputError if error.errno in (errno.ENOSPC, errno.EROFS, errno.EDQUOT) else InputError
    return kind(place, error.strerror or str(error), "Check the path, and who may read and write there.")
