// SPDX-License-Identifier: MIT
#include "common/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Greenroom {

namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &catalogue,
             const QString &directory)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, catalogue, QStringLiteral("_"), directory))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations(QCoreApplication &application)
{
    const QString own = QStringLiteral(":/translations");
    const QString qts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    // English has a catalogue too, for its plurals; it also serves where a language has none of its own.
    install(application, QLocale(QLocale::English), QStringLiteral("greenroom"), own);
    install(application, QLocale(), QStringLiteral("qtbase"), qts);
    install(application, QLocale(), QStringLiteral("greenroom"), own);
}

} // namespace Greenroom
