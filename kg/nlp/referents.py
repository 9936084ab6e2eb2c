"""Whom each candidate speaks of: one pass through the document, remembering who was spoken of last."""

from collections.abc import Iterable, Sequence, Set
from itertools import combinations

from spacy.tokens import Token

from kg.nlp import interviews, lexicon, links
from kg.nlp.beside import APPOSED, joined
from kg.nlp.candidates import Candidate, relative_head
from kg.nlp.descriptions import Descriptions, callings, style
from kg.nlp.governing import SUBJECTS
from kg.nlp.married import called, renamed
from kg.nlp.phrases import doc_word
from kg.nlp.quotations import is_repeated
from kg.nlp.spouses import spouse
from kg.nlp.ties import ANEW, NOW, Tie, Ties, is_past
from kg.nlp.unions import is_estranged, is_left


class Referents(Descriptions):
    """Resolves the candidates of one document, in order; the results are in `Candidate.people`."""

    def run(self) -> None:
        """Resolves every candidate; once more where a wife has turned out to be told of under two names."""
        self._read()
        if joined := renamed(self.people, self.ties, called(self.doc, self.candidates)):
            for other, wife in joined.items():
                self.people.merge(other, wife)
            self._read()
        for each in self.candidates:
            each.people = tuple(dict.fromkeys(self.merged.get(index, index) for index in each.people))

    def _read(self) -> None:
        """Resolves every candidate, twice: what is told late ("his wife Jane") helps the second time from the start."""
        self.ties = Ties()
        speaker = interviews.titled(self.doc, self.candidates)
        for _ in range(2):
            if speaker is not None:
                interviews.attribute(self.doc, self.quotes, speaker)
            self.interviewee = next(iter(self.known_at(speaker)), None) if speaker is not None else None
            self.known, self.ties, self.couple = self.ties, Ties(), self.pairs.couple(self.bond)
            self.all_tied = self.tied
            self.forget()
            for each in sorted(self.candidates, key=self._turn):
                self._resolve(each)
            speaker = speaker if speaker is not None else interviews.only_speaker(self.quotes, self.known_at)

    def _turn(self, each: Candidate) -> tuple[float, int]:
        """Quoted words wait until their speaker is known; all else comes in order."""
        quote = self.quote_at(each.head)
        if quote is None or quote.speaker is None:
            return each.head, each.head
        return max(each.head, quote.speaker + 0.5), each.head

    # one candidate

    def _resolve(self, each: Candidate) -> None:
        if each.head in self.done:
            return
        self.done.add(each.head)
        if each.kind == "name":
            each.people = (self.people.of[each.start],)
        elif each.kind == "pronoun":
            each.people = self._pronoun(each)
        elif each.kind == "group":
            each.people = self.pair_of(each)
        elif each.kind == "elided":
            each.people = self.people.main()
        else:
            each.people = self._nominal(each)
        self.remember(each)

    def _of(self, head: int) -> tuple[int, ...]:
        """The figures that the word at `head` speaks of; resolved now if its turn has not come."""
        each = self.at.get(head)
        if each is None:
            return ()
        if each.kind in ("name", "nominal") and each.head not in self.done:
            self._resolve(each)
        return each.people

    # pronouns

    def _pronoun(self, each: Candidate) -> tuple[int, ...]:
        token = self.doc[each.head]
        if each.number == "relative":
            return self._antecedent(token)
        if each.number in ("speaker", "speakers"):
            return self._speaker(each)
        if token.lower_.endswith(("self", "selves")) or token.lower_ in ("each", "one", "other", "another"):
            return self._own_subject(token, each) or self._anyone(each)
        return self._anyone(each)

    def _antecedent(self, token: Token) -> tuple[int, ...]:
        """Whom a relative pronoun means: the head of its clause, or what stands right before it ("Jane, who")."""
        head = relative_head(token)
        last = self.ends.get(links.before_commas(token.doc[token.left_edge.i]), -1)  # "Ada, with whom"
        # of "Lange and Righini, who" and of "six sons, Ben (who" the last is meant, wherever the clause is hung
        is_of_last = last >= 0 and (
            doc_word(self.doc, token.i - 1) == "("
            or (self.doc[last].head == head and self.doc[last].dep_ in ("conj", "appos"))
        )
        if last >= 0 and (row := self._row_before(token, self.doc[last])):
            return row
        if last >= 0 and self.is_aged_before(last, token):
            return self.known_at(last)
        if head is not None and head.i in self.at and not is_of_last:
            return self._of(head.i) if head.i != token.i else ()
        if token.lower_ not in ("who", "whose", "whom"):
            return ()
        if head is None or self.known_at(last):
            return self.known_at(last)
        return self._person_behind(head, token) or self._person_above(head)

    def _person_behind(self, noun: Token, relative: Token) -> tuple[int, ...]:
        """Whom the noun before a relative pronoun is about: "her split from Ben last May, with whom"."""
        inside = (child for child in noun.subtree if noun.i < child.i < relative.i and child.dep_ in ("nmod", "appos"))
        named = [self._of(child.i) for child in inside if child.head == noun and child.i in self.at]
        return named[0] if len(named) == 1 and len(named[0]) == 1 else ()

    def _person_above(self, noun: Token) -> tuple[int, ...]:
        """The nearest person of whom a thing is told: Ada in "Ada Roe, the head of a school in York, who"."""
        while noun.dep_ in ("nmod", "appos", "nmod:unmarked") and noun != noun.head:
            noun = noun.head
            if known := self.known_at(noun.i):
                return known
        return ()

    def _anyone(self, each: Candidate) -> tuple[int, ...]:
        if each.number == "many":
            return self.pair_of(each)
        if self._is_of_unknown(each) or self.is_of_stranger(each) or self._is_newborn(each):
            return ()
        if (parallel := self._parallel(each)) is not None:
            return self._of(parallel)
        if (beside := self._beside(each)) is not None:
            return (beside,)
        own = (
            self._doer_of_own,
            self._fronted,
            self._by_spouse,
            self._taker,
            self._bracketed,
            self._outside,
            self._own,
        )
        told = (find(each) for find in (*own, self._parent, self._parted))
        best = next((index for index in told if index is not None), None)
        if best is None and (best := self._best(each, links.THRESHOLD)) is not None:
            best = self._free(best, each)
        return (best,) if best is not None else ()

    def _bracketed(self, each: Candidate) -> int | None:
        """The Ada of "Ada Poe (she married a pupil)"."""
        before = self.at.get(self.ends.get(each.start - 1, -1)) if doc_word(self.doc, each.start - 1) == "(" else None
        is_name = before is not None and before.kind == "name" and self.doc[each.head].dep_ in SUBJECTS
        people = self._of(before.head) if is_name and before is not None else ()
        return people[0] if len(people) == 1 and not links.differs(each, self.people.figures[people[0]]) else None

    def _outside(self, each: Candidate) -> int | None:
        """Whose husband or wife is told of: she is Mary in "Mary, who wed John Poe, from whom she was divorced"."""
        verb = self.doc[each.head].head
        is_inside = verb.dep_ == "acl:relcl" and self.doc[each.head].dep_ in SUBJECTS
        if not is_inside or not any(child.lower_ == "whom" for child in verb.children):
            return None
        subjects = links.own_subjects(verb)
        known = {index for i in subjects for index in self.known_at(i)}
        known -= {*self.known_at(verb.head.i), *self._children_described(self.doc[each.head])}
        fitting = [index for index in sorted(known) if each.gender == self.people.figures[index].gender]
        return fitting[0] if len(fitting) == 1 else None

    def _beside(self, each: Candidate) -> int | None:
        """The John of "John Poe and his wife"."""
        token = self.doc[each.head]
        owned = token.head
        end = token.i - 1
        while self.doc[end - 1].text == "," or self.doc[end - 1].like_num:
            end -= 1  # "Mary Roe, 33, and her husband"
        before = self.at.get(self.ends.get(end, owned.head.i))  # "John Poe, a baker, and his wife"
        first = self._named(owned.head) if end < token.i - 1 else None
        if first is not None and before is not None and not self._is_row_over(first, before):
            before = first  # "John Poe, a friend of Carl Roe, and his wife"
        elif before is not None and before.kind == "nominal" and owned.head.i in before.same:
            before = self.at.get(owned.head.i, before)
        is_joined = token.dep_ == "nmod:poss" and owned.dep_ == "conj" and self.doc[token.i - 1].lower_ in ("and", "&")
        if is_joined and before is not None:  # "her sons, John Poe and Carl Poe; and her sister": not John's
            is_joined = all(word.text != ";" for word in self.doc[before.head : token.i])
        # "the baker John Poe and his wife" may be hung at the baker
        is_first = before is not None and owned.head in (self.doc[before.head], self.doc[before.head].head)
        if before is not None and end < token.i - 1:  # nor does what is coordinated reach over a semicolon
            is_first |= any(word.text == ";" for word in self.doc[owned.head.i : before.head])
        people = before.people if before is not None and is_first and before.kind == "name" else ()
        figure = self.people.figures[people[0]] if len(people) == 1 else None
        return figure.index if figure is not None and is_joined and not links.differs(each, figure) else None

    def _is_row_over(self, first: Candidate, last: Candidate) -> bool:
        """Whether a semicolon parts the two."""
        return any(word.text == ";" for word in self.doc[first.head : last.head])

    def _named(self, noun: Token) -> Candidate | None:
        """The name at a noun, or beside one that tells no kin: "the baker John Poe, a Roman, and his wife"."""
        told = self.at.get(noun.i)
        if told is not None and told.kind == "nominal" and not told.tie and len(told.same) == 1:
            told = self.at.get(told.same[0])
        if told is None or told.kind != "name":
            return None
        has_life = bool(
            self.people.figures[self.people.of[told.start]].lives
        )  # "Ben Roe (1820-1880), a baker, and his"
        return told if has_life or not self.is_doubtful(noun.i) else None

    def _own_subject(self, token: Token, each: Candidate) -> tuple[int, ...]:
        verb = token.head
        for _ in range(3):
            subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
            if subject is not None:
                people = self.together(subject)
                return people if (len(people) > 1) == (each.number == "many") else ()
            verb = verb.head
        return ()

    def _speaker(self, each: Candidate) -> tuple[int, ...]:
        quote = self.quote_at(each.head)
        if quote is not None and is_repeated(self.doc, quote, each.head):
            return ()
        said = self.known_at(quote.speaker) if quote and quote.speaker is not None else ()
        others = joined(self.doc[quote.speaker]) if quote and quote.speaker is not None else ()
        if each.number == "speakers" and others:  # "we will divorce," Ada and Ben said
            told = (said, *(self._of(other.i) for other in others))
            return tuple(dict.fromkeys(index for people in told for index in people)) if all(told) else ()
        if len(said) != 1 or each.number == "speaker":
            return said if len(said) == 1 or each.number == "speakers" else ()
        if (other := self._wed_once(each, said[0])) is not None:
            return (said[0], other)
        if said[0] in self.couple and set(self.couple) <= self.told:
            return tuple(sorted(self.couple, key=lambda index: index != said[0]))
        partners = self.ties.partners(said[0]) or self.known.partners(said[0])
        if len(partners) > 1:  # "Ben and I came apart. We …", "he came back, and we …"
            partners = self.partners_near(each.head, said[0], partners)
        return (said[0], partners[0]) if len(partners) == 1 else ()

    def _wed_once(self, each: Candidate, speaker: int) -> int | None:
        """The only one whom a speaker of "our marriage" is told to have wed, if not the partner there is now."""
        noun = self.doc[each.head].head
        partners = self.partners(speaker)
        if self.doc[each.head].dep_ != "nmod:poss" or noun.lemma_ not in ("marriage", "divorce") or len(partners) < 2:
            return None
        exes = [other for other in partners if self._are_exes(speaker, other)]
        is_free = all(self._are_now(speaker, other) for other in partners if other not in exes)
        return exes[0] if len(exes) == 1 and is_free else None

    # descriptions

    def _nominal(self, each: Candidate) -> tuple[int, ...]:
        same = tuple(dict.fromkeys(index for head in each.same for index in self._of(head)))
        same = same or self._loosely(each) or self._of_life(each)
        owners = tuple(dict.fromkeys(index for head in each.owners for index in self._of(head)))
        if each.tie == "parent" and each.number == "one":  # "the father of Ada and Eva": they are sisters
            for one, other in combinations(owners, 2):
                self.ties.add(one, Tie("sibling", other))
        if each.tie and same and not each.owners and not each.definite:
            owners = self._implied_owners(each, same)
        if same and (each.number == "many" or len(same) == 1):
            self._describe(each, same, owners)
            return same
        if each.number == "many":
            return self._all_tied(each, owners)
        if each.tie and owners:
            return () if self.is_another(each, owners) else self._tied(each, owners)
        if not each.definite or each.owners:
            return ()
        first = self.at.get(self.doc[each.head].head.i) if self.doc[each.head].dep_ == "conj" else None
        if first is not None and first.number == "one" and len(first.people) == 2:
            return ()  # the pair is meant by both nouns together
        return self._both_described(each) or self._described(each)

    def _loosely(self, each: Candidate) -> tuple[int, ...]:
        """Whose child the subject is told to be behind a comma: "Roe was born in York, the son of John Roe".

        Not "Roe married Ben Poe in York, the son of John Poe", where somebody else is named last.
        """
        token = self.doc[each.head]
        first = token.head if token.head.lower_ == "one" else token
        start = each.start if first == token else first.i
        is_owned = any(child.dep_ == "nmod:poss" for child in token.children)  # "in 1617, their last child"
        is_aside = first.dep_ in ("appos", "parataxis") and doc_word(self.doc, start - 1) == ","
        if (
            each.tie != "child"
            or not each.owners
            or is_owned
            or not is_aside
            or (each.number == "many" and first == token)
        ):
            return ()
        described = self.at.get(first.head.i) if first.dep_ == "appos" else None
        verb = first.head
        while verb != verb.head and not any(child.dep_ in SUBJECTS for child in verb.children):
            verb = verb.head
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < start), None)
        said = self.known_at(subject.i) if subject is not None else ()
        others = [other for other in self.candidates if token.sent.start <= other.head < start]
        named = [other.people for other in others if other.kind == "name"]
        if described is not None and described.kind == "nominal" and self._of(described.head) != said:
            return ()  # "he painted the Duke of Morne, son of Ben Roe"
        return said if len(said) == 1 and all(people == said for people in named) else ()

    def _both_described(self, each: Candidate) -> tuple[int, ...]:
        """ "The pianist and the composer": the pair spoken of last, if neither noun is said of somebody else."""
        nouns = [self.at[other.i] for other in joined(self.doc[each.head]) if other.i in self.at]
        is_couple = len(nouns) == 1 and nouns[0].kind == "nominal" and nouns[0].definite and not nouns[0].owners
        if not is_couple or links.role(self.doc[each.head]) != "subject":
            return ()
        pair = self.pairs.best("couple", each.head, self.sentence_told(each.head), self.bond, self.is_of_caption)
        genders = sorted(self.people.figures[index].gender for index in pair)
        told = sorted((each.gender, nouns[0].gender))
        is_meant = len(pair) == 2 and self.bond(*pair) != "kin" and self._may_be(each, nouns[0], pair)
        return pair if is_meant and ("" in told or told == genders) else ()

    def _may_be(self, each: Candidate, other: Candidate, pair: tuple[int, ...]) -> bool:
        """Whether neither of two descriptions is of anybody but the pair; of partners, if nobody else is called so."""
        if self.bond(*pair) == "partner":
            return self.called[each.noun] | self.called[other.noun] <= set(pair)
        return {*self._described(each), *self._described(other)} <= set(pair)

    def _implied_owners(self, each: Candidate, same: tuple[int, ...]) -> tuple[int, ...]:
        """ "Jane and husband John", "she split from fiancé John": whose husband, where no word says it."""
        token = self.doc[each.head]
        named = next((self.doc[head] for head in each.same if token.dep_ in APPOSED), token)
        for part in (token, named):
            if part.dep_ == "conj":
                first = self.at.get(part.head.i)
                if first is not None and first.kind == "nominal" and first.tie in ("child", "sibling"):
                    token = part.head  # "he had two sisters, Ada and Eva, and a brother, Ben"
                    break
                return tuple(index for index in self.known_at(part.head.i) if index not in same)
        for _ in range(4):
            if token.dep_ == "nmod" and (
                poss := [child.i for child in token.head.children if child.dep_ == "nmod:poss"]
            ):
                return tuple(index for index in self.known_at(poss[0]) if index not in same)
            subject = next((child for child in token.head.children if child.dep_ in SUBJECTS and child != token), None)
            if subject is not None and subject.i not in each.same:
                owner = next((child for child in subject.lefts if child.dep_ == "nmod:poss"), None)
                if owner is not None and subject.i not in self.at:
                    subject = owner  # "her song reminds husband Ben of their son"
                return tuple(index for index in self.together(subject) if index not in same)
            token = token.head
        return ()

    def _describe(self, each: Candidate, same: Sequence[int], owners: Iterable[int]) -> None:
        """Keeps what a noun beside a name tells: calling, gender, whose; "two children, Ada and Ben" are siblings."""
        if each.tie in ("child", "sibling"):
            for one, other in combinations(same, 2):
                self.ties.add(one, Tie("sibling", other))
        noun = self.doc[each.head]
        for word in style(noun):
            self.styled[word].update(same)
        for word in callings(noun):
            self.called[word].update(same)
        for index in same:
            figure = self.people.figures[index]
            figure.descriptors.add(each.noun)
            self.called[each.noun].add(index)
            for owner in owners:
                if each.tie and owner != index:
                    self.tie(owner, Tie(each.tie, index, each.noun, each.order), each.head)

    def _all_tied(self, each: Candidate, owners: tuple[int, ...]) -> tuple[int, ...]:
        """ "her parents": both, where both are known."""
        if each.tie != "parent" or len(owners) != 1:
            return ()
        parents = tuple(dict.fromkeys(tie.other for tie in self.ties.of[owners[0]] if tie.kind == "parent"))
        return parents if len(parents) == 2 else ()

    def _tied(self, each: Candidate, owners: tuple[int, ...]) -> tuple[int, ...]:
        noun = self.doc[each.head]
        anew = (word.lower_ for word in noun.lefts if word.lower_ in ANEW)
        wanted = Tie(each.tie, -1, each.noun, each.order or next(anew, ""))
        others = self._not_meant(noun, owners, wanted) if each.tie == "partner" else frozenset()
        found = self.ties.find(owners, wanted, each.gender, self.people.figures, others)
        if found is not None and is_estranged(noun) and self._is_beside(found, each.head):
            found = None  # "he loved Ada Poe, who was separated from her husband"
        is_before = is_left(noun) and self.people.topic is not None  # a life is told in order: he left, then wed
        if not is_before and (found is None or self.people.figures[found].unnamed):
            told_later = self._told_later(owners, wanted, each, others)
            found = told_later if told_later is not None else found
            former = next((word.lower_ for word in noun.lefts if word.lower_ in ("former", "then")), wanted.order)
            once = Tie(wanted.kind, wanted.other, wanted.noun, former)
            ex = self.known.ex(owners[0], once, self.people.figures) if len(owners) == 1 else None
            found = found if ex is None or ex in others else ex
        if (found is None or self.people.figures[found].unnamed) and len(owners) == 1 and not others:
            meant = spouse(self.doc, noun, owners[0], self.all_tied, self.died)
            found = found if meant is None else self.merged.get(meant, meant)
        if found is not None:
            self.people.figures[found].descriptors.add(each.noun)
            if is_past(wanted) and len(owners) == 1:
                self.ties.add(owners[0], Tie(each.tie, found, each.noun, each.order))
            return (self.merged.get(found, found),)
        if (known := self._by_parent(each, owners)) is not None:
            return (known,)
        if (
            len(owners) > 1
            or each.tie not in lexicon.INVERSE
            or self._is_open(each, owners)
            or (each.tie in ("child", "sibling") and not each.order and self.has(owners, each))
        ):
            return ()
        if others and each.noun != "mistress":
            return (self._unnamed(each, owners[0], each.order or "earlier", is_kept=False),)
        return (self._unnamed(each, owners[0], "left" if is_before else each.order),)

    def _told_later(self, owners: tuple[int, ...], wanted: Tie, each: Candidate, barred: Set[int]) -> int | None:
        """The named one of whom the text goes on to tell; a girlfriend may be one named before the word."""
        figures = self.people.figures
        found = self.known.find(owners, wanted, each.gender, figures, barred)
        if found is not None and figures[found].unnamed and wanted.noun in NOW:
            others = set(range(len(figures))) - self.told
            found = self.known.find(owners, wanted, each.gender, figures, others | barred)
        return found if found is not None and not figures[found].unnamed else None

    def _is_beside(self, figure: int, head: int) -> bool:
        """Whether somebody is spoken of before the word in its sentence."""
        start = self.doc[head].sent.start
        return any(figure in other.people for other in self.candidates if start <= other.head < head)

    def _unnamed(self, each: Candidate, owner: int, order: str, *, is_kept: bool = True) -> int:
        """Somebody told by the noun only; whom "his wife" goes on to mean, if she is kept."""
        key = (owner, each.noun, order)
        if key not in self.unnamed:
            figure = self.people.add()
            figure.owner, figure.first = owner, (each.start, each.end)
            figure.text = " ".join(word for word in (each.order if is_kept else order, each.noun) if word)
            figure.descriptors.add(each.noun)
            figure.votes[each.gender] += 5
            self.unnamed[key] = figure.index
            if is_kept:
                self.ties.add(owner, Tie(each.tie, figure.index, each.noun, each.order))
        return self.merged.get(self.unnamed[key], self.unnamed[key])
