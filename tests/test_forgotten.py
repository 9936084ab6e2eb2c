"""Who is to stay forgotten: which sentences go, which stay, and that everything keeps its place."""

import pytest

from kg.forgotten import Forgotten, form, hashed, sentences, words
from kg.read.draft import digested, renamed
from kg.records import Document
from kg.store import Blocked

SALT = "5a17" * 16


def forgotten(*names, documents=()):
    """A block list of one person: full names open any document, other forms act where one is opened."""
    forms = [Blocked(1, hashed(SALT, form(name)), len(words(name)), " " in name) for name in names]
    return Forgotten(SALT, [*forms, *(Blocked(1, hashed(SALT, each), 0, True) for each in documents)])


def document(text, source="a.txt", **fields):
    return renamed(digested(Document(id="", source="", text=text, **fields)), source)


def left(text, *names, **more):
    return forgotten(*names, **more).without(document(text), "/x/a.txt")[0].text


ADA = ("Ada Hill", "Hill", "Ada")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Ada Hill met Ben Moor. Ben Moor paints.", "Ben Moor paints."),
        ("Ben Moor paints. Hill is a nurse. Ada Hill met him.", "Ben Moor paints."),
        ("Ada Hill’s brother is Cy Hill. Dan Fox sings.", "Dan Fox sings."),
        ("ADA HILL MET BEN MOOR.\n\nDan Fox sings.", "Dan Fox sings."),
        # she is nobody else, however much a later reading might think so
        ("Eve Fox sings. Ada Hill paints. She married Ben Moor. Dan Fox sings.", "Eve Fox sings. Dan Fox sings."),
        ("Ada Hill paints. The pictures are small. Their son is Cy.", "The pictures are small."),
        # whoever is introduced next is meant by what follows
        ("Ada Hill paints. Later Eve Fox sang. She married Ben Moor.", "Later Eve Fox sang. She married Ben Moor."),
        ("Mr. J. Moor met Ada Hill in Leith. Dan Fox sings.", "Dan Fox sings."),
    ],
)
def test_sentences_that_name_a_person_go_with_those_that_lean_on_them(text, stays):
    assert " ".join(left(text, *ADA).split()) == stays


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace met Ben Moor.",  # a first name is many people's
        "The hill is high. Will it rain?",
        "Adah Hillier met Ben Moor.",
        "Hill met Ada in Leith.",  # nothing here says which
    ],
)
def test_documents_that_do_not_tell_of_them_stay_as_they_are(text):
    assert left(text, *ADA) == text


def test_a_document_in_which_they_were_found_is_theirs_without_a_full_name():
    assert left("Ada paints. Dan Fox sings.", *ADA, documents=["/x/a.txt"]).strip() == "Dan Fox sings."


def test_a_name_that_is_a_word_too_only_counts_where_it_is_written_as_a_name():
    kept = left("Will Fox paints. Dan Moor will sing. Then Will sang.", "Will Fox", "Will")
    assert kept.strip() == "Dan Moor will sing."


def test_every_other_character_keeps_its_place():
    text = "Ben Moor paints.\n\nAda Hill\nmet him.\tDan Fox sings."
    kept = left(text, *ADA)
    assert len(kept) == len(text)
    assert all(now in (was, " ") for now, was in zip(kept, text, strict=True))
    assert [i for i, each in enumerate(kept) if each == "\n"] == [i for i, each in enumerate(text) if each == "\n"]
    assert left(kept, *ADA) == kept


def test_title_author_and_file_name_go_too():
    told = document(
        "Dan Fox sings.", "lives/ada-hill.txt", title="Ada Hill at home", author="Ada Hill", publisher="Post"
    )
    kept, location = forgotten(*ADA).without(told, "/x/lives/ada-hill.txt#3")
    assert (kept.title.strip(), len(kept.title), kept.author, kept.publisher) == ("", len(told.title), None, "Post")
    assert "ada" not in (kept.source + location).casefold()
    assert (kept.source.endswith(".txt"), location.startswith("/x/lives/")) == (True, True)
    assert kept.id != told.id
    assert digested(kept).digest == kept.digest


def test_nobody_forgotten_changes_nothing():
    told = document("Ada Hill met Ben Moor.")
    assert Forgotten("", []).without(told, "/x/a.txt") == (told, "/x/a.txt")
    assert not Forgotten("", [])


def test_names_are_hashed_with_the_salt_of_the_store():
    assert hashed(SALT, "ada hill") != hashed("00" * 32, "ada hill")
    assert "ada" not in hashed(SALT, "ada hill")


def test_sentences_end_with_paragraphs_and_cover_all_words():
    text = "A headline\n\nDr. Fox met J. Moor. He sang!"
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "A headline",
        "Dr. Fox met J. Moor.",
        "He sang!",
    ]
