"""The graph folder: plain Parquet tables, the truth that every engine is built from.

    GRAPH/run.json                  how it was built, which generation holds, what could not be read
    GRAPH/tables/<generation>/      nodes.parquet claims.parquet edges.parquet evidence.parquet

A new graph is written beside the old one; the graph changes in the moment `run.json` is replaced.
Whatever happens before (disk full, power cut, kill), the earlier graph stays whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from phahe.graph.atomic import flush, writing
from phahe.graph.bulk import many_values
from phahe.graph.columns import TABLES, Columns, from_tables, node_fields, to_tables
from phahe.graph.errors import BadGraph, BadOutput
from phahe.graph.model import Graph

FORMAT = 1
"""Version of the tables; a graph of another version is built anew."""
NUMBERS = ("page", "line", "start", "end")


def write_graph(graph: Graph, folder: Path, run: Mapping[str, Any] | None = None) -> str:
    """Write *graph* to *folder*, with what *run* says of how it was made; return its generation.

    The same graph gives the same bytes. Raises BadOutput; the earlier graph then still stands.
    """
    new = folder / "tables" / f".new-{os.getpid()}"
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        tables = to_tables(graph)
        sizes = {name: _write_table(name, tables.pop(name), new) for name in TABLES}
        generation = _name(new)
        _settle(new, new.with_name(generation))
        flush(new.parent)
        about = {"format": FORMAT, "generation": generation, "tables": sizes}
        with writing(folder / "run.json") as out:
            json.dump({**(run or {}), "graph": about}, out, ensure_ascii=False, indent=1)
        flush(folder)
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    _drop_others(folder, generation)
    return generation


def read_graph(folder: Path) -> Graph:
    """Return the graph in *folder*; BadGraph if there is none or it is damaged."""
    generation = generation_of(folder)
    try:
        tables = {name: _read_table(folder, generation, name) for name in TABLES}
    except FileNotFoundError:
        if generation_of(folder) != generation:  # another process has just put a new graph there
            return read_graph(folder)
        raise BadGraph(f"{folder}: a table is missing; build the graph anew") from None
    try:
        with many_values():
            return from_tables(tables)
    except (KeyError, ValueError) as error:
        raise BadGraph(f"{folder}: damaged tables ({error}); build the graph anew") from error


def read_run(folder: Path) -> dict[str, Any]:
    """Return what run.json in *folder* says; BadGraph if it is missing or unreadable."""
    path = folder / "run.json"
    try:
        run = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise BadGraph(
            f"{folder}: no graph here; make one with: phahe build PATH -o {folder}"
        ) from None
    except (OSError, ValueError) as error:
        raise BadGraph(f"{path}: unreadable ({error}); build the graph anew") from error
    if not isinstance(run, dict) or not isinstance(run.get("graph"), dict):
        raise BadGraph(f"{path}: not made by phahe; choose another folder or build the graph anew")
    return run


def generation_of(folder: Path) -> str:
    """Return the name of the tables that hold; other names of *folder* are older or unfinished."""
    about = read_run(folder)["graph"]
    if about.get("format") != FORMAT:
        raise BadGraph(f"{folder}: made by another version of phahe; build the graph anew")
    return str(about["generation"])


def tables_of(folder: Path) -> Path:
    """Return the folder with the Parquet files of the graph in *folder*."""
    return folder / "tables" / generation_of(folder)


def _write_table(name: str, columns: Columns, folder: Path) -> int:
    import pyarrow.parquet as pq

    path = folder / f"{name}.parquet"
    table = _table(name, columns)
    pq.write_table(table, path, compression="zstd", write_page_checksum=True)
    flush(path)
    return int(table.num_rows)


def _table(name: str, columns: Columns) -> Any:
    import pyarrow as pa

    types = {"flag": pa.bool_(), "list": pa.list_(pa.string())}
    fields = node_fields() if name == "nodes" else {}
    arrays = {
        column: pa.array(
            columns.pop(column),
            pa.int64() if column in NUMBERS else types.get(fields.get(column, ""), pa.string()),
        )
        for column in list(columns)
    }
    return pa.table(arrays)


def _read_table(folder: Path, generation: str, name: str) -> Columns:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / "tables" / generation / f"{name}.parquet"
    try:
        table = pq.read_table(path, page_checksum_verification=True)
    except FileNotFoundError:
        raise
    except (OSError, pa.ArrowException) as error:
        raise BadGraph(f"{path}: damaged ({error}); build the graph anew") from error
    return {column: table.column(column).to_pylist() for column in table.column_names}


def _name(folder: Path) -> str:
    total = blake2b(digest_size=8)
    for name in TABLES:
        total.update((folder / f"{name}.parquet").read_bytes())
    return total.hexdigest()


def _settle(new: Path, place: Path) -> None:
    if not place.exists():
        new.rename(place)
        return
    for name in TABLES:  # the same graph again: its files are replaced one by one by equal ones
        (new / f"{name}.parquet").replace(place / f"{name}.parquet")


def _drop_others(folder: Path, generation: str) -> None:
    for other in (folder / "tables").iterdir():
        if other.name != generation:
            shutil.rmtree(other, ignore_errors=True)
