"""Builders: a document in a line, a claim in a line."""

from datetime import date

from kg.dates.interval import Duration, Interval
from kg.records import (
    Anchor,
    Claim,
    Document,
    Evidence,
    LocalPerson,
    Participant,
    Reading,
    Status,
    content_id,
)

ROLES = {
    "born": ("person",),
    "died": ("person",),
    "child_born": ("parent", "parent", "child"),
    "adopted": ("parent", "parent", "child"),
    "widowed": ("survivor", "deceased"),
    "parent_of": ("parent", "child"),
    "sibling_of": ("sibling", "sibling"),
}
KIN = ("parent_of", "sibling_of")


def _called(name):
    return name.split(" [")[0]


def day(text):
    return None if text is None else Interval.from_edtf(text)


class Source:
    """A document under construction: `Source("a", "2020-09-14").says("met", "Ann Lee", "Bob Ray", when="2017")`."""

    def __init__(self, name, published=None, text=""):
        self.document = Document(
            id=name, source=f"{name}.txt", text=text or name, published=published and date.fromisoformat(published)
        )
        self.claims, self.people = [], {}

    def knows(self, name, *also, **facts):
        """A person; "Ann Lee [2]" is another one of that name."""
        self.people[name] = LocalPerson(
            key=name, name=_called(name), names=tuple(sorted({_called(name), *also})), **facts
        )
        return self

    def says(self, type, *names, **facts):
        """An event, or a tie of kin."""
        return self._add("kin" if type in KIN else "event", type, names, **facts)

    def holds(self, type, *names, **facts):
        """A state."""
        return self._add("state", type, names, **facts)

    def _add(
        self,
        kind,
        type,
        names,
        *,
        when=None,
        start=None,
        end=None,
        status="asserted",
        child=None,
        at=0,
        quote="",
        **more,
    ):
        roles = ("participant",) * len(names) if type == "worked_together" else ROLES.get(type, ("partner", "partner"))
        people = [*zip(roles, names, strict=False), *([("child", child)] if child else [])]
        for _, name in people:
            if name not in self.people:
                self.knows(name)
        quote = quote or f"{type} {' '.join(names)} {when} {status} {len(self.claims)}"
        claim = Claim(
            id=content_id("claim", self.document.id, quote),
            document=self.document.id,
            kind=kind,
            type=type,
            people=tuple(Participant(role=role, person=name, name=_called(name)) for role, name in people),
            when=day(when),
            start=day(start),
            end=day(end),
            status=Status(status),
            evidence=Evidence(document=self.document.id, start=at, end=at + len(quote), quote=quote),
            **more,
        )
        self.claims.append(claim)
        return self

    @property
    def reading(self):
        return Reading(document=self.document.id, people=tuple(self.people.values()), claims=tuple(self.claims))


def years(count, *, over=False):
    told = Duration.of(count, "year")
    return Duration(told.least, None, "", False) if over else told


def after(type, *people, offset=None, direction=1):
    return Anchor(type=type, people=people, offset=offset, direction=direction)
