"""From which original each translation was made, so that one whose original was reworded since then can be told.

A language's ``made-from.yaml`` has a line for each translation: its address, a fingerprint of the original and one of
the translation. A translation is old where the original is another one by now and the translation is still the same;
whoever rewords the translation has looked. What has no line counts as made from the original as it stands.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assessments.catalog.addresses import addressed, prefix_of
from assessments.catalog.folder import Folder
from assessments.catalog.languages import MADE_FROM, LanguageFile, name_of
from assessments.catalog.words import value_at
from assessments.positions import Keys
from assessments.problems import Problem
from scoring.model import Address, Words

_SIGNS = 8  # of a fingerprint
_HEAD = """\
# From which original each translation was made: a fingerprint of the original, and one of the translation.
# The program writes this file (python -m assessments.languages). Where a translation is still right although its
# original was reworded, remove its line here.

"""


@dataclass(frozen=True, slots=True)
class Old:
    """A translation whose original was reworded since it was made; ``made_from`` is the original's fingerprint then."""

    file: LanguageFile
    address: Address
    path: Keys  # in the language file
    original: Words
    translation: Words
    made_from: str

    @property
    def problem(self) -> Problem:
        """The advice to look at it, at its line."""
        original = self.original if isinstance(self.original, str) else " / ".join(self.original)
        record = name_of(self.file.language, MADE_FROM)
        return self.file.document.problem("C814", self.path, original=original, file=record)


def fingerprint(words: Words) -> str:
    """Return a short fingerprint of words, the same however their lines are broken."""
    lines = (words,) if isinstance(words, str) else words
    return hashlib.sha256("\n".join(" ".join(line.split()) for line in lines).encode()).hexdigest()[:_SIGNS]


def old_translations(folder: Folder, texts: Mapping[Address, Words]) -> Iterator[Old]:
    """Yield the translations in a folder's own language files that are old; ``texts`` are the originals."""
    for file, address, path, translation in _translations(folder, texts):
        known = folder.made_from.get(file.language, {}).get(".".join(address), "")
        if known and _is_old(known, texts[address], translation):
            yield Old(file, address, path, texts[address], translation, known.split()[0])


def made_from_files(folder: Folder, texts: Mapping[Address, Words], right: Collection[Address] = ()) -> dict[str, str]:
    """Return the text each language's record should have, by its name; translations at ``right`` were looked at."""
    lines: dict[str, dict[Address, str]] = {file.language: {} for file in folder.languages}
    for file, address, _, translation in _translations(folder, texts):
        known = folder.made_from.get(file.language, {}).get(".".join(address), "")
        is_old = known and address not in right and _is_old(known, texts[address], translation)
        now = f"{fingerprint(texts[address])} {fingerprint(translation)}"
        lines[file.language][address] = known if is_old else now
    return {name_of(language, MADE_FROM): _written(texts, said) for language, said in lines.items()}


def _written(texts: Mapping[Address, Words], said: Mapping[Address, str]) -> str:
    """Return the record of a language, in the order of the questionnaire."""
    rows = (f"{'.'.join(address)}: {said[address]}\n" for address in texts if address in said)
    return _HEAD + ("".join(rows) or "{}\n")


def _translations(
    folder: Folder, texts: Mapping[Address, Words]
) -> Iterator[tuple[LanguageFile, Address, Keys, Words]]:
    for file in folder.languages:
        prefix = prefix_of(file.translates)
        for inside, path in addressed(file.document.data):
            address = (*prefix, *inside)
            if address in texts:
                words = value_at(file.document.data, path)
                yield file, address, path, words if isinstance(words, str) else tuple(words)


def _is_old(known: str, original: Words, translation: Words) -> bool:
    was, translated = known.split()
    return was != fingerprint(original) and translated == fingerprint(translation)
