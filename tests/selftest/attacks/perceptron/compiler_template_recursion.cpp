// verdict: all=not_built
// seconds: 400
// A template that needs itself.
#include "perceptron.hpp"

template <class T>
struct Again {
    using type = typename Again<Again<T>>::type;
};
Again<int>::type never;
