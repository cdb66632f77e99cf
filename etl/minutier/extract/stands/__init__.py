"""Stands in a sentence: the constructions that tell them, the phrases beside them, who is meant, and since when.

From the words to the stand, each module leaning on those before it:

- ``patterns``, ``grammar``, ``units``, ``reading``, ``contest``, ``days``: the words of a language, what is read at
  once, the entry under reading, the vote and its calendar;
- ``bodies``, ``enumerations``, ``relatives``, ``owners``, ``subjects``, ``appositions``: the noun phrases that stand
  where the grammar of a construction wants them;
- ``persons``, ``descriptions``, ``groups``, ``sides``: whom such a phrase means;
- ``pronouns``, ``complements``, ``endorsers``: who is backed, and who backs;
- ``cues``: the words that make a stand, with their auxiliary, negation and governor;
- ``acts``, ``nouns``, ``compounds``, ``lists``, ``ellipses``: from a cue to its stands, by what it is;
- ``making``, ``status``: what stands are made with, and since when each is taken.
"""
