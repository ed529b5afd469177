"""The one table of problem codes: what each says, what to do, and why it is one.

Y1: the text of a file. Q2: the shape of a questionnaire. Q3: references. Q4: rules of the method.
B0: backups. R5: the rule language. A6: answers files. E7: worked examples. T9: tables of ratings. C8: advice.
Q5: languages. Z1: packed folders. S8: advice from answers.
"""

from assessments.problems.answers import ANSWERS
from assessments.problems.backups import BACKUPS
from assessments.problems.examples import EXAMPLES
from assessments.problems.languages import LANGUAGES, UNTRANSLATED
from assessments.problems.method import ADVICE, METHOD, RULES
from assessments.problems.packed import PACKED
from assessments.problems.questionnaire import REFERENCES, SHAPE
from assessments.problems.ratings import RATINGS
from assessments.problems.sentence import Sentence
from assessments.problems.text import TEXT
from assessments.problems.wording import ANSWERED, WORDING

SENTENCES: dict[str, Sentence] = {
    **TEXT,
    **SHAPE,
    **REFERENCES,
    **METHOD,
    **LANGUAGES,
    **RULES,
    **ANSWERS,
    **EXAMPLES,
    **RATINGS,
    **PACKED,
    **BACKUPS,
    **ADVICE,
    **WORDING,
    **UNTRANSLATED,
    **ANSWERED,
}
