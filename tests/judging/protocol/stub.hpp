/// @file
/// Functions of the chapter that only pass on what they are called with: STUB(name, parameters…)
/// defines CHAPTER::name by judging::call(). Names, parameters and types come from functions.hpp,
/// whose list is to be passed through it: CHAPTER_FUNCTIONS(STUB).
#pragma once

#include "judging/protocol/signature.hpp"

#include <boost/preprocessor/punctuation/comma_if.hpp>
#include <boost/preprocessor/seq/for_each_i.hpp>
#include <boost/preprocessor/variadic/to_seq.hpp>

#define SIGNATURE(name) judging::Signature<std::remove_pointer_t<decltype(&CHAPTER::name)>>

#define STUB_PARAMETER(r, name, index, parameter)                                                  \
    BOOST_PP_COMMA_IF(index) SIGNATURE(name)::Parameter<index> parameter

#define STUB(name, ...) STUB_AS(CHAPTER::name, name __VA_OPT__(, ) __VA_ARGS__)

/// The same as a function that is called otherwise.
#define STUB_AS(other_name, name, ...)                                                             \
    SIGNATURE(name)::Result other_name(__VA_OPT__(                                                 \
        BOOST_PP_SEQ_FOR_EACH_I(STUB_PARAMETER, name, BOOST_PP_VARIADIC_TO_SEQ(__VA_ARGS__))))     \
    {                                                                                              \
        return judging::call(&CHAPTER::name __VA_OPT__(, ) __VA_ARGS__);                           \
    }
