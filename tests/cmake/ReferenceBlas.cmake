# The BLAS that products of matrices are computed with: the target reference_blas, and the same as
# words of a command line in REFERENCE_BLAS.
#
# The static reference BLAS is the best: sums are computed in the same order on every machine, and
# programs start at once (OpenBLAS chooses kernels by processor, and starts threads). Debian has it in
# one file. Others keep its C interface apart, want Fortran's library beside it, or have only a shared
# one; the last resort is any BLAS.
include(CheckCXXSourceCompiles)

function(find_blas)
    set(candidates "libblas.a" "libcblas.a,libblas.a" "libcblas.a,libblas.a,gfortran" "blas"
        "cblas,blas" "cblas" "openblas")
    set(CMAKE_REQUIRED_QUIET ON)
    foreach(candidate IN LISTS candidates)
        string(REPLACE "," ";" names ${candidate})
        set(libraries)
        foreach(name IN LISTS names)
            find_library(BLAS_${name} ${name} PATH_SUFFIXES blas HINTS /opt/homebrew/opt/lapack/lib)
            mark_as_advanced(BLAS_${name})
            # Fortran's library is the compiler's, who knows where it is.
            if(name STREQUAL "gfortran")
                list(APPEND libraries -lgfortran)
            else()
                list(APPEND libraries ${BLAS_${name}})
            endif()
        endforeach()
        if(libraries MATCHES "NOTFOUND")
            continue()
        endif()
        list(APPEND libraries -lm)
        set(CMAKE_REQUIRED_LIBRARIES ${libraries})
        string(MAKE_C_IDENTIFIER "BLAS_works_${candidate}" works)
        check_cxx_source_compiles("
            extern \"C\" double cblas_ddot(int, const double*, int, const double*, int);
            extern \"C\" void cblas_dgemm(int, int, int, int, int, int, double, const double*, int,
                                          const double*, int, double, double*, int);
            int main(int, char** words)
            {
                const double* x = reinterpret_cast<double*>(words);
                cblas_dgemm(101, 111, 111, 1, 1, 1, 1, x, 1, x, 1, 0, nullptr, 1);
                return static_cast<int>(cblas_ddot(1, x, 1, x, 1));
            }" ${works})
        if(${works})
            set(REFERENCE_BLAS ${libraries} PARENT_SCOPE)
            if(NOT candidate STREQUAL "libblas.a")
                message(STATUS "The BLAS is ${candidate}: the last digits may differ from Debian's")
            endif()
            return()
        endif()
    endforeach()
    is_missing("libblas.a, or any BLAS with its C interface," libblas-dev)
endfunction()

find_blas()
add_library(reference_blas INTERFACE)
target_link_libraries(reference_blas INTERFACE ${REFERENCE_BLAS})
