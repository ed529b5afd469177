"""What PDF tools that are not ours say about a document."""

import os
import re
import subprocess


def asked(document: bytes, *command: str) -> str:
    """Return what a PDF tool says about a document it reads from its input."""
    done = subprocess.run(command, input=document, capture_output=True, check=True, env={**os.environ, "TZ": "UTC"})
    return done.stdout.decode()


def text_of(document: bytes) -> str:
    return asked(document, "pdftotext", "-raw", "-", "-")


def facts_of(document: bytes) -> dict[str, str]:
    return dict(re.findall(r"^([\w ]+?): +(.*)$", asked(document, "pdfinfo", "-"), re.MULTILINE))
