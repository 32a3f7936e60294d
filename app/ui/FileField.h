// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Greenroom {

/// A field for the path of a file that is to be read, with a button that lets one choose it.
class FileField : public QWidget
{
    Q_OBJECT

public:
    /// The field is called `name`, its button `<name>Choose`; `title` names both for those who do not see
    /// them.
    FileField(const QString &title, const char *name, QWidget *parent = nullptr);

    /// As the system writes it, blanks around it taken away.
    QString path() const;
    void setPath(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void choose();

    QLineEdit *m_field;
    QPushButton *m_button;
    QString m_title;
};

} // namespace Greenroom
