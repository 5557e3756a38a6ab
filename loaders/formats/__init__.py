"""One reader per file format: bytes in, `phahe.loaders.text.Text` out."""
