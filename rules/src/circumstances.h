// circumstances.h: what makes a value less certain than its rule alone.
#pragma once

#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// Which rows were put together again from tables that arrived in pieces: those from these on.
struct RebuiltRows {
  size_t first_task = 0, first_target = 0;
};

/// Gives each piece of evidence the first circumstance that holds of it, and its confidence. What
/// it bears already (how its words were found) counts where it stands in the list:
///
///   out-of-time    a deadline, milestone or cited document on the wrong side of the document's day
///   time-as-body   a body's name whose words speak of a time
///   one-word       a body's name of one word, neither known nor an abbreviation
///   unbalanced     a bracket or quotation mark of it has no partner
///   unknown-body   a body's name that does not begin as names of bodies do
///   long-name      a lead or supporting body's name of more words than names have,
///                  up to its first comma
///   cut            it ends with a word or sign that goes on
///   not-in-words   its words do not stand in the place that was read
///   rebuilt        its row was put together from a table that arrived in pieces
///   scattered      its words stand apart, others between them
///   small-letter   a text that begins in the middle of a sentence
///   mended         letters of it were changed by the normalizer
///   other-source   its own place had it not; a heading, a group or a sentence nearby did
///   two-pages      it goes over the end of a page
///   one-of-several its list holds others, cut apart by us
void JudgeEvidence(const RuleSet& rules, const RebuiltRows& rebuilt, Record& record);

}  // namespace congvan::rules
