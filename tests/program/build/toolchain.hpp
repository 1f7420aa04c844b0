/// @file
/// How a student's file becomes a program: the commands that CMake has recorded.
#pragma once

#include "course/workspace.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace workbook {

/// What is made of a student's file.
enum class Product {
    library, ///< loaded by the host that answers the judge's calls; compiled fast
    traced,  ///< the same machine code with line numbers, to say where an exception came from
    lab,     ///< the chapter's executable: tables and figures; compiled to run fast
    debug,   ///< a library for gdb
    part,    ///< only an object: a chapter's functions for the executable of another
};

/// The compiler, its flags, and the parts that do not depend on the student's file.
class Toolchain {
public:
    /// Reads toolchain.json in the build folder. Throws UserError if it is missing.
    explicit Toolchain(const Workspace& workspace);

    /// The command that compiles `source` of this chapter into `object`, and no more.
    std::vector<std::string> compile(const Chapter& chapter, Product product,
                                     const std::filesystem::path& source,
                                     const std::filesystem::path& object) const;

    /// The command that compiles and links `source` into `result`.
    std::vector<std::string> build(const Chapter& chapter, Product product,
                                   const std::filesystem::path& source,
                                   const std::filesystem::path& result) const;

    /// Changes whenever any input of the result but the student's file changes.
    std::string stamp(const Chapter& chapter, Product product) const;

    /// The CMake targets that must be built before these commands work.
    std::vector<std::string> targets(const Chapter& chapter, Product product) const;

    /// The targets that must be built before a file can be judged: its library, the host that loads
    /// it, and the judge.
    std::vector<std::string> judging_targets(const Chapter& chapter) const;

    /// The targets without which a function that is wrong cannot be asked alone.
    std::vector<std::string> alone_targets(const Chapter& chapter) const;

    /// The chapters whose functions this chapter's executable calls, by their folders.
    std::vector<std::string> uses(const Chapter& chapter) const;

    /// From now on this chapter's executable is linked with `object` for the other chapter's
    /// functions, in place of the worked ones.
    void use(const Chapter& chapter, const Chapter& other, const std::filesystem::path& object);

    /// The program that judges this chapter's steps.
    std::filesystem::path judge_of(const Chapter& chapter) const;

    /// The header that declares this chapter's functions.
    std::filesystem::path interface_of(const Chapter& chapter) const;

    /// The program that loads a library of this chapter's functions and calls them for the judge,
    /// and the library of its own that it needs beside it.
    std::filesystem::path host_of(const Chapter& chapter) const;
    std::filesystem::path judging_host() const { return judging_host_; }

    /// The library that answers rightly for functions that are not asked; empty where there are no
    /// solutions.
    std::filesystem::path right_library(const Chapter& chapter) const;

    /// The library that looks for mistakes that nobody has listed, and what it reads.
    std::filesystem::path searcher() const { return searcher_; }
    std::filesystem::path searched_texts(const Chapter& chapter) const;

    /// The files that are read when a library is compiled and linked, besides the interfaces and
    /// the system's files.
    std::vector<std::filesystem::path> readable(const Chapter& chapter) const;

    const std::string& compiler() const { return compiler_; }
    const std::string& cmake() const { return cmake_; }
    const std::string& ctest() const { return ctest_; }

private:
    std::vector<std::string> compiler_and_flags(const Chapter& chapter, Product product) const;
    std::vector<std::string> parts(const Chapter& chapter, Product product) const;

    /// Where the built parts of a chapter are.
    struct Parts {
        std::filesystem::path judge;
        std::filesystem::path host;
        std::filesystem::path right;
        std::string list; ///< of the functions, an object file
        std::vector<std::string> lab_main;
        std::vector<std::pair<std::string, std::string>> used; ///< chapter, its functions' object
        std::vector<std::string> libraries;
    };

    const Workspace& workspace_;
    std::string compiler_;
    std::string cmake_;
    std::string ctest_;
    std::filesystem::path header_; ///< the one that is precompiled for the library
    std::vector<std::string> flags_;
    std::vector<std::string> host_flags_;
    std::vector<std::string> lab_flags_;
    std::vector<std::string> link_flags_;
    std::vector<std::string> lab_libraries_;
    std::vector<std::string> blas_;
    std::string judging_host_;
    std::string searcher_;
    std::string lab_frame_;
    std::string common_;
    std::map<std::string, Parts> chapters_;
};

} // namespace workbook
