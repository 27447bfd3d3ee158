"""Names that tell of a secret, and the many that only sound like it."""

from __future__ import annotations

import pytest

from cassette_cli.credentials import kinds
from cassette_cli.credentials.cookie_names import cookie_kind
from cassette_cli.credentials.names import header_kind, json_key_kind, parameter_kind
from cassette_cli.credentials.words import split_words
from cassette_cli.model.kind import Kind, SecretClass


def words(text: str) -> list[str]:
    return text.split()


HEADERS = {
    "Authorization": kinds.AUTHORIZATION,
    "Proxy-Authorization": kinds.AUTHORIZATION,
    "X-Api-Key": kinds.API_KEY,
    "x-api-key": kinds.API_KEY,
    "Api-Key": kinds.API_KEY,
    "apikey": kinds.API_KEY,
    "X-Goog-Api-Key": kinds.API_KEY,
    "xi-api-key": kinds.API_KEY,
    "DD-API-KEY": kinds.API_KEY,
    "DD-APPLICATION-KEY": kinds.API_KEY,
    "X-RapidAPI-Key": kinds.API_KEY,
    "Ocp-Apim-Subscription-Key": kinds.API_KEY,
    "X-Subscription-Token": kinds.TOKEN,
    "X-Auth-Token": kinds.TOKEN,
    "X-Vault-Token": kinds.TOKEN,
    "Private-Token": kinds.TOKEN,
    "JOB-TOKEN": kinds.TOKEN,
    "X-Foo-Token": kinds.TOKEN,
    "X-Shopify-Access-Token": kinds.ACCESS_TOKEN,
    "X-Amz-Security-Token": kinds.SESSION_TOKEN,
    "CF-Access-Client-Secret": kinds.CLIENT_SECRET,
    "X-CSRF-Token": kinds.CSRF_TOKEN,
    "X-XSRF-TOKEN": kinds.CSRF_TOKEN,
    "Set-Cookie": kinds.COOKIES,
    "COOKIE": kinds.COOKIES,
    "openai-organization": kinds.ACCOUNT_ID,
    "openai-project": kinds.ACCOUNT_ID,
    "anthropic-organization-id": kinds.ACCOUNT_ID,
    "X-OAuth-Client-Id": kinds.CLIENT_ID,
}
INNOCENT_HEADERS = words(
    """
    Accept Content-Type ETag X-Request-Id CF-RAY x-ratelimit-limit-tokens Key Idempotency-Key
    x-ratelimit-remaining-tokens anthropic-ratelimit-input-tokens-limit num-tokens Host
    x-amzn-bedrock-input-token-count github-authentication-token-expiration x-oauth-scopes
    X-Amz-Content-Sha256 Sec-WebSocket-Key Surrogate-Key Mcp-Session-Id X-Cache-Key Vary
    access-control-allow-credentials X-Hub-Signature-256 x-amz-bedrock-agent-session-id
    WWW-Authenticate traceparent NEL Signature-Input Public-Key-Pins X-Next-Page-Token
    """
)

PARAMETERS = {
    "key": kinds.WEAK_KEY,
    "api_key": kinds.API_KEY,
    "apikey": kinds.API_KEY,
    "api-key": kinds.API_KEY,
    "access_token": kinds.ACCESS_TOKEN,
    "token": kinds.TOKEN,
    "client_secret": kinds.CLIENT_SECRET,
    "password": kinds.PASSWORD,
    "user[password]": kinds.PASSWORD,
    "pwd": kinds.PASSWORD,
    "code": kinds.AUTHORIZATION_CODE,
    "refresh_token": kinds.REFRESH_TOKEN,
    "X-Amz-Signature": kinds.SIGNATURE,
    "X-Amz-Credential": kinds.ACCESS_KEY_ID,
    "X-Amz-Security-Token": kinds.SESSION_TOKEN,
    "X-Goog-Signature": kinds.SIGNATURE,
    "X-Goog-Credential": kinds.ACCESS_KEY_ID,
    "GoogleAccessId": kinds.ACCESS_KEY_ID,
    "sig": kinds.SIGNATURE,
    "Signature": kinds.SIGNATURE,
    "AWSAccessKeyId": kinds.ACCESS_KEY_ID,
    "OSSAccessKeyId": kinds.ACCESS_KEY_ID,
    "Key-Pair-Id": kinds.ACCESS_KEY_ID,
    "Policy": kinds.SIGNED_POLICY,
    "x-oss-signature": kinds.SIGNATURE,
    "oauth_signature": kinds.SIGNATURE,
    "subscription-key": kinds.API_KEY,
}
INNOCENT_PARAMETERS = words(
    """
    page per_page pageToken page_token next_token nextPageToken sync_token continuation-token
    q id alt api-version policy state redirect_uri scope response_type X-Amz-Algorithm
    X-Amz-Date X-Amz-SignedHeaders X-Amz-Expires se sp sv sr max_tokens public_key keyword
    tokenize cursor code_challenge secret_id organization
    """
)

KEYS = {
    "password": kinds.PASSWORD,
    "rootPassword": kinds.PASSWORD,
    "root_pass": kinds.PASSWORD,
    "db_passwd": kinds.PASSWORD,
    "PASSWORD": kinds.PASSWORD,
    "password_confirmation": kinds.PASSWORD,
    "passphrase": kinds.PASSPHRASE,
    "secret": kinds.SECRET,
    "webhookSecret": kinds.SECRET,
    "client_secret": kinds.CLIENT_SECRET,
    "clientSecret": kinds.CLIENT_SECRET,
    "apiKey": kinds.API_KEY,
    "APIKey": kinds.API_KEY,
    "openai_api_key": kinds.API_KEY,
    "api_key_2": kinds.API_KEY,
    "SecretAccessKey": kinds.SECRET_KEY,
    "secret_key": kinds.SECRET_KEY,
    "SessionToken": kinds.SESSION_TOKEN,
    "accessToken": kinds.ACCESS_TOKEN,
    "access_token": kinds.ACCESS_TOKEN,
    "refresh_token": kinds.REFRESH_TOKEN,
    "id_token": kinds.ID_TOKEN,
    "auth_token": kinds.TOKEN,
    "bot_token": kinds.TOKEN,
    "password_reset_token": kinds.WEAK_TOKEN,
    "token": kinds.WEAK_TOKEN,
    "private_key": kinds.PRIVATE_KEY,
    "privateKey": kinds.PRIVATE_KEY,
    "access_key": kinds.ACCESS_KEY,
    "AccessKeyId": kinds.ACCESS_KEY_ID,
    "private_key_id": kinds.ACCESS_KEY_ID,
    "writeKey": kinds.WRITE_KEY,
    "csrfToken": kinds.CSRF_TOKEN,
    "authorization": kinds.AUTHORIZATION,
    "client_id": kinds.CLIENT_ID,
}
INNOCENT_KEYS = words(
    """
    max_tokens total_tokens prompt_tokens completion_tokens maxOutputTokens
    candidatesTokenCount next_page_token nextPageToken pageToken page_token continuation_token
    NextToken progressToken nextSyncToken tokenCount token_count token_type token_ids tokens
    tokenizer secret_id secret_name secretArn secret_version encrypted_content
    thoughtSignature signature public_key publicKey pubkey tiktoken PyJWT key keys
    prompt_cache_key primary_key_generation_strategy password_policy password_enabled
    has_password is_secret requires_password passwordless admin_password_encryption_ssh_key_id
    api_key_id_prefix checksum etag hash nonce author authority authors secretary keyboard
    monkey compass passenger bypass passed stop_token bos_token eos_token pad_token end_token
    client_request_token idempotency_key sha256 pass credentialType cookie_policy
    definition_signature access_key_count session_id
    """
)


@pytest.mark.parametrize(("name", "kind"), HEADERS.items())
def test_headers(name: str, kind: Kind) -> None:
    assert header_kind(name) is kind


@pytest.mark.parametrize("name", INNOCENT_HEADERS)
def test_innocent_headers(name: str) -> None:
    assert header_kind(name) is None


@pytest.mark.parametrize(("name", "kind"), PARAMETERS.items())
def test_parameters(name: str, kind: Kind) -> None:
    assert parameter_kind(name) is kind


@pytest.mark.parametrize("name", INNOCENT_PARAMETERS)
def test_innocent_parameters(name: str) -> None:
    assert parameter_kind(name) is None


@pytest.mark.parametrize(("name", "kind"), KEYS.items())
def test_json_keys(name: str, kind: Kind) -> None:
    assert json_key_kind(name) is kind


@pytest.mark.parametrize("name", INNOCENT_KEYS)
def test_innocent_json_keys(name: str) -> None:
    kind = json_key_kind(name)
    assert kind is None or kind.secret_class is SecretClass.ACCOUNT_IDENTIFIER


def test_a_token_beside_its_probability_is_text() -> None:
    assert json_key_kind("token", ("token", "logprob", "bytes")) is None
    assert json_key_kind("token", ("token", "user")) is kinds.WEAK_TOKEN


def test_an_access_key_beside_its_secret_is_an_identifier() -> None:
    assert json_key_kind("access_key", ("access_key", "secret_key")) is kinds.ACCESS_KEY_ID
    assert json_key_kind("accessKey", ("region",)) is kinds.ACCESS_KEY


COOKIES = {
    "__cf_bm": SecretClass.BOT_COOKIE,
    "_cfuvid": SecretClass.BOT_COOKIE,
    "__cfruid": SecretClass.BOT_COOKIE,
    "cf_clearance": SecretClass.BOT_COOKIE,
    "ak_bmsc": SecretClass.BOT_COOKIE,
    "AWSALBCORS": SecretClass.BOT_COOKIE,
    "ARRAffinity": SecretClass.BOT_COOKIE,
    "_ga_XXXXXXX": SecretClass.TELEMETRY,
    "_gid": SecretClass.TELEMETRY,
    "session": SecretClass.SESSION_COOKIE,
    "connect.sid": SecretClass.SESSION_COOKIE,
    "JSESSIONID": SecretClass.SESSION_COOKIE,
    "PHPSESSID": SecretClass.SESSION_COOKIE,
    "_gh_sess": SecretClass.SESSION_COOKIE,
    "user_session": SecretClass.SESSION_COOKIE,
    "auth_token": SecretClass.SESSION_COOKIE,
    "XSRF-TOKEN": SecretClass.SESSION_COOKIE,
    "whatever": SecretClass.SESSION_COOKIE,
    "x" * 1000: SecretClass.SESSION_COOKIE,
}


@pytest.mark.parametrize(("name", "secret_class"), COOKIES.items())
def test_cookies(name: str, secret_class: SecretClass) -> None:
    kind = cookie_kind(name)
    assert kind is not None
    assert kind.secret_class is secret_class


@pytest.mark.parametrize("name", ["lang", "theme", "tz", "cookie_consent", "logged_in"])
def test_preferences_are_no_secret(name: str) -> None:
    assert cookie_kind(name) is None


def test_a_known_session_is_believed_without_looking_random() -> None:
    assert cookie_kind("session") == kinds.SESSION_COOKIE
    assert cookie_kind("whatever") == kinds.OTHER_COOKIE


@pytest.mark.parametrize(
    "name", ["X-Api-Key", "xApiKey", "x_api_key", "XAPIKey", "x.api.key", "X-API-KEY"]
)
def test_spellings_have_the_same_words(name: str) -> None:
    assert split_words(name) == ("x", "api", "key")


def test_prose_has_no_words() -> None:
    assert split_words("my password " * 50) == ()
