"""The factors with what they weigh at each stage, as rows of text for screens too narrow for the chart."""

from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.pieces import bar, joined, listed, paragraph
from assessments.reading import Reading
from assessments.wording import factor_score, stage_weights, whole

_ROW = Markup('<tr><th scope="row">{}</th><td>{}{}</td>{}</tr>')
_TABLE = Markup(
    '<table class="profile"><caption>{}</caption><thead><tr><td></td><th scope="col">{}</th>{}</tr></thead>'
    "<tbody>{}</tbody></table>"
)


def profile_in_rows(reading: Reading) -> Markup:
    """Return every factor with its score as a bar and its weights in numbered columns, after what the numbers mean."""
    questionnaire, result = reading.questionnaire, reading.result
    weights = [stage_weights(questionnaire, stage.id) for stage in questionnaire.stages]
    rows = (
        _ROW.format(
            factor.name,
            factor_score(result.factors[factor.id]),
            bar(result.factors[factor.id].score) if result.factors[factor.id].score is not None else "",
            joined(Markup("<td>{}</td>").format(whole(points[factor.id])) for points in weights),
        )
        for factor in questionnaire.factors
    )
    meaning = say("On the right: what a factor weighs, of 100 points, at")
    numbered = joined(Markup('<th scope="col">{}</th>').format(number) for number in range(1, len(weights) + 1))
    stages = listed((Markup("{}").format(stage.name) for stage in questionnaire.stages), "numbered")
    table = _TABLE.format(say("The factors and their weights"), say("Score"), numbered, joined(rows))
    return joined([paragraph(meaning, "muted"), stages, table])
