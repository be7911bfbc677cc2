"""How well typed letters fit words: `an sl` finds "Analyse slide"."""

import re


def fit(typed: str, words: str) -> float | None:
    """How well `words` hold the letters of `typed` in their order, more is better; None where they do not.

    Letters that begin a word or follow each other count more, and of two equal fits the shorter words win.
    """
    typed, words = "".join(typed.casefold().split()), words.casefold()
    best: dict[int, float] = {-1: 0.0}  # the best score of all fits of the letters so far whose last one stands there
    for letter in typed:
        following: dict[int, float] = {}
        for place, found in enumerate(words):
            if found != letter:
                continue
            starts = place == 0 or not words[place - 1].isalnum()
            for before, score in best.items():
                if before < place:
                    worth = score + (8 if starts else 1) + (5 if before >= 0 and before == place - 1 else 0)
                    following[place] = max(following.get(place, 0.0), worth)
        if not following:
            return None
        best = following
    return max(best.values()) - len(words) / 100


def begin_words(typed: str, words: str) -> bool:
    """Every typed word begins one of `words`, each another, in any order: `pan rev` fits "Review Panels"."""
    left = re.findall(r"\w+|[^\w\s]+", words.casefold())
    for piece in sorted(typed.casefold().split(), key=len, reverse=True):
        begun = next((word for word in left if word.startswith(piece)), None)
        if begun is None:
            return False
        left.remove(begun)
    return True
