/// @file
/// Wrong answers that real students give, as functions beside the tests. When an answer
/// is wrong, each is tried on the same inputs; the ones that give the student's numbers
/// are named.
///
///     MISTAKE(output_delta, sign, "this is (yt − yo)·…; the slope of ½(yt − yo)² is yo − yt")
///     (const Activations& a, const Vector& y_t)
///     {
///         return (y_t - a.y_o) * a.y_o * (1.0 - a.y_o);
///     }
///
/// The body is also what the mutation test puts into a copy of the solution, so the
/// parameters are named as there.
#pragma once

#include "judging/judge/call.hpp"

#include <string>
#include <type_traits>
#include <vector>

namespace judging {

/// A known mistake of one function.
struct Mistake {
    AnyFunction stub;  ///< of the function that it is a wrong answer to
    AnyFunction wrong; ///< the same signature
    std::string function;
    std::string id;      ///< within the function
    std::string message; ///< what it is and what would be right

    std::string full_id() const { return function + "." + id; }
};

/// Two wrong answers (or, with `second` = "truth", one and the right answer) that no
/// input can tell apart.
struct Tie {
    std::string function;
    std::string first;
    std::string second;
    std::string why;
};

/// Everything that the MISTAKE and TIE lines of this judge have registered.
std::vector<Mistake>& all_mistakes();
std::vector<Tie>& all_ties();

template <class F>
struct RegisterMistake {
    RegisterMistake(F* stub, F* wrong, const char* function, const char* id, const char* message)
    {
        all_mistakes().push_back({reinterpret_cast<AnyFunction>(stub),
                                  reinterpret_cast<AnyFunction>(wrong), function, id, message});
    }
};

struct RegisterTie {
    RegisterTie(const char* function, const char* first, const char* second, const char* why)
    {
        all_ties().push_back({function, first, second, why});
    }
};

} // namespace judging

#define MISTAKE(function, id, message)                                                             \
    static std::remove_pointer_t<decltype(&function)> mistake_##function##_##id;                   \
    static const judging::RegisterMistake<std::remove_pointer_t<decltype(&function)>>              \
        register_##function##_##id{&function, &mistake_##function##_##id, #function, #id,          \
                                   message};                                                       \
    static judging::Signature<std::remove_pointer_t<decltype(&function)>>::Result                  \
        mistake_##function##_##id

#define TIE(function, first, second, why)                                                          \
    static const judging::RegisterTie tie_##function##_##first##_##second{#function, #first,       \
                                                                          #second, why};
