"""Frames: the shapes in which a stand is told, rule by rule, and sentences near them that tell none."""

from __future__ import annotations

import pytest

from extracting import rows, sides

FRENCH: dict[str, list[tuple[str, str]]] = {
    "backed_by": [
        ("Marc Delorme, candidat du PS soutenu par EELV, obtient 24 %.", "EELV > Marc Delorme"),
        ("La candidate investie par LR, Hélène Garnier, est éliminée.", "LR > Hélène Garnier"),
        ("Rejoint par Hélène Garnier, Marc Delorme espère l'emporter.", "Hélène Garnier > Marc Delorme"),
        ("Marc Delorme a été rallié par Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        (
            "Marc Delorme, rejoint par Hélène Garnier et Luc Perrin, espère l'emporter.",
            "Hélène Garnier > Marc Delorme; Luc Perrin > Marc Delorme",
        ),
        ("Sylvie Arnal devance Hervé Mercier, soutenu par le MoDem, de 200 voix.", "MoDem > Hervé Mercier"),
        (
            "Le maire sortant, Hervé Mercier, soutenu par Les Républicains et l'UDI, devance Sylvie Arnal.",
            "Les Républicains > Hervé Mercier; UDI > Hervé Mercier",
        ),
        (
            "Claire Fontaine (PS, soutenue par EELV et Génération.s) : 34,2 %.",
            "EELV > Claire Fontaine; Génération.s > Claire Fontaine",
        ),
        ("Sylvie Arnal a été adoubée par Yves Caron.", "Yves Caron > Sylvie Arnal"),
        ("Sylvie Arnal, adoubée par Yves Caron, grimpe.", "Yves Caron > Sylvie Arnal"),
    ],
    "backs": [
        (
            "Marc Delorme est en tête. Hélène Garnier, sa rivale malheureuse, le soutiendra au second tour.",
            "Hélène Garnier > Marc Delorme",
        ),
        (
            "Interrogée sur TF1, Hélène Garnier a indiqué qu'elle soutiendrait Marc Delorme.",
            "Hélène Garnier > Marc Delorme",
        ),
        ("Luc Perrin, troisième, jette l'éponge et soutient Marc Delorme.", "Luc Perrin > Marc Delorme"),
        (
            "Ils sont nombreux à soutenir Marc Delorme : Luc Perrin, Hélène Garnier, ou encore Paul Vidal.",
            "Luc Perrin > Marc Delorme; Hélène Garnier > Marc Delorme; Paul Vidal > Marc Delorme",
        ),
        ("« Nous soutiendrons loyalement Marc Delorme », promet Luc Perrin.", "Luc Perrin > Marc Delorme"),
        (
            "« Marc Delorme est le seul à pouvoir battre la droite, je le soutiens », lance Luc Perrin.",
            "Luc Perrin > Marc Delorme",
        ),
        ("L'association Anticor soutient Marc Delorme.", "Anticor > Marc Delorme"),
        ("La décision d'Hélène Garnier de soutenir Marc Delorme divise son camp.", "Hélène Garnier > Marc Delorme"),
        (
            "« Je choisis Marc Delorme parce qu'il est honnête », explique Hélène Garnier.",
            "Hélène Garnier > Marc Delorme",
        ),
        ("Qui soutient qui ? Hélène Garnier a choisi Marc Delorme.", "Hélène Garnier > Marc Delorme"),
    ],
    "blocks": [
        (
            "« Nous retirons notre liste pour faire barrage à Marc Delorme », annonce Luc Perrin.",
            "Luc Perrin > Marc Delorme (against)",
        ),
        ("« Il faut faire battre Marc Delorme », lance Luc Perrin.", "Luc Perrin > Marc Delorme (against)"),
        ("« Battez Marc Delorme ! », demande Hélène Garnier.", "Hélène Garnier > Marc Delorme (against)"),
        (
            "« Nous avons un devoir : empêcher Sylvie Arnal d'accéder à l'Elysée », a dit Pierre Lemaire.",
            "Pierre Lemaire > Sylvie Arnal (against)",
        ),
        (
            "Pierre Lemaire estime qu'il faut « tout faire pour que Sylvie Arnal ne passe pas ».",
            "Pierre Lemaire > Sylvie Arnal (against)",
        ),
        (
            "« Il faut barrer la route au Rassemblement national », répète la CGT.",
            "CGT > Rassemblement national (against)",
        ),
        (
            "Yves Caron : « Nous avons le devoir de faire barrage à Sylvie Arnal. »",
            "Yves Caron > Sylvie Arnal (against)",
        ),
    ],
    "calls_against": [
        (
            "La porte-parole du Parti écologiste, Hélène Garnier, a appelé à faire battre Marc Delorme.",
            "Hélène Garnier > Marc Delorme (against)",
        ),
        (
            "Le secrétaire national du PCF, Luc Perrin, appelle ses électeurs à « barrer la route » à Marc Delorme.",
            "Luc Perrin > Marc Delorme (against)",
        ),
        (
            "À Lyon, le LR Luc Perrin avait appelé à « battre » la candidate de la gauche, Hélène Garnier.",
            "Luc Perrin > Hélène Garnier (against)",
        ),
        ("Le syndicat Sud-Rail appelle à voter contre Luc Perrin.", "Sud-Rail > Luc Perrin (against)"),
        ("Marc Delorme est en tête. Hélène Garnier appelle à le battre.", "Hélène Garnier > Marc Delorme (against)"),
        (
            "Le Medef, la CFDT et l'UNSA appellent ensemble à ne pas voter pour le Rassemblement national.",
            "Medef > Rassemblement national (against); CFDT > Rassemblement national "
            "(against); Unsa > Rassemblement national (against)",
        ),
        (
            "« On ne transige pas avec l'extrême droite », martèle Bruno Sorel, qui appelle "
            "à battre le candidat du RN, Alain Roche.",
            "Bruno Sorel > Alain Roche (against)",
        ),
        ("Pierre Hurtin met en garde contre un vote Alain Roche.", "Pierre Hurtin > Alain Roche (against)"),
        (
            "Alain Mercadier, qui avait qualifié Odile Baron de « danger », avait appelé à lui faire barrage.",
            "Alain Mercadier > Odile Baron (against)",
        ),
    ],
    "calls_for": [
        ("Luc Perrin se désiste et appelle à voter Marc Delorme.", "Luc Perrin > Marc Delorme"),
        ("Luc Perrin retire sa liste et invite à voter pour celle de Marc Delorme.", "Luc Perrin > Marc Delorme"),
        ("EELV appelle à soutenir la liste de Marc Delorme au second tour.", "EELV > Marc Delorme"),
        ("En 2017, Luc Perrin avait appelé à voter Marc Delorme.", "Luc Perrin > Marc Delorme"),
        (
            "Luc Perrin, Hélène Garnier, Paul Vidal : tous ont appelé à voter Marc Delorme.",
            "Luc Perrin > Marc Delorme; Hélène Garnier > Marc Delorme; Paul Vidal > Marc Delorme",
        ),
        ("L'appel de Luc Perrin à voter Marc Delorme n'a pas suffi.", "Luc Perrin > Marc Delorme"),
        ("Marc Delorme, pour qui avait appelé à voter Luc Perrin, est battu.", "Luc Perrin > Marc Delorme"),
        ("Luc Perrin « appelle clairement à voter pour Marc Delorme ».", "Luc Perrin > Marc Delorme"),
        (
            "Hélène Garnier appelle à voter Marc Delorme pour faire barrage à Luc Perrin.",
            "Hélène Garnier > Marc Delorme; Hélène Garnier > Luc Perrin (against)",
        ),
        (
            "La direction du Parti communiste appelle à utiliser le bulletin de vote Marc "
            "Delorme pour battre Luc Perrin.",
            "Parti communiste > Marc Delorme; Parti communiste > Luc Perrin (against)",
        ),
    ],
    "comes_out_against": [
        ("Hélène Garnier dit non à Marc Delorme.", "Hélène Garnier > Marc Delorme (against)"),
        ("Hélène Garnier refuse sa voix à Marc Delorme.", "Hélène Garnier > Marc Delorme (against)"),
        ("Hélène Garnier ferme la porte à Marc Delorme.", "Hélène Garnier > Marc Delorme (against)"),
    ],
    "comes_out_for": [
        ("Hélène Garnier fait allégeance à Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier fait bloc avec Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier, qui s'est prononcée pour Marc Delorme, a savouré.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier, qui roule pour Marc Delorme, a savouré.", "Hélène Garnier > Marc Delorme"),
        (
            "L'ex-footballeur Lilian Moreau, qui avait pris position pour Hervé Mercier, est déçu.",
            "Lilian Moreau > Hervé Mercier",
        ),
        ("Sans surprise, Bruno Sorel se reporte sur Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
        ("Bruno Sorel a fait campagne aux côtés de Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
        ("Yves Caron : « J'ai fait un choix de raison, celui de Sylvie Arnal. »", "Yves Caron > Sylvie Arnal"),
        (
            "Pierre Hurtin et Bruno Sorel, qui ont fait campagne pour Claire Fontaine, pleurent.",
            "Pierre Hurtin > Claire Fontaine; Bruno Sorel > Claire Fontaine",
        ),
    ],
    "counts_on": [
        ("Marc Delorme a pu compter sur le soutien de Luc Perrin.", "Luc Perrin > Marc Delorme"),
        ("Yves Caron : « Sylvie Arnal peut compter sur moi. »", "Yves Caron > Sylvie Arnal"),
        ("Yves Caron : « Sylvie Arnal peut compter sur notre soutien. »", "Yves Caron > Sylvie Arnal"),
        ("Claire Fontaine peut désormais compter sur Pierre Hurtin et ses 11 %.", "Pierre Hurtin > Claire Fontaine"),
    ],
    "deserts_for": [
        ("Le PS a lâché Claire Fontaine au profit de Bruno Sorel.", "PS > Bruno Sorel"),
        ("Le communiste Yves Caron retourne sa veste au profit de Sylvie Arnal.", "Yves Caron > Sylvie Arnal"),
        ("Pierre Hurtin, ex-LR passé chez Claire Fontaine, pleure.", "Pierre Hurtin > Claire Fontaine"),
    ],
    "earns_vote": [
        ("« Marc Delorme aura ma voix », promet Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("« Marc Delorme est mon candidat », tranche Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
    ],
    "gives_no_instruction": [
        ("L'ex-ministre Hélène Garnier n'a pas souhaité donner de consigne.", "Hélène Garnier > -"),
        ("Luc Perrin, qui n'avait donné aucune consigne de vote, a réuni 12 % au premier tour.", "Luc Perrin > -"),
        ("Luc Perrin n'avait pas donné de consigne après sa défaite.", "Luc Perrin > -"),
        ("Hélène Garnier n'a pas donné la moindre consigne.", "Hélène Garnier > -"),
        ("Ni Hélène Garnier ni Luc Perrin n'ont donné de consigne.", "Hélène Garnier > -; Luc Perrin > -"),
        ("Pierre Lemaire n'entend pas donner de consigne de vote.", "Pierre Lemaire > -"),
        ("Alain Mercadier a tenu à préciser qu'il ne donnerait aucune consigne.", "Alain Mercadier > -"),
    ],
    "gives_support": [
        (
            "Marc Delorme est en tête. Hélène Garnier, qui a fait 9 %, lui apporte son soutien.",
            "Hélène Garnier > Marc Delorme",
        ),
        ("Marc Delorme, à qui Luc Perrin avait apporté son soutien, est battu.", "Luc Perrin > Marc Delorme"),
        ("Ségolène Martin apporte un soutien appuyé à Marc Delorme.", "Ségolène Martin > Marc Delorme"),
        ("Hélène Garnier apporte son soutien plein et entier à Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier vole au secours de Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier prête main-forte à Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier n'apportera son soutien ni à l'un ni à l'autre.", "Hélène Garnier > -"),
        (
            "Réaction de Nicolas Fabre (divers droite), 7,2 % : « Je n'ai jamais caché ma "
            "proximité avec Sylvie Arnal. C'est donc tout naturellement que je lui apporte "
            "mon soutien pour dimanche prochain. »",
            "Nicolas Fabre > Sylvie Arnal",
        ),
        (
            "Le Parti radical de gauche officialise son soutien à Sylvie Arnal.",
            "Parti radical de gauche > Sylvie Arnal",
        ),
        ("Une centaine de maires ont signé un appel à voter Hervé Mercier.", "Une centaine de maires > Hervé Mercier"),
    ],
    "gives_vote": [
        ("Luc Perrin a glissé un bulletin Marc Delorme dans l'urne.", "Luc Perrin > Marc Delorme"),
        (
            "« Je ne mettrai jamais un bulletin Delorme dans l'urne », lance Luc Perrin. "
            "Marc Delorme hausse les épaules.",
            "Luc Perrin > Marc Delorme (against)",
        ),
        (
            "« Dimanche, glissez un bulletin Marc Delorme dans l'urne », demande Hélène Garnier.",
            "Hélène Garnier > Marc Delorme",
        ),
        (
            "« Je ne donnerai pas ma voix à Marc Delorme », lance Hélène Garnier.",
            "Hélène Garnier > Marc Delorme (against)",
        ),
        ("Ce dimanche, Bruno Sorel a mis dans l'urne un bulletin Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
        ("Yves Caron a d'ores et déjà indiqué qu'il apporterait sa voix à Sylvie Arnal.", "Yves Caron > Sylvie Arnal"),
        (
            "« Je donne ma voix à Claire Fontaine et je vous demande d'en faire autant », a lancé Bruno Sorel.",
            "Bruno Sorel > Claire Fontaine",
        ),
    ],
    "is_for": [
        ("« Je serai aux côtés de Marc Delorme dans cette bataille », promet Luc Perrin.", "Luc Perrin > Marc Delorme"),
    ],
    "joins": [
        ("Bruno Sorel rejoint la liste de Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
        (
            "Bruno Sorel, tête de liste du MoDem, rejoint Claire Fontaine pour le second tour.",
            "Bruno Sorel > Claire Fontaine",
        ),
        ("Odile Baron, que tout opposait à Alain Mercadier, l'a finalement rejoint.", "Odile Baron > Alain Mercadier"),
    ],
    "keeps_silent": [
        ("Yves Caron : « Je n'ai pas à dire aux gens pour qui voter. »", "Yves Caron > -"),
    ],
    "leaves_free": [
        ("Pour le second tour, Luc Perrin laisse « libres » ses électeurs.", "Luc Perrin > -"),
        ("Hélène Garnier invite ses électeurs à se prononcer en conscience.", "Hélène Garnier > -"),
        ("« Chacun fera son choix », dit Hélène Garnier.", "Hélène Garnier > -"),
        ("« Je ne suis pas propriétaire de mes voix », dit Hélène Garnier.", "Hélène Garnier > -"),
        ("Pierre Lemaire renvoie Sylvie Arnal et Hervé Mercier dos à dos.", "Pierre Lemaire > -"),
        ("L'UDI laisse chacun libre de son vote.", "UDI > -"),
        ("Yves Caron : « Je laisse mes électeurs libres de leur choix. »", "Yves Caron > -"),
    ],
    "lines_up_behind": [
        (
            "Marc Delorme est en tête. Hélène Garnier annonce qu'elle se range derrière lui.",
            "Hélène Garnier > Marc Delorme",
        ),
        ("« Rassemblons-nous derrière Marc Delorme », lance Luc Perrin.", "Luc Perrin > Marc Delorme"),
        ("Hélène Garnier se jette dans les bras de Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier serre les rangs derrière Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier a été la première à se ranger derrière Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Alain Roche, derrière lequel s'était rangé Bruno Sorel, est battu.", "Bruno Sorel > Alain Roche"),
        ("Yves Caron se met au service de Sylvie Arnal.", "Yves Caron > Sylvie Arnal"),
        ("« Tous derrière Claire Fontaine ! », a lancé Bruno Sorel.", "Bruno Sorel > Claire Fontaine"),
    ],
    "never": [
        (
            "« Tout sauf Sylvie Arnal », a dit Pierre Lemaire à ses partisans.",
            "Pierre Lemaire > Sylvie Arnal (against)",
        ),
    ],
    "no_vote_for": [
        (
            "« Pas une seule de nos voix ne doit se porter sur Marc Delorme », lance Luc Perrin.",
            "Luc Perrin > Marc Delorme (against)",
        ),
        (
            "La CGT rappelle qu'aucune voix ne doit aller au Rassemblement national.",
            "CGT > Rassemblement national (against)",
        ),
        ("Yves Caron : « Que personne ne donne sa voix à Sylvie Arnal. »", "Yves Caron > Sylvie Arnal (against)"),
    ],
    "prefers": [
        (
            "L'artiste Bruno Sorel, qui ne cachait pas sa préférence pour Alain Roche, est déçu.",
            "Bruno Sorel > Alain Roche",
        ),
    ],
    "rallies": [
        ("Luc Perrin s'était rallié à Marc Delorme au lendemain du premier tour.", "Luc Perrin > Marc Delorme"),
        ("Hélène Garnier se résout à voter Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        ("Hélène Garnier ne se ralliera à aucun des deux.", "Hélène Garnier > -"),
        ("Ralliée à Marc Delorme, Hélène Garnier a savouré.", "Hélène Garnier > Marc Delorme"),
        (
            "L'ancien ministre Luc Perrin, rallié de la dernière heure à Marc Delorme, a savouré.",
            "Luc Perrin > Marc Delorme",
        ),
        ("Alain Roche, auquel s'était rallié Bruno Sorel, est battu.", "Bruno Sorel > Alain Roche"),
        ("OFFICIEL. Yves Caron (5,1 %) rallie Sylvie Arnal (22,8 %).", "Yves Caron > Sylvie Arnal"),
        ("Pierre Hurtin, rallié à la dernière minute à Claire Fontaine, pleure.", "Pierre Hurtin > Claire Fontaine"),
        (
            "Troisième avec 14,2 %, le centriste Alain Mercadier n'a pas fait durer le "
            "suspense : il se rallie à la sortante, Odile Baron.",
            "Alain Mercadier > Odile Baron",
        ),
    ],
    "recommends": [
        ("Pierre Hurtin prône le vote Fontaine. Claire Fontaine l'en remercie.", "Pierre Hurtin > Claire Fontaine"),
    ],
    "refuses_to_choose": [
        ("L'ex-ministre Hélène Garnier a refusé de se prononcer entre les deux finalistes.", "Hélène Garnier > -"),
        ("Hélène Garnier passe son tour.", "Hélène Garnier > -"),
        (
            "« Qu'ils se débrouillent », répond Pierre Lemaire, qui ne choisira pas entre "
            "Sylvie Arnal et Hervé Mercier.",
            "Pierre Lemaire > -",
        ),
        ("Pierre Lemaire se refuse à tout ralliement.", "Pierre Lemaire > -"),
        ("Le journal La Provence ne prend pas parti.", "La Provence > -"),
        ("Bruno Sorel s'est refusé à choisir entre Claire Fontaine et Alain Roche.", "Bruno Sorel > -"),
        ("Pierre Hurtin ira à la pêche.", "Pierre Hurtin > -"),
        ("Pierre Hurtin juge les deux candidats « également dangereux » et ne choisira pas.", "Pierre Hurtin > -"),
        ("Alain Mercadier, dont les voix étaient convoitées, n'avait pas pris position.", "Alain Mercadier > -"),
    ],
    "stands_aside_for": [
        ("Bruno Sorel, qui pouvait se maintenir, s'efface derrière Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
    ],
    "stays_neutral": [
        ("Hélène Garnier reste muette sur son choix.", "Hélène Garnier > -"),
        ("LR opte pour le « ni-ni ».", "LR > -"),
        ("LR s'en tient au ni-ni.", "LR > -"),
        ("Yves Caron entend rester neutre.", "Yves Caron > -"),
    ],
    "support_of": [
        ("Grâce au soutien de Luc Perrin, Marc Delorme l'emporte.", "Luc Perrin > Marc Delorme"),
        ("Malgré le soutien de Luc Perrin, Marc Delorme est battu.", "Luc Perrin > Marc Delorme"),
        (
            "Luc Perrin, dont le ralliement à Marc Delorme avait fait grincer des dents, est battu.",
            "Luc Perrin > Marc Delorme",
        ),
        ("Marc Delorme engrange un nouveau soutien, celui d'Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("Marc Delorme salue le soutien d'Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("Marc Delorme s'est vu apporter le soutien d'Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        (
            "Sylvie Arnal a déjà reçu les soutiens de Nicolas Fabre et de l'UDI.",
            "Nicolas Fabre > Sylvie Arnal; UDI > Sylvie Arnal",
        ),
        (
            "Hervé Mercier avait le soutien de Pierre Lemaire, du PRG et d'une partie des Verts.",
            "Pierre Lemaire > Hervé Mercier; PRG > Hervé Mercier",
        ),
        (
            "Sylvie Arnal l'emporte avec le renfort de Pierre Lemaire, qui avait fusionné sa liste avec la sienne.",
            "Pierre Lemaire > Sylvie Arnal",
        ),
        (
            "Entre les deux tours, Sylvie Arnal avait obtenu le soutien de Pierre Lemaire et "
            "le ralliement du centriste Hervé Mercier.",
            "Pierre Lemaire > Sylvie Arnal; Hervé Mercier > Sylvie Arnal",
        ),
    ],
    "supporter_of": [
        ("Soutien de Marc Delorme depuis le début, Luc Perrin jubile.", "Luc Perrin > Marc Delorme"),
        ("Le chanteur Luc Perrin, soutien affiché de Marc Delorme, est au QG.", "Luc Perrin > Marc Delorme"),
        ("Luc Perrin, l'un des soutiens de Marc Delorme, évoque une « belle victoire ».", "Luc Perrin > Marc Delorme"),
        ("Pierre Hurtin, soutien de la première heure de Claire Fontaine, pleure.", "Pierre Hurtin > Claire Fontaine"),
    ],
    "supporters_of": [
        ("L'acteur Gérard Lambert compte parmi les soutiens d'Hervé Mercier.", "Gérard Lambert > Hervé Mercier"),
        (
            "Autour d'Hervé Mercier, ses soutiens de toujours : Gérard Lambert et Lilian Moreau.",
            "Gérard Lambert > Hervé Mercier; Lilian Moreau > Hervé Mercier",
        ),
        (
            "Claire Fontaine a voté à 9 heures en compagnie de son principal soutien, Bruno Sorel.",
            "Bruno Sorel > Claire Fontaine",
        ),
        (
            "Parmi les soutiens de Claire Fontaine, on note la présence de Pierre Hurtin.",
            "Pierre Hurtin > Claire Fontaine",
        ),
    ],
    "thanks_for_support": [
        ("Marc Delorme a remercié Hélène Garnier de son soutien.", "Hélène Garnier > Marc Delorme"),
    ],
    "vote_goes_to": [
        ("« Pour moi, ce sera Marc Delorme », tranche Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("« Mon candidat est Marc Delorme », tranche Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("Le leader de la CFDT, Alain Mercadier, a choisi son camp : Odile Baron.", "Alain Mercadier > Odile Baron"),
        ("Alain Mercadier, longtemps hésitant, se décide : ce sera Odile Baron.", "Alain Mercadier > Odile Baron"),
    ],
    "votes_against": [
        (
            "« Votez contre Sylvie Arnal », a dit Pierre Lemaire à ses partisans.",
            "Pierre Lemaire > Sylvie Arnal (against)",
        ),
    ],
    "votes_blank": [
        ("« J'ai voté blanc », confie Luc Perrin.", "Luc Perrin > -"),
        ("Luc Perrin s'est abstenu.", "Luc Perrin > -"),
        ("« Je m'abstiendrai », lance Hélène Garnier.", "Hélène Garnier > -"),
        ("Le chef de file des sénateurs LR, Pierre Hurtin, votera blanc.", "Pierre Hurtin > -"),
        ("Pierre Hurtin votera « blanc ou nul ».", "Pierre Hurtin > -"),
        ("Pierre Hurtin s'abstiendra.", "Pierre Hurtin > -"),
        ("Pierre Hurtin n'ira pas voter.", "Pierre Hurtin > -"),
        ("Pierre Hurtin préfère s'abstenir.", "Pierre Hurtin > -"),
        ("Pierre Hurtin a décidé de s'abstenir.", "Pierre Hurtin > -"),
    ],
    "votes_for": [
        (
            "« Le 7 mai, je voterai pour Marc Delorme et j'appelle tous les démocrates à en "
            "faire autant », a déclaré Hélène Garnier.",
            "Hélène Garnier > Marc Delorme",
        ),
        (
            "Hélène Garnier a annoncé qu'elle voterait « à titre personnel » pour Marc Delorme.",
            "Hélène Garnier > Marc Delorme",
        ),
        ("Marc Delorme est en tête. « Je voterai pour lui », annonce Hélène Garnier.", "Hélène Garnier > Marc Delorme"),
        ("Luc Perrin avait fini par se résoudre à voter Marc Delorme.", "Luc Perrin > Marc Delorme"),
        ("Luc Perrin confie avoir voté Marc Delorme.", "Luc Perrin > Marc Delorme"),
        ("« J'ai voté Marc Delorme sans enthousiasme », confie Luc Perrin.", "Luc Perrin > Marc Delorme"),
        (
            "Sur BFMTV, Luc Perrin a jugé « évident » de voter Marc Delorme face à Hélène Garnier.",
            "Luc Perrin > Marc Delorme",
        ),
        (
            "« La question ne se pose même pas : je voterai Marc Delorme », balaye Luc Perrin.",
            "Luc Perrin > Marc Delorme",
        ),
        ("« Votez massivement pour Marc Delorme », lance Luc Perrin.", "Luc Perrin > Marc Delorme"),
        ("« Ne votez pas Marc Delorme », lance Luc Perrin.", "Luc Perrin > Marc Delorme (against)"),
    ],
    "votes_neither": [
        ("« Je ne soutiens aucun des deux », dit Hélène Garnier.", "Hélène Garnier > -"),
        ("Pierre Lemaire, lui, « n'appelle à voter pour personne ».", "Pierre Lemaire > -"),
        ("Pierre Lemaire ne veut ni de Sylvie Arnal ni d'Hervé Mercier.", "Pierre Lemaire > -"),
        ("Nadia Benali n'avait soutenu aucun des deux finalistes.", "Nadia Benali > -"),
        (
            "« Je m'y refuse, je ne voterai ni pour Claire Fontaine ni pour Alain Roche », a tweeté Bruno Sorel.",
            "Bruno Sorel > -",
        ),
        ("Le Parti animaliste ne soutient ni Claire Fontaine ni Alain Roche.", "Parti animaliste > -"),
    ],
    "wishes_defeat": [
        ("Pierre Lemaire souhaite la défaite de Sylvie Arnal.", "Pierre Lemaire > Sylvie Arnal (against)"),
    ],
    "wishes_victory": [
        ("Yves Caron : « Je veux voir Sylvie Arnal à l'Elysée. »", "Yves Caron > Sylvie Arnal"),
    ],
    "withdraws_against": [
        ("Arrivé troisième, Luc Perrin se retire pour faire barrage au RN.", "Luc Perrin > RN (against)"),
        ("Le PS avait retiré sa liste pour éviter une victoire de Sylvie Arnal.", "PS > Sylvie Arnal (against)"),
    ],
    "withdraws_for": [
        ("Marc Delorme a bénéficié du désistement de Luc Perrin.", "Luc Perrin > Marc Delorme"),
        (
            "« Je me désiste sans condition en faveur de Marc Delorme », annonce Luc Perrin.",
            "Luc Perrin > Marc Delorme",
        ),
        ("Hélène Garnier annonce son désistement en faveur de Marc Delorme.", "Hélène Garnier > Marc Delorme"),
        (
            "Hélène Garnier annonce le retrait de sa liste au profit de celle de Marc Delorme.",
            "Hélène Garnier > Marc Delorme",
        ),
        (
            "Hélène Garnier (PS) et Luc Perrin (EELV) se désistent pour Marc Delorme.",
            "Hélène Garnier > Marc Delorme; Luc Perrin > Marc Delorme",
        ),
        (
            "Pierre Lemaire, qui s'était désisté au profit de Sylvie Arnal, est présent ce soir.",
            "Pierre Lemaire > Sylvie Arnal",
        ),
        (
            "Après le désistement de Pierre Lemaire en sa faveur, Sylvie Arnal l'emporte.",
            "Pierre Lemaire > Sylvie Arnal",
        ),
        ("Bruno Sorel jette l'éponge au profit de Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
        ("Nouveau désistement : Bruno Sorel se retire pour Claire Fontaine.", "Bruno Sorel > Claire Fontaine"),
    ],
    "works_to_elect": [
        ("Yves Caron : « Je mettrai toute mon énergie à faire élire Sylvie Arnal. »", "Yves Caron > Sylvie Arnal"),
    ],
}

FRENCH_ANSWERS: dict[str, list[tuple[str, str]]] = {
    "calls_for": [
        ("La CFDT appelle à voter oui, FO à voter non.", "CFDT > oui; FO > non"),
        ("Yves Caron avait appelé à un oui massif.", "Yves Caron > oui"),
    ],
    "comes_out_for": [
        ("Yves Caron s'était rangé dans le camp du non.", "Yves Caron > non"),
    ],
    "gives_vote": [
        ("« Glissez un non dans l'urne », a répété Hélène Garnier.", "Hélène Garnier > non"),
        ("Pierre Lemaire a glissé un non dans l'urne « sans trembler ».", "Pierre Lemaire > non"),
    ],
    "is_for": [
        (
            "Les Verts se sont divisés : Hélène Garnier pour le oui, Luc Perrin pour le non.",
            "Hélène Garnier > oui; Luc Perrin > non",
        ),
    ],
    "recommends": [
        ("La Fédération des entreprises romandes recommandait le non.", "Fédération des entreprises romandes > non"),
    ],
    "says_answer": [
        ("« Je dis oui sans hésiter », a répété Hélène Garnier.", "Hélène Garnier > oui"),
    ],
    "supporter_of": [
        ("Hélène Garnier, figure de proue du camp du oui, a voté à Lyon.", "Hélène Garnier > oui"),
        ("Pierre Lemaire, fervent défenseur du oui, parle d'un « gâchis ».", "Pierre Lemaire > oui"),
    ],
    "supporters_of": [
        ("Les partisans du oui, dont Hélène Garnier, ont perdu.", "Hélène Garnier > oui"),
    ],
    "votes_against": [
        ("L'UDC et le PLR combattaient l'initiative.", "UDC > non; PLR > non"),
    ],
    "votes_for": [
        ("« Le peuple a tranché », réagit Pierre Lemaire, qui avait voté non.", "Pierre Lemaire > non"),
    ],
}

NEAR_FRENCH: list[str] = [
    "Luc Perrin maintient sa candidature malgré les appels de Marc Delorme.",
    "Luc Perrin et Marc Delorme fusionnent leurs listes.",
    "Les Républicains retirent leur soutien à Marc Delorme.",
    "Marc Delorme a perdu le soutien de Luc Perrin.",
    "Luc Perrin, porte-parole de Marc Delorme, évoque une « belle victoire ».",
    "Luc Perrin, fidèle parmi les fidèles de Marc Delorme, évoque une « belle victoire ».",
    "Luc Perrin donnera sa position mardi.",
    "Luc Perrin réunira son conseil national avant de se prononcer.",
    "Luc Perrin réserve sa réponse.",
    "Luc Perrin prend acte de sa défaite et « félicite » Marc Delorme.",
    "Luc Perrin, qui s'est entretenu avec Marc Delorme, lui souhaite bonne chance.",
    "Luc Perrin et Marc Delorme s'affronteront au second tour.",
    "Luc Perrin recueille les voix de la droite, Marc Delorme celles de la gauche.",
    "Marc Delorme a récupéré les voix de Luc Perrin.",
    "Les reports de voix de Luc Perrin vers Marc Delorme seront décisifs.",
    "Marc Delorme espère le ralliement de Luc Perrin.",
    "Marc Delorme a besoin du soutien de Luc Perrin.",
    "Luc Perrin appelle au calme et à l'unité.",
    "Luc Perrin appelle Marc Delorme à démissionner.",
    "Luc Perrin vote pour la première fois à Paris, devant Marc Delorme.",
    "Marc Delorme vote à Tulle.",
    "Marc Delorme a été choisi par les militants.",
    "Marc Delorme (PS-EELV) obtient 24 %.",
    "Dissident, Luc Perrin n'avait pas le soutien du PS.",
    "Le patron du Medef, Luc Perrin, met en garde contre Marc Delorme.",
    "Le patron du Medef, Luc Perrin, juge le programme de Marc Delorme dangereux.",
    "« Ce sera sans moi », dit Hélène Garnier.",
    "Hélène Garnier se tait.",
    "Hélène Garnier hésite encore entre Marc Delorme et Luc Perrin.",
    "Hélène Garnier s'était engagée à soutenir le vainqueur.",
    "Hélène Garnier a signé un accord de gouvernement avec la Grèce.",
    "Hélène Garnier s'allie à des associations locales.",
    "Hélène Garnier dit non à la réforme.",
    "Hélène Garnier passe son tour de garde à Lyon.",
    "Marc Delorme vole au-dessus de Lyon avec Hélène Garnier.",
    "Hélène Garnier fait front avec courage.",
    "L'appel d'Hélène Garnier à Marc Delorme a duré dix minutes.",
    "Hélène Garnier a appelé Marc Delorme pour le féliciter.",
    "Hélène Garnier appelle Marc Delorme à voter le budget.",
    "Hélène Garnier appelle à voter massivement.",
    "Hélène Garnier appelle à aller voter.",
    "Hélène Garnier a remercié ses électeurs de leur soutien.",
    "La voix d'Hélène Garnier a porté, estime Marc Delorme.",
    "Le candidat de la gauche a fait son choix de couleurs : ce sera Delorme Vert.",
    "« Mon premier choix, c'est la France », dit Hélène Garnier.",
    "A Bordeaux, l'écologiste Pierre Lemaire, arrivé en troisième position, n'exclut pas de se maintenir.",
    "A Bordeaux, l'écologiste Pierre Lemaire se maintient. Il ne fusionnera pas avec la liste de Sylvie Arnal.",
    "Hervé Mercier et Sylvie Arnal ont conclu un accord : leurs listes fusionnent.",
    "Pierre Lemaire exclut toute alliance avec Sylvie Arnal.",
    "Pierre Lemaire n'a pas de mots assez durs pour Sylvie Arnal.",
    "Pierre Lemaire attaque Sylvie Arnal.",
    "Pierre Lemaire défend le bilan de Sylvie Arnal.",
    "Pierre Lemaire, colistier de Sylvie Arnal, est élu.",
    "Pierre Lemaire, directeur de campagne d'Hervé Mercier, conteste les chiffres.",
    "Pierre Lemaire, présent au QG de Sylvie Arnal, sourit.",
    "Sylvie Arnal embrasse Hervé Mercier, venu la féliciter.",
    "Sylvie Arnal succède à Hervé Mercier, qui ne se représentait pas.",
    "Le maire sortant, Hervé Mercier, soutenu par la majorité, devance Sylvie Arnal.",
    "Hervé Mercier, sans le soutien de son parti, est battu.",
    "Sylvie Arnal remercie « tous ceux qui ont fait barrage à l'extrême droite ».",
    "« Mon soutien ira à celui qui sera en tête », dit Pierre Lemaire.",
    "Bruno Sorel (LREM) a décidé de maintenir sa liste. Claire Fontaine devra faire sans lui.",
    "Les Républicains ne feront pas de front républicain, prévient Bruno Sorel.",
    "Bruno Sorel dira demain s'il soutient Claire Fontaine.",
    "Bruno Sorel s'exprimera demain.",
    "Claire Fontaine est en tête, malgré l'absence de soutien du PS.",
    "Désavouée par le PS, Claire Fontaine est en tête.",
    "Exclue du PS, Claire Fontaine est en tête.",
    "Claire Fontaine a été lâchée par le PS.",
    "Bruno Sorel a tenu meeting avec Claire Fontaine.",
    "Bruno Sorel s'est rendu au chevet de Claire Fontaine.",
    "Bruno Sorel parie sur une victoire de Claire Fontaine.",
    "Bruno Sorel voit Claire Fontaine gagner.",
    "Bruno Sorel croit en Claire Fontaine.",
    "Bruno Sorel se réjouit de l'élection de Claire Fontaine.",
    "Bruno Sorel adresse ses voeux de réussite à Claire Fontaine.",
    "Bruno Sorel accuse Claire Fontaine d'avoir appelé à voter Alain Roche.",
    "Bruno Sorel accuse Claire Fontaine de faire le jeu d'Alain Roche.",
    "Bruno Sorel a été battu par Claire Fontaine.",
    "Bruno Sorel doit faire barrage, estime Claire Fontaine.",
    "Bruno Sorel doit-il appeler à voter Claire Fontaine ?",
    "Selon un sondage, 40 % des électeurs de Bruno Sorel voteraient Claire Fontaine.",
    "Les électeurs écologistes ont voté utile pour Claire Fontaine.",
    "Ma voisine a voté Claire Fontaine.",
    "Claire Fontaine est réélue grâce au report des voix de Bruno Sorel.",
    "Alain Roche, à qui il manquait le soutien de Bruno Sorel, est battu.",
    "L'éditorialiste Bruno Sorel, proche d'Alain Roche, est déçu.",
    "Yves Caron : « Je ne suis candidat à aucun ralliement. »",
    "Yves Caron : « Je souhaite bonne chance à Sylvie Arnal. »",
    "Yves Caron : « Je respecte Sylvie Arnal. »",
    "Yves Caron demande le retrait de Sylvie Arnal.",
    "Yves Caron menace de retirer son soutien à Sylvie Arnal.",
    "Sylvie Arnal a appelé Yves Caron à se retirer.",
    "Sylvie Arnal a appelé Yves Caron à la soutenir.",
    "La présence de Pierre Hurtin aux côtés de Claire Fontaine est remarquée.",
    "Pierre Hurtin a salué la victoire de Claire Fontaine.",
    "Pierre Hurtin a voté. Claire Fontaine aussi.",
    "Claire Fontaine et Alain Roche ont voté à Dijon.",
    "Bruno Sorel a conclu un accord avec Claire Fontaine : il sera son premier adjoint.",
    "Bruno Sorel sera numéro deux sur la liste de Claire Fontaine.",
    "Bruno Sorel figure sur la liste de Claire Fontaine.",
    "Le PS demande à Bruno Sorel de se retirer au profit de Claire Fontaine.",
    "Bruno Sorel est sommé de se désister pour Claire Fontaine.",
    "Bruno Sorel refuse de se désister en faveur de Claire Fontaine.",
    "Bruno Sorel n'a pas voulu se retirer au profit de Claire Fontaine.",
    "Bruno Sorel résiste aux pressions : il ne se retirera pas.",
    "Bruno Sorel se dit « disponible » pour Claire Fontaine.",
    "Bruno Sorel se réjouit du score de Claire Fontaine.",
    "Bruno Sorel envisage de soutenir Claire Fontaine.",
    "Bruno Sorel devrait soutenir Claire Fontaine.",
    "Bruno Sorel serait prêt à soutenir Claire Fontaine.",
    "Bruno Sorel regrette que le PS n'ait pas appelé à voter Claire Fontaine.",
    "Bruno Sorel aurait voté Claire Fontaine.",
    "Bruno Sorel, qui dit n'avoir jamais voté Claire Fontaine, le fera dimanche.",
    "Si le PS soutient Claire Fontaine, Bruno Sorel démissionnera.",
    "Les militants PS ont voté pour Claire Fontaine.",
    "Claire Fontaine a été élue par 52 % des voix contre Bruno Sorel.",
    "Le report des voix socialistes sur Claire Fontaine a été bon.",
    "Les socialistes ont voté à 80 % pour Claire Fontaine.",
    "Claire Fontaine a appelé au rassemblement autour d'elle.",
    "Claire Fontaine demande à Bruno Sorel d'appeler à voter pour elle.",
    "Alain Mercadier aura du mal à voter Odile Baron.",
    "Odile Baron, candidate unique de la gauche, l'emporte.",
    "Odile Baron bat Alain Mercadier, le candidat soutenu par le président.",
]

ENGLISH: dict[str, list[tuple[str, str]]] = {
    "backed_by": [
        (
            "Tom Price was boosted by the endorsements of Anna Carver and Sam Cole.",
            "Anna Carver > Tom Price; Sam Cole > Tom Price",
        ),
        ("Tom Price was helped by a late endorsement from Anna Carver.", "Anna Carver > Tom Price"),
        (
            "Tom Price has been endorsed by two newspapers, the Sun and the Times.",
            "The Sun > Tom Price; The Times > Tom Price",
        ),
        (
            "Tom Price was endorsed by two newspapers, the Sun and the Times.",
            "The Sun > Tom Price; The Times > Tom Price",
        ),
        (
            "The independent Tess Young, backed by the Lib Dems and the Greens, has taken it.",
            "Lib Dems > Tess Young; Greens > Tess Young",
        ),
        (
            "The independent candidate Carl Dunn is supported by both the UUP and the DUP.",
            "UUP > Carl Dunn; DUP > Carl Dunn",
        ),
        ("Ray Sutton is the choice of Diane Wolfe.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton is being supported by Diane Wolfe.", "Diane Wolfe > Ray Sutton"),
        ("Tess Young, championed by Owen Lacey, is through.", "Owen Lacey > Tess Young"),
        ("Tess Young's candidacy was backed by Owen Lacey.", "Owen Lacey > Tess Young"),
    ],
    "backs": [
        (
            "Anna Carver has dropped out of the race and will endorse Tom Price, her campaign says.",
            "Anna Carver > Tom Price",
        ),
        ("Anna Carver, who ended her campaign on Sunday, has endorsed Tom Price.", "Anna Carver > Tom Price"),
        (
            "Three former rivals – Anna Carver, Sam Cole and Beth Hill – have endorsed Tom Price.",
            "Anna Carver > Tom Price; Sam Cole > Tom Price; Beth Hill > Tom Price",
        ),
        ("Tom Price has surged since Sam Cole endorsed him.", "Sam Cole > Tom Price"),
        ("Sam Cole is among those backing Tom Price.", "Sam Cole > Tom Price"),
        ("Sam Cole became the latest senator to endorse Tom Price.", "Sam Cole > Tom Price"),
        ("Sam Cole, the only senator to back Tom Price, has lost.", "Sam Cole > Tom Price"),
        (
            "The Boston Globe backed Sam Cole while the Herald went for Tom Price.",
            "The Boston Globe > Sam Cole; The Herald > Tom Price",
        ),
        ('"I\'m backing Tom Price," said Sam Cole.', "Sam Cole > Tom Price"),
        ("The Greens are not standing in Richmond and are backing the Lib Dems.", "Greens > Lib Dems"),
    ],
    "blocks": [
        ('"We cannot let Dan Ortiz win," wrote Lisa Monroe.', "Lisa Monroe > Dan Ortiz (against)"),
        ('"Keep Tess Young out," said Owen Lacey.', "Owen Lacey > Tess Young (against)"),
    ],
    "calls_against": [
        ("Anna Carver called for a vote against Tom Price.", "Anna Carver > Tom Price (against)"),
        ("Anna Carver urged supporters to vote Tom Price out.", "Anna Carver > Tom Price (against)"),
        ("Anna Carver wants rid of Tom Price.", "Anna Carver > Tom Price (against)"),
        ("Anna Carver told voters to give Tom Price not one vote.", "Anna Carver > Tom Price (against)"),
        ('"Tom Price must not win," said Anna Carver.', "Anna Carver > Tom Price (against)"),
        ('"Tom Price must be stopped," said Anna Carver.', "Anna Carver > Tom Price (against)"),
        ("Tom Price must be stopped, Anna Carver says.", "Anna Carver > Tom Price (against)"),
        ("Lisa Monroe urged her delegates not to back Dan Ortiz.", "Lisa Monroe > Dan Ortiz (against)"),
        ("The Sun called on readers to throw out the Tories.", "The Sun > Tories (against)"),
        ('Diane Wolfe: "I urge everyone to reject Ray Sutton."', "Diane Wolfe > Ray Sutton (against)"),
    ],
    "calls_for": [
        ("The Greens have urged their supporters to vote Lib Dem in Richmond.", "Greens > Lib Dem"),
        ("Sam Cole quit Labour and told people to vote Conservative.", "Sam Cole > Conservative"),
        (
            "Former Labour MP Sam Cole, who urged people to vote Conservative, says he has no regrets.",
            "Sam Cole > Conservative",
        ),
        ("The Daily Mail's front page urges readers to back the Tories.", "Daily Mail > Tories"),
        ("Sam Cole released his delegates and urged them to support Tom Price.", "Sam Cole > Tom Price"),
        ("Anna Carver's call to vote for Tom Price went unheard.", "Anna Carver > Tom Price"),
        (
            "Sinn Féin's Mary Dunne asked her voters to transfer to the Social Democrats.",
            "Mary Dunne > Social Democrats",
        ),
        ("Taylor Reid told her followers to vote for Tom Price.", "Taylor Reid > Tom Price"),
        ("Kenneth Boyd has urged a tactical vote for Labour in Guildford.", "Kenneth Boyd > Labour"),
        (
            "Green candidate Tess Young withdrew last week, urging her supporters to vote for Kenneth Boyd.",
            "Tess Young > Kenneth Boyd",
        ),
    ],
    "comes_out_against": [
        ("Owen Lacey opposes Tess Young.", "Owen Lacey > Tess Young (against)"),
        ("Owen Lacey has come out against Tess Young.", "Owen Lacey > Tess Young (against)"),
    ],
    "comes_out_for": [
        ("Sam Cole joined the growing list of Democrats backing Tom Price.", "Sam Cole > Tom Price"),
        ("Sam Cole is the third governor to come out for Tom Price.", "Sam Cole > Tom Price"),
        ("In an editorial, the Financial Times comes out for Labour.", "Financial Times > Labour"),
        (
            "Celebrities such as Beth Hill and Sam Cole have come out for Tom Price.",
            "Beth Hill > Tom Price; Sam Cole > Tom Price",
        ),
        ("Ruth Keller says she'll be knocking on doors for Dan Ortiz.", "Ruth Keller > Dan Ortiz"),
        ("Ruth Keller will campaign for Dan Ortiz.", "Ruth Keller > Dan Ortiz"),
        ("Kenneth Boyd has been out canvassing for Tess Young.", "Kenneth Boyd > Tess Young"),
        ("Helen Marsh is campaigning for Carl Dunn in Ohio.", "Helen Marsh > Carl Dunn"),
        ("Diane Wolfe is rooting for Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Tess Young, for whom Owen Lacey campaigned, is through.", "Owen Lacey > Tess Young"),
    ],
    "counts_on": [
        ("Carl Dunn had Helen Marsh in his corner.", "Helen Marsh > Carl Dunn"),
        ('Diane Wolfe: "Ray Sutton can count on me."', "Diane Wolfe > Ray Sutton"),
    ],
    "deserts_for": [
        ("The Sun has switched its allegiance from the Tories to Labour.", "The Sun > Labour"),
        ("Owen Lacey wants Green voters to switch to Labour.", "Owen Lacey > Labour"),
    ],
    "earns_vote": [
        ('Tom Price is ahead. "He\'s got my vote," says Sam Cole.', "Sam Cole > Tom Price"),
        ('"Tom Price is my candidate," said Sam Cole.', "Sam Cole > Tom Price"),
        ('Helen Marsh: "Carl Dunn is the right choice and he has my vote."', "Helen Marsh > Carl Dunn"),
        ('Diane Wolfe: "I disagree with Ray Sutton on taxes, but he has my support."', "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton wooed Diane Wolfe and got her endorsement.", "Diane Wolfe > Ray Sutton"),
        ('"Tess Young deserves your vote," said Owen Lacey.', "Owen Lacey > Tess Young"),
    ],
    "gives_support": [
        (
            "Sam Cole announced he is suspending his campaign and throwing his support behind Tom Price.",
            "Sam Cole > Tom Price",
        ),
        ("Anna Carver is throwing her weight behind nobody.", "Anna Carver > -"),
        ('"Give Tom Price your second preference," said Anna Carver.', "Anna Carver > Tom Price"),
        ("Sam Cole gave Anna Carver a late endorsement.", "Sam Cole > Anna Carver"),
        ("Sam Cole put his name to a letter backing Tom Price.", "Sam Cole > Tom Price"),
        ("Sam Cole is one of 40 Republicans who signed a letter supporting Tom Price.", "Sam Cole > Tom Price"),
        ("Ruth Keller pledged her full support to Dan Ortiz.", "Ruth Keller > Dan Ortiz"),
        (
            "Gov. Helen Marsh, who flirted with a run herself, threw her support to Carl Dunn on the eve of the vote.",
            "Helen Marsh > Carl Dunn",
        ),
        ("Helen Marsh gave Carl Dunn her blessing.", "Helen Marsh > Carl Dunn"),
        (
            "Helen Marsh, general secretary of Unison, has thrown her union's weight behind Carl Dunn.",
            "Helen Marsh > Carl Dunn",
        ),
    ],
    "gives_vote": [
        ('"Give your vote to Tom Price," said Anna Carver.', "Anna Carver > Tom Price"),
        ("Labor is preferencing the Greens in Melbourne.", "Labor > Greens"),
        ("Tory grandee Kenneth Boyd has lent his vote to the Lib Dems.", "Kenneth Boyd > Lib Dems"),
        ("Helen Marsh has cast her vote for Carl Dunn.", "Helen Marsh > Carl Dunn"),
        ('"I\'m lending my vote to the Lib Dems," said Glen Forrest.', "Glen Forrest > Lib Dems"),
        ("Independent Glen Forrest says his supporters should put Paula Trent second.", "Glen Forrest > Paula Trent"),
    ],
    "is_for": [
        ('"I\'m with Tom Price," said Sam Cole.', "Sam Cole > Tom Price"),
        ('Helen Marsh said she is "all in" for Carl Dunn.', "Helen Marsh > Carl Dunn"),
    ],
    "keeps_silent": [
        ("Anna Carver is tight-lipped about her choice.", "Anna Carver > -"),
    ],
    "leaves_free": [
        ("Anna Carver told her voters to make up their own minds.", "Anna Carver > -"),
        ('"My voters can decide for themselves," said Anna Carver.', "Anna Carver > -"),
    ],
    "lines_up_behind": [
        ("Anna Carver has rowed in behind Tom Price.", "Anna Carver > Tom Price"),
        ("Anna Carver has swung in behind Tom Price.", "Anna Carver > Tom Price"),
        ('"It\'s time to unite behind Dan Ortiz," wrote Lisa Monroe.', "Lisa Monroe > Dan Ortiz"),
        ('"Let\'s rally around Dan Ortiz," wrote Lisa Monroe.', "Lisa Monroe > Dan Ortiz"),
        ('Helen Marsh: "We\'re going to rally behind Carl Dunn."', "Helen Marsh > Carl Dunn"),
        ("Diane Wolfe fell in line behind Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Diane Wolfe confirms she is behind Ray Sutton.", "Diane Wolfe > Ray Sutton"),
        ("Owen Lacey lined up alongside Beth Hill in support of Tess Young.", "Owen Lacey > Tess Young"),
        ("Eliminated in the first round, Owen Lacey has swung behind Tess Young.", "Owen Lacey > Tess Young"),
        ('"Everybody should get behind Tess Young," said Owen Lacey.', "Owen Lacey > Tess Young"),
    ],
    "makes_no_endorsement": [
        ('"I will not be endorsing anyone," said Sam Cole.', "Sam Cole > -"),
        ("Anna Carver is withholding her endorsement.", "Anna Carver > -"),
        ("Anna Carver is holding off on endorsing.", "Anna Carver > -"),
        ("Anna Carver will not be lending her support to either candidate.", "Anna Carver > -"),
        ("The Times did not endorse a party.", "The Times > -"),
        ("Neither Sam Cole nor Anna Carver will endorse.", "Sam Cole > -; Anna Carver > -"),
        ("The Culinary Union has decided not to endorse.", "Culinary Union > -"),
        ("The Culinary Union, which did not endorse, is watching closely.", "Culinary Union > -"),
        ('"I\'m not going to tell people how to vote," said Lisa Monroe.', "Lisa Monroe > -"),
        ('"I have no plans to endorse," said Lisa Monroe.', "Lisa Monroe > -"),
    ],
    "never": [
        ('"Vote for anyone but Dan Ortiz," wrote Lisa Monroe.', "Lisa Monroe > Dan Ortiz (against)"),
        (
            "Glen Forrest told his Twitter followers to vote for anyone but Mark Lund.",
            "Glen Forrest > Mark Lund (against)",
        ),
    ],
    "nominates": [
        ("Helen Marsh nominated Carl Dunn for the leadership.", "Helen Marsh > Carl Dunn"),
        ("Owen Lacey nominated Tess Young for the leadership.", "Owen Lacey > Tess Young"),
        (
            "The CWU, Unite and the GMB had all nominated Paula Trent.",
            "CWU > Paula Trent; Unite > Paula Trent; GMB > Paula Trent",
        ),
    ],
    "refuses_to_choose": [
        ("The Economist has declined to endorse any party.", "The Economist > -"),
        ("Sam Cole, who had refused to endorse anyone, smiled.", "Sam Cole > -"),
        ("The Culinary Union decided to sit out the primary.", "Culinary Union > -"),
        ('"I\'m staying out of it," said Lisa Monroe.', "Lisa Monroe > -"),
        ("The Archbishop of York, Owen Lacey, has declined to say how he voted.", "Owen Lacey > -"),
        ("Diane Wolfe took a pass on endorsing.", "Diane Wolfe > -"),
    ],
    "stands_aside_for": [
        ("Plaid Cymru has stood aside for the Greens in the Vale.", "Plaid Cymru > Greens"),
        ("The Liberal Democrats stood down their candidate to help Tom Price.", "Liberal Democrats > Tom Price"),
        ("The Alliance stood aside in three seats to help the SDLP.", "Alliance > SDLP"),
        ("The Sun dropped the Tories for Labour.", "The Sun > Labour"),
    ],
    "stays_neutral": [
        ("Diane Wolfe has no dog in the fight.", "Diane Wolfe > -"),
    ],
    "support_of": [
        ("Tom Price picked up a key endorsement from congressman Sam Cole.", "Sam Cole > Tom Price"),
        ("Sam Cole's endorsement of Tom Price helped him win South Carolina.", "Sam Cole > Tom Price"),
        ("Sam Cole, who ran with the support of the Greens, has lost.", "Greens > Sam Cole"),
        ("Sam Cole had the endorsement of the Boston Globe.", "Boston Globe > Sam Cole"),
        (
            "Tom Price has won the backing of three unions: Usdaw, Unison and the GMB.",
            "Usdaw > Tom Price; Unison > Tom Price; GMB > Tom Price",
        ),
        ("Anna Carver secured Sam Cole's endorsement last week.", "Sam Cole > Anna Carver"),
        ("Anna Carver, fresh from winning Sam Cole's endorsement, is ahead.", "Sam Cole > Anna Carver"),
        ("Anna Carver, buoyed by Sam Cole's endorsement, is ahead.", "Sam Cole > Anna Carver"),
        ("Dan Ortiz owes his win to Ruth Keller's endorsement.", "Ruth Keller > Dan Ortiz"),
        ("Carl Dunn rolled out endorsements from Helen Marsh and two former rivals.", "Helen Marsh > Carl Dunn"),
    ],
    "supporter_of": [
        ("Ray Sutton's most famous backer, Diane Wolfe, has arrived.", "Diane Wolfe > Ray Sutton"),
        ("Ray Sutton backer Diane Wolfe has arrived.", "Diane Wolfe > Ray Sutton"),
    ],
    "supporters_of": [
        ("Anna Carver's newest backer is Sam Cole.", "Sam Cole > Anna Carver"),
        (
            "Carl Dunn, who counts Helen Marsh and Joe Tait among his supporters, has lost.",
            "Helen Marsh > Carl Dunn; Joe Tait > Carl Dunn",
        ),
        (
            "Carl Dunn's supporters, including Helen Marsh and Joe Tait, looked glum.",
            "Helen Marsh > Carl Dunn; Joe Tait > Carl Dunn",
        ),
        (
            "Tess Young's backers – Owen Lacey and Beth Hill among them – are delighted.",
            "Owen Lacey > Tess Young; Beth Hill > Tess Young",
        ),
        ("Tess Young, whose supporters include Owen Lacey, is through.", "Owen Lacey > Tess Young"),
        ("MPs backing Tess Young include Owen Lacey and Beth Hill.", "Owen Lacey > Tess Young; Beth Hill > Tess Young"),
    ],
    "thanks_for_support": [
        ("Anna Carver thanked Sam Cole for his support.", "Sam Cole > Anna Carver"),
        ('"I thank Sam Cole for his endorsement," said Anna Carver.', "Sam Cole > Anna Carver"),
    ],
    "vote_goes_to": [
        ('"My vote goes to Tom Price," said Anna Carver.', "Anna Carver > Tom Price"),
        ('"My vote is for Tom Price," said Anna Carver.', "Anna Carver > Tom Price"),
        ('"My first preference went to Tess Young," said Owen Lacey.', "Owen Lacey > Tess Young"),
    ],
    "votes_against": [
        (
            "Kenneth Boyd said people should vote for whoever is best placed to beat the Tories.",
            "Kenneth Boyd > Tories (against)",
        ),
    ],
    "votes_blank": [
        ("Helen Marsh spoilt her ballot.", "Helen Marsh > -"),
        ("Owen Lacey abstained.", "Owen Lacey > -"),
    ],
    "votes_for": [
        ("Sam Cole says he's voting for Tom Price.", "Sam Cole > Tom Price"),
        ('"I voted for Tom Price this morning," said Sam Cole.', "Sam Cole > Tom Price"),
        ('"I could never vote for Tom Price," said Sam Cole.', "Sam Cole > Tom Price (against)"),
        ('"I couldn\'t bring myself to vote for Tom Price," said Sam Cole.', "Sam Cole > Tom Price (against)"),
        ('"I did not vote for either of them," said Sam Cole.', "Sam Cole > -"),
        ('"Get out and vote for Tom Price," said Sam Cole.', "Sam Cole > Tom Price"),
        ('"Vote Labour," said Sam Cole.', "Sam Cole > Labour"),
        ("Beth Hill (Greens) says she will be voting for Tom Price (Labour).", "Beth Hill > Tom Price"),
        ('"I\'d rather stay home than vote for Tom Price," said Anna Carver.', "Anna Carver > Tom Price (against)"),
        ("Anna Carver said she would sooner resign than vote for Tom Price.", "Anna Carver > Tom Price (against)"),
    ],
    "works_to_defeat": [
        ('"I will do everything to defeat Tom Price," said Anna Carver.', "Anna Carver > Tom Price (against)"),
    ],
    "works_to_elect": [
        ('"I will work my heart out to elect Tom Price," said Anna Carver.', "Anna Carver > Tom Price"),
        ("Ruth Keller vowed to help Dan Ortiz win in November.", "Ruth Keller > Dan Ortiz"),
    ],
}

ENGLISH_ANSWERS: dict[str, list[tuple[str, str]]] = {
    "calls_for": [
        ("Sam Cole, who backed the Remain campaign, conceded.", "Sam Cole > Remain"),
        (
            "Fine Gael and Labour called for a Yes vote; Sinn Féin for a No.",
            "Fine Gael > Yes; Labour > Yes; Sinn Féin > No",
        ),
        ('"We asked people to vote Yes and they did," said Kenneth Boyd.', "Kenneth Boyd > Yes"),
        (
            "The TUC, the CBI and the Bank's former governor Joe Tait all argued for Remain.",
            "TUC > Remain; CBI > Remain; Joe Tait > Remain",
        ),
        ("Glen Forrest has urged a Yes.", "Glen Forrest > Yes"),
    ],
    "comes_out_for": [
        ("Kenneth Boyd has come down on the No side.", "Kenneth Boyd > No"),
        ("Kenneth Boyd, who led the Leave campaign in Wales, is jubilant.", "Kenneth Boyd > Leave"),
        (
            "The Irish Countrywomen and Glen Forrest both came out for a No.",
            "Irish Countrywomen > No; Glen Forrest > No",
        ),
    ],
    "gives_vote": [
        ("Helen Marsh says she'll be ticking the Yes box.", "Helen Marsh > Yes"),
    ],
    "stays_neutral": [
        ("The GAA, the IFA and the bishops stayed neutral.", "GAA > -; IFA > -; bishops > -"),
    ],
    "supporter_of": [
        ("Remain-supporting MP Kenneth Boyd is in tears.", "Kenneth Boyd > Remain"),
        ("Helen Marsh, one of the loudest voices for Leave, has gone to bed.", "Helen Marsh > Leave"),
        ("Helen Marsh, the face of the Yes campaign, is in tears.", "Helen Marsh > Yes"),
    ],
    "votes_for": [
        ("Sam Cole voted to leave.", "Sam Cole > Leave"),
        ("Sam Cole voted Remain but now says the result must stand.", "Sam Cole > Remain"),
        ("Kenneth Boyd will be voting No.", "Kenneth Boyd > No"),
    ],
}

NEAR_ENGLISH: list[str] = [
    "Sam Cole will support whoever wins the nomination.",
    "Sam Cole has vowed to support the eventual nominee.",
    "Sam Cole is staying in the race.",
    "Sam Cole has not ruled out endorsing Tom Price.",
    "Sam Cole, a prominent Tom Price surrogate, has lost.",
    "Sam Cole, Tom Price's running mate, has lost.",
    "Sam Cole, an ally of Tom Price, has lost.",
    '"Lend us your vote," said Tom Price.',
    '"Vote for me," said Tom Price.',
    "Tom Price says a vote for the Greens is a vote for Sam Cole.",
    "Anyone who votes for the Greens will get Sam Cole, Tom Price warned.",
    "Voters in Ohio have backed Tom Price.",
    "The state voted for Tom Price in 2016.",
    "Black voters backed Tom Price by a wide margin.",
    "Sam Cole predicted that Tom Price will win.",
    "Sam Cole says Tom Price would be a great president.",
    "Sam Cole supports Tom Price's plan for health care.",
    "The DUP propped up the Conservatives after the 2017 election.",
    "The SNP would back Labour in a hung parliament.",
    "Sam Cole's supporters are likely to switch to Tom Price.",
    "Sam Cole wants Britain to stay in the EU.",
    "Anna Carver is standing shoulder to shoulder with Tom Price.",
    "Anna Carver has not ruled out voting for Tom Price.",
    "Anna Carver lost Sam Cole's endorsement.",
    "Anna Carver was hoping for Sam Cole's endorsement.",
    "Sam Cole's wife backed Anna Carver.",
    "Sam Cole's mother voted for Anna Carver.",
    "Sam Cole's party backed Anna Carver.",
    "Anna Carver thanked her family for their support.",
    "Anna Carver thanked voters for their support.",
    "Anna Carver is silent on the budget.",
    "Anna Carver dodged a question on taxes.",
    "Anna Carver said voters should decide on the budget.",
    "Anna Carver told voters to make up the gap.",
    "Anna Carver's call to Tom Price lasted a minute.",
    "Anna Carver's decision to resign has shocked Tom Price.",
    "Anna Carver's choice of words angered Tom Price.",
    "For Anna Carver it is a bitter night.",
    '"My choice is to fight on," said Anna Carver.',
    "Anna Carver did everything to help flood victims.",
    "The paper, which backed Labour in 2019, endorsed no one.",
    "Neither Sam Cole nor Anna Carver has endorsed Tom Price.",
    "Dan Ortiz, with Ruth Keller at his side, declared victory.",
    "Ruth Keller, an Ortiz ally, says it was close. Dan Ortiz agrees.",
    "Ruth Keller tells us she is torn between Dan Ortiz and Lisa Monroe.",
    "Paul Grant's Super PAC spent $2m on Dan Ortiz.",
    "Paul Grant maxed out to Dan Ortiz.",
    "Kenneth Boyd told the BBC that he could not vote for a party led by Rory Flint.",
    "Labour voters backed Tess Young in droves.",
    "Tess Young held on with the help of Labour tactical voters.",
    "Kenneth Boyd campaigned alongside Tess Young.",
    "Kenneth Boyd joined the Lib Dems.",
    "Yes Equality's Kenneth Boyd hugged supporters.",
    "Helen Marsh stopped short of a full endorsement of Carl Dunn.",
    "Helen Marsh rescinded her endorsement of Carl Dunn.",
    '"Carl Dunn is my friend," Helen Marsh wrote in an op-ed.',
    '"Carl Dunn will beat Rita Cole," Helen Marsh predicted.',
    '"I will support the nominee, whoever it is," Helen Marsh said.',
    "Helen Marsh has been critical of Carl Dunn.",
    "Helen Marsh is raising money for Carl Dunn.",
    "Helen Marsh's name has been floated as a running mate for Carl Dunn.",
    "Helen Marsh's delegates will be free to back Carl Dunn.",
    "Welsh Labour's Helen Marsh asked Plaid voters to lend her their votes.",
    "Neither the Sun nor the Mail endorsed Carl Dunn.",
    "The Star told its readers not to bother voting.",
    "The Mirror ran an anti-Tory front page.",
    "Union leader Helen Marsh, whose members voted not to endorse anyone, was in the hall.",
    "Labour lost Helen Marsh's vote.",
    "Labour lost the vote of Helen Marsh.",
    "Helen Marsh won 2,000 more votes than Carl Dunn.",
    "Helen Marsh won the endorsement vote.",
    "Helen Marsh argued against the change.",
    "Family Solidarity campaigned against repeal.",
    'Diane Wolfe: "I\'m undecided."',
    'Diane Wolfe: "That\'s between me and the ballot box."',
    'Diane Wolfe: "I wish Ray Sutton well."',
    "Ray Sutton needs Diane Wolfe's endorsement.",
    "Ray Sutton appealed to Diane Wolfe's supporters to come over to him.",
    "Both candidates are courting Diane Wolfe.",
    "Diane Wolfe's backers want Ray Sutton out.",
    "Diane Wolfe, whose husband endorsed Ray Sutton, stayed home.",
    "Tess Young was Owen Lacey's preferred successor.",
    "Owen Lacey came close to endorsing Tess Young.",
    "Owen Lacey refused to rule out voting for Tess Young.",
    "Owen Lacey hinted that he might vote for Tess Young.",
    "Owen Lacey hugged Tess Young.",
    "Owen Lacey has ruled out a deal with Tess Young.",
    "Owen Lacey opposes Tess Young's plan.",
    "Owen Lacey said electing Tess Young would be a disaster.",
    "Owen Lacey said a plague on both their houses.",
    "Owen Lacey is running Tess Young's campaign.",
    "Owen Lacey, Tess Young's campaign manager, is here.",
    "Owen Lacey is said to be ready to back Tess Young.",
    "Owen Lacey is thought to support Tess Young.",
    "Owen Lacey denied that he had voted for Tess Young.",
    "Owen Lacey is reported to have voted for Tess Young.",
    "It is not known whether Owen Lacey voted for Tess Young.",
    "Owen Lacey accused Beth Hill of backing Tess Young.",
    "Owen Lacey thanked those who voted for him.",
    "Owen Lacey asked supporters to vote for him again.",
    "Owen Lacey beat Tess Young with the help of Labour voters.",
    "Labour members back Tess Young by two to one.",
    "A poll has Labour members backing Tess Young.",
    "Women backed Tess Young 60-40.",
    "The north of England voted for Tess Young.",
    "Glen Forrest isn't ready to back Paula Trent.",
    '"I\'ve always voted Labour but not this time," said Glen Forrest.',
    "Plaid's Glen Forrest asked for people's second votes.",
    "The Orange Order urged members to vote for unionist candidates.",
]


BESIDE_FRENCH: dict[str, list[str]] = {
    "thanks_for_support": [
        "Sylvie Arnal remercie sa femme de son soutien.",
        "Sylvie Arnal a remercié Pierre Lemaire de sa présence.",
    ],
    "works_to_elect": [
        "Pierre Lemaire fera tout pour que la ville gagne.",
        "Pierre Lemaire fait savoir que Sylvie Arnal gagne.",
    ],
    "wishes_defeat": ["Pierre Lemaire reconnaît la défaite de Sylvie Arnal."],
    "wishes_victory": ["Pierre Lemaire reconnaît la victoire de Sylvie Arnal."],
    "prefers": ["Pierre Lemaire ne cache pas sa tristesse."],
    "earns_vote": ["Sylvie Arnal aura sa revanche.", "Sylvie Arnal a sa maison à Lyon."],
    "vote_goes_to": ["« Mon bureau de vote est à Lyon », dit Pierre Lemaire."],
    "blocks": ["Pierre Lemaire a empêché Sylvie Arnal de parler."],
    "leaves_free": [
        "« Chacun rentrera chez soi », dit Pierre Lemaire.",
        "Ils sont libres ce soir, dit Pierre Lemaire.",
    ],
    "withdraws_for": ["Pierre Lemaire jette l'éponge.", "Le retrait de Pierre Lemaire a surpris Sylvie Arnal."],
    "backed_by": ["Sylvie Arnal, rejointe par Pierre Lemaire sur scène, sourit."],
    "calls_for": ["L'appel de Pierre Lemaire à Sylvie Arnal a été bref."],
    "calls_against": ["Pierre Lemaire veut battre le record de Sylvie Arnal."],
    "lines_up_behind": [
        "Pierre Lemaire se met en ordre de marche.",
        "Sylvie Arnal est en tête avec 24 %. Pierre Lemaire la suit avec 21 %.",
    ],
    "votes_for": ["Pierre Lemaire a voté à Melle, Sylvie Arnal à Pau.", "Pierre Lemaire ne peut pas voter à Pau."],
    "refuses_to_choose": ["Pierre Lemaire passe son tour de chauffe."],
    "backs": ["Ils sont 31 415 à avoir choisi Odile Baron, 22 870 à lui avoir préféré Paul Roy."],
    "withdraws_against": [
        "Pierre Lemaire s'est retiré pour raisons de santé.",
        "Pierre Lemaire se retire pour Sylvie Arnal.",
    ],
    "votes_neither": [
        "« Ni fleurs ni couronnes », dit Pierre Lemaire.",
        "Pierre Lemaire ne votera en aucun cas pour Sylvie Arnal.",
    ],
    "stays_neutral": ["Pierre Lemaire reste muet d'admiration devant Sylvie Arnal."],
}
"""What comes near a rule and is no stand."""

BESIDE_ENGLISH: dict[str, list[str]] = {
    "thanks_for_support": [
        "Ray Sutton thanked his wife for her support.",
        "Ray Sutton thanked Diane Wolfe for coming.",
    ],
    "works_to_elect": ["Ray Sutton did everything to win.", "Diane Wolfe helped Ray Sutton to his feet."],
    "works_to_defeat": ["Ray Sutton did everything to beat the traffic."],
    "earns_vote": ["Ray Sutton has his supporters in tears.", "Ray Sutton is my neighbour, said Diane Wolfe."],
    "vote_goes_to": ["Diane Wolfe's policy is clear to Ray Sutton."],
    "supporter_of": ["Diane Wolfe, the face of the Herald, is here."],
    "supporters_of": ["Ray Sutton's newest problem is Diane Wolfe."],
    "backs": [
        "Neither Diane Wolfe nor Joe Tait has endorsed Ray Sutton.",
        "Diane Wolfe has not ruled out backing Ray Sutton.",
    ],
    "blocks": ["Diane Wolfe let Ray Sutton win the argument."],
    "makes_no_endorsement": ["Diane Wolfe backed anyone but the mayor's dog."],
    "keeps_silent": ["Diane Wolfe is silent on the budget.", "Diane Wolfe is torn between Ray Sutton and Joe Tait."],
    "stays_neutral": ["Diane Wolfe held her breath."],
    "leaves_free": ["Voters will decide on Thursday, said Diane Wolfe."],
    "stands_aside_for": ["Diane Wolfe stood aside to let Ray Sutton pass."],
    "comes_out_for": ["Diane Wolfe joined the list of speakers."],
    "comes_out_against": ["Forty seats for Ray Sutton's Conservatives, with nine Greens left to oppose them."],
    "votes_for": ["Ray Sutton picks up one electoral vote from Diane Wolfe's district."],
    "gives_vote": ["Diane Wolfe handed the votes to the returning officer."],
    "nominates": ["Diane Wolfe nominated Ray Sutton to the court."],
    "calls_for": ["Diane Wolfe's call to Ray Sutton lasted a minute."],
    "calls_against": ["Diane Wolfe asked voters to put the bins out."],
}
"""What comes near a rule and is no stand."""


def _cases(listed: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(rule, text, expected) for rule, examples in listed.items() for text, expected in examples]


def _near(listed: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(rule, text) for rule, examples in listed.items() for text in examples]


def _read_as(rule: str, text: str, expected: str, lang: str, election_type: str) -> None:
    found = rows("endorsements", text, lang=lang, round=2, election_type=election_type)
    assert sides(found) == expected
    assert f"endorsements.{rule}" in {row["rule"] for row in found}


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(FRENCH))
def test_frames_in_french(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "fr", "municipal")


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(FRENCH_ANSWERS))
def test_frames_of_answers_in_french(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "fr", "referendum")


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(ENGLISH))
def test_frames_in_english(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "en", "primary")


@pytest.mark.parametrize(("rule", "text", "expected"), _cases(ENGLISH_ANSWERS))
def test_frames_of_answers_in_english(rule: str, text: str, expected: str) -> None:
    _read_as(rule, text, expected, "en", "referendum")


@pytest.mark.parametrize("text", NEAR_FRENCH)
def test_what_tells_no_stand_in_french(text: str) -> None:
    assert sides(rows("endorsements", text, round=2, election_type="municipal")) == ""


@pytest.mark.parametrize("text", NEAR_ENGLISH)
def test_what_tells_no_stand_in_english(text: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2, election_type="primary")) == ""


@pytest.mark.parametrize(("rule", "text"), _near(BESIDE_FRENCH))
def test_what_comes_near_a_rule_in_french(rule: str, text: str) -> None:
    assert f"endorsements.{rule}" not in {r["rule"] for r in rows("endorsements", text, round=2)}


@pytest.mark.parametrize(("rule", "text"), _near(BESIDE_ENGLISH))
def test_what_comes_near_a_rule_in_english(rule: str, text: str) -> None:
    assert f"endorsements.{rule}" not in {r["rule"] for r in rows("endorsements", text, lang="en", round=2)}


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Anne Petit appelle à voter Paul Roy pour faire barrage à Luc Blanc.", "fr", ["support", "oppose"]),
        ("Anne Petit appelle à faire barrage à Luc Blanc en votant Paul Roy.", "fr", ["oppose", "support"]),
        ("Anne Petit appelle à voter Paul Roy pour faire de Lyon une ville verte.", "fr", ["support"]),
        ("Anna Reed urged voters to back Tom Price to stop Sam Cole.", "en", ["support", "oppose"]),
        ("Anna Reed urged voters to back Tom Price to save the library.", "en", ["support"]),
    ],
)
def test_a_vote_and_its_aim_are_two_stands(text: str, lang: str, expected: list[str]) -> None:
    assert [row["stance"] for row in rows("endorsements", text, lang=lang, round=1)] == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Anne Petit n'apportera son soutien à personne.", "fr"),
        ("Anne Petit ne se rangera derrière aucun des deux.", "fr"),
        ("Anna Reed is throwing her weight behind nobody.", "en"),
        ("Anna Reed won't be lending her support to either candidate.", "en"),
    ],
)
def test_nobody_in_the_place_of_a_complement_is_no_choice(text: str, lang: str) -> None:
    assert [(row["stance"], row["endorsee"]) for row in rows("endorsements", text, lang=lang)] == [("none", None)]
