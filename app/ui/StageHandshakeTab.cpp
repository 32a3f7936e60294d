// SPDX-License-Identifier: MIT
#include "ui/StageHandshakeTab.h"

#include "stages/OptionRules.h"
#include "ui/OptionLinesTable.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace Greenroom {

namespace {

using Line = OptionLinesModel::Line;

QList<Line> linesOf(const QList<HeaderLine> &headers, const OptionSecrets &secrets)
{
    QList<Line> lines;
    for (const HeaderLine &header : headers) {
        const QString name = QString::fromLatin1(header.name);
        const bool isSecret = header.value.isEmpty();
        lines.append({name,
                      isSecret ? secrets.headers.value(name.toLower()) : QString::fromLatin1(header.value),
                      isSecret});
    }
    return lines;
}

QList<Line> linesOf(const QList<QueryItem> &items, const OptionSecrets &secrets)
{
    QList<Line> lines;
    for (const QueryItem &item : items)
        lines.append(
            {item.name, item.isSecret ? secrets.queryItems.value(item.name) : item.value, item.isSecret});
    return lines;
}

QStringList unknownOf(const QList<Line> &lines)
{
    QStringList names;
    for (const Line &line : lines) {
        if (line.isSecret && line.value.isEmpty())
            names.append(line.name.toLower());
    }
    return names;
}

} // namespace

StageHandshakeTab::StageHandshakeTab(QWidget *parent)
    : QWidget(parent),
      m_headers(
          new OptionLinesTable(OptionLinesModel::Form::NamesAndValues, tr("&Headers"), "headers", this)),
      m_queryItems(new OptionLinesTable(OptionLinesModel::Form::NamesAndValues,
                                        tr("&Query items, added to those of the address"), "queryItems",
                                        this)),
      m_subprotocols(new OptionLinesTable(OptionLinesModel::Form::Names,
                                          tr("&Subprotocols, the preferred one first"), "subprotocols", this))
{
    auto *note = new QLabel(
        tr("Values that are secret are kept with your other secrets, never in the settings."), this);
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_headers, 1);
    layout->addWidget(m_queryItems, 1);
    layout->addWidget(m_subprotocols, 1);
    layout->addWidget(note);
}

void StageHandshakeTab::show(const StageOptions &options, const OptionSecrets &secrets)
{
    const QList<Line> headers = linesOf(options.headers, secrets);
    const QList<Line> items = linesOf(options.queryItems, secrets);
    QList<Line> subprotocols;
    for (const QString &name : options.subprotocols)
        subprotocols.append({name, {}, false});
    m_headers->model().setLines(headers);
    m_queryItems->model().setLines(items);
    m_subprotocols->model().setLines(subprotocols);
    m_unknown = unknownOf(headers);
}

bool StageHandshakeTab::take(StageOptions &options, OptionSecrets &secrets)
{
    options.headers.clear();
    options.queryItems.clear();
    options.subprotocols.clear();
    secrets.headers.clear();
    secrets.queryItems.clear();
    return takeHeaders(options, secrets) && takeQueryItems(options, secrets) && takeSubprotocols(options);
}

bool StageHandshakeTab::takeHeaders(StageOptions &options, OptionSecrets &secrets)
{
    const QList<Line> lines = m_headers->model().lines();
    QStringList names;
    for (qsizetype place = 0; place < lines.size(); ++place) {
        const Line &line = lines.at(place);
        const bool staysUnknown = line.value.isEmpty() && m_unknown.contains(line.name.toLower());
        Result<void> checked = OptionRules::checkHeaderName(line.name);
        if (checked && !staysUnknown)
            checked = OptionRules::checkHeaderValue(line.value);
        if (checked && names.contains(line.name.toLower()))
            checked = failure(tr("There are two headers “%1”; put both values into one, with a comma between "
                                 "them.")
                                  .arg(line.name));
        if (!checked) {
            m_headers->showMistake(place, checked.error().message);
            return false;
        }
        names.append(line.name.toLower());
        const QString value = line.value.trimmed();
        options.headers.append({line.name.toLatin1(), line.isSecret ? QByteArray() : value.toLatin1()});
        if (line.isSecret && !value.isEmpty())
            secrets.headers.insert(line.name.toLower(), value);
    }
    return true;
}

bool StageHandshakeTab::takeQueryItems(StageOptions &options, OptionSecrets &secrets)
{
    const QList<Line> lines = m_queryItems->model().lines();
    for (qsizetype place = 0; place < lines.size(); ++place) {
        const Line &line = lines.at(place);
        Result<void> checked = OptionRules::checkQueryName(line.name);
        if (checked)
            checked = OptionRules::checkQueryValue(line.value);
        if (checked && line.isSecret && secrets.queryItems.contains(line.name))
            checked = failure(tr("There are two secret query items “%1”; remove one.").arg(line.name));
        if (!checked) {
            m_queryItems->showMistake(place, checked.error().message);
            return false;
        }
        options.queryItems.append({line.name, line.isSecret ? QString() : line.value, line.isSecret});
        if (line.isSecret && !line.value.isEmpty())
            secrets.queryItems.insert(line.name, line.value);
    }
    return true;
}

bool StageHandshakeTab::takeSubprotocols(StageOptions &options)
{
    const QList<Line> lines = m_subprotocols->model().lines();
    for (qsizetype place = 0; place < lines.size(); ++place) {
        const QString name = lines.at(place).name;
        Result<void> checked = OptionRules::checkSubprotocol(name);
        if (checked && options.subprotocols.contains(name))
            checked = failure(tr("The subprotocol “%1” is there twice; remove one.").arg(name));
        if (!checked) {
            m_subprotocols->showMistake(place, checked.error().message);
            return false;
        }
        options.subprotocols.append(name);
    }
    return true;
}

} // namespace Greenroom
