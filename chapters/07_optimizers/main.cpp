#include "optimizers.hpp"
#include "common/lab.hpp"
int main(int argc, char** argv)
{
    workbook::Lab lab{argc, argv};
    return lab.finish();
}
