"""The CMS container: pyHanko's own bytes, readable by others, and no other spelling accepted."""

import asyncio
import hashlib
import random
import subprocess
from datetime import date
from pathlib import Path

import pytest
from asn1crypto import algos, cms
from cryptography.hazmat.primitives.serialization import Encoding
from tests.forms.signed_forms import OTHER_ROOT, ROOT, STATION

from advisor_desk.forms.authority import SigningIdentity, certificate_bytes, issue, new_root
from advisor_desk.forms.container import HeldKeySigner, container, ecdsa, is_ours

CONTENT = b"what is signed"
DIGEST = hashlib.sha256(CONTENT).digest()
SIGNED = container(STATION.certificate, DIGEST, ecdsa(STATION.private_key))


def test_it_is_the_container_pyhanko_makes() -> None:
    def fixed(data: bytes) -> bytes:
        return hashlib.sha512(data).digest()

    signer = HeldKeySigner(STATION.certificate, fixed)
    made = asyncio.run(signer.async_sign(DIGEST, "sha256", use_pades=True)).dump()
    assert container(STATION.certificate, DIGEST, fixed) == made


def test_openssl_accepts_it(tmp_path: Path) -> None:
    (tmp_path / "signed.der").write_bytes(SIGNED)
    (tmp_path / "content").write_bytes(CONTENT)
    (tmp_path / "root.pem").write_bytes(certificate_bytes(ROOT.certificate))
    command = "openssl cms -verify -binary -inform DER -in signed.der -content content"
    options = ["-CAfile", "root.pem", "-purpose", "any", "-out", "out", "-no_check_time"]
    done = subprocess.run([*command.split(), *options], cwd=tmp_path, capture_output=True)  # noqa: PLW1510
    assert done.returncode == 0, done.stderr


def test_it_holds_the_signers_certificate_alone_and_no_signing_time() -> None:
    data = cms.ContentInfo.load(SIGNED)["content"]
    held = [one.chosen.dump() for one in data["certificates"]]
    assert held == [STATION.certificate.public_bytes(Encoding.DER)]
    signer = data["signer_infos"][0]
    kinds = {attribute["type"].native for attribute in signer["signed_attrs"]}
    assert kinds == {"content_type", "message_digest", "signing_certificate_v2"}
    assert signer["unsigned_attrs"].native is None


def test_ours_is_told_from_another_digest_and_another_root() -> None:
    assert is_ours(SIGNED, DIGEST, ROOT.certificate)
    assert not is_ours(SIGNED, hashlib.sha256(b"other").digest(), ROOT.certificate)
    assert not is_ours(SIGNED, DIGEST, OTHER_ROOT.certificate)


def test_a_root_of_the_same_name_is_another_root() -> None:
    twin = new_root("HB01", date(2000, 1, 1))
    assert not is_ours(SIGNED, DIGEST, twin.certificate)


def test_somebody_certified_by_a_person_is_not_certified_by_the_root() -> None:
    below = issue(
        SigningIdentity(STATION.name, STATION.private_key, STATION.certificate, ROOT.certificate),
        "nobody (example)",
        date(2026, 1, 1),
    )
    made = container(below.certificate, DIGEST, ecdsa(below.private_key))
    assert not is_ours(made, DIGEST, ROOT.certificate)


def _with_unsigned_attribute(data: cms.SignedData) -> None:
    attribute = {"type": "content_type", "values": ["data"]}
    data["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([attribute])


def _with_second_certificate(data: cms.SignedData) -> None:
    root = cms.CertificateChoices.load(ROOT.certificate.public_bytes(Encoding.DER))
    data["certificates"] = cms.CertificateSet([data["certificates"][0], root])


def _with_second_digest_algorithm(data: cms.SignedData) -> None:
    kinds = [algos.DigestAlgorithm({"algorithm": name}) for name in ("sha256", "sha512")]
    data["digest_algorithms"] = cms.DigestAlgorithms(kinds)


def _with_second_signer(data: cms.SignedData) -> None:
    signer = data["signer_infos"][0]
    data["signer_infos"] = cms.SignerInfos([signer, signer.copy()])


@pytest.mark.parametrize(
    "smuggle",
    [
        _with_unsigned_attribute,
        _with_second_certificate,
        _with_second_digest_algorithm,
        _with_second_signer,
    ],
)
def test_nothing_can_be_put_into_a_container(smuggle: object) -> None:
    made = cms.ContentInfo.load(SIGNED)
    assert callable(smuggle)
    smuggle(made["content"])
    changed = made.dump(force=True)
    assert changed != SIGNED
    assert not is_ours(changed, DIGEST, ROOT.certificate)


def test_a_longer_spelling_of_the_same_value_is_refused() -> None:
    length = int.from_bytes(SIGNED[2:4], "big")
    longer = b"\x30\x83" + length.to_bytes(3, "big") + SIGNED[4:]
    assert not is_ours(longer, DIGEST, ROOT.certificate)
    assert not is_ours(SIGNED + b"\0", DIGEST, ROOT.certificate)


def test_no_single_flipped_bit_is_accepted() -> None:
    places = random.Random(26).sample(range(len(SIGNED) * 8), 1_500)  # noqa: S311
    for place in places:
        changed = bytearray(SIGNED)
        changed[place // 8] ^= 1 << place % 8
        assert not is_ours(bytes(changed), DIGEST, ROOT.certificate), place


@pytest.mark.parametrize("found", [b"", b"\x30", b"\x30\x80", bytes(2000), b"\x30\x82\x00\x00"])
def test_what_is_no_container_is_not_ours(found: bytes) -> None:
    assert not is_ours(found, DIGEST, ROOT.certificate)
