<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Tagscope</source>
        <translation>Über Tagscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Tagscope %1&lt;/h3&gt;&lt;p&gt;Shows why a video clip was tagged with a sound event.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Tagscope %1&lt;/h3&gt;&lt;p&gt;Zeigt, warum ein Videoclip mit einem Schallereignis getaggt wurde.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Erstellt mit</translation>
    </message>
</context>
<context>
    <name>Absence</name>
    <message>
        <source>No sound in this clip.</source>
        <translation>Dieser Clip hat keinen Ton.</translation>
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
        <source>No objects: Inception-v4 is missing.</source>
        <translation>Keine Objekte: Inception-v4 fehlt.</translation>
    </message>
    <message>
        <source>No video probabilities: word vectors are missing.</source>
        <translation>Keine Videowahrscheinlichkeiten: Die Wortvektoren fehlen.</translation>
    </message>
    <message>
        <source>Add one: File &gt; Models…</source>
        <translation>So kommt einer dazu: Datei &gt; Modelle …</translation>
    </message>
    <message>
        <source>Add it: File &gt; Models…</source>
        <translation>So kommt es dazu: Datei &gt; Modelle …</translation>
    </message>
    <message>
        <source>Add them: File &gt; Models…</source>
        <translation>So kommen sie dazu: Datei &gt; Modelle …</translation>
    </message>
    <message>
        <source>word vectors</source>
        <translation>Wortvektoren</translation>
    </message>
    <message>
        <source>The mapping&apos;s table gives this object to no event.</source>
        <translation>Die Tabelle der Zuordnung gibt dieses Objekt keinem Ereignis.</translation>
    </message>
    <message>
        <source>No word vector is known for this object: its probability counts for no event.</source>
        <translation>Für dieses Objekt ist kein Wortvektor bekannt: Seine Wahrscheinlichkeit zählt für kein Ereignis.</translation>
    </message>
    <message>
        <source>No word vector is known for this object, or its cosine with every event is below %1: its probability counts for no event.</source>
        <translation>Für dieses Objekt ist kein Wortvektor bekannt, oder sein Kosinus mit jedem Ereignis liegt unter %1: Seine Wahrscheinlichkeit zählt für kein Ereignis.</translation>
    </message>
    <message>
        <source>No activations: the audio tagger does not fit these clips and events.</source>
        <translation>Keine Aktivierungen: Der Audio-Tagger passt nicht zu diesen Clips und Ereignissen.</translation>
    </message>
    <message>
        <source>No activations: there is no audio tagger.</source>
        <translation>Keine Aktivierungen: Es gibt keinen Audio-Tagger.</translation>
    </message>
    <message>
        <source>audio tagger</source>
        <translation>Audio-Tagger</translation>
    </message>
    <message>
        <source>No activations: the audio scores were given as numbers of whole clips.</source>
        <translation>Keine Aktivierungen: Die Audiowerte wurden als Zahlen ganzer Clips gegeben.</translation>
    </message>
</context>
<context>
    <name>AnnotationDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Add the files first.</source>
        <translation>Fügen Sie zuerst die Dateien hinzu.</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Annotationen importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>regions, %1</source>
        <translation>Abschnitte, %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Files named after the clips (with times within the clip) or after their recordings (with times within the recording)</source>
        <translation>Dateien, die wie die Clips heißen und die Zeiten des Clips haben, oder wie deren Aufnahmen, mit den Zeiten der Aufnahme</translation>
    </message>
    <message>
        <source>Verdicts and regions that the project does not have yet are added; nothing is lost, and the files are not changed. Entries that match no clip or event are listed and skipped.</source>
        <translation>Urteile und Abschnitte, die es noch nicht gibt, kommen hinzu; nichts geht verloren, und die Dateien werden nur gelesen. Was zu keinem Clip oder Ereignis gehört, wird genannt und weggelassen.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Markiert von</translation>
    </message>
    <message>
        <source>verdicts (a table exported by Tagscope)</source>
        <translation>Urteile, eine Tabelle aus Tagscope</translation>
    </message>
    <message>
        <source>named in the table</source>
        <translation>nennt die Tabelle</translation>
    </message>
    <message>
        <source>Verdicts added: %1. Already present: %2.</source>
        <translation>Urteile hinzugefügt: %1. Schon vorhanden: %2.</translation>
    </message>
    <message>
        <source>Regions added: %1. Already present: %2.</source>
        <translation>Abschnitte hinzugefügt: %1. Schon vorhanden: %2.</translation>
    </message>
    <message>
        <source>Specify who marked the regions.</source>
        <translation>Nennen Sie, wer die Abschnitte markiert hat.</translation>
    </message>
    <message>
        <source>Add labels that are no events of the project as events</source>
        <translation>Labels, die keine Ereignisse des Projekts sind, als Ereignisse hinzufügen</translation>
    </message>
    <message>
        <source>Only show what would be added</source>
        <translation>Nur zeigen, was hinzugefügt würde</translation>
    </message>
    <message>
        <source>found by the files&apos; names</source>
        <translation>nach den Dateinamen</translation>
    </message>
    <message>
        <source>The clip that all the files are about, where their names do not say</source>
        <translation>Der Clip, von dem alle Dateien handeln, wo ihre Namen es nicht sagen</translation>
    </message>
    <message>
        <source>found by its heading</source>
        <translation>nach der Überschrift</translation>
    </message>
    <message>
        <source>Of a table: the heading of the column that holds the labels</source>
        <translation>Bei einer Tabelle: die Überschrift der Spalte mit den Labels</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation>Spalte der Labels</translation>
    </message>
    <message>
        <source>Verdicts that would be added: %1. Already present: %2.</source>
        <translation>Urteile, die hinzugefügt würden: %1. Schon vorhanden: %2.</translation>
    </message>
    <message>
        <source>Regions that would be added: %1. Already present: %2.</source>
        <translation>Bereiche, die hinzugefügt würden: %1. Schon vorhanden: %2.</translation>
    </message>
    <message>
        <source>Events that would be added: %1</source>
        <translation>Ereignisse, die hinzugefügt würden: %1</translation>
    </message>
    <message>
        <source>Events added: %1</source>
        <translation>Hinzugefügte Ereignisse: %1</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 of them new, %4 left out</source>
        <translation>%1: %2 Zeilen, davon %3 neu, %4 ausgelassen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Already present</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>AskedText</name>
    <message>
        <source>&amp;Heard</source>
        <translation>&amp;Gehört</translation>
    </message>
    <message>
        <source>&amp;Not heard</source>
        <translation>&amp;Nicht gehört</translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation>&amp;Gesehen</translation>
    </message>
    <message>
        <source>&amp;Not seen</source>
        <translation>&amp;Nicht gesehen</translation>
    </message>
    <message>
        <source>&amp;Audible</source>
        <translation>&amp;Hörbar</translation>
    </message>
    <message>
        <source>&amp;Visible</source>
        <translation>&amp;Sichtbar</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>&amp;Beides</translation>
    </message>
    <message>
        <source>&amp;Neither</source>
        <translation>&amp;Keines von beiden</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>Is it heard?</source>
        <translation>Ist es zu hören?</translation>
    </message>
    <message>
        <source>Is it seen?</source>
        <translation>Ist es zu sehen?</translation>
    </message>
    <message>
        <source>Is it heard, is it seen?</source>
        <translation>Ist es zu hören, ist es zu sehen?</translation>
    </message>
</context>
<context>
    <name>AuditTables</name>
    <message>
        <source>%1  (%2 to %3)</source>
        <translation>%1  (%2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <source>Verdicts agree in %1 %, of %n pair(s).</source>
        <translation>
            <numerusform>Die Urteile stimmen zu %1 % überein, bei %n Paar.</numerusform>
            <numerusform>Die Urteile stimmen zu %1 % überein, bei %n Paaren.</numerusform>
        </translation>
    </message>
    <message>
        <source>not defined  (n %1)</source>
        <translation>nicht definiert  (n %1)</translation>
    </message>
    <message>
        <source>%1  (n %2)</source>
        <translation>%1  (n %2)</translation>
    </message>
    <message>
        <source>%1  (%2 to %3, n %4)</source>
        <translation>%1  (%2 bis %3, n %4)</translation>
    </message>
    <message>
        <source>%1  (%2 of %3)</source>
        <translation>%1  (%2 von %3)</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>audible</source>
        <translation>hörbar</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>audited</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Cohen, %1 – %2</source>
        <translation>Cohen, %1 – %2</translation>
    </message>
    <message>
        <source>Fleiss, all</source>
        <translation>Fleiss, alle</translation>
    </message>
    <message>
        <source>Krippendorff, all</source>
        <translation>Krippendorff, alle</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Mit Label</translation>
    </message>
    <message>
        <source>By probabilities: wrong, %</source>
        <translation>Laut Wahrscheinlichkeiten: falsch, %</translation>
    </message>
    <message>
        <source>missing, %</source>
        <translation>fehlend, %</translation>
    </message>
    <message>
        <source>By verdicts: judged</source>
        <translation>Laut Urteilen: beurteilt</translation>
    </message>
    <message>
        <source>not heard, % (95 % interval)</source>
        <translation>nicht gehört, % (95-%-Intervall)</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>Labelled, and confidently without the event: %1; confidently with it: %2</source>
        <translation>Mit Label und sicher ohne das Ereignis: %1; sicher mit ihm: %2</translation>
    </message>
    <message>
        <source>Not labelled, and confidently with the event: %1; confidently without it: %2</source>
        <translation>Ohne Label und sicher mit dem Ereignis: %1; sicher ohne es: %2</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Falsche Labels</translation>
    </message>
    <message>
        <source>Share, % (95 % interval)</source>
        <translation>Anteil, % (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>die ersten %1</translation>
    </message>
    <message>
        <source>random controls</source>
        <translation>zufällige Kontrollen</translation>
    </message>
    <message>
        <source>F1, % (95 % interval)</source>
        <translation>F1, % (95-%-Intervall)</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>Labels: %1</translation>
    </message>
    <message>
        <source>Labels removed</source>
        <translation>Labels entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>micro, all events</source>
        <translation>Mikro, alle Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>Precision %1, recall %2, of %n clip(s)</source>
        <translation>
            <numerusform>Genauigkeit %1, Trefferquote %2, bei %n Clip</numerusform>
            <numerusform>Genauigkeit %1, Trefferquote %2, bei %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>macro, mean of the events</source>
        <translation>Makro, Mittel der Ereignisse</translation>
    </message>
    <message>
        <source>Labelled: %1, tagged: %2, both: %3</source>
        <translation>Mit Label: %1, mit Schlagwort: %2, beides: %3</translation>
    </message>
    <message numerus="yes">
        <source>From %n clip(s)</source>
        <translation>
            <numerusform>Aus %n Clip</numerusform>
            <numerusform>Aus %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source> of all splits</source>
        <translation> aller Teilmengen</translation>
    </message>
    <message>
        <source> of the split “%1”</source>
        <translation> der Teilmenge „%1“</translation>
    </message>
    <message>
        <source>no audio probabilities</source>
        <translation>keine Audiowahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>audio probabilities of “%1”, calibrated out of fold</source>
        <translation>Audiowahrscheinlichkeiten von „%1“, außerhalb der Faltung kalibriert</translation>
    </message>
    <message>
        <source>clips without any: %1</source>
        <translation>Clips ohne solche: %1</translation>
    </message>
    <message>
        <source>Order: %1 (%2)</source>
        <translation>Reihenfolge: %1 (%2)</translation>
    </message>
    <message>
        <source>all splits</source>
        <translation>alle Teilmengen</translation>
    </message>
    <message>
        <source>split “%1”</source>
        <translation>Teilmenge „%1“</translation>
    </message>
    <message>
        <source>no random controls</source>
        <translation>keine zufälligen Kontrollen</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, split “%2”. Intervals: bootstrap over the clips.</source>
        <translation>%1, Teilmenge „%2“. Intervalle: Bootstrap über die Clips.</translation>
    </message>
    <message numerus="yes">
        <source>The audit decided %n pair(s)</source>
        <translation>
            <numerusform>Die Prüfung hat %n Paar entschieden</numerusform>
            <numerusform>Die Prüfung hat %n Paare entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>: it removed %1 labels and added %2.</source>
        <translation>: Sie hat %1 Labels entfernt und %2 hinzugefügt.</translation>
    </message>
    <message>
        <source>No pair of clip and event has been judged by the required annotators.</source>
        <translation>Kein Paar aus Clip und Ereignis wurde von den dafür nötigen Annotierenden beurteilt.</translation>
    </message>
    <message>
        <source>The same verdict everywhere: chance alone would agree just as well.</source>
        <translation>Überall ein und dasselbe Urteil: Der Zufall allein stimmte ebenso überein.</translation>
    </message>
    <message>
        <source>Pairs of clip and event with at least two verdicts</source>
        <translation>Aus Clip und Ereignis, mit mindestens zwei Urteilen</translation>
    </message>
    <message>
        <source>Not labelled, among the clips with audio probabilities: %1</source>
        <translation>Ohne Label, von den Clips mit Audiowahrscheinlichkeiten: %1</translation>
    </message>
    <message>
        <source>%1 of %2 labelled pairs that were judged; Wilson interval</source>
        <translation>%1 von %2 beurteilten Paaren mit Label; Intervall nach Wilson</translation>
    </message>
    <message>
        <source>Labelled pairs that were judged without an agreed answer</source>
        <translation>Paare mit Label, die ohne gemeinsame Antwort beurteilt wurden</translation>
    </message>
    <message>
        <source>Part of the queue</source>
        <translation>Teil der Warteschlange</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows placed by the order, from the front</source>
        <translation>Zeilen, die die Reihenfolge dorthin gestellt hat, von vorn</translation>
    </message>
    <message>
        <source>all rows placed by the order</source>
        <translation>alle, die die Reihenfolge dorthin gestellt hat</translation>
    </message>
    <message>
        <source>Pairs that the order covers, drawn at random: what judging without the order would find</source>
        <translation>Zufällig gezogene Paare, um die es der Reihenfolge geht: was man ohne die Reihenfolge fände</translation>
    </message>
    <message numerus="yes">
        <source>%n current verdict(s)</source>
        <translation>
            <numerusform>%n Urteil, das gilt</numerusform>
            <numerusform>%n Urteile, die gelten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Left: the confident joint (confident learning); right: what annotators heard, which is representative of all labels only where pairs were drawn at random.</source>
        <translation>%1. Links: die sichere Verbundtafel (Confident Learning); rechts: was Annotierende gehört haben; das spricht nur dort für alle Labels, wo Paare zufällig gezogen wurden.</translation>
    </message>
    <message>
        <source>one row in %1 drawn at random</source>
        <translation>eine von %1 Zeilen zufällig gezogen</translation>
    </message>
    <message>
        <source>%1. The queue is rebuilt from the currently stored probabilities. A label is wrong if it is present and nothing is heard, or the reverse.</source>
        <translation>%1. Die Warteschlange wird aus den jetzt gespeicherten Wahrscheinlichkeiten neu gebildet. Ein Label ist falsch, wo es da ist und nichts zu hören ist, oder umgekehrt.</translation>
    </message>
    <message>
        <source>No verdict settles a label in this split yet.</source>
        <translation>In dieser Teilmenge entscheidet noch kein Urteil etwas.</translation>
    </message>
    <message>
        <source>unanimity</source>
        <translation>Einstimmigkeit</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>Dawid and Skene&apos;s model</source>
        <translation>Modell von Dawid und Skene</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Pairs for which the plans chose their clips by this order. A label is wrong if it is present and nothing is heard, or the reverse.</source>
        <translation>Paare, derentwegen die Pläne ihre Clips nach dieser Reihenfolge gewählt haben. Ein Label ist falsch, wenn es da ist und nichts zu hören ist, oder umgekehrt.</translation>
    </message>
    <message>
        <source>%1: random controls</source>
        <translation>%1: zufällige Kontrollen</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %; 95 % interval %4 to %5)</source>
        <translation>%1 von %2 (%3 %; 95-%-Intervall %4 bis %5)</translation>
    </message>
    <message>
        <source>Wrong labels among the pairs placed by the order: %1</source>
        <translation>Falsche Labels unter den Paaren der Reihenfolge: %1</translation>
    </message>
    <message>
        <source>%1; no random control is decided yet</source>
        <translation>%1; noch keine zufällige Kontrolle ist entschieden</translation>
    </message>
    <message>
        <source>%1; among the random controls: %2</source>
        <translation>%1; unter den zufälligen Kontrollen: %2</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>audible</source>
        <translation>hörbar</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>sound alone</source>
        <translation>Ton allein</translation>
    </message>
    <message>
        <source>with pictures</source>
        <translation>mit Bildern</translation>
    </message>
    <message>
        <source>with the model&apos;s output</source>
        <translation>mit der Modellausgabe</translation>
    </message>
    <message>
        <source>adjudicated</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An annotator&apos;s name and verdict.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>label probably wrong</source>
        <translation>Label wohl falsch</translation>
    </message>
    <message>
        <source>seen, not heard</source>
        <translation>gesehen, nicht gehört</translation>
    </message>
    <message>
        <source>heard, not labelled</source>
        <translation>gehört, ohne Label</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>%1, %2, %3: here %4 (%5), there %6 (%7)</source>
        <extracomment>Clip, event, annotator, verdict and time here, verdict and time in the other project.</extracomment>
        <translation>%1, %2, %3: hier %4 (%5), dort %6 (%7)</translation>
    </message>
    <message>
        <source>no verdict any more</source>
        <translation>kein Urteil mehr</translation>
    </message>
    <message>
        <source>stratified random</source>
        <translation>geschichtet zufällig</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Verdicts to be added: %1; already present: %2. Regions to be added: %3; to be withdrawn: %4.</source>
        <translation>Noch ist nichts geändert. Hinzukommende Urteile: %1; schon vorhanden: %2. Hinzukommende Bereiche: %3; zurückgenommene: %4.</translation>
    </message>
    <message>
        <source>Verdicts added: %1; already present: %2. Regions added: %3; withdrawn: %4.</source>
        <translation>Urteile hinzugefügt: %1; schon vorhanden: %2. Bereiche hinzugefügt: %3; zurückgenommen: %4.</translation>
    </message>
    <message>
        <source>Pairs on which an annotator gave different verdicts in the two projects: %1. Both stay in the history; the later one counts:</source>
        <translation>Paare, zu denen jemand in den beiden Projekten Verschiedenes sagt: %1. Beides bleibt im Verlauf; das spätere gilt:</translation>
    </message>
    <message>
        <source>Skipped because there is no such clip here: %1</source>
        <translation>Ausgelassen, weil es hier keinen solchen Clip gibt: %1</translation>
    </message>
    <message>
        <source>Skipped because there is no such event here: %1</source>
        <translation>Ausgelassen, weil es hier kein solches Ereignis gibt: %1</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>nicht gehört</translation>
    </message>
    <message>
        <source>unsure whether heard</source>
        <translation>unsicher, ob gehört</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>unsure whether seen</source>
        <translation>unsicher, ob gesehen</translation>
    </message>
    <message>
        <source>heard, unsure whether seen</source>
        <translation>gehört, unsicher, ob gesehen</translation>
    </message>
    <message>
        <source>not heard, unsure whether seen</source>
        <translation>nicht gehört, unsicher, ob gesehen</translation>
    </message>
    <message>
        <source>seen, unsure whether heard</source>
        <translation>gesehen, unsicher, ob gehört</translation>
    </message>
    <message>
        <source>not seen, unsure whether heard</source>
        <translation>nicht gesehen, unsicher, ob gehört</translation>
    </message>
    <message>
        <source>Flags and new events, which the lead finds beside the team&apos;s progress: %1</source>
        <translation>Markierungen und neue Ereignisse, die die Leitung neben dem Fortschritt des Teams findet: %1</translation>
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
        <source>in turn from each event&apos;s fifths of â</source>
        <translation>reihum aus den Fünfteln von â jedes Ereignisses</translation>
    </message>
    <message>
        <source>in random order</source>
        <translation>in zufälliger Reihenfolge</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>1 - percentile of a without the label</source>
        <translation>1 - Perzentil von a ohne das Label</translation>
    </message>
    <message>
        <source>percentile of a with the label</source>
        <translation>Perzentil von a mit dem Label</translation>
    </message>
    <message>
        <source>(1 - percentile of a) · percentile of v, without the label</source>
        <translation>(1 - Perzentil von a) · Perzentil von v, ohne das Label</translation>
    </message>
    <message>
        <source>percentile of a · percentile of v, with the label</source>
        <translation>Perzentil von a · Perzentil von v, mit dem Label</translation>
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
    <name>FusionEventModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>Fusion and thresholds</source>
        <translation>Fusion und Schwellen</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Strong regions</source>
        <translation>Abschnitte markieren</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Tagscope analyses a clip&apos;s sound and its pictures. Each branch gives every sound event a probability; the two are weighted and combined, and the clip is tagged with the event where the result reaches the event&apos;s threshold.</source>
        <translation>Tagscope analysiert Ton und Bilder eines Clips. Jeder Zweig gibt jedem Schallereignis eine Wahrscheinlichkeit; beide werden gewichtet zusammengerechnet, und wo das Ergebnis die Schwelle des Ereignisses erreicht, wird der Clip damit verschlagwortet.</translation>
    </message>
    <message>
        <source>p = (1 − w) · a + w · v. Choose an event to frame its row and mark its largest activation in all tracks. A dash stands for a missing number; point at it for the reason. Below the table is everything behind the tag: what in the sound and in the key frames supports it, and the smallest change to a number that would flip it.</source>
        <translation>p = (1 − w) · a + w · v. Wählen Sie ein Ereignis, um seine Zeile einzurahmen und seine größte Aktivierung in allen Spuren zu markieren. Ein Strich steht für eine Zahl, die es nicht gibt; zeigen Sie darauf, um den Grund zu erfahren. Unter der Tabelle steht alles, was hinter dem Schlagwort steckt: was im Ton und in den Schlüsselbildern dafür sprach und bei welcher kleinsten Änderung einer Zahl es anders ausfiele.</translation>
    </message>
    <message>
        <source>All tracks share one time axis. Ctrl+wheel zooms at the pointer, Shift+wheel scrolls, F shows the whole clip, B goes back to the previous view. What is under the pointer is shown below the tracks.</source>
        <translation>Alle Spuren teilen eine Zeitachse. Strg und das Mausrad zoomen am Zeiger, Umschalt und das Mausrad verschieben, F zeigt den ganzen Clip, B geht eine Ansicht zurück. Unter den Spuren steht, was unter dem Zeiger liegt.</translation>
    </message>
    <message>
        <source>Space plays and pauses, a double-click plays from that point, a click on an activation plays that event. Drag to select: S plays the selection, L loops it. Comma and period step through the recording&apos;s own pictures. The sound is what the audio network hears, all channels averaged.</source>
        <translation>Die Leertaste spielt ab und hält an, ein Doppelklick spielt von dort, ein Klick auf eine Aktivierung spielt dieses Ereignis. Ziehen wählt aus: S spielt die Auswahl, L wiederholt sie. Komma und Punkt gehen durch die Bilder der Aufnahme. Der Ton ist, was das Audionetz hört, alle Kanäle gemittelt.</translation>
    </message>
    <message>
        <source>The clip&apos;s pictures, and the key frames (K1, K2 …) chosen to represent them. The band shows which key frame represents which pictures; point at one to see its share.</source>
        <translation>Die Bilder des Clips und die Schlüsselbilder (K1, K2 …), die sie vertreten. Das Band zeigt, welches Schlüsselbild für welche Bilder steht; zeigen Sie auf eines, um seinen Anteil zu sehen.</translation>
    </message>
    <message>
        <source>A short-time spectrum, or exactly what the audio network sees: its mel bands. Its settings are in the View menu. Hatched: after the end of the sound, padded with silence.</source>
        <translation>Ein Kurzzeitspektrum oder genau das, was das Audionetz sieht: seine Mel-Bänder. Die Einstellungen stehen im Menü Ansicht. Schraffiert: Der Ton ist zu Ende, und es wurde Stille angefügt.</translation>
    </message>
    <message>
        <source>The audio network&apos;s probability of each event in each tenth of a second. The diamond marks the largest one, which is the event&apos;s audio probability a.</source>
        <translation>Die Wahrscheinlichkeit, die das Audionetz jedem Ereignis in jeder Zehntelsekunde gibt. Die Raute ist die größte; sie ist die Audiowahrscheinlichkeit a des Ereignisses.</translation>
    </message>
    <message>
        <source>Each event has a tier among the labels. Drag in it to mark when the event is heard; drag an end or the middle of your region to change it. Or press D where it begins and D again where it ends while the clip plays: your reaction time is subtracted. H, U and I adjust the chosen region from the keyboard. Overlapping regions of one event are merged. Regions by others, and those of the project&apos;s list, stay as they are.</source>
        <translation>Jedes Ereignis hat bei den Labels eine Zeile. Ziehen Sie darin, um zu markieren, wann das Ereignis zu hören ist; ziehen Sie an einem Ende oder in der Mitte dessen, was Sie markiert haben, um es zu ändern. Oder drücken Sie beim Abspielen D, wo es beginnt, und D, wo es endet: Ihre Reaktionszeit wird abgezogen. H, U und I ändern den gewählten Abschnitt mit Tasten. Abschnitte eines Ereignisses, die sich überlappen, werden einer. Die von anderen und die aus der Liste des Projekts bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The panel compares four methods side by side, with the cost of each choice. Use one of them, or replace a key frame with the picture at the playhead, and see how the tags change.</source>
        <translation>Der Bereich stellt vier Verfahren nebeneinander, mit den Kosten jeder Wahl. Nehmen Sie eines davon, oder ersetzen Sie ein Schlüsselbild durch das Bild an der Abspielmarke, und sehen Sie, wie sich die Schlagwörter ändern.</translation>
    </message>
    <message>
        <source>Which event each object was assigned to, and how similar their words are. Change the rule, the cut-off, or a single cell (double-click): every number follows. Undo reverts it; all clips of a project can be mapped the same way.</source>
        <translation>Welchem Ereignis jedes Objekt zugeordnet wurde und wie ähnlich ihre Wörter sind. Ändern Sie die Regel, die Grenze oder eine einzelne Zelle (Doppelklick): Jede Zahl folgt. Rückgängig nimmt es zurück; so lassen sich alle Clips eines Projekts zuordnen.</translation>
    </message>
    <message>
        <source>A project holds clips, their weak labels and splits. The chosen clip is analysed before all others. The demo project generates its own recordings in the background; what its models say about other recordings means little. Every edit can be undone and is saved at once; a project still opens after it has been moved.</source>
        <translation>Ein Projekt enthält Clips, ihre schwachen Labels und Teilmengen. Der gewählte Clip wird vor allen anderen analysiert. Das Demoprojekt erzeugt seine Aufnahmen selbst, im Hintergrund; was seine Modelle über andere Aufnahmen sagen, bedeutet wenig. Jede Änderung lässt sich rückgängig machen und ist sofort gesichert; auch ein verschobenes Projekt lässt sich öffnen.</translation>
    </message>
    <message>
        <source>The list can be searched, sorted by any column and filtered by several criteria at once. N and P go to the next and the previous clip. Select several clips to use the context menu on all of them.</source>
        <translation>Die Liste lässt sich durchsuchen, nach jeder Spalte sortieren und nach mehreren Kriterien zugleich filtern. N und P gehen zum nächsten und zum vorigen Clip. Wählen Sie mehrere Clips aus, um das Kontextmenü auf alle anzuwenden.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A opens it. Type your name and press Return: the clips play one after another, and a single key records whether the event is heard or seen. Each verdict is stored before the next clip appears; undo returns to its pair. Whatever must not be known at the chosen stage is hidden in the whole window until the session ends.</source>
        <translation>Strg+Umschalt+A öffnet sie. Geben Sie Ihren Namen ein und drücken Sie die Eingabetaste: Clip auf Clip wird abgespielt, und eine Taste sagt, ob sein Ereignis zu hören oder zu sehen ist. Jedes Urteil ist gespeichert, ehe der nächste Clip da ist; Rückgängig führt zu seinem Paar zurück. Was man auf der gewählten Stufe nicht wissen soll, ist im ganzen Fenster verborgen, bis die Sitzung endet.</translation>
    </message>
    <message>
        <source>Set an event&apos;s weight and threshold with the sliders, on the curves or on the map, and see which clips flip. A tuned or saved point keeps its name and its history. Tune and choose on validation clips: figures for the clips used in tuning are too optimistic.</source>
        <translation>Setzen Sie Gewicht und Schwelle eines Ereignisses mit Reglern, auf den Kurven oder auf der Karte, und sehen Sie, welche Clips wechseln. Ein abgestimmter oder gespeicherter Punkt behält seinen Namen und seinen Verlauf. Stimmen Sie auf Validierungsclips ab und wählen Sie nach ihnen: Zahlen auf den Clips der Abstimmung sind zu gut.</translation>
    </message>
    <message>
        <source>Evaluates the project&apos;s systems on a split, with intervals, compares two of them, and writes the report as HTML, PDF or data.</source>
        <translation>Wertet die Systeme des Projekts auf einer Teilmenge aus, mit Intervallen, vergleicht zwei davon und schreibt den Bericht als HTML, PDF oder Daten.</translation>
    </message>
    <message>
        <source>Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are overlaid; double-click a chart to show it alone, right-click to export it. A stopped run continues when it is chosen and started again.</source>
        <translation>Strg+T öffnet den Bereich. Einstellungen, die von der Vorgabe abweichen, sind fett. Angekreuzte Läufe werden übereinander gezeichnet; ein Doppelklick auf ein Diagramm zeigt es allein, die rechte Maustaste exportiert es. Ein angehaltener Lauf geht weiter, wenn er gewählt und wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Right-click, or press Ctrl+Shift+E, to export the table or figure that has the focus: tables as CSV, figures as PNG, SVG or PDF, their values as CSV. Ctrl+C copies the selected rows.</source>
        <translation>Die rechte Maustaste oder Strg+Umschalt+E exportiert die Tabelle oder Abbildung, die den Fokus hat: Tabellen als CSV, Abbildungen als PNG, SVG oder PDF, ihre Werte als CSV. Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
    <message>
        <source>Keys, panels, theme, language</source>
        <translation>Tasten, Bereiche, Farben, Sprache</translation>
    </message>
    <message>
        <source>F2 lists all keys and lets you change them. Panels can be moved, detached and hidden (View → Panels). The theme and the language are in the View menu too.</source>
        <translation>F2 listet alle Tasten auf und ändert sie. Bereiche lassen sich verschieben, zu eigenen Fenstern machen und verbergen (Ansicht → Bereiche). Das Menü Ansicht hat auch die Farben und die Sprache.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>The window at a glance</source>
        <translation>Das Fenster auf einen Blick</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The folder of resources/guide that holds the guide in this language.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation>&amp;Clip</translation>
    </message>
    <message>
        <source>Pla&amp;y</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>A&amp;udit</source>
        <translation>P&amp;rüfung</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>A&amp;bschnitte</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Leave out verdicts on clips and events that this project does not have</source>
        <translation>Urteile zu Clips und Ereignissen aus&amp;lassen, die dieses Projekt nicht hat</translation>
    </message>
    <message>
        <source>Merge another annotator&apos;s project</source>
        <translation>Projekt einer anderen Person zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Preview: show what would be added without changing anything</source>
        <translation>&amp;Vorschau: zeigen, was hinzukäme, ohne etwas zu ändern</translation>
    </message>
    <message>
        <source>Press Continue to add them.</source>
        <translation>Mit „Weiter“ kommen sie hinzu.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Several are separated by semicolons</source>
        <translation>Mehrere sind durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>as in the files</source>
        <translation>wie in den Dateien</translation>
    </message>
    <message>
        <source>Where another person has the same name</source>
        <translation>Wo noch jemand so heißt</translation>
    </message>
    <message>
        <source>Verdicts and marked regions are added to the history here; nothing is lost, and the files are not changed. Merging can be undone.</source>
        <translation>Urteile und markierte Abschnitte kommen hier zum Verlauf hinzu; nichts geht verloren, und die Dateien bleiben, wie sie sind. Das Zusammenführen lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Tasks, projects and tables</source>
        <translation>&amp;Aufgaben, Projekte und Tabellen</translation>
    </message>
    <message>
        <source>What annotators sent back</source>
        <translation>Was Annotierende zurückgeschickt haben</translation>
    </message>
    <message>
        <source>Tasks, projects and tables (*.tagscope *.csv *.tsv);;All files (*)</source>
        <translation>Aufgaben, Projekte und Tabellen (*.tagscope *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Name here</source>
        <translation>&amp;Name hier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Verdicts added</source>
        <translation>Neue Urteile</translation>
    </message>
    <message>
        <source>Already present</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Regions added</source>
        <translation>Neue Abschnitte</translation>
    </message>
    <message>
        <source>Regions withdrawn</source>
        <translation>Zurückgenommene Abschnitte</translation>
    </message>
    <message>
        <source>Judged twice</source>
        <translation>Doppelt beurteilt</translation>
    </message>
    <message>
        <source>Given otherwise here</source>
        <translation>Hier anders beurteilt</translation>
    </message>
    <message>
        <source>At other times, by annotators of the same name; if they are two people, merge the file of one of them with another name</source>
        <translation>Zu anderen Zeiten, unter demselben Namen; sind es zwei Personen, die Datei der einen unter anderem Namen zusammenführen</translation>
    </message>
    <message>
        <source>Choose the files whose verdicts are to be added.</source>
        <translation>Die Dateien wählen, deren Urteile hinzukommen sollen.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%n task file(s) written; the plan is kept in the project. Send each annotator the file with the own name.</source>
        <translation>
            <numerusform>%n Aufgabendatei geschrieben; der Plan steht im Projekt. Schicken Sie allen die Datei mit dem eigenen Namen.</numerusform>
            <numerusform>%n Aufgabendateien geschrieben; der Plan steht im Projekt. Schicken Sie allen die Datei mit dem eigenen Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 clips (%3 for everybody, %4 gold), %5 labels</source>
        <extracomment>File; clips; of them for everybody, and with answers that are known; labels to be judged.</extracomment>
        <translation>%1: %2 Clips (%3 für alle, %4 mit bekannter Antwort), %5 Labels</translation>
    </message>
    <message>
        <source>Name the annotators, separated by commas.</source>
        <translation>Die Annotierenden nennen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Choose the folder for the task files.</source>
        <translation>Den Ordner für die Aufgabendateien wählen.</translation>
    </message>
    <message>
        <source>Plan an audit</source>
        <translation>Prüfung planen</translation>
    </message>
    <message>
        <source>Write the tasks</source>
        <translation>Aufgaben schreiben</translation>
    </message>
    <message>
        <source>The files hold the names of the recordings. The window hides them, but whoever looks into a file sees them: give recordings whose names tell their event other names first.</source>
        <translation>Die Dateien enthalten die Namen der Aufnahmen. Das Fenster verbirgt sie, aber wer in eine Datei hineinsieht, sieht sie: Geben Sie Aufnahmen, deren Namen das Ereignis verraten, vorher andere Namen.</translation>
    </message>
</context>
<context>
    <name>PointCommands</name>
    <message>
        <source>weight change</source>
        <translation>Änderung eines Gewichts</translation>
    </message>
    <message>
        <source>threshold change</source>
        <translation>Änderung einer Schwelle</translation>
    </message>
    <message>
        <source>choosing a point</source>
        <translation>Wahl eines Arbeitspunkts</translation>
    </message>
</context>
<context>
    <name>ProgressTables</name>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2; 95 % interval: %3 to %4 %</source>
        <translation>%1 von %2; 95-%-Intervall: %3 bis %4 %</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Beyond</source>
        <translation>Darüber hinaus</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Unsure, %</source>
        <translation>Unsicher, %</translation>
    </message>
    <message>
        <source>As others, %</source>
        <translation>Wie andere, %</translation>
    </message>
    <message>
        <source>As gold, %</source>
        <translation>Wie Gold, %</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Informed</source>
        <translation>Informiert</translation>
    </message>
    <message>
        <source>Answers that the plans ask for, at every stage</source>
        <translation>Antworten, nach denen die Pläne fragen, auf jeder Stufe</translation>
    </message>
    <message>
        <source>Answers that no plan asks for, such as what is heard and not labelled</source>
        <translation>Antworten, nach denen kein Plan fragt, etwa was zu hören ist, aber kein Label hat</translation>
    </message>
    <message>
        <source>Pauses of more than two minutes do not count</source>
        <translation>Pausen von mehr als zwei Minuten zählen nicht</translation>
    </message>
    <message>
        <source>Answers given after more of the clip had been seen than the stage shows</source>
        <translation>Antworten, nachdem vom Clip mehr gesehen war, als die Stufe zeigt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Verschieden</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
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
</context>
<context>
    <name>ProjectDialogs</name>
    <message>
        <source>The 17 events of DCASE 2017 Task 4</source>
        <translation>Die 17 Ereignisse von DCASE 2017 Task 4</translation>
    </message>
    <message>
        <source>From a list of classes (TSV)</source>
        <translation>Aus einer Klassenliste (TSV)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>List of classes</source>
        <translation>Klassenliste</translation>
    </message>
    <message>
        <source>Lists (*.tsv *.txt);;All files (*)</source>
        <translation>Listen (*.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Projektdatei</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Projects (*.tagscope)</source>
        <translation>Projekte (*.tagscope)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Clips still without media: %1.</source>
        <translation>Clips weiterhin ohne Medien: %1.</translation>
    </message>
    <message>
        <source>Training clips drawn for validation: %1.</source>
        <translation>Zur Validierung gezogene Trainingsclips: %1.</translation>
    </message>
    <message>
        <source>Import into the project</source>
        <translation>In das Projekt importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Locate missing media</source>
        <translation>Fehlende Medien suchen</translation>
    </message>
    <message>
        <source>One event per line</source>
        <translation>Ein Ereignis je Zeile</translation>
    </message>
    <message>
        <source>Typed in</source>
        <translation>Eingegeben</translation>
    </message>
    <message>
        <source>Clips (optional)</source>
        <translation>Clips (optional)</translation>
    </message>
    <message>
        <source>Clip length</source>
        <translation>Länge eines Clips</translation>
    </message>
    <message>
        <source>Choose a file for the new project.</source>
        <translation>Wählen Sie eine Datei für das neue Projekt.</translation>
    </message>
    <message>
        <source>Choose the list of classes.</source>
        <translation>Wählen Sie die Klassenliste.</translation>
    </message>
    <message>
        <source>Enter at least one event.</source>
        <translation>Geben Sie mindestens ein Ereignis ein.</translation>
    </message>
    <message>
        <source>None of the missing recordings was found there.</source>
        <translation>Dort wurde keine fehlende Aufnahme gefunden.</translation>
    </message>
    <message>
        <source>Clips whose recordings were found: %1, %2 of them by their content.</source>
        <translation>Clips, deren Aufnahmen gefunden wurden: %1, davon am Inhalt erkannt: %2.</translation>
    </message>
    <message>
        <source>Clips added: %1. Already present: %2. Without media: %3.</source>
        <translation>Hinzugefügte Clips: %1. Schon vorhandene Clips: %2. Ohne Medien: %3.</translation>
    </message>
    <message>
        <source>%1 has been created.</source>
        <translation>%1 ist angelegt.</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Give a folder of media, lists of labels, or both.</source>
        <translation>Wählen Sie einen Medienordner, Labellisten oder beides.</translation>
    </message>
    <message>
        <source>The labels in the CSV, or the subfolders</source>
        <translation>Die Labels in der CSV oder die Unterordner</translation>
    </message>
    <message>
        <source>Choose the CSV whose labels are to be the events, and no other list; or a folder whose subfolders are labels.</source>
        <translation>Wählen Sie die CSV, deren Labels die Ereignisse sein sollen, und keine andere Liste; oder einen Ordner, dessen Unterordner Labels sind.</translation>
    </message>
    <message>
        <source>The classes of the audio tagger</source>
        <translation>Die Klassen des Audio-Taggers</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>is made where it is not there</source>
        <translation>wird angelegt, wo es ihn nicht gibt</translation>
    </message>
    <message>
        <source>Doe, Jane; Roe, Richard</source>
        <translation>Muster, Erika; Muster, Max</translation>
    </message>
    <message>
        <source>Who is to be cited, separated by semicolons</source>
        <translation>Wer zu zitieren ist, durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>by the project&apos;s name</source>
        <translation>nach dem Namen des Projekts</translation>
    </message>
    <message>
        <source>Of the labels, as SPDX names it</source>
        <translation>Der Labels, wie SPDX sie nennt</translation>
    </message>
    <message>
        <source>By which votes become labels; the lead&apos;s decisions stand over it</source>
        <translation>Wie aus Stimmen Labels werden; Entscheidungen der Leitung gehen vor</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Empty folder to publish into</source>
        <translation>Leerer Ordner für die Veröffentlichung</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Licence:</source>
        <translation>&amp;Lizenz:</translation>
    </message>
    <message>
        <source>From votes to &amp;labels by:</source>
        <translation>Von Stimmen zu &amp;Labels durch:</translation>
    </message>
    <message>
        <source>Published into %1. Labels: %2; changed by the audit: %3; judged labels that stay undecided: %4.
Files: %5</source>
        <translation>Veröffentlicht in %1. Labels: %2; durch die Prüfung geändert: %3; beurteilt, aber weiter unentschieden: %4.
Dateien: %5</translation>
    </message>
    <message>
        <source>Choose an empty folder to publish into.</source>
        <translation>Einen leeren Ordner für die Veröffentlichung wählen.</translation>
    </message>
    <message>
        <source>Publish the audit</source>
        <translation>Prüfung veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
</context>
<context>
    <name>ReportProblem</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>The log cannot be written.</source>
        <translation>Das Protokoll kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Tagscope crashed</source>
        <translation>Tagscope ist abgestürzt</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Melden …</translation>
    </message>
    <message>
        <source>Copy this into your report, and describe what you were doing. It contains the versions of the program and its libraries, the stack trace of the last crash, and the end of the log: what was opened, what ran and for how long, and what failed. It includes the names of files and folders, but no sounds, pictures or labels. Nothing is sent automatically.</source>
        <translation>Kopieren Sie dies in Ihre Meldung und schreiben Sie dazu, was Sie vorher getan haben. Es enthält die Versionen des Programms und seiner Bibliotheken, die Spur des letzten Absturzes und das Ende des Protokolls: was geöffnet wurde, was wie lange lief und was fehlschlug. Namen von Dateien und Ordnern stehen darin, Töne, Bilder und Labels nicht. Nichts wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>The full log: %1</source>
        <translation>Das ganze Protokoll: %1</translation>
    </message>
    <message>
        <source>Tagscope crashed the last time it ran. Every edit made before that has been kept. Where it crashed was written to %1.</source>
        <translation>Tagscope ist beim letzten Mal abgestürzt. Alle Änderungen davor sind erhalten. Wo es geschah, steht in %1.</translation>
    </message>
</context>
<context>
    <name>ScoreDialog</name>
    <message>
        <source>The numbers are logits</source>
        <translation>Die Zahlen sind Logits</translation>
    </message>
    <message>
        <source>The branch takes them from now on</source>
        <translation>Der Zweig nimmt sie von nun an</translation>
    </message>
    <message>
        <source>scores, one a clip and class (CSV, TSV, .npy, JAMS)</source>
        <translation>Werte, einer je Clip und Klasse (CSV, TSV, .npy, JAMS)</translation>
    </message>
    <message>
        <source>activations over time, a file a clip (sed_scores_eval, .npy, JAMS)</source>
        <translation>Aktivierungen über die Zeit, eine Datei je Clip (sed_scores_eval, .npy, JAMS)</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>of arrays that do not say</source>
        <translation>von Arrays, die es nicht sagen</translation>
    </message>
    <message>
        <source>Another system&apos;s numbers become a source beside the others. Classes are events by name or AudioSet id; clips may be in any order, and those without scores are counted.</source>
        <translation>Die Zahlen eines anderen Systems werden eine Quelle neben den anderen. Klassen sind Ereignisse nach Name oder AudioSet-Kennung; die Clips dürfen in beliebiger Reihenfolge stehen, und die ohne Werte werden gezählt.</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Seconds from step to step</source>
        <translation>Sekunden von Schritt zu Schritt</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Clips with scores: %1. Without: %2.</source>
        <translation>Clips mit Werten: %1. Ohne: %2.</translation>
    </message>
    <message>
        <source>Events that no class stands for count as 0: %1.</source>
        <translation>Ereignisse, für die keine Klasse steht, zählen als 0: %1.</translation>
    </message>
    <message>
        <source>Classes that are no events of the project: %1.</source>
        <translation>Klassen, die keine Ereignisse des Projekts sind: %1.</translation>
    </message>
    <message>
        <source>The seconds from step to step are no number.</source>
        <translation>Die Sekunden von Schritt zu Schritt sind keine Zahl.</translation>
    </message>
    <message>
        <source>Add the files first.</source>
        <translation>Fügen Sie zuerst die Dateien hinzu.</translation>
    </message>
    <message>
        <source>Give the scores a name.</source>
        <translation>Geben Sie den Werten einen Namen.</translation>
    </message>
    <message>
        <source>Import scores</source>
        <translation>Werte importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>First open the project that the scores are about.</source>
        <translation>Öffnen Sie zuerst das Projekt, um das es bei den Werten geht.</translation>
    </message>
    <message>
        <source>choosing the imported scores</source>
        <translation>Wahl der importierten Werte</translation>
    </message>
    <message>
        <source>detections with confidences (BirdNET, Raven, CSV)</source>
        <translation>Detektionen mit Konfidenzen (BirdNET, Raven, CSV)</translation>
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
    <name>SoundMenu</name>
    <message>
        <source>There is no sound device</source>
        <translation>Es gibt kein Tongerät</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Voreinstellung des Systems</translation>
    </message>
    <message>
        <source>%1 (not there: the default is used)</source>
        <translation>%1 (nicht vorhanden: die Voreinstellung gilt)</translation>
    </message>
</context>
<context>
    <name>SpectrogramSettings</name>
    <message>
        <source>Short-time spectrum</source>
        <translation>Kurzzeitspektrum</translation>
    </message>
    <message>
        <source>Network input (dB)</source>
        <translation>Netzeingabe (dB)</translation>
    </message>
    <message>
        <source>Network input, normalised</source>
        <translation>Netzeingabe, normiert</translation>
    </message>
    <message>
        <source>Hann</source>
        <translation>Hann</translation>
    </message>
    <message>
        <source>Hamming</source>
        <translation>Hamming</translation>
    </message>
    <message>
        <source>Blackman</source>
        <translation>Blackman</translation>
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
    <name>TrackGestures</name>
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
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>In the tracks</source>
        <translation>In den Spuren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+wheel</source>
        <translation>Strg+Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Zoom frequencies (spectrogram)</source>
        <translation>Frequenzen zoomen (Spektrogramm)</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klicken</translation>
    </message>
    <message>
        <source>Set the playhead; on an activation: play that event</source>
        <translation>Abspielmarke setzen; auf einer Aktivierung: das Ereignis abspielen</translation>
    </message>
    <message>
        <source>Play from there</source>
        <translation>Von dort abspielen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Select; Shift+click moves the nearer end</source>
        <translation>Auswählen; Umschalt+Klick verschiebt das nähere Ende</translation>
    </message>
    <message>
        <source>Drag in the labels</source>
        <translation>In den Labels ziehen</translation>
    </message>
    <message>
        <source>Mark a region instead of selecting; move yours, or its ends</source>
        <translation>Einen Abschnitt markieren, statt auszuwählen; eigene oder ihre Enden verschieben</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklicken</translation>
    </message>
    <message>
        <source>Alt, Esc while dragging</source>
        <translation>Dabei Alt, Esc</translation>
    </message>
    <message>
        <source>Invert snapping; leave the region as it was</source>
        <translation>Umgekehrt einrasten; den Abschnitt lassen, wie er war</translation>
    </message>
    <message>
        <source>Event above, below; in the pictures: previous, next key frame</source>
        <translation>Ereignis darüber, darunter; in den Bildern: Schlüsselbild davor, danach</translation>
    </message>
    <message>
        <source>To the next track or panel</source>
        <translation>Weiter zur nächsten Spur oder zum nächsten Bereich</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Draw or change a box (spectrogram)</source>
        <translation>Kasten zeichnen oder ändern (Spektrogramm)</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Scroll the events, where there are many (activations)</source>
        <translation>Durch die Ereignisse blättern, wo es viele sind (Aktivierungen)</translation>
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
    <name>TruthTables</name>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>%1  (%2 to %3)</source>
        <translation>%1  (%2 bis %3)</translation>
    </message>
    <message>
        <source>Axis and rule</source>
        <translation>Achse und Regel</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Pairs with gold</source>
        <translation>Paare mit Gold</translation>
    </message>
    <message>
        <source>Precision, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>Recall, %</source>
        <translation>Trefferquote, %</translation>
    </message>
    <message>
        <source>F1, %</source>
        <translation>F1, %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Of the rule alone, without the lead&apos;s decisions</source>
        <translation>Der Regel allein, ohne die Entscheidungen der Leitung</translation>
    </message>
    <message>
        <source>Axis and annotator</source>
        <translation>Achse und Person</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Sensitivity, %</source>
        <translation>Sensitivität, %</translation>
    </message>
    <message>
        <source>Specificity, %</source>
        <translation>Spezifität, %</translation>
    </message>
    <message>
        <source>Yes, where yes is true, as far as the votes of the others tell</source>
        <translation>Ja, wo Ja wahr ist, soweit die Stimmen der anderen es sagen</translation>
    </message>
    <message>
        <source>No, where no is true, as far as the votes of the others tell</source>
        <translation>Nein, wo Nein wahr ist, soweit die Stimmen der anderen es sagen</translation>
    </message>
</context>
<context>
    <name>WhyDecision</name>
    <message>
        <source>sound (1 − w) · a = %1</source>
        <translation>Ton (1 − w) · a = %1</translation>
    </message>
    <message>
        <source>sound a = %1</source>
        <translation>Ton a = %1</translation>
    </message>
    <message>
        <source>pictures w · v = %1</source>
        <translation>Bilder w · v = %1</translation>
    </message>
    <message>
        <source>pictures v = %1</source>
        <translation>Bilder v = %1</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>p = %1, margin %2</source>
        <translation>p = %1, Abstand %2</translation>
    </message>
    <message>
        <source>(1 − %1) · %2 + %1 · %3 = %4</source>
        <translation>(1 − %1) · %2 + %1 · %3 = %4</translation>
    </message>
    <message>
        <source>Tagged: p = %1 reaches the threshold %2.</source>
        <translation>Verschlagwortet: p = %1 erreicht die Schwelle %2.</translation>
    </message>
    <message>
        <source>Not tagged: p = %1 is below the threshold %2.</source>
        <translation>Nicht verschlagwortet: p = %1 liegt unter der Schwelle %2.</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <translation>%1 auf %2 (%3)</translation>
    </message>
    <message>
        <source>%1: no value</source>
        <translation>%1: kein Wert</translation>
    </message>
    <message>
        <source>threshold t</source>
        <translation>Schwelle t</translation>
    </message>
    <message>
        <source>weight w</source>
        <translation>Gewicht w</translation>
    </message>
    <message>
        <source>sound a</source>
        <translation>Ton a</translation>
    </message>
    <message>
        <source>pictures v</source>
        <translation>Bilder v</translation>
    </message>
    <message>
        <source>No weight flips it: both a = %1 and v = %2 are on the same side of t.</source>
        <translation>Kein Gewicht lässt es wechseln: a = %1 und v = %2 liegen auf derselben Seite von t.</translation>
    </message>
    <message>
        <source>There is neither an audio nor a video probability.</source>
        <translation>Es gibt weder eine Audio- noch eine Videowahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Not tagged: there is neither an audio nor a video probability.</source>
        <translation>Nicht verschlagwortet: Es gibt weder eine Audio- noch eine Videowahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>%1, from the sound alone</source>
        <translation>%1, allein aus dem Ton</translation>
    </message>
    <message>
        <source>%1, from the pictures alone</source>
        <translation>%1, allein aus den Bildern</translation>
    </message>
    <message>
        <source>The smallest change of a single number that flips it: %1.</source>
        <translation>Die kleinste Änderung einer einzigen Zahl, bei der es wechselt: %1.</translation>
    </message>
    <message>
        <source>calibrated: the clips it was fitted on are all alike in this event</source>
        <translation>kalibriert: Die Clips, an die er angepasst wurde, sind bei diesem Ereignis alle gleich</translation>
    </message>
    <message>
        <source>average clip %1</source>
        <translation>mittlerer Clip %1</translation>
    </message>
    <message>
        <source>sound %1 (a = %2)</source>
        <translation>Ton %1 (a = %2)</translation>
    </message>
    <message>
        <source>pictures %1 (v = %2)</source>
        <translation>Bilder %1 (v = %2)</translation>
    </message>
    <message>
        <source>calibrated, logit p: %1</source>
        <translation>kalibriert, Logit p: %1</translation>
    </message>
    <message>
        <source>common threshold t</source>
        <translation>gemeinsame Schwelle t</translation>
    </message>
    <message>
        <source>Not tagged %1: %2</source>
        <translation>Nicht verschlagwortet, %1: %2</translation>
    </message>
    <message>
        <source>Tagged %1: %2, calibrated</source>
        <translation>Verschlagwortet, %1: %2, kalibriert</translation>
    </message>
    <message>
        <source>Tagged %1: %2, by sound alone</source>
        <translation>Verschlagwortet, %1: %2, allein durch den Ton</translation>
    </message>
    <message>
        <source>Tagged %1: %2, by pictures alone</source>
        <translation>Verschlagwortet, %1: %2, allein durch die Bilder</translation>
    </message>
    <message>
        <source>Tagged %1: %2, mostly by sound</source>
        <translation>Verschlagwortet, %1: %2, vor allem durch den Ton</translation>
    </message>
    <message>
        <source>Tagged %1: %2, mostly by pictures</source>
        <translation>Verschlagwortet, %1: %2, vor allem durch die Bilder</translation>
    </message>
    <message>
        <source>No probability of %1</source>
        <translation>Keine Wahrscheinlichkeit für %1</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>between %1 and %2 Hz</source>
        <translation>zwischen %1 und %2 Hz</translation>
    </message>
    <message>
        <source>in the bands %1 to %2</source>
        <translation>in den Bändern %1 bis %2</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>verschlagwortet</translation>
    </message>
    <message>
        <source>not tagged</source>
        <translation>nicht verschlagwortet</translation>
    </message>
    <message>
        <source>a = %1 is the largest activation, from %2 to %3 s.</source>
        <translation>a = %1 ist die größte Aktivierung, von %2 bis %3 s.</translation>
    </message>
    <message>
        <source>Nothing in the sound speaks for the event.</source>
        <translation>Nichts im Ton spricht für das Ereignis.</translation>
    </message>
    <message>
        <source>Integrated gradients of the maximal step&apos;s logit against silence (%1 dB): %2 in all, from %3 to %4; complete to %5 %, in %6 parts.</source>
        <translation>Integrierte Gradienten des Logits im größten Schritt gegen Stille (%1 dB): insgesamt %2, von %3 bis %4; vollständig auf %5 %, in %6 Teilen.</translation>
    </message>
    <message>
        <source>With silence from %1 to %2 s: a = %3 instead of %4, p = %5 instead of %6: %7.</source>
        <translation>Mit Stille von %1 bis %2 s: a = %3 statt %4, p = %5 statt %6: %7.</translation>
    </message>
    <message>
        <source>still %1</source>
        <translation>weiterhin %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1 (jetzt %2)</translation>
    </message>
    <message>
        <source>No other tag changes.</source>
        <translation>Kein anderes Schlagwort ändert sich.</translation>
    </message>
    <message>
        <source>Other tags that change: %1.</source>
        <translation>Andere Schlagwörter, die sich ändern: %1.</translation>
    </message>
    <message>
        <source>No cell lowers the event&apos;s probability where it is silent.</source>
        <translation>Keine Zelle senkt die Wahrscheinlichkeit des Ereignisses, wenn sie still ist.</translation>
    </message>
    <message>
        <source>Silence costs the event most (%1) from %2 to %3 s, %4.</source>
        <translation>Stille kostet das Ereignis am meisten (%1) von %2 bis %3 s, %4.</translation>
    </message>
    <message>
        <source>v = %1, from the objects in bold.</source>
        <translation>v = %1, aus den fett gesetzten Objekten.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Half of the evidence for the event lies between %1 and %2 s, and half %3 (for it %4, against it %5 logits).</source>
        <translation>Die Hälfte dessen, was für das Ereignis spricht, liegt zwischen %1 und %2 s, und die Hälfte %3 (dafür %4, dagegen %5 Logits).</translation>
    </message>
    <message>
        <source>v = %1: no object was assigned to this event.</source>
        <translation>v = %1: Kein Objekt wurde diesem Ereignis zugeordnet.</translation>
    </message>
    <message>
        <source>Without %1 to %2 s, %3 to %4 Hz, %5 falls from %6 to %7; without as large a region elsewhere, to %8 (median).</source>
        <translation>Ohne %1 bis %2 s, %3 bis %4 Hz fällt %5 von %6 auf %7; ohne einen ebenso großen Bereich anderswo auf %8 (Median).</translation>
    </message>
    <message>
        <source>Nothing local: the evidence between %1 and %2 s is spread. The region that takes most leaves %3 of %4, the median one %5.</source>
        <translation>Nichts Örtliches: Was zwischen %1 und %2 s dafür spricht, ist verteilt. Der Bereich, der am meisten nimmt, lässt %3 von %4, der mittlere %5.</translation>
    </message>
    <message>
        <source>The smallest removal found that takes it below %1 is %2 % of that stretch; as much at random leaves %3. Only it gives %4%5.</source>
        <translation>Das kleinste gefundene Herausgenommene, das es unter %1 bringt, sind %2 % dieses Abschnitts; ebenso viel zufällig lässt %3. Nur das gibt %4%5.</translation>
    </message>
    <message>
        <source>: a hole that the network does not bear, no reason</source>
        <translation>: ein Loch, das das Netz nicht verträgt, kein Grund</translation>
    </message>
    <message>
        <source>Moments that carry the tag: %1. Without what flips each the clip has %2.</source>
        <translation>Momente, die das Etikett tragen: %1. Ohne das, was jeden kippt, hat der Clip %2.</translation>
    </message>
    <message>
        <source>%1 % of what was seen counts for no event.</source>
        <translation>%1 % des Gesehenen zählen für kein Ereignis.</translation>
    </message>
    <message>
        <source>Models: audio tagger %1; AlexNet %2; Inception-v4 %3; word vectors %4.</source>
        <translation>Modelle: Audio-Tagger %1; AlexNet %2; Inception-v4 %3; Wortvektoren %4.</translation>
    </message>
</context>
<context>
    <name>analysis.absurd_samples</name>
    <message>
        <source>{0} samples are more than 40 dB above full scale: the file was probably written on another scale.</source>
        <translation>{0} Abtastwerte liegen mehr als 40 dB über der Vollaussteuerung: Die Datei wurde wohl in einer anderen Skala geschrieben.</translation>
    </message>
</context>
<context>
    <name>analysis.activations_of_other_crnn</name>
    <message>
        <source>The activations were computed by {0}, but {1} is loaded now. Analyse the clip again.</source>
        <translation>Die Aktivierungen stammen von {0}, und jetzt ist {1} geladen. Analysieren Sie den Clip noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.activations_of_unloaded</name>
    <message>
        <source>The activations were computed by {0}, which is no longer loaded. Analyse the clip again.</source>
        <translation>Die Aktivierungen stammen von {0}, das nicht mehr geladen ist. Analysieren Sie den Clip noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.activations_without_crnn</name>
    <message>
        <source>The activations were computed by {0}, but no audio tagger is loaded now. Analyse the clip again.</source>
        <translation>Die Aktivierungen stammen von {0}, und jetzt ist kein Audio-Tagger geladen. Analysieren Sie den Clip noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.advice_alexnet</name>
    <message>
        <source>Key frames are chosen with it. Fetch it, or choose its file: File &gt; Models…</source>
        <translation>Mit ihm werden die Schlüsselbilder gewählt. Laden Sie es, oder wählen Sie seine Datei: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.advice_crnn</name>
    <message>
        <source>Fetch PANNs, or choose a file: YAMNet or another network by its description (.json, with the .onnx beside it), or a CRNN: File &gt; Models… Or import only its scores into a project: Project &gt; Import scores or activations…</source>
        <translation>PANNs herunterladen oder eine Datei wählen, YAMNet oder ein anderes Netz durch seine Beschreibung (.json, die .onnx-Datei daneben), oder ein CRNN: Datei &gt; Modelle … Oder nur seine Werte in ein Projekt importieren: Projekt &gt; Werte oder Aktivierungen importieren …</translation>
    </message>
</context>
<context>
    <name>analysis.advice_inception</name>
    <message>
        <source>Objects need it. Fetch it, or choose its file: File &gt; Models…</source>
        <translation>Die Objekte brauchen es. Laden Sie es, oder wählen Sie seine Datei: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.advice_vectors</name>
    <message>
        <source>To give objects to events needs them. Fetch them, or choose their file: File &gt; Models…</source>
        <translation>Um Objekte Ereignissen zuzuordnen, braucht man sie. Laden Sie sie, oder wählen Sie ihre Datei: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.channels_cancel</name>
    <message>
        <source>The channels cancel each other: their average, which is what is analysed, is {0} dB below the louder one. One of them was probably recorded with the wrong polarity.</source>
        <translation>Die Kanäle löschen einander aus: Ihr Mittel, das analysiert wird, liegt {0} dB unter dem lauteren. Einer von ihnen wurde wohl mit falscher Polarität aufgenommen.</translation>
    </message>
</context>
<context>
    <name>analysis.checked_by_beginning</name>
    <message>
        <source>The beginning of its SHA-256 that is published ({0}) is right, and so are its tensors.</source>
        <translation>Der Anfang der SHA-256, der veröffentlicht ist ({0}), stimmt, und die Tensoren stimmen auch.</translation>
    </message>
</context>
<context>
    <name>analysis.checked_by_hash</name>
    <message>
        <source>Its SHA-256 is that of the published file.</source>
        <translation>Die SHA-256 ist die der veröffentlichten Datei.</translation>
    </message>
</context>
<context>
    <name>analysis.checked_by_length</name>
    <message>
        <source>Its SHA-256 is not known for certain: its length and its contents were checked.</source>
        <translation>Die SHA-256 ist nicht sicher bekannt: Geprüft wurden Länge und Inhalt.</translation>
    </message>
</context>
<context>
    <name>analysis.checked_by_tensors</name>
    <message>
        <source>Neither its SHA-256 nor its length is known for certain: its contents were checked.</source>
        <translation>Weder SHA-256 noch Länge sind sicher bekannt: Geprüft wurde der Inhalt.</translation>
    </message>
</context>
<context>
    <name>analysis.chosen_by_hand</name>
    <message>
        <source>Key frames chosen by hand: the pictures at {0}.</source>
        <translation>Von Hand gewählte Schlüsselbilder: die Bilder bei {0}.</translation>
    </message>
</context>
<context>
    <name>analysis.crnn_without_events</name>
    <message>
        <source>A CRNN needs the names of its events.</source>
        <translation>Ein CRNN braucht die Namen seiner Ereignisse.</translation>
    </message>
</context>
<context>
    <name>analysis.cut_off</name>
    <message>
        <source>The file says that it is {0} s long, but nothing could be decoded after {1} s: it may have been cut off.</source>
        <translation>Laut Datei ist sie {0} s lang, aber nach {1} s ließ sich nichts mehr dekodieren: Vielleicht wurde sie abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>analysis.damaged_entry</name>
    <message>
        <source>{0} has a damaged entry.</source>
        <translation>{0} hat einen beschädigten Eintrag.</translation>
    </message>
</context>
<context>
    <name>analysis.damaged_model</name>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>analysis.damaged_packets</name>
    <message>
        <source>{0} damaged packets were skipped.</source>
        <translation>{0} beschädigte Pakete wurden übersprungen.</translation>
    </message>
</context>
<context>
    <name>analysis.damaged_registry</name>
    <message>
        <source>{0} is damaged. Rename it, and import the models again.</source>
        <translation>{0} ist beschädigt. Benennen Sie es um, und importieren Sie die Modelle neu.</translation>
    </message>
</context>
<context>
    <name>analysis.damaged_result</name>
    <message>
        <source>The stored result is damaged.</source>
        <translation>Das gespeicherte Ergebnis ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>analysis.demo_models</name>
    <message>
        <source>Demo models in use: {0}, made by Tagscope for its demo project; what they say about other media means little.</source>
        <translation>Demo-Modelle in Gebrauch: {0}, von Tagscope für sein Demoprojekt erzeugt; was sie über andere Medien sagen, bedeutet wenig.</translation>
    </message>
</context>
<context>
    <name>analysis.events_without_class</name>
    <message>
        <source>{0} has no class for {1} of the events, such as {2}: they have no audio probability but 0. Say which of its classes mean them.</source>
        <translation>{0} hat für {1} der Ereignisse keine Klasse, etwa {2}: Sie haben keine Audiowahrscheinlichkeit außer 0. Sagen Sie, welche seiner Klassen sie meinen.</translation>
    </message>
</context>
<context>
    <name>analysis.fetch_and_unpack_by_hand</name>
    <message>
        <source>{0} To do it by hand: download {1} in a browser, here or on another computer, unpack {3} from it, and choose that file.</source>
        <translation>{0} Von Hand geht es so: Laden Sie {1} mit einem Browser, hier oder auf einem anderen Rechner, entpacken Sie daraus {3}, und wählen Sie diese Datei.</translation>
    </message>
</context>
<context>
    <name>analysis.fetch_by_hand</name>
    <message>
        <source>{0} To do it by hand: download {1} in a browser, here or on another computer, and choose the file.</source>
        <translation>{0} Von Hand geht es so: Laden Sie {1} mit einem Browser, hier oder auf einem anderen Rechner, und wählen Sie die Datei.</translation>
    </message>
</context>
<context>
    <name>analysis.given_scores</name>
    <message>
        <source>The audio scores are those of &quot;{0}&quot;, which were given: there is no network that could be asked what it heard. With the tagger that made them, the clip is analysed and explained: File &gt; Models…</source>
        <translation>Die Audiowerte sind die von „{0}“, die gegeben wurden: Es gibt kein Netz, das man fragen könnte, was es gehört hat. Mit dem Tagger, der sie gemacht hat, wird der Clip analysiert und erklärt: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.import_again</name>
    <message>
        <source>{0} Choose or fetch another file: File &gt; Models…</source>
        <translation>{0} Wählen oder laden Sie eine andere Datei: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.key_frames_at_intervals</name>
    <message>
        <source>Key frames are at equal intervals. {0}</source>
        <translation>Die Schlüsselbilder liegen in gleichen Abständen. {0}</translation>
    </message>
</context>
<context>
    <name>analysis.key_frames_by_hand</name>
    <message>
        <source>The key frames chosen by hand are not distinct pictures of this clip.</source>
        <translation>Die von Hand gewählten Schlüsselbilder sind nicht verschiedene Bilder dieses Clips.</translation>
    </message>
</context>
<context>
    <name>analysis.mapping_of_other_events</name>
    <message>
        <source>The mapping is for {0} events, but there are {1}.</source>
        <translation>Die Zuordnung gilt für {0} Ereignisse; hier sind es {1}.</translation>
    </message>
</context>
<context>
    <name>analysis.mapping_table</name>
    <message>
        <source>The mapping&apos;s table is for a different number of events.</source>
        <translation>Die Tabelle der Zuordnung gilt für eine andere Zahl von Ereignissen.</translation>
    </message>
</context>
<context>
    <name>analysis.model_changed</name>
    <message>
        <source>{0} is not the file that was imported: its SHA-256 is {1}, but {2} was recorded. Import {3} again.</source>
        <translation>{0} ist nicht das, was importiert wurde: Sein SHA-256 ist {1}, verzeichnet ist {2}. Importieren Sie {3} noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.model_missing</name>
    <message>
        <source>{0} is missing. Import {1} again.</source>
        <translation>{0} fehlt. Importieren Sie {1} noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.models_setting</name>
    <message>
        <source>The setting &quot;models&quot; of {0} cannot be read.</source>
        <translation>Die Einstellung „models“ von {0} kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>analysis.network_width</name>
    <message>
        <source>A network&apos;s width is a factor above 0 and at most 1.</source>
        <translation>Die Breite eines Netzes ist ein Faktor über 0 und höchstens 1.</translation>
    </message>
</context>
<context>
    <name>analysis.newer_settings</name>
    <message>
        <source>These settings are from a newer version of Tagscope.</source>
        <translation>Diese Einstellungen stammen aus einer neueren Version von Tagscope.</translation>
    </message>
</context>
<context>
    <name>analysis.no_activations_to_explain</name>
    <message>
        <source>There are no activations to explain: the clip has no sound, or there was no audio tagger.</source>
        <translation>Es gibt keine Aktivierungen zu erklären: Der Clip hat keinen Ton, oder es gab keinen Audio-Tagger.</translation>
    </message>
</context>
<context>
    <name>analysis.no_demo_models</name>
    <message>
        <source>The demo models were not found in {0}. Reinstall Tagscope, or add models of your own: File &gt; Models…</source>
        <translation>Die Demo-Modelle wurden in {0} nicht gefunden. Installieren Sie Tagscope neu, oder fügen Sie eigene Modelle hinzu: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.no_dissimilarities</name>
    <message>
        <source>Other key frames cannot be chosen: the dissimilarities of the pictures were not computed.</source>
        <translation>Andere Schlüsselbilder können nicht gewählt werden: Wie verschieden die Bilder sind, wurde nicht gemessen.</translation>
    </message>
</context>
<context>
    <name>analysis.no_event_number</name>
    <message>
        <source>The clip has no event number {0}.</source>
        <translation>Der Clip hat kein Ereignis Nummer {0}.</translation>
    </message>
</context>
<context>
    <name>analysis.no_mapping</name>
    <message>
        <source>Objects cannot be assigned to events. {0}</source>
        <translation>Objekte können keinen Ereignissen zugeordnet werden. {0}</translation>
    </message>
</context>
<context>
    <name>analysis.no_pictures</name>
    <message>
        <source>{0} has no pictures here; its tags come from the sound alone.</source>
        <translation>{0} hat hier keine Bilder; die Schlagwörter stammen allein aus dem Ton.</translation>
    </message>
</context>
<context>
    <name>analysis.no_random_weights</name>
    <message>
        <source>Only the CRNN and AlexNet can be made with random weights; {0} cannot.</source>
        <translation>Nur das CRNN und AlexNet können mit zufälligen Gewichten erzeugt werden; {0} nicht.</translation>
    </message>
</context>
<context>
    <name>analysis.no_sound</name>
    <message>
        <source>{0} has no sound here; its tags come from the pictures alone.</source>
        <translation>{0} hat hier keinen Ton; die Schlagwörter stammen allein aus den Bildern.</translation>
    </message>
</context>
<context>
    <name>analysis.no_such_kind</name>
    <message>
        <source>There is no such kind of model.</source>
        <translation>Eine solche Art von Modell gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>analysis.no_such_object</name>
    <message>
        <source>The clip has no such key frame or object.</source>
        <translation>Der Clip hat kein solches Schlüsselbild oder Objekt.</translation>
    </message>
</context>
<context>
    <name>analysis.no_such_place</name>
    <message>
        <source>{0} has no room for a clip of {1} s at {2} s.</source>
        <translation>{0}: Bei {2} s kann es keinen Clip von {1} s geben.</translation>
    </message>
</context>
<context>
    <name>analysis.no_tagger</name>
    <message>
        <source>No audio tagger is registered. {0}</source>
        <translation>Kein Audio-Tagger ist registriert. {0}</translation>
    </message>
</context>
<context>
    <name>analysis.no_video_branch</name>
    <message>
        <source>Video probabilities need an analysis with the video branch.</source>
        <translation>Videowahrscheinlichkeiten brauchen eine Analyse mit dem Videozweig.</translation>
    </message>
</context>
<context>
    <name>analysis.no_video_probabilities</name>
    <message>
        <source>Video probabilities cannot be computed. {0}</source>
        <translation>Es kann keine Videowahrscheinlichkeiten geben. {0}</translation>
    </message>
</context>
<context>
    <name>analysis.none_published</name>
    <message>
        <source>No {0} was published. {1}</source>
        <translation>{0} wurde nicht veröffentlicht. {1}</translation>
    </message>
</context>
<context>
    <name>analysis.not_numbers</name>
    <message>
        <source>{0} samples that are not numbers were treated as silence.</source>
        <translation>{0} Abtastwerte, die keine Zahlen sind, wurden als Stille gewertet.</translation>
    </message>
</context>
<context>
    <name>analysis.not_published</name>
    <message>
        <source>There is no published file {0}. There is: {1}.</source>
        <translation>Es gibt keine veröffentlichte Datei {0}. Es gibt: {1}.</translation>
    </message>
</context>
<context>
    <name>analysis.not_registered</name>
    <message>
        <source>No {0} registered. {1}</source>
        <translation>{0}: nicht angemeldet. {1}</translation>
    </message>
</context>
<context>
    <name>analysis.nothing_decodable</name>
    <message>
        <source>{0} holds neither sound nor pictures that can be decoded.</source>
        <translation>{0} enthält weder Ton noch Bilder, die sich dekodieren lassen.</translation>
    </message>
</context>
<context>
    <name>analysis.nothing_decodable_at</name>
    <message>
        <source>{0} holds neither sound nor pictures at {1} s that can be decoded.</source>
        <translation>{0} enthält bei {1} s weder Ton noch Bilder, die sich dekodieren lassen.</translation>
    </message>
</context>
<context>
    <name>analysis.nothing_to_remove</name>
    <message>
        <source>There is no sound of this event to take something out of.</source>
        <translation>Es gibt keinen Ton dieses Ereignisses, aus dem etwas herausgenommen werden könnte.</translation>
    </message>
</context>
<context>
    <name>analysis.objects_of_other_network</name>
    <message>
        <source>The objects were not recognised by the Inception-v4 that is loaded now. Analyse the clip again.</source>
        <translation>Die Objekte wurden nicht von dem Inception-v4 erkannt, das jetzt geladen ist. Analysieren Sie den Clip noch einmal.</translation>
    </message>
</context>
<context>
    <name>analysis.objects_unknown</name>
    <message>
        <source>The objects in a new key frame are not known yet.</source>
        <translation>Die Objekte in einem neuen Schlüsselbild sind noch nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>analysis.other_codec</name>
    <message>
        <source>The stored result is from another version.</source>
        <translation>Das gespeicherte Ergebnis ist von einer anderen Version.</translation>
    </message>
</context>
<context>
    <name>analysis.other_object_classes</name>
    <message>
        <source>The registered Inception-v4 has {0} classes instead of {1}. Choose or fetch one for ImageNet: File &gt; Models…</source>
        <translation>Das angemeldete Inception-v4 hat {0} Klassen statt {1}. Wählen oder laden Sie eines für ImageNet: Datei &gt; Modelle …</translation>
    </message>
</context>
<context>
    <name>analysis.picture_not_again</name>
    <message>
        <source>{0}: a picture could not be decoded a second time.</source>
        <translation>{0}: Ein Bild konnte kein zweites Mal dekodiert werden.</translation>
    </message>
</context>
<context>
    <name>analysis.registry_version</name>
    <message>
        <source>{0} was written by another version of Tagscope.</source>
        <translation>{0} wurde von einer anderen Version von Tagscope geschrieben.</translation>
    </message>
</context>
<context>
    <name>analysis.run_too_young</name>
    <message>
        <source>{0} has no network yet. Let it train for at least one epoch.</source>
        <translation>{0} hat noch kein Netz. Lassen Sie ihn mindestens eine Epoche lang trainieren.</translation>
    </message>
</context>
<context>
    <name>analysis.run_without_network</name>
    <message>
        <source>The run &quot;{0}&quot;, whose network this project uses, has none yet. Train it to its first epoch.</source>
        <translation>Der Lauf „{0}“, dessen Netz dieses Projekt verwendet, hat noch keines. Trainieren Sie ihn bis zur ersten Epoche.</translation>
    </message>
</context>
<context>
    <name>analysis.scores_of_unknown_clip</name>
    <message>
        <source>{0} has scores for the clip &quot;{1}&quot;, which the project does not have. Delete the file, or import that clip.</source>
        <translation>{0} hat Werte des Clips „{1}“, den das Projekt nicht hat. Löschen Sie die Datei, oder importieren Sie diesen Clip.</translation>
    </message>
</context>
<context>
    <name>analysis.setting_of_other_classes</name>
    <message>
        <source>The setting &quot;analysis&quot; of {0} is for different classes from the project&apos;s.</source>
        <translation>Die Einstellung „analysis“ von {0} gilt für andere Klassen, als das Projekt hat.</translation>
    </message>
</context>
<context>
    <name>analysis.setting_of_other_duration</name>
    <message>
        <source>The setting &quot;analysis&quot; of {0} is for clips of a different duration from the project&apos;s.</source>
        <translation>Die Einstellung „analysis“ von {0} gilt für Clips einer anderen Dauer, als das Projekt hat.</translation>
    </message>
</context>
<context>
    <name>analysis.settings_unreadable</name>
    <message>
        <source>These settings cannot be read.</source>
        <translation>Diese Einstellungen können nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>analysis.silence_without_sound</name>
    <message>
        <source>There is no sound in the selection to be silenced.</source>
        <translation>In dem, was still sein soll, ist kein Ton.</translation>
    </message>
</context>
<context>
    <name>analysis.tagger_scored_nothing</name>
    <message>
        <source>No clip could be scored: their media are missing or have no sound.</source>
        <translation>Kein Clip konnte bewertet werden: Ihre Medien fehlen oder haben keinen Ton.</translation>
    </message>
</context>
<context>
    <name>analysis.tagger_without_event</name>
    <message>
        <source>The {0} does not know the event &quot;{1}&quot;.</source>
        <translation>{0} kennt das Ereignis „{1}“ nicht.</translation>
    </message>
</context>
<context>
    <name>analysis.untrained</name>
    <message>
        <source>{0} is untrained ({1}): its results mean nothing.</source>
        <translation>{0} ist untrainiert ({1}): Was daraus folgt, ist ohne Bedeutung.</translation>
    </message>
</context>
<context>
    <name>analysis.word_vectors</name>
    <message>
        <source>Word vectors</source>
        <translation>Wortvektoren</translation>
    </message>
</context>
<context>
    <name>app.event_choices</name>
    <message>
        <source>--event {0}: choose one of: {1}.</source>
        <translation>--event {0}: Nennen Sie eines von: {1}.</translation>
    </message>
</context>
<context>
    <name>app.no_other_system</name>
    <message>
        <source>There is no other system to compare with.</source>
        <translation>Es gibt kein anderes System zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>app.other_classes</name>
    <message>
        <source>{0} already exists, with different classes from {1}.</source>
        <translation>{0} gibt es schon, mit anderen Klassen, als {1} hat.</translation>
    </message>
</context>
<context>
    <name>app.other_clip_length</name>
    <message>
        <source>{0} already exists, with clips of a different length from --clip-seconds.</source>
        <translation>{0} gibt es schon, mit Clips einer anderen Länge, als --clip-seconds sagt.</translation>
    </message>
</context>
<context>
    <name>app.project_or_tables</name>
    <message>
        <source>Give a project, or tables (scores and labels), not both.</source>
        <translation>Geben Sie ein Projekt an oder Tabellen (Werte und Etiketten), nicht beides.</translation>
    </message>
</context>
<context>
    <name>app.stopped</name>
    <message>
        <source>Stopped. Run the same command again to continue.</source>
        <translation>Angehalten. Derselbe Befehl macht weiter.</translation>
    </message>
</context>
<context>
    <name>audio.bad_bands</name>
    <message>
        <source>{0} mel bands are not between 1 and half the FFT&apos;s {1} samples</source>
        <translation>{0} Mel-Bänder liegen nicht zwischen 1 und der Hälfte der {1} Abtastwerte der FFT</translation>
    </message>
</context>
<context>
    <name>audio.bad_fft</name>
    <message>
        <source>an FFT of {0} samples is not between 2 and {1}</source>
        <translation>eine FFT von {0} Abtastwerten liegt nicht zwischen 2 und {1}</translation>
    </message>
</context>
<context>
    <name>audio.bad_floor</name>
    <message>
        <source>the magnitude floor is not between 1.2e-38 and 1</source>
        <translation>die Untergrenze der Beträge liegt nicht zwischen 1.2e-38 und 1</translation>
    </message>
</context>
<context>
    <name>audio.bad_frequencies</name>
    <message>
        <source>the frequencies from {0} to {1} Hz are not a range within 0 and half the sample rate, {2} Hz</source>
        <translation>die Frequenzen von {0} bis {1} Hz sind kein Bereich zwischen 0 und der halben Abtastrate, {2} Hz</translation>
    </message>
</context>
<context>
    <name>audio.bad_hop</name>
    <message>
        <source>a hop of {0} samples is not above 0</source>
        <translation>ein Schritt von {0} Abtastwerten ist nicht über 0</translation>
    </message>
</context>
<context>
    <name>audio.bad_sample_rate</name>
    <message>
        <source>a sample rate of {0} Hz is not above 0</source>
        <translation>eine Abtastrate von {0} Hz ist nicht über 0</translation>
    </message>
</context>
<context>
    <name>audio.bad_window</name>
    <message>
        <source>a window of {0} samples is not between 1 and the FFT&apos;s {1}</source>
        <translation>ein Fenster von {0} Abtastwerten liegt nicht zwischen 1 und den {1} der FFT</translation>
    </message>
</context>
<context>
    <name>audio.fourier_transform_failed</name>
    <message>
        <source>The Fourier transform of {0} samples could not be prepared.</source>
        <translation>Die Fouriertransformation von {0} Abtastwerten konnte nicht vorbereitet werden.</translation>
    </message>
</context>
<context>
    <name>audio.front_end</name>
    <message>
        <source>The front end makes no sense: check its window, hop, transform, mel bands and logarithm.</source>
        <translation>Die Merkmalsberechnung ergibt keinen Sinn: Prüfen Sie Fenster, Schrittweite, Transformation, Mel-Bänder und Logarithmus.</translation>
    </message>
</context>
<context>
    <name>audio.log_mel_options</name>
    <message>
        <source>The log-mel options do not fit together: {0}.</source>
        <translation>Die Einstellungen des Log-Mel passen nicht zusammen: {0}.</translation>
    </message>
</context>
<context>
    <name>audio.removal_stretch</name>
    <message>
        <source>There is no such stretch of sound to take something out of.</source>
        <translation>Es gibt keinen solchen Tonabschnitt, aus dem etwas herausgenommen werden könnte.</translation>
    </message>
</context>
<context>
    <name>audio.silent_mel_band</name>
    <message>
        <source>The log-mel options do not fit together: with {0} mel bands, band {1} lies between two frequencies of the FFT and would always be silent. Use fewer bands or a longer FFT.</source>
        <translation>Die Einstellungen des Log-Mel passen nicht zusammen: Mit {0} Mel-Bändern liegt Band {1} zwischen zwei Frequenzen der FFT und wäre immer still. Nehmen Sie weniger Bänder oder eine längere FFT.</translation>
    </message>
</context>
<context>
    <name>audio.sound_not_kept</name>
    <message>
        <source>The sound could not be stored for display: the disk may be full.</source>
        <translation>Der Ton konnte nicht zum Ansehen aufbewahrt werden: Der Datenträger ist vielleicht voll.</translation>
    </message>
</context>
<context>
    <name>audio.sound_not_kept_in</name>
    <message>
        <source>The sound could not be stored in {0} for display. Free some space there, or allow the program to write to it.</source>
        <translation>Der Ton konnte nicht in {0} zum Ansehen aufbewahrt werden. Schaffen Sie dort Platz, oder lassen Sie das Programm dort schreiben.</translation>
    </message>
</context>
<context>
    <name>audio.sound_not_read_again</name>
    <message>
        <source>The sound stored for display could not be read again.</source>
        <translation>Der Ton, der zum Ansehen aufbewahrt wurde, konnte nicht wieder gelesen werden.</translation>
    </message>
</context>
<context>
    <name>audio.window_not_even</name>
    <message>
        <source>A window of {0} samples cannot be used: its length must be an even number between {1} and {2}.</source>
        <translation>Ein Fenster von {0} Abtastwerten ist keine gerade Zahl zwischen {1} und {2}.</translation>
    </message>
</context>
<context>
    <name>audit.damaged_plans</name>
    <message>
        <source>The plans of the audit in {0} cannot be read: they were damaged, or a later version wrote them.</source>
        <translation>Die Pläne des Audits in {0} sind nicht zu lesen: Sie wurden beschädigt, oder eine spätere Version hat sie geschrieben.</translation>
    </message>
</context>
<context>
    <name>audit.damaged_task</name>
    <message>
        <source>The task in {0} cannot be read: it was damaged, or a later version wrote it. Ask for it again.</source>
        <translation>Die Aufgabe in {0} ist nicht zu lesen: Sie wurde beschädigt, oder eine spätere Version hat sie geschrieben. Bitten Sie noch einmal darum.</translation>
    </message>
</context>
<context>
    <name>audit.labels_of_other_events</name>
    <message>
        <source>The clips have labels for {0} events, but there are {1}.</source>
        <translation>Die Clips haben Labels zu {0} Ereignissen, wo es {1} gibt.</translation>
    </message>
</context>
<context>
    <name>audit.merge_without_times</name>
    <message>
        <source>{0} has verdicts without times, which cannot be merged twice with the same result. Import it as a table of verdicts.</source>
        <translation>{0} hat Urteile ohne Zeiten, die sich nicht zweimal mit gleichem Ergebnis zusammenführen lassen. Importieren Sie die Datei als Tabelle von Urteilen.</translation>
    </message>
</context>
<context>
    <name>audit.no_clips</name>
    <message>
        <source>{0} has no clips.</source>
        <translation>{0} hat keine Clips.</translation>
    </message>
</context>
<context>
    <name>audit.no_clips_in_split</name>
    <message>
        <source>{0} has no clips in the split &quot;{1}&quot;.</source>
        <translation>{0} hat keine Clips in der Teilmenge „{1}“.</translation>
    </message>
</context>
<context>
    <name>audit.no_flag</name>
    <message>
        <source>Clip {0} has no flag that is open.</source>
        <translation>Clip {0} hat keine offene Markierung.</translation>
    </message>
</context>
<context>
    <name>audit.no_such_event</name>
    <message>
        <source>The project has no event &quot;{0}&quot;.</source>
        <translation>Das Projekt hat kein Ereignis „{0}“.</translation>
    </message>
</context>
<context>
    <name>audit.no_such_new_event</name>
    <message>
        <source>No annotator&apos;s new event named &quot;{0}&quot; is open.</source>
        <translation>Kein neues Ereignis namens „{0}“ ist offen.</translation>
    </message>
</context>
<context>
    <name>audit.number_of_folds</name>
    <message>
        <source>Calibration in {0} folds is not possible: there must be at least 2 folds, and at most as many as there are clips with audio probabilities, {1}.</source>
        <translation>Um in {0} Faltungen zu kalibrieren, braucht es 2 oder mehr und höchstens so viele, wie es Clips mit Audiowahrscheinlichkeiten gibt: {1}.</translation>
    </message>
</context>
<context>
    <name>audit.order_needs_audio</name>
    <message>
        <source>The order &quot;{0}&quot; needs audio probabilities, and no clip has any yet. The orders &quot;stratified&quot; and &quot;random&quot; do not need them.</source>
        <translation>Die Reihenfolge „{0}“ braucht Audiowahrscheinlichkeiten, und noch kein Clip hat welche. Die Reihenfolgen „stratified“ und „random“ kommen ohne aus.</translation>
    </message>
</context>
<context>
    <name>audit.ordered_by_sound</name>
    <message>
        <source>No clip has video probabilities: the order is by the sound alone.</source>
        <translation>Kein Clip hat Videowahrscheinlichkeiten: Die Reihenfolge richtet sich nach dem Ton allein.</translation>
    </message>
</context>
<context>
    <name>audit.other_clips_or_events</name>
    <message>
        <source>The audio probabilities and the labels are for different clips or events.</source>
        <translation>Audiowahrscheinlichkeiten und Labels gehören zu verschiedenen Clips oder Ereignissen.</translation>
    </message>
</context>
<context>
    <name>audit.plan_names_alike</name>
    <message>
        <source>There are two annotators with a name like &quot;{0}&quot;. Give each a name of its own, such as with a surname.</source>
        <translation>Zwei Personen heißen wie „{0}“. Geben Sie jeder einen eigenen Namen, etwa mit Nachnamen.</translation>
    </message>
</context>
<context>
    <name>audit.plan_shares</name>
    <message>
        <source>The shares of common and of gold pages are from 0 to 100 %, and together no more than 100 %.</source>
        <translation>Die Anteile der gemeinsamen und der Gold-Seiten liegen zwischen 0 und 100 %, zusammen nicht über 100 %.</translation>
    </message>
</context>
<context>
    <name>audit.plan_without_name</name>
    <message>
        <source>A plan needs the names of its annotators.</source>
        <translation>Ein Plan braucht die Namen derer, die urteilen.</translation>
    </message>
</context>
<context>
    <name>audit.plan_without_pages</name>
    <message>
        <source>{0} has nothing left to plan: all its clips with labels were judged, or are in a plan already.</source>
        <translation>In {0} ist nichts mehr zu planen: Alle Clips mit Labels sind beurteilt oder schon in einem Plan.</translation>
    </message>
</context>
<context>
    <name>audit.plan_without_stage</name>
    <message>
        <source>A plan needs at least one stage: sound, pictures or model-output.</source>
        <translation>Ein Plan braucht mindestens eine Stufe: sound, pictures oder model-output.</translation>
    </message>
</context>
<context>
    <name>audit.publish_without_creator</name>
    <message>
        <source>A published audit needs the name of at least one creator.</source>
        <translation>Ein veröffentlichtes Audit braucht mindestens einen Namen, unter dem es zitiert wird.</translation>
    </message>
</context>
<context>
    <name>audit.publish_without_verdicts</name>
    <message>
        <source>{0} has no verdicts to publish.</source>
        <translation>{0} hat keine Urteile, die veröffentlicht werden könnten.</translation>
    </message>
</context>
<context>
    <name>audit.some_without_video</name>
    <message>
        <source>{0} of {1} clips have no video probabilities: they are ordered as if theirs were in the middle.</source>
        <translation>{0} von {1} Clips haben keine Videowahrscheinlichkeiten: Sie sind eingereiht, als lägen ihre in der Mitte.</translation>
    </message>
</context>
<context>
    <name>audit.task_of_another_plan</name>
    <message>
        <source>{0} is a task of {1} from a plan that {2} does not have. Nothing was merged. Its verdicts can be merged under another name.</source>
        <translation>{0} ist eine Aufgabe von {1} aus einem Plan, den {2} nicht hat. Nichts wurde zusammengeführt. Die Urteile lassen sich unter einem anderen Namen zusammenführen.</translation>
    </message>
</context>
<context>
    <name>audit.unknown_clips</name>
    <message>
        <source>{0} has verdicts on {1} clips that {2} does not have, such as &quot;{3}&quot;. Nothing was merged. Import them first, or leave their verdicts out.</source>
        <translation>{0} hat Urteile zu {1} Clips, die {2} nicht hat, etwa „{3}“. Nichts wurde zusammengeführt. Importieren Sie sie zuerst, oder lassen Sie ihre Urteile aus.</translation>
    </message>
</context>
<context>
    <name>audit.unknown_events</name>
    <message>
        <source>{0} has verdicts on {1} events that {2} does not have, such as &quot;{3}&quot;. Nothing was merged. Import them first, or leave their verdicts out.</source>
        <translation>{0} hat Urteile zu {1} Ereignissen, die {2} nicht hat, etwa „{3}“. Nichts wurde zusammengeführt. Importieren Sie sie zuerst, oder lassen Sie ihre Urteile aus.</translation>
    </message>
</context>
<context>
    <name>base.audio</name>
    <message>
        <source>audio</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>base.audio_or_video</name>
    <message>
        <source>audio or video</source>
        <translation>Ton- oder Video</translation>
    </message>
</context>
<context>
    <name>base.cancelled</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>base.cannot_make</name>
    <message>
        <source>{0} cannot be created.</source>
        <translation>{0} kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>base.cannot_make_folder</name>
    <message>
        <source>The folder of {0} cannot be created.</source>
        <translation>Der Ordner von {0} kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>base.cannot_read</name>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>base.cannot_replace</name>
    <message>
        <source>{0} cannot be replaced.</source>
        <translation>{0} kann nicht ersetzt werden.</translation>
    </message>
</context>
<context>
    <name>base.cannot_write</name>
    <message>
        <source>{0} cannot be written.</source>
        <translation>{0} kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>base.cannot_write_full</name>
    <message>
        <source>{0} cannot be written. Is the disk full?</source>
        <translation>{0} kann nicht geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
</context>
<context>
    <name>base.damaged</name>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>base.damaged_because</name>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} ist beschädigt: {1}</translation>
    </message>
</context>
<context>
    <name>base.does_not_exist</name>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>base.empty_file</name>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
</context>
<context>
    <name>base.far_too_large</name>
    <message>
        <source>{0} is far too large for a file of its kind.</source>
        <translation>{0} ist viel zu groß für das, was es sein sollte.</translation>
    </message>
</context>
<context>
    <name>base.followed_by</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>base.in_line</name>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}, Zeile {1}: {2}</translation>
    </message>
</context>
<context>
    <name>base.link_leads_out</name>
    <message>
        <source>{0} is a link that leads out of its folder: nothing is read or written there. Put a real folder in its place.</source>
        <translation>{0} ist ein Verweis, der aus seinem Ordner hinausführt: Dort wird nichts gelesen oder geschrieben. Legen Sie einen echten Ordner an seine Stelle.</translation>
    </message>
</context>
<context>
    <name>base.list</name>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>base.list_end</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
</context>
<context>
    <name>base.newer_version</name>
    <message>
        <source>{0} is from a newer version of Tagscope.</source>
        <translation>{0} stammt aus einer neueren Version von Tagscope.</translation>
    </message>
</context>
<context>
    <name>base.no_directory_of</name>
    <message>
        <source>The directory of {0} cannot be created.</source>
        <translation>Das Verzeichnis von {0} kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>base.not_a_file</name>
    <message>
        <source>{0} is not a file.</source>
        <translation>{0} ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>base.not_a_file_name</name>
    <message>
        <source>&quot;{0}&quot; cannot be the name of a file or a run: a name has 1 to 200 bytes, no / or \ or control characters, and does not begin with a dot.</source>
        <translation>„{0}“ kann nicht der Name einer Datei oder eines Laufs sein: Ein Name hat 1 bis 200 Byte, enthält weder / noch \ noch Steuerzeichen und beginnt nicht mit einem Punkt.</translation>
    </message>
</context>
<context>
    <name>base.not_written_completely</name>
    <message>
        <source>{0} could not be written completely. Is the disk full?</source>
        <translation>{0} konnte nicht vollständig geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
</context>
<context>
    <name>base.own_file_missing</name>
    <message>
        <source>The program&apos;s own file {0} was not found in {1}. Reinstall Tagscope, or set TAGSCOPE_RESOURCES.</source>
        <translation>Die programmeigene Datei {0} wurde in {1} nicht gefunden. Installieren Sie Tagscope neu, oder setzen Sie TAGSCOPE_RESOURCES.</translation>
    </message>
</context>
<context>
    <name>base.read_stopped</name>
    <message>
        <source>{0} could not be read to the end.</source>
        <translation>{0} konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
</context>
<context>
    <name>base.video</name>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>base.within</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>demo.directory_not_made</name>
    <message>
        <source>The directory {0} for the demo could not be created. Choose another.</source>
        <translation>Das Verzeichnis {0} für die Demo konnte nicht angelegt werden. Wählen Sie ein anderes.</translation>
    </message>
</context>
<context>
    <name>demo.generated</name>
    <message>
        <source>Demo project: its recordings are generated by the program.</source>
        <translation>Demoprojekt: Seine Aufnahmen erzeugt das Programm.</translation>
    </message>
</context>
<context>
    <name>demo.negative_size</name>
    <message>
        <source>A demo cannot have a negative number of clips.</source>
        <translation>Eine Demo kann keine negative Zahl von Clips haben.</translation>
    </message>
</context>
<context>
    <name>demo.no_such_clip</name>
    <message>
        <source>{0} is not one of the demo&apos;s clips and cannot be made.</source>
        <translation>{0} ist keiner der Clips der Demo und kann nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>demo.other_events</name>
    <message>
        <source>{0} is a project with other events than the demo&apos;s. Open it as it is, choose another directory, or delete it.</source>
        <translation>{0} ist ein Projekt mit anderen Ereignissen als denen der Demo. Öffnen Sie es, wie es ist, nennen Sie ein anderes Verzeichnis, oder löschen Sie es.</translation>
    </message>
</context>
<context>
    <name>demo.other_origin</name>
    <message>
        <source>{0} is a demo of another size or seed: {1}. Open it as it is, choose another directory, or delete it.</source>
        <translation>{0} ist eine Demo anderer Größe oder mit anderem Startwert: {1}. Öffnen Sie sie, wie sie ist, nennen Sie ein anderes Verzeichnis, oder löschen Sie sie.</translation>
    </message>
</context>
<context>
    <name>demo.other_version</name>
    <message>
        <source>{0} is not a demo of this version of Tagscope. Open it as it is, choose another directory, or delete it.</source>
        <translation>{0} ist keine Demo dieser Version von Tagscope. Öffnen Sie es, wie es ist, nennen Sie ein anderes Verzeichnis, oder löschen Sie es.</translation>
    </message>
</context>
<context>
    <name>download.broken_off</name>
    <message>
        <source>The connection to {0} broke off.</source>
        <translation>Die Verbindung zu {0} brach ab.</translation>
    </message>
</context>
<context>
    <name>download.damaged_archive</name>
    <message>
        <source>{0} is damaged. Delete it and download it again.</source>
        <translation>{0} ist beschädigt. Löschen Sie die Datei, und laden Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>download.failed</name>
    <message>
        <source>{0} could not be downloaded. {1}</source>
        <translation>{0} konnte nicht geladen werden. {1}</translation>
    </message>
</context>
<context>
    <name>download.no_archive</name>
    <message>
        <source>{0} is not a zip archive.</source>
        <translation>{0} ist kein Zip-Archiv.</translation>
    </message>
</context>
<context>
    <name>download.no_connection</name>
    <message>
        <source>There is no connection to {0}.</source>
        <translation>Es gibt keine Verbindung zu {0}.</translation>
    </message>
</context>
<context>
    <name>download.no_room</name>
    <message>
        <source>{0} has no room: {1} MB are needed, {2} MB are free.</source>
        <translation>{0} hat keinen Platz: {1} MB werden gebraucht, {2} MB sind frei.</translation>
    </message>
</context>
<context>
    <name>download.not_answered</name>
    <message>
        <source>{0} could not be fetched.</source>
        <translation>{0} konnte nicht geholt werden.</translation>
    </message>
</context>
<context>
    <name>download.not_in_archive</name>
    <message>
        <source>{0} does not contain {1}.</source>
        <translation>{0} enthält {1} nicht.</translation>
    </message>
</context>
<context>
    <name>download.not_trusted</name>
    <message>
        <source>No secure connection to {0} came about.</source>
        <translation>Es kam keine sichere Verbindung zu {0} zustande.</translation>
    </message>
</context>
<context>
    <name>download.not_written</name>
    <message>
        <source>{0} cannot be written. Is the disk full?</source>
        <translation>{0} kann nicht geschrieben werden. Ist die Platte voll?</translation>
    </message>
</context>
<context>
    <name>download.other_hash</name>
    <message>
        <source>What {0} sent is not the published file: its SHA-256 is {1}, but should be {2}.</source>
        <translation>Was {0} schickte, ist nicht die veröffentlichte Datei: Die SHA-256 ist {1} statt {2}.</translation>
    </message>
</context>
<context>
    <name>download.other_length</name>
    <message>
        <source>{0} has {1} bytes instead of {2}, so it is not the published file.</source>
        <translation>{0} hat {1} Bytes statt {2}, ist also nicht die veröffentlichte Datei.</translation>
    </message>
</context>
<context>
    <name>download.other_protocol</name>
    <message>
        <source>{0} is neither an http nor an https address.</source>
        <translation>{0} ist weder eine http- noch eine https-Adresse.</translation>
    </message>
</context>
<context>
    <name>download.other_range</name>
    <message>
        <source>{0} sent a different part of the file than was asked for.</source>
        <translation>{0} schickte einen anderen Teil der Datei als verlangt.</translation>
    </message>
</context>
<context>
    <name>download.reasons</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
</context>
<context>
    <name>download.redirected_elsewhere</name>
    <message>
        <source>{0} leads to an address that is not a secure web address.</source>
        <translation>{0} führt zu einer Adresse, die keine sichere Webadresse ist.</translation>
    </message>
</context>
<context>
    <name>download.runs_already</name>
    <message>
        <source>{0} is being downloaded already.</source>
        <translation>{0} wird schon geladen.</translation>
    </message>
</context>
<context>
    <name>download.status</name>
    <message>
        <source>{0} answered with HTTP status {1}.</source>
        <translation>{0} antwortete mit dem HTTP-Status {1}.</translation>
    </message>
</context>
<context>
    <name>download.too_many_redirects</name>
    <message>
        <source>{0} leads from address to address without an end.</source>
        <translation>{0} führt von Adresse zu Adresse, ohne ein Ende.</translation>
    </message>
</context>
<context>
    <name>evaluation.cannot_measure_split</name>
    <message>
        <source>The split &quot;{0}&quot; cannot be evaluated.</source>
        <translation>Die Teilmenge „{0}“ kann nicht gemessen werden.</translation>
    </message>
</context>
<context>
    <name>evaluation.clips_untagged</name>
    <message>
        <source>{0}, {1}: {2} clips have no scores and count as untagged, such as {3}.</source>
        <translation>{0}, {1}: {2} Clips haben keine Bewertungen und gelten als nicht verschlagwortet, etwa {3}.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_geometry</name>
    <message>
        <source>AlexNet sees the whole picture, squeezed to a square; Inception-v4 sees its central square. The paper does not say how pictures are cut.</source>
        <translation>AlexNet sieht das ganze Bild, zum Quadrat gestaucht; Inception-v4 sieht das mittlere Quadrat. Der Artikel sagt nicht, wie Bilder beschnitten werden.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_key_frame_count</name>
    <message>
        <source>{0} key frames of a clip; the paper has 4.</source>
        <translation>{0} Schlüsselbilder je Clip; im Artikel sind es 4.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_key_frames</name>
    <message>
        <source>Key frames by {0}; the paper&apos;s are by DS3.</source>
        <translation>Schlüsselbilder durch {0}; die des Artikels sind durch DS3.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_mapping</name>
    <message>
        <source>Objects are mapped to events by the rule {0}; in the paper each goes to the most similar event.</source>
        <translation>Objekte werden Ereignissen nach der Regel {0} zugeordnet; im Artikel geht jedes an das ähnlichste Ereignis.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_networks</name>
    <message>
        <source>The probabilities &quot;{0}&quot; are by the small networks of the demo, not by those of the paper.</source>
        <translation>Die Wahrscheinlichkeiten „{0}“ sind von den kleinen Netzen der Demo, nicht von denen des Artikels.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_training</name>
    <message>
        <source>The run &quot;{0}&quot; was trained with {1} = {2}; the paper&apos;s is {3}.</source>
        <translation>Der Lauf „{0}“ wurde mit {1} = {2} trainiert; im Artikel ist es {3}.</translation>
    </message>
</context>
<context>
    <name>evaluation.departs_in_tuning</name>
    <message>
        <source>The operating point &quot;{0}&quot; was tuned by the method {1}; the paper&apos;s is its own procedure with weights of 0.8 and 0.2.</source>
        <translation>Der Arbeitspunkt „{0}“ wurde nach dem Verfahren {1} abgestimmt; der Artikel hat sein eigenes Verfahren mit Gewichten von 0,8 und 0,2.</translation>
    </message>
</context>
<context>
    <name>evaluation.epoch_chosen_here</name>
    <message>
        <source>The epoch of &quot;{0}&quot; was chosen on the split &quot;{1}&quot; too, so the figures are somewhat too good. Clips of a split of their own, or folds, do better.</source>
        <translation>Auch die Epoche von „{0}“ wurde auf der Teilmenge „{1}“ gewählt, die Zahlen sind also etwas zu gut. Eine eigene Teilmenge oder Kreuzvalidierung ist besser.</translation>
    </message>
</context>
<context>
    <name>evaluation.events_untuned</name>
    <message>
        <source>No clip has {0}, so there is nothing to tune on: the threshold stays as it was.</source>
        <translation>Kein Clip hat {0}, also gibt es nichts zum Abstimmen: Die Schwelle bleibt, wie sie war.</translation>
    </message>
</context>
<context>
    <name>evaluation.few_positives</name>
    <message>
        <source>Fewer than {0} clips have {1}: the thresholds of such events are little more than guesses.</source>
        <translation>Weniger als {0} Clips haben {1}: Die Schwellen solcher Ereignisse sind kaum mehr als geraten.</translation>
    </message>
</context>
<context>
    <name>evaluation.left_out</name>
    <message>
        <source>Left out: {0}</source>
        <translation>Weggelassen: {0}</translation>
    </message>
</context>
<context>
    <name>evaluation.no_audio_of_split</name>
    <message>
        <source>No run has audio probabilities for the split &quot;{0}&quot; yet.</source>
        <translation>Noch kein Lauf hat Audiowahrscheinlichkeiten der Teilmenge „{0}“.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_audio_scores</name>
    <message>
        <source>The run &quot;{0}&quot; has no audio probabilities for the split &quot;{1}&quot; yet.</source>
        <translation>Der Lauf „{0}“ hat noch keine Audiowahrscheinlichkeiten der Teilmenge „{1}“.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_clip_has_both</name>
    <message>
        <source>No clip of the split &quot;{0}&quot; has both audio and video probabilities.</source>
        <translation>Kein Clip der Teilmenge „{0}“ hat sowohl Audio- als auch Videowahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_clips_in_split</name>
    <message>
        <source>The project has no clips in the split &quot;{0}&quot;.</source>
        <translation>Das Projekt hat keine Clips in einer Teilmenge „{0}“.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_point_as_paper</name>
    <message>
        <source>{0} has no operating point of the paper&apos;s procedure. Tune one by this method.</source>
        <translation>{0} hat keinen Arbeitspunkt nach dem Verfahren des Artikels. Stimmen Sie einen nach diesem Verfahren ab.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_points</name>
    <message>
        <source>{0} has no operating point yet. Tune one.</source>
        <translation>{0} hat noch keinen Arbeitspunkt. Stimmen Sie einen ab.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_positive_clip</name>
    <message>
        <source>{0}: no clip has {1}. Such an event has no average precision; where nothing is tagged with it either, the macro figures leave it out.</source>
        <translation>{0}: Kein Clip hat {1}. Ein solches Ereignis hat keine mittlere Präzision; wo auch nichts damit markiert ist, bleibt es in den Makro-Werten weg.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_scores</name>
    <message>
        <source>The project has neither audio nor video probabilities.</source>
        <translation>Das Projekt hat weder Audio- noch Videowahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_split_to_measure</name>
    <message>
        <source>The project has no split other than training to evaluate on.</source>
        <translation>Das Projekt hat außer der Trainingsmenge keine Teilmenge, an der gemessen werden könnte.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_such_point</name>
    <message>
        <source>{0} has no operating point &quot;{1}&quot;.</source>
        <translation>{0} hat keinen Arbeitspunkt „{1}“.</translation>
    </message>
</context>
<context>
    <name>evaluation.no_video_scores</name>
    <message>
        <source>There are no video probabilities for the split &quot;{0}&quot; yet.</source>
        <translation>Es gibt noch keine Videowahrscheinlichkeiten der Teilmenge „{0}“.</translation>
    </message>
</context>
<context>
    <name>evaluation.nobody_audited</name>
    <message>
        <source>Nobody has audited clips of the split &quot;{0}&quot;. Use the weak labels.</source>
        <translation>Niemand hat Clips der Teilmenge „{0}“ geprüft. Nehmen Sie die schwachen Labels.</translation>
    </message>
</context>
<context>
    <name>evaluation.nothing_scored</name>
    <message>
        <source>The clips of the split &quot;{0}&quot; of {1} have neither audio nor video probabilities yet. They come as the clips are analysed.</source>
        <translation>Die Clips der Teilmenge „{0}“ von {1} haben noch weder Audio- noch Videowahrscheinlichkeiten. Sie kommen, während die Clips analysiert werden.</translation>
    </message>
</context>
<context>
    <name>evaluation.nothing_to_measure</name>
    <message>
        <source>The project has nothing to evaluate.</source>
        <translation>Das Projekt hat nichts zu messen.</translation>
    </message>
</context>
<context>
    <name>evaluation.point_of_other_events</name>
    <message>
        <source>The operating point is for {0} events, but the project has {1}.</source>
        <translation>Der Arbeitspunkt gilt für {0} Ereignisse, das Projekt hat {1}.</translation>
    </message>
</context>
<context>
    <name>evaluation.point_set_by_hand</name>
    <message>
        <source>The operating point &quot;{0}&quot; was set by hand and is left as it is. Choose another name.</source>
        <translation>Der Arbeitspunkt „{0}“ wurde von Hand gesetzt und bleibt, wie er ist. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>evaluation.project_without_clips</name>
    <message>
        <source>The project has no clips yet. Import some.</source>
        <translation>Das Projekt hat noch keine Clips. Importieren Sie welche.</translation>
    </message>
</context>
<context>
    <name>evaluation.too_few_to_tune</name>
    <message>
        <source>{0} clips are too few to tune on: nothing can be said about how well this does on others.</source>
        <translation>{0} Clips sind zu wenige zum Abstimmen: Wie gut es auf anderen ist, lässt sich nicht sagen.</translation>
    </message>
</context>
<context>
    <name>evaluation.truth_unknown</name>
    <message>
        <source>The project does not record what is {0} in the split &quot;{1}&quot;. Use the weak labels.</source>
        <translation>Das Projekt verzeichnet nicht, was in der Teilmenge „{1}“ {0} ist. Nehmen Sie die schwachen Labels.</translation>
    </message>
</context>
<context>
    <name>evaluation.tuned_on_itself</name>
    <message>
        <source>&quot;{0}&quot; was tuned on the split &quot;{1}&quot; itself: its figures there are too optimistic.</source>
        <translation>„{0}“ wurde auf der Teilmenge „{1}“ selbst abgestimmt: Seine Zahlen dort sind zu gut.</translation>
    </message>
</context>
<context>
    <name>exchange.annotator_missing</name>
    <message>
        <source>the annotator is missing.</source>
        <translation>Die annotierende Person fehlt.</translation>
    </message>
</context>
<context>
    <name>exchange.array_without_hop</name>
    <message>
        <source>{0} does not say how far apart its steps are. Give the hop, in seconds.</source>
        <translation>{0} sagt nicht, wie weit seine Schritte auseinanderliegen. Geben Sie den Abstand in Sekunden an.</translation>
    </message>
</context>
<context>
    <name>exchange.begins_clamped</name>
    <message>
        <source>{0} labels begin barely before 0; they begin at 0 now.</source>
        <translation>{0} Labels beginnen knapp vor 0; sie beginnen nun bei 0.</translation>
    </message>
</context>
<context>
    <name>exchange.cannot_make_directory</name>
    <message>
        <source>The directory {0} cannot be created.</source>
        <translation>Das Verzeichnis {0} kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>exchange.channels_not_held</name>
    <message>
        <source>{0} does not keep channels; {1} regions have them.</source>
        <translation>{0} behält keine Kanäle; {1} Abschnitte haben welche.</translation>
    </message>
</context>
<context>
    <name>exchange.classes_of_one_event</name>
    <message>
        <source>&quot;{0}&quot; and &quot;{1}&quot; are both the event {2}. Say in a table of classes that the event is to have the larger of them.</source>
        <translation>„{0}“ und „{1}“ sind beide das Ereignis {2}. Sagen Sie in einer Tabelle der Klassen, dass das Ereignis den größeren Wert haben soll.</translation>
    </message>
</context>
<context>
    <name>exchange.classes_unlike_events</name>
    <message>
        <source>There are {0} columns without names, but the project has {1} events.</source>
        <translation>Es gibt {0} Spalten ohne Namen, aber das Projekt hat {1} Ereignisse.</translation>
    </message>
</context>
<context>
    <name>exchange.clip_in_two_sets</name>
    <message>
        <source>{0}: the clip {1} is in the {2} set as well; it can only be in one.</source>
        <translation>{0}: Der Clip {1} ist auch in der Teilmenge {2}; er kann nur in einer sein.</translation>
    </message>
</context>
<context>
    <name>exchange.clip_of_other_duration</name>
    <message>
        <source>The project has a clip {0} that lasts {1}; the list has one of {2}.</source>
        <translation>Das Projekt hat einen Clip {0}, der {1} dauert; die Liste hat einen von {2}.</translation>
    </message>
</context>
<context>
    <name>exchange.clip_scored_twice</name>
    <message>
        <source>the clip {0} has been there before.</source>
        <translation>der Clip {0} kam schon vorher vor.</translation>
    </message>
</context>
<context>
    <name>exchange.clip_too_long</name>
    <message>
        <source>The clip {0} lasts {1}, but the clips of {2} last at most {3}. Make a project with longer clips for it.</source>
        <translation>Der Clip {0} dauert {1}, aber die Clips von {2} dauern höchstens {3}. Erstellen Sie für ihn ein Projekt mit längeren Clips.</translation>
    </message>
</context>
<context>
    <name>exchange.common_clips</name>
    <message>
        <source>{0} clips that are in all tables are used; {1} of the labels have no scores, {2} rows of scores no labels.</source>
        <translation>{0} Clips, die in allen Tabellen sind, werden benutzt; {1} der Etiketten haben keine Werte, {2} Zeilen mit Werten keine Etiketten.</translation>
    </message>
</context>
<context>
    <name>exchange.confidences_not_held</name>
    <message>
        <source>{0} does not keep confidences; {1} regions have them.</source>
        <translation>{0} behält keine Konfidenzen; {1} Abschnitte haben welche.</translation>
    </message>
</context>
<context>
    <name>exchange.csv_without_labels</name>
    <message>
        <source>{0} names no labels that could be the classes of a new project. Specify the classes.</source>
        <translation>{0} nennt keine Labels, die Klassen eines neuen Projekts sein könnten. Nennen Sie die Klassen.</translation>
    </message>
</context>
<context>
    <name>exchange.damaged_part</name>
    <message>
        <source>{0} was cut off or is damaged. Compute this part again.</source>
        <translation>{0} ist abgeschnitten oder beschädigt. Berechnen Sie diesen Teil noch einmal.</translation>
    </message>
</context>
<context>
    <name>exchange.dcase_file_name</name>
    <message>
        <source>{0}: &quot;{1}&quot; is not of the form ID_START_END.wav.</source>
        <translation>{0}: „{1}“ hat nicht die Form ID_START_END.wav.</translation>
    </message>
</context>
<context>
    <name>exchange.dcase_label_unknown</name>
    <message>
        <source>{0}: the label &quot;{1}&quot; of {2} is not one of the classes of {3}.</source>
        <translation>{0}: Das Label „{1}“ von {2} ist keine der Klassen von {3}.</translation>
    </message>
</context>
<context>
    <name>exchange.directory_is_there</name>
    <message>
        <source>{0} already exists. Choose a new or empty directory.</source>
        <translation>{0} gibt es schon. Nennen Sie ein neues oder leeres Verzeichnis.</translation>
    </message>
</context>
<context>
    <name>exchange.drawn_otherwise</name>
    <message>
        <source>The validation clips of {0} have already been drawn, differently: {1}. Import with the same number and seed, or create a new project.</source>
        <translation>Die Validierungsclips von {0} wurden schon gezogen, aber anders: {1}. Importieren Sie mit derselben Zahl und demselben Startwert, oder erstellen Sie ein neues Projekt.</translation>
    </message>
</context>
<context>
    <name>exchange.events_without_scores</name>
    <message>
        <source>{0} events have no scores in a table and count as 0, such as {1}.</source>
        <translation>{0} Ereignisse haben in einer Tabelle keine Werte und zählen als 0, etwa {1}.</translation>
    </message>
</context>
<context>
    <name>exchange.exact_scores</name>
    <message>
        <source>What is kept of the scores &quot;{0}&quot; in double precision is damaged. Import them again.</source>
        <translation>Was von den Werten „{0}“ in doppelter Genauigkeit aufgehoben ist, ist beschädigt. Importieren Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>exchange.folder_no_event</name>
    <message>
        <source>The subfolder &quot;{0}&quot; is none of the project&apos;s events; its {1} recordings have no label.</source>
        <translation>Der Unterordner „{0}“ ist keines der Ereignisse des Projekts; seine {1} Aufnahmen haben kein Label.</translation>
    </message>
</context>
<context>
    <name>exchange.frequencies_not_held</name>
    <message>
        <source>{0} does not keep frequencies; {1} regions have them.</source>
        <translation>{0} behält keine Frequenzen; {1} Abschnitte haben welche.</translation>
    </message>
</context>
<context>
    <name>exchange.incomplete_clips</name>
    <message>
        <source>{0} clips were left out: not all that is heard in them is marked.</source>
        <translation>{0} Clips wurden ausgelassen: Nicht alles, was in ihnen zu hören ist, ist markiert.</translation>
    </message>
</context>
<context>
    <name>exchange.jams_without_confidence</name>
    <message>
        <source>{0}: activations need stretches of time that all have a confidence from 0 to 1.</source>
        <translation>{0}: Aktivierungen brauchen Zeitabschnitte, die alle eine Konfidenz von 0 bis 1 haben.</translation>
    </message>
</context>
<context>
    <name>exchange.label_id_unknown</name>
    <message>
        <source>{0}: the label {1} is not the id of any of the classes of {2}.</source>
        <translation>{0}: Das Label {1} ist die Kennung keiner der Klassen von {2}.</translation>
    </message>
</context>
<context>
    <name>exchange.label_map_line</name>
    <message>
        <source>a line must have a label and an event, separated by a tab.</source>
        <translation>eine Zeile muss ein Label und ein Ereignis haben, durch einen Tabulator getrennt.</translation>
    </message>
</context>
<context>
    <name>exchange.label_unknown</name>
    <message>
        <source>&quot;{0}&quot; is not one of the project&apos;s events.</source>
        <translation>„{0}“ ist keines der Ereignisse des Projekts.</translation>
    </message>
</context>
<context>
    <name>exchange.labels_cut</name>
    <message>
        <source>{0} labels reach beyond their clip and were cut.</source>
        <translation>{0} Labels reichen über ihren Clip hinaus und wurden beschnitten.</translation>
    </message>
</context>
<context>
    <name>exchange.media_not_there</name>
    <message>
        <source>{0} does not exist; the clip has no media.</source>
        <translation>{0} gibt es nicht; der Clip hat keine Medien.</translation>
    </message>
</context>
<context>
    <name>exchange.more_odd_sound</name>
    <message>
        <source>The sound of {0} more recordings misleads: analysing them says how.</source>
        <translation>Bei {0} weiteren Aufnahmen täuscht der Ton: Die Analyse sagt, wie.</translation>
    </message>
</context>
<context>
    <name>exchange.more_unread</name>
    <message>
        <source>The same applies to {0} more files.</source>
        <translation>So ist es mit {0} weiteren Dateien.</translation>
    </message>
</context>
<context>
    <name>exchange.no_activation_files</name>
    <message>
        <source>There are no files of activations (.tsv, .npy, .jams) in {0}.</source>
        <translation>In {0} gibt es keine Dateien mit Aktivierungen (.tsv, .npy, .jams).</translation>
    </message>
</context>
<context>
    <name>exchange.no_activations</name>
    <message>
        <source>There are no activations to export.</source>
        <translation>Es gibt keine Aktivierungen zum Exportieren.</translation>
    </message>
</context>
<context>
    <name>exchange.no_addresses</name>
    <message>
        <source>The names of the {0} clips without media say no address.</source>
        <translation>Die Namen der {0} Clips ohne Medien nennen keine Adresse.</translation>
    </message>
</context>
<context>
    <name>exchange.no_annotator</name>
    <message>
        <source>Specify who marked the regions.</source>
        <translation>Sagen Sie, wer die Abschnitte markiert hat.</translation>
    </message>
</context>
<context>
    <name>exchange.no_audioset_id</name>
    <message>
        <source>The event &quot;{0}&quot; has no AudioSet id, which AudioSet lists use to name events. Export as csv or dcase2017.</source>
        <translation>Das Ereignis „{0}“ hat keine Kennung von AudioSet, mit der dessen Listen Ereignisse benennen. Exportieren Sie als csv oder dcase2017.</translation>
    </message>
</context>
<context>
    <name>exchange.no_audioset_ids</name>
    <message>
        <source>None of the events of {0} has an AudioSet id, which AudioSet lists use to name events.</source>
        <translation>Keines der Ereignisse von {0} hat eine Kennung von AudioSet, mit der dessen Listen Ereignisse benennen.</translation>
    </message>
</context>
<context>
    <name>exchange.no_class_is_event</name>
    <message>
        <source>None of the classes, such as &quot;{0}&quot;, is an event of {1}. Say in a table which class means which event.</source>
        <translation>Keine der Klassen, etwa „{0}“, ist ein Ereignis von {1}. Sagen Sie in einer Tabelle, welche Klasse welches Ereignis meint.</translation>
    </message>
</context>
<context>
    <name>exchange.no_clip_called</name>
    <message>
        <source>no clip is called &quot;{0}&quot;.</source>
        <translation>kein Clip heißt „{0}“.</translation>
    </message>
</context>
<context>
    <name>exchange.no_clips</name>
    <message>
        <source>The project has no clips.</source>
        <translation>Das Projekt hat keine Clips.</translation>
    </message>
</context>
<context>
    <name>exchange.no_common_clips</name>
    <message>
        <source>{0} and {1} have no clip in common.</source>
        <translation>{0} und {1} haben keinen Clip gemeinsam.</translation>
    </message>
</context>
<context>
    <name>exchange.no_duration</name>
    <message>
        <source>{0} does not say how long it is.</source>
        <translation>{0} gibt seine Länge nicht an.</translation>
    </message>
</context>
<context>
    <name>exchange.no_folder</name>
    <message>
        <source>The folder {0} does not exist.</source>
        <translation>Den Ordner {0} gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>exchange.no_media_directory</name>
    <message>
        <source>The media directory {0} does not exist.</source>
        <translation>Das Medienverzeichnis {0} gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>exchange.no_media_missing</name>
    <message>
        <source>No media are missing.</source>
        <translation>Es fehlen keine Medien.</translation>
    </message>
</context>
<context>
    <name>exchange.no_parts</name>
    <message>
        <source>There are no finished parts in {0}.</source>
        <translation>In {0} liegen keine fertigen Teile.</translation>
    </message>
</context>
<context>
    <name>exchange.no_probabilities</name>
    <message>
        <source>No clip has probabilities of this kind.</source>
        <translation>Kein Clip hat solche Wahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>exchange.no_readable_media</name>
    <message>
        <source>There are no video or sound files that can be read in {0}. Choose another folder.</source>
        <translation>In {0} gibt es keine Video- oder Tondateien, die sich lesen lassen. Nennen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>exchange.no_regions_in_format</name>
    <message>
        <source>Regions cannot be read from {0} files.</source>
        <translation>Aus Dateien der Art {0} werden keine Abschnitte gelesen.</translation>
    </message>
</context>
<context>
    <name>exchange.no_rows</name>
    <message>
        <source>there are no rows in it.</source>
        <translation>sie enthält keine Zeilen.</translation>
    </message>
</context>
<context>
    <name>exchange.no_scores</name>
    <message>
        <source>No clip has scores.</source>
        <translation>Kein Clip hat Werte.</translation>
    </message>
</context>
<context>
    <name>exchange.no_subfolders</name>
    <message>
        <source>{0} has no subfolders with media whose names could be the events.</source>
        <translation>{0} hat keine Unterordner mit Medien, deren Namen die Ereignisse sein könnten.</translation>
    </message>
</context>
<context>
    <name>exchange.no_such_source</name>
    <message>
        <source>The project has no scores named &quot;{0}&quot; for this branch.</source>
        <translation>Das Projekt hat für diesen Zweig keine Werte namens „{0}“.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_class</name>
    <message>
        <source>&quot;{0}&quot; is not one of the classes of {1}. Correct it, or create a project with this class.</source>
        <translation>„{0}“ ist keine der Klassen von {1}. Berichtigen Sie es, oder legen Sie ein Projekt mit dieser Klasse an.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_clip</name>
    <message>
        <source>&quot;{0}&quot; is not a clip of {1}.</source>
        <translation>„{0}“ ist kein Clip von {1}.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_count</name>
    <message>
        <source>&quot;{0}&quot; is not a number from 0.</source>
        <translation>„{0}“ ist keine Zahl ab 0.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_remark</name>
    <message>
        <source>&quot;{0}&quot; is not a remark: flag, new event (with its name in the column event) or settled, each also with &quot;taken back&quot;.</source>
        <translation>„{0}“ ist kein Hinweis: flag, new event (mit dem Namen in der Spalte event) oder settled, jedes auch mit „taken back“.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_stage</name>
    <message>
        <source>&quot;{0}&quot; is not a stage: sound, pictures, model-output or adjudicated.</source>
        <translation>„{0}“ ist keine Stufe: sound, pictures, model-output oder adjudicated.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_time</name>
    <message>
        <source>&quot;{0}&quot; is not a time such as 2026-01-15T10:00:00.000000Z.</source>
        <translation>„{0}“ ist keine Zeit wie 2026-01-15T10:00:00.000000Z.</translation>
    </message>
</context>
<context>
    <name>exchange.not_a_verdict</name>
    <message>
        <source>&quot;{0}&quot; is not a verdict: audible, visible, both, neither or unsure.</source>
        <translation>„{0}“ ist kein Urteil: audible, visible, both, neither oder unsure.</translation>
    </message>
</context>
<context>
    <name>exchange.not_an_answer</name>
    <message>
        <source>&quot;{0}&quot; is not an answer: yes, no or unsure.</source>
        <translation>„{0}“ ist keine Antwort: yes, no oder unsure.</translation>
    </message>
</context>
<context>
    <name>exchange.not_an_event</name>
    <message>
        <source>&quot;{0}&quot; is not an event of {1}.</source>
        <translation>„{0}“ ist kein Ereignis von {1}.</translation>
    </message>
</context>
<context>
    <name>exchange.not_offered</name>
    <message>
        <source>{0} cannot be exported as {1}.</source>
        <translation>{0} kann nicht als {1} exportiert werden.</translation>
    </message>
</context>
<context>
    <name>exchange.notes_not_held</name>
    <message>
        <source>{0} does not keep notes; {1} regions have them.</source>
        <translation>{0} behält keine Notizen; {1} Abschnitte haben welche.</translation>
    </message>
</context>
<context>
    <name>exchange.nothing_named</name>
    <message>
        <source>Give a folder of media, lists of labels, or both.</source>
        <translation>Nennen Sie einen Medienordner, Labellisten oder beides.</translation>
    </message>
</context>
<context>
    <name>exchange.nothing_to_write</name>
    <message>
        <source>No clip has anything to write.</source>
        <translation>Kein Clip hat etwas zu schreiben.</translation>
    </message>
</context>
<context>
    <name>exchange.odd_sound</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>exchange.one_class_or_several</name>
    <message>
        <source>&quot;{0}&quot; holds a comma: is it one class or several? Give the classes (--classes), or separate labels by &quot;;&quot;.</source>
        <translation>„{0}“ enthält ein Komma: Ist es eine Klasse oder mehrere? Geben Sie die Klassen an (--classes), oder trennen Sie Labels durch „;“.</translation>
    </message>
</context>
<context>
    <name>exchange.one_csv</name>
    <message>
        <source>Clips can be imported from one CSV at a time. Give one list.</source>
        <translation>Clips kommen aus jeweils einer CSV. Nennen Sie eine Liste.</translation>
    </message>
</context>
<context>
    <name>exchange.other_contents</name>
    <message>
        <source>{0} recordings have a file of the same name there with different content; it was not used.</source>
        <translation>{0} Aufnahmen haben dort eine gleichnamige Datei mit anderem Inhalt; sie wurde nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>exchange.other_count</name>
    <message>
        <source>{0} counts {1} clips of {2}; the lists have {3}.</source>
        <translation>{0} zählt {1} Clips von {2}; die Listen haben {3}.</translation>
    </message>
</context>
<context>
    <name>exchange.other_labels</name>
    <message>
        <source>{0} labels are not among the project&apos;s events.</source>
        <translation>{0} Labels sind keines der Ereignisse des Projekts.</translation>
    </message>
</context>
<context>
    <name>exchange.other_splits</name>
    <message>
        <source>{0} clips are in a different split in the project than in the list; they stay there.</source>
        <translation>{0} Clips sind im Projekt in anderen Teilmengen als in der Liste; sie bleiben dort.</translation>
    </message>
</context>
<context>
    <name>exchange.outside_clip</name>
    <message>
        <source>{0} s to {1} s lies outside the clip.</source>
        <translation>{0} s bis {1} s liegt außerhalb des Clips.</translation>
    </message>
</context>
<context>
    <name>exchange.part_of_later_version</name>
    <message>
        <source>{0} was written by another version of Tagscope. Compute this part again with this one.</source>
        <translation>{0} wurde von einer anderen Version von Tagscope geschrieben. Berechnen Sie diesen Teil mit dieser noch einmal.</translation>
    </message>
</context>
<context>
    <name>exchange.part_of_other_events</name>
    <message>
        <source>{0} is for different events from the project&apos;s. Compute the parts again.</source>
        <translation>{0} ist für andere Ereignisse als die des Projekts. Berechnen Sie die Teile noch einmal.</translation>
    </message>
</context>
<context>
    <name>exchange.part_twice</name>
    <message>
        <source>Part {0} is there twice: {1} and {2}. Delete one of them.</source>
        <translation>Teil {0} ist zweimal da: {1} und {2}. Löschen Sie einen davon.</translation>
    </message>
</context>
<context>
    <name>exchange.parts_missing</name>
    <message>
        <source>{0} of {1} parts are missing in {2}: {3}. Compute them; nothing was changed.</source>
        <translation>{0} von {1} Teilen fehlen in {2}: {3}. Berechnen Sie sie; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>exchange.parts_of_other_clips</name>
    <message>
        <source>{0} was made for a different choice of clips from {1}. Delete what is out of date; nothing was changed.</source>
        <translation>{0} wurde für eine andere Auswahl von Clips erzeugt als {1}. Löschen Sie, was veraltet ist; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>exchange.parts_of_other_settings</name>
    <message>
        <source>{0} was made with different models or settings from {1}. Delete what is out of date; nothing was changed.</source>
        <translation>{0} wurde mit anderen Modellen oder Einstellungen erzeugt als {1}. Löschen Sie, was veraltet ist; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>exchange.parts_of_two_works</name>
    <message>
        <source>{0} is one of {1} parts, but there are also parts of {2}, such as {3}. Delete what is out of date; nothing was changed.</source>
        <translation>{0} ist einer von {1} Teilen, aber es gibt auch Teile von {2}, etwa {3}. Löschen Sie, was veraltet ist; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>exchange.parts_unfinished</name>
    <message>
        <source>{0} of {1} parts in {2} were stopped before their end: {3}. Compute them to the end; nothing was changed.</source>
        <translation>{0} von {1} Teilen in {2} wurden vor ihrem Ende angehalten: {3}. Berechnen Sie sie zu Ende; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>exchange.point_marks_no_region</name>
    <message>
        <source>a point has no duration and marks no region.</source>
        <translation>ein Punkt hat keine Dauer und markiert keinen Abschnitt.</translation>
    </message>
</context>
<context>
    <name>exchange.regions_joined</name>
    <message>
        <source>{0} regions of several annotators were joined with others that they overlap or touch (--join apart keeps them).</source>
        <translation>{0} Abschnitte mehrerer Annotatoren wurden mit anderen vereint, die sie überlappen oder berühren (--join apart behält sie).</translation>
    </message>
</context>
<context>
    <name>exchange.regions_not_heard</name>
    <message>
        <source>{0} regions were left out: it was decided that their events are not heard.</source>
        <translation>{0} Abschnitte wurden ausgelassen: Es wurde entschieden, dass ihre Ereignisse nicht zu hören sind.</translation>
    </message>
</context>
<context>
    <name>exchange.rows_left_out</name>
    <message>
        <source>{0}: {1} rows were left out: {2}</source>
        <translation>{0}: {1} Zeilen wurden ausgelassen: {2}</translation>
    </message>
</context>
<context>
    <name>exchange.rows_left_out_from</name>
    <message>
        <source>{0}: {1} rows were left out, from line {2}: {3}</source>
        <translation>{0}: {1} Zeilen wurden ausgelassen, ab Zeile {2}: {3}</translation>
    </message>
</context>
<context>
    <name>exchange.scores_became_equal</name>
    <message>
        <source>{0} scores that differ only beyond seven digits count as equal, because everything is reckoned in single precision. An export gives them back as they came.</source>
        <translation>{0} Werte, die sich erst nach sieben Stellen unterscheiden, gelten als gleich, weil alles mit einfacher Genauigkeit rechnet. Ein Export gibt sie zurück, wie sie kamen.</translation>
    </message>
</context>
<context>
    <name>exchange.segments_without_event</name>
    <message>
        <source>{0} segments have none of the project&apos;s events and were skipped.</source>
        <translation>{0} Ausschnitte haben keines der Ereignisse des Projekts und wurden ausgelassen.</translation>
    </message>
</context>
<context>
    <name>exchange.setting_unreadable</name>
    <message>
        <source>{0} is damaged: its setting {1} cannot be read.</source>
        <translation>{0} ist beschädigt: Die Einstellung {1} kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>exchange.several_grids</name>
    <message>
        <source>Arrays say nothing of their grid, but the clip {0} is on another than the clips before it. Choose another format.</source>
        <translation>Arrays sagen nichts über ihr Raster, aber der Clip {0} hat ein anderes als die Clips davor. Wählen Sie ein anderes Format.</translation>
    </message>
</context>
<context>
    <name>exchange.sound_unchecked</name>
    <message>
        <source>Only the first {0} recordings were checked for channels that cancel and samples that cannot be meant; analysing checks the others.</source>
        <translation>Nur die ersten {0} Aufnahmen wurden auf Kanäle geprüft, die sich auslöschen, und auf unsinnige Abtastwerte; die übrigen prüft die Analyse.</translation>
    </message>
</context>
<context>
    <name>exchange.source_is_run</name>
    <message>
        <source>&quot;{0}&quot; is a training run of the project. Choose another name for the scores.</source>
        <translation>„{0}“ ist ein Trainingslauf des Projekts. Wählen Sie einen anderen Namen für die Werte.</translation>
    </message>
</context>
<context>
    <name>exchange.source_not_imported</name>
    <message>
        <source>&quot;{0}&quot; names scores that this program made. Choose another name for the scores.</source>
        <translation>„{0}“ heißen Werte, die dieses Programm berechnet hat. Wählen Sie einen anderen Namen für die Werte.</translation>
    </message>
</context>
<context>
    <name>exchange.source_without_name</name>
    <message>
        <source>Give the scores a name.</source>
        <translation>Geben Sie den Werten einen Namen.</translation>
    </message>
</context>
<context>
    <name>exchange.strong_list_alone</name>
    <message>
        <source>A strong list has the clip {0}, which the project does not have. Give the weak list of its set, too.</source>
        <translation>Eine starke Liste hat den Clip {0}, den das Projekt nicht hat. Nennen Sie auch die schwache Liste seiner Teilmenge.</translation>
    </message>
</context>
<context>
    <name>exchange.times_of_clips</name>
    <message>
        <source>Times in these files are those of the clips, not of the longer recordings that some are part of.</source>
        <translation>Die Zeiten in diesen Dateien sind die der Clips, nicht die der längeren Aufnahmen, deren Teile manche sind.</translation>
    </message>
</context>
<context>
    <name>exchange.times_of_recordings</name>
    <message>
        <source>Times in these files are those of the recordings.</source>
        <translation>Die Zeiten in diesen Dateien sind die der Aufnahmen.</translation>
    </message>
</context>
<context>
    <name>exchange.too_few_to_draw</name>
    <message>
        <source>{0} validation clips cannot be drawn from {1} training clips. Choose fewer, or 0 for none.</source>
        <translation>{0} Validierungsclips können nicht aus {1} Trainingsclips gezogen werden. Wählen Sie weniger, oder 0 für keine.</translation>
    </message>
</context>
<context>
    <name>exchange.two_clips_one_file</name>
    <message>
        <source>Two clips would be written to the file {0}: &quot;{1}&quot; and another.</source>
        <translation>Zwei Clips hätten die Datei {0}, „{1}“ und ein anderer.</translation>
    </message>
</context>
<context>
    <name>exchange.uneven_steps</name>
    <message>
        <source>{0}: the steps are not equally long.</source>
        <translation>{0}: Die Schritte sind nicht gleich lang.</translation>
    </message>
</context>
<context>
    <name>exchange.verdict_column_missing</name>
    <message>
        <source>the column &quot;{0}&quot; is missing; a table of verdicts has clip, event, annotator, stage, heard, seen, note and time.</source>
        <translation>Die Spalte „{0}“ fehlt; eine Tabelle von Urteilen hat clip, event, annotator, stage, heard, seen, note und time.</translation>
    </message>
</context>
<context>
    <name>exchange.verdict_row_changed</name>
    <message>
        <source>row {0} was changed after the table was written, or rows before it are missing. Get the table again; if the change is intended, remove the columns &quot;row&quot; and &quot;check&quot;.</source>
        <translation>Zeile {0} wurde geändert, nachdem die Tabelle geschrieben war, oder davor fehlen Zeilen. Holen Sie die Tabelle noch einmal; ist die Änderung gewollt, entfernen Sie die Spalten „row“ und „check“.</translation>
    </message>
</context>
<context>
    <name>exchange.verdict_table_cut</name>
    <message>
        <source>the table ends here, after {0} of {1} rows. Get the table again.</source>
        <translation>Die Tabelle endet hier, nach {0} von {1} Zeilen. Holen Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>exchange.which_clip</name>
    <message>
        <source>&quot;{0}&quot; could be any of the clips {1}. Say which (--clip), or name the file after the clip.</source>
        <translation>„{0}“ könnte jeder der Clips {1} sein. Sagen Sie, welcher (--clip), oder benennen Sie die Datei nach dem Clip.</translation>
    </message>
</context>
<context>
    <name>exchange.without_media</name>
    <message>
        <source>This program was built without media support. Give lists of labels.</source>
        <translation>Dieses Programm wurde ohne Medien gebaut. Nennen Sie Labellisten.</translation>
    </message>
</context>
<context>
    <name>formats.a_probability</name>
    <message>
        <source>a probability from 0 to 1</source>
        <translation>eine Wahrscheinlichkeit von 0 bis 1</translation>
    </message>
</context>
<context>
    <name>formats.and_more</name>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
</context>
<context>
    <name>formats.annotation_out_of_order</name>
    <message>
        <source>the annotation &quot;{0}&quot; ends before it begins.</source>
        <translation>die Annotation „{0}“ endet vor ihrem Beginn.</translation>
    </message>
</context>
<context>
    <name>formats.annotation_without_extent</name>
    <message>
        <source>annotation {0} has no place in a recording.</source>
        <translation>die Annotation {0} hat keinen Platz in einer Aufnahme.</translation>
    </message>
</context>
<context>
    <name>formats.annotation_without_tag</name>
    <message>
        <source>annotation {0} has no tag.</source>
        <translation>die Annotation {0} hat kein Tag.</translation>
    </message>
</context>
<context>
    <name>formats.annotation_without_time</name>
    <message>
        <source>the annotation &quot;{0}&quot; has no place in time. Align it in ELAN.</source>
        <translation>die Annotation „{0}“ hat keinen Platz in der Zeit. Richten Sie sie in ELAN aus.</translation>
    </message>
</context>
<context>
    <name>formats.annotations_spread</name>
    <message>
        <source>{0} annotations have no times of their own and were spread evenly between their neighbours.</source>
        <translation>{0} Annotationen haben keine eigenen Zeiten und wurden gleichmäßig zwischen ihren Nachbarn verteilt.</translation>
    </message>
</context>
<context>
    <name>formats.array_not_table</name>
    <message>
        <source>{0} is not a table: it must have two dimensions, clips and classes.</source>
        <translation>{0} ist keine Tabelle: Es muss zwei Dimensionen haben, Clips und Klassen.</translation>
    </message>
</context>
<context>
    <name>formats.array_row</name>
    <message>
        <source>row {0} ({1}): {2}</source>
        <translation>Zeile {0} ({1}): {2}</translation>
    </message>
</context>
<context>
    <name>formats.array_too_large</name>
    <message>
        <source>{0} is a NumPy array that is too large, or of more dimensions than can be turned.</source>
        <translation>{0} ist ein NumPy-Array, das zu groß ist oder mehr Dimensionen hat, als gedreht werden können.</translation>
    </message>
</context>
<context>
    <name>formats.array_without_clips</name>
    <message>
        <source>{0} holds numbers only. Put the names of its clips, one a line, into {1}.clips.txt beside it.</source>
        <translation>{0} enthält nur Zahlen. Legen Sie die Namen seiner Clips, einen je Zeile, als {1}.clips.txt daneben.</translation>
    </message>
</context>
<context>
    <name>formats.cannot_open_list</name>
    <message>
        <source>{0} cannot be read. Does it exist, and do you have permission to open it?</source>
        <translation>{0} kann nicht gelesen werden. Gibt es die Datei, und dürfen Sie sie öffnen?</translation>
    </message>
</context>
<context>
    <name>formats.cannot_read_text</name>
    <message>
        <source>{0} cannot be read. Check that it exists and that you have permission to read it.</source>
        <translation>{0} kann nicht gelesen werden. Prüfen Sie, ob es da ist und gelesen werden darf.</translation>
    </message>
</context>
<context>
    <name>formats.cell_not</name>
    <message>
        <source>column &quot;{0}&quot;: &quot;{1}&quot; is not {2}.</source>
        <translation>Spalte „{0}“: „{1}“ ist nicht {2}.</translation>
    </message>
</context>
<context>
    <name>formats.cells_unlike_first_line</name>
    <message>
        <source>there are {0} cells; the first line has {1}.</source>
        <translation>hier sind {0} Zellen; die erste Zeile hat {1}.</translation>
    </message>
</context>
<context>
    <name>formats.cells_unlike_header</name>
    <message>
        <source>there are {0} cells where the header has {1}.</source>
        <translation>hier sind {0} Zellen, die Kopfzeile hat {1}.</translation>
    </message>
</context>
<context>
    <name>formats.class_count_columns</name>
    <message>
        <source>there must be two columns (class, number of clips).</source>
        <translation>es müssen zwei Spalten sein (Klasse, Zahl der Clips).</translation>
    </message>
</context>
<context>
    <name>formats.clip_in_other_split</name>
    <message>
        <source>the clip {0} is already on line {1}, in another split.</source>
        <translation>der Clip {0} steht schon in Zeile {1}, in einer anderen Teilmenge.</translation>
    </message>
</context>
<context>
    <name>formats.clip_listed_before</name>
    <message>
        <source>{0}, line {1}: the clip {2} is already on line {3}.</source>
        <translation>{0}, Zeile {1}: Der Clip {2} steht schon in Zeile {3}.</translation>
    </message>
</context>
<context>
    <name>formats.clip_out_of_order</name>
    <message>
        <source>the clip ends before it starts.</source>
        <translation>der Clip endet vor seinem Beginn.</translation>
    </message>
</context>
<context>
    <name>formats.clip_twice</name>
    <message>
        <source>the clip &quot;{0}&quot; appears twice, first on line {1}.</source>
        <translation>der Clip „{0}“ ist doppelt, zuerst in Zeile {1}.</translation>
    </message>
</context>
<context>
    <name>formats.clip_without_length</name>
    <message>
        <source>a clip must last longer than 0 s.</source>
        <translation>ein Clip muss länger als 0 s dauern.</translation>
    </message>
</context>
<context>
    <name>formats.clip_without_name</name>
    <message>
        <source>the clip has no name.</source>
        <translation>der Clip hat keinen Namen.</translation>
    </message>
</context>
<context>
    <name>formats.clips_ignored</name>
    <message>
        <source>{0} predicted clips are not in the truth and were ignored.</source>
        <translation>{0} vorhergesagte Clips sind nicht in der Wahrheit und wurden übergangen.</translation>
    </message>
</context>
<context>
    <name>formats.clips_left_out</name>
    <message>
        <source>{0} clips of the truth have no line in the predictions and were left out.</source>
        <translation>{0} Clips der Wahrheit haben keine Zeile in den Vorhersagen und wurden ausgelassen.</translation>
    </message>
</context>
<context>
    <name>formats.clips_untagged</name>
    <message>
        <source>{0} clips of the truth have no line in the predictions; they count as untagged.</source>
        <translation>{0} Clips der Wahrheit haben keine Zeile in den Vorhersagen; sie zählen als ohne Tags.</translation>
    </message>
</context>
<context>
    <name>formats.column_missing</name>
    <message>
        <source>the column {0} is missing.</source>
        <translation>die Spalte {0} fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.column_not_time</name>
    <message>
        <source>column {0}: &quot;{1}&quot; is not a time in seconds.</source>
        <translation>Spalte {0}: „{1}“ ist keine Zeit in Sekunden.</translation>
    </message>
</context>
<context>
    <name>formats.column_twice</name>
    <message>
        <source>the column {0} appears twice.</source>
        <translation>die Spalte „{0}“ kommt zweimal vor.</translation>
    </message>
</context>
<context>
    <name>formats.column_without_event</name>
    <message>
        <source>column {0} has no event name.</source>
        <translation>Spalte {0} hat keinen Namen eines Ereignisses.</translation>
    </message>
</context>
<context>
    <name>formats.columns_not_kept</name>
    <message>
        <source>columns that are not kept: {0}.</source>
        <translation>Spalten, die nicht behalten werden: {0}.</translation>
    </message>
</context>
<context>
    <name>formats.commas_for_tabs</name>
    <message>
        <source>there is no tab; the columns of such a list are separated by tabs, not commas.</source>
        <translation>hier ist kein Tabulator; die Spalten einer solchen Liste trennen Tabulatoren, nicht Kommas.</translation>
    </message>
</context>
<context>
    <name>formats.damaged_utf16</name>
    <message>
        <source>{0} is damaged: it begins like UTF-16 but is not.</source>
        <translation>{0} ist beschädigt: Es beginnt als UTF-16 und ist keines.</translation>
    </message>
</context>
<context>
    <name>formats.dcase_five_columns</name>
    <message>
        <source>there are {0} columns; there must be five (id, start, end, names, ids).</source>
        <translation>hier sind {0} Spalten; es müssen fünf sein (Kennung, Anfang, Ende, Namen, Kennungen).</translation>
    </message>
</context>
<context>
    <name>formats.dcase_four_columns</name>
    <message>
        <source>there are {0} columns; there must be four (file, onset, offset, label), or a file name alone.</source>
        <translation>hier sind {0} Spalten; es müssen vier sein (Datei, Anfang, Ende, Kennzeichnung), oder allein ein Dateiname.</translation>
    </message>
</context>
<context>
    <name>formats.duration_line</name>
    <message>
        <source>a line must have a file and its duration in seconds.</source>
        <translation>eine Zeile hat eine Datei und wie viele Sekunden sie dauert.</translation>
    </message>
</context>
<context>
    <name>formats.ends_before_it_begins</name>
    <message>
        <source>ends before it begins.</source>
        <translation>endet vor seinem Beginn.</translation>
    </message>
</context>
<context>
    <name>formats.ends_in_quoted_cell</name>
    <message>
        <source>the file ends inside a quoted cell; a closing quotation mark is missing.</source>
        <translation>die Datei endet in einer Zelle mit Anführungszeichen; das schließende fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.ends_too_early</name>
    <message>
        <source>ends too early, or is damaged.</source>
        <translation>endet zu früh oder ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>formats.event_twice</name>
    <message>
        <source>the event &quot;{0}&quot; appears twice.</source>
        <translation>das Ereignis „{0}“ ist doppelt.</translation>
    </message>
</context>
<context>
    <name>formats.event_without_audioset_id</name>
    <message>
        <source>The event &quot;{0}&quot; has no AudioSet id, which AudioSet lists use to name events. Export as csv or dcase2017-strong.</source>
        <translation>Das Ereignis „{0}“ hat keine AudioSet-Kennung, mit der die Listen von AudioSet Ereignisse nennen. Exportieren Sie als csv oder dcase2017-strong.</translation>
    </message>
</context>
<context>
    <name>formats.file_name_missing</name>
    <message>
        <source>the file name is missing.</source>
        <translation>der Dateiname fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.frame_not_present</name>
    <message>
        <source>the frame is marked as not present.</source>
        <translation>der Rahmen ist als nicht vorhanden markiert.</translation>
    </message>
</context>
<context>
    <name>formats.frequencies_without_label</name>
    <message>
        <source>frequencies without a label before them.</source>
        <translation>Frequenzen ohne eine Kennzeichnung davor.</translation>
    </message>
</context>
<context>
    <name>formats.has_beyond_truth</name>
    <message>
        <source>{0} has the {1} {2}, which the truth lacks. The two must match.</source>
        <translation>In {0} steht {1} {2}, was in der Wahrheit fehlt. Beide müssen dasselbe enthalten.</translation>
    </message>
</context>
<context>
    <name>formats.header_not</name>
    <message>
        <source>the header is not {0}, separated by tabs.</source>
        <translation>die Kopfzeile ist nicht {0}, mit Tabulatoren dazwischen.</translation>
    </message>
</context>
<context>
    <name>formats.holds_no_clips</name>
    <message>
        <source>{0} contains no clips.</source>
        <translation>{0} enthält keine Clips.</translation>
    </message>
</context>
<context>
    <name>formats.holds_no_windows</name>
    <message>
        <source>{0} contains no windows.</source>
        <translation>{0} enthält keine Fenster.</translation>
    </message>
</context>
<context>
    <name>formats.in_cell</name>
    <message>
        <source>{0}, line {1}, column {2}: {3}</source>
        <translation>{0}, Zeile {1}, Spalte {2}: {3}</translation>
    </message>
</context>
<context>
    <name>formats.in_column</name>
    <message>
        <source>column {0}: {1}</source>
        <translation>Spalte {0}: {1}</translation>
    </message>
</context>
<context>
    <name>formats.in_row</name>
    <message>
        <source>{0}, row at line {1}: {2}</source>
        <translation>{0}, Zeile ab {1}: {2}</translation>
    </message>
</context>
<context>
    <name>formats.jams_background</name>
    <message>
        <source>&quot;{0}&quot; is in the background of a mixture.</source>
        <translation>„{0}“ ist im Hintergrund einer Mischung.</translation>
    </message>
</context>
<context>
    <name>formats.jams_namespace</name>
    <message>
        <source>{1} observations of the namespace &quot;{0}&quot; were not read.</source>
        <translation>{1} Beobachtungen des Namensraums „{0}“ wurden nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>formats.jams_tags</name>
    <message>
        <source>{0} tags of the whole clip mark no regions and were not read.</source>
        <translation>{0} Schlagwörter des ganzen Clips markieren keine Abschnitte und wurden nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>formats.jams_time</name>
    <message>
        <source>observation {0} has no time.</source>
        <translation>die Beobachtung {0} hat keine Zeit.</translation>
    </message>
</context>
<context>
    <name>formats.jams_value</name>
    <message>
        <source>the value of observation {0} is not a label.</source>
        <translation>der Wert der Beobachtung {0} ist kein Label.</translation>
    </message>
</context>
<context>
    <name>formats.jams_without_scores</name>
    <message>
        <source>{0} holds no tag with a confidence.</source>
        <translation>{0} enthält kein Etikett mit einer Konfidenz.</translation>
    </message>
</context>
<context>
    <name>formats.label_before_0</name>
    <message>
        <source>the label begins at {0} s, before the beginning.</source>
        <translation>das Label beginnt bei {0} s, vor dem Anfang.</translation>
    </message>
</context>
<context>
    <name>formats.label_ids_missing</name>
    <message>
        <source>the ids of the labels are missing.</source>
        <translation>die Kennungen der Kennzeichnungen fehlen.</translation>
    </message>
</context>
<context>
    <name>formats.label_missing</name>
    <message>
        <source>the label is missing.</source>
        <translation>das Label fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.label_out_of_order</name>
    <message>
        <source>the label ends before it begins, or begins before 0.</source>
        <translation>die Kennzeichnung endet vor ihrem Beginn, oder beginnt vor 0.</translation>
    </message>
</context>
<context>
    <name>formats.labelled_not_heard</name>
    <message>
        <source>labelled and not heard, which is no region.</source>
        <translation>gelabelt und nicht gehört, was kein Abschnitt ist.</translation>
    </message>
</context>
<context>
    <name>formats.labels_of_column</name>
    <message>
        <source>the labels were taken from the column &quot;{0}&quot;.</source>
        <translation>die Labels wurden aus der Spalte „{0}“ genommen.</translation>
    </message>
</context>
<context>
    <name>formats.lacks_of_truth</name>
    <message>
        <source>{0} lacks the {1} {2}, which the truth has. The two must match.</source>
        <translation>In {0} fehlt {1} {2}, die Wahrheit enthält es. Beide müssen dasselbe enthalten.</translation>
    </message>
</context>
<context>
    <name>formats.line_too_long</name>
    <message>
        <source>a line of over 16 MiB; this is not a text table.</source>
        <translation>eine Zeile von mehr als 16 MiB; das ist keine Texttabelle.</translation>
    </message>
</context>
<context>
    <name>formats.list_is_directory</name>
    <message>
        <source>{0} cannot be read: it is a directory.</source>
        <translation>{0} kann nicht gelesen werden: Es ist ein Verzeichnis.</translation>
    </message>
</context>
<context>
    <name>formats.named_column_missing</name>
    <message>
        <source>the column &quot;{0}&quot; is missing.</source>
        <translation>die Spalte „{0}“ fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.names_of_array</name>
    <message>
        <source>{0} has {1} names, but {2} has {3}.</source>
        <translation>{0} hat {1} Namen, aber {2} hat {3}.</translation>
    </message>
</context>
<context>
    <name>formats.no_audioset_id</name>
    <message>
        <source>&quot;{0}&quot; is not an AudioSet id.</source>
        <translation>„{0}“ ist keine Kennung von AudioSet.</translation>
    </message>
</context>
<context>
    <name>formats.no_dcase_list</name>
    <message>
        <source>None of the files given is a list of DCASE 2017 Task 4; such lists are recognised by their names, such as training_set.csv.</source>
        <translation>Unter dem Genannten ist keine Liste von DCASE 2017 Task 4; solche Listen erkennt man am Namen, etwa training_set.csv.</translation>
    </message>
</context>
<context>
    <name>formats.no_score_tables</name>
    <message>
        <source>{0} is no folder of tables (.tsv) of scores, one a clip.</source>
        <translation>{0} ist kein Ordner mit Tabellen (.tsv) von Werten, eine je Clip.</translation>
    </message>
</context>
<context>
    <name>formats.no_scores_of_clip</name>
    <message>
        <source>There is no table of scores for the clip {0}.</source>
        <translation>Für den Clip {0} gibt es keine Tabelle mit Werten.</translation>
    </message>
</context>
<context>
    <name>formats.no_scores_of_event</name>
    <message>
        <source>The tables of scores have no column for the event &quot;{0}&quot;.</source>
        <translation>Die Tabellen mit Werten haben keine Spalte für das Ereignis „{0}“.</translation>
    </message>
</context>
<context>
    <name>formats.no_time</name>
    <message>
        <source>&quot;{0}&quot; is not a time in seconds.</source>
        <translation>„{0}“ ist keine Zeit in Sekunden.</translation>
    </message>
</context>
<context>
    <name>formats.no_times_in_order</name>
    <message>
        <source>onset and offset are not times in that order.</source>
        <translation>Anfang und Ende sind keine Zeiten in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>formats.no_voters</name>
    <message>
        <source>no column is an annotator&apos;s: its name must begin with labeler, annotator, rater or vote.</source>
        <translation>keine Spalte ist die eines Annotators: Ihr Name muss mit labeler, annotator, rater oder vote beginnen.</translation>
    </message>
</context>
<context>
    <name>formats.not_a_modality</name>
    <message>
        <source>&quot;{0}&quot; is not a modality: A, V, AV or -.</source>
        <translation>„{0}“ ist keine Modalität: A, V, AV oder -.</translation>
    </message>
</context>
<context>
    <name>formats.not_a_number</name>
    <message>
        <source>&quot;{0}&quot; is not a number.</source>
        <translation>„{0}“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>formats.not_a_vote</name>
    <message>
        <source>&quot;{0}&quot; is not a vote: True, False or empty.</source>
        <translation>„{0}“ ist keine Stimme: True, False oder leer.</translation>
    </message>
</context>
<context>
    <name>formats.not_an_axis</name>
    <message>
        <source>&quot;{0}&quot; is not what was asked: audible or visible.</source>
        <translation>„{0}“ ist nicht, was gefragt wurde: audible oder visible.</translation>
    </message>
</context>
<context>
    <name>formats.not_clip_count</name>
    <message>
        <source>&quot;{0}&quot; is not a number of clips.</source>
        <translation>„{0}“ ist keine Zahl von Clips.</translation>
    </message>
</context>
<context>
    <name>formats.not_elan</name>
    <message>
        <source>not an ELAN annotation document.</source>
        <translation>kein Annotationsdokument von ELAN.</translation>
    </message>
</context>
<context>
    <name>formats.not_finite</name>
    <message>
        <source>{0} is not a finite number.</source>
        <translation>{0} ist keine endliche Zahl.</translation>
    </message>
</context>
<context>
    <name>formats.not_for_audioset</name>
    <message>
        <source>&quot;{0}&quot; cannot be written to an AudioSet list. Export as csv.</source>
        <translation>„{0}“ kann in den Listen von AudioSet nicht stehen. Exportieren Sie als csv.</translation>
    </message>
</context>
<context>
    <name>formats.not_for_elan</name>
    <message>
        <source>ELAN cannot hold &quot;{0}&quot; at {1} s in the tier &quot;{2}&quot;: it overlaps another one, or has no duration.</source>
        <translation>ELAN kann „{0}“ bei {1} s in der Ebene „{2}“ nicht aufnehmen: Es überlappt eine andere oder hat keine Dauer.</translation>
    </message>
</context>
<context>
    <name>formats.not_for_tab_list</name>
    <message>
        <source>&quot;{0}&quot; cannot be written to a tab-separated list.</source>
        <translation>„{0}“ kann in einer Liste mit Tabulatoren nicht stehen.</translation>
    </message>
</context>
<context>
    <name>formats.not_for_tab_table</name>
    <message>
        <source>&quot;{0}&quot; cannot be written to a tab-separated table.</source>
        <translation>„{0}“ kann in einer Tabelle mit Tabulatoren nicht stehen.</translation>
    </message>
</context>
<context>
    <name>formats.not_for_text_grid</name>
    <message>
        <source>A TextGrid cannot hold &quot;{0}&quot; at {1} s: it overlaps another one, has no duration, or ends after {2} s.</source>
        <translation>Ein TextGrid kann „{0}“ bei {1} s nicht aufnehmen: Es überlappt ein anderes, hat keine Dauer oder endet nach {2} s.</translation>
    </message>
</context>
<context>
    <name>formats.not_jams</name>
    <message>
        <source>{0} is not a JAMS file of tags: it is not JSON, or a part is missing or of the wrong type.</source>
        <translation>{0} ist keine JAMS-Datei mit Tags: Sie ist kein JSON, oder ein Teil fehlt oder ist von anderer Art.</translation>
    </message>
</context>
<context>
    <name>formats.not_json_object</name>
    <message>
        <source>this is not a JSON object.</source>
        <translation>das ist kein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>formats.not_label_studio</name>
    <message>
        <source>{0} is not an export of Label Studio: it must be a JSON list of tasks.</source>
        <translation>{0} ist kein Export von Label Studio: Es muss eine JSON-Liste von Aufgaben sein.</translation>
    </message>
</context>
<context>
    <name>formats.not_named_as_dcase_list</name>
    <message>
        <source>{0} cannot be recognised: it is not named like a list of DCASE 2017 Task 4, such as training_set.csv or groundtruth_weak_label_evaluation_set.csv.</source>
        <translation>{0} heißt nicht wie eine Liste von DCASE 2017 Task 4, etwa training_set.csv oder groundtruth_weak_label_evaluation_set.csv, und ist so nicht zu erkennen.</translation>
    </message>
</context>
<context>
    <name>formats.not_npz</name>
    <message>
        <source>{0} is no archive of NumPy arrays (.npz), or is damaged.</source>
        <translation>{0} ist kein Archiv von NumPy-Arrays (.npz) oder beschädigt.</translation>
    </message>
</context>
<context>
    <name>formats.not_of_encoding</name>
    <message>
        <source>{0} cannot be read as {1}. Give another encoding, such as windows-1252, ISO-8859-1 or UTF-16.</source>
        <translation>{0} kann nicht als {1} gelesen werden. Geben Sie eine andere Kodierung an, etwa windows-1252, ISO-8859-1 oder UTF-16.</translation>
    </message>
</context>
<context>
    <name>formats.not_recording_id</name>
    <message>
        <source>&quot;{0}&quot; is not the id of a recording.</source>
        <translation>„{0}“ ist nicht die Kennung einer Aufnahme.</translation>
    </message>
</context>
<context>
    <name>formats.not_score</name>
    <message>
        <source>column &quot;{0}&quot;: &quot;{1}&quot; is not a score from 0 to 1.</source>
        <translation>Spalte „{0}“: „{1}“ ist kein Wert von 0 bis 1.</translation>
    </message>
</context>
<context>
    <name>formats.not_text</name>
    <message>
        <source>{0} is not text (UTF-8, or UTF-16 with a byte-order mark).</source>
        <translation>{0} ist kein Text (UTF-8, oder UTF-16 mit Bytereihenfolge-Marke).</translation>
    </message>
</context>
<context>
    <name>formats.not_text_grid</name>
    <message>
        <source>is not a Praat TextGrid.</source>
        <translation>ist kein TextGrid von Praat.</translation>
    </message>
</context>
<context>
    <name>formats.not_time_from_0</name>
    <message>
        <source>&quot;{0}&quot; is not a time in seconds, from 0.</source>
        <translation>„{0}“ ist keine Zeit in Sekunden, von 0 an.</translation>
    </message>
</context>
<context>
    <name>formats.not_time_seconds</name>
    <message>
        <source>&quot;{0}&quot; is not a time in seconds.</source>
        <translation>„{0}“ ist keine Zeitangabe in Sekunden.</translation>
    </message>
</context>
<context>
    <name>formats.not_utf8</name>
    <message>
        <source>this is not UTF-8 text. Save the file as UTF-8.</source>
        <translation>das ist kein Text in UTF-8. Speichern Sie die Datei als UTF-8.</translation>
    </message>
</context>
<context>
    <name>formats.not_whombat</name>
    <message>
        <source>{0} is not an export of Whombat: it must be JSON with sound_event_annotations.</source>
        <translation>{0} ist kein Export von Whombat: Es muss JSON mit sound_event_annotations sein.</translation>
    </message>
</context>
<context>
    <name>formats.not_window_times</name>
    <message>
        <source>&quot;{0}&quot; and &quot;{1}&quot; are not the times of a window.</source>
        <translation>„{0}“ und „{1}“ sind nicht die Zeiten eines Fensters.</translation>
    </message>
</context>
<context>
    <name>formats.not_xml</name>
    <message>
        <source>not XML: {0} at byte {1}.</source>
        <translation>kein XML: {0} bei Byte {1}.</translation>
    </message>
</context>
<context>
    <name>formats.number_missing</name>
    <message>
        <source>a number is missing.</source>
        <translation>eine Zahl fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.onset_after_offset</name>
    <message>
        <source>the onset, {0} s, is after the offset, {1} s.</source>
        <translation>der Anfang, {0} s, liegt nach dem Ende, {1} s.</translation>
    </message>
</context>
<context>
    <name>formats.open_quotation</name>
    <message>
        <source>{0} has a quoted text that does not end.</source>
        <translation>{0} hat einen Text in Anführungszeichen, der nicht endet.</translation>
    </message>
</context>
<context>
    <name>formats.outside_unit</name>
    <message>
        <source>{0} is outside 0 to 1; logits have to be named as such.</source>
        <translation>{0} liegt außerhalb von 0 bis 1; Logits müssen als solche benannt werden.</translation>
    </message>
</context>
<context>
    <name>formats.path_missing</name>
    <message>
        <source>the path is missing.</source>
        <translation>der Pfad fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.predicted_clip_unknown</name>
    <message>
        <source>The predictions name the clip {0}, which the truth lacks. Do the two lists belong together?</source>
        <translation>Die Vorhersagen nennen den Clip {0}, der in der Wahrheit fehlt. Gehören die beiden Listen zusammen?</translation>
    </message>
</context>
<context>
    <name>formats.predicted_label_unknown</name>
    <message>
        <source>The truth does not know the predicted label &quot;{0}&quot;: its {1} predictions are false positives.</source>
        <translation>Die Wahrheit kennt das vorhergesagte „{0}“ nicht: Seine {1} Vorhersagen sind falsch positiv.</translation>
    </message>
</context>
<context>
    <name>formats.psds_cost</name>
    <message>
        <source>PSDS: costs are 0 or more, and the most false detections an hour more than 0.</source>
        <translation>PSDS: Kosten sind 0 oder mehr, und die meisten falschen Funde je Stunde mehr als 0.</translation>
    </message>
</context>
<context>
    <name>formats.psds_share</name>
    <message>
        <source>PSDS: a tolerance is a share above 0 and at most 1.</source>
        <translation>PSDS: Eine Toleranz ist ein Anteil über 0 und höchstens 1.</translation>
    </message>
</context>
<context>
    <name>formats.quotation_mark_in_cell</name>
    <message>
        <source>there is a quotation mark inside a cell. Quote the whole cell and double the mark.</source>
        <translation>ein Anführungszeichen steht in einer Zelle. Setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie das Zeichen.</translation>
    </message>
</context>
<context>
    <name>formats.read_as_eight_bit</name>
    <message>
        <source>this is not UTF-8 and was read as Windows-1252 (Latin-1).</source>
        <translation>das ist kein UTF-8 und wurde als Windows-1252 (Latin-1) gelesen.</translation>
    </message>
</context>
<context>
    <name>formats.recording_missing</name>
    <message>
        <source>the recording is missing.</source>
        <translation>die Aufnahme fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.rows_end_at_0</name>
    <message>
        <source>{0} predicted rows end at time 0, which means &quot;not heard&quot;; they count as no tags.</source>
        <translation>{0} vorhergesagte Zeilen enden zur Zeit 0, was „nicht gehört“ heißt; sie zählen als keine Tags.</translation>
    </message>
</context>
<context>
    <name>formats.rows_of_one_clip</name>
    <message>
        <source>{0} rows are about clips of rows before them; their labels were joined.</source>
        <translation>{0} Zeilen handeln von Clips früherer Zeilen; ihre Labels wurden zusammengefügt.</translation>
    </message>
</context>
<context>
    <name>formats.same_dcase_list</name>
    <message>
        <source>{0} and {1} are the same list from the organisers. Give only one of them.</source>
        <translation>{0} und {1} sind dieselbe Liste der Veranstalter. Nennen Sie eine davon.</translation>
    </message>
</context>
<context>
    <name>formats.score_header</name>
    <message>
        <source>the header must be &quot;clip&quot; followed by the names of the events.</source>
        <translation>die Kopfzeile muss „clip“ und dann die Namen der Ereignisse enthalten.</translation>
    </message>
</context>
<context>
    <name>formats.score_header_missing</name>
    <message>
        <source>a header is missing: a column of clips, and columns named after classes.</source>
        <translation>eine Kopfzeile fehlt: eine Spalte der Clips und Spalten, die nach Klassen benannt sind.</translation>
    </message>
</context>
<context>
    <name>formats.score_of</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>formats.scores_of_other_events</name>
    <message>
        <source>{0} has other events than the table of {1}.</source>
        <translation>{0} hat andere Ereignisse als die Tabelle von {1}.</translation>
    </message>
</context>
<context>
    <name>formats.sed_line</name>
    <message>
        <source>a line must have a file, an onset, an offset and an event.</source>
        <translation>eine Zeile hat eine Datei, einen Anfang, ein Ende und ein Ereignis.</translation>
    </message>
</context>
<context>
    <name>formats.segment_out_of_order</name>
    <message>
        <source>the segment ends before it begins.</source>
        <translation>der Abschnitt endet vor seinem Beginn.</translation>
    </message>
</context>
<context>
    <name>formats.series_header</name>
    <message>
        <source>the header must be onset, offset and then the events, separated by tabs.</source>
        <translation>die Kopfzeile muss onset, offset und dann die Ereignisse enthalten, mit Tabulatoren dazwischen.</translation>
    </message>
</context>
<context>
    <name>formats.task_region</name>
    <message>
        <source>a region of task {0} has no times or no label.</source>
        <translation>ein Bereich der Aufgabe {0} hat keine Zeiten oder kein Label.</translation>
    </message>
</context>
<context>
    <name>formats.text_not_read_to_end</name>
    <message>
        <source>{0} cannot be read to the end.</source>
        <translation>{0} kann nicht bis zum Ende gelesen werden.</translation>
    </message>
</context>
<context>
    <name>formats.text_too_long</name>
    <message>
        <source>{0} is longer than any list of labels (64 MiB).</source>
        <translation>{0} ist länger als jede Liste von Kennzeichnungen (64 MiB).</translation>
    </message>
</context>
<context>
    <name>formats.the_clip</name>
    <message>
        <source>clip</source>
        <translation>der Clip</translation>
    </message>
</context>
<context>
    <name>formats.the_event</name>
    <message>
        <source>event</source>
        <translation>das Ereignis</translation>
    </message>
</context>
<context>
    <name>formats.time_missing</name>
    <message>
        <source>a time in seconds is missing.</source>
        <translation>eine Zeit in Sekunden fehlt.</translation>
    </message>
</context>
<context>
    <name>formats.truth_without_clips</name>
    <message>
        <source>The truth holds no clips, so nothing can be scored.</source>
        <translation>Die Wahrheit enthält keine Clips, daher ist nichts zu bewerten.</translation>
    </message>
</context>
<context>
    <name>formats.twice</name>
    <message>
        <source>&quot;{0}&quot; appears twice.</source>
        <translation>„{0}“ ist doppelt.</translation>
    </message>
</context>
<context>
    <name>formats.unknown_clip_column</name>
    <message>
        <source>&quot;{0}&quot; is not one of the columns path, start, duration, labels and split. The first line must name the columns.</source>
        <translation>„{0}“ ist keine der Spalten path, start, duration, labels und split. Die erste Zeile muss die Spalten nennen.</translation>
    </message>
</context>
<context>
    <name>formats.unknown_tier</name>
    <message>
        <source>has a tier of the unknown kind &quot;{0}&quot;.</source>
        <translation>hat eine Ebene der unbekannten Art „{0}“.</translation>
    </message>
</context>
<context>
    <name>formats.which_label_column</name>
    <message>
        <source>{0}: the labels could be in any of the columns {1}. Say in which (--label-column).</source>
        <translation>{0}: Die Labels könnten in jeder der Spalten {1} stehen. Sagen Sie, in welcher (--label-column).</translation>
    </message>
</context>
<context>
    <name>formats.window_gap</name>
    <message>
        <source>the window does not begin where the one before ends, but at {0}.</source>
        <translation>das Fenster beginnt bei {0}, wo das davor nicht endet.</translation>
    </message>
</context>
<context>
    <name>formats.without_confidence</name>
    <message>
        <source>there is no confidence.</source>
        <translation>es gibt keine Konfidenz.</translation>
    </message>
</context>
<context>
    <name>formats.zero_or_one</name>
    <message>
        <source>0 or 1</source>
        <translation>0 oder 1</translation>
    </message>
</context>
<context>
    <name>fusion.branch_scores_unlike_labels</name>
    <message>
        <source>The {0} scores and the labels have different numbers of clips or events.</source>
        <translation>Die Werte ({0}) und die Kennzeichnungen haben verschieden viele Clips oder Ereignisse.</translation>
    </message>
</context>
<context>
    <name>fusion.one_branch_missing</name>
    <message>
        <source>Weights are tuned between audio and video; one of them is missing.</source>
        <translation>Gewichte werden zwischen Ton und Bild abgestimmt; eines davon fehlt.</translation>
    </message>
</context>
<context>
    <name>fusion.score_not_finite</name>
    <message>
        <source>Thresholds cannot be tuned: the score of clip {0} for event {1} is not a finite number.</source>
        <translation>Schwellen können nicht abgestimmt werden: Der Wert von Clip {0} für Ereignis {1} ist keine endliche Zahl.</translation>
    </message>
</context>
<context>
    <name>fusion.score_out_of_range</name>
    <message>
        <source>The {0} score of clip {1} for event {2} is not in [0, 1].</source>
        <translation>Der Wert ({0}) von Clip {1} für Ereignis {2} liegt nicht in [0, 1].</translation>
    </message>
</context>
<context>
    <name>fusion.scores_unlike_labels</name>
    <message>
        <source>The scores and the labels have different numbers of clips or events.</source>
        <translation>Die Werte und die Kennzeichnungen haben verschieden viele Clips oder Ereignisse.</translation>
    </message>
</context>
<context>
    <name>fusion.scores_unlike_truth</name>
    <message>
        <source>Thresholds cannot be tuned: there are scores for {0} clips and {1} events, but labels for {2} clips and {3} events.</source>
        <translation>Schwellen können nicht abgestimmt werden: Es gibt Werte von {0} Clips und {1} Ereignissen, aber Kennzeichnungen von {2} Clips und {3} Ereignissen.</translation>
    </message>
</context>
<context>
    <name>fusion.weights_unlike_events</name>
    <message>
        <source>There must be a weight in [0, 1] for each of the {0} events.</source>
        <translation>Für jedes der {0} Ereignisse muss es ein Gewicht in [0, 1] geben.</translation>
    </message>
</context>
<context>
    <name>media.bad_clip_rates</name>
    <message>
        <source>A clip&apos;s pictures and samples per second must be positive.</source>
        <translation>Bilder und Abtastwerte eines Clips in der Sekunde müssen positiv sein.</translation>
    </message>
</context>
<context>
    <name>media.bad_picture_rate</name>
    <message>
        <source>Pictures can be sampled at more than 0 and up to 1000 per second.</source>
        <translation>Bilder können mit mehr als 0 und bis zu 1000 in der Sekunde entnommen werden.</translation>
    </message>
</context>
<context>
    <name>media.bad_picture_size</name>
    <message>
        <source>A picture of {0} x {1} pixels cannot be made.</source>
        <translation>Ein Bild von {0} x {1} Bildpunkten kann nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>media.bad_sample_rate</name>
    <message>
        <source>Sound can be resampled to 1 to 768,000 samples per second.</source>
        <translation>Ton kann auf 1 bis 768.000 Abtastwerte in der Sekunde umgerechnet werden.</translation>
    </message>
</context>
<context>
    <name>media.bad_speed</name>
    <message>
        <source>Sound can be played at a quarter to four times its original speed.</source>
        <translation>Ton kann mit einem Viertel bis zum Vierfachen seiner Geschwindigkeit abgespielt werden.</translation>
    </message>
</context>
<context>
    <name>media.cannot_open</name>
    <message>
        <source>{0} cannot be opened; check its permissions.</source>
        <translation>{0} kann nicht geöffnet werden; prüfen Sie die Zugriffsrechte.</translation>
    </message>
</context>
<context>
    <name>media.clip_not_encoded</name>
    <message>
        <source>A clip could not be encoded.</source>
        <translation>Ein Clip konnte nicht kodiert werden.</translation>
    </message>
</context>
<context>
    <name>media.clip_too_long</name>
    <message>
        <source>The clip is too long to be written.</source>
        <translation>Der Clip ist zu lang, um geschrieben zu werden.</translation>
    </message>
</context>
<context>
    <name>media.clip_without_sound</name>
    <message>
        <source>A clip without any sound has no length.</source>
        <translation>Ein Clip ohne Ton hat keine Länge.</translation>
    </message>
</context>
<context>
    <name>media.cover_not_video</name>
    <message>
        <source>Its cover picture is not treated as video.</source>
        <translation>Sein Titelbild wird nicht als Video gewertet.</translation>
    </message>
</context>
<context>
    <name>media.decoder_crashes</name>
    <message>
        <source>{0} crashed its decoder: the file is damaged, or made to do harm. Nothing else was affected. Convert the file, or leave it out.</source>
        <translation>{0} hat den Decoder zum Absturz gebracht: Die Datei ist beschädigt oder soll Schaden anrichten. Sonst ist nichts betroffen. Wandeln Sie die Datei um, oder lassen Sie sie weg.</translation>
    </message>
</context>
<context>
    <name>media.decoder_hangs</name>
    <message>
        <source>{0} kept its decoder busy for too long without a result, so that the decoder was ended: the file is damaged, made to do harm, or on a disk that does not answer. Nothing else was affected.</source>
        <translation>{0} hat den Decoder zu lange ohne Ergebnis beschäftigt, so dass er beendet wurde: Die Datei ist beschädigt, soll Schaden anrichten, oder liegt auf einem Datenträger, der nicht antwortet. Sonst ist nichts betroffen.</translation>
    </message>
</context>
<context>
    <name>media.decoder_missing</name>
    <message>
        <source>The program tagscope-decoder, which decodes recordings, is not where it belongs ({0}). Install Tagscope again.</source>
        <translation>Das Programm tagscope-decoder, das Aufnahmen dekodiert, ist nicht da, wo es hingehört ({0}). Installieren Sie Tagscope neu.</translation>
    </message>
</context>
<context>
    <name>media.decoder_not_started</name>
    <message>
        <source>The program {0}, which decodes recordings, does not start. Install Tagscope again.</source>
        <translation>Das Programm {0}, das Aufnahmen dekodiert, startet nicht. Installieren Sie Tagscope neu.</translation>
    </message>
</context>
<context>
    <name>media.decoder_refuses</name>
    <message>
        <source>{0}: the {1} track ({2}) cannot be decoded.</source>
        <translation>{0}: Die {1}spur ({2}) kann nicht dekodiert werden.</translation>
    </message>
</context>
<context>
    <name>media.decoder_swells</name>
    <message>
        <source>{0} needs more memory than its decoder may have: the file is damaged, or made to do harm. Nothing else was affected.</source>
        <translation>{0} braucht mehr Speicher, als der Decoder haben darf: Die Datei ist beschädigt oder soll Schaden anrichten. Sonst ist nichts betroffen.</translation>
    </message>
</context>
<context>
    <name>media.estimated_duration</name>
    <message>
        <source>Its duration is estimated from the size of the file.</source>
        <translation>Die Dauer ist aus der Dateigröße geschätzt.</translation>
    </message>
</context>
<context>
    <name>media.is_directory</name>
    <message>
        <source>{0} is a directory; choose the recordings in it.</source>
        <translation>{0} ist ein Verzeichnis; wählen Sie die Aufnahmen darin.</translation>
    </message>
</context>
<context>
    <name>media.its_pictures</name>
    <message>
        <source>pictures</source>
        <translation>seinen Bildern</translation>
    </message>
</context>
<context>
    <name>media.its_sound</name>
    <message>
        <source>sound</source>
        <translation>seinem Ton</translation>
    </message>
</context>
<context>
    <name>media.no_audio_track</name>
    <message>
        <source>{0} has no audio track.</source>
        <translation>{0} hat keine Tonspur.</translation>
    </message>
</context>
<context>
    <name>media.no_claimed_duration</name>
    <message>
        <source>The file does not say how long it is.</source>
        <translation>Die Datei gibt ihre Länge nicht an.</translation>
    </message>
</context>
<context>
    <name>media.no_decodable_track</name>
    <message>
        <source>{0} has no {1} track that can be decoded.</source>
        <translation>{0} hat keine {1}spur, die dekodiert werden kann.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_for_picture</name>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Der Speicher reicht nicht für das Bild.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_for_pictures</name>
    <message>
        <source>There is not enough memory to decode pictures.</source>
        <translation>Der Speicher reicht nicht, um Bilder zu dekodieren.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_for_sound</name>
    <message>
        <source>There is not enough memory to decode sound.</source>
        <translation>Der Speicher reicht nicht, um Ton zu dekodieren.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_to_open</name>
    <message>
        <source>There is not enough memory to open {0}.</source>
        <translation>Der Speicher reicht nicht, um {0} zu öffnen.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_to_play</name>
    <message>
        <source>There is not enough memory to play sound.</source>
        <translation>Der Speicher reicht nicht, um Ton abzuspielen.</translation>
    </message>
</context>
<context>
    <name>media.no_memory_to_write</name>
    <message>
        <source>There is not enough memory to write {0}.</source>
        <translation>Der Speicher reicht nicht, um {0} zu schreiben.</translation>
    </message>
</context>
<context>
    <name>media.no_picture</name>
    <message>
        <source>{0} has no picture that can be decoded.</source>
        <translation>{0} hat kein Bild, das sich dekodieren lässt.</translation>
    </message>
</context>
<context>
    <name>media.no_sound_encoder</name>
    <message>
        <source>FFmpeg on this computer cannot encode AAC sound, which is needed to write clips.</source>
        <translation>FFmpeg kann hier keinen AAC-Ton kodieren, womit Clips geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>media.no_track</name>
    <message>
        <source>There is no {0} track.</source>
        <translation>Es gibt keine {0}spur.</translation>
    </message>
</context>
<context>
    <name>media.no_video_encoder</name>
    <message>
        <source>FFmpeg on this computer can encode neither H.264 nor MPEG-4 video, one of which is needed to write clips.</source>
        <translation>FFmpeg kann hier weder H.264- noch MPEG-4-Video kodieren, womit Clips geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>media.not_ordinary_file</name>
    <message>
        <source>{0} is not an ordinary file (a device or a pipe).</source>
        <translation>{0} ist keine gewöhnliche Datei (sondern ein Gerät oder eine Pipe).</translation>
    </message>
</context>
<context>
    <name>media.not_read_from_disk</name>
    <message>
        <source>{0} could not be read from the disk.</source>
        <translation>{0} konnte nicht vom Datenträger gelesen werden.</translation>
    </message>
</context>
<context>
    <name>media.not_recording</name>
    <message>
        <source>{0} is not a recording or an image, or is damaged so badly that nothing of it can be read.</source>
        <translation>{0} ist keine Aufnahme und kein Bild, oder so beschädigt, dass nichts davon gelesen werden kann.</translation>
    </message>
</context>
<context>
    <name>media.not_there</name>
    <message>
        <source>{0} does not exist, or its directory cannot be accessed.</source>
        <translation>{0} gibt es nicht, oder das Verzeichnis ist nicht zugänglich.</translation>
    </message>
</context>
<context>
    <name>media.nothing_decoded</name>
    <message>
        <source>{0}: nothing of its {1} can be decoded; the file is damaged or incomplete.</source>
        <translation>{0}: Nichts von {1} kann dekodiert werden; die Datei ist beschädigt oder unvollständig.</translation>
    </message>
</context>
<context>
    <name>media.odd_clip_size</name>
    <message>
        <source>A clip&apos;s width and height must be even, unlike {0} x {1}.</source>
        <translation>Breite und Höhe eines Clips müssen gerade sein, anders als {0} x {1}.</translation>
    </message>
</context>
<context>
    <name>media.picture_unlike_video</name>
    <message>
        <source>A picture of a clip does not have the size of its video.</source>
        <translation>Ein Bild eines Clips hat nicht die Größe seines Videos.</translation>
    </message>
</context>
<context>
    <name>media.pictures_not_converted</name>
    <message>
        <source>Pictures stored as {0} cannot be converted to red, green and blue at this size.</source>
        <translation>Bilder, die als {0} gespeichert sind, können in dieser Größe nicht in Rot, Grün und Blau umgewandelt werden.</translation>
    </message>
</context>
<context>
    <name>media.pictures_too_large</name>
    <message>
        <source>{0} claims pictures of {1} x {2} pixels, more than this program decodes. Make them smaller.</source>
        <translation>{0} gibt Bilder von {1} x {2} Bildpunkten an, mehr als hier dekodiert wird. Verkleinern Sie sie.</translation>
    </message>
</context>
<context>
    <name>media.several_tracks</name>
    <message>
        <source>There are {0} {1} tracks; the first that can be decoded is used.</source>
        <translation>Es gibt {0} {1}spuren; die erste, die dekodiert werden kann, wird benutzt.</translation>
    </message>
</context>
<context>
    <name>media.sound_encoder_refuses</name>
    <message>
        <source>FFmpeg&apos;s AAC encoder on this computer does not accept this clip format.</source>
        <translation>Der AAC-Kodierer von FFmpeg nimmt hier dieses Format von Clips nicht an.</translation>
    </message>
</context>
<context>
    <name>media.speed_fixed</name>
    <message>
        <source>The speed of the sound cannot be changed here. Play it at its original speed.</source>
        <translation>Die Geschwindigkeit des Tons kann hier nicht geändert werden. Spielen Sie ihn in seiner eigenen ab.</translation>
    </message>
</context>
<context>
    <name>media.still_image</name>
    <message>
        <source>This is a still image.</source>
        <translation>Dies ist ein Standbild.</translation>
    </message>
</context>
<context>
    <name>media.track_not_decoded</name>
    <message>
        <source>The {0} track cannot be decoded.</source>
        <translation>Die {0}spur kann nicht dekodiert werden.</translation>
    </message>
</context>
<context>
    <name>media.unknown_format</name>
    <message>
        <source>an unknown format</source>
        <translation>ein unbekanntes Format</translation>
    </message>
</context>
<context>
    <name>media.unread_container</name>
    <message>
        <source>{0} is of a kind that this program does not read (a playlist, a description of a stream, or a rare container). Convert it to MP4, Matroska or WAV.</source>
        <translation>{0} ist von einer Art, die hier nicht gelesen wird (eine Wiedergabeliste, die Beschreibung eines Datenstroms oder ein seltener Container). Wandeln Sie es in MP4, Matroska oder WAV um.</translation>
    </message>
</context>
<context>
    <name>media.video_encoder_refuses</name>
    <message>
        <source>FFmpeg&apos;s video encoder on this computer does not accept this clip format.</source>
        <translation>Der Video-Kodierer von FFmpeg nimmt hier dieses Format von Clips nicht an.</translation>
    </message>
</context>
<context>
    <name>network.activations_not_finite</name>
    <message>
        <source>This CRNN gives activations that are no finite numbers: its weights cannot be used.</source>
        <translation>Dieses CRNN gibt Aktivierungen, die keine endlichen Zahlen sind: Seine Gewichte sind nicht brauchbar.</translation>
    </message>
</context>
<context>
    <name>network.alexnet_input</name>
    <message>
        <source>AlexNet takes pictures of 3 x 224 x 224 values; {0} values are not {1} pictures.</source>
        <translation>AlexNet nimmt Bilder von 3 x 224 x 224 Werten; {0} Werte sind nicht {1} Bilder.</translation>
    </message>
</context>
<context>
    <name>network.all_bands_pooled</name>
    <message>
        <source>pooling leaves none of its {0} bands. Pool the bands less.</source>
        <translation>das Pooling lässt keines seiner {0} Bänder übrig. Fassen Sie die Bänder weniger zusammen.</translation>
    </message>
</context>
<context>
    <name>network.asks_for_code</name>
    <message>
        <source>asks for {0}; weight files may only hold tensors, and nothing in them is executed. If the file comes from a source you trust, save the network&apos;s state_dict() alone.</source>
        <translation>verlangt {0}; Gewichtsdateien dürfen nur Tensoren enthalten, und nichts darin wird ausgeführt. Wenn die Datei aus einer vertrauenswürdigen Quelle stammt, speichern Sie nur das state_dict() des Netzes.</translation>
    </message>
</context>
<context>
    <name>network.attributes_of_nothing</name>
    <message>
        <source>attributes of what has none</source>
        <translation>Attribute von etwas, das keine hat</translation>
    </message>
</context>
<context>
    <name>network.bad_band_deviation</name>
    <message>
        <source>a band&apos;s deviation is not more than 0.</source>
        <translation>die Abweichung eines Bandes ist nicht größer als 0.</translation>
    </message>
</context>
<context>
    <name>network.bad_band_mean</name>
    <message>
        <source>a band&apos;s mean is not a finite number.</source>
        <translation>der Mittelwert eines Bandes ist keine endliche Zahl.</translation>
    </message>
</context>
<context>
    <name>network.bad_bands</name>
    <message>
        <source>it needs between 1 and {0} bands, not {1}.</source>
        <translation>es braucht zwischen 1 und {0} Bänder, nicht {1}.</translation>
    </message>
</context>
<context>
    <name>network.bad_channels</name>
    <message>
        <source>{0} needs between 1 and {1} channels, not {2}.</source>
        <translation>{0} braucht zwischen 1 und {1} Kanäle, nicht {2}.</translation>
    </message>
</context>
<context>
    <name>network.bad_convolutions</name>
    <message>
        <source>it needs between 1 and {0} convolutions.</source>
        <translation>es braucht zwischen 1 und {0} Faltungen.</translation>
    </message>
</context>
<context>
    <name>network.bad_dropout</name>
    <message>
        <source>dropout must be at least 0 and less than 1.</source>
        <translation>Dropout muss mindestens 0 und kleiner als 1 sein.</translation>
    </message>
</context>
<context>
    <name>network.bad_frame_hop</name>
    <message>
        <source>the time between its frames must be more than 0 s.</source>
        <translation>die Zeit zwischen seinen Frames muss mehr als 0 s sein.</translation>
    </message>
</context>
<context>
    <name>network.bad_kernel</name>
    <message>
        <source>{0} needs an odd kernel between 1 and {1}, not {2}.</source>
        <translation>{0} braucht einen ungeraden Kern zwischen 1 und {1}, nicht {2}.</translation>
    </message>
</context>
<context>
    <name>network.bad_pooling</name>
    <message>
        <source>the pooling after {0} must be between 1 and {1} in time and in bands.</source>
        <translation>das Pooling nach {0} muss in Zeit und Bändern zwischen 1 und {1} liegen.</translation>
    </message>
</context>
<context>
    <name>network.bad_units</name>
    <message>
        <source>the GRU needs between 1 and {0} units, not {1}.</source>
        <translation>die GRU braucht zwischen 1 und {0} Einheiten, nicht {1}.</translation>
    </message>
</context>
<context>
    <name>network.band_statistics_missing</name>
    <message>
        <source>it needs a mean and a deviation for each of its {0} bands.</source>
        <translation>es braucht einen Mittelwert und eine Abweichung für jedes seiner {0} Bänder.</translation>
    </message>
</context>
<context>
    <name>network.baseline_shape</name>
    <message>
        <source>The baseline of an attribution must have the input&apos;s shape.</source>
        <translation>Die Grundlinie einer Zuschreibung muss die Form der Eingabe haben.</translation>
    </message>
</context>
<context>
    <name>network.big_endian</name>
    <message>
        <source>was saved on a big-endian machine. Load it with PyTorch and save it again on this one.</source>
        <translation>wurde auf einer Big-Endian-Maschine gespeichert. Laden und speichern Sie es mit PyTorch auf dieser.</translation>
    </message>
</context>
<context>
    <name>network.block_described_twice</name>
    <message>
        <source>describes block &quot;{0}&quot; in two ways.</source>
        <translation>beschreibt den Block „{0}“ auf zwei Arten.</translation>
    </message>
</context>
<context>
    <name>network.block_impossible_size</name>
    <message>
        <source>has a block of an impossible size.</source>
        <translation>hat einen Block von unmöglicher Größe.</translation>
    </message>
</context>
<context>
    <name>network.block_missing</name>
    <message>
        <source>lacks the numbers of block &quot;{0}&quot;.</source>
        <translation>hat die Zahlen des Blocks „{0}“ nicht.</translation>
    </message>
</context>
<context>
    <name>network.block_missing_or_unlike</name>
    <message>
        <source>lacks the numbers of block &quot;{0}&quot;, or has too few or too many.</source>
        <translation>hat die Zahlen des Blocks „{0}“ nicht, oder zu wenige oder zu viele.</translation>
    </message>
</context>
<context>
    <name>network.block_part_outside</name>
    <message>
        <source>uses a part of a block that is outside it.</source>
        <translation>benutzt einen Teil eines Blocks, der außerhalb liegt.</translation>
    </message>
</context>
<context>
    <name>network.block_without_description</name>
    <message>
        <source>has a block of numbers without a description.</source>
        <translation>hat einen Block von Zahlen ohne Beschreibung.</translation>
    </message>
</context>
<context>
    <name>network.bracket_never_opened</name>
    <message>
        <source>a bracket that was never opened</source>
        <translation>eine Klammer, die nie geöffnet wurde</translation>
    </message>
</context>
<context>
    <name>network.call_of_nothing</name>
    <message>
        <source>a call of what cannot be called</source>
        <translation>ein Aufruf von etwas, das nicht aufgerufen werden kann</translation>
    </message>
</context>
<context>
    <name>network.compressed_later</name>
    <message>
        <source>was compressed or encrypted after PyTorch wrote it ({0}). Load and save it with PyTorch.</source>
        <translation>wurde komprimiert oder verschlüsselt, nachdem PyTorch es schrieb ({0}). Laden und speichern Sie es mit PyTorch.</translation>
    </message>
</context>
<context>
    <name>network.convolution</name>
    <message>
        <source>convolution {0}</source>
        <translation>Faltung {0}</translation>
    </message>
</context>
<context>
    <name>network.convolutions_too_large</name>
    <message>
        <source>its convolutions would need too much memory. Choose fewer channels or pool more.</source>
        <translation>seine Faltungen würden zu viel Speicher brauchen. Wählen Sie weniger Kanäle oder mehr Pooling.</translation>
    </message>
</context>
<context>
    <name>network.copies_of_copies</name>
    <message>
        <source>copies of copies</source>
        <translation>Kopien von Kopien</translation>
    </message>
</context>
<context>
    <name>network.crnn_file_version</name>
    <message>
        <source>{0} is a CRNN file of version &quot;{1}&quot;; this program reads version 1. Use a newer version of Tagscope.</source>
        <translation>{0} ist eine CRNN-Datei der Version „{1}“; dieses Programm liest Version 1. Nehmen Sie ein neueres Programm.</translation>
    </message>
</context>
<context>
    <name>network.crnn_not_built</name>
    <message>
        <source>This CRNN cannot be built: {0}</source>
        <translation>Dieses CRNN kann nicht gebaut werden: {0}</translation>
    </message>
</context>
<context>
    <name>network.cut_short</name>
    <message>
        <source>is cut short.</source>
        <translation>ist abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>network.cut_short_before_numbers</name>
    <message>
        <source>is cut short before its numbers.</source>
        <translation>ist vor den Zahlen abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>network.cut_short_in_numbers</name>
    <message>
        <source>is cut short in its numbers.</source>
        <translation>ist in den Zahlen abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>network.damaged_block_part</name>
    <message>
        <source>has a damaged description of a part of a block.</source>
        <translation>hat eine beschädigte Beschreibung eines Teils eines Blocks.</translation>
    </message>
</context>
<context>
    <name>network.damaged_frame_hop</name>
    <message>
        <source>{0} is damaged: &quot;tagscope.frameHop&quot; in its metadata is not a number.</source>
        <translation>{0} ist beschädigt: &quot;tagscope.frameHop&quot; in ihren Metadaten ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>network.damaged_header</name>
    <message>
        <source>has a damaged header.</source>
        <translation>hat einen beschädigten Kopf.</translation>
    </message>
</context>
<context>
    <name>network.damaged_is_trained</name>
    <message>
        <source>{0} is damaged: &quot;tagscope.isTrained&quot; in its metadata is neither true nor false.</source>
        <translation>{0} ist beschädigt: &quot;tagscope.isTrained&quot; in ihren Metadaten ist weder true noch false.</translation>
    </message>
</context>
<context>
    <name>network.damaged_layout</name>
    <message>
        <source>{0} is damaged: the layout in its metadata (&quot;tagscope.layout&quot;) cannot be read.</source>
        <translation>{0} ist beschädigt: Der Aufbau in ihren Metadaten (&quot;tagscope.layout&quot;) kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>network.damaged_member</name>
    <message>
        <source>is damaged: a part of it cannot be read or fails its checksum.</source>
        <translation>ist beschädigt: Ein Teil davon kann nicht gelesen werden, oder seine Prüfsumme stimmt nicht.</translation>
    </message>
</context>
<context>
    <name>network.damaged_tensor_list</name>
    <message>
        <source>has a damaged list of tensors ({0}).</source>
        <translation>hat eine beschädigte Liste von Tensoren ({0}).</translation>
    </message>
</context>
<context>
    <name>network.damaged_zip</name>
    <message>
        <source>is a damaged zip archive.</source>
        <translation>ist ein beschädigtes Zip-Archiv.</translation>
    </message>
</context>
<context>
    <name>network.data_left_over</name>
    <message>
        <source>has more data than its tensors account for.</source>
        <translation>hat mehr Daten, als seine Tensoren erklären.</translation>
    </message>
</context>
<context>
    <name>network.event_without_name</name>
    <message>
        <source>an event has no name.</source>
        <translation>ein Ereignis hat keinen Namen.</translation>
    </message>
</context>
<context>
    <name>network.foreign_block</name>
    <message>
        <source>lists a block that is not its own, or twice.</source>
        <translation>nennt einen Block, der nicht sein eigener ist, oder einen doppelt.</translation>
    </message>
</context>
<context>
    <name>network.gap_before_tensor</name>
    <message>
        <source>has an overlap or a gap before tensor &quot;{0}&quot;.</source>
        <translation>hat eine Überlappung oder Lücke vor dem Tensor „{0}“.</translation>
    </message>
</context>
<context>
    <name>network.gives_tensor</name>
    <message>
        <source>gives tensor &quot;{0}&quot; {1}</source>
        <translation>gibt dem Tensor „{0}“ {1}</translation>
    </message>
</context>
<context>
    <name>network.header_cut_short</name>
    <message>
        <source>is cut short or damaged: its header should have {0} bytes.</source>
        <translation>ist abgeschnitten oder beschädigt: Der Kopf müsste {0} Bytes haben.</translation>
    </message>
</context>
<context>
    <name>network.impossible_member_size</name>
    <message>
        <source>lists {0} with an impossible size.</source>
        <translation>nennt {0} mit einer unmöglichen Größe.</translation>
    </message>
</context>
<context>
    <name>network.impossible_shape</name>
    <message>
        <source>gives tensor &quot;{0}&quot; an impossible shape.</source>
        <translation>gibt dem Tensor „{0}“ eine unmögliche Form.</translation>
    </message>
</context>
<context>
    <name>network.impossible_strides</name>
    <message>
        <source>impossible strides.</source>
        <translation>unmögliche Schrittweiten.</translation>
    </message>
</context>
<context>
    <name>network.inception_input</name>
    <message>
        <source>Inception-v4 takes pictures of 3 x 299 x 299 values; {0} values are not {1} pictures.</source>
        <translation>Inception-v4 nimmt Bilder von 3 x 299 x 299 Werten; {0} Werte sind nicht {1} Bilder.</translation>
    </message>
</context>
<context>
    <name>network.inception_picture</name>
    <message>
        <source>Inception-v4 takes pictures of 3 x 299 x 299 values, not of {0}.</source>
        <translation>Inception-v4 nimmt Bilder von 3 x 299 x 299 Werten; {0} Werte sind keines.</translation>
    </message>
</context>
<context>
    <name>network.incomplete_zip</name>
    <message>
        <source>is a damaged or incomplete zip archive.</source>
        <translation>ist ein beschädigtes oder unvollständiges Zip-Archiv.</translation>
    </message>
</context>
<context>
    <name>network.is_empty</name>
    <message>
        <source>is empty.</source>
        <translation>ist leer.</translation>
    </message>
</context>
<context>
    <name>network.long_zip_names</name>
    <message>
        <source>is a zip archive with impossibly long names.</source>
        <translation>ist ein Zip-Archiv mit unmöglich langen Namen.</translation>
    </message>
</context>
<context>
    <name>network.memo_too_large</name>
    <message>
        <source>a memo of {0} values</source>
        <translation>ein Memo von {0} Werten</translation>
    </message>
</context>
<context>
    <name>network.more_numbers_than_stored</name>
    <message>
        <source>more numbers than are stored for it.</source>
        <translation>mehr Zahlen, als für ihn gespeichert sind.</translation>
    </message>
</context>
<context>
    <name>network.name_no_text</name>
    <message>
        <source>a name that is not text</source>
        <translation>ein Name, der kein Text ist</translation>
    </message>
</context>
<context>
    <name>network.name_not_utf8</name>
    <message>
        <source>{0} cannot be written: a name or a note in it is not valid UTF-8.</source>
        <translation>{0} kann nicht geschrieben werden: Ein Name oder eine Notiz darin ist kein gültiges UTF-8.</translation>
    </message>
</context>
<context>
    <name>network.name_without_end</name>
    <message>
        <source>a name without an end</source>
        <translation>ein Name ohne Ende</translation>
    </message>
</context>
<context>
    <name>network.name_written_twice</name>
    <message>
        <source>{0} cannot be written: two tensors, or one and the metadata, are named &quot;{1}&quot;.</source>
        <translation>{0} kann nicht geschrieben werden: Zwei Tensoren, oder einer und die Metadaten, heißen „{1}“.</translation>
    </message>
</context>
<context>
    <name>network.negative_variance</name>
    <message>
        <source>The weights of Inception-v4 are damaged: the tensor &quot;{0}.bn.running_var&quot; holds a negative variance.</source>
        <translation>Die Gewichte von Inception-v4 sind beschädigt: Der Tensor „{0}.bn.running_var“ enthält eine negative Varianz.</translation>
    </message>
</context>
<context>
    <name>network.nested_checkpoints</name>
    <message>
        <source>holds checkpoints within checkpoints.</source>
        <translation>enthält Checkpoints in Checkpoints.</translation>
    </message>
</context>
<context>
    <name>network.no_block_list</name>
    <message>
        <source>has no list of its blocks.</source>
        <translation>hat keine Liste seiner Blöcke.</translation>
    </message>
</context>
<context>
    <name>network.no_events</name>
    <message>
        <source>it has no events to tell apart. Name at least one.</source>
        <translation>es hat keine Ereignisse zu unterscheiden. Nennen Sie mindestens eines.</translation>
    </message>
</context>
<context>
    <name>network.no_memory</name>
    <message>
        <source>{0} needs more memory than is available.</source>
        <translation>{0} braucht mehr Speicher, als es gibt.</translation>
    </message>
</context>
<context>
    <name>network.no_pickle</name>
    <message>
        <source>not a pickle of protocol 2 or later</source>
        <translation>kein Pickle des Protokolls 2 oder später</translation>
    </message>
</context>
<context>
    <name>network.no_shape</name>
    <message>
        <source>has something else where a shape belongs.</source>
        <translation>hat etwas anderes, wo eine Form hingehört.</translation>
    </message>
</context>
<context>
    <name>network.no_such_class</name>
    <message>
        <source>This Inception-v4 knows {0} classes; there is no number {1}.</source>
        <translation>Dieses Inception-v4 kennt {0} Klassen; eine Nummer {1} gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>network.no_such_tensor</name>
    <message>
        <source>{0} has no tensor named &quot;{1}&quot;.</source>
        <translation>{0} hat keinen Tensor namens „{1}“.</translation>
    </message>
</context>
<context>
    <name>network.no_whole_number</name>
    <message>
        <source>has something else where a whole number belongs.</source>
        <translation>hat etwas anderes, wo eine ganze Zahl hingehört.</translation>
    </message>
</context>
<context>
    <name>network.not_crnn_file</name>
    <message>
        <source>{0} is not a CRNN file: its metadata does not say &quot;tagscope.kind&quot;: &quot;crnn&quot;.</source>
        <translation>{0} ist keine CRNN-Datei: In ihren Metadaten steht nicht &quot;tagscope.kind&quot;: &quot;crnn&quot;.</translation>
    </message>
</context>
<context>
    <name>network.not_read</name>
    <message>
        <source>{0} could not be read.</source>
        <translation>{0} konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>network.not_tensor</name>
    <message>
        <source>holds &quot;{0}&quot;, which is not a tensor. Save the network&apos;s state_dict().</source>
        <translation>enthält „{0}“, das kein Tensor ist. Speichern Sie das state_dict() des Netzes.</translation>
    </message>
</context>
<context>
    <name>network.not_tensor_dict</name>
    <message>
        <source>holds something other than a dict of tensors. Save the network&apos;s state_dict().</source>
        <translation>enthält etwas anderes als ein dict von Tensoren. Speichern Sie das state_dict() des Netzes.</translation>
    </message>
</context>
<context>
    <name>network.not_weights</name>
    <message>
        <source>is neither a .safetensors file nor a PyTorch state dict (.pth, .pt), or it is damaged at its beginning.</source>
        <translation>ist weder eine .safetensors-Datei noch ein state_dict von PyTorch (.pth, .pt), oder am Anfang beschädigt.</translation>
    </message>
</context>
<context>
    <name>network.nothing_to_explain</name>
    <message>
        <source>There is no step {0} of an event {1} to explain.</source>
        <translation>Es gibt keinen Schritt {0} eines Ereignisses {1} zu erklären.</translation>
    </message>
</context>
<context>
    <name>network.other_bands</name>
    <message>
        <source>This CRNN takes features of {0} bands, but these have {1}.</source>
        <translation>Dieses CRNN nimmt Merkmale von {0} Bändern, und diese haben {1}.</translation>
    </message>
</context>
<context>
    <name>network.other_bands_computed</name>
    <message>
        <source>This CRNN takes features of {0} bands, but these have {1}. Compute them with the settings that the CRNN was made for.</source>
        <translation>Dieses CRNN nimmt Merkmale von {0} Bändern, und diese haben {1}. Berechnen Sie sie mit den Einstellungen, für die das CRNN gemacht ist.</translation>
    </message>
</context>
<context>
    <name>network.other_block_sizes</name>
    <message>
        <source>has blocks of other sizes than it lists.</source>
        <translation>hat Blöcke von anderer Größe, als es auflistet.</translation>
    </message>
</context>
<context>
    <name>network.other_pickle</name>
    <message>
        <source>is a pickle, but not one written by torch.save().</source>
        <translation>ist ein Pickle, aber keines von torch.save().</translation>
    </message>
</context>
<context>
    <name>network.other_sum</name>
    <message>
        <source>is damaged: its numbers are not those that were written, by its own sum. Make or copy it again.</source>
        <translation>ist beschädigt: Nach ihrer eigenen Prüfsumme sind die Zahlen nicht die, die geschrieben wurden. Erzeugen oder kopieren Sie sie erneut.</translation>
    </message>
</context>
<context>
    <name>network.other_zip</name>
    <message>
        <source>is a zip archive, but not one written by torch.save().</source>
        <translation>ist ein Zip-Archiv, aber keines von torch.save().</translation>
    </message>
</context>
<context>
    <name>network.panns_features</name>
    <message>
        <source>PANNs takes at least 32 frames of {2} bands, not {0} of {1}.</source>
        <translation>PANNs nimmt mindestens 32 Rahmen mit {2} Bändern, nicht {0} mit {1}.</translation>
    </message>
</context>
<context>
    <name>network.pickle_operation</name>
    <message>
        <source>uses the pickle operation 0x{0}, which lists of tensors do not need; it is damaged or holds something else.</source>
        <translation>ist mit der Pickle-Operation 0x{0} gemacht, die Listen von Tensoren nicht brauchen; es ist beschädigt oder enthält etwas anderes.</translation>
    </message>
</context>
<context>
    <name>network.pickle_protocol</name>
    <message>
        <source>pickle protocol {0}</source>
        <translation>Pickle-Protokoll {0}</translation>
    </message>
</context>
<context>
    <name>network.place_outside</name>
    <message>
        <source>a place outside its stored numbers.</source>
        <translation>einen Platz außerhalb seiner gespeicherten Zahlen.</translation>
    </message>
</context>
<context>
    <name>network.several_weight_sets</name>
    <message>
        <source>holds several sets of weights. Save the wanted network&apos;s state_dict() alone.</source>
        <translation>enthält mehrere Sätze von Gewichten. Speichern Sie nur das state_dict() des gewünschten Netzes.</translation>
    </message>
</context>
<context>
    <name>network.shape_unlike_values</name>
    <message>
        <source>{0} cannot be written: the shape of &quot;{1}&quot; does not fit its {2} values.</source>
        <translation>{0} kann nicht geschrieben werden: Die Form von „{1}“ passt nicht zu den {2} Werten.</translation>
    </message>
</context>
<context>
    <name>network.strides_unlike_shape</name>
    <message>
        <source>a shape and strides that do not belong together.</source>
        <translation>eine Form und Schrittweiten, die nicht zusammengehören.</translation>
    </message>
</context>
<context>
    <name>network.tar_archive</name>
    <message>
        <source>is a tar archive, as PyTorch wrote them before 0.1.10. Load it with PyTorch and save it again.</source>
        <translation>ist ein tar-Archiv, wie PyTorch sie vor 0.1.10 schrieb. Laden Sie es mit PyTorch und speichern Sie es wieder.</translation>
    </message>
</context>
<context>
    <name>network.tensor_described_partly</name>
    <message>
        <source>has an incomplete description of tensor &quot;{0}&quot;.</source>
        <translation>hat eine unvollständige Beschreibung des Tensors „{0}“.</translation>
    </message>
</context>
<context>
    <name>network.tensor_list_cut_short</name>
    <message>
        <source>is cut short in its list of tensors.</source>
        <translation>ist in der Liste der Tensoren abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>network.tensor_list_too_long</name>
    <message>
        <source>has a longer list of tensors than any network.</source>
        <translation>hat eine längere Liste von Tensoren als irgendein Netz.</translation>
    </message>
</context>
<context>
    <name>network.tensor_missing</name>
    <message>
        <source>{0} does not hold {1}&apos;s weights: the tensor &quot;{2}&quot; ({3}) is missing. Choose a file of this network.</source>
        <translation>{0} enthält nicht die Gewichte von {1}: Der Tensor „{2}“ ({3}) fehlt. Wählen Sie eine Datei dieses Netzes.</translation>
    </message>
</context>
<context>
    <name>network.tensor_name_not_text</name>
    <message>
        <source>has a tensor whose name is not a text.</source>
        <translation>hat einen Tensor, dessen Name kein Text ist.</translation>
    </message>
</context>
<context>
    <name>network.tensor_not_expected</name>
    <message>
        <source>{0} is not a file of {1}: it holds the tensor &quot;{2}&quot; ({3}), and none of that name was expected.</source>
        <translation>{0} ist keine Datei von {1}: Sie enthält den Tensor „{2}“ ({3}), und keiner dieses Namens war erwartet.</translation>
    </message>
</context>
<context>
    <name>network.tensor_not_finite</name>
    <message>
        <source>{0} cannot be used: the tensor &quot;{1}&quot; holds a value that is not a finite number.</source>
        <translation>{0} kann nicht benutzt werden: Der Tensor „{1}“ enthält einen Wert, der keine endliche Zahl ist.</translation>
    </message>
</context>
<context>
    <name>network.tensor_outside</name>
    <message>
        <source>is cut short or damaged: tensor &quot;{0}&quot; lies outside it.</source>
        <translation>ist abgeschnitten oder beschädigt: Der Tensor „{0}“ liegt außerhalb.</translation>
    </message>
</context>
<context>
    <name>network.tensor_place_size</name>
    <message>
        <source>gives tensor &quot;{0}&quot; a place whose size does not fit its shape.</source>
        <translation>gibt dem Tensor „{0}“ einen Platz, dessen Größe nicht zu seiner Form passt.</translation>
    </message>
</context>
<context>
    <name>network.tensor_unlike</name>
    <message>
        <source>{0} does not fit {1}: the tensor &quot;{2}&quot; should be {3} and is {4}. Choose a file of this network.</source>
        <translation>{0} passt nicht zu {1}: Der Tensor „{2}“ müsste {3} sein und ist {4}. Wählen Sie eine Datei dieses Netzes.</translation>
    </message>
</context>
<context>
    <name>network.tensor_without_numbers</name>
    <message>
        <source>has a tensor without numbers.</source>
        <translation>hat einen Tensor ohne Zahlen.</translation>
    </message>
</context>
<context>
    <name>network.text_too_long</name>
    <message>
        <source>a text of {0} bytes</source>
        <translation>ein Text von {0} Bytes</translation>
    </message>
</context>
<context>
    <name>network.too_many_dimensions</name>
    <message>
        <source>gives tensor &quot;{0}&quot; {1} dimensions.</source>
        <translation>gibt dem Tensor „{0}“ {1} Dimensionen.</translation>
    </message>
</context>
<context>
    <name>network.too_many_events</name>
    <message>
        <source>it has more than {0} events.</source>
        <translation>es hat mehr als {0} Ereignisse.</translation>
    </message>
</context>
<context>
    <name>network.too_many_parameters</name>
    <message>
        <source>it would have {0} parameters, more than {1}. Choose fewer channels or units.</source>
        <translation>es hätte {0} Parameter, mehr als {1}. Wählen Sie weniger Kanäle oder Einheiten.</translation>
    </message>
</context>
<context>
    <name>network.too_many_repetitions</name>
    <message>
        <source>too many repetitions of the same numbers.</source>
        <translation>zu viele Wiederholungen derselben Zahlen.</translation>
    </message>
</context>
<context>
    <name>network.too_many_tensors</name>
    <message>
        <source>holds more tensors than any network.</source>
        <translation>enthält mehr Tensoren als irgendein Netz.</translation>
    </message>
</context>
<context>
    <name>network.too_many_values</name>
    <message>
        <source>lists more values than any network&apos;s weights need.</source>
        <translation>zählt mehr Werte auf, als die Gewichte eines Netzes brauchen.</translation>
    </message>
</context>
<context>
    <name>network.too_many_values_at_once</name>
    <message>
        <source>too many values at once</source>
        <translation>zu viele Werte auf einmal</translation>
    </message>
</context>
<context>
    <name>network.torch_failed</name>
    <message>
        <source>{0} could not be computed: LibTorch reported a failure. There may not be enough memory; close other programs and try again.</source>
        <translation>{0} konnte nicht berechnet werden: LibTorch meldet einen Fehler. Vielleicht reichte der Speicher nicht; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>network.torch_script</name>
    <message>
        <source>is a TorchScript program; weight files may only hold tensors. Save the network&apos;s state_dict().</source>
        <translation>ist ein TorchScript-Programm; Gewichtsdateien dürfen nur Tensoren enthalten. Speichern Sie das state_dict() des Netzes.</translation>
    </message>
</context>
<context>
    <name>network.two_events_called</name>
    <message>
        <source>two events are called &quot;{0}&quot;.</source>
        <translation>zwei Ereignisse heißen „{0}“.</translation>
    </message>
</context>
<context>
    <name>network.two_members_named</name>
    <message>
        <source>holds two members named {0}.</source>
        <translation>enthält zwei Einträge namens {0}.</translation>
    </message>
</context>
<context>
    <name>network.two_tensor_lists</name>
    <message>
        <source>holds two lists of tensors.</source>
        <translation>enthält zwei Listen von Tensoren.</translation>
    </message>
</context>
<context>
    <name>network.two_tensors_named</name>
    <message>
        <source>has two tensors named &quot;{0}&quot;.</source>
        <translation>hat zwei Tensoren namens „{0}“.</translation>
    </message>
</context>
<context>
    <name>network.unknown_byte_order</name>
    <message>
        <source>has an unknown byte order, &quot;{0}&quot;.</source>
        <translation>hat eine unbekannte Bytereihenfolge, „{0}“.</translation>
    </message>
</context>
<context>
    <name>network.unknown_ordered_dict</name>
    <message>
        <source>an OrderedDict of an unknown kind</source>
        <translation>ein OrderedDict unbekannter Machart</translation>
    </message>
</context>
<context>
    <name>network.unknown_torch_version</name>
    <message>
        <source>is from an unknown version of torch.save().</source>
        <translation>ist von einer unbekannten Version von torch.save().</translation>
    </message>
</context>
<context>
    <name>network.unread_numbers</name>
    <message>
        <source>holds numbers as {0}, a type that this program does not read. Save them as float.</source>
        <translation>enthält Zahlen als {0}, ein Typ, der hier nicht gelesen wird. Speichern Sie sie als float.</translation>
    </message>
</context>
<context>
    <name>network.unread_tensor_type</name>
    <message>
        <source>holds tensor &quot;{0}&quot; as {1}, a type that this program does not read. Save it as F32.</source>
        <translation>enthält den Tensor „{0}“ als {1}, ein Typ, der hier nicht gelesen wird. Speichern Sie ihn als F32.</translation>
    </message>
</context>
<context>
    <name>network.unwritten_type</name>
    <message>
        <source>Tensors are written as F32 or F16 only.</source>
        <translation>Tensoren werden nur als F32 oder F16 geschrieben.</translation>
    </message>
</context>
<context>
    <name>network.value_missing</name>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
</context>
<context>
    <name>network.value_never_named</name>
    <message>
        <source>a value that was never named</source>
        <translation>ein Wert, der nie benannt wurde</translation>
    </message>
</context>
<context>
    <name>network.values_too_deep</name>
    <message>
        <source>more than {0} nested values</source>
        <translation>mehr als {0} Werte ineinander</translation>
    </message>
</context>
<context>
    <name>network.values_without_place</name>
    <message>
        <source>values put where there is no place for them</source>
        <translation>Werte an einer Stelle, an der kein Platz für sie ist</translation>
    </message>
</context>
<context>
    <name>project.cannot_be_mended</name>
    <message>
        <source>{0} cannot be mended: {1} Restore it from a backup, or create the project again.</source>
        <translation>{0} kann nicht repariert werden: {1} Nehmen Sie eine Sicherungskopie, oder erstellen Sie das Projekt neu.</translation>
    </message>
</context>
<context>
    <name>project.cannot_change</name>
    <message>
        <source>{0} cannot be written. Do you have permission to change it and its folder?</source>
        <translation>{0} kann nicht geschrieben werden. Dürfen Sie es und seinen Ordner ändern?</translation>
    </message>
</context>
<context>
    <name>project.cannot_lock</name>
    <message>
        <source>{0} cannot be changed: no lock file can be created beside it. Is the folder read-only?</source>
        <translation>{0} kann nicht geändert werden: Daneben lässt sich keine Sperrdatei anlegen. Ist der Ordner schreibgeschützt?</translation>
    </message>
</context>
<context>
    <name>project.cannot_open</name>
    <message>
        <source>{0} cannot be opened: there is no such file, or it is not a file.</source>
        <translation>{0} kann nicht geöffnet werden: Es gibt keine solche Datei, oder es ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>project.cannot_read_or_write</name>
    <message>
        <source>{0} cannot be read or written. Is its disk available, and not full?</source>
        <translation>{0} kann nicht gelesen oder geschrieben werden. Ist der Datenträger da und nicht voll?</translation>
    </message>
</context>
<context>
    <name>project.change_is_used</name>
    <message>
        <source>{0}: the clips that were added have verdicts, marked regions or other things by now, and stay.</source>
        <translation>{0}: Die hinzugefügten Clips haben inzwischen Urteile, markierte Regionen oder anderes und bleiben.</translation>
    </message>
</context>
<context>
    <name>project.change_too_large</name>
    <message>
        <source>So large a change cannot be undone.</source>
        <translation>Eine so große Änderung kann nicht rückgängig gemacht werden.</translation>
    </message>
</context>
<context>
    <name>project.check_journal_of_another</name>
    <message>
        <source>Beside {0} lies a journal of another file, which is not brought into it.</source>
        <translation>Neben {0} liegt ein Journal einer anderen Datei, das nicht in sie übernommen wird.</translation>
    </message>
</context>
<context>
    <name>project.check_journal_unknown</name>
    <message>
        <source>Beside {0} lies a journal, and nothing tells whether it is of this file.</source>
        <translation>Neben {0} liegt ein Journal, von dem nicht zu erkennen ist, ob es zu dieser Datei gehört.</translation>
    </message>
</context>
<context>
    <name>project.check_link</name>
    <message>
        <source>{0} is a link that leads out of the project&apos;s data. Nothing is read or written there. Remove it.</source>
        <translation>{0} ist eine Verknüpfung, die aus den Daten des Projekts hinausführt. Dort wird nichts gelesen oder geschrieben. Entfernen Sie sie.</translation>
    </message>
</context>
<context>
    <name>project.check_page</name>
    <message>
        <source>Damaged: {0}.</source>
        <translation>Beschädigt: {0}.</translation>
    </message>
</context>
<context>
    <name>project.check_rows</name>
    <message>
        <source>{0} rows of the table &quot;{1}&quot; cannot be a project&apos;s, the first of them {2}: {3}</source>
        <translation>{0} Zeilen der Tabelle „{1}“ können nicht die eines Projekts sein, die erste ist {2}: {3}</translation>
    </message>
</context>
<context>
    <name>project.check_table_broken</name>
    <message>
        <source>The table &quot;{0}&quot; cannot be read to its end: {1}.</source>
        <translation>Die Tabelle „{0}“ ist nicht bis zum Ende lesbar: {1}.</translation>
    </message>
</context>
<context>
    <name>project.class_name_too_long</name>
    <message>
        <source>The name of a class of the project is too long: {0}…</source>
        <translation>Der Name einer Klasse des Projekts ist zu lang: {0}…</translation>
    </message>
</context>
<context>
    <name>project.class_twice</name>
    <message>
        <source>The class &quot;{0}&quot; appears twice.</source>
        <translation>Die Klasse „{0}“ gibt es doppelt.</translation>
    </message>
</context>
<context>
    <name>project.class_without_name</name>
    <message>
        <source>A class of the project has no name.</source>
        <translation>Eine Klasse des Projekts hat keinen Namen.</translation>
    </message>
</context>
<context>
    <name>project.clip_before_recording</name>
    <message>
        <source>Clip {0} cannot start before its recording.</source>
        <translation>Clip {0} kann nicht vor seiner Aufnahme beginnen.</translation>
    </message>
</context>
<context>
    <name>project.clip_gone</name>
    <message>
        <source>The project no longer has this clip. Open it again.</source>
        <translation>Das Projekt hat diesen Clip nicht mehr. Öffnen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>project.clip_is_there</name>
    <message>
        <source>{1} already has a clip named {0}.</source>
        <translation>Einen Clip namens {0} gibt es in {1} schon.</translation>
    </message>
</context>
<context>
    <name>project.clip_times</name>
    <message>
        <source>The clip {0} starts at {1} s and lasts {2} s; it must not start before 0 and must last longer than 0.</source>
        <translation>Der Clip {0} beginnt bei {1} s und dauert {2} s; er darf nicht vor 0 beginnen und muss länger als 0 dauern.</translation>
    </message>
</context>
<context>
    <name>project.clip_without_name</name>
    <message>
        <source>A clip has no name.</source>
        <translation>Ein Clip hat keinen Namen.</translation>
    </message>
</context>
<context>
    <name>project.clips_too_long</name>
    <message>
        <source>The clips of a project can be {0} s long at most.</source>
        <translation>Die Clips eines Projekts können höchstens {0} s lang sein.</translation>
    </message>
</context>
<context>
    <name>project.copy_not_kept</name>
    <message>
        <source>{0} is from an older version of Tagscope and was not opened: the copy {1} could not be made. Make room on the disk, or allow writing in the folder.</source>
        <translation>{0} ist von einer älteren Version von Tagscope und wurde nicht geöffnet: Die Kopie {1} konnte nicht angelegt werden. Schaffen Sie Platz auf dem Datenträger, oder erlauben Sie das Schreiben im Ordner.</translation>
    </message>
</context>
<context>
    <name>project.damaged</name>
    <message>
        <source>{0} is damaged. Restore it from a backup, or create the project again from its lists.</source>
        <translation>{0} ist beschädigt. Nehmen Sie eine Sicherungskopie, oder erstellen Sie das Projekt aus seinen Listen neu.</translation>
    </message>
</context>
<context>
    <name>project.damaged_class_missing</name>
    <message>
        <source>class {0} is missing.</source>
        <translation>Klasse {0} fehlt.</translation>
    </message>
</context>
<context>
    <name>project.damaged_clip_times</name>
    <message>
        <source>clip {0} has no usable times.</source>
        <translation>Clip {0} hat keine brauchbaren Zeiten.</translation>
    </message>
</context>
<context>
    <name>project.damaged_event_gaps</name>
    <message>
        <source>its events have gaps.</source>
        <translation>Die Ereignisse haben Lücken.</translation>
    </message>
</context>
<context>
    <name>project.damaged_label_event</name>
    <message>
        <source>a label refers to event {0}.</source>
        <translation>Ein Label nennt Ereignis {0}.</translation>
    </message>
</context>
<context>
    <name>project.damaged_marked_event</name>
    <message>
        <source>a marked region refers to event {0}.</source>
        <translation>Ein markierter Abschnitt nennt Ereignis {0}.</translation>
    </message>
</context>
<context>
    <name>project.damaged_no_duration</name>
    <message>
        <source>the duration of its clips is missing.</source>
        <translation>Die Dauer der Clips fehlt.</translation>
    </message>
</context>
<context>
    <name>project.damaged_point_gaps</name>
    <message>
        <source>an operating point has gaps.</source>
        <translation>Ein Arbeitspunkt hat Lücken.</translation>
    </message>
</context>
<context>
    <name>project.damaged_point_history</name>
    <message>
        <source>the history of its operating points cannot be read.</source>
        <translation>Der Verlauf der Arbeitspunkte kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>project.damaged_point_values</name>
    <message>
        <source>an operating point has impossible values.</source>
        <translation>Ein Arbeitspunkt hat unmögliche Werte.</translation>
    </message>
</context>
<context>
    <name>project.damaged_presence_event</name>
    <message>
        <source>a known presence refers to event {0}.</source>
        <translation>Eine bekannte Anwesenheit nennt Ereignis {0}.</translation>
    </message>
</context>
<context>
    <name>project.damaged_region_event</name>
    <message>
        <source>a region refers to event {0}.</source>
        <translation>Ein Abschnitt nennt Ereignis {0}.</translation>
    </message>
</context>
<context>
    <name>project.damaged_run</name>
    <message>
        <source>a run has an impossible name or state.</source>
        <translation>Ein Lauf hat einen unmöglichen Namen oder Zustand.</translation>
    </message>
</context>
<context>
    <name>project.damaged_schema</name>
    <message>
        <source>{0} is damaged: {1} Restore it from a backup, or create the project again.</source>
        <translation>{0} ist beschädigt: {1} Nehmen Sie eine Sicherungskopie, oder erstellen Sie das Projekt neu.</translation>
    </message>
</context>
<context>
    <name>project.damaged_scores_size</name>
    <message>
        <source>the scores of clip {0} have the wrong size.</source>
        <translation>Die Werte von Clip {0} haben die falsche Größe.</translation>
    </message>
</context>
<context>
    <name>project.damaged_scores_sum</name>
    <message>
        <source>the scores of clip {0} and those after it are not those that were stored.</source>
        <translation>die Werte von Clip {0} und den folgenden sind nicht die, die gespeichert wurden.</translation>
    </message>
</context>
<context>
    <name>project.damaged_scores_values</name>
    <message>
        <source>the scores of clip {0} are not probabilities.</source>
        <translation>Die Werte von Clip {0} sind keine Wahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>project.damaged_verdict_event</name>
    <message>
        <source>a verdict refers to event {0}.</source>
        <translation>Ein Urteil nennt Ereignis {0}.</translation>
    </message>
</context>
<context>
    <name>project.damaged_words</name>
    <message>
        <source>the words of &quot;{0}&quot; are not a list.</source>
        <translation>Die Wörter von „{0}“ sind keine Liste.</translation>
    </message>
</context>
<context>
    <name>project.database_failed</name>
    <message>
        <source>{0}: the database failed.</source>
        <translation>{0}: Die Datenbank hat versagt.</translation>
    </message>
</context>
<context>
    <name>project.disk_full</name>
    <message>
        <source>{0} could not be written: the disk is full. Nothing was changed.</source>
        <translation>{0} konnte nicht geschrieben werden: Der Datenträger ist voll. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>project.does_not_fit</name>
    <message>
        <source>The data to be stored do not fit the project {0}.</source>
        <translation>Was gespeichert werden sollte, passt nicht zum Projekt {0}.</translation>
    </message>
</context>
<context>
    <name>project.event_in_use</name>
    <message>
        <source>The event &quot;{0}&quot; cannot be removed, as the project refers to it: {1} labels, {2} strong labels, {3} verdicts, {4} marked regions.</source>
        <translation>Das Ereignis „{0}“ kann nicht entfernt werden, weil das Projekt sich darauf bezieht: {1} Labels, {2} starke Labels, {3} Urteile, {4} markierte Abschnitte.</translation>
    </message>
</context>
<context>
    <name>project.events_changed_elsewhere</name>
    <message>
        <source>Another program has changed the events of {0} since it was opened here for reading. Open it again.</source>
        <translation>Ein anderes Programm hat die Ereignisse von {0} geändert, seit es hier nur zum Lesen geöffnet wurde. Öffnen Sie es neu.</translation>
    </message>
</context>
<context>
    <name>project.file_gone</name>
    <message>
        <source>The project file {0} is no longer there: it was moved, renamed or deleted while it was open. Nothing more can be stored in it. Save a copy of what is open.</source>
        <translation>Die Projektdatei {0} ist nicht mehr da: Sie wurde verschoben, umbenannt oder gelöscht, während sie geöffnet war. Es kann nichts mehr darin gespeichert werden. Speichern Sie eine Kopie dessen, was geöffnet ist.</translation>
    </message>
</context>
<context>
    <name>project.file_overwritten</name>
    <message>
        <source>The project file {0} was changed by another program since it was opened. Nothing more can be stored in it. Save a copy of what is open.</source>
        <translation>Die Projektdatei {0} wurde von einem anderen Programm verändert, seit sie geöffnet wurde. Es kann nichts mehr darin gespeichert werden. Speichern Sie eine Kopie dessen, was geöffnet ist.</translation>
    </message>
</context>
<context>
    <name>project.file_replaced</name>
    <message>
        <source>The project file {0} was replaced by another program since it was opened. Nothing more can be stored in it. Save a copy of what is open, or open the file that is there now.</source>
        <translation>Die Projektdatei {0} wurde von einem anderen Programm ersetzt, seit sie geöffnet wurde. Es kann nichts mehr darin gespeichert werden. Speichern Sie eine Kopie dessen, was geöffnet ist, oder öffnen Sie die Datei, die jetzt dort liegt.</translation>
    </message>
</context>
<context>
    <name>project.is_snapshot</name>
    <message>
        <source>{0} is a read-only copy for workers (a snapshot). Open the project that it was taken of.</source>
        <translation>{0} ist eine schreibgeschützte Kopie für verteilte Berechnungen (ein Schnappschuss). Öffnen Sie das Projekt, von dem sie stammt.</translation>
    </message>
</context>
<context>
    <name>project.is_there</name>
    <message>
        <source>{0} already exists. Open it, or choose another name for the new project.</source>
        <translation>{0} gibt es schon. Öffnen Sie es, oder wählen Sie einen anderen Namen für das neue Projekt.</translation>
    </message>
</context>
<context>
    <name>project.journal_copied</name>
    <message>
        <source>{0} was not closed when it was open last. What had been stored last was brought into it; the file as it was before is kept in {1}.</source>
        <translation>{0} wurde zuletzt nicht ordentlich geschlossen. Was zuletzt gespeichert worden war, wurde hineingebracht; die Datei, wie sie davor war, ist in {1} aufgehoben.</translation>
    </message>
</context>
<context>
    <name>project.journal_of_another</name>
    <message>
        <source>{0} was replaced while another program had it open, which then ended without closing it. What that program had stored last belongs to the file before and is kept in {1}.</source>
        <translation>{0} wurde ersetzt, während ein anderes Programm es geöffnet hatte, das dann endete, ohne es zu schließen. Was dieses Programm zuletzt gespeichert hatte, gehört zur vorherigen Datei und ist in {1} aufgehoben.</translation>
    </message>
</context>
<context>
    <name>project.journal_written</name>
    <message>
        <source>{0} was not closed when it was open last. What had been stored last was brought into it.</source>
        <translation>{0} wurde zuletzt nicht ordentlich geschlossen. Was zuletzt gespeichert worden war, wurde hineingebracht.</translation>
    </message>
</context>
<context>
    <name>project.later_points</name>
    <message>
        <source>These operating points are from a later version of Tagscope.</source>
        <translation>Diese Arbeitspunkte stammen aus einer neueren Version von Tagscope.</translation>
    </message>
</context>
<context>
    <name>project.later_version</name>
    <message>
        <source>{0} was made by a later version of Tagscope (its version is {1}, this program knows {2}). Update Tagscope to open it.</source>
        <translation>{0} stammt aus einer neueren Version von Tagscope (Version {1}, dieses Programm kennt {2}). Aktualisieren Sie Tagscope, um es zu öffnen.</translation>
    </message>
</context>
<context>
    <name>project.let_go</name>
    <message>
        <source>{0} was closed.</source>
        <translation>{0} wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>project.locked</name>
    <message>
        <source>{0} is being changed by another program. Try again in a moment.</source>
        <translation>{0} wird gerade von einem anderen Programm geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>project.marked_region_dates</name>
    <message>
        <source>A region marked in clip {0} was added before 1970, or taken back before it was added.</source>
        <translation>Ein in Clip {0} markierter Abschnitt wurde vor 1970 hinzugefügt, oder zurückgenommen, bevor er hinzugefügt wurde.</translation>
    </message>
</context>
<context>
    <name>project.marked_region_details</name>
    <message>
        <source>A region marked in clip {0} has frequencies, a confidence or a channel that are none.</source>
        <translation>Ein in Clip {0} markierter Abschnitt hat Frequenzen, eine Konfidenz oder einen Kanal, die keine sind.</translation>
    </message>
</context>
<context>
    <name>project.marked_region_times</name>
    <message>
        <source>A region marked in clip {0} has no usable times (onset before 0, or not before its offset).</source>
        <translation>Ein in Clip {0} markierter Abschnitt hat keine brauchbaren Zeiten (Beginn vor 0 oder nicht vor dem Ende).</translation>
    </message>
</context>
<context>
    <name>project.no_classes</name>
    <message>
        <source>A project needs at least one class.</source>
        <translation>Ein Projekt braucht mindestens eine Klasse.</translation>
    </message>
</context>
<context>
    <name>project.no_duration</name>
    <message>
        <source>The duration of a project&apos;s clips must be above 0 s.</source>
        <translation>Die Clips eines Projekts müssen länger als 0 s dauern.</translation>
    </message>
</context>
<context>
    <name>project.no_event_named</name>
    <message>
        <source>The project has no event &quot;{0}&quot;.</source>
        <translation>Das Projekt hat kein Ereignis „{0}“.</translation>
    </message>
</context>
<context>
    <name>project.no_point_to_choose</name>
    <message>
        <source>The project has no operating point &quot;{0}&quot; to choose.</source>
        <translation>Das Projekt hat keinen Arbeitspunkt „{0}“, der gewählt werden könnte.</translation>
    </message>
</context>
<context>
    <name>project.no_point_to_export</name>
    <message>
        <source>The project has no operating point &quot;{0}&quot; to export.</source>
        <translation>Das Projekt hat keinen Arbeitspunkt „{0}“, der exportiert werden könnte.</translation>
    </message>
</context>
<context>
    <name>project.no_point_to_remove</name>
    <message>
        <source>The project has no operating point &quot;{0}&quot; to remove.</source>
        <translation>Das Projekt hat keinen Arbeitspunkt „{0}“, der entfernt werden könnte.</translation>
    </message>
</context>
<context>
    <name>project.no_such_clip</name>
    <message>
        <source>There is no clip {0} in the project.</source>
        <translation>Es gibt keinen Clip {0} im Projekt.</translation>
    </message>
</context>
<context>
    <name>project.no_such_event</name>
    <message>
        <source>Event {0} is not one of the {1} classes of {2}.</source>
        <translation>Ereignis {0} ist keine der {1} Klassen von {2}.</translation>
    </message>
</context>
<context>
    <name>project.not_a_hash</name>
    <message>
        <source>&quot;{0}&quot; is not the SHA-256 of a recording.</source>
        <translation>„{0}“ ist kein SHA-256 einer Aufnahme.</translation>
    </message>
</context>
<context>
    <name>project.not_a_point</name>
    <message>
        <source>This is not an operating point written by Tagscope.</source>
        <translation>Das ist kein Arbeitspunkt, wie Tagscope ihn schreibt.</translation>
    </message>
</context>
<context>
    <name>project.not_a_project</name>
    <message>
        <source>{0} is not a Tagscope project.</source>
        <translation>{0} ist kein Tagscope-Projekt.</translation>
    </message>
</context>
<context>
    <name>project.not_points</name>
    <message>
        <source>These are not operating points exported by Tagscope.</source>
        <translation>Das sind keine Arbeitspunkte, wie Tagscope sie exportiert.</translation>
    </message>
</context>
<context>
    <name>project.not_writable</name>
    <message>
        <source>Opened read-only: the file or its folder cannot be written.</source>
        <translation>Nur zum Lesen geöffnet: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
</context>
<context>
    <name>project.older_version</name>
    <message>
        <source>{0} was made by an older version of Tagscope. Open it for changes once to bring it up to date.</source>
        <translation>{0} stammt aus einer älteren Version von Tagscope und wird auf den neuen Stand gebracht, wenn es zum Ändern geöffnet wird. Tun Sie das einmal.</translation>
    </message>
</context>
<context>
    <name>project.open_in_another_program</name>
    <message>
        <source>{0} is open in another program. Close it there, or open it here read-only.</source>
        <translation>{0} ist in einem anderen Programm geöffnet. Schließen Sie es dort, oder öffnen Sie es hier nur zum Lesen.</translation>
    </message>
</context>
<context>
    <name>project.open_in_named_program</name>
    <message>
        <source>{0} is open in another program ({1}). Close it there, or open it here read-only.</source>
        <translation>{0} ist in einem anderen Programm geöffnet ({1}). Schließen Sie es dort, oder öffnen Sie es hier nur zum Lesen.</translation>
    </message>
</context>
<context>
    <name>project.open_in_this_program</name>
    <message>
        <source>{0} is already open for changes in this program. Close it there first.</source>
        <translation>{0} ist in diesem Programm schon zum Ändern geöffnet. Schließen Sie es dort zuerst.</translation>
    </message>
</context>
<context>
    <name>project.opened_read_only</name>
    <message>
        <source>Opened read-only: another program is writing to it.</source>
        <translation>Nur zum Lesen geöffnet: Ein anderes Programm schreibt hinein.</translation>
    </message>
</context>
<context>
    <name>project.point_event_twice</name>
    <message>
        <source>The operating point &quot;{0}&quot; has the event &quot;{1}&quot; twice.</source>
        <translation>Der Arbeitspunkt „{0}“ hat das Ereignis „{1}“ doppelt.</translation>
    </message>
</context>
<context>
    <name>project.point_is_there</name>
    <message>
        <source>There is already an operating point &quot;{0}&quot;. Choose another name.</source>
        <translation>Einen Arbeitspunkt „{0}“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>project.point_unknown_event</name>
    <message>
        <source>The operating point &quot;{0}&quot; is for an event &quot;{1}&quot;, which the project does not have.</source>
        <translation>Der Arbeitspunkt „{0}“ gilt für ein Ereignis „{1}“, das das Projekt nicht hat.</translation>
    </message>
</context>
<context>
    <name>project.point_values</name>
    <message>
        <source>The operating point &quot;{0}&quot; does not hold a weight in [0, 1] and a threshold for each of the {1} classes.</source>
        <translation>Der Arbeitspunkt „{0}“ enthält nicht für jede der {1} Klassen ein Gewicht in [0, 1] und eine Schwelle.</translation>
    </message>
</context>
<context>
    <name>project.point_without_calibration</name>
    <message>
        <source>The operating point &quot;{0}&quot; has no calibration for the event &quot;{1}&quot;.</source>
        <translation>Der Arbeitspunkt „{0}“ hat keine Kalibrierung für das Ereignis „{1}“.</translation>
    </message>
</context>
<context>
    <name>project.point_without_event</name>
    <message>
        <source>The operating point &quot;{0}&quot; has no values for the event &quot;{1}&quot;.</source>
        <translation>Der Arbeitspunkt „{0}“ sagt nichts über das Ereignis „{1}“.</translation>
    </message>
</context>
<context>
    <name>project.point_without_name</name>
    <message>
        <source>An operating point has no name.</source>
        <translation>Ein Arbeitspunkt hat keinen Namen.</translation>
    </message>
</context>
<context>
    <name>project.read_only</name>
    <message>
        <source>{0} was opened read-only.</source>
        <translation>{0} wurde nur zum Lesen geöffnet.</translation>
    </message>
</context>
<context>
    <name>project.recording_missing</name>
    <message>
        <source>The recording of {0} is missing: {1}</source>
        <translation>Die Aufnahme von {0} fehlt: {1}</translation>
    </message>
</context>
<context>
    <name>project.recording_never_found</name>
    <message>
        <source>The recording of {0} was never found.</source>
        <translation>Die Aufnahme von {0} wurde nie gefunden.</translation>
    </message>
</context>
<context>
    <name>project.region_without_annotator</name>
    <message>
        <source>A marked region needs the name of its annotator.</source>
        <translation>Ein markierter Abschnitt braucht den Namen der Person, die ihn markiert hat.</translation>
    </message>
</context>
<context>
    <name>project.remark_before_1970</name>
    <message>
        <source>A flag or a new event of {0} was given before 1970.</source>
        <translation>Eine Markierung oder ein neues Ereignis von {0} wurde vor 1970 gegeben.</translation>
    </message>
</context>
<context>
    <name>project.remark_without_annotator</name>
    <message>
        <source>A flag or a new event needs the name of its annotator, of usual length.</source>
        <translation>Eine Markierung oder ein neues Ereignis braucht den Namen der Person, in üblicher Länge.</translation>
    </message>
</context>
<context>
    <name>project.remark_without_event</name>
    <message>
        <source>A new event that {0} hears needs a name, of usual length.</source>
        <translation>Ein neues Ereignis, das {0} hört, braucht einen Namen, in üblicher Länge.</translation>
    </message>
</context>
<context>
    <name>project.reopen_to_change</name>
    <message>
        <source>{0} is open read-only. Close it in the other program and open it again.</source>
        <translation>{0} ist nur zum Lesen geöffnet. Schließen Sie es im anderen Programm, und öffnen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>project.replaced_elsewhere</name>
    <message>
        <source>{0} was replaced while another program has it open. Close it there first.</source>
        <translation>{0} wurde ersetzt, während ein anderes Programm es geöffnet hat. Schließen Sie es zuerst dort.</translation>
    </message>
</context>
<context>
    <name>project.row_figures</name>
    <message>
        <source>a weight or figure is no usable number.</source>
        <translation>ein Gewicht oder eine Kennzahl ist keine brauchbare Zahl.</translation>
    </message>
</context>
<context>
    <name>project.row_name</name>
    <message>
        <source>a name is empty, too long, or no text.</source>
        <translation>ein Name ist leer, zu lang oder kein Text.</translation>
    </message>
</context>
<context>
    <name>project.row_not_json</name>
    <message>
        <source>what should be JSON is none.</source>
        <translation>was JSON sein sollte, ist keines.</translation>
    </message>
</context>
<context>
    <name>project.row_path_empty</name>
    <message>
        <source>a recording has no path.</source>
        <translation>eine Aufnahme hat keinen Pfad.</translation>
    </message>
</context>
<context>
    <name>project.row_path_no_file</name>
    <message>
        <source>{0} is not a file but a folder, a device or a pipe.</source>
        <translation>{0} ist keine Datei, sondern ein Ordner, ein Gerät oder eine Pipe.</translation>
    </message>
</context>
<context>
    <name>project.row_path_outside</name>
    <message>
        <source>the path {0} leads out of the project&apos;s folder in a way that this program does not write.</source>
        <translation>der Pfad {0} führt auf eine Weise aus dem Ordner des Projekts, wie dieses Programm sie nicht schreibt.</translation>
    </message>
</context>
<context>
    <name>project.row_path_system</name>
    <message>
        <source>the path {0} leads to the system&apos;s own files.</source>
        <translation>der Pfad {0} führt zu Dateien des Systems.</translation>
    </message>
</context>
<context>
    <name>project.row_point_gaps</name>
    <message>
        <source>the operating point has not a value for each event.</source>
        <translation>der Arbeitspunkt hat nicht für jedes Ereignis einen Wert.</translation>
    </message>
</context>
<context>
    <name>project.row_refers</name>
    <message>
        <source>it refers to something that is not there.</source>
        <translation>sie verweist auf etwas, das es nicht gibt.</translation>
    </message>
</context>
<context>
    <name>project.row_run_name</name>
    <message>
        <source>a run&apos;s name would lead out of its folder.</source>
        <translation>der Name eines Laufs würde aus seinem Ordner führen.</translation>
    </message>
</context>
<context>
    <name>project.row_scores_size</name>
    <message>
        <source>the scores are not one for each event.</source>
        <translation>es sind nicht Wahrscheinlichkeiten für jedes Ereignis.</translation>
    </message>
</context>
<context>
    <name>project.row_scores_sum</name>
    <message>
        <source>the scores are not those that were stored.</source>
        <translation>die Werte sind nicht die, die gespeichert wurden.</translation>
    </message>
</context>
<context>
    <name>project.row_scores_values</name>
    <message>
        <source>the scores are not probabilities.</source>
        <translation>die Werte sind keine Wahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>project.row_times</name>
    <message>
        <source>a time or frequency is no usable number.</source>
        <translation>eine Zeit oder Frequenz ist keine brauchbare Zahl.</translation>
    </message>
</context>
<context>
    <name>project.row_twice</name>
    <message>
        <source>there is already one of its kind.</source>
        <translation>es gibt sie schon.</translation>
    </message>
</context>
<context>
    <name>project.row_value</name>
    <message>
        <source>a value is missing, of another type, or out of its range.</source>
        <translation>ein Wert fehlt, ist von anderer Art oder liegt außerhalb seines Bereichs.</translation>
    </message>
</context>
<context>
    <name>project.row_words</name>
    <message>
        <source>the event&apos;s words are not a list.</source>
        <translation>die Wörter des Ereignisses sind keine Liste.</translation>
    </message>
</context>
<context>
    <name>project.run_name</name>
    <message>
        <source>&quot;{0}&quot; cannot be the name of a run: a name must not be empty, start with a dot, or contain a slash.</source>
        <translation>„{0}“ kann keinen Lauf benennen: Ein Name darf nicht leer sein, nicht mit einem Punkt beginnen und keinen Schrägstrich enthalten.</translation>
    </message>
</context>
<context>
    <name>project.run_without_f1</name>
    <message>
        <source>The run &quot;{0}&quot; has no finite F1.</source>
        <translation>Der Lauf „{0}“ hat kein endliches F1.</translation>
    </message>
</context>
<context>
    <name>project.schema_missing</name>
    <message>
        <source>the {0} &quot;{1}&quot; is missing.</source>
        <translation>„{1}“ ({0}) fehlt.</translation>
    </message>
</context>
<context>
    <name>project.schema_other</name>
    <message>
        <source>the {0} &quot;{1}&quot; differs from what this program creates.</source>
        <translation>„{1}“ ({0}) ist nicht so, wie dieses Programm es anlegt.</translation>
    </message>
</context>
<context>
    <name>project.schema_unknown</name>
    <message>
        <source>there is a {0} &quot;{1}&quot; that this program does not create.</source>
        <translation>Es gibt „{1}“ ({0}), das dieses Programm nicht anlegt.</translation>
    </message>
</context>
<context>
    <name>project.schema_version</name>
    <message>
        <source>its version is {0}.</source>
        <translation>Die Version ist {0}.</translation>
    </message>
</context>
<context>
    <name>project.score_values</name>
    <message>
        <source>The scores of clip {0} are not one probability in [0, 1] for each of the {1} classes.</source>
        <translation>Die Werte von Clip {0} sind nicht je eine Wahrscheinlichkeit in [0, 1] für jede der {1} Klassen.</translation>
    </message>
</context>
<context>
    <name>project.setting_not_json</name>
    <message>
        <source>The setting &quot;{0}&quot; is not JSON.</source>
        <translation>Die Einstellung „{0}“ ist kein JSON.</translation>
    </message>
</context>
<context>
    <name>project.strong_region_times</name>
    <message>
        <source>A region of clip {0} has no usable times (onset before 0 or after offset).</source>
        <translation>Ein Abschnitt von Clip {0} hat keine brauchbaren Zeiten (Beginn vor 0 oder nach dem Ende).</translation>
    </message>
</context>
<context>
    <name>project.too_many_classes</name>
    <message>
        <source>A project can have {0} classes at most.</source>
        <translation>Ein Projekt kann höchstens {0} Klassen haben.</translation>
    </message>
</context>
<context>
    <name>project.verdict_before_1970</name>
    <message>
        <source>A verdict of {0} was given before 1970.</source>
        <translation>Ein Urteil von {0} wurde vor 1970 gefällt.</translation>
    </message>
</context>
<context>
    <name>project.verdict_played</name>
    <message>
        <source>A verdict of {0} says that less than nothing of the clip was played.</source>
        <translation>Ein Urteil von {0} sagt, dass weniger als nichts vom Clip gespielt wurde.</translation>
    </message>
</context>
<context>
    <name>project.verdict_without_annotator</name>
    <message>
        <source>A verdict needs the name of its annotator.</source>
        <translation>Ein Urteil braucht den Namen der Person, die es gefällt hat.</translation>
    </message>
</context>
<context>
    <name>project.write_protected</name>
    <message>
        <source>{0} is write-protected. Open it read-only.</source>
        <translation>{0} ist schreibgeschützt. Öffnen Sie es nur zum Lesen.</translation>
    </message>
</context>
<context>
    <name>tagging.class_row</name>
    <message>
        <source>a row of the class list must be index,mid,display_name, counted from 0.</source>
        <translation>eine Zeile der Klassenliste muss index,mid,display_name sein, gezählt ab 0.</translation>
    </message>
</context>
<context>
    <name>tagging.field_missing</name>
    <message>
        <source>the field &quot;{0}&quot; is missing.</source>
        <translation>das Feld „{0}“ fehlt.</translation>
    </message>
</context>
<context>
    <name>tagging.field_not_flag</name>
    <message>
        <source>&quot;{0}&quot; must be true or false.</source>
        <translation>„{0}“ muss true oder false sein.</translation>
    </message>
</context>
<context>
    <name>tagging.field_not_integer</name>
    <message>
        <source>&quot;{0}&quot; must be a whole number.</source>
        <translation>„{0}“ muss eine ganze Zahl sein.</translation>
    </message>
</context>
<context>
    <name>tagging.field_not_list</name>
    <message>
        <source>&quot;{0}&quot; must be a list of sensible length.</source>
        <translation>„{0}“ muss eine Liste von vernünftiger Länge sein.</translation>
    </message>
</context>
<context>
    <name>tagging.field_not_text</name>
    <message>
        <source>&quot;{0}&quot; must be a text.</source>
        <translation>„{0}“ muss ein Text sein.</translation>
    </message>
</context>
<context>
    <name>tagging.field_out_of_range</name>
    <message>
        <source>&quot;{0}&quot; has a value that makes no sense.</source>
        <translation>„{0}“ hat einen Wert, der keinen Sinn ergibt.</translation>
    </message>
</context>
<context>
    <name>tagging.field_unknown</name>
    <message>
        <source>&quot;{0}&quot; is &quot;{1}&quot;, which this program does not know.</source>
        <translation>„{0}“ ist „{1}“, was dieses Programm nicht kennt.</translation>
    </message>
</context>
<context>
    <name>tagging.head_damaged</name>
    <message>
        <source>{0} is no head on a tagger, or is damaged.</source>
        <translation>{0} ist kein Kopf auf einem Tagger oder ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>tagging.head_on_head</name>
    <message>
        <source>{0} stands on a head, which cannot be: name the tagger itself.</source>
        <translation>{0} steht auf einem Kopf, was nicht geht: Nennen Sie den Tagger selbst.</translation>
    </message>
</context>
<context>
    <name>tagging.head_other_base</name>
    <message>
        <source>{0} was learnt on another file than {1}: its SHA-256 is another. Learn it again.</source>
        <translation>{0} wurde auf einer anderen Datei als {1} gelernt: Deren SHA-256 ist eine andere. Lernen Sie ihn neu.</translation>
    </message>
</context>
<context>
    <name>tagging.head_version</name>
    <message>
        <source>{0} was written by a later version of this program.</source>
        <translation>{0} stammt von einer neueren Version dieses Programms.</translation>
    </message>
</context>
<context>
    <name>tagging.head_width</name>
    <message>
        <source>{0} gives an embedding of {1} numbers a step; the head was learnt on {2}.</source>
        <translation>{0} gibt eine Einbettung von {1} Zahlen je Schritt; der Kopf wurde auf {2} gelernt.</translation>
    </message>
</context>
<context>
    <name>tagging.head_without_base</name>
    <message>
        <source>{0} is a head on {1}, which is not there. Put the tagger back, or beside the head.</source>
        <translation>{0} ist ein Kopf auf {1}, das nicht da ist. Legen Sie den Tagger zurück oder neben den Kopf.</translation>
    </message>
</context>
<context>
    <name>tagging.mel_matrix</name>
    <message>
        <source>The mel matrix in {0} has {1} numbers; the front end needs {2}.</source>
        <translation>Die Mel-Matrix in {0} hat {1} Zahlen; die Merkmalsberechnung braucht {2}.</translation>
    </message>
</context>
<context>
    <name>tagging.more_channels</name>
    <message>
        <source>&quot;{0}&quot;: only taggers of one channel can be run.</source>
        <translation>„{0}“: Nur Tagger mit einem Kanal können ausgeführt werden.</translation>
    </message>
</context>
<context>
    <name>tagging.network_failed</name>
    <message>
        <source>{0} could not be run: {1}</source>
        <translation>{0} konnte nicht ausgeführt werden: {1}</translation>
    </message>
</context>
<context>
    <name>tagging.no_classes</name>
    <message>
        <source>&quot;{0}&quot; names no classes, or far too many.</source>
        <translation>„{0}“ nennt keine Klassen oder viel zu viele.</translation>
    </message>
</context>
<context>
    <name>tagging.no_embedding</name>
    <message>
        <source>{0} has no layer named as its embedding.</source>
        <translation>{0} hat keine Schicht, die als Einbettung benannt ist.</translation>
    </message>
</context>
<context>
    <name>tagging.no_gradients</name>
    <message>
        <source>The {0} has no gradients with which to explain it.</source>
        <translation>{0} hat keine Gradienten, mit denen es zu erklären wäre.</translation>
    </message>
</context>
<context>
    <name>tagging.no_onnx</name>
    <message>
        <source>&quot;{0}&quot; names no file of the kind onnx.</source>
        <translation>„{0}“ nennt keine Datei der Art onnx.</translation>
    </message>
</context>
<context>
    <name>tagging.no_references</name>
    <message>
        <source>{0} names no references (&quot;check&quot;) that its networks could be checked with.</source>
        <translation>{0} nennt keine Referenzen („check“), mit denen seine Netze geprüft werden könnten.</translation>
    </message>
</context>
<context>
    <name>tagging.no_such_input</name>
    <message>
        <source>{0} has no input named &quot;{1}&quot;.</source>
        <translation>{0} hat keinen Eingang namens „{1}“.</translation>
    </message>
</context>
<context>
    <name>tagging.no_such_output</name>
    <message>
        <source>{0} has no output named &quot;{1}&quot;.</source>
        <translation>{0} hat keinen Ausgang namens „{1}“.</translation>
    </message>
</context>
<context>
    <name>tagging.not_done</name>
    <message>
        <source>&quot;{0}&quot; asks for something that this program does not do.</source>
        <translation>„{0}“ verlangt etwas, das dieses Programm nicht tut.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_control</name>
    <message>
        <source>OpenCV does not run {0}: export the network traced, with a fixed flow.</source>
        <translation>OpenCV führt {0} nicht aus: Exportieren Sie das Netz als Spur, mit festem Ablauf.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_damaged</name>
    <message>
        <source>{0} is no ONNX file, or is damaged or cut short.</source>
        <translation>{0} ist keine ONNX-Datei oder beschädigt oder abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_external</name>
    <message>
        <source>its weights are in other files: save it with all weights inside.</source>
        <translation>seine Gewichte liegen in anderen Dateien: Speichern Sie es mit allen Gewichten darin.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_half</name>
    <message>
        <source>its weights are half floats, which OpenCV does not load: convert them to float32.</source>
        <translation>seine Gewichte haben halbe Genauigkeit, die OpenCV nicht lädt: Wandeln Sie sie in float32 um.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_pads</name>
    <message>
        <source>it computes the amounts of a Pad, which OpenCV does not load: export at opset 10, or with constant pads.</source>
        <translation>es berechnet die Beträge eines Pad, was OpenCV nicht lädt: Exportieren Sie mit Opset 10 oder mit festen Beträgen.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_quantised</name>
    <message>
        <source>it is quantised ({0}), which OpenCV does not load: export the float network.</source>
        <translation>es ist quantisiert ({0}), was OpenCV nicht lädt: Exportieren Sie das Netz in Gleitkommazahlen.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_too_large</name>
    <message>
        <source>{0} has {1} MiB; graphs of up to {2} MiB are loaded.</source>
        <translation>{0} hat {1} MiB; Graphen bis {2} MiB werden geladen.</translation>
    </message>
</context>
<context>
    <name>tagging.onnx_transform</name>
    <message>
        <source>OpenCV does not run {0}: put the transform into the graph as a convolution, or leave the front end to the sidecar.</source>
        <translation>OpenCV führt {0} nicht aus: Schreiben Sie die Transformation als Faltung in den Graphen, oder überlassen Sie die Merkmale der Beschreibung.</translation>
    </message>
</context>
<context>
    <name>tagging.opencv_cannot_load</name>
    <message>
        <source>OpenCV cannot load {0}: {1} Export it at another opset (10 to 13), in inference mode and with constants folded.</source>
        <translation>OpenCV kann {0} nicht laden: {1} Exportieren Sie es mit einem anderen Opset (10 bis 13), im Inferenzmodus und mit gefalteten Konstanten.</translation>
    </message>
</context>
<context>
    <name>tagging.opencv_crashes</name>
    <message>
        <source>OpenCV crashes on {0}, which is therefore not used. Export it at another opset (10 to 13), with constants folded.</source>
        <translation>OpenCV stürzt an {0} ab, das deshalb nicht benutzt wird. Exportieren Sie es mit einem anderen Opset (10 bis 13) und gefalteten Konstanten.</translation>
    </message>
</context>
<context>
    <name>tagging.opencv_hangs</name>
    <message>
        <source>{0} gave no answer to a second of silence within {1} s and is not used.</source>
        <translation>{0} gab auf eine Sekunde Stille innerhalb von {1} s keine Antwort und wird nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>tagging.other_bands</name>
    <message>
        <source>The CRNN was made for {0} mel bands, but the settings have {1}.</source>
        <translation>Das CRNN ist für {0} Mel-Bänder gemacht, die Einstellungen haben {1}.</translation>
    </message>
</context>
<context>
    <name>tagging.other_class_count</name>
    <message>
        <source>there are {0} classes, but &quot;output.classes&quot; says {1}.</source>
        <translation>es gibt {0} Klassen, aber „output.classes“ sagt {1}.</translation>
    </message>
</context>
<context>
    <name>tagging.other_format</name>
    <message>
        <source>&quot;{0}&quot; is not tagscope-tagger: this is no description of a tagger.</source>
        <translation>„{0}“ ist nicht tagscope-tagger: Das ist keine Beschreibung eines Taggers.</translation>
    </message>
</context>
<context>
    <name>tagging.other_hop</name>
    <message>
        <source>The CRNN was made for a different frame hop from that of the settings.</source>
        <translation>Das CRNN ist für Rahmen eines anderen Abstands gemacht, als die Einstellungen haben.</translation>
    </message>
</context>
<context>
    <name>tagging.other_version</name>
    <message>
        <source>&quot;{0}&quot; is not 1: a later version of this program may read it.</source>
        <translation>„{0}“ ist nicht 1: Eine spätere Version dieses Programms kann sie vielleicht lesen.</translation>
    </message>
</context>
<context>
    <name>tagging.output_columns</name>
    <message>
        <source>{0} gives {1} numbers a step; there are {2} classes.</source>
        <translation>{0} gibt {1} Zahlen je Schritt; es gibt {2} Klassen.</translation>
    </message>
</context>
<context>
    <name>tagging.output_not_numbers</name>
    <message>
        <source>{0} gives numbers that are not finite.</source>
        <translation>{0} gibt Zahlen, die nicht endlich sind.</translation>
    </message>
</context>
<context>
    <name>tagging.output_range</name>
    <message>
        <source>{0} gives {1}, which is no probability. If it gives logits, &quot;output.activation&quot; must say so.</source>
        <translation>{0} gibt {1}, was keine Wahrscheinlichkeit ist. Gibt es Logits, muss „output.activation“ das sagen.</translation>
    </message>
</context>
<context>
    <name>tagging.output_shape</name>
    <message>
        <source>{0}: &quot;{1}&quot; is no table of numbers.</source>
        <translation>{0}: „{1}“ ist keine Tabelle von Zahlen.</translation>
    </message>
</context>
<context>
    <name>tagging.output_steps</name>
    <message>
        <source>{0} gives {1} steps for {2} samples; its description says {3}.</source>
        <translation>{0} gibt {1} Schritte für {2} Abtastwerte; seine Beschreibung sagt {3}.</translation>
    </message>
</context>
<context>
    <name>tagging.panns_front_end</name>
    <message>
        <source>The front end in {0} is none of PANNs&apos; for 32 or 16 kHz, so its scores would mean nothing.</source>
        <translation>Die Merkmalsberechnung in {0} ist keine der beiden von PANNs (32 und 16 kHz), sodass seine Werte nichts bedeuten würden.</translation>
    </message>
</context>
<context>
    <name>tagging.patches_shape</name>
    <message>
        <source>&quot;{0}&quot; must be patches, channel, frames and bands.</source>
        <translation>„{0}“ muss Ausschnitte, Kanal, Rahmen und Bänder sein.</translation>
    </message>
</context>
<context>
    <name>tagging.sidecar_not_json</name>
    <message>
        <source>{0} is no JSON document.</source>
        <translation>{0} ist kein JSON-Dokument.</translation>
    </message>
</context>
<context>
    <name>tagging.sidecar_without_file</name>
    <message>
        <source>None of the networks that {0} names is there, such as {1}. Put it beside the description.</source>
        <translation>Keines der Netze, die {0} nennt, ist da, etwa {1}. Legen Sie es neben die Beschreibung.</translation>
    </message>
</context>
<context>
    <name>tagging.step_unlike_time</name>
    <message>
        <source>&quot;{0}&quot; is not as long as &quot;time.step&quot; says.</source>
        <translation>„{0}“ ist nicht so lang, wie „time.step“ sagt.</translation>
    </message>
</context>
<context>
    <name>tagging.trial_shape</name>
    <message>
        <source>{0} does not run on an input of {1}, which its description says is its shortest: the shape or the numbers of samples in it are other ones.</source>
        <translation>{0} läuft nicht auf einer Eingabe von {1}, die nach seiner Beschreibung die kürzeste ist: Die Form oder die Zahlen der Abtastwerte darin sind andere.</translation>
    </message>
</context>
<context>
    <name>tagging.waveform_shape</name>
    <message>
        <source>&quot;{0}&quot; must have one to three sizes, the last of which is the samples.</source>
        <translation>„{0}“ muss eine bis drei Größen haben, deren letzte die Abtastwerte sind.</translation>
    </message>
</context>
<context>
    <name>tagging.wrong_hash</name>
    <message>
        <source>{0} is not the file that its description means: its SHA-256 is another.</source>
        <translation>{0} ist nicht die Datei, die seine Beschreibung meint: Seine SHA-256 ist eine andere.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui</name>
    <message>
        <source>&amp;Annotators:</source>
        <translation>&amp;Annotierende:</translation>
    </message>
    <message>
        <source>&amp;Clips for each:</source>
        <translation>&amp;Clips je Person:</translation>
    </message>
    <message>
        <source>For &amp;everybody:</source>
        <translation>&amp;Für alle:</translation>
    </message>
    <message>
        <source>&amp;Gold:</source>
        <translation>&amp;Gold:</translation>
    </message>
    <message>
        <source>They know:</source>
        <translation>Sie wissen:</translation>
    </message>
    <message>
        <source>&amp;Order:</source>
        <translation>&amp;Reihenfolge:</translation>
    </message>
    <message>
        <source>E&amp;vent:</source>
        <translation>&amp;Ereignis:</translation>
    </message>
    <message>
        <source>S&amp;plit:</source>
        <translation>Tei&amp;lmenge:</translation>
    </message>
    <message>
        <source>One co&amp;ntrol in:</source>
        <translation>Eine Kontrolle &amp;je:</translation>
    </message>
    <message>
        <source>See&amp;d:</source>
        <translation>See&amp;d:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>Folder for the task files</source>
        <translation>Ordner für die Aufgabendateien</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ActivationCurves</name>
    <message>
        <source>Activations as curves</source>
        <translation>Aktivierungen als Kurven</translation>
    </message>
    <message>
        <source>Time in the clip (s)</source>
        <translation>Zeit im Clip (s)</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>threshold of the fused probability: %1</source>
        <translation>Schwelle der fusionierten Wahrscheinlichkeit: %1</translation>
    </message>
    <message>
        <source>%1  ·  activation %2</source>
        <translation>%1  ·  Aktivierung %2</translation>
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
        <translation>Aktiv.</translation>
    </message>
    <message>
        <source>%1  ·  activation %2</source>
        <translation>%1  ·  Aktivierung %2</translation>
    </message>
    <message>
        <source>The windows of the recording are being analysed; the first is not ready yet.</source>
        <translation>Die Fenster der Aufnahme werden analysiert; das erste ist noch nicht da.</translation>
    </message>
    <message>
        <source>No activations. Open a window to see why.</source>
        <translation>Keine Aktivierungen. Öffnen Sie ein Fenster: Es sagt, warum.</translation>
    </message>
    <message>
        <source>%1  ·  threshold of the fused probability %2</source>
        <translation>%1  ·  Schwelle der fusionierten Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Ereignisse suchen</translation>
    </message>
    <message>
        <source>Shows the events that have these words in their names or the names of what stands above them. Return chooses the first.</source>
        <translation>Zeigt die Ereignisse, die diese Wörter im Namen haben oder in den Namen dessen, was über ihnen steht. Die Eingabetaste wählt das erste.</translation>
    </message>
    <message>
        <source>Search (%1)</source>
        <translation>Suchen (%1)</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AgreementFeature</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Merge another &amp;annotator&apos;s project…</source>
        <translation>Projekt einer &amp;anderen Person zusammenführen …</translation>
    </message>
    <message>
        <source>&amp;Plan an audit…</source>
        <translation>&amp;Prüfung planen …</translation>
    </message>
    <message>
        <source>Pro&amp;gress of the team</source>
        <translation>&amp;Fortschritt des Teams</translation>
    </message>
    <message>
        <source>Pub&amp;lish the audit…</source>
        <translation>Prüfung &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>Open the lead&apos;s project first.</source>
        <translation>Zuerst das Projekt der Leitung öffnen.</translation>
    </message>
    <message>
        <source>merging what annotators sent</source>
        <translation>Zusammenführen von Zugeschicktem</translation>
    </message>
    <message>
        <source>Watch a fol&amp;der…</source>
        <translation>Ordner &amp;beobachten …</translation>
    </message>
    <message>
        <source>Stop watching the fol&amp;der</source>
        <translation>Ordner nicht mehr &amp;beobachten</translation>
    </message>
    <message>
        <source>merging what came into the watched folder</source>
        <translation>Zusammenführen aus dem beobachteten Ordner</translation>
    </message>
    <message>
        <source>Where annotators put what they judged</source>
        <translation>Wohin die Urteilenden legen, was sie beurteilt haben</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AgreementPanel</name>
    <message>
        <source>&amp;Merge another annotator&apos;s project…</source>
        <translation>Projekt einer anderen Person &amp;zusammenführen …</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AgreementService</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>Label-Rauschen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AgreementView</name>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>heard or not</source>
        <translation>gehört oder nicht</translation>
    </message>
    <message>
        <source>&amp;Stage:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>A&amp;bout:</source>
        <translation>Ü&amp;ber:</translation>
    </message>
    <message>
        <source>&amp;Cohen of:</source>
        <translation>&amp;Cohen von:</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n Urteil</numerusform>
            <numerusform>%n Urteile</numerusform>
        </translation>
    </message>
    <message>
        <source>Final: each annotator&apos;s verdict at the latest stage. Adjudications do not count.</source>
        <translation>Endgültig: jeder Person Urteil der letzten Stufe. Entscheidungen zählen nicht.</translation>
    </message>
    <message>
        <source>Agreement between the annotators for each event</source>
        <translation>Übereinstimmung der Annotierenden für jedes Ereignis</translation>
    </message>
    <message>
        <source>each pair of annotators</source>
        <translation>je zwei Annotierenden</translation>
    </message>
    <message>
        <source>There are no such verdicts yet. Agreement needs verdicts by two annotators on the same pairs: merge another annotator&apos;s project.</source>
        <translation>Es gibt noch keine solchen Urteile. Übereinstimmung braucht die von zwei Annotierenden zu denselben Paaren: Führen Sie das Projekt einer anderen Person zusammen.</translation>
    </message>
    <message>
        <source>There are such verdicts only by %1. Agreement needs verdicts by two annotators on the same pairs: merge another annotator&apos;s project.</source>
        <translation>Es gibt solche Urteile nur von %1. Übereinstimmung braucht die von zwei Annotierenden zu denselben Paaren: Führen Sie das Projekt einer anderen Person zusammen.</translation>
    </message>
    <message>
        <source> of %1. In brackets: the 95 % interval from a bootstrap over the pairs (%2 draws, seed %3), and the number of pairs that count. 1: full agreement; 0: as expected by chance.</source>
        <translation> von %1. In Klammern: das 95-%-Intervall durch Bootstrap über die Paare (%2 Ziehungen, Startwert %3) und die Paare, die zählen. 1: volle Übereinstimmung; 0: wie zufällig.</translation>
    </message>
    <message>
        <source>&amp;informed ones too</source>
        <translation>auch &amp;informierte</translation>
    </message>
    <message>
        <source>seen or not</source>
        <translation>gesehen oder nicht</translation>
    </message>
    <message>
        <source>both answers together</source>
        <translation>beide Antworten zusammen</translation>
    </message>
    <message>
        <source>Heard or not, seen or not: unsure is no answer. Both together: each combination counts, unsure included.</source>
        <translation>Gehört oder nicht, gesehen oder nicht: Unsicher ist keine Antwort. Beide zusammen: Jede Kombination zählt, auch unsicher.</translation>
    </message>
    <message>
        <source>Also verdicts given after the annotator had seen more of the clip than the stage shows</source>
        <translation>Auch Urteile von jemandem, der mehr vom Clip gesehen hatte, als die Stufe zeigt</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AnalysisService</name>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AttributionLayer</name>
    <message>
        <source>orange: speaks for the event; blue, dotted: against it</source>
        <translation>orange: spricht für das Ereignis; blau, gepunktet: dagegen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditController</name>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Pairs: %1</source>
        <translation>Paare: %1</translation>
    </message>
    <message>
        <source>judged by you at this stage: %1</source>
        <translation>von Ihnen auf dieser Stufe beurteilt: %1</translation>
    </message>
    <message>
        <source>held back as near-duplicates: %1</source>
        <translation>als Fast-Duplikate zurückgehalten: %1</translation>
    </message>
    <message>
        <source>without a recording: %1</source>
        <translation>ohne Aufnahme: %1</translation>
    </message>
    <message>
        <source>Type your name to start.</source>
        <translation>Geben Sie Ihren Namen ein, um zu beginnen.</translation>
    </message>
    <message>
        <source>Pair %1 of %2</source>
        <translation>Paar %1 von %2</translation>
    </message>
    <message>
        <source>Open a project to judge its clips and labels.</source>
        <translation>Öffnen Sie ein Projekt: Seine Clips und Labels werden beurteilt.</translation>
    </message>
    <message>
        <source>Building the queue…</source>
        <translation>Die Warteschlange wird aufgestellt …</translation>
    </message>
    <message>
        <source>Preparing the recording…</source>
        <translation>Die Aufnahme wird bereitgestellt …</translation>
    </message>
    <message>
        <source>The recording of this pair cannot be played. Skip it; Locate missing media… in the Project menu finds recordings that were moved.</source>
        <translation>Die Aufnahme dieses Paars kann nicht abgespielt werden. Überspringen Sie es; „Fehlende Medien suchen …“ im Menü „Projekt“ findet verschobene Aufnahmen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditFeature</name>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>&amp;Open the audit</source>
        <translation>Prüfung öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>Notiz s&amp;chreiben</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>&amp;End the session</source>
        <translation>Sitzung b&amp;eenden</translation>
    </message>
    <message>
        <source>I &amp;also hear…</source>
        <translation>Ich höre &amp;auch …</translation>
    </message>
    <message>
        <source>Not taken: the clip has only just begun. Listen first.</source>
        <translation>Nicht angenommen: Der Clip hat gerade erst begonnen. Hören Sie zuerst.</translation>
    </message>
    <message>
        <source>Not stored: the project has no event “%1”.</source>
        <translation>Nicht gespeichert: Das Projekt hat kein Ereignis „%1“.</translation>
    </message>
    <message>
        <source>✓ Also heard: %1</source>
        <translation>✓ Auch gehört: %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Of the clips of a task nothing is shown before they are asked about.</source>
        <translation>Von den Clips einer Aufgabe wird nichts gezeigt, bevor nach ihnen gefragt wird.</translation>
    </message>
    <message>
        <source>&amp;Flag the clip</source>
        <translation>Clip &amp;markieren</translation>
    </message>
    <message>
        <source>Take the &amp;flag off</source>
        <translation>&amp;Markierung wegnehmen</translation>
    </message>
    <message>
        <source>✓ Noted for the lead, as a new event: %1</source>
        <translation>✓ Für die Leitung vermerkt, als neues Ereignis: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditPanel</name>
    <message>
        <source>The queue has no pairs. Choose another order, event or split.</source>
        <translation>Die Warteschlange ist leer. Wählen Sie eine andere Reihenfolge, ein anderes Ereignis oder einen anderen Split.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>Ihre Urteile: %1</translation>
    </message>
    <message>
        <source>New &amp;queue</source>
        <translation>Eine andere &amp;Warteschlange</translation>
    </message>
    <message>
        <source>Done: all %1 pairs of the queue have been judged.</source>
        <translation>Fertig: Alle %1 Paare der Warteschlange sind beurteilt.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs have been judged; you skipped the others.</source>
        <translation>%1 von %2 Paaren sind beurteilt; die anderen haben Sie übersprungen.</translation>
    </message>
    <message>
        <source>&amp;Go through the skipped ones (%1)</source>
        <translation>&amp;Die übersprungenen durchgehen (%1)</translation>
    </message>
    <message>
        <source>&amp;Corrected labels…</source>
        <translation>&amp;Korrigierte Labels …</translation>
    </message>
    <message>
        <source>Saves the labels as the verdicts of all annotators leave them</source>
        <translation>Speichert die Labels so, wie die Urteile aller Annotierenden sie lassen</translation>
    </message>
    <message>
        <source>In this sitting: %1 verdicts in %2 min without pauses, %3 an hour.</source>
        <translation>In dieser Sitzung: %1 Urteile in %2 min ohne Pausen, %3 in der Stunde.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditQueueModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Ihr Urteil</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditQueueService</name>
    <message>
        <source>Audit queue</source>
        <translation>Warteschlange der Prüfung</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditSetupPage</name>
    <message>
        <source>Hold back near-&amp;duplicates</source>
        <translation>Fast-&amp;Duplikate zurückhalten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Your &amp;name:</source>
        <translation>Ihr &amp;Name:</translation>
    </message>
    <message>
        <source>You &amp;know:</source>
        <translation>Sie kennen &amp;hier:</translation>
    </message>
    <message>
        <source>&amp;Order:</source>
        <translation>&amp;Reihenfolge:</translation>
    </message>
    <message>
        <source>&amp;Event:</source>
        <translation>&amp;Ereignis:</translation>
    </message>
    <message>
        <source>S&amp;plit:</source>
        <translation>S&amp;plit:</translation>
    </message>
    <message>
        <source>One &amp;control in:</source>
        <translation>Eine &amp;Kontrolle unter:</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Startwert:</translation>
    </message>
    <message>
        <source>Keys in this project:</source>
        <translation>Tasten in diesem Projekt:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Play only the event&apos;s stretc&amp;h</source>
        <translation>Nur die Stelle des Ereignisses a&amp;bspielen</translation>
    </message>
    <message>
        <source>Pairs to judge</source>
        <translation>Zu beurteilende Paare</translation>
    </message>
    <message>
        <source>At this stage the pairs are not shown in advance: their order and values would reveal what must not be known.</source>
        <translation>Auf dieser Stufe werden die Paare nicht vorab gezeigt: Ihre Reihenfolge und ihre Werte würden verraten, was man nicht wissen soll.</translation>
    </message>
    <message>
        <source>stored with each verdict</source>
        <translation>steht bei jedem Urteil</translation>
    </message>
    <message>
        <source>One pair in this many is drawn at random: what is found among those shows how much better the order is than none</source>
        <translation>Von so vielen Paaren wird eines zufällig gezogen: Was sich unter diesen findet, sagt, wie viel besser die Reihenfolge ist als keine</translation>
    </message>
    <message>
        <source>The same seed draws the same pairs</source>
        <translation>Dieselbe Zahl zieht dieselben Paare</translation>
    </message>
    <message>
        <source>Def&amp;ault keys</source>
        <translation>Ü&amp;bliche Tasten</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Key of the %1</source>
        <translation>Taste für: %1</translation>
    </message>
    <message numerus="yes">
        <source>Your task: %n clip(s). You know: %1.</source>
        <translation>
            <numerusform>Ihre Aufgabe: %n Clip. Sie kennen: %1.</numerusform>
            <numerusform>Ihre Aufgabe: %n Clips. Sie kennen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditSitting</name>
    <message>
        <source>verdict on %1</source>
        <translation>Urteil zu %1</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>taking a flag off</source>
        <translation>Wegnehmen einer Markierung</translation>
    </message>
    <message>
        <source>new event %1</source>
        <translation>neues Ereignis %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditWorkPage</name>
    <message>
        <source>Note on the verdict</source>
        <translation>Notiz zum Urteil</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>you know: %1</source>
        <translation>Sie kennen: %1</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Your verdict so far: %1</source>
        <translation>Ihr bisheriges Urteil: %1</translation>
    </message>
    <message>
        <source>✗ Not stored: %1</source>
        <translation>✗ Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation>%1 von %2 beurteilt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Note (%1 to write one, Return to finish it)</source>
        <translation>Notiz (%1 zum Schreiben, Eingabetaste zum Verlassen)</translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation>%1 in der Stunde</translation>
    </message>
    <message>
        <source>Another event that is heard</source>
        <translation>Ein anderes Ereignis, das zu hören ist</translation>
    </message>
    <message>
        <source>I also hear… (an event; Return stores it)</source>
        <translation>Ich höre auch … (ein Ereignis; Eingabe speichert es)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>✓ %1: %2</source>
        <translation>✓ %1: %2</translation>
    </message>
    <message>
        <source>▸ %1</source>
        <translation>▸ %1</translation>
    </message>
    <message>
        <source>Why to come back to this clip</source>
        <translation>Warum auf diesen Clip zurückzukommen ist</translation>
    </message>
    <message>
        <source>Why to come back to this clip (may be empty; Return flags it, Esc does not)</source>
        <translation>Warum auf diesen Clip zurückkommen? (darf leer sein; Eingabe markiert, Esc nicht)</translation>
    </message>
    <message>
        <source>background music</source>
        <translation>Hintergrundmusik</translation>
    </message>
    <message>
        <source>voice-over</source>
        <translation>Sprecher aus dem Off</translation>
    </message>
    <message>
        <source>still picture</source>
        <translation>Standbild</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>I also hear… (an event, or a name for a new one; Return stores it)</source>
        <translation>Ich höre auch … (ein Ereignis, oder ein Name für ein neues; Eingabe speichert es)</translation>
    </message>
    <message>
        <source>✓ %1 (%2 takes it back)</source>
        <translation>✓ %1 (%2 nimmt es zurück)</translation>
    </message>
    <message>
        <source>Stored: %1.</source>
        <translation>Gespeichert: %1.</translation>
    </message>
    <message>
        <source>Another clip.</source>
        <translation>Ein anderer Clip.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>⚑ Flagged</source>
        <translation>⚑ Markiert</translation>
    </message>
    <message>
        <source>⚑ Flagged: %1</source>
        <translation>⚑ Markiert: %1</translation>
    </message>
    <message>
        <source>Pairs judged</source>
        <translation>Beurteilte Paare</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::BackgroundAnalysis</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>%1 of %2 clips</source>
        <translation>%1 von %2 Clips</translation>
    </message>
    <message>
        <source>Operating points made: %1</source>
        <translation>Arbeitspunkte gemacht: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::BackgroundStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>In the background: %1 of %2 clips</source>
        <translation>Im Hintergrund: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Stop the work in the background; clips you choose are still analysed</source>
        <translation>Die Arbeit im Hintergrund anhalten; gewählte Clips werden trotzdem analysiert</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::BoxEditor</name>
    <message>
        <source>Choose an event first: a box belongs to an event.</source>
        <translation>Zuerst ein Ereignis wählen: Ein Kasten gehört zu einem Ereignis.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ChartPages</name>
    <message>
        <source>More charts</source>
        <translation>Weitere Diagramme</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClassFeedsDialog</name>
    <message>
        <source>AudioSet id</source>
        <translation>AudioSet-Id</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden durch</translation>
    </message>
    <message>
        <source>In this clip</source>
        <translation>In diesem Clip</translation>
    </message>
    <message>
        <source>Class of the tagger</source>
        <translation>Klasse des Taggers</translation>
    </message>
    <message>
        <source>&amp;Again by id and name</source>
        <translation>Wieder &amp;nach Id und Name</translation>
    </message>
    <message>
        <source>Classes of the tagger</source>
        <translation>Klassen des Taggers</translation>
    </message>
    <message>
        <source>Search classes</source>
        <translation>Klassen suchen</translation>
    </message>
    <message>
        <source>There is no audio tagger: choose one in File &gt; Models…</source>
        <translation>Es gibt keinen Audio-Tagger: Wählen Sie einen in Datei &gt; Modelle …</translation>
    </message>
    <message>
        <source>An event has the largest of its classes&apos; activations. Classes of %1 are found by AudioSet id, then by name; what is ticked here goes before. The clips are analysed anew.</source>
        <translation>Ein Ereignis hat die größte der Aktivierungen seiner Klassen. Klassen von %1 werden durch die AudioSet-Id gefunden, sonst durch den Namen; was hier angekreuzt ist, geht vor. Die Clips werden neu analysiert.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClassFeedsFeature</name>
    <message>
        <source>Classes of the ta&amp;gger…</source>
        <translation>Klassen des Ta&amp;ggers …</translation>
    </message>
    <message>
        <source>Classes of the tagger</source>
        <translation>Klassen des Taggers</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The tagger&apos;s classes can be changed once the session of the audit has ended.</source>
        <translation>Die Klassen des Taggers können geändert werden, sobald die Sitzung der Prüfung beendet ist.</translation>
    </message>
    <message>
        <source>changing the tagger&apos;s classes</source>
        <translation>Ändern der Klassen des Taggers</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClassFigure</name>
    <message>
        <source>F1 of each event</source>
        <translation>F1 jedes Ereignisses</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipFilterBar</name>
    <message>
        <source>Search names and labels</source>
        <translation>Namen und Labels suchen</translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation>Clips suchen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>All clips</source>
        <translation>Alle Clips</translation>
    </message>
    <message>
        <source>Tags and labels differ</source>
        <translation>Schlagwörter und Labels weichen ab</translation>
    </message>
    <message>
        <source>Labelled and not tagged</source>
        <translation>Mit Label, ohne Schlagwort</translation>
    </message>
    <message>
        <source>Tagged and not labelled</source>
        <translation>Mit Schlagwort, ohne Label</translation>
    </message>
    <message>
        <source>Tags not known</source>
        <translation>Schlagwörter unbekannt</translation>
    </message>
    <message>
        <source>Nothing known</source>
        <translation>Nichts bekannt</translation>
    </message>
    <message>
        <source>Without split</source>
        <translation>Ohne Teilmenge</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>Alle Teilmengen</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Kein Label</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>&amp;Save these filters…</source>
        <translation>Diese Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Save filters</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Filter by split, label, tag, disagreement, what is heard and what annotators said</source>
        <translation>Nach Split, Label, Schlagwort, Unstimmigkeit, dem, was zu hören ist, und den Urteilen filtern</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Filters saved with the project</source>
        <translation>Filter, die mit dem Projekt aufbewahrt werden</translation>
    </message>
    <message>
        <source>Tags match the labels</source>
        <translation>Schlagwörter gleichen den Labels</translation>
    </message>
    <message>
        <source>All labels heard</source>
        <translation>Labels sind zu hören</translation>
    </message>
    <message>
        <source>Some label not heard</source>
        <translation>Ein Label ist nicht zu hören</translation>
    </message>
    <message>
        <source>Annotators disagree</source>
        <translation>Prüfende sind uneins</translation>
    </message>
    <message>
        <source>Name of these filters. They are saved with the project and replace any of the same name.</source>
        <translation>Name dieser Filter. Gleichnamige werden ersetzt; das Projekt bewahrt sie auf.</translation>
    </message>
    <message>
        <source>saving the filters “%1”</source>
        <translation>Speichern der Filter „%1“</translation>
    </message>
    <message>
        <source>removing the filters “%1”</source>
        <translation>Entfernen der Filter „%1“</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipJudge</name>
    <message>
        <source>Tags of the clips</source>
        <translation>Tags der Clips</translation>
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
        <source>Nothing to show: the recording is empty</source>
        <translation>Nichts zu zeigen: Die Aufnahme ist leer</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>%1 · %2:%3</source>
        <extracomment>A whole recording: file name, minutes and seconds.</extracomment>
        <translation>%1 · %2:%3</translation>
    </message>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Nicht analysiert</translation>
    </message>
    <message>
        <source>Not analysed: no models</source>
        <translation>Nicht analysiert: keine Modelle</translation>
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
    <name>tagscope::ui::ClipRevisions</name>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Analysing the new key frames…</source>
        <translation>Die neuen Schlüsselbilder werden angesehen …</translation>
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
    <name>tagscope::ui::ClipThumbnails</name>
    <message>
        <source>Pictures of clips</source>
        <translation>Bilder der Clips</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipView</name>
    <message>
        <source>&amp;Pictures and key frames</source>
        <translation>&amp;Bilder und Schlüsselbilder</translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation>&amp;Spektrogramm</translation>
    </message>
    <message>
        <source>&amp;Activations</source>
        <translation>&amp;Aktivierungen</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>The recording has no audio track.</source>
        <translation>Die Aufnahme hat keine Tonspur.</translation>
    </message>
    <message>
        <source>⚠ Channels cancel in mono: hear left and right, in stereo. The waveform and the spectrogram show their average.</source>
        <translation>⚠ Die Kanäle löschen sich in Mono aus: links und rechts anhören, in Stereo. Wellenform und Spektrogramm zeigen ihren Mittelwert.</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Activations to &amp;compare</source>
        <translation>Aktivierungen zum &amp;Vergleich</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipsFeature</name>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
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
        <source>&amp;Analyse all clips in the background</source>
        <translation>&amp;Alle Clips im Hintergrund analysieren</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Find clips</source>
        <translation>Clips &amp;suchen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>keine Teilmenge</translation>
    </message>
    <message>
        <source>moving clips to %2: %1</source>
        <translation>Verschieben von Clips nach %2: %1</translation>
    </message>
    <message>
        <source>The clip is hidden by the current filters.</source>
        <translation>Der Clip steht nicht in der Liste, so wie sie jetzt gefiltert ist.</translation>
    </message>
    <message>
        <source>giving the label %2: %1</source>
        <translation>Label %2 geben: %1</translation>
    </message>
    <message>
        <source>taking the label %2: %1</source>
        <translation>Label %2 nehmen: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ComparedRun</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>✗ The activations of %1 cannot be shown: %2</source>
        <translation>✗ Die Aktivierungen von %1 lassen sich nicht zeigen: %2</translation>
    </message>
    <message>
        <source>Compared with: %1</source>
        <translation>Verglichen mit: %1</translation>
    </message>
    <message>
        <source>Analysing the sound with %1…</source>
        <translation>Der Ton wird mit %1 analysiert …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ConsequencesView</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compute a&amp;gain</source>
        <translation>Neu be&amp;rechnen</translation>
    </message>
    <message>
        <source>F1, %</source>
        <translation>F1, %</translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation>Labelrauschen</translation>
    </message>
    <message>
        <source>Precision of the queue</source>
        <translation>Genauigkeit der Warteschlange</translation>
    </message>
    <message>
        <source>F1 by labels</source>
        <translation>F1 nach Labels</translation>
    </message>
    <message>
        <source>S&amp;plit:</source>
        <translation>Tei&amp;lmenge:</translation>
    </message>
    <message>
        <source>S&amp;ystem of F1:</source>
        <translation>S&amp;ystem für F1:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Cancelled: these are the previous figures.</source>
        <translation>Abgebrochen: Dies sind die Zahlen von vorher.</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>Standard (%1)</translation>
    </message>
    <message>
        <source>There are new verdicts: compute again to include them.</source>
        <translation>Seitdem kamen Urteile hinzu: Rechnen Sie neu, um sie einzubeziehen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::DisagreementModel</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>✓ %1, by %2</source>
        <translation>✓ %1, von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the sound</source>
        <translation>den Ton</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>sound and pictures</source>
        <extracomment>What a disagreement is about.</extracomment>
        <translation>Ton und Bild</translation>
    </message>
    <message>
        <source>the pictures</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>unsure or not</source>
        <translation>unsicher oder nicht</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::DisagreementView</name>
    <message>
        <source>About the sou&amp;nd alone</source>
        <translation>&amp;Nur über den Ton</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>Sho&amp;w:</source>
        <translation>An&amp;zeigen:</translation>
    </message>
    <message>
        <source>E&amp;vent:</source>
        <translation>&amp;Ereignis:</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>No&amp;tiz</translation>
    </message>
    <message>
        <source>Decided b&amp;y</source>
        <translation>Entschieden &amp;von</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose a pair to decide it.</source>
        <translation>Wählen Sie ein Paar, um es zu entscheiden.</translation>
    </message>
    <message>
        <source>decided: %1</source>
        <translation>entschieden: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>, %1 shown</source>
        <translation>, %1 angezeigt</translation>
    </message>
    <message>
        <source>Not stored: %1, %2. %3</source>
        <translation>Nicht gespeichert: %1, %2. %3</translation>
    </message>
    <message>
        <source>Keys: %1 to %2.</source>
        <translation>Tasten: %1 bis %2.</translation>
    </message>
    <message>
        <source>Only where annotators disagree on whether the event is heard</source>
        <translation>Nur wo sich Annotierende darüber uneins sind, ob das Ereignis zu hören ist</translation>
    </message>
    <message>
        <source>Pairs on which annotators disagree</source>
        <translation>Paare, über die Annotierende uneins sind</translation>
    </message>
    <message>
        <source>What each annotator said about the pair</source>
        <translation>Was jede Person über das Paar gesagt hat</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Der Grund, nach Wunsch</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>There is nothing on which annotators disagree.</source>
        <translation>Es gibt nichts, worüber Annotierende uneins sind.</translation>
    </message>
    <message>
        <source>Enter your name first: it is stored with what you decide.</source>
        <translation>Nennen Sie zuerst Ihren Namen: Er steht neben dem, was Sie entscheiden.</translation>
    </message>
    <message>
        <source>decision withdrawn</source>
        <translation>Entscheidung zurückgenommen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::Document</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>%1 geöffnet.</translation>
    </message>
    <message>
        <source>Another program has changed the events of the project: it is read again.</source>
        <translation>Ein anderes Programm hat die Ereignisse des Projekts geändert: Es wird neu gelesen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EvaluationFeature</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>E&amp;xport labels and predictions…</source>
        <translation>Labels und Vorhersagen e&amp;xportieren …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EvaluationPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Micro F1 of systems and splits</source>
        <translation>Mikro-F1 der Systeme und Teilmengen</translation>
    </message>
    <message>
        <source>Systems and splits</source>
        <translation>Systeme und Teilmengen</translation>
    </message>
    <message>
        <source>F1 of each event</source>
        <translation>F1 jedes Ereignisses</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>S&amp;ystem:</source>
        <translation>S&amp;ystem:</translation>
    </message>
    <message>
        <source>com&amp;pared with:</source>
        <translation>ver&amp;glichen mit:</translation>
    </message>
    <message>
        <source>Sp&amp;lit:</source>
        <translation>&amp;Teilmenge:</translation>
    </message>
    <message>
        <source>L&amp;abels:</source>
        <translation>&amp;Labels:</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>audible</source>
        <translation>hörbar</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>audited</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>Tags that changed</source>
        <translation>Geänderte Schlagwörter</translation>
    </message>
    <message>
        <source>Save the report as:</source>
        <translation>Den Bericht speichern als:</translation>
    </message>
    <message>
        <source>&amp;HTML…</source>
        <translation>&amp;HTML …</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>&amp;PDF…</source>
        <translation>&amp;PDF …</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;CSV…</source>
        <translation>&amp;CSV …</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON …</translation>
    </message>
    <message>
        <source>JSON documents (*.json)</source>
        <translation>JSON-Dokumente (*.json)</translation>
    </message>
    <message>
        <source>&amp;Export labels and predictions…</source>
        <translation>Labels und Vorhersagen &amp;exportieren …</translation>
    </message>
    <message>
        <source>Written: %1. %2</source>
        <translation>Geschrieben: %1. %2</translation>
    </message>
    <message>
        <source>audio alone</source>
        <translation>Audio allein</translation>
    </message>
    <message>
        <source>F1 of each event (%1)</source>
        <translation>F1 jedes Ereignisses (%1)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Exporting to %1…</source>
        <translation>Wird nach %1 exportiert …</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>How it was computed</source>
        <translation>Wie gerechnet wurde</translation>
    </message>
    <message>
        <source>Cancelled: these are the previous figures.</source>
        <translation>Abgebrochen: Dies sind die Zahlen von vorher.</translation>
    </message>
    <message>
        <source>Open a project to evaluate its systems.</source>
        <translation>Öffnen Sie ein Projekt, um seine Systeme zu messen.</translation>
    </message>
    <message>
        <source>default (%1)</source>
        <translation>Standard (%1)</translation>
    </message>
    <message>
        <source>newest (%1)</source>
        <translation>neuester (%1)</translation>
    </message>
    <message>
        <source>chosen point (%1)</source>
        <translation>gewählter Punkt (%1)</translation>
    </message>
    <message>
        <source>⚠ These figures are stale: they are of %1, and the chosen point is %2 now.</source>
        <translation>⚠ Diese Zahlen sind veraltet: Sie gelten für %1, gewählt ist jetzt %2.</translation>
    </message>
    <message>
        <source>⚠ These figures are stale: scores, labels or points have changed since.</source>
        <translation>⚠ Diese Zahlen sind veraltet: Wahrscheinlichkeiten, Labels oder Arbeitspunkte haben sich seither geändert.</translation>
    </message>
    <message>
        <source>Weights or thresholds have been moved and are not saved: these figures are of %1 as it is stored.</source>
        <translation>Gewichte oder Schwellen wurden verändert und nicht gespeichert: Diese Zahlen gelten für %1, wie er gespeichert ist.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EvaluationService</name>
    <message numerus="yes">
        <source>%n clip(s).</source>
        <translation>
            <numerusform>%n Clip.</numerusform>
            <numerusform>%n Clips.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s); %1 have nothing to write, such as %2.</source>
        <translation>
            <numerusform>%n Clip; %1 haben nichts zu schreiben, etwa %2.</numerusform>
            <numerusform>%n Clips; %1 haben nichts zu schreiben, etwa %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EventTableModel</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Largest activation at %1 s</source>
        <translation>Größte Aktivierung bei %1 s</translation>
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
    <message>
        <source>✓</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>●</source>
        <translation>●</translation>
    </message>
    <message>
        <source>There is neither an audio nor a video probability.</source>
        <translation>Es gibt weder eine Audio- noch eine Videowahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>t: tagged at or above this probability</source>
        <translation>t: ab dieser Wahrscheinlichkeit verschlagwortet</translation>
    </message>
    <message>
        <source>The operating point is calibrated: there is no weight.</source>
        <translation>Der Arbeitspunkt ist kalibriert: Es gibt kein Gewicht.</translation>
    </message>
    <message>
        <source>Calibrated from both probabilities; Why shows what each adds.</source>
        <translation>Aus beiden Wahrscheinlichkeiten kalibriert; „Warum“ zeigt, was jede beiträgt.</translation>
    </message>
    <message>
        <source>No threshold in reach: at this operating point the event is never tagged.</source>
        <translation>Keine erreichbare Schwelle: In diesem Arbeitspunkt wird das Ereignis nie verschlagwortet.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EventsDialog</name>
    <message>
        <source>&amp;Add event</source>
        <translation>Ereignis &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove event</source>
        <translation>Ereignis &amp;entfernen</translation>
    </message>
    <message>
        <source>Events of the project</source>
        <translation>Ereignisse des Projekts</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>AudioSet id</source>
        <translation>AudioSet-Kennung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What stands for the event when objects are mapped, separated by /</source>
        <translation>Was beim Zuordnen der Objekte für das Ereignis steht, getrennt durch /</translation>
    </message>
    <message>
        <source>Name of another event</source>
        <translation>Name eines weiteren Ereignisses</translation>
    </message>
    <message>
        <source>What stands in a cell can be changed. The pictures&apos; probabilities follow from the words of all events; they are computed anew from the objects that are known. An event can be removed where no label, verdict or region refers to it.</source>
        <translation>Was in einer Zelle steht, kann geändert werden. Die Wahrscheinlichkeiten der Bilder folgen aus den Wörtern aller Ereignisse; sie werden aus den bekannten Objekten neu berechnet. Ein Ereignis kann entfernt werden, wenn sich kein Label, Urteil oder Abschnitt darauf bezieht.</translation>
    </message>
    <message>
        <source>adding the event %1</source>
        <translation>Ereignis %1 hinzufügen</translation>
    </message>
    <message>
        <source>removing the event %1</source>
        <translation>Ereignis %1 entfernen</translation>
    </message>
    <message>
        <source>changing the event %1</source>
        <translation>Ereignis %1 ändern</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EventsFeature</name>
    <message>
        <source>E&amp;vents…</source>
        <translation>Er&amp;eignisse…</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Events can be changed once the session of the audit has ended.</source>
        <translation>Ereignisse können geändert werden, wenn die Sitzung der Prüfung beendet ist.</translation>
    </message>
    <message>
        <source>The project is open for reading only.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>While a run is trained, the events stay as they are.</source>
        <translation>Während ein Lauf trainiert wird, bleiben die Ereignisse, wie sie sind.</translation>
    </message>
    <message>
        <source>Import s&amp;cores or activations…</source>
        <translation>W&amp;erte oder Aktivierungen importieren …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ExplanationService</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
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
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Image (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Vector graphics (SVG)</source>
        <translation>Vektorgrafik (SVG)</translation>
    </message>
    <message>
        <source>Vector graphics (PDF)</source>
        <translation>Vektorgrafik (PDF)</translation>
    </message>
    <message>
        <source>There is already a file of this name. It will be replaced.</source>
        <translation>Es gibt eine Datei dieses Namens. Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>The folder does not exist yet. It will be created.</source>
        <translation>Den Ordner gibt es noch nicht. Er wird angelegt.</translation>
    </message>
    <message>
        <source>The table changed while it was being read. Try again.</source>
        <translation>Die Tabelle hat sich beim Lesen verändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory for an image of this size. Choose a smaller one.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht. Wählen Sie ein kleineres.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::F1Map</name>
    <message>
        <source>F1 over weight and threshold</source>
        <translation>F1 über Gewicht und Schwelle</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>video weight</source>
        <translation>Videogewicht</translation>
    </message>
    <message>
        <source>Click or drag to set weight and threshold. The hollow mark is the saved point.</source>
        <translation>Klicken oder ziehen Sie, um Gewicht und Schwelle zu setzen. Die hohle Marke ist der gespeicherte Punkt.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FileFinder</name>
    <message>
        <source>Search for files</source>
        <translation>Dateisuche</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FilesFeature</name>
    <message>
        <source>&amp;Open media…</source>
        <translation>Medien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
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
        <source>&amp;Import into the project…</source>
        <translation>In das Projekt &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Locate missing media…</source>
        <translation>Fehlende Medien &amp;suchen …</translation>
    </message>
    <message>
        <source>I&amp;mport verdicts or regions…</source>
        <translation>Urteile oder Abschnitte i&amp;mportieren …</translation>
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
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.tagscope);;All files (*)</source>
        <translation>Projekte (*.tagscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There are no video or sound files in %1.</source>
        <translation>In %1 gibt es keine Video- oder Tondateien.</translation>
    </message>
    <message>
        <source>✗ %1 (not found)</source>
        <translation>✗ %1 (nicht gefunden)</translation>
    </message>
    <message>
        <source>Reopen the last project or media at &amp;startup</source>
        <translation>Zuletzt Geöffnetes beim &amp;Start wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Verdicts and regions can be imported once the session has ended.</source>
        <translation>Urteile und Abschnitte lassen sich importieren, sobald die Sitzung beendet ist.</translation>
    </message>
    <message>
        <source>First open the project that the annotations are about.</source>
        <translation>Öffnen Sie zuerst das Projekt, um dessen Clips es in den Annotationen geht.</translation>
    </message>
    <message>
        <source>Open a project first: its missing media will be searched for.</source>
        <translation>Öffnen Sie zuerst ein Projekt: Seine fehlenden Medien werden gesucht.</translation>
    </message>
    <message>
        <source>Folder to search for missing media</source>
        <translation>Ordner, in dem nach fehlenden Medien gesucht wird</translation>
    </message>
    <message>
        <source>relocating media: %1</source>
        <translation>neue Orte von Medien: %1</translation>
    </message>
    <message>
        <source>✗ The project that was open last no longer exists: %1</source>
        <translation>✗ Das zuletzt geöffnete Projekt ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>One project can be open at a time: %1 is opened, %2 is not.</source>
        <translation>Es kann nur ein Projekt geöffnet sein: %1 wird geöffnet, %2 nicht.</translation>
    </message>
    <message>
        <source>%1 is not possible while a session of the audit is under way.</source>
        <translation>%1 ist nicht möglich, solange eine Sitzung der Prüfung läuft.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FlipListModel</name>
    <message>
        <source>– → ✓ tag</source>
        <translation>– → ✓ ja</translation>
    </message>
    <message>
        <source>✓ tag → –</source>
        <translation>✓ ja → –</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>By the labels</source>
        <translation>Laut Labels</translation>
    </message>
    <message>
        <source>✓ now right</source>
        <translation>✓ jetzt richtig</translation>
    </message>
    <message>
        <source>✗ now wrong</source>
        <translation>✗ jetzt falsch</translation>
    </message>
    <message>
        <source>Before → now</source>
        <translation>Vorher → jetzt</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FlipsView</name>
    <message>
        <source>Clips whose tags flipped</source>
        <translation>Clips, deren Schlagwörter wechselten</translation>
    </message>
    <message>
        <source>No tag differs from the saved point</source>
        <translation>Alle Schlagwörter sind wie gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n flipped</source>
        <translation>
            <numerusform>%n gewechselt</numerusform>
            <numerusform>%n gewechselt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 now right, %2 now wrong</source>
        <translation>%1 jetzt richtig, %2 jetzt falsch</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FlowChart</name>
    <message>
        <source>How the objects&apos; probabilities flow to the events</source>
        <translation>Wie die Wahrscheinlichkeiten der Objekte zu den Ereignissen fließen</translation>
    </message>
    <message>
        <source>  v %1</source>
        <translation>  v %1</translation>
    </message>
    <message>
        <source>  ✓ tag</source>
        <translation>  ✓ ja</translation>
    </message>
    <message>
        <source>%1: %2 goes to no event</source>
        <translation>%1: %2 geht an kein Ereignis</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%1 (cosine %2)</source>
        <translation>%1 (Kosinus %2)</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FolderWatch</name>
    <message numerus="yes">
        <source>%1: %n verdict(s) added</source>
        <translation>
            <numerusform>%1: %n Urteil hinzugefügt</numerusform>
            <numerusform>%1: %n Urteile hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ %1: %2</source>
        <translation>✗ %1: %2</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Beobachteter Ordner</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>Nicht mehr &amp;beobachten</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Watching %1 for tasks, projects and tables: nothing came yet.</source>
        <translation>%1 wird auf Aufgaben, Projekte und Tabellen beobachtet: noch kam nichts.</translation>
    </message>
    <message>
        <source>Watching %1: %2 of %3.</source>
        <translation>%1 wird beobachtet: %2 aus %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n Urteil</numerusform>
            <numerusform>%n Urteile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionEventModel</name>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>F1 in percent, and how many points it is from that of the saved operating point</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>w: drag, type a number from 0 to 1, or press + and −</source>
        <translation>w: ziehen, eine Zahl von 0 bis 1 eingeben oder + und − drücken</translation>
    </message>
    <message>
        <source>t: drag, type a number from 0 to 1, “never” or “always”, or press + and −</source>
        <translation>t: ziehen, eine Zahl von 0 bis 1, „nie“ oder „immer“ eingeben oder + und − drücken</translation>
    </message>
    <message>
        <source>Clips whose tag differs from that of the saved point</source>
        <translation>Clips, deren Schlagwort von dem des gespeicherten Punkts abweicht</translation>
    </message>
    <message>
        <source>The project does not record what is audible in these clips.</source>
        <translation>Das Projekt verzeichnet nicht, was in diesen Clips zu hören ist.</translation>
    </message>
    <message>
        <source>Precision %1 %, recall %2 %: %3 right, %4 wrong, %5 missed. F1 at the saved point: %6 %</source>
        <translation>Präzision %1 %, Ausbeute %2 %: %3 richtig, %4 falsch, %5 verfehlt. F1 am gespeicherten Punkt: %6 %</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Video weight</source>
        <translation>w (Video)</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>F1 weak (%)</source>
        <translation>F1 schw. %</translation>
    </message>
    <message>
        <source>F1 audible (%)</source>
        <translation>F1 hörb. %</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>The sound event, in the order of the class list</source>
        <translation>Das Schallereignis, in der Reihenfolge der Klassenliste</translation>
    </message>
    <message>
        <source>w in p = (1 − w) · a + w · v</source>
        <translation>w in p = (1 − w) · a + w · v</translation>
    </message>
    <message>
        <source>t: tagged where p ≥ t</source>
        <translation>t: verschlagwortet, wo p ≥ t</translation>
    </message>
    <message>
        <source>Class F1 by the weak labels, and the change from the saved point</source>
        <translation>Klassen-F1 nach den schwachen Labels und die Änderung gegenüber dem gespeicherten Punkt</translation>
    </message>
    <message>
        <source>Class F1 by what is audible, and the change from the saved point</source>
        <translation>Klassen-F1 nach dem, was zu hören ist, und die Änderung gegenüber dem gespeicherten Punkt</translation>
    </message>
    <message>
        <source>This point has calibrated probabilities, which replace the weights.</source>
        <translation>Dieser Punkt hat kalibrierte Wahrscheinlichkeiten, die an die Stelle der Gewichte treten.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionEventTable</name>
    <message>
        <source>Weights and thresholds of the events</source>
        <translation>Gewichte und Schwellen der Ereignisse</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionFeature</name>
    <message>
        <source>Fusion and thresholds</source>
        <translation>Fusion und Schwellen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionHistoryDialog</name>
    <message>
        <source>&amp;Compare with it</source>
        <translation>Damit &amp;vergleichen</translation>
    </message>
    <message>
        <source>History of the operating points</source>
        <translation>Verlauf der Arbeitspunkte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Tuned on</source>
        <translation>Abgestimmt auf</translation>
    </message>
    <message>
        <source>Micro F1 (%)</source>
        <translation>Mikro-F1 (%)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>&amp;Load it</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>On unseen clips (%)</source>
        <translation>Auf ungesehenen Clips (%)</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionPanel</name>
    <message>
        <source>What the map over weight and threshold shows</source>
        <translation>Was die Karte über Gewicht und Schwelle zeigt</translation>
    </message>
    <message>
        <source>&amp;Tune…</source>
        <translation>&amp;Abstimmen …</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>&amp;Punkte</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Map: the event&apos;s F1</source>
        <translation>Karte: F1 des Ereignisses</translation>
    </message>
    <message>
        <source>Map: micro F1</source>
        <translation>Karte: Mikro-F1</translation>
    </message>
    <message>
        <source>weak labels</source>
        <translation>schwache Labels</translation>
    </message>
    <message>
        <source>audible labels</source>
        <translation>hörbare Labels</translation>
    </message>
    <message>
        <source>Split:</source>
        <translation>Teilmenge:</translation>
    </message>
    <message>
        <source>Point:</source>
        <translation>Punkt:</translation>
    </message>
    <message>
        <source>Reading probabilities and labels…</source>
        <translation>Wahrscheinlichkeiten und Labels werden gelesen …</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>project defaults</source>
        <translation>Vorgaben des Projekts</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
    <message>
        <source>%1 % (saved: %2 %)</source>
        <translation>%1 % (gespeichert: %2 %)</translation>
    </message>
    <message>
        <source>Micro F1: weak %1</source>
        <translation>Mikro-F1: schwach %1</translation>
    </message>
    <message>
        <source> · audible %1</source>
        <translation> · hörbar %1</translation>
    </message>
    <message>
        <source>Operating points (*.json);;All files (*)</source>
        <translation>Arbeitspunkte (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>&amp;Export all…</source>
        <translation>Alle &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Remove this point</source>
        <translation>Diesen Punkt ent&amp;fernen</translation>
    </message>
    <message>
        <source>%1 ★</source>
        <translation>%1 ★</translation>
    </message>
    <message>
        <source>%1, made on %2: micro F1 %3 %%4</source>
        <translation>%1, erstellt auf %2: Mikro-F1 %3 %%4</translation>
    </message>
    <message>
        <source>no clips</source>
        <translation>keine Clips</translation>
    </message>
    <message>
        <source>revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save the operating point</source>
        <translation>Arbeitspunkt speichern</translation>
    </message>
    <message>
        <source>Export the operating points</source>
        <translation>Arbeitspunkte exportieren</translation>
    </message>
    <message>
        <source>Import operating points</source>
        <translation>Arbeitspunkte importieren</translation>
    </message>
    <message>
        <source>The clips that the figures are computed on and that tuning uses</source>
        <translation>Die Clips, von denen die Zahlen stammen und auf die abgestimmt wird</translation>
    </message>
    <message>
        <source>What the curves and the flips are measured against</source>
        <translation>Woran die Kurven und die Wechsel gemessen werden</translation>
    </message>
    <message>
        <source>Load a saved operating point</source>
        <translation>Einen gespeicherten Arbeitspunkt aufnehmen</translation>
    </message>
    <message>
        <source>The saved point that everything is compared with</source>
        <translation>Der gespeicherte Punkt, mit dem alles verglichen wird</translation>
    </message>
    <message>
        <source>against:</source>
        <translation>gegen:</translation>
    </message>
    <message>
        <source>Open a project to set its weights and thresholds.</source>
        <translation>Öffnen Sie ein Projekt, um seine Gewichte und Schwellen zu setzen.</translation>
    </message>
    <message>
        <source>⚠ These are the clips of the split “%1”, which is meant for evaluation. Tuning or choosing on them makes their figures too optimistic: use validation.</source>
        <translation>⚠ Dies sind die Clips der Teilmenge „%1“, auf der gemessen werden soll. Wer auf ihnen abstimmt oder nach ihnen auswählt, macht die Zahlen auf ihnen zu gut: Nehmen Sie die Validierung.</translation>
    </message>
    <message>
        <source> · %1 points against the saved one (95 %: %2 to %3)</source>
        <translation> · %1 Punkte gegenüber dem gespeicherten (95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>, on unseen clips %1 %</source>
        <translation>, auf ungesehenen Clips %1 %</translation>
    </message>
    <message>
        <source>Name (a point of this name that was set by hand is replaced; the history keeps it):</source>
        <translation>Name (ein von Hand gesetzter wird ersetzt; der Verlauf behält ihn):</translation>
    </message>
    <message>
        <source>✗ %1 was tuned and cannot be replaced. Choose another name.</source>
        <translation>✗ %1 wurde abgestimmt und bleibt, wie er ist. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&amp;Sound from</source>
        <translation>&amp;Ton von</translation>
    </message>
    <message>
        <source>&amp;Pictures from</source>
        <translation>&amp;Bilder von</translation>
    </message>
    <message>
        <source>Tune a&amp;gain…</source>
        <translation>&amp;Neu abstimmen …</translation>
    </message>
    <message>
        <source>⚠ %1 is stale: scores or labels of “%2” have changed since it was tuned.</source>
        <translation>⚠ %1 ist veraltet: Wahrscheinlichkeiten oder Labels von „%2“ sind seit der Abstimmung andere.</translation>
    </message>
    <message>
        <source>choosing the audio scores</source>
        <translation>Wahl der Audiowahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>choosing the video scores</source>
        <translation>Wahl der Videowahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>No scores yet</source>
        <translation>Noch keine Wahrscheinlichkeiten</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionPlot</name>
    <message>
        <source>En&amp;large, or back</source>
        <translation>&amp;Größer oder zurück</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionPlots</name>
    <message>
        <source>Choose an event.</source>
        <translation>Wählen Sie ein Ereignis.</translation>
    </message>
    <message>
        <source>Precision and recall: %1</source>
        <translation>Präzision und Ausbeute: %1</translation>
    </message>
    <message>
        <source>Micro F1 over weight and threshold</source>
        <translation>Mikro-F1 über Gewicht und Schwelle</translation>
    </message>
    <message>
        <source>F1 over weight and threshold</source>
        <translation>F1 über Gewicht und Schwelle</translation>
    </message>
    <message>
        <source>This point has calibrated probabilities, which replace the weights.</source>
        <translation>Dieser Punkt hat kalibrierte Wahrscheinlichkeiten, die an die Stelle der Gewichte treten.</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Präzision und Ausbeute</translation>
    </message>
    <message>
        <source>F1 over the threshold</source>
        <translation>F1 über der Schwelle</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Up and right is better; drag the mark.</source>
        <translation>Oben rechts ist besser; Marke ziehen.</translation>
    </message>
    <message>
        <source>Higher is better; drag the mark.</source>
        <translation>Höher ist besser; Marke ziehen.</translation>
    </message>
    <message>
        <source>Bright is better; a click takes it.</source>
        <translation>Hell ist besser; ein Klick nimmt es.</translation>
    </message>
    <message>
        <source>Less overlap is better.</source>
        <translation>Weniger Überlappung ist besser.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionTuneDialog</name>
    <message>
        <source>&amp;Tune</source>
        <translation>&amp;Abstimmen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation>Mikro-F1</translation>
    </message>
    <message>
        <source>Tune weights and thresholds</source>
        <translation>Gewichte und Schwellen abstimmen</translation>
    </message>
    <message>
        <source>Exact weights and thresholds, jointly</source>
        <translation>Exakte Gewichte und Schwellen, gemeinsam</translation>
    </message>
    <message>
        <source>Exact thresholds</source>
        <translation>Exakte Schwellen</translation>
    </message>
    <message>
        <source>The paper&apos;s procedure</source>
        <translation>Das Verfahren des Aufsatzes</translation>
    </message>
    <message>
        <source>The paper&apos;s rule: 0.8 where video beats audio, else 0.2</source>
        <translation>Die Regel des Aufsatzes: 0,8, wo Video besser ist als Audio, sonst 0,2</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Clips:</source>
        <translation>Clips:</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>Ver&amp;fahren:</translation>
    </message>
    <message>
        <source>&amp;Weights:</source>
        <translation>&amp;Gewichte:</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>%1 of the split “%2”, by their weak labels</source>
        <translation>%1 der Teilmenge „%2“, nach ihren schwachen Labels</translation>
    </message>
    <message>
        <source>none with probabilities</source>
        <translation>keine mit Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>on each fold&apos;s own clips</source>
        <translation>auf den eigenen Clips jeder Faltung</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>As currently set</source>
        <translation>Wie sie jetzt gesetzt sind</translation>
    </message>
    <message>
        <source>For the order in the paper&apos;s procedure, for the folds, and for the bootstrap</source>
        <translation>Der Reihenfolge im Verfahren des Aufsatzes, der Faltungen und des Bootstraps</translation>
    </message>
    <message>
        <source>The result of each step is drawn here.</source>
        <translation>Was jeder Schritt erreicht, wird hier gezeichnet.</translation>
    </message>
    <message>
        <source>Weights are tuned between audio and video; one of them is missing.</source>
        <translation>Gewichte werden zwischen Audio und Video abgestimmt; eines davon fehlt.</translation>
    </message>
    <message>
        <source>⚠ The split “%1” is meant for evaluation: after tuning on it, its figures are too optimistic. Choose validation instead.</source>
        <translation>⚠ Auf der Teilmenge „%1“ soll gemessen werden: Nach dem Abstimmen auf ihr sind ihre Zahlen zu gut. Wählen Sie stattdessen die Validierung.</translation>
    </message>
    <message>
        <source>on the tuning clips</source>
        <translation>auf den Clips der Abstimmung</translation>
    </message>
    <message>
        <source>&lt;font color=&quot;%1&quot;&gt;● on the tuning clips&lt;/font&gt; &amp;nbsp; &lt;font color=&quot;%2&quot;&gt;● on held-out clips, fold by fold&lt;/font&gt;</source>
        <translation>&lt;font color=&quot;%1&quot;&gt;● auf den Clips der Abstimmung&lt;/font&gt; &amp;nbsp; &lt;font color=&quot;%2&quot;&gt;● auf zurückgehaltenen Clips, Faltung für Faltung&lt;/font&gt;</translation>
    </message>
    <message>
        <source>Other clips were opened in the meantime; the result is discarded.</source>
        <translation>Inzwischen wurden andere Clips geöffnet; das Ergebnis wird verworfen.</translation>
    </message>
    <message>
        <source>the project defaults</source>
        <translation>den Vorgaben des Projekts</translation>
    </message>
    <message>
        <source>Use this point?</source>
        <translation>Diesen Punkt verwenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of “%1” would change</source>
        <translation>
            <numerusform>%n Schlagwort von „%1“ würde sich ändern</numerusform>
            <numerusform>%n Schlagwörter von „%1“ würden sich ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 become right, %2 become wrong by the weak labels; micro F1 from %3 % (%4) to %5 %.</source>
        <translation>nach den schwachen Labels werden %1 richtig und %2 falsch; Mikro-F1 von %3 % (%4) auf %5 %.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>%1 &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Keep %1</source>
        <translation>%1 &amp;behalten</translation>
    </message>
    <message>
        <source>It is saved as %1.</source>
        <translation>Er ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Try all methods</source>
        <translation>Alle Verfahren versuchen</translation>
    </message>
    <message>
        <source>, within chance</source>
        <translation>, im Rahmen des Zufalls</translation>
    </message>
    <message>
        <source>Over the paper&apos;s procedure, on the same folds: %1 points (95 %: %2 to %3)%4.</source>
        <translation>Gegenüber dem Verfahren des Artikels, auf denselben Teilen: %1 Punkte (95 %: %2 bis %3)%4.</translation>
    </message>
    <message>
        <source>%1: %2 % on new clips, behind by %3 points (95 %: %4 to %5)%6</source>
        <translation>%1: %2 % auf neuen Clips, zurück um %3 Punkte (95 %: %4 bis %5)%6</translation>
    </message>
    <message>
        <source>Calibrated probabilities, one threshold</source>
        <translation>Kalibrierte Wahrscheinlichkeiten, eine Schwelle</translation>
    </message>
    <message>
        <source>%1 % on new clips (95 %: %2 to %3)</source>
        <translation>%1 % auf neuen Clips (95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>%1: micro F1 %2 % on the %3 clips that it was tuned on.</source>
        <translation>%1: Mikro-F1 %2 % auf den %3 Clips, auf denen abgestimmt wurde.</translation>
    </message>
    <message>
        <source>The estimate for new clips is by nested cross-validation: %1 deals of %2 folds.</source>
        <translation>Die Schätzung für neue Clips ist durch verschachtelte Kreuzvalidierung: %1-mal in %2 Teile geteilt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tuning goes on</source>
        <translation>Das Abstimmen geht weiter</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ImportForm</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Lists of labels</source>
        <translation>Labellisten</translation>
    </message>
    <message>
        <source>beside the lists</source>
        <translation>bei den Listen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Clips for validation</source>
        <translation>Clips zur Validierung</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Listen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of lists</source>
        <translation>Ordner der Listen</translation>
    </message>
    <message>
        <source>The lists of DCASE 2017 Task 4, or their folder; weak lists of AudioSet; or one CSV with the columns path, labels (separated by ;) and split</source>
        <translation>Die Listen von DCASE 2017 Task 4 oder ihr Ordner; schwache Listen von AudioSet; oder eine CSV mit den Spalten path, labels (durch ; verbunden) und split</translation>
    </message>
    <message>
        <source>For clips without a list, or from an AudioSet list</source>
        <translation>Von Clips, die ohne Liste kommen oder aus einer von AudioSet</translation>
    </message>
    <message>
        <source>Media folder</source>
        <translation>Medienordner</translation>
    </message>
    <message>
        <source>Split without a list</source>
        <translation>Teilmenge ohne Listen</translation>
    </message>
    <message>
        <source>Subfolders are labels</source>
        <translation>Unterordner sind Labels</translation>
    </message>
    <message>
        <source>Add the events that the project lacks</source>
        <translation>Ereignisse hinzufügen, die dem Projekt fehlen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Training clips from the DCASE 2017 lists, or recordings of a folder, that are drawn for validation, balanced over the events; 1142 in the paper</source>
        <translation>Trainingsclips aus den Listen von DCASE 2017 oder Aufnahmen eines Ordners, die für die Validierung gezogen werden, ausgewogen über die Ereignisse; 1142 in der Arbeit</translation>
    </message>
    <message>
        <source>The same seed draws the same clips</source>
        <translation>Derselbe Startwert zieht dieselben Clips</translation>
    </message>
    <message>
        <source>A recording&apos;s label is the name of the folder it lies in; folders called train, val or test are splits</source>
        <translation>Das Label einer Aufnahme ist der Name des Ordners, in dem sie liegt; Ordner namens train, val oder test sind Teilmengen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Recordings: %1</source>
        <translation>Aufnahmen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>There are no subfolders with media.</source>
        <translation>Es gibt keine Unterordner mit Medien.</translation>
    </message>
    <message>
        <source>Without a label: %1</source>
        <translation>Ohne Label: %1</translation>
    </message>
    <message>
        <source>For validation: %1 % of them</source>
        <translation>Für die Validierung: %1 % davon</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <message>
        <source>Stop this; Shift+Esc stops all analyses</source>
        <translation>Dies beenden; Umschalt+Esc beendet alle Analysen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobsFeature</name>
    <message>
        <source>Jobs and log</source>
        <translation>Arbeiten und Protokoll</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobsPanel</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>Which part of the log to show</source>
        <translation>Was vom Protokoll gezeigt wird</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Since startup</source>
        <translation>Seit dem Start</translation>
    </message>
    <message>
        <source>What happened since startup</source>
        <translation>Was seit dem Start geschah</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyFrameDelegate</name>
    <message>
        <source>K%1</source>
        <translation>K%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>represents %1 pictures</source>
        <translation>steht für %1 Bilder</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyFrameMethodModel</name>
    <message>
        <source>Sparse subset selection, as in the paper: the rows of the relaxed membership matrix with the largest sums.</source>
        <translation>Dünn besetzte Teilmengenwahl wie im Aufsatz: die Zeilen der relaxierten Zugehörigkeitsmatrix mit den größten Summen.</translation>
    </message>
    <message>
        <source>Pictures at equal intervals, whatever they show.</source>
        <translation>Bilder in gleichen Abständen, was immer sie zeigen.</translation>
    </message>
    <message>
        <source>DS3 (the paper)</source>
        <translation>DS3 (der Aufsatz)</translation>
    </message>
    <message>
        <source>k-median (PAM)</source>
        <translation>k-Median (PAM)</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-Means</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>Gleiche Abstände</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>+%1 %</source>
        <translation>+%1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Above best</source>
        <translation>Über dem Besten</translation>
    </message>
    <message>
        <source>Gap at most</source>
        <translation>Lücke höchstens</translation>
    </message>
    <message>
        <source>λ</source>
        <translation>λ</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Sum over all pictures of the distance to the nearest key frame: what a choice loses</source>
        <translation>Summe des Abstands zum nächsten Schlüsselbild über alle Bilder: was eine Wahl verliert</translation>
    </message>
    <message>
        <source>How much more it costs than the best of these methods</source>
        <translation>Wie viel mehr es kostet als das beste dieser Verfahren</translation>
    </message>
    <message>
        <source>Greedy choice with swaps (PAM), Tagscope&apos;s default: aims at the lowest cost, and proves how far from it a choice can be.</source>
        <translation>Gierige Wahl mit Vertauschungen (PAM), die Vorgabe von Tagscope: auf die niedrigsten Kosten aus, mit einem Beweis, wie weit sie höchstens davon entfernt ist.</translation>
    </message>
    <message>
        <source>The pictures nearest to the centres of k-means clusters, which the paper argues against: the centres follow outliers.</source>
        <translation>Die Bilder, die den Mittelpunkten von k-Means-Gruppen am nächsten sind; der Aufsatz spricht dagegen: Die Mittelpunkte folgen Ausreißern.</translation>
    </message>
    <message>
        <source>The pictures it chooses, by time</source>
        <translation>Die Bilder, die es wählt, nach ihren Zeiten</translation>
    </message>
    <message>
        <source>No choice of the same number of pictures is cheaper by more than this share; proved by DS3&apos;s dual</source>
        <translation>Keine Wahl ebenso vieler Bilder liegt in den Kosten um mehr als diesen Anteil darunter; bewiesen durch das duale Problem von DS3</translation>
    </message>
    <message>
        <source>The penalty for each key frame, in units of the distances</source>
        <translation>Der Aufschlag für jedes Schlüsselbild, in Einheiten der Abstände</translation>
    </message>
    <message>
        <source>Iterations that DS3 took</source>
        <translation>Die DS3 brauchte</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyFrameModel</name>
    <message>
        <source>Key frame %1</source>
        <translation>Schlüsselbild %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Key frame</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>%1 at %2 s represents %3 of the pictures (%4). %5</source>
        <translation>%1 bei %2 s steht für %3 der Bilder (%4). %5</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyFramePanel</name>
    <message>
        <source>Use the picture at the &amp;playhead</source>
        <translation>Bild an der A&amp;bspielmarke nehmen</translation>
    </message>
    <message>
        <source>&amp;Back to the analysis</source>
        <translation>&amp;Zurück zur Analyse</translation>
    </message>
    <message>
        <source>&amp;Use these</source>
        <translation>Diese &amp;nehmen</translation>
    </message>
    <message>
        <source>Key frames of the clip</source>
        <translation>Schlüsselbilder des Clips</translation>
    </message>
    <message>
        <source>How many key frames the methods choose; 4 in the paper</source>
        <translation>Wie viele Schlüsselbilder die Verfahren wählen; 4 im Aufsatz</translation>
    </message>
    <message>
        <source>&amp;Key frames</source>
        <translation>&amp;Schlüsselbilder</translation>
    </message>
    <message>
        <source>&amp;λ / λ max</source>
        <translation>&amp;λ / λ max</translation>
    </message>
    <message>
        <source>As analysed, and now</source>
        <translation>Wie analysiert, und jetzt</translation>
    </message>
    <message>
        <source>The key frames of the open clip are shown here.</source>
        <translation>Hier stehen die Schlüsselbilder des offenen Clips.</translation>
    </message>
    <message>
        <source>Choosing…</source>
        <translation>Wird gewählt …</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Key frames by %1</source>
        <translation>Schlüsselbilder nach %1</translation>
    </message>
    <message>
        <source>Key frames as analysed</source>
        <translation>Schlüsselbilder wie analysiert</translation>
    </message>
    <message>
        <source>DS3&apos;s penalty for each key frame, as a share of the smallest one with which a single picture represents all. A small one takes key frames from the longest scene.</source>
        <translation>Der Aufschlag von DS3 für jedes Schlüsselbild, als Anteil des kleinsten, bei dem ein einziges Bild alle vertritt. Ein kleiner nimmt Schlüsselbilder aus der längsten Szene.</translation>
    </message>
    <message>
        <source>How the methods choose</source>
        <translation>Wie die Verfahren wählen</translation>
    </message>
    <message>
        <source>Key frame methods</source>
        <translation>Verfahren zur Wahl der Schlüsselbilder</translation>
    </message>
    <message>
        <source>Effect of the changes on the events</source>
        <translation>Was die Änderungen mit den Ereignissen machen</translation>
    </message>
    <message>
        <source>Choose the key frame to replace.</source>
        <translation>Wählen Sie das Schlüsselbild, das ersetzt werden soll.</translation>
    </message>
    <message>
        <source>Replaces the chosen key frame with the picture at the playhead.</source>
        <translation>Setzt das Bild an der Abspielmarke an die Stelle des gewählten Schlüsselbilds.</translation>
    </message>
    <message>
        <source>The picture at the playhead is already a key frame.</source>
        <translation>Das Bild an der Abspielmarke ist schon ein Schlüsselbild.</translation>
    </message>
    <message>
        <source>Another picture for key frame %1</source>
        <translation>Anderes Bild für Schlüsselbild %1</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen …</translation>
    </message>
    <message>
        <source>At equal intervals: there is no AlexNet to compare the pictures.</source>
        <translation>In gleichen Abständen: Es gibt kein AlexNet, um die Bilder zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::KeyListModel</name>
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
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Default keys: %1</source>
        <translation>Standardtasten: %1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
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
        <source>Keys</source>
        <translation>Tasten</translation>
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
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>⚠ %1 is now the key of %2, which would lose it.</source>
        <translation>⚠ %1 ist jetzt die Taste von %2 und ginge dort verloren.</translation>
    </message>
    <message>
        <source>&amp;Default key</source>
        <translation>Standardtast&amp;e</translation>
    </message>
    <message>
        <source>&amp;Reset all keys</source>
        <translation>&amp;Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Search for an action, or for a key such as Ctrl+O</source>
        <translation>Nach einer Aktion suchen oder nach einer Taste wie Strg+O</translation>
    </message>
    <message>
        <source>Choose a row to change its keys.</source>
        <translation>Wählen Sie eine Zeile, um ihre Tasten zu ändern.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::LabelsTrack</name>
    <message>
        <source>audible</source>
        <translation>hörbar</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <source>audible and visible</source>
        <translation>hörbar und sichtbar</translation>
    </message>
    <message>
        <source>neither audible nor visible</source>
        <translation>weder hörbar noch sichtbar</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>mit Label</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>verschlagwortet</translation>
    </message>
    <message>
        <source>not tagged</source>
        <translation>nicht verschlagwortet</translation>
    </message>
    <message>
        <source>known to be audible</source>
        <translation>als hörbar bekannt</translation>
    </message>
    <message>
        <source>known not to be audible</source>
        <translation>als nicht hörbar bekannt</translation>
    </message>
    <message>
        <source>known to be visible</source>
        <translation>als sichtbar bekannt</translation>
    </message>
    <message>
        <source>known not to be visible</source>
        <translation>als nicht sichtbar bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>An annotator&apos;s name and verdict.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No label, no tag and no verdict.</source>
        <translation>Kein Label, kein Schlagwort und kein Urteil.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>%1  ·  region %2</source>
        <translation>%1  ·  Abschnitt %2</translation>
    </message>
    <message>
        <source>%1  ·  region %2, marked by %3</source>
        <translation>%1  ·  Abschnitt %2, markiert von %3</translation>
    </message>
    <message>
        <source>The clip does not belong to a project: it has no labels.</source>
        <translation>Der Clip gehört zu keinem Projekt: Er hat keine Labels.</translation>
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
    <name>tagscope::ui::LostFileBanner</name>
    <message>
        <source>%1 (copy).tagscope</source>
        <comment>name of a file</comment>
        <translation>%1 (Kopie).tagscope</translation>
    </message>
    <message>
        <source>Open the file that is there &amp;now</source>
        <translation>Die Datei öffnen, die &amp;jetzt dort liegt</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>Kopie &amp;speichern…</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>Close Tagscope?</source>
        <translation>Tagscope schließen?</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Close without a copy</source>
        <translation>Ohne Kopie schließen</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>Kopie des Projekts speichern</translation>
    </message>
    <message>
        <source>Projects (*.tagscope);;All files (*)</source>
        <translation>Projekte (*.tagscope);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MainWindow</name>
    <message>
        <source>Tagscope</source>
        <translation>Tagscope</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation>Nur Dateien auf diesem Rechner können geöffnet werden.</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>Füh&amp;rung beginnen</translation>
    </message>
    <message>
        <source>The clips</source>
        <translation>Die Clips</translation>
    </message>
    <message>
        <source>Up and Down go through the clips; the fields above search and filter those of a project.</source>
        <translation>Auf und Ab gehen durch die Clips; die Felder darüber suchen und filtern die eines Projekts.</translation>
    </message>
    <message>
        <source>One time for everything</source>
        <translation>Eine Zeit für alles</translation>
    </message>
    <message>
        <source>Pictures, sound and what the networks said of it lie above each other. Space plays, a click sets the playhead, and the wheel with Ctrl zooms.</source>
        <translation>Bilder, Ton und was die Netze dazu sagten liegen untereinander. Die Leertaste spielt ab, ein Klick setzt die Abspielmarke, und das Rad mit Strg zoomt.</translation>
    </message>
    <message>
        <source>Why it was tagged</source>
        <translation>Warum er verschlagwortet wurde</translation>
    </message>
    <message>
        <source>Choose an event: the first sentence says how its tag came about. Below stand the sound and the pictures behind it, and what would flip it.</source>
        <translation>Wählen Sie ein Ereignis: Der erste Satz sagt, wie sein Schlagwort zustande kam. Darunter stehen Ton und Bilder dahinter, und was es umschlagen ließe.</translation>
    </message>
    <message>
        <source>Four jobs</source>
        <translation>Vier Arbeiten</translation>
    </message>
    <message>
        <source>Explain, Tune, Train and Audit arrange the panels, each for one job: Ctrl+1 to Ctrl+4.</source>
        <translation>Erklären, Abstimmen, Trainieren und Prüfen ordnen die Bereiche an, jeweils für eine Arbeit: Strg+1 bis Strg+4.</translation>
    </message>
    <message>
        <source>Help is near</source>
        <translation>Hilfe ist nah</translation>
    </message>
    <message>
        <source>F1 opens the guide, F2 lists all keys. This tour is in the Help menu.</source>
        <translation>F1 öffnet die Anleitung, F2 nennt alle Tasten. Diese Führung steht im Menü Hilfe.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MappingDelegate</name>
    <message>
        <source>→ %1 %</source>
        <translation>→ %1 %</translation>
    </message>
    <message>
        <source>Share of the object that the event receives</source>
        <translation>Anteil des Objekts, den das Ereignis erhält</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MappingModel</name>
    <message>
        <source>%1 → %2 %</source>
        <translation>%1 → %2 %</translation>
    </message>
    <message>
        <source>one of them has no word vector</source>
        <translation>eines von beiden hat keinen Wortvektor</translation>
    </message>
    <message>
        <source>cosine %1</source>
        <translation>Kosinus %1</translation>
    </message>
    <message>
        <source>%1 and %2: %3.
The event receives %4 % of the object&apos;s probability, %5.</source>
        <translation>%1 und %2: %3.
Das Ereignis erhält %4 % der Wahrscheinlichkeit des Objekts, %5.</translation>
    </message>
    <message>
        <source>%1
None of its words has a vector.</source>
        <translation>%1
Keines seiner Wörter hat einen Vektor.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MappingPanel</name>
    <message>
        <source>&amp;Back to the analysis</source>
        <translation>&amp;Zurück zur Analyse</translation>
    </message>
    <message>
        <source>&amp;Apply to the project</source>
        <translation>Auf das &amp;Projekt anwenden</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cosines of objects and events, and what each event receives</source>
        <translation>Kosinus von Objekten und Ereignissen und was jedes Ereignis erhält</translation>
    </message>
    <message>
        <source>Objects and events: cosine, → share given</source>
        <translation>Objekte und Ereignisse: Kosinus, → Anteil</translation>
    </message>
    <message>
        <source>How the probability flows</source>
        <translation>Wie die Wahrscheinlichkeit fließt</translation>
    </message>
    <message>
        <source>As analysed, and now</source>
        <translation>Wie analysiert, und jetzt</translation>
    </message>
    <message>
        <source>All to the most similar event (the paper)</source>
        <translation>Alles an das ähnlichste Ereignis (der Aufsatz)</translation>
    </message>
    <message>
        <source>Spread by softmax of the cosines</source>
        <translation>Verteilt nach Softmax der Kosinus</translation>
    </message>
    <message>
        <source>By the table, edited by hand</source>
        <translation>Nach der Tabelle, von Hand bearbeitet</translation>
    </message>
    <message>
        <source>Small: nearly all to the most similar event. Large: evenly to all.</source>
        <translation>Klein: fast alles an das ähnlichste Ereignis. Groß: gleichmäßig an alle.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Temperature</source>
        <translation>&amp;Temperatur</translation>
    </message>
    <message>
        <source>&amp;Cut-off</source>
        <translation>&amp;Grenze</translation>
    </message>
    <message>
        <source>Mapping the project&apos;s clips… about %1 left</source>
        <translation>Die Clips des Projekts werden zugeordnet … noch etwa %1</translation>
    </message>
    <message>
        <source>Mapping the project&apos;s clips…</source>
        <translation>Die Clips des Projekts werden zugeordnet …</translation>
    </message>
    <message>
        <source>Comparing words…</source>
        <translation>Wörter werden verglichen …</translation>
    </message>
    <message>
        <source>Mapping by a table</source>
        <translation>Zuordnung nach einer Tabelle</translation>
    </message>
    <message>
        <source>Share of an object</source>
        <translation>Anteil eines Objekts</translation>
    </message>
    <message>
        <source>Mapping as analysed</source>
        <translation>Zuordnung wie analysiert</translation>
    </message>
    <message>
        <source>Effect of the changes on the events</source>
        <translation>Was die Änderungen mit den Ereignissen machen</translation>
    </message>
    <message>
        <source>An object whose largest cosine is below this goes to no event.</source>
        <translation>Ein Objekt, dessen größter Kosinus darunter liegt, geht an kein Ereignis.</translation>
    </message>
    <message>
        <source>Cosine cut-off</source>
        <translation>Grenze des Kosinus</translation>
    </message>
    <message>
        <source>How the objects of the open clip are assigned to events is shown here.</source>
        <translation>Hier steht, wie die Objekte des offenen Clips den Ereignissen zugeordnet sind.</translation>
    </message>
    <message>
        <source>Maps the objects of all clips of the project this way, without analysing their pictures again.</source>
        <translation>Ordnet die Objekte aller Clips des Projekts so zu, ohne ihre Bilder noch einmal anzusehen.</translation>
    </message>
    <message>
        <source>Different mapping rule</source>
        <translation>Andere Regel der Zuordnung</translation>
    </message>
    <message>
        <source>Mapping cut-off</source>
        <translation>Grenze der Zuordnung</translation>
    </message>
    <message>
        <source>Mapping temperature</source>
        <translation>Temperatur der Zuordnung</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <extracomment>An object and the sum of its shares.</extracomment>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Shares that add up to more than 100 % count what was seen more than once: %1.</source>
        <translation>Anteile, die zusammen mehr als 100 % ergeben, zählen Gesehenes mehrfach: %1.</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MappingService</name>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MediaAhead</name>
    <message>
        <source>Preparing recordings</source>
        <translation>Aufnahmen vorbereiten</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MediaClips</name>
    <message>
        <source>Loading the window…</source>
        <translation>Das Fenster wird geladen …</translation>
    </message>
    <message>
        <source>Loading the clip…</source>
        <translation>Der Clip wird geladen …</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MethodComparison</name>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MethodPicturesDelegate</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MissingModelsBar</name>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen …</translation>
    </message>
    <message>
        <source>Not everything was analysed. Missing models: %1</source>
        <translation>Nicht alles wurde analysiert. Fehlende Modelle: %1</translation>
    </message>
    <message>
        <source>Not analysed: no models. Missing: %1</source>
        <translation>Nicht analysiert: keine Modelle. Es fehlen: %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ModelCard</name>
    <message>
        <source>Not registered: no objects are named in key frames.</source>
        <translation>Nicht angemeldet: In Schlüsselbildern werden keine Objekte benannt.</translation>
    </message>
    <message>
        <source>Not registered: objects are not assigned to events.</source>
        <translation>Nicht angemeldet: Objekte werden keinen Ereignissen zugeordnet.</translation>
    </message>
    <message>
        <source>not known for certain; the length and the contents are checked</source>
        <translation>nicht sicher bekannt; geprüft werden Länge und Inhalt</translation>
    </message>
    <message>
        <source>begins with %1; no more of it is published</source>
        <translation>beginnt mit %1; mehr davon ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Published files</source>
        <translation>Veröffentlichte Dateien</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>✓ %1 (%2)</source>
        <translation>✓ %1 (%2)</translation>
    </message>
    <message>
        <source>demo: knows drawn pictures and synthesised sounds only</source>
        <translation>Demo: kennt nur gezeichnete Bilder und künstliche Klänge</translation>
    </message>
    <message>
        <source>untrained, with random weights</source>
        <translation>untrainiert, mit zufälligen Gewichten</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Published: none. Train a network in a project, or choose the file of a colleague.</source>
        <translation>Veröffentlicht: keines. Trainieren Sie ein Netz in einem Projekt, oder wählen Sie die Datei einer Kollegin.</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>not known for certain</source>
        <translation>nicht sicher bekannt</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Continue (%1 are there)</source>
        <translation>Fortsetzen (%1 sind da)</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>It is registered already.</source>
        <translation>Es ist schon angemeldet.</translation>
    </message>
    <message>
        <source>Download it, check it and register it</source>
        <translation>Herunterladen, prüfen und anmelden</translation>
    </message>
    <message>
        <source>Word vectors (*.txt *.vectors);;All files (*)</source>
        <translation>Wortvektoren (*.txt *.vectors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>✓ Checked and registered.</source>
        <translation>✓ Geprüft und angemeldet.</translation>
    </message>
    <message>
        <source>✓ Registered. %1</source>
        <translation>✓ Angemeldet. %1</translation>
    </message>
    <message>
        <source>Cancelled. What was downloaded is kept, to be continued.</source>
        <translation>Abgebrochen. Was schon geladen ist, bleibt und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Key frames: AlexNet</source>
        <translation>Schlüsselbilder: AlexNet</translation>
    </message>
    <message>
        <source>Objects: Inception-v4</source>
        <translation>Objekte: Inception-v4</translation>
    </message>
    <message>
        <source>Events of objects: word vectors</source>
        <translation>Ereignisse zu Objekten: Wortvektoren</translation>
    </message>
    <message>
        <source>Not registered: key frames are taken at equal intervals.</source>
        <translation>Nicht registriert: Schlüsselbilder werden in gleichen Abständen genommen.</translation>
    </message>
    <message>
        <source>Sound: audio tagger</source>
        <translation>Ton: Audio-Tagger</translation>
    </message>
    <message>
        <source>No audio tagger yet: clips have no activations and no audio probabilities. Fetch PANNs, choose YAMNet&apos;s description (yamnet.json, with its .onnx file beside it) or that of another network, or import only its scores into a project.</source>
        <translation>Noch kein Audio-Tagger: Clips haben keine Aktivierungen und keine Audiowahrscheinlichkeiten. PANNs herunterladen, die Beschreibung von YAMNet (yamnet.json, die .onnx-Datei daneben) oder die eines anderen Netzes wählen, oder nur seine Werte in ein Projekt importieren.</translation>
    </message>
    <message>
        <source>Taggers (*.json *.safetensors *.pth *.pt);;All files (*)</source>
        <translation>Tagger (*.json *.safetensors *.pth *.pt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Weights and word vectors have licences of their own and are not part of Tagscope. Each is checked by loading it before it is registered; nothing in a file is ever executed.</source>
        <translation>Gewichte und Wortvektoren haben eigene Lizenzen und sind nicht Teil von Tagscope. Jede Datei wird geprüft, indem sie geladen wird, bevor sie angemeldet wird; nichts in einer Datei wird je ausgeführt.</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Fetch all that are missing</source>
        <translation>Alle fehlenden holen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ModelsFeature</name>
    <message>
        <source>&amp;Models…</source>
        <translation>M&amp;odelle …</translation>
    </message>
    <message>
        <source>Other models are registered: clips are analysed with them now.</source>
        <translation>Andere Modelle sind angemeldet: Clips werden jetzt mit ihnen analysiert.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::NumberBox</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays.</source>
        <translation>„%1“ ist keine Zahl; es bleibt bei %2.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ObjectTableModel</name>
    <message>
        <source>object %1</source>
        <translation>Objekt %1</translation>
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
    <name>tagscope::ui::PairedDifference</name>
    <message>
        <source>Difference of operating points</source>
        <translation>Unterschied der Arbeitspunkte</translation>
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
    <message>
        <source>The recording has no video track.</source>
        <translation>Die Aufnahme hat keine Videospur.</translation>
    </message>
    <message>
        <source>The pictures cannot be shown.</source>
        <translation>Die Bilder können nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PlanForm</name>
    <message>
        <source>The share of the clips that every annotator gets</source>
        <translation>Der Anteil der Clips, den alle bekommen</translation>
    </message>
    <message>
        <source>The share of the clips whose answers are known; only the lead sees which</source>
        <translation>Der Anteil der Clips mit bekannten Antworten; welche das sind, sieht nur die Leitung</translation>
    </message>
    <message>
        <source>names, separated by commas</source>
        <translation>Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Each clip with all its labels</source>
        <translation>Jeder Clip mit allen seinen Labels</translation>
    </message>
    <message>
        <source>By which clips are chosen; no task says which</source>
        <translation>Wonach Clips gewählt werden; keine Aufgabe verrät es</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>One pair of the order in this many is drawn at random</source>
        <translation>Eines von so vielen Paaren der Reihenfolge wird zufällig gezogen</translation>
    </message>
    <message>
        <source>The same seed makes the same plan</source>
        <translation>Derselbe Seed ergibt denselben Plan</translation>
    </message>
    <message>
        <source>is made where it is not there</source>
        <translation>wird angelegt, wo es ihn nicht gibt</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>You accept each of them, or take it for an event that is there</source>
        <translation>Sie nehmen jedes davon auf, oder als eines, das da ist</translation>
    </message>
    <message>
        <source>They may na&amp;me events that the project does not have</source>
        <translation>Sie dürfen Ereignisse nennen, die dem Projekt &amp;fehlen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::Playback</name>
    <message numerus="yes">
        <source>The sound broke off %n time(s), as the computer was busy.</source>
        <translation>
            <numerusform>Der Ton setzte %n-mal aus, weil der Rechner beschäftigt war.</numerusform>
            <numerusform>Der Ton setzte %n-mal aus, weil der Rechner beschäftigt war.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sound cannot be played.</source>
        <translation>Der Ton kann nicht abgespielt werden.</translation>
    </message>
    <message>
        <source>The pictures cannot be shown.</source>
        <translation>Die Bilder können nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PlaybackFeature</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play the &amp;selection</source>
        <translation>Aus&amp;wahl abspielen</translation>
    </message>
    <message>
        <source>&amp;Loop the selection, or the clip</source>
        <translation>Auswahl oder Clip wieder&amp;holen</translation>
    </message>
    <message>
        <source>&amp;Clear the selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>P&amp;revious picture</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Sl&amp;ower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>Sound on or &amp;off</source>
        <translation>&amp;Ton an oder aus</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>Normal&amp;e Geschwindigkeit</translation>
    </message>
    <message>
        <source>Sound &amp;device</source>
        <translation>Ton&amp;gerät</translation>
    </message>
    <message>
        <source>&amp;Hear what the network hears</source>
        <translation>&amp;Hören, was das Netz hört</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PointLibrary</name>
    <message>
        <source>Operating points</source>
        <translation>Arbeitspunkte</translation>
    </message>
    <message>
        <source>%1 has been saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 is now applied to the project&apos;s clips.</source>
        <translation>%1 gilt von nun an für die Clips des Projekts.</translation>
    </message>
    <message>
        <source>%1 has been removed; the history keeps it.</source>
        <translation>%1 ist entfernt; der Verlauf behält ihn.</translation>
    </message>
    <message>
        <source>The operating points of %1 have been imported.</source>
        <translation>Die Arbeitspunkte aus %1 sind importiert.</translation>
    </message>
    <message>
        <source>%1 has been written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PrCurve</name>
    <message>
        <source>Precision and recall</source>
        <translation>Präzision und Ausbeute</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Ausbeute</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>No clip of the split has this label.</source>
        <translation>Kein Clip der Teilmenge hat dieses Label.</translation>
    </message>
    <message>
        <source>Drag the solid mark along the curve, or press the arrow keys. The hollow mark is the saved point.</source>
        <translation>Ziehen Sie die volle Marke die Kurve entlang, oder drücken Sie die Pfeiltasten. Die hohle Marke ist der gespeicherte Punkt.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PrintSizeForm</name>
    <message>
        <source>one column</source>
        <translation>eine Spalte</translation>
    </message>
    <message>
        <source>two columns</source>
        <translation>zwei Spalten</translation>
    </message>
    <message>
        <source>slide</source>
        <translation>Folie</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> dots per inch</source>
        <translation> Punkte je Zoll</translation>
    </message>
    <message>
        <source>as on the screen</source>
        <translation>wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>&amp;Letters</source>
        <translation>Bu&amp;chstaben</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>Au&amp;flösung</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProgressView</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>By annotator</source>
        <translation>Nach Person</translation>
    </message>
    <message>
        <source>By event</source>
        <translation>Nach Ereignis</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Nobody has a task or has judged anything yet. “Plan an audit…” in the menu Audit hands tasks out; merging brings back what was judged.</source>
        <translation>Noch hat niemand eine Aufgabe oder etwas beurteilt. „Prüfung planen …“ im Menü Prüfung teilt Aufgaben aus; das Zusammenführen bringt Beurteiltes zurück.</translation>
    </message>
    <message>
        <source>By order</source>
        <translation>Nach Reihenfolge</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectAnalyses</name>
    <message>
        <source>Analysis of a clip</source>
        <translation>Analyse eines Clips</translation>
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
    <message>
        <source>The tags are not known yet.</source>
        <translation>Die Schlagwörter sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Tags and weak labels are the same.</source>
        <translation>Schlagwörter und schwache Labels sind gleich.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Labelled and not tagged: %1</source>
        <translation>Mit Label, ohne Schlagwort: %1</translation>
    </message>
    <message>
        <source>Tagged and not labelled: %1</source>
        <translation>Mit Schlagwort, ohne Label: %1</translation>
    </message>
    <message>
        <source>✓ heard</source>
        <translation>✓ gehört</translation>
    </message>
    <message>
        <source>✗ not heard: %1</source>
        <translation>✗ nicht gehört: %1</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>The clip&apos;s name</source>
        <translation>Der Name des Clips</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>The split that the clip belongs to</source>
        <translation>Die Teilmenge, zu der der Clip gehört</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>The weak labels of the lists</source>
        <translation>Die schwachen Labels der Listen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>−: labelled and not tagged; +: tagged and not labelled</source>
        <translation>−: mit Label, ohne Schlagwort; +: mit Schlagwort, ohne Label</translation>
    </message>
    <message>
        <source>|p − t|</source>
        <translation>|p − t|</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Of the clip</source>
        <translation>Des Clips</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From the probabilities stored in the project, or the clip&apos;s analysis, with the current weights and thresholds</source>
        <translation>Nach den Wahrscheinlichkeiten, die das Projekt speichert, oder der Analyse des Clips, bei den jetzt geltenden Gewichten und Schwellen</translation>
    </message>
    <message>
        <source>The largest distance of a probability from its threshold, among the events on which tags and labels disagree</source>
        <translation>Der größte Abstand einer Wahrscheinlichkeit von ihrer Schwelle unter den Ereignissen, bei denen Schlagwörter und Labels einander widersprechen</translation>
    </message>
    <message>
        <source>Whether the labelled events are known to be heard: from strong lists and verdicts</source>
        <translation>Ob bekannt ist, dass die Ereignisse der Labels zu hören sind: durch starke Listen und Urteile</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>How far the analysis has got in this session; scored: its probabilities are stored in the project</source>
        <translation>Wie weit die Analyse in dieser Sitzung ist; bewertet: die Wahrscheinlichkeiten sind im Projekt gespeichert</translation>
    </message>
    <message>
        <source>Not analysed: no models</source>
        <translation>Nicht analysiert: keine Modelle</translation>
    </message>
    <message>
        <source>⚠ Analysed, but the recording misleads</source>
        <translation>⚠ Analysiert, aber die Aufnahme täuscht</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>⚠ The recording misleads</source>
        <translation>⚠ Die Aufnahme täuscht</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectClips</name>
    <message>
        <source>Opening the project…</source>
        <translation>Das Projekt wird geöffnet …</translation>
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
        <source>✗ The activations of %1 cannot be shown: %2</source>
        <translation>✗ Die Aktivierungen von %1 können nicht gezeigt werden: %2</translation>
    </message>
    <message>
        <source>Activations: %1</source>
        <translation>Aktivierungen: %1</translation>
    </message>
    <message>
        <source>The project has no clips yet. To add some, drop a list of labels here, or choose Import into the project… in the Project menu.</source>
        <translation>Das Projekt hat noch keine Clips. Legen Sie eine Labelliste hier ab, oder wählen Sie im Menü Projekt „In das Projekt importieren …“.</translation>
    </message>
    <message>
        <source>Analysing the sound with %1…</source>
        <translation>Der Ton wird mit %1 analysiert …</translation>
    </message>
    <message>
        <source>The recording of this clip was never found, so there is nothing to play or to show. %1
Choose Locate missing media… in the Project menu.</source>
        <translation>Die Aufnahme dieses Clips wurde nie gefunden; es gibt nichts abzuspielen oder zu zeigen. %1
Wählen Sie „Fehlende Medien suchen …“ im Menü „Projekt“.</translation>
    </message>
    <message>
        <source>The recording of this clip is missing: %1
%2
Put it back there, or choose Locate missing media… in the Project menu.</source>
        <translation>Die Aufnahme dieses Clips fehlt: %1
%2
Legen Sie sie dorthin zurück, oder wählen Sie „Fehlende Medien suchen …“ im Menü „Projekt“.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectEdits</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>importing verdicts or regions</source>
        <translation>Importieren von Urteilen oder Bereichen</translation>
    </message>
    <message>
        <source>importing clips and labels</source>
        <translation>Clips und Labels importieren</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectPanel</name>
    <message>
        <source>Order of the clips</source>
        <translation>Reihenfolge der Clips</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>Clips of the project</source>
        <translation>Clips des Projekts</translation>
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
    <message>
        <source>&amp;Selected clips</source>
        <translation>&amp;Gewählte Clips</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the clips as a table with all columns, or as a list with pictures</source>
        <translation>Die Clips als Tabelle mit allen Spalten zeigen oder als Liste mit Bildern</translation>
    </message>
    <message>
        <source> · selected: %1</source>
        <translation> · gewählt: %1</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>&amp;Analysieren</translation>
    </message>
    <message>
        <source>Move to &amp;split</source>
        <translation>In &amp;Teilmenge verschieben</translation>
    </message>
    <message>
        <source>&amp;Another split…</source>
        <translation>&amp;Andere Teilmenge …</translation>
    </message>
    <message>
        <source>&amp;Copy names</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>Select a&amp;ll that are shown</source>
        <translation>Alle gezeigten aus&amp;wählen</translation>
    </message>
    <message>
        <source>Move to a split</source>
        <translation>In eine Teilmenge verschieben</translation>
    </message>
    <message>
        <source>Name of the split</source>
        <translation>Name der Teilmenge</translation>
    </message>
    <message>
        <source>&amp;Give label</source>
        <translation>Label &amp;geben</translation>
    </message>
    <message>
        <source>&amp;Take label</source>
        <translation>Label &amp;nehmen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RecordingService</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionBar</name>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Who marks the regions; click to change the name</source>
        <translation>Wer die Abschnitte markiert; zum Ändern des Namens klicken</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>&amp;Reaction:</source>
        <translation>&amp;Reaktion:</translation>
    </message>
    <message>
        <source>Region ends here</source>
        <translation>Abschnitt endet hier</translation>
    </message>
    <message>
        <source>Region begins here</source>
        <translation>Abschnitt beginnt hier</translation>
    </message>
    <message>
        <source>Mark a region of the chosen event while the clip plays</source>
        <translation>Einen Abschnitt des gewählten Ereignisses beim Abspielen markieren</translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation>Ihr Name…</translation>
    </message>
    <message>
        <source>How far a key press lags behind the sound. While the clip plays, both ends of a region marked with the key are moved back by this time, scaled by the playback speed.</source>
        <translation>Wie spät eine Taste auf das folgt, was zu hören ist. Beim Abspielen werden beide Enden eines Abschnitts, der mit der Taste markiert wird, um diese Zeit zurückgesetzt, bei anderem Tempo um so viel, wie darin abgespielt wurde.</translation>
    </message>
    <message>
        <source>Ends that are dragged snap to the playhead, the selection, other regions, tenths of a second and the clip&apos;s ends. Hold Alt to invert this.</source>
        <translation>Enden, die gezogen werden, rasten ein: an der Abspielmarke, an der Auswahl, an anderen Abschnitten, an Zehntelsekunden und an den Enden des Clips. Mit Alt gilt es umgekehrt.</translation>
    </message>
    <message>
        <source>The region grows with the playhead; Esc discards it</source>
        <translation>Der Abschnitt wächst mit der Abspielmarke; Esc verwirft ihn</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionByKey</name>
    <message>
        <source>%1 begins at %2 s. Press the key again where it ends.</source>
        <translation>%1 beginnt bei %2 s. Drücken Sie die Taste wieder, wo es endet.</translation>
    </message>
    <message>
        <source>Regions can only be marked in a project&apos;s clips.</source>
        <translation>Abschnitte lassen sich nur bei Clips eines Projekts markieren.</translation>
    </message>
    <message>
        <source>Choose an event first: a region belongs to an event.</source>
        <translation>Wählen Sie zuerst ein Ereignis: ein Abschnitt gehört zu einem Ereignis.</translation>
    </message>
    <message>
        <source>The region in progress was discarded.</source>
        <translation>Der begonnene Abschnitt ist verworfen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionDialog</name>
    <message>
        <source>Region as numbers</source>
        <translation>Abschnitt als Zahlen</translation>
    </message>
    <message>
        <source>Start in seconds</source>
        <translation>Beginn in Sekunden</translation>
    </message>
    <message>
        <source>End in seconds</source>
        <translation>Ende in Sekunden</translation>
    </message>
    <message>
        <source>Lowest frequency in hertz</source>
        <translation>Tiefste Frequenz in Hertz</translation>
    </message>
    <message>
        <source>Highest frequency in hertz</source>
        <translation>Höchste Frequenz in Hertz</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>full height</source>
        <translation>ganze Höhe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Event:</source>
        <translation>&amp;Ereignis:</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>&amp;Zeiten:</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>&amp;Frequencies:</source>
        <translation>&amp;Frequenzen:</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>&amp;Confidence:</source>
        <translation>&amp;Sicherheit:</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>Type the start and the end in seconds.</source>
        <translation>Beginn und Ende in Sekunden eintippen.</translation>
    </message>
    <message>
        <source>The times must lie in the clip: between 0 and %1 s.</source>
        <translation>Die Zeiten müssen im Clip liegen: zwischen 0 und %1 s.</translation>
    </message>
    <message>
        <source>The end must come at least %1 s after the start.</source>
        <translation>Das Ende muss mindestens %1 s nach dem Beginn kommen.</translation>
    </message>
    <message>
        <source>Type both frequencies in hertz, or neither for the full height.</source>
        <translation>Beide Frequenzen in Hertz eintippen, oder keine für die ganze Höhe.</translation>
    </message>
    <message>
        <source>The highest frequency must be above the lowest, and neither below 0.</source>
        <translation>Die höchste Frequenz muss über der tiefsten liegen, und keine unter 0.</translation>
    </message>
    <message>
        <source>The confidence is a number, or nothing.</source>
        <translation>Die Sicherheit ist eine Zahl oder nichts.</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionEditor</name>
    <message>
        <source>at the playhead</source>
        <translation>an der Abspielmarke</translation>
    </message>
    <message>
        <source>at the selection</source>
        <translation>an der Auswahl</translation>
    </message>
    <message>
        <source>at a region</source>
        <translation>an einem Abschnitt</translation>
    </message>
    <message>
        <source>at a tenth of a second</source>
        <translation>an einer Zehntelsekunde</translation>
    </message>
    <message>
        <source>at the clip&apos;s end</source>
        <translation>am Ende des Clips</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionListDialog</name>
    <message>
        <source>Regions of the project</source>
        <translation>Regionen des Projekts</translation>
    </message>
    <message>
        <source>Search in clips, events, annotators, sources and notes</source>
        <translation>In Clips, Ereignissen, Annotierenden, Quellen und Notizen suchen</translation>
    </message>
    <message>
        <source>Search regions</source>
        <translation>Regionen suchen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Change as numbers…</source>
        <translation>Als Zahlen ä&amp;ndern…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>changing a region of %1</source>
        <translation>Region von %1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>deleting %n region(s)</source>
        <translation>
            <numerusform>%n Region löschen</numerusform>
            <numerusform>%n Regionen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions: %1</source>
        <translation>Regionen: %1</translation>
    </message>
    <message>
        <source>Regions: %1 of %2</source>
        <translation>Regionen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionListModel</name>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Start (s)</source>
        <translation>Beginn (s)</translation>
    </message>
    <message>
        <source>End (s)</source>
        <translation>Ende (s)</translation>
    </message>
    <message>
        <source>Low (Hz)</source>
        <translation>Tief (Hz)</translation>
    </message>
    <message>
        <source>High (Hz)</source>
        <translation>Hoch (Hz)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>List of regions</source>
        <translation>Liste der Abschnitte</translation>
    </message>
    <message>
        <source>Order of regions</source>
        <translation>Ordnung der Abschnitte</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionMarking</name>
    <message>
        <source>The region&apos;s onset is held.</source>
        <translation>Der Anfang des Abschnitts ist gefasst.</translation>
    </message>
    <message>
        <source>The region&apos;s offset is held.</source>
        <translation>Das Ende des Abschnitts ist gefasst.</translation>
    </message>
    <message>
        <source>The whole region is held.</source>
        <translation>Der ganze Abschnitt ist gefasst.</translation>
    </message>
    <message>
        <source>Choose a region first: click on one of yours, or go to the next one.</source>
        <translation>Wählen Sie zuerst einen Abschnitt: klicken Sie auf einen eigenen, oder gehen Sie zum nächsten.</translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation>%1 markieren</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>%1–%2 s  ·  %3 s  ·  %4</source>
        <extracomment>A region&apos;s onset, offset, length and event.</extracomment>
        <translation>%1–%2 s  ·  %3 s  ·  %4</translation>
    </message>
    <message>
        <source>You have marked no region in this clip.</source>
        <translation>Sie haben in diesem Clip keinen Abschnitt markiert.</translation>
    </message>
    <message>
        <source>Regions can only be marked in a project&apos;s clips.</source>
        <translation>Abschnitte lassen sich nur bei Clips eines Projekts markieren.</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>The region overlaps and touches no other of its event, band and channel.</source>
        <translation>Der Abschnitt überlappt und berührt keinen anderen seines Ereignisses, Bandes und Kanals.</translation>
    </message>
    <message>
        <source>join %1</source>
        <translation>%1 vereinen</translation>
    </message>
    <message>
        <source>%1  ·  %2–%3 Hz</source>
        <translation>%1  ·  %2–%3 Hz</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionsFeature</name>
    <message>
        <source>Region &amp;begins or ends here</source>
        <translation>Abschnitt &amp;beginnt oder endet hier</translation>
    </message>
    <message>
        <source>&amp;Mark the selection as a region</source>
        <translation>Auswahl als Abschnitt &amp;markieren</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>&amp;Nächster Abschnitt</translation>
    </message>
    <message>
        <source>&amp;Previous region</source>
        <translation>&amp;Voriger Abschnitt</translation>
    </message>
    <message>
        <source>P&amp;lay the region</source>
        <translation>Abschnitt abs&amp;pielen</translation>
    </message>
    <message>
        <source>&amp;Hold the onset, the offset or both</source>
        <translation>Anfang, Ende oder beide &amp;fassen</translation>
    </message>
    <message>
        <source>&amp;Earlier by 10 ms</source>
        <translation>Um 10 ms frü&amp;her</translation>
    </message>
    <message>
        <source>La&amp;ter by 10 ms</source>
        <translation>Um 10 ms &amp;später</translation>
    </message>
    <message>
        <source>Earl&amp;ier by 100 ms</source>
        <translation>Um 100 ms f&amp;rüher</translation>
    </message>
    <message>
        <source>Late&amp;r by 100 ms</source>
        <translation>Um 100 ms spä&amp;ter</translation>
    </message>
    <message>
        <source>&amp;Delete the region</source>
        <translation>Abschnitt &amp;löschen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>✗ The regions were not changed: %1</source>
        <translation>✗ Die Abschnitte bleiben, wie sie waren: %1</translation>
    </message>
    <message>
        <source>Select part of the clip first, for example by dragging in the waveform.</source>
        <translation>Wählen Sie zuerst ein Stück des Clips aus: ziehen Sie etwa in der Wellenform.</translation>
    </message>
    <message>
        <source>Choose an event first: a region belongs to an event.</source>
        <translation>Wählen Sie zuerst ein Ereignis: ein Abschnitt gehört zu einem Ereignis.</translation>
    </message>
    <message>
        <source>Regions are stored under the name of their annotator. Yours:</source>
        <translation>Abschnitte werden unter dem Namen dessen aufbewahrt, der sie markiert hat. Ihrer:</translation>
    </message>
    <message>
        <source>T&amp;ype a region…</source>
        <translation>Abschnitt ein&amp;tippen …</translation>
    </message>
    <message>
        <source>Ch&amp;ange as numbers…</source>
        <translation>Als &amp;Zahlen ändern …</translation>
    </message>
    <message>
        <source>&amp;Join with those that it overlaps</source>
        <translation>Mit überlappten &amp;vereinen</translation>
    </message>
    <message>
        <source>Regions can only be marked in a project&apos;s clips.</source>
        <translation>Abschnitte lassen sich nur bei Clips eines Projekts markieren.</translation>
    </message>
    <message>
        <source>Choose a region first: click on one of yours, or go to the next one.</source>
        <translation>Wählen Sie zuerst einen Abschnitt: klicken Sie auf einen eigenen, oder gehen Sie zum nächsten.</translation>
    </message>
    <message>
        <source>&amp;All regions of the project…</source>
        <translation>&amp;Alle Regionen des Projekts…</translation>
    </message>
    <message>
        <source>Regions are listed once the session has ended.</source>
        <translation>Regionen werden aufgelistet, sobald die Sitzung beendet ist.</translation>
    </message>
    <message>
        <source>First open the project whose regions you want to see.</source>
        <translation>Öffnen Sie zuerst das Projekt, dessen Regionen Sie sehen wollen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RemarkView</name>
    <message>
        <source>A&amp;dd as a new event</source>
        <translation>Als neues Ereignis &amp;aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Take for this event</source>
        <translation>Als &amp;dieses Ereignis nehmen</translation>
    </message>
    <message>
        <source>No e&amp;vent</source>
        <translation>&amp;Kein Ereignis</translation>
    </message>
    <message>
        <source>Flag is &amp;settled</source>
        <translation>Markierung ist &amp;erledigt</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Flags and new events</source>
        <translation>Markierungen und neue Ereignisse</translation>
    </message>
    <message>
        <source>The project gets an event of this name; whoever named it is noted to have heard it there</source>
        <translation>Das Projekt bekommt ein Ereignis dieses Namens; wer es nannte, hat es dort vermerkt gehört</translation>
    </message>
    <message>
        <source>The event that is meant</source>
        <translation>Das Ereignis, das gemeint ist</translation>
    </message>
    <message>
        <source>Whoever named it is noted to have heard that event there</source>
        <translation>Wer es nannte, hat dieses Ereignis dort vermerkt gehört</translation>
    </message>
    <message>
        <source>It is to be no event of the project</source>
        <translation>Es soll kein Ereignis des Projekts sein</translation>
    </message>
    <message>
        <source>⚑ flag</source>
        <translation>⚑ Markierung</translation>
    </message>
    <message>
        <source>new event: %1</source>
        <translation>neues Ereignis: %1</translation>
    </message>
    <message>
        <source>new event %1</source>
        <translation>neues Ereignis %1</translation>
    </message>
    <message>
        <source>settling a flag</source>
        <translation>Erledigen einer Markierung</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ReportTableModel</name>
    <message>
        <source>Micro F1, % (95 % interval)</source>
        <translation>Mikro-F1, % (95-%-Intervall)</translation>
    </message>
    <message>
        <source>%1  (%2 to %3)</source>
        <translation>%1  (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>The system has no scores for these clips.</source>
        <translation>Das System hat keine Bewertungen dieser Clips.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s): precision %1, recall %2, macro F1 %3, macro F1 as the organisers compute it %4, mean average precision %5 (%)</source>
        <translation>
            <numerusform>%n Clip: Präzision %1, Ausbeute %2, Makro-F1 %3, Makro-F1 nach Lesart der Veranstalter %4, mittlere durchschnittliche Präzision %5 (%)</numerusform>
            <numerusform>%n Clips: Präzision %1, Ausbeute %2, Makro-F1 %3, Makro-F1 nach Lesart der Veranstalter %4, mittlere durchschnittliche Präzision %5 (%)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, within chance</source>
        <translation>%1, im Rahmen des Zufalls</translation>
    </message>
    <message>
        <source>%1 on the clips it was tuned on</source>
        <translation>%1 auf den Clips, auf denen abgestimmt wurde</translation>
    </message>
    <message>
        <source>%1 on new clips; %2 on those it was tuned on</source>
        <translation>%1 auf neuen Clips; %2 auf denen, auf denen abgestimmt wurde</translation>
    </message>
    <message>
        <source>Points of micro F1, with the interval from a paired bootstrap over the clips. None on clips that one of the two was tuned on.</source>
        <translation>Punkte des Mikro-F1, mit dem Intervall eines gepaarten Bootstraps über die Clips. Keine auf Clips, auf denen eines der beiden abgestimmt wurde.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RevisionEffectModel</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>v</source>
        <translation>v</translation>
    </message>
    <message>
        <source>v now</source>
        <translation>v jetzt</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p now</source>
        <translation>p jetzt</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>Tagged in the analysis</source>
        <translation>In der Analyse verschlagwortet</translation>
    </message>
    <message>
        <source>Tagged with the changes</source>
        <translation>Mit den Änderungen verschlagwortet</translation>
    </message>
    <message>
        <source>Video probability, as analysed</source>
        <translation>Videowahrscheinlichkeit, wie analysiert</translation>
    </message>
    <message>
        <source>Video probability, with the changes</source>
        <translation>Videowahrscheinlichkeit, mit den Änderungen</translation>
    </message>
    <message>
        <source>Fused probability, as analysed</source>
        <translation>Fusionierte Wahrscheinlichkeit, wie analysiert</translation>
    </message>
    <message>
        <source>Fused probability, with the changes</source>
        <translation>Fusionierte Wahrscheinlichkeit, mit den Änderungen</translation>
    </message>
    <message>
        <source>Threshold of the fused probability</source>
        <translation>Schwelle der fusionierten Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Tagged with the changes, but not in the analysis.</source>
        <translation>Durch die Änderungen verschlagwortet; in der Analyse nicht.</translation>
    </message>
    <message>
        <source>Tagged in the analysis, but not with the changes.</source>
        <translation>In der Analyse verschlagwortet; mit den Änderungen nicht mehr.</translation>
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
    <message>
        <source>trained on audited labels</source>
        <translation>aus geprüften Labels gelernt</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ScoreDistribution</name>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>fused probability</source>
        <translation>fusionierte Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>% of the clips</source>
        <translation>% der Clips</translation>
    </message>
    <message>
        <source>Filled: clips without the label; outlined: clips with it. Each as a percentage of its group.</source>
        <translation>Gefüllt: Clips ohne das Label; umrandet: Clips mit ihm. Jeweils in Prozent ihrer Gruppe.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SeenObjectModel</name>
    <message>
        <source>Click to see where in key frame %1 the network saw it</source>
        <translation>Klicken Sie, um zu sehen, wo im Schlüsselbild %1 das Netz es sah</translation>
    </message>
    <message>
        <source>Not among the ten objects of key frame %1</source>
        <translation>Nicht unter den zehn Objekten des Schlüsselbilds %1</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Probability in key frame %1</source>
        <translation>Wahrscheinlichkeit im Schlüsselbild %1</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>One of the 1,000 ImageNet classes</source>
        <translation>Eine der 1.000 ImageNet-Klassen</translation>
    </message>
    <message>
        <source>The event that received the object&apos;s probability; bold: the chosen event</source>
        <translation>Das Ereignis, das die Wahrscheinlichkeit des Objekts erhielt; fett: das gewählte Ereignis</translation>
    </message>
    <message>
        <source>Similarity of the two names&apos; word vectors, −1 to 1</source>
        <translation>Ähnlichkeit der Wortvektoren beider Namen, −1 bis 1</translation>
    </message>
    <message>
        <source>Probability over all key frames; the ten add up to 1</source>
        <translation>Wahrscheinlichkeit über alle Schlüsselbilder; die zehn ergeben zusammen 1</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugeordnet</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SoundService</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The sound cannot be read.</source>
        <translation>Der Ton kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SpectrogramDialog</name>
    <message>
        <source>%1 samples</source>
        <translation>%1 Abtastwerte</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source>Sho&amp;ws</source>
        <translation>&amp;Zeigt</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Umfang</translation>
    </message>
    <message>
        <source>Window &amp;length</source>
        <translation>Fenster&amp;länge</translation>
    </message>
    <message>
        <source>Spectrogram settings</source>
        <translation>Einstellungen des Spektrogramms</translation>
    </message>
    <message>
        <source>Down from the loudest point of the clip; anything quieter gets the colour of silence.</source>
        <translation>Vom Lautesten des Clips abwärts; was leiser ist, erhält die Farbe der Stille.</translation>
    </message>
    <message>
        <source>A longer window separates frequencies, a shorter one moments.</source>
        <translation>Ein längeres Fenster trennt Frequenzen, ein kürzeres Augenblicke.</translation>
    </message>
    <message>
        <source>Window &amp;function</source>
        <translation>Fenster&amp;form</translation>
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
    <message>
        <source>Time in the clip (s)</source>
        <translation>Zeit im Clip (s)</translation>
    </message>
    <message>
        <source>σ</source>
        <extracomment>Standard deviations from the mean.</extracomment>
        <translation>σ</translation>
    </message>
    <message>
        <source>dBFS</source>
        <translation>dBFS</translation>
    </message>
    <message>
        <source>%1 Hz  ·  %2 dBFS</source>
        <translation>%1 Hz  ·  %2 dBFS</translation>
    </message>
    <message>
        <source>%1 σ  ·  %2</source>
        <translation>%1 σ  ·  %2</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>No CRNN has analysed this clip, so there is no normalisation to show. Choose the network input in dB, or register a CRNN.</source>
        <translation>Kein CRNN hat diesen Clip gehört, daher gibt es keine Normierung zu zeigen. Wählen Sie die Netzeingabe in dB, oder melden Sie ein CRNN an.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SpectrogramService</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::StagesFeature</name>
    <message>
        <source>%1 were never analysed, or have no pictures: they will be mapped when they are.</source>
        <translation>%1 wurden nie analysiert oder haben keine Bilder: Sie werden zugeordnet, sobald es so weit ist.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>Use the picture at the playhead as key f&amp;rame</source>
        <translation>Bild an der Abspielmarke als Schlüssel&amp;bild nehmen</translation>
    </message>
    <message>
        <source>&amp;Back to the analysis</source>
        <translation>&amp;Zurück zur Analyse</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Cancelled: the project is mapped as before.</source>
        <translation>Abgebrochen: Das Projekt ist zugeordnet wie zuvor.</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>Mapping of the project</source>
        <translation>Zuordnung des Projekts</translation>
    </message>
    <message>
        <source>As analysed</source>
        <translation>Wie analysiert</translation>
    </message>
    <message>
        <source>The project is being mapped.</source>
        <translation>Das Projekt wird zugeordnet.</translation>
    </message>
    <message>
        <source>Shown with your key frames and your mapping.</source>
        <translation>Gezeigt mit Ihren Schlüsselbildern und Ihrer Zuordnung.</translation>
    </message>
    <message>
        <source>Shown with your key frames.</source>
        <translation>Gezeigt mit Ihren Schlüsselbildern.</translation>
    </message>
    <message>
        <source>Shown with your mapping.</source>
        <translation>Gezeigt mit Ihrer Zuordnung.</translation>
    </message>
    <message>
        <source>✗ Your changes cannot be shown: %1</source>
        <translation>✗ Ihre Änderungen können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>The project now uses this mapping. Video probabilities changed in %1 of %2 clips, tags in %3 of %4 whose sound was analysed.</source>
        <translation>Das Projekt ist jetzt so zugeordnet. Die Videowahrscheinlichkeiten änderten sich in %1 von %2 Clips, die Schlagwörter in %3 von %4, deren Ton analysiert war.</translation>
    </message>
    <message>
        <source>The project is mapped as before.</source>
        <translation>Das Projekt ist zugeordnet wie zuvor.</translation>
    </message>
    <message>
        <source>The project uses the new mapping again.</source>
        <translation>Das Projekt ist wieder neu zugeordnet.</translation>
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
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen …</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>or drop video and sound files, folders, lists of labels or a project anywhere in this window.</source>
        <translation>oder legen Sie Video- und Tondateien, Ordner, Labellisten oder ein Projekt irgendwo in diesem Fenster ab.</translation>
    </message>
    <message>
        <source>Generated on this computer, with small models of its own: nothing is downloaded</source>
        <translation>Auf diesem Rechner erzeugt, mit eigenen kleinen Modellen: Nichts wird heruntergeladen</translation>
    </message>
    <message>
        <source>From media and lists of labels on this computer</source>
        <translation>Aus Medien und Labellisten auf diesem Rechner</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Recent media</source>
        <translation>Zuletzt geöffnete Medien</translation>
    </message>
    <message>
        <source>%1 no longer exists.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The published weights and word vectors, with which media of your own are analysed</source>
        <translation>Die veröffentlichten Gewichte und Wortvektoren, mit denen eigene Medien analysiert werden</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen …</translation>
    </message>
    <message>
        <source>Video and sound files of your own: tags, and why</source>
        <translation>Eigene Video- und Tondateien: Schlagwörter und ihre Gründe</translation>
    </message>
    <message>
        <source>Clips, labels, verdicts and runs</source>
        <translation>Clips, Labels, Urteile und Läufe</translation>
    </message>
    <message>
        <source>✗ %1  —  not found</source>
        <translation>✗ %1  —  nicht gefunden</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::StoredMarks</name>
    <message>
        <source>Recordings that mislead</source>
        <translation>Aufnahmen, die täuschen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TagChangeModel</name>
    <message>
        <source>+ gained</source>
        <translation>+ gewonnen</translation>
    </message>
    <message>
        <source>− lost</source>
        <translation>− verloren</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ richtig</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ falsch</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>By the labels</source>
        <translation>Nach den Labels</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>There is no other system for this split to compare with.</source>
        <translation>Es gibt auf dieser Teilmenge kein anderes System zum Vergleichen.</translation>
    </message>
    <message>
        <source>From %1 to %2, %3: %4 tags correctly gained and %5 wrongly, %6 correctly lost and %7 wrongly.</source>
        <translation>Von %1 zu %2, %3: %4 zu Recht und %5 zu Unrecht gewonnen, %6 zu Recht und %7 zu Unrecht verloren.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TakeOutDialog</name>
    <message>
        <source>verdicts with their history</source>
        <translation>Urteile mit ihrem Verlauf</translation>
    </message>
    <message>
        <source>regions that annotators marked</source>
        <translation>Abschnitte, die Annotierende markiert haben</translation>
    </message>
    <message>
        <source>labels corrected by the audit</source>
        <translation>Labels, durch die Prüfung berichtigt</translation>
    </message>
    <message>
        <source>labels that the audit changes, and why</source>
        <translation>Labels, die die Prüfung ändert, mit Gründen</translation>
    </message>
    <message>
        <source>Export labels and predictions</source>
        <translation>Labels und Vorhersagen exportieren</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>probabilities of clips</source>
        <translation>Wahrscheinlichkeiten der Clips</translation>
    </message>
    <message>
        <source>activations over time</source>
        <translation>Aktivierungen über die Zeit</translation>
    </message>
    <message>
        <source>verdicts of annotators</source>
        <translation>Urteile der Annotierenden</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>&amp;Was:</translation>
    </message>
    <message>
        <source>&amp;As:</source>
        <translation>&amp;Als:</translation>
    </message>
    <message>
        <source>O&amp;f the clips:</source>
        <translation>&amp;Von den Clips:</translation>
    </message>
    <message>
        <source>&amp;Operating point:</source>
        <translation>Arbeits&amp;punkt:</translation>
    </message>
    <message>
        <source>&amp;Probabilities:</source>
        <translation>Wahr&amp;scheinlichkeiten:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;Nach:</translation>
    </message>
    <message>
        <source>A new or empty directory</source>
        <translation>Ein neues oder leeres Verzeichnis</translation>
    </message>
    <message>
        <source>%1, a folder</source>
        <translation>%1, ein Ordner</translation>
    </message>
    <message>
        <source>%1, a list</source>
        <translation>%1, eine Liste</translation>
    </message>
    <message>
        <source>%1, one file per clip</source>
        <translation>%1, eine Datei je Clip</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neuester</translation>
    </message>
    <message>
        <source>No formulas in spread&amp;sheets</source>
        <translation>Keine Formeln in Tabellenkalkulationen (&amp;K)</translation>
    </message>
    <message>
        <source>detections: where activations are high</source>
        <translation>Detektionen: wo Aktivierungen hoch sind</translation>
    </message>
    <message>
        <source>addresses of missing media</source>
        <translation>Adressen fehlender Medien</translation>
    </message>
    <message>
        <source>The activation above which an event counts as detected; steps in a row are one region.</source>
        <translation>Die Aktivierung, über der ein Ereignis als erkannt gilt; aufeinanderfolgende Schritte sind ein Bereich.</translation>
    </message>
    <message>
        <source>Puts an apostrophe before names that a spreadsheet would run as a formula.</source>
        <translation>Setzt einen Apostroph vor Namen, die eine Tabellenkalkulation als Formel ausführen würde.</translation>
    </message>
    <message>
        <source>Abo&amp;ve:</source>
        <translation>Ü&amp;ber:</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ThresholdCurve</name>
    <message>
        <source>F1 over the threshold</source>
        <translation>F1 über der Schwelle</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Solid: F1 of the event; dotted: micro F1 of all. Drag the line to set the threshold; the dashed line is the saved one.</source>
        <translation>Durchgezogen: F1 des Ereignisses; gepunktet: Mikro-F1 aller. Ziehen Sie die Linie, um die Schwelle zu setzen; die gestrichelte Linie ist die gespeicherte.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ThumbnailService</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TimeOverlay</name>
    <message>
        <source>%1 – %2 s  ·  %3 s</source>
        <translation>%1 – %2 s  ·  %3 s</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::Tour</name>
    <message>
        <source>Skip the tour</source>
        <translation>Führung überspringen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The number of a step and how many there are.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrackFrame</name>
    <message>
        <source>Settings of this track: %1</source>
        <translation>Einstellungen dieser Spur: %1</translation>
    </message>
    <message>
        <source>Show this track: %1</source>
        <translation>Diese Spur zeigen: %1</translation>
    </message>
    <message>
        <source>Fold this track to a line: %1</source>
        <translation>Diese Spur zu einer Zeile falten: %1</translation>
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
    <name>tagscope::ui::TracksFeature</name>
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
        <source>E&amp;xport all tracks…</source>
        <translation>Alle Spuren e&amp;xportieren …</translation>
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
        <source>&amp;Tracks</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>Activations as &amp;curves</source>
        <translation>Aktivierungen als &amp;Kurven</translation>
    </message>
    <message>
        <source>&amp;Spectrogram</source>
        <translation>&amp;Spektrogramm</translation>
    </message>
    <message>
        <source>&amp;All frequencies</source>
        <translation>&amp;Alle Frequenzen</translation>
    </message>
    <message>
        <source>&amp;Back to the previous view</source>
        <translation>&amp;Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>&amp;Spectrogram settings…</source>
        <translation>&amp;Einstellungen des Spektrogramms …</translation>
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
    <message>
        <source>Events for class F1</source>
        <translation>Ereignisse des Klassen-F1</translation>
    </message>
    <message>
        <source>Batches are only shown for a run that is training now.</source>
        <translation>Stapel werden von einem Lauf gezeigt, der gerade trainiert.</translation>
    </message>
    <message>
        <source>Both fall while it learns.</source>
        <translation>Beide fallen, solange es lernt.</translation>
    </message>
    <message>
        <source>Higher is better; the best is kept.</source>
        <translation>Höher ist besser; das Beste bleibt.</translation>
    </message>
    <message>
        <source>0: the event is never found.</source>
        <translation>0: Das Ereignis wird nie gefunden.</translation>
    </message>
    <message>
        <source>Falls where the loss stays level.</source>
        <translation>Fällt, wo der Verlust stehen bleibt.</translation>
    </message>
    <message>
        <source>Falls while others use the machine.</source>
        <translation>Fällt, wenn andere rechnen.</translation>
    </message>
    <message>
        <source>What the training takes of it.</source>
        <translation>Was das Training davon belegt.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingFeature</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
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
        <source>Scoring the clips</source>
        <translation>Clips bewerten</translation>
    </message>
    <message>
        <source>Scoring: %1 %</source>
        <translation>Bewertung: %1 %</translation>
    </message>
    <message>
        <source>Score the clips</source>
        <translation>Clips bewerten</translation>
    </message>
    <message>
        <source>Score the clips with %1</source>
        <translation>Clips mit %1 bewerten</translation>
    </message>
    <message>
        <source>Audio probabilities of all clips by the run&apos;s best network, stored beside the others</source>
        <translation>Audiowahrscheinlichkeiten aller Clips durch das beste Netz des Laufs, neben den anderen gespeichert</translation>
    </message>
    <message>
        <source>Scoring was cancelled; it goes on where it was.</source>
        <translation>Die Bewertung wurde abgebrochen; sie geht dort weiter, wo sie war.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) scored with %1.</source>
        <translation>
            <numerusform>%n Clip mit %1 bewertet.</numerusform>
            <numerusform>%n Clips mit %1 bewertet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without sound or media.</source>
        <translation>
            <numerusform>%n ohne Ton oder Medien.</numerusform>
            <numerusform>%n ohne Ton oder Medien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1 for the sound</source>
        <translation>%1 für den Ton verwenden</translation>
    </message>
    <message>
        <source>From then on its probabilities are the audio branch&apos;s, in all panels; it can be undone</source>
        <translation>Von da an sind seine Wahrscheinlichkeiten die des Tons, in allen Bereichen; es lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>choosing the audio scores</source>
        <translation>Wahl der Audiowahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Whose network is shown and scores the clips: the best one, or that of an epoch that was kept</source>
        <translation>Wessen Netz gezeigt wird und die Clips bewertet: das beste, oder das einer behaltenen Epoche</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>Analyses the sound of the open clip with the run&apos;s best model, from epoch %1, or that of the epoch chosen above</source>
        <translation>Analysiert den Ton des geöffneten Clips mit dem besten Modell des Laufs, aus Epoche %1, oder dem der oben gewählten Epoche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Its activations below those that are shown, over the same time</source>
        <translation>Seine Aktivierungen unter denen, die gezeigt werden, über derselben Zeit</translation>
    </message>
    <message>
        <source>Compare activations</source>
        <translation>Aktivierungen vergleichen</translation>
    </message>
    <message>
        <source>Compare no more with %1</source>
        <translation>Nicht mehr mit %1 vergleichen</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingService</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1: best epoch %2, micro F1 %3 %</source>
        <translation>%1: beste Epoche %2, Mikro-F1 %3 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingSettingsForm</name>
    <message>
        <source>Paper</source>
        <translation>Aufsatz</translation>
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
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
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
        <source>Decay</source>
        <translation>Abnahme</translation>
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
        <source>Nesterov&apos;s</source>
        <translation>Nach Nesterov</translation>
    </message>
    <message>
        <source>Kind of momentum</source>
        <translation>Art des Impulses</translation>
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
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Clips per step</source>
        <translation>Clips in einem Schritt</translation>
    </message>
    <message>
        <source>Of stochastic gradient descent</source>
        <translation>Des stochastischen Gradientenabstiegs</translation>
    </message>
    <message>
        <source>By value like Keras&apos;s clipvalue, by the norm of all gradients, or not at all</source>
        <translation>Nach Wert wie clipvalue von Keras, nach der Norm aller Gradienten oder gar nicht</translation>
    </message>
    <message>
        <source>The largest value, or norm, that is allowed</source>
        <translation>Der größte Wert oder die größte Norm, die bleibt</translation>
    </message>
    <message>
        <source>Factor for the learning rate when the validation loss has stopped falling</source>
        <translation>Faktor der Lernrate, wenn der Validierungsverlust nicht mehr sinkt</translation>
    </message>
    <message>
        <source>The labels of the training split that the network learns. Audited: the weak ones as corrected by the verdicts when the run begins. Validation always uses the weak ones.</source>
        <translation>Die Labels der Trainingsmenge, die das Netz lernt. Geprüft: die schwachen, wie die Urteile sie bei Beginn des Laufs berichtigen. Validiert wird immer mit den schwachen.</translation>
    </message>
    <message>
        <source>A checkpoint after this many batches, and after each epoch</source>
        <translation>Eine Sicherung nach so vielen Stapeln und nach jeder Epoche</translation>
    </message>
    <message>
        <source>Looks ahead by the momentum before computing the gradient</source>
        <translation>Blickt um den Impuls voraus, bevor der Gradient genommen wird</translation>
    </message>
    <message>
        <source>For everything that is drawn at random: equal seeds, equal runs</source>
        <translation>Von allem, was zufällig gezogen wird: gleiche Startwerte, gleiche Läufe</translation>
    </message>
    <message>
        <source>As in the preset.</source>
        <translation>Wie die Vorgabe sie hat.</translation>
    </message>
    <message>
        <source>Keep every … epochs</source>
        <translation>Behalten alle … Epochen</translation>
    </message>
    <message>
        <source>The network after every so-many-th epoch is kept, to be looked at beside the best one; 0: the best one alone. With the paper&apos;s layout each takes about 1 MB.</source>
        <translation>Das Netz nach jeder so-und-so-vielten Epoche wird behalten, um es neben dem besten anzusehen; 0: nur das beste. Mit dem Aufbau des Papiers braucht jedes etwa 1 MB.</translation>
    </message>
    <message>
        <source>Settings to start from. Paper: section 3.3 of Li et al., 2018. Few clips: the recipe for fewer than 5,000, with normalisation, Adam, mixing, masks and shifts.</source>
        <translation>Einstellungen, von denen ausgegangen wird. Aufsatz: Abschnitt 3.3 von Li et al., 2018. Wenige Clips: das Rezept für weniger als 5.000, mit Normierung, Adam, Mischen, Masken und Verschieben.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>Frames and bands that a convolution sees; odd</source>
        <translation>Frames und Bänder, die eine Faltung sieht; ungerade</translation>
    </message>
    <message>
        <source>Pooling in time</source>
        <translation>Zusammenfassen in der Zeit</translation>
    </message>
    <message>
        <source>Frames that become one after each convolution; nothing: as in the paper</source>
        <translation>Frames, die nach jeder Faltung zu einem werden; nichts: wie im Aufsatz</translation>
    </message>
    <message>
        <source>Pooling of bands</source>
        <translation>Zusammenfassen der Bänder</translation>
    </message>
    <message>
        <source>Bands that become one after each convolution; nothing: as in the paper</source>
        <translation>Bänder, die nach jeder Faltung zu einem werden; nichts: wie im Aufsatz</translation>
    </message>
    <message>
        <source>Steps by</source>
        <translation>Schritte nach</translation>
    </message>
    <message>
        <source>Gradient descent with momentum, as in the paper, or Adam, which needs fewer steps</source>
        <translation>Gradientenabstieg mit Schwung wie im Aufsatz, oder Adam, der weniger Schritte braucht</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Gradientenabstieg</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabbau</translation>
    </message>
    <message>
        <source>Of the weights, times the learning rate, each step; with Adam alone</source>
        <translation>Der Gewichte, mal der Lernrate, in jedem Schritt; nur mit Adam</translation>
    </message>
    <message>
        <source>Course of the rate</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>On a plateau of the validation loss by decay and patience, or a rise and then a cosine to 0</source>
        <translation>Bei gleichbleibendem Validierungsverlust nach Abfall und Geduld, oder ein Anstieg und dann ein Kosinus bis 0</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>Plateau</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>Of each convolution by the mean and the deviation of a batch</source>
        <translation>Jeder Faltung durch Mittel und Abweichung eines Stapels</translation>
    </message>
    <message>
        <source>By batches</source>
        <translation>Nach Stapeln</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Another clip is added to each, drawn up to half of it where this is 1; 0: never</source>
        <translation>Jedem Clip wird ein anderer beigemischt, bei 1 höchstens zur Hälfte; 0: nie</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>So many stretches of time and of bands are masked in each clip</source>
        <translation>So viele Zeitabschnitte und Bänder werden in jedem Clip verdeckt</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Each clip begins somewhere else every time, its beginning put behind its end</source>
        <translation>Jeder Clip beginnt jedes Mal an anderer Stelle; sein Anfang kommt hinter sein Ende</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In der Zeit</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Standard deviation in dB of what is added to each clip</source>
        <translation>Standardabweichung dessen in dB, was zu jedem Clip dazukommt</translation>
    </message>
    <message>
        <source>Few clips</source>
        <translation>Wenige Clips</translation>
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
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
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
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>✗ %1
Details: %2</source>
        <translation>✗ %1
Einzelheiten: %2</translation>
    </message>
    <message>
        <source>A stopped run continues when its name is given again</source>
        <translation>Ein angehaltener Lauf geht weiter, wenn sein Name wieder angegeben wird</translation>
    </message>
    <message>
        <source>Ends the run with a checkpoint, from which it can be resumed</source>
        <translation>Beendet den Lauf mit einer Sicherung, von der aus er weitergehen kann</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Continues from the run&apos;s checkpoint with its settings; only the number of epochs may change.</source>
        <translation>Geht von der Sicherung des Laufs aus weiter, mit seinen Einstellungen; nur die Epochen dürfen sich ändern.</translation>
    </message>
    <message>
        <source>Ready. Missing features are computed first.</source>
        <translation>Bereit. Fehlende Merkmale werden zuerst erzeugt.</translation>
    </message>
    <message>
        <source>Paused. The memory stays in use; Stop releases it.</source>
        <translation>Pausiert. Der Speicher bleibt belegt; Anhalten gibt ihn zurück.</translation>
    </message>
    <message>
        <source>Stopping after the current batch, with a checkpoint…</source>
        <translation>Hält nach dem laufenden Stapel an, mit einer Sicherung …</translation>
    </message>
    <message>
        <source>%1 was stopped. It can be resumed from its checkpoint.</source>
        <translation>%1 wurde angehalten. Es geht von der Sicherung aus weiter.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TransportBar</name>
    <message>
        <source>Loop</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Time and length of the clip</source>
        <translation>Zeit und Länge des Clips</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play from the playhead (Space)</source>
        <translation>Ab der Abspielmarke abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 s</translation>
    </message>
    <message>
        <source>Sound is off (Shift+M)</source>
        <translation>Der Ton ist aus (Umschalt+M)</translation>
    </message>
    <message>
        <source>Switch the sound off (Shift+M)</source>
        <translation>Den Ton ausschalten (Umschalt+M)</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>No sound device: plays silently</source>
        <translation>Kein Tongerät: spielt stumm</translation>
    </message>
    <message>
        <source>Loop the selection, or the clip if there is none (L)</source>
        <translation>Die Auswahl wiederholen, ohne Auswahl den Clip (L)</translation>
    </message>
    <message>
        <source>Speed; the pitch is kept (&lt; slower, &gt; faster)</source>
        <translation>Geschwindigkeit; die Tonhöhe bleibt (&lt; langsamer, &gt; schneller)</translation>
    </message>
    <message>
        <source>As the network hears it</source>
        <translation>Wie das Netz es hört</translation>
    </message>
    <message>
        <source>You hear the average of the recording&apos;s channels. Play &gt; Hear what the network hears</source>
        <translation>Sie hören den Mittelwert der Kanäle der Aufnahme. Abspielen Wiedergabe &gt; Hören, was das Netz hörtgt; Hören, was das Netz hört</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TruthView</name>
    <message>
        <source>&amp;informed ones too</source>
        <translation>auch &amp;informierte</translation>
    </message>
    <message>
        <source>Table of &amp;votes…</source>
        <translation>&amp;Stimmentabelle …</translation>
    </message>
    <message>
        <source>&amp;Gold standard…</source>
        <translation>&amp;Goldstandard …</translation>
    </message>
    <message>
        <source>Without &amp;tables</source>
        <translation>Ohne &amp;Tabellen</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>In the place of the project&apos;s verdicts, as VGGSounder publishes votes</source>
        <translation>An Stelle der Urteile des Projekts, wie VGGSounder Stimmen veröffentlicht</translation>
    </message>
    <message>
        <source>A table of what is true: id, label and modality (A, V, AV or -)</source>
        <translation>Eine Tabelle dessen, was wahr ist: id, label und modality (A, V, AV oder -)</translation>
    </message>
    <message>
        <source>&amp;Stage:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Table of votes</source>
        <translation>Stimmentabelle</translation>
    </message>
    <message>
        <source>Gold standard</source>
        <translation>Goldstandard</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>the project&apos;s verdicts</source>
        <translation>den Urteilen des Projekts</translation>
    </message>
    <message>
        <source>There are no votes yet.</source>
        <translation>Es gibt noch keine Stimmen.</translation>
    </message>
    <message>
        <source>From %1. No gold standard is given: what a rule is worth is not known. No rule is the best everywhere.</source>
        <translation>Aus %1. Ohne Goldstandard ist nicht bekannt, was eine Regel taugt. Keine Regel ist überall die beste.</translation>
    </message>
    <message>
        <source>From %1, against the gold standard %2. No rule is the best everywhere.</source>
        <translation>Aus %1, gegen den Goldstandard %2. Keine Regel ist überall die beste.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TuningService</name>
    <message>
        <source>Tuning</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>micro F1 %1 %</source>
        <translation>Mikro-F1 %1 %</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::VideoView</name>
    <message>
        <source>Picture of %1 s</source>
        <translation>Bild von %1 s</translation>
    </message>
    <message>
        <source>Picture at the playhead</source>
        <translation>Bild an der Abspielmarke</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WaveformPlot</name>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>%1 dBFS</source>
        <extracomment>Decibels relative to full scale.</extracomment>
        <translation>%1 dBFS</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation>Wird dekodiert …</translation>
    </message>
    <message>
        <source>peak %1  ·  RMS %2</source>
        <translation>Spitze %1  ·  effektiv %2</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyChain</name>
    <message>
        <source>Choose an event in the table to see what made its tag.</source>
        <translation>Wählen Sie in der Tabelle ein Ereignis, um zu sehen, was zu seinem Schlagwort führte.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Silence selection</source>
        <translation>Auswahl still</translation>
    </message>
    <message>
        <source>Occlusion map</source>
        <translation>Verdeckungskarte</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Save figure…</source>
        <translation>Abbildung speichern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop explaining</source>
        <translation>Erklären abbrechen</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Show on the spectrogram</source>
        <translation>Im Spektrogramm zeigen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>What in the sound led to this event&apos;s probability: integrated gradients</source>
        <translation>Was im Ton die Wahrscheinlichkeit dieses Ereignisses ausmacht: integrierte Gradienten</translation>
    </message>
    <message>
        <source>What happens to the tags if the selected stretch of time is silent</source>
        <translation>Was aus den Schlagwörtern wird, wenn der gewählte Zeitabschnitt still ist</translation>
    </message>
    <message>
        <source>What happens to the event if each part of the sound is silent</source>
        <translation>Was aus dem Ereignis wird, wenn jeder Teil des Tons still ist</translation>
    </message>
    <message>
        <source>Set the playhead to the maximum activation</source>
        <translation>Die Abspielmarke auf die größte Aktivierung setzen</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Play the second around the maximum activation</source>
        <translation>Die Sekunde um die größte Aktivierung abspielen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>What in the sound takes the event with it when it is taken out, beside chance</source>
        <translation>Was im Ton das Ereignis mitnimmt, wenn es herausgenommen wird, neben dem Zufall</translation>
    </message>
    <message>
        <source>Copy as text: the whole chain with its numbers, models and settings, in English</source>
        <translation>Als Text kopieren: die ganze Kette mit ihren Zahlen, Modellen und Einstellungen, auf Englisch</translation>
    </message>
    <message>
        <source>Save figure: the chain for a paper, as PNG, SVG or PDF</source>
        <translation>Abbildung speichern: die Kette für einen Aufsatz, als PNG, SVG oder PDF</translation>
    </message>
    <message>
        <source>The explanation was copied.</source>
        <translation>Die Erklärung wurde kopiert.</translation>
    </message>
    <message>
        <source>Add models…</source>
        <translation>Modelle hinzufügen …</translation>
    </message>
    <message>
        <source>What is missing comes of models that are not there yet</source>
        <translation>Was fehlt, kommt von Modellen, die noch nicht da sind</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyFeature</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>E&amp;xplain the event&apos;s sound</source>
        <translation>Den &amp;Ton des Ereignisses erklären</translation>
    </message>
    <message>
        <source>&amp;Silence the selection</source>
        <translation>Die Ausw&amp;ahl still machen</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyFigure</name>
    <message>
        <source>%1 in %2, %3 to %4 s</source>
        <translation>%1 in %2, %3 bis %4 s</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Log-mel input of the network, dark is loud; orange: speaks for the event, blue and dotted: against it; pale: neither.</source>
        <translation>Log-Mel-Eingabe des Netzes, dunkel ist laut; orange: spricht für das Ereignis, blau und gepunktet: dagegen; blass: keines von beiden.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %2 (to no event)</source>
        <translation>%1 %2 (zu keinem Ereignis)</translation>
    </message>
    <message>
        <source>%1 %2 (to %3)</source>
        <translation>%1 %2 (zu %3)</translation>
    </message>
    <message>
        <source>%1 %2 (to %3, cosine %4)</source>
        <translation>%1 %2 (zu %3, Kosinus %4)</translation>
    </message>
    <message>
        <source>Objects and where their probability went: %1.</source>
        <translation>Objekte und wohin ihre Wahrscheinlichkeit ging: %1.</translation>
    </message>
    <message>
        <source>v = %1</source>
        <translation>v = %1</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyFlips</name>
    <message>
        <source>Try it: shows the decision as it would be. Nothing is changed.</source>
        <translation>Probieren: zeigt die Entscheidung, wie sie wäre. Geändert wird nichts.</translation>
    </message>
    <message>
        <source>If %1 were %2:</source>
        <translation>Wäre %1 gleich %2:</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyKeyFrames</name>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>#%1 at %2 s</source>
        <translation>Nr. %1 bei %2 s</translation>
    </message>
    <message>
        <source>What made Inception-v4 see &quot;%1&quot; in key frame #%2 is bright (Grad-CAM).</source>
        <translation>Was Inception-v4 im Schlüsselbild Nr. %2 „%1“ sehen ließ, ist hell (Grad-CAM).</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyMap</name>
    <message>
        <source>Occlusion map</source>
        <translation>Verdeckungskarte</translation>
    </message>
    <message>
        <source>Silence here changes the audio probability by %1.</source>
        <translation>Stille hier ändert die Audiowahrscheinlichkeit um %1.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyPanel</name>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
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
        <source>Back to the analysis</source>
        <translation>Zurück zur Analyse</translation>
    </message>
    <message>
        <source>Why a clip was tagged is shown here once it is analysed:
its events, the objects that were seen, and notes.</source>
        <translation>Warum ein Clip verschlagwortet wurde, steht hier, sobald er analysiert ist:
seine Ereignisse, die gesehenen Objekte und Anmerkungen.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhySparkline</name>
    <message>
        <source>The event&apos;s activation over the clip, from 0 to 1, and its maximum. A click sets the playhead.</source>
        <translation>Die Aktivierung des Ereignisses über den Clip, von 0 bis 1, und ihr Maximum. Ein Klick setzt die Abspielmarke.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WindowFeature</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
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
        <source>&amp;Report a problem…</source>
        <translation>Problem &amp;melden …</translation>
    </message>
    <message>
        <source>&amp;About Tagscope</source>
        <translation>&amp;Über Tagscope</translation>
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
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
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
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes the next time Tagscope starts.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Tagscope.</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WindowsTrack</name>
    <message>
        <source>Windows of the recording</source>
        <translation>Fenster der Aufnahme</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>kein Schlagwort</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>not analysed yet</source>
        <translation>noch nicht analysiert</translation>
    </message>
    <message>
        <source>window %1–%2 s  ·  %3  ·  click to open it</source>
        <translation>Fenster %1–%2 s  ·  %3  ·  ein Klick öffnet es</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WorkLogModel</name>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>· note</source>
        <translation>· Hinweis</translation>
    </message>
    <message>
        <source>– cancelled</source>
        <translation>– abgebrochen</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ misslungen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WorkbenchService</name>
    <message>
        <source>Probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>weight and threshold change</source>
        <translation>Änderung eines Gewichts und einer Schwelle</translation>
    </message>
</context>
<context>
    <name>tagscope::ui::Workspaces</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Tune</source>
        <translation>Abstimmen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Why a clip has its tags</source>
        <translation>Warum ein Clip seine Schlagwörter hat</translation>
    </message>
    <message>
        <source>Weights, thresholds and what they are worth</source>
        <translation>Gewichte, Schwellen und was sie taugen</translation>
    </message>
    <message>
        <source>Training runs and their activations</source>
        <translation>Trainingsläufe und ihre Aktivierungen</translation>
    </message>
    <message>
        <source>Judging labels and tags by ear and eye</source>
        <translation>Labels und Schlagwörter mit Ohr und Auge beurteilen</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>Reset this workspace</source>
        <translation>Diesen Arbeitsbereich zurücksetzen</translation>
    </message>
</context>
<context>
    <name>training.activations_damaged</name>
    <message>
        <source>The activations of {0} in {1} have changed since they were stored, or are no numbers. Have the run score its clips again.</source>
        <translation>Die Aktivierungen von {0} in {1} haben sich geändert, seit sie gespeichert wurden, oder sind keine Zahlen. Lassen Sie den Lauf seine Clips neu bewerten.</translation>
    </message>
</context>
<context>
    <name>training.activations_do_not_belong</name>
    <message>
        <source>{0} and the .json beside it do not belong together. Have the run score its clips again.</source>
        <translation>{0} und die .json daneben gehören nicht zusammen. Lassen Sie den Lauf seine Clips neu bewerten.</translation>
    </message>
</context>
<context>
    <name>training.activations_of_other_events</name>
    <message>
        <source>The activations of &quot;{0}&quot; are for different events from the project&apos;s. Predict again.</source>
        <translation>Die Aktivierungen von „{0}“ gehören zu anderen Ereignissen als denen des Projekts. Sagen Sie neu vorher.</translation>
    </message>
</context>
<context>
    <name>training.and_so_on</name>
    <message>
        <source>{0} And so on.</source>
        <translation>{0} Und so weiter.</translation>
    </message>
</context>
<context>
    <name>training.array_header</name>
    <message>
        <source>{0} begins like a NumPy array, but its header is damaged.</source>
        <translation>{0} beginnt wie ein NumPy-Array, aber sein Kopf ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>training.array_length</name>
    <message>
        <source>{0} does not have the expected length.</source>
        <translation>{0} ist nicht so lang, wie es sein sollte.</translation>
    </message>
</context>
<context>
    <name>training.array_order</name>
    <message>
        <source>{0} is in Fortran order.</source>
        <translation>{0} ist in der Reihenfolge von Fortran.</translation>
    </message>
</context>
<context>
    <name>training.array_shape</name>
    <message>
        <source>{0} does not have the shape that its description says.</source>
        <translation>{0} hat eine andere Form, als seine Beschreibung sagt.</translation>
    </message>
</context>
<context>
    <name>training.array_start</name>
    <message>
        <source>{0} does not begin as expected.</source>
        <translation>{0} beginnt nicht so, wie es sollte.</translation>
    </message>
</context>
<context>
    <name>training.array_type</name>
    <message>
        <source>{0} has numbers of a type that cannot be used here: float16 and float32 can, and float64 in imported scores.</source>
        <translation>{0} hat Zahlen eines Typs, der hier nicht geht: float16 und float32 gehen, in importierten Werten auch float64.</translation>
    </message>
</context>
<context>
    <name>training.at_base_rate</name>
    <message>
        <source>After {0} epochs the validation loss, {1}, is still that of the base rate, {2}: the network has learnt nothing yet.</source>
        <translation>Nach {0} Epochen ist der Validierungsverlust, {1}, noch der der Grundhäufigkeit, {2}: Das Netz hat noch nichts gelernt.</translation>
    </message>
</context>
<context>
    <name>training.block_checksum</name>
    <message>
        <source>{0} is damaged: its checksum does not match.</source>
        <translation>{0} ist beschädigt: Die Prüfsumme ist eine andere.</translation>
    </message>
</context>
<context>
    <name>training.block_length</name>
    <message>
        <source>{0} does not have the expected length. Start the training again: damaged parts are recomputed.</source>
        <translation>{0} ist nicht so lang, wie es sein sollte. Starten Sie das Training noch einmal: Beschädigte Teile werden neu berechnet.</translation>
    </message>
</context>
<context>
    <name>training.block_made_anew</name>
    <message>
        <source>{0} was recomputed after the features were put together. Start the training again.</source>
        <translation>{0} wurde neu erzeugt, seit die Merkmale zusammengestellt wurden. Starten Sie das Training noch einmal.</translation>
    </message>
</context>
<context>
    <name>training.cannot_move</name>
    <message>
        <source>With these settings no weight can move by more than {0} in this run: the network will hardly leave the base rate. The recipe for small data is made for so few clips.</source>
        <translation>Mit diesen Einstellungen kann sich in diesem Lauf kein Gewicht um mehr als {0} bewegen: Das Netz wird die Grundhäufigkeit kaum verlassen. Für so wenige Clips ist das Rezept für kleine Daten da.</translation>
    </message>
</context>
<context>
    <name>training.checkpoint_shape</name>
    <message>
        <source>The checkpoint does not hold &quot;{0}&quot; in the shape that this network has.</source>
        <translation>Die Sicherung enthält „{0}“ nicht in der Form, die dieses Netz hat.</translation>
    </message>
</context>
<context>
    <name>training.clips_too_short</name>
    <message>
        <source>The clips are shorter than one step of the network.</source>
        <translation>Die Clips sind kürzer als ein Schritt des Netzes.</translation>
    </message>
</context>
<context>
    <name>training.damaged_checkpoint</name>
    <message>
        <source>{0} is not a valid checkpoint. Move it away to begin this run again, or start another one.</source>
        <translation>{0} ist keine heile Sicherung. Schaffen Sie sie weg, um diesen Lauf neu zu beginnen, oder beginnen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>training.embeddings_not_finite</name>
    <message>
        <source>The tagger&apos;s embedding holds numbers that are not finite.</source>
        <translation>Die Einbettung des Taggers enthält Zahlen, die nicht endlich sind.</translation>
    </message>
</context>
<context>
    <name>training.embeddings_unlike</name>
    <message>
        <source>The tagger&apos;s embeddings differ in their shape from clip to clip.</source>
        <translation>Die Einbettungen des Taggers unterscheiden sich von Clip zu Clip in ihrer Form.</translation>
    </message>
</context>
<context>
    <name>training.epoch_not_kept</name>
    <message>
        <source>The network after epoch {0} of the run &quot;{1}&quot; was not kept.</source>
        <translation>Das Netz nach Epoche {0} des Laufs „{1}“ wurde nicht behalten.</translation>
    </message>
</context>
<context>
    <name>training.epoch_unreadable</name>
    <message>
        <source>An epoch of a training log cannot be read.</source>
        <translation>Eine Epoche eines Trainingsprotokolls kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>training.features_changed</name>
    <message>
        <source>The features of {0} in {1} have changed since they were computed. Check the features, so that damaged ones are recomputed.</source>
        <translation>Die Merkmale von {0} in {1} haben sich geändert, seit sie berechnet wurden. Prüfen Sie die Merkmale, damit beschädigte neu berechnet werden.</translation>
    </message>
</context>
<context>
    <name>training.features_not_finite</name>
    <message>
        <source>The features of {0} hold numbers that are not finite: {1} is damaged. Check the features, so that damaged ones are recomputed.</source>
        <translation>Die Merkmale von {0} enthalten Zahlen, die nicht endlich sind: {1} ist beschädigt. Lassen Sie die Merkmale prüfen, damit beschädigte neu berechnet werden.</translation>
    </message>
</context>
<context>
    <name>training.gradient_not_finite</name>
    <message>
        <source>Training stopped in epoch {0}, batch {1}: the gradient of {2} is not finite. The features may hold such numbers, or the learning rate is too high. The checkpoint before it is kept.</source>
        <translation>Das Training endete in Epoche {0}, Stapel {1}: Der Gradient von {2} ist nicht endlich. Vielleicht enthalten die Merkmale solche Zahlen, oder die Lernrate ist zu hoch. Die Sicherung davor bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>training.impossible</name>
    <message>
        <source>{0} is damaged: the {1} cannot be right.</source>
        <translation>{0} ist beschädigt: „{1}“ ist unmöglich.</translation>
    </message>
</context>
<context>
    <name>training.labels_do_not_fit</name>
    <message>
        <source>The labels to train on do not fit the network&apos;s events.</source>
        <translation>Die Labels zum Trainieren passen nicht zu den Ereignissen des Netzes.</translation>
    </message>
</context>
<context>
    <name>training.later_checkpoint</name>
    <message>
        <source>The checkpoint was written by a later version of this program.</source>
        <translation>Die Sicherung wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
</context>
<context>
    <name>training.loss_not_finite</name>
    <message>
        <source>Training stopped in epoch {0}, batch {1}: the loss is not a finite number. The features may hold such numbers, or the learning rate is too high. The checkpoint before it is kept.</source>
        <translation>Das Training endete in Epoche {0}, Stapel {1}: Der Verlust ist keine endliche Zahl. Vielleicht enthalten die Merkmale solche Zahlen, oder die Lernrate ist zu hoch. Die Sicherung davor bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>training.network_does_not_fit</name>
    <message>
        <source>{0} does not fit this project. {1}</source>
        <translation>{0} passt nicht zu diesem Projekt. {1}</translation>
    </message>
</context>
<context>
    <name>training.no_activations</name>
    <message>
        <source>There are no activations in {0}: the run has not scored its clips yet.</source>
        <translation>In {0} gibt es keine Aktivierungen: Der Lauf hat seine Clips noch nicht bewertet.</translation>
    </message>
</context>
<context>
    <name>training.no_clip_has_features</name>
    <message>
        <source>None of the {0} clips has features. {1}</source>
        <translation>Keiner der {0} Clips hat Merkmale. {1}</translation>
    </message>
</context>
<context>
    <name>training.no_clips_for_features</name>
    <message>
        <source>{0} has no clips to compute features of: import a list first.</source>
        <translation>{0} hat keine Clips, aus denen Merkmale entstehen könnten: Importieren Sie zuerst eine Liste.</translation>
    </message>
</context>
<context>
    <name>training.no_device_name</name>
    <message>
        <source>&quot;{0}&quot; is not a device; use auto, cpu, cuda or cuda:N.</source>
        <translation>„{0}“ ist kein Gerät; nehmen Sie auto, cpu, cuda oder cuda:N.</translation>
    </message>
</context>
<context>
    <name>training.no_driver</name>
    <message>
        <source>There is no device &quot;{0}&quot;: CUDA finds no GPU. Is NVIDIA&apos;s driver loaded (does nvidia-smi list one)? Otherwise choose auto or cpu.</source>
        <translation>Es gibt kein Gerät „{0}“: CUDA findet keine Grafikkarte. Ist der Treiber von NVIDIA geladen (zeigt nvidia-smi eine)? Sonst wählen Sie auto oder cpu.</translation>
    </message>
</context>
<context>
    <name>training.no_features_described</name>
    <message>
        <source>{0} does not describe features.</source>
        <translation>{0} beschreibt keine Merkmale.</translation>
    </message>
</context>
<context>
    <name>training.no_features_yet</name>
    <message>
        <source>{0} has no features yet. A training computes them.</source>
        <translation>{0} hat noch keine Merkmale. Ein Training berechnet sie.</translation>
    </message>
</context>
<context>
    <name>training.no_gpu</name>
    <message>
        <source>There is no device &quot;{0}&quot;: this LibTorch has no CUDA. Choose auto or cpu, or put a LibTorch with CUDA in its place.</source>
        <translation>Es gibt kein Gerät „{0}“: Diese LibTorch hat kein CUDA. Wählen Sie auto oder cpu, oder ersetzen Sie sie durch eine mit CUDA.</translation>
    </message>
</context>
<context>
    <name>training.no_network_yet</name>
    <message>
        <source>The run &quot;{0}&quot; has no network yet ({1}): it has one once an epoch of training is done.</source>
        <translation>Der Lauf „{0}“ hat noch kein Netz ({1}): Er hat eines, sobald eine Epoche trainiert ist.</translation>
    </message>
</context>
<context>
    <name>training.no_shard</name>
    <message>
        <source>There is no shard {0} of {1}.</source>
        <translation>Es gibt keinen Teil {0} von {1}.</translation>
    </message>
</context>
<context>
    <name>training.no_such_gpu</name>
    <message>
        <source>There is no device &quot;{0}&quot;: there are {1} GPU(s), counted from 0.</source>
        <translation>Es gibt kein Gerät „{0}“: Es gibt {1} Grafikkarte(n), gezählt ab 0.</translation>
    </message>
</context>
<context>
    <name>training.no_such_run</name>
    <message>
        <source>There is no run &quot;{0}&quot; to resume.</source>
        <translation>Es gibt keinen Lauf „{0}“, der fortgesetzt werden könnte.</translation>
    </message>
</context>
<context>
    <name>training.no_unfinished_run</name>
    <message>
        <source>There is no unfinished run to resume.</source>
        <translation>Es gibt keinen unfertigen Lauf, der fortgesetzt werden könnte.</translation>
    </message>
</context>
<context>
    <name>training.not_an_array</name>
    <message>
        <source>{0} is not a NumPy array.</source>
        <translation>{0} ist kein NumPy-Array.</translation>
    </message>
</context>
<context>
    <name>training.not_an_epoch</name>
    <message>
        <source>{0}, line {1}: this is not an epoch of a training log.</source>
        <translation>{0}, Zeile {1}: Das ist keine Epoche eines Trainingsprotokolls.</translation>
    </message>
</context>
<context>
    <name>training.nothing_to_predict</name>
    <message>
        <source>There are no clips with features to predict.</source>
        <translation>Es gibt keine Clips mit Merkmalen, die sich vorhersagen ließen.</translation>
    </message>
</context>
<context>
    <name>training.nothing_to_train_on</name>
    <message>
        <source>There are no clips to train on.</source>
        <translation>Es gibt keine Clips zum Trainieren.</translation>
    </message>
</context>
<context>
    <name>training.nothing_to_validate_on</name>
    <message>
        <source>There are no clips to validate on: hold some back as a validation split.</source>
        <translation>Es gibt keine Clips zum Validieren: Halten Sie einige als Validierungsmenge zurück.</translation>
    </message>
</context>
<context>
    <name>training.object_network_options</name>
    <message>
        <source>An object network is trained with a width above 0 and at most 1, batches of 2 or more, and pictures of 75 pixels or more.</source>
        <translation>Ein Objektnetz wird mit einer Breite über 0 und höchstens 1, Stapeln von 2 oder mehr und Bildern von 75 Pixeln oder mehr trainiert.</translation>
    </message>
</context>
<context>
    <name>training.one_split_for_folds</name>
    <message>
        <source>All clips of {0} are of one split: folds by split need two or more.</source>
        <translation>Alle Clips von {0} gehören zu einer Teilmenge: Für Faltungen nach Teilmengen braucht es zwei oder mehr.</translation>
    </message>
</context>
<context>
    <name>training.other_array_format</name>
    <message>
        <source>{0} is a NumPy array in a format other than 1.0.</source>
        <translation>{0} ist ein NumPy-Array eines anderen Formats als 1.0.</translation>
    </message>
</context>
<context>
    <name>training.other_bands</name>
    <message>
        <source>The network was made for {0} mel bands, but the features have {1}.</source>
        <translation>Das Netz ist für {0} Mel-Bänder gemacht, die Merkmale haben {1}.</translation>
    </message>
</context>
<context>
    <name>training.other_block</name>
    <message>
        <source>{0} is for other clips or other media, or in another format.</source>
        <translation>{0} gehört zu anderen Clips, anderen Medien oder hat ein anderes Format.</translation>
    </message>
</context>
<context>
    <name>training.other_checkpoint</name>
    <message>
        <source>{0} is the checkpoint of a run with other settings, clips or labels. Continue with those it was started with, or start another run. Audited labels change once a verdict corrects them.</source>
        <translation>{0} ist die Sicherung eines Laufs mit anderen Einstellungen, Clips oder Labels. Setzen Sie ihn mit denen fort, mit denen er begonnen hat, oder beginnen Sie einen anderen. Geprüfte Labels sind andere, sobald ein Urteil sie ändert.</translation>
    </message>
</context>
<context>
    <name>training.other_hop</name>
    <message>
        <source>The network was made for a different frame hop from that of the features.</source>
        <translation>Das Netz ist für Rahmen eines anderen Abstands gemacht, als die Merkmale haben.</translation>
    </message>
</context>
<context>
    <name>training.parts_out_of_date</name>
    <message>
        <source>{0} does not fit the network, the features or the clips as they are now. Compute the parts again; nothing was changed.</source>
        <translation>{0} passt nicht zum Netz, zu den Merkmalen oder den Clips, wie sie jetzt sind. Berechnen Sie die Teile noch einmal; es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>training.point_without_audio</name>
    <message>
        <source>The operating point has no audio branch, and so no activations. Name a run.</source>
        <translation>Der Arbeitspunkt hat keinen Audiozweig und daher keine Aktivierungen. Nennen Sie einen Lauf.</translation>
    </message>
</context>
<context>
    <name>training.run_has_that_name</name>
    <message>
        <source>The scores of {1} would replace those of the project&apos;s run &quot;{0}&quot;: give the file another name.</source>
        <translation>Das Projekt hat einen Lauf „{0}“, dessen Werte die von {1} ersetzen würden: Geben Sie der Datei einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>training.run_is_head</name>
    <message>
        <source>The run &quot;{0}&quot; is a head on a tagger, which listens to the media and cannot be run on features.</source>
        <translation>Der Lauf „{0}“ ist ein Kopf auf einem Tagger, der die Medien hört und nicht auf Merkmalen laufen kann.</translation>
    </message>
</context>
<context>
    <name>training.run_is_there</name>
    <message>
        <source>There is already a run &quot;{0}&quot;. Continue it, or choose another name.</source>
        <translation>Es gibt schon einen Lauf „{0}“. Setzen Sie ihn fort, oder wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>training.settings</name>
    <message>
        <source>Training settings: {0}</source>
        <translation>Trainingseinstellungen: {0}</translation>
    </message>
</context>
<context>
    <name>training.settings_augmentation</name>
    <message>
        <source>mix-up must be 0 to 1, masks 0 to 10, gain 0 to 40 dB.</source>
        <translation>Mischen ist 0 bis 1, Masken 0 bis 10, Pegel 0 bis 40 dB.</translation>
    </message>
</context>
<context>
    <name>training.settings_batch_size</name>
    <message>
        <source>a batch must have 1 to 4,096 clips.</source>
        <translation>Ein Stapel hat 1 bis 4.096 Clips.</translation>
    </message>
</context>
<context>
    <name>training.settings_channels</name>
    <message>
        <source>a convolution must have 1 to 2,048 channels.</source>
        <translation>Eine Faltungsschicht hat 1 bis 2.048 Kanäle.</translation>
    </message>
</context>
<context>
    <name>training.settings_clipping</name>
    <message>
        <source>gradients must be clipped at a number above 0.</source>
        <translation>Gradienten werden bei einer Zahl über 0 begrenzt.</translation>
    </message>
</context>
<context>
    <name>training.settings_convolutions</name>
    <message>
        <source>the network must have at least one convolution.</source>
        <translation>Das Netz hat mindestens eine Faltungsschicht.</translation>
    </message>
</context>
<context>
    <name>training.settings_decay</name>
    <message>
        <source>the learning rate&apos;s decay must be above 0 and at most 1.</source>
        <translation>Der Abfall der Lernrate ist größer als 0 und höchstens 1.</translation>
    </message>
</context>
<context>
    <name>training.settings_dropout</name>
    <message>
        <source>dropout must be at least 0 and at most 0.95.</source>
        <translation>Dropout ist mindestens 0 und höchstens 0,95.</translation>
    </message>
</context>
<context>
    <name>training.settings_gru_units</name>
    <message>
        <source>the GRU must have 1 to 4,096 units.</source>
        <translation>Die GRU hat 1 bis 4.096 Einheiten.</translation>
    </message>
</context>
<context>
    <name>training.settings_keep_epochs</name>
    <message>
        <source>keep epochs must be 0 or more.</source>
        <translation>Behaltene Epochen müssen 0 oder mehr sein.</translation>
    </message>
</context>
<context>
    <name>training.settings_kernel</name>
    <message>
        <source>a convolution must be an odd number of frames wide, at most 63.</source>
        <translation>Eine Faltung ist eine ungerade Zahl von Frames breit, höchstens 63.</translation>
    </message>
</context>
<context>
    <name>training.settings_learning_rate</name>
    <message>
        <source>the learning rate must be a number above 0, at most 100.</source>
        <translation>Die Lernrate ist eine Zahl über 0 und höchstens 100.</translation>
    </message>
</context>
<context>
    <name>training.settings_momentum</name>
    <message>
        <source>the momentum must be at least 0 and below 1.</source>
        <translation>Das Momentum ist mindestens 0 und kleiner als 1.</translation>
    </message>
</context>
<context>
    <name>training.settings_not_json</name>
    <message>
        <source>The training settings are not a JSON object.</source>
        <translation>Die Trainingseinstellungen sind kein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>training.settings_patience</name>
    <message>
        <source>patience must be at least 0, epochs and batches between checkpoints at least 1.</source>
        <translation>Die Geduld ist mindestens 0, Epochen und Stapel zwischen Sicherungen mindestens 1.</translation>
    </message>
</context>
<context>
    <name>training.settings_pools</name>
    <message>
        <source>pooling must be of 1 to 1,000, one number for each convolution.</source>
        <translation>Zusammengefasst werden 1 bis 1.000, eine Zahl für jede Faltung.</translation>
    </message>
</context>
<context>
    <name>training.settings_truth</name>
    <message>
        <source>the labels to learn must be weak or audited.</source>
        <translation>Gelernt werden schwache oder geprüfte Labels.</translation>
    </message>
</context>
<context>
    <name>training.settings_unknown</name>
    <message>
        <source>The training settings have a field that this version does not know.</source>
        <translation>Die Trainingseinstellungen haben ein Feld, das diese Version nicht kennt.</translation>
    </message>
</context>
<context>
    <name>training.settings_value</name>
    <message>
        <source>The field &quot;{0}&quot; of the training settings has a value that is not allowed.</source>
        <translation>Das Feld „{0}“ der Trainingseinstellungen hat einen Wert, den es nicht haben kann.</translation>
    </message>
</context>
<context>
    <name>training.settings_weight_decay</name>
    <message>
        <source>weight decay must be 0 to 1, and goes with Adam alone.</source>
        <translation>Der Gewichtsabbau ist 0 bis 1 und geht nur mit Adam.</translation>
    </message>
</context>
<context>
    <name>training.shorter_than_it_says</name>
    <message>
        <source>{0} is shorter than it says.</source>
        <translation>{0} ist kürzer, als es angibt.</translation>
    </message>
</context>
<context>
    <name>training.split_without_features</name>
    <message>
        <source>No clip of the split &quot;{0}&quot; has features: a run needs some to learn from and others to be validated on.</source>
        <translation>Kein Clip der Teilmenge „{0}“ hat Merkmale: Ein Lauf braucht welche zum Lernen und andere zum Validieren.</translation>
    </message>
</context>
<context>
    <name>training.too_few_folds</name>
    <message>
        <source>There must be two folds or more, not {0}.</source>
        <translation>Es müssen zwei Faltungen oder mehr sein, nicht {0}.</translation>
    </message>
</context>
<context>
    <name>training.too_few_for_folds</name>
    <message>
        <source>There are {0} recordings for {1} folds: choose fewer folds. Clips of test and evaluation are not dealt.</source>
        <translation>Es gibt {0} Aufnahmen für {1} Faltungen: Wählen Sie weniger Faltungen. Clips von test und evaluation werden nicht verteilt.</translation>
    </message>
</context>
<context>
    <name>training.too_many_embeddings</name>
    <message>
        <source>The embeddings of {0} clips take more than 4 GiB. Learn from fewer clips, or train a network of your own.</source>
        <translation>Die Einbettungen von {0} Clips brauchen mehr als 4 GiB. Lernen Sie von weniger Clips, oder trainieren Sie ein eigenes Netz.</translation>
    </message>
</context>
<context>
    <name>training.unknown_event</name>
    <message>
        <source>The network does not know the event &quot;{0}&quot;.</source>
        <translation>Das Netz kennt das Ereignis „{0}“ nicht.</translation>
    </message>
</context>
<context>
    <name>training.wrong_blocks</name>
    <message>
        <source>{0} of {1} parts of the features are missing or invalid: {2} Start the training again: it recomputes them.</source>
        <translation>{0} von {1} Teilen der Merkmale fehlen oder sind nicht richtig: {2} Starten Sie das Training noch einmal: Es berechnet sie neu.</translation>
    </message>
</context>
<context>
    <name>ui.file_not_made</name>
    <message>
        <source>The file could not be created.</source>
        <translation>Die Datei konnte nicht erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>ui.no_such_event</name>
    <message>
        <source>The project has no event {0}. Choose another one, or all events.</source>
        <translation>Das Projekt hat kein Ereignis {0}. Wählen Sie ein anderes oder alle Ereignisse.</translation>
    </message>
</context>
<context>
    <name>ui.not_computed</name>
    <message>
        <source>This could not be computed; there may not be enough memory.</source>
        <translation>Dies konnte nicht berechnet werden; vielleicht reicht der Speicher nicht.</translation>
    </message>
</context>
<context>
    <name>ui.points_not_read</name>
    <message>
        <source>{0} cannot be read, or is too large for operating points.</source>
        <translation>{0} kann nicht gelesen werden oder ist zu groß für Arbeitspunkte.</translation>
    </message>
</context>
<context>
    <name>vision.bad_dissimilarity</name>
    <message>
        <source>A dissimilarity of two pictures is negative or not a number.</source>
        <translation>Eine Unähnlichkeit zweier Bilder ist negativ oder keine Zahl.</translation>
    </message>
</context>
<context>
    <name>vision.bad_key_frame_settings</name>
    <message>
        <source>The key frame settings (share of lambda, duplicates, gap) must be numbers from 0 up.</source>
        <translation>Die Einstellungen der Schlüsselbilder (Anteil von Lambda, Doppelte, Abstand) müssen Zahlen ab 0 sein.</translation>
    </message>
</context>
<context>
    <name>vision.bad_lambda</name>
    <message>
        <source>The weight lambda of DS3 must be a number above 0.</source>
        <translation>Das Gewicht Lambda von DS3 muss eine Zahl über 0 sein.</translation>
    </message>
</context>
<context>
    <name>vision.bad_weight</name>
    <message>
        <source>The weight of a picture is not a number above 0.</source>
        <translation>Das Gewicht eines Bildes ist keine Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>vision.damaged_features</name>
    <message>
        <source>A dissimilarity of two pictures is negative or not a number; their features may be damaged.</source>
        <translation>Eine Unähnlichkeit zweier Bilder ist negativ oder keine Zahl; ihre Merkmale sind vielleicht beschädigt.</translation>
    </message>
</context>
<context>
    <name>vision.dissimilarities_missing</name>
    <message>
        <source>Key frames need a dissimilarity for every pair of pictures; there are {0} rows of {1}.</source>
        <translation>Schlüsselbilder brauchen eine Unähnlichkeit für jedes Paar von Bildern; hier sind {0} Zeilen von {1}.</translation>
    </message>
</context>
<context>
    <name>vision.no_key_frame_wanted</name>
    <message>
        <source>At least one key frame must be requested.</source>
        <translation>Mindestens ein Schlüsselbild muss verlangt werden.</translation>
    </message>
</context>
<context>
    <name>vision.not_square</name>
    <message>
        <source>The dissimilarities of pictures must form a square, not {0} rows and {1} columns.</source>
        <translation>Die Unähnlichkeiten von Bildern müssen ein Quadrat bilden, nicht {0} Zeilen und {1} Spalten.</translation>
    </message>
</context>
<context>
    <name>vision.weights_unlike_pictures</name>
    <message>
        <source>DS3 needs one weight for each picture.</source>
        <translation>DS3 braucht ein Gewicht für jedes Bild.</translation>
    </message>
</context>
<context>
    <name>words.bad_dimensions</name>
    <message>
        <source>{0} has {1} attributes; its vectors can have {2} to {3} dimensions.</source>
        <translation>{0} hat {1} Attribute; Vektoren daraus können {2} bis {3} Dimensionen haben.</translation>
    </message>
</context>
<context>
    <name>words.bad_table_share</name>
    <message>
        <source>The mapping&apos;s table has a share that is not between 0 and 1.</source>
        <translation>Die Tabelle der Zuordnung hat einen Anteil, der nicht zwischen 0 und 1 liegt.</translation>
    </message>
</context>
<context>
    <name>words.bad_temperature</name>
    <message>
        <source>The temperature of the mapping must be above 0.</source>
        <translation>Die Temperatur der Zuordnung muss über 0 liegen.</translation>
    </message>
</context>
<context>
    <name>words.bad_video_weight</name>
    <message>
        <source>video_weight is not between 0 and 1</source>
        <translation>video_weight liegt nicht zwischen 0 und 1</translation>
    </message>
</context>
<context>
    <name>words.column_missing</name>
    <message>
        <source>the header lacks the column &quot;{0}&quot;</source>
        <translation>der Kopfzeile fehlt die Spalte „{0}“</translation>
    </message>
</context>
<context>
    <name>words.column_twice</name>
    <message>
        <source>the header names the column &quot;{0}&quot; twice</source>
        <translation>die Kopfzeile nennt die Spalte „{0}“ doppelt</translation>
    </message>
</context>
<context>
    <name>words.compressed_archive</name>
    <message>
        <source>{0} is a compressed archive. Unpack it, and import the .txt file in it.</source>
        <translation>{0} ist ein komprimiertes Archiv. Entpacken Sie es, und importieren Sie die .txt-Datei darin.</translation>
    </message>
</context>
<context>
    <name>words.event_twice</name>
    <message>
        <source>the event &quot;{0}&quot; appears a second time</source>
        <translation>das Ereignis „{0}“ ist zum zweiten Mal da</translation>
    </message>
</context>
<context>
    <name>words.import_anew</name>
    <message>
        <source>{0} {1}. Import the GloVe text again.</source>
        <translation>{0} {1}. Importieren Sie den GloVe-Text neu.</translation>
    </message>
</context>
<context>
    <name>words.import_onto_itself</name>
    <message>
        <source>{0} cannot be imported onto itself. Choose another target.</source>
        <translation>{0} kann nicht auf sich selbst importiert werden. Wählen Sie ein anderes Ziel.</translation>
    </message>
</context>
<context>
    <name>words.impossible_header</name>
    <message>
        <source>is damaged: its header is impossible</source>
        <translation>ist beschädigt: Der Kopf ist unmöglich</translation>
    </message>
</context>
<context>
    <name>words.in_glove_line</name>
    <message>
        <source>{0}, line {1} {2}. The file is damaged or not GloVe text; download or unpack it again.</source>
        <translation>{0}, Zeile {1} {2}. Die Datei ist beschädigt oder kein GloVe-Text; laden oder entpacken Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>words.in_line</name>
    <message>
        <source>{0}, line {1}: {2}.</source>
        <translation>{0}, Zeile {1}: {2}.</translation>
    </message>
</context>
<context>
    <name>words.index_not_number</name>
    <message>
        <source>the index is not a number</source>
        <translation>der Index ist keine Zahl</translation>
    </message>
</context>
<context>
    <name>words.index_out_of_order</name>
    <message>
        <source>the index is not {0}; rows must be in the order of the network&apos;s outputs, from 0</source>
        <translation>der Index ist nicht {0}; die Zeilen müssen in der Reihenfolge der Ausgänge des Netzes stehen, von 0 an</translation>
    </message>
</context>
<context>
    <name>words.index_unlike_file</name>
    <message>
        <source>is damaged: its index of words does not fit it</source>
        <translation>ist beschädigt: Das Verzeichnis der Wörter passt nicht dazu</translation>
    </message>
</context>
<context>
    <name>words.line_too_long</name>
    <message>
        <source>{0}, line {1}: the line is longer than any line of word vectors.</source>
        <translation>{0}, Zeile {1}: Die Zeile ist länger als jede Zeile von Wortvektoren.</translation>
    </message>
</context>
<context>
    <name>words.list_too_large</name>
    <message>
        <source>{0} is far too large for a list of classes.</source>
        <translation>{0} ist viel zu groß für eine Liste von Klassen.</translation>
    </message>
</context>
<context>
    <name>words.more_than_one_word</name>
    <message>
        <source>&quot;{0}&quot; is more than one word</source>
        <translation>„{0}“ ist mehr als ein Wort</translation>
    </message>
</context>
<context>
    <name>words.name_empty</name>
    <message>
        <source>the name is empty</source>
        <translation>der Name ist leer</translation>
    </message>
</context>
<context>
    <name>words.names_empty</name>
    <message>
        <source>the names are empty</source>
        <translation>die Namen sind leer</translation>
    </message>
</context>
<context>
    <name>words.no_classes</name>
    <message>
        <source>{0} holds no classes.</source>
        <translation>{0} enthält keine Klassen.</translation>
    </message>
</context>
<context>
    <name>words.no_word</name>
    <message>
        <source>has no word before its numbers</source>
        <translation>hat kein Wort vor ihren Zahlen</translation>
    </message>
</context>
<context>
    <name>words.not_attribute_weight</name>
    <message>
        <source>&quot;{0}&quot; is not an attribute and its weight</source>
        <translation>„{0}“ ist kein Attribut mit seinem Gewicht</translation>
    </message>
</context>
<context>
    <name>words.not_glove</name>
    <message>
        <source>{0}, line 1: there is no word followed by its numbers. This is not GloVe text.</source>
        <translation>{0}, Zeile 1: Hier ist kein Wort mit seinen Zahlen. Das ist kein GloVe-Text.</translation>
    </message>
</context>
<context>
    <name>words.not_number</name>
    <message>
        <source>{0} is &quot;{1}&quot;, not a number</source>
        <translation>{0} ist „{1}“, keine Zahl</translation>
    </message>
</context>
<context>
    <name>words.not_word_vectors</name>
    <message>
        <source>is not a file of word vectors made by Tagscope</source>
        <translation>ist keine Datei von Wortvektoren, die Tagscope gemacht hat</translation>
    </message>
</context>
<context>
    <name>words.number_expected</name>
    <message>
        <source>has &quot;{0}&quot; where a number is expected ({1} of {2})</source>
        <translation>hat „{0}“, wo eine Zahl erwartet ist ({1} von {2})</translation>
    </message>
</context>
<context>
    <name>words.objects_unlike_probabilities</name>
    <message>
        <source>There are not as many objects as probabilities.</source>
        <translation>Es gibt nicht so viele Objekte wie Wahrscheinlichkeiten.</translation>
    </message>
</context>
<context>
    <name>words.other_version</name>
    <message>
        <source>was made by another version of Tagscope (format {0}, expected {1})</source>
        <translation>wurde von einer anderen Version von Tagscope gemacht (Format {0}, erwartet {1})</translation>
    </message>
</context>
<context>
    <name>words.table_shape</name>
    <message>
        <source>The mapping&apos;s table is for {0} objects and {1} events, but there are {2} and {3}.</source>
        <translation>Die Tabelle der Zuordnung ist für {0} Objekte und {1} Ereignisse; hier sind es {2} und {3}.</translation>
    </message>
</context>
<context>
    <name>words.too_few_numbers</name>
    <message>
        <source>has {0} numbers after its word, not {1}</source>
        <translation>hat {0} Zahlen nach ihrem Wort, nicht {1}</translation>
    </message>
</context>
<context>
    <name>words.too_many_cells</name>
    <message>
        <source>there are more cells than columns</source>
        <translation>es gibt mehr Zellen als Spalten</translation>
    </message>
</context>
<context>
    <name>words.too_many_numbers</name>
    <message>
        <source>has more than {0} numbers, as if a line end were missing</source>
        <translation>hat mehr als {0} Zahlen, als fehlte ein Zeilenende</translation>
    </message>
</context>
<context>
    <name>words.unknown_column</name>
    <message>
        <source>the header names an unknown column &quot;{0}&quot;</source>
        <translation>die Kopfzeile nennt eine unbekannte Spalte „{0}“</translation>
    </message>
</context>
<context>
    <name>words.unknown_object</name>
    <message>
        <source>The object {0} is not one of the {1} of the mapping.</source>
        <translation>Das Objekt {0} ist keines der {1} der Zuordnung.</translation>
    </message>
</context>
<context>
    <name>words.unlike_header</name>
    <message>
        <source>is damaged: it has {0} bytes, but its header says {1}</source>
        <translation>ist beschädigt: Sie hat {0} Bytes, ihr Kopf nennt {1}</translation>
    </message>
</context>
<context>
    <name>words.vectors_too_long</name>
    <message>
        <source>{0}, line 1: vectors of {1} numbers are not word vectors.</source>
        <translation>{0}, Zeile 1: Vektoren von {1} Zahlen sind keine Wortvektoren.</translation>
    </message>
</context>
<context>
    <name>words.word_twice</name>
    <message>
        <source>the word &quot;{0}&quot; appears twice</source>
        <translation>das Wort „{0}“ ist doppelt</translation>
    </message>
</context>
</TS>
