// SPDX-License-Identifier: MIT
#pragma once

#include "gateway/PostToConnection.h"

/// What the SDKs say in a Lambda function of a post that failed, not Ok. Pure.
namespace Greenroom::PostErrors {

/// The text of boto3's exception.
/// https://boto3.amazonaws.com/v1/documentation/api/latest/guide/error-handling.html
QString ofPython(PostToConnection::Status status);

/// The first line of the stack of the JavaScript SDK's exception.
QString ofJavaScript(PostToConnection::Status status);

} // namespace Greenroom::PostErrors
