"""A report for its readers: people at a terminal, programs, and the services that run checks."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutier.validate.report import Finding, Report, Severity, Total

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLES = 5
"""Findings of one kind that a person is shown; the count says how many there are."""
_COUNTED: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"))
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def to_terminal(report: Report, console: Console, examples: int | None = EXAMPLES) -> None:
    """Print a report for a person: grouped by resource and kind, the first findings of each kind."""
    from rich.markup import escape

    groups = _groups(report)
    resource = None
    for total in report.totals:
        findings = groups[_key(total)]
        if total.resource != resource:
            resource = total.resource
            console.print(f"\n[bold]{escape(resource or report.package)}[/]", highlight=False)
        colour = _COLOURS[total.severity]
        what = escape(_title(total))
        console.print(f"  [{colour}]{total.severity}[/] {what}: {total.count:,}", highlight=False)
        shown = findings if examples is None else findings[:examples]
        for finding in shown:
            console.print(f"    {escape(_line(finding))}", highlight=False, soft_wrap=True)
        remedies = list(dict.fromkeys(finding.remedy for finding in shown if finding.remedy))
        if total.count > len(shown):
            console.print(f"    … and {total.count - len(shown):,} more", highlight=False)
        for remedy in remedies[:2]:
            console.print(f"    [dim]→ {escape(remedy)}[/]", highlight=False)
    for unjudged in report.unjudged:
        console.print(f"\n[yellow]not judged[/] {escape(unjudged)}", highlight=False)
    console.print(("\n" if report.totals or report.unjudged else "") + escape(summary(report)), highlight=False)


def summary(report: Report) -> str:
    """One line: the verdict, what was read, and how many findings there are."""
    rows = sum(resource.rows or 0 for resource in report.resources)
    verdict = "valid" if report.valid else "invalid" if report.count() else "not judged in full"
    counted = [
        f"{report.count(severity):,} {name}{'s' if report.count(severity) != 1 and name != 'info' else ''}"
        for severity, name in _COUNTED
        if report.count(severity)
    ]
    found = f", {', '.join(counted)}" if counted else ""
    rules = f", {len(report.rules)} rules across tables" if report.rules else ""
    return f"{report.package}: {verdict}: {len(report.resources)} resources, {rows:,} rows{rules}{found}"


def to_json(report: Report) -> str:
    """The report as JSON: ``valid``, ``exit_code``, exact ``totals``, and the findings in file order."""
    document = {
        "package": report.package,
        "valid": report.valid,
        "exit_code": report.exit_code,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "resources": [asdict(resource) for resource in report.resources],
        "rules": list(report.rules),
        "unjudged": list(report.unjudged),
        "totals": [asdict(total) for total in report.totals],
        "findings": [asdict(finding) for finding in report.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_junit(report: Report) -> str:
    """JUnit XML: a suite for each resource, a case for each kind of check that failed, one when none did."""
    suites = ElementTree.Element(
        "testsuites", name="minutier validate", failures=str(report.count()), errors=str(len(report.unjudged))
    )
    groups = _groups(report)
    by_resource: dict[str, list[Total]] = defaultdict(list)
    for resource in report.resources:
        by_resource[resource.name] = []
    for total in report.totals:
        by_resource[total.resource].append(total)
    tests = 0
    for name, totals in by_resource.items():
        failing = [total for total in totals if total.severity == "error"]
        cases = max(1, len(totals))
        tests += cases
        suite = ElementTree.SubElement(
            suites, "testsuite", name=name or "descriptor", tests=str(cases), failures=str(len(failing))
        )
        if not totals:
            ElementTree.SubElement(suite, "testcase", name="valid", classname=name)
        for total in totals:
            case = ElementTree.SubElement(suite, "testcase", name=_title(total), classname=name or "descriptor")
            lines = [_line(finding) for finding in groups[_key(total)]]
            text = _xml_safe("\n".join(lines))
            if total.severity == "error":
                failure = ElementTree.SubElement(case, "failure", message=f"{total.count} findings", type=total.type)
                failure.text = text
            else:
                ElementTree.SubElement(case, "system-out").text = text
    for unjudged in report.unjudged:
        tests += 1
        suite = ElementTree.SubElement(suites, "testsuite", name="not judged", tests="1", errors="1")
        case = ElementTree.SubElement(suite, "testcase", name=_xml_safe(unjudged), classname="not judged")
        ElementTree.SubElement(case, "error", message="not judged")
    suites.set("tests", str(tests))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, encoding="unicode") + "\n"


def to_github(report: Report, root: Path | None = None) -> str:
    """Workflow commands of GitHub Actions, one annotation for each finding, at its file and line.

    ``root`` is the folder of the repository; files are named from there. A row of a CSV file is its line
    when no cell before it holds a line break.
    """
    folder = Path(report.package).parent
    lines = []
    for finding in report.findings:
        file = folder / finding.path.partition(", ")[0] if finding.path else Path(report.package)
        if root is not None and file.absolute().is_relative_to(root.absolute()):
            file = file.absolute().relative_to(root.absolute())
        properties = {
            "file": file.as_posix(),
            "title": f"{finding.rule or finding.type} in {finding.resource}",
        }
        if finding.row:
            properties["line"] = str(finding.row)
        told = ",".join(f"{name}={_escaped(text, property_=True)}" for name, text in properties.items())
        message = _line(finding) + (f" → {finding.remedy}" if finding.remedy else "")
        lines.append(f"::{_LEVELS[finding.severity]} {told}::{_escaped(message)}")
    more = sum(total.count for total in report.totals) - len(report.findings)
    if more > 0:
        lines.append(f"::notice::{more:,} more findings are not annotated")
    lines += [f"::error title=not judged::{_escaped(unjudged)}" for unjudged in report.unjudged]
    return "".join(f"{line}\n" for line in lines)


def to_markdown(report: Report) -> str:
    """A summary in Markdown: the verdict, a table of resources, a table of what was found, first examples."""
    mark = "✅" if report.valid else "❌"
    lines = [f"## {mark} {_cell(summary(report))}", ""]
    if report.resources:
        lines += ["| resource | rows | errors |", "|---|---:|---:|"]
        for resource in report.resources:
            rows = "" if resource.rows is None else f"{resource.rows:,}"
            lines.append(f"| {_cell(resource.name)} | {rows} | {resource.errors:,} |")
        lines.append("")
    groups = _groups(report)
    if report.totals:
        lines += ["| where | what | how many | for example | remedy |", "|---|---|---:|---|---|"]
        for total in report.totals:
            first = groups[_key(total)][:1]
            example, remedy = (_line(first[0]), first[0].remedy) if first else ("", "")
            where = total.resource or "descriptor"
            cells = [where, f"{total.severity}: {_title(total)}", f"{total.count:,}", example, remedy]
            lines.append("| " + " | ".join(map(_cell, cells)) + " |")
        lines.append("")
    lines += [f"- not judged: {_cell(unjudged)}" for unjudged in report.unjudged]
    return "\n".join(lines).rstrip() + "\n"


RENDERERS: dict[str, Callable[[Report], str]] = {
    "json": to_json,
    "junit": to_junit,
    "github": to_github,
    "markdown": to_markdown,
}
"""Forms of a report that are a text."""


def _groups(report: Report) -> dict[tuple[Any, ...], list[Finding]]:
    groups: dict[tuple[Any, ...], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        groups[finding.group].append(finding)
    return groups


def _key(total: Total) -> tuple[Any, ...]:
    return (total.resource, total.type, total.field, total.rule, total.severity)


def _title(total: Total) -> str:
    kind = total.rule if total.type == "rule" else total.type
    detail = f" ({total.rule})" if total.rule and total.type == "constraint-error" else ""
    return f"{kind}{detail}" + (f" in {total.field}" if total.field else "")


def _line(finding: Finding) -> str:
    return " ".join(_places(finding)) + finding.message


def _places(finding: Finding) -> Iterator[str]:
    if finding.row:
        yield f"row {finding.row}: "


def _escaped(text: str, property_: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


def _cell(text: str) -> str:
    """A text in a cell of a Markdown table, as it stands: nothing in it is markup."""
    text = " ".join(text.split())
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}" if mark != "<" else "&lt;")
    return text


def _xml_safe(text: str) -> str:
    """XML has no control characters but tab and line ends."""
    return "".join(
        character
        if character in "\t\n\r"
        or (character >= " " and not "\ud800" <= character <= "\udfff" and character < "\ufffe")
        or character > "\uffff"
        else "�"
        for character in text
    )
