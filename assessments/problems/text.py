"""Problems of the text of a file, before it means anything."""

from assessments.problems.sentence import Sentence

TEXT = {
    "Y101": Sentence(
        "This file cannot be opened.",
        "Check that the name is right, that it is a file and not a folder, and that you may read it.",
        "Nothing can be read from a file that is not there.",
    ),
    "Y102": Sentence(
        "The file is not UTF-8 text.",
        'Save it again with the encoding "UTF-8"; export spreadsheets and documents as text first.',
        "Other encodings turn letters with accents into other letters.",
    ),
    "Y103": Sentence(
        "The file is larger than {kilobytes} kB.",
        "Check that it is the right file; split it if it is.",
        "No file of this kind comes near this size; reading it could stop the program.",
    ),
    "Y104": Sentence(
        "An invisible control character ({sign}) stands here.",
        "Delete it. It often comes from copying out of another program.",
        "It cannot be seen on the screen or on paper, and programs disagree about what it means.",
    ),
    "Y105": Sentence(
        "The file is empty.",
        "Fill it in, or remove it.",
        "An empty file is more often an accident than a wish.",
    ),
    "Y106": Sentence(
        "The line is indented with a tab.",
        "Use spaces instead of the tab; two per level.",
        "In YAML the indentation carries the meaning, and a tab has no fixed width.",
    ),
    "Y107": Sentence(
        "A text may not begin with {sign} unless it stands in quotes.",
        'Put the whole text between "double quotes".',
        "The signs @ ` % and a few others have a meaning of their own in YAML.",
    ),
    "Y108": Sentence(
        "Something follows here that does not fit on this line, often a colon inside a sentence.",
        'Put the whole sentence between "double quotes"; begin a new line for a new entry.',
        "A colon followed by a space separates a key from its value.",
    ),
    "Y109": Sentence(
        "The quotes that open here are never closed.",
        "Add the closing quote. A quote inside a text between single quotes is written twice.",
        "Everything up to the end of the file would become part of the text.",
    ),
    "Y110": Sentence(
        "The bracket that opens here is not closed, or a comma is missing in it.",
        "Close it with the same kind of bracket, and put a comma between its entries.",
        "Without it, the rest of the file would become part of the list.",
    ),
    "Y111": Sentence(
        'The key "{key}" is written twice; the first one is in line {first}.',
        "Keep one of the two.",
        "Most programs silently use the last one.",
    ),
    "Y112": Sentence(
        'The shortcut "{sign}{name}" cannot be used.',
        "Write out what it stands for. If it is meant as text, put it in quotes.",
        "Shortcuts (&, * and <<) hide what an entry says, and can blow a small file up to any size.",
    ),
    "Y113": Sentence(
        'The type mark "{tag}" cannot be used.',
        "Remove it; text that begins with ! goes in quotes.",
        "Files hold plain texts, numbers and lists; what they mean is fixed by the format.",
    ),
    "Y114": Sentence(
        "A second document begins here.",
        "Remove the line of three dashes, or put what follows into a file of its own.",
        "Only the first document would be read.",
    ),
    "Y115": Sentence(
        "Lists and entries are nested more than {depth} levels deep here.",
        "Check the brackets; a file of this kind needs six levels at most.",
        "Such depth comes from a slip, or from somebody who wants to stop the program.",
    ),
    "Y116": Sentence(
        "The file holds more than {most} values.",
        "Check that it is the right file; split it if it is.",
        "No file of this kind comes near this number; reading it could stop the program.",
    ),
    "Y117": Sentence(
        'The word "{word}" without quotes means yes or no, or nothing at all, to some programs.',
        'Put it in quotes if you mean the word: "{word}". Write true or false if you mean yes or no.',
        "Older YAML reads no, off and yes as false and true, so an option called no would lose its name.",
    ),
    "Y118": Sentence(
        '"{word}" is read as different numbers by different programs.',
        'Put it in quotes if you mean the text: "{word}". Write numbers as plain decimals, such as 310 or 0.5.',
        "Older YAML reads 3_10 as 310, 010 as 8 and 1:30 as 90.",
    ),
    "Y119": Sentence(
        "A key has to be a word.",
        'Put it in quotes if it looks like a number: "1".',
        "Everything in a file is found by the words before the colons.",
    ),
    "Y120": Sentence(
        "This does not line up with what stands above it, or follows a quote that closed too early.",
        "Give the line the same indentation as its neighbours. A quote inside a quoted text is written twice.",
        "Entries of one list or one group begin in the same column.",
    ),
    "Y121": Sentence(
        "The file cannot be understood from here on.",
        "Compare with a neighbouring entry; if the text holds signs such as & * ! | > or \\, put it in quotes.",
        "The text is not YAML.",
    ),
    "Y122": Sentence(
        "The file stops being JSON here.",
        "Look for a missing or superfluous comma, quote or bracket just before this place.",
        "A file whose name ends in .json has to be JSON; YAML files end in .yaml.",
    ),
}
