// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/addressform.h"

#include "connection/hostfield.h"
#include "connection/moresettings.h"
#include "table/statestyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Rollbook
{

namespace
{

constexpr int MostPort = 65535;
constexpr int PortLetters = 10;
constexpr int MeaningLines = 2;

QString tlsTitle(TlsMode mode)
{
    switch (mode) {
    case TlsMode::VerifyFull:
        return AddressForm::tr("Encrypted, certificate checked");
    case TlsMode::VerifyCa:
        return AddressForm::tr("Encrypted, only the authority checked");
    case TlsMode::Require:
        return AddressForm::tr("Encrypted, not checked");
    case TlsMode::Off:
        return AddressForm::tr("Not encrypted");
    }
    return {};
}

QString tlsMeaning(TlsMode mode)
{
    switch (mode) {
    case TlsMode::VerifyFull:
        return AddressForm::tr(
            "Nobody can read along, and this is certain to be the school's server.");
    case TlsMode::VerifyCa:
        return AddressForm::tr("Nobody can read along, but another server that the same authority "
                               "signed for could pass for the school's.");
    case TlsMode::Require:
        return AddressForm::tr(
            "Less safe: any computer on the way could pass for the school's server, and read and "
            "change everything.");
    case TlsMode::Off:
        return AddressForm::tr(
            "Not safe: everybody on the same network can read and change everything. Only for a "
            "server on this very computer.");
    }
    return {};
}

ServerProblem missingPart(ServerPart part, const QString &sentence)
{
    return {part, {ErrorCode::Usage, sentence}, {}};
}

} // namespace

AddressForm::AddressForm(QWidget *parent)
    : QWidget(parent)
    , m_service(new QComboBox(this))
    , m_host(new HostField(this))
    , m_port(new QLineEdit(this))
    , m_database(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("&Remember it in this computer's keyring"), this))
    , m_tls(new QComboBox(this))
    , m_tlsMeaning(new QLabel(this))
    , m_more(new QToolButton(this))
    , m_moreSettings(new MoreSettings(this))
{
    m_service->setAccessibleName(tr("Service"));
    m_service->setToolTip(tr("Servers that are already set up on this computer"));
    m_host->setAccessibleName(tr("Server"));
    m_host->setToolTip(tr("A whole address, postgresql://…, can be pasted here"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setValidator(new QIntValidator(1, MostPort, m_port));
    m_port->setFixedWidth(fontMetrics().averageCharWidth() * PortLetters);
    m_database->setAccessibleName(tr("Database"));
    m_user->setAccessibleName(tr("User name"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_tls->setAccessibleName(tr("Encryption"));
    m_tlsMeaning->setWordWrap(true);
    m_tlsMeaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_tlsMeaning->setFixedHeight(fontMetrics().lineSpacing() * MeaningLines);
    m_more->setText(tr("&More"));
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addTlsModes();
    layOut();
    connectAll();
    showMore(false);
    showTls();
    showStated();
    setKeyring(false);
}

void AddressForm::addTlsModes()
{
    for (const TlsMode mode :
        {TlsMode::VerifyFull, TlsMode::VerifyCa, TlsMode::Require, TlsMode::Off})
        m_tls->addItem(tlsTitle(mode), static_cast<int>(mode));
}

void AddressForm::layOut()
{
    auto *server = new QHBoxLayout;
    server->addWidget(m_host, 1);
    auto *port = new QLabel(tr("&Port"), this);
    port->setBuddy(m_port);
    server->addSpacing(fontMetrics().averageCharWidth());
    server->addWidget(port);
    server->addSpacing(fontMetrics().averageCharWidth());
    server->addWidget(m_port);

    m_rows = new QFormLayout;
    m_rows->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_rows->setVerticalSpacing(fontMetrics().height() / 2);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->addRow(tr("Ser&vice"), m_service);
    m_rows->addRow(tr("&Server"), server);
    m_rows->addRow(tr("&Database"), m_database);
    m_rows->addRow(tr("&User name"), m_user);
    m_rows->addRow(tr("Pass&word"), m_password);
    m_rows->addRow(QString(), m_remember);
    m_rows->addRow(tr("&Encryption"), m_tls);
    m_rows->addRow(QString(), m_tlsMeaning);
    qobject_cast<QLabel *>(m_rows->labelForField(server))->setBuddy(m_host);
    m_rows->setRowVisible(m_service, false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_rows);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_moreSettings);
    // Its fields stand below those here.
    const int width = m_moreSettings->labelWidth();
    qobject_cast<QLabel *>(m_rows->labelForField(m_user))->setMinimumWidth(width);
}

void AddressForm::addOnTop(const QString &label, QWidget *field)
{
    m_rows->insertRow(0, label, field);
    field->show();
}

void AddressForm::connectAll()
{
    connect(m_host, &HostField::addressWritten, this, &AddressForm::takeWritten);
    connect(m_host, &HostField::refused, this, &AddressForm::refused);
    for (const QLineEdit *edit :
        {static_cast<QLineEdit *>(m_host), m_port, m_database, m_user, m_password})
        connect(edit, &QLineEdit::textChanged, this, &AddressForm::changed);
    // A password that was kept is that of somebody else.
    for (const QLineEdit *edit : {static_cast<QLineEdit *>(m_host), m_port, m_user})
        connect(edit, &QLineEdit::textChanged, this, [this] { setPasswordKept(false); });
    connect(m_moreSettings, &MoreSettings::changed, this, &AddressForm::changed);
    connect(m_more, &QToolButton::clicked, this, [this] { showMore(!m_showsMore); });
    connect(m_tls, &QComboBox::currentIndexChanged, this, [this] {
        showTls();
        Q_EMIT changed();
    });
    connect(m_service, &QComboBox::currentIndexChanged, this, [this] {
        showStated();
        setPasswordKept(false);
        Q_EMIT changed();
    });
}

void AddressForm::setServices(const QList<ServerService> &services)
{
    const QString chosen = m_service->currentData().toString();
    m_services = services;
    m_service->clear();
    m_service->addItem(tr("None, as entered below"), QString());
    for (const ServerService &service : services)
        m_service->addItem(service.name, service.name);
    m_rows->setRowVisible(m_service, !services.isEmpty());
    m_service->setCurrentIndex(qMax(0, m_service->findData(chosen)));
}

void AddressForm::setAddress(const ServerAddress &address)
{
    // One that is not set up here any more, or not yet known.
    if (!address.service.isEmpty() && m_service->findData(address.service) < 0) {
        m_service->addItem(address.service, address.service);
        m_rows->setRowVisible(m_service, true);
    }
    m_service->setCurrentIndex(qMax(0, m_service->findData(address.service)));
    m_host->setHosts(address.hosts);
    const quint16 port = HostField::commonPort(address.hosts);
    m_port->setText(port == 0 ? QString() : QString::number(port));
    m_database->setText(address.database);
    m_user->setText(address.user);
    m_tls->setCurrentIndex(m_tls->findData(static_cast<int>(address.tls)));
    m_moreSettings->setSettings(address);
    showMore(!address.rootCertificate.isEmpty() || !address.parameters.isEmpty());
}

void AddressForm::takeWritten(const WrittenAddress &written)
{
    setAddress(written.address);
    m_password->setText(written.password);
    focusOn(written.address.user.isEmpty() ? ServerPart::User
            : written.password.isEmpty()   ? ServerPart::Password
                                           : ServerPart::Server);
}

// What the service or the environment says where the field says nothing.
ServerAddress AddressForm::stated() const
{
    const QString chosen = m_service->currentData().toString();
    for (const ServerService &service : m_services) {
        if (!chosen.isEmpty() && service.name == chosen)
            return service.stated;
    }
    return {};
}

void AddressForm::showStated()
{
    const ServerAddress stated = this->stated();
    HostField shown;
    shown.setHosts(stated.hosts);
    m_host->setPlaceholderText(
        shown.text().isEmpty() ? tr("db.example.org, or a whole address") : shown.text());
    const quint16 port = HostField::commonPort(stated.hosts);
    m_port->setPlaceholderText(QString::number(port == 0 ? ServerAddress::UsualPort : port));
    m_database->setPlaceholderText(stated.database);
    m_user->setPlaceholderText(stated.user);
}

tl::expected<ServerAddress, ServerProblem> AddressForm::address() const
{
    ServerAddress address;
    address.service = m_service->currentData().toString();
    address.database = m_database->text().trimmed();
    address.user = m_user->text().trimmed();
    address.tls = tls();
    const auto hosts = m_host->hosts(m_port->text().toUShort());
    if (!hosts)
        return tl::unexpected(ServerProblem{ServerPart::Server, hosts.error(), {}});
    address.hosts = *hosts;
    if (address.hosts.isEmpty() && address.service.isEmpty()) {
        return tl::unexpected(
            missingPart(ServerPart::Server, tr("Enter the name of the server first.")));
    }
    if (address.database.isEmpty() && address.service.isEmpty()) {
        return tl::unexpected(missingPart(ServerPart::Database,
            tr("Enter the name of the school's database first. Who runs the server knows it.")));
    }
    return m_moreSettings->withSettings(address).map_error([](const Error &error) {
        return ServerProblem{ServerPart::Further, error, {}};
    });
}

QString AddressForm::password() const
{
    return m_password->text();
}

void AddressForm::setPassword(const QString &password)
{
    m_password->setText(password);
}

void AddressForm::setPasswordKept(bool isKept)
{
    m_isPasswordKept = isKept;
    m_password->setPlaceholderText(isKept ? tr("The one in the keyring") : QString());
}

void AddressForm::setKeyring(bool isThere)
{
    m_remember->setEnabled(isThere);
    m_remember->setText(isThere
            ? tr("&Remember it in this computer's keyring")
            : tr("This computer has no keyring: the password is asked each time"));
    if (!isThere)
        m_remember->setChecked(false);
}

bool AddressForm::canRemember() const
{
    return m_remember->isEnabled();
}

bool AddressForm::wantsRemembering() const
{
    return m_remember->isChecked();
}

void AddressForm::setRemembering(bool isWanted)
{
    m_remember->setChecked(isWanted && m_remember->isEnabled());
}

QWidget *AddressForm::fieldOf(ServerPart part) const
{
    switch (part) {
    case ServerPart::Nothing:
        return nullptr;
    case ServerPart::Server:
        return m_host;
    case ServerPart::Port:
        return m_port;
    case ServerPart::Database:
        return m_database;
    case ServerPart::User:
        return m_user;
    case ServerPart::Password:
        return m_password;
    case ServerPart::Encryption:
        return m_tls;
    case ServerPart::Certificate:
        return m_moreSettings->certificate();
    case ServerPart::Service:
        return m_service;
    case ServerPart::Further:
        return m_moreSettings->further();
    }
    return nullptr;
}

void AddressForm::focusOn(ServerPart part)
{
    QWidget *field = fieldOf(part);
    if (!field)
        return;
    if (m_moreSettings->isAncestorOf(field))
        showMore(true);
    field->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(field))
        edit->selectAll();
}

TlsMode AddressForm::tls() const
{
    return static_cast<TlsMode>(m_tls->currentData().toInt());
}

void AddressForm::showTls()
{
    const TlsMode mode = tls();
    const bool isWeak = mode == TlsMode::Require || mode == TlsMode::Off;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
        isWeak ? stateColor(RowState::Rejected, palette()) : mutedTextColor(palette()));
    m_tlsMeaning->setPalette(colours);
    m_tlsMeaning->setText(tlsMeaning(mode));
    m_tls->setAccessibleDescription(m_tlsMeaning->text());
}

void AddressForm::showMore(bool isShown)
{
    m_showsMore = isShown;
    m_more->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_moreSettings->setVisible(isShown);
    Q_EMIT roomChanged();
}

void AddressForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTls();
}

} // namespace Rollbook
