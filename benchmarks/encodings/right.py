"""Texts that are right as they are, to count what the reader damages: other languages, and the source of programs."""

from __future__ import annotations

import random
import sysconfig
import unicodedata
from pathlib import Path

_SENTENCES = {
    "french": (
        "Le président de la région a présenté hier à Paris les résultats de l'enquête sur l'accès à l'eau.",
        "« Où en sommes-nous ? » a-t-il demandé, avant d'évoquer les élèves, la forêt, le théâtre et Noël.",
        "La façade du château a été restaurée grâce à l'âge d'or des métiers, où chaque maître forme un élève.",
        "Dès février, les communes concernées recevront une aide financée par l'État et la société générale.",
        "Voilà pourquoi, malgré la sécheresse, la récolte de maïs a dépassé celle de l'année précédente.",
    ),
    "spanish": (
        "El año pasado, la región recibió a más de dos millones de turistas, según informó el ministerio.",
        "¿Cuándo llegará la inversión? ¡Mañana mismo!, respondió el alcalde de Málaga ante los vecinos.",
        "La niña soñó con un pingüino que viajaba en autobús hasta la última estación de la península.",
        "También se aprobó la ampliación del plan de vivienda, que beneficiará a jóvenes y a compañías pequeñas.",
        "Así, el índice de participación subió un ocho por ciento respecto de la elección anterior.",
    ),
    "german": (
        "Die Bürgermeisterin eröffnete am Dienstag die größte Brücke des Landes über den Fluss.",
        "Während der Prüfung müssen die Schüler ihre Taschen öffnen; für Ausnahmen gelten strenge Maßstäbe.",
        "Die Behörde kündigte an, die Gebühren für Güterzüge künftig jährlich zu überprüfen.",
        "Möglicherweise fällt die Entscheidung schon nächste Woche, erklärte ein Sprecher in Köln.",
        "Über fünfzig Gäste aus Österreich und der Schweiz hörten die Begrüßung im schönen Festsaal.",
    ),
    "polish": (
        "Wczoraj w Łodzi rozpoczęła się trzydniowa konferencja poświęcona ochronie środowiska.",
        "Żaden z uczestników nie zgłosił zastrzeżeń, choć część posłów wstrzymała się od głosu.",
        "Źródła zbliżone do rządu twierdzą, że decyzja zapadnie jeszcze w październiku.",
        "Na początku spotkania minister podziękował mieszkańcom za cierpliwość i życzliwość.",
        "Rzeka wystąpiła z brzegów, więc strażacy całą noc układali worki z piaskiem wzdłuż wałów.",
    ),
}


def _shuffled(sentences: tuple[str, ...]) -> str:
    """A long text of sentences in an order that never repeats for long."""
    draw = random.Random(sentences[0])
    return " ".join(draw.choice(sentences) for _ in range(400))


OTHERS = {language: _shuffled(sentences) for language, sentences in _SENTENCES.items()}
"""A text for each language, of a few sentences in many orders."""


def source_code() -> str:
    """Modules of this Python's own library, in one text."""
    library = Path(sysconfig.get_paths()["stdlib"])
    return "\n".join(
        unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).removeprefix("\ufeff")
        for path in sorted(library.glob("*.py"))[:60]
    )
