### Alle teksten in het Nederlands, op niveau B1. Sleutel: module-situatie. Bekijk ze met `python -m bot texts check`.

## Errors

error-unexpected =
    Er ging iets mis bij ons. Wat al was opgeslagen, is er nog. Probeer het over een paar minuten opnieuw.
error-not-allowed =
    Dit mag je hier niet doen. Er is niets veranderd. Vraag een medewerker om hulp als je denkt dat het wel mag.
error-not-found =
    Dit kan ik niet vinden. Er is niets veranderd. Kijk of de naam klopt en probeer het opnieuw.
error-expired =
    Deze knop is verlopen. Wat je eerder deed, is bewaard. Open het startbericht en begin daar opnieuw.
error-bad-input =
    Dit begrijp ik niet goed. Er is niets veranderd. Kijk wat je hebt ingevuld en probeer het opnieuw.
error-too-many =
    Je doet veel achter elkaar. Wat je al deed, is bewaard. Over { DURATION($wait_s) } kun je verder.
error-unavailable =
    Dit werkt nu even niet. Wat je al deed, is bewaard. Probeer het over een paar minuten opnieuw.
