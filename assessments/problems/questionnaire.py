"""Problems of a questionnaire folder: its shape, its references, the rules of the method, and advice."""

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
        "This file is not used.",
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
        "There are {more} more problems.",
        "Mend the ones above first, then check again.",
        "A long list usually has few causes.",
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
        'The question "{id}" is of type {type}, and {wanted} is needed here.',
        "Use another question, or change its type.",
        "Its answers have no value of the kind this rule computes with.",
    ),
    "Q308": Sentence(
        'The name "{id}" already means something in rules.',
        "Choose another id.",
        "Rules could mean either.",
    ),
}

METHOD = {
    "Q401": Sentence(
        'All weights of stage "{stage}" are 0.',
        "Give at least one factor points.",
        "The index of the stage could not be computed.",
    ),
    "Q402": Sentence(
        'All weights of the pillar "{pillar}" are 0 at stage "{stage}".',
        "Give at least one of its factors points at this stage.",
        "The score of the pillar, and with it the weakest pillar, would be unknown.",
    ),
    "Q403": Sentence(
        'The gate "{gate}" measures "{metric}", which does not exist.',
        "Use index, min_pillar, pillar.<id of a pillar> or the id of a factor.",
        "A gate nobody can pass would stop every firm.",
    ),
    "Q404": Sentence(
        "The scores of the lines fall from {before:g} to {after:g}.",
        "No line may score less than the one before; for agreement that counts against, write  reverse: true.",
        "A better practice would lower the result.",
    ),
    "Q405": Sentence(
        "This reads the same as number {first} of the list.",
        "Say what makes it different, or remove it.",
        "People could not tell which one to choose.",
    ),
    "Q406": Sentence(
        "This line has {words} words; {most} are the most.",
        "Shorten it to one practice that can be seen.",
        "Five lines have to be read and compared on a phone.",
    ),
    "Q407": Sentence(
        "These actions wait for one another: {cycle}.",
        'Remove one of the "needs".',
        "None of them could ever start.",
    ),
    "Q408": Sentence(
        'No question of the factor "{factor}" is in the quick scan, though gate "{gate}" tests it.',
        "Mark one of its questions with  quick: true.",
        "The quick scan could not place a firm.",
    ),
    "Q409": Sentence(
        '{owner} has no score, and stands in the factor "{factor}".',
        'Give every option a score, or move the question to "findings".',
        "A factor's score is the mean of its questions' scores.",
    ),
    "Q410": Sentence(
        '"tells: {tells}" needs {wanted}.',
        "Mark the question that fits, or change its type.",
        "The finding could not be drawn from the answers.",
    ),
    "Q411": Sentence(
        "The smallest number, {lowest:g}, is larger than the largest, {highest:g}.",
        "Swap or correct them.",
        "No answer would be possible.",
    ),
    "Q412": Sentence(
        "Up to {most} may be chosen, but there are only {options} options.",
        "Lower the number, or add options.",
        "It is probably a slip.",
    ),
    "Q413": Sentence(
        'The fact "{fact}" is of type {type} and has {options} options.',
        "Facts of type choice and multi need two options or more, the others none.",
        "People could not answer it, or would not see the options.",
    ),
    "Q415": Sentence(
        'Two questions have "tells: {tells}"; the first is "{first}".',
        "Keep one of them.",
        "Only the first would be heard.",
    ),
    "Q414": Sentence(
        '"forming" belongs to the first stage, and only there.',
        "It is the name shown while the first stage's gates are not passed; add, move or remove it.",
        "Every firm needs a name for where it stands.",
    ),
}

RULES = {
    "R501": Sentence(
        "The rule is too large. {sentence}",
        "Split it, or bring common parts in front of brackets.",
        "A rule has to be readable at a glance.",
    ),
    "R502": Sentence(
        "The rule holds something that is no part of the language. {sentence}",
        "Use names, numbers, 'texts in quotes', brackets, and or not in, < <= > >= == != + - * /.",
        "Rules are a small language of their own, so that they can be checked and never do harm.",
    ),
    "R503": Sentence(
        "The rule is not complete, or in an order that cannot be read. {sentence}",
        "Compare with a rule nearby, such as  F.cul_shift < 50 and not clean_slate.",
        "It would not be clear when the rule is true.",
    ),
    "R504": Sentence(
        "The rule speaks of something that does not exist. {sentence}",
        "Correct the name. README.md lists the names; rules about facts may not use scores.",
        "A comparison with something unknown is never true.",
    ),
    "R505": Sentence(
        "The rule uses a function in a way that is not possible. {sentence}",
        "There are four: max(a, b), min(a, b), ap('AP_ID') and dk('question').",
        "Anything else could read files or stop the program.",
    ),
    "R506": Sentence(
        "The rule mixes things that do not go together. {sentence}",
        "Compare numbers with numbers and texts with texts; join comparisons with and, or, not.",
        "The result would be true or false by accident.",
    ),
    "R507": Sentence(
        "The rule compares with an answer that nobody can give. {sentence}",
        "Use the id of an option, as written in the file.",
        "The comparison could never be true.",
    ),
}

ADVICE = {
    "C801": Sentence(
        'The factor "{factor}" weighs nothing at the last stage, against the sources (S44 S45).',
        "Give it some points, or say in your version's notes why it stops counting.",
        "Social CRM extends traditional CRM and does not replace it.",
        "advice",
    ),
    "C802": Sentence(
        'The factor "{factor}" weighs no more at the last stage than at the first, against the sources (S46).',
        "Give it more points at the last stage, or say why not.",
        "Mobility, the record, analytics and working with customers grow in importance along the path.",
        "advice",
    ),
    "C803": Sentence(
        'The factor "{factor}" counts at the first stage, against the sources (S38).',
        "Give it 0 points at the first stage, or say why it counts.",
        "Firms whose customers are not social are as well served without social channels.",
        "advice",
    ),
    "C804": Sentence(
        'The gate "{gate}" asks for less ({minimum:g}) than gate "{earlier}" of an earlier stage ({before:g}).',
        "Raise it, or remove it: stages are cumulative, so the earlier gate counts already.",
        "It can never decide anything.",
        "advice",
    ),
    "C805": Sentence(
        "This question has {words} words.",
        "Try to ask it in {most} or fewer.",
        "Long questions are answered by guessing.",
        "advice",
    ),
}

QUESTIONNAIRE = {**SHAPE, **REFERENCES, **METHOD, **RULES, **ADVICE}
