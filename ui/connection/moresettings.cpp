// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection/moresettings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Rollbook
{

namespace
{

// As they stand in an address, from the first "?" on, with blanks instead of "&".
QString furtherText(const ServerAddress &address)
{
    ServerAddress rest;
    rest.parameters = address.parameters;
    const QStringList parts = rest.toUrl().section(u'?', 1).split(u'&');
    return parts.mid(1).join(u' ');
}

} // namespace

MoreSettings::MoreSettings(QWidget *parent)
    : QWidget(parent)
    , m_certificate(new QLineEdit(this))
    , m_further(new QLineEdit(this))
    , m_rows(new QFormLayout(this))
{
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAccessibleName(tr("Choose the certificate file"));
    choose->setAutoDefault(false);
    m_certificate->setAccessibleName(tr("Certificate file"));
    m_certificate->setPlaceholderText(tr("The authorities that this computer trusts"));
    m_certificate->setToolTip(
        tr("Of the authority that signed the server's certificate; who runs the server has it"));
    m_further->setAccessibleName(tr("Further settings"));
    m_further->setPlaceholderText(QStringLiteral("target_session_attrs=read-write"));
    m_further->setToolTip(
        tr("Only when who runs the server asks for some: name=value, with blanks between them"));
    connect(choose, &QPushButton::clicked, this, &MoreSettings::chooseCertificate);
    for (const QLineEdit *edit : {m_certificate, m_further})
        connect(edit, &QLineEdit::textChanged, this, &MoreSettings::changed);

    auto *file = new QHBoxLayout;
    file->addWidget(m_certificate, 1);
    file->addWidget(choose);
    m_rows->setContentsMargins({});
    m_rows->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_rows->setVerticalSpacing(fontMetrics().height() / 2);
    m_rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_rows->addRow(tr("&Certificate file"), file);
    m_rows->addRow(tr("&Further settings"), m_further);
    qobject_cast<QLabel *>(m_rows->labelForField(file))->setBuddy(m_certificate);
}

int MoreSettings::labelWidth() const
{
    int width = 0;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QLayoutItem *label = m_rows->itemAt(row, QFormLayout::LabelRole);
        width = qMax(width, label->sizeHint().width());
    }
    return width;
}

void MoreSettings::setSettings(const ServerAddress &address)
{
    m_certificate->setText(QDir::toNativeSeparators(address.rootCertificate));
    m_further->setText(furtherText(address));
}

Expected<ServerAddress> MoreSettings::withSettings(ServerAddress address) const
{
    address.rootCertificate = QDir::fromNativeSeparators(m_certificate->text().trimmed());
    const QString further = m_further->text().simplified().replace(u' ', u'&');
    return serverAddressFromUrl(QStringLiteral("postgresql:///?") + further)
        .map([&address](const WrittenAddress &written) {
            // What has a field of its own is said there.
            address.parameters = written.address.parameters;
            return address;
        });
}

void MoreSettings::chooseCertificate()
{
    const QString folder =
        m_certificate->text().isEmpty() ? QDir::homePath() : m_certificate->text();
    auto *dialog = new QFileDialog(this, tr("Choose the certificate file"), folder,
        tr("Certificates (*.crt *.pem *.cer)") + QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_certificate->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

} // namespace Rollbook
