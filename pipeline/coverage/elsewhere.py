"""What other municipalities and other bodies do: a paper tells of it, but it is no policy of whose paper it is."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import cache

from pipeline.documents.wording import any_of
from pipeline.language.municipalities import all_municipalities, by_code, era_of_owners, known_in, line_of, read_table
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_NATIONAL = any_of(
    (
        *(
            "(?:nederlandse )?arbeidsinspectie",
            "inspectie(?: szw)?",
            "belastingdienst",
            "uwv",
            "cak",
            "rijk",
            r"minister\w*",
            "kabinet",
            r"aanjaagteam(?: \w+)?",
        ),
        *(r"huisartsen(?:post)?(?: in [\w-]+)?", "zorgverzekeraars?", "vakbond(?:en)?", "sncu"),
    )
)
_NATIONAL_ACTS = re.compile(
    rf"^\W*(?:(?:de|het) {_NATIONAL} (?!en\b|of\b)\w+|(?:vanaf|sinds|per) (?:\d{{1,2}} \w+ )?\d{{4}} \w+\b[^.;]*\b(?:het rijk|de wet)\b)",
    re.IGNORECASE,
)
"""Inspectorates, insurers and doctors do of themselves what they do: "De Arbeidsinspectie houdt toezicht op loon"."""
_NAMES_NATIONAL = expression(rf"\b{_NATIONAL}\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:wij|we|ons|onze|gemeenten?|college|samen|gezamenlijk\w*|namens|opdracht|afspra\w+|convenant)\b",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:wij|we|ons|onze|beide\s+gemeenten|(?:alle|deelnemende)\s+gemeenten)\b", re.IGNORECASE)
"""Whose paper it is, taking part: "Samen met Asten maken wij afspraken"."""
_TAKES_PART = re.compile(
    r"\b(?:doe[nt]|beta(?:al|len)t?|werk(?:t|en)|slui(?:t|ten)|nee?m(?:t|en)|haak(?:t|en)|haken)\b(?!.*\b(?:niet|geen)\b).*\b(?:mee|aan|deel|over|ook)\b",
    re.IGNORECASE,
)
"""The owners have a part in what was told of others after all: "Steenbergen betaalt daaraan mee", "Dat doen wij ook"."""
_NO_VERB = r"(?!(?:met|niet|het|dit|dat|wat|uit|tot|naast|vanuit|eerst|juist|best|laatst|oost|west|noord\w+|zuid\w+|beide|goede)\b)"
_VERB = (
    rf"{_NO_VERB}(?:\w+t|\w{{2,}}[dt]en?|is|was|wil|kan|zal|mag|had|koos|ging|begon|nam|hield|sloot|trok|gaf|schreef)\b"
)
"""A verb of the third person, by its ending; behind a name there stands little else that ends so."""
_OPENS = re.compile(
    r"\W*(?:(?:ook|zo|zoals|bijvoorbeeld|alleen|de|het|(?:buur)?gemeenten?|stad|college\s+van)\s+)*", re.IGNORECASE
)
_ACTS = re.compile(rf"\s+{_VERB}")
_AND_MORE = re.compile(r"(?:(?:,|\s+en)\s+['A-Z][\w'-]+)+")
_ACT = re.compile(r"\s+\w{2,}en\b")
_INVERTED = re.compile(rf"\W*(?:\S+\s+){{0,4}}?{_VERB}\s+(?:de\s+)?(?:(?:buur)?gemeente\s+)?", re.IGNORECASE)
_IN = re.compile(r"\W*(?:(?:ook|zo)\s+)?in\s+(?:(?:het|de)\s+)?(?:gemeente\s+)?", re.IGNORECASE)
_THERE_THEY_ACT = expression(
    rf"\s+{_VERB}\s+(?:de\s+gemeente|het\s+college|die\s+gemeente|men|zij|burgerzaken|(?:een|het)\s+\w*team)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:(?:ook|daarnaast|verder|bovendien|tevens|daarbij|en|maar)\s+)?(?:\w+\s+){0,2}?(?:zij|ze|men|daar|er|(?:die|deze)\s+gemeente)\b",
    re.IGNORECASE,
)
"""A sentence that goes on about who was named last: "Zij start een adresonderzoek", "Daar komen mensen zonder afspraak"."""
_THEIR = r"(?:beleid|aanpak|voorbeeld\w*|ervaring\w*|model|werkwijze|praktijk\w*|proef|pilot|casus|lessen|initiatie\w+)"
_ON_THEM = re.compile(
    rf".*\b{_THEIR}\s+(?:van|in|uit|bij|gemeente)\s+(?:de\s+)?(?:gemeente\s+)?|.*\b(?:hoe|wat|zo)\s+(?:{_VERB}\s+)?(?:de\s+)?(?:gemeente\s+)?"
    r"|\W*(?:[\d.]+\s+)?(?:(?:het|een)\s+)?(?:voorbeeld|casus|praktijkvoorbeeld|buurgemeente|gemeente)\W+",
    re.IGNORECASE,
)
"""What stands before the name in a heading on another municipality: "De aanpak van …", "Hoe … het doet", "Zo doet … het",
"Voorbeeld: …"."""
_THEIRS = re.compile(rf"\w{{0,2}}e\s+{_THEIR}\b")
"""What stands behind it: "Tilburgse aanpak"."""
_VILLAGE_IN = "woonplaats ook in:"
"""Behind these words `valkuilen.csv` names the municipalities that have a village of the same name."""


def others_act(sentence: str) -> bool:
    """Whether a national body, or doctors and insurers, are who acts in a sentence."""
    return bool(_NATIONAL_ACTS.search(sentence)) and not _TOGETHER.search(sentence)


def names_national_body(sentence: str) -> bool:
    """Whether a national body, or doctors and insurers, are named in a sentence in which the municipality has no part."""
    return bool(_NAMES_NATIONAL.search(sentence)) and not _TOGETHER.search(sentence)


def told_of_other_towns(passage: Passage, owners: Collection[str]) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) tell what municipalities other than the owners (CBS codes) do: those in which
    one acts, those that go on about it, and under a heading on it all in which the owners have no part. None where the owners are unknown.

    Of the 2,560 passages with a theme in `corpus/papieren` that are an aim or measure this is all that 3 say of one, 2 of them in papers of
    a region.
    """
    if not owners:
        return frozenset()
    era, ours = era_of_owners(owners), _ours(frozenset(owners))
    headed = any(_is_on_town(heading, era) and not ours.search(heading) for heading in passage.section[-2:])
    found: set[int] = set()
    about_them = headed
    for at, sentence in enumerate(passage.sentences):
        text = sentence.text
        if _US.search(text) or ours.search(text):
            about_them = False
            if _TAKES_PART.search(text):
                found.clear()
        else:
            about_them = _town_acts(text, era) or (about_them and (headed or bool(_GOES_ON.match(text))))
        if about_them:
            found.add(at)
    return frozenset(found)


_BODIES = any_of(
    (
        *(
            "metropoolregio(?: eindhoven)?",
            "mre",
            r"(?:arbeidsmarkt|zorg|woon)regio(?: \w+)?",
            r"waterschap(?: de \w+)?",
        ),
        *("provincie(?: noord-brabant| limburg| zeeland| gelderland)?", "gedeputeerde staten", "provinciale staten"),
        *(
            "tweede kamer",
            "vng",
            "vereniging van nederlandse gemeenten",
            "europese (?:unie|commissie)",
            "abu",
            "nbbu",
            "snf",
        ),
    )
)
"""Bodies that are not the municipality's arm, as its omgevingsdienst, veiligheidsregio or GGD is."""
_BODY_ACTS = expression(
    rf"\W*(?:(?:ook|daarnaast|verder)\s+)?(?:(?:de|het)\s+)?{_BODIES}\s+(?!en\b|of\b)(?:{_VERB}|\w{{2,}}en\b)"
    rf"|\W*(?:\S+\s+){{0,4}}?{_VERB}\s+(?:(?:de|het)\s+)?{_BODIES}\b(?!\s+(?:en|of)\b)"
    r"|\W*(?:de\s+|het\s+)?(?:provinciale\s+staten|ps|(?:tweede\s+)?kamer)\b.*\bverzoek(?:t|en)\b"
    r"|.{0,200}\bverzoek(?:t|en)\s+(?:het\s+college\s+van\s+)?(?:gedeputeerde\s+staten|gs|de\s+regering|het\s+kabinet|de\s+minister)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A region, province or association of municipalities at work, and what Provinciale Staten ask of Gedeputeerde Staten."""
_WITH_US = re.compile(
    r"\b(?:wij|we|ons|onze|(?:de|alle|deelnemende|beide|\w+)\s+gemeenten?|het\s+college(?!\s+van\s+(?:gs|gedeputeerde))|de\s+(?:gemeente)?raad|namens|opdracht)\b",
    re.IGNORECASE,
)
"""Signs that the municipality has a part in it, or is who asks it of the other."""
_MOTION_OF_OTHERS = expression(
    r"\bstatenmotie|\bmoti(?:e|on)\w*\b.*\b(?:provinciale\s+staten|ps|tweede\s+kamer|provincie)\b|\b(?:provinciale\s+staten|tweede\s+kamer)\b.*\bmoties?\b",
    re.IGNORECASE,
)
"""Headings over a motion of another body: "Bijlage 3: motie Provinciale Staten"."""
_STATE = r"(?:(?:het\s+)?(?:rijk|kabinet)|de\s+(?:minister\w*|staatssecretaris|rijksoverheid|landelijke\s+overheid)|den\s+haag)"
_ON_STATE = re.compile(
    rf"\W*(?:[\d.]+\s+)?(?:wat\s+(?:doet\s+)?{_STATE}(?:\s+(?:al\s+|zelf\s+)?(?:doet|regelt|wil))?|(?:de\s+)?(?:rol|taak|taken|plannen|maatregelen)\s+van\s+{_STATE}"
    r"|rijksbeleid|landelijk\s+beleid|landelijke\s+(?:ontwikkelingen|maatregelen))\W*",
    re.IGNORECASE,
)
"""Headings over what the state does: "Wat het Rijk doet"."""
_ON_OTHERS = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:dit|dat)\s+doen\s+anderen|wat\s+(?:er\s+)?(?:door|van)\s+anderen\s+(?:komt|wordt\s+gedaan)"
    r"|(?:de\s+)?(?:rol|taak|taken|werk)\s+van\s+anderen|wat\s+anderen\s+(?:al|zelf)\s+doen)\W*",
    re.IGNORECASE,
)
"""Headings over what others than the municipality do, in the town itself: "Dit doen anderen"."""
_OPENS_MOTION = expression(
    r"\W*(?:provinciale\s+staten|de\s+(?:tweede\s+)?kamer)\b[^.]*\b(?:bijeen|gehoord|overwegende|constaterende)\b",
    re.IGNORECASE,
)


def told_of_other_bodies(passage: Passage, owners: Collection[str]) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) tell what a region, province, association, the state or others
    (under a heading on these) does or what its motion asks, where
    the one owner (CBS code) has no part in it. None in a paper of several owners, who are the region, or of none: it may be the province's.

    Of the 2,560 passages with a theme in `corpus/papieren` that are an aim or measure this is all that none says of one; of the 7,042 in
    `corpus/passages` 30, nearly all of papers of a province or motions of its Staten or of the Tweede Kamer.
    """
    if len(owners) != 1:
        return frozenset()
    ours = _ours(frozenset(owners))
    headed = any(
        _MOTION_OF_OTHERS.search(heading) or _ON_STATE.fullmatch(heading) or _ON_OTHERS.fullmatch(heading)
        for heading in passage.section[-2:]
    )
    found: set[int] = set()
    about_them = headed
    for at, sentence in enumerate(passage.sentences):
        text = sentence.text
        if _WITH_US.search(text) or ours.search(text):
            about_them = headed and not _US.search(text) and not ours.search(text)
            if _TAKES_PART.search(text):
                found.clear()
        else:
            opens = bool(_OPENS_MOTION.match(text))
            headed = headed or opens
            about_them = headed or opens or bool(_BODY_ACTS.match(text)) or (about_them and bool(_GOES_ON.match(text)))
        if about_them:
            found.add(at)
    return frozenset(found)


def _town_acts(text: str, era: date | None) -> bool:
    """Whether a municipality by its name acts in a sentence, whichever it is."""
    for name in _names(era).finditer(text):
        before, behind = text[: name.start()], text[name.end() :]
        more = _AND_MORE.match(behind)
        rest = behind[more.end() :] if more else behind
        if re.match(r"[\w-]", behind):
            continue
        if _OPENS.fullmatch(before) and (_ACTS.match(rest) or (more and _ACT.match(rest))):
            return True
        if _INVERTED.fullmatch(before) or (_IN.fullmatch(before) and _THERE_THEY_ACT.match(rest)):
            return True
    return False


def _is_on_town(heading: str, era: date | None) -> bool:
    """Whether a heading is on what a municipality does, whichever it is."""
    return any(
        _THEIRS.match(heading, name.end())
        or (_ON_THEM.fullmatch(heading[: name.start()]) and not re.match(r"[\w-]", heading[name.end() :]))
        for name in _names(era).finditer(heading)
    )


@cache
def _names(era: date | None) -> re.Pattern[str]:
    """The names of municipalities; one that is also a word (Best, Buren) counts behind "gemeente" alone."""
    words = {row["gm_code"] for row in read_table("valkuilen.csv") if row["context_nodig"] == "hoog"}
    plain = {name for one in known_in(era) if one.gm_code not in words for name in (one.name, *one.variants)}
    after = {one.name for one in known_in(era) if one.gm_code in words}
    return re.compile(rf"\b(?:{_any_name(plain)}|(?<=[Gg]emeente ){_any_name(after)})")


@cache
def _ours(owners: frozenset[str]) -> re.Pattern[str]:
    """The names by which the owners of a paper are meant: their own, of what went into them, and of their villages (Veghel in Meierijstad,
    Heusden in Asten)."""
    own = {name for code in owners for name in (by_code(code).name, *by_code(code).variants)}
    former = {one.name for one in all_municipalities() if line_of(one.gm_code) & owners}
    villages = {
        by_code(row["gm_code"]).name
        for row in read_table("valkuilen.csv")
        if any(name in row["automatisch_signaal"].partition(_VILLAGE_IN)[2] for name in own)
    }
    return re.compile(rf"\b{_any_name(own | former | villages)}(?![\w-])")


def _any_name(names: Collection[str]) -> str:
    """A pattern for one of the names, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"
