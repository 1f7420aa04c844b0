# Finds the libraries that the workbook is built with. If one is missing, the error names its Debian
# package; other systems' names are in tests/program/course/packages_elsewhere.txt.

function(is_missing file package)
    message(FATAL_ERROR "${file} was not found. Debian has it in ${package}; ./workbook doctor says "
        "what installs it here. In a folder of your own: WORKBOOK_PREFIX=FOLDER ./workbook check")
endfunction()

# Folders with headers that the compiler does not look into by itself: conda's, Homebrew's, a user's
# own. A student's file is compiled with them too.
set(OUTSIDE_INCLUDES)

macro(need_header variable header package)
    find_path(${variable} NAMES ${header} ${ARGN})
    if(NOT ${variable})
        is_missing(${header} ${package})
    endif()
    if(NOT ${variable} IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
        list(APPEND OUTSIDE_INCLUDES ${${variable}})
        list(REMOVE_DUPLICATES OUTSIDE_INCLUDES)
    endif()
endmacro()

need_header(XTENSOR_INCLUDE xtensor/xtensor.hpp libxtensor-dev
    xtensor/containers/xtensor.hpp) # where it is since 0.26
need_header(XTENSOR_BLAS_INCLUDE xtensor-blas/xlinalg.hpp libxtensor-blas-dev)
need_header(BOOST_AUTODIFF_INCLUDE boost/math/differentiation/autodiff.hpp libboost-dev)

find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework filesystem)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)
find_package(LibArchive REQUIRED)
find_package(pugixml REQUIRED)
find_package(yaml-cpp REQUIRED)

# Only Linux has what grading a class needs (see tests/program/build/forbidden_calls.hpp).
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    need_header(SECCOMP_INCLUDE seccomp.h libseccomp-dev)
    find_library(SECCOMP_LIBRARY seccomp REQUIRED)
else()
    set(SECCOMP_LIBRARY)
endif()

need_header(GUMBO_INCLUDE gumbo.h libgumbo-dev)
find_library(GUMBO_LIBRARY gumbo REQUIRED)

need_header(UTF8PROC_INCLUDE utf8proc.h libutf8proc-dev)
find_library(UTF8PROC_LIBRARY utf8proc REQUIRED)

need_header(PNG_INCLUDE png.h libpng-dev)
find_library(PNG_LIBRARY png REQUIRED)

include(ReferenceBlas)
