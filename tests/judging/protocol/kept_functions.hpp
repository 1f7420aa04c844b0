/// @file
/// The functions that stay on this side of the pipe while calls are under way.
#pragma once

#include "judging/protocol/wire.hpp"

#include <vector>

namespace judging::wire {

/// The functions among the arguments of all calls that have not returned yet. Calls are nested, so
/// it is a stack; numbers go on from the outer calls to the inner ones.
class KeptFunctions {
public:
    /// Keeps those of one call for as long as this lives.
    class Scope {
    public:
        Scope(KeptFunctions& kept, const Writer& arguments) : kept_(kept)
        {
            kept_.calls_.push_back(&arguments);
        }
        ~Scope() { kept_.calls_.pop_back(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        KeptFunctions& kept_;
    };

    /// The number that the next call's functions start with.
    std::uint32_t next_number() const { return calls_.empty() ? 0 : calls_.back()->end_number(); }

    /// Calls the function with this number. Throws BadBytes if there is none.
    std::string call(std::uint32_t number, const std::string& argument) const
    {
        for (const Writer* arguments : calls_) {
            if (number >= arguments->first_number() && number < arguments->end_number()) {
                const Writer::Callback function =
                    arguments->callbacks()[number - arguments->first_number()];
                return function(argument);
            }
        }
        throw BadBytes("a function that was never sent is called");
    }

private:
    std::vector<const Writer*> calls_;
};

} // namespace judging::wire
