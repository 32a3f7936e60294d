// SPDX-License-Identifier: MIT
#include "support/TranscriptBench.h"
#include "ui/LinkPrompt.h"
#include "ui/TextZoom.h"
#include "ui/TranscriptPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

using namespace Greenroom;
using namespace Greenroom::Test;

/// Reading a conversation: searching in it, its text size, its links.
class TestTranscriptPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsAsOneTypes();
    void goesFromHitToHit();
    void showsAHitInAVeryLongLine();
    void saysThatNothingWasFound();
    void escapeEndsTheSearch();
    void zoomsByWheelAndKeepsIt();
    void zoomHasBounds();
    void asksBeforeALinkIsOpened();
    void showsWhereALinkReallyLeads();
    void saysThatALinkCannotBeOpened();

private:
    template <class Widget>
    Widget &find(const char *name)
    {
        return *m_pane->findChild<Widget *>(QLatin1String(name));
    }
    void type(const QString &text) { QTest::keyClicks(&find<QLineEdit>("searchField"), text); }
    QString count() { return find<QLabel>("searchCount").text(); }
    QMessageBox *promptFor(const char *url);

    QTemporaryDir m_directory;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<TranscriptPane> m_pane;
    QList<QUrl> m_opened;
};

void TestTranscriptPane::init()
{
    m_settings = std::make_unique<QSettings>(m_directory.filePath(QStringLiteral("settings.ini")),
                                             QSettings::IniFormat);
    m_settings->clear();
    m_model = std::make_unique<TranscriptModel>();
    for (int line = 0; line < 100; ++line)
        m_model->append(chat(QStringLiteral("Line %1").arg(line)));
    m_pane = std::make_unique<TranscriptPane>(*m_model, *m_settings);
    m_pane->resize(400, 300);
    m_pane->show();
    m_opened.clear();
    m_pane->links().setOpener([this](const QUrl &url) {
        m_opened << url;
        return url.host() != QLatin1String("nobody.example");
    });
}

void TestTranscriptPane::cleanup()
{
    m_pane.reset();
    m_model.reset();
}

QMessageBox *TestTranscriptPane::promptFor(const char *url)
{
    Q_EMIT m_pane->view().linkActivated(QUrl(QLatin1String(url)));
    return m_pane->findChild<QMessageBox *>(QStringLiteral("linkPrompt"));
}

void TestTranscriptPane::findsAsOneTypes()
{
    QVERIFY(!find<QWidget>("searchField").isVisible());
    m_pane->find();
    QVERIFY(find<QWidget>("searchField").isVisible());
    type(QStringLiteral("line 1"));
    // 1 and 10 to 19.
    QCOMPARE(count(), QStringLiteral("1 of 11"));
    QVERIFY(m_pane->view().viewport()->rect().contains(m_pane->view().rowRect(19)));
    type(QStringLiteral("2"));
    QCOMPARE(count(), QStringLiteral("1 of 1"));
    QVERIFY(m_pane->view().viewport()->rect().contains(m_pane->view().rowRect(12)));
}

void TestTranscriptPane::goesFromHitToHit()
{
    m_pane->find();
    type(QStringLiteral("line 1"));
    auto &field = find<QLineEdit>("searchField");
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(count(), QStringLiteral("2 of 11"));
    QTest::mouseClick(&find<QToolButton>("searchNext"), Qt::LeftButton);
    QCOMPARE(count(), QStringLiteral("3 of 11"));
    m_pane->findNext();
    QCOMPARE(count(), QStringLiteral("4 of 11"));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::mouseClick(&find<QToolButton>("searchPrevious"), Qt::LeftButton);
    m_pane->findPrevious();
    QCOMPARE(count(), QStringLiteral("1 of 11"));
    m_pane->findPrevious();
    QCOMPARE(count(), QStringLiteral("11 of 11"));
    QVERIFY(m_pane->view().viewport()->rect().contains(m_pane->view().rowRect(1)));
}

void TestTranscriptPane::showsAHitInAVeryLongLine()
{
    m_model->append(chat(QStringLiteral("word ").repeated(3000) + QStringLiteral("needle ")
                         + QStringLiteral("word ").repeated(3000)));
    m_pane->find();
    type(QStringLiteral("needle"));
    TranscriptView &view = m_pane->view();
    const QRect place = view.laidOut(100).placeOf(15'000).translated(view.rowRect(100).topLeft());
    QVERIFY(view.viewport()->rect().contains(place.center()));
}

void TestTranscriptPane::saysThatNothingWasFound()
{
    m_pane->find();
    QCOMPARE(count(), QString());
    type(QStringLiteral("rhinoceros"));
    QCOMPARE(count(), QStringLiteral("Not found"));
    QVERIFY(!find<QToolButton>("searchNext").isEnabled());
}

void TestTranscriptPane::escapeEndsTheSearch()
{
    m_pane->find();
    type(QStringLiteral("line 1"));
    QTest::keyClick(&find<QLineEdit>("searchField"), Qt::Key_Escape);
    QVERIFY(!find<QWidget>("searchField").isVisible());
    QTRY_VERIFY(m_pane->view().hasFocus());
    QCOMPARE(m_pane->view().textCursor().row(), 19);
    m_pane->findNext();
    QVERIFY(find<QWidget>("searchField").isVisible());
    QCOMPARE(count(), QStringLiteral("1 of 11"));
}

void TestTranscriptPane::zoomsByWheelAndKeepsIt()
{
    TranscriptView &view = m_pane->view();
    const int height = view.rowRect(99).height();
    QWheelEvent event(QPointF(10, 10), view.mapToGlobal(QPointF(10, 10)), {}, QPoint(0, 240), Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
    QTRY_VERIFY(view.rowRect(99).height() > height);
    QCOMPARE(TextZoom(*m_settings).percent(), 125);
    TranscriptPane other(*m_model, *m_settings);
    other.resize(400, 300);
    other.show();
    QTRY_COMPARE(other.view().rowRect(99).height(), view.rowRect(99).height());
    m_pane->resetZoom();
    QTRY_COMPARE(view.rowRect(99).height(), height);
}

void TestTranscriptPane::zoomHasBounds()
{
    TextZoom zoom(*m_settings);
    zoom.step(100);
    QCOMPARE(zoom.percent(), 300);
    zoom.step(1);
    QCOMPARE(zoom.percent(), 300);
    zoom.step(-100);
    QCOMPARE(zoom.percent(), 50);
    m_settings->setValue(QStringLiteral("conversation/textZoom"), QStringLiteral("a lot"));
    QCOMPARE(zoom.percent(), 100);
}

void TestTranscriptPane::asksBeforeALinkIsOpened()
{
    QMessageBox *prompt = promptFor("https://example.com/x");
    if (prompt == nullptr)
        qFatal("no prompt");
    QVERIFY(prompt->isVisible());
    QVERIFY(prompt->text().contains(QStringLiteral("https://example.com/x")));
    QTest::mouseClick(prompt->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(m_opened.isEmpty());
    QTRY_VERIFY(!m_pane->findChild<QMessageBox *>());
    QTest::mouseClick(
        promptFor("https://example.com/x")->findChild<QPushButton *>(QStringLiteral("openLink")),
        Qt::LeftButton);
    QCOMPARE(m_opened, QList<QUrl>({QUrl(QStringLiteral("https://example.com/x"))}));
}

void TestTranscriptPane::showsWhereALinkReallyLeads()
{
    QString words = promptFor("https://bank.example@evil.example/%3Cb%3E")->text();
    // Blanks of no width let the label break the address.
    words.remove(QChar(0x200b));
    QVERIFY(words.contains(QStringLiteral("It leads to evil.example:")));
    QVERIFY(words.contains(QStringLiteral("%3Cb%3E")));
    // Letters that look like others are shown as they go over the wire.
    Q_EMIT m_pane->view().linkActivated(QUrl(QStringLiteral("https://ex\u0430mple.com/")));
    const auto prompts = m_pane->findChildren<QMessageBox *>(QStringLiteral("linkPrompt"));
    QVERIFY(prompts.last()->text().contains(QStringLiteral("https://xn--")));
    QCOMPARE(prompts.last()->textFormat(), Qt::PlainText);
}

void TestTranscriptPane::saysThatALinkCannotBeOpened()
{
    QTest::mouseClick(
        promptFor("https://nobody.example/")->findChild<QPushButton *>(QStringLiteral("openLink")),
        Qt::LeftButton);
    auto *problem = m_pane->findChild<QMessageBox *>(QStringLiteral("linkProblem"));
    QVERIFY(problem && problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("nobody.example")));
}

QTEST_MAIN(TestTranscriptPane)
#include "tst_transcriptpane.moc"
