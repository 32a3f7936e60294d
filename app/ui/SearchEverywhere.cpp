// SPDX-License-Identifier: MIT
#include "ui/SearchEverywhere.h"

#include "archive/ConversationKey.h"
#include "session/PersonName.h"
#include "transcript/LineText.h"
#include "ui/HitDelegate.h"
#include "ui/Words.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace Greenroom {

namespace {

constexpr QSize usual{560, 480};
constexpr int keyRole = Qt::UserRole;
constexpr int numberRole = Qt::UserRole + 1;
/// In UTF-16 units, of the text around what was found.
constexpr qsizetype before = 30;
constexpr qsizetype mostShown = 300;

QString excerpt(const QString &text, const QString &wanted)
{
    const qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive);
    const QString part = text.mid(std::max<qsizetype>(at - before, 0), mostShown);
    QString line = at > before ? QStringLiteral("…") + part : part;
    for (QChar &character : line)
        character = character == QLatin1Char('\n') ? QLatin1Char(' ') : character;
    return line;
}

} // namespace

SearchEverywhere::SearchEverywhere(Archive &archive, QWidget *parent)
    : QDialog(parent),
      m_search(archive),
      m_field(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_state(new QLabel(this)),
      m_delegate(new HitDelegate(this))
{
    build();
    connect(m_field, &QLineEdit::textChanged, &m_search, &ArchiveSearch::setWanted);
    connect(&m_search, &ArchiveSearch::changed, this, &SearchEverywhere::showHits);
    connect(m_list, &QListWidget::itemActivated, this, &SearchEverywhere::choose);
    showHits();
}

QString SearchEverywhere::text() const
{
    return m_field->text();
}

bool SearchEverywhere::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        QCoreApplication::sendEvent(m_list, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void SearchEverywhere::build()
{
    setObjectName(QStringLiteral("searchEverywhere"));
    setWindowTitle(tr("Search all conversations"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usual);
    m_field->setObjectName(QStringLiteral("everywhereField"));
    m_field->setAccessibleName(tr("Search all conversations"));
    m_field->setPlaceholderText(tr("Search all conversations"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("everywhereHits"));
    m_list->setAccessibleName(tr("Lines that were found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(m_delegate);
    m_state->setObjectName(QStringLiteral("everywhereState"));
    m_state->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
}

void SearchEverywhere::showHits()
{
    const QList<ArchiveSearch::Hit> &hits = m_search.hits();
    m_delegate->setWanted(m_search.wanted());
    if (hits.isEmpty())
        m_list->clear();
    for (qsizetype index = m_list->count(); index < hits.size(); ++index)
        m_list->addItem(itemOf(hits.at(index)));
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_state->setText(stateText());
}

QListWidgetItem *SearchEverywhere::itemOf(const ArchiveSearch::Hit &hit) const
{
    const Message &line = hit.line.line;
    const bool isLocal = hit.key == ConversationKey::ofLocalStage();
    const QString stage = isLocal ? tr("Local stage") : Words::stageTitle(QUrl(hit.key));
    const QString person = line.personId.isEmpty() ? QString() : PersonName::fromId(line.personId);
    const QString when = QLocale().toString(LineText::day(line.at), QLocale::ShortFormat) + QLatin1Char(' ')
                         + LineText::timeOfDay(line.at);
    QStringList parts{stage, line.delivery == Delivery::None ? person : tr("You"), when};
    parts.removeAll(QString());
    auto *item = new QListWidgetItem(excerpt(LineText::shown(line), m_search.wanted()));
    item->setData(keyRole, hit.key);
    item->setData(numberRole, hit.line.number);
    item->setData(HitDelegate::captionRole, parts.join(QStringLiteral(" · ")));
    item->setData(Qt::AccessibleTextRole,
                  item->text() + QStringLiteral(", ") + parts.join(QStringLiteral(", ")));
    return item;
}

QString SearchEverywhere::stateText() const
{
    const auto count = static_cast<int>(m_search.hits().size());
    if (m_search.wanted().isEmpty())
        return {};
    if (count == ArchiveSearch::mostHits)
        return tr("The newest %n line(s) are shown.", nullptr, count);
    if (m_search.isSearching())
        return tr("Searching…");
    return count == 0 ? tr("Not found") : tr("%n line(s) found", nullptr, count);
}

void SearchEverywhere::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    Q_EMIT chosen(item->data(keyRole).toString(), item->data(numberRole).toLongLong());
    close();
}

} // namespace Greenroom
