import pytest

from kg.show.safe import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë O'Neill-李 👩‍🚀", "Zoë O'Neill-李 👩‍🚀"),
        ("two\nlines\u2028three\x85four", "two lines three four"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("\x9b31m", "\ufffd31m"),
        ("\ud800", "\ufffd"),
        ("[red]no markup[/red] :smile:", "[red]no markup[/red] :smile:"),
    ],
)
def test_what_would_act_is_seen_instead(text, shown):
    assert visible(text) == shown
