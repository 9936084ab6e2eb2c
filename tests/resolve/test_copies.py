from kg.records import Document
from kg.resolve.copies import Copies

STORY = (
    "The mill by the river was sold to two sisters who had come from the coast with nothing but a cart and a clock. "
)
OTHER = "A winter fair on the frozen lake drew people from nine villages, and the smith won the race on wooden skates. "


def independent(*texts):
    documents = {str(i): Document(id=str(i), source=str(i), text=text) for i, text in enumerate(texts)}
    return Copies(documents).independent(documents)


def test_a_text_and_its_copy_count_once():
    assert independent(STORY * 2, (STORY * 2).upper() + "Ends.") == 1


def test_a_shortened_copy_is_a_copy():
    assert independent(STORY * 2 + OTHER, STORY * 2) == 1


def test_two_texts_count_twice():
    assert independent(STORY * 2, OTHER * 2) == 2


def test_texts_too_short_to_compare_count_each():
    assert independent("They wed.", "They wed.") == 2
