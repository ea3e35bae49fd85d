"""The fingerprint of a finding, by which programs know it again. A module of its own: hashing is
slow to load."""

import hashlib

DIGITS = 16


def fingerprint(identity: tuple[str, str, int]) -> str:
    """The first digits of the SHA-256 of check, words and count, joined by NUL."""
    check, words, earlier = identity
    key = "\0".join((check, words, str(earlier)))
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:DIGITS]
