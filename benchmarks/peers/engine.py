"""The engine itself, asked for the same outcome."""

import numpy as np

from benchmarks.peers.outcome import Outcome, Places
from scoring.many import place_firms, place_people
from scoring.method import Method
from scoring.sheet import Sheet


def run(method: Method, sheet: Sheet) -> Outcome:
    """Place respondents and firms, and measure agreement; every gate exists, nothing may be "not applicable"."""
    na_allowed = np.zeros((sheet.firms, len(method.items)), dtype=bool)
    exists = np.ones((sheet.firms, len(method.gates.ids)), dtype=bool)
    alone = place_people(method, sheet, na_allowed, exists)
    firms = place_firms(method, sheet, na_allowed, exists)
    return Outcome(
        Places(alone.index, alone.position, alone.coordinate),
        firms.score,
        firms.ad,
        firms.eta2,
        firms.factors,
        Places(firms.index, firms.position, firms.coordinate),
    )
