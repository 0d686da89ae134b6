"""The page in headless Chromium: no error, no request, accessible, right on a phone and in print."""
import json
import re
import shutil
import unittest

from program import WEIR, ProgramTest

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


class Browser(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def show(self, name, width, height, scripts):
        context = self.browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
        self.addCleanup(context.close)
        page = context.new_page()
        self.messages, self.requests = [], []
        page.on("console", lambda m: self.messages.append(m.text))
        page.on("pageerror", lambda e: self.messages.append(str(e)))
        page.on("request", lambda r: self.requests.append(r.url))
        self.url = (self.folder / name).as_uri()
        page.goto(self.url)
        return page


class AnyPage:
    """What holds for every page that Fabula writes; `open` shows it."""

    def test_no_error_and_no_request_but_the_page_itself(self):
        page = self.open()
        page.wait_for_timeout(200)
        self.assertEqual(self.messages, [])
        self.assertEqual([u for u in self.requests if not u.startswith("data:")], [self.url])

    def test_accessible(self):
        page = self.open()
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            violations = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
            self.assertEqual([(scheme, v["id"], v["nodes"][0]["html"][:200]) for v in violations], [])

    def test_every_link_leads_to_a_place_on_the_page(self):
        page = self.open()
        ids = set(page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
        links = page.eval_on_selector_all("a[href]", "all => all.map(e => e.getAttribute('href'))")
        self.assertEqual([l for l in links if not l.startswith("#") or l[1:] not in ids], [])

    def test_one_column_on_a_phone(self):
        page = self.open(width=390, height=800)
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class Page(AnyPage, Browser):
    def open(self, width=1280, height=900, scripts=True, pile=WEIR):
        self.fabula("build", "-q", pile, "-o", "s.fabula")
        self.fabula("export", "-q", "s.fabula", "--to", "html", "-o", "story.html")
        return self.show("story.html", width, height, scripts)

    def test_a_chosen_line_marks_its_words_at_the_right(self):
        page = self.open()
        line = page.locator("section[aria-labelledby=timeline] ol.lines > li").first
        link = line.locator("a.words").first
        words = link.inner_text()
        link.click()
        marked = "".join(page.locator("#texts span.chosen").all_inner_texts())
        normal = lambda text: re.sub(r"\s+", " ", text)
        self.assertEqual(normal(marked), normal(words))
        self.assertTrue(page.locator("#texts span.chosen").first.is_visible())

    def test_content_notes_stand_before_the_story(self):
        page = self.open()
        note = page.locator("p.note").first
        self.assertIn("Content note", note.inner_text())
        self.assertLess(note.bounding_box()["y"], page.locator("#timeline").bounding_box()["y"])

    def test_readable_without_scripts(self):
        page = self.open(scripts=False)
        link = page.locator("ol.lines a.words").first
        target = link.get_attribute("href")
        link.click()
        self.assertEqual(page.locator(f'[id="{target[1:]}"]').count(), 1)
        self.assertFalse(page.locator("#find").is_visible())

    def test_the_short_edition(self):
        lines = "section[aria-labelledby=timeline] ol.lines > li:visible"
        for scripts in (False, True):
            page = self.open(scripts=scripts)
            n_all = page.locator(lines).count()
            self.assertGreater(n_all, 20)
            page.locator("#short").check()
            self.assertEqual(page.locator(lines).count(), 20)
            self.assertGreater(page.locator(lines).locator("a.words").count(), 0)
        # What is looked for is looked for in all lines.
        page.locator("#find").fill("the")
        self.assertFalse(page.locator("#short").is_checked())
        page.locator("#find").fill("")
        self.assertEqual(page.locator(lines).count(), n_all)

    def test_of_many_lines_the_short_edition_comes_first(self):
        pile = self.folder / "many"
        pile.mkdir()
        for day in range(1, 29):
            text = "".join(f"On {day} {month} 2024 the choir of Orra sang song {day} of its {month} book.\n\n"
                           for month in ("March", "April", "May", "June", "July"))
            (pile / f"day{day}.txt").write_text(text)
        page = self.open(pile=pile)
        lines = "section[aria-labelledby=timeline] ol.lines > li:visible"
        self.assertTrue(page.locator("#short").is_checked())
        self.assertEqual(page.locator(lines).count(), 20)
        page.locator("#short").uncheck()
        self.assertGreater(page.locator(lines).count(), 100)

    def test_keys_move_through_the_lines(self):
        page = self.open()
        page.keyboard.press("j")
        page.keyboard.press("j")
        self.assertEqual(page.locator("li.chosen").count(), 1)
        page.keyboard.press("/")
        page.keyboard.type("zzzz")
        self.assertEqual(page.locator("ol.lines > li:visible").count(), 0)

    def test_print_shows_the_whole_text(self):
        page = self.open()
        page.emulate_media(media="print")
        self.assertEqual(page.eval_on_selector("#texts", "e => getComputedStyle(e).overflowY"), "visible")

    def test_words_of_articles_are_never_markup(self):
        self.write("evil/a.txt", 'Notes\n\n"<img src=x onerror=alert(1)> & \'more\' of the same kind," said Otto Brand.\n')
        page = self.open(pile=self.folder / "evil")
        self.assertEqual(page.locator("img").count(), 0)
        self.assertIn("<img src=x onerror=alert(1)>", page.locator("#texts").inner_text())


WARNED = {
    "river.html": ("2024-03-11", "River Post",
                   "<p>“We warned them three times last year, and nobody came to look at the wall,” said Maria Silva, an engineer.</p>"
                   "<p>Otto Brand said the wall was old. He said the town was poor. He said the river was high. "
                   "He said the road was wet. He said a boat was lost. He said the bridge was shut. He said the mill was dark.</p>"),
    "blog.html": ("2024-03-13", "Vale Blog",
                  "<p>“We warned them four times last year, and nobody came to look at the wall,” said Maria Silva.</p>"),
}


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class WhoSaidWhat(AnyPage, Browser):
    """The part of the page with people and what they said."""

    def open(self, width=1280, height=900, scripts=True):
        for name, (day, outlet, body) in WARNED.items():
            self.write(f"pile/{name}", f'<html><head><meta property="article:published_time" content="{day}">'
                                       f'<meta property="og:site_name" content="{outlet}"></head><body><article>'
                                       f"<h1>The wall</h1>{body}</article></body></html>")
        self.fabula("build", "-q", "pile", "-o", "s.fabula")
        self.fabula("export", "-q", "s.fabula", "--to", "html", "-o", "story.html")
        return self.show("story.html", width, height, scripts)

    def test_one_entry_with_its_places_without_a_script(self):
        page = self.open(scripts=False)
        said = page.locator(".voice", has_text="Maria Silva").locator("ol.lines > li")
        self.assertEqual(said.count(), 1)
        self.assertFalse(said.locator("del").first.is_visible())
        self.assertIn("1 changes the meaning", said.locator(".places summary").inner_text())
        said.locator(".places summary").click()
        self.assertEqual(said.locator(".places li").count(), 2)
        self.assertEqual((said.locator("del").inner_text(), said.locator("ins").inner_text()), ("three", "four"))
        self.assertIn("changes a number", said.locator(".places li").nth(1).inner_text())
        self.assertIn("first in this pile", said.locator(".places li").nth(0).inner_text())

    def test_a_place_leads_to_its_words(self):
        page = self.open()
        page.locator(".places summary").first.click()
        page.locator(".places li a.words").nth(1).click()
        self.assertIn("four times", page.locator("#texts span.chosen").first.inner_text())

    def test_finding_opens_what_is_folded_and_hides_who_did_not_say_it(self):
        page = self.open()
        boat = page.locator(".reported li", has_text="a boat was lost")
        self.assertFalse(boat.is_visible())
        page.locator("#find").fill("a boat was lost")
        self.assertTrue(boat.is_visible())
        self.assertFalse(page.locator(".voice", has_text="Maria Silva").first.is_visible())
        page.locator("#find").fill("")
        self.assertFalse(boat.is_visible())

    def test_keys_pass_over_what_is_folded(self):
        page = self.open()
        for _ in range(30):
            page.keyboard.press("j")
        self.assertTrue(page.locator("li.chosen").is_visible())

    def test_headings_lead_to_every_speaker(self):
        page = self.open()
        names = page.locator("#quotes ~ section.voice h3").all_inner_texts()
        self.assertEqual(names[:2], ["Otto Brand", "Maria Silva"])

    def test_print_shows_every_place(self):
        page = self.open()
        page.emulate_media(media="print")
        self.assertTrue(page.locator(".places li").first.is_visible())


def dated(day, outlet, title, *paragraphs):
    """An article as a page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (f'<html><head><meta property="article:published_time" content="{day}"><meta property="og:site_name" '
            f'content="{outlet}"></head><body><article><h1>{title}</h1>{body}</article></body></html>')


MARCH_AND_CHOIR = {
    "march1.html": dated("2024-05-13", "Orra Post", "Marchers fill Castlebrook",
                         "Organisers said 2,600 people marched through Castlebrook for the weir on Sunday.",
                         "“We want our weir back,” said Ben Ives, a miller."),
    "march2.html": dated("2024-05-13", "Morning Wire", "A march for the weir",
                         "Police said 800 people marched through Castlebrook for the weir on Sunday."),
    "choir1.html": dated("2023-03-06", "Orra Post", "The choir of Orra is full",
                         "The choir of Orra takes no more singers. Its conductor, Ida Holm, counted sixty voices and "
                         "one stove on Saturday.", "“We have no chairs,” said Ida Holm."),
    "choir2.html": dated("2023-03-20", "Morning Wire", "Sixty voices and one stove",
                         "Ida Holm, who conducts the choir of Orra, will try to find a hall for all sixty singers on "
                         "Friday."),
    "bees.txt": "Content note: there are bees in this.\n\nBees in the tower\n\nA swarm of bees has settled there.\n",
}


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class Stories(AnyPage, Browser):
    """The choice of one of several stories."""

    LINES = "section[aria-labelledby=timeline] ol.lines > li:visible"

    def open(self, width=1280, height=900, scripts=True, pile=MARCH_AND_CHOIR):
        for name, text in pile.items():
            self.write(f"pile/{name}", text)
        self.fabula("build", "-q", "pile", "-o", "s.fabula")
        self.fabula("export", "-q", "s.fabula", "--to", "html", "-o", "story.html")
        return self.show("story.html", width, height, scripts)

    @staticmethod
    def choose(page, title):
        page.locator("#story").select_option(label=next(
            label for label in page.locator("#story option").all_inner_texts() if title in label))

    def test_one_story_alone_has_nothing_to_choose(self):
        march = {name: text for name, text in MARCH_AND_CHOIR.items() if "march" in name}
        page = self.open(pile=march)
        self.assertEqual(page.locator("#story, template, [data-story]").count(), 0)

    def test_every_part_shows_the_chosen_story(self):
        page = self.open()
        self.assertEqual(page.locator("h1").inner_text(), "3 stories in 5 articles")
        n_all = page.locator(self.LINES).count()
        choir = page.locator(self.LINES, has_text="Ida Holm")
        self.assertEqual(choir.count(), 2)
        self.choose(page, "choir")
        self.assertEqual(page.locator(self.LINES).count(), 2)
        self.assertEqual(choir.count(), 2)
        self.assertEqual(page.locator("#texts article:visible").count(), 2)
        self.assertEqual(page.locator("#articles ~ .scaled li:visible").count(), 2)
        self.assertEqual(page.locator(".voice h3:visible").all_inner_texts(), ["Ida Holm"])
        self.assertFalse(page.locator("p.note").is_visible())
        self.assertFalse(page.locator(".differ").is_visible())
        self.assertFalse(page.locator("nav a", has_text="Where accounts differ").is_visible())
        self.assertTrue(page.locator("#differ ~ p.none").is_visible())
        self.assertIn("2 articles · 2 lines", page.locator(".counts").inner_text())
        self.choose(page, "march")
        self.assertTrue(page.locator(".differ").is_visible())
        self.choose(page, "All")
        self.assertEqual(page.locator(self.LINES).count(), n_all)
        self.assertEqual(page.locator("p.none:visible").count(), 0)
        self.assertEqual(page.locator("#texts article:visible").count(), 5)

    def test_the_list_of_speakers_is_that_of_the_story(self):
        said = "".join(f"\n“It was long and wet,” said {who}.\n"
                       for who in ("Otto Brand", "Mila Tarn", "Carl Orme", "a spokesman"))
        page = self.open(pile={**MARCH_AND_CHOIR, "march3.txt": " date 2024-05-14\n\nAfter the march for the weir\n\n"
                               f"People marched through Castlebrook for the weir on Sunday.\n{said}"})
        jumps = lambda: page.locator(".jumps li:visible a").all_inner_texts()
        self.assertEqual(jumps()[-1], "not named")
        self.choose(page, "choir")
        self.assertEqual(jumps(), ["Ida Holm"])
        self.choose(page, "march")
        self.assertNotIn("Ida Holm", jumps())
        self.assertIn("Otto Brand", jumps())
        page.locator(".jumps a", has_text="not named").click()
        self.assertIn("/not-named", page.url)

    def test_the_address_keeps_the_choice(self):
        page = self.open()
        self.choose(page, "choir")
        link = page.locator(self.LINES).first.locator("a.words").first
        words = link.inner_text()
        link.click()
        self.assertRegex(page.url, r"#in-s[0-9a-f]+/s-")
        page.reload()
        self.assertIn("choir", page.locator("#story option:checked").inner_text())
        self.assertEqual(page.locator("#texts span.chosen").all_inner_texts(), [words])
        page.go_back()
        page.go_back()
        self.assertIn("All", page.locator("#story option:checked").inner_text())
        self.assertEqual(page.locator("#texts article:visible").count(), 5)

    def test_an_address_names_a_story_by_the_beginning_of_its_id(self):
        self.open()
        rows = self.fabula("stories", "s.fabula", "--format", "jsonl").stdout.splitlines()
        story = next(row for row in map(json.loads, rows) if "choir" in row["title"])
        page = self.browser.new_page()
        self.addCleanup(page.close)
        page.goto(self.url + "#in-" + story["short"])
        self.assertEqual(page.locator(self.LINES).count(), 2)
        page.goto(self.url + "#in-s000")
        page.reload()
        self.assertEqual(page.locator("#texts article:visible").count(), 5)

    def test_a_story_is_chosen_by_keys_alone(self):
        page = self.open()
        page.keyboard.press("Tab")
        self.assertTrue(page.locator("#story").evaluate("e => e === document.activeElement"))
        page.keyboard.press("ArrowDown")
        self.assertEqual(page.locator("#texts article:visible").count(), 2)
        page.keyboard.press("j")  # in the list it chooses, it does not move through the lines
        self.assertEqual(page.locator("li.chosen").count(), 0)

    def test_finding_looks_in_the_chosen_story(self):
        page = self.open()
        page.locator("#find").fill("people marched")
        n = page.locator("main ol.lines > li:visible").count()
        self.assertGreater(n, 0)
        self.assertEqual(page.locator("#found").inner_text(), f"{n} line" + ("s" if n > 1 else ""))
        self.choose(page, "choir")
        self.assertEqual(page.locator("main ol.lines > li:visible").count(), 0)
        self.assertEqual(page.locator("#found").inner_text(), "no line has these words")

    def test_every_story_is_shown_without_a_script(self):
        page = self.open(scripts=False)
        self.assertFalse(page.locator("#story").is_visible())
        self.assertEqual(page.locator("#texts article:visible").count(), 5)
        self.assertEqual(page.locator("p.none:visible").count(), 0)


THEATRE = {
    "opening.txt": " date 2015-06-10\n\nThe theatre in Marden\n\nLena Voss, 35, opened the new theatre in Marden on Wednesday.\n",
    "second.txt": " date 2015-11-02\n\nA second stage\n\nLena Voss, 36, opened a second theatre in Marden in May 2014 or later.\n",
    "hearing.txt": "The theatre again\n\nLena Voss, 38, will sell the theatre in Marden.\n",
    "later.txt": "A fair\n\nThe fair at Marl was opened on 3 March 2016. Ben Ives came.\n",
    "striker.txt": "A striker signs\n\nCarl Orme, a striker, signed for Ostrow yesterday.\n",
}


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class Days(AnyPage, Browser):
    """How the page shows when things happened and articles appeared."""

    def open(self, width=1280, height=900, scripts=True):
        for name, text in THEATRE.items():
            self.write(f"pile/{name}", text)
        self.fabula("build", "-q", "pile", "-o", "s.fabula")
        self.fabula("export", "-q", "s.fabula", "--to", "html", "-o", "story.html")
        return self.show("story.html", width, height, scripts)

    @staticmethod
    def entry(page, text):
        return page.locator("#articles ~ .scaled > ol.lines > li", has_text=text)

    def test_bars_say_their_days_in_words(self):
        page = self.open()
        labels = page.eval_on_selector_all("main svg[role=img]", "all => all.map(e => e.getAttribute('aria-label'))")
        for words in ("10 June 2015, read from “Wednesday”", "May 2014, stated", "3 March 2016, stated",
                      "1 November 2018 or earlier, inferred", "from 11 June 2017 to 1 November 2018, inferred",
                      "3 March 2016 or later, inferred"):
            self.assertIn(words, labels)

    def test_a_day_is_a_mark_a_window_a_bar_between_its_days(self):
        for width in (1280, 390):
            page = self.open(width=width)
            place = lambda name, shape: self.entry(page, name).locator(f"svg.bars > {shape}").bounding_box()
            first, second = place("opening.txt", "circle"), place("second.txt", "circle")
            window, track = place("hearing.txt", "rect"), self.entry(page, "hearing.txt").locator("svg.bars").bounding_box()
            self.assertLess(first["x"] + first["width"], second["x"])
            self.assertLess(second["x"] + second["width"], window["x"])
            self.assertGreater(window["width"], second["width"])
            self.assertLess(window["x"] + window["width"], track["x"] + track["width"])
            self.assertEqual(place("later.txt", "rect.after")["height"], window["height"])

    def test_the_scale_lies_over_the_bars(self):
        for width in (1280, 390):
            page = self.open(width=width)
            scale = page.locator(".scale svg.bars").first.bounding_box()
            track = page.locator("svg.bars[role=img]").first.bounding_box()
            self.assertEqual((round(scale["x"]), round(scale["width"])), (round(track["x"]), round(track["width"])))

    def test_articles_stand_in_the_order_of_their_days(self):
        page = self.open()
        files = page.locator("#articles ~ .scaled a.title + .meta").all_inner_texts()
        self.assertEqual(files, [f"pile/{name}.txt" for name in ("opening", "second", "later", "hearing", "striker")])

    def test_lines_without_a_day_stand_in_their_box_and_say_why(self):
        box = self.open().locator("section.undated")
        self.assertEqual(box.locator("svg").count(), 0)
        line = box.locator("ol.lines > li", has_text="Carl Orme")
        self.assertIn("“yesterday” counts from a day that is not known.", line.inner_text())
        self.assertIn("Nothing in this pile proves when it appeared.", line.inner_text())

    def test_a_proof_leads_to_its_words_by_keys_alone(self):
        page = self.open()
        proof = self.entry(page, "hearing.txt").locator("details.proof")
        self.assertFalse(proof.locator("li").first.is_visible())
        proof.locator("summary").focus()
        page.keyboard.press("Enter")
        self.assertEqual(proof.locator("li").count(), 3)
        self.assertIn("“Lena Voss, 35” (article of 2015-06-10): Lena Voss was born", proof.locator("li").first.inner_text())
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        self.assertEqual(page.locator("#texts span.chosen").all_inner_texts(), ["Lena Voss, 35"])

    def test_a_proof_opens_without_a_script(self):
        page = self.open(scripts=False)
        proof = self.entry(page, "hearing.txt").locator("details.proof")
        proof.locator("summary").click()
        target = proof.locator("a.words").first.get_attribute("href")
        self.assertEqual(page.locator(f'[id="{target[1:]}"]').count(), 1)

    def test_print_shows_every_proof(self):
        page = self.open()
        page.emulate_media(media="print")
        self.assertTrue(page.locator("details.proof li").first.is_visible())


FERRY = """<html><head><meta property="article:published_time" content="2024-06-{day}">
<meta property="og:site_name" content="{outlet}"></head><body><article><h1>The ferry of {outlet}</h1>
<p>The ferry at Orra will stay closed until the end of {end}, because the rope that holds it was worn through in
{places} places &amp; more, the town said on Tuesday.</p><p>{more}</p></article></body></html>"""


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class Comparison(AnyPage, Browser):
    """`fabula compare --format html`: one page, no script at all."""

    def open(self, width=1280, height=900, scripts=True):
        more = " ".join(f"Word{i} stands in one of them only." for i in range(9))
        self.write("pile/a.html", FERRY.format(day=11, outlet="Orra Post", end="the month", places="three", more="A."))
        self.write("pile/b.html", FERRY.format(day=12, outlet="Vale Ledger", end="July", places="four", more=more))
        self.fabula("build", "-q", "pile", "-o", "s.fabula")
        self.fabula("compare", "-q", "s.fabula", "a.html", "b.html", "--format", "html", "-o", "compared.html")
        return self.show("compared.html", width, height, scripts)

    def test_changes_are_marked_on_both_sides(self):
        page = self.open(scripts=False)
        self.assertEqual(page.locator("main del").all_inner_texts(), ["the month", "three"])
        self.assertEqual(page.locator("main ins").all_inner_texts(), ["July", "four"])
        self.assertIn("places & more", page.locator("main").inner_text())

    def test_words_of_one_side_are_folded_and_open_without_a_script(self):
        page = self.open(scripts=False)
        self.assertFalse(page.get_by_text("Word8 stands").is_visible())
        page.locator("summary").last.click()
        self.assertTrue(page.get_by_text("Word8 stands").is_visible())

    def test_side_by_side_and_one_below_the_other(self):
        for width, is_beside in ((1280, True), (390, False)):
            cells = self.open(width=width).locator("section.shared .cell")
            self.assertEqual(cells.nth(0).bounding_box()["y"] == cells.nth(1).bounding_box()["y"], is_beside)

    def test_print_keeps_the_marks(self):
        page = self.open()
        page.emulate_media(media="print")
        style = page.eval_on_selector("main ins", "e => getComputedStyle(e).textDecorationLine")
        self.assertEqual(style, "underline")


if __name__ == "__main__":
    unittest.main()
