"""The verbs of the command line for whoever runs the server: backup, restore, move."""

import argparse
import sys
from pathlib import Path
from typing import Any

from assessments import operating, settings

FINE, OUTSIDE = 0, 3


def add_verbs(verbs: Any) -> None:
    """Add the three verbs to those of the command line."""
    backup = verbs.add_parser("backup", help="the whole database into one file, while the program runs")
    backup.add_argument("file", type=Path, metavar="FILE", help="the file to write; an earlier backup is replaced")
    backup.set_defaults(run=_backup)

    restore = verbs.add_parser("restore", help="a backup in place of everything in the database")
    restore.add_argument("file", type=Path, metavar="FILE", help="what backup has written")
    restore.set_defaults(run=_restore)

    move = verbs.add_parser("move", help="everything from one database into another, empty one")
    move.add_argument("source", metavar="FROM", help="address, such as sqlite:///var/pathway.db")
    move.add_argument("target", metavar="TO", help="address, such as postgresql+psycopg://user@host/pathway")
    move.set_defaults(run=_move)


def _backup(options: argparse.Namespace) -> int:
    try:
        written = operating.backup(settings.read().database, options.file)
    except OSError as error:
        print(f"{options.file} cannot be written: {error.strerror}. Choose another name or folder.", file=sys.stderr)
        return OUTSIDE
    print(f"{options.file}, {written.size / 1000:,.0f} kB: {operating.in_words(written.content)}.")
    return FINE


def _restore(options: argparse.Namespace) -> int:
    restored = operating.restore(settings.read().database, options.file)
    print(f"Restored the backup of {restored.made_at:%Y-%m-%d %H:%M} UTC: {operating.in_words(restored.after)}.")
    print(f"It replaced {operating.in_words(restored.before)}.")
    return FINE


def _move(options: argparse.Namespace) -> int:
    moved = operating.move(options.source, options.target)
    print(f"Moved {operating.in_words(moved)}.")
    print("Now let DATABASE_URL name the new database and start the program. The old one was left as it was.")
    return FINE
