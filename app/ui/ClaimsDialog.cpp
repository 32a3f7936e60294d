// SPDX-License-Identifier: MIT
#include "ui/ClaimsDialog.h"

#include "common/Timestamp.h"

#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <cmath>

namespace Greenroom {

namespace {

constexpr QSize usualSizeOfClaims{440, 360};
/// The end of the year 9999, in seconds since 1970.
constexpr double latestTime = 253402300799;

/// The time in the claim `name` in words; empty where there is none.
QString momentIn(const QJsonObject &claims, QLatin1String name)
{
    const double seconds = claims.value(name).toDouble(-1);
    if (seconds < 0 || seconds > latestTime)
        return {};
    return toStamp(WallTime(std::chrono::seconds(static_cast<qint64>(std::floor(seconds)))));
}

} // namespace

ClaimsDialog::ClaimsDialog(const QJsonObject &claims, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("claimsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Claims of the token"));
    resize(usualSizeOfClaims);
    QStringList lines{
        tr("This is what the token says of itself. It was read on this computer; only the stage "
           "can tell whether it is true.")};
    const QString made = momentIn(claims, QLatin1String("iat"));
    const QString end = momentIn(claims, QLatin1String("exp"));
    if (!made.isEmpty())
        lines << tr("Made at %1 (UTC)", "%1 is a time").arg(made);
    if (!end.isEmpty())
        lines << tr("Ends at %1 (UTC)", "%1 is a time").arg(end);
    auto *explanation = new QLabel(lines.join(u'\n'), this);
    explanation->setWordWrap(true);
    auto *text = new QPlainTextEdit(QString::fromUtf8(QJsonDocument(claims).toJson()).trimmed(), this);
    text->setObjectName(QStringLiteral("claims"));
    text->setAccessibleName(windowTitle());
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClaimsDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

} // namespace Greenroom
