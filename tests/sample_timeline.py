"""A small timeline by hand: a couple on and off, a rumour, a denial, a rival date, a child, hostile sources."""

from datetime import date

from kg.dates.interval import Interval
from kg.records import (
    Basis,
    Bound,
    Bounds,
    Claim,
    Conflict,
    Document,
    Event,
    Evidence,
    Kin,
    Member,
    Participant,
    Person,
    Rival,
    State,
    Status,
    Timeline,
    content_id,
)

GAZETTE = Document(
    id="d1",
    source="gazette/1.md",
    title="Nora Lind and Tom Vale show their house",
    publisher="Harbour Gazette",
    published=date(2020, 9, 14),
    text=(
        "Nora Lind met Tom Vale in 2017 at the Lyric. They moved in together this year.\n\n"
        "The pair went public in 2018. Vale & Lind are said to be engaged.\n\n"
        "Lind dated the sculptor Ola Berg from 2014 to 2016."
    ),
)
POST = Document(
    id="d2",
    source="https://post.example/2?a=1&b=2",
    title='<script>alert("x")</script> [bold]Split[/bold]',
    publisher="Evening\x1b[31m Post",
    published=date(2024, 2, 8),
    text=(
        "Vale reportedly split from Lind before Christmas.\x00 They met in 2016, a friend said.\u2028"
        'She denied that she had married \u202eOla Berg. =HYPERLINK("x") \'quoted\', "twice"\r\n'
        "Their son Max was born on 3 May 2021."
    ),
)
BLOG = Document(id="d3", source="notes.txt", text="Zoë Vale is Tom Vale's sister.")

NORA = Person(id="p1", name="Nora Lind", aliases=("Lind", "Nora"), mentions=7)
TOM = Person(id="p2", name="Tom Vale", aliases=("Vale",), mentions=6)
OLA = Person(id="p3", name="Ola Berg", mentions=2)
MAX = Person(id="p4", name="Max", mentions=1)
ZOE = Person(id="p5", name="Zoë Vale", mentions=1)
WIFE = Person(id="p6", name="first wife of Ola Berg", unnamed=True)


def when(edtf: str | None) -> Interval | None:
    return Interval.from_edtf(edtf) if edtf else None


def members(*people: Person, role: str = "partner") -> tuple[Member, ...]:
    return tuple(Member(id=person.id, name=person.name, role=role) for person in people)


def claim(document: Document, quote: str, type: str, people: tuple[Member, ...], **more) -> Claim:
    start = document.text.index(quote)
    evidence = Evidence(document=document.id, start=start, end=start + len(quote), quote=quote)
    told = tuple(Participant(role=member.role, person=member.name, name=member.name) for member in people)
    fields = {"kind": "event", "found_by": f"rule: {type}", "score": 0.9, **more}
    return Claim(
        id=content_id(document.id, start, type),
        document=document.id,
        type=type,
        people=told,
        evidence=evidence,
        **fields,
    )


def event(id: str, type: str, people: tuple[Member, ...], edtf: str | None, *claims: Claim, **more) -> Event:
    return Event(id=id, type=type, people=people, when=when(edtf), claims=claims, score=0.9, **more)


def couple() -> Timeline:
    """The timeline; ids sort otherwise than the tuples do, so that a writer has to sort."""
    pair, old = members(NORA, TOM), members(NORA, OLA)
    friend = {"status": Status.REPORTED, "said_by": "a friend"}
    met = event(
        "e1",
        "met",
        pair,
        "2017",
        claim(
            GAZETTE, "Nora Lind met Tom Vale in 2017 at the Lyric", "met", pair, when=when("2017"), when_text="in 2017"
        ),
        claim(POST, "They met in 2016, a friend said", "met", pair, when=when("2016"), **friend),
        place="The Lyric",
        rivals=(Rival(when=Interval.from_edtf("2016"), documents=("d2",)),),
    )
    moved = event(
        "e2",
        "moved_in",
        pair,
        "2020/2020-09-14",
        claim(GAZETTE, "They moved in together this year", "moved_in", pair, when=when("2020/2020-09-14")),
        bounds=Bounds(earliest=date(2020, 1, 1), latest=date(2020, 9, 14), why=("told on 14 September 2020",)),
    )
    public = event(
        "e3", "went_public", pair, "2018", claim(GAZETTE, "The pair went public in 2018", "went_public", pair)
    )
    engaged = event(
        "e4",
        "engaged",
        pair,
        "../2020-09-14",
        claim(GAZETTE, "Vale & Lind are said to be engaged", "engaged", pair, status=Status.RUMOURED, score=0.4),
        status=Status.RUMOURED,
    )
    split = event(
        "e5",
        "separated",
        pair,
        "2023/2023-12-24",
        claim(POST, "Vale reportedly split from Lind before Christmas.\x00", "separated", pair, status=Status.REPORTED),
        status=Status.REPORTED,
    )
    denied = event(
        "e6",
        "married",
        old,
        None,
        claim(POST, "She denied that she had married \u202eOla Berg", "married", old, status=Status.DENIED),
        status=Status.DENIED,
    )
    child = (*members(NORA, TOM, role="parent"), *members(MAX, role="child"))
    born = event(
        "e7",
        "child_born",
        child,
        "2021-05-03",
        claim(POST, "Their son Max was born on 3 May 2021", "child_born", child),
    )
    apart = event("e8", "separated", old, "2016", basis=Basis.INFERRED)
    dated = claim(GAZETTE, "Lind dated the sculptor Ola Berg from 2014 to 2016", "dating", old, kind="state")
    together = State(
        id="s1",
        type="dating",
        people=pair,
        start=Bound(
            earliest=date(2017, 1, 1), latest=date(2018, 12, 31), why="after they met, before they went public"
        ),
        end=Bound(earliest=date(2023, 1, 1), latest=date(2023, 12, 24), basis=Basis.STATED, why="separated"),
        attested=(Interval.from_edtf("2018"), Interval.from_edtf("2020-09-14")),
        claims=moved.claims,
    )
    before = State(
        id="s2",
        type="dating",
        people=old,
        start=Bound(earliest=date(2014, 1, 1), latest=date(2014, 12, 31), basis=Basis.STATED),
        end=Bound(earliest=date(2016, 1, 1), latest=date(2016, 12, 31), basis=Basis.STATED),
        claims=(dated,),
    )
    promised = State(
        id="s3",
        type="engaged",
        people=pair,
        start=Bound(latest=date(2020, 9, 14)),
        status=Status.RUMOURED,
        claims=engaged.claims,
    )
    siblings = Kin(
        id="k1",
        type="sibling_of",
        people=members(ZOE, TOM, role="sibling"),
        claims=(
            claim(BLOG, "Zoë Vale is Tom Vale's sister", "sibling_of", members(ZOE, TOM, role="sibling"), kind="kin"),
        ),
    )
    parent = Kin(
        id="k2",
        type="parent_of",
        people=(*members(NORA, role="parent"), *members(MAX, role="child")),
        claims=born.claims,
    )
    return Timeline(
        documents=(POST, GAZETTE, BLOG),
        people=(TOM, NORA, OLA, MAX, ZOE, WIFE),
        events=(apart, met, public, moved, engaged, born, split, denied),
        states=(before, together, promised),
        kin=(parent, siblings),
        conflicts=(
            Conflict(
                id="c1", events=("e1",), claims=tuple(each.id for each in met.claims), why="met in 2017 or in 2016"
            ),
        ),
    )
