"""The page as people meet it: opened from disk in Chromium, without a network."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import Any

import pytest

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.package import open_package
from minutier.page import document, gather
from minutier.page.gather import FACTS
from minutier.tables import schema
from page import nights

playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SECTIONS = ["timeline", "results", "turnout", "quotes", "endorsements", "evidence"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return nights.build(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def three(package: Path) -> Path:
    """The page of the test's own live blogs."""
    path = package / "index.html"
    path.write_text(nights.page(package), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped package."""
    path = tmp_path_factory.mktemp("shipped") / "index.html"
    path.write_text(document(gather(open_package(ROOT))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a live blog of 240 posts and an introduction."""
    package = nights.build_long(tmp_path_factory.mktemp("long"))
    path = package / "index.html"
    path.write_text(nights.page(package), encoding="utf-8")
    return path


@pytest.fixture
def show(browser: Any) -> Iterator[Open]:
    """Open a page; in the end, nothing was complained of and nothing was asked of a network."""
    contexts, complaints, requests = [], [], []

    def opened(path: Path, hash: str = "", *, size: dict[str, int] = DESKTOP, **options: Any) -> Any:
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        context.on("request", lambda request: requests.append(request.url))
        tab = context.new_page()
        tab.on(
            "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
        )
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(path.as_uri() + hash)
        tab.wait_for_selector("main")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


def rows(package: Path, table: str, liveblog: str) -> list[dict[str, str]]:
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["liveblog_id"] == liveblog]


def key(table: str) -> str:
    return str(schema(table).primary_key)


MARKED = """(row) => [...document.querySelectorAll(`#evidence_source [data-rows~='${row}']`)]
  .map((mark) => mark.textContent).join("")"""


def marked(tab: Any, row: str) -> str:
    """The words that the page marks for a row."""
    return str(tab.evaluate(MARKED, row))


def drawn_texts(tab: Any, section: str) -> list[str]:
    """What a chart has in words."""
    script = "(id) => [...document.querySelectorAll(`#section_${id} figure svg text`)].map((each) => each.textContent)"
    return list(tab.evaluate(script, section))


def words_of(entry: dict[str, str], row: dict[str, str]) -> str:
    """The characters of a row, cut from the text of its entry."""
    first = int(entry["char_start"])
    return entry["text"][int(row["char_start"]) - first : int(row["char_end"]) - first]


def until(tab: Any, told: str, arg: Any = None) -> None:
    """Wait for what a script tells; the page's own policy forbids the evaluation that the driver waits with."""
    for _ in range(500):
        if tab.evaluate(told, arg):
            return
        tab.wait_for_timeout(20)
    raise AssertionError(f"it did not come true in ten seconds: {told}")


def focused(tab: Any, what: str) -> Any:
    return tab.evaluate(f"document.activeElement.{what}")


# It draws ---------------------------------------------------------------------------------------------------


def test_every_section_and_chart_is_drawn(show: Open, shipped: Path) -> None:
    tab = show(shipped)
    for liveblog in gather(open_package(ROOT)).nights:
        tab.goto(f"{shipped.as_uri()}#{liveblog.liveblog['liveblog_id']}")
        until(tab, "(title) => document.title.startsWith(title)", arg=liveblog.liveblog["title"])
        drawn = [name for name in SECTIONS if tab.locator(f"#section_{name}").count()]
        tables = {
            "results": "vote_results",
            "turnout": "participation_snapshots",
            "quotes": "quotes",
            "endorsements": "endorsements",
        }
        assert drawn == [name for name in SECTIONS if name not in tables or liveblog.tables[tables[name]]["rows"]]
        assert tab.locator("#section_timeline figure svg circle").count() > 10
        for name in {"results", "turnout"} & set(drawn):
            assert tab.locator(f"#section_{name} figure svg [aria-label=dot] > *").count() > 0
        assert tab.locator("article.entry").count() == min(100, len(liveblog.tables["entries"]["rows"]))


def test_the_night_at_a_glance_and_its_moments(show: Open, three: Path) -> None:
    tab = show(three)
    glance = tab.locator(".glance").inner_text()
    assert "58,65\u00a0%" in glance and "Jeanne Martin" in glance and "Victoire" in glance
    assert "41,5\u00a0%" in glance and "Participation" in glance
    moments = [" ".join(text.split()) for text in tab.locator(".moments li").all_inner_texts()]
    assert moments[0].startswith("12:10 Participation 18,5 % à 12:00")
    assert "20:00 Fermeture des bureaux" in moments
    assert any(text.startswith("20:02 Première estimation : Jeanne Martin 57 %, Paul Durand 43 %") for text in moments)


def test_results_move_from_estimate_to_count(show: Open, three: Path) -> None:
    tab = show(three)
    chart, texts = tab.locator("#section_results figure svg"), drawn_texts(tab, "results")
    assert [text for text in texts if "Ipsos" in text] and {"57", "43", "58,65", "41,35"} <= set(texts)
    label = chart.get_attribute("aria-label")
    assert "Jeanne Martin: 58,65\u00a0%" in label and "Paul Durand: 41,35\u00a0%" in label
    tab.locator("#section_results summary").click()
    tab.locator("#section_results tbody tr").first.wait_for()  # the table is filled once it opens
    assert tab.locator("#section_results tbody tr").count() == len(rows(three.parent, "vote_results", "evening"))


def test_turnout_stands_against_the_earlier_round(show: Open, three: Path) -> None:
    tab = show(three)
    texts = drawn_texts(tab, "turnout")
    assert {"18,5", "41,5"} <= set(texts)
    assert tab.locator("#section_turnout figure svg [aria-label=link] path").count() == 1
    tab.locator("#section_turnout summary").click()
    assert "vote antérieur · premier tour" in tab.locator("#section_turnout tbody").inner_text()


def test_who_backed_whom(show: Open, three: Path) -> None:
    stand = show(three).locator(".stand")
    assert " ".join(stand.inner_text().split()).startswith("Jeanne Martin 1 + Pour Paul Durand 21:40")


def test_a_document_without_times_and_facts_is_shown_too(show: Open, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Une soirée sans aucune heure, racontée d'un trait.\n", encoding="utf-8")
    assert run(["build", str(tmp_path / "plain.txt"), "--out", str(tmp_path / "plain")]) == ExitCode.OK
    (tmp_path / "index.html").write_text(nights.page(tmp_path / "plain"), encoding="utf-8")
    tab = show(tmp_path / "index.html")
    assert tab.locator("section").evaluate_all("all => all.map((each) => each.id)") == ["section_evidence"]
    assert tab.locator(".byline").first.inner_text().endswith("1 publication")
    assert "racontée d'un trait" in tab.locator("article.entry").inner_text()
    assert tab.locator("#night").count() == 0


# It filters and searches ------------------------------------------------------------------------------------


def test_quotes_are_searched_without_accents_and_said_aloud(show: Open, three: Path) -> None:
    tab = show(three)
    status = tab.locator("#quotes_count")
    assert status.get_attribute("aria-live") == "polite"
    assert status.inner_text() == "3 citations sur 3"
    tab.fill("#quotes_search", "ELECTION fete")
    assert status.inner_text() == "1 citation sur 3"
    assert tab.locator("#quotes_list blockquote").all_inner_texts() == ["L'élection est une fête"]
    assert tab.locator("#quotes_list .hit").all_inner_texts() == ["élection", "fête"]
    tab.fill("#quotes_search", "nobody said this")
    assert status.inner_text() == "0 citation sur 3"
    tab.fill("#quotes_search", "")
    tab.select_option("#quotes_speaker", label="Jeanne Martin (1)")
    assert tab.locator("#quotes_list blockquote").count() == 1


def test_results_are_filtered_by_contest_area_and_figure(show: Open, shipped: Path) -> None:
    tab = show(shipped, "#fr-europeennes-2019")
    before = tab.locator("#section_results figure svg").get_attribute("aria-label")
    tab.select_option("#results_figure", "seats")
    after = tab.locator("#section_results figure svg").get_attribute("aria-label")
    assert before != after and "Sièges" in after
    assert focused(tab, "id") == "results_figure"
    tab = show(shipped, "#fr-presidentielle-2017-t1")
    whole = tab.locator("#section_results").inner_text()
    assert "20,01" in whole and "16,64" not in whole
    tab.select_option("#results_area", "Vosges")
    part = tab.locator("#section_results").inner_text()
    assert "16,64" in part and "20,01" not in part


def test_marks_are_shown_by_table(show: Open, three: Path) -> None:
    tab = show(three)
    marks = tab.locator("#evidence_source a.span")
    every = marks.count()
    tab.locator("[data-table=quotes]").uncheck()
    assert 0 < marks.count() < every
    assert tab.locator("#evidence_source .t-quotes").count() == 0
    assert tab.locator(".panel .item.t-quotes").count() == 0
    tab.locator("[data-table=quotes]").check()
    assert marks.count() == every


def test_the_source_is_searched_and_ordered(show: Open, three: Path) -> None:
    tab = show(three)
    tab.fill("#evidence_search", "prefecture")
    assert tab.locator("#evidence_count").inner_text() == "3 publications sur 9 contiennent ces mots"
    assert tab.locator("article.entry").count() == 3
    assert set(tab.locator("#evidence_source .hit").all_inner_texts()) == {"préfecture"}
    tab.fill("#evidence_search", "")
    times = tab.locator("article.entry h3 time").all_inner_texts()
    assert times == sorted(times)
    tab.select_option("#evidence_order", "printed")
    assert tab.locator("article.entry h3 time").all_inner_texts() == times[::-1]


# A row leads to its characters, and back --------------------------------------------------------------------


@pytest.mark.parametrize("liveblog", ["evening", "first-round"])
def test_every_row_leads_to_its_very_characters(show: Open, three: Path, liveblog: str) -> None:
    """Offsets count code points, and emoji stand before most of these."""
    tab = show(three, f"#{liveblog}")
    entries = {row["entry_id"]: row for row in rows(three.parent, "entries", liveblog)}
    count = 0
    for table in FACTS:
        for row in rows(three.parent, table, liveblog):
            wanted = words_of(entries[row["entry_id"]], row)
            tab.goto(f"{three.as_uri()}#{row[key(table)]}")
            tab.wait_for_selector("#evidence_source .chosen")
            assert marked(tab, row[key(table)]) == wanted
            assert row[key(table)] in focused(tab, "dataset.rows").split()
            count += 1
    assert count >= 3


def test_rows_of_the_shipped_package_lead_to_their_characters(show: Open, shipped: Path) -> None:
    every: dict[str, str] = {}
    for night in gather(open_package(ROOT)).nights:
        liveblog = night.liveblog["liveblog_id"]
        entries = {row["entry_id"]: row for row in rows(ROOT, "entries", liveblog)}
        for table in FACTS:
            for row in rows(ROOT, table, liveblog):
                if row["entry_id"] and row["char_start"]:
                    every[row[key(table)]] = words_of(entries[row["entry_id"]], row)
    found = show(shipped).evaluate(
        f"""async (rows) => {{
          const found = {{}}, marked = {MARKED};
          for (const row of rows) {{
            const arrived = new Promise((done) => addEventListener("hashchange", done, {{ once: true }}));
            location.hash = row;
            await arrived;
            found[row] = marked(row);
          }}
          return found;
        }}""",
        list(every)[::3],
    )
    bare = {row: "".join(words.split()) for row, words in every.items()}  # a mark leaves out the ends of lines
    assert {row: words for row, words in found.items() if "".join(words.split()) != bare[row]} == {}
    assert len(found) > 130


def test_from_a_quote_to_its_words_and_back(show: Open, three: Path) -> None:
    tab = show(three)
    item = tab.locator(".quote", has_text="vous êtes formidables")
    row = item.get_attribute("id").removeprefix("row-")
    item.locator("a.evidence").click()
    tab.wait_for_selector(".chosen")
    assert tab.url.endswith(f"#{row}")
    assert marked(tab, row) == "Merci à tous, 🗳️ vous êtes formidables"
    assert tab.locator("#evidence_source .part.speaker").inner_text() == "Jeanne Martin"
    assert tab.locator("#evidence_source .part.cue").inner_text() == "a lancé"
    card = tab.locator("#evidence_card")
    assert card.is_visible() and "quotes." in card.inner_text() and row in card.inner_text()
    assert tab.locator(f"[data-item='{row}'][aria-current=true]").count() == 1
    card.locator("a", has_text="Dans « Citations »").click()
    tab.wait_for_selector(f"#row-{row}.landed")
    assert tab.url.endswith(f"#row-{row}")
    assert tab.evaluate("(id) => document.getElementById(id).contains(document.activeElement)", f"row-{row}")


def test_a_correction_by_hand_is_told_with_its_row(show: Open, shipped: Path) -> None:
    with (ROOT / "data" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        correction = next(row for row in csv.DictReader(file) if row["action"] == "change")
    tab = show(shipped, f"#{correction['row_id']}")
    told = " ".join(tab.locator("#evidence_card .correction").all_inner_texts())
    assert "Corrigé à la main" in told
    for column in ("old_value", "new_value", "reason", "source"):
        assert correction[column] in told


def test_from_words_to_their_row_and_on(show: Open, three: Path) -> None:
    tab = show(three)
    tab.locator("#evidence_source a.span", has_text="58,65%").click()
    tab.wait_for_selector(".chosen")
    row = tab.url.rpartition("#")[2]
    assert tab.locator(f"[data-item='{row}']").get_attribute("aria-current") == "true"
    assert focused(tab, "textContent") == "58,65%"
    tab.locator("#evidence_card [aria-label='Ligne suivante']").click()
    until(tab, "(before) => location.hash !== before", arg=f"#{row}")
    until(tab, "document.activeElement.textContent === '41,35%'")
    tab.locator(f"[data-item='{row}']").click()
    until(tab, "document.activeElement.textContent === '58,65%'")
    tab.locator("#evidence_card .dismiss").click()
    assert not tab.locator("#evidence_card").is_visible()
    assert tab.locator(".chosen").count() == 0
    assert focused(tab, "textContent") == "58,65%"


def test_a_deep_link_opens_the_live_blog_that_has_the_row(show: Open, three: Path) -> None:
    row = rows(three.parent, "vote_results", "first-round")[0]
    tab = show(three, f"#{row['vote_result_id']}")
    assert tab.locator("h1").inner_text() == "Législatives partielles : la soirée du premier tour"
    assert marked(tab, row["vote_result_id"]) == "31,2%"
    assert tab.locator("#night").evaluate("select => select.selectedOptions[0].textContent").startswith("2017-03-05")
    tab.goto(f"{three.as_uri()}#{row['entry_id']}")
    assert focused(tab, "dataset.entry") == row["entry_id"]
    elsewhere = rows(three.parent, "endorsements", "evening")[0]
    tab.goto(f"{three.as_uri()}#{elsewhere['endorsement_id']}")
    tab.wait_for_selector(".chosen")
    assert tab.locator("h1").inner_text().startswith("Législatives partielles : la soirée du second tour")
    assert marked(tab, elsewhere["endorsement_id"]) == elsewhere["cue"]


def test_a_long_night_is_read_page_by_page(show: Open, long: Path) -> None:
    tab = show(long)
    assert tab.locator("article.entry").count() == 100
    assert tab.locator("#evidence_count").inner_text() == "241 publications, page 1 sur 3"
    tab.locator(".pager").first.locator("button", has_text="Suivant").click()
    assert tab.locator("#evidence_count").inner_text() == "241 publications, page 2 sur 3"
    assert focused(tab, "tagName") == "SELECT"
    liveblog = gather(open_package(long.parent)).nights[0].liveblog["liveblog_id"]
    row = next(row for row in rows(long.parent, "quotes", liveblog) if "numéro 231 " in row["quote"])
    tab.goto(f"{long.as_uri()}#{row['quote_id']}")
    tab.wait_for_selector(".chosen")
    assert tab.locator("#evidence_count").inner_text() == "241 publications, page 3 sur 3"
    assert marked(tab, row["quote_id"]) == row["quote"]
    assert tab.locator(f"#row-{row['quote_id']}").count() == 0, "the list of quotes shows a part"
    tab.locator("#evidence_card a", has_text="Dans « Citations »").click()
    tab.wait_for_selector(f"#row-{row['quote_id']}.landed")
    tab.fill("#evidence_search", "numero 173")
    assert tab.locator("#evidence_count").inner_text() == "1 publication sur 241 contient ces mots"


def test_an_address_that_leads_nowhere_changes_nothing(show: Open, three: Path) -> None:
    first = "Législatives partielles : la soirée du second tour"
    assert show(three, "#quote-nothing").locator("h1").inner_text().startswith(first)
    tab = show(three, "#<img src=x>")
    for address in ("#%E0%A4%A", "#row-", "#__proto__", "#']", "#row-constructor"):
        tab.goto(three.as_uri() + address)
        assert tab.locator("h1").inner_text().startswith(first)


def test_another_live_blog_is_chosen_and_one_goes_back(show: Open, three: Path) -> None:
    tab = show(three)
    tab.select_option("#night", index=2)
    until(tab, "location.hash === '#first-round'")
    assert tab.locator("h1").inner_text().endswith("premier tour")
    assert tab.locator(".byline a").get_attribute("href") == "https://example.org/first"
    tab.go_back()
    until(tab, "location.hash === ''")


# Hostile words, and words withheld --------------------------------------------------------------------------


def test_hostile_words_are_words(show: Open, three: Path) -> None:
    tab = show(three)
    assert tab.evaluate("window.broken") is None
    assert nights.HOSTILE in tab.locator("h1").inner_text()
    assert nights.HOSTILE in tab.locator("article.entry", has_text="Merci à tous").inner_text()
    assert tab.locator("img").count() == 0


def test_the_policy_lets_nothing_run_or_leave(browser: Any, three: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(three.as_uri())
    refused = tab.evaluate(
        """async () => {
          const refused = [];
          addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.broken = 1";
          document.body.append(script);
          const image = document.createElement("img");
          image.src = "http://127.0.0.1:9/x.png";
          document.body.append(image);
          await fetch("http://127.0.0.1:9/").catch(() => {});
          await new Promise((done) => setTimeout(done, 100));
          return [refused.sort(), window.broken ?? null];
        }"""
    )
    context.close()
    assert refused == [["connect-src", "img-src", "script-src-elem"], None]


def test_a_live_blog_that_is_withheld_shows_facts_and_positions(show: Open, three: Path) -> None:
    tab = show(three, "#withheld")
    text = tab.locator("body").inner_text()
    assert not [words for words in nights.PROSE if words in text]
    assert "n’est pas publié" in text
    assert tab.locator(".byline a").count() == 0, "an address that is no web page is no link"
    row = rows(three.parent, "vote_results", "withheld")[0]
    fact = tab.locator(f"#evidence_source [data-rows='{row['vote_result_id']}']")
    assert fact.inner_text().startswith("Anne Smith · 54,2\u00a0%")
    assert f"caractères {row['char_start']} à {row['char_end']}" in tab.locator(".withheld").all_inner_texts()[-2]
    fact.click()
    tab.wait_for_selector("#evidence_card:not([hidden])")
    assert f"caractères {row['char_start']} à {row['char_end']}" in tab.locator("#evidence_card").inner_text()


# For everybody ----------------------------------------------------------------------------------------------


def test_it_speaks_french_and_english(show: Open, three: Path) -> None:
    tab = show(three)
    assert tab.locator("html").get_attribute("lang") == "fr"
    assert tab.locator("h2").first.inner_text() == "La soirée"
    tab.locator(".languages button[lang=en]").click()
    assert tab.locator("html").get_attribute("lang") == "en"
    assert tab.locator("h2").first.inner_text() == "The night"
    assert focused(tab, "lang") == "en"
    assert "58.65%" in tab.locator(".glance").inner_text()
    assert tab.locator("h1").get_attribute("lang") == "fr", "the source keeps its language"


@pytest.mark.parametrize(
    ("page", "hash"), [("three", ""), ("three", "#withheld"), ("shipped", "#uk-eu-referendum-2016")]
)
def test_a_phone_needs_no_sideways_scrolling(show: Open, request: pytest.FixtureRequest, page: str, hash: str) -> None:
    tab = show(request.getfixturevalue(page), hash, size=PHONE)
    for language in ("fr", "en"):
        tab.locator(f".languages button[lang={language}]").click()
        tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        tab.locator("#evidence_source a.span").first.click()
        tab.wait_for_selector("#evidence_card:not([hidden])")
        boxes = [tab.locator(each).first.bounding_box() for each in ("#evidence_source .chosen", "#evidence_card")]
        assert boxes[0]["y"] > 0 and boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], "the card covers the words"
        wide = tab.evaluate(
            """() => {
              const all = [...document.querySelectorAll("main *, header *, footer *")];
              const seen = all.filter((each) => !each.closest(".scroller, svg, .unseen"));
              const outside = seen.filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
              return [document.documentElement.scrollWidth, ...outside.map((each) => each.outerHTML.slice(0, 200))];
            }"""
        )
        assert wide == [PHONE["width"]]
        tab.locator("#evidence_card .dismiss").click()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(show: Open, three: Path) -> None:
    tab = show(three)
    tab.keyboard.press("Tab")
    assert focused(tab, "className") == "skip"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    tab.keyboard.press("Enter")
    until(tab, "document.activeElement.id === 'main'")
    wanted = tab.evaluate(
        """() => {
          const kinds = ["a[href]", "button", "select", "input", "summary", ".scroller"];
          const all = [...document.querySelectorAll(kinds.map((kind) => `main ${kind}`).join())];
          return all.filter((each) => each.tabIndex >= 0 && each.checkVisibility() && !each.disabled).length;
        }"""
    )
    look = """() => {
      const here = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(here);
      return [here.outerHTML.slice(0, 80), Boolean(here.closest("main")), outlineStyle, parseFloat(outlineWidth)];
    }"""
    reached = []
    for _ in range(wanted):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate(look))
    assert all(inside for _, inside, _, _ in reached)
    assert [each for each in reached if each[2] == "none" or each[3] < 1] == []
    tab.keyboard.press("Tab")
    assert not tab.evaluate("Boolean(document.activeElement.closest('main'))"), "there is no trap"


def test_escape_leads_back_to_where_one_came_from(show: Open, three: Path) -> None:
    tab = show(three)
    tab.locator("#quotes_list a.evidence").first.focus()
    label = focused(tab, "ariaLabel")
    tab.keyboard.press("Enter")
    until(tab, "Boolean(document.activeElement.closest('#evidence_source'))")
    tab.keyboard.press("Escape")
    assert focused(tab, "ariaLabel") == label
    assert tab.evaluate("document.activeElement.closest('#quotes_list') !== null")


@pytest.mark.parametrize("hash", ["", "#withheld"])
def test_assistive_technology_finds_its_way(show: Open, three: Path, hash: str) -> None:
    tab = show(three, hash)
    tab.locator("#evidence_source a.span").first.click()
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    nodes = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node["ignored"]]
    named = {"link", "button", "combobox", "searchbox", "checkbox", "image", "img", "region", "navigation", "table"}
    assert [node for node in nodes if node[0] in named and not node[1].strip()] == []
    roles = [role for role, _ in nodes]
    assert (roles.count("banner"), roles.count("main"), roles.count("contentinfo"), roles.count("complementary")) == (
        1,
        1,
        1,
        1,
    )
    headings = [
        int(level)
        for level in tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((each) => each.tagName[1])")
    ]
    assert headings.count(1) == 1 and headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    identifiers = tab.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(set(identifiers)) == len(identifiers)
    described = tab.evaluate(
        """() => [...document.querySelectorAll("[aria-labelledby], label[for]")]
          .map((each) => each.getAttribute("aria-labelledby") ?? each.getAttribute("for"))"""
    )
    assert set(described) <= set(identifiers)
    tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    tab.wait_for_selector("#section_timeline table")
    figures = "[...document.querySelectorAll('figure.chart')].map((each) => each.closest('section'))"
    assert tab.evaluate(f"{figures}.every((section) => section.querySelector('table'))")


CONTRAST = """() => {
  const parsed = (text) => {
    const part = text.match(/[\\d.]+/g).map(Number);
    return { rgb: part.slice(0, 3), alpha: part[3] ?? 1 };
  };
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = (rgb) => rgb.map((c) => linear(c / 255))
    .reduce((sum, c, place) => sum + c * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { rgb, alpha } = parsed(getComputedStyle(each).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [255, 255, 255];
  };
  const hidden = "script, style, .unseen, noscript, option";
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const seen = (element) => element.checkVisibility() && !element.disabled && !element.closest(hidden);
  const all = [...document.querySelectorAll("body *")].filter((element) => words(element) && seen(element));
  const weak = [];
  for (const element of all) {
    const style = getComputedStyle(element);
    const colour = parsed(element instanceof SVGElement ? style.fill : style.color).rgb;
    const [one, other] = [light(colour), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) weak.push([element.outerHTML.slice(0, 90), ratio.toFixed(2)]);
  }
  return [all.length, weak];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(show: Open, three: Path, shipped: Path, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, or 3 to 1 for large words, in both colour schemes."""
    for path, hash in (
        (three, ""),
        (three, "#withheld"),
        (shipped, "#fr-europeennes-2019"),
    ):
        tab = show(path, hash, color_scheme=scheme)
        tab.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        tab.locator("#evidence_source a.span").first.click()
        if hash != "#withheld":
            tab.fill("#quotes_search", "e")
        tab.evaluate("for (const each of document.querySelectorAll('[id^=row-]')) each.classList.add('landed')")
        count, weak = tab.evaluate(CONTRAST)
        assert weak == []
        assert count > 60


COLOUR_BLIND = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
D65 = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
"""Linear sRGB to CIE XYZ."""


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """A colour like #0a5a9c as somebody with that sight has it, in CIE L*a*b*."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    simulated = [min(1, max(0, sumprod(row, linear))) for row in matrix]
    white = [sum(row) for row in D65]
    xyz = [sumprod(row, simulated) / whole for row, whole in zip(D65, white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def sumprod(one: Iterable[float], other: Iterable[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_options_can_be_told_apart_by_colour_blind_people(show: Open, three: Path, scheme: str) -> None:
    """The first four, between any two of whom a race is run, under simulated deuteranopia and protanopia.

    Matrices: Machado, Oliveira and Fernandes 2009, severity 1. A difference of 10 in CIE 1976 L*a*b* is plain to see.
    """
    hexes = show(three, color_scheme=scheme).evaluate(
        """() => [1, 2, 3, 4].map((place) =>
          getComputedStyle(document.documentElement).getPropertyValue(`--c${place}`).trim())"""
    )
    distances = {
        (kind, one, other): dist(seen(one, matrix), seen(other, matrix))
        for kind, matrix in COLOUR_BLIND.items()
        for one, other in combinations(hexes, 2)
    }
    assert {pair: distance for pair, distance in distances.items() if distance < 10} == {}


def test_nothing_moves_and_print_drops_the_controls(show: Open, three: Path) -> None:
    tab = show(three)
    assert tab.evaluate("document.getAnimations().length") == 0
    tab.emulate_media(media="print")
    assert [
        name for name in (".sections", ".languages", ".controls", ".panel") if tab.locator(name).first.is_visible()
    ] == []
    assert tab.locator("#section_results figure svg").is_visible()
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("#section_results table").is_visible()
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not tab.locator("#section_results details").evaluate("each => each.open")
