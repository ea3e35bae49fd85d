"""Where a link leads, and whether a source can stand there. What lies where is in domains.txt,
beside this file."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kettext.text.value import Value

HOST = r"(?i)(?:https?:)?//(?:[^/?#@\s]*@)?(?P<host>[^/?#:\s]+)(?::\d+)?(?P<path>[^\s]*)"
IDENTIFIER = (
    r"(?i)(?:doi|pmid|pmcid|arxiv|isbn|hdl|urn|info):\S|(?:https?://)?\S{0,80}?\b10\.\d{4,9}/\S"
)
WRAPPED = (  # an address within the address of an archive, or of a page that leads on
    r"(?i)https?://(?:web\.archive\.org/web/[^/]+/|www\.google\.[a-z.]+/url\?(?:[^#\s]*?&)?(?:q|url)=)"
    r"(?P<address>https?(?::|%3A)(?:/|%2F){1,2}\S+)"
)
ADDRESS = (
    r"\b(?:https?://|www\.(?=\w))[^\s<>\"”\])}]+"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|int|info|uk|eu|de|ca|au)/"
    r"[^\s<>\"”\])}]{2,}"
)
BARE = r"(?:[\w-]++\.)++(?:com|org|net|gov|edu|int|info|uk|eu|de|ca|au)/|www\."
SHOP_HOST = r"(?:shop|store|buy|cart|checkout)\."
SHOP_PATH = (
    r"(?i)/(?:products?|shop|store|cart|basket|checkout|add-to-cart|buy)(?:[/?#]|$)|[?&]add-to-cart="
    r"|[?&](?:aff|affid|aff_id|affiliate|affiliate_id|irclickid|awc|subid|ascsubtag|afftrack"
    r"|partner_?id)=|[?&]tag=[\w-]+-2\d\b"
)
SEARCH = (
    r"(?i)^/(?:search|results|scholar|maps/(?:place|search|dir|@)|sharer|share|intent|login|signup"
    r"|subscribe)(?:[/.?#]|$)|^/?\?(?:s|q)="
)
PICTURE = r"(?i)\.(?:png|jpe?g|gif|webp|svg|avif|ico)(?:[?#]|$)"
POST = r"(?i)/(?:status|posts?|p|pulse|comments|watch|shorts|reel|permalink)(?:[/?.]|$)|[?&]v="
PROFILE_PATH = (
    r"(?i)^/?(?:(?:in|company|school|channel|c|user|u|r|profile|people|groups|add|pin|author)/[^/]+"
    r"|@?[^/?#]*)(?:/about)?/?(?:[?#].*)?$"
)
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "edu", "ac"})  # above a country's


class Site(Value):
    """What it depends on whether a link is a source: the domains to accept and to reject, the host
    that the article itself stands on ("" if nobody knows), whether a link to anywhere will do."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    own: str = ""
    any_link: bool = True


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand in a text, also without "https://"."""
    if "/" in text or "www." in text:
        yield from (match.span() for match in re.finditer(ADDRESS, text))


def host_of(address: str) -> str:
    """The host of an address, without "www."; "" for what is none."""
    match = re.match(HOST, address)
    return match["host"].lower().removeprefix("www.").rstrip(".") if match else ""


def is_source(address: str, site: Site) -> bool:
    """Whether a source can stand at an address."""
    wrapped = re.match(WRAPPED, address)
    if wrapped:
        address = re.sub("(?i)%3a", ":", re.sub("(?i)%2f", "/", wrapped["address"]))
    elif re.match(BARE, address):
        address = f"//{address}"
    match = re.match(HOST, address)
    if not match:
        return re.match(IDENTIFIER, address) is not None
    host = host_of(address)
    ruled = _ruled(host, site)
    if ruled is not None:
        return ruled
    kind = kind_of(host)
    if _is_same_site(host, site.own, kind):
        return False
    if kind == "authority" or re.match(IDENTIFIER, address):
        return True
    return site.any_link and not _is_none(host, match["path"], kind)


def kind_of(host: str) -> str:
    """What the list says of a host, "" if it is not on it."""
    kinds = _domains()
    return next((kinds[name] for name in _names(host) if name in kinds), "")


def _ruled(host: str, site: Site) -> bool | None:
    """Whether a host is accepted or rejected by the longest domain that fits it; None where none
    does."""
    accepted = max(map(len, _fitting(host, site.accept)), default=0)
    rejected = max(map(len, _fitting(host, site.reject)), default=0)
    return accepted > rejected if accepted or rejected else None


def _fitting(host: str, domains: tuple[str, ...]) -> Iterator[str]:
    for domain in domains:
        plain = domain.lower().removeprefix("*.").removeprefix("www.").strip(".")
        if plain and (host == plain or host.endswith(f".{plain}")):
            yield plain


def _is_same_site(host: str, own: str, kind: str) -> bool:
    is_above = own.endswith(f".{host}") and kind != "authority"
    return bool(own) and (host == own or host.endswith(f".{own}") or is_above)


def _is_none(host: str, path: str, kind: str) -> bool:
    """Whether what stands there is for sale, a profile, a picture or a search."""
    if kind in ("shop", "never"):
        return True
    if kind == "social" and re.match(PROFILE_PATH, path) and not re.search(POST, path):
        return True
    patterns = (re.search(SHOP_PATH, path), re.match(SEARCH, path), re.search(PICTURE, path))
    return any(patterns) or re.match(SHOP_HOST, host) is not None


def _names(host: str) -> Iterator[str]:
    """The entries that fit a host, the longest first; "*" stands for "de", "com", or "co.uk"."""
    parts = host.split(".")[-6:]
    is_country = len(parts[-1]) == 2 or parts[-1] == "com"
    is_second_level = len(parts) > 2 and parts[-2] in SECOND_LEVEL
    for index in range(len(parts)):
        yield ".".join(parts[index:])
        if is_country and index < len(parts) - 1:
            yield ".".join((*parts[index:-1], "*"))
        if is_country and is_second_level and index < len(parts) - 2:
            yield ".".join((*parts[index:-2], "*"))


@lru_cache(maxsize=1)
def _domains() -> Mapping[str, str]:
    """The list, read once."""
    kind, kinds = "", dict[str, str]()
    text = Path(__file__).with_name("domains.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            kinds.update(dict.fromkeys(line.split(), kind))
    return kinds
