"""What differs from one recording to the next though nothing has changed: the one catalogue.

`rewrite --drop-volatile` takes these headers out. Sources: the headers of some 50,000 recorded
answers, and the pages of the standards and providers that are named beside the groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

VOLATILE_HEADERS = (
    # RFC 9110 and 9111: when it was made, and how old it is.
    "date", "age", "expires",
    # Numbers of one request, and of the trace it belongs to (W3C Trace Context, B3, X-Ray).
    "*request-id", "*requestid", "*correlation-id", "*correlationid", "*trace-id", "traceparent",
    "tracestate", "baggage", "sentry-trace", "b3", "x-b3-*", "x-datadog-*", "x-amz-id-2",
    "x-cloud-trace-context", "x-guploader-uploadid", "x-amzn-requestid",
    # Which machine of a delivery network answered, and whether it had to ask.
    "cf-ray", "cf-cache-status", "x-amz-cf-id", "x-amz-cf-pop", "x-cache", "x-cache-*",
    "x-served-by", "x-timer", "x-fastly-*", "x-vercel-id", "fly-*-id",
    # How long it took.
    "server-timing", "x-runtime", "*processing-ms", "*-response-time", "*-processing-time",
    "x-envoy-*-time", "x-kong-*-latency", "x-compute-*", "x-inference-time", "x-total-time",
    # How much is left (the IETF draft on RateLimit headers, and those before it).
    "*ratelimit*", "*rate-limit*",
    # Where a browser is to report to: such an address holds a token of its own.
    "nel", "report-to",
    # Made for each request by the client: idempotency keys, AWS signing.
    "idempotency-key", "*-idempotency-key", "amz-sdk-*", "x-amz-date",
)  # fmt: skip
"""Globs of names in lower case."""


def is_volatile(name: str, globs: Sequence[str] = VOLATILE_HEADERS) -> bool:
    """Whether a header of this name, in whatever case, is one of them."""
    lower = name.lower()
    return any(fnmatchcase(lower, glob) for glob in globs)
