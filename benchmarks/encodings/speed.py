"""Measure how fast an encoding is told, and how fast text is read, beside charset-normalizer and chardet.

    python benchmarks/encodings/speed.py CORPUS.tsv > benchmarks/encodings/speed.tsv

*Decision* is the recognition alone; *read* is bytes to text, mended and in NFC. The peers tell an encoding (they know
of the Vietnamese ones only windows-1258 and Unicode); `times` is how many times as fast the whole reading is.
Megabytes a second of processor time, medians.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import chardet
import charset_normalizer
from right import OTHERS
from run import encode, halves, plain

from vnnews.read import recognise
from vnnews.read.encodings import decode

SIZES = (2_000, 10_000, 50_000, 1_000_000)
_PEERS_UP_TO = 50_000
NAMES = (
    "utf-8",
    "tcvn3",
    "vni-windows",
    "viscii",
    "vps",
    "windows-1258",
    "viqr",
    "tcvn3 as letters",
    "english",
    "french",
)


def rate(act: Callable[[bytes], object], samples: list[bytes]) -> float:
    """Megabytes a second, the median of the samples."""
    act(samples[0])
    rates = []
    for data in samples:
        repeats = max(1, 20_000 // len(data))
        begin = time.process_time()
        for _ in range(repeats):
            act(data)
        rates.append(repeats * len(data) / max(time.process_time() - begin, 1e-9) / 1e6)
    return statistics.median(rates)


def decide(name: str) -> Callable[[bytes], object]:
    """What decides on an encoding of this kind."""
    if name == "viqr":
        return lambda data: recognise.is_viqr(data.decode())
    return lambda data: recognise.best(recognise.sample_of(data))


def main() -> None:
    """Print the table."""
    column = {"english": 3}
    print("encoding\tbytes\tdecision\tread\tcharset-normalizer\ttimes\tchardet\ttimes")
    for name in NAMES:
        text = plain(halves(Path(sys.argv[1]), column.get(name, 2))[1])
        text = OTHERS["french"] if name == "french" else text
        data = encode(text, "windows-1252" if name == "french" else "utf-8" if name == "english" else name)
        data *= 1 + 2_000_000 // len(data)
        for size in SIZES:
            samples = [data[at : at + size] for at in range(0, 5 * 150_000, 150_000)]
            if name in ("utf-8", "tcvn3 as letters"):
                samples = [sample.decode("utf-8", "ignore").encode() for sample in samples]
            read = rate(decode, samples)
            decision = read if name in ("utf-8", "tcvn3 as letters", "english") else rate(decide(name), samples)
            cells = [f"{decision:.1f}", f"{read:.1f}"]
            for peer in (charset_normalizer.detect, chardet.detect) if size <= _PEERS_UP_TO else ():
                other = rate(peer, samples[:2])
                cells += [f"{other:.2f}", f"{read / other:.1f}"]
            print("\t".join([name, str(size), *cells]), flush=True)


if __name__ == "__main__":
    main()
