// A host that is a WebAssembly module beside the judge's: the page's script carries the frames
// between their memories (tests/web/page/hosts.js). A host's own requests come in the middle of a
// call, by judge_serve.
#include "judging/judge/asked_host.hpp"
#include "judging/judge/how_it_died.hpp"

#include "common/system/text.hpp"

#include <csignal>
#include <exception>
#include <map>
#include <utility>

namespace {

/// How a host ended, as the page says it.
enum class Death : int { none, signal, exit, endless, flood };

#define PAGE(name) clang::import_module("workbook"), clang::import_name(name)
extern "C" {
/// A number for a host that is made of the module of this name.
[[PAGE("host_open")]] int host_open(const char* name, int size);
/// From now on another instance of the module answers.
[[PAGE("host_renew")]] void host_renew(int host);
/// Hands over a frame; returns how many bytes of frames have come back.
[[PAGE("host_ask")]] int host_ask(int host, const char* frame, int size);
/// Fetches those bytes.
[[PAGE("host_take")]] void host_take(int host, char* to);
/// How the host ended, and the signal's or exit status's number.
[[PAGE("host_death")]] Death host_death(int host, int* number);
/// How many bytes the student's code has printed that were not fetched yet; fetches them.
[[PAGE("host_printed")]] int host_printed(int host);
[[PAGE("host_take_printed")]] void host_take_printed(int host, char* to);
}

} // namespace

namespace judging {
namespace {

using wire::Kind;

class PageHost;

std::map<int, PageHost*>& hosts()
{
    static std::map<int, PageHost*> all;
    return all;
}

class PageHost : public AskedHost {
public:
    PageHost(const std::string& name, const Limits& limits)
        : AskedHost(limits), number_(host_open(name.data(), static_cast<int>(name.size())))
    {
        hosts()[number_] = this;
    }
    ~PageHost() override { hosts().erase(number_); }
    PageHost(const PageHost&) = delete;
    PageHost& operator=(const PageHost&) = delete;

    bool is_running() const override { return running_; }

    void stop() override
    {
        end();
        new_time();
    }

    void end_step() override { used_ = running_; }

    bool is_used() const override { return running_ && used_; }

    void restart() override
    {
        printed_ = take_printed();
        end();
    }

    std::string take_printed() override
    {
        std::string more(static_cast<std::size_t>(host_printed(number_)), '\0');
        host_take_printed(number_, more.data());
        printed_ += more;
        return std::exchange(printed_, {});
    }

    /// Answers what the host asks in the middle of a call. False if that ends the call.
    bool serve(std::string bytes)
    {
        try {
            const auto frame = take_frame(bytes);
            if (!frame) {
                throw wire::BadBytes("not a whole frame");
            }
            answer_request(*under_way().back(), *frame);
            return true;
        } catch (const wire::BadBytes&) {
            why_abandoned_ =
                std::make_exception_ptr(HostDied(false, "nonsense came from your code"));
        } catch (...) {
            why_abandoned_ = std::current_exception();
        }
        return false;
    }

    const std::string& answer() const { return answer_; }

private:
    void begin() override
    {
        give_up_early();
        if (!running_) {
            running_ = true;
            used_ = false;
            not_ready();
        }
    }

    void send_bytes(const std::string& frame) override
    {
        const auto kind = static_cast<Kind>(frame.at(sizeof(std::uint32_t)));
        const bool is_request =
            kind == Kind::call || kind == Kind::call_alone || kind == Kind::callback;
        (is_request ? request_ : answer_) = frame;
    }

    Frame receive() override
    {
        if (auto frame = take_frame(received_)) {
            return std::move(*frame);
        }
        if (request_.empty()) {
            died(); // all that came has been read
        }
        const std::string request = std::exchange(request_, {});
        const int size = host_ask(number_, request.data(), static_cast<int>(request.size()));
        if (why_abandoned_) {
            end();
            std::rethrow_exception(std::exchange(why_abandoned_, nullptr));
        }
        received_.resize(static_cast<std::size_t>(size));
        host_take(number_, received_.data());
        return receive();
    }

    void end_if_late() override {} // the page ends what takes too long

    [[noreturn]] void died()
    {
        int number = 0;
        const Death death = host_death(number_, &number);
        printed_ = take_printed(); // what it said last may say why
        HostDied why(death == Death::endless, "");
        switch (death) {
        case Death::endless:
            why = HostDied(true, explain_endless(limits().cpu_seconds));
            why.computing = true;
            break;
        case Death::flood:
            printed_ = workbook::first_bytes(printed_, 2000);
            why = HostDied(false, explain_flood(limits().printed_bytes));
            break;
        case Death::exit: why = HostDied(false, explain_exit(number)); break;
        case Death::signal: why = HostDied(false, explain_signal(number, printed_)); break;
        case Death::none: why = HostDied(false, "your code gave no answer"); break;
        }
        kill_for(why);
    }

    void end() override
    {
        if (running_) {
            host_renew(number_);
        }
        running_ = false;
        request_.clear();
        received_.clear();
    }

    int number_;
    bool running_ = false;
    bool used_ = false;
    std::string request_;
    std::string answer_;
    std::string received_;
    std::string printed_;
    std::exception_ptr why_abandoned_;
};

} // namespace

std::unique_ptr<AskedHost> make_host(const std::vector<std::string>& command, const Limits& limits)
{
    return std::make_unique<PageHost>(command.front(), limits);
}

} // namespace judging

// What the page calls while it is in host_ask. The frame is handed over in memory that the page
// asks for.
extern "C" {

[[clang::export_name("judge_room")]] char* judge_room(int size)
{
    static std::string room;
    room.resize(static_cast<std::size_t>(size));
    return room.data();
}

/// The size of the answer, which is at judge_answer(); −1 if the host's call is to be ended.
[[clang::export_name("judge_serve")]] int judge_serve(int host, const char* frame, int size)
{
    judging::PageHost& asked = *judging::hosts().at(host);
    return asked.serve(std::string(frame, static_cast<std::size_t>(size)))
               ? static_cast<int>(asked.answer().size())
               : -1;
}

[[clang::export_name("judge_answer")]] const char* judge_answer(int host)
{
    return judging::hosts().at(host)->answer().data();
}
}
