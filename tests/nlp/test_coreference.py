# ruff: noqa: E501  (a tree is typed a sentence a line)
import pytest

from kg.nlp.coreference import Coreference
from kg.nlp.marks import mention_at, people_of
from kg.nlp.parse import parse
from kg.records import Document
from tests.nlp.hand import doc_of, people

CLARA_MET_BEN = (
    "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p met|VBD|root|0 Ben|NNP|obj|-1|P Hale|NNP|flat|-1|p ~.|.|punct|-3"
)
BEN_STAYED = "Ben|NNP|nsubj|2|P Hale|NNP|flat|-1|p stayed|VBD|root|0 ~.|.|punct|-1"


def names(doc):
    return sorted(person.name for person in doc._.people)


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("She|PRP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1", "She", ("Clara Voss",)),
        ("He|PRP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1", "He", ("Ben Hale",)),
        ("They|PRP|nsubj|1 married|VBD|root|0 ~.|.|punct|-1", "They", ("Ben Hale", "Clara Voss")),
        ("The|DT|det|1 couple|NN|nsubj|1 married|VBD|root|0 ~.|.|punct|-1", "The couple", ("Ben Hale", "Clara Voss")),
        ("Both|DT|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1", "Both", ("Ben Hale", "Clara Voss")),
        ("Hale|NNP|nsubj|1|P wept|VBD|root|0 ~.|.|punct|-1", "Hale", ("Ben Hale",)),
        ("Clara|NNP|nsubj|1|P wept|VBD|root|0 ~.|.|punct|-1", "Clara", ("Clara Voss",)),
        # a surname that the model passed over
        ("Voss|NNP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1", "Voss", ("Clara Voss",)),
        # the nearer plural is meant, not the two
        (
            "Fans|NNS|nsubj|1 hoped|VBD|root|0 they|PRP|nsubj|2 would|MD|aux|1 marry|VB|ccomp|-3 ~.|.|punct|-4",
            "they",
            (),
        ),
        # an object is not its own subject
        ("She|PRP|nsubj|1 saw|VBD|root|0 her|PRP|obj|-1 ~.|.|punct|-2", "her", ()),
        ("She|PRP|nsubj|1 saw|VBD|root|0 herself|PRP|obj|-1 ~.|.|punct|-2", "herself", ("Clara Voss",)),
        (
            "They|PRP|nsubj|1 saw|VBD|root|0 each|DT|obj|-1 other|JJ|fixed|-1 ~.|.|punct|-3",
            "each other",
            ("Ben Hale", "Clara Voss"),
        ),
    ],
)
def test_who_is_meant_after_two_have_met(sentence, text, expected):
    assert tuple(sorted(people(doc_of(CLARA_MET_BEN, sentence), text))) == expected


def test_his_wife_is_the_one_named_beside_it():
    doc = doc_of(
        "Ben|NNP|nsubj|7|P Hale|NNP|flat|-1|p and|CC|cc|2 his|PRP$|nmod:poss|1 wife|NN|conj|-4 Clara|NNP|appos|-1|P Voss|NNP|flat|-1|p"
        " left|VBD|root|0 ~.|.|punct|-1",
        "His|PRP$|nmod:poss|1 wife|NN|nsubj|1 drove|VBD|root|0 ~.|.|punct|-1",
        "Her|PRP$|nmod:poss|1 husband|NN|nsubj|1 slept|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "his") == ("Ben Hale",)
    assert people(doc, "his wife") == people(doc, "His wife") == ("Clara Voss",)
    assert people(doc, "Her husband") == ("Ben Hale",)


def test_whose_wife_stands_beside_a_name_wherever_the_tree_hangs_her():
    son = "Ben|NNP|nsubj:pass|3|P Hale|NNP|flat|-1|p was|VBD|aux:pass|1 born|VBN|root|0 ~,|,|punct|2 the|DT|det|1 son|NN|advcl|-3 of|IN|case|2"
    row = "the|DT|det|1 baker|NN|nmod|-3 Carl|NNP|flat|-1|P Poe|NNP|flat|-1|p and|CC|cc|2 his|PRP$|nmod:poss|1 wife|NN|conj|{up} ~.|.|punct|-10"
    told = [doc_of(f"{son} {row.format(up=up)}") for up in (-5, -4)]
    assert [people(doc, "his") for doc in told] == [("Carl Poe",), ("Carl Poe",)]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("In|IN|case|1 1951|CD|nmod|1", ("Ben Hale", "Clara Voss")),  # a date may hang at the noun
        ("The|DT|det|2 other|JJ|amod|1", ()),
    ],
)
def test_husband_and_wife_are_the_two_told_of(before, expected):
    pair = f"{before} husband|NN|nsubj|3 and|CC|cc|1 wife|NN|conj|-2 sang|VBD|root|0 ~.|.|punct|-1"
    doc = doc_of(CLARA_MET_BEN, "They|PRP|nsubj|1 married|VBD|root|0 ~.|.|punct|-1", pair)
    mention = next((each for each in doc._.mentions if each.kind == "group" and doc[each.head].text == "husband"), None)
    assert tuple(sorted(mention.people if mention else ())) == expected


@pytest.mark.parametrize(("blank", "expected"), [("¶|_SP|dep|-1", "Carl Poe"), ("", "Ben Hale")])
def test_who_is_named_in_the_paragraph_is_meant_rather(blank, expected):
    rest = "Carl|NNP|nmod:poss|3|P Poe|NNP|flat|-1|p ~'s|POS|case|-2 sister|NN|nsubj|1 came|VBD|root|0 and|CC|cc|2"
    doc = doc_of(f"{BEN_STAYED} {blank}", f"{rest} he|PRP|nsubj|1 wept|VBD|conj|-3 ~.|.|punct|-4")
    assert people(doc, "he") == (expected,)


def test_who_in_a_bracket_is_the_one_named_before_it():
    doc = doc_of(
        "Ben|NNP|nsubj|2|P Hale|NNP|flat|-1|p raised|VBD|root|0 two|CD|nummod|1 children|NNS|obj|-2 ~,|,|punct|1 Ada|NNP|appos|-2|P"
        " (|-LRB-|punct|2 ~who|WP|nsubj|1 wept|VBD|acl:relcl|-5 ~)|-RRB-|punct|-1 and|CC|cc|1 Eva|NNP|conj|-6|P ~.|.|punct|-11"
    )
    assert people(doc, "who") == ("Ada",)


def test_a_wife_without_a_name_is_one_unnamed_person():
    doc = doc_of(
        BEN_STAYED,
        "His|PRP$|nmod:poss|2 first|JJ|amod|1 wife|NN|nsubj|1 died|VBD|root|0 ~.|.|punct|-1",
        "He|PRP|nsubj|1 mourned|VBD|root|0 his|PRP$|nmod:poss|2 first|JJ|amod|1 wife|NN|obj|-3 ~.|.|punct|-4",
        "His|PRP$|nmod:poss|2 second|JJ|amod|1 wife|NN|nsubj|1 sang|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "His first wife") == people(doc, "his first wife") == ("first wife of Ben Hale",)
    assert people(doc, "His second wife") == ("second wife of Ben Hale",)
    assert [person.unnamed for person in doc._.people] == [False, True, True]


def test_a_wife_named_later_takes_the_place_of_the_unnamed_one():
    doc = doc_of(
        BEN_STAYED,
        "His|PRP$|nmod:poss|1 wife|NN|nsubj|1 left|VBD|root|0 ~.|.|punct|-1",
        "His|PRP$|nmod:poss|1 wife|NN|nsubj|5 ~,|,|punct|1 Clara|NNP|appos|-2|P Voss|NNP|flat|-1|p ~,|,|punct|-2 sang|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "His wife", 0) == people(doc, "His wife", 1) == ("Clara Voss",)
    assert names(doc) == ["Ben Hale", "Clara Voss"]


def test_mr_and_mrs_of_one_family_are_two_people():
    doc = doc_of(
        "Mr|NNP|nmod:desc|1 Hale|NNP|nsubj|1|P left|VBD|root|0 ~.|.|punct|-1",
        "Mrs|NNP|nmod:desc|1 Hale|NNP|nsubj|1|P stayed|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Mr Hale", "Mrs Hale"]
    assert {person.name: person.gender for person in doc._.people} == {"Mr Hale": "male", "Mrs Hale": "female"}


def test_brothers_with_one_family_name_stay_apart():
    doc = doc_of(
        "Ben|NNP|nsubj|5|P Hale|NNP|flat|-1|p and|CC|cc|1 Adam|NNP|conj|-3|P Hale|NNP|flat|-1|p left|VBD|root|0 ~.|.|punct|-1",
        "Adam|NNP|nsubj|1|P drove|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Adam Hale", "Ben Hale"]
    assert people(doc, "Adam") == ("Adam Hale",)


def test_parents_share_the_family_name_written_once():
    doc = doc_of(
        "John|NNP|nsubj|4|P and|CC|cc|1 Mary|NNP|conj|-2|P Hale|NNP|flat|-1|p left|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["John Hale", "Mary Hale"]


LIFE = (
    "Jane|NNP|root|0|P Roe|NNP|flat|-1|p ¶|_SP|dep|-1",
    "JANE|NNP|nsubj|11 MARY|NNP|flat|-1 ROE|NNP|flat|-2 (|-LRB-|punct|2 ~née|VBN|acl|-2 Doe|NNP|xcomp|-1|P ~)|-RRB-|punct|-2"
    " was|VBD|cop|4 a|DT|det|3 Dutch|JJ|amod|2 stage|NN|compound|1 actress|NN|root|0 ~.|.|punct|-1",
)


def test_a_life_knows_its_subject_by_every_name():
    doc = doc_of(
        *LIFE,
        "Doe|NNP|nsubj|1|P sang|VBD|root|0 ~.|.|punct|-1",
        "Roe|NNP|nsubj|1|P wept|VBD|root|0 ~.|.|punct|-1",
        body=10,
    )
    (person,) = doc._.people
    assert (person.name, person.gender) == ("Jane Mary Roe", "female")
    assert people(doc, "Doe", 1) == people(doc, "Roe") == (person.key,)


def test_a_daughter_of_the_same_first_name_is_not_the_subject_of_the_life():
    doc = doc_of(
        *LIFE,
        "Her|PRP$|nmod:poss|1 daughter|NN|nsubj|2 Jane|NNP|appos|-1|P sang|VBD|root|0 ~.|.|punct|-1",
        body=10,
    )
    assert names(doc) == ["Jane", "Jane Mary Roe"]


def test_who_is_the_noun_before_it():
    doc = doc_of(
        "Ben|NNP|nsubj|6|P Hale|NNP|flat|-1|p ~,|,|punct|2 who|WP|nsubj|1 sings|VBZ|acl:relcl|-4 ~,|,|punct|-1 left|VBD|root|0 ~.|.|punct|-1"
    )
    assert people(doc, "who") == ("Ben Hale",)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Ben|NNP|nsubj|2|P Hale|NNP|flat|-1|p sailed|VBD|root|0 ~.|.|punct|-1", ("Ben Hale",)),
        (
            "Ben|NNP|nmod:poss|3|P Hale|NNP|flat|-1|p ~'s|POS|case|-2 health|NN|nsubj|1 failed|VBD|root|0 ~.|.|punct|-1",
            ("Ben Hale",),
        ),
        ("the|DT|det|1 actor|NN|nsubj|3 Ben|NNP|nmod:desc|-1|P Hale|NNP|flat|-1|p failed|VBD|root|0 ~.|.|punct|-1",
         ("Ben Hale",)),
        ("a|DT|det|1 letter|NN|nsubj|1 reached|VBD|root|0 Ben|NNP|obj|-1|P Hale|NNP|flat|-1|p ~.|.|punct|-3",
         ("unnamed man",)),
    ],
)  # fmt: skip
def test_a_pronoun_may_come_before_the_name_in_its_sentence(clause, expected):
    words = [word.split("|") for word in clause.split()]
    verb = next(place for place, word in enumerate(words) if word[2] == "root")
    doc = doc_of(f"In|IN|case|2 his|PRP$|nmod:poss|1 youth|NN|obl|{verb + 2} ~,|,|punct|-1 {clause}")
    assert people(doc, "his") == expected


def test_names_are_mended():
    doc = doc_of(
        "Ben|NNP|nsubj|3|P Hale|NNP|flat|-1|p ~'s|POS|case|-2|p loved|VBD|root|0 ~.|.|punct|-1",
        "Tom|NNP|nsubj|4|P Rhys|NNP|flat|-1|p ~-|HYPH|punct|1 ~Marsh|NNP|flat|-3|P left|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Ben Hale", "Tom Rhys-Marsh"]


def test_a_calling_is_no_part_of_a_name():
    doc = doc_of(
        "Leeds|NNP|nsubj|4|P DJ|NNP|flat|-1|p Clara|NNP|flat|-2|p Voss|NNP|flat|-3|p sang|VBD|root|0 ~.|.|punct|-1",
        "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p left|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Clara Voss"]


def test_a_family_name_spelled_twice_is_one_person():
    doc = doc_of(
        "Clara|NNP|nsubj|2|P Abbott|NNP|flat|-1|p sang|VBD|root|0 ~.|.|punct|-1",
        "Clara|NNP|nsubj|2|P Abbot|NNP|flat|-1|p left|VBD|root|0 ~.|.|punct|-1",
    )
    assert len(doc._.people) == 1


def test_the_duke_is_the_one_told_to_be_it():
    doc = doc_of(
        "Ben|NNP|nsubj|7|P Hale|NNP|flat|-1|p ~,|,|punct|1 Duke|NNP|appos|-3 of|IN|case|1 Leeds|NNP|nmod|-2|L ~,|,|punct|-3 sang|VBD|root|0 ~.|.|punct|-1",
        "The|DT|det|1 duke|NN|nsubj|1 left|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Ben Hale"]
    assert people(doc, "The duke") == ("Ben Hale",)


def test_mentions_are_found_by_token():
    doc = doc_of(CLARA_MET_BEN)
    assert people_of(doc, doc[1]) == ("Clara Voss",)  # covered, not the head
    assert mention_at(doc, doc[2]) is None
    assert people_of(doc, doc[2]) == ()


def test_each_person_has_a_span_group():
    doc = doc_of(CLARA_MET_BEN, "She|PRP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1")
    assert [span.text for span in doc.spans["PERSON:Clara Voss"]] == ["Clara Voss", "She"]


def test_nobody_is_found_where_nobody_is_named():
    doc = doc_of("It|PRP|nsubj|1 rained|VBD|root|0 ~.|.|punct|-1")
    assert doc._.people == doc._.mentions == doc._.speakers == ()


def test_a_film_said_once_is_not_she():
    doc = doc_of(
        CLARA_MET_BEN,
        "Then|RB|advmod|1 came|VBD|root|0 Ophelion|NNP|nsubj|-1|P ~.|.|punct|-2",
        "She|PRP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "She") == ("Clara Voss",)


BEN_HALE_LIFE = (
    "Ben|NNP|root|0|P Hale|NNP|flat|-1|p ~,|,|punct|2 1925|CD|nmod|-3 ~–|SYM|punct|1 ~2008|CD|nmod|-2 ¶|_SP|dep|-1"
)
HE_WEPT = "He|PRP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1"


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("died|VBD|root|0", ("Ben Hale",)), ("sang|VBD|root|0", ("Adam Voss",))],
)
def test_a_life_goes_on_with_its_subject_after_the_death_of_another(verb, expected):
    doc = doc_of(BEN_HALE_LIFE, f"Adam|NNP|nsubj|2|P Voss|NNP|flat|-1|p {verb} ~.|.|punct|-1", HE_WEPT)
    assert people(doc, "He") == expected


def test_where_somebody_comes_from_describes_them():
    doc = doc_of(CLARA_MET_BEN, "The|DT|det|1 Welshman|NNP|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1")
    assert people(doc, "The Welshman") == ("Ben Hale",)


def _dated(name, born, died):
    return (
        f"{name}|NNP|nsubj|7|P Hale|NNP|flat|-1|p (|-LRB-|punct|1 ~{born}|CD|nmod|-3 ~–|SYM|punct|1 ~{died}|CD|nmod|-2"
        " ~)|-RRB-|punct|-3 sang|VBD|root|0 ~.|.|punct|-1"
    )


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (("1798", "1863"), ["Ben Hale", "Ben Hale"]),
        (("1761", "1817"), ["Ben Hale"]),
    ],
)
def test_years_of_life_tell_father_and_son_apart(years, expected):
    assert names(doc_of(_dated("Ben", "1761", "1817"), _dated("Ben", *years))) == expected


def test_child_whose_years_open_a_line_is_not_the_parent_told_before_the_list():
    doc = doc_of(
        "Ada|NNP|nsubj|1|P married|VBD|root|0 Ben|NNP|obj|-1|P Hale|NNP|flat|-1|p ~:|:|punct|-3",
        "Ben|NNP|root|0|P Hale|NNP|flat|-1|p (|-LRB-|punct|1 ~1761|CD|nmod|-3 ~–|SYM|punct|1 ~1817|CD|nmod|-2"
        " ~)|-RRB-|punct|-3",
    )
    assert names(doc).count("Ben Hale") == 1
    doc._.items = ((5, len(doc)),)
    Coreference()(doc)
    assert names(doc).count("Ben Hale") == 2


def test_name_inside_a_rank_is_nobody_else():
    doc = doc_of(
        "Hugh|NNP|nsubj|7|P Scott|NNP|flat|-1|p ~,|,|punct|2 1st|JJ|amod|1 Baron|NNP|appos|-4|P Scott|NNP|flat|-1|p "
        "~,|,|punct|-2 sang|VBD|root|0 ~.|.|punct|-1"
    )
    assert names(doc) == ["Hugh Scott, 1st Baron Scott"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Morne|NNP|nmod|-2", ["Hugh III of Morne"]), ("late|RB|nmod|-2", ["Hugh III"])],
)
def test_a_single_name_keeps_the_place_it_is_told_by(place, expected):
    doc = doc_of(f"Hugh|NNP|nsubj|4|P III|NNP|flat|-1|p of|IN|case|1 {place} sang|VBD|root|0 ~.|.|punct|-1")
    assert names(doc) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Elector|NNP|appos|-3|p of|IN|case|1 Morne|NNP|nmod|-2|L wept|VBD|root|0", "Ben Hale"),
        ("Bishop|NNP|appos|-3|p then|RB|advmod|2 suddenly|RB|advmod|1 wept|VBD|root|0", "Ben Hale"),
        ("Jr.|NNP|appos|-3|p then|RB|advmod|2 suddenly|RB|advmod|1 wept|VBD|root|0", "Ben Hale Jr."),
    ],
)
def test_a_rank_behind_a_comma_is_no_part_of_a_name(rest, expected):
    doc = doc_of(f"Ben|NNP|nsubj|6|P Hale|NNP|flat|-1|p ~,|,|punct|1|p {rest}")
    assert [person.name for person in doc._.people] == [expected]


def test_a_dash_between_blanks_parts_two_names():
    doc = doc_of("Ann|NNP|nsubj|4|P Roe|NNP|flat|-1|p -|:|punct|-2|p Ben|NNP|flat|-3|p sang|VBD|root|0 ~.|.|punct|-1")
    assert names(doc) == ["Ann Roe"]


def test_a_title_keeps_the_rank_of_its_bearer():
    doc = doc_of(
        "Sir|NNP|nmod:desc|1|P Ben|NNP|root|0|p Hale|NNP|flat|-1|p ~,|,|punct|2 1st|JJ|amod|1 Baronet|NNP|appos|-4 ¶|_SP|dep|-1",
        "Hale|NNP|nsubj|1|P sang|VBD|root|0 ~.|.|punct|-1",
        body=len("Sir Ben Hale, 1st Baronet\n\n"),
    )
    assert names(doc) == ["Ben Hale, 1st Baronet"]


BOTH = ("Ben Hale", "Clara Voss")
MARRIED = "Clara|NNP|nsubj|5|P Voss|NNP|flat|-1|p and|CC|cc|1 Ben|NNP|conj|-3|P Hale|NNP|flat|-1|p married|VBD|root|0 ~.|.|punct|-1"
TIED = "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p tied|VBD|root|0 the|DT|det|1 knot|NN|obj|-2 with|IN|case|1 Ben|NNP|obl|-4|P Hale|NNP|flat|-1|p ~.|.|punct|-6"


@pytest.mark.parametrize("wedding", [MARRIED, TIED])
@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("The|DT|det|1 Hales|NNPS|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1", "The Hales", BOTH),
        ("The|DT|det|1 Roes|NNPS|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1", "The Roes", ()),  # nobody bears the name
        (
            "The|DT|det|3 newly|RB|advmod|2 ~-|HYPH|punct|-1 ~weds|NNS|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1",
            "The newly-weds",
            BOTH,
        ),
        (
            "Husband|NN|nsubj:pass|4 and|CC|cc|1 wife|NN|conj|-2 were|VBD|aux:pass|1 reconciled|VBN|root|0 ~.|.|punct|-1",
            "Husband and wife",
            BOTH,
        ),
        (
            "The|DT|det|1 singer|NN|nsubj|4 and|CC|cc|2 the|DT|det|1 actor|NN|conj|-3 parted|VBD|root|0 ~.|.|punct|-1",
            "The singer",
            BOTH,
        ),
        (  # Ben may be one of them, Clara neither
            "The|DT|det|1 king|NN|nsubj|4 and|CC|cc|2 the|DT|det|1 duke|NN|conj|-3 parted|VBD|root|0 ~.|.|punct|-1",
            "The king",
            ("Ben Hale",),
        ),
    ],
)
def test_a_couple_is_meant_by_its_name_or_by_what_both_are(wedding, sentence, text, expected):
    assert tuple(sorted(people(doc_of(wedding, sentence), text))) == expected


@pytest.mark.parametrize(("title", "name"), [("Ben T. Hale", "Ben Tyler Hale"), ("Ben Titus Hale", "Ben Titus Hale")])
def test_a_person_is_shown_by_the_name_that_writes_out_most(title, name):
    first, middle, last = title.split()
    doc = doc_of(
        f"{first}|NNP|root|0|P {middle}|NNP|flat|-1|p {last}|NNP|flat|-2|p ¶|_SP|dep|-1",
        f"Ben|NNP|nsubj|3|P {'Tyler' if '.' in middle else 'T.'}|NNP|flat|-1|p Hale|NNP|flat|-2|p sang|VBD|root|0 ~.|.|punct|-1",
        body=len(f"{title}\n\n"),
    )
    assert names(doc) == [name]


def test_a_family_is_the_couple_of_whom_both_bear_the_name():
    doc = doc_of(
        "Ada|NNP|nsubj|5|P Hale|NNP|flat|-1|p and|CC|cc|1 Max|NNP|conj|-3|P Hale|NNP|flat|-1|p married|VBD|root|0 ~.|.|punct|-1",
        "Max|NNP|nsubj|5|P Hale|NNP|flat|-1|p and|CC|cc|1 Eva|NNP|conj|-3|P Roe|NNP|flat|-1|p married|VBD|root|0 ~.|.|punct|-1",
        "The|DT|det|1 Hales|NNPS|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1",
    )
    assert tuple(sorted(people(doc, "The Hales"))) == ("Ada Hale", "Max Hale")


def test_two_couples_of_one_name_are_not_the_family():
    doc = doc_of(
        MARRIED,
        "Ada|NNP|nsubj|5|P Roe|NNP|flat|-1|p and|CC|cc|1 Max|NNP|conj|-3|P Hale|NNP|flat|-1|p married|VBD|root|0 ~.|.|punct|-1",
        "The|DT|det|1 Hales|NNPS|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "The Hales") == ()


GUY_ROE = "Guy|NNP|nsubj|2|P Roe|NNP|flat|-1|p danced|VBD|root|0 ~.|.|punct|-1"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a common word that is a name of the document, where it stands as names do
        ("Guy|NN|nsubj|1 slept|VBD|root|0 ~.|.|punct|-1", ["name"]),
        ("Guy|NN|nsubj|3 and|CC|cc|1 Jane|NNP|conj|-2|P wed|VBD|root|0 ~.|.|punct|-1", ["name"]),
        ("Roes|NNS|nsubj|1 burnt|VBD|root|0 a|DT|det|1 Guy|NN|obj|-2 ~.|.|punct|-3", []),
    ],
)
def test_a_common_word_is_a_name_only_where_it_stands_as_one(sentence, expected):
    doc = doc_of(GUY_ROE, sentence)
    assert [each.kind for each in doc._.mentions if each.start > 3 and each.people == ("Guy Roe",)] == expected


UNA_ROE = (
    "Una|NNP|nsubj|2|P Roe|NNP|flat|-1|p danced|VBD|root|0 ~.|.|punct|-1",
    "Una|NNP|nsubj|1|P sang|VBD|root|0 ~.|.|punct|-1",
    "Una|NNP|nsubj|1|P slept|VBD|root|0 ~.|.|punct|-1",
)


@pytest.mark.parametrize(
    ("sentence", "is_she"),
    [
        ("Max|NNP|nsubj|1 split|VBD|root|0 from|IN|case|1 Una|NNP|obl|-2|L ~.|.|punct|-3", True),
        ("Max|NNP|nsubj|1 slept|VBD|root|0 in|IN|case|1 Una|NNP|obl|-2|L ~.|.|punct|-3", False),
        ("Max|NNP|nsubj|1 fled|VBD|root|0 from|IN|case|1 Leeds|NNP|obl|-2|L ~.|.|punct|-3", False),
        ("Max|NNP|nsubj|1 left|VBD|root|0 with|IN|case|1 Una|NNP|obl|-2|L Roe|NNP|flat|-1|l ~.|.|punct|-4", True),
    ],
)
def test_a_place_of_the_name_by_which_somebody_is_often_called_is_that_person(sentence, is_she):
    doc = doc_of(*UNA_ROE, sentence)
    last = [each for each in doc._.mentions if each.start >= doc[-4].i and each.people == ("Una Roe",)]
    assert bool(last) == is_she


LIVED_IN_MORNE = "Una|NNP|nsubj|2|P Roe|NNP|flat|-1|p lived|VBD|root|0 in|IN|case|1 Morne|NNP|obl|-2|L ~.|.|punct|-3"


@pytest.mark.parametrize(
    ("before", "noun", "expected"),
    [
        (LIVED_IN_MORNE, "lawyer", ["Una Roe"]),
        (LIVED_IN_MORNE, "widow", ["Morne", "Una Roe"]),  # whom somebody can be widow of
        ("Una|NNP|nsubj|2|P Morne|NNP|flat|-1|p slept|VBD|root|0 ~.|.|punct|-1", "lawyer", ["Una Morne"]),
        ("Una|NNP|nsubj|2|P Roe|NNP|flat|-1|p slept|VBD|root|0 ~.|.|punct|-1", "lawyer", ["Morne", "Una Roe"]),
    ],
)
def test_a_name_that_is_a_place_elsewhere_is_nobody(before, noun, expected):
    sentence = f"The|DT|det|1 {noun}|NN|nsubj|3 of|IN|case|1 Morne|NNP|nmod|-2|P wept|VBD|root|0 ~.|.|punct|-1"
    doc = doc_of(before, sentence)
    assert sorted(person.name for person in doc._.people if not person.unnamed) == expected


def test_a_nickname_alone_is_its_bearer():
    doc = doc_of(
        "Ned|NNP|nsubj|5|P '|``|punct|1|p ~Rocket|NNP|flat|-2|p ~'|''|punct|-1|p Roe|NNP|flat|-4|p danced|VBD|root|0",
        "Ada|NNP|nsubj|1|P left|VBD|root|0 Rocket|NNP|obj|-1 ~.|.|punct|-2",
    )
    assert people(doc, "Rocket") == ("Ned 'Rocket' Roe",)


def test_a_daughter_is_not_her_mother_with_a_longer_first_name():
    doc = doc_of(
        "Kate|NNP|nsubj|2|P Voss|NNP|flat|-1|p rang|VBD|root|0 her|PRP$|nmod:poss|1 mother|NN|obj|-2"
        " Kathleen|NNP|appos|-1|P May|NNP|flat|-1|p Voss|NNP|flat|-2|p ~.|.|punct|-6",
        "Kate|NNP|nsubj|1|P slept|VBD|root|0 ~.|.|punct|-1",
    )
    assert names(doc) == ["Kate Voss", "Kathleen May Voss"]
    assert people(doc, "Kate") == ("Kate Voss",)


def test_whom_something_is_done_to_is_not_who_does_it():
    doc = doc_of(
        "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p kissed|VBD|root|0 Ben|NNP|obj|-1|P Hale|NNP|flat|-1|p ~.|.|punct|-3",
        "Clara|NNP|nsubj|1|P exchanged|VBD|root|0 vows|NNS|obj|-1 with|IN|case|2 the|DT|det|1 actor|NN|nmod|-3 ~.|.|punct|-5",
    )
    assert people(doc, "the actor") != ("Clara Voss",)


def born(name, year):
    return f"{name} was|VBD|aux:pass|1 born|VBN|root|0 in|IN|case|1 {year}|CD|obl|-2 ~.|.|punct|-3"


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("1841", ["Max", "Max Roe"]),  # born a generation later: another Max
        ("1813", ["Max Roe"]),  # sources differ by a year: one Max
    ],
)
def test_two_births_are_two_people(year, expected):
    doc = doc_of(born("Max|NNP|nsubj:pass|3|P Roe|NNP|flat|-1|p", "1812"), born("Max|NNP|nsubj:pass|2|P", year))
    assert names(doc) == expected


@pytest.mark.parametrize(
    ("possessor", "expected"),
    [
        ("Their|PRP$|nmod:poss|1", ["Ben Hale", "Clara", "Clara Voss"]),
        ("The|DT|det|1", ["Ben Hale", "Clara Voss"]),  # nobody's daughter is told
    ],
)
def test_a_daughter_is_none_of_the_two_who_may_be_her_parents(possessor, expected):
    wept = f"{possessor} daughter|NN|nsubj|2 Clara|NNP|appos|-1|P wept|VBD|root|0 ~.|.|punct|-1"
    assert names(doc_of(MARRIED, wept)) == expected


def test_a_title_tells_two_of_one_family_name_apart(nlp):
    doc = nlp("Dr. Peter Voss wept when Miss Clara Voss left. Miss Voss sang. Dr. Voss died.")
    named = [(doc[each.start : each.end].text, each.people) for each in doc._.mentions if each.kind == "name"]
    assert named[2:] == [("Miss Voss", ("Clara Voss",)), ("Dr. Voss", ("Peter Voss",))]


def test_two_who_wed_are_husband_and_wife_to_what_follows():
    doc = doc_of(
        CLARA_MET_BEN,
        "The|DT|det|1 two|CD|nsubj|1 wed|VBD|root|0 ~.|.|punct|-1",
        "Clara|NNP|nsubj|1|P met|VBD|root|0 Max|NNP|obj|-1|P Roe|NNP|flat|-1|p ~.|.|punct|-3",
        "Her|PRP$|nmod:poss|1 husband|NN|nsubj|1 wept|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "Her husband") == ("Ben Hale",)


@pytest.mark.parametrize(("thing", "expected"), [("son", ("Ben Hale", "Clara Voss")), ("car", ("Eve Foe", "Max Roe"))])
def test_two_who_have_a_child_together_are_a_couple_to_what_follows(thing, expected):
    doc = doc_of(
        "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p shares|VBZ|root|0 "
        f"a|DT|det|1 {thing}|NN|obj|-2 with|IN|case|1 Ben|NNP|obl|-4|P Hale|NNP|flat|-1|p ~.|.|punct|-6",
        "Max|NNP|nsubj|2|P Roe|NNP|flat|-1|p saw|VBD|root|0 Eve|NNP|obj|-1|P Foe|NNP|flat|-1|p ~.|.|punct|-3",
        "The|DT|det|1 couple|NN|nsubj|1 parted|VBD|root|0 ~.|.|punct|-1",
    )
    assert tuple(sorted(people(doc, "The couple"))) == expected


def test_the_former_couple_are_those_who_parted():
    doc = doc_of(
        "Clara|NNP|nsubj|5|P Voss|NNP|flat|-1|p and|CC|cc|2 husband|NN|conj|-3 Ben|NNP|appos|-1|P danced|VBD|root|0 ~.|.|punct|-1",
        "Her|PRP$|nmod:poss|2 ex|NN|compound|1 husband|NN|nsubj|3 Carl|NNP|appos|-1|P Roe|NNP|flat|-1|p called|VBD|root|0"
        " Clara|NNP|obj|-1|P and|CC|cc|1 Ben|NNP|conj|-2|P ~.|.|punct|-4",
        "The|DT|det|2 former|JJ|amod|1 couple|NN|nsubj|1 laughed|VBD|root|0 ~.|.|punct|-1",
    )
    assert people(doc, "The former couple") == ("Clara Voss", "Carl Roe")


@pytest.mark.parametrize(("noun", "expected"), [("husband", ["Ben Hale", "Clara Voss"]), ("brother", [])])
def test_a_couple_told_of_long_ago_is_meant_where_there_is_one_only(noun, expected):
    doc = doc_of(
        f"Clara|NNP|nsubj|1|P rang|VBD|root|0 her|PRP$|nmod:poss|1 {noun}|NN|obj|-2 Ben|NNP|appos|-1|P Hale|NNP|flat|-1|p ~.|.|punct|-5",
        "Clara|NNP|nsubj|2|P Voss|NNP|flat|-1|p slept|VBD|root|0 ~.|.|punct|-1",
        *["It|PRP|nsubj|1 rained|VBD|root|0 ~.|.|punct|-1"] * 6,
        "The|DT|det|1 couple|NN|nsubj|1 danced|VBD|root|0 ~.|.|punct|-1",
    )
    assert sorted(people(doc, "The couple")) == expected


def bearers(nlp, title, text, word):
    """Whom each mention of a word means, in a document with a title."""
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    known = {person.key: person.name for person in doc._.people}
    found = [mention_at(doc, token) for token in doc if token.text == word and token.idx >= doc._.body]
    return [known[mention.people[0]] for mention in found]


def test_a_king_is_called_by_his_first_name_in_his_own_life(nlp):
    text = "OTTO II was a king. He was named after his grandfather, Otto I. In 972 Otto married Ada."
    assert bearers(nlp, "Otto II of Morne", text, "Otto") == ["Otto I", "Otto II of Morne"]


def test_a_child_with_years_of_life_is_no_king_of_the_name(nlp):
    text = "JOHN ROE served King Otto IV. They had two sons:\n\n-   Otto (1622–1644)\n-   Max (1626–1712)\n"
    assert bearers(nlp, "John Roe", text, "Otto") == ["King Otto IV", "Otto"]


def test_a_son_called_junior_is_not_his_father(nlp):
    text = "JOHN ROE was a baker. Roe married Ada Poe in 1920. Their son, John Roe Jr., was a smith."
    assert bearers(nlp, "John Roe", text, "John") == ["John Roe Jr."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Senator Carl Roe spoke. Ada Poe came with Carl Roe Jr. on Tuesday. Carl Roe left.",
            ["Carl Roe", "Carl Roe Jr.", "Carl Roe"],
        ),
        ("Ada Poe came with Carl Roe Jr. on Tuesday. Carl Roe spoke.", ["Carl Roe Jr.", "Carl Roe"]),
        ("Ada Poe came with Carl Roe Jr. on Tuesday. Roe spoke.", ["Carl Roe Jr.", "Carl Roe Jr."]),
    ],
)
def test_full_name_with_junior_and_the_same_without_it_are_father_and_son(nlp, text, names):
    assert bearers(nlp, "", text, "Roe") == names


def test_life_of_a_junior_may_leave_it_out(nlp):
    text = "Carl Roe Jr. (born 3 May 1950) is a pianist. Carl Roe married Ada Poe in 1970."
    assert set(bearers(nlp, "Carl Roe Jr.", text, "Roe")) == {"Carl Roe Jr."}


def test_a_father_is_not_the_son_who_is_told_of_as_junior(nlp):
    text = "Carl Roe left with his fiancée Ada Poe and their son Carl Jr. on Tuesday. Carl wore a hat."
    assert bearers(nlp, "", text, "Carl") == ["Carl Roe", "Carl Jr.", "Carl Roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ben Hale hit Clara Hale. Clara's sister wept. Hale ran.", "Ben Hale"),
        ("Ben Hale hit Clara Voss. Clara's sister wept. Voss ran.", "Clara Voss"),
        ("Ben Hale ran. He was a son of Carl Hale, a baker, and Eva Hale. Hale sang.", "Ben Hale"),
        ("Ben Hale, 40, and his wife parted. Mrs Hale, 38, stayed. Hale ran.", "Ben Hale"),
        ("Ben Hale ran. Carl Hale stayed. Hale sang.", "Carl Hale"),  # of two, the one named last
    ],
)
def test_whom_a_bare_family_name_means(nlp, text, expected):
    doc = nlp(text)
    last = [each for each in doc._.mentions if each.kind == "name"][-1]
    assert last.people == (expected,)


@pytest.mark.parametrize(("title", "expected"), [("Mrs. Roe", "Mrs. Roe"), ("Roe", "Carl Roe")])
def test_mrs_with_his_family_name_is_no_child_of_the_man_whose_life_it_is(nlp, title, expected):
    text = "Carl Roe (1850-1920) was a banker. They had two children, Lincoln and Clara. {} died. Lincoln Roe flew."
    doc = nlp(text.format(title))
    (last,) = (each for each in doc._.mentions if doc[each.end].text == "died")
    assert last.people == (expected,)


def test_she_who_was_divorced_from_him_is_his_wife(nlp):
    doc = nlp("Clara Voss had a child, Mary, who married in 1869 Albert Hale, from whom she was divorced in 1880.")
    assert people(doc, "she") == ("Mary",)


def test_we_are_no_couple_that_is_told_of_later(nlp):
    doc = nlp('Ben Hale laughed. "We need no paper," he said. Hale and Clara Voss sang. Hale and Voss danced.')
    assert people(doc, "We") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clara Voss had a niece, Mary, daughter of her brother Ben.", ("Clara Voss",)),
        ("Clara Voss had a niece, Mary, the wife of her cousin Ben.", ("Mary",)),
    ],
)
def test_a_daughter_of_her_brother_is_not_she(nlp, text, expected):
    assert people(nlp(text), "her") == expected


def test_a_woman_with_a_mans_pen_name_is_she_of_her_life(nlp):
    text = (
        "George Voss was a novelist. Born Clara Hale in 1804, she left home. She wed Ben Poe. Voss wept when she wrote."
    )
    doc = parse(nlp, Document(id="d", source="d.txt", title="George Voss", text=text))
    assert people(doc, "she") == people(doc, "She") == people(doc, "Clara Hale") == ("George Voss",)


def test_a_name_at_birth_is_of_the_one_whom_the_sentence_before_opens(nlp):
    assert names(nlp("Clara Voss was a singer. Born Ada Foe in 1804, she wept.")) == ["Clara Voss"]
    assert names(nlp("The wedding of Clara Voss was small. Born Ada Foe in 1804, she sang.")) == [
        "Ada Foe",
        "Clara Voss",
    ]


@pytest.mark.parametrize(
    ("text", "is_read"),
    [("Clara Voss was born in 1850.", True), ("Clara Voss\nShe was born in 1850.", False), ("Clara Voss", False)],
)
def test_a_title_is_read_beside_a_text_that_only_begins_with_it(nlp, text, is_read):
    doc = parse(nlp, Document(id="d", source="d.txt", title="Clara Voss", text=text))
    assert (doc._.body > 0) == is_read


@pytest.mark.parametrize(
    ("clause", "she"),
    [
        ("Her two children, Mia, 27, and Ben, 25, whom she shares with Tom Hale, came.", "Eva Roe"),
        ("Her children, Ben, 25, and Mia, 27, who she shares with her ex-husband Tom Hale, came.", "Eva Roe"),
        ("Her daughter Mia Hale, who wed Tom Orr, from whom she was divorced in 2010, came.", "Mia Hale"),
    ],
)
def test_who_shares_the_children_is_none_of_them(nlp, clause, she):
    doc = nlp(f"Eva Roe lives in York. {clause}")
    (mention,) = [each for each in doc._.mentions if doc[each.start].lower_ == "she"]
    assert mention.people == (she,)


def test_children_may_be_told_to_be_what_nobody_is(nlp):
    doc = nlp("Ada Roe and Ben Poe parted in May. Their biggest concern is their children.")
    theirs = [each.people for each in doc._.mentions if doc[each.start].text == "Their"]
    assert [set(each) for each in theirs] == [{"Ada Roe", "Ben Poe"}]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Henry Corlan, 2nd Viscount Ambery", "Ambery"),  # a peer is called by the title
        ("Henry Corlan, 1st Viscount Ambery (second creation)", "Ambery"),
        (
            "Henry Bouverie St Clere-Morne",
            "St Clere-Morne",
        ),  # a family name of two words is nobody's first name and family name
    ],
)
def test_life_goes_on_with_its_subject_by_a_title_or_a_family_name_of_two_words(nlp, title, bare):
    full = title.partition(" (")[0]
    son, daughter = full.replace("Henry", "John"), full.partition(",")[0].replace("Henry Bouverie", "Ada")
    text = f"{full.upper()} (1801-1870) was a politician.\n\n{bare} was born in 1801, the son"
    text += f" of Sir Carl {bare}, 4th Baronet and Ada Poole.\n\n{bare} married Eva Lenz. They had two children:"
    text += f"\n\n-   {son} (1831–1900)\n-   {daughter} (1833–1901)\n\nIn 1840 {bare} moved to Leeds."
    doc = parse(nlp, Document(id="d", source="d.txt", title=title, text=text))
    last = max(token.i for token in doc if token.text == bare.split("-")[-1].split()[-1])
    assert people_of(doc, doc[last]) == (full,)


def test_title_of_two_told_of_is_neither_of_them(nlp):
    text = "Ada Poole met Henry Corlan, 2nd Viscount Ambery, and Carl Corlan, 3rd Viscount Ambery. Lord Ambery died."
    doc = parse(nlp, Document(id="d", source="d.txt", text=text))
    assert people_of(doc, doc[-3]) == ("Lord Ambery",)


@pytest.mark.parametrize(("called", "people"), [("called her Mary", 1), ("called for Mary", 2)])
def test_who_is_called_by_another_first_name_is_one_with_her_married_name(nlp, called, people):
    text = f"Maria Foe was born in York. She left for Paris, and her friends soon {called}. Maria Foe married Ben Poe."
    doc = nlp(f"{text} Mary Poe taught in Leeds.")
    assert len({person.key for person in doc._.people if person.name.startswith("Mar")} - {"Mary"}) == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ben Poe wed Ada Roe. Then the Emma actress left.", {"Ada Roe", "Ben Poe"}),
        ("Ben Poe wed Ada Roe. Then Ada appeared on Lorraine.", {"Ada Roe", "Ben Poe"}),
        ("Ben Poe wed Ada Roe. Then Ada relied on Lorraine.", {"Ada Roe", "Ben Poe", "Lorraine"}),
        ("Ben Poe wed Ada Roe. Then the actress Emma left.", {"Ada Roe", "Ben Poe", "Emma"}),
        ("Ben W. Poe wed Ada Roe. Ben H. W. Poe was the judge.", {"Ada Roe", "Ben W. Poe", "Ben H. W. Poe"}),
    ],
)
def test_what_somebody_played_in_is_nobody(nlp, text, expected):
    doc = nlp(text)
    assert {person.name for person in doc._.people} == expected
