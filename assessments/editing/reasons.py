"""The words for why a stored assessment would move: what became of the gates in its way, and of its answers."""

from collections.abc import Iterator

from assessments.languages import marked, number, say, say_counted
from scoring.model import TOLERANCE
from scoring.result import GateResult

_METRICS = {"index": marked("the index"), "min_pillar": marked("the weakest pillar")}


def gate_reason(was: GateResult | None, now: GateResult | None) -> str:
    """Say what changed about a gate; one of the two is there."""
    if now is None:
        return say("Gate {gate} is gone; it held the firm back.", gate=was.id if was else "")
    if was is None:
        words = {"gate": now.id, "minimum": number(now.minimum), "metric": _metric(now), "value": _value(now)}
        return say("Gate {gate} is new: it asks for {minimum}, and {metric} is {value}.", **words)
    because = ", ".join(_differences(was, now))
    if was.holds_back:
        return say("Gate {gate} passes now: {because}.", gate=now.id, because=because)
    return say("Gate {gate} is not passed any more: {because}.", gate=now.id, because=because)


def _differences(was: GateResult, now: GateResult) -> Iterator[str]:
    if was.metric != now.metric:
        yield say("it measures {now} instead of {before}", now=_metric(now), before=_metric(was))
    if abs(was.minimum - now.minimum) > TOLERANCE:
        yield say("it asks for {now} instead of {before}", now=number(now.minimum), before=number(was.minimum))
    words = {"metric": _metric(now), "now": _value(now), "before": _value(was)}
    if was.value != now.value:
        yield say("{metric} is {now} instead of {before}", **words)
    else:
        yield say("{metric} is {now}", **words)


def lost_line(lost: int, said: int) -> str:
    """Say how many of the answers the new version cannot use."""
    return say_counted(
        "{count} of {said} answers does not fit the new version.",
        "{count} of {said} answers do not fit the new version.",
        lost,
        said=said,
    )


def _metric(gate: GateResult) -> str:
    return say(_METRICS[gate.metric]) if gate.metric in _METRICS else gate.metric.removeprefix("pillar.")


def _value(gate: GateResult) -> str:
    return say("not known") if gate.value is None else number(gate.value, places=1)
