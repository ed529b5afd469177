"""A process that prints one report after another for the one that started it, and ends with it.

It gives way to whoever answers questions, may take only so much memory, and can reach neither the network nor files
that are none of its own.
"""

import gc
import mimetypes
import os
import pickle
import resource
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from assessments.printing.confining import confine
from assessments.reading import CannotPrintError, can_print

GIGABYTE = 2**30
MOST_MEMORY = 2 * GIGABYTE  # of data; what is set aside and never written to does not count
POLITE = 5
# Laying out pages makes many objects that stay; looking for garbage among them took a fifth of the time.
RARELY = (100_000, 50, 100)


def serve(jobs: BinaryIO, replies: BinaryIO) -> None:
    """Answer every job with a report or, as text, why there is none, until there are no more jobs."""
    while True:
        try:
            job = pickle.load(jobs)
        except EOFError:
            return
        try:
            reply = job.do()
        except CannotPrintError as error:
            reply = str(error)
        pickle.dump(reply, replies)
        replies.flush()


def main() -> None:
    """Take jobs from standard input; what libraries print goes where errors go."""
    os.nice(POLITE)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    can_print()  # finds fonts and libraries while it still may
    mimetypes.init()
    gc.freeze()
    gc.set_threshold(*RARELY)
    confine(Path(tempfile.gettempdir()))
    serve(sys.stdin.buffer, replies)
    os._exit(0)  # nothing is left to be tidied up, and it could not be written anywhere


if __name__ == "__main__":
    main()
