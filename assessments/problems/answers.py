"""Problems of answers files."""

from assessments.problems.sentence import Sentence

ANSWERS: dict[str, Sentence] = {}
