// SPDX-License-Identifier: MIT
#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <memory>

struct ssl_ctx_st;

namespace Greenroom {

/// A certificate with its key, and how TLS is spoken with them: version 1.2 or later, as API Gateway has it.
class TlsContext
{
    Q_DECLARE_TR_FUNCTIONS(Greenroom::TlsContext)

public:
    ~TlsContext();
    Q_DISABLE_COPY_MOVE(TlsContext)

    /// Reads PEM files; the error is a sentence that names the file.
    static Result<std::shared_ptr<const TlsContext>> fromFiles(const QString &certificateFile,
                                                               const QString &keyFile);
    /// The same from what is in such files. The names are for the error.
    static Result<std::shared_ptr<const TlsContext>> fromPem(const QByteArray &certificate,
                                                             const QByteArray &key,
                                                             const QString &certificateName = {},
                                                             const QString &keyName = {});

    /// The certificate's SHA-256 fingerprint, `AB:CD:…`.
    QByteArray fingerprint() const;

    /// For TlsSession.
    ssl_ctx_st *handle() const;

private:
    class Private;
    explicit TlsContext(std::unique_ptr<Private> context);

    std::unique_ptr<Private> d;
};

} // namespace Greenroom
