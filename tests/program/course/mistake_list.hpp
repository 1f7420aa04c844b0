/// @file
/// The list of a chapter's mistakes, tests/NN_name/mistakes.txt. A mistake is written as what it
/// is: an edit of the solution.
///
///     // --- 3.1 descent on one weight
///
///     descend.ascent: the step goes with the slope, uphill; descent subtracts: w − η dE/dw
///     - w - eta * slope
///     + w + eta * slope
///
/// The name of the function, the id, the message that a student reads; it goes on in indented
/// lines. Then the edits, each of which says what stands between the markers of the solution and
/// what stands there instead:
///
///     - old         lines of code that stand there once; blanks and line breaks do not matter
///     -* old        code that stands there more than once and is changed everywhere
///     + new         what stands there instead; an empty + takes the code away
///     = code        the whole body, where edits cannot say it
///     with f.id     begins with the body of that mistake, which stands above, not with the
///                   solution; more than one, `with f.a, f.b`, put the edits of all together
///
/// What the solution has before the marker, the checks of the arguments, and its functions without
/// markers are there for every mistake.
///
/// Two mistakes that no input tells apart, or a mistake and the truth:
///
///     descend.ascent = wrong_sign: why nothing can tell them apart
///     descend.ascent = truth: why it is right all the same
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// What stands in a body and what stands there instead.
struct Edit {
    std::string before;
    std::string after;
    bool everywhere = false;    ///< `before` may stand there more than once
    std::size_t line = 0;       ///< of `before` in the list, from 1
    std::size_t after_line = 0; ///< of `after`
};

/// A wrong answer to one function.
struct ListedMistake {
    std::string function;
    std::string id;
    std::string message;
    std::size_t line = 0;           ///< in the list, from 1
    std::vector<std::string> bases; ///< full ids of the mistakes that it begins with
    std::vector<Edit> edits;
    std::string body; ///< "" where the edits say it
    std::size_t body_line = 0;

    std::string full_id() const { return function + "." + id; }
};

/// Two wrong answers, or with `second` = "truth" one and the right answer, that nothing tells
/// apart.
struct ListedTie {
    std::string function;
    std::string first;
    std::string second;
    std::string why;
    std::size_t line = 0;
};

struct MistakeList {
    std::string file; ///< as messages name it
    std::vector<ListedMistake> mistakes;
    std::vector<ListedTie> ties;
};

/// Reads a list. `file` is its name for messages. Throws UserError, "file:line: what is wrong".
MistakeList read_mistake_list(const std::string& text, const std::string& file);

} // namespace workbook
