"""Settings with which people sign in."""

from assessments.settings import Settings

WHOLE = Settings(
    address="https://pathway.example.org/",
    signin_provider="https://id.example.org/.well-known/openid-configuration",
    signin_client="pathway",
    signin_secret="what the provider gave",
    signin_cookie_secret="x" * 32,
)
