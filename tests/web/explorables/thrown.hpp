/// @file
/// How a module tells the page of an exception.
#pragma once

extern "C" {

/// The page's part: it gets two texts that end in a zero, and does not return.
[[noreturn, clang::import_module("workbook"), clang::import_name("thrown")]] void
workbook_thrown(const char* type, const char* what);
}
