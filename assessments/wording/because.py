"""Why a warning is shown or an action proposed: the comparisons behind it, in plain words.

Comparisons arrive as ``Clause`` values: the subject as written in the rule (``F.cul_shift``), its value,
and the test (``F.cul_shift < 50``). A subject this module does not know is shown as it is written.
"""

import re
from collections.abc import Iterable

from assessments.languages import ENGLISH, language, marked, say, say_counted
from assessments.wording.hearing import one_voice
from assessments.wording.names import factor_name, option_label, pillar_name, quoted, spoken_stage
from assessments.wording.numbers import beside, listed, percent, plain, rounded, whole, within
from scoring.model import Fact, Questionnaire
from scoring.result import Clause, Result

_POINTS = {
    "DM_now": marked("customers' mobile and digital habit today"),
    "DM_5y": marked("customers' mobile and digital habit in five years"),
    "DS_now": marked("customers' social habit today"),
    "DS_5y": marked("customers' social habit in five years"),
    "E": marked("the evidence about customers"),
}
_GAPS = {
    "gap_ef": marked("leaders' view is {size} above that of the people who deal with customers"),
    "gap_est": marked("leaders' estimate of content customers is {size} above what customers say"),
    "gap_pulse": marked("the firm's own view is {size} above what customers say"),
}
_STAGES = {
    "p": marked("the firm stands at {stage}"),
    "d_now": marked("customers call for {stage} today"),
    "d_5y": marked("customers are expected to call for {stage} in five years"),
    "target": marked("the road leads to {stage}"),
    "ambition": marked("the leadership wants {stage}"),
}
_SHARES = {
    "driver_share": marked("{share} of the voices name the same driver"),
    "purpose_top_share": marked("{share} of the voices share the most named purpose"),
}
_FLAGS = {
    "clean_slate": (marked("the firm starts with a clean slate"), marked("there are older systems to join up with")),
    "skipped_crm1": (marked("the firm never had a first CRM"), marked("the firm has had a first CRM")),
    "pressure_without_customers": (
        marked("the push comes from others than customers"),
        marked("customers are among those who ask"),
    ),
    "quick": (marked("this is a quick scan"), marked("this is a full assessment")),
    "last_stage_needs_component": (
        marked("social channels are part of the last stage"),
        marked("social channels are not required"),
    ),
}
_APPLYING = marked("the warning “{warning}” applies")
_NOT_APPLYING = marked("the warning “{warning}” does not apply")
_LIMIT = re.compile(r"\s*(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)\s*$")
_ASKED = re.compile(r"(?P<function>ap|dk)\(\s*['\"](?P<id>\w+)['\"]\s*\)")
_INVOLVED = re.compile(r"[A-Za-z_][\w.]*")


class Reasons:
    """Puts comparisons into words for one result."""

    def __init__(self, questionnaire: Questionnaire, result: Result) -> None:
        self._questionnaire = questionnaire
        self._result = result

    def because(self, clauses: Iterable[Clause]) -> str:
        """Return the comparisons as one clause without a capital or a full stop; empty when there are none."""
        last = {clause.name: clause for clause in clauses}  # of two limits on one subject the later is the tighter
        return listed(list(dict.fromkeys(self._said(clause) for clause in last.values())))

    def _said(self, clause: Clause) -> str:
        for speak in (self._score, self._stage, self._owner, self._gap, self._amount, self._asked, self._fact):
            sentence = speak(clause)
            if sentence is not None:
                return sentence
        return say("{subject} is {value}", subject=self._in_words(clause.name), value=_value(clause) + _limit(clause))

    # ------------------------------------------------------------------ one kind of subject each

    def _score(self, clause: Clause) -> str | None:
        name = self._scored(clause.name) or _points(clause.name)
        if not name:
            return None
        return say("{subject} stands at {value}", subject=name, value=_value(clause) + _limit(clause))

    def _scored(self, name: str) -> str | None:
        kind, _dot, entry = name.partition(".")
        if kind == "F" and entry in self._questionnaire.factor_by_id:
            return _mentioned(factor_name(self._questionnaire, entry))
        if kind == "P" and any(pillar.id == entry for pillar in self._questionnaire.pillars):
            return say("{pillar} as a whole", pillar=within(pillar_name(self._questionnaire, entry)))
        if kind == "I" and entry in self._questionnaire.item_by_id:
            return quoted(self._questionnaire.item_by_id[entry].text)
        return None

    def _stage(self, clause: Clause) -> str | None:
        if clause.name not in _STAGES or not isinstance(clause.value, int | float):
            return None
        said = say(_STAGES[clause.name], stage=spoken_stage(self._questionnaire, int(clause.value)))
        return f"{said}{self._against_customers(clause)}"

    def _against_customers(self, clause: Clause) -> str:
        """Name what customers call for where a stage was compared with it."""
        stages = {"d_now": self._result.demand.now.stage, "d_5y": self._result.demand.five_years.stage}
        compared = [stages[name] for name in _INVOLVED.findall(_right(clause)) if name in stages]
        called = max((stage for stage in compared if stage is not None), default=None)
        if called is None:
            return ""
        if called == clause.value:
            return say(", which is what customers call for")
        return say(" while customers call for {stage}", stage=spoken_stage(self._questionnaire, called))

    def _owner(self, clause: Clause) -> str | None:
        if clause.name == "driver":
            item = self._questionnaire.telling("driver")
            return say("the say lies with {driver}", driver=within(option_label(item, str(clause.value))))
        if clause.name == "purpose_top":
            item = self._questionnaire.telling("purpose")
            return say("the purpose named most is “{purpose}”", purpose=option_label(item, str(clause.value)))
        return None

    def _gap(self, clause: Clause) -> str | None:
        if clause.name not in _GAPS or not isinstance(clause.value, int | float):
            return None
        size = counted_points(clause.value) if self._may_show(clause.name) else say("clearly")
        return say(_GAPS[clause.name], size=size)

    def _may_show(self, gap: str) -> bool:
        """Return whether the size of a gap gives no small group away."""
        if gap == "gap_ef":
            return self._result.gaps.executives_vs_near_firm
        return gap == "gap_pulse" or leaders_may_be_shown(self._questionnaire, self._result)

    def _amount(self, clause: Clause) -> str | None:
        if not isinstance(clause.value, int | float):
            return None
        if clause.name in _SHARES:
            return say(_SHARES[clause.name], share=percent(clause.value))
        if clause.name == "social_tools":
            return say("{count} social tools are in use", count=whole(clause.value))
        if clause.name == "legacy_contact_share":
            return say("{share}% of contacts come in person, by phone or by mail", share=whole(clause.value))
        return None

    def _asked(self, clause: Clause) -> str | None:
        found = _ASKED.fullmatch(clause.name)
        if found is None:
            return None
        if found["function"] == "ap":
            said = _NOT_APPLYING if clause.test.startswith("not ") else _APPLYING
            return say(said, warning=self._questionnaire.warning_by_id[found["id"]].name)
        share = percent(clause.value) if isinstance(clause.value, int | float) else say("some")
        question = self._questionnaire.item_by_id[found["id"]].text
        return say("{share} do not know “{question}”", share=share, question=question)

    def _fact(self, clause: Clause) -> str | None:
        if clause.name in _FLAGS:
            return say(_FLAGS[clause.name][clause.test.startswith("not ")])
        for derived in self._questionnaire.derived:
            if clause.name == derived.id:
                return within(derived.why.rstrip("."))
        for fact in self._questionnaire.facts:
            if clause.name == fact.id:
                answer = self._fact_answer(fact, clause)
                return say("“{question}” is answered “{answer}”", question=fact.text, answer=answer)
        return None

    def _fact_answer(self, fact: Fact, clause: Clause) -> str:
        labels = {option.id: option.label for option in fact.options}
        chosen = str(clause.value).split(", ") if fact.options else []
        return ", ".join(labels.get(option, option) for option in chosen) or _value(clause)

    def _in_words(self, expression: str) -> str:
        """Return an expression with the names it is made of in words."""

        def spoken(found: re.Match[str]) -> str:
            return self._scored(found.group()) or _points(found.group()) or found.group()

        return _INVOLVED.sub(spoken, expression).replace(" - ", say(" minus ")).replace(" + ", say(" plus "))


def _mentioned(name: str) -> str:
    """Return a name as part of a sentence, in quotes where it would read as a question."""
    asks = name.startswith(("Who ", "What ", "How ", "Why "))
    return quoted(name) if asks or language() != ENGLISH else within(name)


def _points(name: str) -> str | None:
    """Return what a name that rules use for points stands for."""
    return say(_POINTS[name]) if name in _POINTS else None


def leaders_may_be_shown(questionnaire: Questionnaire, result: Result) -> bool:
    """Return whether the leaders' own view may be printed: enough of them, or one role speaking for the firm."""
    leaders = sum(result.by_role.get(role, 0) for role in questionnaire.settings.gaps.top)
    return leaders >= questionnaire.settings.privacy.min_group or (leaders > 0 and one_voice(result.by_role))


def counted_points(value: float) -> str:
    """Write a distance in points."""
    return say_counted("{points} point", "{points} points", 1 if rounded(value) == 1 else 2, points=whole(value))


def _right(clause: Clause) -> str:
    return clause.test.removeprefix("not ").removeprefix(clause.name)


def _bound(clause: Clause) -> tuple[str, float] | None:
    """Return the comparison and its limit, turned round where the rule said 'not'."""
    found = _LIMIT.fullmatch(_right(clause))
    if found is None:
        return None
    turned = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}
    sign = turned[found[1]] if clause.test.startswith("not ") else found[1]
    return sign, float(found[2])


def _value(clause: Clause) -> str:
    if isinstance(clause.value, bool) or not isinstance(clause.value, int | float):
        return say("not known") if clause.value is None else str(clause.value)
    bound = _bound(clause)
    return beside(clause.value, *bound) if bound else whole(clause.value)


_CONDITIONS = {
    "<": marked("(under {limit})"),
    "<=": marked("({limit} or less)"),
    ">": marked("(over {limit})"),
    ">=": marked("({limit} or more)"),
}


def _limit(clause: Clause) -> str:
    bound = _bound(clause)
    return f" {say(_CONDITIONS[bound[0]], limit=plain(bound[1]))}" if bound else ""
