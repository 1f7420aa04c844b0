# add_chapter(01_perceptron) adds a chapter's targets:
#
#   01_perceptron_host      program: loads a student's functions and calls them for the judge
#   01_perceptron_list      object: the list of those functions
#   01_perceptron_lab_main  objects: all of the chapter's executable but those
#   01_perceptron_judge     program: the graded steps
#   01_perceptron_right     library: the solution's functions, which answer for those of a student
#                           that are not asked
#   01_perceptron_worked    object: the solution, for that library and for chapters that use this one
#   perceptron_lab, perceptron_solution   the chapter's executable, for those who use an IDE
#
# A student's file is compiled and linked by the workbook program itself, with the commands from
# toolchain.json: against the precompiled header, into a library that a host loads, or into the
# chapter's executable.

# How a student's file is compiled: with the checks of `settings`; for the judge fast to
# compile, for the chapter's executable fast to run.
# In messages a tab counts as one column, so that a place in a line can be pointed at.
get_target_property(STUDENT_DEFINITIONS settings INTERFACE_COMPILE_DEFINITIONS)
list(APPEND STUDENT_DEFINITIONS ${STUDENT_CHECKS})
list(TRANSFORM STUDENT_DEFINITIONS PREPEND -D)
set(STUDENT_FLAGS ${CMAKE_CXX20_STANDARD_COMPILE_OPTION} -Wall -Wextra -Wshadow -Wfloat-conversion
    -Wno-unused-parameter -Werror=return-type -ftabstop=1 ${STUDENT_DEFINITIONS})
foreach(folder IN LISTS OUTSIDE_INCLUDES)
    list(APPEND STUDENT_FLAGS -isystem ${folder})
endforeach()
# A variable without a first value then holds a huge number, never a 0 by chance.
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-ftrivial-auto-var-init=pattern HAVE_PATTERN_INIT)
set(STUDENT_CODE_FLAGS)
if(HAVE_PATTERN_INIT)
    set(STUDENT_CODE_FLAGS -ftrivial-auto-var-init=pattern)
endif()
list(APPEND STUDENT_FLAGS ${STUDENT_CODE_FLAGS})
# With -fPIC the functions of a file may be replaced from outside, so calls among them are kept.
set(STUDENT_HOST_FLAGS -Og -fPIC)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    list(APPEND STUDENT_HOST_FLAGS -fsemantic-interposition)
endif()
set(STUDENT_LAB_FLAGS -O2)
# gold comes with ld and links a host in half the time.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold HAVE_GOLD)
set(STUDENT_LINK_FLAGS)
if(HAVE_GOLD)
    list(APPEND STUDENT_LINK_FLAGS -fuse-ld=gold)
endif()

# The headers that every lab includes, precompiled with exactly these flags.
set(STUDENT_HEADER ${PROJECT_BINARY_DIR}/student/student.hpp)
file(CONFIGURE OUTPUT ${STUDENT_HEADER} CONTENT
"#include \"common/math/linalg.hpp\"\n#include \"common/math/tensor.hpp\"\n#include \"common/math/todo.hpp\"\n")
add_custom_command(OUTPUT ${STUDENT_HEADER}.gch
    COMMAND ${CMAKE_CXX_COMPILER} ${STUDENT_FLAGS} ${STUDENT_HOST_FLAGS}
        -I${PROJECT_SOURCE_DIR}/chapters -x c++-header ${STUDENT_HEADER} -o ${STUDENT_HEADER}.gch
        -MD -MF ${STUDENT_HEADER}.d
    DEPENDS ${STUDENT_HEADER}
    DEPFILE ${STUDENT_HEADER}.d
    COMMENT "Precompiling the students' header"
    VERBATIM)
add_custom_target(student_header DEPENDS ${STUDENT_HEADER}.gch)

# What is linked with a student's file is compiled as he compiles, so that it can read the same
# precompiled header. (-Wpedantic makes GCC refuse one that was made without it.)
function(compiled_like_students target)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF LIKE_STUDENTS ON)
    target_compile_options(${target} PRIVATE ${STUDENT_HOST_FLAGS} ${STUDENT_CODE_FLAGS}
        "SHELL:-include ${STUDENT_HEADER}")
    target_compile_definitions(${target} PRIVATE ${STUDENT_CHECKS})
    add_dependencies(${target} student_header)
endfunction()

# Stops if a file is missing without which the chapter cannot be built. (A student edition has no
# solutions.)
function(must_be_complete folder name)
    set(needed chapters/${folder}/chapter.md chapters/${folder}/${name}.hpp
        chapters/${folder}/main.cpp tests/${folder}/functions.hpp tests/${folder}/steps.cpp)
    if(EXISTS ${PROJECT_SOURCE_DIR}/solutions)
        list(APPEND needed solutions/${folder}/${name}.cpp tests/${folder}/mistakes.txt)
    endif()
    set(missing)
    foreach(file IN LISTS needed)
        if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${file})
            string(APPEND missing "\n  ${file}")
        endif()
    endforeach()
    if(missing)
        message(FATAL_ERROR "The chapter ${folder} is not complete; these files are missing:"
            "${missing}\n  docs/contributing.md says what is in them.")
    endif()
endfunction()

# Every folder in solutions/ and tests/ must belong to a chapter of the same name.
function(must_belong_to_a_chapter)
    file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/solutions/[0-9][0-9]_* ${PROJECT_SOURCE_DIR}/tests/[0-9][0-9]_*)
    foreach(folder IN LISTS folders)
        get_filename_component(name ${folder} NAME)
        if(NOT EXISTS ${PROJECT_SOURCE_DIR}/chapters/${name})
            message(FATAL_ERROR "${folder} belongs to no chapter: there is no folder "
                "chapters/${name}. Rename it as its chapter is called, or remove it.")
        endif()
    endforeach()
endfunction()

# Makes a file of a student edition readable for those programs that need it.
function(unveil from to)
    add_custom_command(OUTPUT ${to} COMMAND unveil ${from} ${to} DEPENDS unveil ${from} VERBATIM)
endfunction()

# The wrong answers that a judge knows, made from the list of mistakes and the solution. (A student
# edition holds what was made: tests/NN_name/wrong.txt.) A wrong answer is tried on a handful of
# numbers, so it is compiled fast rather than to run fast.
function(add_mistakes folder name)
    set(list tests/${folder}/mistakes.txt)
    set(solution solutions/${folder}/${name}.cpp)
    set(source ${PROJECT_BINARY_DIR}/mistakes/${folder}.cpp)
    if(EXISTS ${PROJECT_SOURCE_DIR}/${solution})
        add_custom_command(OUTPUT ${source}
            COMMAND expand_mistakes ${list} ${solution} ${name} ${source}
            DEPENDS expand_mistakes ${list} ${solution}
            WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
            COMMENT "Expanding the mistakes of ${folder}"
            VERBATIM)
    else()
        unveil(${PROJECT_SOURCE_DIR}/tests/${folder}/wrong.txt ${source})
    endif()
    add_library(${folder}_mistakes OBJECT ${source})
    target_link_libraries(${folder}_mistakes PRIVATE ${folder}_interface)
    target_include_directories(${folder}_mistakes PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_options(${folder}_mistakes PRIVATE -O0)
    target_sources(${folder}_judge PRIVATE $<TARGET_OBJECTS:${folder}_mistakes>)
endfunction()

# What a chapter's executable needs besides the files in its folder is said in
# chapters/NN_name/needs.cmake, if there is one:
#
#   set(CHAPTER_USES 05_activations …)  chapters whose functions it calls, by their headers
#   set(CHAPTER_DATA digits.csv …)      files of its folder that it holds: "digits.csv.inc" is such
#                                       a file as a string literal
#   set(CHAPTER_LIBRARIES …)            files to link
#
# The functions of other chapters are those of the solutions, or, with ./workbook run --own, the
# student's.
function(hold_data target text)
    foreach(file IN LISTS ARGN)
        file(READ ${text}/${file} content)
        set(held ${PROJECT_BINARY_DIR}/data/${target}/${file}.inc)
        file(CONFIGURE OUTPUT ${held} CONTENT "R\"data(${content})data\"" @ONLY)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${text}/${file})
        target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR}/data/${target})
    endforeach()
endfunction()

function(add_chapter folder)
    string(REGEX REPLACE "^[0-9]+_" "" name ${folder})
    must_be_complete(${folder} ${name})
    set(text ${PROJECT_SOURCE_DIR}/chapters/${folder})
    set(tests ${PROJECT_SOURCE_DIR}/tests/${folder})

    set(CHAPTER_USES)
    set(CHAPTER_DATA)
    set(CHAPTER_LIBRARIES)
    include(${text}/needs.cmake OPTIONAL)

    add_library(${folder}_interface INTERFACE)
    target_include_directories(${folder}_interface INTERFACE ${text} ${tests})
    target_link_libraries(${folder}_interface INTERFACE common)

    # The list is a part of the student's library too: if a function is missing there, the linker
    # says so.
    set(host ${PROJECT_SOURCE_DIR}/tests/judging/host)
    add_library(${folder}_list OBJECT ${host}/host_main.cpp)
    add_executable(${folder}_host ${host}/host_stubs.cpp $<TARGET_OBJECTS:${folder}_list>)
    foreach(part ${folder}_list ${folder}_host)
        target_include_directories(${part} PRIVATE ${text} ${tests})
        target_link_libraries(${part} PRIVATE judging_host reference_blas)
        compiled_like_students(${part})
    endforeach()
    set_target_properties(${folder}_host PROPERTIES ENABLE_EXPORTS ON)
    set(right ${PROJECT_SOURCE_DIR}/solutions/${folder}/${name}.cpp)
    set(texts ${PROJECT_BINARY_DIR}/mistakes/${folder}.json)
    if(EXISTS ${right})
        # What the search for unlisted mistakes reads.
        file(GLOB ways CONFIGURE_DEPENDS ${tests}/right_answers/*.cpp)
        add_custom_command(OUTPUT ${texts}
            COMMAND collect_texts ${folder} ${texts}
            DEPENDS collect_texts ${right} ${ways} ${tests}/mistakes.txt ${text}/${name}.hpp
            WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
            COMMENT "Collecting the texts of ${folder}"
            VERBATIM)
    elseif(EXISTS ${tests}/right.txt)
        set(right ${PROJECT_BINARY_DIR}/mistakes/${folder}_right.cpp)
        unveil(${tests}/right.txt ${right})
        unveil(${tests}/texts.txt ${texts})
    else()
        set(right)
    endif()
    set(right_library)
    if(right)
        set(right_library $<TARGET_FILE:${folder}_right>)
        add_library(${folder}_worked OBJECT ${right})
        target_link_libraries(${folder}_worked PRIVATE ${folder}_interface)
        target_compile_options(${folder}_worked PRIVATE -O1 -Wno-unused-parameter)
        set_target_properties(${folder}_worked PROPERTIES POSITION_INDEPENDENT_CODE ON)
        add_library(${folder}_right MODULE $<TARGET_OBJECTS:${folder}_worked>
            $<TARGET_OBJECTS:${folder}_list>)
        target_link_libraries(${folder}_right PRIVATE judging_host)
        add_custom_target(${folder}_texts DEPENDS ${texts})
        add_dependencies(${folder}_right ${folder}_texts judging_searcher)
        set_property(GLOBAL APPEND PROPERTY tested_targets ${folder}_right)
    endif()

    file(GLOB steps CONFIGURE_DEPENDS ${tests}/*.cpp)
    if(EXISTS ${tests}/oracle.txt) # a student edition
        set(oracle ${PROJECT_BINARY_DIR}/mistakes/${folder}/oracle.hpp)
        unveil(${tests}/oracle.txt ${oracle})
        list(APPEND steps ${oracle})
    endif()
    add_executable(${folder}_judge ${steps} ${PROJECT_SOURCE_DIR}/tests/judging/judge/stubs.cpp
        ${PROJECT_SOURCE_DIR}/tests/judging/judge/main.cpp)
    target_link_libraries(${folder}_judge PRIVATE ${folder}_interface judging_judge)
    target_include_directories(${folder}_judge PRIVATE ${PROJECT_BINARY_DIR}/mistakes/${folder})
    target_precompile_headers(${folder}_judge REUSE_FROM judging_judge)
    add_mistakes(${folder} ${name})
    if(WORKBOOK_FUZZ)
        set(fuzz ${PROJECT_SOURCE_DIR}/tests/selftest/fuzz)
        add_executable(${folder}_fuzz ${steps} ${PROJECT_SOURCE_DIR}/tests/judging/judge/stubs.cpp
            ${fuzz}/fuzz.cpp ${fuzz}/answers.cpp $<TARGET_OBJECTS:${folder}_mistakes>)
        target_link_libraries(${folder}_fuzz PRIVATE ${folder}_interface judging_judge)
        target_precompile_headers(${folder}_fuzz REUSE_FROM judging_judge)
        execute_process(OUTPUT_VARIABLE fuzzer OUTPUT_STRIP_TRAILING_WHITESPACE
            COMMAND ${CMAKE_CXX_COMPILER}
                -print-file-name=libclang_rt.fuzzer_no_main-${CMAKE_SYSTEM_PROCESSOR}.a)
        target_link_libraries(${folder}_fuzz PRIVATE ${fuzzer})
    endif()

    file(GLOB lab_sources CONFIGURE_DEPENDS ${text}/*.cpp)
    add_library(${folder}_lab_main OBJECT ${lab_sources})
    target_link_libraries(${folder}_lab_main PRIVATE ${folder}_interface lab_frame)
    target_compile_options(${folder}_lab_main PRIVATE -O1)
    compiled_together(${folder}_lab_main)
    # Tests link all but this one.
    set_source_files_properties(${text}/main.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    hold_data(${folder}_lab_main ${text} ${CHAPTER_DATA})
    set(used)
    set(used_objects)
    foreach(other IN LISTS CHAPTER_USES)
        list(APPEND used "{\"chapter\": \"${other}\", \"object\": \"$<TARGET_OBJECTS:${other}_worked>\"}")
        list(APPEND used_objects $<TARGET_OBJECTS:${other}_worked>)
    endforeach()
    list(JOIN used ", " used)
    json_words(libraries ${CHAPTER_LIBRARIES})
    foreach(place labs solutions)
        set(file ${PROJECT_SOURCE_DIR}/${place}/${folder}/${name}.cpp)
        string(REGEX REPLACE "s$" "" suffix ${place})
        if(EXISTS ${file})
            add_executable(${name}_${suffix} ${file} $<TARGET_OBJECTS:${folder}_lab_main>
                ${used_objects})
            target_link_libraries(${name}_${suffix} PRIVATE ${folder}_interface lab_frame
                ${CHAPTER_LIBRARIES})
            target_compile_options(${name}_${suffix} PRIVATE -O1 -Wno-unused-parameter)
        endif()
    endforeach()

    set_property(GLOBAL APPEND PROPERTY chapter_folders ${folder})
    set_property(GLOBAL APPEND PROPERTY tested_targets
        ${folder}_judge ${folder}_host ${folder}_lab_main)
    set_property(GLOBAL APPEND PROPERTY chapter_parts
"    \"${folder}\": {
      \"judge\": \"$<TARGET_FILE:${folder}_judge>\",
      \"host\": \"$<TARGET_FILE:${folder}_host>\",
      \"list\": \"$<TARGET_OBJECTS:${folder}_list>\",
      \"right\": \"${right_library}\",
      \"lab_main\": [\"$<JOIN:$<TARGET_OBJECTS:${folder}_lab_main>,\", \">\"],
      \"uses\": [${used}],
      \"libraries\": ${libraries}
    }")
endfunction()

# Turns a list of words into a JSON array.
function(json_words result)
    list(TRANSFORM ARGN REPLACE "(.+)" "\"\\1\"")
    list(JOIN ARGN ", " joined)
    set(${result} "[${joined}]" PARENT_SCOPE)
endfunction()

# Writes toolchain.json, from which the workbook program knows how to compile and link a student's
# file.
function(write_toolchain_file)
    get_property(parts GLOBAL PROPERTY chapter_parts)
    list(JOIN parts ",\n" chapters)
    json_words(flags ${STUDENT_FLAGS})
    json_words(host_flags ${STUDENT_HOST_FLAGS})
    json_words(lab_flags ${STUDENT_LAB_FLAGS})
    json_words(link_flags ${STUDENT_LINK_FLAGS})
    json_words(blas ${REFERENCE_BLAS})
    json_words(lab_libraries $<TARGET_LINKER_FILE:Boost::filesystem>
        $<TARGET_LINKER_FILE:fmt::fmt> ${CMAKE_THREAD_LIBS_INIT})
    file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/toolchain.json CONTENT "{
  \"compiler\": \"${CMAKE_CXX_COMPILER}\",
  \"cmake\": \"${CMAKE_COMMAND}\",
  \"ctest\": \"${CMAKE_CTEST_COMMAND}\",
  \"precompiled_header\": \"${STUDENT_HEADER}\",
  \"flags\": ${flags},
  \"host_flags\": ${host_flags},
  \"lab_flags\": ${lab_flags},
  \"link_flags\": ${link_flags},
  \"judging_host\": \"$<TARGET_FILE:judging_host>\",
  \"judging_searcher\": \"$<TARGET_FILE:judging_searcher>\",
  \"lab_frame\": \"$<TARGET_FILE:lab_frame>\",
  \"common\": \"$<TARGET_FILE:common>\",
  \"blas\": ${blas},
  \"lab_libraries\": ${lab_libraries},
  \"chapters\": {
${chapters}
  }
}
")
endfunction()
