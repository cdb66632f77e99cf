"""Several blocks of JSON-LD about one live blog: its pages, its parts, the same told twice → its posts, each once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from minutier.read.instants import apart, minute_of

if TYPE_CHECKING:
    from minutier.read.jsonld import Block, Update

_SAME_NIGHT = 86_400  # seconds between the posts of blocks of which nothing else tells what they are about
_KEY = 80  # characters of a post that tell it from the others of its minute


def merged(blocks: list[Block], best: int) -> tuple[list[Update], int]:
    """The posts of one of the blocks and of those about the same live blog, each once; the number of those of others.

    Of two tellings of a post the longer is taken. Blocks follow each other as the posts of the best one do in time.
    """
    own = [block for block in blocks if _is_one(blocks[best], block)]
    left_out = sum(len(block.posts) for block in blocks) - sum(len(block.posts) for block in own)
    if len(own) == 1:
        return blocks[best].posts, left_out
    times = _times(blocks[best])
    own.sort(key=lambda block: min(_times(block), default=""), reverse=bool(times) and times[0] > times[-1])
    found: list[Update] = []
    met: list[int] = []  # for each post found the last block that tells it
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(own):
        passed: Counter[tuple[str, ...]] = Counter()
        for post in block.posts:
            keys = _keys(post)
            place = -1
            for key in keys:
                known = places.get(key, [])
                while passed[key] < len(known) and met[known[passed[key]]] == number:
                    passed[key] += 1  # posts of one block that look alike are several
                if passed[key] < len(known):
                    place = known[passed[key]]
                    break
            if place < 0:
                place = len(found)
                found.append(post)
                met.append(number)
                for key in keys:
                    places[key].append(place)
                continue
            met[place] = number
            if len(post.body) > len(found[place].body):
                found[place] = post
    return found, left_out


def _is_one(best: Block, other: Block) -> bool:
    """Whether two blocks are about one live blog: by title, else by address, else by the night of their posts."""
    if best is other:
        return True
    if best.title and other.title:
        return best.title == other.title
    if best.address and other.address:
        return _page_of(best.address) == _page_of(other.address)
    times, others = sorted(_times(best)), sorted(_times(other))
    if not times or not others:
        return False
    follows, precedes = others[0] > times[-1], others[-1] < times[0]
    gap = apart(others[0], times[-1]) if follows else apart(others[-1], times[0]) if precedes else 0.0
    return gap < _SAME_NIGHT


def _page_of(address: str) -> str:
    """An address without what tells pages and places of it apart."""
    return re.split("[?#]", address)[0].rstrip("/")


def _times(block: Block) -> list[str]:
    """The minutes of the posts that tell one."""
    return [minute_of(post.published) for post in block.posts if post.published]


def _keys(post: Update) -> list[tuple[str, ...]]:
    """What two tellings of a post have in common: an identifier or an address, a minute and words."""
    words = " ".join((post.headline or post.words).split())[:_KEY]
    named = [(name,) for name in (post.identifier, post.url) if name]
    return [*named, (minute_of(post.published), words)]
