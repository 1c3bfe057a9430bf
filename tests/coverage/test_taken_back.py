"""What a paper takes back in a later sentence is no measure: what ends, what it does not choose, what nobody pays for."""

import pytest

from tests.coverage.test_not_policy import levels

from .papers import HANDHAVING, HUISVESTING, REGISTRATIE, ZORG

PUNT = "een gezondheidspunt voor onverzekerde arbeidsmigranten"
ZITTING = "Tot 2019 hield het team burgerzaken zitting op de locaties om mensen in te schrijven in de BRP."


@pytest.mark.parametrize(
    "text",
    [
        f"{ZITTING} Met ingang van deze nota houden wij daarmee op.",
        f"{ZITTING} Daarmee zijn wij gestopt.",
        "Het loket schreef mensen in bij de BRP. Dat loket sluiten wij per 1 juli 2020. Er komt niets voor in de plaats.",
        "Wij hadden een balie voor inschrijving in de BRP. Deze balie is per 2020 opgeheven.",
        "Er was een proef met inschrijving in de RNI. De proef krijgt geen vervolg.",
        "Burgerzaken gaat wekelijks langs om mensen in te schrijven. Dat doen wij niet langer.",
        "Een team deed adresonderzoek. Ook schreef het mensen in. Wij beëindigen dat team.",
    ],
)
def test_what_ends_is_described(text):
    assert levels(REGISTRATIE, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{ZITTING} Met ingang van deze nota doen wij dat elke dag.",
        "Het loket sluit om vijf uur. Daarna schrijven wij mensen in bij de balie.",
        "Wij schrijven mensen in bij de BRP. Met de papieren lijsten zijn wij gestopt.",
        "Wij gedoogden dat mensen niet waren ingeschreven. Daarmee stoppen wij.",
        "Wie niet is ingeschreven krijgt acht weken om daarmee te stoppen.",
        "De oude balie sluiten wij per 1 juli. Daarvoor in de plaats komt een team dat mensen inschrijft in de BRP.",
        "Wij sluiten overeenkomsten met bureaus over inschrijving in de BRP.",
    ],
)
def test_what_goes_on_or_comes_in_its_place_counts(text):
    assert levels(REGISTRATIE, text) == 3


@pytest.mark.parametrize(
    "text",
    [
        f"Als de raad geld vrijmaakt, zouden wij {PUNT} kunnen openen. Dat geld is er niet, en daarom staat het niet in deze nota.",
        f"Als de GGD budget vindt, zou de gemeente {PUNT} kunnen openen. Dat is er niet en wij reserveren er geen geld voor.",
        f"Met de GGD kunnen wij {PUNT} openen. Nu kiezen wij daar niet voor.",
        f"Er is gesproken over {PUNT}. Zo'n punt zou huisartsen ontlasten. Daar kiezen wij niet voor.",
        f"Overwogen is {PUNT} te openen. Dat doen wij vooralsnog niet.",
        f"Of wij ooit {PUNT} openen hangt af van geld. In deze nota nemen wij daarover geen besluit.",
        f"Zodra het Rijk betaalt openen wij {PUNT}. Daarvoor is nu geen dekking.",
    ],
)
def test_what_might_be_done_and_is_not_chosen_or_paid_for_is_described(text):
    assert levels(ZORG, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Als de raad geld vrijmaakt, openen wij {PUNT}.",
        f"Met de GGD openen wij {PUNT}. Voor een eigen gebouw is geen budget.",
        f"Met de GGD openen wij {PUNT}. Er is geen capaciteit voor andere spreekuren.",
        "Wij betalen een spreekuur bij de huisarts. Een eigen kliniek zou ook kunnen. Daar kiezen wij niet voor.",
        "Veel mensen hebben geen geld voor de huisarts. Voor hen opent de gemeente een spreekuur.",
        f"Wij kiezen voor {PUNT}, en niet voor een kliniek.",
        "Wij verwijzen mensen naar de huisarts. Zonder hun toestemming doen wij dat niet zomaar.",
        f"Zodra de GGD klaar is openen wij {PUNT}. Het geld is er.",
    ],
)
def test_what_is_chosen_or_paid_for_counts(text):
    assert levels(ZORG, text) == 3


def test_to_end_a_way_of_housing_is_a_rule_on_housing():
    text = "Tot 2019 konden op parken arbeidsmigranten wonen. Met ingang van deze nota houden wij daarmee op."
    assert [levels(theme, text) for theme in (HUISVESTING, HANDHAVING)] == [3, 1]
