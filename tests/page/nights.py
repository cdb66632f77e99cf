"""Live blogs for the tests of the page: an evening with emoji and hostile words, its first round, and an English night
whose text is withheld.
"""

from __future__ import annotations

from pathlib import Path

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.package import open_package
from minutier.page import document, gather

HOSTILE = '</script><script>window.broken = 1</script><!-- <img src=x onerror="window.broken = 1"> &lt;b&gt;'
"""What would break out of a script element, an attribute or a comment."""

EVENING = f"""\
Législatives partielles : la soirée du second tour {HOSTILE}

Dimanche 12 mars 2017. Jeanne Martin est élue au second tour dans la circonscription.

21h40: Paul Durand appelle à voter pour Jeanne Martin aux prochaines élections

21h15: 🎉👩‍👩‍👧 "Merci à tous, 🗳️ vous êtes formidables", a lancé Jeanne Martin à ses soutiens {HOSTILE}

21h10: "L'élection est une fête", a déclaré Paul Durand. "Rendez-vous à l'automne", a ajouté Paul Durand

20h40: 🗳️ Jeanne Martin obtient 58,65% des voix et Paul Durand 41,35%, selon la préfecture

20h02: 𝒜 Jeanne Martin est créditée de 57% des voix selon une estimation Ipsos, Paul Durand de 43%

19h30: Les listes à moins de 3 % des voix n'auront rien, on ne sait pas pourquoi

18h05: La participation atteint 41,5% à 17h, contre 38,2% à la même heure au premier tour, selon la préfecture

12h10: La participation atteint 18,5% à midi, selon la préfecture
"""

FIRST_ROUND = """\
Législatives partielles : la soirée du premier tour

Dimanche 5 mars 2017. Un duel se dessine.

20h30: Jeanne Martin arrive en tête avec 31,2% des voix, selon la préfecture

18h30: "Le vent tourne", confie Jeanne Martin

17h45: La participation atteint 38,2% à 17h, selon la préfecture
"""

WITHHELD = """\
By-election night: as it happened

Thursday 9 March 2017. A long wait in the sports hall of an unlikely seaside town.

22:45: "We have won a famous victory tonight," said Anne Smith while gulls wheeled above the promenade

22:30: Anne Smith wins with 54.2% of the vote, the returning officer announced beneath a leaking roof

22:10: "Lights out at the harbour lamp" was painted on a wall
"""

PROSE = ("sports hall", "unlikely seaside", "gulls wheeled", "promenade", "leaking roof", "harbour lamp", "long wait")
"""Words of the narrator in the live blog that is withheld."""

MANIFEST = f"""\
package: {{name: three-nights, title: 'Trois <soirées> & "plus"', version: 1.0.0}}
contests:
  - contest_id: fr-legislatives-2017
    name: Législatives partielles de 2017
    election_type: legislative
    country: FR
    rounds:
      - {{round: 1, date: 2017-03-05, polls_close: 2017-03-05T20:00:00+01:00}}
      - {{round: 2, date: 2017-03-12, polls_close: 2017-03-12T20:00:00+01:00}}
  - contest_id: uk-by-election-2017
    name: By-election of 2017
    election_type: legislative
    country: GB
    rounds: [{{round: 1, date: 2017-03-09}}]
sources:
  - {{id: evening, path: evening.txt, date: 2017-03-12, timezone: Europe/Paris, language: fr,
     contest: fr-legislatives-2017, round: 2,
     title: 'Législatives partielles : la soirée du second tour {HOSTILE}'}}
  - {{id: first-round, path: first.txt, date: 2017-03-05, timezone: Europe/Paris, language: fr,
     contest: fr-legislatives-2017, round: 1, url: "https://example.org/first",
     title: 'Législatives partielles : la soirée du premier tour'}}
  - {{id: withheld, path: withheld.txt, date: 2017-03-09, timezone: Europe/London, language: en,
     contest: uk-by-election-2017, round: 1, text_policy: facts, url: "javascript:alert(1)"}}
"""


def build(folder: Path) -> Path:
    """Build the package of the three live blogs; its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"evening.txt": EVENING, "first.txt": FIRST_ROUND, "withheld.txt": WITHHELD}.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "m.yaml").write_text(MANIFEST, encoding="utf-8")
    package = folder / "package"
    assert run(["build", "--manifest", str(folder / "m.yaml"), "--out", str(package)]) == ExitCode.OK
    return package


def build_long(folder: Path, posts: int = 240) -> Path:
    """Build the package of a live blog of so many posts, each with a quote; its folder."""
    said = (
        f'{9 + number // 60:02d}h{number % 60:02d}: "Nous voilà au numéro {number} de la liste", confie Jeanne Martin'
        for number in range(posts)
    )
    (folder / "long.txt").write_text("Une longue journée\n\n" + "\n\n".join(said) + "\n", encoding="utf-8")
    known = [
        "--date",
        "2017-03-12",
        "--timezone",
        "Europe/Paris",
        "--language",
        "fr",
        "--contest",
        "fr-legislatives-2017",
    ]
    package = folder / "package"
    assert run(["build", str(folder / "long.txt"), "--out", str(package), "--title", "Long", *known]) == ExitCode.OK
    return package


def page(folder: Path) -> str:
    return document(gather(open_package(folder)))
