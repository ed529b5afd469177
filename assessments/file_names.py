"""What files that somebody takes away are called."""

import re
from datetime import date as Date
from unicodedata import normalize

LONGEST_STEM = 40


def file_stem(firm: str, assessed: Date) -> str:
    """Return a file name that every system can store, such as hartwell-mutual-2026-11-22."""
    plain = normalize("NFKD", firm).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_STEM].strip("-") or "assessment"
    return f"{words}-{assessed.isoformat()}"
