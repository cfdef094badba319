<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuditTables</name>
    <message numerus="yes">
        <source>Verdicts agree in %1 %, of %n pair(s).</source>
        <translation>
            <numerusform>Verdicts agree in %1 %, of %n pair.</numerusform>
            <numerusform>Verdicts agree in %1 %, of %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Precision %1, recall %2, of %n clip(s)</source>
        <translation>
            <numerusform>Precision %1, recall %2, of %n clip</numerusform>
            <numerusform>Precision %1, recall %2, of %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %n clip(s)</source>
        <translation>
            <numerusform>From %n clip</numerusform>
            <numerusform>From %n clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit decided %n pair(s)</source>
        <translation>
            <numerusform>The audit decided %n pair</numerusform>
            <numerusform>The audit decided %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n current verdict(s)</source>
        <translation>
            <numerusform>%n current verdict</numerusform>
            <numerusform>%n current verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message numerus="yes">
        <source>%n task file(s) written; the plan is kept in the project. Send each annotator the file with the own name.</source>
        <translation>
            <numerusform>%n task file written; the plan is kept in the project. Send each annotator the file with the own name.</numerusform>
            <numerusform>%n task files written; the plan is kept in the project. Send each annotator the file with the own name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AgreementView</name>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n verdict</numerusform>
            <numerusform>%n verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::AuditSetupPage</name>
    <message numerus="yes">
        <source>Your task: %n clip(s). You know: %1.</source>
        <translation>
            <numerusform>Your task: %n clip. You know: %1.</numerusform>
            <numerusform>Your task: %n clips. You know: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ClipListModel</name>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::EvaluationService</name>
    <message numerus="yes">
        <source>%n clip(s).</source>
        <translation>
            <numerusform>%n clip.</numerusform>
            <numerusform>%n clips.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s); %1 have nothing to write, such as %2.</source>
        <translation>
            <numerusform>%n clip; %1 have nothing to write, such as %2.</numerusform>
            <numerusform>%n clips; %1 have nothing to write, such as %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FlipsView</name>
    <message numerus="yes">
        <source>%n flipped</source>
        <translation>
            <numerusform>%n flipped</numerusform>
            <numerusform>%n flipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FolderWatch</name>
    <message numerus="yes">
        <source>%1: %n verdict(s) added</source>
        <translation>
            <numerusform>%1: %n verdict added</numerusform>
            <numerusform>%1: %n verdicts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s)</source>
        <translation>
            <numerusform>%n verdict</numerusform>
            <numerusform>%n verdicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::FusionTuneDialog</name>
    <message numerus="yes">
        <source>%n tag(s) of “%1” would change</source>
        <translation>
            <numerusform>%n tag of “%1” would change</numerusform>
            <numerusform>%n tags of “%1” would change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::JobStatus</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::LabelsTrack</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::Playback</name>
    <message numerus="yes">
        <source>The sound broke off %n time(s), as the computer was busy.</source>
        <translation>
            <numerusform>The sound broke off once, as the computer was busy.</numerusform>
            <numerusform>The sound broke off %n times, as the computer was busy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::RegionListDialog</name>
    <message numerus="yes">
        <source>deleting %n region(s)</source>
        <translation>
            <numerusform>deleting %n region</numerusform>
            <numerusform>deleting %n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::ReportTableModel</name>
    <message numerus="yes">
        <source>%n clip(s): precision %1, recall %2, macro F1 %3, macro F1 as the organisers compute it %4, mean average precision %5 (%)</source>
        <translation>
            <numerusform>%n clip: precision %1, recall %2, macro F1 %3, macro F1 as the organisers compute it %4, mean average precision %5 (%)</numerusform>
            <numerusform>%n clips: precision %1, recall %2, macro F1 %3, macro F1 as the organisers compute it %4, mean average precision %5 (%)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tagscope::ui::TrainingPanel</name>
    <message numerus="yes">
        <source>%n clip(s) scored with %1.</source>
        <translation>
            <numerusform>%n clip scored with %1.</numerusform>
            <numerusform>%n clips scored with %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without sound or media.</source>
        <translation>
            <numerusform>%n without sound or media.</numerusform>
            <numerusform>%n without sound or media.</numerusform>
        </translation>
    </message>
</context>
</TS>
