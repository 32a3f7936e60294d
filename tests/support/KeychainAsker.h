// SPDX-License-Identifier: MIT
#pragma once

#include "secrets/KeychainSecretStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace Greenroom::Test {

/// The client's side, in a process of its own: the library holds fast to the first bus that it finds.
class Asker
{
public:
    explicit Asker(Clock &clock, QStringList acts) : m_store(clock), m_acts(std::move(acts))
    {
        m_key = qEnvironmentVariable("GREENROOM_TEST_KEY", QStringLiteral("wss://example.com/dev"));
    }

    /// Does one act after the other, prints the answers as a JSON list, and ends the program.
    void next()
    {
        if (m_acts.isEmpty()) {
            QTextStream(stdout) << QString::fromUtf8(QJsonDocument(m_answers).toJson(QJsonDocument::Compact));
            QCoreApplication::exit();
            return;
        }
        const QString act = m_acts.takeFirst();
        const auto note = [this](const SecretStore::Answer &answer) {
            m_answers.append(QJsonObject({{QStringLiteral("outcome"), static_cast<int>(answer.outcome)},
                                          {QStringLiteral("secret"), answer.secret},
                                          {QStringLiteral("trouble"), answer.trouble}}));
            next();
        };
        if (act == QLatin1String("read"))
            m_store.read(m_key, note);
        else if (act == QLatin1String("remove"))
            m_store.remove(m_key, note);
        else
            m_store.write(m_key, act, note);
    }

private:
    KeychainSecretStore m_store;
    QString m_key;
    QStringList m_acts;
    QJsonArray m_answers;
};

} // namespace Greenroom::Test
