"""The sample corpus: read whole, and its gold says nothing that its texts do not."""

import re
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from kg.evaluate.gold import interval, load
from kg.evaluate.names import words
from kg.read import Skip, read
from kg.records import Document

DATA = Path(__file__).parent.parent / "data"
GOLD = load(DATA / "expected.json")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Documents by the names that the gold gives them: a file without its suffix, or a row's id."""
    found = (each for each in read(DATA) if isinstance(each, Document))
    return {re.split(r"#", each.source)[-1].rsplit(".", 1)[0]: each for each in found}


def text_of(documents: dict[str, Document], docs: tuple[str | int, ...]) -> str:
    return "\n".join(f"{documents[str(doc)].title}\n{documents[str(doc)].text}" for doc in docs)


def test_every_file_is_read_but_the_gold() -> None:
    skipped = [each.source for each in read(DATA) if isinstance(each, Skip)]
    assert skipped == ["README.md", "expected.json", "questions.jsonl"]


def test_corpus_is_as_large_as_promised(documents: dict[str, Document]) -> None:
    assert len(documents) >= 20
    assert sum(not event.is_soft for event in GOLD.events) >= 60
    assert len(GOLD.never) >= 15
    assert len(GOLD.questions) >= 25


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("norton-poots-2020", date(2020, 9, 21)),  # front matter
        ("norton-poots-2024", date(2024, 2, 12)),  # first line
        ("grace-rainier", date(2006, 4, 19)),  # a row of JSON lines
        ("marie-curie", None),
        ("mary-shelley", None),
    ],
)
def test_publication_dates_are_read(documents: dict[str, Document], name: str, published: date | None) -> None:
    assert documents[name].published == published


def test_one_article_is_a_copy_of_another(documents: dict[str, Document]) -> None:
    one, other = documents["norton-poots-2024"].text, documents["norton-poots-2024-copy"].text
    assert 0.7 < SequenceMatcher(None, one, other, autojunk=False).ratio() < 1


def test_gold_names_its_documents(documents: dict[str, Document]) -> None:
    told = {str(doc) for event in GOLD.events for doc in event.docs}
    assert told == set(documents) - {"README"}


def test_people_of_the_gold_stand_in_its_texts(documents: dict[str, Document]) -> None:
    known = {person.name: person for person in GOLD.people}
    for event in GOLD.events:
        text = words(text_of(documents, event.docs))
        for name in event.people:
            forms = [name, *known[name].aliases] if name in known else [name]
            assert any(words(form) <= text for form in forms), (event.type, name)


def test_years_places_and_works_of_the_gold_stand_in_its_texts(documents: dict[str, Document]) -> None:
    gold = re.findall(r'"place": "([^"]+)".*?"docs": \["([^"]+)"', (DATA / "expected.json").read_text("utf-8"))
    assert len(gold) > 30
    for place, doc in gold:
        assert place in text_of(documents, (doc,)), place


def test_days_of_the_gold_stand_in_its_texts(documents: dict[str, Document]) -> None:
    days = [event for event in GOLD.events if event.date and re.fullmatch(r"\d{4}-\d\d-\d\d", event.date)]
    assert len(days) > 100
    for event in days:
        text, day = text_of(documents, event.docs), date.fromisoformat(event.date or "")
        said = re.search(rf"\b{day.day}\W{day:%B}\b|ago today|died on Friday|six days after", text)
        assert said, (event.type, event.people, event.date)


@pytest.mark.parametrize("part", ["events", "never"])
def test_dates_of_the_gold_are_edtf(part: str) -> None:
    written = [text for fact in getattr(GOLD, part) for text in (fact.date, *fact.accept) if text]
    assert written
    assert [text for text in written if interval(text) is None] == []


def test_no_trap_is_told_as_a_fact() -> None:
    facts = {(event.couple, event.date) for event in GOLD.events if event.is_real and not event.is_soft}
    couples = {couple for couple, _ in facts}
    wrong = [
        trap for trap in GOLD.never if (trap.couple, trap.date) in facts or (not trap.date and trap.couple in couples)
    ]
    assert wrong == []


def test_questions_have_answers_as_data() -> None:
    assert [question.q for question in GOLD.questions if question.value is None] == []


def test_people_of_the_gold_are_listed_once() -> None:
    assert len({person.name for person in GOLD.people}) == len(GOLD.people)
    known = {person.name for person in GOLD.people}
    assert {name for fact in (*GOLD.events, *GOLD.never) for name in fact.people} <= known
