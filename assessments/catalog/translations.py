"""What a questionnaire says in other languages: checked against the original, and what is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from assessments.catalog.addresses import addressed, file_of, path_of, prefix_of
from assessments.catalog.folder import Folder
from assessments.catalog.language_shapes import language_shape
from assessments.catalog.languages import LanguageFile, name_of
from assessments.catalog.shape import shape
from assessments.catalog.words import value_at
from assessments.languages import say_later
from assessments.positions import Document, Keys
from assessments.problems import Problem, did_you_mean, some
from scoring.model import Address, Questionnaire, Words, texts
from scoring.model.questionnaire import Translations

SOURCE = re.compile(r"\b[SL][0-9]{1,3}\b")
_NAMES = re.compile(r"(\s*[SL][0-9]{1,3})+\s*|\s*[A-Z][^()]* [0-9]{4}\s*")
_NAMED = 5  # of the texts that are missing
_MOST = 200  # texts of one file told to have no original


class TextPlace(NamedTuple):
    """The path of a file, and a line in it from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A text that a language does not have yet, and where the original stands."""

    language: str
    address: Address
    original: Words
    document: Document  # of the original
    path: Keys

    @property
    def file(self) -> str:
        """The name of the original's file, in the folder of the questionnaire."""
        return file_of(self.address)

    @property
    def within_file(self) -> Address:
        """The address in the original's file, which is that in the language file."""
        return self.address[len(prefix_of(self.file)) :]

    @property
    def at(self) -> TextPlace:
        """Where the original stands; in an edition perhaps in a file of its base."""
        return TextPlace(self.document.file_of(self.path).path, self.document.place(self.path).line)


def language_problems(folder: Folder) -> Iterator[Problem]:
    """Yield what is wrong with the language files of a folder, and of what it builds on, taken by themselves."""
    if folder.base is not None:
        yield from language_problems(folder.base)
    for file in folder.languages:
        yield from shape(file.document, language_shape(file.translates)).problems
        yield from _twice(file)


def _twice(file: LanguageFile) -> Iterator[Problem]:
    seen: set[Address] = set()
    for address, path in addressed(file.document.data):
        if address in seen and isinstance(path[-1], int):
            yield file.document.problem("Q503", (*path, "id"), id=address[-1])
        seen.add(address)


class Translated:
    """A questionnaire's texts beside those of its language files; the files have the right shape."""

    def __init__(self, folder: Folder, questionnaire: Questionnaire) -> None:
        self._folder, self._texts = folder, questionnaire.texts

    @cached_property
    def words(self) -> Translations:
        """What there is in each language, of the texts the questionnaire has."""
        found = _words(self._folder)
        return {language: {at: said[at] for at in self._texts if at in said} for language, said in found.items()}

    def advice(self) -> Iterator[Problem]:
        """Yield texts for which there is no original, sources other than those of the original, and what is missing."""
        for file in self._folder.languages:
            yield from islice(self._unknown(file), _MOST)
            yield from self._other_sources(file)
        yield from self._untranslated()

    @cached_property
    def _inside(self) -> dict[Address, set[str]]:
        """The keys and ids that the questionnaire has at an address."""
        inside: dict[Address, set[str]] = {}
        for address in self._texts:
            for length, step in enumerate(address):
                inside.setdefault(address[:length], set()).add(step)
        return inside

    def _unknown(self, file: LanguageFile) -> Iterator[Problem]:
        prefix = prefix_of(file.translates)
        for address, path in addressed(file.document.data):
            around = (*prefix, *address)[:-1]
            known = self._inside.get(around, {address[-1]})
            if address[-1] not in known:
                is_entry = isinstance(path[-1], int)
                hint = did_you_mean(address[-1], known)
                where = (*path, "id") if is_entry else path
                yield file.document.problem("C812", where, hint, not is_entry, what=address[-1], file=file.translates)

    def _other_sources(self, file: LanguageFile) -> Iterator[Problem]:
        prefix = prefix_of(file.translates)
        for address, path in addressed(file.document.data):
            original = self._texts.get((*prefix, *address), "")
            if address[-1] == "source" and original and isinstance(original, str):
                named = sorted(set(SOURCE.findall(original)))
                if named != sorted(set(SOURCE.findall(str(value_at(file.document.data, path))))):
                    yield file.document.problem("C813", path, named=" ".join(named) or say_later("none"))

    def missing(self) -> Iterator[Missing]:
        """Yield the texts that a language does not have, language by language in the order of the questionnaire."""
        for language, said in self.words.items():
            for address, original in self._texts.items():
                if address not in said and not _is_the_same_everywhere(address, original):
                    yield self._missing(language, address, original)

    def _missing(self, language: str, address: Address, original: Words) -> Missing:
        name = file_of(address)
        document = self._folder.documents[name]
        path = path_of(document.data, address[len(prefix_of(name)) :])
        return Missing(language, address, original, document, path)

    def _untranslated(self) -> Iterator[Problem]:
        """Yield a sentence for each file of a language in which something is missing."""
        missing: dict[tuple[str, str], list[Missing]] = {}
        for one in self.missing():
            missing.setdefault((one.language, one.file), []).append(one)
        own = {(one.language, one.translates): one.document for one in self._folder.languages}
        for (language, name), ones in missing.items():
            document = own.get((language, name), self._folder.documents[name])
            named, file = some([".".join(one.address[-2:]) for one in ones], _NAMED), name_of(language, name)
            yield document.problem("C811", (), count=len(ones), language=language, named=named, file=file)


def _words(folder: Folder) -> Translations:
    """Return what a folder's language files say, over what those of its base say about texts it has not changed."""
    below = _words(folder.base) if folder.base is not None else {}
    words: Translations = {language: dict(_unchanged(folder, said)) for language, said in below.items()}
    for file in folder.languages:
        entry = shape(file.document, language_shape(file.translates)).entry
        said = texts(entry, prefix_of(file.translates)) if entry is not None else ()
        words.setdefault(file.language, {}).update(said)
    return words


def _unchanged(folder: Folder, said: dict[Address, Words]) -> Iterator[tuple[Address, Words]]:
    """Yield translations of texts that an edition leaves as they are in its base."""
    for address, words in said.items():
        if folder.base is not None and _said(folder, address) == _said(folder.base, address):
            yield address, words


def _said(folder: Folder, address: Address) -> Any:
    name = file_of(address)
    data, rest = folder.documents[name].data, address[len(prefix_of(name)) :]
    path = path_of(data, rest)
    return value_at(data, path) if len(path) == len(rest) else None


def _is_the_same_everywhere(address: Address, original: Words) -> bool:
    """Return whether a text only names claims and literature: by number, or works by author and year."""
    return address[-1] == "source" and all(map(_NAMES.fullmatch, str(original).split(";")))
