"""What the result page says in words: verdict, three answers, ownership, gaps, what holds back, warnings."""

from markupsafe import Markup

from assessments import wording
from assessments.languages import say
from assessments.pages.parts.pieces import bar, entries, folded, heading, joined, listed, paragraph
from assessments.pages.parts.why import why
from assessments.reading import Reading


def opening(reading: Reading) -> Markup:
    """Return the firm's name, the verdict and what it rests on."""
    questionnaire, result = reading.questionnaire, reading.result
    firm = wording.firm_name(reading.assessment.firm)
    notices = (
        wording.indicative_line(result),
        wording.provisional_line(questionnaire, result),
        wording.heard_line(questionnaire, result),
        wording.evidence_line(questionnaire, result),
        wording.sturdiness_line(questionnaire, result),
    )
    return joined(
        [
            heading(firm, level=1),
            paragraph(wording.verdict(questionnaire, firm, result), "verdict"),
            *(paragraph(notice, "muted") for notice in notices),
        ]
    )


def posture(reading: Reading) -> Markup:
    """Return what the placement asks for."""
    name = wording.posture_name(reading.result)
    line = wording.posture_line(reading.questionnaire, reading.result)
    return Markup('<p class="posture">{}{}</p>').format(
        Markup("<strong>{}.</strong> ").format(name) if name else "", line
    )


def three_answers(reading: Reading) -> Markup:
    """Return the three questions, each with its answer and reason."""
    each = (
        Markup('<h3>{}</h3><p class="answer">{}</p><p class="muted">{}</p>').format(
            answer.question, answer.answer, answer.reason
        )
        for answer in wording.three_answers(reading.questionnaire, reading.result)
    )
    return joined([heading(say("Three questions, three answers")), listed(each, "answers")])


def ownership(reading: Reading) -> Markup:
    """Return who drives customer relationship work, what that is good at and what it bends."""
    questionnaire, result = reading.questionnaire, reading.result
    owner = wording.owner(questionnaire, result)
    facts = [(say("Generation"), owner.generation)]
    if owner.flavour:
        facts += [
            (say("Good at"), wording.begun(owner.flavour.good_at)),
            (say("What it bends"), wording.begun(owner.flavour.bends)),
            (say("Bring in next"), wording.begun(owner.flavour.bring_in)),
        ]
    shares = (
        Markup("<h3>{}: {}</h3>{}").format(name, wording.percent(share), bar(100 * share))
        for name, share in wording.split(questionnaire, result)
    )
    note = paragraph(wording.split_note(questionnaire, result), "muted")
    return joined([heading(owner.title), entries(facts, "facts"), listed(shares, "holds"), note])


def views(reading: Reading) -> Markup:
    """Return each pair of views as two bars, for screens too narrow for the chart."""
    each = (
        Markup("<h3>{}</h3><p>{}: {}</p>{}<p>{}: {}</p>{}").format(
            view.about,
            *(view.inside_who, wording.whole(view.inside), bar(view.inside, tone="leaders")),
            *(view.outside_who, wording.whole(view.outside), bar(view.outside, tone="customers")),
        )
        for view in wording.views(reading.questionnaire, reading.result)
    )
    return listed(each, "holds")


def gaps(reading: Reading) -> Markup:
    """Return what was compared between leaders, people near customers and customers."""
    lines = wording.gap_lines(reading.questionnaire, reading.result)
    return joined(paragraph(line) for line in lines)


def holding_back(reading: Reading) -> Markup:
    """Return what holds the next stage back, nearest first."""
    questionnaire, result = reading.questionnaire, reading.result
    holds = (
        Markup("<h3>{}</h3>{}{}{}").format(
            hold.sentence, bar(hold.value, hold.needs), paragraph(hold.why, "muted"), why(reading, hold.explained_by)
        )
        for hold in wording.holds_back(questionnaire, result)
    )
    return joined([heading(wording.holding_title(questionnaire, result)), listed(holds, "holds")])


def warnings(reading: Reading) -> Markup:
    """Return the leading warnings, each with what made it appear, and the names of the others."""
    questionnaire, result = reading.questionnaire, reading.result
    if not result.warnings:
        nothing = paragraph(say("None of the known ways of going wrong shows in the answers."))
        return joined([heading(say("No warnings")), nothing])
    each = (
        Markup('<h3 class="{}">{}</h3><div>{}{}{}</div>').format(
            warning.severity,
            warning.name,
            paragraph(warning.says),
            paragraph(warning.because, "muted"),
            why(reading, f"warning.{warning.id}"),
        )
        for warning in wording.leading_warnings(questionnaire, result)
    )
    others = paragraph(wording.further_warnings(questionnaire, result), "muted")
    return joined([heading(say("Known ways of going wrong that show here")), listed(each, "warnings"), others])


def every_number(reading: Reading) -> Markup:
    """Return the way back from the placement, both destinations, and every index, factor and action."""
    questionnaire = reading.questionnaire
    groups = {
        say("The placement"): [
            (say("Where the firm stands"), "position"),
            (say("Where customers call it today"), "d_now"),
            (say("Where customers call it in five years"), "d_5y"),
        ],
        say("The overall levels"): [
            (say("Under the weights of {name}", name=stage.name), f"index.{stage.id}") for stage in questionnaire.stages
        ],
        say("The factors"): [(factor.name, f"F.{factor.id}") for factor in questionnaire.factors],
        say("The actions"): [(_title(reading, found.id), f"action.{found.id}") for found in reading.result.candidates],
    }
    chains = joined(
        folded(group, joined(why(reading, name, label) for label, name in asked)) for group, asked in groups.items()
    )
    note = paragraph(say("Open any number to see the chain down to the answers, the rule and its source."), "muted")
    return joined([heading(say("Why? Every number and where it comes from")), note, chains])


def _title(reading: Reading, action: str) -> str:
    return reading.questionnaire.action_by_id[action].title
