"""Which conditions, warnings and actions of a questionnaire never come up in firms drawn at random."""

from dataclasses import dataclass

from scoring import Method, assess
from scoring.answers import Assessment


@dataclass(frozen=True, slots=True)
class Unseen:
    """What came up in none of ``firms``: gates not passed, or not even asked of any; warnings and actions, by id."""

    firms: int
    not_passed: tuple[str, ...]
    not_asked: tuple[str, ...]
    warnings: tuple[str, ...]
    actions: tuple[str, ...]


class Appearing:
    """Collects what comes up, firm by firm."""

    def __init__(self, method: Method) -> None:
        self._method = method
        self._firms = 0
        self._asked: set[str] = set()
        self._passed: set[str] = set()
        self._warnings: set[str] = set()
        self._actions: set[str] = set()

    def add(self, firm: Assessment) -> None:
        """Note what comes up for one more firm."""
        result = assess(self._method, firm)
        self._firms += 1
        self._asked |= {gate.id for gate in result.gates}
        self._passed |= {gate.id for gate in result.gates if gate.result == "pass"}
        self._warnings |= {warning.id for warning in result.warnings}
        self._actions |= {action.id for action in result.candidates}

    def unseen(self) -> Unseen:
        """Return what has not come up so far, in the order of the questionnaire."""
        questionnaire = self._method.questionnaire
        gates = [gate.id for _, gate in questionnaire.gates]
        return Unseen(
            self._firms,
            not_passed=tuple(id_ for id_ in gates if id_ in self._asked - self._passed),
            not_asked=tuple(id_ for id_ in gates if id_ not in self._asked),
            warnings=tuple(one.id for one in questionnaire.warnings if one.id not in self._warnings),
            actions=tuple(one.id for one in questionnaire.actions if one.id not in self._actions),
        )
