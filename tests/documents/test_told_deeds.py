"""What a sentence tells that was done with an earlier paper, in whatever order its words stand."""

from datetime import date

import pytest

from tests.documents.made import read

LETTER = "## Raadsinformatiebrief\nGemeente Someren\n1 oktober 2021\nOnderwerp: arbeidsmigranten"
TITLE = "Nota logies arbeidsmigranten Someren"


@pytest.mark.parametrize(
    "text",
    [
        f"De raad heeft op 24 september 2020 ja gezegd tegen de {TITLE}.",
        f"Gisteravond heeft de gemeenteraad groen licht gegeven voor de {TITLE}.",
        f"De {TITLE} is op 24 september 2020 door de raad goedgekeurd.",
        f"Uw raad heeft de {TITLE} op 24 september 2020 bekrachtigd.",
        f"De raad nam op 24 september 2020 de {TITLE} aan.",
        f"Op 24 september 2020 nam uw raad met 19 tegen 4 stemmen de {TITLE} aan.",
        f"De gemeenteraad heeft de {TITLE} unaniem aangenomen.",
        f"De raad stemde op 24 september 2020 in met de {TITLE}.",
        f"Op 24 september stemde de gemeenteraad unaniem in met de {TITLE}.",
        f"De gemeenteraad schaarde zich donderdag achter de {TITLE}.",
        f"Met de vaststelling van de {TITLE} op 24 september 2020 heeft de raad de kaders gesteld.",
        f"Sinds de vaststelling van de {TITLE} door uw raad in september 2020 is het volgende gedaan.",
        f"De {TITLE} (vastgesteld door de raad op 24 september 2020) geeft de kaders.",
        f"In zijn vergadering van 24 september 2020 is de raad akkoord gegaan met de {TITLE}.",
        f"De {TITLE}, die uw raad op 24 september 2020 vaststelde, bevat zes regels.",
        f"De {TITLE} werd op 24 september 2020 met algemene stemmen aanvaard.",
        f"Op 24 september 2020 is de {TITLE} door uw raad als kader vastgesteld.",
        f"De {TITLE} kreeg op 24 september 2020 de instemming van uw raad.",
        f"Er ligt nu een door de raad vastgestelde {TITLE}.",
        f"Nadat de raad op 24 september 2020 de {TITLE} had vastgesteld, zijn wij begonnen met de uitvoering.",
        f"In september 2020 hebt u de {TITLE} vastgesteld.",
        f"In september 2020 stelde u de {TITLE} vast.",
        "Het college heeft op 24 september 2020 de Beleidsregels logies arbeidsmigranten Someren vastgesteld.",
        "Wij hebben op 24 september 2020 de Beleidsregels logies arbeidsmigranten Someren vastgesteld en gepubliceerd.",
        "De Beleidsregels logies arbeidsmigranten Someren zijn op 24 september 2020 in werking getreden.",
        "Sinds 1 oktober 2020 gelden de Beleidsregels logies arbeidsmigranten Someren.",
        f"De {TITLE} is 24 september 2020 vastgesteld in de gemeenteraad.",
        f"De {TITLE} is inmiddels vastgesteld (raad van 24 september 2020).",
        f"De raad van 24 september 2020 heeft de {TITLE} als hamerstuk afgedaan.",
        f"De {TITLE} is bij raadsbesluit van 24 september 2020 vastgesteld.",
        f"De raad heeft op 24 september 2020 zijn goedkeuring gegeven aan de {TITLE}.",
        f"Op 24 september 2020 kreeg de {TITLE} groen licht van de gemeenteraad.",
        f"Met 17 stemmen voor en 4 tegen is de {TITLE} vorige week in de raad aangenomen.",
        f"De {TITLE} is vorige week door de gemeenteraad omarmd.",
        f"De {TITLE} is sinds 24 september 2020 vastgesteld beleid.",
        f"Donderdag heeft de raad een klap gegeven op de {TITLE}.",
        f"De raad heeft de {TITLE} donderdagavond zonder stemming vastgesteld.",
        "Het college heeft de Beleidsregels logies arbeidsmigranten Someren op 3 november 2020 vastgesteld.",
        "Op 3 november 2020 zijn de Beleidsregels logies arbeidsmigranten Someren door ons college vastgesteld.",
        f"Uw raad heeft ons bij de vaststelling van de {TITLE} op 24 september 2020 gevraagd jaarlijks te rapporteren.",
        f"De door uw raad op 24 september 2020 vastgestelde {TITLE} wordt dit jaar geëvalueerd.",
        f"Het beleid is vastgelegd in de {TITLE}, vastgesteld op 24 september 2020.",
        f"Conform de {TITLE} (raad 24 september 2020) zijn er zes locaties.",
        f"De {TITLE} dateert van 24 september 2020 en is door de raad vastgesteld.",
        f"Vorig jaar september stelde de raad de {TITLE} vast.",
        f"Wij zijn blij dat u op 24 september 2020 de {TITLE} heeft vastgesteld.",
        f"Vandaag heeft de raad de {TITLE} definitief gemaakt.",
        f"De raad heeft de {TITLE} vastgesteld, met inbegrip van het amendement over parkeren.",
        f"Overwegende dat de raad op 24 september 2020 de {TITLE} heeft vastgesteld.",
    ],
)
def test_it_tells_that_it_was_adopted(text):
    assert read(LETTER, text).adopts


@pytest.mark.parametrize(
    "text",
    [
        f"De raad moet de {TITLE} nog vaststellen.",
        f"De regels blijven gelden tot u de {TITLE} hebt vastgesteld.",
        f"De {TITLE} wordt naar verwachting in december door de raad vastgesteld.",
        f"De raad heeft op 24 september 2020 de {TITLE} niet aangenomen.",
        f"De raad heeft nog geen ja gezegd tegen de {TITLE}.",
        f"Als de raad groen licht geeft voor de {TITLE} gaan wij aan de slag.",
        f"De fractie D66 stemde in met de {TITLE}.",
        f"De raad heeft het amendement op de {TITLE} aangenomen.",
        f"De commissie stemde in met behandeling van de {TITLE}.",
        f"Wij vragen u in te stemmen met de {TITLE}.",
        f"De provincie heeft ja gezegd tegen de {TITLE}.",
        f"De raad nam kennis van de {TITLE}.",
        f"De raad heeft de bespreking van de {TITLE} goedgekeurd.",
        f"De wethouder hoopt dat de raad de {TITLE} bekrachtigt.",
        f"Het college heeft op 24 september 2020 ingestemd met de ontwerp-{TITLE}.",
        f"Wanneer de {TITLE} is goedgekeurd, informeren wij u.",
        "De raad van Asten heeft de Nota logies arbeidsmigranten Asten goedgekeurd.",
        f"De raad heeft op 24 september 2020 de behandeling van de {TITLE} uitgesteld.",
        f"De meerderheid van de raad was tegen de {TITLE}.",
        f"De raad gaf geen groen licht voor de {TITLE}.",
        f"De {TITLE} ligt ter vaststelling voor.",
        f"Voor de vaststelling van de {TITLE} is een raadsbesluit nodig.",
        f"Na vaststelling van de {TITLE} door de raad gaan wij aan de slag.",
        f"De vaststelling van de {TITLE} door de raad staat gepland voor 24 september 2020.",
        f"Bij de vaststelling van de {TITLE} zal de raad om een rapportage vragen.",
        f"De raad heeft de begroting vastgesteld, waarin geld staat voor de {TITLE}.",
        f"De wethouder zei dat de raad de {TITLE} vast kan stellen.",
        f"De {TITLE} werd op 24 september 2020 door de raad teruggestuurd.",
        f"Wij verwachten dat de raad de {TITLE} aanneemt.",
        f"De raad heeft een amendement op de {TITLE} aangenomen.",
        f"Volgens de fractie is de {TITLE} nooit door de raad vastgesteld.",
        f"De raad besprak de {TITLE} en stelde daarna de begroting vast.",
        f"De {TITLE} is door de commissie besproken.",
        f"De raad heeft de motie bij de {TITLE} aangenomen.",
        f"Het college heeft de concept-{TITLE} vastgesteld en vrijgegeven voor inspraak.",
        f"De raad heeft met de {TITLE} in de hand de vergunning goedgekeurd.",
        f"De raad heeft in het kader van de {TITLE} een krediet vastgesteld.",
        f"De stuurgroep heeft de {TITLE} goedgekeurd.",
        f"De gemeenteraad van Helmond stemde in met de {TITLE}.",
        f"Het algemeen bestuur van de GGD heeft de {TITLE} vastgesteld.",
        f"De provincie Noord-Brabant heeft de {TITLE} vastgesteld.",
        f"De raad heeft gevraagd om de {TITLE} vast te stellen.",
        f"De raad heeft de uitvoering van de {TITLE} goedgekeurd.",
        f"De raad heeft de evaluatie van de {TITLE} vastgesteld.",
        f"Bij de vaststelling van de {TITLE} op 24 september 2020 was er te weinig bekend; het stuk is toen aangehouden.",
        f"De raad nam op 24 september 2020 kennis van de {TITLE} en stelde vast dat er meer nodig is.",
        f"Indien de raad de {TITLE} op 24 september 2020 vaststelt, treedt deze op 1 oktober in werking.",
        f"De {TITLE} wordt op 24 september 2020 door de raad vastgesteld.",
        f"Op 24 september 2020 staat de {TITLE} op de agenda van de raad.",
        f"De raad zou de {TITLE} op 24 september 2020 vaststellen, maar de vergadering ging niet door.",
        f"De inspreker zei dat de raad de {TITLE} heeft vastgesteld zonder omwonenden te horen.",
        f"Was de {TITLE} al door de raad vastgesteld?",
        f"De {TITLE} kon op 24 september 2020 niet op instemming van de raad rekenen.",
        f"Het amendement op de {TITLE} kreeg groen licht van de raad.",
        f"De raad stemde op 24 september 2020 niet in met de {TITLE}.",
        f"De raad stemde op 24 september 2020 tegen de {TITLE}.",
        f"De {TITLE} is met 9 tegen 8 stemmen verworpen door de raad.",
    ],
)
def test_what_was_not_adopted_or_not_yet_or_by_others_is_not_told_so(text):
    assert read(LETTER, text).adopts == ()


@pytest.mark.parametrize(
    "text",
    [
        f"De {TITLE} is eind 2020 afgelopen.",
        f"De {TITLE} is per 31 december 2020 afgelopen en niet verlengd.",
        f"De {TITLE} is met ingang van die datum niet langer van toepassing.",
        f"De {TITLE} is sinds vorig jaar niet meer in gebruik.",
        f"De {TITLE} hebben wij vorig jaar losgelaten.",
        f"Wij werken sinds 1 januari 2021 niet meer met de {TITLE}.",
        f"Sinds 1 januari 2021 werken wij niet meer met de {TITLE}.",
        f"De {TITLE} is op 1 januari 2021 komen te vervallen.",
        f"De {TITLE} is per 1 januari 2021 geëindigd.",
        f"De {TITLE} is opgegaan in het omgevingsplan en daarmee vervallen.",
        f"De {TITLE} is daarmee uitgewerkt en wordt niet meer toegepast.",
        f"Het college heeft de {TITLE} in de vergadering van 15 december 2020 ingetrokken.",
        f"De raad heeft besloten afscheid te nemen van de {TITLE}.",
        f"De raad heeft op 15 december 2020 een streep gezet door de {TITLE}.",
        f"De {TITLE} is inmiddels niet meer geldig.",
        f"Van de {TITLE} is op 15 december 2020 door uw raad afscheid genomen.",
        f"De intrekking van de {TITLE} is op 15 december 2020 bekendgemaakt.",
        f"De {TITLE} gold tot 1 januari 2021.",
        f"De {TITLE} gold tot en met 31 december 2020; daarna is er geen nieuw beleid vastgesteld.",
        f"De {TITLE} had een looptijd tot 1 januari 2021 en is niet verlengd.",
        f"Met ingang van 1 januari 2021 is de {TITLE} geschrapt.",
        f"De {TITLE} is bij de harmonisatie per 1 januari 2021 vervallen.",
        f"De {TITLE} heeft per 1 januari 2021 haar geldigheid verloren.",
        f"De {TITLE} is van rechtswege vervallen op 1 januari 2021.",
        f"De gemeente heeft de {TITLE} per 1 januari 2021 buiten werking gesteld.",
        f"De {TITLE} is met de komst van het omgevingsplan overbodig geworden en op 15 december 2020 ingetrokken.",
        f"De {TITLE} (ingetrokken per 1 januari 2021) bevatte een maximum van 50 bedden.",
        f"De {TITLE} is door de raad op 15 december 2020 van tafel geveegd.",
        f"De {TITLE} doet geen dienst meer.",
        f"Wij voeren de {TITLE} niet meer uit.",
        f"De {TITLE} hoort sinds 1 januari 2021 niet meer tot het geldende beleid.",
        f"De {TITLE} staat niet meer op de lijst van geldend beleid.",
        f"Met het vaststellen van het omgevingsprogramma op 15 december 2020 is de {TITLE} komen te vervallen.",
        f"De looptijd van de {TITLE} was tot en met 2020.",
        f"De geldigheid van de {TITLE} eindigde op 31 december 2020.",
        f"De {TITLE} eindigde op 31 december 2020.",
        f"De {TITLE} verliep op 31 december 2020.",
        f"De {TITLE} is na 31 december 2020 niet voortgezet.",
        f"Op 15 december 2020 is besloten om de {TITLE} niet langer toe te passen.",
        f"Wij hebben de {TITLE} per 1 januari 2021 beëindigd.",
        f"Het college besloot op 15 december 2020 de {TITLE} te schrappen.",
        f"De {TITLE} is in 2020 opgeheven.",
        f"Aan de {TITLE} kwam op 31 december 2020 een eind.",
        f"De {TITLE} is inmiddels vervangen door het omgevingsprogramma en geldt niet meer.",
        f"Sinds de herindeling geldt de {TITLE} niet meer.",
    ],
)
def test_it_tells_that_it_ended(text):
    assert read(LETTER, text).ends_told


@pytest.mark.parametrize(
    "text",
    [
        f"De {TITLE} is nog niet afgelopen.",
        f"De {TITLE} loopt eind 2023 af.",
        f"De proef met de {TITLE} is afgelopen; de nota blijft gelden.",
        f"De {TITLE} wordt mogelijk ingetrokken.",
        f"De inspraak op de {TITLE} is afgelopen.",
        f"De behandeling van de {TITLE} is afgelopen.",
        f"De wachttijd uit de {TITLE} is vervallen.",
        f"De fractie wil afscheid nemen van de {TITLE}.",
        f"De raad heeft geen streep gezet door de {TITLE}.",
        f"Wij werken niet meer met de bijlage van de {TITLE}.",
        f"De subsidie op grond van de {TITLE} is beëindigd.",
        f"De {TITLE} is niet ingetrokken.",
        f"Het is de vraag of de {TITLE} nog geldig is.",
        f"De {TITLE} eindigt op 31 december 2023.",
        f"De {TITLE} wordt niet meer gewijzigd.",
        f"De {TITLE} voldoet niet meer aan de eisen van deze tijd.",
        f"De {TITLE} is niet meer actueel en wordt herzien.",
        f"De gegevens in de {TITLE} zijn vervallen.",
        f"De {TITLE} staat niet ter discussie.",
        f"Als de {TITLE} vervalt, vallen wij terug op het bestemmingsplan.",
        f"De cijfers uit de {TITLE} kloppen niet meer.",
        f"De {TITLE} noemt locaties die niet meer bestaan.",
        f"De werkgroep voor de {TITLE} is opgeheven.",
        f"De eis van 300 meter uit de {TITLE} is geschrapt.",
        f"Het overleg over de {TITLE} is beëindigd.",
        f"De {TITLE} is nog steeds van kracht.",
        f"Met de {TITLE} zijn wij gestart, het project is inmiddels afgelopen.",
        f"De vergunningen die onder de {TITLE} zijn verleend, zijn verlopen.",
        f"De in de {TITLE} genoemde locatie is vervallen.",
        f"De {TITLE} is op 3 punten gewijzigd; artikel 4 is vervallen.",
        f"De {TITLE} is sinds 2020 van kracht; het oude beleid is ingetrokken.",
        f"Met de vaststelling van de {TITLE} is het oude beleid vervallen.",
        f"Door de {TITLE} zijn oude afspraken vervallen.",
        f"Zolang de {TITLE} niet is ingetrokken, houden wij ons eraan.",
        f"De raad heeft besloten de {TITLE} niet in te trekken.",
        f"De motie om de {TITLE} in te trekken is ingetrokken.",
        f"Wij werken niet meer met de lijst bij de {TITLE}.",
        f"De {TITLE} is niet meer dan een hulpmiddel.",
        f"De {TITLE} wordt niet meer alleen door Wonen uitgevoerd.",
        f"De gemeente Asten heeft de {TITLE} ingetrokken.",
        f"De provincie heeft de {TITLE} ingetrokken.",
        f"Inwoners denken dat de {TITLE} is ingetrokken.",
        f"De {TITLE} verviel bijna, maar de raad verlengde haar.",
        f"De {TITLE} gold tot 1 januari 2021 en is daarna verlengd tot 2025.",
        f"De {TITLE} is per 1 januari 2021 ingetrokken voor zover het de bebouwde kom betreft.",
        f"De subsidieregeling bij de {TITLE} is per 1 januari 2021 beëindigd.",
        f"De {TITLE} is met ingang van 1 januari 2021 gewijzigd.",
    ],
)
def test_what_still_holds_or_ends_later_or_in_part_is_not_told_to_have_ended(text):
    assert read(LETTER, text).ends_told == ()


@pytest.mark.parametrize(
    "text",
    [
        f"De raad heeft op 3 december 2020 ingestemd met het laten doorlopen van de {TITLE} tot 1 januari 2024.",
        f"De raad heeft besloten de {TITLE} te laten doorlopen tot 1 januari 2024.",
        f"De raad heeft de {TITLE} met drie jaar verlengd.",
        f"De looptijd van de {TITLE} is door de raad verlengd tot 1 januari 2024.",
        f"Het college heeft besloten dat de {TITLE} van kracht blijft tot 1 januari 2024.",
        f"De raad heeft besloten de werkingsduur van de {TITLE} op te rekken tot 1 januari 2024.",
        f"De {TITLE} blijft volgens het raadsbesluit van 3 december 2020 gelden tot 1 januari 2024.",
        f"Uw raad heeft op 3 december 2020 de geldigheid van de {TITLE} verlengd tot en met 31 december 2023.",
        f"Op 3 december 2020 heeft de raad besloten de {TITLE} nog twee jaar te laten gelden.",
        f"De einddatum van de {TITLE} is door de raad verschoven naar 1 januari 2024.",
        f"De raad heeft de einddatum van de {TITLE} verzet naar 1 januari 2024.",
        f"De {TITLE} is door uw raad met een jaar verlengd.",
        f"De {TITLE} loopt op grond van het besluit van 3 december 2020 door tot 1 januari 2024.",
        f"Verlenging van de {TITLE} tot 1 januari 2024 is op 3 december 2020 door de raad vastgesteld.",
        f"De {TITLE} is tot 1 januari 2024 verlengd door het college.",
        f"De {TITLE} is met een jaar verlengd.",
        f"Wij hebben de {TITLE} ongewijzigd verlengd tot en met 31 december 2023.",
        f"De {TITLE} is een jaar langer van kracht: tot 1 januari 2022, zo besloot de raad.",
    ],
)
def test_it_tells_that_it_holds_longer(text):
    assert read(LETTER, text).extends


@pytest.mark.parametrize(
    "text",
    [
        f"Wij stellen voor de {TITLE} te laten doorlopen tot 1 januari 2024.",
        f"De raad heeft het voorstel om de {TITLE} te verlengen tot 1 januari 2024 verworpen.",
        f"De vergunning op grond van de {TITLE} is verlengd tot 1 januari 2024.",
        f"De inspraak op de {TITLE} is verlengd tot 1 januari 2024.",
        f"Als de raad de {TITLE} verlengt tot 1 januari 2024 is er tijd voor nieuw beleid.",
        f"De pilot uit de {TITLE} loopt door tot 1 januari 2024.",
        f"De looptijd van de {TITLE} is te kort om te verlengen.",
        f"De raad heeft de termijn voor zienswijzen op de {TITLE} verlengd tot 1 januari 2024.",
        f"De raad heeft de vergunning op basis van de {TITLE} verlengd tot 1 januari 2024.",
        f"De raad heeft de evaluatie van de {TITLE} verlengd tot 1 januari 2024.",
        f"Het college heeft besloten de {TITLE} niet te verlengen na 1 januari 2024.",
        f"De raad heeft besloten de pilot uit de {TITLE} tot 1 januari 2024 te verlengen.",
        f"De {TITLE} loopt door het hele document heen.",
        f"De {TITLE} blijft gelden tot de raad nieuw beleid vaststelt.",
    ],
)
def test_what_goes_with_it_or_was_only_asked_extends_nothing(text):
    assert read(LETTER, text).extends == ()


@pytest.mark.parametrize(
    "text",
    [
        f"De {TITLE} bevat regels voor het erf, maar sinds 2020 is § 4 vervallen.",
        f"Van de {TITLE} is § 4 ingetrokken.",
        f"§ 3 is ingetrokken; de {TITLE} geldt.",
    ],
)
def test_a_section_by_its_sign_is_not_the_paper(text):
    assert read(LETTER, text).ends_told == ()


def test_a_paper_may_be_called_by_who_adopted_it():
    (adopted,) = read(LETTER, f"De door uw raad op 24 september 2020 vastgestelde {TITLE} wordt geëvalueerd.").adopts
    assert (adopted.title, adopted.day) == (TITLE, date(2020, 9, 24))


def test_a_month_is_over_at_its_last_day():
    (adopted,) = read(LETTER, f"In september 2020 stelde u de {TITLE} vast.").adopts
    assert adopted.day == date(2020, 9, 30)


@pytest.mark.parametrize(
    "title",
    [
        "Brabantse visie op internationale medewerkers",
        "Wal-visie op logies",
        "beleid voor de huisvesting",
        "nota Thuis in de dorpen",
        "kader Samen werken, samen leven",
    ],
)
def test_a_title_says_what_the_paper_is_on_or_where(title):
    assert [one.title for one in read(LETTER, f"De raad stelde in 2020 de {title} vast.").adopts] == [title]


@pytest.mark.parametrize(
    "said",
    ["Op 3 mei 2020 heeft de raad de visie op vrijdag vastgesteld.", "De raad stelde de nota in de vergadering vast."],
)
def test_when_or_where_it_was_adopted_is_no_title(said):
    assert not read(LETTER, said).adopts
