// SPDX-License-Identifier: MIT
#pragma once

#include "stages/OptionSecrets.h"
#include "support/StagesBench.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace Greenroom::Test {

/// A window with the saved stages `a`, in sight, and `Work/b`, and the settings of the first.
struct StageDialogBench : StagesBench
{
    StageDialogBench() : StagesBench({QStringLiteral("a"), QStringLiteral("Work/b")}) { choose("a"); }

    bool isOpen() const { return window->findChild<QDialog *>(QStringLiteral("stageDialog")) != nullptr; }
    QDialog &dialog() const { return find<QDialog>(*window, "stageDialog"); }
    template <class Widget>
    Widget &field(const char *name) const
    {
        return find<Widget>(dialog(), name);
    }
    /// Opens the settings and waits for the tables, which wait for the secrets.
    QDialog &open() const
    {
        act("a", "editStage");
        if (!QTest::qWaitFor([this] { return field<QTableView>("headers").isEnabled(); }))
            qFatal("no secrets");
        return dialog();
    }
    void press(QDialogButtonBox::StandardButton button) const
    {
        QTest::mouseClick(dialog().findChild<QDialogButtonBox *>()->button(button), Qt::LeftButton);
    }
    /// Presses it and waits for the dialog to be gone.
    bool close(QDialogButtonBox::StandardButton button) const
    {
        press(button);
        return QTest::qWaitFor([this] { return !isOpen(); });
    }
    bool accept() const { return close(QDialogButtonBox::Ok); }
    bool cancel() const { return close(QDialogButtonBox::Cancel); }
    void showTab(int tab) const { field<QTabWidget>("stageTabs").setCurrentIndex(tab); }
    void addLine(const char *table, const char *name, const char *value = nullptr) const
    {
        showTab(1);
        auto &lines = field<QTableView>(table);
        QTest::mouseClick(&field<QToolButton>(QByteArray(table).append("Add").constData()), Qt::LeftButton);
        QAbstractItemModel &model = *lines.model();
        const int row = model.rowCount() - 1;
        model.setData(model.index(row, 0), QString::fromUtf8(name));
        if (value != nullptr)
            model.setData(model.index(row, 1), QString::fromUtf8(value));
        lines.setCurrentIndex({});
    }
    /// What a line of the dialog says; empty while it says nothing.
    QString hint(const char *name) const
    {
        const auto &line = field<QWidget>(name);
        return line.isVisible() ? line.accessibleName() : QString();
    }
    SavedStage stage(const char *name = "a") const
    {
        return *services.savedStages.find(url(QLatin1String(name)));
    }
    OptionSecrets secrets() const
    {
        return OptionSecrets::fromJson(services.secrets.of(stage().address, Secrets::Kind::Headers));
    }
};

} // namespace Greenroom::Test
