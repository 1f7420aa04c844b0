/// @file
/// How a page calls the chapter's C++: it writes numbers, calls an export, and reads numbers.
///
///     EXPLORE(network_error)
///     {
///         const Vector y_o = in.vector(2);
///         out.add(backprop::error(y_o, in.vector(2)));
///     }
///
/// In the browser every such function is an export of the module. Natively all of them are in a
/// table, and explorables_here calls them by name.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/tensor.hpp"

#include <cstddef>
#include <vector>

namespace explorables {

using workbook::Layer;
using workbook::Matrix;
using workbook::Vector;

/// What the page has written, taken from the first number to the last. Taking more than there are
/// throws std::out_of_range.
class Arguments {
public:
    explicit Arguments(const std::vector<double>& numbers) : numbers_(numbers) {}

    double number();
    std::size_t count(); ///< a number that is 0, 1, 2 …
    Vector vector(std::size_t size);
    Matrix matrix(std::size_t rows, std::size_t columns); ///< row by row
    Layer layer(std::size_t inputs, std::size_t units);   ///< W, then b

private:
    const std::vector<double>& numbers_;
    std::size_t next_ = 0;
};

/// What the page will read.
class Results {
public:
    explicit Results(std::vector<double>& numbers) : numbers_(numbers) { numbers_.clear(); }

    void add(double number) { numbers_.push_back(number); }
    void add(const Vector& v) { numbers_.insert(numbers_.end(), v.begin(), v.end()); }
    void add(const Matrix& m) { numbers_.insert(numbers_.end(), m.begin(), m.end()); }
    void add(const Layer& layer);

private:
    std::vector<double>& numbers_;
};

using Function = void (*)(Arguments& in, Results& out);

/// In the browser: calls it with what the page has written, and keeps what it gives.
void answer(Function function);

/// Natively: puts it into the table.
struct Listed {
    Listed(const char* name, Function function);
};

} // namespace explorables

#ifdef __wasm__
#define EXPLORE_AS(name)                                                                           \
    extern "C" [[clang::export_name(#name)]] void name##_export()                                  \
    {                                                                                              \
        explorables::answer(name);                                                                 \
    }
#else
#define EXPLORE_AS(name) static const explorables::Listed name##_listed{#name, name};
#endif

#define EXPLORE(name)                                                                              \
    static void name(explorables::Arguments& in, explorables::Results& out);                       \
    EXPLORE_AS(name)                                                                               \
    static void name([[maybe_unused]] explorables::Arguments& in, explorables::Results& out)
