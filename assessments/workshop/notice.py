"""What people are told about anonymity before they answer, unless their facilitator writes something else."""

from assessments.languages import marked, say_again

NOTICE = marked(
    "You choose a role and nothing else; nobody asks for your name. Before the answers are shown, nobody sees them. "
    "What is shown is shown for groups of at least {minimum} people. To work on the report, the facilitator can take "
    "single answers away, with a drawn number and the role instead of a name."
)


def notice_in_words(stored: str) -> str:
    """Return a notice as it was stored; the usual one in the language of whoever reads it."""
    return say_again(stored, NOTICE)
