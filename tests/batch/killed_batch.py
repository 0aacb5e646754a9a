"""Run a batch that kills itself: `killed_batch.py STEP COMMAND...` dies at the STEP-th write (0: never).

A write is any change of the journal, of a file that is put in place, or of a ledger; children do not count.
"""

import os
import signal
import sys
from pathlib import Path


def main() -> None:
    left = int(sys.argv[1])
    from vnnews.batch.journal import Journal
    from vnnews.publish.ledger import Ledger

    def fatal(owner: type, name: str) -> None:
        original = getattr(owner, name)

        def wrapped(*args: object, **kwargs: object) -> object:
            nonlocal left
            for moment in ("before", "after"):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                if moment == "before":
                    answer = original(*args, **kwargs)
            return answer

        setattr(owner, name, wrapped)

    for owner, name in (
        (Journal, "_insert"), (Journal, "finish"), (Journal, "commit"), (Path, "replace"), (Ledger, "add"),
    ):  # fmt: skip
        fatal(owner, name)
    from vnnews.cli import main as vnnews

    sys.argv = ["vnnews", *sys.argv[2:]]
    try:
        vnnews()
    finally:
        print(f"steps {-left}", file=sys.stderr)


if __name__ == "__main__":
    main()
