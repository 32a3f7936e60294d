// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QJsonValue;
QT_END_NAMESPACE

namespace Greenroom {

class JsonChecker;

/// One statement of a policy. Of IAM's language this is what authorizers use: no conditions, no `NotAction`
/// and no `NotResource`, which are reported like any other unknown member.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
class PolicyStatement
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::PolicyStatement)

public:
    enum class Effect { Allow, Deny };

    /// Reports each mistake to `checker`, with `path` before its path.
    static PolicyStatement read(JsonChecker &checker, const QString &path, const QJsonValue &value);

    Effect effect() const { return m_effect; }
    /// Whether it speaks of invoking `resource`.
    bool covers(const QString &resource) const;

private:
    static QStringList texts(JsonChecker &checker, const QString &path, const QJsonValue &value);

    Effect m_effect = Effect::Deny;
    QStringList m_actions;
    QStringList m_resources;
};

} // namespace Greenroom
