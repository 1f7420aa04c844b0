// Boost.Test itself, which Debian has no library of for WebAssembly.
#include <boost/test/included/unit_test.hpp>
