"""Importing costs next to nothing: no formats are read and nothing is compiled before use."""

from __future__ import annotations

import subprocess
import sys

MODULES = "tokens names values placeholders urls cookies authorization fingerprints cookie_names"
SCRIPT = f"""
import re, sys
compiled = []
real = re.compile
def spy(*given, **more):
    if "cassette_cli" in sys._getframe(1).f_code.co_filename:
        compiled.append(given)
    return real(*given, **more)
re.compile = spy
for name in {MODULES!r}.split():
    __import__("cassette_cli.credentials." + name)
ours = [name for name in sys.modules if name.startswith("cassette_cli.credentials.formats")]
print(len(compiled), len(ours))
"""


def test_importing_compiles_nothing_and_reads_no_formats() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    compiled, formats = run.stdout.split()
    assert (compiled, formats) == ("0", "0")
