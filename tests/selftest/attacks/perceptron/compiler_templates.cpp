// verdict: all=not_built
// seconds: 400
// Templates without end, in depth and in breadth.
#include "perceptron.hpp"

template <int depth, int path>
struct Tree {
    static constexpr int value = Tree<depth - 1, 2 * path>::value + Tree<depth - 1, 2 * path + 1>::value;
};
template <int path>
struct Tree<0, path> {
    static constexpr int value = 1;
};
constexpr int leaves = Tree<28, 0>::value;
