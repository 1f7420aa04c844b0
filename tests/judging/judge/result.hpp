/// @file
/// What the judge finds out about one step.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace judging {

/// The first wrong answer of a function, in words.
struct Finding {
    std::string function;
    std::string where; ///< which inputs: "random inputs"
    std::string place; ///< which number of the answer: "w(1)"; "" for the whole
    std::string expected;
    std::string got;
    std::string note; ///< anything else, e.g. how many numbers differ
    std::vector<std::pair<std::string, std::string>> inputs; ///< name, value
    std::string request;              ///< the bytes of the call, for a debugger to replay
    std::vector<std::uint64_t> trace; ///< where the student's code threw or crashed
    bool alone = false;               ///< the call was made with the other functions answered for
};

/// A mistake that explains the wrong answer.
struct Named {
    std::string id; ///< "output_delta.sign"
    std::string message;
};

/// A pair of wrong answers that the inputs of the step do not tell apart.
struct FoundTie {
    std::string function;
    std::string first;
    std::string second;
};

/// One step while it is judged.
struct StepResult {
    std::string number; ///< "3.5"
    int questions_decided = 0;
    bool right = true;
    bool unexpected_throw = false;      ///< an exception was thrown where a value was expected
    std::vector<std::string> functions; ///< that it asked about
    std::vector<Finding> findings;
    std::vector<Named> mistakes;
    std::vector<std::string> waits_for; ///< functions of other steps without which it is right
    std::vector<FoundTie> ties;
    std::vector<std::string> mistakes_tried;
};

/// The result of the current step.
StepResult& current_step();

/// Whether the judge also compares all mistakes with each other, which tests the tests.
bool looking_for_ties();

/// Names a mistake by a property of the answer, inside Question::accept:
/// recognise("and_gate.wrong_side", "at (0, 1) the sum is 0.1"). The id must be registered.
void recognise(const std::string& full_id, const std::string& detail = "");

/// The bytes of the last call to the student's file, and of all that was answered in it.
std::string last_request();

/// Where the last call to the host threw or crashed.
std::vector<std::uint64_t> last_trace();

} // namespace judging
