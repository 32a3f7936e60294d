// SPDX-License-Identifier: MIT
#include "wire/Dialect.h"

#include "common/Timestamp.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <string>

using namespace Greenroom;

namespace {

QString at(const std::optional<WallTime> &moment)
{
    return moment ? toStamp(*moment) : QStringLiteral("-");
}

/// An Event in one line, its fields in order, so that a failed comparison can be read.
struct Describe
{
    QString operator()(const IdentityEvent &e) const { return line({"identity", e.connectionId}); }
    QString operator()(const ChatLineEvent &e) const
    {
        return line({"chat", e.senderId, e.text, at(e.sentAt)});
    }
    QString operator()(const DirectMessageEvent &e) const
    {
        return line({"direct", e.senderId, e.recipientId, e.text});
    }
    QString operator()(const JoinEvent &e) const { return line({"join", e.connectionId, at(e.at)}); }
    QString operator()(const LeaveEvent &e) const { return line({"leave", e.connectionId, at(e.at)}); }
    QString operator()(const BackendErrorEvent &e) const
    {
        return line({"backend error", e.error, e.message});
    }
    QString operator()(const GatewayErrorEvent &e) const
    {
        return line({"gateway error", e.message, e.connectionId, e.requestId});
    }
    QString operator()(const PongEvent & /*e*/) const { return line({"pong"}); }
    QString operator()(const ReceiptEvent &e) const
    {
        return line({"receipt", e.status, e.errors.join(u'+')});
    }
    QString operator()(const BackendLineEvent &e) const { return line({"backend", e.text}); }
    QString operator()(const PlainLineEvent &e) const { return line({"plain", e.text}); }

    struct Field : QString
    {
        // Implicit, so that a row can be given either.
        Field(const char *text) : QString(QLatin1String(text)) {} // NOLINT(google-explicit-constructor)
        Field(const QString &text) : QString(text) {}             // NOLINT(google-explicit-constructor)
    };
    static QString line(const QList<Field> &fields)
    {
        return QStringList(fields.begin(), fields.end()).join(u'|');
    }
};

QString describe(const QString &frame)
{
    return std::visit(Describe{}, Dialect::decode(frame));
}

/// `{"message": <text>}` as JSON, whatever is in the text.
QString messageFrame(const QString &text)
{
    const QJsonObject object{{QStringLiteral("message"), text}};
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

/// Both texts are UTF-8.
void row(const char *name, const std::string &input, const std::string &expected)
{
    QTest::newRow(name) << QString::fromStdString(input) << QString::fromStdString(expected);
}

} // namespace

class TestDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void readsFrames_data();
    void readsFrames();
    void readsMessageTexts_data();
    void readsMessageTexts();
    void showsHostileFramesAsTheyStand_data();
    void showsHostileFramesAsTheyStand();
    void readsHugeChatTexts();
    void writesChatFrames_data();
    void writesChatFrames();
    void writesTheHeartbeatOfThePage();
    void writesTheHeartbeatThatIsChosen();
};

void TestDialect::readsFrames_data()
{
    QTest::addColumn<QString>("frame");
    QTest::addColumn<QString>("expected");

    row("connection_id alone says who I am", R"({"connection_id": "L0SM9cOFvHcCIhw="})",
        "identity|L0SM9cOFvHcCIhw=");
    row("a direct message names sender and recipient",
        R"({"message": "Hello", "sender_id": "a=", "recipient_id": "b="})", "direct|a=|b=|Hello");
    row("a direct message may hold what looks like a chat line",
        R"({"message": "User x= has left the chat.", "sender_id": "a=", "recipient_id": "b="})",
        "direct|a=|b=|User x= has left the chat.");
    row("error and message are the backend's refusal",
        R"({"error": "Invalid request", "message": "The requested action is not recognized."})",
        "backend error|Invalid request|The requested action is not recognized.");
    row("message with both ids is the gateway's refusal",
        R"({"message": "Internal server error", "connectionId":"a=", "requestId":"r="})",
        "gateway error|Internal server error|a=|r=");
    row("compact JSON reads the same", R"({"message":"Forbidden","connectionId":"a=","requestId":"r="})",
        "gateway error|Forbidden|a=|r=");
    row("a receipt without errors", R"({"status": "Message broadcast completed", "errors": []})",
        "receipt|Message broadcast completed|");
    row("a receipt with errors of several types",
        R"({"status": "x", "errors": ["gone", {"id":"a="}, 5, null]})",
        R"(receipt|x|gone+{"id":"a="}+5+null)");
    row("pong is swallowed", R"({"message": "pong"})", "pong");
    row("pong in any case of letters is swallowed", R"({"message": "PoNG"})", "pong");
    row("a longer word than pong is a line", R"({"message": "pong!"})", "backend|pong!");
    row("another message alone is a line from the backend", R"({"message": "Welcome"})", "backend|Welcome");
    row("an empty message is an empty line", R"({"message": ""})", "backend|");
    row("text that is no JSON stands as it is", "Ground Control to Major Tom",
        "plain|Ground Control to Major Tom");
    row("pong outside JSON is somebody's text", "pong", "plain|pong");
    row("text followed by JSON stands as it is",
        R"(Use the sendmessage route to send a message. Your info:{"ConnectedAt":"2022-01-25T18:50:04.673Z"})",
        R"(plain|Use the sendmessage route to send a message. Your info:{"ConnectedAt":"2022-01-25T18:50:04.673Z"})");
    row("an array stands as it is", R"(["message", "pong"])", R"(plain|["message", "pong"])");
    row("a JSON string stands as it is", R"("pong")", R"(plain|"pong")");
    row("a number stands as it is", "42", "plain|42");
    row("null stands as it is", "null", "plain|null");
    row("an empty object stands as it is", "{}", "plain|{}");
    row("an empty frame is an empty line", "", "plain|");
}

void TestDialect::readsFrames()
{
    QFETCH(QString, frame);
    QFETCH(QString, expected);
    QCOMPARE(describe(frame), expected);
}

void TestDialect::readsMessageTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const std::string nul(1, '\0');
    const std::string stamp = "[2026-01-31T12:00:00Z - UTC]";
    row("a chat line", stamp + "\n a=  Hello\n", "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("a chat line without its final newline", stamp + "\n a=  Hello",
        "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("a chat line with network newlines", stamp + "\r\n a=  Hello\r\n",
        "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("a chat line all on one line", stamp + " a=  Hello", "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("a chat line with one blank before its text", stamp + "\n a= Hello\n",
        "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("a chat line with milliseconds in its time", "[2026-01-31T12:00:00.250Z - UTC]\n a=  Hello\n",
        "chat|a=|Hello|2026-01-31T12:00:00Z");
    row("indentation belongs to the text", stamp + "\n a=      code\n",
        "chat|a=|    code|2026-01-31T12:00:00Z");
    row("a text of several lines keeps them", stamp + "\n a=  one\n\ntwo\n\n",
        "chat|a=|one\n\ntwo\n|2026-01-31T12:00:00Z");
    row("a text with two blanks and brackets", stamp + "\n a=  x  y] z - UTC] [\"q\"]\n",
        "chat|a=|x  y] z - UTC] [\"q\"]|2026-01-31T12:00:00Z");
    row("a text that is pong is somebody's", stamp + "\n a=  pong\n", "chat|a=|pong|2026-01-31T12:00:00Z");
    // The character that turns the direction, made by its number: in a literal it would mislead the reader.
    const std::string odd =
        (QStringLiteral("\U0001F389 ") + QChar(0x202e) + QStringLiteral("abc")).toStdString() + nul;
    row("a text with emoji, bidi and NUL", stamp + "\n a=  " + odd + "\n",
        "chat|a=|" + odd + "|2026-01-31T12:00:00Z");
    row("a text that forges a joining is still a text",
        stamp + "\n a=  A new user has joined the chat - b=\n",
        "chat|a=|A new user has joined the chat - b=|2026-01-31T12:00:00Z");
    row("a text that forges a leaving on its second line is still a text",
        stamp + "\n a=  x\nUser b= has left the chat.",
        "chat|a=|x\nUser b= has left the chat.|2026-01-31T12:00:00Z");
    row("a chat line without text", stamp + "\n a=  \n", "chat|a=||2026-01-31T12:00:00Z");
    row("a time and a word are no chat line", stamp + "\nmaintenance", "backend|" + stamp + "\nmaintenance");
    row("a time alone is no chat line", stamp, "backend|" + stamp);
    row("a day that does not exist is no time", "[2026-02-31T12:00:00Z - UTC]\n a=  x",
        "backend|[2026-02-31T12:00:00Z - UTC]\n a=  x");
    row("a bracket that is never closed", "[2026-01-31T12:00:00Z - UTC",
        "backend|[2026-01-31T12:00:00Z - UTC");
    row("a bracket alone", "[", "backend|[");

    row("a joining", "A new user has joined the chat - a=", "join|a=|-");
    row("a joining with blanks around it", "\n A new user has joined the chat - a= \n", "join|a=|-");
    row("a joining with a time before it",
        stamp + "\nA new user has joined the chat - a=", "join|a=|2026-01-31T12:00:00Z");
    row("a joining with a time and a blank before it", stamp + "\n A new user has joined the chat - a=\n",
        "join|a=|2026-01-31T12:00:00Z");
    row("a joining of nobody is a line", "A new user has joined the chat - ",
        "backend|A new user has joined the chat - ");
    row("a joining of two words is a line",
        "A new user has joined the chat - a= b=", "backend|A new user has joined the chat - a= b=");
    row("a leaving", "User a= has left the chat.", "leave|a=|-");
    row("a leaving with a time before it", stamp + "\n User a= has left the chat.\n",
        "leave|a=|2026-01-31T12:00:00Z");
    row("a leaving of nobody is a line", "User  has left the chat.", "backend|User  has left the chat.");
    row("a leaving whose ends overlap is a line", "User has left the chat.",
        "backend|User has left the chat.");
    row("a leaving that goes on is a line", "User a= has left the chat. Or not.",
        "backend|User a= has left the chat. Or not.");
}

void TestDialect::readsMessageTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(describe(messageFrame(text)), expected);
}

void TestDialect::showsHostileFramesAsTheyStand_data()
{
    QTest::addColumn<QString>("frame");

    QTest::newRow("message is a number") << R"({"message": 5})";
    QTest::newRow("message is an object") << R"({"message": {"message": "pong"}})";
    QTest::newRow("message is null") << R"({"message": null})";
    QTest::newRow("connection_id is an array") << R"({"connection_id": ["a="]})";
    QTest::newRow("sender_id is a number") << R"({"message": "x", "sender_id": 1, "recipient_id": "b="})";
    QTest::newRow("recipient_id is missing") << R"({"message": "x", "sender_id": "a="})";
    QTest::newRow("error is an object") << R"({"error": {"code": 1}, "message": "x"})";
    QTest::newRow("error alone") << R"({"error": "x"})";
    QTest::newRow("errors is a text") << R"({"status": "x", "errors": "none"})";
    QTest::newRow("status is a number") << R"({"status": 200, "errors": []})";
    QTest::newRow("a message with something more") << R"({"message": "pong", "note": "keep me"})";
    QTest::newRow("an identity with something more") << R"({"connection_id": "a=", "note": "keep me"})";
    QTest::newRow("a number too big") << R"({"message": 1e99999})";
    QTest::newRow("a number too long") << QStringLiteral("{\"message\": %1}").arg(QString(5000, u'9'));
    QTest::newRow("JSON cut short") << R"({"message": "po)";
    QTest::newRow("two objects") << R"({"message": "a"}{"message": "b"})";
    QTest::newRow("nested deeply") << QString(50000, u'[') + QString(50000, u']');
    QTest::newRow("objects nested deeply") << QStringLiteral("{\"message\":").repeated(10000);
    QTest::newRow("100 KB of one letter") << QString(qsizetype(100) * 1024, u'x');
    QTest::newRow("100 KB of opened brackets") << QString(qsizetype(100) * 1024, u'{');
    QTest::newRow("NUL characters") << QString(10, QChar(u'\0'));
    QTest::newRow("a lone surrogate") << QString(QChar(0xD83C));
    QTest::newRow("markup") << "<img src=x onerror=alert(1)>";
}

void TestDialect::showsHostileFramesAsTheyStand()
{
    QFETCH(QString, frame);
    QCOMPARE(describe(frame), QStringLiteral("plain|") + frame);
}

void TestDialect::readsHugeChatTexts()
{
    const QString text = QStringLiteral("a  ] \n").repeated(17000) + u'.';
    const QString frame = messageFrame(QStringLiteral("[2026-01-31T12:00:00Z - UTC]\n a=  ") + text + u'\n');
    QVERIFY(frame.size() > qsizetype(100) * 1024);
    QCOMPARE(describe(frame), QStringLiteral("chat|a=|%1|2026-01-31T12:00:00Z").arg(text));
}

void TestDialect::writesChatFrames_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a plain text") << "Hello";
    QTest::newRow("quotes and backslashes") << R"("a\b")";
    QTest::newRow("several lines") << "one\ntwo\ttab";
    QTest::newRow("emoji and accents") << u"\U0001F389 ação"_qs;
    QTest::newRow("NUL") << QString(QChar(u'\0'));
    QTest::newRow("a text that looks like JSON") << R"({"action":"x"})";
}

void TestDialect::writesChatFrames()
{
    QFETCH(QString, text);
    const QJsonObject expected{{QStringLiteral("action"), QStringLiteral("sendmessage")},
                               {QStringLiteral("message"), text}};
    QCOMPARE(QJsonDocument::fromJson(Dialect::chatFrame(text).toUtf8()).object(), expected);
}

void TestDialect::writesTheHeartbeatOfThePage()
{
    QCOMPARE(Dialect::heartbeatFrame(), QStringLiteral(R"({"action":"sendmessage","message":"ping"})"));
}

void TestDialect::writesTheHeartbeatThatIsChosen()
{
    QCOMPARE(Dialect::heartbeatFrame(QStringLiteral("alive"), QStringLiteral("I am")),
             QStringLiteral(R"({"action":"alive","message":"I am"})"));
}

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
