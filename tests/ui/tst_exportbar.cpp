// SPDX-License-Identifier: MIT
#include "export/ExportJob.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"
#include "support/Ui.h"
#include "ui/ConversationPage.h"
#include "ui/ExportBar.h"
#include "ui/TranscriptPane.h"
#include "ui/TranscriptView.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

using namespace Greenroom;
using namespace Greenroom::Test;

/// From the menu to the file.
class TestExportBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksByKeyWhereTo();
    void theChosenFilterGivesTheSuffix();
    void writesNoSecretOfTheAddress();
    void exportsTheSelectionFromTheContextMenu();
    void othersGoOnMeanwhile();
    void cancels();
    void saysWhatWentWrong();
    void goesWithItsSession();

private:
    QFileDialog &dialog();
    void choose(const QString &name);
    QString path(const QString &name) const { return m_directory.filePath(name); }
    static QByteArray content(const QString &path);
    TranscriptModel &transcript() { return m_window->currentPage().conversation().transcript(); }
    void fill(int lines);
    QString words() { return Test::words(*m_window, "exportWords"); }

    FakeClock m_clock;
    QTemporaryDir m_directory;
    std::unique_ptr<FakeTransports> m_transports;
    std::unique_ptr<UiServices> m_ui;
    std::unique_ptr<MainWindow> m_window;
};

void TestExportBar::init()
{
    m_transports = std::make_unique<FakeTransports>();
    m_ui = std::make_unique<UiServices>(m_transports->factory(), &m_clock);
    // Not deleted by close(), but here.
    m_window = std::make_unique<MainWindow>(m_ui->services());
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestExportBar::cleanup()
{
    m_window.reset();
}

QFileDialog &TestExportBar::dialog()
{
    auto *dialog = m_window->findChild<QFileDialog *>(QStringLiteral("exportDialog"));
    if (dialog == nullptr)
        qFatal("no dialog");
    return *dialog;
}

void TestExportBar::choose(const QString &name)
{
    dialog().setDirectory(m_directory.path());
    dialog().findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(name);
    QMetaObject::invokeMethod(&dialog(), "accept");
}

QByteArray TestExportBar::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

void TestExportBar::fill(int lines)
{
    for (int line = 0; line < lines; ++line) {
        transcript().append({Message::Kind::Chat,
                             QStringLiteral("ann="),
                             QStringLiteral("Line %1").arg(line),
                             m_clock.wallTime(),
                             {}});
    }
}

void TestExportBar::asksByKeyWhereTo()
{
    fill(3);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(dialog().nameFilters().size(), 4);
    choose(QStringLiteral("out.csv"));
    QTRY_COMPARE(words(),
                 QStringLiteral("3 message(s) exported to %1.").arg(path(QStringLiteral("out.csv"))));
    QVERIFY(content(path(QStringLiteral("out.csv"))).contains("\"Line 2\""));
    auto &close = find<QPushButton>(*m_window, "exportCancel");
    QCOMPARE(close.text(), QStringLiteral("Close"));
    QTest::mouseClick(&close, Qt::LeftButton);
    QVERIFY(!find<QWidget>(*m_window, "exportBar").isVisible());
}

void TestExportBar::theChosenFilterGivesTheSuffix()
{
    fill(1);
    m_window->currentPage().exportBar().exportAll();
    const QString html = dialog().nameFilters().filter(QStringLiteral("html")).constFirst();
    dialog().selectNameFilter(html);
    Q_EMIT dialog().filterSelected(html);
    choose(QStringLiteral("page"));
    QTRY_VERIFY(content(path(QStringLiteral("page.html"))).startsWith("<!DOCTYPE html>"));
}

void TestExportBar::writesNoSecretOfTheAddress()
{
    const QString stage = QStringLiteral("wss://example.com/dev?token=hunter2&room=7");
    m_window->currentPage().connectTo(QUrl(stage));
    m_window->currentPage().exportBar().exportAll();
    QVERIFY(!dialog().selectedFiles().value(0).contains(QStringLiteral("hunter2")));
    choose(QStringLiteral("out.txt"));
    QTRY_VERIFY(content(path(QStringLiteral("out.txt"))).contains("wss://example.com/dev?room=7"));
    QVERIFY(!content(path(QStringLiteral("out.txt"))).contains("hunter2"));
}

void TestExportBar::exportsTheSelectionFromTheContextMenu()
{
    fill(5);
    TranscriptView &view = m_window->currentPage().transcriptPane().view();
    view.textCursor().select({1, 0}, {2, 4});
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5),
                            view.viewport()->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(view.viewport(), &event);
    auto *menu = view.findChild<QMenu *>(QStringLiteral("transcriptMenu"));
    if (menu == nullptr)
        qFatal("no menu");
    menu->findChild<QAction *>(QStringLiteral("exportSelection"))->trigger();
    menu->close();
    choose(QStringLiteral("part.txt"));
    QTRY_VERIFY(content(path(QStringLiteral("part.txt"))).endsWith(": Line\n"));
    const QByteArray file = content(path(QStringLiteral("part.txt")));
    QVERIFY(file.contains(": Line 1\n"));
    QVERIFY(!file.contains("Line 3") && !file.contains("Line 0"));
}

void TestExportBar::othersGoOnMeanwhile()
{
    fill(3 * ExportJob::mostRowsInATurn);
    ExportBar &bar = m_window->currentPage().exportBar();
    bar.write(path(QStringLiteral("out.txt")), ExportRange::all(transcript().rowCount()));
    QVERIFY(find<QProgressBar>(*m_window, "exportProgress").isVisible());
    // It is the same export that goes on.
    bar.exportAll();
    QVERIFY(!m_window->findChild<QFileDialog *>());
    m_window->openSession();
    QVERIFY(!find<QWidget>(*m_window, "exportBar").isVisible());
    QVERIFY(m_window->currentPage().isEnabled());
    QTRY_VERIFY(!bar.isExporting());
    QVERIFY(content(path(QStringLiteral("out.txt"))).contains("Line 1499"));
}

void TestExportBar::cancels()
{
    fill(3 * ExportJob::mostRowsInATurn);
    ExportBar &bar = m_window->currentPage().exportBar();
    bar.write(path(QStringLiteral("none.txt")), ExportRange::all(transcript().rowCount()));
    QTest::mouseClick(&find<QPushButton>(*m_window, "exportCancel"), Qt::LeftButton);
    QVERIFY(!bar.isExporting() && !bar.isVisible());
    QCoreApplication::processEvents();
    QVERIFY(!QFile::exists(path(QStringLiteral("none.txt"))));
}

void TestExportBar::saysWhatWentWrong()
{
    fill(1);
    ExportBar &bar = m_window->currentPage().exportBar();
    bar.write(path(QStringLiteral("missing/out.txt")), ExportRange::all(1));
    QTRY_VERIFY(!bar.isExporting());
    const auto labels = bar.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("missing/out.txt"));
    }));
    QVERIFY(!find<QLabel>(*m_window, "exportWords").isVisible());
}

void TestExportBar::goesWithItsSession()
{
    fill(3 * ExportJob::mostRowsInATurn);
    m_window->currentPage().exportBar().write(path(QStringLiteral("gone.txt")),
                                              ExportRange::all(transcript().rowCount()));
    m_window->closeSession();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!QFile::exists(path(QStringLiteral("gone.txt"))));
}

QTEST_MAIN(TestExportBar)
#include "tst_exportbar.moc"
