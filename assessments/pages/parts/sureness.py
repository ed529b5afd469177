"""How sure a placement is: chances that can be read at a glance, what would tip it and what would settle it."""

from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.pieces import folded, heading, joined, listed, paragraph
from assessments.reading import Reading
from assessments.wording import sureness
from assessments.wording.names import stage_name
from assessments.wording.numbers import rounded
from scoring.result import Confidence

DOTS = 10


def show_sureness(reading: Reading, confidence: Confidence) -> Markup:
    """Return the label, the chances of every position, and what would change them."""
    questionnaire, result = reading.questionnaire, reading.result
    tips = sureness.tip_lines(questionnaire, confidence)
    told = listed((Markup("{}").format(line) for line in tips), "changes")
    nothing = say("No change of one line on up to three questions would move the placement or a destination.")
    return joined(
        [
            heading(sureness.sureness_title(confidence)),
            paragraph(sureness.sureness_line(questionnaire, result, confidence)),
            _chances(reading, confidence),
            paragraph(sureness.destination_sureness(questionnaire, result, confidence)),
            paragraph(sureness.cap_line(confidence), "muted"),
            paragraph(sureness.settle_line(questionnaire, confidence), "muted"),
            folded(say("What would tip it"), told if tips else paragraph(nothing)),
        ]
    )


def _chances(reading: Reading, confidence: Confidence) -> Markup:
    """Return ten dots per position, as many of them filled as results of ten are there."""
    rows = (
        Markup('<dt>{}</dt><dd><span class="dots" aria-hidden="true">{}{}</span> {}</dd>').format(
            stage_name(reading.questionnaire, position), "●" * filled, "○" * (DOTS - filled), sureness.in_ten(share)
        )
        for position, share in confidence.position.items()
        if share > 0 and (filled := int(rounded(share * DOTS))) >= 0
    )
    return Markup('<dl class="chances">{}</dl>').format(joined(rows))
