"""Minutier: from election-night live blogs to validated, published tables.

    import minutier
    quotes = minutier.load("quotes", "path/or/address/of/a/package")

The names are looked up when they are used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutier.loading import load

__version__ = "0.1.0"

__all__ = ["__version__", "load"]


def __getattr__(name: str) -> Any:
    if name != "load":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from minutier.loading import load

    return load


def __dir__() -> list[str]:
    return [*globals(), "load"]
