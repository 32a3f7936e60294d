// SPDX-License-Identifier: MIT
#include "integrations/WellFormed.h"

namespace Greenroom {

QString wellFormed(const QString &text)
{
    QString result = text;
    for (qsizetype index = 0; index < text.size(); ++index) {
        const QStringView next = QStringView(text).sliced(index).left(2);
        if (next.size() == 2 && next.front().isHighSurrogate() && next.back().isLowSurrogate())
            ++index;
        else if (next.front().isSurrogate())
            result[index] = QChar::ReplacementCharacter;
    }
    return result;
}

} // namespace Greenroom
