/// @file
/// Many work at a time, until one needs the machine for itself.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>

namespace workbook {

/// Work that is done beside others, or alone. Who wants to be alone waits only for those who have
/// begun: nobody new begins before he is done.
class Turns {
public:
    void beside_others(const std::function<void()>& work);
    void alone(const std::function<void()>& work);

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t at_work_ = 0;
    std::size_t want_to_be_alone_ = 0;
    bool one_is_alone_ = false;
};

} // namespace workbook
