"""Problems of answers files."""

from assessments.problems.sentence import Sentence

FILE = {
    "A601": Sentence(
        'Answers cannot be read from a file ending in "{ending}".',
        "Use a name ending in .yaml, .yml, .json or .csv; docs/answers-file.md shows what each looks like.",
        "The ending says how the file is to be read.",
    ),
    "A602": Sentence(
        "This is {what}, not text.",
        'Open it in the program it comes from and save it as "CSV UTF-8"; a new name alone changes nothing.',
        "Only text can be read, and checked line by line.",
    ),
    "A603": Sentence(
        "The file is text, but saved as {what}.",
        'Save it again as "CSV UTF-8", or with the encoding "UTF-8".',
        "Every file of answers is read as UTF-8, so that names keep their letters.",
    ),
    "A604": Sentence(
        "Here belongs {expected}, not {found}.",
        "Compare with the example in docs/answers-file.md.",
        "Each entry has one form.",
    ),
    "A605": Sentence(
        'There is no entry "{word}" here.',
        "Correct its name or remove it; there are {some}.",
        "A misspelt entry would otherwise be left out without a word.",
    ),
    "A606": Sentence(
        'The "{what}" is missing.',
        "Add it. An id is any word, another one for every respondent; a role is one of {some}.",
        "Who said what must be clear: answers count per person and per role.",
    ),
    "A607": Sentence(
        '"{found}" is no date that an assessment can have.',
        "Write the year, the month and the day with dashes, such as 2026-11-22, of the year 2199 at the latest.",
        "Other ways of writing a date mean different days in different countries.",
    ),
    "A608": Sentence(
        'There is no variant "{word}".',
        "Write full for the whole questionnaire or quick for the quick scan.",
        "What was asked decides which answers count as missing.",
    ),
    "A609": Sentence(
        "The text is empty, or runs over several lines where one is wanted.",
        "Write it on one line, or remove the entry.",
        "It is shown in titles and lists.",
    ),
    "A610": Sentence(
        'There is no role "{word}".',
        "The roles are {some}.",
        "Every role is one voice, so a respondent has to have one of them.",
    ),
    "A611": Sentence(
        'The respondent "{word}" is already in line {first}, with the role "{role}".',
        "Give every person an id of their own. If it is one person, put all their answers together under one role.",
        "Otherwise one person would count twice, or two as one.",
    ),
    "A612": Sentence(
        'The weight of the role "{role}" cannot be {found}.',
        "Write a number from 0 to {most}; 1 is what a role weighs when nothing is said.",
        "A weight says how loud a voice is; less than silence is not possible.",
    ),
    "A613": Sentence(
        "Every role that answers has the weight 0.",
        "Give at least one of them a weight above 0.",
        "Nobody would be heard.",
    ),
    "A614": Sentence(
        "The time taken cannot be {found}.",
        "Write whole seconds, such as 840, or leave the entry out.",
        "It is compared with the time reading takes.",
    ),
    "A615": Sentence(
        "The round cannot be {found}.",
        "Write a whole number from 1 on; what is said in a later round replaces what was said before.",
        "Without an order it is not clear which answer counts.",
    ),
    "A616": Sentence(
        "Nobody has answered: there are no respondents.",
        "Add at least one, with an id, a role and answers.",
        "There is nothing to score.",
    ),
    "A617": Sentence(
        "This PDF holds no answers.",
        "Use the team edition of a report, as it was downloaded; the executive edition leaves the answers out.",
        "Only the team edition carries the answers it was made from.",
    ),
}

VALUES = {
    "A620": Sentence(
        'There is no question "{word}".',
        "Correct the id, or remove the answer; ids stand in the questionnaire's files.",
        "An answer to a question nobody asked cannot be counted.",
    ),
    "A621": Sentence(
        '{found} is not a line of "{item}".',
        "Write the number of the line chosen, 1 to 5, or dk for don't know.",
        "There are five lines and nothing in between.",
    ),
    "A622": Sentence(
        '"{item}" has no option "{word}".',
        "Its options are {some}; or write dk for don't know.",
        "Only what was on offer can have been chosen.",
    ),
    "A623": Sentence(
        '"{item}" has {chosen} options chosen where at most {most} may be.',
        "Keep the most important ones.",
        "Somebody who chooses everything would outweigh somebody who chooses.",
    ),
    "A624": Sentence(
        '"{word}" is chosen twice.',
        "Keep one of the two.",
        "It counts once; the other may be a slip for something else.",
    ),
    "A625": Sentence(
        '{found} is no answer to "{item}".',
        "Write a whole number from {lowest} to {highest}, or dk for don't know.",
        "That is what was asked for.",
    ),
    "A626": Sentence(
        'The shares of "{item}" add up to {total}, not to 100.',
        "Correct them; 98 to 102 is taken as rounding. What is not named counts as 0.",
        "A share means nothing without the whole it is a share of.",
    ),
    "A627": Sentence(
        '"{item}" has nothing called "{word}".',
        "Correct it; there are {some}.",
        "The shares are divided over a fixed list.",
    ),
    "A628": Sentence(
        '{found} is not a share of "{item}".',
        "Write a number from 0 to 100 for each part, such as phone: 58, or dk for don't know.",
        "Shares are parts of a hundred.",
    ),
    "A629": Sentence(
        '"{item}" always applies, so na cannot be its answer.',
        "Write dk for don't know, or leave the answer out.",
        "Not applicable takes a question out of the score, which the questionnaire provides for in a few places only.",
    ),
    "A630": Sentence(
        'There is no fact "{word}".',
        "Correct the id, or remove it; the facts stand in firm.yaml of the questionnaire.",
        "A misspelt fact would be taken as unknown.",
    ),
    "A631": Sentence(
        '"{word}" is no answer to "{fact}".',
        "Its answers are {some}; leave it out where nobody knows.",
        "Rules compare facts word by word.",
    ),
    "A632": Sentence(
        '{found} is no answer to "{fact}".',
        "Write a number, or null where it is not known or was not measured.",
        "It is compared with other numbers.",
    ),
    "A633": Sentence(
        '{found} is {side} what "{fact}" can be.',
        "The limit is {limit}.",
        "A number outside the range is a slip.",
    ),
    "A640": Sentence(
        'There is no customer segment "{word}".',
        "Name it under segments at the top of the file, or correct the id here.",
        "Answers about a segment count by the segment's share of customer value.",
    ),
    "A641": Sentence(
        'The segment "{word}" is already in line {first}.',
        "Give every segment an id of its own.",
        "Answers refer to it by that id.",
    ),
    "A642": Sentence(
        "{found} is not a segment's share of customer value.",
        "Write a number from 0 to 1, such as 0.4 for 40 percent.",
        "The shares decide how much of the firm's customers call for a stage.",
    ),
    "A643": Sentence(
        "The segments' values add up to {total}, not to 1.",
        "Correct them so that all customers are covered once.",
        "A share means nothing without the whole it is a share of.",
    ),
    "A644": Sentence(
        "A segment needs an id of small letters, digits and _, beginning with a letter.",
        "Write one, such as id: young_families, and put the readable text into name.",
        "The id is used in column names.",
    ),
    "A645": Sentence(
        '"{word}" is not about customers, so it cannot be answered for a segment.',
        "Move it to the respondent's answers.",
        "Segments differ in what their customers do; the firm is the same for all of them.",
    ),
}

PLANS = {
    "A670": Sentence(
        'There is no move "{word}" in this questionnaire.',
        "Correct its id or remove it; there are {some}.",
        "A wish about a move that does not exist would be lost without a word.",
    ),
    "A671": Sentence(
        '"{word}" cannot be said of a move here.',
        "Write one of {some}, or leave the entry out.",
        "The plan is made from these words.",
    ),
    "A672": Sentence(
        "{found} is no number of person-weeks that a plan can have.",
        "Write a number from {least} to {most}, or leave the entry out.",
        "Beyond that it is a slip of the keyboard.",
    ),
    "A673": Sentence(
        "{found} is no day that this plan can have.",
        "Write year, month and day with dashes, from {first} to {last}, or leave the entry out.",
        "A plan begins about when the firm was assessed, and looks at most ten years ahead.",
    ),
}

TABLES = {
    "A650": Sentence(
        'The column "{word}" is missing.',
        "The first row names the columns: respondent,role,item,value with one answer per row, "
        "or respondent,role and one column per question.",
        "Without it the rows say nothing.",
    ),
    "A651": Sentence(
        'There are two columns "{word}".',
        "Keep one of the two.",
        "One of them would win without a word.",
    ),
    "A652": Sentence(
        'There is no column "{word}" where each row holds one answer.',
        "Correct its name or remove it; there are {some}.",
        "What stands in it would otherwise be left out without a word.",
    ),
    "A653": Sentence(
        '"{item}" is answered as a whole; it has no part "{word}".',
        "Use the question's id alone, or with .note behind it for a comment.",
        "Only questions that divide a hundred have parts.",
    ),
    "A654": Sentence(
        "The quotes that open here are never closed, or close in the middle of the cell.",
        "Close them at the end of the cell; a quote inside a quoted cell is written twice.",
        "Everything after it would run together; what follows has not been read.",
    ),
    "A655": Sentence(
        'This person\'s "{word}" is already in line {first}.',
        "Keep one of the two, or number the rounds in a column called round.",
        "One of them would win without a word.",
    ),
    "A656": Sentence(
        '"{found}" stands in a column without a name.',
        "Name the column in the first row, or remove what stands in it. "
        "A text that holds the separator goes between quotes.",
        "It is not clear what it is an answer to.",
    ),
    "A657": Sentence(
        "A context file cannot have respondents.",
        "Move them to the CSV, or read this file by itself.",
        "The answers would come from two places.",
    ),
    "A658": Sentence(
        "A context file goes with a CSV only.",
        "Write what {context} says at the top of this file.",
        "A YAML or JSON file of answers says everything itself.",
    ),
    "A659": Sentence(
        'A context cannot be read from a file ending in "{ending}".',
        "Use a name ending in .yaml, .yml or .json.",
        "The ending says how the file is to be read.",
    ),
}

ADVICE = {
    "A690": Sentence(
        "Nothing says what belongs under {missing}; until then it is {used}.",
        "Add the missing entries at the top of the file, or in the context file of a CSV.",
        "They stand on the report.",
        "advice",
    ),
    "A691": Sentence(
        'Answers of the role "{role}" that are not counted, because it is not asked: {some}.',
        "Nothing needs to be done, unless somebody's role is wrong.",
        "Questions go to the roles that can see the answer.",
        "advice",
    ),
    "A692": Sentence(
        "Answers that are not counted, because the quick scan does not ask: {some}.",
        "Nothing needs to be done, unless this is a full assessment: then write variant: full.",
        "A quick scan looks at a few questions only.",
        "advice",
    ),
}

ANSWERS: dict[str, Sentence] = {**FILE, **VALUES, **PLANS, **TABLES, **ADVICE}
