"""Whoever reads German finds no English on any page of the studio, but for what the questionnaire itself says."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from assessments import catalog, editing
from assessments.answering import Desk, open_desk
from assessments.pages.parts.pieces import as_label

ROOT = Path(__file__).resolve().parents[2]
SOCIAL_CRM = ROOT / "questionnaires" / "social_crm"
SHOWN = {"body", "caption", "help", "label", "options", "placeholder", "text"}  # fields that people read
ENGLISH = re.compile(
    r"\b(?:the|of|and|or|is|are|be|has|have|with|this|that|not|to|for|from|by|your|you|it|its|no|yet)\b"
)
FORMS = ("questions", "weights", "conditions", "actions", "examples", "languages")


@pytest.fixture
def desk(database: str) -> Desk:
    return open_desk(database, SOCIAL_CRM)


@pytest.fixture
def draft(desk: Desk) -> str:
    """Return a draft that differs from what it began from, with an example that fails and an old translation."""
    return changed(desk, "path.yaml", "minimum: 55", "minimum: 60", "culture.yaml", "We ignore them.", "We shrug.")


@pytest.fixture
def broken(desk: Desk) -> str:
    """Return a draft with problems, and advice, in two of its files."""
    return changed(
        desk, "path.yaml", "metric: cul_shift", "metric: cul_shitf", "culture.yaml", "type: bars", "tpye: bars"
    )


@pytest.fixture
def edition(desk: Desk) -> str:
    return editing.begin_edition(desk, "Testbank", "Maria Sand", "testbank", origin=None).token


@pytest.fixture
def version(desk: Desk) -> str:
    token = changed(desk, "path.yaml", 'version: "1.0"', 'version: "1.1"', "path.yaml", "minimum: 40", "minimum: 40.5")
    seen = {name: one.revision for name, one in editing.open_draft(desk, token).files.items()}
    return editing.publish(desk, token, "Zum Ausprobieren.", seen).id


def changed(desk: Desk, *changes: str) -> str:
    token = editing.begin_draft(desk, "Entwurf", "Maria Sand").token
    for name, old, new in zip(changes[::3], changes[1::3], changes[2::3], strict=True):
        file = editing.open_draft(desk, token).files[name]
        editing.save_file(desk, token, name, file.text.replace(old, new, 1), file.revision)
    return token


class Reader:
    """Somebody who reads German and goes from page to page of the studio."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        self.app.run()
        known = catalog.load(SOCIAL_CRM)
        texts = {line for words in known.texts.values() for line in ([words] if isinstance(words, str) else words)}
        self.originals = sorted({*texts, "We shrug."}, key=len, reverse=True)

    def english_on(self, page: str, **query: str) -> list[str]:
        """Open a page and return what is English on it."""
        self.app.query_params.clear()
        self.app.query_params.update({"lang": "de", **query})
        self.app.switch_page(f"assessments/pages/{page}.py").run()
        assert not self.app.exception
        said = [self.but_the_questionnaire(text) for text in shown(self.app)]
        assert any("Ä" in text or "ä" in text or "ü" in text for text in said), said
        return [text for text in said if ENGLISH.search(text)]

    def but_the_questionnaire(self, text: str) -> str:
        """Leave out of a text what the questionnaire says, in full or by its first words."""
        for original in self.originals:
            text = text.replace(original, "·").replace(as_label(original), "·")
        return re.sub(r": .*…$", "", text)


def shown(app: AppTest) -> Iterator[str]:
    """Yield everything people read on a page, the words in the code editor included."""
    for node in app.main:
        proto = getattr(node, "proto", None)
        if proto is not None:
            yield from read(proto)


def read(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        if isinstance(value, Message):
            yield from read(value)
        elif field.name == "json":
            yield from in_editor(json.loads(value))
        elif field.name in SHOWN:
            yield from map(in_words, [value] if isinstance(value, str) else value)


def in_editor(data: Mapping[str, Any]) -> Iterator[str]:
    for table in ("words", "help", "phrases"):
        yield from data[table].values()
    for finding in data["findings"]:
        yield from (finding["sentence"], finding["remedy"], *([finding["mend"]["says"]] if finding["mend"] else []))


def in_words(html: str) -> str:
    """Return what a piece says, but for the lines of files."""
    without = re.sub(
        r'(?s)<table class="lines.*?</table>', lambda found: re.sub("(?s)<td>.*?</td>", "", found[0]), html
    )
    return unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<script.*?</script>", "", without)))


def test_no_page_of_a_draft_speaks_english(draft: str, broken: str) -> None:
    reader = Reader()
    assert reader.english_on("studio") == []
    for file in ("path.yaml", "culture.yaml"):
        assert reader.english_on("draft", draft=broken, file=file) == [], file
    for token, form in ((broken, "weights"), (broken, "examples"), *product((draft,), FORMS)):
        assert reader.english_on("draft_forms", draft=token, form=form) == [], form
    for page in ("draft", "draft_effects", "draft_publish", "draft_people"):
        assert reader.english_on(page, draft=draft) == [], page


def test_no_page_of_an_edition_or_a_version_speaks_english(edition: str, version: str) -> None:
    reader = Reader()
    assert reader.english_on("draft_together", draft=edition) == []
    for form in ("questions", "weights"):
        assert reader.english_on("draft_forms", draft=edition, form=form) == [], form
    assert reader.english_on("version", version=version) == []
