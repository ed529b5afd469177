"""Problems of a questionnaire folder: the shape of its files and what they refer to."""

from assessments.problems.sentence import Sentence

SHAPE = {
    "Q200": Sentence(
        "There is no such folder.",
        "Check the name; the questionnaire that comes with the program is questionnaires/social_crm.",
        "A questionnaire is a folder of YAML files.",
    ),
    "Q201": Sentence(
        "The folder has no file of this name.",
        "Add it; questionnaires/social_crm has one to copy from.",
        "Each file holds one subject, and none can be left out.",
    ),
    "Q202": Sentence(
        "This file is not used. {meant}",
        'If it is a pillar, add its name to "pillars" in path.yaml; otherwise rename or remove it.',
        "Whoever wrote it expects it to count.",
    ),
    "Q203": Sentence(
        '{owner} has no "{word}".',
        "Add a line  {word}: ...  ({about})",
        "This key is needed to ask, to count or to explain.",
    ),
    "Q204": Sentence(
        '{owner} has an unknown key "{word}".',
        "Correct or remove it. Known here: {known}.",
        "A misspelt key would silently count for nothing.",
    ),
    "Q205": Sentence(
        "{name} should be a text, but is {found}.",
        "Write a text; numbers, true and false go in quotes when they are meant as text. ({about})",
        "A number or a yes where a text belongs is usually an unquoted word.",
    ),
    "Q206": Sentence(
        "{name} should be a number, but is {found}.",
        "Write a plain number such as 12 or 37.5, without quotes, unit or comma. ({about})",
        "It is used in arithmetic.",
    ),
    "Q207": Sentence(
        "{name} should be a whole number, but is {found}.",
        "Write a whole number such as 12, without quotes. ({about})",
        "It is counted in whole steps.",
    ),
    "Q208": Sentence(
        "{name} should be true or false, but is {found}.",
        "Write true or false, without quotes. ({about})",
        "Other words for yes and no are read differently by different programs.",
    ),
    "Q209": Sentence(
        "{name} should be a list, but is {found}.",
        "Write [a, b], or one entry per line, each after a dash. ({about})",
        "There may be several of it.",
    ),
    "Q210": Sentence(
        "{name} should be a group of keys, but is {found}.",
        "Write  key: value  lines below it, indented by two spaces, or {{key: value, key: value}}. ({about})",
        "Its parts are found by their keys.",
    ),
    "Q211": Sentence(
        "{name} is {found}, but has to be {limit}.",
        "Correct the number. ({about})",
        "Outside this range the number has no meaning.",
    ),
    "Q212": Sentence(
        "{name} is empty.",
        "Fill it in. ({about})",
        "People would see a blank.",
    ),
    "Q213": Sentence(
        "{name} is too long.",
        "Shorten it; a rule may have 500 characters, any other text 2,000.",
        "Nobody reads it, and it does not fit on a page.",
    ),
    "Q214": Sentence(
        "{name} has {length} entries, but needs {wanted}.",
        "Add or remove entries. ({about})",
        "The five lines of a question, for example, are scored by their place.",
    ),
    "Q215": Sentence(
        "{name} is {found}, which is none of: {choices}.",
        "Use one of these words. ({about})",
        "Anything else would count for nothing.",
    ),
    "Q216": Sentence(
        "{name} is {found}, which cannot be used as an id.",
        "Use {letters}, digits and _, beginning with a letter, 40 at most. ({about})",
        "Ids stand in answers files, rules and addresses, where other signs mean something else.",
    ),
    "Q217": Sentence(
        '"{pillar}" cannot be the name of a pillar.',
        "Choose another name: small letters, digits and _, and not the name of another file of the folder.",
        "The pillar's file is found by its name.",
    ),
    "Q218": Sentence(
        'The pillar is called "{id}", but its file is {file}.',
        "Give both the same name.",
        "The order of pillars in path.yaml names both.",
    ),
    "Q219": Sentence(
        "There are at least {more} more problems.",
        "Mend the ones above first, then check again.",
        "A long list usually has few causes.",
    ),
    "Q220": Sentence(
        'There is no questionnaire "{name}" to build on.',
        "Put its folder beside this one, or inside it as base/{name}; its name is that of the folder.",
        "An edition says only what is different; the rest is read from the questionnaire it builds on.",
    ),
    "Q221": Sentence(
        "These questionnaires build on one another in a circle: {cycle}.",
        'Take "extends" out of one of them.',
        "None of them could ever be read.",
    ),
    "Q222": Sentence(
        'The questionnaire it builds on has no "{id}" in this list.',
        "Correct the id, or add  add: true  when it is meant as a new entry.",
        "A change of something that is not there would count for nothing.",
    ),
    "Q223": Sentence(
        'The questionnaire it builds on has a "{id}" in this list already.',
        "Take  add: true  away to change that entry, or give the new one an id of its own.",
        "Answers to the two could not be told apart.",
    ),
    "Q224": Sentence(
        "An edition cannot say this about an entry: {what}.",
        "An entry is changed by the keys it names, left out by  remove: true  alone, or new with  add: true.",
        "It would not be clear what becomes of the entry.",
    ),
}

REFERENCES = {
    "Q301": Sentence(
        'The id "{id}" is used twice; first in {first}.',
        "Give one of the two another id. Ids of questions that have been asked should stay.",
        "Answers and rules could mean either.",
    ),
    "Q302": Sentence(
        'There is no {kind} "{id}".',
        "Correct the id, or add what it should refer to.",
        "It refers to nothing.",
    ),
    "Q303": Sentence(
        'There is no source "{id}" in sources.yaml.',
        "Correct the number, or add the source.",
        "Every rule has to be traceable to its reason.",
    ),
    "Q304": Sentence(
        'The factor "{factor}" has no weights.',
        'Add  {factor}:  with its points per stage, "why" and "source" to weights.yaml; 0 points are allowed.',
        "Without weights nobody knows what it counts.",
    ),
    "Q305": Sentence(
        'The weights of "{factor}" say nothing about stage "{stage}".',
        "Add its points; write 0 if it does not count at this stage.",
        "A missing weight could be an oversight or a decision.",
    ),
    "Q306": Sentence(
        '"{id}" is a question about the firm, and only questions about customers may be used here.',
        "Use a question from customers.yaml.",
        "What a firm can do never says where its customers call it.",
    ),
    "Q307": Sentence(
        'The {thing} "{id}" is of type {type}, and {wanted} is needed here.',
        "Use another one, or change its type.",
        "Its answers have no value of the kind this rule computes with.",
    ),
    "Q308": Sentence(
        'The name "{id}" already means something in rules.',
        "Choose another id.",
        "Rules could mean either.",
    ),
    "Q309": Sentence(
        '"{id}" is no answer to the fact "{fact}".',
        "Use the id of one of its options.",
        "The number would never be used.",
    ),
}
