"""Idioms of French by which somebody backs, bars or leaves open, each beside words like them that tell no stand."""

from __future__ import annotations

import pytest

from extracting import rows, sides

SUPPORT = [
    ("Luc Petit n'aura « aucun mal » à voter Marc Roy.", "Luc Petit n'aura « aucun mal » à battre Marc Roy."),
    ("Luc Petit se fait un devoir de voter Marc Roy.", "Luc Petit se fait un devoir de recevoir Marc Roy."),
    ("Luc Petit persiste à soutenir Marc Roy.", "Luc Petit persiste à fuir Marc Roy."),
    ("Luc Petit continue à faire campagne pour Marc Roy.", "Luc Petit continue à faire rire Marc Roy."),
    ("Luc Petit n'avait pas attendu le premier tour pour rallier Marc Roy.", "Luc Petit n'avait pas attendu Marc Roy."),
    ("Luc Petit a l'intention de voter Marc Roy.", "Luc Petit a l'intention de revoir Marc Roy."),
    ("Luc Petit ne voit pas d'autre choix que de voter Marc Roy.", "Luc Petit ne voit pas d'autre choix que Marc Roy."),
    ("Luc Petit se sent obligé de voter Marc Roy.", "Luc Petit se sent obligé de saluer Marc Roy."),
    ("Luc Petit pense voter Marc Roy.", "Luc Petit pense connaître Marc Roy."),
    ("Luc Petit ira voter pour Marc Roy.", "Luc Petit ira voir Marc Roy."),
    (
        "Luc Petit a été l'un des premiers, à droite, à se prononcer pour Marc Roy.",
        "Luc Petit a été l'un des premiers, à droite, à croiser Marc Roy.",
    ),
    (
        "Luc Petit invite ses électeurs à faire le choix de Marc Roy.",
        "Luc Petit invite ses électeurs à écouter Marc Roy.",
    ),
    ("Luc Petit adresse à Marc Roy son plein soutien.", "Luc Petit adresse à Marc Roy son bon souvenir."),
    ("Luc Petit fait acte d'allégeance à Marc Roy.", "Luc Petit fait acte de présence chez Marc Roy."),
    ("Luc Petit a choisi son camp, celui de Marc Roy.", "Luc Petit a choisi son costume, celui de Marc Roy."),
    ("Luc Petit incline pour Marc Roy.", "Luc Petit s'incline devant Marc Roy."),
    ("Luc Petit mène campagne pour Marc Roy.", "Luc Petit mène grand train pour Marc Roy."),
    ("Luc Petit bat les estrades pour Marc Roy.", "Luc Petit bat les cartes pour Marc Roy."),
    ("Luc Petit se démène pour Marc Roy.", "Luc Petit se démène au QG de Marc Roy."),
    ("Luc Petit s'est engagé auprès de Marc Roy.", "Luc Petit s'est assis auprès de Marc Roy."),
    ("Luc Petit plaide la cause de Marc Roy.", "Luc Petit plaide la cause des loups devant Marc Roy."),
    ("Luc Petit exprime sa préférence pour Marc Roy.", "Luc Petit exprime sa gratitude à Marc Roy."),
    ("Luc Petit a envoyé un message de soutien à Marc Roy.", "Luc Petit a envoyé un message de paix à Marc Roy."),
    ("Luc Petit s'affiche en soutien de Marc Roy.", "Luc Petit s'affiche en short à côté de Marc Roy."),
    ("Luc Petit laisse le champ libre à Marc Roy.", "Luc Petit laisse le micro à Marc Roy."),
    ("Luc Petit sera aux côtés de Marc Roy.", "Luc Petit sera derrière Marc Roy."),
    ("Luc Petit est aux côtés de Marc Roy depuis mars.", "Luc Petit est aux côtés de Marc Roy sur l'estrade."),
    ("Luc Petit reste fidèle à Marc Roy.", "Luc Petit reste fidèle à sa rue, dit Marc Roy."),
    ("Luc Petit reste du côté de Marc Roy.", "Luc Petit reste derrière Marc Roy."),
    ("Luc Petit souhaite que Marc Roy l'emporte.", "Luc Petit souhaite que Marc Roy se taise."),
    ("Luc Petit veut faire élire Marc Roy.", "Luc Petit veut faire taire Marc Roy."),
    ("Luc Petit travaille à l'élection de Marc Roy.", "Luc Petit travaille à la mairie de Marc Roy."),
    ("Luc Petit, gagné à la cause de Marc Roy, sourit.", "Luc Petit, gagné à la loterie, sourit à Marc Roy."),
    (
        "Luc Petit, membre du comité de soutien de Marc Roy, sourit.",
        "Luc Petit, membre du comité de quartier de Marc Roy, sourit.",
    ),
    (
        "Luc Petit a donné une consigne claire : voter Marc Roy.",
        "Luc Petit a donné une consigne claire : saluer Marc Roy.",
    ),
    ("Marc Roy a gagné un allié : Luc Petit.", "Marc Roy a gagné un vélo : Luc Petit rit."),
    ("Marc Roy a gagné un soutien de poids, Luc Petit.", "Marc Roy cherche un soutien de poids, Luc Petit."),
    ("Luc Petit a voté pour son ancien élève Marc Roy.", "Luc Petit a revu son ancien élève Marc Roy."),
    (
        "Luc Petit fusionnera leurs listes avec celle de Marc Roy.",
        "Luc Petit comparera leurs listes avec celle de Marc Roy.",
    ),
]

SUPPORT += [
    ("Luc Petit assume son vote pour Marc Roy.", "Luc Petit assume son amitié pour Marc Roy."),
    (
        "Luc Petit ne fait pas mystère de son vote : Marc Roy.",
        "Luc Petit ne fait pas mystère de son âge : Marc Roy rit.",
    ),
    ("Luc Petit se prépare à soutenir Marc Roy.", "Luc Petit se prépare à affronter Marc Roy."),
    ("La voix de Luc Petit ira à Marc Roy.", "Les voix de Luc Petit iront à Marc Roy."),
    ("Luc Petit fera ce qu'il faut pour que Marc Roy gagne.", "Luc Petit fera ce qu'il faut pour que Marc Roy rie."),
    ("Luc Petit n'a jamais caché son vote : Marc Roy.", "Luc Petit n'a jamais caché son âge : Marc Roy le sait."),
    ("Luc Petit a franchi le pas vers Marc Roy.", "Luc Petit a fait un pas vers Marc Roy."),
    ("Luc Petit a lié son sort à celui de Marc Roy.", "Luc Petit a lié sa cravate devant Marc Roy."),
    (
        "Marc Roy, que Luc Petit a préféré à Anne Blanc, sourit.",
        "Marc Roy, que Luc Petit a présenté à Anne Blanc, sourit.",
    ),
    (
        "« C'est pour Marc Roy que je voterai », dit Luc Petit.",
        "« C'est pour Marc Roy que je cuisine », dit Luc Petit.",
    ),
]

OPPOSE = [
    ("Luc Petit renouvelle son appel à battre Marc Roy.", "Luc Petit renouvelle son appel à Marc Roy."),
    (
        "Luc Petit se prononce contre un second mandat de Marc Roy.",
        "Luc Petit se prononce contre un second débat de Marc Roy.",
    ),
    ("Luc Petit s'interdit de voter Marc Roy.", "Luc Petit s'interdit de citer Marc Roy."),
    ("Luc Petit n'imagine pas voter Marc Roy.", "Luc Petit n'imagine pas Marc Roy."),
    ("Luc Petit ne se résoudra pas à voter Marc Roy.", "Luc Petit ne se résoudra pas à voir Marc Roy."),
    ("Luc Petit conjure ses électeurs de ne pas voter Marc Roy.", "Luc Petit conjure Marc Roy de ne pas partir."),
    ("Luc Petit met en garde contre l'élection de Marc Roy.", "Luc Petit met en garde contre l'humeur de Marc Roy."),
    ("Luc Petit milite contre Marc Roy.", "Luc Petit milite contre la chasse avec Marc Roy."),
    ("Luc Petit a signé un appel à battre Marc Roy.", "Luc Petit a signé un appel à écouter Marc Roy."),
    ("« Il ne faut pas voter Marc Roy », dit Luc Petit.", "« Il ne faut pas gronder Marc Roy », dit Luc Petit."),
    ("« Marc Roy ne doit pas passer », dit Luc Petit.", "« Marc Roy ne doit pas rougir », dit Luc Petit."),
    ("« Faisons barrage à Marc Roy », dit Luc Petit.", "« Faisons signe à Marc Roy », dit Luc Petit."),
    ("Luc Petit exhorte à ne pas laisser passer Marc Roy.", "Luc Petit exhorte à ne pas laisser Marc Roy seul."),
]

NONE = [
    (
        "« Je ne vous dirai pas pour qui je vote », dit Luc Petit.",
        "« Je ne vous dirai pas pourquoi je tremble », dit Luc Petit.",
    ),
    ("Luc Petit n'a pas encore dit où irait sa voix.", "Luc Petit n'a pas encore dit où irait son argent."),
    ("Luc Petit se garde de recommander un candidat.", "Luc Petit se garde de recommander un candidat insoumis."),
    ("Luc Petit ne pipe mot.", "Luc Petit dit un mot."),
    ("Luc Petit garde son vote pour lui.", "Luc Petit garde son parapluie pour lui."),
    ("Luc Petit tait son choix.", "Luc Petit tait sa peine."),
    ("Luc Petit ne révélera pas son vote.", "Luc Petit ne révélera pas son âge."),
    ("Luc Petit préfère se taire.", "Luc Petit préfère se taire sur le budget."),
    ("Luc Petit laisse ses électeurs juges.", "Luc Petit laisse ses électeurs perplexes."),
    ("Luc Petit en appelle à la conscience de chacun.", "Luc Petit en appelle à la justice de paix."),
    ("Luc Petit glissera une enveloppe vide.", "Luc Petit ouvrira une enveloppe vide."),
    ("Luc Petit boudera les urnes.", "Luc Petit boudera les caméras."),
    ("Luc Petit ne se déplacera pas au second tour.", "Luc Petit ne se déplacera pas en train."),
    ("Luc Petit joue le ni-ni.", "Luc Petit joue le matin."),
    ("Luc Petit se dit neutre.", "Luc Petit se dit ravi."),
    ("Luc Petit n'a pas fait de choix.", "Luc Petit n'a pas fait de sport."),
    ("Luc Petit ne prend pas part au duel.", "Luc Petit ne prend pas part au dîner."),
    ("Luc Petit n'a indiqué de bulletin à personne.", "Luc Petit n'a indiqué de chemin à personne."),
    ("Luc Petit a décliné toute consigne.", "Luc Petit a décliné toute boisson."),
    ("Luc Petit appelle à boycotter le second tour.", "Luc Petit appelle à préparer le second tour."),
    ("Luc Petit : ni l'un ni l'autre.", "Luc Petit : l'un et l'autre."),
    ("Pour Luc Petit, ce sera ni l'un ni l'autre.", "Pour Luc Petit, ce sera l'un et l'autre."),
    ("Pour Luc Petit, ce sera blanc.", "Pour Luc Petit, ce sera rude."),
]

BOTH = [
    *((text, near, "Luc Petit > Marc Roy") for text, near in SUPPORT),
    *((text, near, "Luc Petit > Marc Roy (against)") for text, near in OPPOSE),
    *((text, near, "Luc Petit > -") for text, near in NONE),
]


@pytest.mark.parametrize(("text", "near", "expected"), BOTH)
def test_an_idiom_and_words_like_it(text: str, near: str, expected: str) -> None:
    assert sides(rows("endorsements", text, election_type="municipal")) == expected
    assert sides(rows("endorsements", near, election_type="municipal")) == ""


@pytest.mark.parametrize("aside", ["quant à lui", "pour sa part", "lui aussi", "de son côté"])
def test_who_is_set_apart_between_verb_and_object(aside: str) -> None:
    text = f"Paul Durand affronte Jeanne Martin. Rémi Castan soutiendra {aside} Paul Durand."
    assert sides(rows("endorsements", text, election_type="municipal")) == "Rémi Castan > Paul Durand"


def test_what_goes_on_is_standing() -> None:
    estimate = "Premières estimations : le RN obtient 33 % des voix, selon Ipsos."
    posts = (estimate, "Luc Petit reste fidèle à Marc Roy.", "Luc Petit se range derrière Marc Roy.")
    found = rows("endorsements", *posts, election_type="municipal")
    assert [row["endorsement_status"] for row in found] == ["standing", "declared"]


def test_services_offered_are_no_stand() -> None:
    assert rows("endorsements", "Luc Petit vient de proposer ses services à Marc Roy.") == []


def test_even_if_sets_no_condition() -> None:
    found = rows("endorsements", "Luc Petit appelle à voter Marc Roy, même s'il le juge trop tendre.")
    assert [row["endorsement_status"] for row in found] == ["declared"]
