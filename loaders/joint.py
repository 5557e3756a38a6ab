"""Documents of several bodies, told by the letters of their type.

>>> is_joint("TTLT-BTC-BCA"), is_joint("QCPH/UBND-UBMTTQ"), is_joint("TT-BTC")
(True, True, False)
"""

from __future__ import annotations

import re

TYPE = re.compile(
    r"(?:TTLT|NQLT|KHLT|HDLT|HDLN|KHLN|CTLT|QCPH|KHPH|CTPH|CTrPH|TTr?LN|BCLN)(?=[-/])", re.I
)


def is_joint(symbol: str) -> bool:
    """Whether the letters behind a number are those of a joint circular, guideline, statute."""
    return TYPE.match(symbol) is not None


def codes(symbol: str) -> list[str]:
    """The letters of each body of a joint document; of any other its symbol.

    >>> codes("HDLN-SYT-BHXH"), codes("TT-BYT")
    (['SYT', 'BHXH'], ['TT-BYT'])
    """
    joint = TYPE.match(symbol)
    return [code for code in re.split("[-/]", symbol[joint.end() :]) if code] if joint else [symbol]
