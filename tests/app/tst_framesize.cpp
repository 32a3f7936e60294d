// SPDX-License-Identifier: MIT
#include "session/FrameSize.h"

#include <QString>
#include <QTest>

using namespace Greenroom;

/// Frames that end between characters.
class TestFrameSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheLargestForPlainText();
    void cutsNoCharacter_data();
    void cutsNoCharacter();
};

void TestFrameSize::isTheLargestForPlainText()
{
    QCOMPARE(FrameSize::forText({}), quint64(FrameSize::largest));
    QCOMPARE(FrameSize::forText(QByteArray(128 * 1024, 'a')), quint64(FrameSize::largest));
}

void TestFrameSize::cutsNoCharacter_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("offset");
    for (int offset = 0; offset < 4; ++offset) {
        const auto row = [offset](const char *name) -> QTestData & {
            return QTest::addRow("%s, %d bytes in", name, offset);
        };
        row("two bytes each") << QStringLiteral("é") << offset;
        row("three bytes each") << QStringLiteral("€") << offset;
        row("four bytes each") << QStringLiteral("\U0001F389") << offset;
        row("a mixture") << QStringLiteral("aé€\U0001F389") << offset;
    }
}

void TestFrameSize::cutsNoCharacter()
{
    QFETCH(const QString, unit);
    QFETCH(const int, offset);
    QByteArray text(offset, 'a');
    while (text.size() < 127 * 1024)
        text += unit.toUtf8();
    const auto size = static_cast<qsizetype>(FrameSize::forText(text));
    QVERIFY(size > 0 && size <= FrameSize::largest);
    for (qsizetype start = 0; start < text.size(); start += size) {
        const QByteArray frame = text.mid(start, size);
        QCOMPARE(QString::fromUtf8(frame).toUtf8(), frame);
    }
}

QTEST_APPLESS_MAIN(TestFrameSize)
#include "tst_framesize.moc"
