"""Advice on the wording of questions, and on questions that answers show to be weak."""

from assessments.problems.sentence import Sentence

WORDING = {
    "C806": Sentence(
        "This question seems to ask two things at once.",
        "Ask one of them, or make two questions of it.",
        "Whoever would answer the two differently cannot answer at all.",
        "advice",
    ),
    "C807": Sentence(
        'The word "{word}" is jargon.',
        "Say it in everyday words, such as: {instead}.",
        "People who do not know a word guess what it means, each something else.",
        "advice",
    ),
    "C808": Sentence(
        'The name "{word}" is that of a product.',
        "Name the kind of thing instead: a system, a network, a messenger.",
        "Products come and go; a question should mean the same in five years.",
        "advice",
    ),
    "C809": Sentence(
        "Line {number} has {words} words, the others about {usual:g}.",
        "Make the five lines about equally long.",
        "A line that stands out by its length is chosen more often, or skipped.",
        "advice",
    ),
    "C810": Sentence(
        'This statement has a "{word}" in it.',
        "Say it without a negation; where agreeing should count against the factor, use  reverse: true.",
        "Disagreeing with a negation is hard, and often answered the wrong way round.",
        "advice",
    ),
}

ANSWERED = {
    "S801": Sentence(
        'Of {people} people, those who do well on the rest of factor "{factor}" hardly do better here ({value:.2f}).',
        "Reword the question, or move it to the factor it belongs to. Below 0.2 it is worth a review.",
        "A factor's score is the mean of its questions, which should therefore be about one thing.",
        "advice",
    ),
    "S802": Sentence(
        "{share:.0%} of {people} people chose the highest line.",
        "Make the highest line harder to claim: a practice one can see, with a figure or a date.",
        "A question nearly everybody tops out on tells firms apart no more.",
        "advice",
    ),
    "S803": Sentence(
        '{share:.0%} of {people} people said "don\'t know".',
        "Ask only the roles who can see it (audience), or ask for something people can see.",
        "Where many do not know, few speak for all.",
        "advice",
    ),
    "S804": Sentence(
        "People of one role in one firm are {value:.0f} points apart on average, in {groups} groups.",
        "Read the question aloud to a few of them and ask what they understood; then reword its lines.",
        "People who see the same and answer differently have understood the question differently.",
        "advice",
    ),
}
