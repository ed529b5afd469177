"""``python -m assessments.languages``: bring the files of translations up to date with the code."""

import sys

from assessments.languages.gathering import update
from assessments.languages.spoken import ENGLISH, LANGUAGES


def main() -> int:
    """Update every language's files; return 1 where a translation is missing."""
    missing = 0
    for code in LANGUAGES:
        if code != ENGLISH:
            for id_ in update(code):
                missing += 1
                sys.stdout.write(f"{code}: {id_ if isinstance(id_, str) else id_[0]}\n")
    sys.stdout.write(f"{missing} sentences without a translation.\n")
    return 1 if missing else 0


sys.exit(main())
