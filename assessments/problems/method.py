"""Problems of a method: its rules, weights, gates and lines; and advice."""

from assessments.problems.sentence import Sentence

METHOD = {
    "Q401": Sentence(
        'All weights of stage "{stage}" are 0.',
        "Give at least one factor points.",
        "The index of the stage could not be computed.",
    ),
    "Q402": Sentence(
        'All weights of the pillar "{pillar}" are 0 at stage "{stage}".',
        "Give at least one of its factors points at this stage.",
        "The score of the pillar, and with it the weakest pillar, would be unknown.",
    ),
    "Q403": Sentence(
        'The gate "{gate}" measures "{metric}", which does not exist.',
        "Use index, min_pillar, pillar.<id of a pillar> or the id of a factor.",
        "A gate nobody can pass would stop every firm.",
    ),
    "Q404": Sentence(
        "The scores of the lines fall from {before:g} to {after:g}.",
        "No line may score less than the one before; for agreement that counts against, write  reverse: true.",
        "A better practice would lower the result.",
    ),
    "Q405": Sentence(
        "This reads the same as number {first} of the list.",
        "Say what makes it different, or remove it.",
        "People could not tell which one to choose.",
    ),
    "Q406": Sentence(
        "This line has {words} words; {most} are the most.",
        "Shorten it to one practice that can be seen.",
        "Five lines have to be read and compared on a phone.",
    ),
    "Q407": Sentence(
        "These actions wait for one another: {cycle}.",
        'Remove one of the "needs".',
        "None of them could ever start.",
    ),
    "Q408": Sentence(
        'No question of the factor "{factor}" is in the quick scan, though gate "{gate}" tests it.',
        "Mark one of its questions with  quick: true.",
        "The quick scan could not place a firm.",
    ),
    "Q409": Sentence(
        '{owner} has no score, and stands in the factor "{factor}".',
        'Give every option a score, or move the question to "findings".',
        "A factor's score is the mean of its questions' scores.",
    ),
    "Q410": Sentence(
        '"tells: {tells}" needs {wanted}.',
        "Mark the question that fits, or change its type.",
        "The finding could not be drawn from the answers.",
    ),
    "Q411": Sentence(
        "The smallest number, {lowest:g}, is larger than the largest, {highest:g}.",
        "Swap or correct them.",
        "No answer would be possible.",
    ),
    "Q412": Sentence(
        "Up to {most} may be chosen, but there are only {options} options.",
        "Lower the number, or add options.",
        "It is probably a slip.",
    ),
    "Q413": Sentence(
        'The fact "{fact}" is of type {type} and has {options} options.',
        "Facts of type choice and multi need two options or more, the others none.",
        "People could not answer it, or would not see the options.",
    ),
    "Q414": Sentence(
        '"forming" belongs to the first stage, and only there.',
        "It is the name shown while the first stage's gates are not passed; add, move or remove it.",
        "Every firm needs a name for where it stands.",
    ),
    "Q415": Sentence(
        'Two questions have "tells: {tells}"; the first is "{first}".',
        "Keep one of them.",
        "Only the first would be heard.",
    ),
}

RULES = {
    "R501": Sentence(
        "The rule is too large. {sentence}",
        "Split it, or bring common parts in front of brackets.",
        "A rule has to be readable at a glance.",
    ),
    "R502": Sentence(
        "The rule holds something that is no part of the language. {sentence}",
        "Use names, numbers, 'texts in quotes', brackets, and or not in, < <= > >= == != + - * /.",
        "Rules are a small language of their own, so that they can be checked and never do harm.",
    ),
    "R503": Sentence(
        "The rule is not complete, or in an order that cannot be read. {sentence}",
        "Compare with a rule nearby, such as  F.cul_shift < 50 and not clean_slate.",
        "It would not be clear when the rule is true.",
    ),
    "R504": Sentence(
        "The rule speaks of something that does not exist. {sentence}",
        "Correct the name. README.md lists the names; rules about facts may not use scores.",
        "A comparison with something unknown is never true.",
    ),
    "R505": Sentence(
        "The rule uses a function in a way that is not possible. {sentence}",
        "There are four: max(a, b), min(a, b), ap('AP_ID') and dk('question').",
        "Anything else could read files or stop the program.",
    ),
    "R506": Sentence(
        "The rule mixes things that do not go together. {sentence}",
        "Compare numbers with numbers and texts with texts; join comparisons with and, or, not.",
        "The result would be true or false by accident.",
    ),
    "R507": Sentence(
        "The rule compares with an answer that nobody can give. {sentence}",
        "Use the id of an option, as written in the file.",
        "The comparison could never be true.",
    ),
}

ADVICE = {
    "C801": Sentence(
        'The factor "{factor}" weighs nothing at the last stage, against the sources (S44 S45).',
        "Give it some points, or say in your version's notes why it stops counting.",
        "Social CRM extends traditional CRM and does not replace it.",
        "advice",
    ),
    "C802": Sentence(
        'The factor "{factor}" weighs no more at the last stage than at the first, against the sources (S46).',
        "Give it more points at the last stage, or say why not.",
        "Mobility, the record, analytics and working with customers grow in importance along the path.",
        "advice",
    ),
    "C803": Sentence(
        'The factor "{factor}" counts at the first stage, against the sources (S38).',
        "Give it 0 points at the first stage, or say why it counts.",
        "Firms whose customers are not social are as well served without social channels.",
        "advice",
    ),
    "C804": Sentence(
        'The gate "{gate}" asks for less ({minimum:g}) than gate "{earlier}" of an earlier stage ({before:g}).',
        "Raise it, or remove it: stages are cumulative, so the earlier gate counts already.",
        "It can never decide anything.",
        "advice",
    ),
    "C805": Sentence(
        "This question has {words} words.",
        "Try to ask it in {most} or fewer.",
        "Long questions are answered by guessing.",
        "advice",
    ),
}
