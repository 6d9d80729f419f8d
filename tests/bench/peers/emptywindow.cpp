// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a program with a window is; with an argument, one that has a word in it.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    if (argc > 1)
        window.setCentralWidget(new QLabel(QStringLiteral("Rollbook")));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
