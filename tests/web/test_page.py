"""The page in headless Chromium: no error, no request, accessible, right on a phone and in print."""
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


@unittest.skipIf(sync_playwright is None or CHROMIUM is None, "playwright or chromium is not installed")
class Page(ProgramTest):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def open(self, width=1280, height=900, scripts=True, pile=WEIR):
        self.fabula("build", "-q", pile, "-o", "s.fabula")
        self.fabula("export", "-q", "s.fabula", "--to", "html", "-o", "story.html")
        context = self.browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
        self.addCleanup(context.close)
        page = context.new_page()
        self.messages, self.requests = [], []
        page.on("console", lambda m: self.messages.append(m.text))
        page.on("pageerror", lambda e: self.messages.append(str(e)))
        page.on("request", lambda r: self.requests.append(r.url))
        self.url = (self.folder / "story.html").as_uri()
        page.goto(self.url)
        return page

    def test_no_error_and_no_request_but_the_page_itself(self):
        page = self.open()
        page.wait_for_timeout(200)
        self.assertEqual(self.messages, [])
        self.assertEqual([u for u in self.requests if not u.startswith("data:")], [self.url])

    def test_accessible(self):
        violations = [v for v in Axe().run(self.open()).response["violations"] if v["impact"] in ("serious", "critical")]
        self.assertEqual([(v["id"], v["nodes"][0]["html"][:200]) for v in violations], [])

    def test_a_chosen_line_marks_its_words_at_the_right(self):
        page = self.open()
        line = page.locator("#timeline ~ ol.lines > li").first
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

    def test_every_link_leads_to_a_place_on_the_page(self):
        page = self.open()
        ids = set(page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
        links = page.eval_on_selector_all("a[href]", "all => all.map(e => e.getAttribute('href'))")
        self.assertEqual([l for l in links if not l.startswith("#") or l[1:] not in ids], [])

    def test_one_column_on_a_phone(self):
        page = self.open(width=390, height=800)
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)

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


if __name__ == "__main__":
    unittest.main()
