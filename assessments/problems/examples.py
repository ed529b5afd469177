"""Problems of worked examples: what should come out and does not."""

from assessments.problems.sentence import Sentence

EXAMPLES = {
    "E701": Sentence(
        "{name} should be {expected}, and comes out as {found}.",
        "Find out which of the two is right: the questionnaire was changed, or the example never fitted.",
        "Examples show what a change of the questionnaire does to firms.",
    ),
    "E702": Sentence(
        "A result has nothing called {name}.",
        "Use the keys that  python -m assessments score FILE --json  prints.",
        "What is misspelt is never compared.",
    ),
    "E703": Sentence(
        "{name} should list {expected}, and lists {found}.",
        "Find out which of the two is right; to name only some of a list, write  {{includes: [...]}}.",
        "Examples show what a change of the questionnaire does to firms.",
    ),
    "E704": Sentence(
        '"{id}" should {wanted} in {name}, which lists {found}.',
        "Find out which of the two is right: the questionnaire was changed, or the example never fitted.",
        "Examples show what a change of the questionnaire does to firms.",
    ),
    "E705": Sentence(
        '"expect" has to be a group of keys.',
        "Write what should come out as  key: value  lines, as README.md explains, or leave it out.",
        "Each expectation is found by its name.",
    ),
}
