"""Tables to files: a Data Package (v2) in a folder, written whole or not at all.

Knows tables, not live blogs: any list of table schemas and rows can be published.
"""

from minutier.publish.descriptor import DESCRIPTOR, parse_descriptor, read_descriptor
from minutier.publish.folder import Staged, Written, exclusive, recover, staging, write_package

__all__ = [
    "DESCRIPTOR",
    "Staged",
    "Written",
    "exclusive",
    "parse_descriptor",
    "read_descriptor",
    "recover",
    "staging",
    "write_package",
]
