// Parts of articles that only stories have.
#include <algorithm>

#include "worlds/article_parts.hpp"
#include "worlds/figures.hpp"

namespace fabula::worlds {
namespace {

constexpr int kFresh = 2;  // days for which a changed number is told as changed

Sayer draw_sayer(news::Random& random) {
  constexpr Sayer kSayers[] = {Sayer::kPolice, Sayer::kOfficials, Sayer::kHospital};
  return kSayers[random.below(3)];
}

}  // namespace

// One number of the first event: as changed when it is fresh, else with that share.
void ArticleParts::add_toll(std::uint32_t index, std::uint32_t share) {
  const Figure& figure = world_.figures[index];
  const NumberSaid now = author_.known(index);
  const bool is_told = author_.random.permille(share);
  if (now.value == 0) return;
  Topic topic = about(figure.event);
  topic.telling = Telling::kFigure;
  topic.figure = index;
  topic.sayer = draw_sayer(author_.random);
  FigureForm form = FigureForm::kState;
  if (now.state > 0 && days_between(figure.states[now.state].from, today()) <= kFresh) {
    const std::uint32_t slip = wrong_number(world_, job_.outlet, index, today());
    const std::uint32_t was = value_with(world_, index, now.state - 1, slip);
    const bool is_less = now.value < was && figure.kind != FigureKind::kMissing;
    if (now.value != was) form = is_less ? FigureForm::kRevise : FigureForm::kRise;
    topic.has_correction_cue = form == FigureForm::kRevise;
  }
  if (form == FigureForm::kState && !is_told) return;
  author_.sentence(author_.wording(form, figure.kind), topic);
}

void ArticleParts::add_figures() {
  if (!author_.is_story() || job_.event == kNone) return;
  const std::uint32_t main = main_figure(world_, job_.event);
  if (main == kNone) return;
  const Figure& figure = world_.figures[main];
  const auto is_told = [&] {
    return std::ranges::any_of(author_.text().sentences(), [&](const StorySentence& sentence) {
      return std::ranges::any_of(sentence.numbers,
                                 [&](const NumberSaid& said) { return said.figure == main; });
    });
  };
  author_.paragraph();
  const std::size_t n_before = author_.text().sentences().size();
  Topic topic = about(job_.event);
  topic.telling = Telling::kFigure;
  topic.figure = main;
  if (figure.kind == FigureKind::kDead) {
    const std::uint32_t injured = find_figure(world_, job_.event, FigureKind::kInjured);
    add_toll(main, is_told() ? 100 : 700);
    if (author_.random.permille(200)) {
      topic.other_figure = injured;
      topic.sayer = draw_sayer(author_.random);
      author_.sentence(author_.wording(FigureForm::kBoth, FigureKind::kDead), topic);
    } else {
      add_toll(injured, 650);
    }
    add_toll(find_figure(world_, job_.event, FigureKind::kMissing), 650);
  } else if (figure.kind == FigureKind::kCrowd) {
    const std::uint32_t draw = author_.random.below(1000);
    const std::uint32_t organisers = main + 1;
    if (draw < 350) {
      topic.other_figure = organisers;
    } else if (draw < 600) {
      topic.figure = organisers;
    }
    topic.sayer = world_.figures[topic.figure].sayer;
    const FigureForm form = draw < 350 ? FigureForm::kBoth : FigureForm::kState;
    if (draw < 850) author_.sentence(author_.wording(form, FigureKind::kCrowd), topic);
  } else if (!is_told() && author_.random.permille(500)) {
    topic.sayer = Sayer::kOfficials;
    author_.sentence(author_.wording(FigureForm::kState, figure.kind), topic);
  }
  if (author_.text().sentences().size() == n_before) author_.text().take_back_paragraph();
}

void ArticleParts::add_correction() {
  if (job_.slip == kNone) return;
  const Slip& slip = world_.slips[job_.slip];
  Topic topic = slip.event == kNone ? Topic{} : about(slip.event);
  topic.telling = Telling::kCorrection;
  topic.slip = job_.slip;
  topic.has_correction_cue = true;
  topic.corrects = job_.corrects;
  topic.figure = slip.figure;
  topic.person = slip.person;
  author_.paragraph();
  author_.sentence(slip.kind == Slip::Kind::kNumber
                       ? author_.wording(FigureForm::kCorrect, world_.figures[slip.figure].kind)
                       : author_.wording(slip.kind),
                   topic);
}

void ArticleParts::add_comment() {
  if (!author_.has_comment()) return;
  author_.paragraph();
  author_.sentence(author_.comment(), Topic{});
}

}  // namespace fabula::worlds
