// Where something was said: "on Instagram", "in a statement", "told The Ledger".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/quote.hpp"
#include "quotes/places.hpp"
#include "quotes/record.hpp"
#include "quotes/speakers.hpp"

namespace fabula::quotes {

// Gives quotations their channels. For each the first of these that holds:
//
//   verb       tweeted                              Twitter
//   cue        wrote on Instagram · in a statement, Bright said    the place that hangs on the cue
//   document   her letter said · it began           the document, or the one named last
//   part       she wrote in the caption             the post named before
//   review     “...,” she says on page 61           the work that the article reviews
//   before     Bright posted to Instagram. “...,” she wrote      the speaker's last place
//
// A place holds on by what it is: words told to an outlet or a show for as long as the speaker goes
// on talking to the reader; a statement, a speech, a post and a piece for some paragraphs. It
// does not when the cue tells of another occasion ("she once said", "at the time"), of other
// listeners ("she told a neighbour"), or, of spoken places, of writing.
class ChannelFinder {
 public:
  // `blocks`: the paragraphs, then the insides of quotations from `n_paragraphs` on. All arguments
  // must outlive the finder.
  ChannelFinder(const Layers& layers, const std::vector<Block>& blocks, std::size_t n_paragraphs,
                const SpeakerFinder& speakers);

  // Sets Record::channel; the records are in text order.
  void give(std::vector<Record>& records);

  // The channel that the sentence of an attribution names.
  [[nodiscard]] std::optional<Channel> named_by(std::size_t block,
                                                const Attribution& attribution) const;

 private:
  // Somebody's words stand in a place.
  struct Use {
    std::size_t block = 0;
    std::size_t item = 0;
    std::string who;  // empty: not known
    Place place;
    bool is_past = false;      // told of another occasion than the article's
    bool is_document = false;  // the document itself is said to speak: "it began"
    bool is_hosts = false;     // of the one whose show it is: guests answer there
    bool is_open = false;      // somebody described, whom the article has yet to name
  };
  struct Asked;

  void collect_places();
  void find_reviewed_work();
  void set_owner(Use& use) const;
  [[nodiscard]] const Place* find_named(std::size_t block, const Attribution& attribution) const;
  [[nodiscard]] bool hangs_on(const Block& block, const Place& place,
                              const Attribution& attribution) const;
  [[nodiscard]] bool is_of_source(const Place& place, const Attribution& attribution) const;
  [[nodiscard]] bool is_past(const Outline& outline, std::size_t cue) const;
  [[nodiscard]] std::optional<Place> resolve(const Place& place, const std::string& who,
                                             std::size_t block) const;
  [[nodiscard]] std::optional<Place> carried_on(const Asked& asked) const;
  [[nodiscard]] std::optional<Place> post_of_verb(const Outline& outline, std::size_t cue) const;
  [[nodiscard]] std::optional<Place> place_of(const Record& record, const std::string& who) const;
  [[nodiscard]] Asked asked_of(const Record& record, const std::string& who) const;
  void remember_until(std::size_t block, std::size_t item);

  const Layers& layers_;
  const std::vector<Block>& blocks_;
  std::size_t n_paragraphs_;
  const SpeakerFinder& speakers_;
  std::vector<std::vector<Place>> places_;  // by block
  std::optional<Place> reviewed_;           // the work that the article reviews
  std::vector<Use> uses_;                   // of the text before what is asked, in order
  std::size_t next_block_ = 0;              // of places_, not yet in uses_
  std::size_t next_place_ = 0;
};

}  // namespace fabula::quotes
