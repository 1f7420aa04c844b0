#include "lab_parts.hpp"
using namespace digits;
int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    return lab.finish();
}
