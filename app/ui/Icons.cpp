// SPDX-License-Identifier: MIT
#include "ui/Icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace Greenroom::Icons {

namespace {

class SymbolicEngine final : public QIconEngine
{
public:
    SymbolicEngine(QString name, const QColor &colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect, pixmap(rect.size() * painter->device()->devicePixelRatioF(), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(m_name)).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), colourFor(mode));
        return drawn;
    }

    QIconEngine *clone() const override { return new SymbolicEngine(m_name, m_colour); }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.4F);
        return colour;
    }

    QString m_name;
    QColor m_colour;
};

} // namespace

QIcon symbolic(const QString &name, const QColor &colour)
{
    return QIcon(new SymbolicEngine(name, colour));
}

QIcon application()
{
    return QIcon(QStringLiteral(":/icons/greenroom.svg"));
}

} // namespace Greenroom::Icons
