import io

import pytest

from kg.export import write
from kg.export.mermaid import safe


def test_dated_happenings_in_order_with_their_doubt(couple):
    stream = io.StringIO()
    write(couple, stream, format="mermaid")
    assert stream.getvalue() == (
        "timeline\n"
        "    2016 : separated, Nora Lind and Ola Berg\n"
        "    2017 : met, Nora Lind and Tom Vale\n"
        "    2018 : went public, Nora Lind and Tom Vale\n"
        "    January to 14 September 2020 : moved in, Nora Lind and Tom Vale\n"
        "    by 14 September 2020 : engaged (rumoured), Nora Lind and Tom Vale\n"
        "    3 May 2021 : child born, Nora Lind and Tom Vale and Max\n"
        "    January to 24 December 2023 : separated (reported), Nora Lind and Tom Vale\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë O’Neill-Vale", "Zoë O’Neill-Vale"),
        ("a: b; c", "a#58; b#59; c"),
        ("x\ny", "x y"),
        ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"),
        ("<script>", "#60;script#62;"),
        ("#35;", "#35;35#59;"),
    ],
)
def test_a_sign_of_the_notation_is_shown_not_obeyed(text, shown):
    assert safe(text) == shown
