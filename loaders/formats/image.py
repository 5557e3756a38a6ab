"""Pictures of pages: PNG, JPEG and TIFF files, several pages in one TIFF."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from phahe.graph.errors import UnreadableFile
from phahe.loaders.formats import ocr
from phahe.loaders.formats.compose import compose
from phahe.loaders.formats.doubt import without_marks
from phahe.loaders.formats.footnotes import with_notes
from phahe.loaders.formats.paragraphs import flow
from phahe.loaders.formats.reread import reread
from phahe.loaders.formats.running import without_running_heads
from phahe.loaders.formats.scan import told
from phahe.loaders.limits import OCR_PAGES, PIXELS
from phahe.loaders.text import Text


def read(data: bytes, name: str, step: Callable[[int], None]) -> Text:
    """Recognise a picture; raise UnreadableFile where that is not installed, or for a bomb."""
    if not ocr.is_installed():
        raise UnreadableFile(f"{name}: a picture: to recognise it, {ocr.INSTALL}")
    from PIL import Image, ImageSequence, UnidentifiedImageError

    pages = []
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as picture:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                if frame.width * frame.height > PIXELS:
                    raise UnreadableFile(
                        f"{name}: a picture of {frame.width} x {frame.height} pixels, more than "
                        f"the {PIXELS // 1_000_000} million read"
                    )
                if number > OCR_PAGES:
                    break
                step(number)
                pages.append(ocr.read_image(frame.convert("L"), number))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as fault:
        raise UnreadableFile(f"{name}: damaged or no picture: {fault}") from fault
    pages, changes = reread(without_running_heads(pages))
    blocks, notes = flow([with_notes(page) for page in pages])
    if not blocks:
        raise UnreadableFile(f"{name}: a picture without words")
    return without_marks(compose(blocks, name, "ocr", notes, told(changes)))
