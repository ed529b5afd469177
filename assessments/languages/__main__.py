"""``python -m assessments.languages``: bring the files of translations up to date with the code."""

import sys

from assessments.languages.gathering import update
from assessments.languages.spoken import ENGLISH, LANGUAGES


def main() -> int:
    """Update every language's files and print what is missing; return 1 where something is."""
    missing = [(code, id_) for code in LANGUAGES if code != ENGLISH for id_ in update(code)]
    for code, id_ in missing:
        sys.stdout.write(f"{code}: {id_ if isinstance(id_, str) else id_[0]}\n")
    sys.stdout.write(f"{len(missing)} sentences without a translation.\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
