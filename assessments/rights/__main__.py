"""Writes the tables of who may do what into a document, such as docs/security.md."""

import sys
from pathlib import Path

from assessments.rights.page import written_into

document = Path(sys.argv[1])
document.write_text(written_into(document.read_text(encoding="utf-8")), encoding="utf-8")
