"""The one kind of CMS container a form of ours holds, made by pyHanko and known byte for byte.

pyHanko assembles it once per certificate (11 ms); a signature then only puts its digest and its
ECDSA value into that pattern. Checking goes the same way backwards: what was found must be the
very bytes these parts give. So nothing can hide in a container: no second certificate, no
unsigned attribute, no other spelling of the same value.
"""

import asyncio
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.signers import Signer

DIGEST = "sha256"
_ECDSA = ec.ECDSA(hashes.SHA256())
_NO_DIGEST = bytes(32)
RawSigner = Callable[[bytes], bytes]


class HeldKeySigner(Signer):
    """A pyHanko signer around a key object that is held and never read again."""

    def __init__(self, certificate: x509.Certificate, sign: RawSigner) -> None:
        der = certificate.public_bytes(Encoding.DER)
        super().__init__(signing_cert=asn1_x509.Certificate.load(der), embed_roots=False)
        self._sign = sign

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """Return the DER of an ECDSA value over ``data``."""
        del digest_algorithm, dry_run
        return self._sign(data)


def ecdsa(key: ec.EllipticCurvePrivateKey) -> RawSigner:
    """Return the raw signing function of a key."""
    return lambda data: key.sign(data, _ECDSA)


def container(certificate: x509.Certificate, digest: bytes, sign: RawSigner) -> bytes:
    """Return the container (DER) in which ``certificate``'s holder signs a SHA-256 digest."""
    made = cms.ContentInfo.load(_pattern(certificate))
    signer = made["content"]["signer_infos"][0]
    attributes = signer["signed_attrs"]
    attribute = next(one for one in attributes if one["type"].native == "message_digest")
    attribute["values"][0] = digest
    signer["signature"] = sign(attributes.untag().dump())
    return bytes(made.dump())


def is_ours(found: bytes, digest: bytes, root: x509.Certificate) -> bool:
    """Say whether ``found`` is a container over ``digest`` by somebody ``root`` certified.

    Whether the certificate covered the time of signing is asked elsewhere: the time stands in
    the form, not in the container (PAdES).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            certificate, signature = _parts(found)
            certificate.verify_directly_issued_by(root)
            rebuilt = container(certificate, digest, _already(signature, certificate))
    except Exception:  # noqa: BLE001 - a stranger's bytes: whatever a reader raises, not ours
        return False
    return rebuilt == found


def _already(signature: bytes, certificate: x509.Certificate) -> RawSigner:
    """Return a signing function that gives ``signature``, or raises where it does not fit."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError(type(key))

    def sign(data: bytes) -> bytes:
        key.verify(signature, data, _ECDSA)
        return signature

    return sign


def _parts(found: bytes) -> tuple[x509.Certificate, bytes]:
    signed_data: Any = cms.ContentInfo.load(found, strict=True)["content"]
    der = signed_data["certificates"][0].chosen.dump()
    return x509.load_der_x509_certificate(der), signed_data["signer_infos"][0]["signature"].native


@lru_cache(maxsize=32)
def _pattern(certificate: x509.Certificate) -> bytes:
    signer = HeldKeySigner(certificate, lambda _: b"")
    made = asyncio.run(signer.async_sign(_NO_DIGEST, DIGEST, use_pades=True))
    return bytes(made.dump())
