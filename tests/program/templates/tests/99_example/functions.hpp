// The functions of chapter 99 that the judge may call.
#pragma once

#include "example.hpp"

#define CHAPTER example
#define CHAPTER_FUNCTIONS(FUNCTION) FUNCTION(mean_square, x)
