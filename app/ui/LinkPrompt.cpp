// SPDX-License-Identifier: MIT
#include "ui/LinkPrompt.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Greenroom {

namespace {

constexpr int longestShown = 400;
constexpr int piece = 40;

/// As it goes over the wire, so that look-alike letters show; cut in the middle, since host and end tell
/// most.
QString shownAddress(const QUrl &url)
{
    QString address = url.toString(QUrl::FullyEncoded);
    if (address.size() > longestShown)
        address = address.left(longestShown / 2) + QStringLiteral("…") + address.right(longestShown / 2);
    // A label breaks lines at blanks only, so blanks of no width are put in.
    for (qsizetype at = address.size() / piece * piece; at > 0; at -= piece)
        address.insert(at, QChar(0x200b));
    return address;
}

} // namespace

LinkPrompt::LinkPrompt(QWidget &window)
    : QObject(&window),
      m_window(window),
      m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
}

void LinkPrompt::setOpener(Opener opener)
{
    m_opener = std::move(opener);
}

void LinkPrompt::ask(const QUrl &url)
{
    const QString address = shownAddress(url);
    const bool isMail = url.scheme() == QLatin1String("mailto");
    QMessageBox &question =
        box(isMail ? tr("Write an e-mail?\n\nThe link leads to:\n%1").arg(address)
                   : tr("Open this link?\n\nIt leads to %1:\n%2", "%1 is a host, %2 the whole address")
                         .arg(url.host(QUrl::FullyEncoded), address));
    question.setObjectName(QStringLiteral("linkPrompt"));
    QPushButton *open = question.addButton(tr("&Open"), QMessageBox::AcceptRole);
    open->setObjectName(QStringLiteral("openLink"));
    QPushButton *copy = question.addButton(tr("&Copy address"), QMessageBox::ActionRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(open);
    connect(open, &QPushButton::clicked, this, [this, url] { this->open(url); });
    connect(copy, &QPushButton::clicked, this,
            [url] { QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded)); });
    question.open();
}

void LinkPrompt::open(const QUrl &url)
{
    if (m_opener(url))
        return;
    QMessageBox &explanation =
        box(tr("No program on this computer opens this link:\n%1").arg(shownAddress(url)));
    explanation.setObjectName(QStringLiteral("linkProblem"));
    explanation.addButton(QMessageBox::Close);
    explanation.open();
}

QMessageBox &LinkPrompt::box(const QString &text)
{
    auto *made = new QMessageBox(&m_window);
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setTextFormat(Qt::PlainText);
    made->setWindowTitle(tr("Link"));
    made->setText(text);
    return *made;
}

} // namespace Greenroom
