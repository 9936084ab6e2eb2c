"""Who is whose child, parent or brother, as sentences tell it."""

from datetime import date

import pytest

from kg.extract.claims import reading
from kg.nlp.parse import parse
from kg.ontology.load import load as load_ontology
from kg.records import Document


@pytest.fixture(scope="module")
def children_of(nlp):
    ontology = load_ontology()

    def children_of(text: str) -> set[str]:
        """ "Ada Roe > Bea" for each parent and child that the text tells of."""
        document = Document(id="d", source="d.txt", text=text, published=date(2020, 9, 14))
        claims = reading(parse(nlp, document), document, ontology).claims
        return {
            f"{parent.name} > {child.name}"
            for claim in claims
            if claim.type in ("parent_of", "child_born") and claim.status.is_real
            for parent in claim.people
            for child in claim.people
            if parent.role == "parent" and child.role == "child"
        }

    return children_of


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ben Roe (1801-1870) was a poet. He was born the third son of Carl Roe, a miller.", {"Carl Roe > Ben Roe"}),
        ("Max Roe unveiled heads of his uncle Otto Lark and his father Carl Roe.", {"Carl Roe > Max Roe"}),
        ("Max Roe came with his uncle Otto Lark and Otto's father Carl Lark.", {"Carl Lark > Otto Lark"}),
        (
            "Ben Roe was a baker. He lived with his mother Eva Lark, his sister Dora Lark, wife of Max Poe, and Ada.",
            {"Eva Lark > Ben Roe"},  # not of all in the row
        ),
        (
            "Ben Roe was a miller. A native of York, Roe was born on 21 May 1889 to Carl Roe and his wife Ada Poe.",
            {"Carl Roe > Ben Roe", "Ada Poe > Ben Roe"},
        ),
        (
            "Ada Roe was a nun. The daughter of Count Carl Roe and his second wife Eva Poe, she was born in York.",
            {"Carl Roe > Ada Roe", "Eva Poe > Ada Roe"},
        ),
        ("Ada Roe met Ben Poe. She is like his mother.", set()),
        ("Ada Roe met Ben Poe. She is his mother.", {"Ada Roe > Ben Poe"}),
        ("Ada Roe is mother to Max, two, with her husband Ben Poe.", {"Ada Roe > Max", "Ben Poe > Max"}),
        ("Ada Roe is in York with Ben Poe, the father of Max.", {"Ben Poe > Max"}),
        ("Ada Roe was the mother of Max by her first husband, Ben Poe.", {"Ada Roe > Max", "Ben Poe > Max"}),
        ("Ada Roe was the wife of the baker Ben Poe and the mother of the singer Max Poe.", {"Ada Roe > Max Poe"}),
        ("Ada Roe's mother lives in York with her husband Ben Poe.", {"mother of Ada Roe > Ada Roe"}),
        ("Carl Roe became a second father to Dan Poe.", set()),
        ("Carl Roe became a father to Dan Poe.", {"Carl Roe > Dan Poe"}),
        ("Carl Roe was a second father to Dan Poe.", set()),
        ("Ben Roe sang like his father, Carl Roe.", {"Carl Roe > Ben Roe"}),
        ("Ada Roe raised Eva Poe's children, and Ben Lark's.", set()),  # whose children they are is no child
        (
            "Ben Roe married Ada Poe in 1921, and had two sons, Max and Tom.",
            {"Ada Poe > Max", "Ada Poe > Tom", "Ben Roe > Max", "Ben Roe > Tom"},
        ),
        (
            "Ada Roe married Ben Poe in Leeds, moved to York, and had a daughter, Eva, with Carl Lenz.",
            {"Ada Roe > Eva", "Carl Lenz > Eva"},
        ),
        (
            "Eva Lenz remained close to Ben Roe's children from his previous marriage to Ada Poe: Max, Tom and Bea.",
            {f"{parent} > {child}" for parent in ("Ada Poe", "Ben Roe") for child in ("Max", "Tom", "Bea")},
        ),
        (
            "Ben Roe brought his daughter Bea from York, where his marriage to Ada Poe had ended.",
            {"Ben Roe > Bea"},
        ),
        ("Ben Roe was not born the son of a lord: Carl Poe raised him.", set()),
        ("Ada Roe died in 2001. She was preceded in death by a son, Max.", {"Ada Roe > Max"}),
        ("Ada Roe died in 2001. She was survived by two sons, Max and Tom.", {"Ada Roe > Max", "Ada Roe > Tom"}),
        (
            "Ada Roe is survived by her children, Max Roe and Tom Roe; and her sister, Eva Poe.",
            {"Ada Roe > Max Roe", "Ada Roe > Tom Roe"},
        ),
        (
            "Ben Roe died on Monday. Survivors include his wife, Eva; and two sons, Max Roe and Tom Roe.",
            {"Ben Roe > Max Roe", "Ben Roe > Tom Roe"},
        ),
        (
            "Ada Roe left. Her children, Max Roe and his sister Mia Roe, sued.",
            {"Ada Roe > Max Roe", "Ada Roe > Mia Roe"},
        ),
        ("Ada Roe was born in York as the third child of Ben Roe.", {"Ben Roe > Ada Roe"}),
        ('"My son and Ben Roe were friends," said Ada Roe.', set()),
        ("Ada Roe wept. Her brother, Ben Roe, is her heir.", set()),
        ("Ada Roe was betrothed as a child to Ben Poe.", set()),
        (
            "Her mother, Ada Roe, was a dancer and her father, Ben Poe, was a baker. Mia Poe sang.",
            set(),
        ),
        (
            "Ada Roe was a painter. She was the youngest of three children born to Ben Poe and Eva Lark.",
            {"Ben Poe > Ada Roe", "Eva Lark > Ada Roe"},
        ),
        (
            "Ada Roe was born in Leeds, the fourth of six children of Ben Poe and Eva Lark.",
            {"Ben Poe > Ada Roe", "Eva Lark > Ada Roe"},
        ),
        ("Ada Roe taught the children born to the rich. Ben Poe did not.", set()),
        ("Ada Roe became the mother of ten children, including Max Poe.", {"Ada Roe > Max Poe"}),
        ("In 2004 Ada Roe became a mother to Max.", {"Ada Roe > Max"}),
        ("In 2004 Ada Roe became a godmother of Max Poe.", set()),
        (
            "The singer Ada Roe has three children, Mia, Leo and Max, as well as her current beau, the broker Ben Poe.",
            {"Ada Roe > Mia", "Ada Roe > Leo", "Ada Roe > Max"},
        ),
        # what a place or a thing is called, too
        (
            "Ada Roe shares daughters Paris, 16, and Cricket, four, with Ben Poe.",
            {"Ada Roe > Paris", "Ada Roe > Cricket", "Ben Poe > Paris", "Ben Poe > Cricket"},
        ),
        ("Ada Roe came with her son Denver.", {"Ada Roe > Denver"}),
        ("Ada Roe teaches her two children French and German.", set()),
        # told of by what stands before: another word for the child, for kin of the same owner, for a parent
        (
            "Ben Roe was born in York, the elder child and only son of Carl Roe (1871–1943) and his wife, Ada.",
            {"Carl Roe > Ben Roe", "Ada > Ben Roe"},
        ),
        (
            "Ada Roe wept. Her son Carl fell ill in May and her daughter Eva, 52, died in August.",
            {"Ada Roe > Carl", "Ada Roe > Eva"},
        ),
        ("Ada Roe wept. Her son Carl fell ill and his daughter Eva died.", {"Ada Roe > Carl", "Carl > Eva"}),
        (
            "Ben Roe was born in Lodz. His father was Carl Roe and mother Ada Poe.",
            {"Carl Roe > Ben Roe", "Ada Poe > Ben Roe"},
        ),
        (
            "In 1309 Ben Roe married Eva of Tours, daughter of Carl Poe by his wife Ada Lenz.",
            {"Carl Poe > Eva of Tours", "Ada Lenz > Eva of Tours"},
        ),
        (
            "Ada Roe sang. She wed in Ghent, Max Lenz (born 10 June 1948 in Bonn), son of Otto Lenz and Ida Poe.",
            {"Otto Lenz > Max Lenz", "Ida Poe > Max Lenz"},
        ),
        (
            "Ben Roe was a miller. Born to Ada Poe and her husband Carl Roe in York in 1838, his family was poor.",
            {"Ada Poe > Ben Roe", "Carl Roe > Ben Roe"},
        ),
        # described, each of a row
        (
            "Ben Roe and Ada Poe had three sons, Max (born 1901), who became a priest, Otto, a miller, and Karl.",
            {f"{parent} > {child}" for parent in ("Ada Poe", "Ben Roe") for child in ("Max", "Otto", "Karl")},
        ),
        (
            "Ben Roe had a daughter, Eva Roe (1903-1980), who married Carl Fell, and a son, Max Roe.",
            {"Ben Roe > Eva Roe", "Ben Roe > Max Roe"},
        ),
        (
            "Ada Roe and three of her children, identified as Eva Lenz, 10, and Max, four, were taken to hospital.",
            {"Ada Roe > Eva Lenz", "Ada Roe > Max"},
        ),
        (
            "Ada Roe also has Arthur and daughter Lola, 15, from her previous marriage to Ben Poe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Arthur", "Lola")},
        ),
        ("Ben Poe posed with his daughter, Eva, 19. He shares her with Ada Roe.", {"Ben Poe > Eva", "Ada Roe > Eva"}),
        ("Ben Poe posed with his friend, Eva Lark. He shares her with Ada Roe.", set()),
        # each of those left is kin of its own
        (
            "Ada Roe died. She is survived by her husband of 50 years, Ben; two sons, Carl and Otto; a daughter, Ida; "
            "a brother, Max Poe; and five grandchildren.",
            {"Ada Roe > Carl", "Ada Roe > Otto", "Ada Roe > Ida"},
        ),
        (
            "Ben Roe died. In addition to his wife, survivors include two daughters, Ann Fell and Eva Kay; and a "
            "brother, Max Roe.",
            {"Ben Roe > Ann Fell", "Ben Roe > Eva Kay"},
        ),
        # one of the children told of before
        (
            "Ben Roe had two sons. The elder son, Max, was a judge.",
            {"Ben Roe > Max"},
        ),
        (
            "Ben Roe's first son Max was born in 1632, and another son Otto was born in 1640.",
            {"Ben Roe > Max", "Ben Roe > Otto"},
        ),
        ("Ben Roe had two sons. Dan Poe was the elder son.", set()),
        ("Ben Roe had two sons. The son of Carl Lenz, Dan, was a judge.", {"Carl Lenz > Dan"}),
        # told to be it
        (
            "Ada Roe was a painter. Her parents were Ben Poe, a baker, and Eva Roe.",
            {"Ben Poe > Ada Roe", "Eva Roe > Ada Roe"},
        ),
        ("Ada Roe was a painter. Her father was the baker Ben Poe.", {"Ben Poe > Ada Roe"}),
        (
            "Ada Roe was a painter. Her father was never the baker Ben Poe.",
            {"father of Ada Roe > Ada Roe"},
        ),
        (
            "Ada Roe was the eldest of five children of Ben Poe, a baker, and Eva Roe.",
            {"Ben Poe > Ada Roe", "Eva Roe > Ada Roe"},
        ),
        # of the subject, too
        (
            "Ada Roe had two children with Ben Poe: Max and Mia.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Max", "Mia")},
        ),
        # told of behind a row of names
        (
            "Ada Roe is mum to daughters Cora, seven, and Dora, three, whom she shares with singer Ben Poe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Cora", "Dora")},
        ),
        (
            "Ben Poe left behind a daughter Cora, 67, and son Max, 65, from his first marriage to Ada Roe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Cora", "Max")},
        ),
        (
            "Ben Poe shares sons Max, 20, and Tom, 12, with his ex-wife Ada Roe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Max", "Tom")},
        ),
        (
            "Ada Roe is mother to sons Max, 13, and Tom, nine, from her relationship with ex-husband Ben Poe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Max", "Tom")},
        ),
        (
            "Ben Poe went to Rome with his daughters Cora, 3, and Dora, 5, with his brother Carl Poe.",
            {"Ben Poe > Cora", "Ben Poe > Dora"},
        ),
        # loosely said of the subject; the mother is hung at the father, or at the town
        (
            "Ada Roe was born in Penrith, the elder daughter of the auctioneer Walter Roe and his wife, Bridget.",
            {"Walter Roe > Ada Roe", "Bridget > Ada Roe"},
        ),
        (
            "Ada Roe was born in York. In 1880 she married Ben Poe in York Minster, the son of Carl Poe and Eva Poe.",
            {"Carl Poe > Ben Poe", "Eva Poe > Ben Poe"},
        ),
        (
            "Ada Roe and Ben Poe are parents to son Oscar, eight, daughter Billie, six, and toddler twins Tom and Dan.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Oscar", "Billie", "Tom", "Dan")},
        ),
        (
            "Ada Roe and Ben Poe share Theodora, eight, and Charlton, five.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Theodora", "Charlton")},
        ),
        (
            "Ben Poe has four children with Ada Roe: daughters Elsie, 34, and Flora, 26, and sons Carl, 33, and Dan.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Elsie", "Flora", "Carl", "Dan")},
        ),
        (
            "Ben Poe has twins Thomas and Zoe, 12, from his marriage to Ada Roe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Thomas", "Zoe")},
        ),
        (
            "Ada Roe was the daughter of Carl Roe (1836-1907), a wealthy baker, and Dora Roe.",
            {"Carl Roe > Ada Roe", "Dora Roe > Ada Roe"},
        ),
        (
            "Ada Roe was born in York, one of three daughters of Carl Roe and Dora Roe.",
            {"Carl Roe > Ada Roe", "Dora Roe > Ada Roe"},
        ),
        (
            "Ada Roe was the daughter of the baker Carl Roe and Dora Roe.",
            {"Carl Roe > Ada Roe", "Dora Roe > Ada Roe"},
        ),
        (
            "Ada Roe was the daughter of Carl Roe, Count of Mosbach (son of Otto Roe), and his wife, Dora Poe.",
            {"Carl Roe > Ada Roe", "Dora Poe > Ada Roe", "Otto Roe > Carl Roe"},
        ),
        (
            "Ada Roe was the third child of the merchant Carl Roe (born in Leeds, England) and Dora Poe of Hackney.",
            {"Carl Roe > Ada Roe", "Dora Poe > Ada Roe"},
        ),
        # of the nearer of two, of the subject behind it, or of the one who owns the marriage
        (
            "Ada Roe and Ben Roe heard from Carl Poe and Dora Poe of Antwerp, daughter of Otto Poe.",
            {"Otto Poe > Dora Poe of Antwerp"},
        ),
        ("Eldest daughter of Carl Roe, Ada Roe grew up in York.", {"Carl Roe > Ada Roe"}),
        (
            "Harriet Poe was a suffragist. Harriet Roe was born in Mill Lane, York, the daughter of Carl Roe (a baker) "
            "and Harriet Dunn Roe. Harriet Roe married Ben Poe in 1858.",
            {"Carl Roe > Harriet Poe", "Harriet Dunn Roe > Harriet Poe"},
        ),
        ("The son of Ada Poe, Carl Roe, died in Leeds.", {"Ada Poe > Carl Roe"}),
        (
            "Ada Roe is mother to Cora, 27, from her previous marriage to Ben Poe.",
            {"Ada Roe > Cora", "Ben Poe > Cora"},
        ),
        (
            "Ada Roe came to town with Cora, 15, from Ben Poe's marriage to Eva Lark.",
            {"Ben Poe > Cora", "Eva Lark > Cora"},
        ),
        ("Ada Roe knew Cora Lark from her marriage to Ben Poe.", set()),
        # by name alone
        (
            "Ada Roe co-parents Bea with her estranged husband, Carl Poe.",
            {"Ada Roe > Bea", "Carl Poe > Bea"},
        ),
        (
            "Ada Roe shares Mia, as well as son Tom, with ex-husband Carl Poe.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Carl Poe") for child in ("Mia", "Tom")},
        ),
        (
            "Ada Roe raises Mia, eight, with Ben Poe and had Tom, six, with former footballer Carl Lark.",
            {"Ada Roe > Mia", "Ben Poe > Mia", "Ada Roe > Tom", "Carl Lark > Tom"},
        ),
        ("Ada Roe shared Mia Poe with nobody.", set()),
        # whose it is goes without saying, but in a row of children
        ("Ada Roe arrived with son Max.", {"Ada Roe > Max"}),
        ("Ada Roe went to York with daughter Mia, three, and son Max, one.", {"Ada Roe > Mia", "Ada Roe > Max"}),
        ("Ada Roe arrived with party girl Mia Poe.", set()),
        (
            "Ada Roe and Ben Poe share Theodora, eight, Dan, five, and seven-month-old Barney.",
            {f"{parent} > {child}" for parent in ("Ada Roe", "Ben Poe") for child in ("Theodora", "Dan", "Barney")},
        ),
        ("Ada Roe lives in York. Her daughters are Mia Roe and Cora Roe.", {"Ada Roe > Mia Roe", "Ada Roe > Cora Roe"}),
        (
            "Una Roe divorced from husband Ben Foden, 35, with whom she has Aoife, eight, and Tadhg, five, in 2018.",
            {f"{one} > {child}" for one in ("Una Roe", "Ben Foden") for child in ("Aoife", "Tadhg")},
        ),
        ("Ada Roe has Covid, 19 days after her wedding.", set()),
        (
            "Ben Roe visited his two sons from his first marriage, Carl and Max.",
            {"Ben Roe > Carl", "Ben Roe > Max"},
        ),
        ("Ada Roe had two sons with Ben Poe, Carl Lark said.", set()),
        (
            "Ben Roe had two sons, Carl and Max Roe by his first wife, Ada Poe.",
            {f"{one} > {child}" for one in ("Ben Roe", "Ada Poe") for child in ("Carl Roe", "Max Roe")},
        ),
        (
            "Ben Roe had sons Carl and Max Roe by his first wife, Ada Poe, and Leo Roe by his second wife, Eva Lark.",
            {"Ben Roe > Carl Roe", "Ben Roe > Max Roe"},
        ),
        # a title may be a name
        ("Ada Roe, who is mother to son Justice, 13, came.", {"Ada Roe > Justice"}),
        ("Ada Roe met the Justice in York. He left.", set()),
        ("Ada Roe came with her daughter Bea and Carl Poe.", {"Ada Roe > Bea"}),
        ("Ada Roe was survived by her husband and infant daughter, Bea Poe.", {"Ada Roe > Bea Poe"}),
        # who is named behind the children is none of them
        ("Nora Bell gave birth in May to a son by her new partner, the chef Pavel Orr.", set()),
        ("Sam Kerr has two daughters with his ex-wife, Joan Reed, and Ann Fox's son, Leo, sang.", {"Ann Fox > Leo"}),
        (
            "When Ellen Byrne died in 1920, leaving three children, and Otto Lang was lost at sea, Jens Holt wept.",
            set(),
        ),
        # whose daughter somebody weds is not who weds, nor whom somebody succeeds a child
        ("Gustav Holm married the banker's daughter Aline Essen in 1891.", set()),
        (
            "Hugh Orr was the only son of Aldous Orr by his second wife, Anne Coke, and succeeded his father.",
            {"Aldous Orr > Hugh Orr", "Anne Coke > Hugh Orr"},
        ),
        ("Ada Bell and her twin, Karl, were born in 1920.", set()),
        ("Ada Bell has twins, Karl and Max.", {"Ada Bell > Karl", "Ada Bell > Max"}),
        ("Vera Nowak raised three children, among them Olga Lind's son, Emil.", {"Olga Lind > Emil"}),
    ],
)
def test_children(children_of, text, ties):
    assert children_of(text) == ties


def test_his_daughter_is_none_of_the_row_of_her_sons(children_of):
    told = children_of(
        "Clara Moss and Henry Dale wed with her two sons, Max and Joe, and his daughter, Iris, looking on."
    )
    assert {"Clara Moss > Max", "Clara Moss > Joe"} <= told
    assert "Clara Moss > Iris" not in told


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe shares Ben Poe's view of the matter.",
        "Ada Roe and Ben Poe share a stage in York.",
        "The name, which Ada Roe adopted from Ben Poe, is French.",
    ],
)
def test_what_is_shared_or_adopted_need_not_be_a_child(children_of, text):
    assert children_of(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe is an actress. She plays Bea Dunn, the mother of Carl Dunn, in the film.",
        "Ada Roe is an actress. She had a small role as Bea Dunn, the daughter of Carl Dunn.",
        "Ada Roe is an actress. She was cast as the daughter of Carl Dunn.",
        "Ben Roe is an actor. In 2004 he played a doctor who had killed a man who had harmed his son.",
        "Ben Roe is an actor. In 2004 he played a doctor mourning his son Carl.",
        "Ada Roe lived with her brother-in-law, Ben Dunn.",
        "Ada Roe called her co-parent, Ben Dunn.",
        "Ada Roe's ex/co-parent Ben Dunn sang.",
    ],
)
def test_who_is_played_and_who_is_an_in_law_is_no_kin(children_of, text):
    assert children_of(text) == set()


def test_who_plays_what_somebody_celebrates_is_no_actor(children_of):
    assert children_of("Ben Roe played a concert marking the birth of his son Carl Roe.") == {"Ben Roe > Carl Roe"}


def test_a_number_that_tells_a_place_in_a_picture_is_no_age(children_of):
    text = "Ada Roe (2-R) and Ben Poe (L) will celebrate the birthday of their son Max Poe."
    assert children_of(text) == {"Ada Roe > Max Poe", "Ben Poe > Max Poe"}


def test_who_plays_for_her_son_has_one(children_of):
    assert children_of("Ada Roe played the piano for her son Ben, who had died.") == {"Ada Roe > Ben"}


def test_a_place_is_nobodys_mother(children_of):
    text = "Elizabeth became the first woman lawyer of Montserrat and her son, John, became a doctor."
    assert children_of(f"Ada Roe grew up in Montserrat. {text}") == {"Elizabeth > John"}


@pytest.mark.parametrize(
    ("birth", "father"),
    [
        ("Carl Roe was born in York in 1900, the son of Otto Roe and Eva Poe.", "Otto Roe"),
        ("Carl Roe was born in York, one of six children of the banker Otto Roe.", "Otto Roe"),
        ("Carl Roe was born in York in 1900 to Otto Roe and his wife Eva Poe.", "Otto Roe"),
        # near misses: whose son that is stands between; a life of music is nobody; he has a child himself
        ("Carl Roe married Ada Poe in York and had, in 1931, the son of his dreams.", "father of Carl Roe"),
        ("Carl Roe met Ben Kent in York, the son of Otto Kent.", "father of Carl Roe"),
        ("Carl Roe was born in York in 1900 to a life of music with Otto Poe.", "father of Carl Roe"),
    ],
)
def test_his_father_is_the_one_whose_son_he_was_told_to_be(claims_of, birth, father):
    deaths = [claim for claim in claims_of(f"{birth} His father died in 1942.") if claim.type == "died"]
    assert [person.name for claim in deaths for person in claim.people] == [father]


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Ada Roe had three children:", True),
        ("The children of Ada Roe are:", True),
        ("The descendants of Ada Roe lived in York. These grandchildren of hers are known:", False),
        ("The descendants of Ada Roe are:", False),
        ("Her daughters outlived Ada Roe and told her grandchildren of her:", False),
    ],
)
def test_a_list_of_grandchildren_tells_no_children(children_of, line, is_told):
    assert ("Ada Roe > Max Hale" in children_of(f"{line}\n\n-   Max Hale\n-   Tom Hale\n")) == is_told


_LIFE = "BEN ROE (1802-1860) was a duke. He ruled for ten years. Ada Hill and Carl Hill painted him."


@pytest.mark.parametrize(
    ("heading", "is_told"),
    [("Sons", True), ("Daughters", True), ("== Sons and daughters ==", True), ("Grandsons", False), ("Pupils", False)],
)
def test_a_list_under_sons_tells_the_children_of_a_life(children_of, heading, is_told):
    told = children_of(f"{_LIFE}\n\n{heading}\n\n-   Max Roe (born 1830)\n-   Tom Roe\n")
    assert told == ({"Ben Roe > Max Roe", "Ben Roe > Tom Roe"} if is_told else set())


@pytest.mark.parametrize(("heading", "is_told"), [("Wives", True), ("Consorts", True), ("Friends", False)])
def test_a_list_under_wives_tells_the_marriages_of_a_life(claims_of, heading, is_told):
    text = f"{_LIFE}\n\n{heading}\n\n-   Eva Lark, daughter of Otto Lark\n-   Dora Fox\n"
    told = [claim for claim in claims_of(text, None) if claim.type == "married"]
    couples = {("Ben Roe", "Eva Lark"), ("Ben Roe", "Dora Fox")}
    assert {tuple(sorted(each.name for each in claim.people)) for claim in told} == (
        {tuple(sorted(couple)) for couple in couples} if is_told else set()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Eva Roe wed Dan Roe. Max Roe married Ada Poe last week. Eva met him in York, and they share a son, Max, 20.",
        "Eva Roe wed Dan Roe. Max Roe married Ada Poe last week. Eva met him, and they raised two sons, Max and Tom.",
    ],
)
def test_a_child_who_is_named_is_neither_parent(children_of, text):
    told = children_of(text)
    assert "Eva Roe > Max Roe" in told
    assert not any(tie.startswith("Max Roe") for tie in told)


def test_who_are_told_without_their_children_are_the_last_pair(children_of):
    text = "Eva Roe wed Dan Roe. Max Roe married Ada Poe last week. They share a daughter, Bea, 2."
    assert {"Max Roe > Bea", "Ada Poe > Bea"} <= children_of(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ada Roe raised an adopted daughter, Mia.", {"Mia": "adopted"}),
        ("Ada Roe has a son, Max, and an adopted daughter, Mia.", {"Max": "child_born", "Mia": "adopted"}),
        ("Ada Roe raised a daughter, Mia, and adopted her ways.", {"Mia": "child_born"}),
        ("Ada Roe left the mill to her adopted son Max.", {"Max": "adopted"}),
        ("Ada Roe left the mill to her adopted town and her son Max.", {}),
    ],
)
def test_an_adopted_child_is_not_born_to_who_has_it(claims_of, text, types):
    events = (claim for claim in claims_of(text) if claim.kind == "event" and claim.type in ("child_born", "adopted"))
    assert {each.people[-1].name: each.type for each in events} == types


LIST = "-   Carl Roe (1864-1937)\n-   Eva Roe (1866-1940)\n\n:*Otto Poe (1890-1950)\n\n-   Dora Roe (1868-1950) wed\n"


@pytest.mark.parametrize(
    ("wedding", "items", "ties"),
    [
        (
            "Ben Roe married Ada Poe in 1863, both of York.",
            LIST,
            {f"{one} > {child}" for one in ("Ben Roe", "Ada Poe") for child in ("Carl Roe", "Eva Roe", "Dora Roe")},
        ),
        ("Ben Lark married Ada Poe in 1863, both of York.", LIST, set()),  # of another name
        ("Ben Roe lived in York.", LIST, set()),
    ],
)
def test_a_list_of_one_name_behind_a_wedding_is_of_children(children_of, wedding, items, ties):
    assert children_of(f"Family\n\n{wedding}\n\n{items}") == ties


def _ties(claims):
    return {
        f"{claim.type}: {' + '.join(each.name for each in claim.people)}"
        for claim in claims
        if claim.type in ("parent_of", "sibling_of", "child_born", "died", "born")
    }


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        # whose kin is told twice in a row is the same one's
        (
            "Ben Roe grew up in York. His father was Carl Roe and his mother Ada Poe.",
            {"parent_of: Carl Roe + Ben Roe", "parent_of: Ada Poe + Ben Roe"},
        ),
        (
            "Ada Roe is a nurse. Her mother Jane Lark and her father Carl Roe sang.",
            {"parent_of: Jane Lark + Ada Roe", "parent_of: Carl Roe + Ada Roe"},
        ),
        (
            "Ben Roe was a miller. His father was Carl Roe, and his brother was Dan Roe.",
            {"parent_of: Carl Roe + Ben Roe", "sibling_of: Ben Roe + Dan Roe"},
        ),
        (
            "Ben Roe was a miller. His siblings included the actor Carl Roe and the singer Dora Roe.",
            {"sibling_of: Ben Roe + Carl Roe", "sibling_of: Ben Roe + Dora Roe"},
        ),
        (
            "Ben Poe met Carl Lark and his mother Dora Lark.",  # of another's kin, and nobody told before him
            {"parent_of: Dora Lark + Carl Lark"},
        ),
        # a brother is no child, and whoever is named beside a sister is no other
        ("Ben Poe has a twin brother, Carl.", {"sibling_of: Ben Poe + Carl"}),
        ("Ada Roe and Ben Poe welcomed baby Carl in May.", {"child_born: Ada Roe + Ben Poe + Carl"}),
        (
            "Ada Roe came with her sister Dora and her son Carl.",
            {"sibling_of: Ada Roe + Dora", "parent_of: Dora + Carl"},
        ),
        (
            "Ben Poe died in May. He is survived by his daughters Cora and Dora and a sister, Edna Poe.",
            {"died: Ben Poe", "parent_of: Ben Poe + Cora", "parent_of: Ben Poe + Dora",
             "sibling_of: Ben Poe + Edna Poe"},
        ),
        # who is named behind two kinds of kin is the last
        ("Kate Roe sat with her children and husband, Ben Poe, in York.", set()),
        ("Kate Roe sat with her mother and sister, Dora Roe.", {"sibling_of: Dora Roe + Kate Roe"}),
        # a row of those left behind
        (
            "Ben Poe died in May. He is survived by his wife Ada, sons Carl and Dan and a daughter, Dora.",
            {"died: Ben Poe", *(f"parent_of: Ben Poe + {child}" for child in ("Carl", "Dan", "Dora"))},
        ),
        (
            "Ben Poe died in May. He is survived by his wife of 40 years, Ada; children Carl Poe and Dora Lark; and "
            "seven grandchildren.",
            {"died: Ben Poe", "parent_of: Ben Poe + Carl Poe", "parent_of: Ben Poe + Dora Lark"},
        ),
        # what is told of the child of two is told of neither
        (
            "Ada and Ben's daughter Dora lost her life on Monday.",
            {"parent_of: Ada + Dora", "parent_of: Ben + Dora", "died: Dora"},
        ),
    ],
)  # fmt: skip
def test_kin_in_a_row_is_of_whom_it_is_told(claims_of, text, ties):
    assert {each for each in _ties(claims_of(text)) if "mother of" not in each} == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Ada Roe was one of Carl Gray's poster girls.", set()),
        ("Ada Roe was one of Carl Gray's girls.", {("Carl Gray", "Ada Roe")}),
        ("Carl Gray has a baby girl, Ada Gray.", {("Carl Gray", "Ada Gray")}),
        # whom she married is nobody's daughter
        ("Ada Poe was the daughter of Ben Poe and married Carl Gray.", {("Ben Poe", "Ada Poe")}),
        # a number begins the next item
        (
            "Ada Poe married (1) Carl Gray, son of Dan Gray, (2) Sir Max Foe, 3rd Baronet.",
            {("Dan Gray", "Carl Gray")},
        ),
        ("Carl Gray was the son of Dan Gray and Eva Gray.", {("Dan Gray", "Carl Gray"), ("Eva Gray", "Carl Gray")}),
        # no man is a daughter
        (
            "Max Foe was the son of Sir Richard Foe and Lady Kate Moe, youngest daughter of John Moe.",
            {("Richard Foe", "Max Foe"), ("Kate Moe", "Max Foe"), ("John Moe", "Kate Moe")},
        ),
        (
            "Max Foe was the son of Lady Kate Foe and Sir Richard Moe, youngest son of John Moe.",
            {("Kate Foe", "Max Foe"), ("Richard Moe", "Max Foe"), ("John Moe", "Richard Moe")},
        ),
    ],
)
def test_whose_child_nobody_is(claims_of, text, ties):
    claims = claims_of(text, None)
    found = {tuple(one.name for one in claim.people) for claim in claims if claim.type == "parent_of"}
    assert {each for each in found if "unnamed" not in " ".join(each)} == ties


def test_who_is_given_to_somebody_in_marriage_is_no_child_of_theirs(children_of):
    assert children_of("They saw the wedding of Ben Roe's daughter Ada to Carl Poe.") == {"Ben Roe > Ada"}
    assert children_of("Ada was born a daughter to Carl Poe.") == {"Carl Poe > Ada"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        # a sentence without a verb goes on from the one before
        ("Max Roe was born in York. The only child of Ben Roe and his wife Ada Poe.",
         {"Ben Roe > Max Roe", "Ada Poe > Max Roe"}),
        ("Max Roe met Leo Dell in York. He was the only child of Ben Roe.", {"Ben Roe > Max Roe"}),
        # by whom, behind dates
        ("Max Roe was the son of Ben Roe (1794–1863), by his third wife, Ada Poe.",
         {"Ben Roe > Max Roe", "Ada Poe > Max Roe"}),
        # by age alone
        ("Ada Roe's eldest, Max, sings.", {"Ada Roe > Max"}),
        ("Ada Roe's youngest is Max.", {"Ada Roe > Max"}),
        ("Ada Roe's eldest friend, Max, sings.", set()),
        ("Among Ben Roe's children were the poet Max Roe and the singer Eva Roe.",
         {"Ben Roe > Max Roe", "Ben Roe > Eva Roe"}),
    ],
)  # fmt: skip
def test_whose_child_is_told_in_few_words(claims_of, text, pairs):
    found = (claim for claim in claims_of(text, None) if claim.type == "parent_of")
    assert {" > ".join(each.name for each in claim.people) for claim in found} == pairs


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Max Roe's father, Ben Roe, was a merchant; his mother, Ada Poe, was a nurse.", {"Ben Roe", "Ada Poe"}),
        ("Max Roe's father, Ben Roe, was a merchant. His mother, Ada Poe, was a nurse.", {"Ben Roe", "Ada Poe"}),
        ("Max Roe's father, Ben Roe, was a merchant. His father, Otto Roe, was a baker.", {"Ben Roe"}),
        ("Max Roe sang when Ben and Ada Roe, his parents, died in 1830.", {"Ben Roe", "Ada Roe"}),
        ("Max Roe, a nephew of Carl Dell and son of Ben Roe, sang.", {"Ben Roe"}),
        ("Max Roe was the third son of Ben Roe by his second marriage, to Ada Poe.", {"Ben Roe", "Ada Poe"}),
        ("Ben Roe left by his wife Ada Poe a son, Max.", {"Ben Roe", "Ada Poe"}),
        ("Ben Roe spoke of his marriage to Ada Poe, and of his son Max.", {"Ben Roe"}),
    ],
)
def test_both_parents(claims_of, text, parents):
    ties = [[each.name for each in claim.people] for claim in claims_of(text, None) if claim.type == "parent_of"]
    assert {parent for parent, child in ties if child.startswith("Max")} == parents
    assert not any(child == parent for parent, child in ties)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe sang. Max, the son she shares with Ben Poe, danced.",
        "Ada Roe lives with Max, the son that she had with Ben Poe.",
    ],
)
def test_the_son_she_shares_with_somebody_is_of_both(claims_of, text):
    ties = {tuple(each.name for each in claim.people) for claim in claims_of(text) if claim.type == "parent_of"}
    assert ties == {("Ada Roe", "Max"), ("Ben Poe", "Max")}


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Ada Roe is expecting her first child with husband Ben Poe.", 0),
        ("Ada Roe, who is carrying her third child, wed Ben Poe.", 0),
        ("Ada Roe is pregnant with Ben Poe's baby.", 0),
        ("Ada Roe was expecting her daughter Eva when Ben Poe died.", 1),
    ],
)
def test_a_child_to_come_is_nobodys_yet(claims_of, text, parents):
    assert sum(each.type == "parent_of" for each in claims_of(text)) == parents


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("She loves her kids and Ben Poe.", set()),
        ("She has two kids, and Ben Poe.", set()),
        ("She loves her kids Max and Leo.", {"Max", "Leo"}),
        ("She has three children: Max, Leo, and Eva.", {"Max", "Leo", "Eva"}),
    ],
)
def test_who_is_joined_to_the_children_is_none_of_them(claims_of, text, children):
    told = [claim for claim in claims_of(f"Ada Roe met Otto Zed. {text}") if claim.type == "parent_of"]
    assert {each.name for claim in told for each in claim.people if each.role == "child"} == children


def test_children_told_of_behind_a_wife_are_not_she(children_of):
    text = "Ben Roe wed his third wife, Ada Poe, in 1996. His third wife, his three children, and a niece survived him."
    assert children_of(text) == set()


def test_whom_somebody_beats_with_help_is_a_child_all_the_same(children_of):
    text = "Ada Roe's son Carl Roe won by beating Ben Poe's son Max Poe, with support from King Otto."
    assert children_of(text) == {"Ada Roe > Carl Roe", "Ben Poe > Max Poe"}


def test_who_is_joined_to_a_brother_is_none(claims_of):
    text = "Carl Lee was joined by his brother Max and by Ben Poe, the husband of his aunt Ada Roe."
    kin = [claim for claim in claims_of(text) if claim.type == "sibling_of"]
    assert [sorted(each.name for each in claim.people) for claim in kin] == [["Carl Lee", "Max"]]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "They were led by the brothers Abel and Bart, sons of Carl, son of Dan.",
            {"Carl > Abel", "Carl > Bart", "Dan > Carl"},
        ),
        ("Dora was Ada Roe and Ben Roe's youngest daughter.", {"Ada Roe > Dora", "Ben Roe > Dora"}),
        ("Born in 1942, Dora was Ada Roe's and Ben Roe's youngest daughter.", {"Ada Roe > Dora", "Ben Roe > Dora"}),
        ("Ada Roe, Duchess of Lorn and mother of Ben Poe, came.", {"Ada Roe > Ben Poe"}),
        ("Wife to Ben Poe and mother to Carl, Ada Roe died on 3 May 1901.", {"Ada Roe > Carl"}),
        ("Wife of Ben Poe, mother of Carl, Ada Roe died in 1901.", {"Ada Roe > Carl"}),
        ("The father of Ben Poe and Ada Roe died in 1901.", set()),
    ],
)
def test_whose_parent_somebody_is_told_to_be(children_of, text, ties):
    assert children_of(text) == ties


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Alf Roe was a younger brother of Leo Roe and an older brother of Max Roe.",
            {"Alf Roe, Leo Roe", "Alf Roe, Max Roe"},
        ),
        ("Ben Poe had a sister, Eva Poe. Carl Zed is married to a sister of Ben.", {"Ben Poe, Eva Poe"}),
        ("Sister to Carl Roe, Eva Roe sang.", {"Carl Roe, Eva Roe"}),
    ],
)
def test_whose_brother_or_sister_somebody_is(claims_of, text, pairs):
    told = [claim.people for claim in claims_of(text) if claim.type == "sibling_of"]
    assert {", ".join(sorted(each.name for each in people)) for people in told} == pairs


@pytest.mark.parametrize(
    ("words", "is_told"),
    [("Max and Mia with his ex-wife Ada Roe", True), ("Max and Mia Lind over with his friend Ada Roe", False)],
)
def test_whom_somebody_has_with_an_ex_are_their_children(children_of, words, is_told):
    assert ("Ada Roe > Max" in children_of(f"Ben Poe has {words}.")) == is_told


DEEPER = """\
Ada Roe married Ben Poe in 1840. {}:

- Cora Poe (1841–1900){}
    - Eva Zed (1861–1930)
    - Max Zed (born 1863)
- Dan Poe (born 1843)
"""


@pytest.mark.parametrize(
    ("words", "line", "parents"),
    [
        ("They had two children", ", married Carl Zed in 1860. They had two children:", {"Cora Poe", "Carl Zed"}),
        ("They had a large family", ", married Carl Zed in 1860. They had two children:", {"Cora Poe", "Carl Zed"}),
        ("Ada was mother to two children", " wed Carl Zed in 1860. They had two children:", {"Cora Poe", "Carl Zed"}),
        ("They had two children", ", a poet. Books:", set()),
        ("They had two children", ". They had two children:", set()),  # she may, or her parents
    ],
)
def test_a_list_set_deeper_is_of_the_children_of_the_line_above(children_of, words, line, parents):
    told = children_of(DEEPER.format(words, line))
    assert {tie for tie in told if tie.endswith("Max Zed")} == {f"{parent} > Max Zed" for parent in parents}
    assert "Ada Roe > Dan Poe" in told


@pytest.mark.parametrize(
    ("text", "is_lover"),
    [
        ("Jane Roe was Mistress of the Robes to Queen Ada Poe.", False),
        ("Ben Poe asked Jane Roe to stay. It would have made her mistress of a great estate.", False),
        ("Jane Roe was the mistress of King Ben.", True),
        ("Jane Roe, the mistress of the banker Ben Poe, left.", True),
    ],
)
def test_mistress_of_a_house_is_nobodys_lover(claims_of, text, is_lover):
    assert any(each.type == "dating" for each in claims_of(text, None)) == is_lover
