#include "judging/search/syntax.hpp"

#include "judging/search/parser.hpp"

#include <algorithm>

namespace judging::search {

Node* Nodes::make(Node node)
{
    node.id = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(std::move(node));
    return &nodes_.back();
}

Node* Nodes::copy(const Node& node)
{
    std::vector<Node*> children;
    children.reserve(node.children.size());
    for (const Node* child : node.children) {
        children.push_back(copy(*child));
    }
    Node made = node;
    made.origin = node.origin == 0 ? node.id : node.origin;
    made.children = std::move(children);
    return make(std::move(made));
}

const std::string* Nodes::name(const std::string& text)
{
    const auto found = std::find(names_.begin(), names_.end(), text);
    if (found != names_.end()) {
        return &*found;
    }
    names_.push_back(text);
    return &names_.back();
}

namespace {

/// Leads every call to the function of its name.
void link(Node& node, const std::map<std::string, Function*>& functions)
{
    if (node.kind == Node::Kind::call) {
        const auto found = functions.find(*node.name);
        node.function = found == functions.end() ? nullptr : found->second;
    }
    for (Node* child : node.children) {
        link(*child, functions);
    }
}

/// The first call that leads nowhere, or to a function that is not understood.
bool is_sound(const Node& node, std::vector<const Function*>& seen, std::string* why)
{
    if (node.kind == Node::Kind::call) {
        if (node.function == nullptr || node.function->body == nullptr) {
            if (why != nullptr) {
                *why = *node.name +
                       (node.function == nullptr ? " is not known" : ": " + node.function->problem);
            }
            return false;
        }
        if (std::find(seen.begin(), seen.end(), node.function) == seen.end()) {
            seen.push_back(node.function);
            if (!is_sound(*node.function->body, seen, why)) {
                return false;
            }
        }
    }
    return std::all_of(node.children.begin(), node.children.end(),
                       [&](const Node* child) { return is_sound(*child, seen, why); });
}

} // namespace

Formulas::Formulas(const std::vector<std::string>& headers, const std::string& solution)
    : parts_(std::make_unique<Parts>())
{
    for (const std::string& header : headers) {
        Parser(*parts_, header).file();
    }
    Parser(*parts_, solution).file();
    for (Function& function : parts_->functions) {
        if (function.body != nullptr) {
            link(*function.body, parts_->by_name);
        }
    }
}

Formulas::~Formulas() = default;

std::unique_ptr<Function> Formulas::with_body(const std::string& function,
                                              const std::string& body) const
{
    const auto found = parts_->by_name.find(function);
    if (found == parts_->by_name.end()) {
        return nullptr;
    }
    auto made = std::make_unique<Function>();
    made->name = function;
    made->result = found->second->result;
    made->parameters = found->second->parameters;
    try {
        Parser(*parts_, body).body(*made);
    } catch (const NotUnderstood& problem) {
        made->body = nullptr;
        made->problem = problem.what;
        return made;
    }
    link(*made->body, parts_->by_name);
    std::vector<const Function*> seen;
    if (!is_sound(*made->body, seen, &made->problem)) {
        made->body = nullptr;
    }
    return made;
}

const Function* Formulas::find(const std::string& name) const
{
    const auto found = parts_->by_name.find(name);
    return found == parts_->by_name.end() ? nullptr : found->second;
}

const Type* Formulas::type(const std::string& name) const
{
    const auto found = parts_->named_types.find(name);
    return found == parts_->named_types.end() ? nullptr : found->second;
}

bool Formulas::is_understood(const std::string& function, std::string* why) const
{
    const Function* const found = find(function);
    if (found == nullptr || found->body == nullptr) {
        if (why != nullptr) {
            *why = found == nullptr ? "there is no such function" : found->problem;
        }
        return false;
    }
    std::vector<const Function*> seen{found};
    return is_sound(*found->body, seen, why);
}

std::vector<std::string> Formulas::functions() const
{
    std::vector<std::string> names;
    for (const Function& function : parts_->functions) {
        names.push_back(function.name);
    }
    return names;
}

} // namespace judging::search
