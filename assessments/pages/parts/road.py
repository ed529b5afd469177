"""The path in one line: where a firm is, where its customers call it and what its leaders want."""

from collections.abc import Iterator

from markupsafe import Markup

from assessments.languages import marked, say
from assessments.pages.parts.pieces import entries, joined
from assessments.wording import path_alt, stage_label, stage_name
from scoring.model import Questionnaire
from scoring.result import Result

_MEANINGS = {
    "firm": marked("the firm"),
    "customers": marked("customers today"),
    "later": marked("customers in five years"),
    "leaders": marked("what leaders want"),
}
_PLACES = {"customers": 0.13, "later": 0.38, "leaders": 0.63}  # within a stage, so that the marks stand side by side


def road(questionnaire: Questionnaire, result: Result) -> Markup:
    """Return a small open-ended path with the firm, its customers and its leaders' wish on it."""
    length = len(questionnaire.stages) + 1
    inside = [_span("travelled", "width", result.path_coordinate / length)]
    inside += [_span("border", "left", number / length) for number in range(1, length)]
    inside += [_span(f"mark {kind}", "left", along / length) for kind, along in _marks(result)]
    alt = path_alt(questionnaire, result)
    return Markup('<div class="road" role="img" aria-label="{}">{}</div>').format(alt, joined(inside))


def _marks(result: Result) -> Iterator[tuple[str, float]]:
    stages = {
        "customers": result.demand.now.stage,
        "later": result.demand.five_years.stage,
        "leaders": result.ownership.ambition,
    }
    yield from ((kind, stage + _PLACES[kind]) for kind, stage in stages.items() if stage is not None)
    yield "firm", result.path_coordinate


def _span(kind: str, side: str, share: float) -> Markup:
    return Markup('<span class="{}" style="{}:{:.2f}%"></span>').format(kind, side, 100 * share)


def stages(questionnaire: Questionnaire) -> Markup:
    """Return the names of the stretches of the path, side by side."""
    names = (stage_label(questionnaire, number) for number in range(len(questionnaire.stages) + 1))
    return Markup('<ol class="stages">{}</ol>').format(joined(Markup("<li>{}</li>").format(name) for name in names))


def legend() -> Markup:
    """Return what the marks on the path mean."""
    each = (
        Markup('<li><span class="mark {}"></span>{}</li>').format(kind, say(meaning))
        for kind, meaning in _MEANINGS.items()
    )
    return Markup('<ul class="legend">{}</ul>').format(joined(each))


def places(questionnaire: Questionnaire, result: Result) -> Markup:
    """Return what leaders want, where the firm should be and where it is, in words."""
    wanted, now, later = result.ownership.ambition, result.demand.now.stage, result.demand.five_years.stage
    pairs = [
        ("leaders", say("Want: leaders, by year five"), wanted),
        ("customers", say("Should: customers today"), now),
        ("later", say("Should: customers later"), later),
        ("firm", say("Is: the firm today"), result.position),
    ]
    return entries(((_term(kind, words), _named(questionnaire, stage)) for kind, words, stage in pairs), "places")


def _term(kind: str, words: str) -> Markup:
    return Markup('<span class="mark {}"></span>{}').format(kind, words)


def _named(questionnaire: Questionnaire, stage: int | None) -> str:
    return say("Not known") if stage is None else stage_name(questionnaire, stage)
