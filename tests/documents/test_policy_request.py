"""Which requests of motions want a policy paper made, and which a service within it."""

import pytest

from pipeline.documents.policy_request import asks_policy


@pytest.mark.parametrize(
    "request_text",
    [
        "het college te verzoeken beleid op te stellen voor de huisvesting van arbeidsmigranten",
        "voor 1 juli met een nota arbeidsmigranten naar de raad te komen",
        "een integrale visie op arbeidsmigratie te ontwikkelen en aan de raad voor te leggen",
        "te komen tot een beleidskader voor arbeidsmigranten",
        "de raad in het najaar een voorstel te doen voor beleid rond arbeidsmigranten",
        "te starten met het opstellen van beleid over arbeidsmigranten",
        "de bestaande nota huisvesting te verbreden tot een integrale nota arbeidsmigratie",
        "met een integraal plan voor arbeidsmigranten te komen",
        "een actieplan arbeidsmigranten te presenteren voor het einde van het jaar",
        "een beleidsnotitie te laten opstellen over werk, wonen en zorg van arbeidsmigranten",
        "de beleidsregels huisvesting te herzien en daarbij zorg en registratie te betrekken",
        "op korte termijn te voorzien in beleid voor arbeidsmigranten",
        "een uitvoeringsprogramma arbeidsmigranten voor te bereiden",
        "een lokale aanpak voor arbeidsmigranten uit te werken en die aan de raad voor te leggen",
        "samen met de regio beleid voor de opvang van arbeidsmigranten te maken",
        "een kadernota over arbeidsmigratie aan de raad aan te bieden",
        "beleid voor arbeidsmigranten te formuleren waarin ook registratie een plaats krijgt",
        "het huidige huisvestingsbeleid om te vormen tot integraal beleid",
        "de raad een strategie voor te leggen voor arbeidsmigratie",
        "om binnen een halfjaar nieuw beleid te schrijven",
        "een plan van aanpak te maken voor de positie van arbeidsmigranten",
        "alsnog een visie op de komst van arbeidsmigranten vast te stellen",
        "werk te maken van gemeentelijk beleid voor arbeidsmigranten",
        "een verordening te ontwerpen voor de huisvesting van arbeidsmigranten",
        "het college op te dragen een nota op te stellen waarin alle thema's aan bod komen",
        "te zorgen dat er voor de zomer een beleidskader ligt",
        "dat de gemeente een eigen visie krijgt op arbeidsmigratie",
        "het initiatief te nemen tot een gemeentebreed beleid",
        "een samenhangend beleid voor arbeidsmigranten voor te bereiden",
        "met beleid te komen waarin wonen, werk en zorg samen worden bekeken",
        "de verouderde nota uit 2011 te vervangen door nieuw beleid",
        "een raadsvoorstel voor te bereiden voor een nota arbeidsmigranten",
        "een opdracht te geven voor het opstellen van een integrale visie",
        "haast te maken met de beloofde beleidsnota",
        "uiterlijk in oktober een beleidsplan te hebben",
    ],
)
def test_it_wants_a_policy_paper(request_text):
    assert asks_policy(request_text)


@pytest.mark.parametrize(
    "request_text",
    [
        "een inloopspreekuur te openen voor arbeidsmigranten",
        "binnen het beleid ruimte te maken voor een huisarts",
        "bij het opstellen van de woonvisie arbeidsmigranten te betrekken",
        "in de nieuwe nota aandacht te hebben voor registratie",
        "te onderzoeken hoeveel arbeidsmigranten er wonen",
        "de raad te informeren over de uitvoering van het beleid",
        "geen nieuw beleid te maken voordat de regio klaar is",
        "het aantal controles te verhogen",
        "de afspraken uit het beleidskader na te komen",
        "met het uitzendbureau in gesprek te gaan",
        "jaarlijks een rapportage over het beleid te maken",
        "een meldpunt in te richten volgens de beleidsnota",
        "de nota in begrijpelijke taal te vertalen",
        "een plan te maken voor de inrichting van het plein",
        "een communicatieplan te maken voor bewoners rond de locatie",
        "de uitvoering van de nota voortvarend op te pakken",
        "het beleid te evalueren",
        "een registratiesysteem te ontwikkelen",
        "een bijeenkomst over het beleid te organiseren",
        "zich bij het Rijk in te zetten voor beter beleid",
        "bij de provincie aan te dringen op een visie",
        "een begroting voor de aanpak op te stellen",
        "een lijst van locaties op te stellen",
        "de handhaving van de beleidsregels te verscherpen",
        "te bevorderen dat het beleid wordt nageleefd",
        "in het beleid vast te leggen dat huisvesters een beheerder hebben",
        "een brief aan de minister te schrijven over het beleid",
        "het tarief in de verordening te verlagen",
        "de raad te betrekken bij de uitwerking van de visie",
        "een folder te maken over het gemeentelijk beleid",
        "een meldplicht op te nemen in de verordening",
        "het bestaande beleid ongewijzigd te laten",
        "geen visie af te wachten maar nu te handelen",
        "een aanpak van zwerfvuil bij de locatie te bedenken",
    ],
)
def test_it_wants_something_else(request_text):
    assert not asks_policy(request_text)
