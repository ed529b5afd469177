"""Every form opens over a draft of which some part is still missing, and says so instead of failing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from assessments import editing
from assessments.answering import Desk, open_desk
from assessments.editing.files import files_in
from assessments.pages.drafting.workspace import PAGES

ROOT = Path(__file__).resolve().parents[2]
TINY = files_in(ROOT / "tests" / "broken" / "base")
FORMS = ("questions", "weights", "conditions", "actions", "examples", "languages")
ASKED = ("path.yaml", "alpha.yaml", "customers.yaml", "weights.yaml", "actions.yaml")  # what forms are about
INSIDE = ("factors", "gates", "items")  # lists that also stand inside other entries
ENDED = ("Something went wrong", "cannot be opened")


def emptied() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a small questionnaire again and again, each time with another part of it emptied, gone or broken."""
    for name, text in TINY.items():
        if name in ASKED:
            yield f"{name} gone", {file: said for file, said in TINY.items() if file != name}
            for key, value in yaml.safe_load(text).items():
                if isinstance(value, list | dict):
                    yield f"{name} without {key}", {**TINY, name: written({**yaml.safe_load(text), key: type(value)()})}
    yield "nothing that can be read", dict.fromkeys(TINY, "a: [\n")
    yield "a pillar without a name", {**TINY, "alpha.yaml": TINY["alpha.yaml"].replace('name: "Alpha"\n', "")}
    for key in INSIDE:
        yield f"no {key}", {name: written(without(yaml.safe_load(said), key)) for name, said in TINY.items()}


def written(data: object) -> str:
    return yaml.safe_dump(data, sort_keys=False)


def without(data: object, key: str) -> object:
    if isinstance(data, dict):
        return {name: [] if name == key else without(inner, key) for name, inner in data.items()}
    return [without(inner, key) for inner in data] if isinstance(data, list) else data


@pytest.fixture
def desk(database: str) -> Desk:
    return open_desk(database, ROOT / "questionnaires" / "social_crm")


def said(app: AppTest) -> str:
    return "\n".join(one.proto.body for one in app.get("html"))


def opens(app: AppTest, page: str, **query: str) -> bool:
    """Return whether a page of a draft was shown to its end."""
    app.query_params.clear()
    app.query_params.update(query)
    app.switch_page(f"assessments/pages/{page}.py").run()
    return not app.exception and not any(words in said(app) for words in ENDED)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_opens_over_every_draft_that_is_not_whole(desk: Desk, form: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    failed = []
    for part, files in emptied():
        draft = editing.begin_draft(desk, part, "Maria Sand", files=files).token
        if not opens(app, "draft_forms", draft=draft, form=form):
            failed.append(part)
    assert not failed


@pytest.mark.parametrize("part", ["nothing that can be read", "a pillar without a name"])
def test_every_page_of_a_draft_opens_however_little_can_be_read(desk: Desk, part: str) -> None:
    draft = editing.begin_draft(desk, part, "Maria Sand", files=dict(emptied())[part]).token
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert [page for page in PAGES if not opens(app, page, draft=draft)] == []


def test_a_weight_may_be_all_there_is(desk: Desk) -> None:
    """Of two factors one can hold every point, and the other gives them up."""
    draft = editing.begin_draft(desk, "Two factors", "Maria Sand", files=TINY).token
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert opens(app, "draft_forms", draft=draft, form="weights")
    app.slider[0].set_value(0.0)
    app.run()
    assert not app.exception
    assert [slider.value for slider in app.slider] == [0.0, 100.0]
