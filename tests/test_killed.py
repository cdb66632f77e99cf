"""SIGKILL at random moments: the old state or the new one is left, and the next run succeeds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("MINUTIER_KILLS", "12"))
"""How many processes are killed in all."""

ACTIONS = ("build", "release", "publish")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")
@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_killed_loses_nothing(action: str) -> None:
    script = Path(__file__).with_name("killing.py")
    command = [sys.executable, str(script), str(max(1, KILLS // len(ACTIONS))), "0", action]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
