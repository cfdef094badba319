<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>No sound in this clip.</source>
        <translation>Dieser Clip hat keinen Ton.</translation>
    </message>
    <message>
        <source>No activations: the audio network (CRNN) is missing.</source>
        <translation>Keine Aktivierungen: Das Audionetz (CRNN) fehlt.</translation>
    </message>
    <message>
        <source>To register one: tagscope-cli models import crnn FILE</source>
        <translation>So wird eines angemeldet: tagscope-cli models import crnn DATEI</translation>
    </message>
    <message>
        <source>No pictures in this clip.</source>
        <translation>Dieser Clip hat keine Bilder.</translation>
    </message>
    <message>
        <source>No key frames: AlexNet is missing.</source>
        <translation>Keine Schlüsselbilder: AlexNet fehlt.</translation>
    </message>
    <message>
        <source>To register it: tagscope-cli models import alexnet FILE</source>
        <translation>So wird es angemeldet: tagscope-cli models import alexnet DATEI</translation>
    </message>
    <message>
        <source>No objects: Inception-v4 is missing.</source>
        <translation>Keine Objekte: Inception-v4 fehlt.</translation>
    </message>
    <message>
        <source>To register it: tagscope-cli models import inception-v4 FILE</source>
        <translation>So wird es angemeldet: tagscope-cli models import inception-v4 DATEI</translation>
    </message>
    <message>
        <source>No video probabilities: word vectors are missing.</source>
        <translation>Keine Videowahrscheinlichkeiten: Die Wortvektoren fehlen.</translation>
    </message>
    <message>
        <source>To register them: tagscope-cli models import glove FILE</source>
        <translation>So werden sie angemeldet: tagscope-cli models import glove DATEI</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>loading models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>making media</source>
        <translation>Medien werden erzeugt</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Hashing</source>
        <translation>Prüfsumme wird berechnet</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no audio track.</source>
        <translation>Es gibt keine Tonspur.</translation>
    </message>
    <message>
        <source>There is no video track.</source>
        <translation>Es gibt keine Videospur.</translation>
    </message>
    <message>
        <source>The audio track cannot be decoded.</source>
        <translation>Die Tonspur kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The video track cannot be decoded.</source>
        <translation>Die Videospur kann nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>There are %1 audio tracks; the first that can be decoded is used.</source>
        <translation>Es gibt %1 Tonspuren; verwendet wird die erste, die sich dekodieren lässt.</translation>
    </message>
    <message>
        <source>There are %1 video tracks; the first that can be decoded is used.</source>
        <translation>Es gibt %1 Videospuren; verwendet wird die erste, die sich dekodieren lässt.</translation>
    </message>
    <message>
        <source>This is a still image.</source>
        <translation>Dies ist ein Standbild.</translation>
    </message>
    <message>
        <source>Its cover picture is not taken for video.</source>
        <translation>Sein Titelbild wird nicht als Video gewertet.</translation>
    </message>
    <message>
        <source>The file does not say how long it is.</source>
        <translation>Die Datei gibt ihre Länge nicht an.</translation>
    </message>
    <message>
        <source>Its duration is estimated from the size of the file.</source>
        <translation>Die Dauer ist aus der Dateigröße geschätzt.</translation>
    </message>
    <message>
        <source>%1 has no sound here; its tags come from the pictures alone.</source>
        <translation>%1 hat hier keinen Ton; die Schlagwörter stammen allein aus den Bildern.</translation>
    </message>
    <message>
        <source>%1 has no pictures here; its tags come from the sound alone.</source>
        <translation>%1 hat hier keine Bilder; die Schlagwörter stammen allein aus dem Ton.</translation>
    </message>
    <message>
        <source>No %1 registered. %2</source>
        <translation>%1 ist nicht angemeldet. %2</translation>
    </message>
    <message>
        <source>%1 is untrained (%2): what follows from it means nothing.</source>
        <translation>%1 ist untrainiert (%2): Was daraus folgt, ist ohne Bedeutung.</translation>
    </message>
    <message>
        <source>Demo models in use: %1, made by Tagscope for its demo project; what they say of other media means little.</source>
        <translation>Demo-Modelle in Gebrauch: %1, von Tagscope für sein Demoprojekt erzeugt; was sie über andere Medien sagen, bedeutet wenig.</translation>
    </message>
    <message>
        <source>The demo models were not found in %1. Reinstall Tagscope, or import models: tagscope-cli models list says how.</source>
        <translation>Die Demo-Modelle wurden in %1 nicht gefunden. Installieren Sie Tagscope neu oder importieren Sie Modelle: tagscope-cli models list sagt, wie.</translation>
    </message>
    <message>
        <source>%1 does not exist, or its directory cannot be entered.</source>
        <translation>%1 gibt es nicht, oder das Verzeichnis ist nicht zugänglich.</translation>
    </message>
    <message>
        <source>%1 is a directory; name a file.</source>
        <translation>%1 ist ein Verzeichnis; nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file (a device or a pipe).</source>
        <translation>%1 ist keine gewöhnliche Datei (sondern ein Gerät oder eine Pipe).</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 holds neither sound nor pictures at %2.</source>
        <translation>%1 enthält bei %2 weder Ton noch Bilder.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Is the disk full?</source>
        <translation>%1 kann nicht geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be replaced.</source>
        <translation>%1 kann nicht ersetzt werden.</translation>
    </message>
    <message>
        <source>%1 could not be written completely. Is the disk full?</source>
        <translation>%1 konnte nicht vollständig geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>The directory of %1 cannot be made.</source>
        <translation>Das Verzeichnis von %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>Der Ordner von %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 is not a Tagscope project.</source>
        <translation>%1 ist kein Tagscope-Projekt.</translation>
    </message>
    <message>
        <source>%1 is write-protected. Open it for reading only.</source>
        <translation>%1 ist schreibgeschützt. Öffnen Sie es nur zum Lesen.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>%1 is of a newer version of Tagscope.</source>
        <translation>%1 stammt aus einer neueren Version von Tagscope.</translation>
    </message>
    <message>
        <source>The media directory %1 does not exist.</source>
        <translation>Das Medienverzeichnis %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to open %1.</source>
        <translation>Der Speicher reicht nicht, um %1 zu öffnen.</translation>
    </message>
    <message>
        <source>There is not enough memory to write %1.</source>
        <translation>Der Speicher reicht nicht, um %1 zu schreiben.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode pictures.</source>
        <translation>Der Speicher reicht nicht, um Bilder zu dekodieren.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode sound.</source>
        <translation>Der Speicher reicht nicht, um Ton zu dekodieren.</translation>
    </message>
    <message>
        <source>There are no clips to train on.</source>
        <translation>Es gibt keine Clips zum Trainieren.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export the table…</source>
        <translation>Tabelle &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Export the figure…</source>
        <translation>Abbildung &amp;exportieren …</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>A clip is listened to and looked at. Each branch gives every sound event a probability; the two are weighed, and where the result reaches the event&apos;s threshold the clip is tagged.</source>
        <translation>Ein Clip wird angehört und angesehen. Jeder Zweig gibt jedem Schallereignis eine Wahrscheinlichkeit; beide werden gewichtet, und wo das Ergebnis die Schwelle des Ereignisses erreicht, wird der Clip verschlagwortet.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The clip&apos;s pictures, and the key frames (K1, K2 …) that were chosen to represent them. The band says which key frame stands for which pictures; point at one to see its share.</source>
        <translation>Die Bilder des Clips und die Schlüsselbilder (K1, K2 …), die sie vertreten. Das Band zeigt, welches Schlüsselbild für welche Bilder steht; zeigen Sie auf eines, um seinen Anteil zu sehen.</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>The mel bands that the audio network sees, in decibels. Hatched: the sound has ended and silence was added.</source>
        <translation>Die Mel-Bänder, die das Audionetz sieht, in Dezibel. Schraffiert: Der Ton ist zu Ende, und es wurde Stille angefügt.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>The audio network&apos;s probability of each event in each tenth of a second. The diamond is the largest one, which is the event&apos;s audio probability a.</source>
        <translation>Die Wahrscheinlichkeit, die das Audionetz jedem Ereignis in jeder Zehntelsekunde gibt. Die Raute ist die größte; sie ist die Audiowahrscheinlichkeit a des Ereignisses.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>p = (1 − w) · a + w · v. Choose an event to frame its row and to mark its largest activation in all tracks. A dash stands for a number that is not there; point at it for the reason.</source>
        <translation>p = (1 − w) · a + w · v. Wählen Sie ein Ereignis, um seine Zeile einzurahmen und seine größte Aktivierung in allen Spuren zu markieren. Ein Strich steht für eine Zahl, die es nicht gibt; zeigen Sie darauf, um den Grund zu erfahren.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>A project holds clips, their weak labels and splits. The clip that is chosen is analysed before all others. The demo project makes its own recordings, in the background; what its models say of other recordings means little.</source>
        <translation>Ein Projekt enthält Clips, ihre schwachen Labels und Teilmengen. Der gewählte Clip wird vor allen anderen analysiert. Das Demoprojekt erzeugt seine Aufnahmen selbst, im Hintergrund; was seine Modelle über andere Aufnahmen sagen, bedeutet wenig.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are drawn over one another; a double click on a chart shows it alone, the right button exports it. A run that was stopped goes on when it is chosen and started again.</source>
        <translation>Strg+T öffnet den Bereich. Einstellungen, die von der Vorgabe abweichen, sind fett. Angekreuzte Läufe werden übereinander gezeichnet; ein Doppelklick auf ein Diagramm zeigt es allein, die rechte Maustaste exportiert es. Ein angehaltener Lauf geht weiter, wenn er gewählt und wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom at the pointer, Shift and the wheel move, F shows the whole clip. F2 lists all keys.</source>
        <translation>Strg und das Mausrad zoomen am Zeiger, Umschalt und das Mausrad verschieben, F zeigt den ganzen Clip. F2 listet alle Tasten auf.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>ShownTable</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>TrackHands</name>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomen am Zeiger</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation>Klicken, ziehen</translation>
    </message>
    <message>
        <source>Set the playhead</source>
        <translation>Abspielmarke setzen</translation>
    </message>
    <message>
        <source>←  →</source>
        <translation>←  →</translation>
    </message>
    <message>
        <source>Playhead by 0.1 s; with Shift by 1 s</source>
        <translation>Abspielmarke um 0,1 s; mit Umschalt um 1 s</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Pos1  Ende</translation>
    </message>
    <message>
        <source>Playhead to the start, to the end</source>
        <translation>Abspielmarke zum Anfang, zum Ende</translation>
    </message>
    <message>
        <source>↑  ↓</source>
        <translation>↑  ↓</translation>
    </message>
    <message>
        <source>Event above, below; in the pictures: key frame before, after</source>
        <translation>Ereignis darüber, darunter; in den Bildern: Schlüsselbild davor, danach</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>On to the next track or panel</source>
        <translation>Weiter zur nächsten Spur oder zum nächsten Bereich</translation>
    </message>
    <message>
        <source>In the tracks</source>
        <translation>In den Spuren</translation>
    </message>
</context>
<context>
    <name>TrainingLines</name>
    <message>
        <source>batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ActivationPlot</name>
    <message>
        <source>Activations of the events</source>
        <translation>Aktivierungen der Ereignisse</translation>
    </message>
    <message>
        <source>Time in the clip (s)</source>
        <translation>Zeit im Clip (s)</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>%1  ·  activation %2</source>
        <translation>%1  ·  Aktivierung %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::BackgroundStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the work in the background; clips that are chosen are analysed all the same</source>
        <translation>Die Arbeit im Hintergrund anhalten; gewählte Clips werden trotzdem analysiert</translation>
    </message>
    <message>
        <source>In the background: %1 of %2 clips</source>
        <translation>Im Hintergrund: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipListModel</name>
    <message>
        <source>%1 · %2–%3 s</source>
        <extracomment>A window of a recording: file name, its start and its end in seconds.</extracomment>
        <translation>%1 · %2–%3 s</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Analysing · %1 %</source>
        <translation>Wird analysiert · %1 %</translation>
    </message>
    <message>
        <source>Analysing · %1 % · %2</source>
        <translation>Wird analysiert · %1 % · %2</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing to show: the recording is empty</source>
        <translation>Nichts zu zeigen: Die Aufnahme ist leer</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipListView</name>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>No clip is open. Drop media here, or press Ctrl+O.</source>
        <translation>Kein Clip ist offen. Legen Sie Medien hier ab, oder drücken Sie Strg+O.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipStatePage</name>
    <message>
        <source>Analyse &amp;again</source>
        <translation>&amp;Erneut analysieren</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Einzelheiten: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipView</name>
    <message>
        <source>Playhead %1 s</source>
        <translation>Abspielmarke %1 s</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EventTableModel</name>
    <message>
        <source>✓ tag</source>
        <translation>✓ ja</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>● label</source>
        <translation>● Label</translation>
    </message>
    <message>
        <source>Largest activation at %1 s</source>
        <translation>Größte Aktivierung bei %1 s</translation>
    </message>
    <message>
        <source>Neither the sound nor the pictures say anything.</source>
        <translation>Weder der Ton noch die Bilder sagen etwas.</translation>
    </message>
    <message>
        <source>The video probability alone: there is no audio probability.</source>
        <translation>Die Videowahrscheinlichkeit allein: Es gibt keine Audiowahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>The audio probability alone: there is no video probability.</source>
        <translation>Die Audiowahrscheinlichkeit allein: Es gibt keine Videowahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>(1 − %1) · %2 + %1 · %3 = %4</source>
        <translation>(1 − %1) · %2 + %1 · %3 = %4</translation>
    </message>
    <message>
        <source>Tagged: the fused probability reaches the threshold.</source>
        <translation>Verschlagwortet: Die fusionierte Wahrscheinlichkeit erreicht die Schwelle.</translation>
    </message>
    <message>
        <source>Not tagged: the fused probability is below the threshold.</source>
        <translation>Nicht verschlagwortet: Die fusionierte Wahrscheinlichkeit liegt unter der Schwelle.</translation>
    </message>
    <message>
        <source>The clip is weakly labelled with this event: the event is said to be in it, but not when.</source>
        <translation>Der Clip trägt dieses Ereignis als schwaches Label: Es soll darin vorkommen, aber nicht wann.</translation>
    </message>
    <message>
        <source>The clip is not labelled with this event.</source>
        <translation>Der Clip trägt dieses Ereignis nicht als Label.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>The sound event, in the order of the class list</source>
        <translation>Das Schallereignis, in der Reihenfolge der Klassenliste</translation>
    </message>
    <message>
        <source>a: the largest activation over time</source>
        <translation>a: die größte Aktivierung über die Zeit</translation>
    </message>
    <message>
        <source>v: what the objects of the key frames add up to</source>
        <translation>v: was die Objekte der Schlüsselbilder zusammen ergeben</translation>
    </message>
    <message>
        <source>w: the weight of the video branch, 0 to 1</source>
        <translation>w: das Gewicht des Videozweigs, 0 bis 1</translation>
    </message>
    <message>
        <source>p = (1 − w) · a + w · v</source>
        <translation>p = (1 − w) · a + w · v</translation>
    </message>
    <message>
        <source>t: tagged from this probability on</source>
        <translation>t: ab dieser Wahrscheinlichkeit verschlagwortet</translation>
    </message>
    <message>
        <source>p − t: how far the tag is from changing</source>
        <translation>p − t: wie weit das Schlagwort vom Umschlagen entfernt ist</translation>
    </message>
    <message>
        <source>p ≥ t</source>
        <translation>p ≥ t</translation>
    </message>
    <message>
        <source>The weak label of the project: given for the whole clip</source>
        <translation>Das schwache Label des Projekts: für den ganzen Clip vergeben</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ExportDialog</name>
    <message>
        <source>S&amp;ize</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Lines and letters (SVG)</source>
        <translation>Linien und Schrift (SVG)</translation>
    </message>
    <message>
        <source>Lines and letters (PDF)</source>
        <translation>Linien und Schrift (PDF)</translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation>Daten (CSV)</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>There is a file of this name. It will be replaced.</source>
        <translation>Es gibt eine Datei dieses Namens. Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>The folder is not there yet. It will be made.</source>
        <translation>Den Ordner gibt es noch nicht. Er wird angelegt.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The table became another while it was read. Try again.</source>
        <translation>Die Tabelle hat sich beim Lesen verändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size. Choose a smaller one.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht. Wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop all analyses (Shift+Esc)</source>
        <translation>Alle Analysen anhalten (Umschalt+Esc)</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Wird analysiert</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>noch %n wartet</numerusform>
            <numerusform>noch %n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyListModel</name>
    <message>
        <source>Its own keys: %1</source>
        <translation>Eigene Tasten: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>tables and figures</source>
        <translation>Tabellen und Abbildungen</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <extracomment>Keys that a person has changed, such as &quot;Ctrl+O (changed)&quot;.</extracomment>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeysDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>Its &amp;own key</source>
        <translation>&amp;Eigene Taste</translation>
    </message>
    <message>
        <source>All keys as at &amp;first</source>
        <translation>&amp;Alle wie zu Beginn</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search for what it does, or for a key such as Ctrl+O</source>
        <translation>Suchen, was es tut, oder nach einer Taste wie Strg+O</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Tasten suchen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New keys of “%1”:</source>
        <translation>Neue Tasten für „%1“:</translation>
    </message>
    <message>
        <source>Choose a row to give it other keys.</source>
        <translation>Wählen Sie eine Zeile, um ihr andere Tasten zu geben.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>⚠ %1 is now the key of %2, which would lose it.</source>
        <translation>⚠ %1 ist jetzt die Taste von %2 und ginge dort verloren.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::LineChart</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Title of a chart and the unit of its values.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1
%2: %3
%4 %5</source>
        <translation>%1
%2: %3
%4 %5</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MainWindow</name>
    <message>
        <source>Tagscope</source>
        <translation>Tagscope</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation>Nur Dateien auf diesem Rechner können geöffnet werden.</translation>
    </message>
    <message>
        <source>Open media</source>
        <translation>Medien öffnen</translation>
    </message>
    <message>
        <source>Video and sound (*.mp4 *.mkv *.webm *.mov *.avi *.mpg *.mpeg *.m4v *.ts *.flv *.3gp *.wav *.flac *.mp3 *.ogg *.opus *.m4a *.aac *.aiff);;All files (*)</source>
        <translation>Video und Ton (*.mp4 *.mkv *.webm *.mov *.avi *.mpg *.mpeg *.m4v *.ts *.flv *.3gp *.wav *.flac *.mp3 *.ogg *.opus *.m4a *.aac *.aiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 — Tagscope</source>
        <translation>%1 — Tagscope</translation>
    </message>
    <message>
        <source>E&amp;xport all tracks…</source>
        <translation>Alle Spuren e&amp;xportieren …</translation>
    </message>
    <message>
        <source>The language changes when Tagscope is started the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Tagscope.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open media…</source>
        <translation>Medien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>&amp;Demoprojekt öffnen</translation>
    </message>
    <message>
        <source>Open re&amp;cent project</source>
        <translation>Zuletzt geöffnete P&amp;rojekte</translation>
    </message>
    <message>
        <source>Open &amp;recent media</source>
        <translation>Zuletzt geöffnete &amp;Medien</translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>&amp;Erneut analysieren</translation>
    </message>
    <message>
        <source>&amp;Cancel all analyses</source>
        <translation>&amp;Alle Analysen abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lose clip</source>
        <translation>&amp;Clip schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Analyse all clips in the background</source>
        <translation>&amp;Alle Clips im Hintergrund analysieren</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Next clip</source>
        <translation>&amp;Nächster Clip</translation>
    </message>
    <message>
        <source>&amp;Previous clip</source>
        <translation>&amp;Voriger Clip</translation>
    </message>
    <message>
        <source>Next &amp;event</source>
        <translation>Nächstes &amp;Ereignis</translation>
    </message>
    <message>
        <source>Previous e&amp;vent</source>
        <translation>V&amp;origes Ereignis</translation>
    </message>
    <message>
        <source>Playhead to the event&apos;s &amp;maximum</source>
        <translation>Abspielmarke zum &amp;Maximum des Ereignisses</translation>
    </message>
    <message>
        <source>Next &amp;key frame</source>
        <translation>Nächstes &amp;Schlüsselbild</translation>
    </message>
    <message>
        <source>Previous key &amp;frame</source>
        <translation>Voriges Schlüsse&amp;lbild</translation>
    </message>
    <message>
        <source>Next p&amp;icture</source>
        <translation>Nächstes &amp;Bild</translation>
    </message>
    <message>
        <source>Previous pict&amp;ure</source>
        <translation>Vor&amp;iges Bild</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit the clip</source>
        <translation>Ganzer &amp;Clip</translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation>&amp;Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>Scroll &amp;left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>Scroll &amp;right</source>
        <translation>Nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Colours of the plots</source>
        <translation>&amp;Farben der Darstellungen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>List of &amp;keys</source>
        <translation>Liste der &amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.tagscope);;All files (*)</source>
        <translation>Projekte (*.tagscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ObjectTableModel</name>
    <message>
        <source>object %1</source>
        <translation>Objekt %1</translation>
    </message>
    <message>
        <source>This object is not similar enough to any event.</source>
        <translation>Dieses Objekt ist keinem Ereignis ähnlich genug.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>One of the 1,000 ImageNet classes</source>
        <translation>Eine der 1.000 ImageNet-Klassen</translation>
    </message>
    <message>
        <source>Over all key frames; the ten add up to 1</source>
        <translation>Über alle Schlüsselbilder; die zehn ergeben zusammen 1</translation>
    </message>
    <message>
        <source>The event that received the object&apos;s probability</source>
        <translation>Das Ereignis, das die Wahrscheinlichkeit des Objekts erhalten hat</translation>
    </message>
    <message>
        <source>Similarity of the names&apos; word vectors, −1 to 1</source>
        <translation>Ähnlichkeit der Wortvektoren der Namen, −1 bis 1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PictureStrip</name>
    <message>
        <source>Pictures and key frames</source>
        <translation>Bilder und Schlüsselbilder</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>K%1 at %2 s  ·  pictures represented: %3</source>
        <translation>K%1 bei %2 s  ·  vertretene Bilder: %3</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1, represented by K%2</source>
        <translation>%1, vertreten durch K%2</translation>
    </message>
    <message>
        <source>K%1</source>
        <translation>K%1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>represented by</source>
        <translation>vertreten durch</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation>Wird dekodiert …</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectClipModel</name>
    <message>
        <source>No label</source>
        <translation>Kein Label</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>Media missing</source>
        <translation>Medien fehlen</translation>
    </message>
    <message>
        <source>Analysing · %1 %</source>
        <translation>Wird analysiert · %1 %</translation>
    </message>
    <message>
        <source>Analysing · %1 % · %2</source>
        <translation>Wird analysiert · %1 % · %2</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>Teilmenge: %1</translation>
    </message>
    <message>
        <source>Weak labels: %1</source>
        <translation>Schwache Labels: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectDesk</name>
    <message>
        <source>Opening the project…</source>
        <translation>Das Projekt wird geöffnet …</translation>
    </message>
    <message>
        <source>The project has no clips yet. To bring some in: tagscope-cli import.</source>
        <translation>Das Projekt hat noch keine Clips. So kommen welche hinein: tagscope-cli import.</translation>
    </message>
    <message>
        <source>Choose a clip in the list.</source>
        <translation>Wählen Sie einen Clip aus der Liste.</translation>
    </message>
    <message>
        <source>Its weak labels: %1.</source>
        <translation>Seine schwachen Labels: %1.</translation>
    </message>
    <message>
        <source>The recording of this clip was never found, so there is nothing to listen to or to look at. %1
Put the file where the others are and import again: tagscope-cli import %2 --media FOLDER …</source>
        <translation>Die Aufnahme dieses Clips wurde nie gefunden, daher gibt es nichts zu hören und nichts zu sehen. %1
Legen Sie die Datei zu den anderen und importieren Sie noch einmal: tagscope-cli import %2 --media ORDNER …</translation>
    </message>
    <message>
        <source>The recording of this clip is gone: %1
%2
Put it back there, or import again from where it is: tagscope-cli import %3 --media FOLDER …</source>
        <translation>Die Aufnahme dieses Clips ist nicht mehr da: %1
%2
Legen Sie sie zurück, oder importieren Sie noch einmal von dort, wo sie liegt: tagscope-cli import %3 --media ORDNER …</translation>
    </message>
    <message>
        <source>✗ The activations of %1 cannot be shown: %2</source>
        <translation>✗ Die Aktivierungen von %1 können nicht gezeigt werden: %2</translation>
    </message>
    <message>
        <source>Listening with %1…</source>
        <translation>%1 hört zu …</translation>
    </message>
    <message>
        <source>Activations: %1</source>
        <translation>Aktivierungen: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectPanel</name>
    <message>
        <source>Search names and labels</source>
        <translation>Namen und Labels suchen</translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation>Clips suchen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Show the clips of one split</source>
        <translation>Die Clips einer Teilmenge zeigen</translation>
    </message>
    <message>
        <source>Order of the clips</source>
        <translation>Reihenfolge der Clips</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By split</source>
        <translation>Nach Teilmenge</translation>
    </message>
    <message>
        <source>By labels</source>
        <translation>Nach Labels</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>Clips of the project</source>
        <translation>Clips des Projekts</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>Alle Teilmengen</translation>
    </message>
    <message>
        <source>Without split</source>
        <translation>Ohne Teilmenge</translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation>Clips: %1</translation>
    </message>
    <message>
        <source>Clips: %1 of %2</source>
        <translation>Clips: %1 von %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RunListModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>epochs: %1</source>
        <extracomment>State of a run and how many epochs of it are over.</extracomment>
        <translation>Epochen: %1</translation>
    </message>
    <message>
        <source>best micro F1 %1 in epoch %2</source>
        <translation>bestes Mikro-F1 %1 in Epoche %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SpectrogramPlot</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Frequency (Hz)</source>
        <translation>Frequenz (Hz)</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>no sound here: padding</source>
        <translation>hier kein Ton: aufgefüllt</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1 Hz  ·  %2</source>
        <translation>%1 Hz  ·  %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::StartPage</name>
    <message>
        <source>&amp;Open media…</source>
        <translation>Medien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Tagscope</source>
        <translation>Tagscope</translation>
    </message>
    <message>
        <source>Shows why a video clip was tagged with a sound event: what was heard, what was seen, and how the two were weighed.</source>
        <translation>Zeigt, warum ein Videoclip mit einem Schallereignis verschlagwortet wurde: was zu hören war, was zu sehen war und wie beides gewichtet wurde.</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>&amp;Demoprojekt öffnen</translation>
    </message>
    <message>
        <source>Made on this computer, with small models of its own: nothing is downloaded</source>
        <translation>Auf diesem Rechner erzeugt, mit eigenen kleinen Modellen: Nichts wird heruntergeladen</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen …</translation>
    </message>
    <message>
        <source>or drop video and sound files, or a project, anywhere in this window.</source>
        <translation>oder legen Sie Video- und Tondateien oder ein Projekt irgendwo in diesem Fenster ab.</translation>
    </message>
    <message>
        <source>Projects opened lately</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Media opened lately</source>
        <translation>Zuletzt geöffnete Medien</translation>
    </message>
    <message>
        <source>%1  —  %2</source>
        <translation>%1  —  %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrackInput</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingCharts</name>
    <message>
        <source>Over the epochs</source>
        <translation>Über die Epochen</translation>
    </message>
    <message>
        <source>Within the latest epoch</source>
        <translation>In der letzten Epoche</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
    <message>
        <source>What the charts run over</source>
        <translation>Worüber die Diagramme laufen</translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation>Keine Glättung</translation>
    </message>
    <message>
        <source>Mean of </source>
        <translation>Mittel aus </translation>
    </message>
    <message>
        <source> points</source>
        <translation> Punkten</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Shows the mean of each point and those before it. Exported data are what is shown.</source>
        <translation>Zeigt das Mittel jedes Punkts und derer davor. Exportiert wird, was zu sehen ist.</translation>
    </message>
    <message>
        <source>Events of class F1</source>
        <translation>Ereignisse des Klassen-F1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>── training &amp;nbsp; ─●─ validation</source>
        <translation>── Training &amp;nbsp; ─●─ Validierung</translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation>Mikro-F1</translation>
    </message>
    <message>
        <source>validation, weak labels &amp;nbsp; ⬤ best</source>
        <translation>Validierung, schwache Labels &amp;nbsp; ⬤ beste</translation>
    </message>
    <message>
        <source>Class F1</source>
        <translation>Klassen-F1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>clips/s</source>
        <translation>Clips/s</translation>
    </message>
    <message>
        <source>Memory of the device</source>
        <translation>Speicher des Geräts</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Measured once an epoch: choose “Over the epochs”.</source>
        <translation>Einmal je Epoche gemessen: Wählen Sie „Über die Epochen“.</translation>
    </message>
    <message>
        <source>Batches are shown of a run that trains now.</source>
        <translation>Stapel werden von einem Lauf gezeigt, der gerade trainiert.</translation>
    </message>
    <message>
        <source>Choose events above.</source>
        <translation>Wählen Sie oben Ereignisse.</translation>
    </message>
    <message>
        <source>Nothing yet: the first epoch is under way.</source>
        <translation>Noch nichts: Die erste Epoche läuft.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingPanel</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No run is shown. Start one on the left, or tick one on the right.</source>
        <translation>Kein Lauf wird gezeigt. Starten Sie links einen, oder kreuzen Sie rechts einen an.</translation>
    </message>
    <message>
        <source>Open a project to see its runs.</source>
        <translation>Öffnen Sie ein Projekt, um seine Läufe zu sehen.</translation>
    </message>
    <message>
        <source>Show activations</source>
        <translation>Aktivierungen zeigen</translation>
    </message>
    <message>
        <source>Show activations from %1</source>
        <translation>Aktivierungen von %1 zeigen</translation>
    </message>
    <message>
        <source>Choose a run with at least one epoch.</source>
        <translation>Wählen Sie einen Lauf mit mindestens einer Epoche.</translation>
    </message>
    <message>
        <source>Open a clip of the project first.</source>
        <translation>Öffnen Sie zuerst einen Clip des Projekts.</translation>
    </message>
    <message>
        <source>Listens to the open clip with the run&apos;s best model, that of epoch %1</source>
        <translation>Hört den offenen Clip mit dem besten Modell des Laufs an, dem der Epoche %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingSettingsForm</name>
    <message>
        <source>Paper</source>
        <translation>Aufsatz</translation>
    </message>
    <message>
        <source>Settings to start from. Paper: section 3.3 of Li et al., 2018.</source>
        <translation>Einstellungen, von denen ausgegangen wird. Aufsatz: Abschnitt 3.3 von Li et al., 2018.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often all training clips are seen</source>
        <translation>Wie oft alle Trainingsclips gesehen werden</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>Clips in a step</source>
        <translation>Clips in einem Schritt</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Zu Beginn</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Of the stochastic gradient descent</source>
        <translation>Des stochastischen Gradientenabstiegs</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>By value as Keras&apos; clipvalue, by the norm of all gradients, or none</source>
        <translation>Nach Wert wie clipvalue von Keras, nach der Norm aller Gradienten oder gar nicht</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Nach Wert</translation>
    </message>
    <message>
        <source>By norm</source>
        <translation>Nach Norm</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation>Begrenzt auf</translation>
    </message>
    <message>
        <source>The largest value, or norm, that is left</source>
        <translation>Der größte Wert oder die größte Norm, die bleibt</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Abnahme</translation>
    </message>
    <message>
        <source>Factor of the learning rate when the validation loss has stopped to fall</source>
        <translation>Faktor der Lernrate, wenn der Validierungsverlust nicht mehr sinkt</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss before the learning rate decays</source>
        <translation>Epochen ohne besseren Validierungsverlust, bevor die Lernrate sinkt</translation>
    </message>
    <message>
        <source>Order of the clips</source>
        <translation>Reihenfolge der Clips</translation>
    </message>
    <message>
        <source>Each clip once an epoch, or drawn so that the events are equally frequent</source>
        <translation>Jeder Clip einmal je Epoche oder so gezogen, dass die Ereignisse gleich häufig sind</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Of the arithmetic</source>
        <translation>Der Rechnung</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>GRU units</source>
        <translation>GRU-Einheiten</translation>
    </message>
    <message>
        <source>In each direction</source>
        <translation>In jede Richtung</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>After each pooling layer and after the GRU</source>
        <translation>Nach jeder Pooling-Schicht und nach der GRU</translation>
    </message>
    <message>
        <source>Batches per checkpoint</source>
        <translation>Stapel je Sicherung</translation>
    </message>
    <message>
        <source>A checkpoint after so many batches, and after each epoch</source>
        <translation>Eine Sicherung nach so vielen Stapeln und nach jeder Epoche</translation>
    </message>
    <message>
        <source>Nesterov&apos;s</source>
        <translation>Nach Nesterov</translation>
    </message>
    <message>
        <source>Kind of momentum</source>
        <translation>Art des Impulses</translation>
    </message>
    <message>
        <source>Looks ahead by the momentum before it takes the gradient</source>
        <translation>Blickt um den Impuls voraus, bevor der Gradient genommen wird</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of everything that is drawn at random: equal seeds, equal runs</source>
        <translation>Von allem, was zufällig gezogen wird: gleiche Startwerte, gleiche Läufe</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Of the convolutions, from the first to the last</source>
        <translation>Der Faltungen, von der ersten bis zur letzten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto: a GPU where there is one. cpu, or cuda:N for the N-th GPU</source>
        <translation>auto: eine GPU, wo es eine gibt. cpu, oder cuda:N für die N-te GPU</translation>
    </message>
    <message>
        <source>This project&apos;s</source>
        <translation>Dieses Projekts</translation>
    </message>
    <message>
        <source>• %1</source>
        <translation>• %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As the preset has them.</source>
        <translation>Wie die Vorgabe sie hat.</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingSetup</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>A run that was stopped goes on when its name is given again</source>
        <translation>Ein angehaltener Lauf geht weiter, wenn sein Name wieder angegeben wird</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Ends the run with a checkpoint, from which it can go on</source>
        <translation>Beendet den Lauf mit einer Sicherung, von der aus er weitergehen kann</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Kein Projekt ist offen.</translation>
    </message>
    <message>
        <source>%1: %2, with features: %3</source>
        <translation>%1: %2, mit Merkmalen: %3</translation>
    </message>
    <message>
        <source>, without media: %1</source>
        <translation>, ohne Medien: %1</translation>
    </message>
    <message>
        <source>Open a project to train on its clips (File → Open project…), or the demo project.</source>
        <translation>Öffnen Sie ein Projekt, um auf seinen Clips zu trainieren (Datei → Projekt öffnen …), oder das Demoprojekt.</translation>
    </message>
    <message>
        <source>Give the run a name of letters, digits, “.”, “_” and “-”.</source>
        <translation>Geben Sie dem Lauf einen Namen aus Buchstaben, Ziffern, „.“, „_“ und „-“.</translation>
    </message>
    <message>
        <source>The split “%1” has no clips: training needs clips in “training” and in “validation”.</source>
        <translation>Die Teilmenge „%1“ hat keine Clips: Das Training braucht Clips in „training“ und in „validation“.</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the run&apos;s checkpoint, with its settings; only the epochs may change.</source>
        <translation>Geht von der Sicherung des Laufs aus weiter, mit seinen Einstellungen; nur die Epochen dürfen sich ändern.</translation>
    </message>
    <message>
        <source>Ready. Features that are missing are made first.</source>
        <translation>Bereit. Fehlende Merkmale werden zuerst erzeugt.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Training %1…</source>
        <translation>%1 wird trainiert …</translation>
    </message>
    <message>
        <source>Paused. The memory stays in use; Stop gives it back.</source>
        <translation>Pausiert. Der Speicher bleibt belegt; Anhalten gibt ihn zurück.</translation>
    </message>
    <message>
        <source>Stopping after the batch that is under way, with a checkpoint…</source>
        <translation>Hält nach dem laufenden Stapel an, mit einer Sicherung …</translation>
    </message>
    <message>
        <source>Preparing: %1 · %2 %</source>
        <translation>Wird vorbereitet: %1 · %2 %</translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · batch %3 of %4 · %5 clips/s · loss %6</source>
        <translation>Epoche %1 von %2 · Stapel %3 von %4 · %5 Clips/s · Verlust %6</translation>
    </message>
    <message>
        <source>%1 is finished: micro F1 %2 in epoch %3.</source>
        <translation>%1 ist beendet: Mikro-F1 %2 in Epoche %3.</translation>
    </message>
    <message>
        <source>%1 was stopped. It goes on from its checkpoint.</source>
        <translation>%1 wurde angehalten. Es geht von der Sicherung aus weiter.</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>✗ %1
Details: %2</source>
        <translation>✗ %1
Einzelheiten: %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyPanel</name>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Why a clip was tagged is shown here once it is analysed: its events, the objects that were seen, and notes.</source>
        <translation>Warum ein Clip verschlagwortet wurde, steht hier, sobald er analysiert ist: seine Ereignisse, die gesehenen Objekte und Hinweise.</translation>
    </message>
    <message>
        <source>Back to the project&apos;s models</source>
        <translation>Zurück zu den Modellen des Projekts</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Most probable first</source>
        <translation>Wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>Class order</source>
        <translation>Klassenreihenfolge</translation>
    </message>
    <message>
        <source>Order of the events</source>
        <translation>Reihenfolge der Ereignisse</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Objects in the key frames</source>
        <translation>Objekte in den Schlüsselbildern</translation>
    </message>
</context>
</TS>
