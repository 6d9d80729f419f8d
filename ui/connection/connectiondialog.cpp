// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectiondialog.h"

#include "connection/addressform.h"
#include "connection/connectionanswer.h"
#include "connection/passwordkeyring.h"
#include "connection/rememberedservers.h"
#include "connection/serverwords.h"
#include "registrars/openschool.h"
#include "runthencallback.h"
#include "table/statestyle.h"
#include "taborder.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Rollbook
{

namespace
{

constexpr int DialogLetters = 84;

QString rememberedTitle(const ServerAddress &address)
{
    const QString name = address.displayName();
    return address.user.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, address.user);
}

} // namespace

ConnectionDialog::ConnectionDialog(QWidget *parent)
    : QDialog(parent)
    , m_note(new QLabel(tr("A school on a server is one that several people work with at once. Who "
                           "runs the server knows what to enter here."),
          this))
    , m_remembered(new QComboBox(this))
    , m_form(new AddressForm(this))
    , m_answer(new ConnectionAnswer(this))
    , m_test(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_open(new QPushButton(tr("&Open this school"), this))
{
    setWindowTitle(tr("Connect to the school's server"));
    m_remembered->setAccessibleName(tr("Servers that were used before"));
    layOut();
    connectAll();
    setTrying(false);
    // What is written on it changes, and nothing moves.
    m_test->setMinimumWidth(m_test->sizeHint().width());
    showRemembered();
    tabInOrderOfLayout(*this);
    lookAround();
}

// Nobody waits for the worker: it has copies of all it needs.
ConnectionDialog::~ConnectionDialog()
{
    m_stop.request_stop();
}

void ConnectionDialog::layOut()
{
    m_note->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_open);
    m_test->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_open->setDefault(true);

    const int space = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space, space, space, space);
    layout->setSpacing(space);
    layout->addWidget(m_note);
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(m_answer);
    layout->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * DialogLetters);
    takeColours();
}

void ConnectionDialog::connectAll()
{
    connect(m_form, &AddressForm::changed, this, &ConnectionDialog::forgetAnswer);
    connect(m_form, &AddressForm::refused, this, [this](const Error &error) {
        showProblem({ServerPart::Server, error, {}});
    });
    connect(m_form, &AddressForm::roomChanged, this, &ConnectionDialog::giveRoom);
    connect(m_remembered, &QComboBox::activated, this, &ConnectionDialog::chooseRemembered);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::testOrStop);
    connect(m_open, &QPushButton::clicked, this, [this] { begin(Wanted::Open); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, &ConnectionDialog::stop);
}

// What this computer has: files and a bus, which may not answer at once.
void ConnectionDialog::lookAround()
{
    withKeyring(this, [this](bool isThere) {
        m_form->setKeyring(isThere);
        takeKept();
    });
    runThenCallback(
        this, [] { return serverServices(); },
        [this](const QList<ServerService> &services) {
            const QScopedValueRollback filling(m_isFilling, true);
            m_form->setServices(services);
            takeKept();
            giveRoom();
        });
}

void ConnectionDialog::showRemembered()
{
    const QList<RememberedServer> servers = rememberedServers();
    for (const RememberedServer &server : servers)
        m_remembered->addItem(rememberedTitle(server.address));
    m_remembered->addItem(tr("Another server"));
    m_remembered->hide();
    if (!servers.isEmpty())
        m_form->addOnTop(tr("Used &before"), m_remembered);
    chooseRemembered(0);
}

void ConnectionDialog::chooseRemembered(int index)
{
    const QList<RememberedServer> servers = rememberedServers();
    const bool isKnown = index < servers.size();
    setAddress(isKnown ? servers.at(index).address : serverOfEnvironment());
    setPassword({});
    m_form->focusOn(isKnown ? ServerPart::Password : ServerPart::Server);
}

void ConnectionDialog::setPassword(const QString &password)
{
    m_form->setPassword(password);
}

void ConnectionDialog::openAtOnce()
{
    begin(Wanted::Open);
}

void ConnectionDialog::setAddress(const ServerAddress &address)
{
    forgetAnswer();
    const QScopedValueRollback filling(m_isFilling, true);
    m_form->setAddress(address);
    takeKept();
    giveRoom();
}

// Where the password of what the fields say is in the keyring.
void ConnectionDialog::takeKept()
{
    const auto address = m_form->address();
    const QList<RememberedServer> servers = rememberedServers();
    const bool isKept = address
        && std::any_of(servers.cbegin(), servers.cend(), [&](const RememberedServer &server) {
               return server.address == *address && server.isPasswordKept;
           });
    m_form->setPasswordKept(isKept);
    m_form->setRemembering(isKept);
}

void ConnectionDialog::testOrStop()
{
    if (!m_isTrying) {
        begin(Wanted::Test);
        return;
    }
    stop();
    m_answer->showNothing();
}

void ConnectionDialog::begin(Wanted wanted)
{
    const auto address = m_form->address();
    if (!address) {
        showProblem(address.error());
        return;
    }
    stop();
    m_stop = {};
    setTrying(true);
    m_answer->showWaiting(tr("Asking %1…").arg(address->displayName()));
    const QString typed = m_form->password();
    if (!typed.isEmpty() || !m_form->isPasswordKept()) {
        connectWith(*address, typed, wanted);
        return;
    }
    readPassword(this, *address,
        [this, address = *address, wanted, attempt = m_attempt](
            const std::optional<QString> &kept) {
            if (attempt == m_attempt)
                connectWith(address, kept.value_or(QString()), wanted);
        });
}

void ConnectionDialog::connectWith(
    const ServerAddress &address, const QString &password, Wanted wanted)
{
    runThenCallback(
        this,
        [address, password, stop = m_stop.get_token()] {
            return tryServer(address, password, stop);
        },
        [this, address, password, wanted, attempt = m_attempt](
            const tl::expected<ServerFacts, ServerProblem> &answer) {
            if (attempt != m_attempt)
                return;
            setTrying(false);
            take(answer, address, password, wanted);
        });
}

void ConnectionDialog::take(const tl::expected<ServerFacts, ServerProblem> &answer,
    const ServerAddress &address, const QString &password, Wanted wanted)
{
    if (!answer) {
        showProblem(answer.error());
    } else if (!canOpen(*answer)) {
        showProblem(
            {partToChange(*answer), {ErrorCode::StoreUnavailable, serverSentence(*answer)}, {}});
    } else {
        m_answer->showGood(serverSentence(*answer));
        giveRoom();
        if (wanted == Wanted::Test)
            m_open->setFocus();
        else if (m_opensSchool)
            openThenRemember(address, password);
        else
            rememberThenOpen(address, password);
    }
}

void ConnectionDialog::openThenRemember(const ServerAddress &address, const QString &password)
{
    setTrying(true);
    m_answer->showWaiting(tr("Opening %1…").arg(address.displayName()));
    using Opened = Expected<std::unique_ptr<School>>;
    runThenCallback(
        this,
        [address, password, stop = m_stop.get_token()]() -> Handover<Opened> {
            return openSchool(address, password, stop);
        },
        [this, address, password, attempt = m_attempt](Handover<Opened> answer) {
            if (attempt != m_attempt)
                return;
            setTrying(false);
            Opened opened = answer.take();
            if (!opened) {
                showProblem({ServerPart::Nothing, opened.error(), {}});
                return;
            }
            m_school = std::move(*opened);
            rememberThenOpen(address, password);
        });
}

void ConnectionDialog::rememberThenOpen(const ServerAddress &address, const QString &password)
{
    const bool wasKept = m_form->isPasswordKept();
    const bool isTyped = !m_form->password().isEmpty();
    if (m_form->canRemember() && m_form->wantsRemembering() && isTyped) {
        keepThenOpen(address, password);
        return;
    }
    // Where nobody could say so, it stays.
    const bool isUnwanted = m_form->canRemember() && !m_form->wantsRemembering();
    if (wasKept && isUnwanted)
        forgetPassword(address);
    finish(address, password, wasKept && !isUnwanted);
}

// The desktop may ask the person first, who can stop that here.
void ConnectionDialog::keepThenOpen(const ServerAddress &address, const QString &password)
{
    setTrying(true);
    keepPassword(this, address, password,
        [this, address, password, attempt = m_attempt](const Expected<void> &kept) {
            if (attempt != m_attempt)
                return;
            setTrying(false);
            if (kept) {
                finish(address, password, true);
                return;
            }
            m_form->setRemembering(false);
            const QString sentence =
                kept.error().sentence + u' ' + tr("The school can be opened all the same.");
            showProblem({ServerPart::Nothing, {kept.error().code, sentence}, {}});
        });
}

void ConnectionDialog::finish(
    const ServerAddress &address, const QString &password, bool isPasswordKept)
{
    rememberServer({address, isPasswordKept});
    Q_EMIT openWanted(address, password);
    accept();
}

void ConnectionDialog::stop()
{
    m_stop.request_stop();
    ++m_attempt;
    m_school.reset();
    setTrying(false);
}

void ConnectionDialog::setTrying(bool isTrying)
{
    m_isTrying = isTrying;
    m_test->setText(isTrying ? tr("S&top") : tr("&Test connection"));
    m_open->setEnabled(!isTrying);
}

void ConnectionDialog::showProblem(const ServerProblem &problem)
{
    m_answer->showProblem(problem.error.sentence, problem.detail);
    m_form->focusOn(problem.part);
    giveRoom();
}

// What was answered was about something else than what the fields say now.
void ConnectionDialog::forgetAnswer()
{
    if (m_isFilling)
        return;
    stop();
    m_answer->showNothing();
}

// Lines that are broken need height, which a dialog does not ask them for.
void ConnectionDialog::giveRoom()
{
    const int wanted = isVisible() ? width() : minimumWidth();
    setMinimumHeight(layout()->totalHeightForWidth(wanted));
    if (isVisible())
        resize(width(), minimumHeight());
}

void ConnectionDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

void ConnectionDialog::takeColours()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, mutedTextColor(palette()));
    m_note->setPalette(muted);
}

} // namespace Rollbook
