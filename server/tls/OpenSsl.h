// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

/// OpenSSL's objects, freed when they are no longer needed. For source files only: OpenSSL stands in no
/// header that others include.
namespace Greenroom::OpenSsl {

/// Frees by one of OpenSSL's functions.
template <auto function>
struct Free
{
    template <class T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using Context = std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Free<SSL_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

} // namespace Greenroom::OpenSsl
