"""The OASIS Schematron rules over XLIFF files, one line for each rule that is broken: `python schematron.py FILE...`

The rules become XSLT with the ISO implementation that comes with lxml, and Saxon runs it, since they use XPath 2.
A program of its own, because Saxon's library ends the whole process when it fails.
"""

from __future__ import annotations

import sys
from pathlib import Path

import lxml.isoschematron
from lxml import etree

RULES = Path(__file__).parents[3] / "shared/schemas/xliff-2.1"
_ISO = Path(lxml.isoschematron.__file__).parent / "resources/xsl/iso-schematron-xslt1"


def stylesheet(rules: Path) -> str:
    """A Schematron file as XSLT 2 that writes a validation report."""
    document = etree.parse(str(rules))
    # The implementation refuses languages that it does not know, but copies the expressions as they are.
    document.getroot().attrib.pop("queryBinding", None)
    for step in ("iso_dsdl_include", "iso_abstract_expand", "iso_svrl_for_xslt1"):
        document = etree.XSLT(etree.parse(str(_ISO / f"{step}.xsl")))(document)
    document.getroot().set("version", "2.0")
    return etree.tostring(document).decode()


def main(files: list[str]) -> None:
    """Print the broken rules of the files and, last, how many rules were applied to anything."""
    from saxonche import PySaxonProcessor

    applied = 0
    with PySaxonProcessor(license=False) as saxon:
        # Its optimiser fails on what the implementation generates.
        saxon.set_configuration_property("http://saxon.sf.net/feature/optimizationLevel", "0")
        for rules in sorted(RULES.glob("*.sch")):
            check = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet(rules))
            for file in files:
                report = etree.fromstring(check.transform_to_string(source_file=file).encode())
                applied += sum(1 for _ in report.iter("{*}fired-rule"))
                for broken in report.iter("{*}failed-assert", "{*}successful-report"):
                    print(f"{file}: {rules.name}: {' '.join(''.join(broken.itertext()).split())}")
    print(f"{applied} rules applied")


if __name__ == "__main__":
    main(sys.argv[1:])
