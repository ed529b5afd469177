"""Worked examples as data: what comes out now is written down as what must come out."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from assessments import answers_file, examples
from assessments.answering.desk import Desk
from assessments.editing.drafts import open_draft
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files
from assessments.editing.forms import remove_entry, remove_key, set_key, set_value, value_at
from assessments.editing.refusals import refusal
from assessments.editing.saving import SavedFile, save_files
from assessments.editing.seen import Revisions, refuse_unseen
from assessments.positions import Keys
from assessments.result_json import as_entries
from scoring import Method, assess

EXPECT = "expect"
TELLING = ("position", "path_coordinate", "index", "destination", "posture", "target", "factors", "warnings")
DIGITS = 2  # of numbers behind the point


def accept(files: Files, name: str) -> str:
    """Return a worked example with every expectation that differs set to what comes out now; raises NotAccepted."""
    return _accepted(files[name], name, _method(files))


def accept_seen(desk: Desk, token: str, names: Collection[str], revisions: Revisions) -> SavedFile:
    """Save worked examples with what comes out in these ``revisions`` of a draft's files, which its editor saw.

    All of them are saved or, where somebody saved meanwhile, none. Raises NotAccepted.
    """
    draft = open_draft(desk, token)
    refuse_unseen(draft, revisions, "accept_moved")
    method = _method(draft.texts)
    texts = {name: (_accepted(draft.texts[name], name, method), revisions[name]) for name in names}
    return max(save_files(desk, token, texts).values(), key=lambda saved: saved.at)


def _accepted(text: str, name: str, method: Method) -> str:
    found = list(examples.differences(text, Path(name), method))
    for difference in reversed(found):  # from the end, so that numbers in lists stay right
        text = _written_down(text, difference.path, difference.found)
    return text


def blank_example(role: str) -> str:
    """Return the text of a firm of its own, with one person of a role who has not answered anything yet."""
    return f"""assessment: example
firm: ""
about: ""
variant: full

respondents:
  - id: r1
    role: {role}
    answers: {{}}
"""


def expect_now(files: Files, name: str, keys: Collection[str] = TELLING) -> str:
    """Return an answers file with what comes out now under ``expect``, as far as ``keys`` name it.

    What is expected already stays, set to what comes out. Raises NotAccepted.
    """
    method, text = _method(files), files[name]
    assessment = answers_file.check_text(text, Path(name), method.questionnaire).assessment
    if assessment is None:
        raise refusal("example_problems", name)
    found = as_entries(method.questionnaire, assessment, assess(method, assessment))
    for key in keys:
        if key not in found:
            raise refusal("example_key", key)
    expected = {key: _plain(found[key]) for key in keys}
    if EXPECT not in value_at(text, ()):
        return set_key(text, (), EXPECT, expected)
    for key, value in expected.items():
        text = set_key(text, (EXPECT,), key, value)
    return text


def _method(files: Files) -> Method:
    questionnaire = questionnaire_of(files)
    if questionnaire is None:
        raise refusal("try_problems")
    return Method(questionnaire)


def _written_down(text: str, path: Keys, found: Any) -> str:
    if found is not examples.TAKEN_OUT:
        return set_value(text, path, found)
    return remove_entry(text, path) if isinstance(path[-1], int) else remove_key(text, path)


def _plain(value: Any) -> Any:
    """Return a result as people write expectations: lists by their ids, factors by their scores."""
    if isinstance(value, list):
        return [one.get("id", one.get("item")) if isinstance(one, dict) else _plain(one) for one in value]
    if isinstance(value, dict):
        if "score" in value:
            return _plain(value["score"] if value["score"] is not None else value.get("status"))
        return {key: _plain(inner) for key, inner in value.items()}
    return round(value, DIGITS) if isinstance(value, float) else value
