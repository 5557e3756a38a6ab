"""A provincial decision with a text put in, and what phahe says it does to other documents."""

from phahe.graph.merge import merge
from phahe.loaders.read import read_document_file
from phahe.loaders.text import Text

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH NINH BÌNH\n\nSố: 77/{code}-UBND\nNinh Bình, ngày 8 tháng 4 năm 2019\n\n"
    "{type}\nVề chăm sóc cây xanh\n\n"
)


def relations(text, code="QĐ", type_="QUYẾT ĐỊNH"):
    """(relation, name of the target) of every edge from the document to another."""
    source = Text("a.txt", HEAD.format(code=code, type=type_) + text)
    graph = merge([read_document_file(source)])
    kinds = {key: node.kind for key, node in graph.nodes.items()}
    own = next(key for key, node in graph.nodes.items() if node.fields.get("held"))
    return {
        (edge.relation, graph.nodes[edge.target].name)
        for edge in graph.edges
        if edge.source == own and kinds[edge.target] == "Document"
    }


def others(text):
    """(source, relation, target) of every edge between two other documents."""
    source = Text("a.txt", HEAD.format(code="QĐ", type="QUYẾT ĐỊNH") + text)
    graph = merge([read_document_file(source)])
    names = {
        key: node.name
        for key, node in graph.nodes.items()
        if node.kind == "Document" and not node.fields.get("held")
    }
    return {
        (names[edge.source], edge.relation, names[edge.target])
        for edge in graph.edges
        if edge.source in names and edge.target in names
    }
