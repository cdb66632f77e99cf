"""Validation of data packages: any Data Package, and rules across the tables of live blogs.

    from minutier.validate import validate_package
    report = validate_package(Path("datapackage.json"))
    for finding in report.findings:
        print(finding.resource, finding.row, finding.field, finding.message, finding.remedy)

The names are looked up when they are used: importing this package costs nothing, so that the command line can
offer ``validate`` and answer ``--help`` at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutier.validate.descriptor import Unjudgeable
    from minutier.validate.engine import validate_package
    from minutier.validate.report import Finding, Report, ResourceSummary, Total

_HOMES = {
    "Finding": "report",
    "Report": "report",
    "ResourceSummary": "report",
    "Total": "report",
    "Unjudgeable": "descriptor",
    "validate_package": "engine",
}

__all__ = ["Finding", "Report", "ResourceSummary", "Total", "Unjudgeable", "validate_package"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
