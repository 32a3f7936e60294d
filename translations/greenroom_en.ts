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
    <name>BinaryText</name>
    <message numerus="yes">
        <source>Binary data, %n byte(s): %1</source>
        <translation>
            <numerusform>Binary data, %n byte: %1</numerusform>
            <numerusform>Binary data, %n bytes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::AddressTransfer</name>
    <message numerus="yes">
        <source>%n address(es) exported to %1, without secrets.</source>
        <comment>%1 is the path of a file</comment>
        <translation>
            <numerusform>%n address exported to %1, without secrets.</numerusform>
            <numerusform>%n addresses exported to %1, without secrets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) added.</source>
        <translation>
            <numerusform>%n address added.</numerusform>
            <numerusform>%n addresses added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address(es) updated.</source>
        <translation>
            <numerusform>%n address updated.</numerusform>
            <numerusform>%n addresses updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) skipped.</source>
        <translation>
            <numerusform>%n entry skipped.</numerusform>
            <numerusform>%n entries skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::Conversation</name>
    <message numerus="yes">
        <source>Connected again after %1, %n attempt(s).</source>
        <extracomment>%1 is a length of time.</extracomment>
        <translation>
            <numerusform>Connected again after %1, %n attempt.</numerusform>
            <numerusform>Connected again after %1, %n attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected after %1, %n attempt(s).</source>
        <extracomment>%1 is a length of time.</extracomment>
        <translation>
            <numerusform>Connected after %1, %n attempt.</numerusform>
            <numerusform>Connected after %1, %n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::Dispatcher</name>
    <message numerus="yes">
        <source>%n message(s) typed here since %1 could not be sent. Send now?</source>
        <translation>
            <numerusform>%n message typed here at %1 could not be sent. Send it now?</numerusform>
            <numerusform>%n messages typed here since %1 could not be sent. Send them now?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::ExportBar</name>
    <message numerus="yes">
        <source>%n message(s) exported to %1.</source>
        <comment>%1 is the path of a file</comment>
        <translation>
            <numerusform>%n message exported to %1.</numerusform>
            <numerusform>%n messages exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::JsonWebToken</name>
    <message numerus="yes">
        <source>The token is longer than %n byte(s), more than API Gateway takes.</source>
        <translation>
            <numerusform>The token is longer than %n byte, more than API Gateway takes.</numerusform>
            <numerusform>The token is longer than %n bytes, more than API Gateway takes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::LoginApi</name>
    <message numerus="yes">
        <source>The request is larger than %n byte(s).</source>
        <translation>
            <numerusform>The request is larger than %n byte.</numerusform>
            <numerusform>The request is larger than %n bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many sign-ins have failed; try again in %n second(s).</source>
        <translation>
            <numerusform>Too many sign-ins have failed; try again in %n second.</numerusform>
            <numerusform>Too many sign-ins have failed; try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::LoginRequest</name>
    <message numerus="yes">
        <source>“user_id” is longer than %n character(s), begins or ends with a blank, or has control characters in it.</source>
        <translation>
            <numerusform>“user_id” is longer than %n character, begins or ends with a blank, or has control characters in it.</numerusform>
            <numerusform>“user_id” is longer than %n characters, begins or ends with a blank, or has control characters in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“password” is longer than %n byte(s), or no text.</source>
        <translation>
            <numerusform>“password” is longer than %n byte, or no text.</numerusform>
            <numerusform>“password” is longer than %n bytes, or no text.</numerusform>
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
    <name>Greenroom::PendingLines</name>
    <message numerus="yes">
        <source>The stage did not confirm this line within %n second(s).</source>
        <translation>
            <numerusform>The stage did not confirm this line within %n second.</numerusform>
            <numerusform>The stage did not confirm this line within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::SearchEverywhere</name>
    <message numerus="yes">
        <source>The newest %n line(s) are shown.</source>
        <translation>
            <numerusform>The newest line is shown.</numerusform>
            <numerusform>The newest %n lines are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n line found</numerusform>
            <numerusform>%n lines found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::SessionPanel</name>
    <message numerus="yes">
        <source>%1, renewed %n time(s)</source>
        <comment>%1 is a date and time</comment>
        <translation>
            <numerusform>%1, renewed once</numerusform>
            <numerusform>%1, renewed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::StageLink</name>
    <message numerus="yes">
        <source>The stage did not answer within %n second(s); check the address and your connection to the network, then try again.</source>
        <translation>
            <numerusform>The stage did not answer within %n second; check the address and your connection to the network, then try again.</numerusform>
            <numerusform>The stage did not answer within %n seconds; check the address and your connection to the network, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The stage gave no answer to the heartbeat for %n second(s), so the connection is dead.</source>
        <translation>
            <numerusform>The stage gave no answer to the heartbeat for %n second, so the connection is dead.</numerusform>
            <numerusform>The stage gave no answer to the heartbeat for %n seconds, so the connection is dead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::Teller</name>
    <message numerus="yes">
        <source>%n message(s) in %1</source>
        <comment>%1 names a stage</comment>
        <translation>
            <numerusform>%n message in %1</numerusform>
            <numerusform>%n messages in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::TrayIcon</name>
    <message numerus="yes">
        <source>Greenroom: %n unread message(s)</source>
        <translation>
            <numerusform>Greenroom: %n unread message</numerusform>
            <numerusform>Greenroom: %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::UserCommand</name>
    <message numerus="yes">
        <source>A user ID has 1 to %n character(s), none of them a control character, and no blank at either end.</source>
        <translation>
            <numerusform>A user ID has 1 to %n character, none of them a control character, and no blank at either end.</numerusform>
            <numerusform>A user ID has 1 to %n characters, none of them a control character, and no blank at either end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A password has 1 to %n byte(s) of text.</source>
        <translation>
            <numerusform>A password has 1 to %n byte of text.</numerusform>
            <numerusform>A password has 1 to %n bytes of text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greenroom::UserFile</name>
    <message numerus="yes">
        <source>Expected a user ID of 1 to %n character(s), without control characters and without blanks at its ends.</source>
        <translation>
            <numerusform>Expected a user ID of 1 to %n character, without control characters and without blanks at its ends.</numerusform>
            <numerusform>Expected a user ID of 1 to %n characters, without control characters and without blanks at its ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeychainSecretStore</name>
    <message numerus="yes">
        <source>The keychain did not answer within %n second(s).</source>
        <translation>
            <numerusform>The keychain did not answer within %n second.</numerusform>
            <numerusform>The keychain did not answer within %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StageEntry</name>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <comment>%1 is the session&apos;s state</comment>
        <translation>
            <numerusform>%1 · %n unread</numerusform>
            <numerusform>%1 · %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
