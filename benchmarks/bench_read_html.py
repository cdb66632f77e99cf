"""Speed of reading a page of 400 posts with JSON-LD, beside bare parsing of it in the same run.

    python benchmarks/bench_read_html.py [--posts 400] [--repeats 15]

Prints megabytes of HTML per second on one core for both, and the ratio of reading to bare parsing.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from selectolax.lexbor import LexborHTMLParser

from minutier.document import MarkKind
from minutier.read import read

NAMES = ("Anne Martin", "Paul Girard", "Louise Petit", "Hugo Lambert", "Claire Fontaine", "Marc Aubry")
PLACES = ("Lyon", "Lille", "Nantes", "Dijon", "Brest", "Toulon", "Metz")
TEXTS = (
    "A {place}, {name} obtient {high},5 % des voix selon une estimation qui porte sur la moitié des bureaux de "
    "la commune ; la liste arrivée deuxième en recueille {low},2 %, et aucune des autres n'atteint 10 %.",
    "« Rien n'est joué, et nous attendrons le dernier bulletin », dit {name} à la centaine de militants réunis "
    "dans la salle des fêtes, où les premiers résultats du département ont été accueillis par des "
    "applaudissements. « Nous avons fait campagne dans chaque canton, et cela se voit ce soir. »",
    "La participation atteint {high},1 % à cette heure, contre {low},7 % la dernière fois. Dans les trois quarts "
    "des bureaux de {place}, le dépouillement n'a pas commencé : la préfecture attend un résultat complet vers "
    "minuit, une heure plus tard qu'au tour précédent, parce que deux scrutins avaient lieu le même jour.",
    "Dans le reste du département, les équipes des deux listes se disputent déjà les voix des éliminés. Celles "
    "du centre, qui pèsent {low} % des suffrages, ne suivront pas de consigne, assure leur tête de liste.",
)
SHARE = (
    '<ul class="share"><li><a href="#" data-net="a"><svg viewBox="0 0 24 24"><path d="M5 5l14 14M19 5L5 19"/>'
    '</svg><span>Partager</span></a></li><li><a href="#" data-net="b">Copier le lien</a></li></ul>'
)
TWEET = (
    '<blockquote class="twitter-tweet" data-lang="fr"><p lang="fr" dir="ltr">Merci à toutes et à tous !</p>'
    '&mdash; {name} (@compte) <a href="https://social.example/compte/{number}">27 juin 2021</a></blockquote>'
)


def page(posts: int) -> str:
    """A live blog as a site would print it: JSON-LD, posts, sharing buttons, a menu, a footer."""
    start = datetime.fromisoformat("2021-06-27T12:00:00+02:00")
    updates, boxes = [], []
    for number in reversed(range(posts)):
        moment = start + timedelta(minutes=2 * number)
        name, place = NAMES[number % len(NAMES)], PLACES[number % len(PLACES)]
        headline = f"{place} : {name} en tête ({number})"
        paragraphs = [text.format(name=name, place=place, low=number % 40, high=40 + number % 20) for text in TEXTS]
        updates.append(
            {
                "@type": "BlogPosting",
                "headline": headline,
                "articleBody": "\n".join(paragraphs),
                "datePublished": moment.isoformat(),
                "dateModified": moment.isoformat(),
                "url": f"https://journal.example/direct#post-{number}",
                "author": {"@type": "Person", "name": name},
            }
        )
        body = "".join(f"<p>{text}</p>\n" for text in paragraphs).replace(" %", "&nbsp;%")
        tweet = TWEET.format(name=name, number=number) if number % 5 == 0 else ""
        boxes.append(
            f'<div class="live-post" id="post-{number}" data-ts="{moment.isoformat()}">\n'
            f'  <div class="live-post__head"><time class="live-post__time" datetime="{moment.isoformat()}">'
            f'{moment:%Hh%M}</time><h3 class="live-post__title">{headline}</h3></div>\n'
            f'  <div class="live-post__body">\n{body}{tweet}</div>\n'
            f"  {SHARE}\n</div>\n"
        )
    data = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "La soirée électorale en direct",
        "datePublished": start.isoformat(),
        "publisher": {"@type": "Organization", "name": "Journal"},
        "liveBlogUpdate": updates,
    }
    menu = '<li><a href="/">Rubrique</a></li>' * 40
    style = "".join(f".c{number}{{margin:{number}px}}\n" for number in range(2000))
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>La soirée électorale en direct</title>'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False, indent=1)}</script>'
        f"<style>{style}</style></head><body><nav><ul>{menu}</ul></nav><main>"
        "<h1>La soirée électorale en direct</h1><p>Les résultats, région par région.</p>"
        f"<section>{''.join(boxes)}</section></main><footer><p>Mentions légales</p></footer></body></html>"
    )


def seconds(action: Callable[[], object], repeats: int) -> float:
    """Processor time of the shortest of several runs."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, default=400)
    parser.add_argument("--repeats", type=int, default=15)
    options = parser.parse_args()
    data = page(options.posts).encode()
    size = len(data) / 1e6
    document = next(read(data))
    found = len(document.marks_of(MarkKind.ENTRY)), len(document.marks_of(MarkKind.TIME))
    assert found == (options.posts, options.posts), found
    bare = seconds(lambda: LexborHTMLParser(data), options.repeats)
    whole = seconds(lambda: list(read(data)), options.repeats)
    print(f"page            {size:6.2f} MB, {options.posts} posts, all found with their times")
    print(f"bare parsing    {size / bare:6.1f} MB/s")
    print(f"reading         {size / whole:6.1f} MB/s ({whole * 1000:.0f} ms)")
    print(f"reading / bare parsing: {whole / bare:.1f} times as long")


if __name__ == "__main__":
    main()
