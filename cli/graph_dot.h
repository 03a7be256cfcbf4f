// cli/graph_dot.h: the graph of documents in graphviz's language, and as SVG by its program `dot`.
#pragma once

#include <string>

#include "core/result.h"
#include "store/graph.h"

namespace congvan::cli {

enum class Legend {
  kInside,  ///< below the title of the drawing: what colours and lines mean, in the user's language
  kNone,    ///< whoever shows the drawing explains it
};

/// Centre on top, communes at the bottom, one named frame a level; what is only cited, or named as
/// a basis, and is not here stands outside the frames; documents that are only cited are dashed;
/// the relation is the line's style and, unless it is a mere citation, its label. Node i has the id
/// "n<i>", edge i "e<i>", and classes for the level, the relation, "missing" and "root", so that a
/// page can style them. Labels are wrapped and free of control characters. The same graph gives the
/// same bytes.
std::string ToDot(const store::Graph& graph, Legend legend = Legend::kInside);

/// By `dot -Tsvg`; when that is not installed the Error says which package has it.
Result<std::string> ToSvg(const store::Graph& graph, Legend legend = Legend::kInside);

}  // namespace congvan::cli
