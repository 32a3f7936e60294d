// SPDX-License-Identifier: MIT
#include "tls/TlsContext.h"

#include "tls/OpenSsl.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace Greenroom {

namespace {

/// Much more than any chain of certificates; a larger file was named by mistake.
constexpr qint64 largestPem = 1'000'000;

using OpenSsl::Bio;
using OpenSsl::Certificate;
using OpenSsl::Key;

/// Asked for a pass phrase, which nobody is there to type: notes that there should be one.
int noPassPhrase(char * /*buffer*/, int /*size*/, int /*isWriting*/, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

Bio reader(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

bool addCertificates(SSL_CTX *context, const QByteArray &pem)
{
    const Bio bio = reader(pem);
    const Certificate own(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr));
    if (own == nullptr || SSL_CTX_use_certificate(context, own.get()) != 1)
        return false;
    while (X509 *other = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        // The context owns it from then on.
        if (SSL_CTX_add0_chain_cert(context, other) != 1) {
            X509_free(other);
            return false;
        }
    }
    return true;
}

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

} // namespace

class TlsContext::Private
{
public:
    OpenSsl::Context context;
};

TlsContext::TlsContext(std::unique_ptr<Private> context) : d(std::move(context)) {}

TlsContext::~TlsContext() = default;

Result<std::shared_ptr<const TlsContext>> TlsContext::fromFiles(const QString &certificateFile,
                                                                const QString &keyFile)
{
    QList<QByteArray> contents;
    for (const QString &name : {certificateFile, keyFile}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return failure(tr("“%1” cannot be read: %2.").arg(shown(name), file.errorString()));
        contents.append(file.read(largestPem));
    }
    return fromPem(contents.at(0), contents.at(1), shown(certificateFile), shown(keyFile));
}

Result<std::shared_ptr<const TlsContext>> TlsContext::fromPem(const QByteArray &certificate,
                                                              const QByteArray &key,
                                                              const QString &certificateName,
                                                              const QString &keyName)
{
    OpenSsl::Context context(SSL_CTX_new(TLS_server_method()));
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    // A client who says nothing keeps no buffers, and what did not fit is written again from elsewhere.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    const bool hasCertificate = addCertificates(context.get(), certificate);
    bool isEncrypted = false;
    const Key privateKey(PEM_read_bio_PrivateKey(reader(key).get(), nullptr, noPassPhrase, &isEncrypted));
    const bool isKeyTaken = hasCertificate && privateKey != nullptr
                            && SSL_CTX_use_PrivateKey(context.get(), privateKey.get()) == 1
                            && SSL_CTX_check_private_key(context.get()) == 1;
    // What OpenSSL has said of it stands in its queue, and nobody shall find it there.
    ERR_clear_error();
    if (!hasCertificate)
        return failure(tr("“%1” holds no certificate that can be used; give a PEM file that begins with one.")
                           .arg(certificateName));
    if (isEncrypted)
        return failure(tr("The key in “%1” is encrypted; give one without a pass phrase.").arg(keyName));
    if (privateKey == nullptr)
        return failure(tr("“%1” holds no private key; give a PEM file with one.").arg(keyName));
    if (!isKeyTaken)
        return failure(
            tr("The key in “%1” is not that of the certificate in “%2”.").arg(keyName, certificateName));
    auto made = std::make_unique<Private>(Private{std::move(context)});
    return std::shared_ptr<const TlsContext>(new TlsContext(std::move(made)));
}

QByteArray TlsContext::fingerprint() const
{
    unsigned char *encoded = nullptr;
    const int size = i2d_X509(SSL_CTX_get0_certificate(d->context.get()), &encoded);
    const QByteArrayView bytes(encoded, std::max(size, 0));
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    OPENSSL_free(encoded);
    return hash.toHex(':').toUpper();
}

ssl_ctx_st *TlsContext::handle() const
{
    return d->context.get();
}

} // namespace Greenroom
