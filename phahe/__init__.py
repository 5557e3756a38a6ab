"""phahe (phả hệ: lineage): who carries out which directive, and which sentence says so."""

__version__ = "0.1.0"
