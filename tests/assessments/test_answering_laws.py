"""Any sequence of messages, retries and restarts leaves exactly what a plain dictionary would hold."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from assessments import answering
from assessments.answering import Desk, NotAccepted
from assessments.storage import Database
from assessments.storage.people import find_person
from scoring.answers import Unanswered
from tests.assessments.conftest import Clock
from tests.assessments.rows import history_of, latest_of

NA_ITEM, NA_FACT, NA_OPTION = "chn_01", "ctx_calls", "hardly_ever"  # in the quick scan the fact opens the answer
ITEMS = ("dem_03", "dem_05", "own_01", NA_ITEM)
VALUES = dict.fromkeys(ITEMS, (1, 5, "dk", "na", 9, "HACKED")) | {"own_01": ("joint", "dk", "na", 1, "HACKED")}
STATES = {state.value: state for state in Unanswered}
FACTS = {NA_FACT: (NA_OPTION, "they_do", None, "HACKED"), "ctx_size": ("m", None, 3)}
KEYS = st.sampled_from([None, "k1", "k2", "k3"])


@dataclass
class Model:
    """What should be stored for one link."""

    answers: dict[str, object] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # of changes to answers: key to item
    changes: int = 0
    finished: bool = False

    def accepts(self, item: str, value: object) -> bool:
        if self.finished or value == "HACKED" or value == 9:
            return False
        if value == "na":
            return item == NA_ITEM and self.facts.get(NA_FACT) == NA_OPTION
        return value == "dk" or isinstance(value, str) == (item == "own_01")


class Answering(RuleBasedStateMachine):
    """Plays people against ``assessments.answering`` and against ``Model``."""

    emptied: Callable[[], str]
    loaded: Desk

    def __init__(self) -> None:
        super().__init__()
        self.url = type(self).emptied()
        self.desk = self.loaded
        self.desk.database, self.desk.clock = Database(self.url), Clock()
        self.models: dict[str, Model] = {}
        self.gone: set[str] = set()

    links = Bundle("links")

    @rule(target=links)
    def start(self) -> str:
        token = answering.start(self.desk, "Acme", "quick").token
        self.models[token] = Model()
        return token

    @rule(target=links, link=links)
    def start_again(self, link: str) -> str:
        if link in self.gone:
            return link
        token = answering.start_again(self.desk, link).token
        self.models[link].finished = True
        self.models[token] = Model(facts=dict(self.models[link].facts))
        return token

    @rule(link=links, item=st.sampled_from(ITEMS), pick=st.integers(0, 5), key=KEYS)
    def answer(self, link: str, item: str, pick: int, key: str | None) -> None:
        value = VALUES[item][pick % len(VALUES[item])]
        model = self.models.get(link)
        accepted = model is not None and model.accepts(item, value) and self.key_fits(model, item, key)
        try:
            answering.answer(self.desk, link, item, value, key=key)
        except NotAccepted:
            assert not accepted
            return
        assert accepted
        if model is not None and (key is None or key not in model.keys):
            model.answers[item] = STATES.get(str(value), value)
            self.changed(model, item, key)

    @rule(link=links, item=st.sampled_from(ITEMS), key=KEYS)
    def clear(self, link: str, item: str, key: str | None) -> None:
        model = self.attempt(link, item, key, lambda: answering.clear(self.desk, link, item, key=key))
        if model:
            model.answers.pop(item, None)

    @rule(link=links, item=st.sampled_from(ITEMS), note=st.sampled_from(["Why.", "", "\U0001f600"]), key=KEYS)
    def write_note(self, link: str, item: str, note: str, key: str | None) -> None:
        model = self.attempt(link, item, key, lambda: answering.write_note(self.desk, link, item, note, key=key))
        if model:
            model.notes.pop(item, None)
            model.notes |= {item: note} if note else {}

    @rule(link=links, fact=st.sampled_from(sorted(FACTS)), pick=st.integers(0, 3))
    def answer_fact(self, link: str, fact: str, pick: int) -> None:
        value = FACTS[fact][pick % len(FACTS[fact])]
        model = self.models.get(link)
        accepted = model is not None and not model.finished and value not in ("HACKED", 3)
        if self.accepted(lambda: answering.answer_fact(self.desk, link, fact, value), accepted) and model:
            model.facts[fact] = value

    @rule(link=links, fact=st.sampled_from(sorted(FACTS)))
    def clear_fact(self, link: str, fact: str) -> None:
        model = self.models.get(link)
        accepted = model is not None and not model.finished
        if self.accepted(lambda: answering.clear_fact(self.desk, link, fact), accepted) and model:
            model.facts.pop(fact, None)

    @rule(link=links, finished=st.booleans())
    def finish_or_reopen(self, link: str, finished: bool) -> None:
        act = answering.finish if finished else answering.reopen
        if self.accepted(lambda: act(self.desk, link), link in self.models):
            self.models[link].finished = finished

    @rule(link=consumes(links))
    def delete(self, link: str) -> None:
        if self.accepted(lambda: answering.delete_everything(self.desk, link), link in self.models):
            for token in list(self.models):
                if not self.opens(token):
                    del self.models[token]
                    self.gone.add(token)
            assert link in self.gone

    @rule()
    def restart(self) -> None:
        self.desk.database.close()
        self.desk.database = Database(self.url)

    @invariant()
    def everything_is_as_in_the_model(self) -> None:
        for token, model in self.models.items():
            opened = answering.open_assessment(self.desk, token)
            (said,) = opened.assessment.submissions
            assert dict(said.answers) == model.answers
            assert dict(said.notes) == model.notes
            assert dict(opened.assessment.context) == model.facts
            assert opened.read_only == model.finished
            self.check_history(token, model)
            self.check_progress(token, model)

    def check_history(self, token: str, model: Model) -> None:
        with self.desk.database.reading() as connection:
            person = find_person(connection, token)
            assert person is not None
            history = history_of(connection, person.id)
            stored = latest_of(connection, person.id)
        last = dict(history)
        assert len(history) == model.changes
        assert stored == {item: state for item, state in last.items() if state != (None, None)}

    def check_progress(self, token: str, model: Model) -> None:
        stale = model.answers.get(NA_ITEM) is Unanswered.NOT_APPLICABLE and model.facts.get(NA_FACT) != NA_OPTION
        assert answering.sections(self.desk, token).answered == len(model.answers) + len(model.facts) - stale

    def attempt(self, link: str, item: str, key: str | None, call: object) -> Model | None:
        """Make a call that only needs an open assessment; return the model when it changes."""
        model = self.models.get(link)
        accepted = model is not None and not model.finished and self.key_fits(model, item, key)
        if not self.accepted(call, accepted) or model is None or (key is not None and key in model.keys):
            return None
        self.changed(model, item, key)
        return model

    def accepted(self, call: object, expected: bool) -> bool:
        try:
            call()  # type: ignore[operator]
        except NotAccepted:
            assert not expected
            return False
        assert expected
        return True

    def key_fits(self, model: Model, item: str, key: str | None) -> bool:
        return key is None or model.keys.get(key, item) == item

    def changed(self, model: Model, item: str, key: str | None) -> None:
        model.changes += 1
        if key is not None:
            model.keys[key] = item

    def opens(self, token: str) -> bool:
        try:
            answering.resume(self.desk, token)
        except NotAccepted:
            return False
        return True

    def teardown(self) -> None:
        self.desk.database.close()


@pytest.mark.slow
def test_whatever_happens_the_database_holds_what_was_acknowledged(
    emptied: Callable[[], str], loaded_desk: Desk
) -> None:
    Answering.emptied, Answering.loaded = staticmethod(emptied), loaded_desk
    run_state_machine_as_test(Answering, settings=settings(max_examples=12, stateful_step_count=30, deadline=None))
