"""The home's authority: a root, identities under it, and their way to bytes and back."""

from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from advisor_desk.forms.authority import (
    SigningIdentity,
    certificate_bytes,
    issue,
    load_certificate,
    new_root,
)

ROOT = new_root("HB01", date(2000, 1, 1))
PERSON = issue(ROOT, "陳大文 (example)", date(2026, 11, 1))


def test_a_person_is_certified_by_the_homes_root() -> None:
    PERSON.certificate.verify_directly_issued_by(ROOT.certificate)
    assert PERSON.root == ROOT.certificate


def test_a_certificate_counts_from_the_first_moment_of_its_first_day() -> None:
    assert PERSON.certificate.not_valid_before_utc == datetime(2026, 11, 1, tzinfo=UTC)


def test_a_certificate_issued_on_29_february_ends_on_a_day_that_exists() -> None:
    leap = issue(ROOT, "leap (example)", date(2024, 2, 29))
    assert leap.certificate.not_valid_after_utc == datetime(2124, 2, 28, tzinfo=UTC)


def test_an_identity_survives_its_way_to_bytes_and_back() -> None:
    again = SigningIdentity.from_bytes(PERSON.to_bytes())
    assert (again.name, again.certificate, again.root) == (
        PERSON.name,
        PERSON.certificate,
        ROOT.certificate,
    )
    signature = again.private_key.sign(b"form", ec.ECDSA(hashes.SHA256()))
    public = PERSON.private_key.public_key()
    public.verify(signature, b"form", ec.ECDSA(hashes.SHA256()))


def test_a_key_beside_somebody_elses_certificate_is_refused() -> None:
    other = issue(ROOT, "other (example)", date(2026, 11, 1))
    mixed = SigningIdentity(other.name, other.private_key, PERSON.certificate, ROOT.certificate)
    with pytest.raises(ValueError, match="not that of"):
        SigningIdentity.from_bytes(mixed.to_bytes())


@pytest.mark.parametrize("content", [b"", b"no identity", PERSON.to_bytes()[:200]])
def test_bytes_that_are_no_identity_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reader's own words
        SigningIdentity.from_bytes(content)


def test_root_crt_is_read_as_pem_and_as_der() -> None:
    pem = certificate_bytes(ROOT.certificate)
    assert load_certificate(pem) == ROOT.certificate
    der = ROOT.certificate.public_bytes(Encoding.DER)
    assert load_certificate(der) == ROOT.certificate
