"""Whose the words are, in wordings that set several people, offices or bodies beside a quotation."""

from __future__ import annotations

import pytest

from extracting import context, rows
from minutier.document import Document, Entry, Liveblog, Mark, MarkKind
from minutier.extract.context import Context
from minutier.extract.people import People
from minutier.extract.quotes import extract
from minutier.languages import language


def speakers(*posts: str, lang: str) -> list[str]:
    """Who is found to say each quotation of the posts; the words that stand for him when he has no name."""
    blog = context(*posts, lang=lang)
    rows = [row for entry in blog.entries for row in extract(entry, blog).rows]
    return [row["speaker"] or row["speaker_label"] or "" for row in rows]


FRENCH = [
    # whoever stands behind a verb of speech and no list knows, with what he wears, and not whom he tells it
    (["« Ils exagèrent », philosophe le vigile de la salle."], ["le vigile de la salle"]),
    (["« Ils exagèrent », répète la veille."], []),
    (["« On nous vole », crie un jeune en polo bleu marine, vite entouré."], ["un jeune en polo bleu marine"]),
    (["« On a gagné », crie un militant biterrois à notre envoyé spécial."], ["un militant biterrois"]),
    # the last person named, and no name in the plural
    (["Ian Roy obtient 34 %, malgré l'affaire des Mutuelles. « Merci », savoure ce dernier."], ["Ian Roy"]),
    # words between commas that describe whoever stands before them
    (["Ian Roy, « déçu mais combatif », a félicité sa rivale. Rose Kerr remercie."], ["Ian Roy"]),
    # somebody told by a clause, with a name behind it or none
    (["« Nous avons perdu », soupire celui qui dirigeait la ville, Ian Roy."], ["Ian Roy"]),
    (["« Nous avons perdu », soupire celle qui fut sa ministre, Rose Kerr."], ["Rose Kerr"]),
    (["« Nous avons perdu », soupire celui qui dirigeait la ville."], ["celui qui dirigeait la ville"]),
    (
        ["Rose Kerr garde la région. « C'est beau », se réjouit celle qui veut être « la présidente de tous »."],
        ["Rose Kerr", "Rose Kerr"],
    ),
    (["Ian Roy attend. « Nous avons perdu », soupire celui qui dirigeait la ville."], ["Ian Roy"]),
    (
        ["Rose Kerr attend. « Nous avons perdu », soupire celui qui dirigeait la ville."],
        ["celui qui dirigeait la ville"],
    ),
    (["L'éliminé Ian Roy reste calme. « Nous verrons », dit-il."], ["Ian Roy"]),
    # a colleague is no group, where he has a name
    (["Notre confrère Ian Roy y voit « un séisme »."], ["Ian Roy"]),
    # a title that nothing but its kind announces
    (["Ian Roy est en tête. Portrait : « L'homme de Lens »."], []),
    (["Ian Roy est en tête. Son mot : « J'aime Lens. »"], ["Ian Roy"]),
    # a capital stands for its government before a verb that is quoted; who is not named has a clause of his own
    (["Bruxelles « regrette » le vote."], ["Bruxelles"]),
    (["Un député LR, qui avait « la boule au ventre », respire."], ["Un député LR"]),
    # the words beside a pronoun that is the subject of the sentence are those of whom it is told
    (["Ian Roy salue sa rivale, Rose Kerr, qui lui « souhaite bon vent »."], ["Rose Kerr"]),
    (["Ian Roy salue Rose Kerr, qui se « félicite »."], ["Ian Roy"]),
    # two who share a verb are not whom words by themselves belong to
    (
        ["« Merci », dit Odile Kerr. Son directeur, Yves Lann, et sa fille, Rose Kerr, la rejoignent. « A demain. »"],
        ["Odile Kerr", "Odile Kerr"],
    ),
    (["« Merci », dit Odile Kerr. Yves Lann la rejoint. « A demain. »"], ["Odile Kerr", "Yves Lann"]),
    # a verb of wishing reports speech right before the words
    (["Le PCF, qui ne veut « pas une voix de moins », appelle au vote."], ["PCF"]),
    (["Odile Kerr veut surtout « du calme »."], ["Odile Kerr"]),
    # what is denied is not one's own
    (["Yves Lann assure n'avoir « aucun remords ». Ce n'est pas l'avis d'Odile Kerr : elle part."], ["Yves Lann"]),
    (["« Une faute. » C'est l'avis d'Odile Kerr, qui part."], ["Odile Kerr"]),
    (["« Sans union, rien. » C'est la conviction d'Odile Kerr."], ["Odile Kerr"]),
    # a noun that looks like a verb and its pronoun
    (["Odile Kerr salue un vote « bien tenu » et donne rendez-vous lundi."], ["Odile Kerr"]),
    # whoever is set against those before is none of them
    (
        ["Bravo — Yves Lann (@yl) 18 juin 2017\n\nA Rome, le rival de Rose Kerr salue lui aussi un « beau jour »."],
        ["Yves Lann", "le rival de Rose Kerr"],
    ),
    (["A Rome, le porte-parole de Rose Kerr salue quant à lui un vote « sage »."], ["le porte-parole de Rose Kerr"]),
    # a pronoun that opens a post does not lead out of it when a name follows
    (
        [
            "Yves Lann « prend acte ».",
            "Il est venu tôt. L'ancien ministre des Mers lâche : « Perdu. » Puis Luc Roy sort.",
        ],
        ["Yves Lann", "Luc Roy"],
    ),
    (["Yves Lann « prend acte ».", "Il est venu tôt. « Perdu », lâche-t-il."], ["Yves Lann", "Yves Lann"]),
    # a noun for people together that is a verb behind an object
    (["Son parti s'affole : Yves Lann le presse de partir et réclame « un sursaut »."], ["Yves Lann"]),
    (["Yves Lann se tait. La presse réclame « un sursaut »."], ["La presse"]),
    # a condition within what somebody says
    (["Rose Kerr promet de voter pour Odile Lann si elle donne « des gages »."], ["Rose Kerr"]),
    (["Rose Kerr est là. Si elle perd, Yves Lann « partira loin »."], ["Yves Lann"]),
    (["S'il perd, Yves Lann « partira loin »."], ["Yves Lann"]),
    # an outlet relays what somebody says, or says it
    (["Selon l'AFP, Yves Lann a reconnu en privé « une erreur »."], ["Yves Lann"]),
    (["Selon l'AFP, Yves Lann serait « très affaibli »."], ["AFP"]),
    # an apposed subject, and a verb behind it
    (["Rose Kerr, émue aux larmes, a remercié ses équipes, jugeant le score « beau »."], ["Rose Kerr"]),
    (["La droite a, ironise Rose Kerr, « manqué son tour »."], ["Rose Kerr"]),
    # sources, camps and bodies
    (["Des sources proches de Yves Lann le disent « sonné »."], ["Des sources proches de Yves Lann"]),
    (["« C'est faux », jure le camp Lann."], ["le camp Lann"]),
    (["La CFDT a réagi. Le syndicat dénonce « un recul »."], ["CFDT"]),
    (["Yves Lann vote Parti socialiste. Le syndicat dénonce « un recul »."], ["Le syndicat"]),
    (["Si Yves Lann veut « la paix », Rose Kerr exclut « tout accord »."], ["Yves Lann", "Rose Kerr"]),
    # the beaten and the outgoing
    (["Rose Kerr bat Yves Lann. Le candidat malheureux évoque « un gâchis »."], ["Yves Lann"]),
    (["Rose Kerr (PS) bat Yves Lann (LR). Luc Roy est troisième. Le maire sortant se dit « triste »."], ["Yves Lann"]),
    # words reported after a colon
    (["Rose Kerr l'avait promis : la gauche serait « unie ou battue »."], ["Rose Kerr"]),
    (["Rose Kerr s'est maintenue : Yves Lann a dénoncé « un affront »."], ["Yves Lann"]),
    (["« Rien n'est joué », aime à répéter Rose Kerr."], ["Rose Kerr"]),
    (["Elle a gagné parce que, comme le dit Rose Kerr, « les autres dormaient »."], ["Rose Kerr"]),
    (["« Fiers » pour Rose Kerr, « battus » pour Yves Lann."], ["Rose Kerr", "Yves Lann"]),
    (["Dans cette dernière, Rose Kerr l'emporte sur Yves Lann. « Enfin », dit-elle."], ["Rose Kerr"]),
    (["Devant une salle vide, Yves Lann, rallié à Rose Kerr, parle de « paix »."], ["Yves Lann"]),
    # relatives and asides that name a source
    (["Rose Kerr n'a pas aimé les mots de Luc Roy, pour qui elle est « finie »."], ["Luc Roy"]),
    (["Rose Kerr n'a pas aimé les mots de Luc Roy, qui la dit « finie »."], ["Luc Roy"]),
    (["Rose Kerr a vu Luc Roy, avec qui elle est « liée »."], ["Rose Kerr"]),
    (["« Perdu. » Le constat, lapidaire, est d'un conseiller."], ["un conseiller"]),
    (["C'est, pour Rose Kerr, « un rejet »."], ["Rose Kerr"]),
    (["Rose Kerr en est convaincue : le parti est « à bout »."], ["Rose Kerr"]),
    (["« Jamais » : le cri du coeur de Rose Kerr"], ["Rose Kerr"]),
    (["Rose Kerr à ses côtés, Luc Roy a lancé : « Unis. »"], ["Luc Roy"]),
    (["Rose Kerr, à Lens, a lancé : « Unis. »"], ["Rose Kerr"]),
    (["De Rose Kerr à Luc Roy : « Merci. »"], ["Rose Kerr"]),
    (["De Rose Kerr, cette phrase : « Merci. »"], ["Rose Kerr"]),
    (["Luc Roy parle. De Rose Kerr, sans la nommer : « Qu'elle parte. »"], ["Luc Roy"]),
    (["« Deux arrestations », précise la police."], ["la police"]),
    (
        ["Rose Kerr, cheffe de l'opposition, a voté.", "La cheffe de l'opposition se dit « comblée »."],
        ["Rose Kerr"],
    ),
    (["Le PCF « prend acte »."], ["PCF"]),
    (
        ["Luc Roy vote. Dans l'équipe de Luc Roy, on en veut à ceux qui l'accusent : « Facile. »"],
        ["l'équipe de Luc Roy"],
    ),
    (["Luc Roy en veut à ceux qui l'accusent : « Facile. »"], ["Luc Roy"]),
    # one of two, her own words, the only one there is
    (
        ["Luc Roy et Rose Kerr ont débattu. Le premier a promis « la paix », la seconde « le mouvement »."],
        ["Luc Roy", "Rose Kerr"],
    ),
    (["Luc Roy arrive. Ses premiers mots sont pour ses électeurs : « Merci. »"], ["Luc Roy"]),
    (["Ses premiers mots sont pour ses électeurs : « Merci. » Luc Roy arrive."], ["Luc Roy"]),
    (["Luc Roy arrive. Ses voisins crient : « Merci. »"], ["Ses voisins"]),
    (["« Massif », juge le directeur de l'institut Kelvo."], ["le directeur de l'institut Kelvo"]),
    (["« Massif », juge le patron du parti Luc Roy."], ["Luc Roy"]),
    (["Le QG de Luc Roy est vide. Le candidat se dit « déçu »."], ["Luc Roy"]),
    (["Le QG de Luc Roy est vide. La candidate se dit « déçue »."], ["La candidate"]),
    # a subject behind a complement of the verb, whose last word is no title of his
    (["« Triste soir », lance à la tribune Odile Kerr."], ["Odile Kerr"]),
    (["« Triste soir », souffle dans les loges du Zénith Odile Kerr, sa dauphine."], ["Odile Kerr"]),
    (["« Triste soir », se console malgré tout Yves Lann (LFI) sur LCI."], ["Yves Lann"]),
    (["« Triste soir », a tenu à préciser Odile Kerr."], ["Odile Kerr"]),
    (["« Triste soir », glisse à la ministre Odile Kerr un garde du corps."], ["un garde du corps"]),
    (["« Triste soir », souffle-t-on dans le camp Lann. Yves Lann se tait."], ["le camp Lann"]),
    # a verb that no list has, before somebody who is not named
    (["« Rien ne bouge », zozotait un cambiste de Genève."], ["un cambiste de Genève"]),
    # phrases that stand for a verb of speech
    (["Un ténor, plus rude, s'en prend à un bilan « vide ou presque »."], ["Un ténor"]),
    (["Une élue tire à boulets rouges sur une équipe « sourde et muette »."], ["Une élue"]),
    (["Une élue agite un drapeau « aux couleurs passées »."], []),
    # the view of whoever was spoken of before
    (["Odile Kerr rentre. A ses yeux, le préfet « n'a rien compris »."], ["Odile Kerr"]),
    (["Odile Kerr rentre. A l'en croire, Yves Lann « n'a rien compris »."], ["Odile Kerr"]),
    (["Odile Kerr rentre. Yves Lann est à son avis « un homme fini »."], ["Odile Kerr"]),
    (["De son propre aveu, Yves Lann « n'a rien compris ». Odile Kerr rit."], ["Yves Lann"]),
    (["Yves Lann défend ce qui est à ses yeux « un beau cap »."], ["Yves Lann"]),
    # what belongs to somebody and says what he says
    (["L'Humanité a voté Luc Roy. Sa dernière une annonce « un raz de marée »."], ["L'Humanité"]),
    (["Une lettre d'Odile Kerr évoque « un abandon »."], ["Odile Kerr"]),
    (["« Nous partons », lit-on dans le communiqué d'Odile Kerr."], ["Odile Kerr"]),
    # for somebody, which is no source behind a verb
    (["Odile Kerr, qui a voté lundi pour Luc Roy, Yves Lann et Al Dol, loue « l'esprit civique »."], ["Odile Kerr"]),
    (["Hier, pour Luc Roy, c'était « la fin »."], ["Luc Roy"]),
    # the same incise tells of the words on both sides
    (
        ["Luc Kerr est là. Yves Lann « a bien fait », dit-il, puisqu'il « n'avait plus le choix »."],
        ["Luc Kerr", "Luc Kerr"],
    ),
    # an incise that tells more than who speaks
    (["Odile Kerr rit. Lann, répète-t-elle dans un clip, est « cuit ». Yves Lann dort."], ["Odile Kerr"]),
    # a pronoun behind words that its own sentence announces
    (["Luc Roy part. Son dauphin, Al Dol, hésite : « Ni oui ni non », disait-il mardi."], ["Al Dol"]),
    (["Rose Dol a 40 %. La candidate du centre, Zoé Lann (22,7 %), sort. « Je sors », écrit-elle."], ["Zoé Lann"]),
    # programmes and tunes are titles
    (["TF1 propose « Le grand soir, en direct », et Arte « Le Mépris »."], []),
    (["« Merci », dit Odile Kerr. La fanfare attaque « Le Chant du départ »."], ["Odile Kerr"]),
    (["TF1 parle d'un scrutin « sans relief »."], ["TF1"]),
    (["Odile Kerr vote, comme le quotidien « La Croix »."], []),
    # a word between an article and a comma, of which somebody is the subject
    (["Une « honte », accuse Odile Kerr."], ["Odile Kerr"]),
    (["Le PS parle. Les « frondeurs », en revanche, hésitent."], []),
    # a reader who asks is called by his name
    (["« Peut-on voter à deux ? » Non, Odile, chacun son tour."], ["Odile"]),
    (["« Peut-on voter à deux ? » Non, hélas."], []),
    # who comes behind gives way to who comes first, unless he concedes
    (["Yves Lann a gagné le tour. Luc Roy plafonne à 33 %. « Une vague », lance le député."], ["Yves Lann"]),
    (["Yves Lann a 51 %. Luc Roy plafonne à 33 %. « C'est dur », reconnaît le député."], ["Luc Roy"]),
    (["Odile Kerr est réélue. Sa rivale Rose Dol n'obtient que 22 %. « Merci », dit la maire."], ["Odile Kerr"]),
    (["Luc Roy est réélu. Yves Lann a 48 %. Le sortant s'est incliné : « Je pars. »"], ["Yves Lann"]),
    # the owner of a party goes before the one whom the party backs
    (
        ["Le chef de l'UDI, Al Dol, hésite. Son parti soutiendra Luc Roy. « On verra », prévient le député d'Agen."],
        ["Al Dol"],
    ),
    # what somebody has been made
    (
        ["Rose Dol a été réélue présidente du Lot. Odile Kerr la félicite. « Merci », dit la présidente."],
        ["Rose Dol"],
    ),
    # relative clauses with a subject of their own, and what follows one that quotes
    (["Luc Roy, à qui Odile Kerr a reproché « un silence gêné », a souri."], ["Odile Kerr"]),
    (["Luc Roy, dont Odile Kerr dit qu'il est « un peu seul », a souri."], ["Odile Kerr"]),
    (["Luc Roy, à qui tout souriait, parle d'« un revers »."], ["Luc Roy"]),
    (["Odile Kerr répond à Luc Roy, qui parlait d'« échec » : « Chiche ! »"], ["Luc Roy", "Odile Kerr"]),
    (["A ceux qui prédisaient « la fin du monde », Odile Kerr répond par un score."], []),
    # others
    (["Certains y voient « la fin », d'autres « un début de quelque chose »."], ["Certains", "d'autres"]),
    (["Les deux finalistes assurent vouloir « rester amis »."], ["Les deux finalistes"]),
    (["Le PCF, par la voix d'Odile Kerr, veut « recompter »."], ["Odile Kerr"]),
    (["Berlin espère « un allié loyal »."], ["Berlin"]),
    (["A Berlin, Odile Kerr espère « un allié loyal »."], ["Odile Kerr"]),
    (["Odile Kerr est ferme. Pas question de « brader le port »."], ["Odile Kerr"]),
    (["Juste « merci », répété trois fois par Odile Kerr."], ["Odile Kerr"]),
    (["Trois mots ont suffi à Odile Kerr : « Nous avons perdu. »"], ["Odile Kerr"]),
    (["C'est au tour d'Odile Kerr de s'exprimer : « Nous avons perdu. »"], ["Odile Kerr"]),
    (["Socialistes, écologistes : unissez-vous ! — Luc Roy (@lroy) 9 juin 2024"], ["Luc Roy"]),
    (["Selon le parti Les Républicains, c'est « joué »."], ["Les Républicains"]),
    (
        ["Là où Odile Kerr promettait « une vague », Yves Lann n'avait vu qu'« un remous »."],
        ["Odile Kerr", "Yves Lann"],
    ),
    (["Un « séisme » pour le PS\nLe PS perd tout. Yves Lann parle de « séisme »."], ["Yves Lann", "Yves Lann"]),
    (["Odile Kerr veut un « grand rassemblement »."], ["Odile Kerr"]),
    # whoever is named behind a subject is somebody else
    (["Le préfet annonce que Luc Roy « restera muet »."], ["Le préfet"]),
    (["Le ministre Luc Roy est battu par la verte Rose Dol. « Adieu », dit la future députée."], ["Rose Dol"]),
    (["Luc Roy est battu par Rose Dol. « C'est ainsi », admet le ministre."], ["Luc Roy"]),
    (["Luc Roy « n'a rien vu », si l'on en croit Odile Kerr."], ["Odile Kerr"]),
    # who says that he has lost is not the winner
    (["Luc Roy l'emporte contre Yves Lann. « J'assume cette défaite », dit le sortant."], ["Yves Lann"]),
    (["Rose Dol, considérée par Luc Roy comme « une soeur », sera ministre."], ["Luc Roy"]),
    (["L'association Anticor s'étonne d'« un retard fâcheux »."], ["L'association Anticor"]),
]

FRENCH += [
    # who is described before a colon and named behind it
    (["Le Premier ministre sourit : Luc Petit redevient maire. « Je mesure ma joie », a-t-il réagi."], ["Luc Petit"]),
    (["Le Premier ministre sourit. « Je mesure ma joie », a-t-il réagi."], ["Le Premier ministre"]),
    # the outgoing mayor is who has just been elected again
    (["Luc Petit est réélu à Pau. Anne Martin s'en va. « Bravo », dit le maire sortant."], ["Luc Petit"]),
    # who wrote in
    (["Question de Ludo_59 : « Une liste à 6% peut-elle se maintenir ? » Non."], ["Ludo_59"]),
    # newspapers between marks, and what is on the air
    (["Luc Petit renonce, écrit « Le Figaro ». « Je pars », confirme-t-il."], ["Luc Petit"]),
    (["France 2 diffuse « La Soirée, le second tour » à 19h15. « Je pars », dit Luc Petit."], ["Luc Petit"]),
    # a capital before a headline's words, of which the post says nothing more, may be a place
    (
        ["Concorde : « Je tiendrai »\nLa place se vide. « Je tiendrai », répète Rose Kerr, militante."],
        ["Rose Kerr", "Rose Kerr"],
    ),
    (
        ["Concorde : « Je tiendrai »\nLa place se vide. « Je pars », dit Rose Kerr, militante."],
        ["Concorde", "Rose Kerr"],
    ),
    (["Lannec : « Je tiendrai »\nLa place se vide. Rose Kerr est partie."], ["Lannec"]),
]


ENGLISH = [
    # as somebody, with who he is, put it; a work told of behind its title
    (["The party is glad; “he talks about jobs,” as Ian Roy, its leader, put it."], ["Ian Roy"]),
    (["On the shelves: “A Better Town”, the new mayor's campaign book, at half price. Ian Roy smiles."], []),
    # a subject behind a complement that opens the sentence
    (["Ian Roy is here. He lost. To the students who never got to vote he says he is “bitterly sorry”."], ["Ian Roy"]),
    # whose man somebody is, she is not; nor is the man of another sentence
    (["Ann Hall has beaten Ian Roy, but his agent says there are “many ballots” to come."], ["his agent"]),
    # the post below a headline opens with who says it
    (
        ["‘We’ve won, clearly’\nThat’s Ann Hall, in front of the cameras. “Wait,” a minister texted."],
        ["Ann Hall", "a minister"],
    ),
    (["That’s Ian Roy’s word for it. Labour’s only Scottish MP would like to see “a bit of humility”."], ["Ian Roy"]),
    # whoever stands before a colon speaks behind it
    (
        ["“We won,” Ian Roy told the hall. His agent, Tom Kerr, was blunter: the mayor would “think,” he said."],
        ["Ian Roy", "Tom Kerr"],
    ),
    # who is told something, by a name that no list has
    (["Ann Hall smiles. Her party has been “pushed about”, she tells Breakfast in Cork."], ["Ann Hall"]),
    (["Unite, which backed her in August, hails “a win for workers”. Ann Hall waves."], ["Unite"]),
    # an object is not who speaks next
    (
        ["Terry Lane used his chair at CNN to say it: the former governor is endorsing Joe Roy. “We win,” he told us."],
        ["Terry Lane"],
    ),
    # what somebody is for a party, whatever the word, and the name
    (["Former Labour spin doctor Ian Roy says it was “a gamble”."], ["Ian Roy"]),
    (["Labour denies Ian Roy says it was “a gamble”."], ["Labour"]),
    # somebody whose voice or face is all that the sentence before tells of
    (["Ian Roy's voice cracks. “An honour,” the NDP leader says."], ["Ian Roy"]),
    (["Ian Roy's agent is here. “An honour,” he says."], ["Ian Roy's agent"]),
    (["Ian Roy's mother-in-law told us he was “a good boy”."], ["Ian Roy's mother-in-law"]),
    (
        ["“Thanks,” Olive Kerr said. Senator Rose Lane and Gov. Ian Roy, both old friends, stood by. “See you.”"],
        ["Olive Kerr", "Olive Kerr"],
    ),
    (
        ["Wait, says Ian Roy, who looks tired. Neither Olive Kerr nor Rose Lane has earned it. “I have no mandate.”"],
        ["Ian Roy"],
    ),
    # what figures are given of is not what a post is about
    (
        ["Olive Kerr has won Hull. Labour's Rose Lane got 28.9%, the Tory Ann Roy 23.7%. “We made history,” she says."],
        ["Olive Kerr"],
    ),
    (["Rose Lane got 28.9%, Ian Roy 23.7%. “It was close,” she says."], ["Rose Lane"]),
    (["Ian Roy says he will vote for Ms Lane if she offers “real change”."], ["Ian Roy"]),
    (["Ian Roy is out. While Rose Lane spoke, he called it “a shame”."], ["Ian Roy"]),
    (
        ["Ian Roy reckons so: a third switched. In Hull, he adds, it looks like “industrial” switching."],
        ["Ian Roy"],
    ),
    (["While Ian Roy wants to “reach out”, Rose Lane rules out “any deal”."], ["Ian Roy", "Rose Lane"]),
    (["Ian Roy called it “a shame”, Rose Lane says."], ["Rose Lane"]),
    # a letter that ends a sentence is no initial
    (["They typed a B for an M. The mayor, Ian Roy, said it was “a slip”."], ["Ian Roy"]),
    (["Rose Lane spoke. M. Roy said it was “a slip”."], ["M. Roy"]),
    # losers and outgoing members
    (["Rose Lane has beaten Ian Roy. The ex-MP says he is “gutted”."], ["Ian Roy"]),
    (["Rose Lane beat Ian Roy. The losing candidate called it “cruel”."], ["Ian Roy"]),
    (["Rose Lane beat Ian Roy. The victor called it “sweet”."], ["Rose Lane"]),
    (["Rose Lane has beaten Ian Roy. Al Dunn was third. The outgoing mayor said he was “stunned”."], ["Ian Roy"]),
    # sources
    (["According to the BBC, Ian Roy privately admitted “an error”."], ["Ian Roy"]),
    (["According to the BBC, the count was “a shambles”."], ["BBC"]),
    (["Ian Roy is “stunned”, according to sources close to Rose Lane."], ["sources close to Rose Lane"]),
    (["“It’s over,” supporters kept saying."], ["supporters"]),
    (["“We must change,” plead several ministers."], ["several ministers"]),
    (["“No thanks,” warned the chairman of the farmers’ union."], ["the chairman of the farmers’ union"]),
    (["Labour has reacted. The party calls it “a betrayal”."], ["Labour"]),
    (["Ian Roy told people to vote Labour. The party calls it “a betrayal”."], ["The party"]),
    # pronouns
    (["Rose Lane lost. Her agent wanted a recount, but she would not hear of it: “Enough.”"], ["Rose Lane"]),
    (["Rose Lane lost. His agent wanted a recount, but she would not hear of it: “Enough.”"], ["His agent"]),
    (
        ["Al Dunn spoke.", "Asked whether he regretted it, union leader Ian Roy was brief. “Nope,” he said."],
        ["Ian Roy"],
    ),
    (["Josh, a plumber from Leeds, had seen it all. “I was there,” he smiled."], ["Josh"]),
    # messages
    (["“Don’t panic” was the message from Ian Roy."], ["Ian Roy"]),
    (["The message from Ian Roy was “don’t panic”."], ["Ian Roy"]),
    (["“Victory has fathers,” reads a message from Ian Roy to his staff."], ["Ian Roy"]),
    (["“I have one word: thanks.” Rose Lane’s first words."], ["Rose Lane"]),
    (["“Not good enough.” That was not Rose Lane’s verdict.", "Rose Lane slept."], []),
    (["Rose Lane, whom Ian Roy has called “out of touch”, won."], ["Ian Roy"]),
    (["Called a “traitor” by Rose Lane, Ian Roy left."], ["Rose Lane"]),
    (["Ian Roy had promised it: Labour would be “united or dead”."], ["Ian Roy"]),
    (["She won because, as Ian Roy put it, “the others stayed home”."], ["Ian Roy"]),
    (["Rose Lane rang, as Ian Roy had, and said it was “fair”."], ["Rose Lane"]),
    (["‘They’re fakes,’ the Liberals’ Ian Roy likes to say."], ["Ian Roy"]),
    (["“Four points is nothing” – polling expert Ian Roy"], ["Ian Roy"]),
    (["“It was long.” Photograph: Hull Pictures"], []),
    (["Prime Minister Rose Lane voted.", "The prime minister said it was “an honour”."], ["Rose Lane"]),
    (["The prime minister said it was “an honour”.", "Prime Minister Rose Lane voted."], ["Rose Lane"]),
    (["Home Secretary Rose Lane voted.", "The prime minister said it was “an honour”."], ["The prime minister"]),
    (["Rose Lane hated the remarks of Ian Roy, for whom she is “finished”."], ["Ian Roy"]),
    (["Ian Roy is adamant: the party is “at a crossroads”."], ["Ian Roy"]),
    (["Rose Lane is not, in Ian Roy’s view, “fit for office”."], ["Ian Roy"]),
    (["Rose Lane was not, in Ian Roy’s town, “a known face”."], ["Rose Lane"]),
    (["In her victory speech Rose Lane vowed “to govern for all”."], ["Rose Lane"]),
    (["It was Rose Lane who called him “unfit”."], ["Rose Lane"]),
    (["Ian Roy, nicknamed “Lucky”, won."], []),
    (["“Machines are fine,” election officials insisted."], ["election officials"]),
    (["Rose Lane was there. There she repeated her “never”."], ["Rose Lane"]),
    (["“Not for sale.” Rose Lane’s message is clear."], ["Rose Lane"]),
    (["From Rose Lane to Ian Roy: “Thanks.”"], ["Rose Lane"]),
    (["“Yes,” said Rose Lane. Of Ian Roy, without naming him: “He is done.”"], ["Rose Lane", "Rose Lane"]),
    (
        ["Ian Roy and Rose Lane debated. The former promised “stability”, the latter “movement”."],
        ["Ian Roy", "Rose Lane"],
    ),
    (["Ian Roy spoke. The former minister promised “stability”."], ["Ian Roy"]),
    (["“I held my nose,” admitted a voter. “So did I,” added another."], ["a voter", "another"]),
    (["Her first words were for her voters: “Thanks.” Rose Lane arrived at nine."], ["Rose Lane"]),
    # a verb that no list has, before somebody who is not named
    (["“It is raining,” mewls a drenched florist from Hull."], ["a drenched florist from Hull"]),
    (["“It is raining,” less a forecast than a threat."], []),
    (["Ian Roy left. “Fine,” across a whole county."], []),
    (["Ian Roy left. “Fine,” thinks a passer-by."], ["a passer-by"]),
    # verbs and phrases of speech
    (["Al Lane takes “all the blame”, Ian Roy talks of a “bruising and bitter” night."], ["Al Lane", "Ian Roy"]),
    (["Coalition talks were “hard”, said Ian Roy."], ["Ian Roy"]),
    (["A party source is already talking of “a rout”."], ["A party source"]),
    # an incise that tells more than who speaks
    (["Ian Roy is back. Lane, he claims in a video, is “a spent force”. Al Lane sleeps."], ["Ian Roy"]),
    # the view of whoever was spoken of before
    (["Rose Lane slept. In her eyes, Ian Roy “fought alone”."], ["Rose Lane"]),
    (["By his own admission, Ian Roy “fought alone”. Rose Lane slept."], ["Ian Roy"]),
    # what belongs to somebody and says what he says
    (["The Herald backed Ian Roy. Its last front page promised “a thrashing”."], ["The Herald"]),
    (["“We lost,” reads Rose Lane’s statement in full."], ["Rose Lane"]),
    (["Rose Lane’s “common sense” is Ian Roy’s “vandalism”."], ["Rose Lane", "Ian Roy"]),
    (["Rose Lane mocked Ian Roy’s “vandalism”."], ["Rose Lane"]),
    # no source
    (["In a bar, Rose Lane tells friends that what they stand for “is alive”."], ["Rose Lane"]),
    (["A diplomat from a Baltic state sums it up: “Phew.”"], ["A diplomat from a Baltic state"]),
    (["Sad day at Unifor, which spent months telling workers to stay and calling itself his “bad dream”."], ["Unifor"]),
    # a reader who asks, others beside some
    (["“Can I vote by post?” No, Maureen, it is too late."], ["Maureen"]),
    (["“It’s early,” a Tory MP texts from Hull. Another is “quietly hopeful”."], ["a Tory MP", "Another"]),
    (["Another station is “quietly hopeful”."], []),
    (["Some see “a protest”, others “a new dawn”."], ["Some", "others"]),
    # programmes and tunes are titles
    (["“Thanks,” said Rose Lane. The band strikes up “Land of my fathers”."], ["Rose Lane"]),
    # who comes first, who comes behind
    (
        ["Ian Roy is an MP at last. Al Lane, who held it, trailed in on 12.1%. “A first step,” said the mayor."],
        ["Ian Roy"],
    ),
    (
        ["Ian Roy is an MP at last. Al Lane trailed in on 12.1%. “A bad night,” the mayor admitted."],
        ["Al Lane"],
    ),
    (["Al Dunn has been re-elected president. Rose Lane left. “Quiet, please,” the president said."], ["Al Dunn"]),
    (["Rose Lane has unseated Ian Roy. “I never saw it coming,” the former minister admitted."], ["Ian Roy"]),
    (["Ian Roy rang Al Dunn to concede. “A gentleman,” said the winner."], ["Al Dunn"]),
    # subordinate and relative clauses
    (["While Ian Roy waits in Hull, Rose Lane is already talking about “a mandate”."], ["Rose Lane"]),
    (["Unlike Ian Roy, Rose Lane refuses to speak of “defeat”."], ["Rose Lane"]),
    (["Rose Lane hit back at Ian Roy, who had called her “unfit”: “Pot, kettle.”"], ["Ian Roy", "Rose Lane"]),
    (["Ian Roy, described by Rose Lane as “a decent man”, has gone."], ["Rose Lane"]),
    (["The result is, in the words of one senior Tory, “a wipeout”."], ["one senior Tory"]),
    (["Where Rose Lane promised “a wave”, Ian Roy saw “a ripple”."], ["Rose Lane", "Ian Roy"]),
    # whoever is named behind a subject is somebody else, and so is the object of his verb
    (["The sheriff announces that Al Dunn “will not speak”."], ["The sheriff"]),
    (["The mayor, Al Dunn, met Rose Lane. “Welcome,” the mayor told her."], ["Al Dunn"]),
    (["The mayor spoke to Al Dunn and Rose Lane. “Welcome,” the mayor told her team."], ["Rose Lane"]),
    (["Ian Roy, in Rose Lane’s telling, “never got it”."], ["Rose Lane"]),
    (["Ian Roy “never got it”, in Rose Lane’s words."], ["Rose Lane"]),
    (["Ian Roy “never got it”, or so Rose Lane says."], ["Rose Lane"]),
    (["Ian Roy “never got it”, in Rose Lane’s town."], ["Ian Roy"]),
    (["Al Dunn lost to Rose Lane. “A new page,” the new MP said."], ["Rose Lane"]),
    (["Rose Lane, whom Ian Roy regards as “a sister”, will be a minister."], ["Ian Roy"]),
]


ENGLISH += [
    # somebody with an age, and a number that is none
    (["Outside the school, Moana, 58, a nurse, waits. “I voted blank.”"], ["Moana"]),
    # an office told before the name, or one of several
    (["“He has not moved,” his campaign manager, Al Dunn, said, batting the idea away. Ian Roy left."], ["Al Dunn"]),
    (["Ian Roy left. One of the mayor’s donors was less sure. “Ask me,” he texted."], ["One of the mayor’s donors"]),
    (["Ian Roy left. An archbishop watched. “Pray,” the bishop said."], ["the bishop"]),
    # abbreviations that end no sentence
    (["Sen. Al Dunn, R-S.C., said it was “a good night”."], ["Al Dunn"]),
    (["Ian Roy: goodbye\nThe mayor of South Bend, Ind., promised “a fight”."], ["Ian Roy"]),
    # whence a reader is who has no other name
    (["“Who gets the keys?” asks Jo from Asheville."], ["Jo from Asheville"]),
    (["“Who gets the keys?” asks Rose Lane from Cork."], ["Rose Lane"]),
    # a reader called by a name that no list has
    (["“Who gets the keys?” asks one of our readers, Sione."], ["Sione"]),
    (["“Who gets the keys?” asks a reader, weeping."], ["a reader"]),
    # who wrote in
    (["From the Unison activist Rose Lane, by text: “My dad voted for Roy.”"], ["Rose Lane"]),
    (["From the start, Rose Lane said: “My dad voted for Roy.”"], ["Rose Lane"]),
    # a source that closes the sentence
    (["“Bloodbath” is the word at the count in Hull, according to one Labour aide."], ["one Labour aide"]),
    # a subject before its object, though only the gender of this one is known
    (["Quorn Bex wins. Mike Dunn spoke.", "Bex thanked Dunn. “We made it,” he said."], ["Quorn Bex"]),
    # somebody told by his age
    (["Al Dunn wins. “We made it,” the 27-year-old told a cheering crowd."], ["Al Dunn"]),
    (["Terry Moor has just said he is endorsing Al Dunn. “Let’s go,” he said."], ["Terry Moor"]),
    # who has words between marks for his verb says nothing of himself
    (["Ian Hall spoke. Mr Roy “couldn’t lead a band”, the former home secretary says."], ["Ian Hall"]),
    # somebody without a name, told by the same noun a moment before
    (
        ["Ann Hall will come out for Ian Roy, an aide said. “She has done the math,” the aide added."],
        ["an aide"],
    ),
    (["Ann Hall, an aide to Ian Roy, smiled. “She has done the math,” the aide added."], ["Ann Hall"]),
    # the title of a work is no quote
    (["“Hillbilly Days” author Al Dunn said he was “over the moon”."], ["Al Dunn"]),
]


@pytest.mark.parametrize(("posts", "expected"), FRENCH)
def test_who_speaks_in_french(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="fr") == expected


@pytest.mark.parametrize(("posts", "expected"), ENGLISH)
def test_who_speaks_in_english(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="en") == expected


@pytest.mark.parametrize(
    ("block", "words", "speaker"),
    [
        ("Nous avons gagné.\n— Rose Kerr, à Lens", "Nous avons gagné.", "Rose Kerr"),
        (
            "Nous avons gagné.\nEt nous recommencerons.\n— Rose Kerr",
            "Nous avons gagné.\n\nEt nous recommencerons.",
            "Rose Kerr",
        ),
        ("Nous avons gagné.\n— et nous recommencerons", "Nous avons gagné.\n\n— et nous recommencerons", None),
        ("Nous avons gagné.\nRose Kerr, maire de Lens", "Nous avons gagné.", "Rose Kerr"),
        ("Nous avons gagné.\nRose Kerr le sait.", "Nous avons gagné.\n\nRose Kerr le sait.", None),
    ],
)
def test_words_set_apart_are_signed_on_their_last_line(block: str, words: str, speaker: str | None) -> None:
    text = f"Rose Kerr a parlé.\nYves Lann attend.\n{block}"
    entry = Entry("e1", 1, "update", 0, len(text))
    night = Liveblog("night", "fr", "Europe/Paris", None, "contest", 1)
    marks = (Mark(text.index("Nous"), len(text), MarkKind.BLOCKQUOTE),)
    blog = Context(Document(text, marks), [entry], night, language("fr"), People(text, language("fr")))
    (row,) = extract(entry, blog).rows
    assert row["quote"] == words
    assert row["rule"] == ("quotes.post_signature" if speaker else "quotes.block_introduction")
    assert row["speaker"] == (speaker or "Yves Lann")


@pytest.mark.parametrize(("before", "speaker"), [("has been elected president", "Ann Hall"), ("has voted", None)])
def test_whoever_earlier_posts_say_has_won_is_the_elect(before: str, speaker: str | None) -> None:
    posts = (f"Ann Hall {before}.", "“I will listen,” says the president-elect.")
    found = rows("quotes", *posts, lang="en", round=1, election_type="presidential", day="2025-10-25")
    assert [row["speaker"] for row in found] == [speaker]


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        (
            "“One of the worst showings for 40 years”: Professor Sir John Webb isn't mincing his words on the Today "
            "programme.",
            "en",
            "John Webb",
        ),
        ("« Sans trembler » : Guy Morel, élu communiste, prône un vote Martin. Anne Martin sourit.", "fr", "Guy Morel"),
        (
            "Paul Webb is out. The former pundit took 23.2% in Leeds. The run-off will be between Ann Lee (Labour), on "
            "28.5%, and Sam Dean (Green), on 24.7%. “Of course I am disappointed,” he told a half-empty hall.",
            "en",
            "Paul Webb",
        ),
        (
            "Élisabeth Borne parle depuis Matignon. La Première ministre voit dans la situation « un risque ».",
            "fr",
            "Élisabeth Borne",
        ),
    ],
)
def test_who_speaks_beside_names_that_are_nearer(text: str, lang: str, speaker: str) -> None:
    assert speakers(text, lang=lang) == [speaker]


def test_a_full_stop_inside_the_quotation_that_ends_a_sentence_ends_it() -> None:
    text = "Ann Hall said it was “disputed.” “Nobody steals,” Rose Kerr shot back."
    assert speakers(text, lang="en") == ["Ann Hall", "Rose Kerr"]
    assert speakers("Ann Hall said it was “disputed.” “Nobody steals.”", lang="en") == ["Ann Hall", "Ann Hall"]


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        ("Boos for Ian Roy, spokesman for Labour, who calls it “a farce”.", "en", "Ian Roy"),
        ("Huées pour Ian Roy, porte-parole du PS, qui dénonce « une farce ».", "fr", "Ian Roy"),
        ("Ann Hall thanked Labour, which calls it “a clean break”.", "en", "Labour"),
    ],
)
def test_a_relative_behind_a_post_is_of_whoever_holds_it(text: str, lang: str, speaker: str) -> None:
    assert speakers(text, lang=lang) == [speaker]


def test_an_incise_is_not_of_whom_it_interrupts() -> None:
    text = "Ian Roy was asked about it. Tom Poe, said the mayor, is “a guy”. // Ian Roy, the mayor, left."
    assert speakers(*text.split(" // "), lang="en") == ["Ian Roy"]


SIGNED = ["Jane Doe, Miami\n{}", "Jane Doe\n{}"]


@pytest.mark.parametrize(
    ("posts", "speaker"),
    [
        (["Tom Poe won.", *SIGNED], "Tom Poe"),
        (["Tom Poe won.", SIGNED[0]], "Jane Doe"),  # a single post: a headline, for all one knows
        (["Tom Poe won.", *SIGNED, "Jane Doe won."], "Jane Doe"),  # whom other lines tell of
    ],
)
def test_who_signs_posts_is_nobody_in_them(posts: list[str], speaker: str) -> None:
    told = [post.format("Tom Poe arrived. “We did it,” said the governor.") for post in posts]
    assert speakers(*told, lang="en")[0] == speaker


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        # who has most of the votes, or is told to have won, is the victor and the new member
        (
            "Luc Petit a perdu. L'avocat a 48 %, Paul Roy rassemble 52 % des voix. « Voilà », a dit le vainqueur.",
            "fr",
            "Paul Roy",
        ),
        (
            "Luc Petit remporte la mairie. Paul Roy, maire sortant, est deuxième. « Voilà », clame le nouveau maire.",
            "fr",
            "Luc Petit",
        ),
        # a source tells what stands beside it, not what the subject says
        ("Anne Roy, éliminée avec 2 % selon Ipsos, appelle à voter Luc Petit « sans réserve ».", "fr", "Anne Roy"),
        ("« Il gagnera », dit Paul Roy. Selon Ipsos, Luc Petit est « en tête ».", "fr", "Ipsos"),
        # whom the subject is told to be
        ("Ian Roy won Leigh. The old MP was Tom Poe. He told the BBC: “We stopped.”", "en", "Tom Poe"),
        ("Ian Roy won Leigh. The old MP was Tom Poe's friend. He told the BBC: “We stopped.”", "en", "Ian Roy"),
        # the gender of whom somebody is a neighbour of is not his own
        ("Her neighbour Dominique left his vote empty. “They can sort it out,” he said.", "en", "Dominique"),
        ("Paul Roy vise Luc Petit. Réponse de l'intéressé : « Jamais. »", "fr", "Luc Petit"),
    ],
)
def test_who_is_told_of_last(text: str, lang: str, speaker: str) -> None:
    assert speakers(text, lang=lang)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        # what tells the manner of speaking is nobody
        ("Paul Roy monte sur scène et promet « du calme ». Puis, la voix cassée : « Merci. »", "fr", "Paul Roy"),
        ("Paul Roy promet « du calme ». Puis, un vieil ami : « Merci. »", "fr", "un vieil ami"),
        # whoever says a sentence is not whom the clause that opens it names
        (
            "Anna Hart was there. If Sam Dean runs again, she told CNN, she will back him. “I was early,” she said.",
            "en",
            "Anna Hart",
        ),
        ("There is, as one adviser puts it, “no time for rest”.", "en", "one adviser"),
        ("A “sea of red” is how one weary agent puts it.", "en", "one weary agent"),
        ("“Print them,” Jo Hart of the secretary of state's office told reporters.", "en", "Jo Hart"),
        # somebody met by a reporter, who has just been named
        ("Paul Roy, ancien conseiller, a voté. « Mon père rirait », sourit le retraité.", "fr", "Paul Roy"),
    ],
)
def test_manner_tellers_and_people_met(text: str, lang: str, speaker: str) -> None:
    assert speakers(text, lang=lang)[-1] == speaker


def test_a_quotation_behind_an_article_that_nobody_is_said_to_say() -> None:
    assert rows("quotes", "The “Brexit election” is over.", lang="en") == []


@pytest.mark.parametrize(
    ("text", "lang", "speaker"),
    [
        # somebody's campaign manager is not the one who has just spoken
        (
            "« Bravo », dit Jean Roy. Son directeur de campagne évoque « un bon score ».",
            "fr",
            "Son directeur de campagne",
        ),
        ("« Bravo », dit Jean Roy. Le candidat évoque « un bon score ».", "fr", "Jean Roy"),
        # whoever has just won an office speaks on, whatever other posts call its holder
        (
            "Marc Petit, président de région, a voté. Jean Roy est élu. « Merci », dit Jean Roy. "
            "« Je n'oublie pas », a poursuivi le nouveau président de région.",
            "fr",
            "Jean Roy",
        ),
        # the words of the first are not those of the second, who does something else behind them
        (
            "Luc Petit et Eva Roy ont tranché : le premier veut « gagner », la seconde appelle à voter.",
            "fr",
            "Luc Petit",
        ),
        ("Luc Petit et Eva Roy ont parlé : le premier se tait, la seconde veut « gagner ».", "fr", "Eva Roy"),
        # an account is behind the verb, not before the colon
        ("Les internautes jouent : « Ici Londres, le flan est au four », écrit le compte @radio.", "fr", "@radio"),
        ("Les internautes jouent : « Ici Londres, le flan est au four », écrit Paul Roy.", "fr", "Paul Roy"),
        # the party that somebody has left is not he
        ("Jean Roy vote. L'ancien ministre, ex-Les Républicains, ne veut pas « jouer avec le feu ».", "fr", "Jean Roy"),
        # a reader who gives only his first name; a place is nobody
        ("Denis, de Nancy : « Pourquoi Paul Roy est-il encore là ? »", "fr", "Denis"),
        ("Paul Roy a voté. Résumé : « Je suis content. »", "fr", "Paul Roy"),
        # somebody beside a pronoun is the subject
        (
            "Ann Roy had voted. Behind him Tara Huff, a nurse, disagrees. “Four more years,” she says.",
            "en",
            "Tara Huff",
        ),
        ("Nadia, a night nurse, had not been to bed. “I came straight from the ward,” she said.", "en", "Nadia"),
        ("The businessman phoned Tom Poe. Then Ann Hall spoke: “We lost,” she said.", "en", "Ann Hall"),
    ],
)
def test_who_speaks_where_others_are_told_of(text: str, lang: str, speaker: str) -> None:
    assert speakers(text, lang=lang)[-1] == speaker


APART_EN = [
    # the helper of somebody who is named is not he; the party of somebody is no person
    (["Jim Hall lost.", "A Hall volunteer folding chairs was brief: “Ouch.”"], ["A Hall volunteer"]),
    (["Jim Hall lost.", "“We lost,” a Hall field organiser said."], ["a Hall field organiser"]),
    (["“We lost,” fumed a Democratic state senator who left."], ["a Democratic state senator"]),
    (["A Democrat put it plainly: “We lost.”"], ["A Democrat"]),
    (["Ann Small, a Labour teaching assistant, has won. “I won,” she says."], ["Ann Small"]),
    # what tells the unnamed from others, and not when or where they spoke
    (["“Good luck,” said a lady with a baguette."], ["a lady with a baguette"]),
    (["“Good luck,” said a lady with a tear in the evening."], ["a lady"]),
    # staff and family, and officials at a count
    (["Ann Small looked tired. “I know,” she said. Her grandson shrugged: “They lie.”"], ["Ann Small", "Her grandson"]),
    (["Ann Small is out. Jim Hall’s agent said only: “Bring a cushion.”"], ["Jim Hall’s agent"]),
    (["Ann Small has won. “They were queuing,” says the returning officer."], ["the returning officer"]),
    (["Ann Small has won. “They were queuing,” says the new MP."], ["Ann Small"]),
    (["Ann Small wept. “Very Hull,” said the man next to her."], ["the man next to her"]),
    (["Jim Small wept. “Very Hull,” said the man."], ["Jim Small"]),
    # somebody of whom nothing is told
    (["Ann Small wins. Someone in the crowd shouted “Jackpot!” She smiled."], ["Someone in the crowd"]),
    (["Ann Small wins. “Keep counting!” somebody has just yelled."], ["somebody"]),
    # who is asked answers; and who is told to have asked does not
    (["Ann Small was shaken. Asked if Jane Doe had run well, she replied: “I ran well.”"], ["Ann Small"]),
    (["Tom Poe and the woman he beat, Ann Small, hugged. “Take a book,” she told him."], ["Ann Small"]),
    # what a body reads, and what it needs
    (["Labour is down. The party’s reaction came in a statement. “We wait,” it read."], ["Labour"]),
    # the last clause, unless it only gives the figures of who came behind
    (["Tom Poe is the MP; Ian Roy, whom he beat, was gracious. “I am fine,” he said."], ["Ian Roy"]),
    (["Tom Poe polled 14,928; Ian Roy trails on 11,465. “I am fine,” he said."], ["Tom Poe"]),
    (["‘You ruin us,’ Ann Small told Mr Poe. The reply: ‘Oh, that is rich.’ Tom Poe left."], ["Ann Small", "Tom Poe"]),
    (["Tom Poe spoke. “I won,” he said. Rose Kerr, he allowed, had “fought hard”."], ["Tom Poe", "Tom Poe"]),
    # a party that tells of what kind a thing is
    (["As for all those Tory leaflets, Ann Small couldn’t resist: “We won.”"], ["Ann Small"]),
    (["It began with Ann Small, who backs Tom Poe. “We know him,” she said."], ["Ann Small"]),
    # an account in a line, whose it is; not the words that a name stands in
    (["A post.\n\n@annsmall: What a night it has been for us\n\nAnn Small was there."], ["Ann Small"]),
    (["A post.\n\nWith @annsmall: what a night\n\nAnn Small was there."], []),
    # names of things
    (["Len Roy, “Red Len” to the tabloids, has gone."], []),
    (["Len Roy, “sorry” to the end, has gone."], ["Len Roy"]),
    (["Ann Small congratulated her and blamed the “dementia tax”."], []),
    (["Ann Small congratulated her and called it a “tax”."], ["Ann Small"]),
    (["Ann Small smiled. “Lord Bucket”, at her elbow throughout, polled 249."], []),
    (["Ann Small has written a memoir, “Speaking Out”, and left."], []),
    (["“Sweet Caroline” struck up. Ann Small danced."], []),
]


@pytest.mark.parametrize(("posts", "expected"), APART_EN)
def test_who_is_told_apart_in_english(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="en") == expected


APART_FR = [
    # somebody with a given name and an age, in this post and the next
    (
        [
            "Clémence, 22 ans, attend. Elle n'a rien avalé. « J'ai peur. »",
            "Quant à Clémence, elle a appelé son père. « Il pleure encore », nous dit-elle.",
        ],
        ["Clémence", "Clémence"],
    ),
    (["« C'est long », explique une étudiante en droit."], ["une étudiante en droit"]),
    (["« C'est long », explique une étudiante en privé."], ["une étudiante"]),
    # a reply is the other one's
    (
        ["Luc Roy commence : « Non. » Rose Kerr le coupe : « Si ! » Sourire du député. « Bon », répond-il."],
        ["Luc Roy", "Rose Kerr", "Luc Roy"],
    ),
    (["Luc Roy commence : « Non. » « Si, un peu », ajoute-t-il."], ["Luc Roy", "Luc Roy"]),
    # one of two, before a verb of no list
    (
        ["Luc Roy et Rose Kerr parlent. Le premier souhaite « un duel », la seconde tend la main « à tous »."],
        ["Luc Roy", "Rose Kerr"],
    ),
    # whom a question without a verb is about
    (
        ["Luc Roy et Paul Petit sont là. « Oui », dit Luc Roy. Et le fondateur du mouvement ? « Non, merci. »"],
        ["Luc Roy", "Paul Petit"],
    ),
    # the paragraphs under a headline that quotes somebody, and those of whoever speaks there
    (
        ["Rose Kerr : « Merci »\n\nC'est de la salle du bas que la candidate parle.\n\n« Je suis là ce soir. »"],
        ["Rose Kerr", "Rose Kerr"],
    ),
    (
        ["Rose Kerr : « Merci »\n\nLuc Roy répond alors :\n\n« Je suis là ce soir. »"],
        ["Rose Kerr", "Luc Roy"],
    ),
    # an interview
    (
        [
            "Trois questions à Luc Roy\n\nRose Kerr est-elle finie ?\n\n« Peut-être pas. »\n\n"
            "Paul Petit peut-il gagner ?\n\n« Non, jamais. »"
        ],
        ["Luc Roy", "Luc Roy"],
    ),
    # accounts
    (["Sur Twitter, @loic écrit : « Plus de réseau ici ». Loïc Petit conseille le parti."], ["Loïc Petit"]),
    # who is thanked does not speak
    (["Rose Kerr parle d'une « déception », remercie ses militants, s'éclipse."], ["Rose Kerr"]),
    (["Le succès de Rose Kerr est « une bonne nouvelle », salue le ministre Jean Colin."], ["Jean Colin"]),
    (["Rose Kerr parle d'une « déception », assure son entourage."], ["son entourage"]),
    # programmes and nicknames
    (["TF1 prend l'antenne avec « Municipales, le verdict » ; France 2 lui oppose « La nuit des maires »."], []),
    (["À écouter : « Dans la peau d'un indécis », notre série en cinq épisodes."], []),
    (["« Le Menhir », comme l'appellent les anciens, est parti."], []),
    (["« Merci », comme disent les anciens."], ["les anciens"]),
    (["Rose Kerr est-elle finie ? Le « tout sauf Roy » peut-il gagner ?"], []),
]


@pytest.mark.parametrize(("posts", "expected"), APART_FR)
def test_who_is_told_apart_in_french(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="fr") == expected


def test_a_post_under_a_line_that_announces_it() -> None:
    text = "Tooting has gone. The minister has just posted this: Held on, just! — Ann Small (@annsmall) May 7, 2010"
    assert [row["quote"] for row in rows("quotes", text, lang="en")] == ["Held on, just!"]
    text = "From Hull, Ann Small: “We held on.” — Ann Small (@annsmall) May 7, 2010"
    assert [row["quote"] for row in rows("quotes", text, lang="en")] == ["We held on."]
    text = "We held on. Two things: rest and tea. — Ann Small (@annsmall) May 7, 2010"
    assert [row["quote"] for row in rows("quotes", text, lang="en")] == ["We held on. Two things: rest and tea."]


BETWEEN_CANDIDATES_FR = [
    # a thing that somebody does, by a verb no list knows, is nobody who speaks
    (["Ian Roy a rendu hommage à Rose Kerr, puis fixé un cap : « Au travail. »"], ["Ian Roy"]),
    (["Ian Roy a parlé, puis un militant : « Au travail. »"], ["un militant"]),
    # the head of a body that stands in brackets behind a name
    (
        [
            "Rose Kerr (CFDT) et Paul Petit (FO) se taisent. Le chef de la CGT, Luc Roy, parle. "
            "« Pas de tuteur », répond le patron de FO."
        ],
        ["Paul Petit"],
    ),
    (
        ["Rose Kerr et Paul Petit se taisent. Luc Roy parle. « Pas de tuteur », répond un adhérent de FO."],
        ["un adhérent de FO"],
    ),
    # what somebody is told to say, passed on by his own
    (
        ["Luc Roy dit vouloir travailler « la main dans la main » avec elle, a indiqué son porte-parole."],
        ["Luc Roy"],
    ),
    (["Luc Roy a reçu un accueil « chaleureux », a indiqué son porte-parole. Ian Petit attend."], ["son porte-parole"]),
    # who yields in the clause that ends the sentence before, unless somebody else speaks in it
    (
        ["Ian Roy est élu avec 52 %, devant Luc Petit, qui a reconnu sa défaite. « C'est dur », a-t-il dit."],
        ["Luc Petit"],
    ),
    (["Ian Roy remercie Luc Petit, qui a reconnu sa défaite. « C'est bien », a-t-il dit."], ["Ian Roy"]),
    (["Ian Roy est élu devant Luc Petit, qui sera bientôt père. « C'est bien », a-t-il dit."], ["Ian Roy"]),
    # a pronoun behind words that a description introduces
    (
        [
            "Ian Roy l'emporte devant Luc Petit. « Merci », a dit Ian Roy. "
            "Son rival l'a félicité : « Nous reviendrons », a-t-il promis."
        ],
        ["Ian Roy", "Luc Petit"],
    ),
    (["« Merci », a dit Ian Roy. « Nous reviendrons », a-t-il promis."], ["Ian Roy", "Ian Roy"]),
    # a verb and its pronoun before a colon
    (
        ["« Nous attendons », dit Luc Petit. Son candidat parlera tard, poursuit-il : « Il attend Lille. »"],
        ["Luc Petit", "Luc Petit"],
    ),
    # to whom words are said
    (["Ian Roy promet « du calme ». Puis, à l'adresse de sa rivale : « Merci. »"], ["Ian Roy", "Ian Roy"]),
    (["Ian Roy promet « du calme ». Réponse de sa rivale, Rose Kerr : « Merci. »"], ["Ian Roy", "Rose Kerr"]),
    # a name in commas behind what somebody is and where
    (["Ian Roy a perdu. Son lieutenant dans l'Oise, Luc Petit, juge l'idée « morte »."], ["Luc Petit"]),
    # who says a sentence at its end
    (
        ["L'UDI ne soutiendra Ian Roy que contre un accord, prévient Luc Petit. « Nous existons », dit le député."],
        ["Luc Petit"],
    ),
    (["Luc Petit, qui a perdu, soutiendra Ian Roy. « Nous existons », dit le député."], ["Luc Petit"]),
    # a party's people are not who spoke last
    (
        [
            "« Nous nous retirons », annonce Luc Petit. Le parti soutiendra Ian Roy et Paul Kerr. "
            "« C'est le prix », reconnaît le premier secrétaire."
        ],
        ["Luc Petit", "Luc Petit"],
    ),
    # winners and losers, by their figures
    (["Rose Kerr : 41,71 %\nLuc Petit : 34,95 %\n« Merci », confie la gagnante."], ["Rose Kerr"]),
    (["Rose Kerr a 41,71 %, Anne Petit 34,95 %. « Merci », confie la gagnante."], ["Rose Kerr"]),
    (["Rose Kerr a 41,71 %, Anne Petit 34,95 %. « Dommage », confie la perdante."], ["Anne Petit"]),
    (
        ["Luc Roy est élu dans l'Orne. Ian Petit l'emporte en Corse. « Merci », dit le nouveau député de l'Orne."],
        ["Luc Roy"],
    ),
    (
        ["Le candidat Luc Petit est élu. Ian Roy n'a que 12 %. Il pleut. « Merci », dit le nouveau député."],
        ["Luc Petit"],
    ),
]


@pytest.mark.parametrize(("posts", "expected"), BETWEEN_CANDIDATES_FR)
def test_who_is_told_between_candidates_in_french(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="fr") == expected


BETWEEN_CANDIDATES_EN = [
    # from whom words were heard
    (
        ["My colleague Rose Kerr, in Hull, overheard this from a man in a hat: “I voted for change.”"],
        ["a man in a hat"],
    ),
    (["My colleague Rose Kerr, in Hull, read this to a man in a hat: “I voted for change.”"], ["Rose Kerr"]),
    # whose statement it is that says it
    (
        ["It is a statement from party chairman John Small that does: Mr. Hall, it says, “has asked for time.”"],
        ["John Small"],
    ),
    (["Mr. Hall, he says, “has asked for time.” That is what John Small thinks."], ["John Small"]),
    # who says a sentence at its end
    (
        ["The party would keep Mr Hall in office, Neil Small has told Sky News. “We have a list,” he says."],
        ["Neil Small"],
    ),
    (["The party would keep Neil Hall in office, and Ann Small agrees. “We have a list,” he says."], ["Neil Hall"]),
    # what he tells whoever writes
    (
        ["“It could be low,” Luke Small tells me. In 2002 Jim Hall won. Back then, he reminds me, “they left”."],
        ["Luke Small", "Luke Small"],
    ),
    # a clause that ends with a colon before a pronoun
    (
        [
            "Jim Hall wants “a fight.” Neil Small, a former minister, sounded calmer: He would join, he told Sky News, "
            "if it was “the party as it is.”"
        ],
        ["Jim Hall", "Neil Small"],
    ),
    # figures of several
    (["Neil Hall 13,976, Jim Small 12,792. “More time with my harmonica,” says the loser."], ["Jim Small"]),
    (["Neil Hall 13,976, Jim Small 12,792. “What a night,” says the winner."], ["Neil Hall"]),
    (["Neil Hall, who ran for mayor, has defeated Jim Small. “It was close,” said the loser."], ["Jim Small"]),
    (
        ["Neil Hall is back in Hull. He took 19,423, and Jim Small 17,044. “Hello again,” he told the hall."],
        ["Neil Hall"],
    ),
    # an office that nobody told of holds
    (
        ["The presiding officer ran out of pencils (“We had 200,” she sighs). Ann Hall voted early."],
        ["The presiding officer"],
    ),
    # a newspaper's own column; the verb behind a relative clause
    (["The Guardian is for nobody. Its leader column found “a menu of fantasies”."], ["The Guardian"]),
    (["The Guardian, which finds him “dangerous”, would re-elect the mayor."], ["The Guardian"]),
    # of whom words are
    (["Ann Hall hails her score and says “we won”. Of her opponent: “He is done.”"], ["Ann Hall", "Ann Hall"]),
]


@pytest.mark.parametrize(("posts", "expected"), BETWEEN_CANDIDATES_EN)
def test_who_is_told_between_candidates_in_english(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="en") == expected


def test_a_post_that_begins_with_a_clause_of_its_own() -> None:
    text = "Hull shows the way: one city trusts us. — Ann Small (@annsmall) May 7, 2010"
    assert [row["quote"] for row in rows("quotes", text, lang="en")] == ["Hull shows the way: one city trusts us."]
    text = "Small explains: one city trusts us. — Ann Small (@annsmall) May 7, 2010"
    assert [row["quote"] for row in rows("quotes", text, lang="en")] == ["one city trusts us."]
