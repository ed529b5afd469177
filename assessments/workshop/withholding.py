"""Why answers are withheld, one sentence each: stored in English with what is shown, spoken where it is read."""

from assessments.languages import marked, say_again

WITHHELD = marked("Fewer than {minimum} people answered this. So that nobody can be found out, it is not shown.")
WITHHELD_SINCE = marked(
    "Fewer than {minimum} people have answered anew. So that nobody can be found out, the picture stays as it was."
)
WITHHELD_BESIDE = marked(
    "The result has been shown already. Beside it, these answers would tell what a role with few people said, "
    "so they are not shown."
)


def withheld_in_words(stored: str | None) -> str | None:
    """Return why answers are withheld, as it was stored, in the language of whoever reads it."""
    return stored and say_again(stored, WITHHELD, WITHHELD_SINCE, WITHHELD_BESIDE)
