"""What somebody set for pip reaches uv; what would make this machine different from others does not."""

import ssl

import pytest

from deploy.local.network import for_installers, hint

COMPANY = """\
:env:.disable-pip-version-check='1'
global.cert='/etc/company.pem'
global.extra-index-url='https://extra.example/simple'
global.find-links='/srv/wheels'
global.index-url='https://mirror.example/simple'
"""


def test_the_mirror_and_the_certificate_are_handed_on_and_nothing_else() -> None:
    seen = for_installers({"HOME": "/home/cook", "VIRTUAL_ENV": "/somebody/else"}, COMPANY)
    seen.pop("UV_SYSTEM_CERTS", None)
    assert seen == {
        "HOME": "/home/cook",
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "SSL_CERT_FILE": "/etc/company.pem",
    }


def test_what_was_set_for_uv_wins() -> None:
    environment = {"UV_INDEX_URL": "https://uv.example", "SSL_CERT_FILE": "/mine.pem", "UV_SYSTEM_CERTS": "false"}
    assert for_installers(environment, COMPANY) == environment


def test_pips_variables_win_over_its_files() -> None:
    seen = for_installers({}, ":env:.index-url='https://typed.example/simple'\n" + COMPANY)
    assert seen["UV_DEFAULT_INDEX"] == "https://typed.example/simple"


@pytest.mark.parametrize(("bundle", "expected"), [("/etc/ssl/certs/ca-certificates.crt", "true"), (None, None)])
def test_the_systems_certificates_are_used_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch, bundle: str | None, expected: str | None
) -> None:
    paths = ssl.DefaultVerifyPaths(bundle, None, "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    assert for_installers({}, "").get("UV_SYSTEM_CERTS") == expected


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("error: Request failed\n  cause: dns error", "check the network"),
        ("ERROR: Could not find a version ... NewConnectionError(...)", "check the network"),
        (
            "  cause: client error (Connect)\n  cause: invalid peer certificate: UnknownIssuer",
            "certificate is not trusted",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate is not trusted"),
    ],
)
def test_trouble_on_the_way_comes_with_advice(said: str, advice: str) -> None:
    assert advice in hint(said)


def test_other_trouble_does_not() -> None:
    assert hint("error: Hash mismatch for `numpy==2.4.6`") == ""
