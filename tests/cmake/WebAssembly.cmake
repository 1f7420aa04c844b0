# C++ for the browser: compiled by clang for WASI, with its C library and libc++. None of it is built
# unless a target asks for it, so whoever has not the packages of the group "web" in packages.txt
# misses nothing else.
#
#   wasm_objects(objects FOLDER SOURCES file… [INCLUDES folder…] [OPTIONS option…]
#       [DEPENDS file…])
#   wasm_module(file.wasm objects…)

# WASI has a C library of its own: of the system's headers only those of C++ libraries are seen.
set(WASM_OUTSIDE ${PROJECT_BINARY_DIR}/web/outside)
file(MAKE_DIRECTORY ${WASM_OUTSIDE})
foreach(folder ${XTENSOR_INCLUDE}/xtensor ${XTENSOR_INCLUDE}/xtl ${XTENSOR_BLAS_INCLUDE}/xtensor-blas
        ${XTENSOR_BLAS_INCLUDE}/xflens ${BOOST_AUTODIFF_INCLUDE}/boost)
    if(EXISTS ${folder})
        get_filename_component(name ${folder} NAME)
        file(CREATE_LINK ${folder} ${WASM_OUTSIDE}/${name} SYMBOLIC)
    endif()
endforeach()

# There is no BLAS; xtensor-blas brings one in plain loops.
set(WASM_COMPILE clang++ --target=wasm32-wasi ${CMAKE_CXX20_STANDARD_COMPILE_OPTION} -O2
    -DXTENSOR_USE_FLENS_BLAS -isystem ${WASM_OUTSIDE} -I${PROJECT_SOURCE_DIR}/chapters)

# Sets `objects` to the files made of these sources, below build/web/FOLDER.
function(wasm_objects objects folder)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;INCLUDES;OPTIONS;DEPENDS")
    list(TRANSFORM arg_INCLUDES PREPEND -I)
    set(made)
    foreach(source IN LISTS arg_SOURCES)
        get_filename_component(name ${source} NAME_WE)
        set(object ${PROJECT_BINARY_DIR}/web/${folder}/${name}.o)
        file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/web/${folder})
        add_custom_command(OUTPUT ${object}
            COMMAND ${WASM_COMPILE} ${arg_INCLUDES} ${arg_OPTIONS} -c ${source} -o ${object}
                -MD -MF ${object}.d
            DEPENDS ${source} ${arg_DEPENDS}
            DEPFILE ${object}.d
            COMMENT "Compiling ${folder}/${name} for the browser"
            VERBATIM)
        list(APPEND made ${object})
    endforeach()
    set(${objects} ${made} PARENT_SCOPE)
endfunction()

# A module without a main: its exports are called one by one. The linker leaves in it which of
# WebAssembly's features this clang has used, so that wasm-opt knows them.
function(wasm_module module)
    add_custom_command(OUTPUT ${module}
        COMMAND clang++ --target=wasm32-wasi -mexec-model=reactor ${ARGN} -o ${module}.whole
        COMMAND wasm-opt -Oz --strip-debug --strip-producers --strip-target-features
            ${module}.whole -o ${module}
        DEPENDS ${ARGN}
        COMMENT "Linking ${module}"
        VERBATIM)
endfunction()
