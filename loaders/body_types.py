"""A body as a phrase names it, and the home of a document: where it stands and who speaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from phahe.graph.model import Certainty, NodeId
from phahe.graph.place import Place
from phahe.loaders.reading import Stated


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, or a set of them, with its full name in its place."""

    id: NodeId
    name: str
    """Written out, inner organ first, with its place: "Ban Dân vận Tỉnh ủy Tây Ninh"."""
    level: str
    """central, region, province, district, commune, grassroots, foreign; blank if unknown."""
    branch: str
    """party, state, front, mass, military, police, foreign, enterprise; blank if unknown."""
    collective: bool = False
    place: Place | None = None
    parents: tuple[Body, ...] = ()
    """What it is part of, as far as the phrase or its structure says so; the nearest first."""
    as_written: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    certainty: Certainty = field(default="explicit", compare=False)
    """implied: its place or its whole comes from the document around it."""
    standing: str = ""
    """person (a post: "Chủ tịch UBND huyện"), channel (a web site), blank for a body proper."""
    kind: str = ""
    """Key of data/bodies.csv or, after ``set:``, of data/collectives.csv."""
    own: str = ""
    """The words of its own after the kind: "Y tế" of a Sở."""


@dataclass(frozen=True, slots=True, eq=False)
class Home:
    """Where a document stands; what is unknown is None or blank."""

    scope: str = ""
    """Unique for the document; keeps bodies of unknown provinces apart."""
    province: Place | None = None
    district: Place | None = None
    commune: Place | None = None
    association: str = ""
    """The issuer's association as its kind is called: "Hội Nông dân"."""
    issuer: Body | None = None
    parent: Body | None = None
    level: str = ""
    """Of the issuer: central, province, district, commune, grassroots."""
    branch: str = ""
    date: str = ""
    """Of the document, ISO; decides which of two namesakes a place is."""
    why: Stated | None = None
    """The words that name the issuer."""
    told: tuple[Stated, ...] = ()
    """The words that name its places; *value* is what they name: province, district, commune."""
    on_behalf: Body | None = None
    """The organ that issues for the issuer: "Ban Thường vụ Hội Nông dân tỉnh ..."."""

    def place_at(self, level: str) -> Place | None:
        """The document's own place of that level."""
        return {"province": self.province, "district": self.district, "commune": self.commune}.get(
            level
        )

    @property
    def place(self) -> Place | None:
        """The place the document stands in: that of its level, else the smallest known."""
        return self.nearest

    @property
    def nearest(self) -> Place | None:
        """The document's place at its own level, else the smallest known."""
        return self.place_at(self.level) or self.commune or self.district or self.province
