// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <memory>

namespace Greenroom::Test {

/// Certificates made by `openssl` for the length of a test, each in `NAME.pem` with its key in `NAME.key`.
class TestCertificates
{
public:
    bool isValid() const { return m_directory.isValid(); }
    QString path(const QString &name) const { return m_directory.filePath(name); }

    /// One that has signed itself; `names` as in `DNS:localhost,IP:127.0.0.1`.
    bool makeSelfSigned(const QString &name, const QString &names, int days = 2) const
    {
        return run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                    QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                    QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                    QStringLiteral("-keyout"), path(name + QStringLiteral(".key")), QStringLiteral("-out"),
                    path(name + QStringLiteral(".pem")), QStringLiteral("-days"), QString::number(days),
                    QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                    QStringLiteral("subjectAltName=") + names});
    }

    /// One that the certificate `authority` has signed; `days` below zero are over.
    bool makeSigned(const QString &name, const QString &authority, const QString &names, int days = 2) const
    {
        QFile extensions(path(name + QStringLiteral(".ext")));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=" + names.toLatin1() + '\n');
        extensions.close();
        return run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"),
                    QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                    path(name + QStringLiteral(".key")), QStringLiteral("-out"),
                    path(name + QStringLiteral(".csr")), QStringLiteral("-subj"),
                    QStringLiteral("/CN=") + name})
               && run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                       path(name + QStringLiteral(".csr")), QStringLiteral("-CA"),
                       path(authority + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
                       path(authority + QStringLiteral(".key")), QStringLiteral("-CAcreateserial"),
                       QStringLiteral("-out"), path(name + QStringLiteral(".pem")), QStringLiteral("-days"),
                       QString::number(days), QStringLiteral("-extfile"),
                       path(name + QStringLiteral(".ext"))});
    }

    /// The key `name` once more, encrypted, in `name-protected.key`; in the form that OpenSSL had before 1.0
    /// if `isTraditional`.
    bool protectKey(const QString &name, const QString &passphrase, bool isTraditional = false) const
    {
        QStringList arguments{QStringLiteral("pkey"),
                              QStringLiteral("-in"),
                              path(name + QStringLiteral(".key")),
                              QStringLiteral("-aes256"),
                              QStringLiteral("-passout"),
                              QStringLiteral("pass:") + passphrase,
                              QStringLiteral("-out"),
                              path(name + QStringLiteral("-protected.key"))};
        if (isTraditional)
            arguments.append(QStringLiteral("-traditional"));
        return run(arguments);
    }

    QSslCertificate certificate(const QString &name) const
    {
        const auto found = QSslCertificate::fromPath(path(name + QStringLiteral(".pem")));
        return found.isEmpty() ? QSslCertificate() : found.constFirst();
    }

    QSslKey key(const QString &name) const
    {
        QFile file(path(name + QStringLiteral(".key")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray pem = file.readAll();
        QSslKey rsa(pem, QSsl::Rsa);
        return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
    }

    /// A server that shows the certificate `name`, and asks for one that the certificate called `authority`
    /// has signed if `mode` says so.
    std::unique_ptr<QTcpServer> server(const QString &name,
                                       QSslSocket::PeerVerifyMode mode = QSslSocket::QueryPeer) const
    {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate(name));
        configuration.setPrivateKey(key(name));
        configuration.setCaCertificates({certificate(QStringLiteral("authority"))});
        configuration.setPeerVerifyMode(mode);
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(configuration);
        return server;
    }

private:
    static bool run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit
               && openssl.exitCode() == 0;
    }

    QTemporaryDir m_directory;
};

} // namespace Greenroom::Test
