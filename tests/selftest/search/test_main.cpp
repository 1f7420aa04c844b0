#include <boost/test/unit_test.hpp>

#include <cstdlib>

int main(int argc, char** argv)
{
    ::setenv("LC_ALL", "C.UTF-8", 1); // as the program does for the compilers that it calls
    return boost::unit_test::unit_test_main([] { return true; }, argc, argv);
}
