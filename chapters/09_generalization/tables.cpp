// The tables and values of chapter 9.
#include "lab_parts.hpp"
