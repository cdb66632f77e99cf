"""Recording pages from a real server on the loopback."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier import fetch as fetching
from minutier import yaml
from minutier.cli import run
from minutier.errors import ExitCode, InputError, OutputError, UsageError
from minutier.fetch import NothingNew, fetch
from minutier.manifest import read_manifest
from minutier.manifest_text import with_source
from minutier.pipeline import read_source

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>En direct</title></head><body><main>'
    "<h1>La soirée en direct</h1>"
    '<article><time datetime="2022-06-19T20:04:00+02:00">20h04</time><p>Premières estimations.</p></article>'
    '<article><time datetime="2022-06-19T20:01:00+02:00">20h01</time><p>Les bureaux ferment.</p></article>'
    "</main></body></html>"
).encode()


@dataclass
class Site:
    """A server's pages: path → (status, headers, body); ``asked`` holds the headers of each request."""

    address: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    honours_validators: bool = True

    def put(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, body)
        return self.address + path


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(dict(self.headers))
            status, headers, body = site.pages.get(self.path, (404, {}, b"not here"))
            tag = headers.get("ETag")
            if site.honours_validators and tag and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304 and "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def at_a_known_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1655668800")


def sources_of(manifest: Path) -> list[dict[str, str]]:
    sources: list[dict[str, str]] = yaml.load(manifest.read_text(encoding="utf-8"))["sources"]
    return sources


def test_records_bytes_and_where_they_came_from(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct.html", PAGE, ETag='"a1"', Last_Modified="Sun, 19 Jun 2022 20:00:00 GMT")
    manifest = tmp_path / "data" / "sources.yaml"
    recorded = fetch(url, manifest, id="legislatives")
    assert recorded.path == tmp_path / "data" / "sources" / "legislatives.html"
    assert recorded.path.read_bytes() == PAGE
    assert sources_of(manifest) == [
        {
            "id": "legislatives",
            "path": "sources/legislatives.html",
            "url": url,
            "sha256": hashlib.sha256(PAGE).hexdigest(),
            "captured_at": "2022-06-19T20:00:00+00:00",
            "etag": '"a1"',
            "last_modified": "Sun, 19 Jun 2022 20:00:00 GMT",
        }
    ]


def test_what_was_fetched_builds_without_the_network(site: Site, tmp_path: Path) -> None:
    manifest = tmp_path / "sources.yaml"
    fetch(site.put("/direct.html", PAGE), manifest)
    asked = len(site.asked)
    (source,) = read_manifest(manifest).sources
    ((document, _),) = read_source(source)
    assert "Premières estimations." in document.text
    assert len(site.asked) == asked


def test_a_second_fetch_asks_by_validators_and_finds_nothing_new(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct", PAGE, ETag='"a1"')
    manifest = tmp_path / "sources.yaml"
    fetch(url, manifest)
    before = manifest.read_bytes()
    with pytest.raises(NothingNew, match="nothing new"):
        fetch(url, manifest)
    assert site.asked[-1]["If-None-Match"] == '"a1"'
    assert manifest.read_bytes() == before


def test_the_same_bytes_are_nothing_new_without_validators(site: Site, tmp_path: Path) -> None:
    site.honours_validators = False
    url = site.put("/direct", PAGE)
    fetch(url, tmp_path / "sources.yaml")
    with pytest.raises(NothingNew):
        fetch(url, tmp_path / "sources.yaml")


def test_a_changed_page_takes_the_place_of_the_old_one(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct", PAGE, ETag='"a1"', Last_Modified="Sun, 19 Jun 2022 20:00:00 GMT")
    manifest = tmp_path / "sources.yaml"
    first = fetch(url, manifest)
    site.put("/direct", PAGE + b"<!-- more -->", ETag='"a2"')
    second = fetch(url, manifest)
    assert second.replaced and second.path == first.path
    assert second.path.read_bytes().endswith(b"<!-- more -->")
    (source,) = sources_of(manifest)
    assert (source["etag"], source["sha256"]) == ('"a2"', second.sha256)
    assert "last_modified" not in source


def test_a_file_that_somebody_changed_is_not_replaced(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct", PAGE)
    recorded = fetch(url, tmp_path / "sources.yaml")
    recorded.path.write_bytes(b"my notes")
    with pytest.raises(OutputError, match="not the one that was recorded"):
        fetch(url, tmp_path / "sources.yaml")
    assert recorded.path.read_bytes() == b"my notes"


def test_a_lost_file_is_fetched_again(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct", PAGE, ETag='"a1"')
    recorded = fetch(url, tmp_path / "sources.yaml")
    recorded.path.unlink()
    assert fetch(url, tmp_path / "sources.yaml").path.read_bytes() == PAGE


def test_redirects_are_followed_and_the_address_that_answered_is_kept(site: Site, tmp_path: Path) -> None:
    final = site.put("/final", PAGE)
    url = site.put("/old", b"", status=301, Location=final)
    manifest = tmp_path / "sources.yaml"
    assert fetch(url, manifest).redirects == (final,)
    (source,) = sources_of(manifest)
    assert (source["url"], source["retrieved_from"]) == (url, final)


def test_comments_and_order_of_a_manifest_stay(site: Site, tmp_path: Path) -> None:
    manifest = tmp_path / "sources.yaml"
    before = "# ours\nsources:\n- path: a.txt   # the first\n  date: 2017-01-29\n\n# the end\n"
    manifest.write_text(before, encoding="utf-8")
    fetch(site.put("/direct", PAGE), manifest, id="second")
    after = manifest.read_text(encoding="utf-8")
    assert after.startswith(before[: before.index("\n\n# the end")])
    assert after.endswith("\n\n# the end\n")
    assert [source["path"] for source in sources_of(manifest)] == ["a.txt", "sources/second.html"]


@pytest.mark.parametrize(
    ("body", "suffix"),
    [
        (b'{"@type": "LiveBlogPosting"}', ".json"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"></rss>', ".xml"),
        (b"WARC/1.0\r\n", ".warc"),
        (gzip.compress(PAGE, mtime=0), ".gz"),
        ("20h41 : un direct enregistré".encode(), ".txt"),
    ],
)
def test_the_suffix_tells_the_content(site: Site, tmp_path: Path, body: bytes, suffix: str) -> None:
    recorded = fetch(site.put("/page.php", body), tmp_path / "sources.yaml")
    assert recorded.path.suffix == suffix
    assert recorded.path.read_bytes() == body


def test_a_compressed_answer_is_recorded_unfolded(site: Site, tmp_path: Path) -> None:
    url = site.put("/direct", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(url, tmp_path / "sources.yaml").path.read_bytes() == PAGE


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ((404, {}, b"no"), "404"),
        ((503, {"Retry-After": "120"}, b"busy"), "asks to wait: 120"),
        ((200, {}, b""), "empty"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "cannot be fetched"),
        ((302, {"Location": "/page"}, b""), "redirected more than"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "no web page"),
        ((200, {"Content-Length": "99999999999"}, b"x"), "larger than"),
    ],
)
def test_an_answer_that_is_no_page_is_an_error_and_leaves_nothing(
    site: Site, tmp_path: Path, page: tuple[int, dict[str, str], bytes], problem: str
) -> None:
    site.pages["/page"] = page
    with pytest.raises(InputError, match=problem) as error:
        fetch(f"{site.address}/page", tmp_path / "sources.yaml")
    assert error.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_unfolds_without_end_is_cut_off(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 1 << 20)
    url = site.put("/bomb", gzip.compress(b"\0" * (8 << 20)), Content_Encoding="gzip")
    with pytest.raises(InputError, match="larger than 1 MB"):
        fetch(url, tmp_path / "sources.yaml")


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/", tmp_path / "sources.yaml")


@pytest.mark.parametrize(
    "url", ["", "page.html", "ftp://host/page", "http://", "https://me:secret@host/", "http://[::"]
)
def test_what_is_no_web_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(UsageError) as error:
        fetch(url, tmp_path / "sources.yaml")
    assert "secret" not in str(error.value)


def test_an_identifier_in_use_is_refused(site: Site, tmp_path: Path) -> None:
    fetch(site.put("/one", PAGE), tmp_path / "sources.yaml", id="night")
    with pytest.raises(UsageError, match="night"):
        fetch(site.put("/two", PAGE), tmp_path / "sources.yaml", id="night")


def test_an_identifier_that_is_none_is_refused_before_anything_is_asked(site: Site, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="id"):
        fetch(site.put("/one", PAGE), tmp_path / "sources.yaml", id="../escape")
    assert site.asked == []


def test_a_file_in_the_way_is_kept(site: Site, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "night.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="already"):
        fetch(site.put("/one", PAGE), tmp_path / "sources.yaml", id="night")
    assert (tmp_path / "sources" / "night.html").read_text(encoding="utf-8") == "mine"


def test_a_broken_manifest_is_told_before_anything_is_asked(site: Site, tmp_path: Path) -> None:
    manifest = tmp_path / "sources.yaml"
    manifest.write_text("sources: [", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        fetch(site.put("/one", PAGE), manifest)
    assert site.asked == []


def test_the_time_of_capture_has_to_be_one(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        fetch(site.put("/one", PAGE), tmp_path / "sources.yaml")


def test_the_command_says_what_it_did_and_by_its_code(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = site.put("/direct", PAGE)
    command = ["fetch", url, "--manifest", str(tmp_path / "sources.yaml"), "--id", "night"]
    assert run(command) == ExitCode.OK
    assert "night.html" in capsys.readouterr().out
    assert run(command) == ExitCode.NOTHING_NEW
    assert "nothing new" in capsys.readouterr().err
    assert run([*command[:1], f"{site.address}/none", *command[2:4]]) == ExitCode.INPUT


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "a picture, not text"),
        (gzip.compress(b"%PDF-1.7 20h41 : Bonsoir", mtime=0), "a PDF document, not text"),
        (bytes(range(256)) * 9, "not text"),
    ],
)
def test_what_is_no_text_is_refused_and_nothing_is_written(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], body: bytes, problem: str
) -> None:
    url = site.put("/direct", body)
    assert run(["fetch", url, "--manifest", str(tmp_path / "sources.yaml")]) == ExitCode.INPUT
    assert problem in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_became_a_picture_leaves_the_recorded_one(site: Site, tmp_path: Path) -> None:
    manifest = tmp_path / "sources.yaml"
    recorded = fetch(site.put("/direct", PAGE), manifest)
    before = manifest.read_bytes()
    with pytest.raises(InputError, match="a picture"):
        fetch(site.put("/direct", b"GIF89a\x01\0\x01\0"), manifest)
    assert recorded.path.read_bytes() == PAGE
    assert manifest.read_bytes() == before


CONTACT = "<!DOCTYPE html><html lang='fr'><title>Contact</title><p>Appelez-nous au 01 02 03 04 05.</p></html>"
EMPTY = "<!DOCTYPE html><html lang='fr'><script>show()</script></html>"


@pytest.mark.parametrize(
    ("body", "has_posts"),
    [
        (PAGE, True),
        ("20h41 : un direct enregistré.\n\n20h52 : la suite.\n".encode(), True),
        (CONTACT.encode(), False),
        (EMPTY.encode(), False),
        (b'{"a": 1}', False),
    ],
)
def test_a_page_without_posts_is_recorded_with_a_word(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], body: bytes, has_posts: bool
) -> None:
    url = site.put("/direct", body)
    assert run(["fetch", url, "--manifest", str(tmp_path / "sources.yaml"), "--id", "night"]) == ExitCode.OK
    shown = capsys.readouterr()
    assert "recorded" in shown.out
    assert ("no post was found in it" in shown.err) is not has_posts


# The text of the manifest

LAYOUTS: list[Callable[[str], str]] = [
    lambda path: f"sources:\n  - path: {path}\n    date: 2017-01-29\n",
    lambda path: f"sources:\n- path: {path}\n\n# trailing\n",
    lambda path: f"sources:\n  - {{path: {path}, round: 2}}\n  # note\n",
    lambda path: f"sources: [{{path: {path}}}]\n",
    lambda path: f"sources:\n  - path: {path}\n    title: >-\n      folded\n      title\n\npackage: {{name: p}}\n",
    lambda path: f"# head\npackage:\n  name: p\nsources:\n\n  -\n    path: {path}  # no end of line",
]
values = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
described = st.dictionaries(st.sampled_from(["url", "title", "etag", "publisher"]), values, min_size=1)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(deadline=None)
@given(source=described)
def test_any_value_can_be_added_and_changed(layout: Callable[[str], str], source: dict[str, str]) -> None:
    before = layout("a.txt")
    added = with_source(before, {"path": "b.txt", **source})
    assert yaml.load(added)["sources"][-1] == {"path": "b.txt", **source}
    assert yaml.load(added)["sources"][:-1] == yaml.load(before)["sources"]
    changed = with_source(before, source, 0)
    assert yaml.load(changed)["sources"] == [{**yaml.load(before)["sources"][0], **source}]


@pytest.mark.parametrize("value", ["\ufffe", "a\x7fb", "\x9f", "\ufeff", "\U0001f5f3 52 %"])
def test_a_value_of_odd_characters_can_be_added(value: str) -> None:
    assert yaml.load(with_source("sources: []\n", {"path": "a.txt", "title": value}))["sources"][0]["title"] == value


@pytest.mark.parametrize("before", ["", "sources: []\n", "package: {name: p}\n", "package:\n  name: p"])
def test_the_first_source_of_a_manifest(before: str) -> None:
    after = with_source(before, {"path": "a.txt"})
    assert yaml.load(after)["sources"] == [{"path": "a.txt"}]


def test_a_layout_that_cannot_be_edited_is_said() -> None:
    with pytest.raises(InputError, match=r"m\.yaml"):
        with_source("{package: {name: p}}", {"path": "b.txt"}, place="m.yaml")
