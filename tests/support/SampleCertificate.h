// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QString>

/// A certificate for `chat.example.com` that nobody trusts, valid for a hundred years, and its key. They were
/// made for tests alone.
namespace Greenroom::Test {

inline QByteArray certificatePem()
{
    return R"(-----BEGIN CERTIFICATE-----
MIIB8DCCAZagAwIBAgIUapSBfqUQeZYhGg9dVJ4XY6HphngwCgYIKoZIzj0EAwIw
NDEZMBcGA1UEAwwQY2hhdC5leGFtcGxlLmNvbTEXMBUGA1UECgwORXhhbXBsZSBT
dGFnZXMwIBcNMjYxMTIyMDE0NDI4WhgPMjEyNjEwMjkwMTQ0MjhaMDQxGTAXBgNV
BAMMEGNoYXQuZXhhbXBsZS5jb20xFzAVBgNVBAoMDkV4YW1wbGUgU3RhZ2VzMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEe1OiKDWFloBibk5oBY4zjHdeuw9MHI84
jwESEUuNKL1zWOGwzYC5gD222Ax1j+sQEpJZHjTOloltwVEImZdRO6OBgzCBgDAd
BgNVHQ4EFgQUFnl/lzOHarHWcb9eWfrNausVAgEwHwYDVR0jBBgwFoAUFnl/lzOH
arHWcb9eWfrNausVAgEwDwYDVR0TAQH/BAUwAwEB/zAtBgNVHREEJjAkghBjaGF0
LmV4YW1wbGUuY29tghBjaGF0LmV4YW1wbGUub3JnMAoGCCqGSM49BAMCA0gAMEUC
IErXalvZu5nWPdYp5TGN2/jchXRIA4tqUJiHm7l8lC8IAiEA1qInE0glv7tUuf65
tG04srZUzxBsuGlRyns2o6RGEwQ=
-----END CERTIFICATE-----
)";
}

inline QByteArray keyPem()
{
    return R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDh67aj1+EuYLjRCJ
hQcuKFrN9UVgIBQo+o04hWWvHrmhRANCAAR7U6IoNYWWgGJuTmgFjjOMd167D0wc
jziPARIRS40ovXNY4bDNgLmAPbbYDHWP6xASklkeNM6WiW3BUQiZl1E7
-----END PRIVATE KEY-----
)";
}

/// What opens protectedKeyPem().
inline QString passphrase()
{
    return QStringLiteral("open sesame");
}

/// The same key, encrypted.
inline QByteArray protectedKeyPem()
{
    return R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjwH8XJuFbUwQICCAAw
DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEDcY+Uk3o6zKg4N+gShpjfAEgZDa
uzGGEyeeY1A7eLn+k4KLXHuRUsqDGCNZ4d047X3pWEf6mlcfbG4amSebdxvLLaYW
734SRf0dRAy2BenL3BFrM48xShl2zWOGWLun1qQVOQCWJpDaQSCMp1J9Xg74x2bn
jF5suK2AC0Ft+bOk13AlG5T3GpzwrGKxZ1LBvJeKoXxyVgGorZjvYiv4lg0sS2M=
-----END ENCRYPTED PRIVATE KEY-----
)";
}

inline QSslCertificate certificate()
{
    return QSslCertificate(certificatePem());
}

/// Of the certificate, as `openssl x509 -fingerprint -sha256` writes it.
inline QString fingerprint()
{
    return QStringLiteral("FE:7E:4D:1C:41:73:14:97:B1:D0:B5:DF:87:A3:E5:4A:"
                          "C4:3A:32:73:62:3B:65:E7:2C:20:E5:FF:B2:E8:55:C3");
}

} // namespace Greenroom::Test
