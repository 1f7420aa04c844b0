/// @file
/// What the programs behind `./workbook` share: reading the command line, and the exit status.
#pragma once

#include "common/system/user_error.hpp"
#include "course/skeleton.hpp"
#include "course/version.hpp"
#include "course/workspace.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <string>
#include <utility>

namespace workbook {

/// A program with verbs. The front door hands it the workbook's folder and the build folder.
class CommandLine {
public:
    explicit CommandLine(const std::string& description) : app_(description)
    {
        app_.name("./workbook");
        app_.require_subcommand(0, 1);
        app_.set_help_flag("-h,--help", "what can be typed");
        app_.set_version_flag("--version", std::string("Neural Networks by Hand ") + version);
        app_.get_formatter()->column_width(26);
        app_.add_option("--root", root_)->required()->group("");
        app_.add_option("--build", build_)->required()->group("");
    }

    /// Adds a verb; what `call` returns is the program's exit status.
    CLI::App& verb(const std::string& name, const std::string& description,
                   std::function<int(const Workspace&)> call)
    {
        CLI::App* verb = app_.add_subcommand(name, description);
        verb->callback([this, call = std::move(call)] {
            const Workspace workspace(root_, build_);
            lay_missing_labs(workspace);
            status_ = call(workspace);
        });
        return *verb;
    }

    /// Parses the command line, calls the verb that it names, and reports errors to people. Returns
    /// the exit status: 2 for a wrong command line. An output that is lost (a full disk) is an
    /// error.
    int run(int argc, char** argv)
    {
        const int status = status_of(argc, argv);
        std::cout.flush();
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            fmt::print(stderr, "workbook: not all could be written to standard output{}\n",
                       errno != 0 ? std::string(": ") + std::strerror(errno) : "");
            return status != 0 ? status : 1;
        }
        return status;
    }

private:
    int status_of(int argc, char** argv)
    {
        std::setlocale(LC_CTYPE, "C.UTF-8"); // names in archives are UTF-8
        ::setenv("LC_ALL", "C.UTF-8", 1);    // diagnostics.cpp reads English messages
        try {
            app_.parse(argc, argv);
            if (app_.get_subcommands().empty()) {
                fmt::print(stderr, "{}", app_.help());
                return 2;
            }
            return status_;
        } catch (const CLI::ParseError& error) {
            return app_.exit(error) == 0 ? 0 : 2;
        } catch (const UserError& error) {
            fmt::print(stderr, "workbook: {}\n", error.what());
            if (!error.advice.empty()) {
                fmt::print(stderr, "  {}\n", error.advice);
            }
            return error.status;
        } catch (const std::exception& error) {
            fmt::print(stderr, "workbook: {}\n", error.what());
            return 1;
        }
    }

    CLI::App app_;
    std::string root_;
    std::string build_;
    int status_ = 0;
};

} // namespace workbook
