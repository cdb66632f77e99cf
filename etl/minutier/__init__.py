"""Minutier: from election-night live blogs to validated, published tables."""

__version__ = "0.1.0"
