<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AnalysisThread</name>
  <message>
   <source>The graphics card failed, and the run goes on on the processor: slower, with the same results. Close other programs that use the card, or restart the computer, before the next large run. The card said: %s</source>
   <translation>Die Grafikkarte ist ausgefallen; der Lauf geht auf dem Prozessor weiter: langsamer, mit denselben Ergebnissen. Schließen Sie andere Programme, die die Karte benutzen, oder starten Sie den Rechner neu, bevor der nächste große Lauf beginnt. Die Karte meldete: %s</translation>
  </message>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>Das Ergebnisbuch war beschädigt; es bleibt als %s erhalten, und ein neues beginnt.</translation>
  </message>
  <message>
   <source>The run is on the processor: slower, with the same results. The graphics card could not be started: there is none, or its driver or a library of CUDA is missing.</source>
   <translation>Der Lauf geht auf dem Prozessor: langsamer, mit denselben Ergebnissen. Die Grafikkarte ließ sich nicht starten: es gibt keine, oder ihr Treiber oder eine Bibliothek von CUDA fehlt.</translation>
  </message>
 </context>
 <context>
  <name>CellModel</name>
  <message>
   <source>{field}, cell {number}: suspicion {suspicion}</source>
   <translation>{field}, Zelle {number}: Verdacht {suspicion}</translation>
  </message>
 </context>
 <context>
  <name>ControlPanel</name>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>Jetzt prüfen</translation>
  </message>
  <message>
   <source>Choose the control folder</source>
   <translation>Kontrollordner wählen</translation>
  </message>
  <message>
   <source>Choose the folder into which you take the same control slide every morning, five fields or more. Checked before patient slides, it shows a change of stain, focus, light or of this program first.</source>
   <translation>Wählen Sie den Ordner, in den Sie jeden Morgen denselben Kontroll-Objektträger aufnehmen, mindestens fünf Gesichtsfelder. Vor den Objektträgern der Patienten geprüft, zeigt er eine Änderung von Färbung, Schärfe, Licht oder dieses Programms zuerst.</translation>
  </message>
  <message>
   <source>Control folder…</source>
   <translation>Kontrollordner…</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Tageskontrolle</translation>
  </message>
  <message>
   <source>Daily control: %s</source>
   <translation>Tageskontrolle: %s</translation>
  </message>
  <message>
   <source>Domain distance</source>
   <translation>Bereichsabstand</translation>
  </message>
  <message>
   <source>Focus</source>
   <translation>Schärfe</translation>
  </message>
  <message>
   <source>In control at %s.</source>
   <translation>Unter Kontrolle am %s.</translation>
  </message>
  <message>
   <source>No control folder is chosen.</source>
   <translation>Kein Kontrollordner gewählt.</translation>
  </message>
  <message>
   <source>Not checked since the baseline. Check before you run patient slides.</source>
   <translation>Seit dem Ausgangswert nicht geprüft. Prüfen Sie, bevor Sie Objektträger von Patienten auswerten.</translation>
  </message>
  <message>
   <source>Out of control at %s. Do not run patient slides before the cause is found.</source>
   <translation>Außer Kontrolle am %s. Werten Sie keine Objektträger von Patienten aus, bevor die Ursache gefunden ist.</translation>
  </message>
  <message>
   <source>Red-cell diameter</source>
   <translation>Durchmesser der roten Zellen</translation>
  </message>
  <message>
   <source>Run it when all is well; five runs make the limits those between runs</source>
   <translation>Ausführen, wenn alles in Ordnung ist; nach fünf Läufen sind die Grenzen die zwischen Läufen</translation>
  </message>
  <message>
   <source>Running the control folder …</source>
   <translation>Der Kontrollordner wird geprüft …</translation>
  </message>
  <message>
   <source>Stain</source>
   <translation>Färbung</translation>
  </message>
  <message>
   <source>Suspicion</source>
   <translation>Verdacht</translation>
  </message>
  <message>
   <source>Take as baseline</source>
   <translation>Als Ausgangswert nehmen</translation>
  </message>
  <message>
   <source>The last check, at %s, is older than a day. Check before you run patient slides.</source>
   <translation>Die letzte Prüfung, am %s, ist älter als ein Tag. Prüfen Sie, bevor Sie Objektträger von Patienten auswerten.</translation>
  </message>
  <message>
   <source>The model is not there yet.</source>
   <translation>Das Modell ist noch nicht da.</translation>
  </message>
  <message>
   <source>There is no baseline with this model. Take one when all is well.</source>
   <translation>Mit diesem Modell gibt es keinen Ausgangswert. Nehmen Sie einen auf, wenn alles in Ordnung ist.</translation>
  </message>
  <message>
   <source>Uneven light</source>
   <translation>Ungleichmäßiges Licht</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Leukozytenartige Zellen</translation>
  </message>
  <message>
   <source>and %d more</source>
   <translation>und %d weitere</translation>
  </message>
 </context>
 <context>
  <name>CrashReport</name>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Etwas ist schiefgegangen</translation>
  </message>
  <message>
   <source>The details are in %s</source>
   <translation>Die Einzelheiten stehen in %s</translation>
  </message>
  <message>
   <source>The program met an error that it does not know. Results so far are kept in the ledger.</source>
   <translation>Das Programm ist auf einen Fehler gestoßen, den es nicht kennt. Die bisherigen Ergebnisse stehen im Ergebnisbuch.</translation>
  </message>
 </context>
 <context>
  <name>DisplayPanel</name>
  <message>
   <source>All colours</source>
   <translation>Alle Farben</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Display only</source>
   <translation>Nur Anzeige</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <source>Nuclear stain</source>
   <translation>Kernfärbung</translation>
  </message>
  <message>
   <source>Nuclear stain: what is left of the light after methylene blue alone</source>
   <translation>Kernfärbung: was nach Methylenblau allein vom Licht übrig ist</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>Rot</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Show everything as at the start</source>
   <translation>Alles wieder zeigen wie am Anfang</translation>
  </message>
  <message>
   <source>not seen by the model</source>
   <translation>das Modell sieht es nicht</translation>
  </message>
 </context>
 <context>
  <name>Divider</name>
  <message>
   <source>Line between original and processed</source>
   <translation>Linie zwischen Original und Verarbeitet</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Panels in one place</source>
   <translation>Tafeln am selben Ort</translation>
  </message>
 </context>
 <context>
  <name>DriftChart</name>
  <message>
   <source>%s SD</source>
   <translation>%s SD</translation>
  </message>
  <message>
   <source>Drift chart: %s</source>
   <translation>Verlauf: %s</translation>
  </message>
  <message>
   <source>SD: standard deviations between the runs of the baseline, or its fields</source>
   <translation>SD: Standardabweichungen zwischen den Läufen des Ausgangswerts oder zwischen dessen Feldern</translation>
  </message>
 </context>
 <context>
  <name>DropHint</name>
  <message numerus="yes">
   <source>Drop to open %n fields</source>
   <translation>
    <numerusform>Loslassen, um %n Gesichtsfeld zu öffnen</numerusform>
    <numerusform>Loslassen, um %n Gesichtsfelder zu öffnen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Drop to open %n slides</source>
   <translation>
    <numerusform>Loslassen, um %n Objektträger zu öffnen</numerusform>
    <numerusform>Loslassen, um %n Objektträger zu öffnen</numerusform>
   </translation>
  </message>
  <message>
   <source>Drop to open slide folders and fields</source>
   <translation>Loslassen, um Objektträger-Ordner und Gesichtsfelder zu öffnen</translation>
  </message>
  <message>
   <source>Drop to open the slide %s</source>
   <translation>Loslassen, um den Objektträger %s zu öffnen</translation>
  </message>
  <message>
   <source>Images are JPEG, PNG, TIFF, BMP and WebP.</source>
   <translation>Bilder sind JPEG, PNG, TIFF, BMP und WebP.</translation>
  </message>
  <message>
   <source>Neither a slide folder nor an image</source>
   <translation>Weder Objektträger-Ordner noch Bild</translation>
  </message>
  <message>
   <source>Nothing is analysed before you press Analyse. Your files are only read.</source>
   <translation>Ausgewertet wird erst, wenn Sie „Auswerten“ drücken. Ihre Dateien werden nur gelesen.</translation>
  </message>
 </context>
 <context>
  <name>EmptyResults</name>
  <message>
   <source>No results yet. Analyse this slide: F5</source>
   <translation>Noch keine Ergebnisse. Diesen Objektträger auswerten: F5</translation>
  </message>
  <message>
   <source>No results yet. Open a slide folder: Ctrl+Shift+O</source>
   <translation>Noch keine Ergebnisse. Einen Objektträger-Ordner öffnen: Strg+Umschalt+O</translation>
  </message>
  <message>
   <source>No row fits the filters and the search.</source>
   <translation>Keine Zeile passt zu den Filtern und der Suche.</translation>
  </message>
  <message>
   <source>The run is paused. Fields appear here when it goes on.</source>
   <translation>Der Lauf ist angehalten. Felder erscheinen hier, wenn er weitergeht.</translation>
  </message>
  <message>
   <source>The slide is being analysed. Its fields appear here as they are finished.</source>
   <translation>Der Objektträger wird ausgewertet. Seine Felder erscheinen hier, sobald sie fertig sind.</translation>
  </message>
  <message>
   <source>This slide waits for those before it. Its fields appear here as they are finished.</source>
   <translation>Dieser Objektträger wartet auf die vor ihm. Seine Felder erscheinen hier, sobald sie fertig sind.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Export to this folder</source>
   <translation>In diesen Ordner exportieren</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formate</translation>
  </message>
  <message>
   <source>Name a file and tick a format.</source>
   <translation>Eine Datei benennen und ein Format ankreuzen.</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Namen</translation>
  </message>
  <message>
   <source>Other folder…</source>
   <translation>Anderer Ordner…</translation>
  </message>
  <message>
   <source>Pseudonyms instead of the names of slides and files</source>
   <translation>Pseudonyme statt der Namen von Objektträgern und Dateien</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Replaces %s</source>
   <translation>Ersetzt %s</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>The same name has the same pseudonym in every report of this ledger. What is written in a picture stays.</source>
   <translation>Derselbe Name hat in jedem Bericht dieses Ergebnisbuchs dasselbe Pseudonym. Was in einem Bild geschrieben steht, bleibt.</translation>
  </message>
  <message>
   <source>There is no folder %s</source>
   <translation>Es gibt keinen Ordner %s</translation>
  </message>
  <message>
   <source>Writes %s</source>
   <translation>Schreibt %s</translation>
  </message>
  <message>
   <source>results</source>
   <translation>ergebnisse</translation>
  </message>
 </context>
 <context>
  <name>FieldModel</name>
  <message>
   <source>not analysed</source>
   <translation>nicht ausgewertet</translation>
  </message>
  <message>
   <source>reviewed: %s</source>
   <translation>durchgesehen: %s</translation>
  </message>
 </context>
 <context>
  <name>GalleryPanel</name>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Cells, the most suspicious first</source>
   <translation>Zellen, die verdächtigsten zuerst</translation>
  </message>
  <message>
   <source>Hidden while you read blind</source>
   <translation>Verborgen, solange Sie blind befunden</translation>
  </message>
  <message>
   <source>Open a slide to see its cells</source>
   <translation>Öffnen Sie einen Objektträger, um seine Zellen zu sehen</translation>
  </message>
  <message>
   <source>Suspicion: how much the field's odds against Benign fall without the cell</source>
   <translation>Verdacht: um wie viel die Chancen des Gesichtsfelds gegen Benign ohne die Zelle sinken</translation>
  </message>
  <message>
   <source>the first %d are shown</source>
   <translation>die ersten %d sind zu sehen</translation>
  </message>
  <message>
   <source>{cells} in {done} of {total} fields</source>
   <translation>{cells} in {done} von {total} Feldern</translation>
  </message>
 </context>
 <context>
  <name>HelpWindow</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vorwärts</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <source>Next place</source>
   <translation>Nächste Stelle</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Search the manual</source>
   <translation>Im Handbuch suchen</translation>
  </message>
 </context>
 <context>
  <name>ImageViewer</name>
  <message>
   <source>%s cannot be shown</source>
   <translation>%s kann nicht gezeigt werden</translation>
  </message>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>Calibrate by a known length…</source>
   <translation>Mit bekannter Länge kalibrieren…</translation>
  </message>
  <message>
   <source>Copy view</source>
   <translation>Ansicht kopieren</translation>
  </message>
  <message>
   <source>Copy view without overlays</source>
   <translation>Ansicht ohne Überlagerungen kopieren</translation>
  </message>
  <message>
   <source>Draw a line over a known length: two clicks or one drag. Esc ends it.</source>
   <translation>Ziehen Sie eine Linie über eine bekannte Länge: zwei Klicks oder einmal ziehen. Esc beendet.</translation>
  </message>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Einen Objektträger-Ordner hierher ziehen oder öffnen: Strg+Umschalt+O</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Forget calibration</source>
   <translation>Kalibrierung vergessen</translation>
  </message>
  <message>
   <source>Model input</source>
   <translation>Modelleingabe</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Kein Gesichtsfeld geöffnet</translation>
  </message>
  <message>
   <source>No recipe</source>
   <translation>Kein Rezept</translation>
  </message>
  <message>
   <source>Opening %s …</source>
   <translation>%s wird geöffnet …</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Original field</source>
   <translation>Originales Gesichtsfeld</translation>
  </message>
  <message>
   <source>Original, processed and model input</source>
   <translation>Original, verarbeitet und Modelleingabe</translation>
  </message>
  <message>
   <source>Overview when zoomed in</source>
   <translation>Übersicht bei Vergrößerung</translation>
  </message>
  <message>
   <source>PNG with overlays (*.png)</source>
   <translation>PNG mit Überlagerungen (*.png)</translation>
  </message>
  <message>
   <source>PNG without overlays (*.png)</source>
   <translation>PNG ohne Überlagerungen (*.png)</translation>
  </message>
  <message>
   <source>Processed</source>
   <translation>Verarbeitet</translation>
  </message>
  <message>
   <source>Processed field</source>
   <translation>Verarbeitetes Gesichtsfeld</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>Ansicht speichern</translation>
  </message>
  <message>
   <source>Save view…</source>
   <translation>Ansicht speichern…</translation>
  </message>
  <message>
   <source>Swipe original and processed</source>
   <translation>Original und Verarbeitet überblenden</translation>
  </message>
  <message>
   <source>View written to %s</source>
   <translation>Ansicht gespeichert in %s</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>beschädigte Datei</translation>
  </message>
  <message>
   <source>display adjusted</source>
   <translation>Anzeige angepasst</translation>
  </message>
  <message>
   <source>drawn</source>
   <translation>gezeichnet</translation>
  </message>
  <message>
   <source>preview</source>
   <translation>Vorschau</translation>
  </message>
 </context>
 <context>
  <name>LogDialog</name>
  <message>
   <source>Copy diagnostics</source>
   <translation>Diagnosedaten kopieren</translation>
  </message>
  <message>
   <source>Copy log</source>
   <translation>Protokoll kopieren</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Nothing went wrong so far: the log is empty.</source>
   <translation>Bisher ist nichts schiefgegangen: Das Protokoll ist leer.</translation>
  </message>
  <message>
   <source>The log may name your files. Diagnostics name no file, no folder and no slide.</source>
   <translation>Das Protokoll kann Ihre Dateien nennen. Die Diagnosedaten nennen weder Datei noch Ordner noch Objektträger.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>%s left</source>
   <translation>noch %s</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Aufbereitung</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>Results written to %s</source>
   <translation>Ergebnisse geschrieben nach %s</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Objektträger</translation>
  </message>
  <message>
   <source>There is nothing to export yet. Analyse a slide first: F5</source>
   <translation>Es gibt noch nichts zu exportieren. Werten Sie zuerst einen Objektträger aus: F5</translation>
  </message>
  <message>
   <source>fields/s</source>
   <translation>Felder/s</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>results</source>
   <translation>ergebnisse</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Belege für %s</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Keine Antwort</translation>
  </message>
  <message>
   <source>Prediction set: %s</source>
   <translation>Vorhersagemenge: %s</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>keine passt</translation>
  </message>
 </context>
 <context>
  <name>ModelChoice</name>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>The model that analyses</source>
   <translation>Das Modell, das auswertet</translation>
  </message>
 </context>
 <context>
  <name>ModelComparison</name>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Models to compare</source>
   <translation>Zu vergleichende Modelle</translation>
  </message>
  <message>
   <source>Open a field to compare what models say of it.</source>
   <translation>Öffnen Sie ein Gesichtsfeld, um zu vergleichen, was die Modelle dazu sagen.</translation>
  </message>
  <message>
   <source>Tick the models to compare.</source>
   <translation>Haken Sie die Modelle an, die verglichen werden sollen.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the field</source>
   <translation>Übersicht des Gesichtsfelds</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Page of the manual</source>
   <translation>Seite des Handbuchs</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>No command fits. Fewer letters find more.</source>
   <translation>Kein Befehl passt. Weniger Buchstaben finden mehr.</translation>
  </message>
  <message>
   <source>Search for a command</source>
   <translation>Einen Befehl suchen</translation>
  </message>
  <message>
   <source>Type what you want to do</source>
   <translation>Schreiben Sie, was Sie tun möchten</translation>
  </message>
 </context>
 <context>
  <name>PreprocessingPanel</name>
  <message>
   <source>Add %s</source>
   <translation>%s hinzufügen</translation>
  </message>
  <message>
   <source>Add step</source>
   <translation>Schritt hinzufügen</translation>
  </message>
  <message>
   <source>As the model was trained</source>
   <translation>Wie das Modell gelernt hat</translation>
  </message>
  <message>
   <source>As trained</source>
   <translation>Wie gelernt</translation>
  </message>
  <message>
   <source>Change %s</source>
   <translation>%s ändern</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>Move %s</source>
   <translation>%s verschieben</translation>
  </message>
  <message>
   <source>Move the chosen step down (Alt+Down)</source>
   <translation>Gewählten Schritt nach unten (Alt+Ab)</translation>
  </message>
  <message>
   <source>Move the chosen step up (Alt+Up)</source>
   <translation>Gewählten Schritt nach oben (Alt+Auf)</translation>
  </message>
  <message>
   <source>No model open</source>
   <translation>Kein Modell geöffnet</translation>
  </message>
  <message>
   <source>No steps: the field is only resized. Add one with Add step.</source>
   <translation>Keine Schritte: Das Gesichtsfeld wird nur in der Größe geändert. Mit „Schritt hinzufügen“ kommt einer dazu.</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Aufbereitung</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Vorgaben</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Redo (Ctrl+Y)</source>
   <translation>Wiederholen (Strg+Y)</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove %s</source>
   <translation>%s entfernen</translation>
  </message>
  <message>
   <source>Remove the chosen step (Delete)</source>
   <translation>Gewählten Schritt entfernen (Entf)</translation>
  </message>
  <message>
   <source>Switch off %s</source>
   <translation>%s ausschalten</translation>
  </message>
  <message>
   <source>Switch on %s</source>
   <translation>%s einschalten</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo (Ctrl+Z)</source>
   <translation>Rückgängig (Strg+Z)</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Auf</translation>
  </message>
  <message>
   <source>Use the recipe that the model was trained with</source>
   <translation>Das Rezept nehmen, mit dem das Modell gelernt hat</translation>
  </message>
  <message>
   <source>▲ Differs from the model's own: results say so</source>
   <translation>▲ Weicht vom Rezept des Modells ab: Die Ergebnisse sagen es</translation>
  </message>
 </context>
 <context>
  <name>PresetMenu</name>
  <message>
   <source>Delete preset</source>
   <translation>Vorgabe löschen</translation>
  </message>
  <message>
   <source>Export preset</source>
   <translation>Vorgabe exportieren</translation>
  </message>
  <message>
   <source>Export to file…</source>
   <translation>In Datei exportieren…</translation>
  </message>
  <message>
   <source>Import %s</source>
   <translation>%s importieren</translation>
  </message>
  <message>
   <source>Import from file…</source>
   <translation>Aus Datei importieren…</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>Vorgabe importieren</translation>
  </message>
  <message>
   <source>Name of the preset</source>
   <translation>Name der Vorgabe</translation>
  </message>
  <message>
   <source>No presets yet</source>
   <translation>Noch keine Vorgaben</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Vorgabe</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>Vorgaben (*.json)</translation>
  </message>
  <message>
   <source>Save as preset</source>
   <translation>Als Vorgabe speichern</translation>
  </message>
  <message>
   <source>Save as preset…</source>
   <translation>Als Vorgabe speichern…</translation>
  </message>
  <message>
   <source>Use preset %s</source>
   <translation>Vorgabe %s verwenden</translation>
  </message>
 </context>
 <context>
  <name>ReferenceDelegate</name>
  <message>
   <source>signed</source>
   <translation>abgezeichnet</translation>
  </message>
 </context>
 <context>
  <name>ReferenceModel</name>
  <message>
   <source>File not found</source>
   <translation>Datei nicht gefunden</translation>
  </message>
  <message>
   <source>No review holds any more</source>
   <translation>Keine Durchsicht gilt mehr</translation>
  </message>
  <message>
   <source>The slide is signed off</source>
   <translation>Der Objektträger ist abgezeichnet</translation>
  </message>
  <message>
   <source>cell %d</source>
   <translation>Zelle %d</translation>
  </message>
  <message>
   <source>field</source>
   <translation>Feld</translation>
  </message>
 </context>
 <context>
  <name>ReferencePanel</name>
  <message>
   <source>%d more are not shown</source>
   <translation>%d weitere werden nicht gezeigt</translation>
  </message>
  <message>
   <source>A click on a cell in Cells, or on its number in the result, marks it</source>
   <translation>Ein Klick auf eine Zelle unter Zellen oder auf ihre Nummer im Ergebnis markiert sie</translation>
  </message>
  <message>
   <source>Add marked cell</source>
   <translation>Markierte Zelle hinzufügen</translation>
  </message>
  <message>
   <source>Add this field</source>
   <translation>Dieses Feld hinzufügen</translation>
  </message>
  <message>
   <source>All classes</source>
   <translation>Alle Klassen</translation>
  </message>
  <message>
   <source>As large as in the viewer, in µm</source>
   <translation>So groß wie im Betrachter, in µm</translation>
  </message>
  <message>
   <source>As large as in the viewer, pixel for pixel</source>
   <translation>So groß wie im Betrachter, Pixel für Pixel</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Ausgewählte</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>No reference of this class yet.</source>
   <translation>Noch keine Referenz dieser Klasse.</translation>
  </message>
  <message>
   <source>No reference yet. Review a field, then add it here, or take one of those reviewed last.</source>
   <translation>Noch keine Referenz. Sehen Sie ein Feld durch und fügen Sie es hier hinzu, oder nehmen Sie eines der zuletzt durchgesehenen.</translation>
  </message>
  <message>
   <source>No reviewed field is known that is not a reference already.</source>
   <translation>Es ist kein durchgesehenes Feld bekannt, das nicht schon Referenz ist.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>References, the newest first</source>
   <translation>Referenzen, die neueste zuerst</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Reviewed last</source>
   <translation>Zuletzt durchgesehen</translation>
  </message>
  <message>
   <source>Take as reference</source>
   <translation>Als Referenz nehmen</translation>
  </message>
  <message>
   <source>The file was not found: %s. Open the folder in which it lies now.</source>
   <translation>Die Datei wurde nicht gefunden: %s. Öffnen Sie den Ordner, in dem sie jetzt liegt.</translation>
  </message>
  <message>
   <source>Which fields</source>
   <translation>Welche Felder</translation>
  </message>
 </context>
 <context>
  <name>ResultPanel</name>
  <message>
   <source>Analysed</source>
   <translation>Ausgewertet</translation>
  </message>
  <message>
   <source>Copy the file from its source again, or take the field once more; then analyse again (F5).</source>
   <translation>Kopieren Sie die Datei noch einmal von ihrer Quelle, oder nehmen Sie das Gesichtsfeld noch einmal auf; dann erneut auswerten (F5).</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Gesichtsfeld</translation>
  </message>
  <message>
   <source>In the model's domain</source>
   <translation>Im Modellbereich</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Not analysed</source>
   <translation>Nicht ausgewertet</translation>
  </message>
  <message>
   <source>Not analysed yet. Analyse the slide: F5</source>
   <translation>Noch nicht ausgewertet. Objektträger auswerten: F5</translation>
  </message>
  <message>
   <source>Not analysed yet: the run has not come to this field.</source>
   <translation>Noch nicht ausgewertet: der Lauf ist noch nicht bei diesem Feld.</translation>
  </message>
  <message>
   <source>Open a slide folder to see its fields and results here.</source>
   <translation>Öffnen Sie einen Objektträger-Ordner, um hier Gesichtsfelder und Ergebnisse zu sehen.</translation>
  </message>
  <message>
   <source>Other preprocessing</source>
   <translation>Andere Aufbereitung</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Vorhersagemenge</translation>
  </message>
  <message>
   <source>Ran on</source>
   <translation>Gelaufen auf</translation>
  </message>
  <message>
   <source>Recipe</source>
   <translation>Rezept</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Smear as in training</source>
   <translation>Ausstrich wie im Training</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>The recipe differs from the model's own.</source>
   <translation>Das Rezept weicht von dem des Modells ab.</translation>
  </message>
  <message>
   <source>as the model was trained</source>
   <translation>wie das Modell gelernt hat</translation>
  </message>
  <message>
   <source>differs from the model's own</source>
   <translation>weicht von dem des Modells ab</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>field {at} of {total}</source>
   <translation>Feld {at} von {total}</translation>
  </message>
  <message>
   <source>needs a look</source>
   <translation>ansehen</translation>
  </message>
  <message>
   <source>no ({score} of 1.00)</source>
   <translation>nein ({score} von 1.00)</translation>
  </message>
  <message>
   <source>none: no label fits</source>
   <translation>keine passt</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>in Ordnung</translation>
  </message>
  <message>
   <source>pre-classification</source>
   <translation>Vorklassifizierung</translation>
  </message>
  <message>
   <source>yes ({score} of 1.00)</source>
   <translation>ja ({score} von 1.00)</translation>
  </message>
 </context>
 <context>
  <name>ResultsModel</name>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Confidence %</source>
   <translation>Konfidenz %</translation>
  </message>
  <message>
   <source>Domain score</source>
   <translation>Bereichswert</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Gesichtsfeld</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Prediction set</source>
   <translation>Vorhersagemenge</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Durchsicht</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Objektträger</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>recipe differs from the model's own</source>
   <translation>Rezept weicht von dem des Modells ab</translation>
  </message>
 </context>
 <context>
  <name>ResultsTable</name>
  <message>
   <source>A filter below each heading</source>
   <translation>Ein Filter unter jeder Überschrift</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Alle Objektträger</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Zeilen kopieren</translation>
  </message>
  <message>
   <source>Export rows…</source>
   <translation>Zeilen exportieren…</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Gescheitert</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Not reviewed</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>Rows of every open slide, not of the chosen one alone</source>
   <translation>Zeilen aller geöffneten Objektträger, nicht nur des gewählten</translation>
  </message>
  <message>
   <source>Search  Ctrl+F</source>
   <translation>Suchen  Strg+F</translation>
  </message>
  <message>
   <source>Search in the results</source>
   <translation>In den Ergebnissen suchen</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <source>Suspicious</source>
   <translation>Verdächtig</translation>
  </message>
  <message>
   <source>Take every filter and the search away</source>
   <translation>Alle Filter und die Suche aufheben</translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>The ledger was damaged; it is kept as %s and a new one begins.</source>
   <translation>Das Ergebnisbuch war beschädigt; es bleibt als %s erhalten, und ein neues beginnt.</translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <source>Agreement…</source>
   <translation>Übereinstimmung…</translation>
  </message>
  <message>
   <source>Analyse a slide to review it: F5</source>
   <translation>Einen Objektträger auswerten, um ihn durchzusehen: F5</translation>
  </message>
  <message>
   <source>Every review carries this name</source>
   <translation>Jede Durchsicht trägt diesen Namen</translation>
  </message>
  <message>
   <source>Go on by itself after a review</source>
   <translation>Nach einer Durchsicht von selbst weitergehen</translation>
  </message>
  <message>
   <source>Hide what the program and the first reader say</source>
   <translation>Verbergen, was das Programm und der erste Befunder sagen</translation>
  </message>
  <message>
   <source>Next  N</source>
   <translation>Weiter  N</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Durchsicht</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Zeilen durchsehen…</translation>
  </message>
  <message>
   <source>Reviewed fields of the slide</source>
   <translation>Durchgesehene Felder des Objektträgers</translation>
  </message>
  <message>
   <source>Second reader (blind)</source>
   <translation>Zweiter Befunder (blind)</translation>
  </message>
  <message>
   <source>Sign off…</source>
   <translation>Abzeichnen…</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren…</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>Wer befundet?</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%s rows are left out: unreadable, signed off, or readers disagree.</source>
   <translation>%s Zeilen sind ausgelassen: unlesbar, abgezeichnet oder Befunder uneins.</translation>
  </message>
  <message>
   <source>Agreement…</source>
   <translation>Übereinstimmung…</translation>
  </message>
  <message>
   <source>Done again: %s</source>
   <translation>Wiederholt: %s</translation>
  </message>
  <message>
   <source>Every analysed field of this slide is reviewed.</source>
   <translation>Jedes ausgewertete Feld dieses Objektträgers ist durchgesehen.</translation>
  </message>
  <message>
   <source>Next field without review</source>
   <translation>Nächstes Feld ohne Durchsicht</translation>
  </message>
  <message>
   <source>No row that can be reviewed: analyse first, or unlock the slide.</source>
   <translation>Keine Zeile kann durchgesehen werden: Werten Sie zuerst aus, oder entsperren Sie den Objektträger.</translation>
  </message>
  <message>
   <source>Reasons…</source>
   <translation>Gründe…</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Review rows…</source>
   <translation>Zeilen durchsehen…</translation>
  </message>
  <message>
   <source>Review: %s</source>
   <translation>Durchsicht: %s</translation>
  </message>
  <message>
   <source>Sign off or unlock the slide…</source>
   <translation>Objektträger abzeichnen oder entsperren…</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}; unlock it to change its reviews.</source>
   <translation>Objektträger {slide} ist von {by} abgezeichnet; entsperren Sie ihn, um seine Durchsichten zu ändern.</translation>
  </message>
  <message>
   <source>Taken back: %s</source>
   <translation>Zurückgenommen: %s</translation>
  </message>
  <message>
   <source>This field could not be read. It can be set aside as {labels}.</source>
   <translation>Dieses Feld war nicht lesbar. Es lässt sich zurücklegen als {labels}.</translation>
  </message>
  <message>
   <source>This field has no result to review: analyse the slide first (F5).</source>
   <translation>Dieses Gesichtsfeld hat kein Ergebnis, das durchgesehen werden kann: Werten Sie zuerst den Objektträger aus (F5).</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Who is reading…</source>
   <translation>Wer befundet…</translation>
  </message>
  <message>
   <source>{label}, where the program says {program}: why?</source>
   <translation>{label}, wo das Programm {program} sagt: warum?</translation>
  </message>
 </context>
 <context>
  <name>SavedFilters</name>
  <message>
   <source>Saved</source>
   <translation>Gespeichert</translation>
  </message>
 </context>
 <context>
  <name>ScaleBar</name>
  <message>
   <source>Scale bar: %s</source>
   <translation>Maßstab: %s</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>%s lies in no folder that exists: choose another place</source>
   <translation>%s liegt in keinem Ordner, den es gibt: Wählen Sie einen anderen Ort</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Ergebnisbuch</translation>
  </message>
  <message>
   <source>Ledger (*.sqlite)</source>
   <translation>Ergebnisbuch (*.sqlite)</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>the one of this user</source>
   <translation>das dieses Benutzers</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>As it came</source>
   <translation>Wie geliefert</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <source>Commands and their keys</source>
   <translation>Befehle und ihre Tasten</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Neue Tasten</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>Keine Tasten</translation>
  </message>
  <message>
   <source>Press new keys:</source>
   <translation>Neue Tasten drücken:</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>Alle zurücksetzen</translation>
  </message>
  <message>
   <source>Search commands or keys</source>
   <translation>Befehle oder Tasten suchen</translation>
  </message>
 </context>
 <context>
  <name>SlideBrowser</name>
  <message>
   <source>Analyse failed fields again</source>
   <translation>Gescheiterte Felder erneut auswerten</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Objektträger schließen</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Gesichtsfelder</translation>
  </message>
  <message>
   <source>Fields of the slide</source>
   <translation>Gesichtsfelder des Objektträgers</translation>
  </message>
  <message>
   <source>Looking for fields …</source>
   <translation>Felder werden gesucht …</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>No slide open.
Drop slide folders anywhere in this window.</source>
   <translation>Kein Objektträger geöffnet.
Ziehen Sie Objektträger-Ordner irgendwo in dieses Fenster.</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Objektträger-Ordner öffnen</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Objektträger</translation>
  </message>
 </context>
 <context>
  <name>SlideModel</name>
  <message>
   <source>%s failed</source>
   <translation>%s gescheitert</translation>
  </message>
  <message>
   <source>%s fields</source>
   <translation>%s Felder</translation>
  </message>
  <message>
   <source>1 field</source>
   <translation>1 Feld</translation>
  </message>
  <message>
   <source>done · %s</source>
   <translation>fertig · %s</translation>
  </message>
  <message>
   <source>no suspicious field</source>
   <translation>kein verdächtiges Feld</translation>
  </message>
  <message>
   <source>paused · {done} of {total}</source>
   <translation>angehalten · {done} von {total}</translation>
  </message>
  <message>
   <source>queued · %s</source>
   <translation>wartet · %s</translation>
  </message>
  <message>
   <source>review required</source>
   <translation>Durchsicht nötig</translation>
  </message>
  <message>
   <source>stopped · {done} of {total}</source>
   <translation>gestoppt · {done} von {total}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>{done} of {total} analysed</source>
   <translation>{done} von {total} ausgewertet</translation>
  </message>
 </context>
 <context>
  <name>SlidePanel</name>
  <message>
   <source>Analysed</source>
   <translation>Ausgewertet</translation>
  </message>
  <message>
   <source>Benign is never released alone.</source>
   <translation>Benign wird nie ohne einen Menschen freigegeben.</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>No suspicious field</source>
   <translation>Kein verdächtiges Feld</translation>
  </message>
  <message>
   <source>Review required</source>
   <translation>Durchsicht nötig</translation>
  </message>
  <message>
   <source>Slide %s</source>
   <translation>Objektträger %s</translation>
  </message>
  <message>
   <source>Suspicious fields</source>
   <translation>Verdächtige Felder</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Unlesbar</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <source>%s MB memory</source>
   <translation>%s MB Speicher</translation>
  </message>
  <message numerus="yes">
   <source>CPU · %n threads</source>
   <translation>
    <numerusform>CPU · %n Thread</numerusform>
    <numerusform>CPU · %n Threads</numerusform>
   </translation>
  </message>
  <message>
   <source>Device: shown when a run starts</source>
   <translation>Gerät: erscheint, wenn ein Lauf beginnt</translation>
  </message>
  <message>
   <source>Memory that this program takes</source>
   <translation>Speicher, den dieses Programm belegt</translation>
  </message>
  <message>
   <source>Model refused</source>
   <translation>Modell abgelehnt</translation>
  </message>
  <message>
   <source>No model yet</source>
   <translation>Noch kein Modell</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>recipe differs</source>
   <translation>Rezept weicht ab</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>{model} · {size:.1f} MB · verified</source>
   <translation>{model} · {size:.1f} MB · geprüft</translation>
  </message>
 </context>
 <context>
  <name>StopQuestion</name>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Results so far are kept; analysing again goes on where this run stopped.</source>
   <translation>Die bisherigen Ergebnisse bleiben; erneutes Auswerten macht dort weiter, wo dieser Lauf endete.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop the analysis?</source>
   <translation>Auswertung beenden?</translation>
  </message>
 </context>
 <context>
  <name>Upkeep</name>
  <message>
   <source>Diagnostics are copied. They name no file, no folder and no slide.</source>
   <translation>Die Diagnosedaten sind kopiert. Sie nennen weder Datei noch Ordner noch Objektträger.</translation>
  </message>
  <message>
   <source>Model %s is verified and added. Choose it in the toolbar.</source>
   <translation>Modell %s ist geprüft und hinzugefügt. Wählen Sie es in der Werkzeugleiste.</translation>
  </message>
  <message>
   <source>Some kept thumbnails could not be deleted.</source>
   <translation>Einige aufbewahrte Vorschaubilder konnten nicht gelöscht werden.</translation>
  </message>
  <message>
   <source>The kept thumbnails are deleted.</source>
   <translation>Die aufbewahrten Vorschaubilder sind gelöscht.</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} von {total} Feldern ausgewertet</translation>
  </message>
 </context>
 <context>
  <name>WaitingViewer</name>
  <message>
   <source>Drop a slide folder here, or open one: Ctrl+Shift+O</source>
   <translation>Einen Objektträger-Ordner hierher ziehen oder öffnen: Strg+Umschalt+O</translation>
  </message>
  <message>
   <source>Loading …</source>
   <translation>Wird geladen …</translation>
  </message>
  <message>
   <source>No field open</source>
   <translation>Kein Gesichtsfeld geöffnet</translation>
  </message>
 </context>
 <context>
  <name>WorkspaceKeeper</name>
  <message>
   <source>Steps of the last session</source>
   <translation>Schritte der letzten Sitzung</translation>
  </message>
 </context>
 <context>
  <name>_Bar</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Drag to move this panel</source>
   <translation>Ziehen, um diese Tafel zu verschieben</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Ablösen</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Zurücksetzen</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>A model in a zip; it is verified before it is added</source>
   <translation>Ein Modell als Zip; es wird geprüft, bevor es hinzukommt</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Über das Programm</translation>
  </message>
  <message>
   <source>Add model from file…</source>
   <translation>Modell aus Datei hinzufügen…</translation>
  </message>
  <message>
   <source>Add model from folder…</source>
   <translation>Modell aus Ordner hinzufügen…</translation>
  </message>
  <message>
   <source>Analyse</source>
   <translation>Auswerten</translation>
  </message>
  <message>
   <source>Analyse every slide that is not analysed yet</source>
   <translation>Jeden Objektträger auswerten, der es noch nicht ist</translation>
  </message>
  <message>
   <source>Arrange panels</source>
   <translation>Tafeln anordnen</translation>
  </message>
  <message>
   <source>Cell outlines</source>
   <translation>Zellumrisse</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Objektträger schließen</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Befehle…</translation>
  </message>
  <message>
   <source>Copy diagnostics</source>
   <translation>Diagnosedaten kopieren</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Zeilen kopieren</translation>
  </message>
  <message>
   <source>Copy the selected rows for a spreadsheet (Ctrl+C in the table)</source>
   <translation>Die gewählten Zeilen für eine Tabellenkalkulation kopieren (Strg+C in der Tabelle)</translation>
  </message>
  <message>
   <source>Delete kept thumbnails</source>
   <translation>Aufbewahrte Vorschaubilder löschen</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>End after the field in hand; results stay</source>
   <translation>Nach dem laufenden Gesichtsfeld enden; Ergebnisse bleiben</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Evidence over the original too</source>
   <translation>Belege auch über dem Original</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>First field</source>
   <translation>Erstes Gesichtsfeld</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>It is verified before it is added</source>
   <translation>Es wird geprüft, bevor es hinzukommt</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Last field</source>
   <translation>Letztes Gesichtsfeld</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Manual</source>
   <translation>Handbuch</translation>
  </message>
  <message>
   <source>Manual as PDF</source>
   <translation>Handbuch als PDF</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Nächstes Gesichtsfeld</translation>
  </message>
  <message>
   <source>Next field that needs a look</source>
   <translation>Nächstes Feld, das angesehen werden muss</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Objektträger-Ordner öffnen</translation>
  </message>
  <message>
   <source>Open fields…</source>
   <translation>Gesichtsfelder öffnen…</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Open single image files</source>
   <translation>Einzelne Bilddateien öffnen</translation>
  </message>
  <message>
   <source>Outline and number the cells in the original</source>
   <translation>Die Zellen im Original umranden und nummerieren</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Previous field</source>
   <translation>Voriges Gesichtsfeld</translation>
  </message>
  <message>
   <source>Put every panel back in its first place and size</source>
   <translation>Jede Tafel wieder an ihren ersten Platz und auf ihre erste Größe</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Anordnung zurücksetzen</translation>
  </message>
  <message>
   <source>Rest after the field in hand, or go on</source>
   <translation>Nach dem laufenden Gesichtsfeld ruhen, oder weitermachen</translation>
  </message>
  <message>
   <source>Results stay in the ledger</source>
   <translation>Ergebnisse bleiben im Ergebnisbuch</translation>
  </message>
  <message>
   <source>Search all commands</source>
   <translation>Alle Befehle durchsuchen</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>Ergebnisse durchsuchen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <source>Show handles to move, float and close panels by</source>
   <translation>Griffe zeigen, um Tafeln zu verschieben, abzulösen und zu schließen</translation>
  </message>
  <message>
   <source>Show where the model's evidence lies</source>
   <translation>Zeigen, wo die Belege des Modells liegen</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Objektträger</translation>
  </message>
  <message>
   <source>Small pictures of large fields; they are made again when they are needed</source>
   <translation>Kleine Bilder großer Gesichtsfelder; sie entstehen neu, wenn sie gebraucht werden</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>The page that fits the part of the window you are in</source>
   <translation>Die Seite, die zu dem Teil des Fensters passt, in dem Sie sind</translation>
  </message>
  <message>
   <source>The whole manual in one file, for reading and printing</source>
   <translation>Das ganze Handbuch in einer Datei, zum Lesen und Drucken</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>Werkzeugleiste</translation>
  </message>
  <message>
   <source>Versions, settings and errors, without the name of any file</source>
   <translation>Versionen, Einstellungen und Fehler, ohne einen Dateinamen</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>What the program wrote down</source>
   <translation>Was das Programm notiert hat</translation>
  </message>
  <message>
   <source>Write the results to a file</source>
   <translation>Die Ergebnisse in eine Datei schreiben</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <source>The defaults are used until the file is mended.</source>
   <translation>Bis die Datei in Ordnung ist, gelten die Voreinstellungen.</translation>
  </message>
  <message>
   <source>The last session cannot be read and is not opened again: %s</source>
   <translation>Die letzte Sitzung ist nicht lesbar und wird nicht wieder geöffnet: %s</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>Choose a field with more white cells.</source>
   <translation>Wählen Sie ein Gesichtsfeld mit mehr weißen Zellen.</translation>
  </message>
  <message>
   <source>Focus again and take the field once more.</source>
   <translation>Neu scharfstellen und das Gesichtsfeld noch einmal aufnehmen.</translation>
  </message>
  <message>
   <source>For research use only. Not for use in diagnostic procedures.</source>
   <translation>Nur für Forschungszwecke. Nicht zur Verwendung in diagnostischen Verfahren.</translation>
  </message>
  <message>
   <source>Lower the lamp or the exposure and take the field once more.</source>
   <translation>Lampe oder Belichtung verringern und das Gesichtsfeld noch einmal aufnehmen.</translation>
  </message>
  <message>
   <source>Raise the lamp or the exposure and take the field once more.</source>
   <translation>Lampe oder Belichtung erhöhen und das Gesichtsfeld noch einmal aufnehmen.</translation>
  </message>
  <message>
   <source>Use the objective that the model was trained with.</source>
   <translation>Nehmen Sie das Objektiv, mit dem das Modell gelernt hat.</translation>
  </message>
  <message>
   <source>a field that could not be read cannot be a reference: there is nothing to compare with</source>
   <translation>ein Feld, das nicht gelesen werden konnte, kann keine Referenz sein: es gibt nichts zu vergleichen</translation>
  </message>
  <message>
   <source>a line before it was altered or removed</source>
   <translation>eine Zeile davor wurde verändert oder entfernt</translation>
  </message>
  <message>
   <source>a program died while it measured this field, and no other could be started to try it again: memory may be short</source>
   <translation>ein Programm ist beim Vermessen dieses Feldes abgestürzt, und kein anderes ließ sich für einen neuen Versuch starten: vielleicht ist der Speicher knapp</translation>
  </message>
  <message>
   <source>a reader's name has 1 to {0} characters</source>
   <translation>der Name eines Befunders hat 1 bis {0} Zeichen</translation>
  </message>
  <message>
   <source>cannot be read: {0}</source>
   <translation>nicht lesbar: {0}</translation>
  </message>
  <message>
   <source>damaged {0}: {1}</source>
   <translation>beschädigt ({0}): {1}</translation>
  </message>
  <message>
   <source>model {0}: it does not say what it is for</source>
   <translation>Modell {0}: Es sagt nicht, wofür es ist</translation>
  </message>
  <message>
   <source>model {0}: manifest.json is incomplete or malformed: {1}</source>
   <translation>Modell {0}: manifest.json ist unvollständig oder fehlerhaft: {1}</translation>
  </message>
  <message>
   <source>model {0}: {1} is not valid: {2}</source>
   <translation>Modell {0}: {1} ist nicht gültig: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} is refused: {2}</source>
   <translation>Modell {0}: {1} wird abgelehnt: {2}</translation>
  </message>
  <message>
   <source>model {0}: {1} was altered: its SHA-256 differs from the manifest's</source>
   <translation>Modell {0}: {1} wurde verändert: Die SHA-256 weicht von der im Manifest ab</translation>
  </message>
  <message>
   <source>no field of this slide was reviewed; there is nothing to sign</source>
   <translation>kein Gesichtsfeld dieses Objektträgers wurde durchgesehen; es gibt nichts abzuzeichnen</translation>
  </message>
  <message>
   <source>no model {0}; known models: {1}</source>
   <translation>kein Modell {0}; bekannte Modelle: {1}</translation>
  </message>
  <message>
   <source>no permission to read the file</source>
   <translation>keine Berechtigung, die Datei zu lesen</translation>
  </message>
  <message>
   <source>not a JPEG, PNG, TIFF, BMP or WebP image ({0})</source>
   <translation>kein Bild in JPEG, PNG, TIFF, BMP oder WebP ({0})</translation>
  </message>
  <message>
   <source>not a file but a folder, pipe or device</source>
   <translation>keine Datei, sondern ein Ordner, eine Pipe oder ein Gerät</translation>
  </message>
  <message>
   <source>not an image: only {0} bytes</source>
   <translation>kein Bild: nur {0} Bytes</translation>
  </message>
  <message>
   <source>not an image: the file holds text</source>
   <translation>kein Bild: Die Datei enthält Text</translation>
  </message>
  <message>
   <source>not enough memory for {0} x {1} pixels</source>
   <translation>nicht genug Speicher für {0} x {1} Pixel</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>on {0}, {1} before</source>
   <translation>auf {0}, vorher auf {1}</translation>
  </message>
  <message>
   <source>only a reviewed field can be a reference: say what it is first</source>
   <translation>nur ein durchgesehenes Feld kann Referenz sein: sagen Sie zuerst, was es ist</translation>
  </message>
  <message>
   <source>slide {0} is signed off by {1}; unlock it to change its reviews</source>
   <translation>Objektträger {0} ist von {1} abgezeichnet; entsperren Sie ihn, um Durchsichten zu ändern</translation>
  </message>
  <message>
   <source>the file has {0} GB; the limit is {1} GB</source>
   <translation>die Datei hat {0} GB; die Grenze liegt bei {1} GB</translation>
  </message>
  <message>
   <source>the file is empty (0 bytes)</source>
   <translation>die Datei ist leer (0 Bytes)</translation>
  </message>
  <message>
   <source>the file is gone</source>
   <translation>die Datei ist nicht mehr da</translation>
  </message>
  <message>
   <source>the link points to a file that is gone</source>
   <translation>die Verknüpfung zeigt auf eine Datei, die nicht mehr da ist</translation>
  </message>
  <message>
   <source>the model fails on this field: {0}</source>
   <translation>das Modell scheitert an diesem Gesichtsfeld: {0}</translation>
  </message>
  <message>
   <source>the model gave no usable numbers for this field</source>
   <translation>das Modell gab für dieses Gesichtsfeld keine brauchbaren Zahlen</translation>
  </message>
  <message>
   <source>there is a reader {0} already</source>
   <translation>einen Befunder {0} gibt es schon</translation>
  </message>
  <message>
   <source>this field was reviewed by the same reader elsewhere meanwhile; look at it again</source>
   <translation>dieses Feld wurde inzwischen vom selben Befunder anderswo durchgesehen; sehen Sie es noch einmal an</translation>
  </message>
  <message>
   <source>this is a reference already</source>
   <translation>das ist schon eine Referenz</translation>
  </message>
  <message>
   <source>this is no reference any more</source>
   <translation>das ist keine Referenz mehr</translation>
  </message>
  <message>
   <source>this is not the PIN of this reader</source>
   <translation>das ist nicht die PIN dieses Befunders</translation>
  </message>
  <message>
   <source>this slide is not signed off</source>
   <translation>dieser Objektträger ist nicht abgezeichnet</translation>
  </message>
  <message>
   <source>this slide is signed off already, by {0}</source>
   <translation>dieser Objektträger ist schon abgezeichnet, von {0}</translation>
  </message>
  <message>
   <source>truncated JPEG: the picture stops after {0} bytes</source>
   <translation>abgeschnittenes JPEG: Das Bild endet nach {0} Bytes</translation>
  </message>
  <message>
   <source>truncated or damaged JPEG: no picture in {0} bytes</source>
   <translation>abgeschnittenes oder beschädigtes JPEG: kein Bild in {0} Bytes</translation>
  </message>
  <message>
   <source>truncated or damaged PNG: no picture in {0} bytes</source>
   <translation>abgeschnittenes oder beschädigtes PNG: kein Bild in {0} Bytes</translation>
  </message>
  <message>
   <source>two programs died while they measured this field: it is damaged in a way that ends them, or memory is short</source>
   <translation>zwei Programme sind beim Vermessen dieses Feldes abgestürzt: es ist so beschädigt, dass es sie beendet, oder der Speicher ist knapp</translation>
  </message>
  <message>
   <source>two readers disagree on this field: it cannot be a reference</source>
   <translation>zwei Befunder sind sich bei diesem Feld uneinig: es kann keine Referenz sein</translation>
  </message>
  <message>
   <source>{0} differs by {1} in probability {2}</source>
   <translation>{0} weicht in der Wahrscheinlichkeit um {1} ab {2}</translation>
  </message>
  <message>
   <source>{0} is {1} SD from the baseline</source>
   <translation>{0} liegt {1} SD vom Ausgangswert entfernt</translation>
  </message>
  <message>
   <source>{0} is {1} {2}, and was {3}</source>
   <translation>{0} ist {1} {2} und war {3}</translation>
  </message>
  <message>
   <source>{0} x {1} pixels are {2} megapixels; the limit is {3}</source>
   <translation>{0} x {1} Pixel sind {2} Megapixel; die Grenze liegt bei {3}</translation>
  </message>
  <message>
   <source>{0}, and was {1} SD in the run before</source>
   <translation>{0}; im Lauf davor waren es {1} SD</translation>
  </message>
  <message>
   <source>{0}: a database of another program; name another file with --ledger</source>
   <translation>{0}: eine Datenbank eines anderen Programms; nennen Sie mit --ledger eine andere Datei</translation>
  </message>
  <message>
   <source>{0}: a report ends in one of {1}</source>
   <translation>{0}: Ein Bericht endet auf eines von {1}</translation>
  </message>
  <message>
   <source>{0}: a zip with one manifest.json is one model; this one has {1}</source>
   <translation>{0}: Ein Zip mit einer manifest.json ist ein Modell; dieses hat {1}</translation>
  </message>
  <message>
   <source>{0}: exists, is not this program's, and would be replaced; name another file</source>
   <translation>{0}: gibt es schon, gehört nicht diesem Programm und würde ersetzt; nennen Sie eine andere Datei</translation>
  </message>
  <message>
   <source>{0}: is in the way</source>
   <translation>{0}: ist im Weg</translation>
  </message>
  <message>
   <source>{0}: is not a file</source>
   <translation>{0}: ist keine Datei</translation>
  </message>
  <message>
   <source>{0}: line {1}: {2}</source>
   <translation>{0}: Zeile {1}: {2}</translation>
  </message>
  <message>
   <source>{0}: no JPEG, PNG, TIFF, BMP or WebP image in this folder</source>
   <translation>{0}: kein Bild in JPEG, PNG, TIFF, BMP oder WebP in diesem Ordner</translation>
  </message>
  <message>
   <source>{0}: no model folder: there is no manifest.json in it</source>
   <translation>{0}: kein Modellordner: Es ist keine manifest.json darin</translation>
  </message>
  <message>
   <source>{0}: no such folder</source>
   <translation>{0}: Diesen Ordner gibt es nicht</translation>
  </message>
  <message>
   <source>{0}: not a zip that can be read: {1}</source>
   <translation>{0}: kein lesbares Zip: {1}</translation>
  </message>
  <message>
   <source>{0}: not permitted to write here; is the file open in another program or the folder read-only?</source>
   <translation>{0}: Hier darf nicht geschrieben werden; ist die Datei in einem anderen Programm geöffnet oder der Ordner schreibgeschützt?</translation>
  </message>
  <message>
   <source>{0}: nothing matches</source>
   <translation>{0}: Nichts passt</translation>
  </message>
  <message>
   <source>{0}: the control was stopped</source>
   <translation>{0}: die Kontrolle wurde abgebrochen</translation>
  </message>
  <message>
   <source>{0}: the folder {1} does not exist</source>
   <translation>{0}: Den Ordner {1} gibt es nicht</translation>
  </message>
  <message>
   <source>{0}: written by a newer program (ledger version {1}); update this one</source>
   <translation>{0}: von einem neueren Programm geschrieben (Version {1} des Ergebnisbuchs); aktualisieren Sie dieses</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
  <message>
   <source>{0}: {1} fields are too few for a control; take at least {2}</source>
   <translation>{0}: {1} Felder sind zu wenige für eine Kontrolle; nehmen Sie mindestens {2}</translation>
  </message>
  <message>
   <source>{0}: {1}; can the folder be written? --ledger names another place</source>
   <translation>{0}: {1}; ist der Ordner beschreibbar? --ledger nennt einen anderen Ort</translation>
  </message>
 </context>
 <context>
  <name>errands</name>
  <message>
   <source>Without a ledger there are no pseudonyms: it keeps their key.</source>
   <translation>Ohne Ergebnisbuch keine Pseudonyme: Es verwahrt ihren Schlüssel.</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>No program here opens a PDF. The manual lies at %s</source>
   <translation>Kein Programm hier öffnet PDF. Das Handbuch liegt unter %s</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message>
   <source>Calibration</source>
   <translation>Kalibrierung</translation>
  </message>
  <message>
   <source>Close slide</source>
   <translation>Objektträger schließen</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Order of the rows</source>
   <translation>Reihenfolge der Zeilen</translation>
  </message>
  <message>
   <source>Order of the slides</source>
   <translation>Reihenfolge der Objektträger</translation>
  </message>
  <message>
   <source>Preprocessing</source>
   <translation>Aufbereitung</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Durchsicht</translation>
  </message>
  <message>
   <source>Saved filters</source>
   <translation>Gespeicherte Filter</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
 </context>
 <context>
  <name>insight</name>
  <message>
   <source>Evidence for %s</source>
   <translation>Belege für %s</translation>
  </message>
  <message>
   <source>Evidence: asking the model …</source>
   <translation>Belege: Das Modell wird gefragt …</translation>
  </message>
  <message>
   <source>No evidence</source>
   <translation>Keine Belege</translation>
  </message>
  <message>
   <source>No evidence for %s</source>
   <translation>Keine Belege für %s</translation>
  </message>
  <message>
   <source>The evidence cannot be shown: %s</source>
   <translation>Die Belege können nicht gezeigt werden: %s</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>%s has a meaning of its own in text, tables and panels.</source>
   <translation>%s hat in Text, Tabellen und Tafeln eine eigene Bedeutung.</translation>
  </message>
  <message>
   <source>%s is needed to move and choose in lists and panels.</source>
   <translation>%s wird gebraucht, um sich in Listen und Tafeln zu bewegen und zu wählen.</translation>
  </message>
  <message>
   <source>This is not a key that the program knows.</source>
   <translation>Diese Taste kennt das Programm nicht.</translation>
  </message>
  <message>
   <source>or</source>
   <translation>oder</translation>
  </message>
  <message>
   <source>{keys} belongs to “{command}”. Give that another key first.</source>
   <translation>{keys} gehört zu „{command}“. Geben Sie diesem zuerst eine andere Taste.</translation>
  </message>
 </context>
 <context>
  <name>measuring</name>
  <message>
   <source>Calibrate</source>
   <translation>Kalibrieren</translation>
  </message>
  <message>
   <source>The line is %.1f px long. Its length in µm:</source>
   <translation>Die Linie ist %.1f px lang. Ihre Länge in µm:</translation>
  </message>
 </context>
 <context>
  <name>panels</name>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Compare models</source>
   <translation>Modelle vergleichen</translation>
  </message>
  <message>
   <source>Daily control</source>
   <translation>Tageskontrolle</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Durchsicht</translation>
  </message>
 </context>
 <context>
  <name>parameters</name>
  <message>
   <source>Blueness</source>
   <translation>Blauanteil</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>Helligkeit</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Clip limit</source>
   <translation>Grenze</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Gamma</source>
   <translation>Gamma</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>Grau</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Rand</translation>
  </message>
  <message>
   <source>Min radius</source>
   <translation>Kleinster Radius</translation>
  </message>
  <message>
   <source>Outlines</source>
   <translation>Umrisse</translation>
  </message>
  <message>
   <source>Redness</source>
   <translation>Rotanteil</translation>
  </message>
  <message>
   <source>Sigma</source>
   <translation>Sigma</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Strength</source>
   <translation>Stärke</translation>
  </message>
  <message>
   <source>Tiles</source>
   <translation>Kacheln</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Oben</translation>
  </message>
 </context>
 <context>
  <name>questions</name>
  <message>
   <source>About</source>
   <translation>Über das Programm</translation>
  </message>
  <message>
   <source>Add a model</source>
   <translation>Modell hinzufügen</translation>
  </message>
  <message>
   <source>Export results</source>
   <translation>Ergebnisse exportieren</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Gesichtsfelder</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Open a slide folder</source>
   <translation>Objektträger-Ordner öffnen</translation>
  </message>
  <message>
   <source>Open fields</source>
   <translation>Gesichtsfelder öffnen</translation>
  </message>
  <message>
   <source>The program pre-classifies fields; a morphologist decides. Subtype is confirmed by immunophenotyping.</source>
   <translation>Das Programm klassifiziert Gesichtsfelder vor; ein Morphologe entscheidet. Der Subtyp wird durch Immunphänotypisierung bestätigt.</translation>
  </message>
 </context>
 <context>
  <name>recent</name>
  <message>
   <source>Clear this list</source>
   <translation>Diese Liste leeren</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Zuletzt geöffnete</translation>
  </message>
  <message>
   <source>Opened lately</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
 </context>
 <context>
  <name>results</name>
  <message>
   <source>A number or a range: &gt;90, &lt;=3, 10-20</source>
   <translation>Eine Zahl oder ein Bereich: &gt;90, &lt;=3, 10-20</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>As at the first start</source>
   <translation>Wie beim ersten Start</translation>
  </message>
  <message>
   <source>Choose rows in the table first.</source>
   <translation>Wählen Sie zuerst Zeilen in der Tabelle.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message numerus="yes">
   <source>Export %n rows</source>
   <translation>
    <numerusform>%n Zeile exportieren</numerusform>
    <numerusform>%n Zeilen exportieren</numerusform>
   </translation>
  </message>
  <message>
   <source>Filter %s</source>
   <translation>%s filtern</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Rows are exported as CSV or Excel.</source>
   <translation>Zeilen werden als CSV oder Excel exportiert.</translation>
  </message>
  <message>
   <source>Save this filter</source>
   <translation>Diesen Filter speichern</translation>
  </message>
  <message>
   <source>Save this filter…</source>
   <translation>Diesen Filter speichern…</translation>
  </message>
 </context>
 <context>
  <name>review</name>
  <message>
   <source>Agree</source>
   <translation>Zustimmen</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Übereinstimmung</translation>
  </message>
  <message>
   <source>All slides</source>
   <translation>Alle Objektträger</translation>
  </message>
  <message>
   <source>Artefact</source>
   <translation>Artefakt</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cohen's kappa (95 %)</source>
   <translation>Cohens Kappa (95 %)</translation>
  </message>
  <message>
   <source>Comment</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Every review carries the reader's name. A new name is added; a PIN is optional and stays on this computer.</source>
   <translation>Jede Durchsicht trägt den Namen des Befunders. Ein neuer Name wird hinzugefügt; eine PIN ist freiwillig und bleibt auf diesem Rechner.</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Gesichtsfelder</translation>
  </message>
  <message>
   <source>Fields by what the one and the other says</source>
   <translation>Felder nach dem, was der eine und der andere sagt</translation>
  </message>
  <message>
   <source>Fields on which readers disagree</source>
   <translation>Felder, bei denen die Befunder uneins sind</translation>
  </message>
  <message>
   <source>Fields on which readers disagree: %s. Enter goes to one.</source>
   <translation>Felder, bei denen die Befunder uneins sind: %s. Eingabe geht zu einem.</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No field on which two readers disagree.</source>
   <translation>Kein Gesichtsfeld, bei dem zwei Befunder uneins sind.</translation>
  </message>
  <message>
   <source>Not classed</source>
   <translation>Nicht klassifiziert</translation>
  </message>
  <message>
   <source>Nothing is reviewed yet.</source>
   <translation>Noch ist nichts durchgesehen.</translation>
  </message>
  <message>
   <source>One reason a line. Reasons that were given stay as they are.</source>
   <translation>Ein Grund je Zeile. Gründe, die schon angegeben wurden, bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Read</source>
   <translation>Gelesen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Gründe</translation>
  </message>
  <message>
   <source>Review %s fields</source>
   <translation>%s Felder durchsehen</translation>
  </message>
  <message>
   <source>Review rows</source>
   <translation>Zeilen durchsehen</translation>
  </message>
  <message>
   <source>Review taken back · {keys} keeps it again</source>
   <translation>Durchsicht zurückgenommen · {keys} stellt sie wieder her</translation>
  </message>
  <message>
   <source>Reviewed as {label} · {keys} takes that back</source>
   <translation>Durchgesehen als {label} · {keys} nimmt das zurück</translation>
  </message>
  <message>
   <source>Sign off</source>
   <translation>Abzeichnen</translation>
  </message>
  <message>
   <source>Signing locks every review of slide {slide}. The record will say: {reader}, now.</source>
   <translation>Das Abzeichnen sperrt jede Durchsicht des Objektträgers {slide}. Im Verzeichnis steht dann: {reader}, jetzt.</translation>
  </message>
  <message>
   <source>Slide</source>
   <translation>Objektträger</translation>
  </message>
  <message>
   <source>Slide {slide} is signed off by {by}. Unlocking is recorded; the sign-off stays in the record.</source>
   <translation>Objektträger {slide} ist von {by} abgezeichnet. Das Entsperren wird vermerkt; das Abzeichnen bleibt im Verzeichnis.</translation>
  </message>
  <message>
   <source>The interval takes fields for independent of each other. Fields of one slide are not: the true one is wider. A consensus is not counted: it was found together.</source>
   <translation>Das Intervall nimmt die Gesichtsfelder als unabhängig voneinander. Felder eines Objektträgers sind es nicht: Das wahre ist breiter. Ein Konsens zählt nicht: Er wurde gemeinsam gefunden.</translation>
  </message>
  <message>
   <source>The same review for %s fields, one entry each. It can be undone at once.</source>
   <translation>Dieselbe Durchsicht für %s Felder, ein Eintrag für jedes. Sie kann auf einmal rückgängig gemacht werden.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Unbestimmt</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Who is reading?</source>
   <translation>Wer befundet?</translation>
  </message>
  <message>
   <source>first reader</source>
   <translation>erster Befunder</translation>
  </message>
  <message>
   <source>none is asked for</source>
   <translation>keiner wird verlangt</translation>
  </message>
  <message>
   <source>none: one label only</source>
   <translation>keine: nur eine Klasse</translation>
  </message>
  <message>
   <source>not reviewed</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>freiwillig</translation>
  </message>
  <message>
   <source>program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>readers disagree</source>
   <translation>Befunder uneins</translation>
  </message>
  <message>
   <source>second reader</source>
   <translation>zweiter Befunder</translation>
  </message>
  <message>
   <source>{count} fields reviewed as {label} · {keys} takes that back</source>
   <translation>{count} Felder durchgesehen als {label} · {keys} nimmt das zurück</translation>
  </message>
  <message>
   <source>{slide}: rows are what the {one} says, columns the {other}</source>
   <translation>{slide}: in Zeilen {one}, in Spalten {other}</translation>
  </message>
 </context>
 <context>
  <name>settings_dialog</name>
  <message>
   <source>0 uses every core of the computer; fewer leave some for other programs. From the next run on.</source>
   <translation>0 nimmt jeden Kern des Rechners; weniger lassen anderen Programmen welche übrig. Ab dem nächsten Lauf.</translation>
  </message>
  <message>
   <source>A field whose confidence is lower needs a look. What is on the screen is judged again at once.</source>
   <translation>Ein Gesichtsfeld mit geringerer Konfidenz muss angesehen werden. Was auf dem Bildschirm steht, wird sofort neu beurteilt.</translation>
  </message>
  <message>
   <source>A graphics card is faster for large batches. From the next run on.</source>
   <translation>Eine Grafikkarte ist bei großen Mengen schneller. Ab dem nächsten Lauf.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Ask a person below this confidence</source>
   <translation>Unterhalb dieser Konfidenz einen Menschen fragen</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Fields analysed side by side</source>
   <translation>Gleichzeitig ausgewertete Gesichtsfelder</translation>
  </message>
  <message>
   <source>From the next start on.</source>
   <translation>Ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Larger images are refused before they are opened. From the next start on.</source>
   <translation>Größere Bilder werden abgelehnt, bevor sie geöffnet werden. Ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Largest field</source>
   <translation>Größtes Gesichtsfeld</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Ergebnisbuch</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>NVIDIA graphics card (CUDA)</source>
   <translation>NVIDIA-Grafikkarte (CUDA)</translation>
  </message>
  <message>
   <source>Processor (CPU)</source>
   <translation>Prozessor (CPU)</translation>
  </message>
  <message>
   <source>Sets miss the true label in 1 of 100 fields instead of 5; more fields have several labels and need a look.</source>
   <translation>Die Mengen verfehlen die wahre Klasse in 1 statt 5 von 100 Gesichtsfeldern; mehr Felder haben mehrere Klassen und müssen angesehen werden.</translation>
  </message>
  <message>
   <source>Stricter prediction sets</source>
   <translation>Strengere Vorhersagemengen</translation>
  </message>
  <message>
   <source>The fastest there is</source>
   <translation>Das Schnellste, was da ist</translation>
  </message>
  <message>
   <source>The file that keeps every result and every review. From the next run on.</source>
   <translation>Die Datei, die jedes Ergebnis und jede Durchsicht aufbewahrt. Ab dem nächsten Lauf.</translation>
  </message>
  <message>
   <source>Where the model runs</source>
   <translation>Wo das Modell läuft</translation>
  </message>
 </context>
 <context>
  <name>slide</name>
  <message numerus="yes">
   <source>%n differ from the pre-classification</source>
   <translation>
    <numerusform>%n weicht von der Vorklassifizierung ab</numerusform>
    <numerusform>%n weichen von der Vorklassifizierung ab</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields not reviewed</source>
   <translation>
    <numerusform>%n Feld nicht durchgesehen</numerusform>
    <numerusform>%n Felder nicht durchgesehen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields on which readers disagree</source>
   <translation>
    <numerusform>%n Feld, bei dem die Befunder uneins sind</numerusform>
    <numerusform>%n Felder, bei denen die Befunder uneins sind</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n fields unreadable</source>
   <translation>
    <numerusform>%n Feld unlesbar</numerusform>
    <numerusform>%n Felder unlesbar</numerusform>
   </translation>
  </message>
  <message>
   <source>Fields signed then that are not here: {count}.</source>
   <translation>Damals abgezeichnete Felder, die hier fehlen: {count}.</translation>
  </message>
  <message>
   <source>Fields that came later and are not part of it: {count}.</source>
   <translation>Später gekommene Felder, die nicht dazugehören: {count}.</translation>
  </message>
  <message>
   <source>No field was reviewed by a person.</source>
   <translation>Kein Gesichtsfeld wurde von einem Menschen durchgesehen.</translation>
  </message>
  <message>
   <source>No suspicious field; a person decides: Benign is never released alone.</source>
   <translation>Kein verdächtiges Feld; ein Mensch entscheidet: Benign wird nie ohne einen Menschen freigegeben.</translation>
  </message>
  <message>
   <source>Not signed off. Open: {items}.</source>
   <translation>Nicht abgezeichnet. Offen: {items}.</translation>
  </message>
  <message>
   <source>Review required.</source>
   <translation>Durchsicht nötig.</translation>
  </message>
  <message>
   <source>Signed off by {reader} on {when} UTC, open then: {items}.</source>
   <translation>Abgezeichnet von {reader} am {when} UTC, damals offen: {items}.</translation>
  </message>
  <message>
   <source>none differs from the pre-classification</source>
   <translation>keines weicht von der Vorklassifizierung ab</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>{count} suspicious ({labels})</source>
   <translation>{count} verdächtig ({labels})</translation>
  </message>
  <message>
   <source>{count} unreadable</source>
   <translation>{count} unlesbar</translation>
  </message>
  <message>
   <source>{count} with flags</source>
   <translation>{count} mit Hinweis</translation>
  </message>
  <message>
   <source>{done} of {total} fields analysed</source>
   <translation>{done} von {total} Feldern ausgewertet</translation>
  </message>
  <message>
   <source>{done} of {total} fields reviewed by a person</source>
   <translation>{done} von {total} Feldern von einem Menschen durchgesehen</translation>
  </message>
 </context>
 <context>
  <name>steps</name>
  <message>
   <source>Contrast (CLAHE)</source>
   <translation>Kontrast (CLAHE)</translation>
  </message>
  <message>
   <source>Cut the largest centred square and resize it to `size` x `size` pixels.</source>
   <translation>Das größte mittige Quadrat ausschneiden und auf die angegebene Größe in Pixeln bringen.</translation>
  </message>
  <message>
   <source>Equalise the lightness (L of LAB) in `tiles` x `tiles` tiles, limited to `clip_limit` (Zuiderveld 1994).</source>
   <translation>Die Helligkeit (L von LAB) in Kacheln ausgleichen, durch die Grenze beschränkt (Zuiderveld 1994).</translation>
  </message>
  <message>
   <source>Gaussian blur</source>
   <translation>Gaußscher Weichzeichner</translation>
  </message>
  <message>
   <source>Hide scale bar</source>
   <translation>Maßstabsbalken verdecken</translation>
  </message>
  <message>
   <source>Keep WBC-like cells, grown by `margin`, on white, so that neither background nor red cells can give the label away.</source>
   <translation>Leukozytenartige Zellen auf Weiß behalten, um den Rand vergrößert, damit weder Hintergrund noch rote Zellen die Klasse verraten können.</translation>
  </message>
  <message>
   <source>Keep cells only</source>
   <translation>Nur Zellen behalten</translation>
  </message>
  <message>
   <source>Keep pink, purple and blue pixels and paint the rest in one grey, black as in the seed project.</source>
   <translation>Rosa, violette und blaue Pixel behalten und den Rest in einem Grau malen, schwarz wie im Ausgangsprojekt.</translation>
  </message>
  <message>
   <source>Keep stained colours (LAB mask)</source>
   <translation>Gefärbtes behalten (LAB-Maske)</translation>
  </message>
  <message>
   <source>Paint the lower right corner, from the fractions `left` and `top` of the width and height, in one grey.</source>
   <translation>Die rechte untere Ecke, ab den Anteilen „Links“ und „Oben“ von Breite und Höhe, in einem Grau übermalen.</translation>
  </message>
  <message>
   <source>Scale each channel so that the channel means agree (Buchsbaum 1980), blended by `strength`.</source>
   <translation>Jeden Kanal so skalieren, dass die Mittelwerte übereinstimmen (Buchsbaum 1980), gemischt nach „Stärke“.</translation>
  </message>
  <message>
   <source>Smooth with a Gaussian of standard deviation `sigma` pixels.</source>
   <translation>Mit einer Gaußkurve der Standardabweichung „Sigma“ in Pixeln glätten.</translation>
  </message>
  <message>
   <source>Square crop and resize</source>
   <translation>Quadrat ausschneiden und skalieren</translation>
  </message>
  <message>
   <source>White balance (grey world)</source>
   <translation>Weißabgleich (graue Welt)</translation>
  </message>
 </context>
 <context>
  <name>view_menu</name>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Panels</source>
   <translation>Tafeln</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farben</translation>
  </message>
 </context>
 <context>
  <name>why</name>
  <message>
   <source>(%d at the border)</source>
   <translation>(%d am Rand)</translation>
  </message>
  <message>
   <source>(chance %s)</source>
   <translation>(Zufall %s)</translation>
  </message>
  <message>
   <source>Cell {number}: {drop}</source>
   <translation>Zelle {number}: {drop}</translation>
  </message>
  <message>
   <source>Cells that speak most</source>
   <translation>Wichtigste Zellen</translation>
  </message>
  <message>
   <source>Evidence inside cells</source>
   <translation>Belege in Zellen</translation>
  </message>
  <message>
   <source>WBC-like cells</source>
   <translation>Leukozytenartige Zellen</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>, </source>
   <translation>, </translation>
  </message>
  <message>
   <source>For trying the program out; nothing to do.</source>
   <translation>Zum Ausprobieren des Programms; nichts zu tun.</translation>
  </message>
  <message>
   <source>Look at the field yourself; the model is not sure.</source>
   <translation>Sehen Sie das Gesichtsfeld selbst an; das Modell ist nicht sicher.</translation>
  </message>
  <message>
   <source>More than one label fits. Decide between those of the prediction set.</source>
   <translation>Mehr als eine Klasse passt. Entscheiden Sie zwischen denen der Vorhersagemenge.</translation>
  </message>
  <message>
   <source>Parts of the picture may be invented. Copy the file from its source again.</source>
   <translation>Teile des Bildes können erfunden sein. Kopieren Sie die Datei noch einmal von ihrer Quelle.</translation>
  </message>
  <message>
   <source>The model has not seen such fields. Do not rely on it.</source>
   <translation>Das Modell hat solche Gesichtsfelder nie gesehen. Verlassen Sie sich nicht darauf.</translation>
  </message>
  <message>
   <source>Unidentified</source>
   <translation>Unbestimmt</translation>
  </message>
  <message>
   <source>ambiguous set</source>
   <translation>mehrdeutige Menge</translation>
  </message>
  <message>
   <source>blurred</source>
   <translation>unscharf</translation>
  </message>
  <message>
   <source>damaged file</source>
   <translation>beschädigte Datei</translation>
  </message>
  <message>
   <source>drawn, not a real field</source>
   <translation>gezeichnet, kein echtes Gesichtsfeld</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>few cells</source>
   <translation>wenige Zellen</translation>
  </message>
  <message>
   <source>low confidence</source>
   <translation>geringe Konfidenz</translation>
  </message>
  <message>
   <source>ok</source>
   <translation>in Ordnung</translation>
  </message>
  <message>
   <source>other magnification</source>
   <translation>andere Vergrößerung</translation>
  </message>
  <message>
   <source>over-exposed</source>
   <translation>überbelichtet</translation>
  </message>
  <message>
   <source>review</source>
   <translation>ansehen</translation>
  </message>
  <message>
   <source>under-exposed</source>
   <translation>unterbelichtet</translation>
  </message>
  <message>
   <source>unlike the training fields</source>
   <translation>anders als die Felder im Training</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds} s</source>
   <translation>{minutes} min {seconds} s</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
 </context>
</TS>
