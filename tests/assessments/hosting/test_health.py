"""What a proxy, a service manager and whoever watches the figures are told."""

import re
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from assessments.hosting import Counted, Health, metrics_route
from tests.assessments.hosting.asking import ask, product, sent_back
from tests.coroutines import run


def answer(route: Route) -> Any:
    return run(route.endpoint(Request({"type": "http", "method": "GET", "headers": []})))


def gone() -> None:
    raise OSError("the disk of Hartwell Mutual")


def test_a_process_is_ready_while_its_database_answers_and_nobody_asked_it_to_end() -> None:
    asked = {
        "fine": Health(lambda: None, lambda: False),
        "ending": Health(lambda: None, lambda: True),
        "without its database": Health(gone, lambda: False),
    }
    told = {state: [answer(route) for route in health.routes] for state, health in asked.items()}
    assert [alive.status_code for alive, _ in told.values()] == [200, 200, 200]
    assert {state: (ready.status_code, ready.body) for state, (_, ready) in told.items()} == {
        "fine": (200, b"ready\n"),
        "ending": (503, b"ending\n"),
        "without its database": (503, b"the database cannot be used\n"),
    }


def figure(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_figures_count_what_was_answered_who_listens_and_who_is_here() -> None:
    route = metrics_route(lambda: 7, lambda: 3)
    before = figure(answer(route).body.decode(), 'pathway_requests_total{status="2xx"}')
    counted = Counted(product)
    assert ask(counted).status == 200
    assert sent_back(counted, kind="websocket") == [{"type": "websocket.accept"}]
    text = answer(route).body.decode()
    assert figure(text, 'pathway_requests_total{status="2xx"}') == before + 1
    assert figure(text, "pathway_listening_screens") == 7
    assert figure(text, "pathway_writes_under_way") == 3
    assert figure(text, "pathway_open_pages") == 0
