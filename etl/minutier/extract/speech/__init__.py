"""Whose words a quotation is, rule by rule, by where each looks. The door is ``extract.quotes``."""
