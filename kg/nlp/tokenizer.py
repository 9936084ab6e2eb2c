"""spaCy's English rules, made to cut as the English treebanks of Universal Dependencies do."""

import re
from typing import Any

from spacy.lang.tokenizer_exceptions import URL_PATTERN

# "ex-husband" is one word, "well-known" three (both treebanks; counted in their training part).
_PREFIXES = (
    "non|re|anti|co|pre|mid|pro|cross|post|semi|sub|counter|ex|multi|mini|e|un|inter|intra|neo|socio|psycho|mis|bi|de"
    "|uh|un|mm|uh|nuh|nun|hm|meh"
)
# Words which spaCy takes for "we'd", "I'd" and the like with the apostrophe left out.
_NOT_CONTRACTED = ("wed", "Wed", "id", "Id", "hed", "Hed", "shed", "Shed")
_ABBREVIATIONS = ("al.", "Sept.", "Rev.", "Sen.", "Rep.", "Gov.", "Gen.", "Lt.", "Capt.", "Col.", "Cal.", "Prof.",
                  "Reps.", "Mlle.", "Mme.", "Ave.", "Blvd.", "approx.", "Oct.", "Nov.", "Dec.", "Vol.", "vol.",
                  "Sgt.", "Hon.", "Maj.", "Ft.", "Yahoo!", "b.", "d.", "c.", "ca.", "Wed.", "Thur.", "Fri.", "Sat.",
                  "Sun.", "Smt.",
                  "GEN.", "MR.", "MRS.", "DR.", "MS.", "ST.", "JR.", "SR.", "Drs.", "LTD.", "ext.", "ect.")  # fmt: skip
_PARTS = {
    "wanna": ("wan", "na"),
    "gimme": ("gim", "me"),
    "lemme": ("lem", "me"),
    "US$": ("US", "$"),
    "outta": ("out", "ta"),
    "alot": ("a", "lot"),
    "lets": ("let", "s"),
    "lotta": ("lot", "ta"),
}
_SLASHED = ("b/c", "w/o", "c/o", "n/a", "N/A", "w/", "9/11")
_WHOLE = re.compile(
    # A tokenizer that is read from disk asks for a match at the beginning only, so the end stands in the pattern.
    r"(?:(?:\+?\d{1,3}-)?\(?\d{3}\)?[-.]\d{3}[-.]\d{4}|\d{3}-\d{4}"  # telephones
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"  # days in figures
    r"|\d{2,3}-\d{3}|\d-\d{4}"  # numbers of files
    r"|([-=*_#~+])\1+[-=*_+]*|([.$])\2+|[!?]{2,}"  # rules, dots and cries
    r"|['’]?\d*0['’]s"  # the 1990's
    r"|#[^\W\d]\w*|@\w+)$"
)


# An address, as spaCy knows it, but for what a quotation mark or a bracket parts from it: "Jane Roe"<jane@roe.org>.
_ADDRESS = re.compile(r"(?![^\s]*[\"<>])" + URL_PATTERN)


def tokenizer() -> Any:
    """A blank English pipeline's tokenizer, adjusted."""
    import spacy

    return adjust(spacy.blank("en").tokenizer)


def adjust(tokenizer: Any) -> Any:
    """The tokenizer, with rules that agree with the treebanks."""
    from spacy.symbols import ORTH
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules = {word: parts for word, parts in tokenizer.rules.items() if word not in (*_NOT_CONTRACTED, "and/or", "):")}
    rules |= {word: [{ORTH: word}] for word in _ABBREVIATIONS + _SLASHED}
    for word, parts in _PARTS.items():
        for spelled in ((word, parts), (word.capitalize(), (parts[0].capitalize(), parts[1]))):
            rules[spelled[0]] = [{ORTH: part} for part in spelled[1]]
    tokenizer.rules = rules
    # None of them begins with a letter or a figure: so much is asked first, as they are many.
    tokenizer.infix_finditer = compile_infix_regex([rf"(?=\W)(?:{'|'.join(_infixes())})"]).finditer
    tokenizer.suffix_search = compile_suffix_regex(
        [
            *_defaults("suffixes"),
            r"[-=*~_]{2,}",
            r"[.:]*[!?]+",
            r"(?<=[^\W\d_]{3})-",
            r"(?:>>|<<)",
            r"(?<=\w)\++",
            r"(?<=[^\W\d_])(?:['’](?:ll|m|re|ve)|n['’]t)",
            r"(?<=\d)(?:[AaPp][Mm]|[kmxp]|bn|hrs?|mins?)",
        ]
    ).search
    prefixes = [r"(?:<<|>>|\*{2,}|={2,}|~+|\${2,}|-{2,}(?=\w)|-(?=[^\W\d_])|@(?=\d))", *_defaults("prefixes")]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.url_match = _ADDRESS.match
    tokenizer.token_match = _WHOLE.match
    return tokenizer


def _defaults(kind: str) -> list[str]:
    from spacy.lang.en import English

    return list(getattr(English.Defaults, kind) or ())


def _infixes() -> list[str]:
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS

    kept = "".join(rf"(?<!^{prefix})" for prefix in _spellings())
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\-\*^–—](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}0-9])",
        rf"(?<=[.,!?{CONCAT_QUOTES}])(?:--|–|—)(?=[{ALPHA}0-9{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}0-9])[”\"](?=[.,]|--|–|—)",
        rf"(?<=[{ALPHA}0-9.)\]]){kept}(?:-|–|—|--|---|——|~)(?=[{ALPHA}0-9$\[(])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]{{2}})[?!]+(?=[{ALPHA}])",
        r"(?<=[0-9]):(?=[0-9])(?![0-5][0-9](?:\D|$))",
        r"(?<=[0-9])[/x'’](?=[0-9])|(?<=[0-9]),(?=[0-9]{1,2}(?:,[0-9]{1,2})*$)",
        rf"(?<=[{ALPHA}]{{2}}):(?=[0-9])|(?<=[{ALPHA}]{{3}})\.(?=[0-9])|(?<=[{ALPHA}]{{3}})#(?=[0-9])",
        rf"(?<=[{ALPHA}])\"(?=[{ALPHA}])|>{{2,}}",
        r"(?<=\w)\"(?=<)|<(?=[\w.]+@)|(?<=\w)\)(?=\.\w)",
        r"(?<=[\w.])\)(?=\()|(?<=\))\((?=\w)|(?<=[\w.\]])\((?=\w)|(?<=\w[.,])\)|(?<=\w)\)(?=\w)|(?<=\])[-–](?=\[)|(?<=[–-])\[(?=\w)|(?<=\w)\](?=[–-])",
    ]


def _spellings() -> list[str]:
    prefixes = _PREFIXES.split("|")
    return [spelled for prefix in prefixes for spelled in (prefix, prefix.capitalize())]
