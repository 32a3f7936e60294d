// SPDX-License-Identifier: MIT
#include <QCoreApplication>
#include <QWebSocket>
#include <QWebSocketServer>
#include <cstdio>

/// `greenroom_bench_bare --port NUMBER`: what a program with a QWebSocketServer and nothing else takes to
/// start.
int main(int argc, char *argv[])
{
    // As greenroom-server has it.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QWebSocketServer server(QStringLiteral("bare"), QWebSocketServer::NonSecureMode);
    const quint16 port = QCoreApplication::arguments().value(2).toUShort();
    if (port == 0 || !server.listen(QHostAddress::LocalHost, port)) {
        std::fputs("greenroom_bench_bare --port NUMBER\n", stderr);
        return 2;
    }
    std::printf("Listening on ws://127.0.0.1:%d/\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
