import pytest

from kg.records import Judgement
from tests.resolve.sources import Source

ANN, BOB, CAL, ZOE = "Ann Lee", "Bob Ray", "Cal Fox", "Zoe Ray"


def names(timeline):
    return sorted(person.name for person in timeline.people)


def person(timeline, name):
    (found,) = [each for each in timeline.people if each.name == name]
    return found


def test_one_full_name_in_two_documents_is_one_person(told):
    timeline = told(Source("a").knows(ANN), Source("b").knows(ANN))
    assert names(timeline) == [ANN]
    assert person(timeline, ANN).sources == (("a", ANN), ("b", ANN))


def test_titles_accents_and_middle_names_make_no_other_person(told):
    timeline = told(
        Source("a").knows("José Peña"), Source("b").knows("Dr Jose Peña"), Source("c").knows("Jose M. Peña")
    )
    assert len(timeline.people) == 1


def test_other_middle_names_make_another_person(told):
    timeline = told(Source("a").knows("John Adam Roe"), Source("b").knows("John Basil Roe"))
    assert len(timeline.people) == 2


def test_a_son_is_not_his_father(told):
    assert len(told(Source("a").knows("Sam Roe"), Source("b").knows("Sam Roe Jr.")).people) == 2


def test_a_bare_first_name_never_merges_by_itself(told):
    assert len(told(Source("a").knows("Ann"), Source("b").knows("Ann")).people) == 2
    assert len(told(Source("a").knows("Ann"), Source("b").knows(ANN)).people) == 2


def test_a_surname_alone_never_merges_by_itself(told):
    assert len(told(Source("a").knows("Lee"), Source("b").knows(ANN)).people) == 2


@pytest.mark.parametrize("alone", ["Ann", "Lee"])
def test_a_single_name_joins_the_one_person_with_the_same_partner(told, alone):
    timeline = told(Source("a").says("married", ANN, BOB), Source("b").says("divorced", alone, BOB))
    assert names(timeline) == [ANN, BOB]
    assert any("acquaintance" in reason for reason in person(timeline, ANN).why)


def test_a_single_name_that_fits_two_people_stays_alone(told):
    timeline = told(
        Source("a").says("married", ANN, BOB).says("met", "Zoe Lee", BOB),
        Source("b").says("divorced", "Lee", BOB),
    )
    assert "Lee" in names(timeline)


def test_two_surnames_fit_the_one_couple_that_bears_them(told):
    timeline = told(Source("a").says("married", ANN, BOB), Source("b").says("divorced", "Lee", "Ray"))
    assert names(timeline) == [ANN, BOB]


def test_spelling_variants_with_a_partner_in_common_merge_with_a_reason(told):
    timeline = told(
        Source("a").says("separated", BOB, "Jessie Moor"),
        Source("b").says("met", BOB, "Jesse Moor"),
    )
    assert names(timeline) == [BOB, "Jessie Moor"]
    merged = person(timeline, "Jessie Moor")
    assert merged.aliases == ("Jesse Moor",)
    assert any(reason.startswith("forms of one name") for reason in merged.why)


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        ("Jessie Moor", "Jesse Moor", 2),  # nobody in common, so two people
        ("Peggy Moor", "Margaret Moor", 2),
    ],
)
def test_spelling_variants_without_anybody_in_common_stay_apart(told, one, other, people):
    assert len(told(Source("a").knows(one), Source("b").knows(other)).people) == people


@pytest.mark.parametrize("other", ["Margaret Moor", "Peggy Moor", "Meg Moor", "Margret Moor", "M. Moor"])
def test_short_forms_merge_where_the_partner_is_the_same(told, other):
    timeline = told(Source("a").says("met", BOB, "Margaret Moor"), Source("b").says("separated", BOB, other))
    assert len(timeline.people) == 2


def test_sisters_are_not_variants_of_each_other(told):
    timeline = told(
        Source("a").says("parent_of", "Eva Moor", "Maria Moor").says("parent_of", "Tom Moor", "Maria Moor"),
        Source("b").says("parent_of", "Eva Moor", "Marie Moor").says("parent_of", "Tom Moor", "Marie Moor"),
    )
    assert len(timeline.people) == 4


def test_a_married_name_belongs_to_the_wife(told):
    timeline = told(Source("a").says("married", ANN, BOB), Source("b").holds("married", "Ann Ray", BOB))
    assert len(timeline.people) == 2
    assert any(reason.startswith("a married name") for each in timeline.people for reason in each.why)


def test_a_document_that_gives_two_names_joins_them_in_all_others(told):
    timeline = told(
        Source("a").knows("Zuza Star", "Susanna Kowal"),
        Source("b").knows("Susanna Kowal"),
        Source("c").knows("Zuza Star"),
    )
    assert names(timeline) == ["Zuza Star"]
    assert person(timeline, "Zuza Star").aliases == ("Susanna Kowal",)


def test_mrs_and_the_husbands_name_is_not_the_husband(told):
    timeline = told(Source("a").knows(ANN, "Mrs Bob Ray"), Source("b").knows(BOB))
    assert names(timeline) == [ANN, BOB]


# namesakes


NAMESAKES = [
    (Source("a").says("born", ANN, when="1820"), Source("b").says("born", ANN, when="1950")),
    (Source("a").says("died", ANN, when="1890"), Source("b").says("married", ANN, BOB, when="1990")),
    (Source("a").says("born", ANN, when="1950"), Source("b").says("married", ANN, BOB, when="1850")),
    (Source("a").says("met", ANN, BOB, when="1750"), Source("b").says("met", ANN, CAL, when="1950")),
    (
        Source("a").knows(ANN, descriptors=("nun",)).says("met", ANN, BOB),
        Source("b").knows(ANN, descriptors=("drummer",)).says("met", ANN, CAL),
    ),
    (Source("a").knows(ANN, gender="female"), Source("b").knows(ANN, gender="male")),
    (Source("a").says("met", "Mrs. Bob Ray", CAL), Source("b").says("met", "Mr. Bob Ray", CAL)),
]


@pytest.mark.parametrize("sources", NAMESAKES)
def test_facts_that_cannot_be_one_life_make_two_people(told, sources):
    timeline = told(*sources)
    alike = [
        each for each in timeline.people if each.name.startswith(ANN) or each.name in ("Mrs. Bob Ray", "Mr. Bob Ray")
    ]
    assert len(alike) == 2
    assert len({each.id for each in timeline.people}) == len(timeline.people)


def test_pronouns_alone_do_not_split_who_is_told_with_the_same_people(told):
    sources = [Source(each).knows(ANN, gender=gender).knows(BOB) for each, gender in (("a", "female"), ("b", "male"))]
    assert names(told(*sources)).count(ANN) == 1


@pytest.mark.parametrize(
    "sources",
    [
        (
            Source("a").says("born", ANN, when="1950"),
            Source("b").says("born", ANN, when="1951"),
        ),  # sources err by a year
        (Source("a").says("died", ANN, when="1990"), Source("b").says("married", ANN, BOB, when="1990")),
        (
            Source("a").knows(ANN, descriptors=("nun",)).says("met", ANN, BOB),
            Source("b").knows(ANN, descriptors=("drummer",)).says("separated", ANN, BOB),
        ),
        (
            Source("a").knows(ANN, descriptors=("actress",)).says("met", ANN, BOB),
            Source("b").knows(ANN, descriptors=("singer",)).says("met", ANN, CAL),
        ),
    ],
)
def test_facts_that_can_be_one_life_make_one_person(told, sources):
    assert names(told(*sources)).count(ANN) == 1


def test_a_misread_date_does_not_split_who_has_the_same_family(told):
    sources = [
        Source(each).says("died", ANN, when=day).says("parent_of", ANN, ZOE)
        for each, day in (("a", "2006"), ("b", "2020"))
    ]
    assert names(told(*sources)).count(ANN) == 1


def test_father_and_son_of_one_name_have_the_same_family_and_stay_two(told):
    sources = [
        Source(each).says("born", ANN, when=day).says("met", ANN, BOB) for each, day in (("a", "1861"), ("b", "1919"))
    ]
    assert names(told(*sources)) == [f"{ANN} (born 1861)", f"{ANN} (born 1919)", BOB]


def test_two_namesakes_in_one_document_stay_two(told):
    timeline = told(Source("a").says("met", ANN, BOB).says("met", f"{ANN} [2]", CAL))
    assert names(timeline).count(ANN) == 2


def test_a_third_document_joins_the_namesake_whose_partner_it_knows(told):
    timeline = told(
        Source("a").says("met", ANN, BOB).says("met", f"{ANN} [2]", CAL), Source("b").says("separated", ANN, CAL)
    )
    joined = next(each for each in timeline.people if ("b", ANN) in each.sources)
    assert ("a", f"{ANN} [2]") in joined.sources


# judgements


def verdict(kind, *names, document=None):
    return Judgement(id=f"{kind} {names}", verdict=kind, names=names, document=document)


def test_a_person_may_judge_two_names_the_same(told):
    sources = Source("a").knows("Ann"), Source("b").knows(ANN)
    assert names(told(*sources, judgements=[verdict("same", "Ann", ANN)])) == [ANN]


def test_a_person_may_judge_two_names_different(told):
    sources = Source("a").says("separated", BOB, "Jessie Moor"), Source("b").says("met", BOB, "Jesse Moor")
    judged = told(*sources, judgements=[verdict("different", "Jessie Moor", "Jesse Moor")])
    assert names(judged) == [BOB, "Jesse Moor", "Jessie Moor"]


def test_one_document_may_be_judged_to_mean_a_namesake(told):
    sources = [Source(each).knows(ANN) for each in "abc"]
    timeline = told(*sources, judgements=[verdict("different", ANN, ANN, document="b")])
    assert sorted(len(each.sources) for each in timeline.people) == [1, 2]


def test_judging_twice_changes_nothing(told):
    sources, judged = (Source("a").knows("Ann"), Source("b").knows(ANN)), [verdict("same", "Ann", ANN)]
    assert told(*sources, judgements=judged) == told(*sources, judgements=judged * 2)


# names


def test_the_fullest_name_that_most_documents_give_is_the_name(told):
    timeline = told(Source("a").knows("Ann M. Lee"), Source("b").knows(ANN), Source("c").knows(ANN))
    assert person(timeline, ANN).aliases == ("Ann M. Lee",)


def test_people_who_are_only_described_stay_in_their_document(told):
    wife = "wife of Bob Ray (unnamed)"
    timeline = told(Source("a").knows(wife, unnamed=True), Source("b").knows(wife, unnamed=True))
    assert [each.unnamed for each in timeline.people] == [True, True]
    assert len({each.id for each in timeline.people}) == 2


def scores(timeline, name):
    return [float(reason.rpartition("(")[2].rstrip(")")) for reason in person(timeline, name).why]


def test_every_acquaintance_in_common_halves_the_doubt(told):
    alone = scores(told(Source("a").knows(ANN), Source("b").knows(ANN)), ANN)
    known = scores(told(Source("a").says("met", ANN, BOB), Source("b").says("met", ANN, BOB)), ANN)
    assert (alone, known) == ([0.9], [0.95])


# namesakes whom a document tells apart


def twins(name="a", **facts):
    """A document that knows two people called Ann Lee, an actress and a nun."""
    source = Source(name).knows(ANN, descriptors=("actress",)).knows(f"{ANN} [2]", descriptors=("nun",))
    return source.says("met", ANN, BOB).says("met", f"{ANN} [2]", CAL)


def test_namesakes_are_named_by_what_they_do(told):
    assert names(told(twins())) == ["Ann Lee (actress)", "Ann Lee (nun)", BOB, CAL]


def test_namesakes_are_named_by_the_years_of_their_lives(told):
    source = Source("a").says("born", ANN, when="1861-05-01").says("died", ANN, when="1899")
    source = source.says("born", f"{ANN} [2]", when="1919").says("died", f"{ANN} [2]", when="1919")
    assert names(told(source)) == [f"{ANN} (1861–1899)", f"{ANN} (1919)"]


@pytest.mark.parametrize("when", [None, "1919/1921", "1919~"])
def test_of_namesakes_nobody_is_named_by_years_where_one_has_none(told, when):
    source = Source("a").says("born", ANN, when="1861").says("born", f"{ANN} [2]", when=when)
    assert names(told(source)) == [ANN, ANN]


def test_of_two_namesakes_a_calling_tells_which_is_meant(told):
    timeline = told(twins(), Source("b").knows(ANN, descriptors=("nun",)))
    assert ("b", ANN) in person(timeline, "Ann Lee (nun)").sources


def test_of_two_namesakes_neither_is_meant_without_a_sign(told):
    assert len([name for name in names(told(twins(), Source("b").knows(ANN))) if name.startswith(ANN)]) == 3


def test_who_is_not_the_one_namesake_is_the_other(told):
    second = Source("b").says("separated", ANN, BOB).knows(f"{ANN} [2]")
    timeline = told(twins(), second)
    assert ("b", f"{ANN} [2]") in person(timeline, "Ann Lee (nun)").sources


def test_a_child_is_no_namesake_of_a_grown_up(told):
    timeline = told(
        Source("a", "1926-11-22").says("parent_of", "Sam Roe", ZOE),
        Source("b", "1975-05-01").says("born", "Sam Roe", when="1919-06-30"),
    )
    assert names(timeline).count("Sam Roe") == 2


def test_nobody_is_named_before_they_were_born(told):
    timeline = told(
        Source("a", "1950-01-01").knows("Sam Roe"), Source("b", "2020-05-01").says("born", "Sam Roe", when="1980")
    )
    assert names(timeline).count("Sam Roe") == 2


# names of one document


def test_a_wife_and_her_married_name_in_one_document_are_one(told):
    timeline = told(Source("a").says("married", ANN, BOB).says("died", "Ann Ray", when="1990"))
    assert names(timeline) == [ANN, BOB]


@pytest.mark.parametrize(
    "source",
    [
        Source("a").says("married", ANN, BOB).says("parent_of", BOB, "Ann Ray"),  # his daughter
        Source("a").says("married", ANN, BOB).says("met", ANN, "Ann Ray"),  # told of with her
        Source("a").says("met", ANN, CAL).says("died", "Ann Ray"),  # nobody of that surname
        Source("a")
        .says("married", ANN, BOB)
        .says("parent_of", "Eva Moor", BOB)
        .says("parent_of", "Eva Moor", "Ann Ray"),  # his sister
    ],
)
def test_others_who_bear_the_husbands_name_are_not_his_wife(told, source):
    assert "Ann Ray" in names(told(source))


def test_an_initial_alone_needs_somebody_known_well(told):
    company = Source("a").knows("Joan Odell").knows(BOB).knows(CAL), Source("b").knows("J. Odell").knows(BOB).knows(CAL)
    assert len(told(*company).people) == 4
    well = Source("a").says("met", "Joan Odell", BOB), Source("b").says("met", "J. Odell", BOB)
    assert len(told(*well).people) == 2


def test_a_man_is_not_the_woman_whose_initial_he_has(told):
    timeline = told(Source("a").says("met", "Joan Odell", BOB), Source("b").says("met", "Mr. J. Odell", BOB))
    assert len(timeline.people) == 3


def test_who_somebody_is_tells_who_their_acquaintances_are(told):
    """Lucian is Lucian Roe by his sister; so his wife Sybil Roe is the Sybil Crane whom Lucian married."""
    timeline = told(
        Source("a").holds("married", "Lucian Roe", "Sybil Roe").says("sibling_of", "Lucian Roe", ZOE),
        Source("b").says("married", "Lucian", "Sybil Crane").says("sibling_of", "Lucian", ZOE),
    )
    assert len(timeline.people) == 3


def test_a_daughter_who_bears_her_grandmothers_name_is_not_her(told):
    timeline = told(
        Source("a").says("parent_of", "Helen Roe", ANN).says("met", ANN, BOB),
        Source("b").says("parent_of", ANN, "Helen").says("met", ANN, BOB),
    )
    assert {"Helen", "Helen Roe"} <= set(names(timeline))


def test_a_daughter_misread_once_as_her_fathers_partner_is_still_his_daughter(told):
    misread = Source("b").says("separated", "Zoe", BOB).says("parent_of", BOB, "Zoe")
    daughter = Source("a").says("parent_of", BOB, ZOE)
    assert names(told(daughter, misread)) == [BOB, ZOE]
    assert names(told(daughter, Source("b").says("separated", "Zoe", BOB))) == [BOB, "Zoe", ZOE]


def test_who_a_grandfather_is_tells_who_his_son_is_and_that_who_the_grandson_is(told):
    full = Source("a").says("married", "Dan Ray", ANN).says("parent_of", "Dan Ray", "Max Ray")
    short = Source("b").says("married", "Dan", ANN).says("parent_of", "Dan", "Max").says("parent_of", "Max", "Tim")
    timeline = told(full.says("parent_of", "Max Ray", "Tim"), short)
    assert names(timeline) == [ANN, "Dan Ray", "Max Ray", "Tim"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Otto I of Marl", "Otto IV of Marl"),
        ("King Otto II of Marl", "Otto II of Brenne"),
        ("Queen Elizabeth", "Queen Elizabeth"),
        ("Otto III", "Pope Otto III"),
        ("Infanta of Marl", "Infanta Isabel of Marl"),
        ("Duke of Marl", "Duke of Marl"),
        ("Ben H. W. Roe", "Ben W. Roe"),
        ("Anna-Marie", "Anna-Marie"),
    ],
)
def test_names_that_many_bear_are_not_one_person_in_two_undated_documents(told, one, other):
    assert len(told(Source("a").knows(one), Source("b").knows(other)).people) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Otto II of Marl", "King Otto II of Marl"),
        ("Otto XIV", "King Otto XIV"),
        ("Ben H. W. Roe", "Ben H. Roe"),
        ("Lord Marl", "Lord Marl"),
    ],
)
def test_names_that_few_bear_are_one_person(told, one, other):
    assert len(told(Source("a").knows(one), Source("b").knows(other)).people) == 1


def test_a_king_known_by_his_number_alone_is_told_by_his_queen_or_by_the_news_of_his_time(told):
    wed, widowed = Source("a").says("married", "Otto II", ANN), Source("b").says("widowed", ANN, "King Otto II of Marl")
    assert len(told(wed, widowed).people) == 2
    dated = Source("a", "2001-02-03").knows("Otto II"), Source("b", "2002-03-04").knows("King Otto II")
    assert len(told(*dated).people) == 1


def test_mrs_with_his_name_is_no_title_of_his(told):
    timeline = told(Source("a").knows("Edmund Ray", "Mrs. Edmund Ray").says("married", ANN, "Edmund Ray"))
    assert person(timeline, "Edmund Ray").gender != "female"
