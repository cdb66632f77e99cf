"""Labels: every printed form opens a post, what only looks like one does not."""

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment, zone_of
from minutier.segment.labels import MOST

POSTS = (
    "La participation progresse encore.",
    "Le ministre est arrivé au siège, attendu vers 20h30.",
    "Score final 3-2 au stade, et la place coûte 20.40 euros.",
    "Les bureaux ferment à 17h: rien de neuf.",
    "Fin du dépouillement le 12/11/2023 à Lyon.",
)

# One label for each post, in the order of time; HH:MM that it means
FORMS = {
    "20h41:": ("20h41: 20h43: 20h52: 21h05: 21h30:", "20:41 20:43 20:52 21:05 21:30"),
    "20h41 :": ("20h41 :|20h43 :|20h52 :|21h05 :|21h30 :", "20:41 20:43 20:52 21:05 21:30"),
    "20H41.": ("20H41.|20H43.|20H52.|21H05.|21H30.", "20:41 20:43 20:52 21:05 21:30"),
    "20h41 -": ("20h41 -|20h43 -|20h52 -|21h05 -|21h30 -", "20:41 20:43 20:52 21:05 21:30"),
    "20h41 –": ("20h41 –|20h43 –|20h52 –|21h05 –|21h30 –", "20:41 20:43 20:52 21:05 21:30"),
    "23h26 —": ("23h26 —|23h31 —|23h40 —|0h02 —|0h15 —", "23:26 23:31 23:40 00:02 00:15"),
    "21 h 34 :": ("21 h 34 :|21 h 41 :|21 h 58 :|22 h 07 :|22 h 20 :", "21:34 21:41 21:58 22:07 22:20"),
    "► 21 h 34 :": (
        "► 21 h 34 :|► 21 h 41 :|► 21 h 58 :|► 22 h 07 :|► 22 h 20 :",
        "21:34 21:41 21:58 22:07 22:20",
    ),
    "⇒ 21H38": ("⇒ 21H38|⇒ 21H41|⇒ 21H58|⇒ 22H07|⇒ 22H20", "21:38 21:41 21:58 22:07 22:20"),
    "20 heures 45 :": (
        "20 heures :|20 heures 45 :|20 heures 52 :|21 heures :|21 heures 30 :",
        "20:00 20:45 20:52 21:00 21:30",
    ),
    "23h.": ("19h.|20h.|21h.|22h.|23h.", "19:00 20:00 21:00 22:00 23:00"),
    "6h31 :": ("6h31 :|7h02 :|8h00 :|9h15 :|10h40 :", "06:31 07:02 08:00 09:15 10:40"),
    "• 17h15:": ("• 17h15:|• 17h49:|•18h00:|• 18h25:|• 19h04:", "17:15 17:49 18:00 18:25 19:04"),
    "23h29 ►": ("23h29 ►|23h30 ►|23h48 ►|0h03 ►|0h21 ►", "23:29 23:30 23:48 00:03 00:21"),
    "20 novembre à 23h30 ►": (
        "20 novembre à 23h29 ►|23h30 ►|20 novembre à 23h48 ►|21 novembre à 0h03 ►|0h21 ►",
        "23:29 23:30 23:48 00:03 00:21",
    ),
    "20:12 -": ("20:12 -|20:15 -|20:31 -|20:58 -|21:07 -", "20:12 20:15 20:31 20:58 21:07"),
    "20.41": ("20.41|20.43|20.52|21.05|21.30", "20:41 20:43 20:52 21:05 21:30"),
    "A 21h45 –": ("A 21h45 –|A 21h52 –|A 22h –|A 22h10 –|A 22h30 –", "21:45 21:52 22:00 22:10 22:30"),
    "À 21h45 –": ("À 21h45 –|À 21h52 –|À 22h –|À 22h10 –|À 22h30 –", "21:45 21:52 22:00 22:10 22:30"),
    "12.11.2023, 18:30 heures": (
        "|".join(f"12.11.2023, {clock} heures" for clock in ("18:30", "18:41", "18:55", "19:05", "19:30")),
        "18:30 18:41 18:55 19:05 19:30",
    ),
    "[20h41]": ("[20h41]|[20h43]|[20h52]|[21h05]|[21h30]", "20:41 20:43 20:52 21:05 21:30"),
    "+++22.25 Uhr+++": (
        "+++22.25 Uhr+++|+++22.31 Uhr+++|+++22.40 Uhr+++|+++22.51 Uhr+++|+++23.02 Uhr+++",
        "22:25 22:31 22:40 22:51 23:02",
    ),
    "22h45": ("22h45|22h51|22h58|23h04|23h30", "22:45 22:51 22:58 23:04 23:30"),
    "06h20": ("06h20|06h31|07h00|07h45|08h10", "06:20 06:31 07:00 07:45 08:10"),
    "10.30pm": ("10.30pm|10.41pm|11.02pm|11.30pm|12.58am", "22:30 22:41 23:02 23:30 00:58"),
    "9:30 p.m.": ("9:30 p.m.|9:41 p.m.|10 p.m.|10:20 p.m.|12:05 a.m.", "21:30 21:41 22:00 22:20 00:05"),
    "6:05p.m.": ("6:05p.m.|6:11p.m.|6:30p.m.|7:00p.m.|7:15p.m.", "18:05 18:11 18:30 19:00 19:15"),
    "1:54pm NZDT (7:54pm EST)": (
        "|".join(
            f"{a} NZDT ({b} EST)"
            for a, b in (
                ("11:54am", "5:54pm"),
                ("12:10pm", "6:10pm"),
                ("1:54pm", "7:54pm"),
                ("2:02pm", "8:02pm"),
                ("3:33pm", "9:33pm"),
            )
        ),
        "11:54 12:10 13:54 14:02 15:33",
    ),
    "9:30 p.m. / 2:30 a.m. (GMT)": (
        "9:05 p.m. / 2:05 a.m. (GMT)|9:30 p.m. / 2:30 a.m. (GMT)|10:12 p.m. / 3:12 a.m. (GMT)"
        "|11:40 p.m. / 4:40 a.m. (GMT)|12:15 a.m. / 5:15 a.m. (GMT)",
        "21:05 21:30 22:12 23:40 00:15",
    ),
    "11:35 AM, November 7": (
        "11:35 AM, November 12|1:02 PM, November 12|4:15 PM, November 12|9:30 PM, November 12|12:20 AM, November 13",
        "11:35 13:02 16:15 21:30 00:20",
    ),
    "20h41 (Paris) :": (
        "20h41 (Paris) :|20h43 (Paris) :|20h52 (Nantes) :|21h05 (Le Havre) :|21h30 (Paris) :",
        "20:41 20:43 20:52 21:05 21:30",
    ),
    "20h41 à Paris, 14h41 à Montréal :": (
        "|".join(
            f"{hour}h{minute} à Paris, {int(hour) - 6}h{minute} à Montréal :"
            for hour, minute in (("20", "41"), ("20", "43"), ("20", "52"), ("21", "05"), ("21", "30"))
        ),
        "20:41 20:43 20:52 21:05 21:30",
    ),
    "20h41 (Paris) / 14h41 (Montréal) –": (
        "|".join(
            f"{hour}h{minute} (Paris) / {int(hour) - 6}h{minute} (Montréal) –"
            for hour, minute in (("20", "41"), ("20", "43"), ("20", "52"), ("21", "05"), ("21", "30"))
        ),
        "20:41 20:43 20:52 21:05 21:30",
    ),
    "8:41pm Brussels / 2:41pm New York:": (
        "|".join(
            f"{hour}:{minute}pm Brussels / {hour - 6}:{minute}pm New York:"
            for hour, minute in ((8, "41"), (8, "43"), (8, "52"), (9, "05"), (9, "30"))
        ),
        "20:41 20:43 20:52 21:05 21:30",
    ),
    "00:33BST –": ("22:33BST –|22:40BST –|23:58BST –|00:33BST –|01:02BST –", "22:33 22:40 23:58 00:33 01:02"),
    "20:41 | ": (
        "20:41 ||20:43 |".replace("||", "|\x00") + "20:52 |\x0021:05 |\x0021:30 |",
        "20:41 20:43 20:52 21:05 21:30",
    ),
    "**20h41**": ("**20h41**|**20h43**|**20h52**|**21h05**|**21h30**", "20:41 20:43 20:52 21:05 21:30"),
    "2041 GMT:": ("2041 GMT:|2052 GMT:|2105 GMT:|2130 GMT:|2145 GMT:", "20:41 20:52 21:05 21:30 21:45"),
    "20h41min :": ("20h41min :|20h43min :|20h52min :|21h05min :|21h30min :", "20:41 20:43 20:52 21:05 21:30"),
    "Minuit :": ("22h45 :|23h15 :|Minuit :|0h20 :|1h05 :", "22:45 23:15 00:00 00:20 01:05"),
    "8 p.m.:": ("8 p.m.:|9 p.m.:|10 p.m.:|11 p.m.:|12 a.m.:", "20:00 21:00 22:00 23:00 00:00"),
    "dimanche 12 novembre, 20h41 :": (
        "dimanche 12 novembre, 20h41 :|dimanche 12 novembre, 21h02 :|dimanche 12 novembre, 22h15 :"
        "|lundi 13 novembre, 0h10 :|lundi 13 novembre, 0h25 :",
        "20:41 21:02 22:15 00:10 00:25",
    ),
    "2023-11-12 20:41": (
        "2023-11-12 20:41|2023-11-12 20:52|2023-11-12 23:05|2023-11-13 00:12|2023-11-13 00:30",
        "20:41 20:52 23:05 00:12 00:30",
    ),
    "20:41:07": ("20:41:07|20:43:12|20:52:30|21:05:01|21:30:59", "20:41 20:43 20:52 21:05 21:30"),
}
RUN_ON = sorted(
    set(FORMS)
    - {
        "2041 GMT:",
        "20:41:07",
        "2023-11-12 20:41",
        "23h.",
        "Minuit :",
        "8 p.m.:",
        "9:30 p.m.",
        "20:41 | ",
        "dimanche 12 novembre, 20h41 :",
    }
)


def labels_of(name: str) -> list[str]:
    labels = FORMS[name][0]
    if "\x00" in labels:
        labels = labels.replace("||", "|\x00")
        return [label for part in labels.split("\x00") for label in re.split(r"(?<=\|)(?=\d)", part)]
    return labels.split("|") if "|" in labels else labels.split()


def zone_for(name: str) -> ZoneInfo:
    return ZoneInfo(
        "Pacific/Auckland" if "NZDT" in name else "Europe/London" if "BST" in name or "GMT" in name else "Europe/Paris"
    )


def updates(text: str, zone: str | ZoneInfo = "Europe/Paris", code: str = "fr", day: date = date(2023, 11, 12)):
    document = read_text(text.encode())
    found = segment(document, language(code), day, ZoneInfo(zone) if isinstance(zone, str) else zone)
    return document, [entry for entry in found.entries if entry.section == "update"], found


def words(document, entries):
    return [document.text[entry.char_start : entry.char_end] for entry in entries]


@pytest.mark.parametrize("newest_first", [False, True], ids=["oldest first", "newest first"])
@pytest.mark.parametrize("layout", ["{} {}", "{}\n{}", "{}\n\n{}"], ids=["same line", "line above", "apart"])
@pytest.mark.parametrize("name", FORMS)
def test_label_opens_a_post(name, layout, newest_first):
    posts = [layout.format(label, post) for label, post in zip(labels_of(name), POSTS, strict=True)]
    text = "Soirée électorale en direct\n\n" + "\n\n".join(posts[::-1] if newest_first else posts)
    document, entries, found = updates(text, zone_for(name))
    assert words(document, entries) == list(POSTS)
    assert [f"{entry.date_published:%H:%M}" for entry in entries] == FORMS[name][1].split()
    assert found.order == ("newest_first" if newest_first else "oldest_first")
    assert [entry.position for entry in entries] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("name", RUN_ON)
def test_labels_inside_a_paragraph(name):
    text = " ".join(f"{label} {post}" for label, post in zip(labels_of(name), POSTS, strict=True))
    document, entries, _ = updates(text, zone_for(name))
    assert words(document, entries) == list(POSTS)
    assert [f"{entry.date_published:%H:%M}" for entry in entries] == FORMS[name][1].split()


@pytest.mark.parametrize("name", FORMS)
def test_label_is_kept_as_printed(name):
    printed = labels_of(name)
    text = "\n\n".join(f"{label} {post}" for label, post in zip(printed, POSTS, strict=True))
    _, entries, _ = updates(text, zone_for(name))
    for entry, label in zip(entries, printed, strict=True):
        assert entry.time_label in label
        assert re.sub(r"\W", "", entry.time_label) in (
            re.sub(r"\W", "", label),
            re.sub(r"^[AÀ]|\W", "", label),
        )


def test_run_on_without_full_stops():
    posts = "21h15: Le candidat va parler 21h09: Fin du discours 21h08: Début 20h59: La salle attend 20h30: Vote clos"
    document, entries, _ = updates(posts)
    assert [entry.time_label for entry in entries] == ["20h30", "20h59", "21h08", "21h09", "21h15"]
    assert words(document, entries)[0] == "Vote clos"


@pytest.mark.parametrize(
    "paragraph",
    [
        "20h, c'est l'heure des premières estimations.",
        "A 22h, l'institut créditait le candidat de 23,9% des voix.",
        "20 heures de débat pour rien.",
        "20.41 % des inscrits ont voté.",
        "3-2 : le score du match.",
        "20,41 euros le repas.",
        "12/11 : la date du scrutin est connue.",
        "2012 : une année record.",
        "48 heures plus tard, rien n'a changé.",
        "Vers 20h30: le calme règne.",
        "20:41 - 12 nov. 2023",
        "8:41 PM - 12 Nov 2023",
        "1.306.852 votants à midi",
        "12.50 : le prix du ticket, en euros.",
    ],
)
def test_a_paragraph_among_labels_stays_in_its_post(paragraph):
    posts = [f"20h{minute}: Une annonce de plus.\n\n{paragraph}" for minute in range(41, 48)]
    document, entries, _ = updates("Titre\n\n" + "\n\n".join(posts))
    assert [entry.time_label for entry in entries] == [f"20h{minute}" for minute in range(41, 48)]
    assert all(text.endswith(paragraph) for text in words(document, entries))


@pytest.mark.parametrize(
    "text",
    [
        "Le dépouillement a commencé vers 20h30 et fini à 17h.",
        "20h, c'est l'heure. Le match finit 3-2.\nLe repas coûte 20.41 euros.\n12.11.2023 fut un dimanche.",
        "En 2012 : 51,6 %.\nEn 2017 : 66,1 %.",
        "Résultats : 20.41 %, 30.12 %, 40.11 %.",
    ],
)
def test_text_without_labels_is_one_lead(text):
    document, entries, found = updates(text)
    assert entries == []
    assert [entry.section for entry in found.entries] == ["lead"]
    assert words(document, found.entries) == [text]
    assert [issue.code for issue in found.issues] == ["no-time-label"]


def test_agenda_inside_a_post_is_part_of_it():
    agenda = (
        "Le programme de la soirée :\n- 18h : fermeture des bureaux\n- 20h : premières estimations\n- 22h : allocution"
    )
    text = f"Titre\n\n16h02: Bonjour.\n\n16h30: {agenda}\n\n17h15: La participation monte.\n\n17h40: Pause.\n\n17h58: Reprise."  # noqa: E501
    document, entries, _ = updates(text)
    assert [entry.time_label for entry in entries] == ["16h02", "16h30", "17h15", "17h40", "17h58"]
    assert words(document, entries)[1] == agenda


def test_two_styles_in_one_document():
    text = "12 heures 10 : Un.\nA 14h40 – Deux.\n13 heures suffiront, dit-il.\nA 15h55 – Trois.\n17 heures 12 : Quatre.\nA 18h20 – Cinq.\n18 heures 58 : Six."  # noqa: E501
    _, entries, _ = updates(text)
    assert [entry.time_label for entry in entries] == [
        "12 heures 10", "14h40", "15h55", "17 heures 12", "18h20", "18 heures 58",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("20\u00a0h\u00a041\u00a0:", "no-break spaces"),
        ("20\u202fh\u202f41\u202f:", "narrow no-break spaces"),
        ("20\u2009h\u200941\u2009:", "thin spaces"),
        ("\u200b20h41\u200b:", "zero-width spaces"),
        ("20\u200bh\u200d41:", "zero-width characters inside"),
        ("\u200f20:41\u200f :", "right-to-left marks"),
        ("\u202e\u202d20h41\u202c\u202c:", "directional overrides"),
        ("\ufeff20h41:", "byte-order mark"),
        ("20h\u00ad41:", "soft hyphen"),
        ("２０h４１：", "full-width digits and colon"),
        ("A\u0300 20h41 :", "letters and accents apart"),
    ],
)
def test_characters_that_print_nothing_do_not_hide_a_label(printed, why):
    text = "Titre\n\n" + "\n\n".join(
        printed.replace("41", f"{m}").replace("４１", f"{m}") + " Un post." for m in range(41, 46)
    )
    document, entries, _ = updates(text)
    assert [f"{entry.date_published:%H:%M}" for entry in entries] == [f"20:{m}" for m in range(41, 46)], why
    assert words(document, entries) == ["Un post."] * 5


def test_accents_apart_in_the_document_itself():
    import unicodedata

    from minutier.document import Document

    text = unicodedata.normalize(
        "NFD", "20 décembre à 20h41 ► Élu.\n\n20 décembre à 20h55 ► Réélu.\n\n20 décembre à 21h ► Fêté."
    )
    found = segment(Document(text), language("fr"), date(2023, 12, 20), ZoneInfo("Europe/Paris"))
    assert [text[entry.char_start : entry.char_end] for entry in found.entries] == [
        unicodedata.normalize("NFD", word) for word in ("Élu.", "Réélu.", "Fêté.")
    ]


def test_two_thousand_labels_in_one_line():
    text = " ".join(f"{8 + i // 150}h{i % 150 * 60 // 150:02}: Message {i}." for i in range(2000))
    document, entries, _ = updates(text)
    assert len(entries) == 2000
    assert words(document, entries)[-1] == "Message 1999."


RUNNING = (
    "La salle attend le candidat.",
    "Les premiers chiffres arrivent vers 21h30.",
    "On compte encore, jusqu'à 23h au plus tard.",
    "Le maire parlera à 22h.",
    "Fin du direct, rendez-vous dès 7h demain.",
)
WITH_HOURS = (
    "20h41: 21h05: 22h: 22h15: 23h:",
    "20h41 -|21h05 -|22h -|22h15 -|23h02 -",
    "20h41 21h05 22h 22h15 23h02",
    "20h41. 21h05. 22h. 22h15. 23h02.",
    "[20h41] [21h05] [22h] [22h15] [23h02]",
    "► 20h41|► 21h05|► 22h|► 22h15|► 23h02",
)


@pytest.mark.parametrize("stops", [True, False], ids=["sentences", "no full stops"])
@pytest.mark.parametrize("lines", ["    ", "\n   ", "\n \n ", " \n\n ", "\n\n\n "], ids=repr)
@pytest.mark.parametrize("labels", WITH_HOURS)
def test_hours_alone_inside_a_paragraph(labels, lines, stops):
    printed = labels.split("|") if "|" in labels else labels.split()
    posts = RUNNING if stops else [post[:-1] for post in RUNNING]
    if not stops and lines.strip(" "):
        posts = [post if end == "\n" else f"{post}." for post, end in zip(posts, (*lines, "\n"), strict=True)]
    text = "".join(f"{label} {post}{end}" for label, post, end in zip(printed, posts, (*lines, "\n"), strict=True))
    document, entries, found = updates(text)
    assert words(document, entries) == list(posts)
    assert [entry.date_published.hour for entry in entries] == [20, 21, 22, 22, 23]
    assert found.issues == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "22h sera l'heure des résultats.",
        "Rendez-vous à 22h. Merci.",
        "Puis vers 22h : la salle attend.",
        "Jusqu'à 22h : rien.",
        "Les bureaux ferment à 22h. Puis on compte.",
        "Programme : 22h : débat. 23h : fin.",
        "La soirée : 21h Débat. 20h30 Chiffres.",
    ],
)
@pytest.mark.parametrize("labels", ["20h41: 21h05: 23h15: 23h30:", "20h41 21h05 23h15 23h30"])
def test_an_hour_in_a_sentence_opens_no_post(sentence, labels):
    posts = [f"On attend. {sentence} La nuit est longue." if n == 1 else "Rien de neuf." for n in range(4)]
    text = "Titre\n\n" + "\n\n".join(f"{label} {post}" for label, post in zip(labels.split(), posts, strict=True))
    document, entries, _ = updates(text)
    assert words(document, entries) == posts


SHORT = (
    "20h41: Un.|21 h 05 – Deux.|[22h10] Trois.",
    "20h41 Un.|21h05: Deux.",
    "22h\nUn.|21h30\nDeux.",
    "20:41 Un.|21.05 Deux.",
    "Minuit : Un.|23h30 : Deux.",
    "► 20h41 Un.|21h05 : Deux.|22h Trois.",
    "12 novembre, 20h41 : Un.|21h05 : Deux.|13 novembre, 0h10 : Trois.",
    "20h Un.|20h15 Deux.|21h Trois.",
    "Publié le 12 novembre à 20h41\nUn.|Publié le 12 novembre à 21h05\nDeux.",
    "Mis à jour à 20h41\nUn.|Mis à jour à 21h05\nDeux.|Mis à jour à 21h30\nTrois.",
    "20h41' : Un.|21h05' : Deux.",
    "⏰ 20h41 Un.|🔴 21h05 Deux.|⏰ 22h Trois.",
    "8pm: Un.|9.15pm – Deux.",
    "8 p.m. Un.|9 p.m. Deux.",
    "## 20h41 – Un.|## 21h05 – Deux.",
    "(20h41) Un.|(21h05) Deux.|(22h) Trois.",
)


@pytest.mark.parametrize(
    "title", ["", "La soirée en direct\n\nSuivez les résultats avec nous.\n\n"], ids=["bare", "titled"]
)
@pytest.mark.parametrize("text", SHORT)
def test_a_few_posts_in_any_style(text, title):
    document, entries, _ = updates(title + text.replace("|", "\n\n"))
    said = words(document, sorted(entries, key=lambda entry: entry.char_start))
    assert said == ["Un.", "Deux.", "Trois."][: len(said)]
    assert len(said) == text.count("|") + 1


def test_a_headline_that_opens_with_a_weekday_is_not_the_day_of_its_label():
    text = (
        "11:05 a.m. | How they got here\n\nUn.\n\n10:20 a.m. | Sunday Opinions\n\nDeux.\n\n9:30 a.m. | Hello\n\nTrois."
    )
    document, entries, _ = updates(text, code="en")
    assert [document.text[slice(*entry.headline)] for entry in entries] == [
        "Hello",
        "Sunday Opinions",
        "How they got here",
    ]


def test_a_line_that_says_when_a_post_was_published_is_no_post():
    posts = "".join(
        f"20h{minute} – Un titre\nPublié le 12 novembre à 20h{minute}\nUn post.\n\n" for minute in range(41, 47)
    )
    _, entries, _ = updates(f"Titre\nPublié à 17h\n\n{posts}")
    assert [entry.time_label for entry in entries] == [f"20h{minute}" for minute in range(41, 47)]


PARIS = ZoneInfo("Europe/Paris")
ALONE = {
    "day words": ("Aujourd’hui à 08h12|Hier à 23h10|Hier à 22h05", "08:12 23:10 22:05", "fr"),
    "English day words": ("Today 9:12am|Yesterday at 11:09pm|Yesterday, 10:05pm", "09:12 23:09 22:05", "en"),
    "updated": ("4.30am (Updated)|4.12am|3.58am|3.40am", "04:30 04:12 03:58 03:40", "en"),
    "updated in capitals": ("2.00am UPDATED|1.50am|1.40am", "02:00 01:50 01:40", "en"),
    "urgent": ("20:00 URGENT|20:12|20:30|20:45", "20:00 20:12 20:30 20:45", "fr"),
    "twice": ("10.30pm BST 22:30|10.40pm BST 22:40|10.50pm BST 22:50", "22:30 22:40 22:50", "en"),
}
BEFORE_WORDS = {
    "compact with a zone": ("2341 GMT - |2350 GMT - |2358 GMT - ", "23:41 23:50 23:58", "en"),
    "spans": ("22h41-22h50 : |22h55-23h00 : |23h10 : ", "22:41 22:55 23:10", "fr"),
}


@pytest.mark.parametrize(
    ("labels", "clocks", "code"), [*ALONE.values(), *BEFORE_WORDS.values()], ids=[*ALONE, *BEFORE_WORDS]
)
def test_labels_with_more_than_a_time(labels, clocks, code):
    printed = labels.split("|")
    glue = "" if printed[0].endswith(" ") else "\n\n"
    text = "Le titre\n\n" + "\n\n".join(f"{label}{glue}{POSTS[n]}" for n, label in enumerate(printed))
    document = read_text(text.encode())
    zone = ZoneInfo("Europe/London" if code == "en" else "Europe/Paris")
    found = segment(document, language(code), date(2017, 1, 29), zone)
    told = {
        f"{entry.date_published:%H:%M}": document.text[entry.char_start : entry.char_end]
        for entry in found.entries
        if entry.date_published
    }
    assert told == {clock: POSTS[n] for n, clock in enumerate(clocks.split())}


@pytest.mark.parametrize(
    "text",
    [
        "► 20 h 00 : [RÉSULTAT] Hamon 58 %. ⇒ 20H38 [MAJORITÉ] Valls parle. ► 21 h : [FIN] Bonsoir.",
        "(20h00) Hamon est en tête. (20h38) Valls parle. (21h00) Bonsoir.",
    ],
)
def test_labels_of_several_arrows_or_in_parentheses_inside_a_paragraph(text):
    found = segment(
        read_text(f"Le direct\n\n{text}".encode()), language("fr"), date(2017, 1, 29), ZoneInfo("Europe/Paris")
    )
    assert [f"{entry.date_published:%H:%M}" for entry in found.entries[1:]] == ["20:00", "20:38", "21:00"]


@pytest.mark.parametrize(
    "words",
    [
        "Hier à 20h05 : la salle était vide.",
        "La salle est vide. (20h05)",
        "Il a parlé (20h05) devant la salle. Fin.",
        "La salle est vide (20h05). Il est parti.",
        "Aujourd'hui à 20h05, les bureaux ferment.",
    ],
)
def test_a_time_told_in_a_post_opens_none(words):
    text = "".join(f"20h{minute} : {words}\n\n{words}\n\n" for minute in ("01", "10", "20"))
    found = segment(
        read_text(f"Le direct\n\n{text}".encode()), language("fr"), date(2017, 1, 29), ZoneInfo("Europe/Paris")
    )
    assert [f"{entry.date_published:%H:%M}" for entry in found.entries[1:]] == ["20:01", "20:10", "20:20"]


def test_cities_beside_two_clocks_tell_the_zone():
    text = "\n\n".join(f"{hour}h41 (Montréal) / {hour + 6}h41 (Paris) : Le maire parle." for hour in (14, 15, 16))
    document, entries, _ = updates(text, "Europe/Paris")
    assert [f"{entry.date_published:%H:%M}" for entry in entries] == ["20:41", "21:41", "22:41"]
    assert zone_of(document, language("fr")) == "America/Toronto"


def test_a_city_beside_one_clock_is_where_a_post_was_written():
    text = "\n\n".join(f"{hour}h41 ({city}) : Le maire parle." for hour, city in ((20, "Londres"), (21, "Paris")))
    document, entries, _ = updates(text, "Europe/Paris")
    assert [f"{entry.date_published:%H:%M}" for entry in entries] == ["20:41", "21:41"]
    assert words(document, entries) == ["Le maire parle."] * 2
    assert zone_of(document, language("fr")) is None


@pytest.mark.parametrize("sign", ["", " :"])
@pytest.mark.parametrize("opening", ["(Paris) Le maire parle.", "Paris, 14h12, il pleut."])
def test_a_place_that_begins_the_words_of_a_post_is_its_own(opening, sign):
    posts = (opening, "La salle se lève.", "La maire salue.", "La nuit tombe.")
    clocks = ("20h41", "20h52", "21h05", "21h30")
    text = "\n\n".join(f"{clock}{sign} {post}" for clock, post in zip(clocks, posts, strict=True))
    document, entries, _ = updates(text)
    assert words(document, entries) == list(posts)


HOURS = (
    "- 19h : fermeture des bureaux\n- 20h : premières estimations\n- 22h30 : discours attendu",
    "19h – fermeture des bureaux\n20h – premières estimations",
    "• 7pm: polls close in Kent\n• 10pm: exit poll",
)


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("clocks", [("20h41", "20h30", "20h12"), ("20:12", "20:41", "20:58")])
def test_a_programme_above_few_posts_is_part_of_the_lead(hours, clocks):
    posts = "\n\n".join(f"{clock} : Le maire parle aux siens." for clock in clocks)
    document, entries, found = updates(f"Le programme de la soirée\n{hours}\n\n{posts}")
    assert words(document, entries) == ["Le maire parle aux siens."] * 3
    (lead,) = (entry for entry in found.entries if entry.section == "lead")
    assert document.text[lead.char_start : lead.char_end] == f"Le programme de la soirée\n{hours}"


def test_short_posts_in_one_style_are_no_programme():
    text = "20h : fermeture des bureaux\n20h15 : premières estimations\n\n20h30 : Le maire parle.\n\n20h45 : Fin."
    _, entries, _ = updates(text)
    assert len(entries) == 4


@pytest.mark.parametrize("names", [("Par Jeanne Martin", "Par Paul Ney", "Par Anne Roux"), ("Jeanne Martin",) * 3])
def test_the_author_above_each_label_is_not_part_of_the_post_before(names):
    clocks = ("20h41", "20h30", "20h12")
    text = "\n\n".join(f"{name}\n{clock}\nLe maire parle." for name, clock in zip(names, clocks, strict=True))
    document, entries, found = updates(f"La soirée en direct\n\n{text}")
    assert words(document, entries) == ["Le maire parle."] * 3
    assert [entry.section for entry in found.entries] == ["lead", "update", "update", "update"]


def test_a_line_above_each_label_that_changes_is_no_author():
    titles = ("Le Havre Bascule", "Brest Attend", "Lyon Vote")
    text = "\n\n".join(
        f"{title}\n20h{minute}\nLe maire parle." for title, minute in zip(titles, (12, 30, 41), strict=True)
    )
    document, entries, _ = updates(text)
    assert [title in said for title, said in zip(titles, words(document, entries), strict=True)] == [True] * 3


@pytest.mark.parametrize("label", ["8:41 p.m.:", "+++20.41 Uhr+++", "20h41 -", "[20:41]"])
def test_a_single_post_with_signs(label):
    document, entries, found = updates(f"La soirée en direct\n\n{label} Le maire parle aux siens.")
    assert words(document, entries) == ["Le maire parle aux siens."]
    assert found.issues == ()


def test_labels_beyond_a_bound_are_part_of_the_last_post():
    text = "En direct. " + " ".join(f"► {post // 60 % 24:02}h{post % 60:02} : Fin." for post in range(MOST + 5))
    document, entries, found = updates(text)
    assert len(entries) == MOST
    (issue,) = (issue for issue in found.issues if issue.code == "too-many-labels")
    assert document.text[issue.char_start : issue.char_end].count("Fin.") == 6


SIGNED = ("{words}\nby Dan Bloom 9:{at} PM", "{words}\n\nAthena Stavrou12 November 2023 21:{at}", "{words}\n21:{at}")


@pytest.mark.parametrize("layout", SIGNED)
@pytest.mark.parametrize("newest_first", [False, True])
def test_times_below_the_posts(layout, newest_first):
    clocks = (10, 24, 31, 48)
    bodies = [f"Title {clock}\nBody number {clock} of the night." for clock in clocks]
    posts = [layout.format(words=body, at=clock) for body, clock in zip(bodies, clocks, strict=True)]
    text = "Live: the night\n\n" + "\n\n".join(posts[::-1] if newest_first else posts)
    document, entries, found = updates(text, "Europe/London", "en")
    assert words(document, entries) == bodies
    assert [entry.date_published.minute for entry in entries] == list(clocks)
    assert found.issues == ()


def test_a_last_label_without_a_post_does_not_turn_the_page_over():
    text = "Soirée\n\n20h10\nLe maire parle.\n\n20h24\nLa salle se lève.\n\n20h31\nFin.\n\n20h48\n"
    document, entries, found = updates(text)
    assert words(document, entries) == ["Le maire parle.", "La salle se lève.", "Fin."]
    assert [issue.code for issue in found.issues] == ["empty-post"]


@pytest.mark.parametrize(
    ("labels", "clocks", "zone", "code"),
    [
        (
            "2h ago / 9:58 PM EDT|3h ago / 9:01 PM EDT|5h ago / 7:12 PM EDT",
            "21:58 21:01 19:12",
            "America/New_York",
            "en",
        ),
        (
            "9h ago9 hours agoSun 12 Nov 2023 at 9:58pm|10h ago10 hours agoSun 12 Nov 2023 at 9:01pm"
            "|12h ago12 hours agoSun 12 Nov 2023 at 7:12pm",
            "21:58 21:01 19:12",
            "Australia/Sydney",
            "en",
        ),
        (
            "2023-11-12T21:58:00+01:00|2023-11-12T21:01:00+01:00|2023-11-12T19:12:00+01:00",
            "21:58 21:01 19:12",
            "Europe/Paris",
            "fr",
        ),
        ("2023-11-12T20:58:00Z|2023-11-12T20:01:00Z|2023-11-12T18:12:00Z", "21:58 21:01 19:12", "Europe/Paris", "fr"),
        ("10:58 p.m. GMT+2|10:01 p.m. GMT+2|8:12 p.m. GMT+2", "21:58 21:01 19:12", "Europe/Paris", "en"),
        ("9.58pm BST21:58|9.01pm BST21:01|7.12pm BST19:12", "21:58 21:01 19:12", "Europe/London", "en"),
    ],
)
def test_labels_as_pages_print_them_when_copied(labels, clocks, zone, code):
    text = "Live\n\n" + "\n\n".join(f"{label}\nThe mayor speaks." for label in labels.split("|"))
    document, entries, _ = updates(text, zone, code, date(2023, 7, 12) if "BST" in labels else date(2023, 11, 12))
    assert words(document, entries) == ["The mayor speaks."] * 3
    assert [f"{entry.date_published:%H:%M}" for entry in entries[::-1]] == clocks.split()


def test_a_time_printed_again_on_the_next_line_is_part_of_the_label():
    lines = (f"published at 22:{at} British Summer Time 4 July\n22:{at} BST 4 July" for at in (10, 24, 31))
    text = "Live\n\n" + "\n\n".join(f"{line}\n\nThe mayor speaks." for line in lines)
    document, entries, _ = updates(text, "Europe/London", "en", date(2024, 7, 4))
    assert words(document, entries) == ["The mayor speaks."] * 3


@pytest.mark.parametrize("layout", ["20h{at}Le maire parle à {at}.", "20:{at}Dan Bloom\nLe maire parle à {at}."])
def test_a_label_that_nothing_parts_from_the_words(layout):
    text = "Soirée\n\n" + "\n\n".join(layout.format(at=at) for at in (10, 24, 31, 48))
    _, entries, _ = updates(text)
    assert [entry.time_label[-2:] for entry in entries] == ["10", "24", "31", "48"]


def test_hours_counted_back_are_no_times_of_day():
    text = "Live\n\n" + "\n\n".join(f"{hours}h ago\nThe mayor speaks." for hours in (13, 15, 18, 20))
    _, entries, found = updates(text, "Europe/London", "en")
    assert not entries
    assert [issue.code for issue in found.issues] == ["no-time-label"]


@pytest.mark.parametrize("wrong", ["02h20", "12h18", "08h30", "2h42"])
@pytest.mark.parametrize("newest_first", [False, True])
def test_one_mistyped_label_moves_no_other(wrong, newest_first):
    labels = ["20h00", "20h06", "20h12", "20h18", wrong, "20h30", "20h36", "20h42", "20h48", "21h00"]
    posts = [f"{label} : Texte numéro {number}." for number, label in enumerate(labels)]
    _, entries, found = updates("\n\n".join(posts[::-1] if newest_first else posts))
    assert {entry.date_published.date() for entry in entries if entry.time_label != wrong} == {date(2023, 11, 12)}
    (issue,) = found.issues
    assert issue.code == "label-out-of-order"


@pytest.mark.parametrize(
    "told",
    [
        "12h : 26,63 %\n17h : 59,71 %\n20h : 67,10 %",
        "8h-18h : petites communes\n8h-19h : villes moyennes",
        "14h20 : coup d'envoi",
    ],
)
def test_hours_told_line_by_line_inside_a_post_open_none(told):
    labels = ("18h02", "18h30", "19h45", "20h01", "21h02", "21h30", "22h47")
    posts = [f"{label} : Le texte numéro {number}." for number, label in enumerate(labels)]
    posts[4] += f"\n{told}"
    document, entries, found = updates("Soirée\n\n" + "\n\n".join(posts))
    assert len(entries) == 7
    assert words(document, entries)[4] == f"Le texte numéro 4.\n{told}"
    assert {entry.date_published.date() for entry in entries} == {date(2023, 11, 12)}
    assert found.issues == ()


CLOCKS = ("19h45", "20h00", "20h12", "20h41", "21h02", "21h17", "21h45", "22h10")


def typed(odd: str) -> str:
    """Posts of one paragraph; the sixth with another label."""
    labels = [f"{clock} - " if clock != "21h17" else odd for clock in CLOCKS]
    return "Direct\n\n" + "\n\n".join(f"{label}La salle se lève encore." for label in labels)


@pytest.mark.parametrize("odd", ["21h17 ", "21h17, ", "21.17 - ", "► 21:17 "])
def test_a_label_typed_otherwise_than_the_rest(odd):
    document, entries, found = updates(typed(odd))
    assert [f"{entry.date_published:%Hh%M}" for entry in entries] == list(CLOCKS)
    assert words(document, entries) == ["La salle se lève encore."] * 8
    assert found.issues == ()


@pytest.mark.parametrize("odd", ["12h17 ", "17 ", "21h17 sera l'heure : "])
def test_a_paragraph_that_is_typed_otherwise_and_no_label(odd):
    assert len(updates(typed(odd).replace(f"{odd}La", f"{odd}la"))[1]) == 7


@pytest.mark.parametrize("odd", ["21;17 - ", "21h77 - ", "21h1O : "])
def test_a_mistyped_label_is_an_issue(odd):
    document, entries, found = updates(typed(odd))
    assert len(entries) == 7
    (issue,) = found.issues
    assert issue.code == "unread-label"
    assert document.text[issue.char_start : issue.char_end] == odd.strip()


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("ALERTE - {} - ", "fr"),
        ("⚠️ ALERTE INFO | {} - ", "fr"),
        ("URGENT. {} - ", "fr"),
        ("[VIDEO] {} - ", "fr"),
        ("[MISE À JOUR {}] ", "fr"),
        ("Dim. {}\n", "fr"),
        ("BREAKING, {}: ", "en"),
        ("UPDATE ({}): ", "en"),
        ("(Updated, {}) ", "en"),
        ("Sun {}\n", "en"),
        ("{} Sunday\n", "en"),
        ("{} - 9 hours ago\n", "en"),
        ("{} | il y a 9 heures\n", "fr"),
        ("{} XYT\n", "en"),
        ("{} XYT - ", "en"),  # a zone that nobody knows
    ],
)
def test_words_around_a_time_are_part_of_the_label(layout, code):
    clocks = CLOCKS if code == "fr" else [clock.replace("h", ":") for clock in CLOCKS]
    text = "Direct\n\n" + "\n\n".join(f"{layout.format(clock)}The hall rises." for clock in clocks)
    document, entries, _ = updates(text, code=code)
    assert words(document, entries) == ["The hall rises."] * 8
    assert [f"{entry.date_published:%H}" for entry in entries] == [clock[:2] for clock in CLOCKS]
