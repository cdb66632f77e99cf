"""The tables: one Table Schema each, and what derives from them.

``schemas/TABLE.yaml`` is the only place where a column is declared; columns that several tables share
are described once in ``schemas/fields.yaml``. Arrow types, CSV text, the descriptor and the reference
pages all come from here.
"""

from minutier.tables.ids import entry_id, row_id
from minutier.tables.schema import TABLES, Field, TableSchema, schema

QUOTATION_LENGTH = 300
"""Characters of a source that may be published in one value when its prose is withheld."""

__all__ = ["QUOTATION_LENGTH", "TABLES", "Field", "TableSchema", "entry_id", "row_id", "schema"]
