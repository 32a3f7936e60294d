// SPDX-License-Identifier: MIT
#include "session/BinaryText.h"

#include "common/Utf8.h"

#include <QCoreApplication>
#include <algorithm>

namespace Greenroom::BinaryText {

namespace {

bool isReadable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.category() != QChar::Other_Control || c == u'\n' || c == u'\r' || c == u'\t';
    });
}

} // namespace

QString from(const QByteArray &bytes)
{
    constexpr qsizetype shown = 16;
    const auto text = Utf8::decode(bytes);
    if (text && isReadable(*text))
        return *text;
    const QString first = QString::fromLatin1(bytes.left(shown).toHex(' '));
    const int count = static_cast<int>(bytes.size());
    return QCoreApplication::translate("BinaryText", "Binary data, %n byte(s): %1", nullptr, count)
        .arg(bytes.size() > shown ? first + QStringLiteral(" …") : first);
}

} // namespace Greenroom::BinaryText
