"""The texts a questionnaire lacks in a language, and one translation at a time written into its language files."""

from dataclasses import dataclass

from assessments import catalog
from assessments.catalog import MADE_FROM, Missing, Old
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files, is_name
from assessments.editing.forms import set_value
from assessments.editing.refusals import refusal
from assessments.editing.ways import Id, say_at
from scoring.model import Words

_BEGUN = "{}\n"  # a language of which nothing has been written


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of a questionnaire: how many texts there are, and which of them it lacks."""

    language: str
    texts: int
    missing: tuple[Missing, ...]
    old: tuple[Old, ...] = ()  # their originals were reworded since


def spoken(files: Files, language: str) -> Spoken | None:
    """Return what is missing in a language, which may be a new one; None while the files have problems.

    Raises NotAccepted for what is no language.
    """
    name = catalog.language_file(language, "path.yaml")
    checked = catalog.check_texts({name: _BEGUN, **files})
    is_original = any(problem.code == "Q501" and problem.path == name for problem in checked.problems)
    if is_original or not is_name(name):
        raise refusal("language_code", language, what=language)
    if checked.questionnaire is None:
        return None
    missing = tuple(one for one in checked.missing if one.language == language)
    old = tuple(one for one in checked.old if one.file.language == language)
    return Spoken(language, len(checked.questionnaire.texts), missing, old)


def translate(text: str, missing: Missing, words: Words) -> str:
    """Return a language file's text with one translation more, everything else to the letter; raises NotAccepted."""
    entries = {place for place, step in enumerate(missing.path) if isinstance(step, int)}
    way = tuple(Id(step) if place in entries else step for place, step in enumerate(missing.within_file))
    return say_at(text, way, words if isinstance(words, str) else list(words))


def translate_anew(text: str, old: Old, words: Words) -> str:
    """Return a language file's text with an old translation reworded; raises NotAccepted."""
    return set_value(text, old.path, words if isinstance(words, str) else list(words))


def still_right(files: Files, old: Old) -> tuple[str, str]:
    """Return the record of a language, by name and text, in which an old translation is right as it stands."""
    name = catalog.language_file(old.file.language, MADE_FROM)
    return name, catalog.records_of(files, right=(old.address,))[name]


def said_before(files: Files, old: Old) -> Words | None:
    """Return what the original said when the translation was made, if that is what ``files`` say; else None."""
    questionnaire = questionnaire_of(files)
    words = questionnaire.texts.get(old.address) if questionnaire is not None else None
    return words if words is not None and catalog.fingerprint(words) == old.made_from else None
