// SPDX-License-Identifier: MIT
#include "stages/OptionsRequest.h"
#include "support/StageDialogBench.h"

#include <QLineEdit>

using namespace Greenroom;
using namespace Greenroom::Test;
using Bench = StageDialogBench;

/// The tables in the settings of a stage: headers, query items and subprotocols.
class TestStageDialogHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tablesAreEditedByKeyboard();
    void secretsGoToTheSecrets();
    void aSecretNameMakesASecret();
    void aSecretThatIsNotKnownMayStay();
    void aRemovedSecretIsForgotten();
    void mistakesInTablesAreShown_data();
    void mistakesInTablesAreShown();
    void anAttemptToConnectTakesWhatIsSet();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestStageDialogHandshake::init()
{
    // All but what Qt says of each dialog where there is no screen.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_bench = std::make_unique<Bench>();
}

void TestStageDialogHandshake::tablesAreEditedByKeyboard()
{
    m_bench->open();
    m_bench->showTab(1);
    auto &view = m_bench->field<QTableView>("headers");
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Insert);
    QTest::keyClicks(&m_bench->field<QLineEdit>("lineEditor"), QStringLiteral("X-Tenant"));
    QTest::keyClick(&m_bench->field<QLineEdit>("lineEditor"), Qt::Key_Return);
    // The view takes what was typed once the key has been dealt with.
    QTRY_COMPARE(view.model()->index(0, 0).data().toString(), QStringLiteral("X-Tenant"));
    QTRY_VERIFY(!view.findChild<QLineEdit *>());
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_F2);
    QTest::keyClicks(&m_bench->field<QLineEdit>("lineEditor"), QStringLiteral("blue"));
    QTest::keyClick(&m_bench->field<QLineEdit>("lineEditor"), Qt::Key_Return);
    QTRY_COMPARE(view.model()->index(0, 1).data().toString(), QStringLiteral("blue"));
    QTRY_VERIFY(!view.findChild<QLineEdit *>());
    QTest::keyClick(&view, Qt::Key_Insert);
    QTest::keyClick(&m_bench->field<QLineEdit>("lineEditor"), Qt::Key_Escape);
    QTRY_VERIFY(!view.findChild<QLineEdit *>());
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(view.model()->rowCount(), 1);
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage().options.headers, QList<HeaderLine>({{"X-Tenant", "blue"}}));
}

void TestStageDialogHandshake::secretsGoToTheSecrets()
{
    m_bench->open();
    m_bench->addLine("headers", "X-Own", "hidden");
    auto &headers = *m_bench->field<QTableView>("headers").model();
    QCOMPARE(headers.index(0, 1).data().toString(), QStringLiteral("hidden"));
    headers.setData(headers.index(0, 2), Qt::Checked, Qt::CheckStateRole);
    QVERIFY(!headers.index(0, 1).data().toString().contains(QStringLiteral("hidden")));
    m_bench->addLine("queryItems", "pin", "1234");
    auto &items = *m_bench->field<QTableView>("queryItems").model();
    items.setData(items.index(0, 2), Qt::Checked, Qt::CheckStateRole);
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage().options.headers, QList<HeaderLine>({{"X-Own", {}}}));
    QVERIFY(m_bench->stage().options.queryItems == QList<QueryItem>({{QStringLiteral("pin"), {}, true}}));
    QCOMPARE(m_bench->secrets().headers.value(QStringLiteral("x-own")), QStringLiteral("hidden"));
    QCOMPARE(m_bench->secrets().queryItems.value(QStringLiteral("pin")), QStringLiteral("1234"));
    // They are there again.
    m_bench->open();
    const auto &again = *m_bench->field<QTableView>("headers").model();
    QCOMPARE(again.index(0, 1).data(Qt::EditRole).toString(), QStringLiteral("hidden"));
}

void TestStageDialogHandshake::aSecretNameMakesASecret()
{
    m_bench->open();
    m_bench->addLine("headers", "Authorization", "hidden");
    auto &model = *m_bench->field<QTableView>("headers").model();
    QCOMPARE(model.index(0, 2).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(!model.index(0, 2).flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(m_bench->accept());
    QCOMPARE(m_bench->stage().options.headers, QList<HeaderLine>({{"Authorization", {}}}));
}

void TestStageDialogHandshake::aSecretThatIsNotKnownMayStay()
{
    StageOptions options;
    options.headers = {{"X-Own", {}}};
    m_bench->services.savedStages.setOptions(Bench::url(QStringLiteral("a")), options);
    m_bench->open();
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->stage().options == options);
}

void TestStageDialogHandshake::aRemovedSecretIsForgotten()
{
    secretsGoToTheSecrets();
    m_bench->showTab(1);
    for (const char *table : {"headers", "queryItems"}) {
        auto &view = m_bench->field<QTableView>(table);
        view.setCurrentIndex(view.model()->index(0, 0));
        QTest::mouseClick(&m_bench->field<QToolButton>(QByteArray(table).append("Remove").constData()),
                          Qt::LeftButton);
    }
    QVERIFY(m_bench->accept());
    QVERIFY(m_bench->services.secrets.of(Bench::url(QStringLiteral("a")), Secrets::Kind::Headers).isEmpty());
}

void TestStageDialogHandshake::mistakesInTablesAreShown_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *what, const char *table, const char *name, const char *value) {
        QTest::newRow(what) << QByteArray(table) << QByteArray(name) << QByteArray(value);
    };
    row("a header of the handshake itself", "headers", "Host", "b");
    row("a header with a line break", "headers", "X-A", "a\r\nHost: b");
    row("a header in another alphabet", "headers", "X-A", "ж");
    row("a header without a value", "headers", "X-A", "");
    row("a value without a header", "headers", "", "b");
    row("a header that is there twice", "headers", "x-TENANT", "b");
    row("a query item with a control character", "queryItems", "a", "b\x1b[31m");
    row("a query item without a name", "queryItems", "", "b");
    row("a subprotocol with a blank", "subprotocols", "a b", "");
    row("a subprotocol that is there twice", "subprotocols", "chat", "");
}

void TestStageDialogHandshake::mistakesInTablesAreShown()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const bool hasValues = table != "subprotocols";
    m_bench->open();
    m_bench->addLine("headers", "X-Tenant", "blue");
    m_bench->addLine("subprotocols", "chat");
    m_bench->addLine(table.constData(), name.constData(), hasValues ? value.constData() : nullptr);
    m_bench->showTab(3);
    m_bench->press(QDialogButtonBox::Ok);
    QVERIFY(m_bench->dialog().isVisible());
    QCOMPARE(m_bench->field<QTabWidget>("stageTabs").currentIndex(), 1);
    QVERIFY(!m_bench->hint((table + "Hint").constData()).isEmpty());
    auto &view = m_bench->field<QTableView>(table.constData());
    QCOMPARE(view.currentIndex().row(), view.model()->rowCount() - 1);
    // Gone with the line that was wrong.
    QTest::mouseClick(&m_bench->field<QToolButton>((table + "Remove").constData()), Qt::LeftButton);
    QCOMPARE(m_bench->hint((table + "Hint").constData()), QString());
    QVERIFY(m_bench->accept());
}

void TestStageDialogHandshake::anAttemptToConnectTakesWhatIsSet()
{
    Services &services = m_bench->services;
    services.connectRequests.add(OptionsRequest::part(services.savedStages, services.secrets));
    m_bench->open();
    m_bench->addLine("headers", "Authorization", "abc");
    m_bench->addLine("queryItems", "room", "1");
    m_bench->addLine("subprotocols", "chat");
    QVERIFY(m_bench->accept());
    m_bench->connectTo(QStringLiteral("a"));
    const ConnectRequest &request = m_bench->transports.last().request;
    QCOMPARE(request.headers, QList<HeaderLine>({{"Authorization", "abc"}}));
    QCOMPARE(request.address.query(), QStringLiteral("room=1"));
    QCOMPARE(request.subprotocols, QStringList{QStringLiteral("chat")});
}

QTEST_MAIN(TestStageDialogHandshake)
#include "tst_stagedialog_handshake.moc"
