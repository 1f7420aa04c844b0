#include "common/system/process.hpp"

#include "common/system/linux.hpp"
#include "common/system/user_error.hpp"

// Boost.Process 1.74 uses these without including them.
#include <algorithm>
#include <csignal>

#include "common/system/boost_process.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/dll/runtime_symbol_info.hpp>
#include <fmt/format.h>

#include <array>

#include <sys/resource.h>
#include <unistd.h>

namespace workbook {
namespace {

std::string executable(const std::string& name)
{
    const auto path = find_program(name);
    if (path.empty()) {
        throw UserError(fmt::format("the program {} was not found", name),
                        "./workbook doctor names what is missing and how to install it");
    }
    return path.string();
}

/// These are set in the child process before exec.
auto limits_of(const RunOptions& options)
{
    return bp::extend::on_exec_setup = [memory = options.memory_limit, file = options.file_limit,
                                        cpu = options.cpu_limit, parent = ::getpid()](auto&) {
        end_with_parent(SIGTERM); // so that the child does not outlive this program
        if (::getppid() != parent) {
            ::_exit(127); // this program was killed before the line above
        }
        // The child must not inherit pipes to programs that other threads have started.
        keep_descriptors_from(3);
        if (memory > 0) {
            const rlimit limit{memory, memory};
            ::setrlimit(RLIMIT_AS, &limit);
        }
        if (cpu) {
            const rlimit limit{static_cast<rlim_t>(cpu->count()),
                               static_cast<rlim_t>(cpu->count() + 1)};
            ::setrlimit(RLIMIT_CPU, &limit);
        }
        if (file > 0) {
            const rlimit limit{file, file};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
    };
}

std::string directory_of(const RunOptions& options)
{
    return options.directory.empty() ? "." : options.directory.string();
}

std::vector<std::string> arguments_of(const std::vector<std::string>& command)
{
    return {command.begin() + 1, command.end()};
}

/// Kills a process and its descendants: a compiler driver has others do the work.
void kill_tree(pid_t process)
{
    ::kill(process, SIGSTOP); // so that it starts no further ones
    for (const pid_t child : children_of(process)) {
        kill_tree(child);
    }
    ::kill(process, SIGKILL);
}

/// Collects what a program writes, up to a limit; `on_flood` is called when it writes more.
class Stream {
public:
    Stream(boost::asio::io_context& io, std::string& text, std::size_t limit,
           std::function<void()> on_flood)
        : pipe_(io), text_(text), limit_(limit), on_flood_(std::move(on_flood))
    {
    }

    bp::async_pipe& pipe() { return pipe_; }

    void listen()
    {
        pipe_.async_read_some(boost::asio::buffer(part_),
                              [this](const boost::system::error_code& error, std::size_t size) {
                                  text_.append(part_.data(), size);
                                  if (limit_ > 0 && text_.size() > limit_) {
                                      on_flood_();
                                  } else if (!error) {
                                      listen();
                                  }
                              });
    }

private:
    bp::async_pipe pipe_;
    std::array<char, 65536> part_{};
    std::string& text_;
    std::size_t limit_;
    std::function<void()> on_flood_;
};

int status_of(const bp::child& child)
{
    const int native = child.native_exit_code();
    return WIFSIGNALED(native) ? 128 + WTERMSIG(native) : child.exit_code();
}

} // namespace

std::filesystem::path this_program()
{
    return boost::dll::program_location().string();
}

std::filesystem::path find_program(const std::string& name)
{
    if (name.find('/') != std::string::npos) {
        return std::filesystem::exists(name) ? name : "";
    }
    return bp::search_path(name).string();
}

Finished run(const std::vector<std::string>& command, const RunOptions& options)
{
    Finished finished;
    boost::asio::io_context io;
    const auto on_flood = [&] {
        finished.flooded = true;
        io.stop();
    };
    Stream out(io, finished.out, options.output_limit, on_flood);
    Stream err(io, finished.err, options.output_limit, on_flood);
    bp::child child(bp::exe = executable(command.front()), bp::args = arguments_of(command),
                    bp::start_dir = directory_of(options),
                    bp::std_in<bp::null, bp::std_out> out.pipe(), bp::std_err > err.pipe(),
                    limits_of(options));
    out.listen();
    err.listen();
    if (options.wall_limit) {
        io.run_for(*options.wall_limit);
        finished.timed_out = !io.stopped();
    } else {
        io.run();
    }
    if (finished.timed_out || finished.flooded) {
        kill_tree(child.id());
        io.restart(); // collects what it had written before
        io.run_for(std::chrono::seconds(1));
    }
    std::error_code ignored;
    child.wait(ignored);
    finished.status = status_of(child);
    return finished;
}

int run_lines(const std::vector<std::string>& command,
              const std::function<void(const std::string& line)>& on_line)
{
    bp::ipstream lines;
    bp::child child(bp::exe = executable(command.front()), bp::args = arguments_of(command),
                    bp::std_in<bp::null, (bp::std_out & bp::std_err)> lines);
    for (std::string line; std::getline(lines, line);) {
        on_line(line);
    }
    child.wait();
    return status_of(child);
}

int run_here(const std::vector<std::string>& command, const RunOptions& options)
{
    bp::child child(bp::exe = executable(command.front()), bp::args = arguments_of(command),
                    bp::start_dir = directory_of(options), limits_of(options));
    child.wait();
    return status_of(child);
}

} // namespace workbook
