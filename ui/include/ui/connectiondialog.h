// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "registrars/servercheck.h"
#include "registration/school.h"

#include <QDialog>

#include <memory>
#include <stop_token>

class QComboBox;
class QLabel;
class QPushButton;

namespace Rollbook
{

class AddressForm;
class ConnectionAnswer;

/// Asks for the server that a school is on, and tries it. To be shown with open(); speaks with the
/// server in workers, which can be stopped.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// With the server that was used last.
    explicit ConnectionDialog(QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    void setAddress(const ServerAddress &address);
    void setPassword(const QString &password);
    /// From then on it opens the school, too, before openWanted(): what is wrong with it is said
    /// here, where it can be put right.
    void opensSchool() { m_opensSchool = true; }
    /// That school, for who asks first; none unless openWanted() has come.
    std::unique_ptr<School> takeSchool() { return std::move(m_school); }
    /// As if somebody pressed "Open this school"; where that does not work, it asks.
    void openAtOnce();

Q_SIGNALS:
    /// There is a school, and the user may look at it at least. The password is in the keyring
    /// where that was wanted.
    void openWanted(const Rollbook::ServerAddress &address, const QString &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Wanted : quint8 { Test, Open };

    void layOut();
    void connectAll();
    void lookAround();
    void showRemembered();
    void chooseRemembered(int index);
    void takeKept();
    void testOrStop();
    void begin(Wanted wanted);
    void connectWith(const ServerAddress &address, const QString &password, Wanted wanted);
    void take(const tl::expected<ServerFacts, ServerProblem> &answer, const ServerAddress &address,
        const QString &password, Wanted wanted);
    void openThenRemember(const ServerAddress &address, const QString &password);
    void rememberThenOpen(const ServerAddress &address, const QString &password);
    void keepThenOpen(const ServerAddress &address, const QString &password);
    void finish(const ServerAddress &address, const QString &password, bool isPasswordKept);
    void stop();
    void setTrying(bool isTrying);
    void showProblem(const ServerProblem &problem);
    void forgetAnswer();
    void giveRoom();
    void takeColours();

    QLabel *m_note;
    QComboBox *m_remembered;
    AddressForm *m_form;
    ConnectionAnswer *m_answer;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_open;
    std::stop_source m_stop;
    std::unique_ptr<School> m_school; ///< that is open
    int m_attempt = 0;                ///< answers to those before are not wanted any more
    bool m_isTrying = false;
    bool m_opensSchool = false;
    bool m_isFilling = false; ///< the fields are not being changed by a person
};

} // namespace Rollbook
