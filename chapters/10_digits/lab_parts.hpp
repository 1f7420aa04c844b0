/// @file
#pragma once
#include "common/report/lab.hpp"
namespace digits {
using workbook::Lab;
}
