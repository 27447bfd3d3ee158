"""Whose cookie it is, by its name: a session, a bot check, a load balancer, a statistic."""

from __future__ import annotations

import re

from cassette_cli.credentials import kinds
from cassette_cli.credentials.words import split_words, word_set
from cassette_cli.lazy import lazy
from cassette_cli.model.kind import Kind

# Cookies that tell machines from people and say nothing about who somebody is.
# Cloudflare: https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
_BOTS = lazy(
    r"__cf_bm|_cfuvid|__cfruid|__cfduid|__cfseq|cf_clearance|cf_ob_info|cf_use_ob|__cfwaitingroom"
    r"|cf_chl_.{0,64}|ak_bmsc|bm_[a-z]{1,3}|_abck|datadome|visid_incap_[0-9]+|incap_ses_[0-9_]+"
    r"|nlbi_[0-9_]+|reese84|_px[a-z0-9]{0,8}|__ddg[a-z0-9_]{0,8}|rbzid|rbzsessionid",
    re.IGNORECASE,
)
_ROUTING = lazy(
    r"AWSALB(?:APP-[0-9]|TG|TGCORS|CORS)?|AWSELB(?:CORS)?|BIGipServer.{0,100}|TS[0-9a-f]{6,12}"
    r"|ARRAffinity(?:SameSite)?|GCLB|GCILB|ROUTEID|SERVERID|INGRESSCOOKIE|__cflb|lb|route|stickounet"
    r"|ApplicationGatewayAffinity(?:CORS)?|fly-machine-id|x-ms-gateway-slice|stsservicecookie|fpc",
    re.IGNORECASE,
)
_ANALYTICS = lazy(
    r"_ga(?:_[A-Za-z0-9]+)?|_gid|_gat(?:_.{1,64})?|_gcl_.{1,16}|_fbp|_fbc|__utm[a-z]|_hj.{1,32}"
    r"|mp_.{1,80}|ajs_.{1,32}|amplitude_id.{0,64}|AMP_.{1,64}|optimizely.{1,64}|_octo|_clck|_clsk"
    r"|__hs[a-z]{1,6}|hubspotutk|_mkto_trk|intercom-id-.{1,64}|ph_phc_.{1,80}|_dd_s|__stripe_[ms]id",
    re.IGNORECASE,
)
_PREFERENCES = lazy(
    r"(?:color[_-]?)?(?:theme|mode|lang|language|locale|i18n.{0,16}|tz|timezone|currency|country)"
    r"|.{0,24}consent.{0,24}|.{0,24}banner.{0,24}|has_recent_activity|logged_in|preferred.{0,24}"
    r"|OptanonConsent|eupubconsent.{0,8}",
    re.IGNORECASE,
)
_KNOWN = (
    (_BOTS, kinds.BOT_COOKIE),
    (_ROUTING, kinds.ROUTING_COOKIE),
    (_ANALYTICS, kinds.ANALYTICS_COOKIE),
    (_PREFERENCES, None),
)
_SESSION_WORDS = word_set(
    """
    session sess sid ssid hsid sapisid apisid psid token jwt auth authentication authorization
    login user remember secret key credential credentials csrf identity phpsessid jsessionid
    aspsessionid cfid cftoken sso oauth access refresh id laravel rack
    """
)
_SESSION_NAMES = lazy(
    r".*(?:sess(?:ion)?(?:id)?|sid|token|auth|jwt)\Z|asp.?net.*|wordpress_.*|wp-.*", re.IGNORECASE
)
_LONGEST = 256


def cookie_kind(name: str) -> Kind | None:
    """What the cookie `name` is; None for preferences such as a language.

    Cookies that nobody knows are believed to be a session's only when their value looks random.
    """
    if len(name) > _LONGEST:
        return kinds.OTHER_COOKIE
    for pattern, kind in _KNOWN:
        if pattern.fullmatch(name):
            return kind
    words = split_words(name)
    if not _SESSION_WORDS.isdisjoint(words) or _SESSION_NAMES.match(name):
        return kinds.SESSION_COOKIE
    return kinds.OTHER_COOKIE
