# The words of the window, in German.
# play = Spielzug, try = Versuch, call = Ansage, operating model = Betriebsmodell, channel = Kanal, front = Stand.
# The words of football stand in brackets, in what is shown when the pointer rests on something.

## The languages

# In its own language
language-name = Deutsch

## Presenting

present-go-to = 1 bis { $count }, oder Wörter eines Schritts
present-keys = Tasten beim Vorführen
present-keys-pens = 1, 2 und 3 wählen einen Stift, V seine Breite. Jede Taste schließt dies.
present-step = Schritt { $number }, { $title }: { $caption }
present-nothing = Es gibt nichts vorzuführen: Öffnen Sie erst einen Spielzug, einen Plan oder eine Vorführung.
present-show-among-others = { $stem } ist eine Vorführung: Führen Sie sie allein vor, oder Spielzüge und Pläne zusammen.
present-no-show = Die Vorführung „{ $stem }“ gibt es nicht mehr.
present-show-errors = { $file } hat Fehler: { $message }, Zeile { $line }.
present-nothing-said = Bisher wurde nichts geschätzt, gestritten oder entschieden.
present-record-taken = Es gibt schon eine Datei { $path }: Geben Sie dem Protokoll einen anderen Namen.
present-no-folder = Es gibt keinen Ordner für eigene Dateien: Öffnen Sie erst einen.
presenter-title = Für Vorführende
presenter-title-place = Für Vorführende: { $place }
presenter-now = An der Wand
presenter-next = Als Nächstes
presenter-next-part = Als Nächstes: { $title }. { $caption }
presenter-next-step = Als Nächstes: { $caption }
presenter-last = Das ist der letzte Schritt.
presenter-notes = Notizen
presenter-no-notes = Zu diesem Schritt gibt es keine Notizen.
presenter-smaller = Notizen kleiner
presenter-larger = Notizen größer
presenter-black = Die Wand ist schwarz
presenter-white = Die Wand ist weiß
presenter-place = Schritt { $number } von { $of }
presenter-place-part = { $step }, Teil { $part } von { $of }: { $title }
presenter-show-so-far = Wie weit die Vorführung ist
presenter-clock = Die Uhr neu starten
    .hint = Wie lange es schon dauert; drücken, um wieder bei null zu beginnen
presenter-time = { $elapsed } von { $of }
presenter-over = { $time } über der Zeit
presenter-left = noch { $time }
presenter-part = { $time } in diesem Teil
presenter-part-of = { $time } von { $of } in diesem Teil
presenter-timer-over = Die Zeit für den Raum ist seit { $time } um
presenter-timer-left = noch { $time } für den Raum
presenter-minute-more = Eine Minute mehr
presenter-minute-less = Eine Minute weniger
presenter-timer-start = 5 Minuten
presenter-timer-stop = Zeit beenden
presenter-back = Zurück
presenter-forward = Weiter
presenter-swap = Tauschen
presenter-end = Aufhören
    .hint = Die Vorführung beenden; zweimal drücken
presenter-really-end = Wirklich aufhören?

## Everything a person can do: in the palette, in the list of keys, on buttons

command-play-pause = Abspielen oder anhalten
    .hint = Den Spielzug starten oder anhalten, wo er ist
command-step-forward = Schritt vor
    .hint = Eine Viertelsekunde vor
command-step-back = Schritt zurück in der Zeit
    .hint = Eine Viertelsekunde zurück
command-next-phase = Nächster Teil
    .hint = Zum nächsten Teil des Spielzugs
command-previous-phase = Voriger Teil
    .hint = Zum Teil davor
command-to-start = Zum Anfang
    .hint = Alle an ihren Plätzen; noch einmal: der erste Versuch
command-to-end = Zum Ende
    .hint = Was dabei herauskam; noch einmal: der letzte Versuch
command-next-down = Nächster Versuch
    .hint = Der nächste Versuch (Down) des Plans
command-previous-down = Voriger Versuch
    .hint = Der Versuch (Down) davor im Plan
command-faster = Schneller
    .hint = Ein Tempo schneller, bis zum Vierfachen
command-slower = Langsamer
    .hint = Ein Tempo langsamer, bis zu einem Viertel
command-loop = Schleife
    .hint = Am Ende von vorn anfangen
command-run-once = Einmal ausführen
    .hint = Die erste Verwendung dieses Spielzugs
command-run-four = Viermal ausführen
    .hint = Derselbe Spielzug, viermal hintereinander
command-run-ten = Zehnmal ausführen
    .hint = Derselbe Spielzug, zehnmal hintereinander, Versuche bleiben außer Acht
command-run-fifty = Fünfzigmal ausführen
    .hint = Derselbe Spielzug, fünfzigmal hintereinander, Versuche bleiben außer Acht
command-reset-what-if = Zurück zur Datei
    .hint = Annahmen und Anfangsstände, wie die Datei sie hat
command-what-if-mode = Was wäre wenn
    .hint = Was jetzt geändert wird, ändert das Ergebnis, nicht die Datei; noch einmal: zurück
command-keep-what-if = Das „Was wäre wenn“ behalten
    .hint = Was anders ist, wird zu Änderungen der Datei
command-fit-action = Zum Spielzug heran
    .hint = Den Teil des Feldes zeigen, in dem der Spielzug ist
command-whole-field = Ganzes Feld
    .hint = Alles von heute bis zum Ziel zeigen
command-zoom-in = Heranholen
    .hint = Weniger Yards, größer
command-zoom-out = Wegrücken
    .hint = Mehr Yards, kleiner
command-pan-left = Richtung heute schauen
    .hint = Die Ansicht Richtung heute bewegen
command-pan-right = Richtung Ziel schauen
    .hint = Die Ansicht Richtung Ziel bewegen
command-broadcast = Von oben oder von der Tribüne
    .hint = Tafelansicht oder Übertragungsansicht
command-next-subject = Das Nächste erklären
    .hint = Den nächsten Kanal, Spieler oder die nächste Annahme auswählen
command-deselect = Nichts erklären
    .hint = Schließen, was offen ist, oder nichts auswählen
command-explain-play = Den Spielzug erklären
    .hint = Den Spielzug als Ganzes auswählen
command-argue = Worüber zuerst zu streiten ist
    .hint = Welche Einschätzung das Ergebnis am meisten bewegt
command-next-call = Die nächste Ansage
    .hint = Jeder Spielzug als nächster, mit dem, was dafür und dagegen spricht
command-change-it = Das ändern
    .hint = Die Felder dessen, was ausgewählt ist
command-change-model = Das Betriebsmodell ändern
    .hint = Die Kanäle des Feldes, was dort „fertig“ heißt, und die Regeln
command-add-defender = Hinzufügen, was uns aufhält
    .hint = Eine Regel, eine Gewohnheit, ein System, das uns aufhält (Defense), mit Namen
command-add-player = Hinzufügen, wer uns voranbringt
    .hint = Ein Spieler von uns (Offense), mit Namen
command-add-assumption = Eine Annahme hinzufügen
    .hint = Etwas, worauf der Spielzug beruht, in einem Satz
command-nudge-forward = Nach vorn bewegen
    .hint = Bewegt, was ausgesucht ist, ein Yard nach vorn
command-nudge-back = Nach hinten bewegen
    .hint = Bewegt, was ausgesucht ist, ein Yard nach hinten
command-nudge-up = Nach oben bewegen
    .hint = Bewegt, was ausgesucht ist, in seinem Kanal nach oben, dann in den darüber
command-nudge-down = Nach unten bewegen
    .hint = Bewegt, was ausgesucht ist, in seinem Kanal nach unten, dann in den darunter
command-pick-everyone = Alle aussuchen
    .hint = Jeden Spieler des Spielzugs aussuchen
command-duplicate = Verdoppeln
    .hint = Eine Kopie dessen, was ausgesucht ist, daneben
command-mirror = Im Kanal spiegeln
    .hint = Was ausgesucht ist, geht auf die andere Seite seines Kanals, samt Laufweg
command-mirror-channels = Über das Feld spiegeln
    .hint = Was ausgesucht ist, geht in den Kanal, der vom anderen Rand gleich weit weg ist
command-remove = Entfernen
    .hint = Nimmt aus dem Spielzug, was ausgesucht ist
command-give-ball = Ihm den Ball geben
    .hint = Der ausgewählte Spieler trägt den Ball
command-straighten = Seinen Laufweg begradigen
    .hint = Der ausgewählte Spieler läuft geradeaus
command-undo = Rückgängig
    .hint = Die letzte Änderung zurücknehmen
command-redo = Wiederholen
    .hint = Die Änderung noch einmal machen
command-source = Der Text der Datei
    .hint = Der Text dessen, was auf dem Feld ist, als Text zu ändern
command-history = Was getan wurde
    .hint = Alles, was getan wurde, um darin vor und zurück zu gehen
command-toggle-compare = Vergleichen, oder zurück
    .hint = Spielzüge und Pläne nebeneinander, oder zurück zu dem auf dem Feld
command-compare-this = Auch das vergleichen
    .hint = Was auf dem Feld ist, in den Vergleich nehmen oder herausnehmen
command-compare-what-if = Das „Was wäre wenn“ vergleichen
    .hint = Das „Was wäre wenn“ neben dem Spielzug, wie seine Datei ihn hat
command-overlay = Nebeneinander oder auf einem Feld
    .hint = Jeder auf seinem Feld, oder alle Stände auf einem
command-next-side = Der Nächste der Verglichenen
    .hint = Die Diagramme vom nächsten handeln lassen
command-present = Vorführen
    .hint = Vollbild für einen Raum: was auf dem Feld ist oder verglichen wird, Schritt für Schritt
command-next-step = Nächster Schritt
    .hint = Weiter zum nächsten Schritt; was noch läuft, wird abgekürzt
command-step-before = Schritt davor
    .hint = Zurück dorthin, wo der Schritt davor endet
command-first-step = Erster Schritt
    .hint = An den Anfang der Vorführung
command-last-step = Letzter Schritt
    .hint = Ans Ende der Vorführung
command-step-again = Den Schritt noch einmal
    .hint = Was dieser Schritt zeigt, noch einmal von da, wo er beginnt
command-go-to-step = Zu einem Schritt gehen
    .hint = Mit seiner Nummer oder mit Wörtern daraus
command-all-steps = Alle Schritte
    .hint = Jeder Schritt als kleines Bild, zum Auswählen
command-blacken = Schwarz
    .hint = Alles schwarz, bis zur nächsten Taste
command-whiten = Weiß
    .hint = Alles weiß, bis zur nächsten Taste
command-light = Scheinwerfer
    .hint = Ein Licht, das dem Zeiger folgt; alles andere ist dunkler
command-pen = Stift
    .hint = Über den Schritt zeichnen: Umschalt für einen Pfeil, Strg für einen Kreis, oder am Ende stillhalten
command-eraser = Radierer
    .hint = Die Linien wegnehmen, die er berührt
command-clear-ink = Die Tinte löschen
    .hint = Alles, was über diesen Schritt gezeichnet ist, verschwindet; Rückgängig holt es zurück
command-undo-ink = Tinte rückgängig
    .hint = Zurücknehmen, was auf diesem Schritt zuletzt gezeichnet oder gelöscht wurde
command-redo-ink = Tinte wiederholen
    .hint = Es noch einmal zeichnen oder löschen
command-keep-ink = Die Tinte behalten
    .hint = Speichern, was neben den Spielzügen gezeichnet wurde; kein Spielzug ändert sich
command-call-it = Schätzen lassen
    .hint = Vor dem Ausführen: Wie viele Yards in jedem Kanal? Der Raum schätzt
command-change-minds = Was Ihre Meinung ändern würde
    .hint = Annahmen und Stärken in großer Schrift: Schalten Sie, und das Ergebnis bewegt sich
command-write-decision = Eine Entscheidung aufschreiben
    .hint = Was der Raum entscheidet, fürs Protokoll
command-write-argument = Ein Argument aufschreiben
    .hint = Was jemand gesagt hat, fürs Protokoll
command-name-groups = Die Gruppen benennen
    .hint = Bis zu sechs Gruppen, die für sich schätzen und ansagen
command-keep-record = Das Protokoll behalten
    .hint = Speichern, was geschätzt, geschaltet, gestritten und entschieden wurde, als eigene Datei
command-give-time = Zeitmesser
    .hint = Dem Raum ein paar Minuten geben, oder das beenden
command-notes = Notizen unter dem Feld
    .hint = Die Notizen auch auf diesem Bildschirm, für die mit nur einem
command-second-window = Fenster für Vorführende
    .hint = Ein zweites Fenster mit Notizen, dem nächsten Schritt und einer Uhr, oder keines
command-swap-displays = Bildschirme tauschen
    .hint = Das Gezeigte auf den anderen Bildschirm, und das Fenster für den Vortrag auf diesen
command-inspect = Begründungen über dem Feld
    .hint = Erklären und ändern, was auf dem Feld ist; Esc führt zurück zum Schritt
command-end-presenting = Aufhören
    .hint = Schließen, was offen ist, sonst verlassen: zurück dorthin, wo es begann
command-save = Speichern
    .hint = Jede geänderte Datei speichern
command-save-as = Speichern als
    .hint = Was auf dem Feld ist, unter anderem Namen speichern
command-new-play = Neuer Spielzug
    .hint = Einen Spielzug anfangen: mit ein paar Fragen, aus einer Vorlage oder als Kopie
command-new-plan = Neuer Plan
    .hint = Einen Plan anfangen aus den verglichenen Spielzügen oder dem auf dem Feld
command-new-model = Neues Betriebsmodell
    .hint = Ein eigenes Feld als Kopie dieses Feldes anfangen
command-open-file = Eine Datei öffnen
    .hint = Einen Spielzug, einen Plan oder ein Betriebsmodell wählen
command-open-folder = Einen Playbook-Ordner öffnen
    .hint = Einen Ordner mit Spielzügen wählen
command-open-path = Einen Pfad öffnen
    .hint = Den Pfad einer Datei oder eines Ordners eintippen
command-open-built-in = Das mitgelieferte Playbook öffnen
    .hint = Die Spielzüge, die mit dem Programm kommen
command-reload = Die Dateien neu lesen
    .hint = Alles, was offen ist, noch einmal lesen
command-next-play = Nächster Spielzug
    .hint = Der nächste Spielzug der Liste
command-previous-play = Voriger Spielzug
    .hint = Der Spielzug davor in der Liste
command-find-play = Einen Spielzug finden
    .hint = Die Liste der Spielzüge durchsuchen
command-next-problem = Nächstes Problem
    .hint = Das nächste Problem in seiner Datei zeigen
command-fix-problem = Beheben
    .hint = Die Änderung machen, die das gezeigte Problem anbietet
command-palette = Alle Befehle
    .hint = Jeden Befehl bei seinem Namen finden
command-help = Alle Tasten
    .hint = Jede Taste zeigen
command-toggle-playbook = Playbook
    .hint = Die Liste der Spielzüge zeigen oder einklappen
command-toggle-inspector = Begründungen
    .hint = Die Erklärung zeigen oder einklappen
command-next-theme = Nacht, Papier oder Kontrast
    .hint = Die Farben wechseln
command-reduced-motion = Weniger Bewegung
    .hint = Jeder Teil des Spielzugs als Standbild
command-larger = Größerer Text
    .hint = Text und Bedienelemente größer, bis zum Doppelten
command-smaller = Kleinerer Text
    .hint = Text und Bedienelemente kleiner, bis 80 %
command-normal-size = Normaler Text
    .hint = Text und Bedienelemente wie entworfen
command-full-screen = Vollbild
    .hint = Den Bildschirm füllen oder nicht
command-quit = Beenden
    .hint = Das Programm schließen
group-run = Den Spielzug ausführen
group-look = Das Feld ansehen
group-change = Ändern
group-compare = Vergleichen
group-present = Vorführen
group-files = Spielzüge und Dateien
group-window = Das Fenster
command-next-language = Sprache
    .hint = Die Wörter des Fensters in der nächsten Sprache, die es gibt: English, Deutsch

## The strip above the field: the play, its result, what if, and what went wrong

header-cannot-run = { $stem } lässt sich noch nicht ausführen: { $errors } Probleme, links aufgeführt. Es erscheint, sobald sie behoben sind.
header-empty = Öffnen Sie einen Spielzug, oder drücken Sie Strg+K für alle Befehle.
header-headline =
    .hint = Ganze Yards, aus Einschätzungen. Versuch: Down. Die ganze Organisation: der Spot, das gewichtete Mittel der Kanäle.
header-ruler = Ganze Organisation: { $yards } von 100 Yards
    .hint = Die ganze Organisation von heute bis zum Ziel: wie weit sie gekommen ist (Spot), was sie bis zum letzten Versuch braucht (Line to gain), und der Ausschnitt, der unten zu sehen ist. Ziehen, um woanders hinzusehen.
header-plays = Spielzüge
common-save = Speichern
header-what-if = Was wäre wenn
header-no-play = Kein Spielzug
header-run-again = Noch einmal
    .hint = Derselbe Spielzug so oft hintereinander, Versuche bleiben außer Acht; frühere Stände bleiben als dünne Linien.
header-what-if-told = Was wäre wenn: { $told }
header-what-if-nothing = Was wäre wenn: Ändern Sie, was Sie wollen; die Datei bleibt, wie sie ist.
header-back-to-file = Zurück zur Datei
header-compare-it = Vergleichen
header-keep-it = Behalten
header-what-if-told-hint = Das Feld zeigt etwas anderes, als die Datei sagt. „Behalten“ macht daraus Änderungen der Datei.
header-broken = Diese Datei hat jetzt Fehler. Das Feld zeigt die letzte Fassung ohne Fehler.
header-gone = { $stem }.ron ist weg. Das Feld zeigt, wie es war.
header-show-problem = Problem zeigen
    .hint = Die Stelle in der Datei zeigen
header-conflict = { $stem }.ron wurde von jemand anderem geändert, und Sie haben auch Änderungen.
header-decide = Entscheiden
    .hint = Sehen, was sich unterscheidet, und wessen Fassung bleibt
common-close = Schließen

## The strip below the field: time, speed and the presenter's words

transport-speed = Tempo ({ $slower } langsamer, { $faster } schneller)
transport-moment = Zeitpunkt, von { $seconds } Sekunden
transport-chapters-hint = Zu jedem Zeitpunkt ziehen. Links und Rechts gehen schrittweise, Bild auf und Bild ab von Teil zu Teil.
transport-caption-place = { $number } von { $of }
transport-caption-place-hint = Der Schritt (Beat) dieses Spielzugs für die Vorführung
transport-notes = Für die Vorführenden: { $notes }

## The list of plays at the left

playbook-title = Playbook
playbook-plans = Pläne
playbook-shows = Vorführungen
playbook-show-hint =
    { $count ->
        [one] Im Vollbild vorführen, Schritt für Schritt: 1 Teil. { $summary }
       *[other] Im Vollbild vorführen, Schritt für Schritt: { $count } Teile. { $summary }
    }
playbook-present-named = { $title } vorführen
playbook-its-text = Sein Text
playbook-none = Kein Spielzug oder Plan hat diese Wörter.
playbook-built-in = Mitgelieferte Spielzüge
    .hint = Die Spielzüge, die mit dem Programm kommen
playbook-watched = { $path }, beobachtet: Eine Änderung erscheint sofort
playbook-new = Neu
    .hint = Einen Spielzug, einen Plan oder ein Betriebsmodell anfangen
playbook-open = Öffnen
    .hint = Eine Datei oder einen Playbook-Ordner öffnen (oder aufs Fenster fallen lassen)
playbook-more = Mehr
playbook-compare-count = Vergleich { $count }
playbook-compare = Vergleich
    .hint = Zwei bis vier Spielzüge oder Pläne nebeneinander
playbook-model = Modell
    .hint = Ein Spielzug oder Plan auf dem Feld
playbook-search = Suchen
    .name = Spielzüge suchen
playbook-tag-hint = Nur Spielzüge mit diesem Stichwort
playbook-row-plan = mit allen seinen Spielzügen
playbook-row-play = erste Verwendung
playbook-row-hint =
    { $title }: { $hint }
    Die Zahl: Yards, die die ganze Organisation gewinnt, { $number }.
playbook-warnings =
    { $count ->
        [one] 1 Warnung
       *[other] { $count } Warnungen
    }
playbook-problems =
    { $count ->
        [one] 1 Problem
       *[other] { $count } Probleme
    }
playbook-problem-hint = Die Stelle in der Datei zeigen (F8: die nächste)
common-and-more = und { $count } weitere
playbook-fix = Beheben
playbook-fix-name = Beheben: { $fix }
playbook-row-errors = Diese Datei hat Fehler; sie sind unten aufgeführt.

## The reasons at the right

inspector-the-field = Das Feld
inspector-plan = Plan
common-fold = Einklappen
inspector-judgement = Stärken sind Ihre Einschätzung, keine Messung.
inspector-why = Warum
    .hint = Was herauskam, und warum
inspector-argue = Streiten
inspector-next = Weiter
common-change = Ändern
inspector-pushes-back = drängt zurück
inspector-gets-behind = kommt dahinter
inspector-holds-off = hält fern
inspector-winning = Wer gewinnt: { $ours } % zu { $theirs } %
inspector-winning-hint = Wer gewinnt (Anteil): wie viel von diesem Ringen die gewinnen, die uns voranbringen
inspector-assume = Wir nehmen an
    .hint = Was, wenn nicht? Das Ergebnis ändert sich sofort, die Datei nicht.
inspector-explain-assumption = Diese Annahme erklären
inspector-plan-end = am Ende des Plans { $told }
inspector-if-not = Wenn nicht:
inspector-if-held = Wenn doch:
inspector-plan-starts = Wo der Plan anfängt
inspector-we-start = Wo wir anfangen
inspector-first-try = dem ersten Versuch
inspector-this-play = diesem Spielzug
inspector-start-all-hint = Wie weit jeder Kanal vor { $before } gekommen war, in Yards von 100
inspector-all-channels = Alle Kanäle
inspector-start-hint = Wie weit { $channel } vor { $before } gekommen war, in Yards von 100
inspector-play = Spielzug
inspector-channel = Kanal
inspector-head-to-head = Kopf an Kopf
inspector-assumption = Annahme
common-forward = Bringt uns voran
common-back = Hält uns auf
inspector-argue-first = Erst streiten
inspector-next-call = Nächste Ansage

## Questions about unsaved work

asking-conflict = Von jemand anderem geändert
asking-leaving = Es gibt ungespeicherte Arbeit
asking-found = Ungespeicherte Arbeit von vorher
asking-save-as = Unter anderem Namen speichern
asking-gone = { $name } ist weg. Ihre Fassung ist hier, mit Änderungen, die nicht gespeichert sind.
asking-changed = { $name } wurde geändert, seit Sie es geöffnet haben, und Sie haben Änderungen, die nicht gespeichert sind.
asking-difference = Ihre Fassung gegenüber der Datei
asking-save-again = Wieder speichern
asking-keep-mine = Meine behalten
    .hint = Ihre Fassung ersetzt, was die Datei sagt
asking-take-theirs = Andere übernehmen
    .hint = Die Fassung der Datei tritt an die Stelle Ihrer; Rückgängig holt Ihre zurück
asking-save-mine-as = Meine speichern als …
    .hint = Beide bleiben, unter zwei Namen
asking-later = Später entscheiden
    .hint = Vorerst wird nichts geschrieben
asking-changed-meanwhile = , inzwischen von jemand anderem geändert
asking-save-and-close = Speichern und schließen
    .hint = Erst wird alles gespeichert
asking-close-unsaved = Schließen ohne zu speichern
asking-lost = Diese Änderungen gehen verloren
asking-stay = Bleiben
    .hint = Nichts wird geschlossen
asking-ended-before = Das Programm endete, bevor dies gespeichert war:
asking-never-saved = Eine Datei, die nie gespeichert wurde.
asking-take-up = Wieder aufnehmen
    .hint = Öffnet sie mit den Änderungen, ungespeichert wie sie waren
asking-throw-away = Wegwerfen
asking-offered-again = Beim nächsten Start wird es wieder angeboten
asking-names = Pläne nennen einen Spielzug beim Namen seiner Datei: Kleinbuchstaben, Ziffern und Bindestriche.
asking-path = Pfad, unter dem gespeichert wird

## What the file says of what is selected

facts-title = In der Datei
common-summary = Zusammenfassung
common-source = Quelle
common-tags = Stichwörter
common-step-back = Schritt zurück
common-yards = { $yards } Yards
common-field = Feld
common-done-means = Fertig heißt
common-counts = Zählt
facts-counts = × { $weight } im Ganzen
common-looks-like = Sieht so aus
common-mark = { $at } yd: { $text }
common-while-it-holds = Solange sie gilt
common-note = Anmerkung
common-strength = Stärke
common-sets-out-to = Hat vor
facts-works-on = Arbeitet an
common-team = Team
facts-ball = Ball
facts-carries-ball = trägt ihn, geht { $yards } Yards zurück
facts-hold = hält stand
facts-press = kommt auf uns zu, während wir zurückgehen
common-stance = Haltung
facts-stands-in = Steht in
common-kind = Art
facts-strengthen = { $name } zählt × { $factor }
facts-cap = { $channel } kommt nicht weiter als { $yards } Yards
facts-reach = { $channel } will × { $factor } so weit
facts-drag = { $channel } rutscht × { $factor } zurück, wenn er allein vorausgeht

## The field itself: what screen readers hear, and what a thing held says

field-nothing-open = nichts ist geöffnet
field-name = Das Feld: { $label }
field-and-more = { "" } und { $more } weitere
field-held = { $name }{ $others }: { $channel }, { $place }
field-held-ball = Erst { $yards } Yards zurück, um zu verstehen, was die Menschen brauchen
field-held-start = { $name } beginnt bei { $start } von 100 Yards
field-held-end = Will { $end } Yards über die Linie hinaus
field-behind-line =
    { $yards ->
        [one] { $yards } Yard hinter der Linie
       *[other] { $yards } Yards hinter der Linie
    }
field-ahead-line =
    { $yards ->
        [one] { $yards } Yard vor der Linie
       *[other] { $yards } Yards vor der Linie
    }
field-on-line = auf der Linie

## The list of all keys

help-field = Auf dem Feld: klicken erklärt, ziehen schaut entlang, das Rad zoomt. Jede Taste steht im Hinweis ihres Bedienelements.

## What was done

history-opened = Wie es geöffnet wurde
history-go =
    .hint = Dorthin zurück, wie es da war

## What to argue about first, and the next call

matters-title = Darüber zuerst streiten
next-call-ended = Der Plan ist hier zu Ende: Es gibt keinen nächsten Spielzug.
next-call-nothing = nichts mehr
next-call-after = Nach Versuch { $number }; der Plan sieht { $calls } vor.
next-call-counts = Was zählt
    .hint = Von Raumgewinn allein, links, bis Zusammenbleiben, rechts
next-call-ground = Raumgewinn
next-call-together = Zusammenbleiben
common-more = { $count } weitere
next-call-show = Diesen Spielzug aufs Feld bringen
next-call-makes-line = Erreicht die Linie { $often }.
next-call-too-close = Zu knapp, um ihn vom nächsten zu trennen.

## Typing a path

open-path-about = Ein Spielzug, ein Plan, ein Betriebsmodell oder ein Ordner mit Spielzügen. Sie können auch einen aufs Fenster fallen lassen.
open-path-name = Pfad

## All commands by their words

palette-example = Ein Befehl oder ein Spielzug
palette-name = Einen Befehl finden
palette-nothing = Nichts hat diese Wörter.
palette-show = { $title } zeigen
palette-go-to-unsaved = Zum ungespeicherten { $name }

## One problem, at its place

problem-title = Problem { $number } von { $count }
problem-no-text = Die Datei ist kein Text.
problem-copy-place = Stelle kopieren
    .hint = Datei, Zeile und Spalte in die Zwischenablage

## The file's text

source-gone = Diese Datei ist weg.
source-packed = In einer Webseite: bleibt, wie es ist.
source-built-in = Mitgeliefert: bleibt, wie es ist.
source-edit-copy = Kopie bearbeiten
    .hint = Eine Kopie in einem eigenen Ordner, hier geöffnet
edit-type = Tippen
edit-fix-problem = Ein Problem beheben
source-unsaved = { $name } (nicht gespeichert)
source-find = Im Text suchen
source-nowhere = nirgends
source-found-at = { $number } von { $count }
source-found = { $count } Mal
source-before-hint = Die davor (Umschalt+Eingabe)
source-after-hint = Die nächste (Eingabe)
source-close-hint = Schließen (Escape)
source-hint = Strg+Leertaste bietet an, was passt, Strg+F sucht, Strg+. behebt; Escape verlässt den Text
source-fix = Strg+. { $fix }
source-text-of-model = Text des Modells
source-text-of-play = Text des Spielzugs
source-text-of-plan = Text des Plans

## The tries of a plan, above the time

tries-number = Versuch { $number }
tries-each-hint = Versuch { $number } von jedem ({ $keys })
tries-keys = { $before } und { $after }: der Versuch davor und danach
tries-said = Versuch { $number }: { $title }, { $gain } für die ganze Organisation. { $result }
tries-first-down = Weit genug: neue Versuche (First Down).
tries-setback = Nicht weit genug: Jeder Kanal verliert Raum (Rückschlag).
tries-turnover = Wieder nicht weit genug: Die Kontrolle ist verloren (Turnover).
tries-goal = Jeder Kanal ist am Ziel.

## The small form for something new on the field

adding-strength-hint = Wahrscheinlich 3, 5 oder 7 von 10, plus minus 2 (Alt+1, Alt+2, Alt+3)
adding-add = Hinzufügen
    .hint = Aufs Feld bringen (Eingabe)
adding-keys-assumption = Auf und Ab: der Kanal. Eingabe fügt sie hinzu.
adding-keys = Auf und Ab: der Kanal. Alt+1, 2, 3: die Stärke. Eingabe fügt hinzu.
common-name = Name
adding-defender-example = Regel, Gewohnheit, System: Jahresbudget
adding-player-example = Etwa: Team für neue Dienste
adding-assumption-example = In einem Satz
adding-no-channel = Keinen bestimmten
common-no-channel = Kein bestimmter Kanal
adding-in-channel = In { $channel }

## The fields of an assumption

assumption-effect-strengthen = Ein Spieler zählt
assumption-effect-cap = Ein Kanal endet bei
assumption-effect-reach = Ein Kanal will weiter
assumption-effect-drag = Ein Kanal rutscht zurück
assumption-text-hint = Die Bedingung, in einem Satz
assumption-an = Eine Annahme
edit-assumption = Eine Annahme ändern
assumption-holds = Gilt in der Datei
    .hint = Ob sie gilt, solange niemand „was wäre wenn“ fragt. Der Schalter unter Warum fragt das und lässt die Datei in Ruhe.
edit-assumption-holds = Eine Annahme gelten lassen
edit-assumption-not = Eine Annahme nicht gelten lassen
assumption-channel-hint = Der Kanal, um den es geht, wenn es um einen geht
edit-assumption-about = Ändern, worum es in einer Annahme geht
common-remove = Entfernen
assumption-remove-hint = Aus dem Spielzug nehmen, mit ihren Wirkungen
common-id = Kennung
assumption-id-hint = Wie die Datei sie nennt: kleingeschriebene Wörter mit Bindestrichen. Eine andere Kennung wird überall eingetragen, wo dieser Spielzug sie nennt.
assumption-add-effect = Eine Wirkung hinzufügen
assumption-no-effect = Noch folgt nichts daraus.
assumption-effect-number = Wirkung { $number }
assumption-effect = Wirkung
    .hint = Die Stärke eines Spielers, wie weit ein Kanal kommen will, oder wie weit er zurückrutscht, wenn er allein vorausgeht, mal einem Faktor von 0 bis 10; oder das Yard, über das ein Kanal nicht hinauskommt
common-remove-named = { $name } entfernen
assumption-whom = Wen oder was
    .hint = Der Spieler oder Kanal, um den es geht
assumption-no-further = Nicht weiter als
    .hint = In Yards: 0 bis 100
assumption-times = Mal
    .hint = Ein Faktor: 0 bis 10; 1 ändert nichts
edit-effect = Eine Wirkung ändern
assumption-an-effect = eine Wirkung

## The presenter's steps of a play or plan

steps-title = Schritte der Vorführung
steps-add = Einen Schritt hinzufügen
steps-number = Schritt { $number }
common-change-named = { $name } ändern
common-none-yet = Noch keine.
steps-when = Wann
    .hint = Der Teil des Spielzugs, mit dem er gezeigt wird (Phase)
edit-step-when = Ändern, wann ein Schritt gezeigt wird
steps-caption = Bildtext
    .hint = Was der Raum liest
steps-the-caption = Der Bildtext
edit-caption = Einen Bildtext ändern
steps-notes = Notizen
    .hint = Was nur die Vorführenden lesen
edit-notes = Die Notizen eines Schritts ändern
steps-looks-at = Schaut auf
    .hint = Spieler, Kanäle oder Annahmen, auf die der Raum schauen soll (Fokus); alles andere wird blasser
steps-do-not-look = Nicht auf { $name } schauen
steps-look-more = Auf noch etwas schauen
    .hint = Ein Spieler, ein Kanal oder eine Annahme
steps-look-at-more = Schauen auf …
edit-step-focus = Ändern, worauf ein Schritt schaut

## What any field may say

fields-empty = { $name } darf nicht leer bleiben; es bleibt, wie es war.
fields-move-down = { $name } nach unten
fields-move-up = { $name } nach oben
fields-file-errors = Diese Datei hat jetzt Fehler. Beheben Sie sie erst in ihrem Text; dann lassen sich ihre Felder hier ändern.
fields-the-plan = Der Plan
fields-the-play = Spielzug hier
fields-above = über{ " " }
fields-out-of-range = { $name } geht von { $above }{ $low } bis { $high }{ $unit }; es bleibt, wie es war.
fields-add = Hinzufügen: { $what }

## The fields of the operating model

model-title = Betriebsmodell
    .hint = Wie das Betriebsmodell heißt: das Feld
common-title = Titel
common-the-title = Der Titel
edit-title = Den Titel ändern
model-channels = Kanäle
model-add-channel = Einen Kanal hinzufügen
fields-move = { $name } verschieben
model-stays = Er bleibt. { $why }
model-rules = Regeln
    .hint = Jede Zahl ist eine Einschätzung. Was die Datei nicht nennt, ist wie üblich.
fields-unit-yards = { "" } Yards
model-rule-range = { $low } bis { $high }{ $unit }, üblich { $usual }
edit-rule = Die Regel { $name } ändern
model-rule-back = Zurück auf { $usual }
model-rule-usual = { $name } wie üblich
model-rule-back-named = { $name } zurück auf { $usual }
edit-rule-back = { $name } zurücksetzen
model-channel-name-hint = Wie der Kanal am Bildschirm heißt
common-the-name = Der Name
edit-channel-name = Einen Kanal umbenennen
model-done-means-hint = Wie „fertig“ aussieht, am fernen Ende der Bahn (das Ziel)
model-done-looks-like = Wie „fertig“ aussieht
edit-done-means = Ändern, was fertig heißt
model-counts-hint = Wie viel er in der ganzen Organisation zählt (Gewicht): über 0 bis 10
edit-weight = Ändern, wie viel ein Kanal zählt
common-in-the-files = In den Dateien
model-channel-id-hint = Wie Spielzüge und Pläne ihn nennen. Eine andere wird in jeder Datei des Playbooks geändert, die auf diesem Betriebsmodell steht
model-cannot-remove = Er lässt sich nicht entfernen. { $why }
model-nothing-else = Sonst ändert sich nichts
model-remove-channel = Diesen Kanal entfernen
model-whole = Das ganze Betriebsmodell
model-mark-number = Marke { $number }
model-marks = Wie der Weg aussieht
model-add-mark = Eine Marke hinzufügen
model-mark-at = Bei
    .hint = Yards von heute: 0 bis 100
edit-mark-move = Eine Marke verschieben
model-mark-hint = Wie es dort aussieht
model-mark-looks-like = Wie es dort aussieht
edit-mark = Eine Marke ändern
model-new-mark = Sagen Sie, wie das aussieht.
model-a-mark = eine Marke

## The fields of a plan

plan-title-hint = Wie der Plan am Bildschirm heißt
plan-summary-hint = Was er ist, in einem Satz
common-the-summary = Die Zusammenfassung
edit-summary = Die Zusammenfassung ändern
plan-from-to = Von wo nach wo
plan-goal = Ziel
    .hint = Wohin jeder Kanal kommen soll, in Yards: weiter als sein Start, bis 100
edit-goal = Das Ziel ändern
plan-alike = Jeder Kanal beginnt gleich
    .hint = Ein Yard für alle Kanäle, oder eines für jeden
plan-starts-at = Beginnt bei
    .hint = Wie weit jeder Kanal vor dem ersten Versuch gekommen ist, in Yards
plan-channel-start-hint = Wie weit { $channel } vor dem ersten Versuch gekommen ist, in Yards
plan-calls = Was gespielt wird
plan-add-call = Einen Spielzug ansagen
plan-add-event = Ein Ereignis hinzufügen
    .hint = Etwas, das zwischen zwei Spielzügen sicher geschieht
plan-new-event = Etwas geschieht
plan-one-stays = Ein Plan sieht mindestens einen Spielzug vor; dieser bleibt.
plan-a-call = eine Ansage
plan-what-happens = Was geschieht
    .hint = Wie das Ereignis heißt
edit-event = Ein Ereignis ändern
plan-severity = Schwere
    .hint = Der Anteil jedes Vorsprungs, der verloren geht: 0 bis 1
edit-severity = Ändern, wie schwer ein Ereignis ist
plan-strikes = Trifft
    .hint = Die Kanäle, die es trifft; keiner gewählt: alle
plan-strikes-channel = Trifft { $channel }
edit-strikes = Ändern, was ein Ereignis trifft
plan-strikes-all = Keiner gewählt: Es trifft alle.
plan-risk-number = Risiko { $number }
plan-risk-hint = Kommt mit Wahrscheinlichkeit { $chance } nach jedem Versuch und kostet { $severity } jedes Vorsprungs
plan-risks = Was geschehen kann
plan-add-risk = Ein Risiko hinzufügen
plan-risk-name-hint = Wie das Risiko heißt
edit-risk = Ein Risiko ändern
plan-chance = Wahrscheinlichkeit
    .hint = Wie wahrscheinlich es nach jedem Versuch ist: 0 bis 1
edit-chance = Ändern, wie wahrscheinlich ein Risiko ist
edit-risk-severity = Ändern, wie schwer ein Risiko ist
plan-new-risk = Etwas kann geschehen
plan-a-risk = ein Risiko
plan-step-text = Versuch { $number }: { $caption }
plan-after-try = Nach Versuch
    .hint = Nach welchem Versuch (Down) des ganzen Plans, ab 1
plan-new-caption = Sagen Sie, was der Raum liest.
plan-a-step = einen Schritt
plan-in-playbook = Im Playbook
plan-field-hint = Das Betriebsmodell, das die Spielzüge des Plans teilen
plan-field-refused = { $title } steht auf einem anderen Feld; der Plan bleibt, wo er ist.
edit-field = Das Feld ändern
plan-field-shared = Die Spielzüge eines Plans stehen alle auf seinem Feld.
plan-call-play-hint = Welcher Spielzug: die auf demselben Feld
edit-call-play = Einen anderen Spielzug ansagen
plan-times = Wie oft
    .hint = Wie oft hintereinander: 1 bis 100
edit-call-times = Ändern, wie oft er gespielt wird
edit-plan-start = Ändern, wo er beginnt
plan-call-number = Ansage { $number }
plan-call-hint = { $title }, { $times } Mal hintereinander gespielt
plan-event-number = Ereignis { $number }
plan-event-text = { $number }  Ereignis: { $name }
plan-event-hint = { $name }: { $severity } jedes Vorsprungs geht verloren

## The fields of a play

play-of-try = Der Spielzug des gezeigten Versuchs.
play-title-hint = Wie der Spielzug am Bildschirm heißt
play-summary-hint = Was er ist, in einem Satz
play-carries-ball = Trägt den Ball
play-carrier-hint = Wer den Ball hat (Ballträger): Er geht erst zurück, um zu verstehen, was die Menschen brauchen
play-step-back-hint = Yards, um erst zu verstehen, was die Menschen brauchen: 0 bis 20
play-nobody = Noch niemand.
play-tags-hint = Wörter, um ihn zu finden, mit Kommas dazwischen
edit-tags = Die Stichwörter ändern
play-source-hint = Woher die Idee kommt
edit-source = Die Quelle ändern
play-counts-as = Zählt als
    .hint = Die Taktik, als die er zählt, wenn er wieder gespielt wird: Was wiederholt wird, bringt weniger. Ohne sie ist er eine eigene Taktik.
play-tactic-refused = Eine Taktik schreibt man in kleingeschriebenen Wörtern mit Bindestrichen; sie bleibt, wie sie war.
edit-tactic = Die Taktik ändern
play-field-hint = Das Betriebsmodell, auf dem er gespielt wird: die Kanäle
play-field-of-plan = Die Spielzüge eines Plans teilen sein Feld: Ändern Sie erst den Plan.
play-field-refused = { $title } hat keinen Kanal „{ $id }“, den dieser Spielzug verwendet; er bleibt, wie er war.

## The fields of a player

player-from-line = Von der Linie
    .hint = Yards von dort, wo sein Kanal jetzt steht (Line of scrimmage), unter 0 dahinter: -30 bis 100
player-across = Quer
    .hint = Quer zu seinem Kanal: -1 am oberen Rand, 1 am unteren
player-stands-firm = Hält stand
player-comes-at-us = Kommt auf uns zu, während wir zurückgehen
player-name-offense-hint = Wie er auf dem Feld heißt (ein Spieler der Offense)
player-name-defense-hint = Wie es auf dem Feld heißt (ein Verteidiger): eine Regel, eine Gewohnheit, ein System
edit-player-name = Umbenennen in { $name }
player-sets-out-hint = Was er tut (Auftrag): in seinem Kanal jemanden zurückdrängen, dahinterkommen oder fernhalten, ein Teammitglied verstärken, ins Freie laufen oder bleiben. Nur Mögliches wird angeboten.
player-carries-hint = Der Ball geht erst zurück, mit dem, der ihn trägt
player-somebody-carries = Jemand muss ihn tragen: Geben Sie den Ball stattdessen jemand anderem.
player-stance-hint = Hält stand (Hold), oder kommt auf den Ballträger zu, während er zurückgeht (Press)
edit-stance = Die Haltung von { $name } ändern
player-channel-hint = Die Bahn, in der er spielt: eine Dimension des Betriebsmodells
player-note-hint = Eine Zeile dazu, für die, die fragen
edit-note = Die Anmerkung zu { $name } ändern
player-team-hint = Fasst Spieler eines Teams über Kanäle hinweg zusammen
player-kind-hint = Fasst, was uns aufhält, nach seiner Art über Kanäle hinweg zusammen
player-short = Kurzname
    .hint = Ein bis drei Buchstaben, für eine kleine Marke
player-short-refused = Ein Kurzname hat ein bis drei Buchstaben; er bleibt, wie er war.
edit-short = Den Kurznamen von { $name } ändern
player-id-hint = Wie die Datei ihn nennt: kleingeschriebene Wörter mit Bindestrichen. Eine andere Kennung wird überall eingetragen, wo dieser Spielzug ihn nennt. Dieselbe Kraft hat in jedem Spielzug dieselbe Kennung.
player-route = Laufweg
player-add-bend = Dem Laufweg einen Knick hinzufügen
player-straight-on = Geradeaus, bis 5 Yards hinter die Linie.
player-bend-number = Knick { $number }
player-bend-title = Knick { $number }
player-straighten = Begradigen
    .hint = Wieder geradeaus laufen
player-duplicate-hint = Noch einer wie er, etwas daneben
player-remove-hint = Aus dem Spielzug nehmen, mit allem, was sich darauf bezieht
edit-team = Das Team von { $name } ändern
edit-kind = Die Art von { $name } ändern

## The strength of a player

strength-hint = Wie stark, über 0 bis 10: eine Einschätzung, keine Messung. Das erwartete Ergebnis nutzt den wahrscheinlichen Wert; der Bereich sagt, was es mindestens und höchstens sein kann.
strength-low = Stärke, mindestens
strength-likely = Stärke, wahrscheinlich
strength-high = Stärke, höchstens
strength-handle-hint = { $name }: { $number }. Ziehen, oder die Pfeiltasten nehmen.
strength-range-hint = Wahrscheinlich { $likely }, von { $low } bis { $high }
strength-range = { $likely }, von { $low } bis { $high }

## Plays and plans side by side

compare-choose = Wählen Sie zwei bis vier Spielzüge oder Pläne aus der Liste.
compare-choose-one-more = Wählen Sie noch einen aus der Liste, höchstens vier.
compare-running = Die Durchläufe werden gerechnet
compare-luck-hint = Aus Durchläufen mit demselben Glück: In jedem ist eine gemeinsame Kraft für den einen so stark wie für den anderen. Stärken und Wahrscheinlichkeiten sind Einschätzungen, keine Messung.
compare-as-files = Verglichen, wie die Dateien sind; Umschalt+V im Modell nimmt auch das „Was wäre wenn“ dazu.
compare-one-field = Ein Feld
compare-side-by-side = Nebeneinander
compare-times-name = Jeder Spielzug { $times } Mal gespielt
compare-times-hint = Wie oft ein einzelner Spielzug gespielt wird
compare-each-play = Jeder Spielzug
compare-fields-of = Die Felder von { $titles }
compare-about = zu { $title }
compare-spot-chart = Die ganze Organisation Versuch für Versuch: eine Linie für jeden, darum herum, wohin 8 von 10 Durchläufen kommen
compare-drive-of = Der Verlauf von { $title }, eine Zeile je Versuch
compare-from-to = Von { $from } zu { $to }
compare-no-common = Ein Spielzug und ein Plan: Ihre Dateien haben nichts gemeinsam.
compare-no-differences = Keine Unterschiede.
compare-at-the-end = Am Ende
compare-show-drive = { $title }: seinen Verlauf in den Diagrammen zeigen
compare-range = { $expected }  ({ $low } bis { $high })
compare-yards-hint = Yards wie erwartet; in Klammern, wohin 8 von 10 Durchläufen kommen. ✓: klar besser als jeder andere.
compare-trials-hint = Von hundert Durchläufen. Was klar besser ist, unterscheidet sich um mehr, als der Zufall wahrscheinlich macht.
compare-expected-hint = Wie erwartet, ohne Zufall. ✓: klar besser als jeder andere.
compare-better = , besser
compare-what-if-number = was wäre wenn { $number }
compare-what-if = was wäre wenn
compare-full = Vier stehen schon nebeneinander: Nehmen Sie erst einen heraus.
compare-other-model = Nur was auf demselben Betriebsmodell steht, lässt sich vergleichen.
compare-empty = Es hat nichts auszuführen.
compare-sheet-spot = Versuch für Versuch
compare-sheet-drive = Verlauf
compare-sheet-files = Unterschiede
compare-stale = wie zuletzt gelesen: Die Datei hat jetzt Fehler
compare-lost = Kontrolle verloren bei Versuch { $number }
compare-goal = am Ziel seit Versuch { $number }
compare-out-of-calls = alles gespielt bis Versuch { $number }

## Starting something new

starting-what-we-do = Was wir tun
starting-play-example = Etwa: Cloud-Hosting einkaufen
starting-who = Wer es tut
starting-our-team = Unser Team
starting-channels = Kanäle, die es berührt
starting-touches = Ob es { $channel } berührt: Leertaste oder { $key }
starting-in-the-way = Was im Weg steht
starting-channel-first = Wählen Sie erst einen Kanal.
starting-in-the-way-in = Im Weg in { $channel }
starting-in-the-way-example = Eine Regel, eine Gewohnheit, ein System
starting-up-down = Auf und Ab ändern, wie stark es ist
starting-strength-hint = Stärke { $likely }, zwischen { $low } und { $high } von 10: Ihre Einschätzung
starting-granted = Was wir voraussetzen
starting-granted-example = Etwa: Das Budget ist im April da. Darf leer bleiben.
starting-granted-else = Und was noch?
starting-granted-number = Was wir voraussetzen { $number }
starting-template = Vorlage
starting-copy-example = Wie die Kopie heißt
starting-copy-of = Eine Kopie von
starting-built-in = { $title }  ·  mitgeliefert
starting-copy-named = { $title } kopieren
starting-called = Wie es heißt
starting-model-example = Etwa: Unsere vier Kanäle
starting-model-about = Eine Kopie des Feldes, das Sie sehen, mit Kanälen und Regeln, zum Ändern.
starting-model-plan = Ein Plan geht zu ihm über, sobald alle seine Spielzüge darauf stehen.
starting-play-on-it = { $title } darauf spielen
starting-will-be = Es wird { $path }. Nichts wird geschrieben, bevor Sie speichern.
common-no-folder = Es gibt keinen Ordner für Ihre eigenen Spielzüge: Öffnen Sie erst einen.
starting-make-play = Spielzug anlegen
starting-make-plan = Plan anlegen
starting-make-model = Modell anlegen
starting-make-hint = Anlegen und zeigen (Strg+Eingabe)
starting-keys = Eingabe geht weiter, Esc behält die Antworten für später
starting-plan-example = Etwa: Die ersten zwei Jahre
starting-where = Wo jeder Kanal beginnt
    .hint = Yards von 100, von 0 bis 99
starting-call = { $title } ansagen
starting-no-play = Kein Spielzug steht auf diesem Betriebsmodell.
starting-nothing = Noch nichts.
starting-times-hint = Wie oft hintereinander, 1 bis 100
starting-times = Wie oft { $title }
starting-guided = Ein paar Fragen
starting-a-template = Eine Vorlage
starting-a-copy = Eine Kopie
starting-one-channel = Ein Team, ein Kanal
    .about = Ein Team drängt im ersten Kanal gegen eine Sache.
starting-open-ground = Freies Feld
    .about = Ein Team im ersten Kanal, dem noch nichts im Weg steht.
starting-every-channel-about = Ein Team in jedem Kanal, jedes mit etwas im Weg: Löschen Sie, was Sie nicht brauchen.
starting-holds-back = Was { $channel } aufhält
starting-assumption = Sagen Sie hier, was wahr sein muss, damit dies gelingt.
starting-ours = { $title } (unsere)
starting-say-name = Sagen Sie in ein paar Worten, wie es heißt.
starting-step = { $what }: { $title }
starting-play-it-on = Auf { $title } spielen
starting-model-gone = Das Betriebsmodell ist weg.
starting-choose-copy = Wählen Sie den Spielzug, von dem es eine Kopie sein soll.
starting-model-not-found = { $play } steht auf einem Betriebsmodell, das von hier aus nicht zu finden ist.
starting-choose-call = Wählen Sie mindestens einen Spielzug.
starting-not-there = { $stem } ist nicht mehr da.
starting-plan-summary = Spielt { $plays }.
starting-every-channel = Alle { $number } Kanäle

## What follows when channels come and go, and what speaks against it

channels-two = Ein Betriebsmodell hat mindestens zwei Kanäle.
common-has-errors = { $file } hat Fehler: Beheben Sie sie erst.
channels-none-such = Das Modell hat keinen solchen Kanal.
channels-remove = Kanal { $name } entfernen
channels-removed = { $name } gehört nicht mehr zum Modell. { $follows }
channels-rename-first = Benennen Sie erst die neuen Kanäle um, die es schon gibt.
channels-new = Neuer Kanal
channels-new-number = Neuer Kanal { $number }
channels-new-goal = Sagen Sie, wie „fertig“ aussieht.
channels-add = Kanal { $name } hinzufügen
channels-added = { $name } ist der letzte Kanal. Noch arbeitet niemand daran.
channels-added-start = { $news } Er beginnt bei Yard { $yards } in { $plans }.
channels-file-gone = Eine Datei ist weg.
channels-about-none = In { $play } geht es in „{ $assumption }“ um keinen Kanal mehr.
channels-start-goes = Wo er beginnt, verschwindet aus { $plan }.
channels-strikes-nothing-else = In { $plan } trifft { $name } sonst nichts: Entfernen Sie es erst.
channels-strikes-no-more = In { $plan } trifft { $name } ihn nicht mehr.
channels-more-reasons =
    { $count ->
        [one] Und es gibt noch einen Grund.
       *[other] Und es gibt noch { $number } Gründe.
    }
channels-still-there =
    { $count ->
        [one] In { $play } steht dort noch { $names }.
       *[other] In { $play } stehen dort noch { $names }.
    }
channels-effects-go =
    { $count ->
        [one] In { $play } entfällt eine Wirkung darauf.
       *[other] In { $play } entfallen { $count } Wirkungen darauf.
    }

## What was done to a file

editing-not-open = Die Datei ist nicht mehr geöffnet.
editing-undone = Rückgängig gemacht
editing-redone = Wiederholt
editing-gone-to = Gegangen zu
editing-did = { $what }: { $name }

## Mending a problem

fixing-no-problem = Dieses Problem gibt es nicht mehr.
fixing-no-fix = Es gibt keine Änderung, die dies sicher behebt.
fixing-gone = { $file } ist weg.
fixing-packed = Was in einer Webseite steht, lässt sich dort nicht ändern.
fixing-built-in = Was mit dem Programm kommt, lässt sich nicht ändern.
common-not-utf8 = { $file } ist kein UTF-8-Text: Speichern Sie die Datei erst in einem Editor so.
fixing-gone-read-again = { $file } ist weg. Lesen Sie die Dateien neu, um zu sehen, was da ist.
fixing-changed = { $file } wurde geändert, seit sie gelesen wurde. Lesen Sie die Dateien neu.
fixing-nothing = Die angebotene Änderung würde nichts ändern.
fixing-fixed = Behoben: { $fix }. Strg+Z nimmt es zurück.

## What is held by hand

hand-and-more = , und { $count } weitere
hand-nobody = Niemand drängt hier zurück, kommt dahinter oder läuft nach vorn

## What if

what-if-on = Was wäre wenn: Was Sie jetzt ändern, ändert das Ergebnis, nicht die Datei.
what-if-off-kept = Änderungen gehen wieder in die Datei. Das „Was wäre wenn“ ist noch da: K behält es, R verwirft es.
what-if-off = Änderungen gehen wieder in die Datei.
what-if-no-play = Auf dem Feld ist kein Spielzug.
what-if-undone-start = Rückgängig gemacht: wo wir anfangen
what-if-undone = Rückgängig gemacht: { $name }
what-if-nothing-to-keep = Nichts zu behalten: Wo wir anfangen, gehört zu keinem Spielzug. Ein Plan hat es.
what-if-keep-start = Behalten, wo der Plan anfängt
what-if-kept-but-start = In der Datei behalten, außer wo wir anfangen: Das gehört zu keinem Spielzug, ein Plan hat es.
what-if-kept = In der Datei behalten. Rückgängig nimmt es zurück.
what-if-play-errors = Die Datei des Spielzugs hat Fehler: Beheben Sie sie erst.

## Opening files

opening-show = Dies ist eine Vorführung: F5 führt sie vor. Ihr erster Spielzug ist auf dem Feld.
opening-refused = { $path } lässt sich nicht öffnen: { $error }.
opening-nothing = { $path } enthält nichts, was sich ausführen lässt.
opening-no-files = In { $path } sind keine Spielzug-Dateien.
opening-unreadable-now = { $path } lässt sich nicht mehr lesen: { $error }.
opening-unreadable = { $path } lässt sich nicht lesen: { $error }.
opening-laid-over-gone = Die Datei wurde geändert: Was über den Spielzug gelegt war, ist weg.
opening-model-errors = { $stem } lässt sich nicht zeigen: Sein Betriebsmodell hat Fehler.
opening-dialog = Einen Spielzug oder ein Playbook öffnen
opening-filter = Spielzug-Dateien

## A copy of one's own

owning-gone = Die Datei ist weg.
owning-nothing = Auf dem Feld ist nichts zu ändern.
owning-copy = { $name } kopieren
owning-copied = Mitgelieferte Spielzüge bleiben, wie sie sind. Dies ist Ihre eigene Kopie: { $path }. Strg+S speichert sie.
owning-copied-packed = Spielzüge in einer Webseite bleiben, wie sie sind. Dies ist Ihre eigene Kopie: { $path }. Strg+S speichert sie.
owning-ours = unsere
owning-ours-number = unsere { $number }
owning-unsaved = { $path } ist noch nicht gespeichert. Strg+S speichert sie.

## Another id for a channel

renaming-already = Er heißt schon { $id }.
renaming-step = Kanal { $from } umbenennen in { $to }
common-and = und
renaming-form = Eine Kennung besteht aus Kleinbuchstaben und Ziffern, Wörter verbunden durch einzelne Bindestriche.
renaming-no-model = Hier ist kein Betriebsmodell.
renaming-taken = Ein anderer Kanal heißt schon { $id }.
renaming-in-use = { $id } ist die Kennung von etwas in { $play }: Wählen Sie eine andere.
renaming-elsewhere = { $path } ist nicht dort, wo dieser Spielzug sein Betriebsmodell sucht.
renaming-still-read = { $path } wird noch gelesen: Versuchen Sie es noch einmal.
renaming-renamed =
    { $count ->
        [one] { $from } heißt jetzt { $to }, im Modell und in { $number } weiteren Datei.
       *[other] { $from } heißt jetzt { $to }, im Modell und in { $number } weiteren Dateien.
    }
renaming-not-changed = { $news } Nicht geändert, weil es sich nicht lesen lässt: { $files }.

## Saving, and whose version is kept

saving-already = Alles ist schon gespeichert.
saving-saved = { $path } gespeichert
saving-saved-files = { $count } Dateien gespeichert
saving-name = { $path } kann nicht der Name einer Spielzug-Datei sein: Kleinbuchstaben, Ziffern und einzelne Bindestriche, und .ron am Ende.
saving-saved-opened = { $path } gespeichert und ihren Ordner geöffnet
saving-their-errors = Die Datei hat jetzt { $count } Fehler.
saving-your-errors = Ihre Fassung hat { $count } Fehler.
saving-other-kind = Es sind Dokumente verschiedener Art.
saving-same = Sie sagen dasselbe; Kommentare oder Anordnung unterscheiden sich.
saving-taken = Übernommen, wie es in der Datei ist. Rückgängig holt Ihre Fassung zurück.
saving-rescued = Hier ist Ihre ungespeicherte Arbeit an { $path }.
saving-not-kept-often = Ungespeicherte Arbeit lässt sich nicht für den nächsten Start aufheben: { $error }. Speichern Sie oft.
saving-not-kept-now = Ungespeicherte Arbeit lässt sich nicht für den nächsten Start aufheben: { $error }. Speichern Sie sie jetzt.

## Numbers and keys

# Numbers in running text; the count itself from eleven on
number-word =
    { $count ->
        [0] keinen
        [1] einer
        [2] zwei
        [3] drei
        [4] vier
        [5] fünf
        [6] sechs
        [7] sieben
        [8] acht
        [9] neun
        [10] zehn
       *[other] { $count }
    }
key-control = Strg
key-command = Cmd
key-alt = Alt
key-shift = Umschalt
key-left = Links
key-right = Rechts
key-up = Auf
key-down = Ab
key-page-up = Bild auf
key-page-down = Bild ab
key-escape = Esc
key-space = Leertaste
key-enter = Eingabe
key-home = Pos1
key-end = Ende
key-delete = Entf

## Boards for the room

board-row-less = Ein Yard weniger: { $name }
board-row-more = Ein Yard mehr: { $name }

board-guess = Wie viele Yards?
board-guess-keys = Ziffern, dann Eingabe: der nächste Kanal. Tab: die nächste Gruppe. Esc: fertig.
# Of a group, after its name and a colon
board-guess-done = hat geschätzt
board-guess-field = Schätzung für { $channel }, in Yards

board-outcome = Geschätzt und erreicht
board-outcome-keys = Unter jeder Schätzung: Yards zu viel (+) oder zu wenig (−). Esc: fertig.
board-outcome-nobody = Niemand hat geschätzt, bevor dies ausgeführt wurde. Drücken Sie C bei einem Schritt vor seinem Ende, dann kann der Raum es.
# Above a column of numbers, with room for about ten letters
board-outcome-came-to = erreicht
board-outcome-result = { $channel } kam auf { $yards }.
board-outcome-guessed = { $channel } kam auf { $yards }; { $guesses }.
board-outcome-guess = { $group } schätzte { $yards }

board-fronts = Wie weit sind wir gekommen?
board-fronts-keys = Ziffern, oder Links und Rechts (Umschalt: um 5). Eingabe: der nächste Kanal. Esc: fertig.
board-fronts-none = Es gibt keine Kanäle, deren Stand zu sagen wäre: Diese Vorführung führt nichts aus.
board-fronts-field = Wo { $channel } heute steht, in Yards

board-groups = Wer ist im Raum?
board-groups-keys = Namen mit Kommas dazwischen, höchstens sechs. Eingabe: fertig. Esc: wie zuvor.
board-groups-field = Namen der Gruppen
board-groups-example = Tisch 1, Tisch 2, Tisch 3
board-groups-none = Ohne Namen schätzt der Raum gemeinsam und sagt gemeinsam an.
board-groups-too-many =
    { $count ->
        [one] Ein Name mehr, als es Gruppen geben kann, ist weggelassen.
       *[other] { $count } Namen mehr, als es Gruppen geben kann, sind weggelassen.
    }

board-calls-keys = Zahlen sagen einen Spielzug an, die Rücktaste nimmt ihn zurück. Eingabe: die nächste Gruppe. R: zeigen, was alle angesagt haben.
board-calls-keys-shown = R: wieder verbergen. Eingabe: die nächste Gruppe.
board-calls-none-here = Bei diesem Schritt wird nichts angesagt.
board-calls-plays = Zur Auswahl
board-calls-call = { $play } ansagen
board-calls-made = { $calls } von { $of } angesagt
board-calls-left =
    { $count ->
        [0] Alles ist angesagt.
        [one] Noch eine Ansage.
       *[other] Noch { $count } Ansagen.
    }
board-calls-organisation = Ganze Organisation
board-calls-alone = Allein voraus
board-calls-yards =
    { $yards ->
        [one] { $yards } Yard
       *[other] { $yards } Yards
    }
board-calls-take-back = Die letzte zurücknehmen
board-calls-reveal = Zeigen, was alle angesagt haben
board-called-hide = Wieder verbergen
board-called-nothing = Noch nichts angesagt
board-called-best = am besten
board-called-result =
    { $yards ->
        [one] { $group }: { $plays }. Ganze Organisation { $spot }, allein voraus { $yards } Yard.
       *[other] { $group }: { $plays }. Ganze Organisation { $spot }, allein voraus { $yards } Yards.
    }
board-chart = Die ganze Organisation nach jeder Ansage, eine Linie für jede Gruppe
board-chart-today = heute

board-argue = Was würde Ihre Meinung ändern?
board-argue-keys = Zahlen oder Leertaste schalten. Links und Rechts ziehen an einer Stärke, Tab wechselt das Ende. R: zurück zur Datei.
board-argue-back = Zurück zur Datei
board-argue-unchanged = Noch ist nichts geändert.
board-argue-organisation = Ganze Organisation
board-argue-nothing = Auf dem Feld ist nichts, worüber sich streiten ließe.
board-argue-if-not = Wenn nicht: { $change }
board-argue-if-held = Wenn es zuträfe: { $change }
board-argue-at-least = Mindestens, { $number }: { $change }
board-argue-at-likeliest = Am wahrscheinlichsten, { $number }: { $change }
board-argue-at-most = Höchstens, { $number }: { $change }
board-argue-weaker = Schwächer
board-argue-stronger = Stärker
board-strength-low = Mindestens
board-strength-likely = Wahrscheinlich
board-strength-high = Höchstens
board-strength-low-of = { $name }, mindestens
board-strength-likely-of = { $name }, wahrscheinlich
board-strength-high-of = { $name }, höchstens

board-written-argument = Was wurde gesagt?
board-written-argument-field = Ein Argument
board-written-argument-example = Was jemand meint, in einem Satz
board-written-decision = Was entscheiden wir?
board-written-decision-field = Eine Entscheidung
board-written-decision-example = Was wir tun werden, in einem Satz
board-written-keys = Eingabe: aufschreiben. Umschalt+Eingabe: eine neue Zeile. Esc: fertig.
board-written-none = Noch ist nichts aufgeschrieben.
board-written-take-back = Zurücknehmen
board-written-take-back-this = Zurücknehmen: { $words }

board-timer = Wie viel Zeit?
board-timer-keys = Ziffern für Minuten, dann Eingabe. T beendet es wieder.
board-timer-field = Zahl der Minuten
# Behind the number
board-timer-unit = Minuten
board-timer-less = Eine Minute weniger
board-timer-more = Eine Minute mehr
board-timer-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
board-timer-start = Starten

board-record = Behalten, was gesagt wurde
board-record-keys = Eingabe: speichern. Esc: jetzt nicht.
board-record-field = Name des Protokolls
board-record-save = Speichern
board-record-nothing = Bisher wurde nichts geschätzt, gestritten oder entschieden.
board-record-no-folder = Es gibt keinen Ordner für Ihre eigenen Dateien: Öffnen Sie erst einen.
board-record-path = Es wird gespeichert als { $path }
# The parts are the following, with commas and an "and" between them
board-record-holds = Darin: { $parts }.
board-record-placed =
    { $count ->
        [one] der Stand von { $count } Kanal
       *[other] der Stand von { $count } Kanälen
    }
board-record-guesses =
    { $count ->
        [one] { $count } Schätzung
       *[other] { $count } Schätzungen
    }
board-record-switched =
    { $count ->
        [one] { $count } geschaltete Annahme
       *[other] { $count } geschaltete Annahmen
    }
board-record-judged =
    { $count ->
        [one] { $count } anders eingeschätzte Stärke
       *[other] { $count } anders eingeschätzte Stärken
    }
board-record-called =
    { $count ->
        [one] die Ansagen von { $count } Gruppe
       *[other] die Ansagen von { $count } Gruppen
    }
board-record-arguments =
    { $count ->
        [one] { $count } Argument
       *[other] { $count } Argumente
    }
board-record-decisions =
    { $count ->
        [one] { $count } Entscheidung
       *[other] { $count } Entscheidungen
    }
