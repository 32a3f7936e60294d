// SPDX-License-Identifier: MIT
#pragma once

#include "session/ConnectRequest.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
QT_END_NAMESPACE

namespace Greenroom {

class FileField;
class HintLine;

/// Whose certificate is accepted of a stage, and which one is shown to it.
class StageSecurityTab : public QWidget
{
    Q_OBJECT

public:
    enum class Use { Encrypted, NotEncrypted };

    /// Says so where none of it is used, since the address is not encrypted.
    explicit StageSecurityTab(Use use, QWidget *parent = nullptr);

    void show(const TlsChoice &choice);
    /// Before it is called nobody may type one, and take() leaves it alone.
    void showPassphrase(const QString &passphrase);
    /// Writes what is set here into `choice` and `passphrase`, the key's; if something is wrong, says so and
    /// returns false.
    bool take(TlsChoice &choice, QString &passphrase);

private:
    void build(Use use);
    void buildTrust(QBoxLayout &layout);
    void buildOwn(QBoxLayout &layout);
    void updateFields();
    bool takeTrust(TlsChoice &choice);
    bool takeOwn(TlsChoice &choice, QString &passphrase);

    QRadioButton *m_system;
    QRadioButton *m_authorities;
    QRadioButton *m_oneCertificate;
    FileField *m_caFile;
    QLineEdit *m_fingerprint;
    HintLine *m_trustHint;
    FileField *m_certificateFile;
    FileField *m_keyFile;
    QLineEdit *m_passphrase;
    HintLine *m_ownHint;
};

} // namespace Greenroom
