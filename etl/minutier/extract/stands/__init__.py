"""Stands in a sentence: the constructions that tell them, the phrases beside them, who is meant, and
since when."""
