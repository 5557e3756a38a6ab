"""Agreements with partners abroad: which province is present in which agreement."""

from __future__ import annotations

from collections.abc import Iterator

from phahe.queries.stated import Network, Stated, backward, forward, of_kind, value

AT_HOME = "VN"


def is_foreign(network: Network, body: str) -> bool:
    """Whether *body* is a foreign one."""
    return bool(value(network, body, "level") == "foreign")


def is_province_abroad(network: Network, place: str) -> bool:
    """Whether *place* is a province of another country."""
    country = value(network, place, "country")
    return value(network, place, "place_kind") == "province" and country not in (None, AT_HOME)


def provinces_abroad(network: Network) -> Iterator[str]:
    """Yield the provinces of other countries that the graph holds."""
    return (place for place in of_kind(network, "Place") if is_province_abroad(network, place))


def presence(network: Network, province: str) -> dict[str, tuple[set[str], set[str]]]:
    """Return the agreements *province* is present in: id → (parties located there, edges).

    A province is present through a party located in it, or, where the partner is known only by its
    province, through a cooperation that names the agreement.
    """
    found: dict[str, tuple[set[str], set[str]]] = {}

    def add(agreement: str, *stated: Stated, party: str | None = None) -> None:
        parties, edges = found.setdefault(agreement, (set(), set()))
        parties.update({party} if party else ())
        edges.update(each.edge for each in stated)

    for located in backward(network, province, "LOCATED_IN"):
        if network.nodes[located.other]["kind"] == "Organization":
            for party in forward(network, located.other, "PARTY_TO"):
                add(party.other, located, party, party=located.other)
    for partner in backward(network, province, "COOPERATES_WITH"):
        agreement = str(partner.attributes.get("agreement"))
        if agreement in network and network.nodes[agreement]["kind"] == "Agreement":
            add(agreement, partner)
    return found


def parties_at_home(network: Network, agreement: str) -> list[Stated]:
    """Return the edges from the parties of *agreement* that are not foreign."""
    parties = backward(network, agreement, "PARTY_TO")
    return [each for each in parties if not is_foreign(network, each.other)]
