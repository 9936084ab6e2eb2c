"""Other ways to put a question, brought to the ones that the rules know: openings, tags, and words in another order.

Names stay as they stand; only the words around them change.
"""

import re

_LONGEST = 600  # characters
_WHO_LEADS = r"(?:me|us|you|anyone|anybody|someone|somebody|people)"
_SPOUSE = r"(?:husband|wife|spouse|bride|groom|hubby)"
_LOVER = r"(?:girlfriend|boyfriend|partner|lover|sweetheart)"
_PARENT = r"(?:father|mother|parent|dad|mum|mom|daddy|mummy)s?"
_CHILD = r"son|daughter|child|baby|boy|girl|twin"
_TIE = rf"(?:{_SPOUSE}s?|wives|spouses|{_LOVER}s?|{_PARENT}|(?:{_CHILD}|brother|sister|sibling)s?|children|exe?s?)"
_STARTS = r"(?:who|whom|whose|which|what|when|where|how|did|do|does|was|were|is|are|has|have|had|will|would|can|could)"
_BEFORE_WHO = "to|with|from|by|according|in|on|at|for|of|since|between|among|out|as|before|after|while|during|until"
_NAME = r"((?-i:[A-Z][^\s,?]*(?: [A-Z][^\s,?]*)*))"
_GIVE = r"(?:give|name|state|specify|provide|find|say)"
_DATE = r"(?:exact |precise |full )?(?:date|day|year|month|time)(?: and (?:year|place))?"
_PLACE = r"(?:place|venue|location|setting|site|scene|spot)"

# what stands before the question itself
_LEADS = (
    r"(?:please|so|and|but|ok|okay|hey|hi|hello|well|right|then)\b[ ,:!]*",
    rf"(?:can|could|would|will) {_WHO_LEADS} (?:please )?(?:tell|say|remind|show|explain)\b"
    rf"(?: to)?(?: {_WHO_LEADS})?[ ,:]*",
    r"i(?: would|['’]d)? (?:like|love|want|wish|need|have) to (?:know|find out|learn|hear|ask|understand)\b[ ,:]*",
    r"i(?: am|['’]m| was)? ?(?:wonder|wondering|curious|asking)\b(?: to know| about)?[ ,:]*",
    rf"(?:do|does|did) {_WHO_LEADS} (?:happen to |also )?(?:know|remember|recall|have any idea)\b[ ,:]*",
    rf"(?:tell|remind|inform) {_WHO_LEADS}[ ,:]*(?=(?:{_STARTS}|if|whether|to|with|from|in|on|by|since|until)\b)",
    r"(?:any idea|is it known|do we know|what i want to know is|my question is)[ ,:]*",
)
_LEAD = re.compile("|".join(_LEADS), re.I)

# pattern -> what stands for it, tried in this order, each once
_REWRITES = tuple(
    (re.compile(pattern, re.I), made)
    for pattern, made in (
        (r"^(who|when|where|what|how)['’]s\b", r"\1 is"),
        (r"^(who|when|where|what|how)['’]re\b", r"\1 are"),
        (r"^(did|do|does|was|were|is|are|has|have|had)n['’]t\b", r"\1"),
        (r"^(?:if|whether) ", "is it true that "),
        (rf"^(?!{_STARTS}\b)(.+?),? (?:(?:was|were|is|are|did|do|does|has|have|had)n['’]t (?:they|he|she|it)"
         r"|right|correct|true|yes|or not)\s*\?+$", r"is it true that \1?"),
        # "is she married, and to whom?"
        (r"^((?:was|were|is|are|did|do|does|has|have|had)\b.+?),? and(?:,? if so,?)? "
         r"((?:to|with|from|by) whom|whom?|when|where|how long)\s*\?*$", r"\2 \1?"),
        # three words typed into a search box
        (r"^([^?]+?)(?:['’]s)? (?:birthplace|place of birth)\s*\?*$", r"where was \1 born?"),
        (r"^(?!when\b|what\b|which\b)([^?]+?)(?:['’]s)? (?:date of birth|birth date|birthdate|birthday|dob)\s*\?*$",
         r"when was \1 born?"),
        (rf"^(?!(?:{_STARTS}|{_BEFORE_WHO}|list|name|give|show|tell|describe)\b)"
         rf"((?:\S+ ){{0,2}}\S+?['’]s (?:\w+ |ex-)?{_TIE}(?: (?:in|on|at|during) [^?]+)?)\s*\?*$", r"who was \1?"),
        (rf"^((?:the )?(?:\w+ |ex-)?{_TIE} of {_NAME}(?: and {_NAME})?)\s*\?*$", r"who was \1?"),
        (r"\b(?:of|by) (?:his|her|their) own\b", ""),
        # words for people
        (r"\b(?:brothers? (?:and|or) sisters?|sisters? (?:and|or) brothers?)\b", "siblings"),
        (r"\b(?:sons? (?:and|or) daughters?|daughters? (?:and|or) sons?)\b", "children"),
        (r"\b(?:mother and father|father and mother|mum and dad|mom and dad)\b", "parents"),
        (r"^(?:does|did|do|has|had) (.+?) (?:have|had)(?: any| a| an)? (\w+),? and (?:if so,? )?who\b.*$",
         r"who are \1's \2?"),
        # who
        (r"^(?:list|name) (?:everyone|everybody|anyone|all (?:the )?(?:people|persons|men|women))"
         r"(?: (?:whom|who|that))? ", "who "),
        (rf"^(?:which|who)(?: one)? of {_NAME} (?:and|or) {_NAME},? ([^?]+)", r"who \3, \1 or \2"),
        (r"^who came (after|before) (.+?) in (.+?)['’]s life\b", r"who was \3 with \1 \2"),
        (r"^who (?:survived|outlived) ([A-Z][^?,]*?)\s*\?*$", r"who was \1's widow?"),
        (r"^by whom was (.+?) survived\s*\?*$", r"who was \1's widow?"),
        (r"\bkids?\b", "children"),
        (r"^(?:name|identify|give|tell me)(?: the name of)? the (?:\w+ )?(?:person|man|woman|one|people)"
         r"(?: (?:to|with|from|by) whom| whom| who| that)? ", "who "),
        (rf"^(?!(?:{_STARTS}|{_BEFORE_WHO})\b)(\S.*?) (whom|who)\b(?! (?:is|was|are|were|had|has|lived)\b)(.*)$",
         r"\2 \1\3"),
        (r"^(?:of|between|among|amongst|out of) (.+?) and (.+?),? (who|which|whose)(?: of (?:them|the two)| one)?\b"
         r" ?([^?]*)",
         r"\3 \4, \1 or \2"),
        (r"^(who(?:m|se)?|which \w+) (?:succeeded|replaced|followed) (.+?) as (.+?)\s*\?*$", r"who was \3 after \2?"),
        (r"^(who(?:m|se)?|which \w+) preceded (.+?) as (.+?)\s*\?*$", r"who was \3 before \2?"),
        (r"^who (?:fathered|sired|begot)\b", "who is the father of"),
        (r"^who (?:bore|mothered)\b", "who is the mother of"),
        (r"\bthe (older|elder|younger|oldest|eldest|youngest|first|second|third|last)(?: one)? (?:of|among) "
         r"([A-Z][^?,]*?['’]s) (?:two |three |four )?"
         rf"({_CHILD}|brother|sister|sibling)(?:s|ren)\b", r"\2 \1 \3"),
        (rf"^which(?: one)? of ([A-Z][^?,]*?)['’]s ({_CHILD})(?:s|ren) (?:has|had) (.+?) "
         r"(?:as|for) (?:a |its |the |their |his |her )?(?:father|mother|parent)\b", r"who is the \2 of \1 and \3"),
        (r",? (?:in|by) (?:the )?(?:order of (?:their )?(?:birth|age)|birth order)\b", ""),
        (r"^who (was|is|were|are) in (.+?)['’]s life\b", r"who \1 \2 with"),
        (rf"^which(?: one)? of (.+?['’]s) (?:two |three |four )?({_CHILD}|brother|sister|sibling)(?:s|ren) "
         r"(?:is|was) (?:the )?(older|elder|younger|oldest|eldest|youngest)\b", r"who is \1 \3 \2"),
        (r"^(?:what (?:is|was) the name of|who (?:is|was|were)) ([^?,]+?) who (?=(?:died|married|divorced|left)\b)",
         r"who of \1 "),
        (r"^(?:is|was) (.+?) survived by (?:a |his |her )?(wife|husband|widow|widower)\b", r"did \1's \2 outlive \1"),
        (rf"^(is|was) (.+?) (?:already )?an? {_PARENT}\b", r"does \2 have children"),
        (r"^(is|was) (.+?) (?:already )?a grand(?:mother|father|parent|ma|pa)\b", r"does \2 have grandchildren"),
        # when
        (rf"^{_GIVE}(?: {_WHO_LEADS})? the {_DATE} of ", "when was "),
        (rf"^{_GIVE}(?: {_WHO_LEADS})? the {_DATE}(?: when| on which| in which| that)? ", "when "),
        (r"^(?:which|what) (?:year|month|day|date|week|season|summer|winter|spring) (?:saw|brought) ", "when was "),
        (r"^(?:what|which) (?:is|was) the (beginning|start|end) of ", r"when was the \1 of "),
        (r"^from when ", "since when "),
        (r"^(?:until|till|up to) when (?:were|was|did) (.+?) (?:stay |remain |be )?married\b",
         r"when did the marriage of \1 end"),
        (r"^(?:until|till|up to) when (?:were|was|did) (.+?) (?:stay |remain |be )?engaged\b",
         r"when did the engagement of \1 end"),
        (r"^(?:what|which)(?: of these)? (?:came|happened|was) first[,:]? (.+?) or ([^?]+)",
         r"did \1 take place before or after \2"),
        (r"^(?:until|till|up to) when (?:were|was|did) (.+?) (?:stay |remain |be )?"
         r"(together|a couple|an item|with|married|engaged)\b",
         r"when did the relationship of \1 end"),
        (rf"^(?!{_STARTS}\b|list\b|name\b)(\S.*?),? (when|where)\s*\?*$", r"\2 \1?"),
        # how long
        (r"\b(?:live|lived) longer than\b", "outlive"),
        (r"^how long did (.+?) live\s*\?*$", r"how old was \1 when \1 died?"),
        (r"^how (?:long|many years) did (.+?) live after ([^?]+)", r"how long after \2 did \1 die"),
        (r"^what (?:is|was) the (?:age (?:difference|gap)|difference (?:in|of) age) between (.+?) and ([^?]+)",
         r"how many years older is \1 than \2"),
        (r"^how (many \w+|long|far) apart (?:were|are|was|did) ", r"how \1 lie between "),
        (r"\b(after|before|since) losing (?=[A-Z])", r"\1 the death of "),
        (r"\bhow (?:soon|quickly|shortly|fast|swiftly) (after|before)\b", r"how long \1"),
        (r"^how old did (.+?) (?:live to be|live to|live|become|get)\s*\?*$", r"how old was \1 when \1 died?"),
        (r"^(?:to |at )?(?:what|which) age did (.+?) (?:live to|live|reach|attain)\s*\?*$",
         r"how old was \1 when \1 died?"),
        (r"^how long (?:had|have|has|did) (.+?) (?:known?|been friends with) (?:each |one an)other"
         r" (?:when|before|by the time)(?: that)? ", r"how long after \1 met did "),
        (r"^how much (?:later|earlier|sooner) than ((?:the|their|his|her) .+?|.+['’]s .+?) (?:was|were|is|did) ",
         r"how much time lies between \1 and "),
        (r"^(?:what|which) (?:is|was) the (?:time|period|interval|gap|span|distance)(?: of time)? (between|from) ",
         r"how much time lies \1 "),
        (r"\b(?:on|at) the (?:very )?(?:day|date|time|occasion|moment) of (?=(?:the|his|her|their|a)\b)", "at "),
        (r"\bmov(?:e|es|ed|ing) out\b", "stop living together"),
        # where
        (r"^where (?:was|were) (.+?) when (?:he|she|they) (?=[a-z]+\s*\?*$)", r"where did \1 "),
        (r"^in (?:what|which) (?:part|corner|area|region|district|quarter) of (?:the )?[A-Z]\w+", "where"),
        (r"^(?:which|what) (?:place|city|town|village|country|church|venue) (?:saw|witnessed|hosted) ", "where was "),
        (rf"^(?:what|which) (?:is|was) the {_PLACE} of ", "where was the "),
        (rf"^(?:what|which) (?:is|was) (.+?)['’]s {_PLACE} of (death|birth)", r"where was the \2 of \1"),
        (rf"^{_GIVE}(?: {_WHO_LEADS})? the {_PLACE} (?:of|where) ", "where was "),
        (r"^(?:how|in what way|by what means) did (.+?) (?:first )?(?:meet|get to know)\b", r"where did \1 meet"),
        # how many
        (r"^(?:what|which) (?:is|was) the (?:total )?number of ", "how many "),
        (r"^(?:count|number) (?:of )?(?:all )?(?:the )?", "how many "),
        (rf"^(did|does) (.+?) leave (?:behind )?(?:any |a )?(?=(?:{_CHILD}|children)\b)", r"\1 \2 have "),
        (rf"^who became (?=[^?]+?['’]s (?:\w+ )?{_SPOUSE}\b)", "who was "),
        # losing a husband is widowhood
        (r"((?:\b(?:his|their)|['’]s)(?: late| young)?) widow\b(?= (?:re)?marr|['’])", r"\1 wife"),
        (r"((?:\bher|['’]s)(?: late| young)?) widower\b(?= (?:re)?marr|['’])", r"\1 husband"),
        (r"\bleft (?:as )?(?:a )?widow(?:er|ed)?\b", "widowed"),
        (rf"\b(?:lose|lost|loses) (?:a |his |her |their |the )?(first |second |third )?{_SPOUSE}\b", r"be \1widowed"),
        (r"\b(?:become|becomes|became|becoming) (?:a )?widow(?:er)?\b(?! of)", "be widowed"),
        (r"^since when (?:has|have|had|is|was) (.+?) (?:been )?(?:a )?widow(?:er|ed)?\b", r"when was \1 widowed"),
        # children to come
        (rf"^when will (.+?)['’]s (?:{_CHILD}) (?:arrive|come|be born)\b", r"when are \1 going to have a child"),
        (rf"\b((?:{_CHILD})(?: [A-Z][\w-]+)*) arrived?\b", r"\1 born"),
        (r"\btake (?:a|another) (second|third|new|fresh)\b(?: (?:husband|wife|spouse|bride|one))?", "marry again"),
        (r"^when (?:is|was|are) the (?:child|baby|son|daughter|birth)(?: of| to) (.+?) (?:due|expected)\b",
         r"when are \1 going to have a child"),
        (r"^when (?:is|was|are) (.+?)['’]s (?:child|baby|son|daughter) (?:due|expected)\b",
         r"when are \1 going to have a child"),
        (r"^(who|which couples?) (\w+(?: off| out)?) their (?=romance|relationship|engagement|wedding|split|divorce)",
         r"\1 \2 a "),
        (r"^(who|which (?:couples?|women)) (is|are) (?:pregnant|expecting)(?: a| her| their)?(?: child| baby)?\b",
         r"\1 \2 going to have a child"),
        (r"^(is|was|are|were) (.+?) (?:pregnant|expecting)(?: with)?(?: a| her| his| their)?(?: child| baby)?\b",
         r"\1 \2 going to have a child"),
        # the younger son
        (r"^which (son|daughter|child|brother|sister) of (.+?) (is|was) (?:the )?"
         r"(younger|older|elder|youngest|oldest|eldest)\b", r"who \3 the \4 \1 of \2"),
        (r"\blonger ago\b", "earlier"),
        # becoming somebody's wife is marrying, becoming somebody's father a birth
        (rf"\b(?:become|becomes|became|becoming) (?:the |a )?{_SPOUSE} (?:of|to)\b", "marry"),
        (rf"\b(?:become|becomes|became|becoming) (?!engaged)([^?,]{{2,40}}?)['’]s (?:\w+ )?{_SPOUSE}\b", r"marry \1"),
        (rf"\b(?:make|made) ([^?,]{{2,40}}?) (?:his|her|their) (?:\w+ )?{_SPOUSE}\b", r"marry \1"),
        (rf"\btake (?:the |a )?([^?,]{{2,40}}?) (?:as|for) (?:his|her|a) {_SPOUSE}\b", r"marry \1"),
        (rf"\b(?:become|becomes|became|becoming) ([^?,]{{2,40}}?)['’]s {_LOVER}\b", r"start dating \1"),
        (rf"\b(?:become|becomes|became|becoming) (?:the |a )?{_LOVER} of\b", "start dating"),
        (rf"\b(?:become|becomes|became|becoming) (?:a |the )?{_PARENT} (?:of|to)(?= [A-Z])", "give birth to"),
        (rf"\b(?:become|becomes|became|becoming) (?:a |the )?{_PARENT}\b(?! of| to)", "have a child"),
        (r"^(when|where) did (.+?) have (?=[A-Z])", r"\1 did \2 give birth to "),
        (r"\b(?:live|lived) to (?:be|the age of|the age)\b", "reach the age"),
        (r"\bno longer (?:alive|living)\b", "dead"),
        (r"\bno longer (?:together|a couple|an item|a pair)\b", "separated"),
    )
)  # fmt: skip


def beginning(text: str) -> str:
    """As much of a question as is read, with single spaces."""
    return " ".join(text.replace("\x00", " ").split())[:_LONGEST]


def plain(text: str) -> str:
    """The question without what leads up to it, in the words and the order that the rules know.

    >>> plain("Can you tell me when Ada became Bob's wife?"), plain("Ada married whom in 1835?")
    ('when Ada marry Bob?', 'whom Ada married in 1835?')
    """
    found = beginning(text)
    while match := _LEAD.match(found):
        found = found[match.end() :]
    for pattern, made in _REWRITES:
        found = pattern.sub(made, found, count=1)
    return found
