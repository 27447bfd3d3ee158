"""GitLab: personal, deploy, runner, job, trigger, feed, agent and other tokens."""

from zlib import crc32

from cassette_cli.credentials.checksums import gitlab_routable
from cassette_cli.credentials.format import TokenFormat
from cassette_cli.credentials.samples import alnum, in_base, lower


def _routable(payload: str, length: str) -> str:
    head = f"{payload}.{length}"
    return head + in_base(crc32(head.encode()), 36, 7)


FORMATS = (
    TokenFormat(
        kind="gitlab-token",
        title="GitLab token",
        literals=(
            "glpat-",
            "gldt-",
            "glrt-",
            "glrtr-",
            "glcbt-",
            "glptt-",
            "glft-",
            "glimt-",
            "glagent-",
            "gloas-",
            "glsoat-",
            "glffct-",
            "glwt-",
        ),
        pattern=r"gl(?:pat|dt|rtr?|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-(?:t[0-9]_|[0-9a-f]{1,3}_)?[A-Za-z0-9_-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{9}|\.[0-9a-z]{9})?",
        source="https://docs.gitlab.com/security/tokens/#token-prefixes",
        passing=(
            "glpat-" + alnum(20),
            _routable("glpat-" + alnum(27), "0r"),
            "glcbt-" + "64_" + alnum(20),
        ),
        failing=(
            "glpat-" + alnum(12),
            "glpat-" + alnum(27) + ".0r" + lower(7),
        ),
        innocent=("glft-x single-glrt-",),
        bits=120,
        check=gitlab_routable,
    ),
    TokenFormat(
        kind="gitlab-runner-registration",
        title="GitLab runner registration token",
        literals=("GR1348941",),
        pattern=r"GR1348941[A-Za-z0-9_-]{20}",
        source="https://docs.gitlab.com/security/tokens/#token-prefixes",
        passing=("GR13" + "48941" + alnum(20),),
        failing=("GR13" + "48941" + alnum(8),),
        innocent=("GR1348941",),
        bits=120,
    ),
)
