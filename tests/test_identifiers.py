"""Check digits and shapes of identifiers."""

import pytest

from kettext.text.identifiers import faults_in, is_isbn, is_issn, is_orcid

DIGITS = "0123456789"


@pytest.mark.parametrize(
    ("is_right", "digits"),
    [
        (is_isbn, "0306406152"),
        (is_isbn, "080442957X"),
        (is_isbn, "9780306406157"),
        (is_isbn, "9791034304134"),
        (is_issn, "03785955"),
        (is_issn, "2434561X"),
        (is_orcid, "0000000218250097"),
        (is_orcid, "000000021694233X"),
    ],
)
def test_a_wrong_digit_shows(is_right: object, digits: str) -> None:
    assert callable(is_right)
    assert is_right(digits)
    for place, digit in enumerate(digits):
        others = [other for other in DIGITS if other != digit]
        wrong = [digits[:place] + other + digits[place + 1 :] for other in others]
        assert not any(map(is_right, wrong)), place


@pytest.mark.parametrize("digits", ["", "1", "030640615", "97803064061577", "1230306406157"])
def test_other_lengths_are_no_isbn(digits: str) -> None:
    assert not is_isbn(digits)


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-0-306-40615-7",
        "ISBN-13: 9780306406157",
        "ISBN-10 0-306-40615-2",
        "ISBN 10 0-306-40615-2",
        "ISBN 978 0 306 40615 7, 2019",
        "ISBN 978 0 306 40615 7 240 pages",
        "ISBN (print): 978-0-306-40615-7",
        "**ISBN:** 978‑0‑306‑40615‑7",  # hyphens that do not break
        "ISBN 0-8044-2957-x",
        "ISSN 0378-5955",
        "ISSN: 2434-561X",
        "doi:10.1000/182",
        "DOI 10.1016/S0140-6736(05)66912-7",
        "https://doi.org/10.1145%2F362384.362685",
        "https://doi.org/10/aabbe",
        "https://www.doi.org/the-identifier",
        "DOI 2019",
        "PMID: 12345678",
        "PMID is a number",
        "PMCID: PMC1234567",
        "arXiv:0706.0001",
        "arXiv:1412.9999v12",
        "arXiv:1501.00001",
        "arXiv:math.GT/0309136",
        "https://arxiv.org/pdf/2103.00020.pdf.",
        "ORCID 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1694-233X",
        "NCT01234567",
        "NCT 127",
        "ISBN 13",
        "978-0-306-40615-8",
        "https://example.org/ISBN/1",
    ],
)
def test_what_can_be_right_is_left_alone(text: str) -> None:
    assert not [*faults_in(text)]


@pytest.mark.parametrize(
    ("text", "written", "why"),
    [
        ("ISBN 978-0-306-40615-8.", "978-0-306-40615-8", "has a wrong check digit"),
        ("ISBN 0-306-40615-X", "0-306-40615-X", "has a wrong check digit"),
        ("ISBN 1230306406157", "1230306406157", "does not begin with 978 or 979"),
        ("ISBN: 030640615", "030640615", "has 9 digits, not 10 or 13"),
        ("ISSN 0378-5956", "0378-5956", "has a wrong check digit"),
        ("ISSN 0378-595", "0378-595", "has 7 digits, not 8"),
        ("doi:1.1000/182", "1.1000/182", "begin with “10.”"),
        ("doi: 10,1000/182", "10,1000/182", "begin with “10.”"),
        ("https://doi.org/10.1000.182", "10.1000.182", "begin with “10.”"),
        ("https://doi.org/https://doi.org/10.1/2", "https://doi.org/10.1/2", "twice"),
        ("PMID: 1234567890", "1234567890", "has 10 digits"),
        ("PMID: PMC1234567", "PMC1234567", "is not a number"),
        ("PMC123456789", "123456789", "has 9 digits"),
        ("arXiv:1513.00001", "1513.00001", "names the month 13"),
        ("arXiv:1501.0001", "1501.0001", "has 4 digits"),
        ("arXiv:1412.00001", "1412.00001", "has 5 digits"),
        ("ORCID: 0000-0002-1825-0096", "0000-0002-1825-0096", "has a wrong check digit"),
        ("https://orcid.org/0000-0002-1825-009", "0000-0002-1825-009", "has 15 digits"),
        ("NCT0123456", "NCT0123456", "has 7 digits"),
    ],
)
def test_what_can_not_be_right_is_found(text: str, written: str, why: str) -> None:
    (fault,) = faults_in(f"See {text} there.")
    assert f"See {text}"[fault.start : fault.end] == written
    assert why in fault.why
