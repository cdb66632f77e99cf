"""What is part of a post and what is not: lead, titles, headings, furniture; posts of the markup."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, Mark, MarkKind, Metadata
from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

DAY, PARIS = date(2017, 4, 23), ZoneInfo("Europe/Paris")


def cut(text, code="fr"):
    document = read_text(text.encode())
    return document, segment(document, language(code), DAY, PARIS)


def words(document, found):
    return [document.text[entry.char_start : entry.char_end] for entry in found.entries]


def marked(document, found, kind):
    return [(document.text[mark.start : mark.end], mark.value) for mark in found.marks if mark.kind == kind]


LEAD = "Le titre\n\nLe chapeau, sur deux phrases. Voilà.\n\nL'ESSENTIEL:\n\n• Un point.\n• Un autre."


def test_lead_holds_title_standfirst_and_summary():
    document, found = cut(f"{LEAD}\n\n20h00: Un.\n\n20h10: Deux.")
    lead = found.entries[0]
    assert (lead.section, lead.position, lead.time_label, lead.date_published) == ("lead", 1, "", None)
    assert document.text[lead.char_start : lead.char_end] == LEAD
    assert lead.is_pinned
    assert marked(document, found, MarkKind.PINNED) == [("L'ESSENTIEL:\n\n• Un point.\n• Un autre.", "")]


def test_lead_without_its_dateline_and_furniture():
    text = " date 2017-04 23/04 21:16\n\nLe titre.\n\nPARTAGER : Facebook | Twitter | E-mail (412 partages)\n\n20h00: Un.\n\n20h10: Deux."  # noqa: E501
    document, found = cut(text)
    assert words(document, found)[0] == "Le titre."
    names = [name for _, name in marked(document, found, MarkKind.BOILERPLATE)]
    assert names == ["dateline", "share"]


def test_a_dateline_written_as_the_labels_are_is_no_post():
    text = "A title\n\nBy Jane Roe\n23 April 2017 • 9:52pm\n\n7:30AM\nOne.\n\n9:48AM\nTwo.\n\n8:15PM\nThree."
    document, found = cut(text, "en")
    assert [f"{e.date_published:%d %H:%M}" for e in found.entries[1:]] == ["23 07:30", "23 09:48", "23 20:15"]
    assert words(document, found)[1:] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("line", "rule", "code"),
    [
        ("Partager sur Facebook", "share", "fr"),
        ("Posté par Anne Roux | 14 commentaires | Recommander | Tweeter", "share", "fr"),
        ("Posted by Ann Hall | 14 comments | Share | Tweet", "share", "en"),
        ("Réagir | Classer | Imprimer | Envoyer – Partager sur Facebook, Twitter, Google+", "share", "fr"),
        ("Tweeter 12 Partager 45", "share", "fr"),
        ("123 partages", "share", "fr"),
        ("1,2k partages", "share", "fr"),
        ("1 204 partages, 12 commentaires", "share", "fr"),
        ("32 tweets", "share", "fr"),
        ("1.2K shares", "share", "en"),
        ("1,204 shares", "share", "en"),
        ("Ce direct est maintenant terminé, merci à tous.", "live_closed", "fr"),
        ("Lire aussi : Le programme de la soirée", "read_also", "fr"),
        (">> Notre infographie", "read_also", "fr"),
        ("À LIRE AUSSI : les résultats", "read_also", "fr"),
        ("Publicité", "advertising", "fr"),
        ("La suite après cette publicité", "advertising", "fr"),
        ("Abonnez-vous à notre lettre", "subscribe", "fr"),
        ("___", "separator", "fr"),
        ("_ _ _", "separator", "fr"),
        ("* * *", "separator", "fr"),
        ("Share on Facebook · Share on Twitter · 4,812 comments", "share", "en"),
        ("Read more: the full results", "read_also", "en"),
        ("Advertisement", "advertising", "en"),
        ("Sign up for our newsletter", "subscribe", "en"),
        ("This live blog is now closed.", "live_closed", "en"),
        ("We're closing this live blog now. Thanks for reading.", "live_closed", "en"),
        ("This blog is closed", "live_closed", "en"),
        ("That’s all from us tonight. Goodnight.", "live_closed", "en"),
        ("View all comments >", "comments", "en"),
        ("ADVERTISEMENT - CONTINUE READING BELOW", "advertising", "en"),
        ("Sponsored", "advertising", "en"),
        ("Back to top ↑", "navigation", "en"),
        ("This article was amended on 9 June 2017.", "amended", "en"),
        ("La suite après la publicité", "advertising", "fr"),
        ("Article réservé aux abonnés", "advertising", "fr"),
        ("C’est la fin de ce direct, merci de votre fidélité.", "live_closed", "fr"),
        ("Merci d'avoir suivi ce direct avec nous", "live_closed", "fr"),
        ("Lire la suite >", "read_also", "fr"),
        ("EN SAVOIR PLUS >> Le PS", "read_also", "fr"),
        ("Retour en haut", "navigation", "fr"),
        ("Charger plus", "navigation", "fr"),
        ("Voir plus", "navigation", "fr"),
        ("Actualiser", "navigation", "fr"),
        ("L’article Lille bascule est apparu en premier sur Le Journal.", "feed_footer", "fr"),
        ("Cet article Lille bascule est apparu en premier sur Mon blog du Nord", "feed_footer", "en"),
        ("The post Ohio called for Brook appeared first on The Daily Example.", "feed_footer", "en"),
        ("The article Ohio called first appeared on Example News.", "feed_footer", "en"),
        ("Politics | UK | World | Sport | Log in", "menu", "en"),
        ("Home   News   Comment   Puzzles", "menu", "en"),
        ("Accueil · Politique · Monde · Mon compte", "menu", "fr"),
    ],
)
def test_furniture_below_a_post_is_cut_by_a_named_rule(line, rule, code):
    document, found = cut(f"Title\n\n20:00 – One.\n\n{line}\n\n20:10 – Two.\n\n20:20 – Three.", code)
    assert words(document, found)[1:] == ["One.", "Two.", "Three."]
    assert (line, rule) in marked(document, found, MarkKind.BOILERPLATE)


@pytest.mark.parametrize(
    "line",
    [
        "Publicité mensongère : la plainte est déposée.",
        "Partager le pouvoir ? Il n'en est pas question.",
        "Les commentaires vont bon train dans la salle.",
        "Sur Facebook, le maire remercie ses électeurs.",
        "Annonce du ministre : il démissionne.",
        "12 sièges",
        "3 commentaires du maire, tous amers.",
        "2 partages de sièges sont possibles.",
        "Lire la suite du discours sera un plaisir.",
        "Voir plus loin que le second tour, dit le maire.",
        "En savoir plus sur lui est difficile.",
        "C'est la fin de ce débat.",
        "L'article 49 est apparu en premier sur la liste, devant le budget et les retraites.",
        "L'article est apparu en premier sur Le Journal.",
        "The post he wants appeared first on nobody's list, he says.",
        "Politique et sport",
        "Politique, monde, société : tout change.",
        "Lille | 20 heures",
        "L'article 3 est repoussé.",
    ],
)
def test_a_sentence_is_no_furniture(line):
    document, found = cut(f"Titre\n\n20h00: Un.\n\n{line}\n\n20h10: Deux.")
    assert words(document, found)[1] == f"Un.\n\n{line}"


@pytest.mark.parametrize(
    ("top", "rules"),
    [
        ("THE COURIER\nHome | News | Sport | Log in\n\n", ["masthead", "menu"]),
        ("THE COURIER\nYour paper in Leeds\n\nHome   News   Sport   Culture\n", ["masthead", "masthead", "menu"]),
        (
            "THE COURIER\nHome | News | Sport | Log in\nFTSE 6,750 (+0.1%)  Gold 1,184\n\nHome > Politics > Sport\n",
            ["masthead", "menu", "masthead", "menu"],
        ),
        ("THE COURIER | Politics\n\n", ["masthead"]),
        ("Home News Sport Culture\n", ["menu"]),
        ("", []),
    ],
)
def test_the_lead_begins_below_a_masthead_and_its_menu(top, rules):
    document, found = cut(f"{top}Labour takes Leeds: the night as it happened\n\n20:00 – One.\n\n20:10 – Two.", "en")
    assert words(document, found) == ["Labour takes Leeds: the night as it happened", "One.", "Two."]
    assert [rule for _, rule in marked(document, found, MarkKind.BOILERPLATE)] == rules


@pytest.mark.parametrize(
    "top",
    [
        "Labour takes Leeds",
        "Politics live: Labour takes Leeds",
        "Labour takes Leeds | Politics | 9 June 2017 edition",
        "Labour takes Leeds.\nHome and away, politics wins",
    ],
)
def test_a_title_is_no_masthead(top):
    document, found = cut(f"{top}\n\n20:00 – One.\n\n20:10 – Two.", "en")
    assert words(document, found)[0] == top


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ("9.58pm CEST Updated at 10.05pm CEST\n", "en"),
        ("9.58pm CEST\nUpdated at 10.05pm CEST\n", "en"),
        ("21h58 – Mis à jour à 22h05\n", "fr"),
        ("21h58, mis à jour à 22h05 : ", "fr"),
        ("21h58\nActualisé à 22h05\n", "fr"),
        ("21h58 (mis à jour à 22h05) : ", "fr"),
    ],
)
def test_the_time_of_a_change_opens_no_post(changed, code):
    label = "9.{}pm CEST" if code == "en" else "21h{}"
    text = "".join(f"{label.format(minute)}\nPost of {minute}.\n\n" for minute in (50, 40, 30))
    document, found = cut(f"Title\n\n{changed}Post of 58.\n\n{text}", code)
    told = [
        (entry.date_published.strftime("%H:%M"), entry.is_correction, words(document, found)[entry.position - 1][-3:])
        for entry in found.entries[1:]
    ]
    assert sorted(told) == [
        ("21:30", False, "30."),
        ("21:40", False, "40."),
        ("21:50", False, "50."),
        ("21:58", True, "58."),
    ]


def test_the_time_of_a_change_below_a_post_opens_none():
    posts = "".join(f"10.{minute}pm BST 22:{minute}\n\nPost of {minute}.\n\n" for minute in (40, 30, 20))
    document, found = cut(f"Title\n\n{posts}Updated at 10.45pm BST\n\n10.10pm BST 22:10\n\nPost of 10.", "en")
    assert [entry.time_label[:5] for entry in found.entries[1:]] == ["10.10", "10.20", "10.30", "10.40"]
    assert not found.issues
    assert words(document, found)[2].startswith("Post of 20.")


def test_a_timed_line_of_furniture_stays_a_post():
    document, found = cut("Titre\n\n20h00: Un.\n\n20h10: Ce live est terminé, merci de l'avoir suivi.")
    assert words(document, found)[-1] == "Ce live est terminé, merci de l'avoir suivi."


def test_what_follows_the_last_post_is_not_part_of_it():
    text = "Titre\n\n20h10: Deux.\n\n20h00: Un.\n\nDernier paragraphe.\n\nCommentaires (34)\n\nJean, à 20h41 : bravo\n\nPaul : merci"  # noqa: E501
    document, found = cut(text)
    assert words(document, found)[1] == "Un.\n\nDernier paragraphe."
    assert "closing" in [name for _, name in marked(document, found, MarkKind.BOILERPLATE)]


TITLES = [f"Un titre court {minute}" for minute in (10, 20, 30)]


def test_titles_on_the_line_of_the_label():
    text = "Titre\n\n" + "\n\n".join(
        f"20h{m}: Un titre court {m}\n\nLe corps du post, avec une phrase." for m in (10, 20, 30)
    )
    document, found = cut(text)
    assert [document.text[slice(*entry.headline)] for entry in found.entries[1:]] == TITLES
    assert words(document, found)[1] == "Un titre court 10\n\nLe corps du post, avec une phrase."
    assert marked(document, found, MarkKind.HEADLINE) == [(title, "") for title in TITLES]


@pytest.mark.parametrize("line", ["Par Claire Martin", "Vos questions"])
def test_a_line_that_opens_many_posts_is_no_title(line):
    text = "Titre\n\n" + "\n\n".join(f"20h{m}\n{line}\nUn titre court {m}\nLe corps du post." for m in (10, 20, 30))
    document, found = cut(text)
    assert [document.text[slice(*entry.headline)] for entry in found.entries[1:]] == TITLES
    _, found = cut(text.replace("0\nLe corps", "0, une phrase.\nLe corps"))
    assert [entry.headline for entry in found.entries[1:]] == [None] * 3


def test_titles_below_the_label():
    text = "Titre\n\n" + "\n\n".join(
        f"10.{m}pm\nWho’s in at {m}?\nA body of a sentence or two. Yes." for m in (10, 20, 30)
    )
    document, found = cut(text, "en")
    assert [document.text[slice(*entry.headline)] for entry in found.entries[1:]] == [
        f"Who’s in at {m}?" for m in (10, 20, 30)
    ]


def test_first_lines_that_are_sentences_are_no_titles():
    text = "Titre\n\n" + "\n\n".join(f"20h{m}: Une phrase entière.\n\nUne autre, plus loin." for m in (10, 20, 30))
    _, found = cut(text)
    assert [entry.headline for entry in found.entries] == [None] * 4


@pytest.mark.parametrize(
    ("opening", "is_correction"),
    [
        ("[mis à jour] Le score est de 52 %.", True),
        ("Rectificatif [mis à jour à 17 h 40]. Nous nous trompions.", True),
        ("Le score est de 52 % [actualisé].", True),
        ("Erratum : le score est de 52 %.", True),
        ("UPDATED: Rudd holds.", True),
        ("Update – Rudd holds.", True),
        ("Edit : le score est de 52 %.", True),
        ("Rudd holds. This post has been amended to correct the swing.", True),
        ("Rudd holds.\n\n(This post was corrected at 3am.)", True),
        ("Updated figures give Rudd the seat: she holds.", False),
        ("Rudd says that this post was corrected.", False),
        ("Edit Piaf est citée par le maire.", False),
        ("Le ministère actualise ses chiffres", False),
        ("Le mis en cause a été corrigé par son avocat dans la salle d'audience.", False),
    ],
)
def test_corrections_are_flagged(opening, is_correction):
    _, found = cut(f"Titre\n\n20h00: Un.\n\n20h10: {opening}\n\n20h20: Trois.")
    assert [entry.is_correction for entry in found.entries] == [False, False, is_correction, False]


@pytest.mark.parametrize(
    ("opening", "is_pinned"),
    [
        ("[Épinglé] Les chiffres", True),
        ("POST ÉPINGLÉ. Les chiffres", True),
        ("Pinned: the figures", True),
        ("L'affiche épinglée au mur", False),
    ],
)
def test_pinned_posts_are_flagged(opening, is_pinned):
    _, found = cut(f"Titre\n\n20h00: Un.\n\n20h10: {opening}\n\n20h20: Trois.")
    assert [entry.is_pinned for entry in found.entries] == [False, False, is_pinned, False]


@pytest.mark.parametrize("hour", [12, 16, 18])
def test_summary_out_of_its_place_is_pinned(hour):
    text = f"Titre\n\n{hour}h00\nL'essentiel\n\nUn point.\n\n" + "\n\n".join(
        f"{h}h00\nPost {h}\n\nCorps." for h in (22, 21, 20, 19)
    )
    _, found = cut(text)
    assert [(entry.time_label, entry.is_pinned) for entry in found.entries[1:]] == [
        (f"{hour}h00", True), ("19h00", False), ("20h00", False), ("21h00", False), ("22h00", False),
    ]  # fmt: skip
    assert [issue.code for issue in found.issues] == ["label-out-of-order"]
    assert {entry.date_published.date() for entry in found.entries[1:]} == {DAY}
    assert found.order == "newest_first"


def test_summary_in_its_place_is_not_pinned():
    text = "Titre\n\n" + "\n\n".join(f"{hour}\nL'essentiel\n\nUn point." for hour in ("0h50", "0h10", "23h40", "22h00"))
    _, found = cut(text)
    assert [f"{entry.date_published:%d %H:%M}" for entry in found.entries[1:]] == [
        "23 22:00",
        "23 23:40",
        "24 00:10",
        "24 00:50",
    ]
    assert not any(entry.is_pinned for entry in found.entries)


def test_label_without_a_post_is_an_issue():
    document, found = cut("Titre\n\n20h00: Un.\n\n20h10:\n\n20h20: Trois.")
    assert words(document, found) == ["Titre", "Un.", "Trois."]
    assert [issue.code for issue in found.issues] == ["empty-post"]


# ── posts delimited by the markup ─────────────────────────────────────────────────────────────────


def page(*pieces):
    """A document of pieces: (text, kind, value) are marked, texts are not; a list is a post."""
    text, marks = "", []

    def add(piece):
        nonlocal text
        start = len(text)
        if isinstance(piece, list):
            for part in piece:
                add(part)
            marks.append(Mark(start, len(text), MarkKind.ENTRY))
        elif isinstance(piece, tuple):
            text += piece[0]
            marks.append(Mark(start, len(text), piece[1], piece[2] if len(piece) > 2 else ""))
        else:
            text += piece

    for piece in pieces:
        add(piece)
    return Document(text, tuple(sorted(marks)), Metadata(), "html")


def time(printed, moment):
    return (printed, MarkKind.TIME, moment)


def test_posts_of_the_markup():
    document = page(
        "Le titre\n\nLe chapeau.\n\n",
        [time("22h10", "2017-04-23T20:10:00Z"), "\n\n", ("Titre du post", MarkKind.HEADLINE), "\n\nLe corps.\n\n",
         ("Partager", MarkKind.BOILERPLATE, "share")],
        "\n\n",
        [time("", "2017-04-23T20:00:00+02:00"), "Le premier post."],
        "\n\nMentions légales",
    )  # fmt: skip
    found = segment(document, language("fr"), DAY, PARIS)
    assert words(document, found) == [
        "Le titre\n\nLe chapeau.",
        "Le premier post.",
        "Titre du post\n\nLe corps.",
    ]
    assert [entry.date_published and entry.date_published.isoformat() for entry in found.entries] == [
        None, "2017-04-23T20:00:00+02:00", "2017-04-23T22:10:00+02:00",
    ]  # fmt: skip
    assert [entry.time_label for entry in found.entries] == ["", "", "22h10"]
    last = found.entries[-1]
    assert document.text[slice(*last.headline)] == "Titre du post"
    assert found.order == "newest_first"


def test_flags_of_the_markup():
    document = page(
        [time("20h00", "2017-04-23T20:00:00+02:00"), (" Un.", MarkKind.PINNED)],
        "\n",
        [time("20h10", "2017-04-23T20:10:00+02:00"), (" Deux.", MarkKind.CORRECTION)],
    )
    found = segment(document, language("fr"), DAY, PARIS)
    assert [(entry.is_pinned, entry.is_correction) for entry in found.entries] == [
        (True, False),
        (False, True),
    ]


def test_untimed_summary_above_the_posts_is_lead_and_below_an_issue():
    document = page(
        "Titre\n\n", ["Les points clés\nUn point."], "\n\n",
        [time("20h10", "2017-04-23T20:10:00+02:00"), "\nUn."], "\n\n", ["Sans heure."],
    )  # fmt: skip
    found = segment(document, language("fr"), DAY, PARIS)
    assert words(document, found) == ["Titre\n\nLes points clés\nUn point.", "Un.", "Sans heure."]
    assert [issue.code for issue in found.issues] == ["post-without-time"]
    assert found.entries[-1].date_published is None


def test_posts_of_the_markup_with_labels_in_their_text():
    document = page(["23h58: Un."], "\n\n", ["00h12: Deux."], "\n\n", ["00h15: Trois."])
    found = segment(document, language("fr"), DAY, PARIS)
    assert words(document, found) == ["Un.", "Deux.", "Trois."]
    assert [f"{entry.date_published:%d %H:%M}" for entry in found.entries] == [
        "23 23:58",
        "24 00:12",
        "24 00:15",
    ]


def test_posts_inside_a_post():
    inner = [
        [time("20h00", "2017-04-23T20:00:00+02:00"), " Un."],
        "\n",
        [time("20h10", "2017-04-23T20:10:00+02:00"), " Deux."],
    ]
    document = page([*inner])
    found = segment(document, language("fr"), DAY, PARIS)
    assert words(document, found) == ["Un.", "Deux."]


def test_naive_times_of_the_markup_are_local():
    document = page([time("", "2017-04-23T20:00:00"), "Un."], [time("", "2017-04-23 20:10"), "Deux."])
    found = segment(document, language("fr"), DAY, PARIS)
    assert [entry.date_published.isoformat() for entry in found.entries] == [
        "2017-04-23T20:00:00+02:00",
        "2017-04-23T20:10:00+02:00",
    ]


def test_times_of_the_markup_without_posts_are_labels():
    document = page(
        "Titre\n\n", time("10 past eight", "2017-04-23T20:10:00+02:00"), "\nUn.\n\n",
        time("20 past eight", "2017-04-23T20:20:00+02:00"), "\nDeux, dit à ", time("20h15", "2017-04-23T20:15:00+02:00"), ".",  # noqa: E501
    )  # fmt: skip
    found = segment(document, language("fr"), DAY, PARIS)
    assert words(document, found) == ["Titre", "Un.", "Deux, dit à 20h15."]
    assert [entry.time_label for entry in found.entries] == ["", "10 past eight", "20 past eight"]


def test_labels_inside_embedded_posts_are_none():
    document = page(
        "20h00: Un.\n\n20h10: Deux.\n\n", ("20h05: vu, revu\n— Élu (@elu)", MarkKind.POST), "\n\n20h20: Trois.",
    )  # fmt: skip
    found = segment(document, language("fr"), DAY, PARIS)
    assert [entry.time_label for entry in found.entries] == ["20h00", "20h10", "20h20"]


def test_a_last_post_under_a_title_that_says_that_all_is_over_is_kept_whole():
    text = "La soirée\n\n20h41\nUn titre\n\nUne phrase entière ici.\n\n23h55\nA demain\n\nCe direct est terminé. Merci."
    document, found = cut(text)
    assert words(document, found)[-1] == "A demain\n\nCe direct est terminé. Merci."
    document, found = cut(text.replace("A demain", "Rédaction\n\nA demain"))
    assert words(document, found)[-1] == "Rédaction\n\nA demain\n\nCe direct est terminé. Merci."


@pytest.mark.parametrize("said", ["Thursday’s count went on.", "Thursday was long.", "May the best one win."])
def test_a_day_that_begins_the_words_of_a_post_is_not_its_label_s(said):
    document, found = cut(f"The night\n\n18.30 | One more word.\n\n18.33 | {said}\n\n18.40 | The end.", "en")
    assert words(document, found)[2] == said
    assert [f"{entry.date_published:%d %H:%M}" for entry in found.entries[1:]] == ["23 18:30", "23 18:33", "23 18:40"]
