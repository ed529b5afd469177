"""The translations of a language, read from the files translators edit, once per process."""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parent.parent.parent / "translations"


def files(language: str) -> tuple[Path, ...]:
    """Return the files that hold a language's translations, in the order of their names."""
    return tuple(sorted((FOLDER / language).glob("*.po")))


def read(path: Path, language: str) -> Catalog:
    """Return what one file holds."""
    with path.open("rb") as opened:
        return read_po(opened, locale=language, abort_invalid=True)


def together(language: str) -> Catalog:
    """Return all translations of a language; of a sentence that two files translate, the first counts."""
    whole = Catalog(locale=language)
    for path in files(language):
        for message in read(path, language):
            if message.id and message.id not in whole:
                whole[message.id] = message
    return whole


@cache
def catalogue(language: str) -> GNUTranslations:
    """Return the translations of a language as they are looked up; what is missing or fuzzy stays English."""
    compiled = BytesIO()
    write_mo(compiled, together(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
