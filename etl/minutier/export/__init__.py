"""Packages for other tools: one SQLite file, one workbook. Knows tables, not live blogs."""
