"""The language files of a questionnaire folder: languages/de/culture.yaml holds what culture.yaml says, in German."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assessments.catalog.files import PATH
from assessments.positions import Document
from assessments.problems import Problem, Refused, TextFile, did_you_mean

FOLDER = "languages"  # inside a questionnaire's; holds a folder per language
ORIGINAL = "en"  # the language of a questionnaire that does not say
MADE_FROM = "made-from.yaml"  # in a language's folder; no pillar can have this name
_CODE = re.compile(r"[a-z]{2}")
_RECORD = re.compile(r"[0-9a-f]{8} [0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """The texts of one file in another language, as somebody wrote them."""

    language: str
    translates: str  # the name of the file
    document: Document

    @property
    def name(self) -> str:
        """Its own name, in the folder of the questionnaire."""
        return name_of(self.language, self.translates)


def name_of(language: str, translates: str) -> str:
    """Return the name of the file that holds the texts of another one in a language."""
    return f"{FOLDER}/{language}/{translates}"


def is_language_file(name: str) -> bool:
    """Return whether a file is in the folder of a language, by its name inside the questionnaire's."""
    parts = name.split("/")
    return len(parts) == 3 and parts[0] == FOLDER


def read_languages(
    path: Path,
    readers: Mapping[str, Callable[[], Document]],
    originals: Mapping[str, Document],
    expected: Collection[str],
    problems: list[Problem],
) -> Iterator[LanguageFile]:
    """Yield the language files among ``readers`` that can be read and translate one of ``originals``.

    What translates one that is ``expected`` and cannot be read is left alone; the other one has its problem.
    """
    own = original_language(originals)
    for name in filter(is_language_file, readers):
        _, language, translates = name.split("/")
        if translates == MADE_FROM:
            continue
        file = TextFile(str(path / name))
        if not _CODE.fullmatch(language) or language == own:
            problems.append(file.problem("Q501", folder=language, own=own))
        elif translates not in expected:
            problems.append(file.problem("Q502", meant=did_you_mean(translates, expected) or ""))
        elif translates in originals:
            try:
                yield LanguageFile(language, translates, readers[name]())
            except Refused as refused:
                problems += refused.problems


def read_made_from(readers: Mapping[str, Callable[[], Document]], problems: list[Problem]) -> dict[str, dict[str, str]]:
    """Return from which originals the translations of each language were made: fingerprints by address."""
    found: dict[str, dict[str, str]] = {}
    for name in filter(is_made_from, readers):
        try:
            data = readers[name]().data
        except Refused as refused:
            problems += refused.problems
            continue
        said = data.items() if isinstance(data, dict) else ()
        found[name.split("/")[1]] = {key: one for key, one in said if _RECORD.fullmatch(str(one))}
    return found


def is_made_from(name: str) -> bool:
    """Return whether a file of a questionnaire, or of its base, is the record of a language."""
    return name.endswith(f"/{MADE_FROM}")


def original_language(documents: Mapping[str, Document]) -> str:
    """Return the language in which a questionnaire was written."""
    data = documents[PATH].data if PATH in documents else None
    said = data.get("language", ORIGINAL) if isinstance(data, dict) else ORIGINAL
    return said if isinstance(said, str) else ORIGINAL
