"""``python -m assessments.languages``: bring translations up to date with the code and the questionnaires."""

import sys
from pathlib import Path

from assessments.catalog import update_records
from assessments.languages.gathering import ROOT, update
from assessments.languages.spoken import ENGLISH, LANGUAGES
from assessments.problems import Problem

QUESTIONNAIRES = ROOT / "questionnaires"


def main() -> int:
    """Update every language's files and print what is missing or old; return 1 where something is."""
    missing = [(code, id_) for code in LANGUAGES if code != ENGLISH for id_ in update(code)]
    for code, id_ in missing:
        sys.stdout.write(f"{code}: {id_ if isinstance(id_, str) else id_[0]}\n")
    old = _old_translations(sorted(file.parent for file in QUESTIONNAIRES.glob("*/path.yaml")))
    for problem in old:
        sys.stdout.write(f"{problem}\n\n")
    sys.stdout.write(f"{len(missing)} sentences without a translation; {len(old)} old ones in questionnaires.\n")
    return 1 if missing or old else 0


def _old_translations(folders: list[Path]) -> list[Problem]:
    return [one.problem for folder in folders for one in update_records(folder)]


if __name__ == "__main__":
    sys.exit(main())
