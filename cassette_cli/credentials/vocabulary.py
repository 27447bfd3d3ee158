"""The words that stand-ins for secrets are made of."""

from __future__ import annotations

from cassette_cli.credentials.words import word_set

# A value with one of these says of itself that it is none: whoever wrote it, wrote it for that.
MARKERS = word_set(
    """redacted redact filtered sanitized sanitised scrubbed masked censored hidden removed omitted
    deleted stripped obfuscated anonymized anonymised replaced withheld placeholder dummy fake
    faked mock mocked stub example examples sample changeme replaceme notreal invalid insert
    snip truncated elided confidential todo tbd fixme vcr cassette anon anonymous nope
    notasecret notakey donotuse unused irrelevant whatever your yours xxx xxxx
    xxxxx xxxxxx"""
)

# These make a stand-in only in company of other words that are known here.
FILLERS = word_set(
    """a an and any are as at be by can change do for from go goes here i in is it its me my new not
    of old on or our put real some something that the then there this to type use used user valid
    via we will with you foo bar baz qux quux foobar spam lorem ipsum abc xyz abcd some
    test tests testing tester local localhost none null nil undefined empty blank default value
    values string str text secretvalue env variable var demo dev staging ci unit integration
    bad good wrong correct incorrect expired revoked first second third one two three temp tmp
    no yes fixture fixtures recorded recording playback replay simple basic"""
)

# What is being stood in for: `api-key`, `AUTH_TOKEN`, `ROOT_PASSWORD`.
NOUNS = word_set(
    """access account ad admin api app application auth authentication authorization authtoken
    azure aws amazon bearer bot bucket certificate client code consumer cookie cookies credential
    credentials csrf customer database datadog db deploy deployment digest encrypted encryption
    github gitlab google gcp groq header hook host id identifier ids jwt key keys login master
    oauth openai anthropic cohere mistral gemini vertex bedrock huggingface hf org organization
    organisation pass passcode passphrase password passwd pat personal pin private project pw pwd
    refresh region request root salt saml scope secret secrets secure security service session
    sessionid set sid signature signing slack ssh sso storage stripe subscription tenant token
    tokens url uri username vault webhook workspace apikey apitoken accesskey secretkey
    accesstoken clientsecret hash uuid sub bytes content model response server provider proxy
    public email name number data"""
)

# Visible prefixes of vendors, which a stand-in may keep.
PREFIXES = word_set(
    """sk pk rk ak proj svcacct ant api01 api02 api03 v1 v0 v2 or lf gsk xai hf r8 fw csk nvapi
    pplx pa jina lsv2 pt tvly dapi ghp gho ghu ghs ghr glpat npm pypi xoxb xoxp xapp shpat sg aiza
    sy akia asia eyj live e2b fc tgp sess ek np x"""
)

# Alone they are what a default password is, not what stands for one.
NAMES = word_set("admin root master login db database customer bot service host guest")

KNOWN = MARKERS | FILLERS | NOUNS | PREFIXES
