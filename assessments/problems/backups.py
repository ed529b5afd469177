"""Problems of backups."""

from assessments.problems.sentence import Sentence

BACKUPS = {
    "B001": Sentence(
        "This is not a backup of this program.",
        "Name a file that  python -m assessments backup FILE  has written.",
        "Restoring replaces everything, so it reads nothing it is not sure of.",
    ),
    "B002": Sentence(
        "This backup is damaged: it does not hold what it held when it was written.",
        "Copy it again from where it is kept, or use an earlier one.",
        "Every backup carries the fingerprints of its content, and they no longer fit.",
    ),
    "B003": Sentence(
        "This backup was written by a newer version of this program.",
        "Restore it with that version, or a later one.",
        "An older version does not know all of its tables.",
    ),
    "B004": Sentence(
        "There is a file of this name already, and it is not a backup.",
        "Choose another name; an earlier backup would be replaced by the new one.",
        "A slip of the hand must not overwrite something else, such as the database.",
    ),
}
