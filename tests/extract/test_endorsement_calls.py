"""What somebody says that voters should do: every turn of a call in every frame in which it is told."""

from __future__ import annotations

import pytest

from extracting import rows, sides

ENGLISH_FRAMES = (
    "Mark Dole asked voters to {e}.",
    "Mark Dole is urging his supporters to {e}.",
    "Voters should {e}, Mark Dole said.",
    "Voters should {e}, says Mark Dole.",
    "Union members should {e}, Mark Dole said.",
    "Labour voters must {e}, Mark Dole told the BBC.",
    "“{E},” Mark Dole told his supporters.",
    "Mark Dole says voters should {e}.",
    "Mark Dole said that Democrats should {e}.",
    "Mark Dole told the BBC that Labour voters ought to {e}.",
    "Voters were urged by Mark Dole to {e}.",
    "Mark Dole's message to his supporters: {e}.",
    "Mark Dole's message to his supporters is to {e}.",
    "Mark Dole's advice: {e}.",
    "In a letter to members, Mark Dole appeals to them to {e}.",
    "A letter signed by Mark Dole asks members to {e}.",
    "In a video released tonight, Mark Dole asks Americans to {e}.",
    "According to Mark Dole, the left must {e}.",
    "“We must {e},” said Mark Dole.",
    "“We all have to {e},” said Mark Dole.",
    "Mark Dole: “{E}.”",
    "“I am asking you to {e},” Mark Dole told the crowd.",
    "“I urge everyone who voted for me to {e},” Mark Dole said.",
    "Mark Dole thinks it is time to {e}.",
    "“Please {e},” Mark Dole wrote.",
    "Mark Dole wants Democrats to {e}.",
    "Mark Dole recommends that voters {e}.",
    "Mark Dole insisted that progressives had a duty to {e}.",
    "Mark Dole has joined calls to {e}.",
    "Mark Dole has signed a letter urging people to {e}.",
    "Mark Dole has recorded a message telling voters to {e}.",
    "Mark Dole used his concession speech to tell voters to {e}.",
    "Conceding, Mark Dole invited his voters to {e}.",
    "Mark Dole, who came third, invited his voters to {e}.",
    "Mark Dole has left the race and told his delegates to {e}.",
    "The only thing to do now, Mark Dole says, is to {e}.",
    "“On Tuesday, {e}!” Mark Dole shouted.",
    "Mark Dole had asked his voters to {e}.",
    "Mark Dole will ask his voters to {e}.",
    "Mark Dole begged undecided Republicans to {e}.",
)

ENGLISH_FOR = (
    "make Ann Reed their leader",
    "make Ann Reed president",
    "make Ann Reed the next governor",
    "put Ann Reed in the White House",
    "send Ann Reed to the Senate",
    "keep Ann Reed in office",
    "keep Ann Reed in Downing Street",
    "hand Ann Reed a second term",
    "give Ann Reed another term",
    "give Ann Reed a mandate",
    "give Ann Reed a majority",
    "give Ann Reed their votes",
    "give Ann Reed a chance",
    "reward Ann Reed with their votes",
    "trust Ann Reed",
    "put their trust in Ann Reed",
    "put their faith in Ann Reed",
    "place their confidence in Ann Reed",
    "place their trust in Ann Reed",
    "carry Ann Reed to victory",
    "take Ann Reed over the line",
    "get Ann Reed over the line",
    "get Ann Reed across the line",
    "write in Ann Reed",
    "renominate Ann Reed",
    "re-nominate Ann Reed",
    "reinstall Ann Reed",
    "reinstate Ann Reed",
    "bring back Ann Reed",
    "bring Ann Reed back",
    "stick with Ann Reed",
    "swing behind Ann Reed",
    "mobilise for Ann Reed",
    "turn out for Ann Reed",
    "come out for Ann Reed",
    "get out the vote for Ann Reed",
    "go all in for Ann Reed",
    "keep faith with Ann Reed",
    "remain loyal to Ann Reed",
    "transfer to Ann Reed",
    "switch their votes to Ann Reed",
    "shift to Ann Reed",
    "come home to Ann Reed",
    "vote the Ann Reed ticket",
    "cast their ballots for Ann Reed",
    "mark their ballots for Ann Reed",
    "tick the box for Ann Reed",
    "pull the lever for Ann Reed",
    "check the box for Ann Reed",
    "coalesce around Ann Reed",
    "rally round Ann Reed",
    "line up behind Ann Reed",
    "unite behind Ann Reed",
    "fall in behind Ann Reed",
    "get behind Ann Reed",
    "close ranks behind Ann Reed",
    "lend their support to Ann Reed",
    "lend Ann Reed their votes",
    "plump for Ann Reed",
    "opt for Ann Reed",
    "go for Ann Reed",
    "pick Ann Reed",
    "choose Ann Reed",
    "prefer Ann Reed",
    "favour Ann Reed",
    "select Ann Reed",
    "elect Ann Reed",
    "re-elect Ann Reed",
    "support Ann Reed",
    "back Ann Reed",
    "ensure that Ann Reed wins",
    "make sure Ann Reed wins",
    "help Ann Reed win",
    "help elect Ann Reed",
    "knock on doors for Ann Reed",
    "volunteer for Ann Reed",
    "vote Ann Reed",
    "vote for Ann Reed",
    "use their vote for Ann Reed",
    "use their second vote for Ann Reed",
    "use their second preference for Ann Reed",
    "save their second preference for Ann Reed",
    "crown Ann Reed",
    "anoint Ann Reed",
    "install Ann Reed in City Hall",
)

ENGLISH_FRAMES_AGAINST = (
    *ENGLISH_FRAMES,
    "Mark Dole called on Labour voters in the seat to {e} on Thursday.",
    "Mark Dole would like his voters to {e}.",
    "Mark Dole wants to see Democrats {e}.",
)

ENGLISH_AGAINST = (
    "vote against Ann Reed",
    "defeat Ann Reed",
    "stop Ann Reed",
    "block Ann Reed",
    "block Ann Reed's path to power",
    "bar the way to Ann Reed",
    "keep Ann Reed out of the White House",
    "keep Ann Reed out",
    "throw Ann Reed out",
    "vote Ann Reed out",
    "kick Ann Reed out of office",
    "get Ann Reed out",
    "get rid of Ann Reed",
    "oust Ann Reed",
    "unseat Ann Reed",
    "remove Ann Reed",
    "reject Ann Reed",
    "oppose Ann Reed",
    "give not a single vote to Ann Reed",
    "deny Ann Reed a second term",
    "deny Ann Reed their votes",
    "prevent Ann Reed from winning",
    "prevent the election of Ann Reed",
    "prevent a victory for Ann Reed",
    "form a barrier against Ann Reed",
    "build a dam against Ann Reed",
    "unite against Ann Reed",
    "rally against Ann Reed",
    "mobilise against Ann Reed",
    "turn out against Ann Reed",
    "vote tactically against Ann Reed",
    "vote tactically to beat Ann Reed",
    "punish Ann Reed",
    "sack Ann Reed",
    "turn their backs on Ann Reed",
    "ditch Ann Reed",
    "dump Ann Reed",
    "shun Ann Reed",
    "boycott Ann Reed",
    "say no to Ann Reed",
    "stand up to Ann Reed",
    "use their vote to stop Ann Reed",
    "cast their ballots against Ann Reed",
    "vote for whoever can beat Ann Reed",
    "back whoever is best placed to beat Ann Reed",
    "leave Ann Reed off their ballots",
    "rank Ann Reed last",
    "put Ann Reed last",
    "send Ann Reed packing",
    "show Ann Reed the door",
)

FRENCH_FRAMES = (
    "Marc Dol appelle les électeurs à {e}.",
    "Marc Dol a appelé ses électeurs à {e}.",
    "Marc Dol invite ses électeurs à {e}.",
    "Marc Dol demande à ses électeurs de {e}.",
    "Marc Dol conseille à ses partisans de {e}.",
    "Marc Dol exhorte la gauche à {e}.",
    "« {I} », a lancé Marc Dol à ses électeurs.",
    "« Il faut {e} », a déclaré Marc Dol.",
    "« J'appelle à {e} », a déclaré Marc Dol.",
    "« Je vous demande de {e} », a dit Marc Dol.",
    "« Nous devons {e} », a dit Marc Dol.",
    "« Pas d'hésitation : il faut {e} », dit Marc Dol.",
    "Pour Marc Dol, il faut {e}.",
    "Selon Marc Dol, il faut {e} dimanche.",
    "Il faut {e}, estime Marc Dol.",
    "Il faut {e}, a dit Marc Dol sur TF1.",
    "Marc Dol estime qu'il faut {e}.",
    "Marc Dol a dit qu'il fallait {e}.",
    "Les électeurs de gauche doivent {e}, a dit Marc Dol.",
    "Marc Dol : « {I} ».",
    "Le message de Marc Dol à ses électeurs : {e}.",
    "La consigne de Marc Dol est claire : {e}.",
    "Marc Dol donne une consigne à ses électeurs : {e}.",
    "Dans une lettre aux adhérents, Marc Dol les appelle à {e}.",
    "Une lettre signée par Marc Dol appelle à {e}.",
    "Une tribune signée par Marc Dol appelle à {e}.",
    "Un appel de Marc Dol à {e}.",
    "L'appel de Marc Dol à {e} n'a pas tardé.",
    "Marc Dol lance un appel à {e}.",
    "Marc Dol a profité de son discours pour appeler à {e}.",
    "Marc Dol, arrivé troisième, appelle à {e}.",
    "Arrivé troisième, Marc Dol appelle ses électeurs à {e}.",
    "Battu, Marc Dol a immédiatement appelé à {e}.",
    "Marc Dol appelle « sans hésitation » à {e}.",
    "Marc Dol se résout à appeler à {e}.",
    "Marc Dol n'a pas hésité à appeler à {e}.",
    "Marc Dol se dit prêt à appeler à {e}.",
    "Les électeurs sont appelés par Marc Dol à {e}.",
    "Marc Dol appellera à {e}.",
    "Marc Dol avait appelé à {e}.",
    "Marc Dol vient d'appeler à {e}.",
    "Appelant à {e}, Marc Dol a quitté la scène.",
    "Marc Dol a quitté la scène en appelant à {e}.",
    "Marc Dol a pris la parole pour appeler à {e}.",
)

FRENCH_FOR = (
    "voter pour Anne Roche|Votez pour Anne Roche",
    "voter Anne Roche|Votez Anne Roche",
    "élire Anne Roche|Élisez Anne Roche",
    "réélire Anne Roche|Réélisez Anne Roche",
    "se reporter sur Anne Roche|Reportez-vous sur Anne Roche",
    "reporter leurs voix sur Anne Roche|Reportez vos voix sur Anne Roche",
    "reporter leurs suffrages sur Anne Roche|Reportez vos suffrages sur Anne Roche",
    "donner leur voix à Anne Roche|Donnez votre voix à Anne Roche",
    "accorder leurs suffrages à Anne Roche|Accordez vos suffrages à Anne Roche",
    "apporter leurs voix à Anne Roche|Apportez vos voix à Anne Roche",
    "glisser dans l'urne un bulletin au nom d'Anne Roche|Glissez un bulletin au nom d'Anne Roche",
    "utiliser le bulletin Anne Roche|Utilisez le bulletin Anne Roche",
    "se rassembler derrière Anne Roche|Rassemblez-vous derrière Anne Roche",
    "se ranger derrière Anne Roche|Rangez-vous derrière Anne Roche",
    "se mobiliser pour Anne Roche|Mobilisez-vous pour Anne Roche",
    "se mobiliser derrière Anne Roche|Mobilisez-vous derrière Anne Roche",
    "faire confiance à Anne Roche|Faites confiance à Anne Roche",
    "faire gagner Anne Roche|Faites gagner Anne Roche",
    "faire élire Anne Roche|Faites élire Anne Roche",
    "porter Anne Roche au pouvoir|Portez Anne Roche au pouvoir",
    "porter Anne Roche à l'Élysée|Portez Anne Roche à l'Élysée",
    "envoyer Anne Roche à l'Assemblée|Envoyez Anne Roche à l'Assemblée",
    "envoyer Anne Roche à l'Élysée|Envoyez Anne Roche à l'Élysée",
    "maintenir Anne Roche à la mairie|Maintenez Anne Roche à la mairie",
    "garder Anne Roche à la tête de la région|Gardez Anne Roche à la tête de la région",
    "offrir une majorité à Anne Roche|Offrez une majorité à Anne Roche",
    "donner une majorité à Anne Roche|Donnez une majorité à Anne Roche",
    "donner un second mandat à Anne Roche|Donnez un second mandat à Anne Roche",
    "reconduire Anne Roche|Reconduisez Anne Roche",
    "rejoindre Anne Roche|Rejoignez Anne Roche",
    "rallier Anne Roche|Ralliez Anne Roche",
    "préférer Anne Roche|Préférez Anne Roche",
    "opter pour Anne Roche|Optez pour Anne Roche",
    "se prononcer pour Anne Roche|Prononcez-vous pour Anne Roche",
    "voter massivement pour Anne Roche|Votez massivement pour Anne Roche",
    "voter utile pour Anne Roche|Votez utile pour Anne Roche",
    "voter sans hésiter pour Anne Roche|Votez sans hésiter pour Anne Roche",
    "voter en faveur d'Anne Roche|Votez en faveur d'Anne Roche",
    "apporter leur soutien à Anne Roche|Apportez votre soutien à Anne Roche",
    "aider Anne Roche à gagner|Aidez Anne Roche à gagner",
    "faire campagne pour Anne Roche|Faites campagne pour Anne Roche",
    "donner sa chance à Anne Roche|Donnez sa chance à Anne Roche",
    "amplifier le vote Anne Roche|Amplifiez le vote Anne Roche",
    "transférer leurs voix à Anne Roche|Transférez vos voix à Anne Roche",
)

FRENCH_ONLY_FOR = (
    "« {I} », a lancé Marc Dol à ses électeurs.",
    "Marc Dol a dit qu'il fallait {e}.",
    "Marc Dol : « {I} ».",
)
FRENCH_FRAMES_AGAINST = (
    *(frame for frame in FRENCH_FRAMES if frame not in FRENCH_ONLY_FOR),
    "Marc Dol donne pour consigne de {e}.",
)

FRENCH_AGAINST = (
    "voter contre Anne Roche|Votez contre Anne Roche",
    "faire barrage à Anne Roche|Faites barrage à Anne Roche",
    "barrer la route à Anne Roche|Barrez la route à Anne Roche",
    "faire battre Anne Roche|Faites battre Anne Roche",
    "empêcher la victoire d'Anne Roche|Empêchez la victoire d'Anne Roche",
    "empêcher l'élection d'Anne Roche|Empêchez l'élection d'Anne Roche",
    "empêcher Anne Roche de gagner|Empêchez Anne Roche de gagner",
    "empêcher Anne Roche d'accéder au pouvoir|Empêchez Anne Roche d'accéder au pouvoir",
    "faire obstacle à Anne Roche|Faites obstacle à Anne Roche",
    "bloquer Anne Roche|Bloquez Anne Roche",
    "stopper Anne Roche|Stoppez Anne Roche",
    "arrêter Anne Roche|Arrêtez Anne Roche",
    "éliminer Anne Roche|Éliminez Anne Roche",
    "sanctionner Anne Roche|Sanctionnez Anne Roche",
    "chasser Anne Roche du pouvoir|Chassez Anne Roche du pouvoir",
    "rejeter Anne Roche|Rejetez Anne Roche",
    "s'opposer à Anne Roche|Opposez-vous à Anne Roche",
    "dire non à Anne Roche|Dites non à Anne Roche",
    "ne pas voter pour Anne Roche|Ne votez pas pour Anne Roche",
    "ne pas donner une voix à Anne Roche|Ne donnez pas une voix à Anne Roche",
    "ne donner aucune voix à Anne Roche|Ne donnez aucune voix à Anne Roche",
    "n'accorder aucune voix à Anne Roche|N'accordez aucune voix à Anne Roche",
    "ne pas laisser gagner Anne Roche|Ne laissez pas gagner Anne Roche",
    "ne pas laisser Anne Roche l'emporter|Ne laissez pas Anne Roche l'emporter",
    "faire front contre Anne Roche|Faites front contre Anne Roche",
    "se mobiliser contre Anne Roche|Mobilisez-vous contre Anne Roche",
    "se rassembler contre Anne Roche|Rassemblez-vous contre Anne Roche",
    "faire bloc contre Anne Roche|Faites bloc contre Anne Roche",
    "utiliser leur bulletin contre Anne Roche|Utilisez votre bulletin contre Anne Roche",
    "tourner la page Anne Roche|Tournez la page Anne Roche",
    "en finir avec Anne Roche|Finissez-en avec Anne Roche",
    "tout faire contre Anne Roche|Faites tout contre Anne Roche",
    "éviter la victoire d'Anne Roche|Évitez la victoire d'Anne Roche",
    "faire échec à Anne Roche|Faites échec à Anne Roche",
    "fermer la porte à Anne Roche|Fermez la porte à Anne Roche",
    "sortir Anne Roche|Sortez Anne Roche",
    "renverser Anne Roche|Renversez Anne Roche",
    "ériger une digue contre Anne Roche|Érigez une digue contre Anne Roche",
    "construire un front contre Anne Roche|Construisez un front contre Anne Roche",
    "priver Anne Roche de majorité|Privez Anne Roche de majorité",
    "refuser leur voix à Anne Roche|Refusez votre voix à Anne Roche",
)


def _english(frame: str, turn: str) -> str:
    """A frame with the words of a call in it, ``{e}`` in its place and ``{E}`` at the head of words quoted."""
    return frame.format(e=turn, E=turn[0].upper() + turn[1:])


def _french(frame: str, turn: str) -> str:
    """A frame with the infinitive of a call, ``{e}``, or its imperative, ``{I}``: *voter Untel|Votez Untel*."""
    infinitive, imperative = turn.split("|")
    said = frame.format(e=infinitive, I=imperative)
    for vowel in "aeiouéAEIOUÉ":
        said = said.replace(f" de {vowel}", f" d'{vowel}")
    return said


def _misread(sentences: list[str], expected: str, lang: str) -> list[str]:
    found = {s: sides(rows("endorsements", s, lang=lang, round=2, election_type="presidential")) for s in sentences}
    return [f"{sentence} {told}" for sentence, told in found.items() if told != expected]


@pytest.mark.parametrize("turn", ENGLISH_FOR)
def test_a_call_to_vote_for_somebody_in_english(turn: str) -> None:
    assert _misread([_english(frame, turn) for frame in ENGLISH_FRAMES], "Mark Dole > Ann Reed", "en") == []


@pytest.mark.parametrize("turn", ENGLISH_AGAINST)
def test_a_call_against_somebody_in_english(turn: str) -> None:
    sentences = [_english(frame, turn) for frame in ENGLISH_FRAMES_AGAINST]
    assert _misread(sentences, "Mark Dole > Ann Reed (against)", "en") == []


@pytest.mark.parametrize("turn", FRENCH_FOR)
def test_a_call_to_vote_for_somebody_in_french(turn: str) -> None:
    assert _misread([_french(frame, turn) for frame in FRENCH_FRAMES], "Marc Dol > Anne Roche", "fr") == []


@pytest.mark.parametrize("turn", FRENCH_AGAINST)
def test_a_call_against_somebody_in_french(turn: str) -> None:
    sentences = [_french(frame, turn) for frame in FRENCH_FRAMES_AGAINST]
    assert _misread(sentences, "Marc Dol > Anne Roche (against)", "fr") == []


NO_CALLS = (
    ("en", "Mark Dole's message to his supporters is to stay calm."),
    ("en", "Mark Dole asked the court to put Ann Reed in prison."),
    ("en", "“Elect the man who will cut your taxes!” Mark Dole wrote of himself."),
    ("en", "“We are going to unite and defeat the most dangerous president in history,” Mark Dole said of Ann Reed."),
    ("en", "The jury should trust Ann Reed, the judge said."),
    ("en", "Rumours that Mark Dole had asked voters to back Ann Reed came to nothing."),
    ("en", "Mark Dole made Ann Reed president of the club."),
    ("en", "Mark Dole's supporters have been told to vote for Ann Reed."),
    ("en", "A letter signed by Mark Dole asks Ann Reed to step down."),
    ("fr", "Marc Dol demande à Anne Roche de donner une majorité à la France."),
    ("fr", "Il faut attendre Anne Roche, a dit Marc Dol."),
    ("fr", "Marc Dol doit rencontrer Anne Roche lundi."),
    ("fr", "Le bruit courait que Marc Dol appellerait à voter Anne Roche."),
    ("fr", "La rumeur d'un ralliement de Marc Dol à Anne Roche a couru tout l'après-midi."),
    ("fr", "« Donnez un micro à Anne Roche », a lancé Marc Dol."),
    ("fr", "« Envoyez la facture à Anne Roche », a lancé Marc Dol."),
    ("fr", "Marc Dol a quitté la scène avec Anne Roche."),
    ("fr", "Marc Dol a déposé son bulletin à Sarran en compagnie de son épouse, Anne Roche."),
)


@pytest.mark.parametrize(("lang", "text"), NO_CALLS)
def test_what_is_no_call(lang: str, text: str) -> None:
    assert sides(rows("endorsements", text, lang=lang, round=2, election_type="presidential")) == ""
