# Finds the libraries that the workbook is built with. If one is missing, the error names its Debian
# package.

function(need_header variable header package)
    find_path(${variable} NAMES ${header} ${ARGN})
    if(NOT ${variable})
        message(FATAL_ERROR "${header} was not found: apt-get install ${package}")
    endif()
endfunction()

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

need_header(SECCOMP_INCLUDE seccomp.h libseccomp-dev)
find_library(SECCOMP_LIBRARY seccomp REQUIRED)

need_header(GUMBO_INCLUDE gumbo.h libgumbo-dev)
find_library(GUMBO_LIBRARY gumbo REQUIRED)

need_header(UTF8PROC_INCLUDE utf8proc.h libutf8proc-dev)
find_library(UTF8PROC_LIBRARY utf8proc REQUIRED)

need_header(PNG_INCLUDE png.h libpng-dev)
find_library(PNG_LIBRARY png REQUIRED)

# The static reference BLAS: sums are computed in the same order on every machine, and programs
# start at once (OpenBLAS chooses kernels by processor, and starts threads).
find_library(REFERENCE_BLAS libblas.a PATH_SUFFIXES blas)
if(NOT REFERENCE_BLAS)
    message(FATAL_ERROR "libblas.a was not found: apt-get install libblas-dev")
endif()
add_library(reference_blas STATIC IMPORTED GLOBAL)
set_target_properties(reference_blas PROPERTIES IMPORTED_LOCATION ${REFERENCE_BLAS}
    INTERFACE_LINK_LIBRARIES m)
