#include "build/parallel.hpp"

#include "terminal/terminal.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace workbook {

void for_each_in_parallel(const std::string& what, std::size_t count,
                          const std::function<void(std::size_t)>& work, std::size_t jobs)
{
    std::vector<std::exception_ptr> errors(count);
    std::size_t next = 0;
    std::size_t done = 0;
    std::mutex mutex;
    ProgressLine progress(what);
    progress.show(0, count);
    const auto worker = [&] {
        for (;;) {
            std::size_t mine = 0;
            {
                const std::lock_guard lock(mutex);
                if (next == count) {
                    return;
                }
                mine = next++;
            }
            try {
                work(mine);
            } catch (...) {
                errors[mine] = std::current_exception();
            }
            const std::lock_guard lock(mutex);
            progress.show(++done, count);
        }
    };
    const std::size_t workers = std::min<std::size_t>(
        count, jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < workers; ++i) {
        threads.emplace_back(worker);
    }
    worker();
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::exception_ptr& error : errors) {
        if (error) {
            std::rethrow_exception(error);
        }
    }
}

} // namespace workbook
