"""Grafana: service account tokens with their checksum, cloud tokens, old API keys."""

from zlib import crc32

from cassette_cli.credentials.checksums import crc32_little_endian_hex
from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, hexes


def _service_account() -> str:
    head = "glsa_" + alnum(32)
    return head + "_" + crc32(head.encode()).to_bytes(4, "little").hex()


FORMATS = (
    TokenFormat(
        kind="grafana-service-account-token",
        title="Grafana service account token",
        literals=("glsa_",),
        pattern=r"glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
        source="https://grafana.com/docs/grafana/latest/administration/service-accounts/",
        passing=(_service_account(),),
        failing=(
            "glsa_" + alnum(32) + "_" + hexes(8),
            "glsa_" + alnum(32),
        ),
        innocent=("glsa_",),
        bits=190,
        check=crc32_little_endian_hex,
    ),
    TokenFormat(
        kind="grafana-cloud-token",
        title="Grafana Cloud access policy token",
        literals=("glc_",),
        pattern=r"glc_[A-Za-z0-9+/]{60,400}={0,3}",
        source="https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/",
        passing=("glc_" + alnum(120),),
        failing=("glc_" + alnum(20),),
        innocent=("glc_",),
        bits=142,
        edge="A-Za-z0-9+/=",
    ),
    TokenFormat(
        kind="grafana-api-key",
        title='Grafana API key (`{"k":` in base64)',
        literals=("eyJrIjoi",),
        pattern=r"eyJrIjoi[A-Za-z0-9+/]{50,160}={0,2}(?!\.[A-Za-z0-9_-])",
        source="https://grafana.com/docs/grafana/latest/administration/api-keys/",
        passing=("eyJr" + "Ijoi" + alnum(80),),
        failing=("eyJr" + "Ijoi" + alnum(12),),
        innocent=("eyJrIjoi",),
        bits=190,
        edge="A-Za-z0-9+/=",
    ),
)
