"""The content system of VCCorp, on which the Government's paper and several large papers run.

Seen: pages of 2026-03 of baochinhphu.vn, cafef.vn, nld.com.vn and tuoitre.vn.
"""

from vnnews.read.portals import Recipe, by_class

RECIPES = (
    Recipe(
        name="vccorp",
        hosts=("baochinhphu.vn", "cafef.vn", "nld.com.vn", "tuoitre.vn"),
        seen="2026-03-07",
        body="//*[@data-role='content' and not(@id='objectPopupBody')]",
        title="//h1[@data-role='title']",
        lead="//*[@data-role='sapo']",
        published="//*[@data-role='publishdate']",
        drop=(by_class("kbwscwl-relatedbox"), "//*[@type='RelatedOneNews']", by_class("tindnd")),
    ),
)
