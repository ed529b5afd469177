"""Problems of the files that say a questionnaire's texts in another language, and advice on what they leave out."""

from assessments.problems.sentence import Sentence

LANGUAGES = {
    "Q501": Sentence(
        'The folder "{folder}" is not that of another language.',
        'Name it with the two small letters of a language, such as de or fr; the original is in "{own}".',
        "Readers choose a language by these letters.",
    ),
    "Q502": Sentence(
        "There is no file of this name to translate. {meant}",
        "Give it the name of the file whose texts it holds, or remove it.",
        "Its texts would never be read.",
    ),
    "Q503": Sentence(
        'The texts of "{id}" stand here a second time.',
        "Keep one of the two.",
        "It would not be clear which of them is read.",
    ),
}

UNTRANSLATED = {
    "C811": Sentence(
        'Texts without a translation into "{language}": {count} ({named}).',
        "Write them in {file}, under the same ids. Until then people read the original there.",
        "A page in two languages is harder to read than one in either.",
        "advice",
    ),
    "C812": Sentence(
        'There is no "{what}" at this place of {file}, so nobody reads this.',
        "Correct it, or remove it; a language file names the entries of the original by their ids.",
        "It is a slip of the pen, or left over from an entry that is gone.",
        "advice",
    ),
    "C813": Sentence(
        "This names other sources than the original does.",
        "Name the same ones: {named}. Only the words around them are translated.",
        "A rule has the same reason in every language.",
        "advice",
    ),
    "C814": Sentence(
        'The original was reworded after this was translated. It now says: "{original}".',
        "Reword this too. Where it is still right, remove its line from {file}, or say so under Forms, Languages.",
        "People who read two languages would answer two different questions.",
        "advice",
    ),
}
