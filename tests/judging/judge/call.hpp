/// @file
/// What a stub does: it asks the host, which holds the student's code.
#pragma once

#include "judging/protocol/any_function.hpp"
#include "judging/protocol/signature.hpp"
#include "judging/protocol/wire.hpp"

#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace judging {

/// One function of the chapter: its stub, its name, and its parameters' names.
struct FunctionInfo {
    AnyFunction stub;
    std::string name;
    std::string parameters; ///< "x, w, b"
    /// Whether the bytes of two results are the same numbers; throws wire::BadBytes.
    bool (*is_same_reply)(const std::string& a, const std::string& b);
};

/// The chapter's functions, in the order of functions.hpp; the host has the same list.
const std::vector<FunctionInfo>& chapter_functions();

/// The namespace of these functions.
std::string chapter_namespace();

/// Whether a function may be built on one that comes after it in the chapter, as its
/// functions.hpp says with CHAPTER_BUILDS_ON.
bool may_build_on(std::uint32_t function, std::uint32_t later);

/// Its index in chapter_functions().
std::uint32_t index_of(AnyFunction stub);

/// The student's code threw an exception.
struct StudentThrew : std::runtime_error {
    StudentThrew(std::string exception_type, const std::string& what, bool is_standard)
        : std::runtime_error(what), type(std::move(exception_type)), standard(is_standard)
    {
    }
    std::string type;
    bool standard; ///< derives from std::exception
};

/// The host is gone: the student's code crashed, ended the program, exceeded a limit or sent
/// nonsense.
struct HostDied : std::runtime_error {
    HostDied(bool was_limit, const std::string& what) : std::runtime_error(what), timeout(was_limit)
    {
    }
    bool timeout;           ///< a time limit, not a crash
    bool computing = false; ///< the limit of computing time, which a busy machine does not use up
};

/// Sends the call to whoever answers now (see who_answers.hpp), serves callbacks, returns the bytes
/// of the result. Throws workbook::Todo, StudentThrew or HostDied.
std::string ask_host(std::uint32_t function, const wire::Writer& arguments);

/// The number for the first function among the arguments of the next call.
std::uint32_t next_kept_number();

/// Calls the student's function with these arguments.
template <class R, class... P, class... A>
R call(R (*stub)(P...), const A&... arguments)
{
    wire::Writer writer(next_kept_number());
    (wire::write(writer, static_cast<const std::decay_t<P>&>(arguments)), ...);
    const std::uint32_t function = index_of(reinterpret_cast<AnyFunction>(stub));
    const std::string bytes = ask_host(function, writer);
    try {
        wire::Reader reader(bytes);
        R result = wire::read<R>(reader);
        reader.expect_end();
        return result;
    } catch (const wire::BadBytes& error) {
        throw HostDied(false,
                       std::string("the answer on the pipe is not a value: ") + error.what());
    }
}

} // namespace judging
