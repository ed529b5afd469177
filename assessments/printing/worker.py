"""A process that prints one report after another for the one that started it, and ends with it.

It gives way to whoever answers questions, and may take only so much memory.
"""

import gc
import os
import pickle
import resource
import sys
from typing import BinaryIO

from assessments.reading import CannotPrintError

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
    gc.freeze()
    gc.set_threshold(*RARELY)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, replies)


if __name__ == "__main__":
    main()
