// SPDX-FileCopyrightText: 2026 The Rollbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <type_traits>
#include <utility>

#if defined(__SANITIZE_THREAD__)
extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
}
#endif

namespace Rollbook
{

/// A value on its way from one thread to another through Qt's event queue or thread pool.
///
/// The queue itself orders sender and receiver, but Debian's Qt is not instrumented, so
/// ThreadSanitizer cannot see that order. This is the one place that tells it: what was written
/// before the value was copied into the queue happens before it is taken out. In every other build
/// it is the plain value.
template <typename T>
class Handover
{
public:
    Handover() { release(); }
    // Implicit on purpose: `emit ready(chunk)` should read as what it does.
    Handover(T value)
        : m_value(std::move(value))
    {
        release();
    }
    Handover(const Handover &other)
        : m_value(other.acquired().m_value)
    {
        release();
    }
    Handover(Handover &&other) noexcept(std::is_nothrow_move_constructible_v<T>)
        : m_value(std::move(other.acquired().m_value))
    {
        release();
    }
    Handover &operator=(const Handover &other)
    {
        acquired().m_value = other.acquired().m_value;
        release();
        return *this;
    }
    Handover &operator=(Handover &&other) noexcept(std::is_nothrow_move_assignable_v<T>)
    {
        acquired().m_value = std::move(other.acquired().m_value);
        release();
        return *this;
    }
    ~Handover() { acquired(); }

    const T &value() const { return acquired().m_value; }
    T take() { return std::move(acquired().m_value); }

private:
    void release()
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_release(this);
#endif
    }
    const Handover &acquired() const
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_acquire(const_cast<Handover *>(this));
#endif
        return *this;
    }
    Handover &acquired()
    {
#if defined(__SANITIZE_THREAD__)
        __tsan_acquire(this);
#endif
        return *this;
    }

    T m_value{};
};

} // namespace Rollbook
