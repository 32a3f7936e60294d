<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>CloseReason</name>
    <message>
        <source>The stage closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage is going away, as it does after ten minutes of silence, after two hours, or when it is shut down; connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two sides did not agree on the WebSocket protocol; check that the address is that of a chat stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage does not accept the kind of data that was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message held text that is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage does not allow this connection; check whether you may use it, or sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message was too big for the stage; connect again and send it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the stage; connect again, and tell its owner if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage is restarting; connect again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage is too busy; connect again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke without a goodbye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage closed the connection with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It said: “%2”.</source>
        <extracomment>%1 is a whole sentence on why the connection was closed, %2 what the other side gave as the reason.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Show this text and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local stage and connect to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a short conversation between two windows on the local stage, and print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --demo: save a picture of the screen to &lt;file&gt; after the last line, then exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop chat for serverless WebSocket backends, with the backend in the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage to connect to, such as wss://example.com/dev; the saved one unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only one address can be given, not %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>--screenshot works only together with --demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address cannot be combined with --local-stage or --demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes:
  0  success
  1  the demo could not be played to its end
  2  bad option
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureReason</name>
    <message>
        <source>The stage has a problem of its own (%1); try again in a while, and tell its owner if it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stage at this address (%1); check the path after the host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the connection (%1); check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer called “%1” was found; check the address for mistakes and your connection to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers on this port of %1; check the address, and that the stage is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address and your connection to the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made (%2); check the address and the date of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 could not be kept (%2); check the address and your connection to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage wants to know who you are (401); sign in, or put a valid token into the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage does not let you in (403); check the stage name at the end of the address, and whether your token is still valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take this as a WebSocket connection (426); a proxy in between may be the cause, so try wss:// or another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage has too many requests at the moment (429); wait a minute and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered, but not as a chat stage does; check the address, its port and its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be reached; check your connection to it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side broke off the connection without saying why; try again, and check that the address is that of a chat stage.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::AddressBar</name>
    <message>
        <source>Stage address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wss://example.com/dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read what you write and receive. Use wss:// if the server offers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::ChatSession</name>
    <message numerus="yes">
        <source>The stage did not answer within %n second(s); check the address and your connection to the network, then try again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The time set for the automatic disconnect is over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::CommandLine</name>
    <message>
        <source>Exit codes:
  0  ended as asked
  1  internal error
  2  an option is wrong
  3  cannot listen on the address and port
  4  the data directory or the tables in it cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on this port; 0 picks a free one. Default: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on this IP address. Default: %1, which only this machine reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the tables in this directory. Default: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the tables in memory, for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write no access log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write more than the access log: why requests are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no port; give a number from 0 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no IP address; give one such as 127.0.0.1, or 0.0.0.0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--in-memory and --data-dir exclude each other; give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--data-dir is empty; give the path of a directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--quiet and --verbose exclude each other; give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local WebSocket API gateway with the stage “dev” and its history chat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::Composer</name>
    <message>
        <source>Not connected, so nothing was sent. Your text stays here until you connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::Conversation</name>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-disconnected due to session timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have been disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have been disconnected. %1</source>
        <extracomment>%1 is a whole sentence that gives the reason.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error occurred with the connection. %1</source>
        <extracomment>%1 is a whole sentence that gives the reason.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend reports “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway reports “%1” (request %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend could not deliver a message to everybody: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::ConversationPage</name>
    <message>
        <source>The address could not be saved for the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret parts of the address were not saved; it has to be typed again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::DataDirectory</name>
    <message>
        <source>The data directory “%1” is not a directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory “%1” cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory “%1” is not writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory “%1” is in use by another server (process %2); end it or choose another directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::DemoCast</name>
    <message>
        <source>Good evening! Is anybody else in the green room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right here. No network, no account, and yet we talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything goes through the local stage: routes, tables and all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So what works here works on the real stage too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address, nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then let us go on. Break a leg!</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::DemoRun</name>
    <message>
        <source>The picture could not be saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be played to its end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::Gateway</name>
    <message>
        <source>Port %1 on %2 is taken by another program; end it or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on %1, port %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::MainWindow</name>
    <message>
        <source>%1 – Greenroom</source>
        <comment>%1 names a stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local stage could not start. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::PeopleView</name>
    <message>
        <source>%1 (you)</source>
        <comment>%1 is a name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::SessionPanel</name>
    <message>
        <source>Connected at (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ends in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-disconnect after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until auto-disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <comment>no time known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 s, answered in %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::SidePanel</name>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::StageList</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another session, to this or another stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start local stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the whole backend on this machine and connect to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>%1 is the session&apos;s state, %2 our own name in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <comment>%1 is the session&apos;s state</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 is a stage&apos;s title, %2 its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::StateLabel</name>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::Tables</name>
    <message>
        <source>The tables in “%1” were written by a newer version of this program; use that one, or another data directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables in “%1” are damaged; move the file away to begin with empty ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables in “%1” cannot be used: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greenroom::WelcomePane</name>
    <message>
        <source>Ready when you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the address of a stage above and press Connect. With no backend at hand, start the local stage: the whole backend, on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start local stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>About Greenroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greenroom %1

Desktop chat for serverless WebSocket backends, with the backend in the box.

Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;local stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a &amp;demo: two people talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect or disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session and &amp;people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Greenroom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonName</name>
    <message>
        <source>Heron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Robin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falcon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magpie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toucan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pelican</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kingfisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hummingbird</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cedar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Willow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cypress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poplar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rowan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequoia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acacia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Juniper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jasper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onyx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quartz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topaz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aurora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snowflake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thunder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ballad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chorus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lantern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prologue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Velvet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A person&apos;s short name: a noun and a number, as `Heron 27`.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageAddress</name>
    <message>
        <source>The address is empty; type one such as wss://example.com/dev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is too long: it has %1 characters and may have %2; check what was pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a blank or a line break inside the address; take it out, or type %20 for a blank that belongs there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds invisible characters, maybe from copying; type it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must start with wss:// or ws://; type %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address with %1:// is that of a web page; for a chat stage type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address with %1:// is not that of a chat stage; type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a stage has no part after a #; take the # and what follows out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port, after the last colon, must be a number from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no valid host; type one after the //, such as wss://example.com/dev.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptRow</name>
    <message>
        <source>You · %1</source>
        <comment>%1 is a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend · %1</source>
        <comment>%1 is a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>%1 is a name, %2 a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>%1 is a notice, %2 a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 joined the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] %2</source>
        <comment>%1 is a time of day, %2 a notice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%1] %2: %3</source>
        <comment>%1 is a time of day, %2 a name, %3 what was written</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
