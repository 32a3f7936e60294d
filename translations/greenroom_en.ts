<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AppCommandLine</name>
    <message numerus="yes">
        <source>Only one address can be given, not %n.</source>
        <translation>
            <numerusform>Only one address can be given, not %n.</numerusform>
            <numerusform>Only one address can be given, not %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::ChatSession</name>
    <message numerus="yes">
        <source>The stage did not answer within %n second(s); check the address and your connection to the network, then try again.</source>
        <translation>
            <numerusform>The stage did not answer within %n second; check the address and your connection to the network, then try again.</numerusform>
            <numerusform>The stage did not answer within %n seconds; check the address and your connection to the network, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::MainWindow</name>
    <message numerus="yes">
        <source>%n session(s) connected</source>
        <translation>
            <numerusform>%n session connected</numerusform>
            <numerusform>%n sessions connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::NewLinesPill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::StageList</name>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <comment>%1 is the session&apos;s state</comment>
        <translation>
            <numerusform>%1 · %n unread</numerusform>
            <numerusform>%1 · %n unread</numerusform>
        </translation>
    </message>
</context>
</TS>
