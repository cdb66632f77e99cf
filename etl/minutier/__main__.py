"""``python -m minutier``: the same as the command ``minutier``."""

from minutier.cli import main

main()
