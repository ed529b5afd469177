"""Problems of a packed questionnaire folder, before any of its files is read."""

from assessments.problems.sentence import Sentence

PACKED = {
    "Z101": Sentence(
        "This is not a zip file.",
        "Pack the folder of the questionnaire as a zip, or choose the file that was downloaded here.",
        "Other kinds of files are not opened.",
    ),
    "Z102": Sentence(
        "This entry is damaged, locked with a password, or packed in an unusual way.",
        "Pack the folder anew with the usual settings and without a password.",
        "It cannot be read.",
    ),
    "Z103": Sentence(
        'The name "{name}" leads out of the folder, or is none that a file of a questionnaire can have.',
        "Pack only the folder's own .yaml files, its examples and its README.md.",
        "A packed file could otherwise be written to, or read from, a place that nobody meant.",
    ),
    "Z104": Sentence(
        "This entry is a link to another file.",
        "Put the file itself into the folder, and pack it anew.",
        "A link could lead anywhere.",
    ),
    "Z105": Sentence(
        'Two entries have the name "{name}", or names that differ in capital letters only.',
        "Keep one of them.",
        "It would depend on the program which of them counts.",
    ),
    "Z106": Sentence(
        "Packed or unpacked, this is larger than a questionnaire can be: {what}.",
        "Check that it is the right file.",
        "No questionnaire comes near this size; unpacking it could stop the program.",
    ),
    "Z107": Sentence(
        "There is no questionnaire in this zip: it has no path.yaml at its top, or in its one folder.",
        "Pack the folder that holds path.yaml.",
        "Everything else is found from there.",
    ),
}
