"""Texts of support messages in three languages: Zipf-distributed words, some of them known to the searches."""

from itertools import accumulate
from pathlib import Path
from random import Random


def words(name: str) -> list[str]:
    return (Path(__file__).with_name("words") / f"{name}.txt").read_text(encoding="utf-8").split()


ENGLISH, GERMAN, CHINESE = words("english"), words("german"), words("chinese")
_SYLLABLES, _CHARACTERS = words("syllables"), "".join(words("characters"))
VOCABULARY, POOL = 30_000, 600_000


class Texts:
    """Slices of long streams, which is as fast as it is Zipf-distributed."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        self._english = _stream(random, ENGLISH, latin=True)
        self._german = _stream(random, GERMAN, latin=True)
        self._chinese = "".join(_stream(random, CHINESE, latin=False))

    def body(self, random: Random, language: int) -> str:
        """About 410, 400 and 120 characters for English (0), German (1) and Chinese (2)."""
        if language == 2:
            start = int(random.random() * (len(self._chinese) - 700))
            return self._chinese[start : start + 12 + min(600, int(random.expovariate(1 / 108)))]
        return self._words(random, language, 6 + min(600, int(random.expovariate(1 / 45))))

    def subject(self, random: Random, language: int) -> str:
        if language == 2:
            start = int(random.random() * (len(self._chinese) - 700))
            return self._chinese[start : start + 6 + int(random.random() * 16)]
        return self._words(random, language, 3 + int(random.random() * 6)).capitalize()

    def _words(self, random: Random, language: int, many: int) -> str:
        words = self._german if language else self._english
        start = int(random.random() * (POOL - 700))
        return " ".join(words[start : start + many])


def _stream(random: Random, known: list[str], *, latin: bool) -> list[str]:
    known = _vocabulary(random, known, latin=latin)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(known))))
    stream = random.choices(known, cum_weights=weights, k=POOL)
    for place in range(9, POOL, 11):
        stream[place] += (". " if latin else "。") if place % 2 else ("," if latin else "，")
    return stream


def _vocabulary(random: Random, known: list[str], *, latin: bool) -> list[str]:
    found = dict.fromkeys(known)
    while len(found) < VOCABULARY:
        parts, most = (_SYLLABLES, 4) if latin else (list(_CHARACTERS), 3)
        found["".join(random.choices(parts, k=random.randint(2, most)))] = None
    return list(found)
