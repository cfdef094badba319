<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tagscope::ui::FusionPanel</name>
    <message numerus="yes">
        <source>%n flipped</source>
        <translation>
            <numerusform>%n flipped</numerusform>
            <numerusform>%n flipped</numerusform>
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
</TS>
