"""An HTML page → Document: posts by the reading that finds most of them, JSON-LD checked against markup."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from minutier.document import Document, Issue, MarkKind, Metadata, Severity
from minutier.read import jsonld
from minutier.read.beside import CAPTION, INLINE, SEPARATORS, Line, lines_of, row_of
from minutier.read.boilerplate import COMMENTS
from minutier.read.builder import LINE, PARAGRAPH, Builder, visible
from minutier.read.elements import BLOCKS, HEADINGS
from minutier.read.headlines import leads_away
from minutier.read.instants import has_zone
from minutier.read.jsonld import Update
from minutier.read.markup import Writing, write
from minutier.read.names import says
from minutier.read.pairing import figures_disagree, fill_in, holds_body, partners, times_disagree, words_of
from minutier.read.posts import CLOCK, MAX_TIMES, Found, Post, block_of, find_posts
from minutier.read.scriptdata import find_updates
from minutier.read.titles import with_titles
from minutier.read.tree import Tree, parse

_WORD = re.compile(r"\w+")
_AGREEMENT = 0.5
_NAMES = {"page": "page", "json-ld": "json-ld", "script-data": "script data"}
_SOME = 3  # posts of a live blog that calls others comments
_SIGNS = " \t\r\n\xa0\u202f•►⇒*[(–—-"
_END = 80  # characters at both ends of a text that are compared first


@dataclass(slots=True)
class _Paired:
    """A post as the markup has it, as the structured data has it, or both."""

    post: Post | None = None
    update: Update | None = None


def read_page(html: str, issues: Sequence[Issue] = (), *, url: str = "") -> Document:
    """The Document of a page. ``url`` is its address where the page does not tell it, ``issues`` come first.

    Posts are taken from the markup when it has as many of them as the JSON-LD, which fills in what the markup
    leaves out; else from the JSON-LD, with bodies from the markup where both have the post.
    """
    tree, doubts = parse(html)
    notes = [*issues, *doubts]
    page = _Page(tree)
    told = jsonld.from_scripts(tree.scripts)
    notes += told.issues
    metadata = _metadata(page, told.metadata, url, told.page_date)
    found = _found_beside_comments(page, told.updates)
    posts = found.posts
    if found.is_cut:
        text = f"the page has more than {MAX_TIMES} times: posts behind the last of them are not told apart"
        notes.append(Issue("read", "warning", "too-many-times", text))
    for post in posts:
        tree.dropped.pop(post.start, None)
    if found.headlines:
        tree.dropped.update(dict.fromkeys(found.headlines, "related"))
        page.lengths[:] = tree.lengths()
    updates, where = told.updates, "json-ld"
    known = max(len(posts), found.openings, sum(1 for update in updates if update.published))
    if stored := find_updates(tree.data, known):
        updates, where = stored, "script-data"
    first = min((post.start for post in posts), default=0)
    if not posts:
        updates, first = with_titles(updates, tree)
        first = 0 if told.description else first  # it is the standfirst, without what else stands there
    pairs = _pair(posts, updates, page, notes, where)
    builder = Builder()
    writer = _Writer(page, builder, metadata.url or url, notes)
    if pairs:
        writer.lead(metadata, told.description, first)
        writer.posts(pairs)
    else:
        writer.main_text(metadata)
    return builder.document("html", metadata, notes)


def _found_beside_comments(page: _Page, updates: Sequence[Update]) -> Found:
    """The posts of a page. What it calls comments is left out where it has other posts, and where it has none are its
    posts, if they are most of its text and the JSON-LD tells no others.
    """
    tree = page.tree
    if not tree.comments:
        return find_posts(tree, page.lengths)
    before = dict(tree.dropped)
    tree.dropped.update(dict.fromkeys(tree.comments, COMMENTS))
    apart = tree.lengths()
    found = find_posts(tree, apart)
    if max(len(found.posts), _timed_lines(tree, apart, found.linked)) < _SOME:
        for node in tree.comments:
            tree.dropped.pop(node, None)
        whole = tree.lengths()
        inside = find_posts(tree, whole)
        are_told = not updates or len(partners(inside.posts, tuple(updates), tree)) >= _AGREEMENT * len(updates)
        if whole[-1] > 2 * apart[-1] and max(len(inside.posts), inside.openings) >= _SOME and are_told:
            page.lengths[:] = whole
            return inside
        tree.dropped = before
        if not updates:
            return find_posts(tree, page.lengths)
        tree.dropped.update(dict.fromkeys(tree.comments, COMMENTS))
    page.lengths[:] = apart
    return found


def _timed_lines(tree: Tree, lengths: list[int], linked: list[int]) -> int:
    """How many texts to be read begin with a time, in a block that does not lead to another page."""
    count = 0
    for index, text in enumerate(tree.texts):
        clock = CLOCK.match(text.lstrip(_SIGNS)) if lengths[index + 1] > lengths[index] else None
        if clock:
            block = max(0, block_of(tree, index))
            count += not leads_away(block, tree.ends[block], len(clock[0]), lengths, linked)
    return count


class _Page:
    """A page's tree with what is looked up in it more than once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.lengths = tree.lengths()
        self.meta: dict[str, str] = {}
        self.title = self.canonical = self.language = ""
        self.headings: list[int] = []
        for index, tag in enumerate(tree.tags):
            if tag == "meta":
                self._note_meta(index)
            elif tag == "title":
                self.title = self.title or tree.text_of(index)
            elif tag == "link":
                if (tree.attributes[index].get("rel") or "").lower() == "canonical":
                    self.canonical = self.canonical or tree.attributes[index].get("href") or ""
            elif tag == "html":
                self.language = self.language or tree.attributes[index].get("lang") or ""
            elif tag == "h1":
                self.headings.append(index)

    def _note_meta(self, index: int) -> None:
        attributes = self.tree.attributes[index]
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            self.meta.setdefault(name.lower(), attributes["content"] or "")

    def text_of(self, post: Post) -> str:
        """The words of a post, apart where an element ends, as they stand."""
        return " ".join(self.tree.texts[post.start : post.end])


def _metadata(page: _Page, told: Metadata, url: str, dated: str) -> Metadata:
    meta = page.meta

    def first(*names: str) -> str:
        return next((" ".join(meta[name].split()) for name in names if meta.get(name, "").strip()), "")

    heading = page.tree.text_of(page.headings[0]) if len(page.headings) == 1 else ""
    address = told.url or page.canonical or first("og:url") or url
    if url and not address.startswith(("http://", "https://")):
        address = urljoin(url, address)
    return replace(
        told,
        title=told.title or heading or first("og:title", "twitter:title") or page.title,
        publisher=told.publisher or first("og:site_name", "application-name"),
        url=address,
        language=told.language or page.language or first("og:locale", "language", "dc.language").replace("_", "-"),
        published=told.published
        or first("article:published_time", "datepublished", "date", "dc.date", "pubdate")
        or dated,
        modified=told.modified or first("article:modified_time", "datemodified", "og:updated_time"),
        license=told.license or first("license", "dc.rights", "copyright"),
    )


# The two readings of the posts, side by side


def _pair(
    posts: list[Post], updates: tuple[Update, ...], page: _Page, issues: list[Issue], where: str
) -> list[_Paired]:
    """The posts to write: those of the source that has most, and among them those only the other one has.

    ``where`` is what the updates were read from.
    """
    if not updates or not posts:
        return [_Paired(post) for post in posts] or [_Paired(update=update) for update in updates]
    known = partners(posts, updates, page.tree)
    fill_in(posts, known, updates, page.tree)
    by_update = {number: index for index, number in known.items()}
    markup = [_Paired(post, updates[known[i]] if i in known else None) for i, post in enumerate(posts)]
    data = [markup[by_update[i]] if i in by_update else _Paired(update=update) for i, update in enumerate(updates)]
    timed = sum(1 for update in updates if update.published)
    base, other = (markup, data) if len(posts) >= timed else (data, markup)
    same = len(known) >= _AGREEMENT * min(len(posts), len(updates))
    for count, here, there in (
        (len(posts) - len(known), "page", where),
        (len(updates) - len(known), where, "page"),
    ):
        if count:
            left_out = not same and (here == "page") == (base is data)
            text = f"{count} posts of the {_NAMES[here]} are not in its {_NAMES[there]}" + (
                "; they are left out" if left_out else ""
            )
            severity: Severity = "warning" if left_out else "info"
            issues.append(Issue("read", severity, f"posts-only-in-{here}", text))
    return _merged(base, other) if same else base


def _merged(base: list[_Paired], other: list[_Paired]) -> list[_Paired]:
    """All posts of ``base``, and each that only ``other`` has after the one that it follows there."""
    known = {id(pair) for pair in base}
    following: dict[int, list[_Paired]] = defaultdict(list)
    before = 0
    for pair in other:
        if id(pair) in known:
            before = id(pair)
        else:
            following[before].append(pair)
    merged = list(following[0])
    for pair in base:
        merged += (pair, *following.get(id(pair), ()))
    return merged


def _plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _likeness(text: str, update: Update) -> float:
    """The share of words that the shorter of two texts has in common with the other."""
    body = update.words
    shown = _plain_spaces(text)
    if body and all(_plain_spaces(end) in shown for end in (body[: _END // 2], body[-_END // 2 :])):
        return 1.0
    squeezed = "".join(text.split())
    ends = "".join(body[:_END].split())[: _END // 2], "".join(body[-_END:].split())[-_END // 2 :]
    if body and all(end in squeezed for end in ends):
        return 1.0
    told = f"{update.headline} {body}"
    one, other = set(_WORD.findall(text.lower())), set(_WORD.findall(told.lower()))
    return len(one & other) / (min(len(one), len(other)) or 1)


# The text


class _Writer:
    """Writes the lead, the posts and what stands between them."""

    def __init__(self, page: _Page, builder: Builder, base: str, notes: list[Issue]) -> None:
        self.page, self.tree, self.builder, self.notes = page, page.tree, builder, notes
        self.base = base
        self.lengths = page.lengths
        self.lines: dict[int, Line] = {}  # of the printed times

    def title(self, metadata: Metadata, before: int) -> int:
        """Write the title; returns the node after its heading, 0 when it was taken from the metadata."""
        wanted = set(_WORD.findall(metadata.title.lower()))
        headings = [index for index in self.page.headings if index < before and self.tree.text_of(index)]

        def likeness(index: int) -> tuple[int, int]:
            return len(wanted & set(_WORD.findall(self.tree.text_of(index).lower()))), -index

        best = max(headings[:20], key=likeness, default=-1)
        span = self.builder.open()
        if best < 0:
            self.builder.write(visible(metadata.title))
        else:
            self._write(best + 1, self.tree.ends[best])
        self.builder.close(span, MarkKind.TITLE)
        self.builder.apart(PARAGRAPH)
        return self.tree.ends[best] if best >= 0 else 0

    def lead(self, metadata: Metadata, description: str, first: int) -> None:
        """The title, and what stands between it and the first post: standfirst, summary, pinned points.

        ``first`` is the node of the first post, 0 where it is not known.
        """
        after = self.title(metadata, first or len(self.tree))
        written = self.builder.length
        if first:
            after = max(after, self._container(first))
            marks = {}
            for index in range(after, first):
                attributes = self.tree.attributes[index]
                if attributes and self.tree.ends[index] <= first and index not in self.tree.dropped:
                    if says(attributes, "summary") or says(attributes, "pinned"):
                        marks[index] = (MarkKind.PINNED, "")
                    elif says(attributes, "byline") and len(self.tree.text_of(index)) < 300:
                        marks[index] = (MarkKind.BOILERPLATE, "byline")
            self._write(after, first, marks)
        if self.builder.length == written:
            self.builder.write(visible(description or self.page.meta.get("description", "")))
        self.builder.apart(PARAGRAPH)

    def posts(self, pairs: list[_Paired]) -> None:
        """All posts, and the headings and leftovers between those that follow each other in the page."""
        self.lines = lines_of(self.tree, self.lengths, [pair.post for pair in pairs if pair.post is not None])
        last = -1
        for pair in pairs:
            if pair.post is not None:
                if 0 <= last <= pair.post.start:
                    self._between(last, pair.post.start)
                last = pair.post.end
                self._post(pair.post, pair.update)
            elif pair.update is not None:
                write_update(pair.update, self.builder, self.base)
        ends = [pair.post.end for pair in pairs if pair.post is not None]
        if ends:
            first = min(pair.post.start for pair in pairs if pair.post is not None)
            self._between(max(ends), self.tree.ends[self._container(first)])

    def main_text(self, metadata: Metadata) -> None:
        """The text of a page in which no posts were found, for its labels to be looked for."""
        after = self.title(metadata, len(self.tree))
        container = self._main()
        end = self.tree.ends[container]
        around = self._container(container)
        start = after if around < after < end else container
        marks = {index: (MarkKind.HEADING, "") for index in range(start, end) if self.tree.tags[index] in HEADINGS}
        self._write(start, end, marks)

    def _write(
        self,
        start: int,
        end: int,
        marks: dict[int, tuple[str, str]] | None = None,
        skipped: Container[int] = (),
    ) -> None:
        write(self.tree, start, end, self.builder, Writing(skipped, marks or {}, self.base))

    def _container(self, index: int) -> int:
        """The main part of the page around a node."""
        above = self.tree.ancestors(index)
        for wanted in ("main", "article", "body"):
            for ancestor in above:
                if self.tree.tags[ancestor] == wanted or (
                    wanted == "main" and self.tree.attributes[ancestor].get("role") == "main"
                ):
                    return ancestor
        return 0

    def _main(self) -> int:
        """The smallest part called an article, a body or main that holds most of the text."""
        half = self.lengths[-1] / 2
        best, size = 0, len(self.tree) + 1
        for index, tag in enumerate(self.tree.tags):
            attributes = self.tree.attributes[index]
            if (
                tag in ("main", "article", "body")
                or attributes.get("role") == "main"
                or attributes.get("itemprop") == "articleBody"
            ):
                end = self.tree.ends[index]
                if self.lengths[end] - self.lengths[index] >= half and end - index < size:
                    best, size = index, end - index
        return best

    def _between(self, start: int, end: int) -> None:
        """Headings between posts, and whatever else stands there, marked as outside of the chronicle."""
        if start >= end or self.lengths[end] == self.lengths[start]:
            return
        index = start
        while index < end:
            heading = next(
                (
                    node
                    for node in range(index, end)
                    if self.tree.tags[node] in HEADINGS and node not in self.tree.dropped
                ),
                end,
            )
            span = self.builder.open()
            self._write(index, heading)
            self.builder.close(span, MarkKind.BOILERPLATE, "outside-posts")
            self.builder.apart(PARAGRAPH)
            if heading < end:
                span = self.builder.open()
                self._write(heading + 1, self.tree.ends[heading])
                self.builder.close(span, MarkKind.HEADING)
                self.builder.apart(PARAGRAPH)
                heading = self.tree.ends[heading]
            index = heading

    def _post(self, post: Post, update: Update | None) -> None:
        builder, tree = self.builder, self.tree
        value, modified = post.value, post.modified
        if update is not None:
            modified = modified or update.modified
            if update.published and not (value and has_zone(value)):
                value = update.published
        builder.apart(PARAGRAPH)
        line = self.lines.get(post.label)
        skipped, signs = self._label(post, line, value) if line else (set[int](), list[str]())
        skipped.update(row_of(tree, self.lengths, post, node) for node in post.changes)
        is_box = tree.ends[post.start] == post.end and post.start != post.label
        marks = {post.headline: (MarkKind.HEADLINE, "")} if post.headline >= 0 else {}
        badges = self._badges(post, skipped)
        skipped.update(badges)
        self._write_signs([*signs, *map(tree.text_of, badges)], alone=not value and post.label >= 0)
        if post.author >= 0:
            if self._before_body(post):
                builder.apart(LINE)
                span = builder.open()
                builder.write(tree.text_of(post.author))
                builder.close(span, MarkKind.AUTHOR)
                skipped.add(post.author)
            else:
                marks[post.author] = (MarkKind.AUTHOR, "")
        builder.apart(PARAGRAPH)
        span = builder.open()
        self._title_of(post, line.title if line else "")
        self._write(post.start + is_box, post.end, marks, skipped)
        start = builder.start_of(span)
        if not builder.close(span, MarkKind.ENTRY, post.identifier or (update.identifier if update else "")):
            return
        if value and post.label < 0:
            builder.mark(start, start, MarkKind.TIME, value)
        if modified:
            builder.mark(start, start, MarkKind.MODIFIED, modified)
        for kind in (MarkKind.PINNED, MarkKind.CORRECTION):
            if says(tree.attributes[post.start], kind):
                builder.mark(start, builder.length, kind)
        if update is not None:
            self._compare(post, update, start)
        builder.apart(PARAGRAPH)

    def _title_of(self, post: Post, title: str) -> None:
        """Write the title of a post that stands behind its time, if there is one."""
        if not title:
            return
        span = self.builder.open()
        self.builder.write(title)
        if post.headline < 0:
            self.builder.close(span, MarkKind.HEADLINE)
        self.builder.apart(PARAGRAPH)

    def _label(self, post: Post, line: Line, value: str) -> tuple[set[int], list[str]]:
        """Write the printed time of a post, with its date and the caption around it; returns the nodes to leave out,
        and the signs beside the time that are this post's own.
        """
        if line.row == post.label:
            self._strip_separator(post.label, post.end)
        signs = [self.tree.text_of(node) for node in line.counted]
        apart = () if value else line.signs
        caption = self.builder.open()
        if line.date >= 0:
            self.builder.write(f"{self.tree.spaced_text_of(line.date)} ")
        self.builder.write("" if line.before in apart else f"{line.before} ")
        if value:
            self.builder.close(caption, MarkKind.BOILERPLATE, "beside-time")
        span = self.builder.open()
        self.builder.write(line.printed)
        self.builder.close(span, MarkKind.TIME if value else MarkKind.LABEL, value)
        self.builder.write("" if line.after in apart else f" {line.after}")
        return {line.row, line.date, *line.counted}, [*signs, *apart]

    def _write_signs(self, signs: list[str], *, alone: bool) -> None:
        """Write what stands beside a printed time and is not of the post's words: below a time that is ``alone``."""
        for sign in signs:
            if not alone:
                self.builder.write(f" {sign}")
                continue
            self.builder.apart(LINE)
            span = self.builder.open()
            self.builder.write(sign)
            self.builder.close(span, MarkKind.BOILERPLATE, "beside-time")

    def _badges(self, post: Post, skipped: set[int]) -> list[int]:
        """Short signs at the beginning of a post that say what it is (*Pinned*, *Alert*) and are not its words."""
        tree, lengths = self.tree, self.lengths
        found = []
        index, seen = post.start + 1, 0
        while index < post.end and index != post.headline and seen <= CAPTION:
            size = lengths[tree.ends[index]] - lengths[index]
            if index in skipped or index in tree.dropped:
                index = tree.ends[index]
                continue
            if tree.texts[index]:
                seen += len(tree.texts[index].strip())
            elif 0 < size <= CAPTION and tree.tags[index] in INLINE and says(tree.attributes[index], "badge"):
                found.append(index)
                index = tree.ends[index]
                continue
            index += 1
        return found

    def _strip_separator(self, label: int, end: int) -> None:
        """Take out the colon or dash between a printed time and the words that follow it on its line."""
        tree = self.tree
        for index in range(tree.ends[label], end):
            if tree.tags[index] in BLOCKS:
                return
            if tree.texts[index].strip():
                tree.texts[index] = SEPARATORS.sub("", tree.texts[index])
                return

    def _before_body(self, post: Post) -> bool:
        """Whether nothing but label and headline stands before the author."""
        before = self.lengths[post.author] - self.lengths[post.start]
        for node in (post.label, post.headline):
            if 0 <= node < post.author:
                before -= self.lengths[self.tree.ends[node]] - self.lengths[node]
        return before <= CAPTION

    def _compare(self, post: Post, update: Update, start: int) -> None:
        """Report where the JSON-LD contradicts the page."""
        end = self.builder.length
        if shown := times_disagree(self.tree, post, update):
            text = f"the page says {shown}, its JSON-LD {update.published}"
            self.notes.append(Issue("read", "warning", "times-disagree", text, start, end))
        if not update.body or holds_body(self.tree, post, update):
            return
        if _likeness(self.page.text_of(post), update) < _AGREEMENT or self._bodies_differ(post, update):
            text = "the page and its JSON-LD have different words for a post; the page's are read"
            self.notes.append(Issue("read", "warning", "texts-disagree", text, start, end))
        elif figures_disagree(words_of(self.tree, post), update):
            text = "the page and its JSON-LD have different figures in a post; the page's are read"
            self.notes.append(Issue("read", "warning", "texts-disagree", text, start, end))

    def _bodies_differ(self, post: Post, update: Update) -> bool:
        """Whether most words below the titles differ, though the titles may be one."""
        body = words_of(self.tree, post, titled=False) if update.headline and post.headline >= 0 else ""
        return bool(_WORD.search(body)) and _likeness(body, replace(update, headline="")) < _AGREEMENT


def write_update(update: Update, builder: Builder, base: str = "") -> None:
    """Write a post told by structured data or by a feed."""
    builder.apart(PARAGRAPH)
    span = builder.open()
    headline = builder.open()
    builder.write(update.headline)
    builder.close(headline, MarkKind.HEADLINE)
    builder.apart(PARAGRAPH)
    if update.is_html:
        tree, _ = parse(update.body)
        write(tree, 0, len(tree), builder, Writing((), {}, base))
    else:
        builder.write_lines(update.body)
    start = builder.start_of(span)
    if not builder.close(span, MarkKind.ENTRY, update.identifier):
        return
    for kind, value in (
        (MarkKind.TIME, update.published),
        (MarkKind.MODIFIED, update.modified),
        (MarkKind.AUTHOR, update.author),
    ):
        if value:
            builder.mark(start, start, kind, value)
    builder.apart(PARAGRAPH)
