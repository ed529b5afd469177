"""Why answers are withheld, one sentence each: stored in English with what is shown, spoken where it is read."""

import re

from assessments.languages import marked, say

WITHHELD = marked("Fewer than {minimum} people answered this. So that nobody can be found out, it is not shown.")
WITHHELD_SINCE = marked(
    "Fewer than {minimum} people have answered anew. So that nobody can be found out, the picture stays as it was."
)
WITHHELD_BESIDE = marked(
    "The result has been shown already. Beside it, these answers would tell what a role with few people said, "
    "so they are not shown."
)
_PATTERNS = {
    sentence: re.compile(re.escape(sentence).replace(r"\{minimum\}", r"(?P<minimum>\d+)"))
    for sentence in (WITHHELD, WITHHELD_SINCE, WITHHELD_BESIDE)
}


def spoken_again(stored: str | None) -> str | None:
    """Return a stored sentence in the language of whoever reads it; any other sentence stays as it is."""
    for sentence, pattern in _PATTERNS.items():
        if stored and (found := pattern.fullmatch(stored)):
            return say(sentence, **found.groupdict())
    return stored
