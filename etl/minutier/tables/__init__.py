"""The tables: one Table Schema each, and what derives from them.

``schemas/TABLE.yaml`` is the only place where a column is declared; columns that several tables share
are described once in ``schemas/fields.yaml``. Arrow types, CSV text, the descriptor and the reference
pages all come from here.
"""

from minutier.tables.ids import entry_id, row_id
from minutier.tables.schema import TABLES, Field, TableSchema, schema

__all__ = ["TABLES", "Field", "TableSchema", "entry_id", "row_id", "schema"]
