"""Whether a text is English, by the little words that every language repeats."""

import re

SAMPLE = 6000  # characters; enough for some thousand words, and constant time on a book
FEW = 20  # words; below it only a clear sign of another language counts
LEAST = 0.03  # of all words; running English has 0.35 to 0.5 of them, a list of names with a few words between 0.05
ACCENTED = 0.02  # of all letters; English with many foreign names stays below 0.01

COMMON = """
the and of to with was his her he she they is for from by had has been who after were at their this which when be have
not but you my we are that it would about until before also into than while where said since its him as
"""
# the commonest words of the neighbours, without those that English and its names have too ("die", "met", "de", "los")
NEIGHBOURS = """
der und das ist nicht mit dem ein eine auf sich für auch wurde sie im zum zur bei nach wie
les des est une dans que qui sur pas avec au aux ses cette été sont leur elle mais ou où
y por su como más fue pero sus lo está años entre cuando muy también
il di che è per non sono della nel dei gli alla anche suo sua ha più
os dos uma com não em foi ao pelo mais seu são
het een niet zijn voor op aan ook maar bij hij naar werd wordt uit
och att det som på är av för inte med hon jag har om
og til af ikke jeg hun
się nie jest na że od przez jak był była oraz po
ve bir bu için ile çok olarak
ja oli että ei hän mutta kun joka
"""
ENGLISH = frozenset(COMMON.split())
FOREIGN = frozenset(NEIGHBOURS.split())
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def is_english(text: str) -> bool:
    """Whether `text` may be read as English: the little words decide, and, where there are none, the letters.

    >>> is_english("They married in 1968, and he died a year after the wedding.")
    True
    >>> is_english("Sie heirateten im Mai 1968 und trennten sich nach der Geburt des Sohnes.")
    False
    >>> is_english("Ada Byron (1815–1852)")
    True
    """
    words = [word.casefold() for word in WORD.findall(text[:SAMPLE])]
    if not words:
        return True
    english = sum(map(ENGLISH.__contains__, words))
    foreign = sum(map(FOREIGN.__contains__, words))
    letters = "".join(words)
    if letters.isascii():  # most texts: nothing more can speak against it
        return foreign <= english + 1
    if foreign > english + 1 or 2 * sum(bool(LATIN.match(word)) for word in words) < len(words):
        return False
    accented = sum(letter > "\x7f" for letter in letters)
    return len(words) < FEW or english >= LEAST * len(words) or accented < ACCENTED * len(letters)
