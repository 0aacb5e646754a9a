"""`python -m vnnews` is the command `vnnews`."""

from vnnews.cli import main

main()
