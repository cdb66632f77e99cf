"""Validation of data packages: any Data Package, and rules across the tables of live blogs.

    from minutier.validate import validate_package
    report = validate_package(Path("datapackage.json"))
    for finding in report.findings:
        print(finding.resource, finding.row, finding.field, finding.message, finding.remedy)

Heavy libraries are imported when a package is validated, not when this module is.
"""

from minutier.validate.descriptor import Unjudgeable
from minutier.validate.engine import validate_package
from minutier.validate.report import Finding, Report, ResourceSummary, Total

__all__ = ["Finding", "Report", "ResourceSummary", "Total", "Unjudgeable", "validate_package"]
