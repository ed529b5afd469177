"""What the result page says in words: the verdict, the three answers, ownership, what holds back, warnings."""

from markupsafe import Markup

from assessments import wording
from assessments.pages.parts.pieces import entries, heading, joined, paragraph, table
from assessments.reading import Reading


def opening(reading: Reading) -> Markup:
    """Return the firm's name, the verdict and what it rests on."""
    questionnaire, result = reading.questionnaire, reading.result
    firm = wording.firm_name(reading.assessment.firm)
    return joined(
        [
            heading(firm, level=1),
            paragraph(wording.verdict(questionnaire, firm, result), "verdict"),
            paragraph(wording.indicative_line(result), "muted"),
            paragraph(wording.provisional_line(questionnaire, result), "muted"),
            paragraph(wording.heard_line(questionnaire, result), "muted"),
            paragraph(wording.evidence_line(questionnaire, result), "muted"),
            paragraph(wording.sturdiness_line(questionnaire, result), "muted"),
        ]
    )


def three_answers(reading: Reading) -> Markup:
    """Return the three questions, each with its answer and reason."""
    given = wording.three_answers(reading.questionnaire, reading.result)
    each = (
        Markup('<li><h3>{}</h3><p class="answer">{}</p>{}</li>').format(
            answer.question, answer.answer, paragraph(answer.reason, "muted")
        )
        for answer in given
    )
    return joined([heading("Three questions, three answers"), Markup('<ol class="answers">{}</ol>').format(joined(each))])


def ownership(reading: Reading) -> Markup:
    """Return who drives customer relationship work, what that is good at and what it bends."""
    questionnaire, result = reading.questionnaire, reading.result
    owner = wording.owner(questionnaire, result)
    facts = [("Generation", owner.generation)]
    if owner.flavour:
        facts += [
            ("Good at", owner.flavour.good_at),
            ("What it bends", owner.flavour.bends),
            ("Bring in next", owner.flavour.bring_in),
        ]
    shares = [(name, wording.percent(share)) for name, share in wording.split(questionnaire, result)]
    split = table(("Driver", "Voices"), shares, "Who is seen to drive it") if shares else Markup("")
    note = paragraph(wording.split_note(questionnaire, result), "muted")
    return joined([heading(owner.title), entries(facts, "facts"), split, note])


def holding_back(reading: Reading) -> Markup:
    """Return what holds the next stage back, nearest first."""
    questionnaire, result = reading.questionnaire, reading.result
    holds = (
        Markup('<li><h3>{}</h3>{}{}</li>').format(
            hold.sentence, _bar(hold.value, hold.needs), paragraph(hold.why, "muted")
        )
        for hold in wording.holds_back(questionnaire, result)
    )
    title = heading(wording.holding_title(questionnaire, result))
    return joined([title, Markup('<ul class="holds">{}</ul>').format(joined(holds))])


def _bar(value: float | None, needs: float | None) -> Markup:
    has = Markup('<span class="has" style="width:{:.1f}%"></span>').format(value or 0)
    mark = Markup("") if needs is None else Markup('<span class="needs" style="left:{:.1f}%"></span>').format(needs)
    return Markup('<div class="bar" aria-hidden="true">{}{}</div>').format(has, mark)


def warnings(reading: Reading) -> Markup:
    """Return the leading warnings, each with what made it appear."""
    found = wording.leading_warnings(reading.questionnaire, reading.result)
    if not found:
        return joined([heading("No warnings"), paragraph("None of the known ways of going wrong shows in the answers.")])
    each = (
        Markup('<li class="{}"><h3>{}</h3><div>{}{}</div></li>').format(
            warning.severity, warning.name, paragraph(warning.says), paragraph(warning.because, "muted")
        )
        for warning in found
    )
    return joined([heading("Warnings"), Markup('<ul class="warnings">{}</ul>').format(joined(each))])
