"""Problems of tables of ratings and of the files that say which columns form a scale."""

from assessments.problems.sentence import Sentence

RATINGS = {
    "T900": Sentence(
        'A table cannot be read from a file ending in "{ending}".',
        "Use a name ending in .csv or .tsv; from a spreadsheet, save it as CSV UTF-8.",
        "The ending says how the file is to be read.",
    ),
    "T901": Sentence(
        'The column "{column}" holds "{found}", which is not a number. Cells like it: {count}.',
        "Correct it; decimals have a point, and what is missing is left empty, or written dk or na. "
        "Where the column does not belong to a scale, name those that do in a keys file.",
        "Only numbers can be compared.",
    ),
    "T902": Sentence(
        'There is no column "{word}" in the table.',
        "Correct its name; there are {some}.",
        "What is misspelt would be left out without a word.",
    ),
    "T903": Sentence(
        "Here belongs {expected}, not {found}.",
        'Write the scales as  {{"trust": ["q1", "-q2"], "speed": ["q3", "q4"]}}  with a minus for reversed questions.',
        "Each scale has a name and the columns it consists of.",
    ),
    "T904": Sentence(
        '"{word}" is already in this scale.',
        "Keep one of the two.",
        "A question that counts twice agrees with itself.",
    ),
    "T905": Sentence(
        'The column "{column}" holds {found}, which is outside the scale from {lowest:g} to {highest:g}. '
        "Cells like it: {count}.",
        "Correct the cell, or the two numbers behind --scale.",
        "Agreement is judged by what could have been answered.",
    ),
    "T906": Sentence(
        'The column "{column}" is empty here, so the row belongs to no group. Rows like it: {count}.',
        "Fill it in, or leave out --group.",
        "The row would be left out without a word.",
    ),
    "T907": Sentence(
        "None of the columns looked at holds a number.",
        "The first row names the columns; below it stands one row per person and one column per question.",
        "There is nothing to compute.",
    ),
    "T908": Sentence(
        "Each row of this table holds one answer.",
        "Bring it into the form with one row per person and one column per question.",
        "Answers are compared across the questions of one person.",
    ),
}
