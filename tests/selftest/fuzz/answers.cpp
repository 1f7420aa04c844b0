// In place of judge/who_answers.cpp: the student's answers are the right ones, spoiled as the
// fuzzer's bytes say. The right ones come from the solution's host, each call asked once.
#include "data.hpp"

#include "common/math/todo.hpp"
#include "judging/judge/host_process.hpp"
#include "judging/judge/result.hpp"
#include "judging/judge/who_answers.hpp"
#include "judging/protocol/kept_functions.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace judging {
namespace {

using fuzz::data;

std::unique_ptr<HostProcess> right;
wire::KeptFunctions kept;
WhoAnswers who = WhoAnswers::student;

/// Bytes, or the refusal of bad input.
struct Reply {
    std::string bytes;
    std::optional<StudentThrew> refusal;
};

Reply ask_right(std::uint32_t function, const std::string& arguments)
{
    try {
        return {right->ask({function,
                            arguments,
                            [](std::uint32_t number, const std::string& argument) {
                                return kept.call(number, argument);
                            },
                            {},
                            {}}),
                {}};
    } catch (const StudentThrew& error) {
        return {"", error};
    }
}

/// The right answer. Functions among the arguments may differ though their bytes do not.
Reply right_reply(std::uint32_t function, const wire::Writer& arguments)
{
    static std::map<std::pair<std::uint32_t, std::string>, Reply> known;
    if (!arguments.callbacks().empty()) {
        return ask_right(function, arguments.str());
    }
    const auto key = std::pair(function, arguments.str());
    const auto found = known.find(key);
    return found != known.end()
               ? found->second
               : known.emplace(key, ask_right(function, arguments.str())).first->second;
}

/// A number that a formula trips over.
double odd_number()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (data.byte() % 8) {
    case 0: return 0.0;
    case 1: return std::nan("");
    case 2: return infinity;
    case 3: return -infinity;
    case 4: return 1e308;
    case 5: return 5e-324;
    case 6: return -1.0;
    default: return data.number<double>();
    }
}

/// Overwrites eight bytes somewhere: a number, or the size of something.
void overwrite(std::string& bytes, const void* with)
{
    if (bytes.size() >= sizeof(double)) {
        const std::size_t places = bytes.size() / sizeof(double);
        const std::size_t place = data.number<std::uint16_t>() % places * sizeof(double);
        bytes.replace(place, sizeof(double), static_cast<const char*>(with), sizeof(double));
    }
}

void spoil(std::string& bytes)
{
    switch (data.byte() % 6) {
    case 0: {
        const double number = odd_number();
        overwrite(bytes, &number);
        break;
    }
    case 1: {
        const std::uint64_t size =
            data.byte() % 2 == 0 ? data.byte() : data.number<std::uint64_t>();
        overwrite(bytes, &size);
        break;
    }
    case 2: bytes.resize(bytes.empty() ? 0 : data.number<std::uint16_t>() % bytes.size()); break;
    case 3: bytes += data.text(64); break;
    case 4: bytes = data.text(255); break;
    default:
        for (char& byte : bytes) {
            byte = static_cast<char>(data.byte());
        }
    }
}

/// The student's code calls a function that it was given, with anything.
void call_back(const wire::Writer& arguments)
{
    const std::uint32_t number = arguments.first_number() + data.byte() % 4;
    wire::Writer argument;
    switch (data.byte() % 4) {
    case 0:
        wire::write(argument, workbook::Vector(xt::zeros<double>({std::size_t{data.byte()}})));
        break;
    case 1:
        wire::write(argument, workbook::Matrix(xt::zeros<double>(
                                  {std::size_t{data.byte()}, std::size_t{data.byte()}})));
        break;
    case 2: wire::write(argument, odd_number()); break;
    default: break;
    }
    std::string bytes = argument.str();
    if (data.byte() % 2 == 0) {
        spoil(bytes);
    }
    try {
        kept.call(number, bytes);
    } catch (const HostDied&) {
        throw;
    } catch (const wire::BadBytes&) {
        throw HostDied(false, "nonsense");
    } catch (const std::exception&) { // the student's code gets it
    }
}

} // namespace

void use_hosts(const Hosts& hosts, const Limits& limits)
{
    if (!right) {
        right = std::make_unique<HostProcess>(hosts.student, limits);
    }
}

void end_step(bool)
{
    right->stop();
}

bool start_afresh()
{
    return false;
}

std::string take_printed()
{
    return data.byte() % 16 == 1 ? data.text(64) : "";
}

Answering::Answering(WhoAnswers now) : before_(who)
{
    who = now;
}

Answering::~Answering()
{
    who = before_;
}

bool can_ask_alone()
{
    return true;
}

std::vector<bool> answered_for(std::uint32_t)
{
    return std::vector<bool>(chapter_functions().size());
}

void forget_calls() {}

const std::vector<OtherCall>& other_calls()
{
    static const std::vector<OtherCall> none;
    return none;
}

const std::vector<bool>& others_called()
{
    static const std::vector<bool> none(chapter_functions().size());
    return none;
}

std::string students_answer(const OtherCall&)
{
    return "";
}

std::uint32_t next_kept_number()
{
    return kept.next_number();
}

std::string ask_host(std::uint32_t function, const wire::Writer& arguments)
{
    const wire::KeptFunctions::Scope scope(kept, arguments);
    Reply reply = right_reply(function, arguments);
    if (who != WhoAnswers::right) {
        switch (data.byte() % 16) {
        case 1:
        case 2:
        case 3:
            spoil(reply.bytes);
            reply.refusal.reset();
            break;
        case 4:
            spoil(reply.bytes);
            spoil(reply.bytes);
            reply.refusal.reset();
            break;
        case 5: throw StudentThrew(data.text(40), data.text(255), data.byte() % 2 == 0);
        case 6: throw StudentThrew("std::invalid_argument", data.text(20), true);
        case 7: throw HostDied(data.byte() % 2 == 0, data.text(100));
        case 8: throw workbook::Todo(data.text(8));
        case 9:
        case 10: call_back(arguments); break;
        default: break;
        }
    }
    if (reply.refusal) {
        throw *reply.refusal;
    }
    return reply.bytes;
}

std::string last_request()
{
    return "";
}

wire::Trace last_trace()
{
    return {};
}

} // namespace judging
