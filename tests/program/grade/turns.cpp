#include "grade/turns.hpp"

#include <memory>

namespace workbook {

void Turns::beside_others(const std::function<void()>& work)
{
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return want_to_be_alone_ == 0; });
        ++at_work_;
    }
    const std::shared_ptr<void> at_the_end(nullptr, [&](void*) {
        const std::lock_guard lock(mutex_);
        --at_work_;
        changed_.notify_all();
    });
    work();
}

void Turns::alone(const std::function<void()>& work)
{
    {
        std::unique_lock lock(mutex_);
        ++want_to_be_alone_;
        changed_.wait(lock, [&] { return at_work_ == 0 && !one_is_alone_; });
        one_is_alone_ = true;
    }
    const std::shared_ptr<void> at_the_end(nullptr, [&](void*) {
        const std::lock_guard lock(mutex_);
        --want_to_be_alone_;
        one_is_alone_ = false;
        changed_.notify_all();
    });
    work();
}

} // namespace workbook
