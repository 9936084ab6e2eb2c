"""Births: who bore whom, where the words for it stand in an order that trees misread, or away from the names."""

import pytest


@pytest.fixture(scope="module")
def births_of(claims_of):
    """The births of children that a text tells, parents before the child, each in one line."""

    def births_of(text: str) -> set[str]:
        found = (claim for claim in claims_of(text, None) if claim.type == "child_born")
        return {f"{', '.join(each.name for each in claim.people)} {claim.when}" for claim in found}

    return births_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe bore Ben Poe a son, Max, in 1844.", {"Ada Roe, Ben Poe, Max 1844"}),
        ("Ben Poe had by Ada Roe an illegitimate son, Max, in 1844.", {"Ben Poe, Ada Roe, Max 1844"}),
        ("To Ben Poe and Ada Roe was born a son, Max, in 1844.", {"Ben Poe, Ada Roe, Max 1844"}),
        ("Ada Roe bore her husband Ben Poe a daughter, Eva, in 1844.", {"Ada Roe, Ben Poe, Eva 1844"}),
    ],
)
def test_a_son_behind_his_parents_is_the_child(births_of, text, told):
    assert births_of(text) == told


WED = "Ben Poe wed Ada Roe in 1850."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what this marriage brought
        (f"{WED} To this union were born two children: Max in 1851 and Eva in 1853.", {"Max 1851", "Eva 1853"}),
        (f"{WED} From this marriage sprang one son, Max, in 1851.", {"Max 1851"}),
        (f"{WED} The marriage produced a son, Max, in 1851.", {"Max 1851"}),
        (f"{WED} Two sons, Max and Leo, were born in 1851 and 1853.", {"Max 1851", "Leo 1853"}),
        (f"{WED} A second child, Eva, followed in 1853.", {"Eva 1853"}),
        # who follows a birth, and not a death or somebody on the way
        (f"{WED} Their son, Max, was born in 1851, followed by Leo in 1853 and Eva in 1856.", {"Leo 1853", "Eva 1856"}),
        (f"{WED} They had a son, Max, in 1851, followed by a daughter, Eva, in 1853.", {"Max 1851", "Eva 1853"}),
        (f"{WED} Their son Max died in 1851, followed by Leo in 1853.", set()),
        (f"{WED} Their son Max, followed by the singer Leo Lark, was born in 1851, says Carl Dell.", set()),
        # whom somebody is given
        (f"{WED} She presented him with a son, Max, in 1851.", {"Max 1851"}),
        (f"{WED} She gave him two sons, Max in 1851 and Leo in 1853.", {"Max 1851", "Leo 1853"}),
        (f"{WED} They were blessed with twins, Max and Leo, in 1851.", {"Max 1851", "Leo 1851"}),
        (f"{WED} They gave their son Max a horse in 1871.", set()),
        (f"{WED} They gave their daughter Eva in marriage to Carl Dell in 1871.", set()),
        (f"{WED} They gave up a son, Max, for adoption in 1851.", set()),
        (f"{WED} They presented their son Max with a medal in 1871.", set()),
        (f"{WED} Their son Max arrived in America in 1871.", set()),
    ],
)
def test_children_of_the_couple_told_of(births_of, text, told):
    found = {line.removeprefix("Ada Roe, Ben Poe, ").removeprefix("Ben Poe, Ada Roe, ") for line in births_of(text)}
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Roe had a son, Max, with Ben Poe in 2012 and a daughter, Eva, with Carl Dell in 2016.",
            {"Ada Roe, Ben Poe, Max 2012", "Ada Roe, Carl Dell, Eva 2016"},
        ),
        (
            "Ada Roe has a son, Max, with Ben Poe and a daughter, Eva, with Carl Dell.",
            {"Ada Roe, Ben Poe, Max None", "Ada Roe, Carl Dell, Eva None"},
        ),
        (
            "Ada Roe has a son, Max, with ex-husband Ben Poe and a daughter, Eva, with husband Carl Dell.",
            {"Ada Roe, Ben Poe, Max None", "Ada Roe, Carl Dell, Eva None"},
        ),
        (
            "Ada Roe has Max, nine, with ex-husband Ben Poe and Eva, six, with late ex-husband Carl Dell.",
            {"Ada Roe, Ben Poe, Max None", "Ada Roe, Carl Dell, Eva None"},
        ),
        (
            "Ada Roe, who shares Max with Ben Poe and Eva, six, with her former spouse Carl Dell, is a singer.",
            {"Ada Roe, Ben Poe, Max None", "Ada Roe, Carl Dell, Eva None"},
        ),
        ("Ada Roe shares a house with Ben Poe and Eva, six, with a garden.", set()),
        (
            "Ada Roe has Max, nine, with Ben Poe and lives with Carl Dell.",
            {"Ada Roe, Ben Poe, Max None"},
        ),
        (
            "By his first wife, Ada Roe, Ben Poe had a son, Max; by his second, Eva Lark, he had none.",
            {"Ben Poe, Ada Roe, Max None"},
        ),
        ("Ben Poe became a dad in 2018 when his wife Ada Roe gave birth to Max.", {"Ben Poe, Ada Roe, Max 2018"}),
        ("Ada Roe became a mum to Max in 2018.", {"Ada Roe, Max 2018"}),
        (
            "Ada Roe and Ben Poe welcomed their first child together, son Max, in 2018.",
            {"Ada Roe, Ben Poe, Max 2018"},
        ),
        ("Max was born out of wedlock to Ada Roe and Ben Poe in 1851.", {"Ada Roe, Ben Poe, Max 1851"}),
    ],
)
def test_whose_each_child_is(births_of, text, told):
    assert births_of(text) == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Max Roe came into the world on 3 May 1901.", "1901-05-03"),
        ("Max Roe saw the light of day in 1901.", "1901"),
        ("Max Roe came into the world of fashion in 1901.", None),
        ("Max Roe came to the World Cup in 1901.", None),
        ("Max Roe's book saw the light of day in 1901.", None),
        # a year alone behind the name of a child, and of nobody else
        ("Ben Roe wed in 1900. His sons are Max (1901) and Leo (1903).", "1901"),
        ("Ben Roe painted his friends Max (1901) and Leo (1903).", None),
    ],
)
def test_who_is_told_to_have_come_into_the_world(claims_of, text, day):
    found = [each for each in claims_of(text, None) if each.type == "born" and each.people[0].name.startswith("Max")]
    assert [str(each.when) for each in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # without a name, at a time
        (f"{WED} They had a son on 20 July 1877.", {"1877-07-20"}),
        (f"{WED} By 1875 she and Poe had one daughter.", {"../1875"}),
        (f"{WED} They had their daughter in June 1877.", {"1877-06"}),
        (f"{WED} In 1877 they had a son in the navy.", set()),
        (f"{WED} In 1877 they had a son and two daughters.", set()),
        (f"{WED} They had two sons.", set()),
        (f"{WED} Their daughter was born in May 1851.", {"1851-05"}),
        (f"{WED} In 1851 a son was born to Ben Poe.", {"1851"}),
        (
            f"{WED} They had a son, born in 1851, and a daughter, born in 1853.",
            {"1851", "1853"},
        ),
        (f"{WED} Carl Roe came with a daughter born in 1851.", set()),
    ],
)
def test_a_child_without_a_name_who_came_at_a_time(births_of, text, told):
    assert {line.split()[-1] for line in births_of(text)} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ben Poe became a father in May 2019 when Max arrived.", {"Ben Poe, Max 2019-05"}),
        (f"{WED} Max arrived in Leeds in 1871.", set()),
        ("Ada Roe and Ben Poe wed in 2007, with Max arriving in July 2008.", {"Ada Roe, Ben Poe, Max 2008-07"}),
        ("Ada Roe and Ben Poe wed in 2007, with Max Dell arriving in a Rolls-Royce.", set()),
        (f"{WED} Their son Max was born in 1851 and Eva followed in 1853.", {"Ada Roe, Ben Poe, Eva 1853"}),
        (f"{WED} Their son Max was born in 1851. Eva came along in 1853.", {"Ada Roe, Ben Poe, Eva 1853"}),
        (f"{WED} Son Max came along in 1851.", {"Ada Roe, Ben Poe, Max 1851"}),
        ("Ben Poe emigrated in 1880, and his son Max followed in 1885.", set()),
        ("Ben Poe became mayor in 1880, with Max Dell following in 1885.", set()),
        ("Ben Poe was born in 1880 and Max Dell followed him as mayor in 1920.", set()),
        ("Ben Poe wed Ada Roe in 1850 and went on to have a son, Max.", {"Ada Roe, Ben Poe, Max None"}),
        ("Ben Poe wed Ada Roe in 1850, going on to have a son, Max.", {"Ada Roe, Ben Poe, Max None"}),
        ("Ben Poe wed Ada Roe in 1850, having a son, Max.", {"Ada Roe, Ben Poe, Max None"}),
        ("Ben Poe wed Ada Roe in 1850 after having a son, Max.", {"Ben Poe, Max ../1850"}),
        # a name for each of the two
        (
            f"{WED} They had a son and a daughter, Max and Eva.",
            {"Ada Roe, Ben Poe, Max None", "Ada Roe, Ben Poe, Eva None"},
        ),
        (f"{WED} They had a son and a daughter, Eva.", {"Ada Roe, Ben Poe, Eva None"}),
    ],
)
def test_who_came_by_name_behind_what_is_told_of_the_family(births_of, text, told):
    found = {line.replace("Ben Poe, Ada Roe", "Ada Roe, Ben Poe") for line in births_of(text)}
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Max Roe was sired by Ben Roe.", {"Ben Roe, Max Roe None"}),
        ("Ben Roe begat Max Roe.", {"Ben Roe, Max Roe None"}),
        ("Max Roe was born a slave to Ben and Ada Roe in 1823.", {"Ben Roe, Ada Roe, Max Roe 1823"}),
        ("Max Roe was born in York to skipper Ben Roe and Ada Poe.", {"Ben Roe, Ada Poe, Max Roe None"}),
        ("Ben and Ada Roe had four children including jazz musician Max Roe.", {"Ben Roe, Ada Roe, Max Roe None"}),
        (
            "Ben Roe wed Ada Poe, by whom he had Max and Leo.",
            {"Ben Roe, Ada Poe, Max None", "Ben Roe, Ada Poe, Leo None"},
        ),
        ("Max, whom Ada Roe had with Ben Poe in 2012, is at school.", {"Ada Roe, Ben Poe, Max 2012"}),
        ("Ben Roe wed Ada Poe, by whom he had Max Lark arrested.", set()),
    ],
)
def test_whose_child_is_named(births_of, text, told):
    assert births_of(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe and her husband Ben Poe welcomed Max at home on Mother's Day.", {"Ada Roe, Ben Poe, Max None"}),
        ("Ada Roe and her husband Ben Poe welcomed Max on 5 May 2019.", {"Ada Roe, Ben Poe, Max 2019-05-05"}),
        ("Ada Roe and her co-host Ben Poe welcomed Max on their show to talk about his book.", set()),
        ("Ada Roe and her husband Ben Poe welcomed Max onto the stage.", set()),
        ("Ada Roe and her husband Ben Poe welcomed Max as a guest on their programme.", set()),
        ("Ada Roe and her husband Ben Poe welcomed Max Dell at the airport.", set()),
        ("Ada Roe and her husband Ben Poe welcomed Max Dell home.", set()),
    ],
)
def test_a_guest_is_welcomed_and_not_born(births_of, text, told):
    assert births_of(text) == told


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("with ex-husband Ben Poe while Carl has two children", {"Ada Roe, Carl Zed, Otto None"}),
        ("and met ex-husband Ben Poe while Carl met a friend", {"Ada Roe, Carl Zed, Otto None"}),
    ],
)
def test_the_couple_is_who_loves_now_and_is_named_last(births_of, end, told):
    start = "Ada Roe met her boyfriend Carl Zed in York. It rained. It was cold. It was late. Ada has a house"
    assert births_of(f"{start} {end}. The pair welcomed a son, Otto.") == told


@pytest.mark.parametrize(
    ("child", "born"),
    [
        ("a six-year-old son called Max", "2013-09-15/2014-09-14"),
        ("two sons, a six-year-old named Max and a four-year-old named Leo", "2013-09-15/2014-09-14"),
        ("a 26-year-old nanny and welcomed a son called Max", None),
    ],
)
def test_an_age_before_a_name_is_the_childs(claims_of, child, born):
    claims = claims_of(f"Ada Roe and Ben Poe share {child}.")
    (birth,) = [each for each in claims if each.type == "child_born" and each.people[-1].name == "Max"]
    assert (birth.when and birth.when.edtf) == born


LIFE = (
    "Carl Roe (1810–1880) sat for Hull. Roe died in 1880.\n\nFamily\n\n{}\n\n- Max Roe\n- Eva Roe taught in 1870.\n\n"
)


@pytest.mark.parametrize(
    ("words", "parents"),
    [
        ("Roe married Ada Poe in 1846. They had a son and a daughter.", {"Ada Poe", "Carl Roe"}),
        ("Roe married firstly Ada Poe in 1846. They had two children:", {"Ada Poe", "Carl Roe"}),
        ("Roe painted Ada Poe in 1846. They had a horse and a dog.", set()),
    ],
)
def test_whose_children_a_list_tells(claims_of, words, parents):
    ending = "After her death in 1850 he married secondly Dora Lark. They had two sons:\n\n- Leo Roe\n- Otto Roe"
    born = {}
    for claim in claims_of(LIFE.format(words) + ending, None):
        if claim.type == "child_born":
            born[claim.people[-1].name] = claim
    told = [{one.name for one in born[name].people[:-1]} for name in ("Max Roe", "Otto Roe") if name in born]
    assert told == [*([parents] if parents else []), {"Carl Roe", "Dora Lark"}]
    assert "Eva Roe" not in born or born["Eva Roe"].when is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Max Roe (1850–1910); married Ida Zed in 1880. They divorced in 1890.", {"Ida Zed", "Max Roe"}),
        ("Max Roe (1850–1910) – married Ida Zed in 1880. They divorced in 1890.", {"Ida Zed", "Max Roe"}),
        ("Max Roe (1850–1910); he met Ida Zed in 1880.", None),
    ],
)
def test_they_in_a_line_of_a_list_are_who_wed_in_it(claims_of, line, expected):
    text = f"Carl Roe (1810–1880) wed Ada Poe in 1846. They had two sons:\n\n- {line}\n- Leo Roe (1852–1890)\n"
    told = {each.type: {one.name for one in each.people} for each in claims_of(text, None) if each.when}
    assert told.get("divorced") == expected


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("Ada Roe and Ben Poe welcomed a boy, whom they named Max.", "Max"),
        ("Ada Roe gave birth to a boy, who she called Max.", "Max"),
        ("Ada Roe welcomed a son and named him Max.", "Max"),
        ("Ada Roe welcomed a boy, who was named after Carl Zed.", None),
        ("Ada Roe welcomed a boy who called Carl Zed names.", None),
    ],
)
def test_the_name_that_a_clause_says_was_given(claims_of, text, child):
    born = [claim for claim in claims_of(text) if claim.type == "child_born"]
    assert {next((each.name for each in claim.people if each.role == "child"), None) for claim in born} == {child}


def test_whom_a_son_is_borne_is_his_father(claims_of):
    claims = claims_of("Ada Roe bore Ben Poe a son and moved to York.")
    born = next(claim for claim in claims if claim.type == "child_born")
    assert [(each.role, each.name) for each in born.people] == [("parent", "Ada Roe"), ("parent", "Ben Poe")]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ben Roe had two sons, Carl (1851) and Hugo (1853).", True),
        ("Ben Roe's son Carl Roe was a pianist. It was played by Carl Roe (1952) and others.", False),
    ],
)
def test_a_year_alone_in_its_bracket_is_that_of_a_birth_where_a_child_is_told_of(claims_of, text, is_told):
    told = [each for each in claims_of(text, None) if each.type in ("born", "child_born") and each.when is not None]
    assert bool(told) is is_told
