<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>No sound in this clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activations: the audio network (CRNN) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To register one: tagscope-cli models import crnn FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures in this clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key frames: AlexNet is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To register it: tagscope-cli models import alexnet FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No objects: Inception-v4 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To register it: tagscope-cli models import inception-v4 FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No video probabilities: word vectors are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To register them: tagscope-cli models import glove FILE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>Time (s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>loading models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audio track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no video track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio track cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video track cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 audio tracks; the first that can be decoded is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 video tracks; the first that can be decoded is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a still image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cover picture is not taken for video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say how long it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its duration is estimated from the size of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no sound here; its tags come from the pictures alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no pictures here; its tags come from the sound alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 registered. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is untrained (%2): what follows from it means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo models in use: %1, made by Tagscope for its demo project; what they say of other media means little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo models were not found in %1. Reinstall Tagscope, or import models: tagscope-cli models list says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist, or its directory cannot be entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a directory; name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an ordinary file (a device or a pipe).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds neither sound nor pictures at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written completely. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory of %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Tagscope project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is write-protected. Open it for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of a newer version of Tagscope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The media directory %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to open %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to decode pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to decode sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no clips to train on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export the figure…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clip is listened to and looked at. Each branch gives every sound event a probability; the two are weighed, and where the result reaches the event&apos;s threshold the clip is tagged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip&apos;s pictures, and the key frames (K1, K2 …) that were chosen to represent them. The band says which key frame stands for which pictures; point at one to see its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mel bands that the audio network sees, in decibels. Hatched: the sound has ended and silence was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio network&apos;s probability of each event in each tenth of a second. The diamond is the largest one, which is the event&apos;s audio probability a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = (1 − w) · a + w · v. Choose an event to frame its row and to mark its largest activation in all tracks. A dash stands for a number that is not there; point at it for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project holds clips, their weak labels and splits. The clip that is chosen is analysed before all others. The demo project makes its own recordings, in the background; what its models say of other recordings means little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T opens the panel. Settings that differ from the preset are bold. Ticked runs are drawn over one another; a double click on a chart shows it alone, the right button exports it. A run that was stopped goes on when it is chosen and started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and the wheel zoom at the pointer, Shift and the wheel move, F shows the whole clip. F2 lists all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>←  →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead by 0.1 s; with Shift by 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead to the start, to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑  ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event above, below; in the pictures: key frame before, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to the next track or panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tracks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownTable</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingLines</name>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ActivationPlot</name>
    <message>
        <source>Activations of the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in the clip (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  activation %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::BackgroundStatus</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the work in the background; clips that are chosen are analysed all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background: %1 of %2 clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipListModel</name>
    <message>
        <source>%1 · %2–%3 s</source>
        <extracomment>A window of a recording: file name, its start and its end in seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing · %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing · %1 % · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show: the recording is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipListView</name>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clip is open. Drop media here, or press Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipStatePage</name>
    <message>
        <source>Analyse &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipView</name>
    <message>
        <source>Playhead %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EventTableModel</name>
    <message>
        <source>✓ tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest activation at %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the sound nor the pictures say anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video probability alone: there is no audio probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio probability alone: there is no video probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(1 − %1) · %2 + %1 · %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged: the fused probability reaches the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tagged: the fused probability is below the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is weakly labelled with this event: the event is said to be in it, but not when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip is not labelled with this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound event, in the order of the class list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a: the largest activation over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v: what the objects of the key frames add up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w: the weight of the video branch, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = (1 − w) · a + w · v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t: tagged from this probability on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p − t: how far the tag is from changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p ≥ t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weak label of the project: given for the whole clip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ExportDialog</name>
    <message>
        <source>S&amp;ize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and letters (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and letters (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name. It will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not there yet. It will be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table became another while it was read. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size. Choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobStatus</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all analyses (Shift+Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::LineChart</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Title of a chart and the unit of its values.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2: %3
%4 %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::MainWindow</name>
    <message>
        <source>Tagscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video and sound (*.mp4 *.mkv *.webm *.mov *.avi *.mpg *.mpeg *.m4v *.ts *.flv *.3gp *.wav *.flac *.mp3 *.ogg *.opus *.m4a *.aac *.aiff);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Tagscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport all tracks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Tagscope is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open media…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open re&amp;cent project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel all analyses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse all clips in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous e&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead to the event&apos;s &amp;maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;key frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous key &amp;frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pict&amp;ure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the view before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours of the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of &amp;keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects (*.tagscope);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ObjectTableModel</name>
    <message>
        <source>object %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This object is not similar enough to any event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the 1,000 ImageNet classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all key frames; the ten add up to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event that received the object&apos;s probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity of the names&apos; word vectors, −1 to 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::PictureStrip</name>
    <message>
        <source>Pictures and key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K%1 at %2 s  ·  pictures represented: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, represented by K%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>represented by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectClipModel</name>
    <message>
        <source>No label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing · %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing · %1 % · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak labels: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectDesk</name>
    <message>
        <source>Opening the project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no clips yet. To bring some in: tagscope-cli import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a clip in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weak labels: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording of this clip was never found, so there is nothing to listen to or to look at. %1
Put the file where the others are and import again: tagscope-cli import %2 --media FOLDER …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording of this clip is gone: %1
%2
Put it back there, or import again from where it is: tagscope-cli import %3 --media FOLDER …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ The activations of %1 cannot be shown: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening with %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ProjectPanel</name>
    <message>
        <source>Search names and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the clips of one split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RunListModel</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs: %1</source>
        <extracomment>State of a run and how many epochs of it are over.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best micro F1 %1 in epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::SpectrogramPlot</name>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency (Hz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound here: padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Hz  ·  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::StartPage</name>
    <message>
        <source>&amp;Open media…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows why a video clip was tagged with a sound event: what was heard, what was seen, and how the two were weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on this computer, with small models of its own: nothing is downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop video and sound files, or a project, anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  —  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrackInput</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingCharts</name>
    <message>
        <source>Over the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the latest epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the charts run over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the mean of each point and those before it. Exported data are what is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of class F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>── training &amp;nbsp; ─●─ validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation, weak labels &amp;nbsp; ⬤ best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clips/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured once an epoch: choose “Over the epochs”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches are shown of a run that trains now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose events above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: the first epoch is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is shown. Start one on the left, or tick one on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project to see its runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show activations from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run with at least one epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a clip of the project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens to the open clip with the run&apos;s best model, that of epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingSettingsForm</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings to start from. Paper: section 3.3 of Li et al., 2018.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often all training clips are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips in a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the stochastic gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By value as Keras&apos; clipvalue, by the norm of all gradients, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value, or norm, that is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the learning rate when the validation loss has stopped to fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a better validation loss before the learning rate decays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each clip once an epoch, or drawn so that the events are equally frequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each pooling layer and after the GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches per checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint after so many batches, and after each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks ahead by the momentum before it takes the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything that is drawn at random: equal seeds, equal runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the convolutions, from the first to the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: a GPU where there is one. cpu, or cuda:N for the N-th GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the preset has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingSetup</name>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that was stopped goes on when its name is given again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run with a checkpoint, from which it can go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, with features: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, without media: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project to train on its clips (File → Open project…), or the demo project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run a name of letters, digits, “.”, “_” and “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split “%1” has no clips: training needs clips in “training” and in “validation”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from the run&apos;s checkpoint, with its settings; only the epochs may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Features that are missing are made first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. The memory stays in use; Stop gives it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after the batch that is under way, with a checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing: %1 · %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · batch %3 of %4 · %5 clips/s · loss %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is finished: micro F1 %2 in epoch %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was stopped. It goes on from its checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ %1
Details: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tagscope::ui::WhyPanel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a clip was tagged is shown here once it is analysed: its events, the objects that were seen, and notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the project&apos;s models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most probable first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects in the key frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
