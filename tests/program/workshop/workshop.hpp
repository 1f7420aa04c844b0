/// @file
/// The verbs of those who read, teach and write the course. They are in a program of their own,
/// workbook_workshop, which is built when one of them is first used.
#pragma once

#include "course/workspace.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A verb as `./workbook --help` shows it.
struct WorkshopVerb {
    const char* name;
    const char* description;
};

inline constexpr std::array workshop_verbs{
    WorkshopVerb{"notes", "builds the book; in a student edition, says where it is"},
    WorkshopVerb{"site", "makes a site on which every step is written and judged"},
    WorkshopVerb{"grade", "grades a whole class, every student in a sandbox"},
    WorkshopVerb{"release", "makes the student edition: no solutions, the book built"},
    WorkshopVerb{"update", "brings a newer edition from its archive; your labs stay"},
    WorkshopVerb{"test", "the workbook's own tests, or those of a chapter; options go to ctest"},
    WorkshopVerb{"new", "starts a new chapter, ready to be written: new 8 losses"},
    WorkshopVerb{"bench", "times save to verdict against a plain compile"},
};

int notes(const Workspace& workspace, bool instructor, bool pdf);

/// Builds the students' notes unless they are as they were, and returns their folder.
std::filesystem::path built_notes(const Workspace& workspace);

/// The options of `site`.
struct SiteOptions {
    std::string folder; ///< empty: build/site
    bool serve = false; ///< on this machine, until Ctrl-C
};

int site(const Workspace& workspace, const SiteOptions& options);

/// Creates the files of a new chapter, with one working step. Overwrites nothing.
int new_chapter(const Workspace& workspace, const std::string& number, const std::string& name);

/// The options of `release`.
struct ReleaseOptions {
    std::string folder;
    bool archives = false;     ///< into the folder, instead of the edition itself
    bool without_book = false; ///< for machines that cannot build the course notes
};

int release(const Workspace& workspace, const ReleaseOptions& options);

/// Lays a newer edition, an archive or a folder, into this student edition.
int update(const Workspace& workspace, const std::string& from);

/// Builds and runs the workbook's tests: those of the chapters that are named, or else all. All
/// other words are passed to ctest.
int self_test(const Workspace& workspace, const std::vector<std::string>& words);

/// The options of `bench`.
struct BenchOptions {
    std::vector<std::string> what; ///< chapters; empty: all
    std::size_t students = 0;      ///< grade a class of this size; 0: measure from save to verdict
    std::vector<std::size_t> sizes{10, 100, 1000, 10'000}; ///< of classes, for `bench grade`
    std::size_t different = 15; ///< files in a class, for `bench grade`; 0: every student's own
};

/// `bench grade`: what grading takes, for classes of several sizes, beside the compiling that no
/// grader can avoid. The first word of `what` is "grade", the next may be a chapter.
int bench_grade(const Workspace& workspace, const BenchOptions& options);

/// `bench training`: an update of three networks, beside NumPy and PyTorch.
int bench_training(const Workspace& workspace);

/// `bench site`: checks on the pages of these chapters, of all if none is named.
int bench_site(const Workspace& workspace, const std::vector<std::string>& chapters);

int bench(const Workspace& workspace, const BenchOptions& options);

} // namespace workbook
