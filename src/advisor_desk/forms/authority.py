"""The home's own small authority: one root, and identities (key and certificate) it issues.

There is no revocation list and no renewal: a station is offline, and whether somebody may sign
*now* is asked of the staff register. A certificate only has to cover the time of signing, so it
lasts longer than any paper is kept; forms are judged at the time they were signed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

YEARS_VALID = 100


@dataclass(frozen=True, slots=True)
class SigningIdentity:
    """Who signs: the station, or a person, with the certificate the home's root gave them."""

    name: str
    private_key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    root: x509.Certificate

    def to_bytes(self) -> bytes:
        """Return key and certificates as PEM, NOT encrypted: the store encrypts them."""
        key = self.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return b"".join((key, certificate_bytes(self.certificate), certificate_bytes(self.root)))

    @classmethod
    def from_bytes(cls, content: bytes) -> "SigningIdentity":
        """Return the identity ``to_bytes`` wrote.

        Raises:
            ValueError: ``content`` is not that.
        """
        key = load_pem_private_key(content, None)
        certificate, root = x509.load_pem_x509_certificates(content)
        if (
            not isinstance(key, ec.EllipticCurvePrivateKey)
            or key.public_key() != certificate.public_key()
        ):
            raise ValueError("the key is not that of the certificate")
        return cls(_common_name(certificate), key, certificate, root)


def new_root(branch_id: str, valid_from: date) -> SigningIdentity:
    """Return a new root of a home; its certificate is what ``root.crt`` holds."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = f"advisor_desk {branch_id}"
    certificate = _certificate(name, key.public_key(), valid_from, issuer=None, signed_with=key)
    return SigningIdentity(name, key, certificate, certificate)


def issue(root: SigningIdentity, common_name: str, valid_from: date) -> SigningIdentity:
    """Return a new identity under ``root``; ``common_name`` is 1 to 64 characters (X.520)."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(
        common_name,
        key.public_key(),
        valid_from,
        issuer=root.certificate,
        signed_with=root.private_key,
    )
    return SigningIdentity(common_name, key, certificate, root.certificate)


def certificate_bytes(certificate: x509.Certificate) -> bytes:
    """Return a certificate as PEM, as ``root.crt`` keeps it."""
    return certificate.public_bytes(Encoding.PEM)


def load_certificate(content: bytes) -> x509.Certificate:
    """Return a certificate from PEM or DER.

    Raises:
        ValueError: it is neither.
    """
    if content.lstrip().startswith(b"-----"):
        return x509.load_pem_x509_certificate(content)
    return x509.load_der_x509_certificate(content)


def _certificate(
    common_name: str,
    public_key: ec.EllipticCurvePublicKey,
    valid_from: date,
    *,
    issuer: x509.Certificate | None,
    signed_with: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    is_root = issuer is None
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    # 28 February ends a span that began on 29 February.
    day = 28 if (valid_from.month, valid_from.day) == (2, 29) else valid_from.day
    until = valid_from.replace(year=valid_from.year + YEARS_VALID, day=day)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer.subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.combine(valid_from, time.min, UTC))
        .not_valid_after(datetime.combine(until, time.min, UTC))
        .add_extension(x509.BasicConstraints(is_root, 0 if is_root else None), critical=True)
        .add_extension(_key_usage(is_root=is_root), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signed_with.public_key()),
            critical=False,
        )
        .sign(signed_with, hashes.SHA256())
    )


def _key_usage(*, is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )


def _common_name(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
