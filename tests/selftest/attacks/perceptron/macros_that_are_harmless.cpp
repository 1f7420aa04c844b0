// verdict: all=right
// rest: solution
// Macros with the names of the tests' own.
#define BOOST_AUTO_TEST_CASE(...) static int none()
#define CHAPTER_FUNCTIONS(f)
#define HOST_FUNCTION(...)
#define assert(x)
#define private public
#include "perceptron.hpp"
