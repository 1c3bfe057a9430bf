"""Whether a paper is in another language than Dutch: then its words say nothing to rules and models that know Dutch only.

Told by function words, the few dozen that make a third to a half of any running text. Two things have to hold, that those of another
language are many and those of Dutch few beside them, so that a table of figures, a list of names or a leaflet in two languages is Dutch.
A paper of which a good part is sentences in Dutch is Dutch, whatever stands around them. A letter by itself is a word in running text
only: in "a. b. c." or a code it is of no language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pipeline.extraction.blocks import Block

NOT_DUTCH = "niet in het Nederlands maar in het"
"""Begins the source of what is said of such a paper; the language follows."""
FEWEST_WORDS = 60
"""Words under which nothing is said of a language."""
LEAST_SHARE = 0.15
"""Share of the words that are function words of the other language."""
TIMES = 2.0
"""How many times as many as those of Dutch. Some look alike: "in" and "die" in German, "de" in Romanian. Of some 1,500 Dutch papers, real
and invented, the nearest to this had half as many as of Dutch (a list of decisions, Spanish); of foreign ones, nearly four times."""
DUTCH_PART = 0.2
"""Share of its words from which sentences in Dutch, FEWEST_WORDS of them at least, make a paper Dutch: more than a colophon has."""
SENTENCE_WORDS = 8
"""Words from which a block is a sentence and no heading or address."""
_WORD = re.compile(r"[^\W\d_]{2,}|(?<![\w.])[^\W\d_](?=[^\S\n]+[^\W\d_]{2})")
_FUNCTION_WORDS = {
    "Nederlands": (
        "aan als bij dat de deze die dit door een en er haar heeft het hij hun in is kan maar met moet naar "
        "niet nog of om onder ook op over te tot uit van voor waar was wat we wel welke werd wij worden wordt "
        "ze zich zij zijn zoals zou zullen"
    ),
    "Pools": (
        "ale aby być czy dla do gdy i ich ile jak jako jest jego już która które których który lub ma może na "
        "nad nie o od oraz po pod przez przy są się tak także tego tej to tych tym w we wszystkich z za ze że"
    ),
    "Engels": (
        "a all an and are as at be been but by can for from had has have he in is it its may must not of on "
        "or shall she should such that the their there these they this those to was we were which who will "
        "with would you your"
    ),
    "Duits": (
        "als am an auch auf aus bei das dass dem den der des die diese dieser durch ein eine einem einen "
        "einer eines er es für hat im in ist kann mit nach nicht noch oder sich sie sind so über um und unter "
        "von vom vor war werden wie wir wird zu zum zur"
    ),
    "Roemeens": (
        "a acest această al ale am au ca care ce cel cele cu cum dar de din după ei este fi fost în in la lor "
        "mai nu o pe pentru prin sa să sau se și şi si sunt sub un unei unui va vor"
    ),
    "Bulgaars": (
        "а ако бъде да до за и из или им как като която които който ли на не но о от по при с са се си след "
        "със то това те тези той трябва че"
    ),
    "Frans": (
        "à au aux avec ce ces cette dans de des doit du elle en est et il ils la le les leur leurs mais ne ou "
        "où par pas plus pour que qui sa se ses son sont sur un une"
    ),
    "Spaans": (
        "a al como con de del el en es esta este la las lo los más no o para pero por que se ser si sin su "
        "sus son un una y"
    ),
}
_OTHERS = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
_DUTCH = _OTHERS.pop("Nederlands")


def foreign_language(blocks: Iterable[Block]) -> str:
    """Return the Dutch name of the other language that a paper is in, "" for a Dutch one and where it is not plain."""
    blocks = list(blocks)
    words = _words(block.text for block in blocks)
    total = words.total()
    if total < FEWEST_WORDS:
        return ""
    shares = {name: _share(words, known, total) for name, known in _OTHERS.items()}
    name = max(shares, key=lambda name: shares[name])
    if shares[name] < LEAST_SHARE or shares[name] < TIMES * _share(words, _DUTCH, total):
        return ""
    dutch = sum(_words_of_dutch_sentence(block.text) for block in blocks)
    return "" if dutch >= max(FEWEST_WORDS, DUTCH_PART * total) else name


def _words(texts: Iterable[str]) -> Counter[str]:
    words = Counter[str]()
    for word, times in Counter(word for text in texts for word in _WORD.findall(text)).items():
        words[word.lower()] += times
    return words


def _words_of_dutch_sentence(text: str) -> int:
    """How many words a block in Dutch has; none for one in another language, or too short to tell."""
    words = _words([text])
    total = words.total()
    if total < SENTENCE_WORDS:
        return 0
    dutch = _share(words, _DUTCH, total)
    plain = dutch >= LEAST_SHARE and all(dutch > _share(words, known, total) for known in _OTHERS.values())
    return total if plain else 0


def _share(words: Counter[str], known: frozenset[str], total: int) -> float:
    return sum(words[word] for word in known) / total
