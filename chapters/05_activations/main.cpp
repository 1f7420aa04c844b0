#include "activations.hpp"
#include "common/lab.hpp"
using namespace activations;
int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    return lab.finish();
}
