"""How much a file may ask for before it is refused; one place, told in docs/formats.md.

A file over a limit is listed with its reason; the other files are read all the same.
"""

from __future__ import annotations

MIB = 1 << 20

FILE_BYTES = 512 * MIB
"""Size of one file of any format."""
TEXT_BYTES = 32 * MIB
"""Size of a file that is text, mark-up or mail, and of the text read from any other."""
PART_BYTES = 64 * MIB
"""Size of one part inside a DOCX or ODT file, unpacked."""
PACKED_RATIO = 200
"""Unpacked to packed size of a part or member over 1 MiB: more is a bomb, not a document."""
MEMBERS = 10_000
"""Files in one archive, those of archives inside it included."""
MEMBERS_BYTES = 1024 * MIB
"""Size of all files in one archive, unpacked."""
ARCHIVES_DEEP = 3
"""Archives inside archives."""
DEPTH = 200
"""Nesting of tables, groups and elements inside one document."""
PAGES = 5_000
"""Pages of one PDF; the rest is left out, with a warning."""
OCR_PAGES = 500
"""Pages of one file that are recognised; the rest is left out, with a warning."""
PIXELS = 40_000_000
"""Of one page image: an A3 page at 300 dpi has 17 million."""
WORKER_BYTES = 1024 * MIB
"""Memory of the process that reads a file; where the system cannot limit it, only time is."""
STEP_SECONDS = 25.0
"""Time for one step: a page, a file without pages, a member of an archive."""
SECONDS_A_MIB = 8.0
"""Further time for each MiB of text whose facts are read."""
