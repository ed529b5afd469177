"""The chain behind a number, unfolding step by step from the rule down to the answers and the sources."""

from collections.abc import Iterator

from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.pieces import folded, joined, listed, paragraph
from assessments.reading import Reading
from assessments.wording import Chains
from scoring.explain import Explanation, explain


def why(reading: Reading, name: str, summary: str = "") -> Markup:
    """Return something that opens on the way back from ``name``, such as ``gate.M2`` or ``d_now``."""
    return folded(summary or say("Why?"), chain(reading, name))


def chain(reading: Reading, name: str) -> Markup:
    """Return the whole way back from ``name``."""
    steps = explain(reading.method, reading.result, name)
    return Markup('<ul class="chain">{}</ul>').format(_step(Chains(reading.questionnaire, reading.result), steps))


def _step(chains: Chains, step: Explanation) -> Markup:
    answers = listed((Markup("{}").format(answer) for answer in chains.answers(step)), "given")
    parts = joined(_step(chains, part) for part in _below(step))
    inside = Markup("<ul>{}</ul>").format(parts) if parts else Markup("")
    return Markup("<li><p>{}</p>{}{}{}</li>").format(chains.say(step), answers, _sources(chains, step), inside)


def _below(step: Explanation) -> Iterator[Explanation]:
    """Yield the steps below one, save a question that has just been named, with its answers, in a comparison."""
    yield from (part for part in step.parts if (part.kind, part.name) != ("item", step.name))


def _sources(chains: Chains, step: Explanation) -> Markup:
    found = chains.sources(step)
    if not found:
        return Markup("")
    lines = joined(paragraph(f"{source.id}, {source.by}: {source.says}", "muted") for source in found)
    return folded(say("Where this comes from"), lines)
