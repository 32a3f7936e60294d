// SPDX-License-Identifier: MIT
#include "common/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace Greenroom {

namespace {

void install(QCoreApplication &application, const QString &catalogue, const QString &directory)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), catalogue, QStringLiteral("_"), directory))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations(QCoreApplication &application)
{
    install(application, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("greenroom"), QStringLiteral(":/translations"));
}

} // namespace Greenroom
