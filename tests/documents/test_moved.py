"""Minutes and lists of decisions that tell of a motion for policy on labour migrants, and what the council did with it."""

import pytest

from tests.documents.made import read

HEAD = "## Notulen van de vergadering van de raad van de gemeente Altena\n9 maart 2021"
MOTION = (
    "# Agendapunt 9. Motie Nota arbeidsmigranten (CDA)\nDe motie draagt het college op om vóór de zomer een nota arbeidsmigranten aan de "
    "raad voor te leggen."
)


@pytest.mark.parametrize(
    "outcome",
    [
        "De voorzitter brengt de motie in stemming. De motie is aangenomen.",
        "De motie wordt met 24 stemmen voor en 5 tegen aangenomen.",
        "Motie aangenomen.",
    ],
)
def test_policy_is_on_its_way_where_the_motion_was_passed(outcome):
    assert read(f"{HEAD}\n{MOTION}\n{outcome}").announces.value


@pytest.mark.parametrize(
    "said",
    [
        f"{MOTION}\nDe motie is verworpen.",
        f"{MOTION}\nDe motie wordt aangehouden.",
        f"{MOTION}\n# Agendapunt 10. Motie zwembad\nDe motie is aangenomen.",
        "# 9. Motie spreekuur arbeidsmigranten\nDe motie verzoekt het college een spreekuur te openen. De motie is aangenomen.",
        "# 9. Motie snelfietsroute\nDe motie verzoekt het college een nota fietsen op te stellen. De motie is aangenomen.",
    ],
)
def test_it_is_not_where_the_motion_was_not_or_asks_something_else(said):
    assert not read(f"{HEAD}\n{said}").announces.value
