"""One reader per file format: bytes in, `phahe.loaders.text.Text` out."""

from phahe.loaders.formats.reader import read_text as read_text
from phahe.loaders.formats.source import read_source as read_source
