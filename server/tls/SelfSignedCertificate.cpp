// SPDX-License-Identifier: MIT
#include "tls/SelfSignedCertificate.h"

#include "tls/OpenSsl.h"
#include "tls/TlsContext.h"

#include <QSaveFile>

namespace Greenroom {

namespace {

using OpenSsl::Bio;
using OpenSsl::Certificate;
using OpenSsl::Key;

constexpr int serialBits = 127;
constexpr long x509Version3 = 2;
constexpr std::chrono::days clockSkew{1};
constexpr qint64 largestPem = 65536;

time_t epochSeconds(WallTime moment)
{
    return static_cast<time_t>(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
}

bool addExtension(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const OpenSsl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerialNumber(X509 *certificate)
{
    BIGNUM *number = BN_new();
    const bool isSet = BN_rand(number, serialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
                       && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return isSet;
}

bool addName(X509_NAME *name, const char *field, const char *value)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(value);
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC, bytes, -1, -1, 0) == 1;
}

bool setNames(X509 *certificate)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    return addName(name, "O", "Greenroom") && addName(name, "CN", "localhost")
           && X509_set_issuer_name(certificate, name) == 1;
}

void setTimes(X509 *certificate, WallTime now)
{
    ASN1_TIME_set(X509_getm_notBefore(certificate), epochSeconds(now - clockSkew));
    ASN1_TIME_set(X509_getm_notAfter(certificate),
                  epochSeconds(now - clockSkew + SelfSignedCertificate::lifetime));
}

bool addExtensions(X509 *certificate)
{
    return addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE")
           && addExtension(certificate, NID_key_usage, "critical,digitalSignature")
           && addExtension(certificate, NID_ext_key_usage, "serverAuth")
           && addExtension(certificate, NID_subject_key_identifier, "hash")
           && addExtension(certificate, NID_subject_alt_name,
                           "DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:::1");
}

QByteArray contents(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? contents(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    const bool isWritten =
        PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return isWritten ? contents(bio.get()) : QByteArray();
}

QByteArray readFile(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(largestPem) : QByteArray();
}

Result<void> keep(const QString &name, const QByteArray &bytes)
{
    QSaveFile file(name);
    // For nobody else, before anything is in it.
    const bool isKept = file.open(QIODevice::WriteOnly)
                        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                        && file.write(bytes) == bytes.size() && file.commit();
    if (isKept)
        return {};
    return failure(SelfSignedCertificate::tr("“%1” cannot be written: %2.")
                       .arg(QDir::toNativeSeparators(name), file.errorString()));
}

} // namespace

Result<SelfSignedCertificate> SelfSignedCertificate::make(WallTime now)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const bool isMade = key != nullptr && certificate != nullptr
                        && X509_set_version(certificate.get(), x509Version3) == 1
                        && setSerialNumber(certificate.get()) && setNames(certificate.get())
                        && X509_set_pubkey(certificate.get(), key.get()) == 1;
    if (isMade)
        setTimes(certificate.get(), now);
    const bool isSigned = isMade && addExtensions(certificate.get())
                          && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    ERR_clear_error();
    if (!isSigned)
        return failure(tr("A certificate could not be made."));
    return SelfSignedCertificate{pem(certificate.get()), pem(key.get())};
}

Result<SelfSignedCertificate> SelfSignedCertificate::kept(const QDir &folder, WallTime now)
{
    const QString ownFile = certificateFile(folder);
    const QString keyFile = folder.filePath(QStringLiteral("certificate-key.pem"));
    const SelfSignedCertificate found{readFile(ownFile), readFile(keyFile)};
    if (TlsContext::fromPem(found.certificate, found.key) && found.isValidAt(now)
        && found.isValidAt(now + std::chrono::days(1)))
        return found;
    auto made = make(now);
    if (!made)
        return made;
    if (const auto isKept = keep(keyFile, made->key); !isKept)
        return tl::unexpected(isKept.error());
    if (const auto isKept = keep(ownFile, made->certificate); !isKept)
        return tl::unexpected(isKept.error());
    return made;
}

QString SelfSignedCertificate::certificateFile(const QDir &folder)
{
    return folder.filePath(QStringLiteral("certificate.pem"));
}

bool SelfSignedCertificate::isValidAt(WallTime moment) const
{
    const Bio bio(BIO_new_mem_buf(certificate.constData(), static_cast<int>(certificate.size())));
    const Certificate read(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (read == nullptr)
        return false;
    const time_t seconds = epochSeconds(moment);
    return ASN1_TIME_cmp_time_t(X509_get0_notBefore(read.get()), seconds) <= 0
           && ASN1_TIME_cmp_time_t(X509_get0_notAfter(read.get()), seconds) > 0;
}

} // namespace Greenroom
