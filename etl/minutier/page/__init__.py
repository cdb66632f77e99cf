"""A package as one page to look at: a self-contained HTML file that opens from disk, without network.

``gather`` reads a package, ``document`` makes the page of it, ``command`` writes the file. What the page looks
like and does is in ``assets``; the plotting library that it carries, as its makers published it, in ``vendor``.
"""

from minutier.page.document import document, is_page
from minutier.page.gather import Gathered, gather

__all__ = ["Gathered", "document", "gather", "is_page"]
