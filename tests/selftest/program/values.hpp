/// @file
/// Values of every kind that an interface may have.
#pragma once

#include "judging/judge/flat.hpp"
#include "judging/protocol/wire.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace values {

using workbook::Matrix;
using workbook::Vector;

struct Unit {
    Vector w;
    double b;
};

/// A struct with everything in it, also other structs.
struct Everything {
    bool yes;
    int count;
    std::size_t size;
    double number;
    std::string text;
    Vector v;
    Matrix m;
    std::vector<Unit> units;
    std::vector<double> numbers;
    std::vector<std::vector<std::size_t>> lists;
};

inline Everything everything()
{
    return {true,
            -3,
            std::size_t{1} << 40,
            -2.5,
            std::string("가중합\0.", 11),
            {1, 2, 3},
            {{1, 2}, {3, 4}, {5, 6}},
            {{{0.5}, 1}, {{}, 2}},
            {1, 2},
            {{}, {7, 8}}};
}

} // namespace values

BOOST_FUSION_ADAPT_STRUCT(values::Unit, w, b)
BOOST_FUSION_ADAPT_STRUCT(values::Everything, yes, count, size, number, text, v, m, units, numbers,
                          lists)
